# Azərbaycan dili.

## C2PA: the content and its binding to the credential.

assertion-dataHash-match = Məzmun baytbabayt imzalanandır.
    .meaning = İmzanın kənarda qoyduqlarından başqa, faylın baytları şəhadətnamə buraxılarkən olan yoxlama cəmini verir.
    .not = Bu, şəkildə göstərilənin baş verdiyi və ya imzalayana bel bağlamaq olduğu anlamına gəlmir.
    .next = Kimin imzaladığına və imzanın nəyi kənarda qoyduğuna baxın.

assertion-dataHash-mismatch = Məzmun imzalanan deyil.
    .meaning = Faylın baytları şəhadətnamədəkindən başqa yoxlama cəmi verir: buraxılandan sonra nəsə dəyişib.
    .not = Nəyin dəyişdiyini və kimin etdiyini demir. Şəkli yenidən saxlamaq, ölçüsünü və ya başlığını dəyişmək kifayətdir.
    .next = Buraxanın yaydığı versiyanı tapın və ikisini müqayisə edin.

assertion-dataHash-malformed = Şəhadətnamənin onu məzmuna bağlayan hissəsi öz qaydalarını pozur.
    .meaning = Yoxlama cəmi qeydi əməl oluna bilməyəcək şəkildə yazılıb, ona görə məzmunu müqayisə etmək olmur.
    .not = Məzmunun dəyişib-dəyişmədiyi barədə heç nə demir.
    .next = Faylı buraxandan istəyin; ola bilsin, onun proqramı qüsurlu şəhadətnamə yazıb.

assertion-dataHash-additionalExclusionsPresent = İmza faylda öz yerindən artığını kənarda qoyur.
    .meaning = Şəhadətnamə imzanı pozmadan dəyişə bilən başqa hissələrin də adını çəkir.
    .not = Bu, həmin hissələrin dəyişdirildiyi anlamına gəlmir.
    .next = Tarix və ya yer kimi orada olanlara bel bağlamazdan əvvəl əhatə olunmayan aralıqlara baxın.

assertion-bmffHash-match = Məzmun hissə-hissə imzalanandır.
    .meaning = Bu video, səs və ya HEIF faylının hissələri şəhadətnamə buraxılarkən olan yoxlama cəmini verir.
    .not = Bu, göstərilənin baş verdiyi və ya imzalayana bel bağlamaq olduğu anlamına gəlmir.
    .next = Kimin imzaladığına və imzanın nəyi kənarda qoyduğuna baxın.

assertion-bmffHash-mismatch = Məzmun imzalanan deyil.
    .meaning = Bu video, səs və ya HEIF faylının hissələri şəhadətnamədəkindən başqa yoxlama cəmi verir.
    .not = Nəyin dəyişdiyini və kimin etdiyini demir. Faylı çevirmək və ya qısaltmaq kifayətdir.
    .next = Buraxanın yaydığı versiyanı tapın və ikisini müqayisə edin.

assertion-bmffHash-malformed = Şəhadətnamənin onu məzmuna bağlayan hissəsi öz qaydalarını pozur.
    .meaning = Yoxlama cəmi qeydi əməl oluna bilməyəcək şəkildə yazılıb, ona görə məzmunu müqayisə etmək olmur.
    .not = Məzmunun dəyişib-dəyişmədiyi barədə heç nə demir.
    .next = Faylı buraxandan istəyin; ola bilsin, onun proqramı qüsurlu şəhadətnamə yazıb.

assertion-boxesHash-match = Məzmun hissə-hissə imzalanandır.
    .meaning = Faylın adı çəkilən hər hissəsi şəhadətnamə buraxılarkən olan yoxlama cəmini verir.
    .not = Bu, şəkildə göstərilənin baş verdiyi və ya imzalayana bel bağlamaq olduğu anlamına gəlmir.
    .next = Kimin imzaladığına baxın.

assertion-boxesHash-mismatch = Məzmun imzalanan deyil.
    .meaning = Faylın adı çəkilən bir hissəsi şəhadətnamədəkindən başqa yoxlama cəmi verir.
    .not = Nəyin dəyişdiyini və kimin etdiyini demir. Şəkli yenidən saxlamaq kifayətdir.
    .next = Buraxanın yaydığı versiyanı tapın və ikisini müqayisə edin.

assertion-boxesHash-malformed = Şəhadətnamənin onu məzmuna bağlayan hissəsi öz qaydalarını pozur.
    .meaning = Hissələrin siyahısı əməl oluna bilməyəcək şəkildə yazılıb, ona görə məzmunu müqayisə etmək olmur.
    .not = Məzmunun dəyişib-dəyişmədiyi barədə heç nə demir.
    .next = Faylı buraxandan istəyin; ola bilsin, onun proqramı qüsurlu şəhadətnamə yazıb.

assertion-boxesHash-unknownBox = Faylda imzalanarkən olmayan bir hissə var.
    .meaning = Şəhadətnamə faylın hər hissəsini sadalayır və bir hissə bu siyahıda yoxdur.
    .not = Nəyin və kim tərəfindən əlavə edildiyini demir. Başlıq və ya önbaxış əlavə edən proqramlar belə edir.
    .next = Buraxanın yaydığı versiyanı tapın və ikisini müqayisə edin.

assertion-collectionHash-match = Toplunun hər faylı imzalanandır.
    .meaning = Bu toplunun hər faylı şəhadətnamə buraxılarkən olan yoxlama cəmini verir.
    .not = Bu, faylların göstərdiyinin baş verdiyi və ya imzalayana bel bağlamaq olduğu anlamına gəlmir.
    .next = Kimin imzaladığına baxın.

