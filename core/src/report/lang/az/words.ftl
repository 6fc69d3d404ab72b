# Azərbaycan dili.

## Words and phrases that stand alone: in a column, a table, or between commas.

state-trusted = etibar olunan
state-valid = keçərli
state-invalid = keçərsiz
state-none = şəhadətnaməsiz
state-unreadable = oxunmayan
state-notChecked = yoxlanmayıb

# How many files are in each state; what stands for the state is one of the words above.
count-state = { $state }: { $count }

severity-info = məlumat
severity-notice = qeyd
severity-warning = xəbərdarlıq
severity-failure = pozuntu

stamp-trusted = siyahınızdakı xidmətin vaxt möhürü
stamp-untrusted = heç bir siyahıda olmayan xidmətin vaxt möhürü
stamp-none = vaxt möhürü yoxdur

forgeability-signed = imzalanıb
forgeability-selfKeyed = yanında verilən açarla imzalanıb
forgeability-standardLabel = standart etiket, onu hər kəs yaza bilər
forgeability-generatorPattern = generatorun izi, onu hər kəs yaza bilər
forgeability-freeText = sərbəst mətn, onu hər kəs yaza bilər

# How an earlier file entered a later one (C2PA relationships).
relation-parentOf = əvvəlki versiya
relation-componentOf = əlavə edilmiş hissə
relation-inputTo = proqrama giriş kimi verilib

# What lies in a range of bytes of a file.
part-structure = quruluş
part-manifestStore = şəhadətnamələr
part-jumbf = JUMBF
part-exif = EXIF
part-xmp = XMP
part-iptc = IPTC
part-colourProfile = rəng profili
part-text = mətn
part-imageData = piksellər
part-mediaData = səs və ya hərəkətli görüntü
part-furtherPicture = başqa bir şəkil
part-appendedVideo = sona əlavə edilmiş video
part-padding = doldurma
part-trailing = sondan sonrakı baytlar
part-unknown = naməlum

## Where something lies.

place-bytes = { $start } – { $end } baytları
place-certificate = { $index } nömrəli sertifikat, { $subject }

## Lines of details.

detail-file = { $mediaType }, { $bytes ->
        [one] { $bytes } bayt
       *[other] { $bytes } bayt
    }
detail-time = { $moment } ({ $timeStamp })
detail-notCovered = { $bytes ->
        [one] { $bytes } bayt
       *[other] { $bytes } bayt
    }, { $start } nömrəli baytdan: { $part }
detail-label = { $name } = { $value } ({ $place }; { $forgeability })
detail-markKey = açar { $key }
