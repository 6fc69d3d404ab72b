# English.
#
# The id of a message is the code of a finding with dots as dashes. Each has four parts: the
# sentence itself, what it means, what it does not mean, and what to do. Values that a sentence
# quotes come from files and certificates; they are shown between quotation marks.

## The asset.

asset-empty = The file is empty.
    .meaning = The file has no bytes at all.
    .not = It does not mean that the picture was deleted on purpose; failed downloads and full disks leave such files.
    .next = Get the file again from where it came from.

asset-malformed = The structure of the file is broken: { $what }.
    .meaning = The file begins like a known format, but a part of it does not follow the rules of that format.
    .not = It does not mean that somebody tampered with it; damaged cards and interrupted transfers do this.
    .next = Get the file again, if possible the original from the device or the first publisher.

asset-truncated = The file ends too early: { $what }.
    .meaning = The file's own structure promises more bytes than there are.
    .not = It does not mean that the missing part was cut off on purpose; interrupted downloads end like this.
    .next = Download or copy the file again and compare its length.

asset-unsupported = This is no media format that hallmark can look into.
    .meaning = The first bytes of the file belong to no format that hallmark reads.
    .not = It says nothing about the content, and nothing about its credentials.
    .next = Check what kind of file it is. If it is a picture, save the original in its own format instead of converting it.

asset-unreadable = The file could not be read.
    .meaning = The operating system did not hand over the file's bytes: it is missing, protected, or the disk failed.
    .not = It says nothing about the content.
    .next = Check the path and your permission to read it, then run the check again.

asset-notRegularFile = This is a pipe, a device or a socket, not a file; it was not opened.
    .meaning = The path leads to something that never ends or that acts when it is read, so hallmark leaves it alone.
    .not = It says nothing about what could be read from it.
    .next = Save the content to an ordinary file and check that.

asset-extensionDiffers = The name ends in “{ $extension }”, but the content is { $format }.
    .meaning = The file's name promises another format than its bytes hold. hallmark goes by the bytes.
    .not = It does not mean that something is wrong with the content; renaming a file is enough.
    .next = Ask where the file was renamed or converted, if that matters to you.

## Limits.

limit-deadline = Looking into this file took longer than the deadline; it was stopped.
    .meaning = The file needed more time than one file may take, so its examination was ended and the others went on.
    .not = It does not mean that the file is harmful, only that it is very large or unusual; some files are built to cause this.
    .next = Run it alone with a longer `--deadline`, on a machine that may be kept busy.

limit-bytes = The file is larger than the limit; it was not read.
    .meaning = The file has more bytes than `--max-bytes` allows.
    .not = It says nothing about the content.
    .next = Raise `--max-bytes` if you expected such a file.

limit-memory = Looking into this file needed more memory than one file may take.
    .meaning = The file's structure asks for more memory than its share, so its examination was ended.
    .not = It does not mean that the file is harmful; some files are built to cause this.
    .next = Run it alone on a machine with more memory, or get another copy.

limit-structure = The structure of the file goes beyond a limit: { $what } (at most { $limit }).
    .meaning = The file nests its parts deeper, or has more or larger parts, than any ordinary file does, and was read only up to there.
    .not = It does not mean that the part that was read is wrong.
    .next = Treat the result as incomplete and get another copy if you can.

internal-workerDied = The process that looked into this file ended without an answer.
    .meaning = A separate process examines each file, so that a dangerous one harms nothing else. This one ended early.
    .not = It says nothing about the content.
    .next = Run the file alone. If it happens again, please report it as a defect of hallmark.

internal-panic = hallmark ran into a defect of its own while looking into this file.
    .meaning = The program met a case that its authors did not foresee. Other files are not affected.
    .not = It says nothing about the content.
    .next = Please report it as a defect of hallmark, with the file if you may share it.

## C2PA: the content and its binding to the credential.

assertion-dataHash-match = The content is, byte for byte, what was signed.
    .meaning = The file's bytes, apart from those the signature leaves out, give the same checksum as when the credential was issued.
    .not = It does not mean that what the picture shows happened, or that the signer can be relied on.
    .next = Look at who signed, and at what the signature leaves out.

assertion-dataHash-mismatch = The content is not what was signed.
    .meaning = The file's bytes give another checksum than the one in the credential: something changed after it was issued.
    .not = It does not say what changed or who did it. Saving a picture again, resizing it or editing its caption is enough.
    .next = Look for the version that the issuer published and compare the two.

