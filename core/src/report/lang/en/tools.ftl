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

## What is said about marks that are written or looked for.

marking-none = No mark was found. Most pictures carry none.
marking-written = The pixels carry the mark { $payload } now, written with the key { $key }. It was read back from the copy.
marking-survivesCopying = In a trial, it survived copying and light compression only: the picture hides little.
marking-survivesCompression = In a trial, it survived JPEG compression at quality 50.
marking-survivesHalfSize = In a trial, it survived half size and JPEG compression at quality 50.
marking-quality = Difference to the original before compression: PSNR { $psnr } dB, SSIM { $ssim }.
marking-lostPalette = The picture had a palette or fewer than 8 bits a colour; the copy has 8 bits a colour.
marking-lostInterlacing = The picture was interlaced; the copy is not.
marking-lostArithmeticCoding = The picture used arithmetic coding; the copy uses Huffman coding.
marking-droppedCredential = The credential of the original is not in the copy: it does not hold for other pixels.

## Recovered credentials, in detail.

heading-recovered = Recovered
recovering-from = from { $registry }: manifest { $manifest }
recovering-signer = issued by { $signer } ({ $state })
recovering-similarity = { $percent } percent of what was compared look as they were signed
recovering-region = changed: { $width } by { $height } percent of the picture, { $left } percent from the left, { $top } percent from the top
recovering-mapWritten = The picture with its changed regions is { $output }.

## Registries.

registering-added = Registered, as number { $number }.
registering-already = Was registered before, as number { $number }.
registering-claim = { $number }, { $moment }: mark { $mark }, manifest { $label }
registering-tombstone = Withdrawn on { $moment }: { $reason }
registering-revokedNow = The credential { $manifest } is withdrawn now. Whoever finds it is told so.
registering-revokedBefore = The credential { $manifest } was withdrawn before; the first reason stays.
registering-exported = The registry is in { $output } now, signed with the key { $signer }. Tell its fingerprint, by another way, to those who take it in.
registering-imported = Signed with the key { $signer }. New: { $added }; known before: { $already }; withdrawn: { $revoked }.
registering-conflictKept = The mark { $mark } is claimed by several credentials ({ $manifests }); the registry was left as it is.

## Publishing.

publishing-published = Published, and registered as number { $number }.
publishing-before = Was published before, as number { $number }; this is the file of that time.
publishing-withoutMark = It carries no mark: { $reason }. It can be found again by its looks alone.
publishing-stripped = { $count ->
        [one] One piece of personal data was taken out.
       *[other] { $count } pieces of personal data were taken out.
    }
publishing-left = Personal data that could not be taken out: { $names }.

## Duties on content made by AI.

duty-notMet = The file does not carry what { $article } asks of content made by AI.
    .meaning = Something in the file says that AI made or changed it, and the rules that you asked about want such a file to carry more than it does.
    .not = It does not mean that anybody broke a rule: whom it binds, and since when, is not looked at. It is no legal advice.
    .next = Read `spec/profiles.md` for what the file would have to carry, and ask somebody who knows the law.

heading-duties = Duties
profile-line = { $article }: { $met }
profile-met = carried
profile-notMet = not carried
profile-notApplicable = does not apply, nothing says that AI made it
profile-cannotTell = cannot be told from outside
profile-unverified = (the rule's own text was not read)
profile-none = The rules that were asked about concern content made by AI; nothing says that AI made this.

## What a pipeline did to a file.

passage-pixelsAlike = The pictures look the same.
passage-pixelsDifferent = The pictures look different.
passage-pixelsUnknown = The pictures could not be compared by their looks.
passage-item = { $kind }, { $name }: { $outcome }
passage-counts = { $kind }: { $kept } kept, { $altered } altered, { $stripped } stripped, { $added } added
passage-duty = Some rules ask platforms not to strip what tells where content comes from: BPC § 22757.3.1 (California); Code of Practice, 1.2 (European Union, the rule's own text was not read). This is no legal advice.
outcome-kept = kept
outcome-altered = altered
outcome-stripped = stripped
outcome-added = added
