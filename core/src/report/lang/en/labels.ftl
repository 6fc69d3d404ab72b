# English.

## Labels.

label-digitalSourceType-unknown = The file declares a kind of source that the vocabulary does not know.
    .meaning = The IPTC list of digital source types has no such entry; it may be misspelt or newer than this version.
    .not = It does not say how the picture was made.
    .next = Read the value in the report, and update hallmark.

label-aigc-malformed = The AIGC label in this file breaks a rule of its standard: “{ $detail }”.
    .meaning = The file has a label of the Chinese standard GB 45438, but its content is incomplete, out of order or cannot be read.
    .not = It does not mean that there is no label, and not that somebody tampered with it; many programs write it wrongly.
    .next = Read the label in the report, and ask whoever published the file how it was made.

label-aigc-duplicate = The file has { $count } AIGC labels; the standard allows one.
    .meaning = Several programs, or one program in several places, wrote a label of the Chinese standard GB 45438.
    .not = It does not mean that the labels contradict each other.
    .next = Compare the labels in the report.

label-aigc-signature-holds = The AIGC label is signed, with a key that comes with it.
    .meaning = The three members about the producer belong together and were not changed since somebody signed them.
    .not = It does not say who signed: anybody can make such a key.
    .next = Ask the producer that the label names whether the key is theirs.

label-aigc-signature-pinned = The AIGC label is signed with a known producer's key.
    .meaning = The three members about the producer were not changed since the holder of that key signed them.
    .not = It does not cover the picture: the label can be copied to another file.
    .next = Compare the label's identifier with what the producer says about it.

label-aigc-signature-mismatch = The signature of the AIGC label does not hold.
    .meaning = The members about the producer were changed after signing, or the signature belongs to another label.
    .not = It says nothing about the picture, and does not mean that the label is wrong.
    .next = Get the file as the producer published it, and check that.

label-aigc-signature-unreadable = The AIGC label has a signature of a kind that cannot be read here.
    .meaning = Its algorithm, its key or what it covers is not one of those that the practice guide describes.
    .not = It does not mean that the signature fails.
    .next = Ask the producer that the label names.

label-novelai-signature-holds = NovelAI's signature over the pixels and the generation data holds.
    .meaning = Pixels and comment are exactly as the holder of NovelAI's key signed them.
    .not = It does not say who asked for the picture.
    .next = Report it as made with NovelAI; the signature can be checked again by anybody.

label-novelai-signature-mismatch = The file has a signature of NovelAI that does not hold.
    .meaning = Pixels or comment were changed after signing, or the signature was taken from another picture.
    .not = It does not mean that the picture was not made with NovelAI: saving it anew is enough.
    .next = Look for the file as it was first published.

contradiction-labels-disagree = The file says two different things about itself: “{ $first }” and “{ $second }”.
    .meaning = Two labels in the same file declare different kinds of source, for example a camera and a generator.
    .not = It does not say which of the two is right; programs often keep an old label when they edit.
    .next = Ask whoever edited the file last, and do not pass on either label as fact.

contradiction-credential-captured-label-generated = The credential says that a camera took this picture; a label in the file says that it was made by AI.
    .meaning = The signed credential and an unsigned label contradict each other.
    .not = It does not say which of the two is right. The label is easier to forge.
    .next = Ask the signer, and look at what the signature does not cover.

contradiction-credential-captured-mark-generated = The credential says that a camera took this picture; its pixels carry the public mark of a generator.
    .meaning = The signed credential and a watermark that anybody can write contradict each other.
    .not = It does not say that the picture was generated: such a mark can be stamped on a photograph to make it look generated.
    .next = Trust neither alone. Ask the signer for the picture as the camera stored it, and compare.

contradiction-credential-removed = The metadata point at a credential inside this file, and there is none.
    .meaning = The file once carried Content Credentials. A program that saved or sent it took them away and left the pointer.
    .not = It does not mean that somebody wanted to hide something; most programs and platforms remove them unasked.
    .next = Look for an earlier copy, nearer to where the picture was first published.

contradiction-label-partial = The metadata name an AI system, “{ $value }”, but do not say what it did.
    .meaning = The label that says how the picture was made is missing beside the details; it was never written, or was removed.
    .not = It does not say whether AI made the picture, changed it, or only described it.
    .next = Ask whoever edited the file last, or look for an earlier copy.

contradiction-dates-disordered = The dates in this file are out of order: “{ $first }” comes after “{ $second }”.
    .meaning = The picture is said to be captured, or worked on, after a moment at which it was already finished.
    .not = It does not mean that somebody forged a date; clocks of cameras are often wrong.
    .next = Rely on the time-stamp, if there is one, and on nothing else that the file says about time.

contradiction-dimensions-differ = EXIF says { $first } pixels, the picture has { $second }.
    .meaning = The picture's shape changed after its EXIF data were written: something was cut away or added, or the picture was squeezed.
    .not = It does not say what was cut away, if anything; cropping a picture is common.
    .next = Look for a copy that was not cropped.

contradiction-orientation-differs = EXIF and XMP say different things about how the picture is turned: { $first } and { $second }.
    .meaning = A program turned the picture and updated only one of the two.
    .not = It does not mean that anything was changed besides.
    .next = Look at the picture in more than one program before you describe what it shows.

contradiction-thumbnail-differs = The small copy in { $first } shows another picture than the file, or more of it.
    .meaning = Files carry small copies of their picture, which programs should renew when they change it. This one does not look like the picture.
    .not = It does not say which of the two came first, or that somebody wanted to mislead; many programs crop or replace a picture and forget the small copy.
    .next = Look at both in the report, and ask whoever published the file what was changed. The small copy may show what was cut away.

contradiction-aiEdit-unseen = It is declared that AI edited this picture, and no difference from its parent is seen.
    .meaning = The picture was compared with what it was made from. Apart from size, compression and brightness, both look the same.
    .not = It does not mean that nothing was edited: a change may be smaller than the comparison can see, above all where only a small copy of the parent was there.
    .next = Compare with the parent itself: hallmark check FILE --parent PARENT. Ask the signer what was edited.

contradiction-step-undeclared = This picture differs from its parent, and no step that was declared explains it.
    .meaning = The credential says that the picture was opened, and at most coded, scaled or turned. It was compared with what it was made from, and it was changed, cropped or replaced.
    .not = It does not say what was changed, or that somebody wanted to mislead; programs forget to declare steps. A small copy of the parent is weak evidence.
    .next = Look at both pictures. Compare with the parent itself: hallmark check FILE --parent PARENT. Ask the signer what happened in between.

contradiction-language-differs = A track is in the language “{ $second }”, and the parent has “{ $first }”; no step that was declared explains it.
    .meaning = The file was made from another one whose tracks are in another language. The credential names no dubbing and no translation.
    .not = It does not mean that the sound is not what was said: many programs write a language that nobody chose.
    .next = Listen to both, and ask the signer whether the file was dubbed or translated.