assertion-dataHash-malformed = The part of the credential that binds it to the content breaks its rules.
    .meaning = The checksum entry is written in a way that cannot be followed, so the content cannot be compared.
    .not = It says nothing about whether the content changed.
    .next = Ask the issuer for the file; their software may have written a faulty credential.

assertion-dataHash-additionalExclusionsPresent = The signature leaves out more of the file than its own place.
    .meaning = The credential names further parts of the file that may change without breaking the signature.
    .not = It does not mean that those parts were changed.
    .next = Look at the ranges listed as not covered before you rely on what lies there, such as a date or a place.

assertion-bmffHash-match = The content is, part by part, what was signed.
    .meaning = The parts of this video, audio or HEIF file give the same checksum as when the credential was issued.
    .not = It does not mean that what it shows happened, or that the signer can be relied on.
    .next = Look at who signed, and at what the signature leaves out.

assertion-bmffHash-mismatch = The content is not what was signed.
    .meaning = The parts of this video, audio or HEIF file give another checksum than the one in the credential.
    .not = It does not say what changed or who did it. Converting or trimming a file is enough.
    .next = Look for the version that the issuer published and compare the two.

assertion-bmffHash-malformed = The part of the credential that binds it to the content breaks its rules.
    .meaning = The checksum entry is written in a way that cannot be followed, so the content cannot be compared.
    .not = It says nothing about whether the content changed.
    .next = Ask the issuer for the file; their software may have written a faulty credential.

assertion-boxesHash-match = The content is, part by part, what was signed.
    .meaning = Every named part of the file gives the same checksum as when the credential was issued.
    .not = It does not mean that what the picture shows happened, or that the signer can be relied on.
    .next = Look at who signed.

assertion-boxesHash-mismatch = The content is not what was signed.
    .meaning = A named part of the file gives another checksum than the one in the credential.
    .not = It does not say what changed or who did it. Saving a picture again is enough.
    .next = Look for the version that the issuer published and compare the two.

assertion-boxesHash-malformed = The part of the credential that binds it to the content breaks its rules.
    .meaning = The list of parts is written in a way that cannot be followed, so the content cannot be compared.
    .not = It says nothing about whether the content changed.
    .next = Ask the issuer for the file; their software may have written a faulty credential.

assertion-boxesHash-unknownBox = The file holds a part that was not there when it was signed.
    .meaning = The credential lists every part of the file, and one part is not on that list.
    .not = It does not say what was added or by whom. Programs that add a caption or a preview do this.
    .next = Look for the version that the issuer published and compare the two.

assertion-collectionHash-match = Every file of the collection is what was signed.
    .meaning = Each file inside this collection gives the same checksum as when the credential was issued.
    .not = It does not mean that what the files show happened, or that the signer can be relied on.
    .next = Look at who signed.

assertion-collectionHash-mismatch = A file of the collection is not what was signed.
    .meaning = At least one file inside this collection changed, came later, or is missing.
    .not = It does not say what changed or who did it.
    .next = Look for the collection that the issuer published and compare the two.

assertion-collectionHash-malformed = The part of the credential that binds it to the collection breaks its rules.
    .meaning = The list of files is written in a way that cannot be followed, so they cannot be compared.
    .not = It says nothing about whether a file changed.
    .next = Ask the issuer for the collection; their software may have written a faulty credential.

## C2PA: the structure of the credential.

claim-missing = The credential lacks its claim.
    .meaning = The claim is the part that gets signed. Without it there is nothing to verify.
    .not = It says nothing about the picture.
    .next = Look for another copy of the file, nearer to its source.

claim-multiple = The credential holds more than one claim.
    .meaning = A credential has exactly one claim; with two, nobody can say which was meant.
    .not = It says nothing about the picture.
    .next = Treat the credential as absent and look for another copy.

claim-malformed = The claim lacks a required entry or misuses one.
    .meaning = The signed part of the credential does not follow the C2PA specification.
    .not = It says nothing about the picture. Early and home-made software writes such claims.
    .next = Treat the credential as absent, or ask the issuer to sign again with current software.

claim-cbor-invalid = The claim cannot be decoded.
    .meaning = The signed part of the credential is damaged or was never written correctly.
    .not = It says nothing about the picture.
    .next = Look for another copy of the file, nearer to its source.

claim-hardBindings-missing = The credential is bound to no content.
    .meaning = Nothing in the credential says which bytes it belongs to; it would fit any file.
    .not = It says nothing about the picture.
    .next = Treat the credential as absent.

assertion-missing = A statement that the credential names is not there.
    .meaning = The signed claim lists its statements (assertions), and one of them was removed or lost.
    .not = It does not say who removed it or why.
    .next = Look for another copy of the file. A lawful removal is announced in the credential itself.

