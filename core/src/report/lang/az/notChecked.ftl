# Azərbaycan dili.

## What was not looked at.

notChecked-revocation = Sertifikatın geri çağırılıb-çağırılmadığı axtarılmadı; hallmark şəbəkəyə çıxmır.
    .meaning = Sertifikat mərkəzləri sertifikatları geri çağırır, məsələn, oğurluqdan sonra. Bunu yalnız onlar deyə bilər.
    .not = Bu, sertifikatın nə geri çağırıldığı, nə də çağırılmadığı anlamına gəlir.
    .next = Bundan çox şey asılıdırsa, sertifikat mərkəzindən soruşun.

notChecked-closedMarks = Yalnız düzəldənlərinin oxuya bildiyi nişanlar (SynthID, Digimarc) axtarılmadı.
    .meaning = Bəzi şirkətlər şəkillərdə nişan gizlədir və onu oxuma vasitəsini özündə saxlayır.
    .not = Bu, şəklin belə nişanı nə daşıdığı, nə də daşımadığı anlamına gəlir.
    .next = Bundan çox şey asılıdırsa, düzəldənlərdən soruşun; bəzilərinin belə xidməti var.

notChecked-watermark = Piksellərdə su nişanları axtarılmadı.
    .meaning = Axtarış istəyə əsasən buraxıldı və ya faylı ümumiyyətlə oxumaq mümkün olmadı.
    .not = Bu, şəklin su nişanını nə daşıdığı, nə də daşımadığı anlamına gəlir.
    .next = Nişan gözləyirsinizsə, `hallmark check` əmrini --only və --no-pixels olmadan işlədin.

notChecked-parent = Şəkil onun valideyni kimi göstərdiyiniz faylla müqayisə edilmədi: { $detail }.
    .meaning = Həmin faylda hallmark-ın açıb oxuya bildiyi şəkil yoxdur.
    .not = Bu, ikisinin nə fərqləndiyi, nə də fərqlənmədiyi anlamına gəlir.
    .next = Valideynin JPEG, PNG, WebP, TIFF və ya GIF surətini göstərin.

notChecked-parentPixels = Şəkillər valideyn kimi göstərdiyiniz faylla müqayisə edilmədi: piksellərə baxılmadı.
    .meaning = Piksellər istəyə əsasən buraxıldı (--no-pixels və ya --only). Piksel tələb etməyən şey, yəni cığırların dilləri valideynlə yenə də tutuşduruldu.
    .not = Bu, ikisinin nə fərqləndiyi, nə də fərqlənmədiyi anlamına gəlir.
    .next = `hallmark check` əmrini --no-pixels olmadan işlədin; --only verilirsə, orada fingerprint olmalıdır.

notChecked-pixels-format = Piksellərə baxılmadı: hallmark { $format } formatını açmır.
    .meaning = Bu formatın şəhadətnamələri və etiketləri oxunur; piksellərdəki nişanlar oxunmur.
    .not = Bu, nə nişanların olduğu, nə də olmadığı anlamına gəlir.
    .next = Şəkli etibar etdiyiniz proqramla PNG-yə çevirin və həmin surətdə nişanları axtarın.

notChecked-pixels-limit = Piksellərə baxılmadı: { $size } ölçülü şəkil həddən böyükdür.
    .meaning = Onu açmaq bir şəklin işlədə biləcəyindən çox yaddaş aparardı.
    .not = Bu, faylda nəyinsə yanlış olduğu anlamına gəlmir.
    .next = Faylın haradan gəldiyinə etibar edirsinizsə, --max-pixels dəyərini artırın.

notChecked-pixels-unreadable = Piksellərə baxılmadı: onları açmaq olmur.
    .meaning = Fayl şəkil kimi başlayır, lakin pikselləri zədələnib və ya nadir növdəndir.
    .not = Bu, kiminsə onu qəsdən zədələdiyi anlamına gəlmir.
    .next = Faylı yenidən əldə edin və ya başqa proqramda açın.

