# العربية.

## Words and phrases that stand alone: in a column, a table, or between commas.

state-trusted = موثوق
state-valid = صالح
state-invalid = غير صالح
state-none = بلا وثيقة منشأ
state-unreadable = غير مقروء
state-notChecked = لم يُفحص

# How many files are in each state; what stands for the state is one of the words above.
count-state = { $state }: { $count }

severity-info = معلومة
severity-notice = ملاحظة
severity-warning = تحذير
severity-failure = إخفاق

stamp-trusted = ختم زمني من خدمة في قائمتك
stamp-untrusted = ختم زمني من خدمة ليست في أيّ قائمة
stamp-none = بلا ختم زمني

forgeability-signed = موقَّع
forgeability-selfKeyed = موقَّع بمفتاح مرفق به
forgeability-standardLabel = وسم معياري، يستطيع أيّ أحد كتابته
forgeability-generatorPattern = أثر لمولِّد، يستطيع أيّ أحد كتابته
forgeability-freeText = نص حر، يستطيع أيّ أحد كتابته

# How an earlier file entered a later one (C2PA relationships).
relation-parentOf = نسخة سابقة
relation-componentOf = جزء أُدرج
relation-inputTo = أُعطي مدخلًا لبرنامج

# What lies in a range of bytes of a file.
part-structure = البنية
part-manifestStore = وثائق المنشأ
part-jumbf = JUMBF
part-exif = EXIF
part-xmp = XMP
part-iptc = IPTC
part-colourProfile = ملف الألوان
part-text = نص
part-imageData = بكسلات
part-mediaData = صوت أو صور متحركة
part-furtherPicture = صورة أخرى
part-appendedVideo = فيديو مُلحق
part-padding = حشو
part-trailing = بايتات بعد النهاية
part-unknown = مجهول

## Where something lies.

place-bytes = البايتات { $start } إلى { $end }
place-certificate = الشهادة { $index }، { $subject }

## Lines of details.

detail-file = { $mediaType }، { $bytes ->
        [zero] 0 بايت
        [one] بايت واحد
        [two] بايتان
        [few] { $bytes } بايتات
        [many] { $bytes } بايتًا
       *[other] { $bytes } بايت
    }
detail-time = { $moment } ({ $timeStamp })
detail-notCovered = { $bytes ->
        [zero] 0 بايت
        [one] بايت واحد
        [two] بايتان
        [few] { $bytes } بايتات
        [many] { $bytes } بايتًا
       *[other] { $bytes } بايت
    } من البايت { $start }: { $part }
detail-label = { $name } = { $value } ({ $place }؛ { $forgeability })
detail-markKey = المفتاح { $key }
