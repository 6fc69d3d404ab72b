# العربية.

## The report as a page: --format html.

page-title = { $count ->
        [0] لم يُفحص شيء
        [one] من أين أتى ملف واحد
        [two] من أين أتى ملفان
        [few] من أين أتت { $count } ملفات
        [many] من أين أتى { $count } ملفًا
       *[other] من أين أتى { $count } ملف
    }
page-lead = ما يمكن معرفته عن منشأ هذه الملفات وما لا يمكن. الحكم بتاريخ { $moment }.
page-skip = الانتقال إلى الملفات
page-summary = الخلاصة
page-groups = ما الذي وُجد
page-groupFiles = الملفات
page-declared = ما تقوله عن منشئها
page-notChecked = ما لم يُفحص
page-about = عن هذا التقرير
page-picture = نسخة مصغّرة من { $name }
page-noPicture = لا نسخة مصغّرة
page-code = الرمز

# Groups of files, in this order on the page. The number of files stands beside them.
group-contradictory = تناقضات
group-fails = تغيّر بعد التوقيع، أو وثيقة منشأ معطوبة
group-holds = وثيقة منشأ صالحة
group-labelled = وسم أو علامة أو وثيقة منشأ مستعادة، ولا وثيقة منشأ صالحة
group-unreadable = تعذّر الفحص
group-none = لم يُعثر على شيء

## What an outcome means, what it does not mean, and what to do.

outcome-contradictory = ما يقوله هذا الملف عن نفسه لا يتوافق.
    .meaning = شيئان في الملف يتناقضان. والنتائج تسمّيهما كليهما.
    .not = لا يقول أيّهما الصحيح، ولا يعني أن أحدًا أراد التضليل.
    .next = اقرأ الجانبين أدناه، واسأل ناشر الملف قبل أن تنقل أيًّا منهما على أنه واقع.
outcome-trusted = وثيقة منشأ صالحة، وقائمة الثقة لديك تعتمد الجهة التي أصدرتها.
    .meaning = بايتات الملف توافق التوقيع، عدا المذكورة على أنها غير مشمولة، وقائمة الثقة لديك تعتمد الشهادة.
    .not = لا يعني أن ما تُظهره الصورة قد حدث. التوقيع يشمل بايتات لا أحداثًا.
    .next = اقرأ من وقّع وماذا صرّح به، وانظر ما الذي يتركه التوقيع.
outcome-valid = وثيقة منشأ صالحة؛ ولا أحد في قائمة الثقة لديك يعتمد الجهة التي أصدرتها.
    .meaning = بايتات الملف توافق التوقيع، لكن أيّ أحد يستطيع صنع توقيع بأيّ اسم.
    .not = لا يعني أن الجهة المُصدِرة غير أمينة. فالناشرون الصغار والأجهزة الجديدة في قوائم قليلة.
    .next = اسأل الجهة المُصدِرة، بطريق آخر، هل الشهادة لها.
outcome-invalid = وثيقة منشأ غير صالحة.
    .meaning = تغيّر الملف بعد توقيعه، أو أن وثيقة المنشأ نفسها تخالف قاعدة. والنتائج تقول أيّهما.
    .not = لا يعني أن أحدًا أراد التضليل. يكفي حفظ الصورة أو تغيير حجمها أو إرسالها.
    .next = ابحث عن النسخة التي نشرتها الجهة المُصدِرة، وقارن بينهما.
outcome-labelled = يقول الملف كيف صُنع، دون توقيع يشمل ذلك.
    .meaning = وُجد وسم في البيانات الوصفية أو علامة في البكسلات. ويستطيع أيّ أحد كتابتها أو تغييرها أو إزالتها.
    .not = لا يُظهر أن ما يقوله الوسم أو العلامة صحيح.
    .next = اسأل ناشر الملف كيف صُنع.
outcome-none = لم يُعثر على شيء يقول من أين أتى الملف.
    .meaning = لا يحمل الملف وثيقة منشأ ولا وسمًا ولا علامة يستطيع hallmark قراءتها.
    .not = لا يقول شيئًا عمّا تُظهره الصورة. ومعظم صور العالم لا تحمل مثل هذه المعلومات.
    .next = ابحث عن نسخة أقدم، واسأل أول من نشرها.
outcome-unreadable = تعذّر فحص الملف.
    .meaning = لم يستطع hallmark النظر في الملف. والنتائج تقول لماذا.
    .not = لا يقول شيئًا عن المحتوى.
    .next = احصل على الملف مرة أخرى، من حيث نُشر أولًا إن أمكن.

## The history of a picture.