assertion-collectionHash-mismatch = Toplunun bir faylı imzalanan deyil.
    .meaning = Bu toplunun ən azı bir faylı dəyişib, sonra gəlib və ya çatışmır.
    .not = Nəyin dəyişdiyini və kimin etdiyini demir.
    .next = Buraxanın yaydığı toplunu tapın və ikisini müqayisə edin.

assertion-collectionHash-malformed = Şəhadətnamənin onu topluya bağlayan hissəsi öz qaydalarını pozur.
    .meaning = Faylların siyahısı əməl oluna bilməyəcək şəkildə yazılıb, ona görə onları müqayisə etmək olmur.
    .not = Hər hansı faylın dəyişib-dəyişmədiyi barədə heç nə demir.
    .next = Toplunu buraxandan istəyin; ola bilsin, onun proqramı qüsurlu şəhadətnamə yazıb.

## C2PA: the structure of the credential.

claim-missing = Şəhadətnamədə bəyannamə yoxdur.
    .meaning = Bəyannamə (claim) imzalanan hissədir. Onsuz yoxlanacaq heç nə yoxdur.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Faylın mənbəyə daha yaxın başqa surətini tapın.

claim-multiple = Şəhadətnamədə birdən çox bəyannamə var.
    .meaning = Şəhadətnamənin düz bir bəyannaməsi olur; iki olanda hansının nəzərdə tutulduğunu heç kim deyə bilməz.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Şəhadətnaməni yox sayın və başqa surət tapın.

claim-malformed = Bəyannamədə tələb olunan qeyd çatışmır və ya qeyd səhv işlədilib.
    .meaning = Şəhadətnamənin imzalanmış hissəsi C2PA spesifikasiyasına uyğun deyil.
    .not = Bu, şəkil haqqında heç nə demir. Belə bəyannamələri ilkin və ev şəraitində düzəldilmiş proqramlar yazır.
    .next = Şəhadətnaməni yox sayın və ya buraxandan müasir proqramla yenidən imzalamağı xahiş edin.

claim-cbor-invalid = Bəyannamə açıla bilmir.
    .meaning = Şəhadətnamənin imzalanmış hissəsi zədələnib və ya heç vaxt düzgün yazılmayıb.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Faylın mənbəyə daha yaxın başqa surətini tapın.

claim-hardBindings-missing = Şəhadətnamə heç bir məzmuna bağlı deyil.
    .meaning = Şəhadətnamədə heç nə onun hansı baytlara aid olduğunu demir; istənilən fayla uyğun gələrdi.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Şəhadətnaməni yox sayın.

assertion-missing = Şəhadətnamənin adını çəkdiyi ifadə yerində yoxdur.
    .meaning = İmzalanmış bəyannamə ifadələrini (assertions) sadalayır və onlardan biri silinib və ya itib.
    .not = Onu kimin və niyə sildiyini demir.
    .next = Faylın başqa surətini tapın. Qanuni silinmə şəhadətnamənin özündə elan olunur.

assertion-undeclared = Şəhadətnamədə heç vaxt imzalanmamış ifadə var.
    .meaning = Şəhadətnaməyə imzalanmış bəyannamənin sadalamadığı ifadə (assertion) qoyulub.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Həmin ifadəni nəzərə almayın və şəhadətnaməni pozulmuş sayın.

assertion-multipleHardBindings = Şəhadətnamə məzmuna birdən çox dəfə bağlanıb.
    .meaning = Şəhadətnamədə məzmunun düz bir yoxlama cəmi olur; iki olsa, hücum edən uyğun gələnini seçə bilərdi.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Şəhadətnaməni pozulmuş sayın.

assertion-outsideManifest = İfadə onun adını çəkən şəhadətnamədən kənardadır.
    .meaning = İfadə (assertion) eyni fayldakı başqa şəhadətnamədən götürülüb.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Şəhadətnaməni pozulmuş sayın.

assertion-selfRedacted = Şəhadətnamə öz ifadəsini çıxarır.
    .meaning = İfadələr yalnız əvvəlki şəhadətnamələrdən çıxarıla (redaktə edilə) bilər, bunu edənin özündən heç vaxt.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Şəhadətnaməni pozulmuş sayın və buraxana bildirin.

assertion-notRedacted = Çıxarılmalı olan ifadə hələ də yerindədir.
    .meaning = Şəhadətnamə əvvəlki ifadənin çıxarıldığını deyir, lakin çıxarılmayıb.
    .not = Bu, ifadənin yanlış olduğu anlamına gəlmir.
    .next = Həmin ifadənin dediyinə ehtiyatla yanaşın: kimsə onun yayılmasını istəməyib.

assertion-inaccessible = Şəhadətnamənin bir ifadəsinə çatmaq mümkün olmadı.
    .meaning = Şəhadətnamə başqa yerdə olan ifadəyə (assertion) istinad edir. hallmark şəbəkəyə çıxmır.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Bütöv faylı buraxandan istəyin.

assertion-json-invalid = Şəhadətnamənin bir ifadəsi düzgün JSON deyil.
    .meaning = İfadələrdən (assertions) biri zədələnib və ya heç vaxt düzgün yazılmayıb.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Faylın başqa surətini tapın və ya buraxana bildirin.

assertion-cbor-invalid = Şəhadətnamənin bir ifadəsi düzgün CBOR deyil.
    .meaning = İfadələrdən (assertions) biri zədələnib və ya heç vaxt düzgün yazılmayıb.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Faylın başqa surətini tapın və ya buraxana bildirin.

assertion-hashedURI-match = Şəhadətnamənin ifadəsi imzalanandır.
    .meaning = İfadə (assertion) imzalanmış bəyannamənin onun üçün göstərdiyi yoxlama cəmini verir.
    .not = Bu, ifadənin doğru olduğu anlamına gəlmir, yalnız onu imzalayanın söylədiyini göstərir.
    .next = Kimin imzaladığına baxın.

