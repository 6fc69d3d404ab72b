# Azərbaycan dili.

## Registries.

registry-id-conflict = Bu nişana birdən çox şəhadətnamə iddia edir.
    .meaning = Şəklin nişanındakı nömrə bir neçə manifest üçün qeyd olunub, ona görə nişan tək özü hansının şəklə aid olduğunu demir.
    .not = Bu, onlardan birinin saxtalaşdırıldığı anlamına gəlmir; nömrə səhvən iki dəfə qeyd oluna bilər.
    .next = Şəkli hər biri ilə müqayisə edin və reyestrləri saxlayanlara bildirin.

registry-revoked = Tapılan şəhadətnamə geri çağırılıb.
    .meaning = Reyestri saxlayan bu manifestə məzar daşı qoyub: daha ona əsaslanmaq olmaz.
    .not = Bu, nə imzanın pozulduğu, nə də şəklin yanlış olduğu anlamına gəlir; verilən səbəb daha çox şey deyir.
    .next = Səbəbi oxuyun və yayandan indiki şəhadətnaməni istəyin.

registry-version-unknown = Reyestr və ya bağlama daha yeni versiya ilə hazırlanıb.
    .meaning = Versiyası bu proqramın tanıdıqlarından yüksəkdir, ona görə oxunmadı.
    .not = İçindəki haqqında heç nə demir.
    .next = hallmark-ı yeniləyin və ya əvvəlki versiyada fayl istəyin.

registry-damaged = Reyestr zədələnib.
    .meaning = Reyestr faylında nəsə başqa bir şeyə ziddir, məsələn, manifest və onun heşi.
    .not = Orada qeyd olunmuş şəkillər haqqında heç nə demir.
    .next = Faylı surətdən bərpa edin və ya son bağlamasını yeni reyestrə daxil edin.

registry-unavailable = Reyestrdən soruşmaq mümkün olmadı.
    .meaning = Fayl yoxdur, kilidlidir, reyestr deyil, ya da oxuna və ya yazıla bilmir.
    .not = Bu, şəkil üçün heç nəyin qeyd olunmadığı anlamına gəlmir.
    .next = Yolu və icazələrinizi yoxlayın, sonra əmri təkrarlayın.

registry-bundle-changed = Bağlama imzalanandan sonra dəyişdirilib; ondan heç nə götürülmədi.
    .meaning = İmza baytlara uyğun deyil: ən azı bir bayt dəyişdirilib, kəsilib və ya əlavə olunub.
    .not = Bu, kiminsə bunu qəsdən etdiyi anlamına gəlmir; yarımçıq köçürmələr də belə edir.
    .next = Bağlamanı yayandan yenidən əldə edin və uzunluğunu müqayisə edin.

registry-bundle-malformed = Bu, reyestr bağlaması deyil; ondan heç nə götürülmədi.
    .meaning = Fayl bağlama kimi başlamır, ya da içində imzalanan reyestr kimi düzülməyib.
    .not = Bu, faylın zərərli olduğu anlamına gəlmir.
    .next = Nəzərdə tutduğunuz fayl olub-olmadığını yoxlayın.

registry-bundle-signerUnknown = Bağlama istədiyinizdən başqa açarla imzalanıb; ondan heç nə götürülmədi.
    .meaning = İmzası keçərlidir, lakin barmaq izi veriləndən fərqli açarla qoyulub.
    .not = Bu, bağlamanın saxtalaşdırıldığı anlamına gəlmir; yayanlar açar dəyişir.
    .next = İndiki açarın barmaq izini yayandan başqa yolla soruşun.