assertion-undeclared = The credential holds a statement that was never signed.
    .meaning = A statement (assertion) was put into the credential that the signed claim does not list.
    .not = It says nothing about the picture.
    .next = Ignore that statement and treat the credential as broken.

assertion-multipleHardBindings = The credential is bound to content more than once.
    .meaning = A credential has exactly one checksum of its content; with two, an attacker could choose the one that fits.
    .not = It says nothing about the picture.
    .next = Treat the credential as broken.

assertion-outsideManifest = A statement lies outside the credential that names it.
    .meaning = A statement (assertion) was taken from another credential in the same file.
    .not = It says nothing about the picture.
    .next = Treat the credential as broken.

assertion-selfRedacted = The credential removes a statement of its own.
    .meaning = Statements may be removed (redacted) only from earlier credentials, never from the one that does it.
    .not = It says nothing about the picture.
    .next = Treat the credential as broken and tell the issuer.

assertion-notRedacted = A statement that should have been removed is still there.
    .meaning = The credential says that an earlier statement was removed (redacted), but it was not.
    .not = It does not mean that the statement is wrong.
    .next = Be careful with what that statement says: somebody meant it not to be published.

assertion-inaccessible = A statement of the credential could not be reached.
    .meaning = The credential refers to a statement (assertion) that lies elsewhere. hallmark has no network.
    .not = It says nothing about the picture.
    .next = Ask the issuer for the complete file.

assertion-json-invalid = A statement of the credential is not valid JSON.
    .meaning = One of the statements (assertions) is damaged or was never written correctly.
    .not = It says nothing about the picture.
    .next = Look for another copy of the file, or tell the issuer.

assertion-cbor-invalid = A statement of the credential is not valid CBOR.
    .meaning = One of the statements (assertions) is damaged or was never written correctly.
    .not = It says nothing about the picture.
    .next = Look for another copy of the file, or tell the issuer.

assertion-hashedURI-match = A statement of the credential is what was signed.
    .meaning = The statement (assertion) gives the checksum that the signed claim lists for it.
    .not = It does not mean that the statement is true, only that the signer made it.
    .next = Look at who signed.

assertion-hashedURI-mismatch = A statement of the credential was altered after signing.
    .meaning = A statement (assertion) gives another checksum than the signed claim lists for it.
    .not = It says nothing about the pixels; it concerns what the credential says about them.
    .next = Do not rely on what the credential says. Look for the version that the issuer published.

assertion-action-malformed = The list of editing steps breaks its rules.
    .meaning = A credential says what was done to the content (created, opened, cropped). This list lacks a required entry or misuses one.
    .not = It says nothing about the pixels.
    .next = Treat the editing history as unknown, or ask the issuer to sign again with current software.

assertion-action-ingredientMismatch = An editing step refers to a source file that is not there.
    .meaning = A step such as “opened” or “placed” names a source (ingredient) that the credential does not hold.
    .not = It says nothing about the pixels.
    .next = Treat the editing history as incomplete.

assertion-action-redactionMismatch = An editing step announces a removal that did not happen.
    .meaning = The list of steps says that a statement was removed (redacted), but the credential does not agree.
    .not = It says nothing about the pixels.
    .next = Treat the editing history as unreliable.

assertion-action-redacted = The list of editing steps was removed.
    .meaning = Statements may be removed (redacted) from earlier credentials, but never the list of editing steps.
    .not = It does not say what the steps were.
    .next = Ask for the earlier version of the file.

assertion-ingredient-malformed = The entry of a source file breaks its rules.
    .meaning = The credential names a source (ingredient) in a way that cannot be followed.
    .not = It says nothing about the pixels.
    .next = Treat the history before this step as unknown.

assertion-timestamp-malformed = A time-stamp statement breaks its rules.
    .meaning = The credential holds a time-stamp added later, written in a way that cannot be followed.
    .not = It does not mean that the signature is wrong.
    .next = Treat the time of signing as not backed by that time-stamp.

assertion-metadata-disallowed = A metadata statement uses entries that it may not use.
    .meaning = Signed metadata may hold only entries from a fixed list, and this one goes beyond it.
    .not = It does not mean that the entries are wrong.
    .next = Do not rely on the extra entries; tell the issuer.

manifest-inaccessible = A credential that this one refers to could not be reached.
    .meaning = The file refers to a credential that lies elsewhere. hallmark has no network.
    .not = It says nothing about the picture.
    .next = Ask the issuer for the complete file.

