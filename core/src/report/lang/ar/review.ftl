# العربية.

## A person decides.

review-queued = { $count ->
        [0] لم يدخل الدفتر شيء جديد.
        [one] دخلت الدفتر نتيجة واحدة.
        [two] دخلت الدفتر نتيجتان.
        [few] دخلت الدفتر { $count } نتائج.
        [many] دخلت الدفتر { $count } نتيجة.
       *[other] دخلت الدفتر { $count } نتيجة.
    }
review-unread = { $count ->
        [zero] قُرئت كل الملفات إلى آخرها.
        [one] تعذّرت قراءة ملف واحد إلى آخره، فلا يمكن تقرير شيء بشأنه.
        [two] تعذّرت قراءة ملفين إلى آخرهما، فلا يمكن تقرير شيء بشأنهما.
        [few] تعذّرت قراءة { $count } ملفات إلى آخرها، فلا يمكن تقرير شيء بشأنها.
        [many] تعذّرت قراءة { $count } ملفًا إلى آخرها، فلا يمكن تقرير شيء بشأنها.
       *[other] تعذّرت قراءة { $count } ملف إلى آخرها، فلا يمكن تقرير شيء بشأنها.
    }
review-askName = من يقرر؟
review-askDecision = القرار: c (تأكيد)، o (نقض)، n (تركه مفتوحًا)، q (توقف)؟
review-askReason = لماذا؟
review-decided = سُجّل: { $decision }، للملف { $asset }.
review-whole = الدفتر كامل: عدد مداخله { $count }، ورأسه موقَّع بالمفتاح { $signer }.
review-malformed = غُيّر الدفتر: السطر { $line } ليس مدخلًا.
review-edited = غُيّر الدفتر: السطر { $line } لا يتبع الذي قبله، فقد عُدّل أحدهما.
review-missing = غُيّر الدفتر: أسطر مفقودة قبل السطر { $line }.
review-reordered = غُيّر الدفتر: موضع السطر { $line } ليس هنا.
review-truncated = غُيّر الدفتر: ينتهي قبل السطر { $line }، ويقول رأسه إن هناك المزيد.
review-headDiffers = غُيّر الدفتر: لا ينتهي عند السطر { $line } كما يقول رأسه.

## Earlier verdicts.

review-signedAfter = وُقّع بعد سحب المفتاح
review-timeUnknown = وُقّع بالمفتاح المسحوب، ولا يُظهر أيّ ختم زمني موثوق أن ذلك كان قبله
review-noLongerVouched = القائمة التي اعتمدته ليست بين الحالية
review-vouchedNow = تعتمده الآن قائمة حالية
review-summary = يتغيّر { $count } من { $all } من المداخل.

## Cases that somebody else can judge again.

case-written = { $count ->
        [zero] القضية { $output } خالية من الملفات، موقَّعة بالمفتاح { $signer }.
        [one] في القضية { $output } ملف واحد، موقَّعة بالمفتاح { $signer }.
        [two] في القضية { $output } ملفان، موقَّعة بالمفتاح { $signer }.
        [few] في القضية { $output } { $count } ملفات، موقَّعة بالمفتاح { $signer }.
        [many] في القضية { $output } { $count } ملفًا، موقَّعة بالمفتاح { $signer }.
       *[other] في القضية { $output } { $count } ملف، موقَّعة بالمفتاح { $signer }.
    }
case-signedByNobody = صُنع المفتاح لهذه القضية: فهو يُظهر أن شيئًا لم يُغيَّر، لا من صنع القضية. أضف --identity للتوقيع باسم أحد.
case-same = الحكم نفسه: أعطت وسائط { $count } من الملفات، بعد فحصها من جديد، ما سُجّل في { $moment }.
case-sameWithoutMedia = الحكم نفسه: أعطت القرائن عن { $count } من الملفات، بعد الحكم عليها من جديد، ما سُجّل في { $moment }. وليست الوسائط في القضية ولم يُنظر فيها.
case-different = مختلف، لأن { $field } في { $path } كان { $recorded } وهو الآن { $now }.
case-rules = تختلف القواعد: حُكم في القضية وفق { $recorded }، ويحكم هذا البرنامج وفق { $now }.
case-impossible = لا يمكن إعادته، لأن { $reason }
