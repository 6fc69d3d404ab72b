# Azərbaycan dili.

## Labels.

label-digitalSourceType-unknown = Fayl lüğətin tanımadığı mənbə növü bəyan edir.
    .meaning = IPTC-nin rəqəmsal mənbə növləri siyahısında belə qeyd yoxdur; səhv yazılmış və ya bu versiyadan yeni ola bilər.
    .not = Şəklin necə hazırlandığını demir.
    .next = Hesabatda dəyəri oxuyun və hallmark-ı yeniləyin.

label-aigc-malformed = Bu fayldakı AIGC etiketi standartının bir qaydasını pozur: “{ $detail }”.
    .meaning = Faylda Çin standartı GB 45438-in etiketi var, lakin məzmunu natamam, ardıcıllıqsız və ya oxunmazdır.
    .not = Bu, nə etiketin olmadığı, nə də kiminsə onu qurdaladığı anlamına gəlir; çox proqram onu səhv yazır.
    .next = Hesabatda etiketi oxuyun və faylı yayandan onun necə hazırlandığını soruşun.

label-aigc-duplicate = Faylda { $count } AIGC etiketi var; standart birinə icazə verir.
    .meaning = Bir neçə proqram və ya bir proqram bir neçə yerdə Çin standartı GB 45438-in etiketini yazıb.
    .not = Bu, etiketlərin bir-birinə zidd olduğu anlamına gəlmir.
    .next = Hesabatda etiketləri müqayisə edin.

label-aigc-signature-holds = AIGC etiketi yanında verilən açarla imzalanıb.
    .meaning = İstehsalçı haqqında üç sahə birlikdədir və kimsə imzalayandan bəri dəyişməyib.
    .not = Kimin imzaladığını demir: belə açarı hər kəs düzəldə bilər.
    .next = Etiketdə adı çəkilən istehsalçıdan açarın onun olub-olmadığını soruşun.

label-aigc-signature-pinned = AIGC etiketi tanınmış istehsalçının açarı ilə imzalanıb.
    .meaning = İstehsalçı haqqında üç sahə həmin açarın sahibi imzalayandan bəri dəyişməyib.
    .not = Şəkli əhatə etmir: etiketi başqa fayla köçürmək olar.
    .next = Etiketin identifikatorunu istehsalçının onun haqqında dediyi ilə müqayisə edin.

label-aigc-signature-mismatch = AIGC etiketinin imzası keçərli deyil.
    .meaning = İstehsalçı haqqında sahələr imzadan sonra dəyişdirilib, ya da imza başqa etiketə aiddir.
    .not = Şəkil haqqında heç nə demir və etiketin yanlış olduğu anlamına gəlmir.
    .next = Faylı istehsalçının yaydığı şəkildə əldə edin və onu yoxlayın.

label-aigc-signature-unreadable = AIGC etiketində burada oxuna bilməyən növdə imza var.
    .meaning = Alqoritmi, açarı və ya əhatə etdiyi praktik təlimatın təsvir etdiklərindən deyil.
    .not = Bu, imzanın keçərsiz olduğu anlamına gəlmir.
    .next = Etiketdə adı çəkilən istehsalçıdan soruşun.

label-novelai-signature-holds = NovelAI-nin piksellər və generasiya məlumatı üzərindəki imzası keçərlidir.
    .meaning = Piksellər və şərh NovelAI açarının sahibinin imzaladığının tam eynidir.
    .not = Şəkli kimin istədiyini demir.
    .next = NovelAI ilə hazırlandığını bildirin; imzanı hər kəs yenidən yoxlaya bilər.

label-novelai-signature-mismatch = Faylda NovelAI-nin keçərli olmayan imzası var.
    .meaning = Piksellər və ya şərh imzadan sonra dəyişdirilib, ya da imza başqa şəkildən götürülüb.
    .not = Bu, şəklin NovelAI ilə hazırlanmadığı anlamına gəlmir: yenidən saxlamaq kifayətdir.
    .next = Faylı ilk yayıldığı şəkildə tapın.

contradiction-labels-disagree = Fayl özü haqqında iki fərqli şey deyir: “{ $first }” və “{ $second }”.
    .meaning = Eyni fayldakı iki etiket fərqli mənbə növləri bəyan edir, məsələn, kamera və generator.
    .not = İkisindən hansının doğru olduğunu demir; proqramlar redaktə edərkən çox vaxt köhnə etiketi saxlayır.
    .next = Faylı axırıncı redaktə edəndən soruşun və heç bir etiketi fakt kimi ötürməyin.

contradiction-credential-captured-label-generated = Şəhadətnamə bu şəkli kameranın çəkdiyini deyir; fayldakı etiket onu süni intellektin hazırladığını deyir.
    .meaning = İmzalanmış şəhadətnamə ilə imzalanmamış etiket bir-birinə ziddir.
    .not = İkisindən hansının doğru olduğunu demir. Etiketi saxtalaşdırmaq daha asandır.
    .next = İmzalayandan soruşun və imzanın nəyi əhatə etmədiyinə baxın.

contradiction-credential-captured-mark-generated = Şəhadətnamə bu şəkli kameranın çəkdiyini deyir; pikselləri generatorun hamıya məlum nişanını daşıyır.
    .meaning = İmzalanmış şəhadətnamə ilə hər kəsin yaza biləcəyi su nişanı bir-birinə ziddir.
    .not = Şəklin generasiya olunduğunu demir: belə nişanı fotoşəklə vurub onu generasiya olunmuş kimi göstərmək olar.
    .next = Heç birinə tək bel bağlamayın. İmzalayandan şəkli kameranın saxladığı kimi istəyin və müqayisə edin.