assertion-hashedURI-mismatch = Şəhadətnamənin bir ifadəsi imzadan sonra dəyişdirilib.
    .meaning = İfadə (assertion) imzalanmış bəyannamənin onun üçün göstərdiyindən başqa yoxlama cəmi verir.
    .not = Bu, piksellər haqqında heç nə demir; söhbət şəhadətnamənin onlar barədə dediyindən gedir.
    .next = Şəhadətnamənin dediyinə bel bağlamayın. Buraxanın yaydığı versiyanı tapın.

assertion-action-malformed = Redaktə addımlarının siyahısı öz qaydalarını pozur.
    .meaning = Şəhadətnamə məzmunla nə edildiyini deyir (yaradılıb, açılıb, kəsilib). Bu siyahıda tələb olunan qeyd çatışmır və ya qeyd səhv işlədilib.
    .not = Bu, piksellər haqqında heç nə demir.
    .next = Redaktə tarixçəsini naməlum sayın və ya buraxandan müasir proqramla yenidən imzalamağı xahiş edin.

assertion-action-ingredientMismatch = Redaktə addımı yerində olmayan mənbə fayla istinad edir.
    .meaning = “Açılıb” və ya “əlavə edilib” kimi bir addım şəhadətnamədə olmayan mənbənin (inqrediyentin) adını çəkir.
    .not = Bu, piksellər haqqında heç nə demir.
    .next = Redaktə tarixçəsini natamam sayın.

assertion-action-redactionMismatch = Redaktə addımı baş verməmiş çıxarılmanı elan edir.
    .meaning = Addımların siyahısı ifadənin çıxarıldığını deyir, lakin şəhadətnamə bununla uyğun gəlmir.
    .not = Bu, piksellər haqqında heç nə demir.
    .next = Redaktə tarixçəsini etibarsız sayın.

assertion-action-redacted = Redaktə addımlarının siyahısı silinib.
    .meaning = Əvvəlki şəhadətnamələrdən ifadələr çıxarıla bilər, lakin redaktə addımlarının siyahısı heç vaxt.
    .not = Addımların nə olduğunu demir.
    .next = Faylın əvvəlki versiyasını istəyin.

assertion-ingredient-malformed = Mənbə faylın qeydi öz qaydalarını pozur.
    .meaning = Şəhadətnamə mənbənin (inqrediyentin) adını əməl oluna bilməyəcək şəkildə çəkir.
    .not = Bu, piksellər haqqında heç nə demir.
    .next = Bu addımdan əvvəlki tarixçəni naməlum sayın.

assertion-timestamp-malformed = Vaxt möhürü ifadəsi öz qaydalarını pozur.
    .meaning = Şəhadətnamədə sonradan əlavə edilmiş, əməl oluna bilməyəcək şəkildə yazılmış vaxt möhürü var.
    .not = Bu, imzanın yanlış olduğu anlamına gəlmir.
    .next = İmzalanma vaxtını həmin vaxt möhürü ilə təsdiqlənməmiş sayın.

assertion-metadata-disallowed = Metaməlumat ifadəsi icazə verilməyən qeydləri işlədir.
    .meaning = İmzalanmış metaməlumat yalnız sabit siyahıdakı qeydləri saxlaya bilər, bu isə ondan kənara çıxır.
    .not = Bu, qeydlərin yanlış olduğu anlamına gəlmir.
    .next = Artıq qeydlərə bel bağlamayın; buraxana bildirin.

manifest-inaccessible = Bunun istinad etdiyi şəhadətnaməyə çatmaq mümkün olmadı.
    .meaning = Fayl başqa yerdə olan şəhadətnaməyə istinad edir. hallmark şəbəkəyə çıxmır.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Bütöv faylı buraxandan istəyin.

manifest-multipleParents = Şəhadətnamə birdən çox valideynin adını çəkir.
    .meaning = Redaktə olunmuş fayl düz bir valideyndən gəlir; iki olanda tarixçəsini söyləmək olmur.
    .not = Bu, piksellər haqqında heç nə demir.
    .next = Bu addımdan əvvəlki tarixçəni naməlum sayın.

manifest-update-invalid = Şəhadətnamənin yenilənməsində yenilənmədə ola bilməyən şey var.
    .meaning = Yenilənmə məzmuna toxunmadan ifadələr əlavə edə bilər. Bu isə ondan kənara çıxır.
    .not = Bu, piksellər haqqında heç nə demir.
    .next = Yenilənməni pozulmuş sayın; ondan əvvəlki versiyanı istəyin.

manifest-update-wrongParents = Şəhadətnamənin yenilənməsi düz bir valideynin adını çəkmir.
    .meaning = Yenilənmə bir əvvəlki şəhadətnaməni davam etdirir və onun adını çəkməlidir.
    .not = Bu, piksellər haqqında heç nə demir.
    .next = Yenilənməni pozulmuş sayın; ondan əvvəlki versiyanı istəyin.

manifest-compressed-invalid = Sıxılmış şəhadətnamə açılmır.
    .meaning = Şəhadətnamə sıxılmış şəkildə saxlanıb və zədələnib.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Faylın mənbəyə daha yaxın başqa surətini tapın.

general-error = Şəhadətnaməni axıra qədər yoxlamaq mümkün olmadı.
    .meaning = Yoxlama C2PA spesifikasiyasında öz kodu olmayan bir şeydə dayandı.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Mesajdakı təfərrüatı oxuyun və faylın başqa surətini tapın.

## C2PA: the signer.

claimSignature-validated = İmza keçərlidir.
    .meaning = Şəhadətnamə sertifikatının adını çəkdiyi açarla imzalanıb və o vaxtdan dəyişdirilməyib.
    .not = Bu, imzalayanın sertifikatda deyilən şəxs olduğu anlamına gəlmir; etibar siyahıları bunun üçündür.
    .next = Etibar siyahısının imzalayanı tanıyıb-tanımadığına baxın.