manifest-multipleParents = The credential names more than one parent.
    .meaning = An edited file comes from exactly one parent; with two, its history cannot be told.
    .not = It says nothing about the pixels.
    .next = Treat the history before this step as unknown.

manifest-update-invalid = An update of the credential holds what an update may not hold.
    .meaning = An update may add statements without touching the content. This one goes beyond that.
    .not = It says nothing about the pixels.
    .next = Treat the update as broken; ask for the version before it.

manifest-update-wrongParents = An update of the credential does not name exactly one parent.
    .meaning = An update extends one earlier credential, and must name it.
    .not = It says nothing about the pixels.
    .next = Treat the update as broken; ask for the version before it.

manifest-compressed-invalid = A compressed credential does not decompress.
    .meaning = The credential is stored in compressed form and is damaged.
    .not = It says nothing about the picture.
    .next = Look for another copy of the file, nearer to its source.

general-error = The credential could not be verified to its end.
    .meaning = Verification stopped at something that has no code of its own in the C2PA specification.
    .not = It says nothing about the picture.
    .next = Read the detail in the message, and look for another copy of the file.

## C2PA: the signer.

claimSignature-validated = The signature holds.
    .meaning = The credential was signed with the key that its certificate names, and was not altered since.
    .not = It does not mean that the signer is who the certificate says; that is what trust lists are for.
    .next = Look at whether a trust list vouches for the signer.

claimSignature-missing = The credential carries no signature.
    .meaning = Nobody vouches for what the credential says; anybody could have written it.
    .not = It says nothing about the picture.
    .next = Treat the credential as absent.

claimSignature-mismatch = The signature does not match the credential.
    .meaning = The credential was altered after signing, or the signature was made with another key.
    .not = It says nothing about the picture; it concerns what is said about it.
    .next = Do not rely on what the credential says. Look for the version that the issuer published.

claimSignature-insideValidity = The certificates were valid at the time that counts.
    .meaning = The signer's certificates had begun and not yet expired when the signature was made, or now when no time-stamp tells.
    .not = It does not mean that they were not withdrawn; that is another check.
    .next = Look at whether a trusted time-stamp backs the time.

claimSignature-outsideValidity = A certificate was not valid at the time that counts.
    .meaning = The signer's certificate, or one above it, had not begun or had expired at the signing time, or now when no time-stamp tells.
    .not = It does not mean that the file was altered. An old file without a time-stamp ends up here.
    .next = If you know when it was signed, check again with `--at`; else ask the issuer for a time-stamped version.

signingCredential-trusted = Your trust list vouches for the signer.
    .meaning = The signer's certificate leads to an authority on a list that you use.
    .not = It does not mean that what the signer says is true; it means you can hold them to it.
    .next = Look at the name of the signer and at what they say about the file.

signingCredential-untrusted = No trust list in use vouches for the signer.
    .meaning = The signature holds, but the signer's certificate leads to no authority on a list that you use. Anybody can make such a certificate.
    .not = It does not mean that the signer is dishonest; small publishers and test files end up here.
    .next = If you know the signer, ask for their certificate and add it with `hallmark trust add FILE`.

signingCredential-invalid = The signer's certificate breaks the rules for certificates.
    .meaning = The C2PA specification says what a signing certificate must look like, and this one differs.
    .not = It says nothing about the picture.
    .next = Run `hallmark identity check FILE` on the certificate to see the rule, and tell the issuer.

signingCredential-expired = The signer's certificate had expired.
    .meaning = The certificate was past its end date at the time that counts: the signing time when a trusted time-stamp tells it, else the moment of this check.
    .not = It does not mean that the file was altered. Old files without a time-stamp end up here.
    .next = If you know when it was signed, check again with `--at`.

signingCredential-ocsp-revoked = The signer's certificate was withdrawn.
    .meaning = The authority that issued the certificate withdrew it (revoked it), for example because the key was stolen.
    .not = It does not say that this very file was signed by a thief.
    .next = Treat the signature as worthless unless the issuer confirms the file in another way.

signingCredential-ocsp-unknown = The authority does not know the signer's certificate.
    .meaning = An answer stored in the file says that the authority never heard of this certificate.
    .not = It says nothing about the picture.
    .next = Treat the signature as worthless unless the issuer confirms the file in another way.

signingCredential-ocsp-notRevoked = An answer stored in the file says that the certificate was not withdrawn.
    .meaning = The signer attached a statement of the certificate authority from about the time of signing.
    .not = It does not mean that the certificate was not withdrawn later.
    .next = Nothing, unless you heard of a stolen key.