contradiction-credential-removed = Metaməlumat bu faylın içindəki şəhadətnaməni göstərir, o isə yoxdur.
    .meaning = Faylda bir vaxt Content Credentials vardı. Onu saxlayan və ya göndərən proqram onları götürüb, göstəricini isə qoyub.
    .not = Bu, kiminsə nəyisə gizlətmək istədiyi anlamına gəlmir; proqramların və platformaların çoxu onları soruşmadan silir.
    .next = Şəklin ilk yayıldığı yerə daha yaxın, daha əvvəlki surəti tapın.

contradiction-label-partial = Metaməlumat süni intellekt sisteminin, “{ $value }”, adını çəkir, lakin nə etdiyini demir.
    .meaning = Təfərrüatların yanında şəklin necə hazırlandığını deyən etiket yoxdur; o, heç vaxt yazılmayıb və ya silinib.
    .not = Süni intellektin şəkli hazırladığını, dəyişdiyini, yoxsa yalnız təsvir etdiyini demir.
    .next = Faylı axırıncı redaktə edəndən soruşun və ya daha əvvəlki surəti tapın.

contradiction-dates-disordered = Bu fayldakı tarixlər ardıcıl deyil: “{ $first }” “{ $second }” tarixindən sonra gəlir.
    .meaning = Deyilir ki, şəkil artıq hazır olduğu andan sonra çəkilib və ya işlənib.
    .not = Bu, kiminsə tarixi saxtalaşdırdığı anlamına gəlmir; kameraların saatı çox vaxt səhv olur.
    .next = Varsa, vaxt möhürünə əsaslanın və faylın vaxt haqqında dediyi başqa heç nəyə yox.

contradiction-dimensions-differ = EXIF { $first } piksel deyir, şəkildə isə { $second } var.
    .meaning = EXIF məlumatı yazılandan sonra şəklin biçimi dəyişib: nəsə kəsilib və ya əlavə olunub, ya da şəkil bir tərəfdən sıxılıb.
    .not = Nəyin kəsildiyini, ümumiyyətlə kəsilib-kəsilmədiyini demir; şəkli kəsmək adi işdir.
    .next = Kəsilməmiş surət tapın.

contradiction-orientation-differs = EXIF və XMP şəklin necə döndərildiyi barədə fərqli şeylər deyir: { $first } və { $second }.
    .meaning = Proqram şəkli döndərib və ikisindən yalnız birini yeniləyib.
    .not = Bu, bundan başqa nəyinsə dəyişdirildiyi anlamına gəlmir.
    .next = Nə göstərdiyini təsvir etməzdən əvvəl şəklə bir neçə proqramda baxın.

contradiction-thumbnail-differs = { $first } daxilindəki kiçik surət fayldakından başqa şəkli və ya onun daha çoxunu göstərir.
    .meaning = Fayllar öz şəklinin kiçik surətlərini daşıyır, proqramlar şəkli dəyişəndə onları yeniləməlidir. Bu surət şəklə oxşamır.
    .not = İkisindən hansının əvvəl olduğunu demir və kiminsə çaşdırmaq istədiyi anlamına gəlmir; çox proqram şəkli kəsir və ya əvəz edir, kiçik surəti isə unudur.
    .next = Hesabatda ikisinə də baxın və faylı yayandan nəyin dəyişdirildiyini soruşun. Kiçik surət kəsilib atılanı göstərə bilər.

contradiction-aiEdit-unseen = Bu şəkli süni intellektin redaktə etdiyi bildirilib, valideynindən isə heç bir fərq görünmür.
    .meaning = Şəkil nədən hazırlanıbsa, onunla müqayisə edildi. Ölçü, sıxma və parlaqlıq nəzərə alınmasa, ikisi eyni görünür.
    .not = Heç nəyin redaktə olunmadığı anlamına gəlmir: dəyişiklik müqayisənin gördüyündən kiçik ola bilər, xüsusən valideynin yalnız kiçik surəti olduqda.
    .next = Valideynin özü ilə müqayisə edin: hallmark check FAYL --parent VALİDEYN. İmzalayandan nəyin redaktə olunduğunu soruşun.

contradiction-step-undeclared = Bu şəkil valideynindən fərqlənir və bildirilən heç bir addım bunu izah etmir.
    .meaning = Şəhadətnamə şəklin açıldığını, uzağı kodlandığını, ölçüsünün dəyişdirildiyini və ya çevrildiyini deyir. Şəkil nədən hazırlanıbsa, onunla müqayisə edildi: dəyişdirilib, kəsilib və ya əvəz olunub.
    .not = Nəyin dəyişdirildiyini demir və kiminsə çaşdırmaq istədiyi anlamına gəlmir; proqramlar addımları bildirməyi unudur. Valideynin kiçik surəti zəif əsasdır.
    .next = Hər iki şəklə baxın. Valideynin özü ilə müqayisə edin: hallmark check FAYL --parent VALİDEYN. İmzalayandan arada nə baş verdiyini soruşun.

contradiction-language-differs = Bir cığır “{ $second }” dilindədir, valideyndə isə “{ $first }” var; bildirilən heç bir addım bunu izah etmir.
    .meaning = Fayl cığırları başqa dildə olan başqa fayldan hazırlanıb. Şəhadətnamə nə dublyajın, nə də tərcümənin adını çəkir.
    .not = Səsin deyilən olmadığı anlamına gəlmir: çox proqram heç kimin seçmədiyi dili yazır.
    .next = Hər ikisini dinləyin və imzalayandan faylın dublyaj və ya tərcümə olunub-olunmadığını soruşun.
