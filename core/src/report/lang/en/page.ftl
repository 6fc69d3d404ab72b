# English.

## The report as a page: --format html.

page-title = { $count ->
        [0] Nothing was checked
        [one] Where one file comes from
       *[other] Where { $count } files come from
    }
page-lead = What can be known about where these files come from, and what can not. Judged as of { $moment }.
page-skip = Skip to the files
page-summary = Summary
page-groups = What was found
page-groupFiles = Files
page-declared = What they say about where they come from
page-notChecked = What was not checked
page-about = About this report
page-picture = Small copy of { $name }
page-noPicture = No small copy
page-code = Code

# Groups of files, in this order on the page. The number of files stands beside them.
group-contradictory = Contradictions
group-fails = Changed after signing, or a broken credential
group-holds = A credential that holds
group-labelled = A label, a mark or a recovered credential, and no credential that holds
group-unreadable = Could not be checked
group-none = Nothing found

## What an outcome means, what it does not mean, and what to do.

outcome-contradictory = What this file says about itself does not fit together.
    .meaning = Two things in the file contradict each other. The findings name both.
    .not = It does not say which of the two is right, and it does not mean that somebody wanted to mislead.
    .next = Read both sides below, and ask whoever published the file before you pass on either as fact.
outcome-trusted = A credential holds, and your trust list vouches for its issuer.
    .meaning = The bytes of the file fit the signature, apart from those listed as not covered, and your trust list vouches for the certificate.
    .not = It does not mean that what the picture shows happened. A signature covers bytes, not events.
    .next = Read who signed and what they declare, and look at what the signature leaves out.
outcome-valid = A credential holds; nobody on your trust list vouches for its issuer.
    .meaning = The bytes of the file fit the signature, but anybody can make a signature in any name.
    .not = It does not mean that the issuer is dishonest. Small publishers and new devices are on few lists.
    .next = Ask the issuer, by another way, whether the certificate is theirs.
outcome-invalid = A credential does not hold.
    .meaning = The file changed after it was signed, or the credential itself breaks a rule. The findings say which.
    .not = It does not mean that somebody wanted to mislead. Saving, scaling or sending a picture is enough.
    .next = Look for the version that the issuer published, and compare the two.
outcome-labelled = The file says how it was made, without a signature that covers it.
    .meaning = A label in the metadata or a mark in the pixels was found. Anybody can write, change or remove these.
    .not = It does not show that what the label or the mark says is so.
    .next = Ask whoever published the file how it was made.
outcome-none = Nothing was found that says where the file comes from.
    .meaning = The file carries no credential, no label and no mark that hallmark can read.
    .not = It says nothing about what the picture shows. Most pictures in the world carry no such information.
    .next = Look for an earlier copy, and ask whoever published it first.
outcome-unreadable = The file could not be checked.
    .meaning = hallmark could not look into the file. The findings say why.
    .not = It says nothing about the content.
    .next = Get the file again, if possible from where it was first published.

## The history of a picture.

chain-title = How it came about, as the credential tells it
chain-thisFile = This file
chain-answers = { $signer } answers for this step.
chain-answersUnlisted = { $signer } put their name to this step; no list in use vouches for them.
chain-broken = The signature of this step does not hold; nobody answers for it.
chain-changed = { $signer } signed this step; the file changed after that.
chain-nobody = Nobody is named who answers for this step.
chain-signedAt = Signed on { $moment }.
chain-noTime = No time-stamp says when.
chain-madeWith = Made with { $generator }.
chain-more = { $count ->
        [one] One more step is in the record.
       *[other] { $count } more steps are in the record.
    }

# What was done (C2PA actions). Others are shown by their code.
action-created = created
action-opened = opened
action-edited = edited
action-cropped = cropped
action-resized = resized
action-rotated = turned
action-colorAdjusted = colours adjusted
action-filtered = filtered
action-drawn = drawn on
action-placed = a part put in
action-removed = a part taken out
action-transcoded = stored in another format
action-published = published
action-redacted = a statement taken out of an earlier credential
action-watermarked = a watermark put in
action-metadata = metadata edited
action-unknown = something unknown was done

## Comparisons.

compare-title = Compare
compare-now = The file in hand
compare-parent = The earlier version
compare-signed = As it was signed
compare-note = The earlier picture is the small copy that its signer put into the credential.
compare-slider = Move between the two pictures
regions-title = Where the picture changed
regions-alt = The picture in hand, with { $count ->
        [one] one changed place framed
       *[other] { $count } changed places framed
    }
regions-place = Place { $index }: { $left } % from the left, { $top } % from the top, { $width } % wide, { $height } % high.

## What the signature leaves out.

uncovered-alt = The file as a bar from its first byte to its last; hatched parts are not covered by the signature.
uncovered-from = From byte
uncovered-bytes = Bytes
uncovered-what = What lies there

## Forensic details.

forensic-title = Forensic details
forensic-label = Label
forensic-value = Value
forensic-place = Where
forensic-forging = How it can be forged
forensic-severity = Weight
forensic-finding = Finding
forensic-mark = A chance match of this mark happens at most with a chance of { $chance }.
forensic-openMark = Anybody can write this mark.
forensic-keyedMark = Whoever holds the key can write this mark, and it can be copied from one picture to another.
forensic-fingerprint = Fingerprint
forensic-manifest = Manifest
forensic-registry = Registry
forensic-elapsed = Time taken
forensic-milliseconds = { $count } ms

## About the report.

about-tool = hallmark { $version }, rules of { $ruleset }
about-moment = Judged as of { $moment }, which is { $utc }.
about-trustInUse = Trust lists in use:
about-trust = Trust lists that vouched for something here:
about-noTrust = No trust list vouched for anything here.
about-pack = { $pack }, of { $date }
about-packUndated = { $pack }, without a date
about-repeat = Anybody who has the files can repeat this: `hallmark check --at { $utc } PATH`. The SHA-256 of each file says whether it is the same file.
about-limits = hallmark works offline, recognises no faces and guesses nothing from what a picture looks like. It reports what files carry and whether signatures hold; a person decides what follows.