claimSignature-missing = Şəhadətnamədə imza yoxdur.
    .meaning = Şəhadətnamənin dediyinə heç kim cavabdeh deyil; onu hər kəs yaza bilərdi.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Şəhadətnaməni yox sayın.

claimSignature-mismatch = İmza şəhadətnaməyə uyğun deyil.
    .meaning = Şəhadətnamə imzadan sonra dəyişdirilib, ya da imza başqa açarla qoyulub.
    .not = Bu, şəkil haqqında heç nə demir; söhbət onun barəsində deyiləndən gedir.
    .next = Şəhadətnamənin dediyinə bel bağlamayın. Buraxanın yaydığı versiyanı tapın.

claimSignature-insideValidity = Sertifikatlar əsas götürülən anda qüvvədə idi.
    .meaning = İmza qoyularkən, vaxt möhürü yoxdursa indi, imzalayanın sertifikatları artıq başlamışdı və hələ bitməmişdi.
    .not = Bu, onların geri çağırılmadığı anlamına gəlmir; o, başqa yoxlamadır.
    .next = Etibar olunan vaxt möhürünün bu vaxtı təsdiqləyib-təsdiqləmədiyinə baxın.

claimSignature-outsideValidity = Sertifikat əsas götürülən anda qüvvədə deyildi.
    .meaning = İmzalayanın və ya ondan yuxarıdakı sertifikat imzalanma anında, vaxt möhürü yoxdursa indi, hələ başlamamışdı və ya bitmişdi.
    .not = Bu, faylın dəyişdirildiyi anlamına gəlmir. Vaxt möhürü olmayan köhnə fayl bura düşür.
    .next = Nə vaxt imzalandığını bilirsinizsə, `--at` ilə yenidən yoxlayın; yoxsa buraxandan vaxt möhürlü versiya istəyin.

signingCredential-trusted = Etibar siyahınız imzalayanı tanıyır.
    .meaning = İmzalayanın sertifikatı işlətdiyiniz siyahıdakı mərkəzə aparır.
    .not = Bu, imzalayanın dediyinin doğru olduğu anlamına gəlmir; ondan bunun hesabını soruşmaq olar deməkdir.
    .next = İmzalayanın adına və fayl haqqında dediyinə baxın.

signingCredential-untrusted = İşlədilən heç bir etibar siyahısı imzalayanı tanımır.
    .meaning = İmza keçərlidir, lakin imzalayanın sertifikatı işlətdiyiniz siyahıdakı heç bir mərkəzə aparmır. Belə sertifikatı hər kəs düzəldə bilər.
    .not = Bu, imzalayanın vicdansız olduğu anlamına gəlmir; kiçik nəşrlər və sınaq faylları bura düşür.
    .next = İmzalayanı tanıyırsınızsa, sertifikatını istəyin və `hallmark trust add FILE` ilə əlavə edin.

signingCredential-invalid = İmzalayanın sertifikatı sertifikat qaydalarını pozur.
    .meaning = C2PA spesifikasiyası imza sertifikatının necə olmalı olduğunu deyir, bu isə fərqlənir.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Qaydanı görmək üçün sertifikat üzərində `hallmark identity check FILE` işlədin və buraxana bildirin.

signingCredential-expired = İmzalayanın sertifikatının müddəti bitmişdi.
    .meaning = Əsas götürülən anda sertifikatın son tarixi keçmişdi: etibar olunan vaxt möhürü deyirsə imzalanma vaxtında, yoxsa bu yoxlama anında.
    .not = Bu, faylın dəyişdirildiyi anlamına gəlmir. Vaxt möhürü olmayan köhnə fayllar bura düşür.
    .next = Nə vaxt imzalandığını bilirsinizsə, `--at` ilə yenidən yoxlayın.

signingCredential-ocsp-revoked = İmzalayanın sertifikatı geri çağırılıb.
    .meaning = Sertifikatı verən mərkəz onu geri çağırıb, məsələn, açar oğurlandığına görə.
    .not = Məhz bu faylı oğrunun imzaladığını demir.
    .next = Buraxan faylı başqa yolla təsdiqləmirsə, imzanı dəyərsiz sayın.

signingCredential-ocsp-unknown = Mərkəz imzalayanın sertifikatını tanımır.
    .meaning = Faylda saxlanan cavab mərkəzin bu sertifikat barədə heç vaxt eşitmədiyini deyir.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Buraxan faylı başqa yolla təsdiqləmirsə, imzanı dəyərsiz sayın.

signingCredential-ocsp-notRevoked = Faylda saxlanan cavab sertifikatın geri çağırılmadığını deyir.
    .meaning = İmzalayan sertifikat mərkəzinin təxminən imzalanma vaxtına aid arayışını əlavə edib.
    .not = Bu, sertifikatın sonradan geri çağırılmadığı anlamına gəlmir.
    .next = Heç nə, əgər oğurlanmış açar barədə eşitməmisinizsə.

signingCredential-ocsp-skipped = Sertifikatın geri çağırılıb-çağırılmadığı axtarılmadı.
    .meaning = Faylda sertifikat mərkəzinin cavabı yoxdur, hallmark isə onu soruşmaq üçün şəbəkəyə çıxmır.
    .not = Bu, sertifikatın nə geri çağırıldığı, nə də çağırılmadığı anlamına gəlir.
    .next = Bundan çox şey asılıdırsa, sertifikat mərkəzindən soruşun.

