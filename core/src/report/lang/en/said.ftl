# English.

## Fixed sentences about a file. Their wording is part of the contract.

said-unchanged = This file has not changed since “{ $issuer }” issued it.
said-partlyCovered = The picture holds, but { $bytes } bytes (metadata) are not covered.
said-changed = Changed after “{ $issuer }” issued it: { $reason }
said-broken = The credential itself is broken ({ $reason }); nothing follows from that about the picture.
said-unknownIssuer = Issued by someone your trust list does not know.
said-noTrustList = You have no trust list yet; `hallmark trust add FILE` adds one.
said-nothingFound = No provenance information found. Most genuine pictures have none; this says nothing about whether the picture is real.
said-nothingFoundLine = No provenance information found.
said-noCredentialLine = No credential in the file.
said-couldNotCheck = Could not be checked: { $reason }
said-credentialsLeftOut = Credentials were left out on request.
said-moreFindings = { $count ->
        [one] (One more finding.)
       *[other] ({ $count } more findings.)
    }
said-unnamedIssuer = somebody unnamed

## Where a file says it comes from.

origin-signed = Its credential says: { $origin }.
origin-labelled = A label, which anybody can write, says: { $origin }.
origin-contradictory = It says different things about where it comes from.
origin-captured = captured by a camera or recorder
origin-edited = captured, then edited
origin-digitalArt = made by a human with digital tools
origin-procedural = made by a program without AI
origin-screenCapture = captured from a screen
origin-aiEdited = edited with generative AI
origin-aiGenerated = made by generative AI
origin-possiblyAi = possibly made by generative AI

## The summary of a run.

summary-checked = { $count ->
        [0] Nothing was checked.
        [one] 1 file checked as of { $moment }: { $states }.
       *[other] { $count } files checked as of { $moment }: { $states }.
    }
summary-leftOut = Not reported: { $list }.
summary-notMedia = { $count ->
        [one] 1 file that is no media
       *[other] { $count } files that are no media
    }
summary-sidecars = { $count ->
        [one] 1 credential beside its file
       *[other] { $count } credentials beside their files
    }
summary-excluded = { $count ->
        [one] 1 entry excluded
       *[other] { $count } entries excluded
    }
summary-links = { $count ->
        [one] 1 link not followed
       *[other] { $count } links not followed
    }
summary-special = { $count ->
        [one] 1 pipe or device not opened
       *[other] { $count } pipes and devices not opened
    }
summary-interrupted = Interrupted: the rest was not checked.
summary-marks = { $found ->
        [0] Marks in the pixels were looked for in { $count } of them; none was found.
       *[other] Marks in the pixels were looked for in { $count } of them and found in { $found }.
    } By accident alone, at most { $expected } of so many would seem to carry one.
summary-policy = { $count ->
        [one] 1 file meets a condition of --fail-on.
       *[other] { $count } files meet a condition of --fail-on.
    }
summary-trusted = The signature holds, and your trust list vouches for the issuer.
summary-invalid = Changed after it was issued, or the credential itself is broken; nothing more follows about the picture.
summary-unreadable = Could not be checked; the line says why.
summary-notChecked = Not checked:
summary-next = `hallmark check -v FILE` shows everything that is known about a file.
summary-explain = `hallmark explain CODE` says what a finding means and what to do, for example { $codes }.

## Headings of details.

heading-file = File
heading-signer = Signed by
heading-time = Signed at
heading-trust = Vouched by
heading-generator = Made with
heading-source = Source type
heading-actions = Steps
heading-history = Made from
heading-certificates = Certificates
heading-notCovered = Not covered
heading-remote = Elsewhere
heading-marks = Marks
heading-labels = Labels
heading-findings = Findings
heading-notChecked = Not checked

## Headings of an explanation.

explain-meaning = What it means
explain-not = What it does not mean
explain-next = What to do
