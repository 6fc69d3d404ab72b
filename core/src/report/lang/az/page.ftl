# Azərbaycan dili.

## The report as a page: --format html.

page-title = { $count ->
        [0] Heç nə yoxlanmadı
        [one] { $count } faylın mənşəyi
       *[other] { $count } faylın mənşəyi
    }
page-lead = Bu faylların mənşəyi haqqında nəyi bilmək olar, nəyi olmaz. Qiymətləndirmə vaxtı: { $moment }.
page-skip = Fayllara keç
page-summary = Xülasə
page-groups = Nə tapıldı
page-groupFiles = Fayllar
page-declared = Mənşələri haqqında nə deyirlər
page-notChecked = Nə yoxlanmadı
page-about = Bu hesabat haqqında
page-picture = { $name } faylının kiçik surəti
page-noPicture = Kiçik surət yoxdur
page-code = Kod

# Groups of files, in this order on the page. The number of files stands beside them.
group-contradictory = Ziddiyyətlər
group-fails = İmzadan sonra dəyişdirilib və ya şəhadətnamə pozulub
group-holds = Keçərli şəhadətnamə
group-labelled = Etiket, nişan və ya bərpa edilmiş şəhadətnamə var, keçərli şəhadətnamə yoxdur
group-unreadable = Yoxlamaq mümkün olmadı
group-none = Heç nə tapılmadı

## What an outcome means, what it does not mean, and what to do.

outcome-contradictory = Bu faylın özü haqqında dedikləri bir-birinə uyğun gəlmir.
    .meaning = Faylda iki şey bir-birinə ziddir. Tapıntılar hər ikisinin adını çəkir.
    .not = İkisindən hansının doğru olduğunu demir və kiminsə çaşdırmaq istədiyi anlamına gəlmir.
    .next = Aşağıda hər iki tərəfi oxuyun və birini fakt kimi ötürməzdən əvvəl faylı yayandan soruşun.
outcome-trusted = Şəhadətnamə keçərlidir və etibar siyahınız onu buraxanı tanıyır.
    .meaning = Əhatə olunmayanlar kimi sadalananlardan başqa, faylın baytları imzaya uyğundur və etibar siyahınız sertifikatı tanıyır.
    .not = Bu, şəkildə göstərilənin baş verdiyi anlamına gəlmir. İmza hadisələri deyil, baytları əhatə edir.
    .next = Kimin imzaladığını və nə bəyan etdiyini oxuyun, imzanın nəyi kənarda qoyduğuna baxın.
outcome-valid = Şəhadətnamə keçərlidir; etibar siyahınızda heç kim onu buraxanı tanımır.
    .meaning = Faylın baytları imzaya uyğundur, lakin istənilən adla imzanı hər kəs düzəldə bilər.
    .not = Bu, buraxanın vicdansız olduğu anlamına gəlmir. Kiçik nəşrlər və yeni cihazlar az siyahıda olur.
    .next = Sertifikatın onun olub-olmadığını buraxandan başqa yolla soruşun.
outcome-invalid = Şəhadətnamə keçərli deyil.
    .meaning = Fayl imzalanandan sonra dəyişib, ya da şəhadətnamənin özü bir qaydanı pozur. Hansı olduğunu tapıntılar deyir.
    .not = Bu, kiminsə çaşdırmaq istədiyi anlamına gəlmir. Şəkli saxlamaq, ölçüsünü dəyişmək və ya göndərmək kifayətdir.
    .next = Buraxanın yaydığı versiyanı tapın və ikisini müqayisə edin.
outcome-labelled = Fayl necə hazırlandığını deyir, lakin bunu əhatə edən imza yoxdur.
    .meaning = Metaməlumatda etiket və ya piksellərdə nişan tapıldı. Bunları hər kəs yaza, dəyişə və ya silə bilər.
    .not = Bu, etiketin və ya nişanın dediyinin elə olduğunu göstərmir.
    .next = Faylı yayandan onun necə hazırlandığını soruşun.
outcome-none = Faylın haradan gəldiyini deyən heç nə tapılmadı.
    .meaning = Faylda hallmark-ın oxuya bildiyi nə şəhadətnamə, nə etiket, nə də nişan var.
    .not = Bu, şəkildə göstərilən haqqında heç nə demir. Dünyadakı şəkillərin çoxunda belə məlumat yoxdur.
    .next = Daha əvvəlki surəti tapın və onu ilk yayandan soruşun.
outcome-unreadable = Faylı yoxlamaq mümkün olmadı.
    .meaning = hallmark fayla baxa bilmədi. Səbəbini tapıntılar deyir.
    .not = Bu, məzmun haqqında heç nə demir.
    .next = Faylı yenidən əldə edin, mümkünsə ilk yayıldığı yerdən.

