# Azərbaycan dili.

## Marks in the pixels.

watermark-found = Piksellər { $key } açarı ilə yazılmış { $payload } nişanını daşıyır. Təsadüfən bunun ehtimalı ən çoxu { $chance }.
    .meaning = Açarı olan biri bu nömrəni şəklə yazıb. Onun hansı şəhadətnaməni göstərdiyini reyestr bilə bilər.
    .not = Kimin yazdığını və məhz bu şəkil üçün yazıldığını demir: nişanları bir şəkildən başqasına köçürmək olar, açıq açar isə hamıdadır.
    .next = Nömrəni axtarın: `hallmark recover FILE --registry FILE`.

watermark-damaged = Piksellər { $key } açarı ilə yazılmış nişan daşıyır, nömrəsi isə oxunmur. Təsadüfən bunun ehtimalı ən çoxu { $chance }.
    .meaning = Şəkil nişanlanıb, sonra isə o qədər dəyişdirilib ki, nömrə itib.
    .not = Bu, kiminsə nişanı silmək istədiyi anlamına gəlmir; kiçik surətlər və güclü sıxma da belə edir.
    .next = Şəklin daha böyük və ya daha yaxşı surətini tapın.

watermark-open = Piksellər şəkil generatorunun hamıya məlum { $scheme } nişanını daşıyır. Təsadüfən bunun ehtimalı ən çoxu { $chance }.
    .meaning = Şəkil generasiya edən proqramlar hamısında eyni olan bu nişanı yazır.
    .not = Şəkli generatorun hazırladığını göstərmir: bu nişanı hər kəs istənilən şəklə yaza bilər.
    .next = Şəklin haradan gəldiyini soruşun.

watermark-several = Piksellər fərqli nişanlar daşıyır.
    .meaning = Birdən çox nişan oxundu və onlar eyni nömrəni daşımır.
    .not = Hansının birinci olduğunu və ya birinin yanlış olduğunu demir: şəkillər yenidən yayılanda yenidən nişanlanır və nişanlı şəkillərin hissələri bir şəkildə birləşir.
    .next = Hər nömrəni axtarın və şəkli hər şəhadətnamənin nə üçün buraxıldığı ilə müqayisə edin.

## Credentials recovered from a registry.

recovery-found = { $registry } reyestrindən şəhadətnamə bərpa edildi: onu “{ $issuer }” buraxıb və şəkil hələ də imzalandığı kimi görünür. O, bütöv deyil, bərpa edilib: bu surət imzalanandan başqa fayldır.
    .meaning = Fayl şəhadətnaməsini itirmişdi. Nişan və ya şəklin görünüşü ona apardı, imzası həmişəki kimi yoxlandı və şəklin imzalanmış təsviri əldəki piksellərə uyğundur.
    .not = Bu, heç bir təfərrüatın dəyişdirilmədiyi anlamına gəlmir: təsvir şəklin təxminən yüzdə ikisi və daha böyük dəyişiklikləri görür.
    .next = Kimin imzaladığını və şəklin mənşəyi haqqında nə dediyini oxuyun.

recovery-changed = { $registry } reyestrindən şəhadətnamə bərpa edildi: onu “{ $issuer }” buraxıb və şəkil o vaxtdan { $count } yerdə dəyişdirilib. O, bütöv deyil, bərpa edilib.
    .meaning = Bu, imzalanan şəkildir, lakin hissələri imzanın əhatə etdiyindən fərqli görünür. Hesabat bu hissələrin adını çəkir, `hallmark recover --map` isə onları çəkir.
    .not = Orada nə olduğunu və dəyişikliyin çaşdırmaq üçün edildiyini demir: başlıqlar, loqolar və bulandırılmış sifətlər də dəyişiklikdir.
    .next = Adı çəkilən hissələrə baxın və müqayisə üçün şəkli yayandan istəyin.

