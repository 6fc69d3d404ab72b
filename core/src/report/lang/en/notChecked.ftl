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
    .meaning = This check reads credentials and labels; it does not look at pixels.
    .not = It does not mean that the picture carries a watermark, or that it does not.
    .next = Nothing, unless you expect one.

notChecked-openMarks = The public marks of picture generators could not be looked for: { $why }.
    .meaning = Such marks survive only in large colour pictures that were stored without loss, or nearly so.
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

notChecked-metadata = The metadata of this format are not read.
    .meaning = hallmark reads the credentials of this format, but not its captions, dates and labels.
    .not = It does not mean that there are labels, or that there are none.
    .next = Use a metadata viewer, if a label matters to you.