## The history of a picture.

chain-title = Şəhadətnamənin dediyinə görə necə yaranıb
chain-thisFile = Bu fayl
chain-answers = Bu addıma { $signer } cavabdehdir.
chain-answersUnlisted = Bu addıma { $signer } adını qoyub; işlədilən heç bir siyahı onu tanımır.
chain-broken = Bu addımın imzası keçərli deyil; ona heç kim cavabdeh deyil.
chain-changed = Bu addımı { $signer } imzalayıb; fayl bundan sonra dəyişib.
chain-nobody = Bu addıma cavabdeh olan heç kimin adı çəkilməyib.
chain-signedAt = İmzalanıb: { $moment }.
chain-noTime = Nə vaxt olduğunu deyən vaxt möhürü yoxdur.
chain-madeWith = Hazırlama vasitəsi: { $generator }.
chain-more = { $count ->
        [one] Tarixçədə daha { $count } addım var.
       *[other] Tarixçədə daha { $count } addım var.
    }

# What was done (C2PA actions). Others are shown by their code.
action-created = yaradılıb
action-opened = açılıb
action-edited = redaktə olunub
action-cropped = kəsilib
action-resized = ölçüsü dəyişdirilib
action-rotated = döndərilib
action-colorAdjusted = rəngləri düzəldilib
action-filtered = süzgəcdən keçirilib
action-drawn = üzərində çəkilib
action-placed = hissə əlavə edilib
action-removed = hissə çıxarılıb
action-transcoded = başqa formatda saxlanıb
action-published = yayılıb
action-redacted = əvvəlki şəhadətnamədən ifadə çıxarılıb
action-watermarked = su nişanı qoyulub
action-metadata = metaməlumat redaktə olunub
action-unknown = naməlum bir iş görülüb

## Comparisons.

compare-title = Müqayisə
compare-now = Əldəki fayl
compare-parent = Əvvəlki versiya
compare-signed = İmzalandığı kimi
compare-note = Əvvəlki şəkil onu imzalayanın şəhadətnaməyə qoyduğu kiçik surətdir.
compare-slider = İki şəkil arasında keçid
regions-title = Şəkil harada dəyişib
regions-alt = Əldəki şəkil, { $count ->
        [one] { $count } dəyişdirilmiş yer çərçivəyə alınıb
       *[other] { $count } dəyişdirilmiş yer çərçivəyə alınıb
    }
regions-place = { $index }-ci yer: soldan { $left } %, yuxarıdan { $top } %, eni { $width } %, hündürlüyü { $height } %.

## What the signature leaves out.

uncovered-alt = Fayl ilk baytından sonuncusuna qədər zolaq kimi; cizgili hissələr imza ilə əhatə olunmayıb.
uncovered-from = Bu baytdan
uncovered-bytes = Bayt
uncovered-what = Orada nə var

## Forensic details.

forensic-title = Texniki təfərrüatlar
forensic-label = Etiket
forensic-value = Dəyər
forensic-place = Harada
forensic-forging = Necə saxtalaşdırıla bilər
forensic-severity = Çəki
forensic-finding = Tapıntı
forensic-mark = Bu nişanın təsadüfi uyğunluğunun ehtimalı ən çoxu { $chance }.
forensic-openMark = Bu nişanı hər kəs yaza bilər.
forensic-keyedMark = Açarı olan hər kəs bu nişanı yaza bilər və onu bir şəkildən başqasına köçürmək olar.
forensic-fingerprint = Barmaq izi
forensic-manifest = Manifest
forensic-registry = Reyestr
forensic-elapsed = Sərf olunan vaxt
forensic-milliseconds = { $count } ms

## About the report.

about-tool = hallmark { $version }, { $ruleset } tarixli qaydalar
about-moment = Qiymətləndirmə vaxtı: { $moment }, yəni { $utc }.
about-trustInUse = İşlədilən etibar siyahıları:
about-trust = Burada nəyisə tanıyan etibar siyahıları:
about-noTrust = Burada heç bir etibar siyahısı heç nəyi tanımadı.
about-pack = { $pack }, { $date }
about-packUndated = { $pack }, tarixsiz
about-repeat = Faylları olan hər kəs bunu təkrarlaya bilər: `hallmark check --at { $utc } PATH`. Hər faylın SHA-256-sı eyni fayl olub-olmadığını deyir.
about-limits = hallmark şəbəkəsiz işləyir, sifət tanımır və şəklin görünüşündən heç nə təxmin etmir. Faylların nə daşıdığını və imzaların keçərli olub-olmadığını bildirir; bundan nə çıxdığına insan qərar verir.
