# فارسی.

## A person decides.

review-queued = { $count ->
        [0] چیز تازه‌ای وارد دفتر نشد.
        [one] { $count } یافته وارد دفتر شد.
       *[other] { $count } یافته وارد دفتر شد.
    }
review-unread = { $count ->
        [one] { $count } پرونده تا پایان خوانده نشد، پس دربارهٔ آن نمی‌توان تصمیم گرفت.
       *[other] { $count } پرونده تا پایان خوانده نشدند، پس دربارهٔ آن‌ها نمی‌توان تصمیم گرفت.
    }
review-askName = چه کسی تصمیم می‌گیرد؟
review-askDecision = تصمیم: c (تأیید)، o (رد)، n (باز گذاشتن)، q (توقف)؟
review-askReason = چرا؟
review-decided = ثبت شد: { $decision }، برای { $asset }.
review-whole = دفتر کامل است: { $count } مدخل، سر آن با کلید { $signer } امضا شده است.
review-malformed = دفتر تغییر کرده است: سطر { $line } مدخل نیست.
review-edited = دفتر تغییر کرده است: سطر { $line } در پی سطر پیش نمی‌آید، پس یکی از آن دو ویرایش شده است.
review-missing = دفتر تغییر کرده است: پیش از سطر { $line } سطرهایی نیست.
review-reordered = دفتر تغییر کرده است: جای سطر { $line } اینجا نیست.
review-truncated = دفتر تغییر کرده است: پیش از سطر { $line } پایان می‌یابد و سر آن می‌گوید بیشتر است.
review-headDiffers = دفتر تغییر کرده است: چنان‌که سر آن می‌گوید در سطر { $line } پایان نمی‌یابد.

## Earlier verdicts.

review-signedAfter = امضاشده پس از باطل شدن کلید
review-timeUnknown = امضاشده با کلید باطل‌شده، و هیچ مُهر زمانی مورد اعتمادی نشان نمی‌دهد که پیش از آن بوده است
review-noLongerVouched = فهرستی که تأیید کرده بود در میان فهرست‌های کنونی نیست
review-vouchedNow = اکنون فهرستی کنونی تأیید می‌کند
review-summary = { $count } از { $all } مدخل تغییر می‌کند.

## Cases that somebody else can judge again.

case-written = { $count ->
        [one] { $count } پرونده در مورد { $output } است که با کلید { $signer } امضا شده.
       *[other] { $count } پرونده در مورد { $output } است که با کلید { $signer } امضا شده.
    }
case-signedByNobody = کلید برای همین مورد ساخته شده است: نشان می‌دهد چیزی تغییر نکرده، نه اینکه چه کسی آن را ساخته است. برای امضا به نام کسی --identity را بیفزایید.
case-same = همان نتیجه: رسانهٔ { $count } پرونده دوباره کاویده شد و همان را داد که در { $moment } ثبت شده بود.
case-sameWithoutMedia = همان نتیجه: شواهد { $count } پرونده دوباره داوری شد و همان را داد که در { $moment } ثبت شده بود. خود رسانه در مورد نیست و دیده نشد.
case-different = متفاوت، زیرا { $field } از { $path } پیش‌تر { $recorded } بود و اکنون { $now } است.
case-rules = قواعد تفاوت دارند: مورد بر پایهٔ { $recorded } داوری شده و این برنامه بر پایهٔ { $now } داوری می‌کند.
case-impossible = تکرار ممکن نیست، زیرا { $reason }
