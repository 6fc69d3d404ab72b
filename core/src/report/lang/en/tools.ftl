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
