# English.

## What was not looked at.

notChecked-revocation = Whether a certificate was withdrawn was not looked up; hallmark has no network.
    .meaning = Certificate authorities withdraw certificates, for example after a theft. Only they can say so.
    .not = It does not mean that the certificate was withdrawn, or that it was not.
    .next = If much depends on it, ask the certificate authority.

notChecked-closedMarks = Marks that only their makers can read (SynthID, Digimarc) were not looked for.
    .meaning = Some companies hide marks in pictures and keep the means of reading them to themselves.
    .not = It does not mean that the picture carries such a mark, or that it does not.
    .next = If much depends on it, ask the makers; some offer a service.

notChecked-watermark = Watermarks in the pixels were not looked for.
    .meaning = The search was left out on request, or the file could not be read at all.
    .not = It does not mean that the picture carries a watermark, or that it does not.
    .next = Run `hallmark check` without --only and --no-pixels, if you expect one.

notChecked-parent = The picture was not compared with the file that you named as its parent: { $detail }.
    .meaning = That file holds no picture that hallmark can decode.
    .not = It does not mean that the two differ, or that they do not.
    .next = Name a copy of the parent as JPEG, PNG, WebP, TIFF or GIF.

notChecked-parentPixels = Pictures were not compared with the file that you named as the parent: the pixels were not looked at.
    .meaning = The pixels were left out on request (--no-pixels or --only). What needs none, the languages of the tracks, was still held against the parent.
    .not = It does not mean that the two differ, or that they do not.
    .next = Run `hallmark check` without --no-pixels; --only must ask fingerprint.

notChecked-pixels-format = The pixels were not looked at: hallmark does not decode { $format }.
    .meaning = Credentials and labels of this format are read; marks in the pixels are not.
    .not = It does not mean that there are marks, or that there are none.
    .next = Turn the picture into PNG with a program you trust and check that copy for marks.

notChecked-pixels-limit = The pixels were not looked at: a picture of { $size } is larger than the limit.
    .meaning = Decoding it would take more memory than one picture may use.
    .not = It does not mean that anything is wrong with the file.
    .next = Raise --max-pixels, if you trust where the file comes from.

notChecked-pixels-unreadable = The pixels were not looked at: they cannot be decoded.
    .meaning = The file begins as a picture does, but its pixels are damaged or of a rare kind.
    .not = It does not mean that somebody damaged it on purpose.
    .next = Get the file again, or open it in another program.

notChecked-pixels-few = Watermarks were not looked for: a picture of { $size } with so few pixels or colours cannot carry one.
    .meaning = A mark needs at least 64 pixels a side and more than two colours.
    .not = It does not mean that a larger copy carries none.
    .next = Look for a larger copy.

notChecked-pixels-time = The search for watermarks was stopped: the picture took too long.
    .meaning = The time for one file was used up before an answer was reached.
    .not = It does not mean that the picture carries a mark, or that it does not.
    .next = Raise --deadline and check this file again.

notChecked-comparison = Whether the picture is still the one that was signed was not compared.
    .meaning = The recovered credential holds no description of the picture, or too little of the signed picture is in hand.
    .not = It does not mean that the picture was changed, or that it was not.
    .next = Get the picture from its publisher and compare it yourself.

notChecked-openMarks = The public marks of picture generators could not be looked for in this kind of picture.
    .meaning = Such marks survive only in colour pictures of middling size that were stored without loss, or nearly so.
    .not = It does not say whether there ever was a mark.
    .next = Look for the picture as it was first published.

notChecked-remoteManifest = Credentials that lie elsewhere were not fetched; hallmark has no network.
    .meaning = The file names a place where its credentials are said to be.
    .not = It does not mean that there are credentials at that place, or what they say.
    .next = Download them yourself, if you accept that the owner of the place learns of it, and put them beside the file with the ending .c2pa.

notChecked-identity = An identity that only an online service can confirm was not looked up.
    .meaning = Somebody put their name to this file through a service on the network, which hallmark does not ask.
    .not = It does not mean that the name is right, or that it is wrong.
    .next = Ask the service named in the credential, if the name matters to you.

notChecked-softBinding = The credential names “{ $value }”, which was not looked for.
    .meaning = Signers may put marks of other vendors into a file, or keep its fingerprints, and name them in the credential. hallmark knows them by name; most can be read by their vendor only.
    .not = It does not mean that the mark is there, or that it is not.
    .next = If a copy has lost its credential and much depends on it, ask the vendor; some offer a service.

notChecked-metadata = The metadata of this format are not read.
    .meaning = hallmark reads the credentials of this format, but not its captions, dates and labels.
    .not = It does not mean that there are labels, or that there are none.
    .next = Use a metadata viewer, if a label matters to you.
