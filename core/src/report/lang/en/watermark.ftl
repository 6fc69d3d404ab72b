# English.

## Marks in the pixels.

watermark-found = The pixels carry the mark { $payload }, written with the key { $key }. By accident, this happens at most with a chance of { $chance }.
    .meaning = Somebody who holds the key wrote this number into the picture. A registry may know which credential it points to.
    .not = It does not say who wrote it, or that it was written for this picture: marks can be copied from one picture to another, and everybody holds the public key.
    .next = Look the number up: `hallmark recover FILE --registry FILE`.

watermark-damaged = The pixels carry a mark, written with the key { $key }, whose number cannot be read. By accident, this happens at most with a chance of { $chance }.
    .meaning = The picture was marked and then changed so much that the number is lost.
    .not = It does not mean that somebody wanted to remove the mark; small copies and strong compression do this too.
    .next = Look for a larger or better copy of the picture.

watermark-open = The pixels carry the public mark { $scheme } of a picture generator. By accident, this happens at most with a chance of { $chance }.
    .meaning = Programs that generate pictures write this mark, which is the same in all of them.
    .not = It does not show that a generator made the picture: everybody can write this mark into any picture.
    .next = Ask where the picture comes from.

watermark-several = The pixels carry different marks.
    .meaning = More than one mark was read, and they do not carry the same number.
    .not = It does not say which of them came first, or that one of them is false: pictures are marked again when they are published again, and parts of marked pictures end up in one.
    .next = Look each number up, and compare the picture with what each credential was issued for.

## Credentials recovered from a registry.

recovery-found = A credential was recovered from { $registry }: “{ $issuer }” issued it, and the picture still looks as it was signed. It is recovered, not intact: this copy is another file than the one that was signed.
    .meaning = The file had lost its credential. A mark or the looks of the picture led to it, its signature was checked as always, and the signed description of the picture fits the pixels in hand.
    .not = It does not mean that no detail was changed: the description sees changes of about two hundredths of the picture and more.
    .next = Read who signed it and what it says about where the picture comes from.

recovery-changed = A credential was recovered from { $registry }: “{ $issuer }” issued it, and the picture was changed since then in { $count } place or places. It is recovered, not intact.
    .meaning = It is the picture that was signed, but parts of it look different from what the signature covers. The report names these parts, and `hallmark recover --map` draws them.
    .not = It does not say what stood there, or that the change was meant to mislead: captions, logos and blurred faces are changes too.
    .next = Look at the parts named, and get the picture from its publisher to compare.

recovery-uncompared = A credential was recovered from { $registry }: “{ $issuer }” issued it. Whether this is still the picture that was signed could not be compared.
    .meaning = A mark led to the credential, which holds no description of the picture that could be compared with it.
    .not = It does not show that the picture is the one that the credential was issued for: marks can be copied.
    .next = Get the picture from its publisher and compare it yourself.

recovery-otherPicture = The mark points at a different picture: the credential that { $registry } has for it was not issued for what is seen here.
    .meaning = Somebody may have copied the mark of one picture into another. The signed description of the picture does not fit the pixels in hand.
    .not = It says nothing about where this picture comes from, and nothing against the picture that the mark belongs to.
    .next = Do not rely on the mark, and look for another trace of where the picture comes from.

recovery-manifestFails = The credential that { $registry } has for this picture does not hold: { $code }.
    .meaning = A registry names a credential for the mark or the looks of this picture, but its signature or its contents fail the checks.
    .not = It does not say that the picture is wrong; nothing follows about it.
    .next = Tell whoever keeps the registry.

recovery-notNamed = The registry { $registry } names a credential for this mark that does not name the mark itself.
    .meaning = The tie between mark and credential is the registry's word alone; nobody signed it.
    .not = It does not mean that they do not belong together.
    .next = Ask the issuer of the credential.

recovery-unknownMark = No registry that was asked knows the mark { $payload }.
    .meaning = The picture carries a mark, and its number is in none of the registries given.
    .not = It does not mean that the mark is false; its publisher may keep another registry.
    .next = Ask for the publisher's registry and name it with --registry.

recovery-nothing = No registry that was asked has a credential for a picture that looks like this one.
    .meaning = The picture carries no mark that could be read, and no registered picture looks like it.
    .not = It does not mean that there never was a credential.
    .next = Look for a larger or better copy, or ask for other registries.

contradiction-binding-mark-differs = The credential names the mark { $first }; the picture carries the mark { $second }.
    .meaning = A credential binds itself to a mark in the pixels. The mark that was read in this picture is another one, so that it leads to another credential.
    .not = It does not say which of the two belongs to the picture: a picture may be marked anew, and a mark can be copied from another picture.
    .next = Ask the signer which mark is theirs, and look for the credential of the other one in its publisher's registry.

contradiction-credential-mark-differs = The file carries the credential { $first }, and its mark points at another one, { $second }.
    .meaning = Somebody signed a picture that was published and marked before, and the new credential does not say so.
    .not = It does not say who is right; both signatures hold.
    .next = Read both credentials and their times.
