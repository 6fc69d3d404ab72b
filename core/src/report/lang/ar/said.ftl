# العربية.

## Fixed sentences about a file. Their wording is part of the contract.

said-unchanged = لم يتغيّر هذا الملف منذ أن أصدرته الجهة «{ $issuer }».
said-partlyCovered = الصورة سليمة، لكن { $bytes } من البايتات (بيانات وصفية) غير مشمولة بالتوقيع.
said-changed = تغيّر بعد أن أصدرته الجهة «{ $issuer }»: { $reason }
said-broken = وثيقة المنشأ نفسها معطوبة ({ $reason })؛ ولا يُستنتج من ذلك شيء عن الصورة.
said-unknownIssuer = أصدرته جهة لا تعرفها قائمة الثقة لديك.
said-noTrustList = ليست لديك قائمة ثقة بعد؛ يضيف `hallmark trust add FILE` واحدة.
said-nothingFound = لم يُعثر على معلومات عن المنشأ. معظم الصور العادية لا تحملها؛ وهذا لا يقول شيئًا عمّا إذا كانت الصورة حقيقية.
said-nothingFoundLine = لم يُعثر على معلومات عن المنشأ.
said-noCredentialLine = لا توجد وثيقة منشأ في الملف.
said-couldNotCheck = تعذّر الفحص: { $reason }
said-credentialsLeftOut = تُركت وثائق المنشأ جانبًا حسب الطلب.
said-moreFindings = { $count ->
        [zero] (لا نتائج أخرى.)
        [one] (نتيجة أخرى.)
        [two] (نتيجتان أخريان.)
        [few] ({ $count } نتائج أخرى.)
        [many] ({ $count } نتيجة أخرى.)
       *[other] ({ $count } نتيجة أخرى.)
    }
said-unnamedIssuer = جهة غير مسمّاة

## Where a file says it comes from.

origin-signed = تقول وثيقة منشئه: { $origin }.
origin-labelled = يقول وسم يستطيع أيّ أحد كتابته: { $origin }.
origin-contradictory = يقول أشياء مختلفة عن منشئه.
origin-captured = مُلتقَط بكاميرا أو جهاز تسجيل
origin-edited = مُلتقَط ثم مُعدَّل
origin-digitalArt = من صنع إنسان بأدوات رقمية
origin-procedural = من صنع برنامج بلا ذكاء اصطناعي
origin-screenCapture = مُلتقَط من شاشة
origin-aiEdited = معدَّل بذكاء اصطناعي توليدي
origin-aiGenerated = من صنع ذكاء اصطناعي توليدي
origin-possiblyAi = ربما من صنع ذكاء اصطناعي توليدي

## The summary of a run.

summary-checked = { $count ->
        [0] لم يُفحص شيء.
        [one] فُحص ملف واحد بتاريخ { $moment }: { $states }.
        [two] فُحص ملفان بتاريخ { $moment }: { $states }.
        [few] فُحصت { $count } ملفات بتاريخ { $moment }: { $states }.
        [many] فُحص { $count } ملفًا بتاريخ { $moment }: { $states }.
       *[other] فُحص { $count } ملف بتاريخ { $moment }: { $states }.
    }
summary-leftOut = لم يدخل التقرير: { $list }.
summary-notMedia = { $count ->
        [zero] لا ملفات من غير الوسائط
        [one] ملف واحد ليس وسائط
        [two] ملفان ليسا وسائط
        [few] { $count } ملفات ليست وسائط
        [many] { $count } ملفًا ليست وسائط
       *[other] { $count } ملف ليست وسائط
    }
summary-sidecars = { $count ->
        [zero] لا وثائق منشأ بجانب ملفاتها
        [one] وثيقة منشأ واحدة بجانب ملفها
        [two] وثيقتا منشأ بجانب ملفيهما
        [few] { $count } وثائق منشأ بجانب ملفاتها
        [many] { $count } وثيقة منشأ بجانب ملفاتها
       *[other] { $count } وثيقة منشأ بجانب ملفاتها
    }
summary-excluded = { $count ->
        [zero] لا مداخل مستبعدة
        [one] مدخل واحد مستبعد
        [two] مدخلان مستبعدان
        [few] { $count } مداخل مستبعدة
        [many] { $count } مدخلًا مستبعدًا
       *[other] { $count } مدخل مستبعد
    }
summary-links = { $count ->
        [zero] لا روابط لم تُتبع
        [one] رابط واحد لم يُتبع
        [two] رابطان لم يُتبعا
        [few] { $count } روابط لم تُتبع
        [many] { $count } رابطًا لم تُتبع
       *[other] { $count } رابط لم تُتبع
    }
summary-special = { $count ->
        [zero] لا أنابيب أو أجهزة لم تُفتح
        [one] أنبوب أو جهاز واحد لم يُفتح
        [two] أنبوبان أو جهازان لم يُفتحا
        [few] { $count } أنابيب وأجهزة لم تُفتح
        [many] { $count } أنبوبًا وجهازًا لم تُفتح
       *[other] { $count } أنبوب وجهاز لم تُفتح
    }
summary-interrupted = توقّف العمل: لم يُفحص الباقي.
summary-marks = { $found ->
        [0] بُحث عن علامات في بكسلات عدد منها قدره { $count }؛ ولم يُعثر على أيّ منها.
       *[other] بُحث عن علامات في بكسلات عدد منها قدره { $count }، وعُثر عليها في { $found }.
    } وبالمصادفة وحدها يبدو أن عددًا لا يزيد على { $expected } من مثل هذا القدر يحمل علامة.
summary-policy = { $count ->
        [zero] لا ملف يستوفي شرطًا من --fail-on.
        [one] ملف واحد يستوفي شرطًا من --fail-on.
        [two] ملفان يستوفيان شرطًا من --fail-on.
        [few] { $count } ملفات تستوفي شرطًا من --fail-on.
        [many] { $count } ملفًا تستوفي شرطًا من --fail-on.
       *[other] { $count } ملف تستوفي شرطًا من --fail-on.
    }
summary-trusted = التوقيع صالح، وقائمة الثقة لديك تعتمد الجهة المُصدِرة.
summary-invalid = تغيّر بعد إصداره، أو أن وثيقة المنشأ نفسها معطوبة؛ ولا يُستنتج شيء آخر عن الصورة.
summary-unreadable = تعذّر الفحص؛ السطر يقول لماذا.
summary-notChecked = لم يُفحص:
summary-next = يعرض `hallmark check -v FILE` كل ما يُعرف عن ملف.
summary-explain = يقول `hallmark explain CODE` ما تعنيه نتيجة وما ينبغي فعله، مثلًا { $codes }.

## Headings of details.

heading-file = الملف
heading-signer = الموقِّع
heading-time = وقت التوقيع
heading-trust = معتمَد من
heading-generator = صُنع بواسطة
heading-source = نوع المصدر
heading-actions = الخطوات
heading-history = صُنع من
heading-certificates = الشهادات
heading-notCovered = غير مشمول
heading-remote = في مكان آخر
heading-marks = العلامات
heading-labels = الوسوم
heading-findings = النتائج
heading-notChecked = لم يُفحص

## Headings of an explanation.

explain-meaning = ما معناه
explain-not = ما ليس معناه
explain-next = ما العمل