recovery-uncompared = { $registry } reyestrindən şəhadətnamə bərpa edildi: onu “{ $issuer }” buraxıb. Bunun hələ də imzalanan şəkil olub-olmadığını müqayisə etmək mümkün olmadı.
    .meaning = Nişan şəhadətnaməyə apardı, onda isə şəklin müqayisə edilə biləcək təsviri yoxdur.
    .not = Şəklin şəhadətnamənin buraxıldığı şəkil olduğunu göstərmir: nişanları köçürmək olar.
    .next = Şəkli yayandan istəyin və özünüz müqayisə edin.

recovery-otherPicture = Nişan başqa şəkli göstərir: { $registry } reyestrində onun üçün olan şəhadətnamə burada görünən üçün buraxılmayıb.
    .meaning = Kimsə bir şəklin nişanını başqasına köçürmüş ola bilər. Şəklin imzalanmış təsviri əldəki piksellərə uyğun deyil.
    .not = Bu şəklin mənşəyi haqqında heç nə demir, nişanın aid olduğu şəklin əleyhinə də heç nə demir.
    .next = Nişana bel bağlamayın və şəklin mənşəyinin başqa izini axtarın.

recovery-manifestFails = { $registry } reyestrində bu şəkil üçün olan şəhadətnamə keçərli deyil: { $code }.
    .meaning = Reyestr bu şəklin nişanı və ya görünüşü üçün şəhadətnamənin adını çəkir, lakin imzası və ya məzmunu yoxlamalardan keçmir.
    .not = Şəkildə nəyinsə yanlış olduğunu demir; onun haqqında heç nə çıxmır.
    .next = Reyestri saxlayana bildirin.

recovery-notNamed = { $registry } reyestri bu nişan üçün elə şəhadətnamənin adını çəkir ki, nişanın özünün adı orada yoxdur.
    .meaning = Nişanla şəhadətnamə arasındakı bağ yalnız reyestrin sözüdür; onu heç kim imzalamayıb.
    .not = Bu, onların bir-birinə aid olmadığı anlamına gəlmir.
    .next = Şəhadətnaməni buraxandan soruşun.

recovery-unknownMark = Soruşulan heç bir reyestr { $payload } nişanını tanımır.
    .meaning = Şəkil nişan daşıyır və onun nömrəsi verilən reyestrlərin heç birində yoxdur.
    .not = Bu, nişanın yanlış olduğu anlamına gəlmir; yayanın başqa reyestri ola bilər.
    .next = Yayanın reyestrini istəyin və onu --registry ilə göstərin.

recovery-nothing = Soruşulan heç bir reyestrdə buna oxşayan şəkil üçün şəhadətnamə yoxdur.
    .meaning = Şəkildə oxuna bilən nişan yoxdur və qeyd olunmuş heç bir şəkil ona oxşamır.
    .not = Bu, heç vaxt şəhadətnamə olmadığı anlamına gəlmir.
    .next = Daha böyük və ya daha yaxşı surət tapın, ya da başqa reyestrlər istəyin.

contradiction-binding-mark-differs = Şəhadətnamə { $first } nişanının adını çəkir; şəkil { $second } nişanını daşıyır.
    .meaning = Şəhadətnamə özünü piksellərdəki nişana bağlayır. Bu şəkildə oxunan nişan başqasıdır və başqa şəhadətnaməyə aparır.
    .not = İkisindən hansının bu şəklə aid olduğunu demir: şəkil yenidən nişanlana bilər, nişan isə başqa şəkildən köçürülə bilər.
    .next = İmzalayandan hansı nişanın onun olduğunu soruşun və o birinin şəhadətnaməsini yayanın reyestrində axtarın.

contradiction-credential-mark-differs = Fayl { $first } şəhadətnaməsini daşıyır, nişanı isə başqasını, { $second }, göstərir.
    .meaning = Kimsə əvvəllər yayılmış və nişanlanmış şəkli imzalayıb, yeni şəhadətnamə isə bunu demir.
    .not = Kimin haqlı olduğunu demir; hər iki imza keçərlidir.
    .next = Hər iki şəhadətnaməni və vaxtlarını oxuyun.