signingCredential-ocsp-inaccessible = Sertifikatın geri çağırılıb-çağırılmadığını deyə bilən mərkəzə çatmaq mümkün olmadı.
    .meaning = Sual verilə bilmədi; hallmark şəbəkəyə çıxmır.
    .not = Bu, sertifikatın nə geri çağırıldığı, nə də çağırılmadığı anlamına gəlir.
    .next = Bundan çox şey asılıdırsa, sertifikat mərkəzindən soruşun.

algorithm-unsupported = Şəhadətnamə C2PA-nın icazə vermədiyi alqoritm işlədir.
    .meaning = İmza və ya yoxlama cəmi qəbul olunan alqoritmlər siyahısında olmayan üsulla düzəldilib, ona görə nəzərə alınmadı.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Buraxandan müasir proqramla yenidən imzalamağı xahiş edin.

algorithm-deprecated = Şəhadətnamə istifadədən çıxarılan alqoritm işlədir.
    .meaning = Fayl imzalanarkən alqoritm məqbul idi, indi isə tövsiyə olunmur.
    .not = Bu, imzanın pozulduğu anlamına gəlmir.
    .next = Bu gün heç nə; öz fayllarınızı müasir alqoritmlə imzalamağı planlaşdırın.

## C2PA: the time of signing.

timeStamp-validated = Vaxt möhürü bu imzaya aiddir və keçərlidir.
    .meaning = Vaxt möhürü xidməti imzanın göstərdiyi anda mövcud olduğunu təsdiqləyib.
    .not = Şəklin nə vaxt çəkildiyini demir, yalnız imzanın artıq nə vaxt mövcud olduğunu deyir.
    .next = Etibar siyahısının xidməti tanıyıb-tanımadığına baxın.

timeStamp-trusted = Etibar siyahınız vaxtı bildirən xidməti tanıyır.
    .meaning = İmzalanma vaxtını işlətdiyiniz siyahıdakı xidmət təsdiqləyir.
    .not = Şəklin nə vaxt çəkildiyini demir, yalnız imzanın artıq nə vaxt mövcud olduğunu deyir.
    .next = Heç nə.

timeStamp-untrusted = İşlədilən heç bir etibar siyahısı vaxtı bildirən xidməti tanımır.
    .meaning = Vaxt möhürü keçərlidir, lakin xidməti işlətdiyiniz heç bir siyahıda yoxdur, ona görə vaxt yalnız iddia olunur.
    .not = Bu, vaxtın yanlış olduğu anlamına gəlmir.
    .next = Xidməti tanıyırsınızsa, sertifikatını `--tsa-trust` ilə əlavə edin.

timeStamp-malformed = Vaxt möhürü oxuna bilmir.
    .meaning = Şəhadətnamədə zədələnmiş və ya heç vaxt düzgün yazılmamış vaxt möhürü var; nəzərə alınmadı.
    .not = Bu, imzanın yanlış olduğu anlamına gəlmir.
    .next = İmzalanma vaxtını naməlum sayın.

timeStamp-mismatch = Vaxt möhürü başqa imzaya aiddir.
    .meaning = Vaxt möhürü bu imza üçün deyil, başqa baytlar üçün düzəldilib; nəzərə alınmadı.
    .not = Bu, imzanın yanlış olduğu anlamına gəlmir, lakin kimsə vaxt möhürünü köçürmüş ola bilər.
    .next = İmzalanma vaxtını naməlum sayın.

timeStamp-outsideValidity = Vaxt möhürü xidmətinin sertifikatı göstərdiyi anda qüvvədə deyildi.
    .meaning = Xidmət vaxtı bildirəndə sertifikatı hələ başlamamışdı və ya bitmişdi; vaxt möhürü nəzərə alınmadı.
    .not = Bu, imzanın yanlış olduğu anlamına gəlmir.
    .next = İmzalanma vaxtını naməlum sayın.

## C2PA: the history.

ingredient-manifest-validated = Mənbə faylın şəhadətnaməsi nəzərdə tutulandır.
    .meaning = Əvvəlki versiyanın şəhadətnaməsi bu faylda saxlanıb və əlavə olunandan bəri dəyişməyib.
    .not = Bu, əvvəlki imzalayana bel bağlamaq olduğu anlamına gəlmir.
    .next = Tarixçəyə `-v` ilə baxın.

ingredient-manifest-missing = Mənbə faylın şəhadətnaməsi yerində yoxdur.
    .meaning = Bu fayl əvvəlki versiyanın şəhadətnaməsi olduğunu deyir, həmin şəhadətnamə isə silinib və ya itib.
    .not = Bu, piksellər haqqında heç nə demir.
    .next = Bu addımdan əvvəlki tarixçəni naməlum sayın.

ingredient-manifest-mismatch = Mənbə faylın şəhadətnaməsi nəzərdə tutulan deyil.
    .meaning = Əvvəlki versiyanın şəhadətnaməsi əlavə olunandan sonra dəyişdirilib və ya əvəzlənib.
    .not = Bu versiyanın pikselləri haqqında heç nə demir.
    .next = Bu addımdan əvvəlki tarixçəni etibarsız sayın.

ingredient-claimSignature-validated = Mənbə faylın şəhadətnaməsinin imzası nəzərdə tutulandır.
    .meaning = Əvvəlki versiyanın imzası bu faylda saxlanıb və əlavə olunandan bəri dəyişməyib.
    .not = Bu, əvvəlki imzalayana bel bağlamaq olduğu anlamına gəlmir.
    .next = Tarixçəyə `-v` ilə baxın.

ingredient-claimSignature-missing = Mənbə faylın şəhadətnaməsinin imzası yerində yoxdur.
    .meaning = Bu fayl əvvəlki versiyanın imzalandığını deyir, həmin imza isə silinib və ya itib.
    .not = Bu, piksellər haqqında heç nə demir.
    .next = Bu addımdan əvvəlki tarixçəni naməlum sayın.