chain-title = كيف نشأ، كما ترويه وثيقة المنشأ
chain-thisFile = هذا الملف
chain-answers = المسؤول عن هذه الخطوة: { $signer }.
chain-answersUnlisted = وضع { $signer } اسمه على هذه الخطوة؛ ولا تعتمده أيّ قائمة مستعملة.
chain-broken = توقيع هذه الخطوة غير صالح؛ ولا أحد مسؤول عنها.
chain-changed = الموقِّع على هذه الخطوة: { $signer }؛ وتغيّر الملف بعد ذلك.
chain-nobody = لم يُسمَّ أحد مسؤولًا عن هذه الخطوة.
chain-signedAt = وُقّع في { $moment }.
chain-noTime = لا ختم زمني يقول متى.
chain-madeWith = صُنع بواسطة { $generator }.
chain-more = { $count ->
        [zero] لا خطوات أخرى في السجل.
        [one] خطوة أخرى في السجل.
        [two] خطوتان أخريان في السجل.
        [few] { $count } خطوات أخرى في السجل.
        [many] { $count } خطوة أخرى في السجل.
       *[other] { $count } خطوة أخرى في السجل.
    }

# What was done (C2PA actions). Others are shown by their code.
action-created = إنشاء
action-opened = فتح
action-edited = تعديل
action-cropped = قصّ
action-resized = تغيير الحجم
action-rotated = تدوير
action-colorAdjusted = ضبط الألوان
action-filtered = تطبيق مرشّح
action-drawn = رسم عليه
action-placed = إدراج جزء
action-removed = إزالة جزء
action-transcoded = حفظ بصيغة أخرى
action-published = نشر
action-redacted = حذف بيان من وثيقة منشأ سابقة
action-watermarked = وضع علامة مائية
action-metadata = تعديل البيانات الوصفية
action-unknown = إجراء مجهول

## Comparisons.

compare-title = مقارنة
compare-now = الملف الذي بين أيدينا
compare-parent = النسخة السابقة
compare-signed = كما وُقّع
compare-note = الصورة السابقة هي النسخة المصغّرة التي وضعها موقِّعها في وثيقة المنشأ.
compare-slider = التنقل بين الصورتين
regions-title = أين تغيّرت الصورة
regions-alt = الصورة التي بين أيدينا، { $count ->
        [zero] بلا مواضع متغيّرة
        [one] وموضع متغيّر واحد مؤطَّر
        [two] وموضعان متغيّران مؤطَّران
        [few] و{ $count } مواضع متغيّرة مؤطَّرة
        [many] و{ $count } موضعًا متغيّرًا مؤطَّرًا
       *[other] و{ $count } موضع متغيّر مؤطَّر
    }
regions-place = الموضع { $index }: { $left }٪ من اليسار، { $top }٪ من الأعلى، العرض { $width }٪، الارتفاع { $height }٪.

## What the signature leaves out.

uncovered-alt = الملف على هيئة شريط من أول بايت إلى آخره؛ الأجزاء المخططة غير مشمولة بالتوقيع.
uncovered-from = من البايت
uncovered-bytes = البايتات
uncovered-what = ما الموجود هناك

## Forensic details.

forensic-title = تفاصيل فنية
forensic-label = الوسم
forensic-value = القيمة
forensic-place = أين
forensic-forging = كيف يمكن تزويره
forensic-severity = الوزن
forensic-finding = النتيجة
forensic-mark = احتمال تطابق هذه العلامة مصادفةً لا يزيد على { $chance }.
forensic-openMark = يستطيع أيّ أحد كتابة هذه العلامة.
forensic-keyedMark = كل من يملك المفتاح يستطيع كتابة هذه العلامة، ويمكن نسخها من صورة إلى أخرى.
forensic-fingerprint = البصمة
forensic-manifest = البيان الجامع
forensic-registry = السجلّ
forensic-elapsed = الوقت المستغرق
forensic-milliseconds = { $count } مللي ثانية

## About the report.

about-tool = hallmark { $version }، قواعد { $ruleset }
about-moment = الحكم بتاريخ { $moment }، أي { $utc }.
about-trustInUse = قوائم الثقة المستعملة:
about-trust = قوائم الثقة التي اعتمدت شيئًا هنا:
about-noTrust = لم تعتمد أيّ قائمة ثقة شيئًا هنا.
about-pack = { $pack }، بتاريخ { $date }
about-packUndated = { $pack }، بلا تاريخ
about-repeat = يستطيع كل من لديه الملفات تكرار هذا: `hallmark check --at { $utc } PATH`. وتقول قيمة SHA-256 لكل ملف هل هو الملف نفسه.
about-limits = يعمل hallmark دون شبكة، ولا يتعرّف على الوجوه، ولا يخمّن شيئًا من مظهر الصورة. يُبلغ بما تحمله الملفات وبصلاحية التوقيعات؛ وما يترتب على ذلك يقرره إنسان.