notChecked-pixels-few = Su nişanları axtarılmadı: bu qədər az pikseli və ya rəngi olan { $size } ölçülü şəkil nişan daşıya bilməz.
    .meaning = Nişana hər tərəfdən ən azı 64 piksel və ikidən çox rəng lazımdır.
    .not = Bu, daha böyük surətin nişan daşımadığı anlamına gəlmir.
    .next = Daha böyük surət tapın.

notChecked-pixels-time = Su nişanlarının axtarışı dayandırıldı: şəkil çox vaxt apardı.
    .meaning = Bir fayl üçün verilən vaxt cavab alınmazdan əvvəl bitdi.
    .not = Bu, şəklin nişanı nə daşıdığı, nə də daşımadığı anlamına gəlir.
    .next = --deadline dəyərini artırın və bu faylı yenidən yoxlayın.

notChecked-comparison = Şəklin hələ də imzalanan şəkil olub-olmadığı müqayisə edilmədi.
    .meaning = Bərpa edilmiş şəhadətnamədə şəklin təsviri yoxdur və ya imzalanmış şəklin çox az hissəsi əldədir.
    .not = Bu, şəklin nə dəyişdirildiyi, nə də dəyişdirilmədiyi anlamına gəlir.
    .next = Şəkli yayandan istəyin və özünüz müqayisə edin.

notChecked-openMarks = Bu növ şəkildə şəkil generatorlarının hamıya məlum nişanlarını axtarmaq mümkün olmadı.
    .meaning = Belə nişanlar yalnız itkisiz və ya demək olar itkisiz saxlanmış, orta ölçülü rəngli şəkillərdə qalır.
    .not = Nə vaxtsa nişan olub-olmadığını demir.
    .next = Şəkli ilk yayıldığı şəkildə tapın.

notChecked-remoteManifest = Başqa yerdə olan şəhadətnamələr gətirilmədi; hallmark şəbəkəyə çıxmır.
    .meaning = Fayl şəhadətnamələrinin olduğu deyilən yerin adını çəkir.
    .not = Bu, həmin yerdə şəhadətnamələrin olduğu və ya nə dedikləri anlamına gəlmir.
    .next = Yerin sahibinin bundan xəbər tutmasına razısınızsa, onları özünüz endirin və .c2pa sonluğu ilə faylın yanına qoyun.

notChecked-identity = Yalnız onlayn xidmətin təsdiqləyə biləcəyi kimlik axtarılmadı.
    .meaning = Kimsə şəbəkədəki xidmət vasitəsilə bu fayla adını qoyub, hallmark isə ondan soruşmur.
    .not = Bu, adın nə doğru, nə də yanlış olduğu anlamına gəlir.
    .next = Ad sizin üçün vacibdirsə, şəhadətnamədə adı çəkilən xidmətdən soruşun.

notChecked-softBinding = Şəhadətnamə “{ $value }” adını çəkir, o isə axtarılmadı.
    .meaning = İmzalayanlar fayla başqa təchizatçıların nişanlarını qoya, onun barmaq izlərini saxlaya və bunların adını şəhadətnamədə çəkə bilər. hallmark onları adla tanıyır; çoxunu yalnız təchizatçısı oxuya bilər.
    .not = Bu, nişanın nə olduğu, nə də olmadığı anlamına gəlir.
    .next = Surət şəhadətnaməsini itiribsə və bundan çox şey asılıdırsa, təchizatçıdan soruşun; bəzilərinin belə xidməti var.

notChecked-metadata = Bu formatın metaməlumatı oxunmur.
    .meaning = hallmark bu formatın şəhadətnamələrini oxuyur, lakin başlıqlarını, tarixlərini və etiketlərini oxumur.
    .not = Bu, nə etiketlərin olduğu, nə də olmadığı anlamına gəlir.
    .next = Etiket sizin üçün vacibdirsə, metaməlumat baxış proqramı işlədin.
