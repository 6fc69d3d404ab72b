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
