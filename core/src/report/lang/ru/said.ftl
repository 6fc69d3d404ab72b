# Русский.

## Fixed sentences about a file. Their wording is part of the contract.

said-unchanged = Файл не изменился с тех пор, как его выпустил издатель «{ $issuer }».
said-partlyCovered = Изображение цело, но не покрыто байтов: { $bytes } (метаданные).
said-changed = Изменено после выпуска издателем «{ $issuer }»: { $reason }
said-broken = Само свидетельство повреждено ({ $reason }); об изображении из этого ничего не следует.
said-unknownIssuer = Выпущено кем-то, кого ваш список доверия не знает.
said-noTrustList = У вас ещё нет списка доверия; его добавляет `hallmark trust add FILE`.
said-nothingFound = Сведений о происхождении не найдено. У большинства обычных снимков их нет; это ничего не говорит о том, реально ли изображённое.
said-nothingFoundLine = Сведений о происхождении не найдено.
said-noCredentialLine = В файле нет свидетельства.
said-couldNotCheck = Проверить не удалось: { $reason }
said-credentialsLeftOut = Свидетельства не рассматривались по запросу.
said-moreFindings = { $count ->
        [one] (Ещё { $count } находка.)
        [few] (Ещё { $count } находки.)
        [many] (Ещё { $count } находок.)
       *[other] (Ещё { $count } находки.)
    }
said-unnamedIssuer = кто-то неназванный

## Where a file says it comes from.

origin-signed = В его свидетельстве сказано: { $origin }.
origin-labelled = В метке, которую может написать кто угодно, сказано: { $origin }.
origin-contradictory = О своём происхождении он говорит разное.
origin-captured = снято камерой или записывающим устройством
origin-edited = снято, затем отредактировано
origin-digitalArt = сделано человеком с помощью цифровых средств
origin-procedural = сделано программой без ИИ
origin-screenCapture = снято с экрана
origin-aiEdited = отредактировано генеративным ИИ
origin-aiGenerated = сделано генеративным ИИ
origin-possiblyAi = возможно, сделано генеративным ИИ

## The summary of a run.

summary-checked = { $count ->
        [0] Ничего не проверено.
        [one] Проверен { $count } файл на момент { $moment }: { $states }.
        [few] Проверено { $count } файла на момент { $moment }: { $states }.
        [many] Проверено { $count } файлов на момент { $moment }: { $states }.
       *[other] Проверено { $count } файла на момент { $moment }: { $states }.
    }
summary-leftOut = Не вошло в отчёт: { $list }.
summary-notMedia = { $count ->
        [one] { $count } файл не медиа
        [few] { $count } файла не медиа
        [many] { $count } файлов не медиа
       *[other] { $count } файла не медиа
    }
summary-sidecars = { $count ->
        [one] { $count } свидетельство рядом со своим файлом
        [few] { $count } свидетельства рядом со своими файлами
        [many] { $count } свидетельств рядом со своими файлами
       *[other] { $count } свидетельства рядом со своими файлами
    }
summary-excluded = { $count ->
        [one] исключён { $count } элемент
        [few] исключено { $count } элемента
        [many] исключено { $count } элементов
       *[other] исключено { $count } элемента
    }
summary-links = { $count ->
        [one] { $count } ссылка не пройдена
        [few] { $count } ссылки не пройдены
        [many] { $count } ссылок не пройдено
       *[other] { $count } ссылки не пройдены
    }
summary-special = { $count ->
        [one] { $count } канал или устройство не открыто
        [few] { $count } канала и устройства не открыты
        [many] { $count } каналов и устройств не открыто
       *[other] { $count } канала и устройства не открыты
    }
summary-interrupted = Прервано: остальное не проверено.
summary-marks = { $found ->
        [0] Знаки в пикселях искали в стольких из них: { $count }; ни одного не найдено.
       *[other] Знаки в пикселях искали в стольких из них: { $count }; найдены в стольких: { $found }.
    } По одной случайности несущими знак показались бы не более { $expected } из такого числа.
summary-policy = { $count ->
        [one] { $count } файл отвечает условию --fail-on.
        [few] { $count } файла отвечают условию --fail-on.
        [many] { $count } файлов отвечают условию --fail-on.
       *[other] { $count } файла отвечают условию --fail-on.
    }
summary-trusted = Подпись действительна, и ваш список доверия ручается за издателя.
summary-invalid = Изменено после выпуска, либо повреждено само свидетельство; больше об изображении ничего не следует.
summary-unreadable = Проверить не удалось; в строке сказано почему.
summary-notChecked = Не проверено:
summary-next = `hallmark check -v FILE` показывает всё, что известно о файле.
summary-explain = `hallmark explain CODE` объясняет, что значит находка и что делать, например { $codes }.

## Headings of details.

heading-file = Файл
heading-signer = Подписано
heading-time = Время подписи
heading-trust = Поручитель
heading-generator = Сделано с помощью
heading-source = Вид источника
heading-actions = Шаги
heading-history = Сделано из
heading-certificates = Сертификаты
heading-notCovered = Не покрыто
heading-remote = В другом месте
heading-marks = Знаки
heading-labels = Метки
heading-findings = Находки
heading-notChecked = Не проверено

## Headings of an explanation.

explain-meaning = Что это значит
explain-not = Чего это не значит
explain-next = Что делать
