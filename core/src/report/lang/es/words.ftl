# Español.

## Words and phrases that stand alone: in a column, a table, or between commas.

state-trusted = de confianza
state-valid = válido
state-invalid = no válido
state-none = sin credencial
state-unreadable = ilegible
state-notChecked = sin comprobar

# How many files are in each state; what stands for the state is one of the words above.
count-state = { $state }: { $count }

severity-info = información
severity-notice = aviso
severity-warning = advertencia
severity-failure = fallo

stamp-trusted = sello de tiempo de un servicio de su lista
stamp-untrusted = sello de tiempo de un servicio que no está en ninguna lista
stamp-none = sin sello de tiempo

forgeability-signed = firmado
forgeability-selfKeyed = firmado con una clave adjunta
forgeability-standardLabel = etiqueta normalizada, cualquiera puede escribirla
forgeability-generatorPattern = rastro de un generador, cualquiera puede escribirlo
forgeability-freeText = texto libre, cualquiera puede escribirlo

# How an earlier file entered a later one (C2PA relationships).
relation-parentOf = versión anterior
relation-componentOf = parte insertada
relation-inputTo = dado como entrada a un programa

# What lies in a range of bytes of a file.
part-structure = estructura
part-manifestStore = credenciales
part-jumbf = JUMBF
part-exif = EXIF
part-xmp = XMP
part-iptc = IPTC
part-colourProfile = perfil de color
part-text = texto
part-imageData = píxeles
part-mediaData = sonido o imágenes en movimiento
part-furtherPicture = otra imagen
part-appendedVideo = vídeo añadido
part-padding = relleno
part-trailing = bytes después del final
part-unknown = desconocido

## Where something lies.

place-bytes = bytes { $start } a { $end }
place-certificate = certificado { $index }, { $subject }

## Lines of details.

detail-file = { $mediaType }, { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    }
detail-time = { $moment } ({ $timeStamp })
detail-notCovered = { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    } desde el byte { $start }: { $part }
detail-label = { $name } = { $value } ({ $place }; { $forgeability })
detail-markKey = clave { $key }
