# فارسی.

## Words and phrases that stand alone: in a column, a table, or between commas.

state-trusted = مورد اعتماد
state-valid = معتبر
state-invalid = نامعتبر
state-none = بدون اعتبارنامه
state-unreadable = ناخوانا
state-notChecked = بررسی‌نشده

# How many files are in each state; what stands for the state is one of the words above.
count-state = { $state }: { $count }

severity-info = اطلاع
severity-notice = یادداشت
severity-warning = هشدار
severity-failure = نقض

stamp-trusted = مُهر زمانی از خدمتی در فهرست شما
stamp-untrusted = مُهر زمانی از خدمتی که در هیچ فهرستی نیست
stamp-none = بدون مُهر زمانی

forgeability-signed = امضاشده
forgeability-selfKeyed = امضاشده با کلیدی که همراه آن است
forgeability-standardLabel = برچسب استاندارد، هر کسی می‌تواند آن را بنویسد
forgeability-generatorPattern = رد یک مولد، هر کسی می‌تواند آن را بنویسد
forgeability-freeText = متن آزاد، هر کسی می‌تواند آن را بنویسد

# How an earlier file entered a later one (C2PA relationships).
relation-parentOf = نسخهٔ پیشین
relation-componentOf = بخش افزوده‌شده
relation-inputTo = داده‌شده به یک برنامه به‌عنوان ورودی

# What lies in a range of bytes of a file.
part-structure = ساختار
part-manifestStore = اعتبارنامه‌ها
part-jumbf = JUMBF
part-exif = EXIF
part-xmp = XMP
part-iptc = IPTC
part-colourProfile = نمایهٔ رنگ
part-text = متن
part-imageData = پیکسل‌ها
part-mediaData = صدا یا تصویر متحرک
part-furtherPicture = تصویر دیگر
part-appendedVideo = ویدئوی پیوست‌شده
part-padding = پُرکننده
part-trailing = بایت‌های پس از پایان
part-unknown = ناشناخته

## Where something lies.

place-bytes = بایت‌های { $start } تا { $end }
place-certificate = گواهی { $index }، { $subject }

## Lines of details.

detail-file = { $mediaType }، { $bytes ->
        [one] { $bytes } بایت
       *[other] { $bytes } بایت
    }
detail-time = { $moment } ({ $timeStamp })
detail-notCovered = { $bytes ->
        [one] { $bytes } بایت
       *[other] { $bytes } بایت
    } از بایت { $start }: { $part }
detail-label = { $name } = { $value } ({ $place }؛ { $forgeability })
detail-markKey = کلید { $key }
