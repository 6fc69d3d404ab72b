# Français.

## Words and phrases that stand alone: in a column, a table, or between commas.

state-trusted = de confiance
state-valid = valide
state-invalid = non valide
state-none = aucune attestation
state-unreadable = illisible
state-notChecked = non vérifié

# How many files are in each state; what stands for the state is one of the words above.
count-state = { $state } : { $count }

severity-info = information
severity-notice = remarque
severity-warning = avertissement
severity-failure = échec

stamp-trusted = horodaté par un service de votre liste
stamp-untrusted = horodaté par un service qui n'est sur aucune liste
stamp-none = sans horodatage

forgeability-signed = signé
forgeability-selfKeyed = signé avec une clé jointe
forgeability-standardLabel = étiquette normalisée, n'importe qui peut l'écrire
forgeability-generatorPattern = trace d'un générateur, n'importe qui peut l'écrire
forgeability-freeText = texte libre, n'importe qui peut l'écrire

# How an earlier file entered a later one (C2PA relationships).
relation-parentOf = version antérieure
relation-componentOf = élément inséré
relation-inputTo = donné en entrée à un programme

# What lies in a range of bytes of a file.
part-structure = structure
part-manifestStore = attestations
part-jumbf = JUMBF
part-exif = EXIF
part-xmp = XMP
part-iptc = IPTC
part-colourProfile = profil de couleur
part-text = texte
part-imageData = pixels
part-mediaData = son ou images animées
part-furtherPicture = autre image
part-appendedVideo = vidéo ajoutée
part-padding = remplissage
part-trailing = octets après la fin
part-unknown = inconnu

## Where something lies.

place-bytes = octets { $start } à { $end }
place-certificate = certificat { $index }, { $subject }

## Lines of details.

detail-file = { $mediaType }, { $bytes ->
        [one] { $bytes } octet
       *[other] { $bytes } octets
    }
detail-time = { $moment } ({ $timeStamp })
detail-notCovered = { $bytes ->
        [one] { $bytes } octet
       *[other] { $bytes } octets
    } à partir de l'octet { $start } : { $part }
detail-label = { $name } = { $value } ({ $place } ; { $forgeability })
detail-markKey = clé { $key }
