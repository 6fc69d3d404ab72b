# English.

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