signingCredential-ocsp-skipped = Whether the certificate was withdrawn was not looked up.
    .meaning = The file holds no answer of the certificate authority, and hallmark has no network to ask for one.
    .not = It does not mean that the certificate was withdrawn, or that it was not.
    .next = If much depends on it, ask the certificate authority.

signingCredential-ocsp-inaccessible = The authority that could say whether the certificate was withdrawn was not reached.
    .meaning = The question could not be asked; hallmark has no network.
    .not = It does not mean that the certificate was withdrawn, or that it was not.
    .next = If much depends on it, ask the certificate authority.

algorithm-unsupported = The credential uses an algorithm that C2PA does not allow.
    .meaning = The signature or a checksum was made in a way that is not on the list of accepted algorithms, so it was not relied on.
    .not = It says nothing about the picture.
    .next = Ask the issuer to sign again with current software.

algorithm-deprecated = The credential uses an algorithm that is being retired.
    .meaning = The algorithm was acceptable when the file was signed, and is no longer recommended.
    .not = It does not mean that the signature is broken.
    .next = Nothing today; plan to sign your own files with a current algorithm.

## C2PA: the time of signing.

timeStamp-validated = A time-stamp belongs to this signature and holds.
    .meaning = A time-stamping service confirmed that the signature existed at the time it states.
    .not = It does not say when the picture was taken, only when the signature already existed.
    .next = Look at whether a trust list vouches for the service.

timeStamp-trusted = Your trust list vouches for the service that states the time.
    .meaning = The time of signing is backed by a service on a list that you use.
    .not = It does not say when the picture was taken, only when the signature already existed.
    .next = Nothing.

timeStamp-untrusted = No trust list in use vouches for the service that states the time.
    .meaning = The time-stamp holds, but its service is on no list that you use, so the time is only claimed.
    .not = It does not mean that the time is wrong.
    .next = If you know the service, add its certificate with `--tsa-trust`.

timeStamp-malformed = A time-stamp cannot be read.
    .meaning = The credential holds a time-stamp that is damaged or was never written correctly; it was ignored.
    .not = It does not mean that the signature is wrong.
    .next = Treat the time of signing as unknown.

timeStamp-mismatch = A time-stamp belongs to another signature.
    .meaning = The time-stamp was made for other bytes than this signature; it was ignored.
    .not = It does not mean that the signature is wrong, but somebody may have copied the time-stamp.
    .next = Treat the time of signing as unknown.

timeStamp-outsideValidity = The certificate of the time-stamping service was not valid at the time it states.
    .meaning = The service's certificate had not begun or had expired when it stated the time; the time-stamp was ignored.
    .not = It does not mean that the signature is wrong.
    .next = Treat the time of signing as unknown.

## C2PA: the history.

ingredient-manifest-validated = The credential of a source file is the one that was meant.
    .meaning = The credential of an earlier version is stored in this file, unchanged since it was added.
    .not = It does not mean that the earlier signer can be relied on.
    .next = Look at the history with `-v`.

ingredient-manifest-missing = The credential of a source file is not there.
    .meaning = This file says that an earlier version had a credential, and that credential was removed or lost.
    .not = It says nothing about the pixels.
    .next = Treat the history before this step as unknown.

ingredient-manifest-mismatch = The credential of a source file is not the one that was meant.
    .meaning = The credential of an earlier version was altered or exchanged after it was added.
    .not = It says nothing about the pixels of this version.
    .next = Treat the history before this step as unreliable.

ingredient-claimSignature-validated = The signature of a source file's credential is the one that was meant.
    .meaning = The signature of an earlier version is stored in this file, unchanged since it was added.
    .not = It does not mean that the earlier signer can be relied on.
    .next = Look at the history with `-v`.

ingredient-claimSignature-missing = The signature of a source file's credential is not there.
    .meaning = This file says that an earlier version was signed, and that signature was removed or lost.
    .not = It says nothing about the pixels.
    .next = Treat the history before this step as unknown.

ingredient-claimSignature-mismatch = The signature of a source file's credential is not the one that was meant.
    .meaning = The signature of an earlier version was exchanged after it was added.
    .not = It says nothing about the pixels of this version.
    .next = Treat the history before this step as unreliable.

ingredient-unknownProvenance = A source file came without credentials.
    .meaning = Something went into this file whose origin nobody signed for. That is the usual case.
    .not = It is no reason for suspicion.
    .next = If that source matters to you, ask the issuer where it came from.

## Audits of hallmark on the credential.

