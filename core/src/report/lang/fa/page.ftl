# فارسی.

## The report as a page: --format html.

page-title = { $count ->
        [0] چیزی بررسی نشد
        [one] منشأ { $count } پرونده
       *[other] منشأ { $count } پرونده
    }
page-lead = آنچه می‌توان دربارهٔ منشأ این پرونده‌ها دانست، و آنچه نمی‌توان. داوری در زمان { $moment }.
page-skip = رفتن به پرونده‌ها
page-summary = خلاصه
page-groups = چه یافت شد
page-groupFiles = پرونده‌ها
page-declared = دربارهٔ منشأ خود چه می‌گویند
page-notChecked = چه بررسی نشد
page-about = دربارهٔ این گزارش
page-picture = رونوشت کوچک { $name }
page-noPicture = رونوشت کوچک ندارد
page-code = کد

# Groups of files, in this order on the page. The number of files stands beside them.
group-contradictory = تناقض‌ها
group-fails = تغییر پس از امضا، یا اعتبارنامهٔ خراب
group-holds = اعتبارنامهٔ معتبر
group-labelled = برچسب، نشان یا اعتبارنامهٔ بازیافته دارد، و اعتبارنامهٔ معتبر ندارد
group-unreadable = بررسی ممکن نشد
group-none = چیزی یافت نشد

## What an outcome means, what it does not mean, and what to do.

outcome-contradictory = آنچه این پرونده دربارهٔ خود می‌گوید با هم نمی‌خواند.
    .meaning = دو چیز در پرونده با هم تناقض دارند. یافته‌ها هر دو را نام می‌برند.
    .not = نمی‌گوید کدام‌یک درست است و به این معنا نیست که کسی خواسته گمراه کند.
    .next = هر دو سو را در زیر بخوانید و پیش از آنکه یکی را همچون واقعیت بازگو کنید از منتشرکنندهٔ پرونده بپرسید.
outcome-trusted = اعتبارنامه‌ای معتبر است و فهرست اعتماد شما صادرکنندهٔ آن را می‌شناسد.
    .meaning = بایت‌های پرونده، جز آنچه بیرون از پوشش فهرست شده، با امضا می‌خوانند و فهرست اعتماد شما گواهی را می‌شناسد.
    .not = به این معنا نیست که آنچه تصویر نشان می‌دهد رخ داده است. امضا بایت‌ها را می‌پوشاند، نه رویدادها را.
    .next = بخوانید چه کسی امضا کرده و چه اعلام کرده، و ببینید امضا چه چیزی را کنار می‌گذارد.
outcome-valid = اعتبارنامه‌ای معتبر است؛ هیچ‌کس در فهرست اعتماد شما صادرکنندهٔ آن را تأیید نمی‌کند.
    .meaning = بایت‌های پرونده با امضا می‌خوانند، اما هر کسی می‌تواند به هر نامی امضا بسازد.
    .not = به این معنا نیست که صادرکننده ناراست است. ناشران کوچک و دستگاه‌های تازه در فهرست‌های اندکی هستند.
    .next = از راهی دیگر از صادرکننده بپرسید که آیا گواهی از آنِ اوست.
outcome-invalid = اعتبارنامه‌ای معتبر نیست.
    .meaning = پرونده پس از امضا تغییر کرده، یا خود اعتبارنامه قاعده‌ای را نقض می‌کند. یافته‌ها می‌گویند کدام.
    .not = به این معنا نیست که کسی خواسته گمراه کند. ذخیره، تغییر اندازه یا فرستادن تصویر کافی است.
    .next = نسخه‌ای را که صادرکننده منتشر کرده پیدا کنید و آن دو را مقایسه کنید.
outcome-labelled = پرونده می‌گوید چگونه ساخته شده، بی امضایی که آن را بپوشاند.
    .meaning = برچسبی در فراداده یا نشانی در پیکسل‌ها یافت شد. هر کسی می‌تواند این‌ها را بنویسد، تغییر دهد یا بردارد.
    .not = نشان نمی‌دهد که گفتهٔ برچسب یا نشان درست است.
    .next = از منتشرکنندهٔ پرونده بپرسید چگونه ساخته شده است.
outcome-none = چیزی یافت نشد که بگوید پرونده از کجا آمده است.
    .meaning = پرونده هیچ اعتبارنامه، برچسب یا نشانی که hallmark بتواند بخواند ندارد.
    .not = چیزی دربارهٔ آنچه تصویر نشان می‌دهد نمی‌گوید. بیشتر تصویرهای جهان چنین اطلاعاتی ندارند.
    .next = رونوشتی قدیمی‌تر پیدا کنید و از نخستین منتشرکنندهٔ آن بپرسید.
outcome-unreadable = پرونده بررسی نشد.
    .meaning = hallmark نتوانست پرونده را بکاود. یافته‌ها علت را می‌گویند.
    .not = چیزی دربارهٔ محتوا نمی‌گوید.
    .next = پرونده را دوباره بگیرید، در صورت امکان از جایی که نخست منتشر شده است.