ingredient-claimSignature-mismatch = Mənbə faylın şəhadətnaməsinin imzası nəzərdə tutulan deyil.
    .meaning = Əvvəlki versiyanın imzası əlavə olunandan sonra əvəzlənib.
    .not = Bu versiyanın pikselləri haqqında heç nə demir.
    .next = Bu addımdan əvvəlki tarixçəni etibarsız sayın.

ingredient-unknownProvenance = Mənbə fayl şəhadətnaməsiz gəlib.
    .meaning = Bu fayla mənşəyinə heç kimin imza atmadığı bir şey daxil olub. Bu, adi haldır.
    .not = Bu, şübhə üçün əsas deyil.
    .next = Həmin mənbə sizin üçün vacibdirsə, haradan gəldiyini buraxandan soruşun.

## Audits of hallmark on the credential.

credential-exclusion-excess = Məzmuna aid baytlar imzadan kənarda qoyulub: { $what }.
    .meaning = İmza faylda yalnız öz yerini kənarda qoymalıdır. Burada isə artığını qoyur və oradakı şeyi imzanı pozmadan dəyişmək olar.
    .not = Bu, həmin baytların dəyişdirildiyi anlamına gəlmir, lakin heç kim deyə bilməz.
    .next = Məzmuna bel bağlamayın. Buraxanın yaydığı versiyanı tapın.

credential-metadata-notCovered = Metaməlumatı imzanı pozmadan dəyişmək olar: { $what }, { $bytes } bayt.
    .meaning = Faylın bu hissəsində saxlanan tarixlər, yerlər və başlıqlar imzadan kənardadır.
    .not = Bu, onların dəyişdirildiyi anlamına gəlmir.
    .next = Bu hissədəki tarixlərə və yerlərə bel bağlamayın; onları buraxandan soruşun.

credential-padding-stuffed = İmzanın özü üçün saxladığı yerdə { $bytes } yad bayt var.
    .meaning = Boş olmalı yerdə nəsə var, hətta proqramların imzalananın əvəzinə göstərə biləcəyi bütöv başqa şəkil də ola bilər.
    .not = İki şəkildən hansını gördüyünüzü demir.
    .next = Bu fayla bel bağlamayın. Buraxanın yaydığı versiyanı tapın.

credential-transplanted = Şəhadətnamə başqa fayl üçün hazırlanıb: { $reason }.
    .meaning = Şəhadətnamənin öz faylı haqqında dedikləri (növ, ölçü, önbaxış) bu fayla uyğun deyil, sanki başqa fayldan kəsilib götürülüb.
    .not = Gördüyünüz şəkil haqqında heç nə demir; ona heç kim imza atmayıb.
    .next = Şəklə şəhadətnaməsiz şəkil kimi yanaşın.

store-multiple = Faylda birdən çox şəhadətnamə dəsti var.
    .meaning = Faylın ən çoxu bir şəhadətnamə dəsti (manifest store) olur. Bir neçə olanda iki proqram iki fərqli hekayə göstərə bilər.
    .not = Hansı dəstin doğru olduğunu demir.
    .next = Şəhadətnamələri pozulmuş sayın və buraxanın yaydığı versiyanı tapın.

store-unexpectedPlace = Şəhadətnamələr bu formatda onlar üçün yer olmayan yerdədir: { $reason }.
    .meaning = Şəhadətnamələrin faylda bir sabit yeri var. Başqa yerdə bəzi proqramlar onları görür, bəziləri görmür.
    .not = Bu, dediklərinin yanlış olduğu anlamına gəlmir.
    .next = Şəhadətnamələri pozulmuş sayın və buraxanın yaydığı versiyanı tapın.

store-trailingBytes = Faylın öz məzmununun sonundan sonra { $bytes } bayt gəlir.
    .meaning = Baxış proqramlarının baxmadığı yerdə, son nişanından sonra nəsə əlavə edilib.
    .not = Bu çox vaxt zərərsizdir: bəzi kameralar və telefonlar orada ikinci şəkil və ya qısa video saxlayır.
    .next = Cihazının belə məlumat əlavə edib-etmədiyini buraxandan soruşun.

credential-status-unrecognised = Yoxlayıcı hallmark-ın bu versiyasının tanımadığı vəziyyət bildirdi: { $code }.
    .meaning = hallmark-ın daxilindəki C2PA proqramı hallmark-ın hələ cümləsi olmayan bir şey dedi.
    .not = Bu, özlüyündə faylın nə lehinə, nə də əleyhinə heç nə demir.
    .next = hallmark-ı yeniləyin, o vaxta qədər mesajdakı təfərrüatı oxuyun.

credential-verifiersDisagree = İmzanın iki müstəqil yoxlaması bir-biri ilə uyğun gəlmir.
    .meaning = hallmark hər imzanı iki dəfə, fərqli proqramlarla yoxlayır. Biri keçərli olduğunu, o biri olmadığını deyir.
    .not = İkisindən hansının haqlı olduğunu demir.
    .next = İmzaya bel bağlamayın və faylı hallmark-ın qüsuru kimi bildirin.

store-malformed = Şəhadətnamələr oxuna bilmir.
    .meaning = Şəhadətnamələr var, lakin oxunmayacaq dərəcədə zədələnib.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Faylın mənbəyə daha yaxın başqa surətini tapın.

credential-remote-notFetched = Şəhadətnamələr başqa yerdədir, “{ $url }”, və gətirilmədi.
    .meaning = Fayl yalnız şəhadətnamələrinin harada olduğunu deyir. hallmark şəbəkəyə çıxmır, ona görə yerin adını çəkib dayanır.
    .not = Bu, həmin yerdə şəhadətnamələrin olduğu və ya nə dedikləri anlamına gəlmir. Ora baxmaq sahibinə bu fayla baxdığınızı bildirir.
    .next = Buna razısınızsa, şəhadətnamələri özünüz endirin və .c2pa sonluğu ilə faylın yanına qoyun.