credential-exclusion-excess = Bytes that belong to the content are left out of the signature: { $what }.
    .meaning = A signature must leave out its own place in the file and nothing else. Here it leaves out more, and what lies there can be exchanged without breaking it.
    .not = It does not mean that those bytes were exchanged, but nobody can tell.
    .next = Do not rely on the content. Look for the version that the issuer published.

credential-metadata-notCovered = Metadata can be altered without breaking the signature: { $what }, { $bytes } bytes.
    .meaning = Dates, places or captions stored in this part of the file are outside the signature.
    .not = It does not mean that they were altered.
    .next = Do not rely on dates or places from this part; ask the issuer for them.

credential-padding-stuffed = { $bytes } foreign bytes lie in space that the signature keeps for itself.
    .meaning = Space that should be empty holds something, up to a whole other picture that programs may show instead of the signed one.
    .not = It does not say which of the two pictures you saw.
    .next = Do not rely on this file. Look for the version that the issuer published.

credential-transplanted = The credential was made for another file: { $reason }.
    .meaning = What the credential says about its file (kind, size, preview) does not fit this file, as if it had been cut out of another one.
    .not = It says nothing about the picture you see; nobody signed for it.
    .next = Treat the picture as one without credentials.

store-multiple = The file holds more than one set of credentials.
    .meaning = A file has at most one set of credentials (manifest store). With several, two programs may show two different stories.
    .not = It does not say which set is the right one.
    .next = Treat the credentials as broken and look for the version that the issuer published.

store-unexpectedPlace = The credentials lie where this format has no place for them: { $reason }.
    .meaning = Credentials belong in one fixed place of the file. Elsewhere, some programs see them and others do not.
    .not = It does not mean that what they say is wrong.
    .next = Treat the credentials as broken and look for the version that the issuer published.

store-trailingBytes = { $bytes } bytes follow the end of the file's own content.
    .meaning = Something was added behind the end mark, where viewers do not look.
    .not = It is often harmless: some cameras and phones store a second picture or a short video there.
    .next = Ask the issuer whether their device adds such data.

credential-status-unrecognised = The verifier reported a status that this version of hallmark does not know: { $code }.
    .meaning = The C2PA software inside hallmark said something for which hallmark has no sentence yet.
    .not = It says nothing for or against the file by itself.
    .next = Update hallmark, and read the detail in the message until then.

credential-verifiersDisagree = Two independent checks of the signature disagree.
    .meaning = hallmark verifies each signature twice, with different software. One says that it holds, the other that it does not.
    .not = It does not say which of the two is right.
    .next = Do not rely on the signature, and please report the file as a defect of hallmark.

store-malformed = The credentials cannot be read.
    .meaning = There are credentials, but they are damaged beyond reading.
    .not = It says nothing about the picture.
    .next = Look for another copy of the file, nearer to its source.

credential-remote-notFetched = The credentials lie elsewhere, at “{ $url }”, and were not fetched.
    .meaning = The file only says where its credentials are. hallmark has no network, so it names the place and stops.
    .not = It does not mean that there are credentials at that place, or what they say. Visiting the place tells its owner that you look at this file.
    .next = If you accept that, download the credentials yourself and put them beside the file with the ending .c2pa.

credential-sidecar = The credentials come from a file beside this one.
    .meaning = The credentials were not inside the file but in a .c2pa file of the same name next to it.
    .not = It makes no difference to what they are worth.
    .next = Keep the two files together.

credential-sidecar-ignored = There is a .c2pa file beside this one; the credentials inside were used instead.
    .meaning = The file has credentials of its own, and those count.
    .not = It does not mean that the file beside it is wrong.
    .next = If you want to see what it says, check the .c2pa file by itself.

## Certificates.

certificate-issuer-notAuthority = A certificate was issued by somebody who may not issue any.
    .meaning = The certificate above the signer's is an ordinary one, not that of an authority. Whoever holds an ordinary certificate could have made up the signer's.
    .not = It does not mean that the named organisation made it; rather the opposite.
    .next = Treat the signer's name as made up.

certificate-pathLength-exceeded = An authority in the chain may have { $limit } further authorities below it, and has { $count }.
    .meaning = The certificate of an authority says how many more may follow, and the chain is longer.
    .not = It says nothing about the picture.
    .next = Treat the signer's name as not confirmed, and tell the issuer.

certificate-keyUsage-violated = A key was used for something that its certificate does not allow.
    .meaning = Certificates say what their key is for, such as signing files or issuing other certificates. This one was used otherwise.
    .not = It says nothing about the picture.
    .next = Treat the signer's name as not confirmed, and tell the issuer.

