# English.

## A person decides.

review-queued = { $count ->
        [0] Nothing new entered the ledger.
        [one] One finding entered the ledger.
       *[other] { $count } findings entered the ledger.
    }
review-unread = { $count ->
        [one] One file could not be read to its end, so nothing about it can be decided.
       *[other] { $count } files could not be read to their ends, so nothing about them can be decided.
    }
review-askName = Who decides?
review-askDecision = Decision: c (confirm), o (overrule), n (leave open), q (stop)?
review-askReason = Why?
review-decided = Recorded: { $decision }, for { $asset }.
review-whole = The ledger is whole: { $count } entries, its head signed with the key { $signer }.
review-malformed = The ledger was changed: line { $line } is no entry.
review-edited = The ledger was changed: line { $line } does not follow the line before it, so one of the two was edited.
review-missing = The ledger was changed: lines are missing before line { $line }.
review-reordered = The ledger was changed: line { $line } belongs elsewhere.
review-truncated = The ledger was changed: it ends before line { $line }, and its head says that there is more.
review-headDiffers = The ledger was changed: it does not end at line { $line } as its head says.

## Earlier verdicts.

review-signedAfter = signed after the key was revoked
review-timeUnknown = signed with the revoked key, and no trusted time-stamp shows that it was before
review-noLongerVouched = the list that vouched is not among the present ones
review-vouchedNow = a present list vouches now
review-summary = { $count } of { $all } entries change.

## Cases that somebody else can judge again.

case-written = { $count ->
        [one] One file is in the case { $output }, signed with the key { $signer }.
       *[other] { $count } files are in the case { $output }, signed with the key { $signer }.
    }
case-signedByNobody = The key was made for this case: it shows that nothing was changed, and not by whom the case was made. Add --identity to sign as somebody.
case-same = Same verdict: the media of { $count } assets, examined again, give what was recorded on { $moment }.
case-sameWithoutMedia = Same verdict: the evidence on { $count } assets, judged again, gives what was recorded on { $moment }. The media are not in the case and were not looked at.
case-different = Different, because { $field } of { $path } was { $recorded } and is { $now }.
case-rules = The rules differ: the case was judged under { $recorded }, this program judges under { $now }.
case-impossible = Cannot be replayed, because { $reason }