credential-sidecar = Şəhadətnamələr bu faylın yanındakı fayldandır.
    .meaning = Şəhadətnamələr faylın içində deyil, yanındakı eyni adlı .c2pa faylında idi.
    .not = Bu, onların dəyərini dəyişmir.
    .next = İki faylı birlikdə saxlayın.

credential-sidecar-ignored = Bu faylın yanında .c2pa faylı var; onun əvəzinə içəridəki şəhadətnamələr işlədildi.
    .meaning = Faylın öz şəhadətnamələri var və əsas olan onlardır.
    .not = Bu, yanındakı faylın yanlış olduğu anlamına gəlmir.
    .next = Nə dediyini görmək istəyirsinizsə, .c2pa faylını ayrıca yoxlayın.

## Certificates.

certificate-issuer-notAuthority = Sertifikatı heç bir sertifikat verməyə haqqı olmayan biri verib.
    .meaning = İmzalayanınkından yuxarıdakı sertifikat adi sertifikatdır, mərkəzinki deyil. Adi sertifikatı olan hər kəs imzalayanınkını uydura bilərdi.
    .not = Bu, onu adı çəkilən təşkilatın düzəltdiyi anlamına gəlmir; daha çox əksinədir.
    .next = İmzalayanın adını uydurma sayın.

certificate-pathLength-exceeded = Zəncirdəki mərkəzin altında daha { $limit } mərkəz ola bilər, onun isə { $count } mərkəzi var.
    .meaning = Mərkəzin sertifikatı ondan sonra daha neçəsinin gələ biləcəyini deyir, zəncir isə daha uzundur.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = İmzalayanın adını təsdiqlənməmiş sayın və buraxana bildirin.

certificate-keyUsage-violated = Açar sertifikatının icazə vermədiyi iş üçün işlədilib.
    .meaning = Sertifikatlar açarlarının nə üçün olduğunu deyir, məsələn, fayl imzalamaq və ya başqa sertifikatlar vermək. Bu isə başqa cür işlədilib.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = İmzalayanın adını təsdiqlənməmiş sayın və buraxana bildirin.

certificate-extendedKeyUsage-violated = Sertifikat başqa məqsəd üçün verilib.
    .meaning = Sertifikatlar məqsədini deyir, məsələn, media imzalamaq, vaxtı bildirmək və ya sayt işlətmək. Bu isə istifadəsinə uyğun deyil.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Buraxana media imzalamaq üçün sertifikat lazım olduğunu deyin.

certificate-organization-missing = Sertifikat heç bir təşkilatın adını çəkmir.
    .meaning = Sertifikatda ad var, lakin hansı təşkilata aid olduğu deyilmir.
    .not = Bu, imzanın pozulduğu anlamına gəlmir.
    .next = Sizin üçün vacibdirsə, imzalayandan kim olduğunu soruşun.

certificate-expired-noTimeStamp = İmzalayanın sertifikatının müddəti { $expired } tarixində bitib və heç bir etibar olunan vaxt möhürü ondan əvvəl imzaladığını göstərmir.
    .meaning = Vaxt möhürü olmadan imzanın sertifikat qüvvədə ikən qoyulduğunu heç kim deyə bilməz.
    .not = Bu, faylın dəyişdirildiyi anlamına gəlmir; çoxlu köhnə vicdanlı fayllar bura düşür.
    .next = Nə vaxt imzalandığını bilirsinizsə, `--at` ilə yenidən yoxlayın; vaxt möhürü varsa, `--tsa-trust` siyahısı kömək edə bilər.

certificate-expired-timeStamped = İmzalayanın sertifikatının müddəti { $expired } tarixində bitib; etibar olunan vaxt möhürü ondan əvvəl, { $signed } tarixində imzaladığını göstərir.
    .meaning = Sertifikatın son tarixi keçib, lakin imza vaxtında qoyulub.
    .not = Bu, imzanın zəifliyi deyil.
    .next = Heç nə.

certificate-expired-legacyTimeStamp = İmzalayanın sertifikatının müddəti { $expired } tarixində bitib; heç bir siyahıda olmayan xidmətin vaxt möhürü ondan əvvəl, { $signed } tarixində imzaladığını deyir.
    .meaning = Şəhadətnamə standartın birinci versiyasındandır, o isə vaxt möhürü xidmətlərinin siyahısını tanımırdı, ona görə vaxt möhürü olduğu kimi qəbul edilir.
    .not = Bu, sizin seçdiyiniz birinin imzalanma vaxtına cavabdeh olduğu anlamına gəlmir.
    .next = İmzalanma vaxtını imzalayanın öz sözü kimi götürün və ya onun üçün başqa mənbə tapın.

certificate-notYetValid = İmzalayanın sertifikatı yalnız { $begins } tarixindən başlayır.
    .meaning = Əsas götürülən anda sertifikat hələ qüvvədə deyildi.
    .not = Bu, faylın dəyişdirildiyi anlamına gəlmir; səhv saat kifayətdir.
    .next = `--at` dəyərinizi və saatınızı yoxlayın, sonra buraxandan soruşun.

certificate-intermediate-missing = Sertifikat zəncirində boşluq var: “{ $issuer }” sertifikatı yoxdur.
    .meaning = İmzalayan siyahıdakı mərkəzə qədər hər sertifikatı əlavə etməli idi və birini buraxıb.
    .not = Bu, imzalayanın siyahınıza naməlum olduğu anlamına gəlmir; bunu demək olmur.
    .next = Çatışmayan sertifikatı buraxandan istəyin və etibar siyahınıza əlavə edin.

