# Русский.

## What commands say that write labels or take personal data out.

label-written = Помечено: { $fact } ({ $standards }). Пиксели не изменены.
tools-signedAgain = Подписано заново, в продолжение прежнего свидетельства.

privacy-found = { $count ->
        [0] В известных полях личных данных нет. Что на изображении, не рассматривалось.
        [one] { $count } единица личных данных.
        [few] { $count } единицы личных данных.
        [many] { $count } единиц личных данных.
       *[other] { $count } единицы личных данных.
    }
privacy-stripped = { $count ->
        [0] Убирать нечего. Копия: { $output }.
        [one] Убрана { $count } единица. Копия: { $output }.
        [few] Убраны { $count } единицы. Копия: { $output }.
        [many] Убрано { $count } единиц. Копия: { $output }.
       *[other] Убрано { $count } единицы. Копия: { $output }.
    }
privacy-left = Убрать не удалось следующее:

## What is said about marks that are written or looked for.

marking-none = Знаков не найдено. У большинства изображений их нет.
marking-written = Теперь пиксели несут знак { $payload }, внесённый с ключом { $key }. Из копии он был прочитан.
marking-survivesCopying = При испытании он пережил только копирование и слабое сжатие: изображение скрывает мало.
marking-survivesCompression = При испытании он пережил сжатие JPEG с качеством 50.
marking-survivesHalfSize = При испытании он пережил уменьшение вдвое и сжатие JPEG с качеством 50.
marking-quality = Отличие от оригинала до сжатия: PSNR { $psnr } дБ, SSIM { $ssim }.
marking-lostPalette = У изображения была палитра или меньше 8 бит на цвет; у копии 8 бит на цвет.
marking-lostInterlacing = Изображение было чересстрочным; копия — нет.
marking-lostArithmeticCoding = В изображении было арифметическое кодирование; в копии — кодирование Хаффмана.
marking-droppedCredential = Свидетельства оригинала в копии нет: для других пикселей оно недействительно.

## Recovered credentials, in detail.

heading-recovered = Восстановлено
recovering-from = из реестра { $registry }: манифест { $manifest }
recovering-signer = выпустил { $signer } ({ $state })
recovering-similarity = столько процентов сравненного выглядит так, как было подписано: { $percent }
recovering-region = изменено: { $width } на { $height } процентов изображения, { $left } процентов от левого края, { $top } процентов от верхнего
recovering-mapWritten = Изображение с отмеченными изменёнными местами: { $output }.

## Registries.

registering-added = Внесено под номером { $number }.
registering-already = Было внесено раньше, под номером { $number }.
registering-claim = { $number }, { $moment }: знак { $mark }, манифест { $label }
registering-tombstone = Отозвано { $moment }: { $reason }
registering-revokedNow = Свидетельство { $manifest } теперь отозвано. Кто его найдёт, узнает об этом.
registering-revokedBefore = Свидетельство { $manifest } было отозвано раньше; остаётся первая причина.
registering-exported = Реестр теперь в файле { $output }, подписан ключом { $signer }. Сообщите отпечаток ключа другим путём тем, кто его примет.
registering-imported = Подписано ключом { $signer }. Новых: { $added }; уже известных: { $already }; отозванных: { $revoked }.
registering-conflictKept = На знак { $mark } притязает несколько свидетельств ({ $manifests }); реестр оставлен как был.

## Publishing.

publishing-published = Опубликовано и внесено под номером { $number }.
publishing-before = Было опубликовано раньше, под номером { $number }; это файл того времени.
publishing-withoutMark = Знака нет: { $reason }. Найти его снова можно только по виду.
publishing-stripped = { $count ->
        [one] Убрана { $count } единица личных данных.
        [few] Убраны { $count } единицы личных данных.
        [many] Убрано { $count } единиц личных данных.
       *[other] Убрано { $count } единицы личных данных.
    }
publishing-left = Личные данные, которые не удалось убрать: { $names }.

## Duties on content made by AI.

duty-notMet = Файл не несёт того, чего { $article } требует от сделанного ИИ.
    .meaning = Что-то в файле говорит, что его сделал или изменил ИИ, а правила, о которых вы спросили, требуют от такого файла большего.
    .not = Это не значит, что кто-то нарушил правило: кого и с каких пор оно обязывает, не рассматривается. Это не юридическая консультация.
    .next = Прочтите в `spec/profiles.md`, что файл должен был бы нести, и спросите того, кто знает право.

heading-duties = Обязанности
profile-line = { $article }: { $met }
profile-met = есть
profile-notMet = нет
profile-notApplicable = не относится, ничто не говорит, что это сделал ИИ
profile-cannotTell = извне сказать нельзя
profile-unverified = (сам текст правила не читали)
profile-none = Правила, о которых спросили, касаются сделанного ИИ; ничто не говорит, что это сделал ИИ.

## What a pipeline did to a file.

passage-pixelsAlike = Изображения выглядят одинаково.
passage-pixelsDifferent = Изображения выглядят по-разному.
passage-pixelsUnknown = Сравнить изображения по виду не удалось.
passage-item = { $kind }, { $name }: { $outcome }
passage-counts = { $kind }: сохранено { $kept }, изменено { $altered }, убрано { $stripped }, добавлено { $added }
passage-duty = Некоторые правила просят платформы не убирать сведений о происхождении содержания: BPC § 22757.3.1 (Калифорния); Code of Practice, 1.2 (Европейский союз, сам текст правила не читали). Это не юридическая консультация.
outcome-kept = сохранено
outcome-altered = изменено
outcome-stripped = убрано
outcome-added = добавлено
