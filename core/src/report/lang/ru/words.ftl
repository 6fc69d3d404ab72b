# Русский.

## Words and phrases that stand alone: in a column, a table, or between commas.

state-trusted = доверенное
state-valid = действительное
state-invalid = недействительное
state-none = без свидетельства
state-unreadable = нечитаемое
state-notChecked = не проверено

# How many files are in each state; what stands for the state is one of the words above.
count-state = { $state }: { $count }

severity-info = сведение
severity-notice = заметка
severity-warning = предупреждение
severity-failure = нарушение

stamp-trusted = отметка времени от службы из вашего списка
stamp-untrusted = отметка времени от службы, которой нет в списках
stamp-none = без отметки времени

forgeability-signed = подписано
forgeability-selfKeyed = подписано приложенным ключом
forgeability-standardLabel = стандартная метка, её может написать кто угодно
forgeability-generatorPattern = след генератора, его может оставить кто угодно
forgeability-freeText = свободный текст, его может написать кто угодно

# How an earlier file entered a later one (C2PA relationships).
relation-parentOf = более ранняя версия
relation-componentOf = вставленная часть
relation-inputTo = передано программе на вход

# What lies in a range of bytes of a file.
part-structure = структура
part-manifestStore = свидетельства
part-jumbf = JUMBF
part-exif = EXIF
part-xmp = XMP
part-iptc = IPTC
part-colourProfile = цветовой профиль
part-text = текст
part-imageData = пиксели
part-mediaData = звук или движущееся изображение
part-furtherPicture = ещё одно изображение
part-appendedVideo = добавленное видео
part-padding = заполнение
part-trailing = байты после конца
part-unknown = неизвестно

## Where something lies.

place-bytes = байты с { $start } по { $end }
place-certificate = сертификат { $index }, { $subject }

## Lines of details.

detail-file = { $mediaType }, { $bytes ->
        [one] { $bytes } байт
        [few] { $bytes } байта
        [many] { $bytes } байт
       *[other] { $bytes } байта
    }
detail-time = { $moment } ({ $timeStamp })
detail-notCovered = { $bytes ->
        [one] { $bytes } байт
        [few] { $bytes } байта
        [many] { $bytes } байт
       *[other] { $bytes } байта
    } с байта { $start }: { $part }
detail-label = { $name } = { $value } ({ $place }; { $forgeability })
detail-markKey = ключ { $key }
