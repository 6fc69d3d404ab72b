# العربية.

## What commands say that write labels or take personal data out.

label-written = وُسم بأنه { $fact } ({ $standards }). البكسلات لم تتغيّر.
tools-signedAgain = وُقّع من جديد، استمرارًا لوثيقة منشئه السابقة.

privacy-found = { $count ->
        [0] لا بيانات شخصية في الحقول المعروفة. ولم يُنظر فيما تُظهره الصورة.
        [one] معلومة شخصية واحدة.
        [two] معلومتان شخصيتان.
        [few] { $count } معلومات شخصية.
        [many] { $count } معلومة شخصية.
       *[other] { $count } معلومة شخصية.
    }
privacy-stripped = { $count ->
        [0] لا شيء لإخراجه. النسخة هي { $output }.
        [one] أُخرجت معلومة واحدة. النسخة هي { $output }.
        [two] أُخرجت معلومتان. النسخة هي { $output }.
        [few] أُخرجت { $count } معلومات. النسخة هي { $output }.
        [many] أُخرجت { $count } معلومة. النسخة هي { $output }.
       *[other] أُخرجت { $count } معلومة. النسخة هي { $output }.
    }
privacy-left = تعذّر إخراج ما يلي:

## What is said about marks that are written or looked for.

marking-none = لم يُعثر على علامة. معظم الصور لا تحمل علامة.
marking-written = تحمل البكسلات الآن العلامة { $payload }، مكتوبة بالمفتاح { $key }. وقد قُرئت من النسخة.
marking-survivesCopying = في تجربة، نجت من النسخ والضغط الخفيف فقط: تُخفي الصورة القليل.
marking-survivesCompression = في تجربة، نجت من ضغط JPEG بجودة 50.
marking-survivesHalfSize = في تجربة، نجت من نصف الحجم وضغط JPEG بجودة 50.
marking-quality = الفرق عن الأصل قبل الضغط: PSNR { $psnr } dB، SSIM { $ssim }.
marking-lostPalette = كان للصورة لوحة ألوان أو أقل من 8 بتات للون؛ وللنسخة 8 بتات للون.
marking-lostInterlacing = كانت الصورة متشابكة الأسطر؛ والنسخة ليست كذلك.
marking-lostArithmeticCoding = استعملت الصورة ترميزًا حسابيًا؛ وتستعمل النسخة ترميز هوفمان.
marking-droppedCredential = وثيقة منشأ الأصل ليست في النسخة: فهي لا تصلح لبكسلات أخرى.

## Recovered credentials, in detail.

heading-recovered = مستعادة
recovering-from = من { $registry }: البيان الجامع { $manifest }
recovering-signer = أصدرها { $signer } ({ $state })
recovering-similarity = نسبة ما يبدو كما وُقّع مما قورن: { $percent } في المئة
recovering-region = متغيّر: { $width } في { $height } في المئة من الصورة، { $left } في المئة من اليسار، { $top } في المئة من الأعلى
recovering-mapWritten = الصورة مع مواضعها المتغيّرة هي { $output }.

## Registries.

registering-added = سُجّلت بالرقم { $number }.
registering-already = كانت مسجّلة من قبل بالرقم { $number }.
registering-claim = { $number }، { $moment }: العلامة { $mark }، البيان الجامع { $label }
registering-tombstone = سُحبت في { $moment }: { $reason }
registering-revokedNow = وثيقة المنشأ { $manifest } مسحوبة الآن. ويُخبَر بذلك من يجدها.
registering-revokedBefore = كانت وثيقة المنشأ { $manifest } مسحوبة من قبل؛ ويبقى السبب الأول.
registering-exported = السجلّ الآن في { $output }، موقَّعًا بالمفتاح { $signer }. أبلغ ببصمته، بطريق آخر، من سيأخذه.
registering-imported = موقَّع بالمفتاح { $signer }. جديد: { $added }؛ معروف من قبل: { $already }؛ مسحوب: { $revoked }.
registering-conflictKept = تدّعي عدة وثائق منشأ العلامة { $mark } ({ $manifests })؛ وتُرك السجلّ كما كان.

## Publishing.

publishing-published = نُشرت وسُجّلت بالرقم { $number }.
publishing-before = نُشرت من قبل بالرقم { $number }؛ وهذا ملف ذلك الوقت.
publishing-withoutMark = لا تحمل علامة: { $reason }. ولا يمكن العثور عليها من جديد إلا بمظهرها.
publishing-stripped = { $count ->
        [zero] لم تُخرج معلومات شخصية.
        [one] أُخرجت معلومة شخصية واحدة.
        [two] أُخرجت معلومتان شخصيتان.
        [few] أُخرجت { $count } معلومات شخصية.
        [many] أُخرجت { $count } معلومة شخصية.
       *[other] أُخرجت { $count } معلومة شخصية.
    }
publishing-left = بيانات شخصية تعذّر إخراجها: { $names }.

## Duties on content made by AI.

duty-notMet = لا يحمل الملف ما يطلبه { $article } من المحتوى الذي يصنعه الذكاء الاصطناعي.
    .meaning = شيء في الملف يقول إن الذكاء الاصطناعي صنعه أو غيّره، والقواعد التي سألت عنها تريد أن يحمل مثل هذا الملف أكثر مما يحمل.
    .not = لا يعني أن أحدًا خالف قاعدة: فلا يُنظر فيمن تُلزمه ومنذ متى. وليست هذه استشارة قانونية.
    .next = اقرأ في `spec/profiles.md` ما ينبغي أن يحمله الملف، واسأل من يعرف القانون.

heading-duties = الواجبات
profile-line = { $article }: { $met }
profile-met = موجود
profile-notMet = غير موجود
profile-notApplicable = لا ينطبق، لا شيء يقول إن الذكاء الاصطناعي صنعه
profile-cannotTell = لا يمكن معرفته من الخارج
profile-unverified = (لم يُقرأ نص القاعدة نفسه)
profile-none = القواعد التي سُئل عنها تخص ما يصنعه الذكاء الاصطناعي؛ ولا شيء يقول إنه صنع هذا.

## What a pipeline did to a file.

passage-pixelsAlike = تبدو الصورتان متماثلتين.
passage-pixelsDifferent = تبدو الصورتان مختلفتين.
passage-pixelsUnknown = تعذّرت مقارنة الصورتين بمظهرهما.
passage-item = { $kind }، { $name }: { $outcome }
passage-counts = { $kind }: محفوظ { $kept }، مغيَّر { $altered }، مُزال { $stripped }، مضاف { $added }
passage-duty = تطلب بعض القواعد من المنصات ألا تزيل ما يقول من أين أتى المحتوى: BPC § 22757.3.1 (كاليفورنيا)؛ Code of Practice, 1.2 (الاتحاد الأوروبي، لم يُقرأ نص القاعدة نفسه). وليست هذه استشارة قانونية.
outcome-kept = محفوظ
outcome-altered = مغيَّر
outcome-stripped = مُزال
outcome-added = مضاف
