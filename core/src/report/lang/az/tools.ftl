# Azərbaycan dili.

## What commands say that write labels or take personal data out.

label-written = Etiketləndi: { $fact } ({ $standards }). Piksellər dəyişməyib.
tools-signedAgain = Əvvəlki şəhadətnaməsinin davamı kimi yenidən imzalandı.

privacy-found = { $count ->
        [0] Tanınan sahələrdə şəxsi məlumat yoxdur. Şəkildə nə göstərildiyinə baxılmadı.
        [one] { $count } şəxsi məlumat.
       *[other] { $count } şəxsi məlumat.
    }
privacy-stripped = { $count ->
        [0] Çıxarılacaq heç nə yoxdur. Surət: { $output }.
        [one] { $count } məlumat çıxarıldı. Surət: { $output }.
       *[other] { $count } məlumat çıxarıldı. Surət: { $output }.
    }
privacy-left = Bunları çıxarmaq mümkün olmadı:

## What is said about marks that are written or looked for.

marking-none = Nişan tapılmadı. Şəkillərin çoxunda olmur.
marking-written = İndi piksellər { $key } açarı ilə yazılmış { $payload } nişanını daşıyır. O, surətdən geri oxundu.
marking-survivesCopying = Sınaqda yalnız köçürməyə və yüngül sıxmaya davam gətirdi: şəkil az gizlədir.
marking-survivesCompression = Sınaqda 50 keyfiyyətli JPEG sıxmasına davam gətirdi.
marking-survivesHalfSize = Sınaqda yarıya kiçiltməyə və 50 keyfiyyətli JPEG sıxmasına davam gətirdi.
marking-quality = Sıxmadan əvvəl əslindən fərq: PSNR { $psnr } dB, SSIM { $ssim }.
marking-lostPalette = Şəkildə palitra və ya rəng başına 8 bitdən az vardı; surətdə rəng başına 8 bit var.
marking-lostInterlacing = Şəkil növbəli sətirli idi; surət elə deyil.
marking-lostArithmeticCoding = Şəkil arifmetik kodlaşdırma işlədirdi; surət Haffman kodlaşdırması işlədir.
marking-droppedCredential = Əslinin şəhadətnaməsi surətdə yoxdur: o, başqa piksellər üçün keçərli deyil.

## Recovered credentials, in detail.

heading-recovered = Bərpa edilib
recovering-from = { $registry } reyestrindən: manifest { $manifest }
recovering-signer = buraxan: { $signer } ({ $state })
recovering-similarity = müqayisə olunanın { $percent } faizi imzalandığı kimi görünür
recovering-region = dəyişdirilib: şəklin { $width } faiz eni, { $height } faiz hündürlüyü, soldan { $left } faiz, yuxarıdan { $top } faiz
recovering-mapWritten = Dəyişdirilmiş yerləri göstərilən şəkil: { $output }.

## Registries.

registering-added = { $number } nömrəsi ilə qeyd olundu.
registering-already = Əvvəllər { $number } nömrəsi ilə qeyd olunmuşdu.
registering-claim = { $number }, { $moment }: nişan { $mark }, manifest { $label }
registering-tombstone = { $moment } tarixində geri çağırılıb: { $reason }
registering-revokedNow = { $manifest } şəhadətnaməsi indi geri çağırılıb. Onu tapana bu deyiləcək.
registering-revokedBefore = { $manifest } şəhadətnaməsi əvvəllər geri çağırılmışdı; birinci səbəb qalır.
registering-exported = Reyestr indi { $output } faylındadır və { $signer } açarı ilə imzalanıb. Onun barmaq izini götürəcəklərə başqa yolla bildirin.
registering-imported = { $signer } açarı ilə imzalanıb. Yeni: { $added }; əvvəldən məlum: { $already }; geri çağırılmış: { $revoked }.
registering-conflictKept = { $mark } nişanına bir neçə şəhadətnamə iddia edir ({ $manifests }); reyestr olduğu kimi saxlandı.

## Publishing.

publishing-published = Yayıldı və { $number } nömrəsi ilə qeyd olundu.
publishing-before = Əvvəllər { $number } nömrəsi ilə yayılmışdı; bu, o vaxtkı fayldır.
publishing-withoutMark = Nişan daşımır: { $reason }. Yalnız görünüşü ilə yenidən tapıla bilər.
publishing-stripped = { $count ->
        [one] { $count } şəxsi məlumat çıxarıldı.
       *[other] { $count } şəxsi məlumat çıxarıldı.
    }
publishing-left = Çıxarıla bilməyən şəxsi məlumat: { $names }.

## Duties on content made by AI.

duty-notMet = Fayl { $article } müddəasının süni intellektlə hazırlanmış məzmundan istədiyini daşımır.
    .meaning = Faylda nəsə onu süni intellektin hazırladığını və ya dəyişdiyini deyir, soruşduğunuz qaydalar isə belə fayldan daha çoxunu istəyir.
    .not = Bu, kiminsə qayda pozduğu anlamına gəlmir: kimi və nə vaxtdan bağladığına baxılmır. Bu, hüquqi məsləhət deyil.
    .next = Faylın nə daşımalı olduğunu `spec/profiles.md` faylında oxuyun və hüququ bilən birindən soruşun.

heading-duties = Öhdəliklər
profile-line = { $article }: { $met }
profile-met = var
profile-notMet = yoxdur
profile-notApplicable = aid deyil, heç nə süni intellektin hazırladığını demir
profile-cannotTell = kənardan demək olmur
profile-unverified = (qaydanın öz mətni oxunmayıb)
profile-none = Soruşulan qaydalar süni intellektlə hazırlanmış məzmuna aiddir; heç nə bunu süni intellektin hazırladığını demir.

## What a pipeline did to a file.

passage-pixelsAlike = Şəkillər eyni görünür.
passage-pixelsDifferent = Şəkillər fərqli görünür.
passage-pixelsUnknown = Şəkilləri görünüşünə görə müqayisə etmək mümkün olmadı.
passage-item = { $kind }, { $name }: { $outcome }
passage-counts = { $kind }: { $kept } saxlanıb, { $altered } dəyişdirilib, { $stripped } silinib, { $added } əlavə olunub
passage-duty = Bəzi qaydalar platformalardan məzmunun haradan gəldiyini deyən şeyləri silməməyi istəyir: BPC § 22757.3.1 (Kaliforniya); Code of Practice, 1.2 (Avropa İttifaqı, qaydanın öz mətni oxunmayıb). Bu, hüquqi məsləhət deyil.
outcome-kept = saxlanıb
outcome-altered = dəyişdirilib
outcome-stripped = silinib
outcome-added = əlavə olunub