certificate-signature-mismatch = Sertifikatı “{ $issuer }” verməyib, baxmayaraq ki, orada belə yazılıb.
    .meaning = Sertifikatdakı imza onun adını çəkdiyi mərkəzin açarına uyğun deyil.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = İmzalayanın adını uydurma sayın.

certificate-malformed = Sertifikat oxuna bilmir.
    .meaning = Şəhadətnamədəki sertifikat zədələnib və ya heç vaxt düzgün yazılmayıb.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Faylın başqa surətini tapın və ya buraxana bildirin.

certificate-profile-violated = Sertifikat media imzalayan sertifikatların bir qaydasını pozur.
    .meaning = C2PA spesifikasiyası media imzalayan sertifikatların necə olmalı olduğunu deyir, bu isə göstərilən məqamda fərqlənir.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = Buraxana bildirin; `hallmark identity check FILE` sertifikatın pozduğu hər qaydanı sadalayır.

certificate-extension-critical = Sertifikat hallmark-ın başa düşmədiyi bir şey tələb edir.
    .meaning = Sertifikatda mütləq başa düşülməli kimi işarələnmiş qeyd var. hallmark onu tanımır və buna görə sertifikata əsaslana bilməz.
    .not = Bu, qeydin zərərli olduğu anlamına gəlmir.
    .next = Buraxana bildirin və ya həmin qeydi tanıyan hallmark versiyasını istəyin.

certificate-nameConstraints-violated = Mərkəz verməyə haqqı olmayan ad üçün, “{ $name }” üçün sertifikat verib.
    .meaning = Mərkəzin sertifikatı onun tanıya biləcəyi adları məhdudlaşdırır və imzalayanınkı onların arasında deyil.
    .not = Bu, şəkil haqqında heç nə demir.
    .next = İmzalayanın adını təsdiqlənməmiş sayın.

## Trust.

trust-list-absent = Hələ etibar siyahınız yoxdur; onu `hallmark trust add FILE` əlavə edir.
    .meaning = Siyahı olmadan hallmark imzanın keçərli olduğunu deyə bilər, lakin imzalayanın dediyi şəxs olduğunu deyə bilməz.
    .not = Bu, imzalayan haqqında heç nə demir.
    .next = Etibar siyahısı əldə edin, məsələn, C2PA-nın açıq siyahısını, və `hallmark trust add FILE` ilə əlavə edin.

## The chain of sources.

ingredient-parent-missing = Əvvəlki versiyanın, “{ $title }”, adı çəkilir, lakin şəhadətnaməsi faylda yoxdur.
    .meaning = Bu fayl başqa fayldan hazırlanıb və onun haqqında məlum olanlar itib.
    .not = Bu versiyanın pikselləri haqqında heç nə demir.
    .next = Əvvəlki versiyanı buraxandan istəyin.

ingredient-unsignedStep = “{ $title }” mənbəyinə heç kim imza atmayıb.
    .meaning = Bu fayla mənşəyi imzalanmamış bir şey daxil olub. Bu, adi haldır.
    .not = Bu, şübhə üçün əsas deyil.
    .next = Həmin mənbə sizin üçün vacibdirsə, haradan gəldiyini buraxandan soruşun.

ingredient-time-disordered = Əvvəlki versiya sonrakından { $seconds } saniyə gec imzalanıb.
    .meaning = Mənbə ondan hazırlanandan əvvəl mövcud olmalıdır; vaxtlar isə başqa şey deyir.
    .not = İki vaxtdan hansının yanlış olduğunu demir; səhv saat kifayətdir.
    .next = Tarixçənin ardıcıllığını naməlum sayın.

ingredient-depth-limited = Tarixçə { $depth } addımdan uzundur; qalanı izlənmədi.
    .meaning = Fayl onu sonsuz məşğul edə bilməsin deyə hallmark müəyyən sayda addımdan sonra dayanır.
    .not = Bu, köhnə addımlarda nəyinsə yanlış olduğu anlamına gəlmir.
    .next = Ondan əvvəlki tarixçəni naməlum sayın.

ingredient-signingCredential-untrusted = İşlədilən heç bir etibar siyahısı mənbəyi imzalayanı tanımır.
    .meaning = Əvvəlki versiyanı işlətdiyiniz heç bir siyahıda olmayan biri imzalayıb.
    .not = Bu, bu versiyanı imzalayandan heç nə əskiltmir.
    .next = Həmin mənbə sizin üçün vacibdirsə, onu imzalayana `-v` ilə baxın.

## Identities of people and organisations (CAWG).

cawg-identity-trusted = “{ $name }” kimliyini etibar siyahınız təsdiqləyir.
    .meaning = Buraxan proqramdan başqa, bir şəxs və ya təşkilat bu fayla adını qoyub və işlətdiyiniz siyahı onu tanıyır.
    .not = Bu, dediklərinin doğru olduğu anlamına gəlmir; ondan bunun hesabını soruşmaq olar deməkdir.
    .next = Heç nə.

cawg-identity-untrusted = “{ $name }” bu fayla adını qoyub; işlədilən heç bir etibar siyahısı onu tanımır.
    .meaning = Kimlik ifadəsi keçərlidir, lakin işlətdiyiniz siyahıdakı heç bir mərkəzə aparmır.
    .not = Bu, adın uydurma olduğu anlamına gəlmir və şəhadətnamənin vəziyyətini dəyişmir.
    .next = Onu tanıyırsınızsa, sertifikatını istəyin və `--cawg-trust` ilə əlavə edin.

cawg-identity-invalid = Şəhadətnamədəki kimlik ifadəsi keçərli deyil.
    .meaning = Bu fayla kiminsə adı təsdiqlənə bilməyən şəkildə qoyulub.
    .not = Bu, başqa açarla imzalanmış şəhadətnamənin vəziyyətini dəyişmir.
    .next = Faylı həmin ada aid etməyin.