## The history of a picture.

chain-title = چگونه پدید آمده، به گفتهٔ اعتبارنامه
chain-thisFile = این پرونده
chain-answers = { $signer } پاسخگوی این گام است.
chain-answersUnlisted = { $signer } نام خود را بر این گام گذاشته؛ هیچ فهرست به‌کاررفته‌ای آن را تأیید نمی‌کند.
chain-broken = امضای این گام معتبر نیست؛ هیچ‌کس پاسخگوی آن نیست.
chain-changed = { $signer } این گام را امضا کرده؛ پرونده پس از آن تغییر کرده است.
chain-nobody = نام هیچ‌کس به‌عنوان پاسخگوی این گام نیامده است.
chain-signedAt = امضا در { $moment }.
chain-noTime = هیچ مُهر زمانی زمان را نمی‌گوید.
chain-madeWith = ساخته‌شده با { $generator }.
chain-more = { $count ->
        [one] { $count } گام دیگر در سابقه هست.
       *[other] { $count } گام دیگر در سابقه هست.
    }

# What was done (C2PA actions). Others are shown by their code.
action-created = ایجاد شد
action-opened = باز شد
action-edited = ویرایش شد
action-cropped = بریده شد
action-resized = اندازه تغییر کرد
action-rotated = چرخانده شد
action-colorAdjusted = رنگ‌ها تنظیم شد
action-filtered = صافی اعمال شد
action-drawn = روی آن کشیده شد
action-placed = بخشی افزوده شد
action-removed = بخشی برداشته شد
action-transcoded = در قالبی دیگر ذخیره شد
action-published = منتشر شد
action-redacted = گزاره‌ای از اعتبارنامه‌ای پیشین برداشته شد
action-watermarked = نشان آب گذاشته شد
action-metadata = فراداده ویرایش شد
action-unknown = کاری ناشناخته انجام شد

## Comparisons.

compare-title = مقایسه
compare-now = پروندهٔ در دست
compare-parent = نسخهٔ پیشین
compare-signed = چنان‌که امضا شد
compare-note = تصویر پیشین رونوشت کوچکی است که امضاکنندهٔ آن در اعتبارنامه گذاشته است.
compare-slider = حرکت میان دو تصویر
regions-title = تصویر کجا تغییر کرده است
regions-alt = تصویر در دست، با { $count ->
        [one] { $count } جای تغییرکرده در کادر
       *[other] { $count } جای تغییرکرده در کادر
    }
regions-place = جای { $index }: { $left }٪ از چپ، { $top }٪ از بالا، پهنا { $width }٪، بلندا { $height }٪.

## What the signature leaves out.

uncovered-alt = پرونده به شکل نواری از نخستین تا واپسین بایت؛ بخش‌های هاشورخورده زیر پوشش امضا نیستند.
uncovered-from = از بایت
uncovered-bytes = بایت‌ها
uncovered-what = آنجا چیست

## Forensic details.

forensic-title = جزئیات فنی
forensic-label = برچسب
forensic-value = مقدار
forensic-place = کجا
forensic-forging = چگونه می‌توان آن را جعل کرد
forensic-severity = وزن
forensic-finding = یافته
forensic-mark = تطابق تصادفی این نشان دست‌بالا با احتمال { $chance } رخ می‌دهد.
forensic-openMark = هر کسی می‌تواند این نشان را بنویسد.
forensic-keyedMark = هر کس کلید را دارد می‌تواند این نشان را بنویسد، و می‌توان آن را از تصویری به تصویر دیگر رونویسی کرد.
forensic-fingerprint = اثر انگشت
forensic-manifest = مانیفست
forensic-registry = دفتر ثبت
forensic-elapsed = زمان صرف‌شده
forensic-milliseconds = { $count } میلی‌ثانیه

## About the report.

about-tool = hallmark { $version }، قواعد { $ruleset }
about-moment = داوری در زمان { $moment }، یعنی { $utc }.
about-trustInUse = فهرست‌های اعتماد به‌کاررفته:
about-trust = فهرست‌های اعتمادی که اینجا چیزی را تأیید کردند:
about-noTrust = هیچ فهرست اعتمادی اینجا چیزی را تأیید نکرد.
about-pack = { $pack }، مورخ { $date }
about-packUndated = { $pack }، بی‌تاریخ
about-repeat = هر کس پرونده‌ها را دارد می‌تواند این را تکرار کند: `hallmark check --at { $utc } PATH`. SHA-256 هر پرونده می‌گوید آیا همان پرونده است.
about-limits = hallmark بدون شبکه کار می‌کند، چهره‌ای را نمی‌شناسد و از ظاهر تصویر چیزی حدس نمی‌زند. گزارش می‌دهد پرونده‌ها چه دارند و آیا امضاها معتبرند؛ آنچه از آن برمی‌آید را انسان تصمیم می‌گیرد.
