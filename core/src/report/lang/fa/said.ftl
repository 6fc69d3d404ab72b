# فارسی.

## Fixed sentences about a file. Their wording is part of the contract.

said-unchanged = این پرونده از زمانی که «{ $issuer }» آن را صادر کرده تغییر نکرده است.
said-partlyCovered = تصویر دست‌نخورده است، اما { $bytes } بایت (فراداده) زیر پوشش امضا نیست.
said-changed = پس از صدور توسط «{ $issuer }» تغییر کرده است: { $reason }
said-broken = خود اعتبارنامه خراب است ({ $reason })؛ از این چیزی دربارهٔ تصویر برنمی‌آید.
said-unknownIssuer = صادرکننده کسی است که فهرست اعتماد شما او را نمی‌شناسد.
said-noTrustList = هنوز فهرست اعتمادی ندارید؛ `hallmark trust add FILE` یکی اضافه می‌کند.
said-nothingFound = هیچ اطلاعاتی دربارهٔ منشأ یافت نشد. بیشتر عکس‌های معمولی چنین اطلاعاتی ندارند؛ این چیزی دربارهٔ واقعی بودن تصویر نمی‌گوید.
said-nothingFoundLine = هیچ اطلاعاتی دربارهٔ منشأ یافت نشد.
said-noCredentialLine = اعتبارنامه‌ای در پرونده نیست.
said-couldNotCheck = بررسی ممکن نشد: { $reason }
said-credentialsLeftOut = به درخواست، اعتبارنامه‌ها بررسی نشدند.
said-moreFindings = { $count ->
        [one] ({ $count } یافتهٔ دیگر.)
       *[other] ({ $count } یافتهٔ دیگر.)
    }
said-unnamedIssuer = کسی بی‌نام

## Where a file says it comes from.

origin-signed = اعتبارنامهٔ آن می‌گوید: { $origin }.
origin-labelled = برچسبی که هر کسی می‌تواند بنویسد می‌گوید: { $origin }.
origin-contradictory = دربارهٔ منشأ خود حرف‌های متفاوتی می‌زند.
origin-captured = گرفته‌شده با دوربین یا دستگاه ضبط
origin-edited = گرفته‌شده و سپس ویرایش‌شده
origin-digitalArt = ساختهٔ انسان با ابزار رقمی
origin-procedural = ساختهٔ برنامه‌ای بدون هوش مصنوعی
origin-screenCapture = گرفته‌شده از صفحهٔ نمایش
origin-aiEdited = ویرایش‌شده با هوش مصنوعی مولد
origin-aiGenerated = ساختهٔ هوش مصنوعی مولد
origin-possiblyAi = شاید ساختهٔ هوش مصنوعی مولد

## The summary of a run.

summary-checked = { $count ->
        [0] چیزی بررسی نشد.
        [one] { $count } پرونده در زمان { $moment } بررسی شد: { $states }.
       *[other] { $count } پرونده در زمان { $moment } بررسی شد: { $states }.
    }
summary-leftOut = گزارش نشده: { $list }.
summary-notMedia = { $count ->
        [one] { $count } پرونده که رسانه نیست
       *[other] { $count } پرونده که رسانه نیستند
    }
summary-sidecars = { $count ->
        [one] { $count } اعتبارنامه کنار پروندهٔ خود
       *[other] { $count } اعتبارنامه کنار پرونده‌های خود
    }
summary-excluded = { $count ->
        [one] { $count } مورد کنار گذاشته‌شده
       *[other] { $count } مورد کنار گذاشته‌شده
    }
summary-links = { $count ->
        [one] { $count } پیوند دنبال‌نشده
       *[other] { $count } پیوند دنبال‌نشده
    }
summary-special = { $count ->
        [one] { $count } لوله یا دستگاه بازنشده
       *[other] { $count } لوله و دستگاه بازنشده
    }
summary-interrupted = قطع شد: بقیه بررسی نشد.
summary-marks = { $found ->
        [0] نشان‌های درون پیکسل‌ها در { $count } پرونده جست‌وجو شد؛ هیچ نشانی یافت نشد.
       *[other] نشان‌های درون پیکسل‌ها در { $count } پرونده جست‌وجو و در { $found } پرونده یافت شد.
    } تنها به تصادف، از این شمار دست‌بالا { $expected } پرونده نشان‌دار به نظر می‌رسید.
summary-policy = { $count ->
        [one] { $count } پرونده شرطی از --fail-on را دارد.
       *[other] { $count } پرونده شرطی از --fail-on را دارند.
    }
summary-trusted = امضا معتبر است و فهرست اعتماد شما صادرکننده را می‌شناسد.
summary-invalid = پس از صدور تغییر کرده، یا خود اعتبارنامه خراب است؛ بیش از این چیزی دربارهٔ تصویر برنمی‌آید.
summary-unreadable = بررسی ممکن نشد؛ علت در همان سطر آمده است.
summary-notChecked = بررسی نشده:
summary-next = `hallmark check -v FILE` هر چه را دربارهٔ یک پرونده دانسته است نشان می‌دهد.
summary-explain = `hallmark explain CODE` می‌گوید یک یافته چه معنایی دارد و چه باید کرد، برای نمونه { $codes }.

## Headings of details.

heading-file = پرونده
heading-signer = امضاکننده
heading-time = زمان امضا
heading-trust = مورد تأیید
heading-generator = ساخته‌شده با
heading-source = نوع منبع
heading-actions = گام‌ها
heading-history = ساخته‌شده از
heading-certificates = گواهی‌ها
heading-notCovered = زیر پوشش نیست
heading-remote = در جای دیگر
heading-marks = نشان‌ها
heading-labels = برچسب‌ها
heading-findings = یافته‌ها
heading-notChecked = بررسی نشده

## Headings of an explanation.

explain-meaning = یعنی چه
explain-not = چه معنایی ندارد
explain-next = چه باید کرد
