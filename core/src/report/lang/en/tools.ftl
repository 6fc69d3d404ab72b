# English.

## What commands say that write labels or take personal data out.

label-written = Labelled as { $fact } ({ $standards }). The pixels are unchanged.
tools-signedAgain = Signed again, as a continuation of its earlier credential.

privacy-found = { $count ->
        [0] No personal data in known fields. What the picture shows was not looked at.
        [one] One piece of personal data.
       *[other] { $count } pieces of personal data.
    }
privacy-stripped = { $count ->
        [0] Nothing to take out. The copy is { $output }.
        [one] One piece was taken out. The copy is { $output }.
       *[other] { $count } pieces were taken out. The copy is { $output }.
    }
privacy-left = These could not be taken out:
