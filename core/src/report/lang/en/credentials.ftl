# English.

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
