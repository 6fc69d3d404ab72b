# English.

## Words and phrases that stand alone: in a column, a table, or between commas.

state-trusted = trusted
state-valid = valid
state-invalid = invalid
state-none = none
state-unreadable = unreadable
state-notChecked = not checked

# How many files are in each state; what stands for the state is one of the words above.
count-state = { $count } { $state }

severity-info = info
severity-notice = notice
severity-warning = warning
severity-failure = failure

stamp-trusted = time-stamp by a service on your list
stamp-untrusted = time-stamp by a service on no list
stamp-none = no time-stamp

forgeability-signed = signed
forgeability-selfKeyed = signed with a key that comes with it
forgeability-standardLabel = standard label, anybody can write it
forgeability-generatorPattern = trace of a generator, anybody can write it
forgeability-freeText = free text, anybody can write it

# How an earlier file entered a later one (C2PA relationships).
relation-parentOf = earlier version
relation-componentOf = part put in
relation-inputTo = given to a program as input

# What lies in a range of bytes of a file.
part-structure = structure
part-manifestStore = credentials
part-jumbf = JUMBF
part-exif = EXIF
part-xmp = XMP
part-iptc = IPTC
part-colourProfile = colour profile
part-text = text
part-imageData = pixels
part-mediaData = sound or moving pictures
part-furtherPicture = further picture
part-appendedVideo = appended video
part-padding = padding
part-trailing = bytes after the end
part-unknown = unknown

## Where something lies.

place-bytes = bytes { $start } to { $end }
place-certificate = certificate { $index }, { $subject }

## Lines of details.

detail-file = { $mediaType }, { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    }
detail-time = { $moment } ({ $timeStamp })
detail-notCovered = { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    } from byte { $start }: { $part }
detail-label = { $name } = { $value } ({ $place }; { $forgeability })
detail-markKey = key { $key }