certificate-extendedKeyUsage-violated = A certificate was issued for another purpose.
    .meaning = Certificates say their purpose, such as signing media, stating the time or running a web site. This one does not fit its use.
    .not = It says nothing about the picture.
    .next = Tell the issuer that they need a certificate for signing media.

certificate-organization-missing = The certificate names no organisation.
    .meaning = The certificate says a name but not which organisation it belongs to.
    .not = It does not mean that the signature is broken.
    .next = Ask the signer who they are, if it matters to you.

certificate-expired-noTimeStamp = The signer's certificate expired on { $expired }, and no trusted time-stamp shows that it signed before.
    .meaning = Without a time-stamp nobody can tell whether the signature was made while the certificate was valid.
    .not = It does not mean that the file was altered; many honest old files end up here.
    .next = If you know when it was signed, check again with `--at`; a `--tsa-trust` list may help when there is a time-stamp.

certificate-expired-timeStamped = The signer's certificate expired on { $expired }; a trusted time-stamp shows that it signed on { $signed }, before that.
    .meaning = The certificate is past its end date, but the signature was made in time.
    .not = It is no weakness of the signature.
    .next = Nothing.

certificate-expired-legacyTimeStamp = The signer's certificate expired on { $expired }; a time-stamp by a service on no list says that it signed on { $signed }, before that.
    .meaning = The credential is of the first version of the standard, which knew no list of time-stamping services, so the time-stamp is accepted as it is.
    .not = It does not mean that anybody you chose vouches for the signing time.
    .next = Take the signing time as the signer's own word, or find another source for it.

certificate-notYetValid = The signer's certificate begins only on { $begins }.
    .meaning = At the time that counts, the certificate was not valid yet.
    .not = It does not mean that the file was altered; a wrong clock is enough.
    .next = Check your `--at` and your clock, then ask the issuer.

certificate-intermediate-missing = The chain of certificates has a gap: the certificate of “{ $issuer }” is missing.
    .meaning = The signer should have enclosed every certificate up to the authority on the list, and left one out.
    .not = It does not mean that the signer is unknown to your list; it cannot be told.
    .next = Ask the issuer for the missing certificate and add it to your trust list.

certificate-signature-mismatch = A certificate was not issued by “{ $issuer }”, although it says so.
    .meaning = The signature on a certificate does not match the key of the authority that it names.
    .not = It says nothing about the picture.
    .next = Treat the signer's name as made up.

certificate-malformed = A certificate cannot be read.
    .meaning = A certificate in the credential is damaged or was never written correctly.
    .not = It says nothing about the picture.
    .next = Look for another copy of the file, or tell the issuer.

certificate-profile-violated = The certificate breaks a rule for certificates that sign media.
    .meaning = The C2PA specification says what certificates for signing media must look like, and this one differs in the point named.
    .not = It says nothing about the picture.
    .next = Tell the issuer; `hallmark identity check FILE` lists every rule that a certificate breaks.

certificate-extension-critical = A certificate demands something that hallmark does not understand.
    .meaning = The certificate holds an entry marked as one that must be understood. hallmark does not know it, and so may not rely on the certificate.
    .not = It does not mean that the entry is harmful.
    .next = Tell the issuer, or ask for a version of hallmark that knows the entry.

certificate-nameConstraints-violated = An authority issued a certificate for “{ $name }”, a name that it may not issue for.
    .meaning = The certificate of an authority limits the names it may vouch for, and the signer's is not among them.
    .not = It says nothing about the picture.
    .next = Treat the signer's name as not confirmed.

## Trust.

trust-list-absent = You have no trust list yet; `hallmark trust add FILE` adds one.
    .meaning = Without a list, hallmark can tell that a signature holds, but not whether its signer is who they say.
    .not = It says nothing about the signer.
    .next = Get a trust list, for example the public C2PA list, and add it with `hallmark trust add FILE`.

## The chain of sources.

ingredient-parent-missing = The earlier version “{ $title }” is named, but its credential is not in the file.
    .meaning = This file was made from another one, and what was known about that one is gone.
    .not = It says nothing about the pixels of this version.
    .next = Ask the issuer for the earlier version.

ingredient-unsignedStep = Nobody signed for the source “{ $title }”.
    .meaning = Something went into this file whose origin is not signed. That is the usual case.
    .not = It is no reason for suspicion.
    .next = If that source matters to you, ask the issuer where it came from.

