# فارسی.

## What commands say that write labels or take personal data out.

label-written = برچسب خورد: { $fact } ({ $standards }). پیکسل‌ها تغییری نکرده‌اند.
tools-signedAgain = دوباره امضا شد، به‌عنوان ادامهٔ اعتبارنامهٔ پیشین آن.

privacy-found = { $count ->
        [0] در فیلدهای شناخته‌شده دادهٔ شخصی نیست. آنچه تصویر نشان می‌دهد دیده نشد.
        [one] { $count } دادهٔ شخصی.
       *[other] { $count } دادهٔ شخصی.
    }
privacy-stripped = { $count ->
        [0] چیزی برای برداشتن نبود. رونوشت { $output } است.
        [one] { $count } داده برداشته شد. رونوشت { $output } است.
       *[other] { $count } داده برداشته شد. رونوشت { $output } است.
    }
privacy-left = این‌ها برداشتنی نبودند:

## What is said about marks that are written or looked for.

marking-none = نشانی یافت نشد. بیشتر تصویرها نشانی ندارند.
marking-written = پیکسل‌ها اکنون نشان { $payload } را دارند که با کلید { $key } نوشته شده است. از رونوشت باز خوانده شد.
marking-survivesCopying = در آزمایش، تنها از رونویسی و فشرده‌سازی ملایم جان به در برد: تصویر کم پنهان می‌کند.
marking-survivesCompression = در آزمایش، از فشرده‌سازی JPEG با کیفیت ۵۰ جان به در برد.
marking-survivesHalfSize = در آزمایش، از نصف شدن اندازه و فشرده‌سازی JPEG با کیفیت ۵۰ جان به در برد.
marking-quality = تفاوت با اصل پیش از فشرده‌سازی: PSNR { $psnr } dB، SSIM { $ssim }.
marking-lostPalette = تصویر جدول رنگ یا کمتر از ۸ بیت برای هر رنگ داشت؛ رونوشت ۸ بیت برای هر رنگ دارد.
marking-lostInterlacing = تصویر درهم‌بافته بود؛ رونوشت نیست.
marking-lostArithmeticCoding = تصویر کدگذاری حسابی داشت؛ رونوشت کدگذاری هافمن دارد.
marking-droppedCredential = اعتبارنامهٔ اصل در رونوشت نیست: برای پیکسل‌های دیگر معتبر نیست.

## Recovered credentials, in detail.

heading-recovered = بازیافته
recovering-from = از { $registry }: مانیفست { $manifest }
recovering-signer = صادرکننده { $signer } ({ $state })
recovering-similarity = { $percent } درصد از آنچه مقایسه شد همان‌گونه است که امضا شده است
recovering-region = تغییرکرده: { $width } در { $height } درصد تصویر، { $left } درصد از چپ، { $top } درصد از بالا
recovering-mapWritten = تصویر با جاهای تغییرکرده { $output } است.

## Registries.

registering-added = ثبت شد، با شمارهٔ { $number }.
registering-already = پیش‌تر ثبت شده بود، با شمارهٔ { $number }.
registering-claim = { $number }، { $moment }: نشان { $mark }، مانیفست { $label }
registering-tombstone = پس گرفته‌شده در { $moment }: { $reason }
registering-revokedNow = اعتبارنامهٔ { $manifest } اکنون پس گرفته شده است. به هر که آن را بیابد گفته می‌شود.
registering-revokedBefore = اعتبارنامهٔ { $manifest } پیش‌تر پس گرفته شده بود؛ دلیل نخست می‌ماند.
registering-exported = دفتر ثبت اکنون در { $output } است و با کلید { $signer } امضا شده. اثر انگشت آن را از راهی دیگر به گیرندگان بگویید.
registering-imported = امضاشده با کلید { $signer }. تازه: { $added }؛ پیش‌تر شناخته: { $already }؛ پس گرفته‌شده: { $revoked }.
registering-conflictKept = چند اعتبارنامه نشان { $mark } را از آنِ خود می‌دانند ({ $manifests })؛ دفتر ثبت همان‌گونه که بود ماند.

## Publishing.

publishing-published = منتشر و با شمارهٔ { $number } ثبت شد.
publishing-before = پیش‌تر منتشر شده بود، با شمارهٔ { $number }؛ این پروندهٔ همان زمان است.
publishing-withoutMark = نشانی ندارد: { $reason }. تنها با ظاهرش می‌توان آن را بازیافت.
publishing-stripped = { $count ->
        [one] { $count } دادهٔ شخصی برداشته شد.
       *[other] { $count } دادهٔ شخصی برداشته شد.
    }
publishing-left = داده‌های شخصی که برداشتنی نبودند: { $names }.

## Duties on content made by AI.

duty-notMet = پرونده آنچه را { $article } از محتوای ساختهٔ هوش مصنوعی می‌خواهد ندارد.
    .meaning = چیزی در پرونده می‌گوید هوش مصنوعی آن را ساخته یا تغییر داده، و قواعدی که پرسیده‌اید می‌خواهند چنین پرونده‌ای بیش از این داشته باشد.
    .not = به این معنا نیست که کسی قاعده‌ای را نقض کرده است: اینکه چه کسی را و از کی ملزم می‌کند بررسی نمی‌شود. این مشاورهٔ حقوقی نیست.
    .next = در `spec/profiles.md` بخوانید پرونده چه باید داشته باشد و از کسی که حقوق می‌داند بپرسید.

heading-duties = تکالیف
profile-line = { $article }: { $met }
profile-met = دارد
profile-notMet = ندارد
profile-notApplicable = مصداق ندارد، چیزی نمی‌گوید ساختهٔ هوش مصنوعی است
profile-cannotTell = از بیرون نمی‌توان گفت
profile-unverified = (متن خود قاعده خوانده نشده است)
profile-none = قواعدی که پرسیده شد به محتوای ساختهٔ هوش مصنوعی مربوط است؛ چیزی نمی‌گوید این ساختهٔ هوش مصنوعی است.

## What a pipeline did to a file.

passage-pixelsAlike = تصویرها یکسان به نظر می‌رسند.
passage-pixelsDifferent = تصویرها متفاوت به نظر می‌رسند.
passage-pixelsUnknown = مقایسهٔ تصویرها از روی ظاهر ممکن نشد.
passage-item = { $kind }، { $name }: { $outcome }
passage-counts = { $kind }: { $kept } نگه‌داشته، { $altered } دستکاری‌شده، { $stripped } برداشته، { $added } افزوده
passage-duty = برخی قواعد از سکوها می‌خواهند آنچه را که می‌گوید محتوا از کجا آمده برندارند: BPC § 22757.3.1 (کالیفرنیا)؛ Code of Practice, 1.2 (اتحادیهٔ اروپا، متن خود قاعده خوانده نشده است). این مشاورهٔ حقوقی نیست.
outcome-kept = نگه‌داشته
outcome-altered = دستکاری‌شده
outcome-stripped = برداشته
outcome-added = افزوده