ingredient-time-disordered = An earlier version was signed { $seconds } seconds after the later one.
    .meaning = A source must exist before what is made from it; the times say otherwise.
    .not = It does not say which of the two times is wrong; a wrong clock is enough.
    .next = Treat the order of the history as unknown.

ingredient-depth-limited = The history is longer than { $depth } steps; the rest was not followed.
    .meaning = hallmark stops at a fixed number of steps, so that a file cannot keep it busy without end.
    .not = It does not mean that something is wrong with the older steps.
    .next = Treat the history before that as unknown.

ingredient-signingCredential-untrusted = No trust list in use vouches for the signer of a source.
    .meaning = An earlier version was signed by somebody on no list that you use.
    .not = It takes nothing away from the signer of this version.
    .next = If that source matters to you, look at its signer with `-v`.

## Identities of people and organisations (CAWG).

cawg-identity-trusted = The identity of “{ $name }” is confirmed by your trust list.
    .meaning = Besides the issuing program, a person or organisation put their name to this file, and a list that you use vouches for them.
    .not = It does not mean that what they say is true; it means you can hold them to it.
    .next = Nothing.

cawg-identity-untrusted = “{ $name }” put their name to this file; no trust list in use vouches for them.
    .meaning = The identity statement holds, but it leads to no authority on a list that you use.
    .not = It does not mean that the name is made up, and it does not change the state of the credential.
    .next = If you know them, ask for their certificate and add it with `--cawg-trust`.

cawg-identity-invalid = A statement of identity in the credential does not hold.
    .meaning = Somebody's name was put to this file in a way that cannot be confirmed.
    .not = It does not change the state of the credential, which was signed by another key.
    .next = Do not attribute the file to that name.

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
    .meaning = The picture was scaled or cropped after its EXIF data were written.
    .not = It does not say what was cut away, if anything; making a picture smaller is common.
    .next = Look for a larger copy.

contradiction-orientation-differs = EXIF and XMP say different things about how the picture is turned: { $first } and { $second }.
    .meaning = A program turned the picture and updated only one of the two.
    .not = It does not mean that anything was changed besides.
    .next = Look at the picture in more than one program before you describe what it shows.

## Registries.

registry-id-conflict = More than one credential claims this mark.
    .meaning = The number in the picture's mark is registered for several manifests, so the mark alone does not say which one belongs to the picture.
    .not = It does not mean that one of them is forged; a number can be registered twice by mistake.
    .next = Compare the picture with each of them, and tell the keepers of the registries.

registry-revoked = The credential that was found has been withdrawn.
    .meaning = Whoever keeps the registry has put a tombstone on this manifest: it should no longer be relied on.
    .not = It does not mean that the signature is broken, or that the picture is wrong; the reason given says more.
    .next = Read the reason, and ask the publisher for the present credential.

registry-version-unknown = The registry or bundle was made by a newer version.
    .meaning = Its version is higher than the ones that this program knows, so it was not read.
    .not = It says nothing about what it holds.
    .next = Update hallmark, or ask for a file in the earlier version.

registry-damaged = The registry is damaged.
    .meaning = Something in the registry's file contradicts something else, for example a manifest and its hash.
    .not = It says nothing about the pictures registered in it.
    .next = Restore the file from a copy, or import its last bundle into a new registry.

registry-unavailable = The registry could not be asked.
    .meaning = The file is missing, locked, no registry, or cannot be read or written.
    .not = It does not mean that nothing is registered for the picture.
    .next = Check the path and your permissions, then run the command again.

registry-bundle-changed = The bundle was changed after it was signed; nothing of it was taken in.
    .meaning = The signature does not fit the bytes: at least one byte was altered, cut or added.
    .not = It does not mean that somebody did it on purpose; interrupted copies do this too.
    .next = Get the bundle again from its publisher and compare the length.

registry-bundle-malformed = This is no bundle of a registry; nothing of it was taken in.
    .meaning = The file does not begin as a bundle does, or what is signed in it is not laid out as a registry.
    .not = It does not mean that the file is harmful.
    .next = Check that it is the file you meant.

registry-bundle-signerUnknown = The bundle is signed by another key than the one you asked for; nothing of it was taken in.
    .meaning = Its signature holds, but it was made with a key whose fingerprint differs from the one given.
    .not = It does not mean that the bundle is forged; publishers change keys.
    .next = Ask the publisher, by another way, for the fingerprint of the present key.

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
heading-labels = Labels
heading-findings = Findings
heading-notChecked = Not checked

## Headings of an explanation.

explain-meaning = What it means
explain-not = What it does not mean
explain-next = What to do
