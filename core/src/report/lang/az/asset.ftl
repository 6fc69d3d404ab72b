# Azərbaycan dili.
#
# The id of a message is the code of a finding with dots as dashes. Each has four parts: the
# sentence itself, what it means, what it does not mean, and what to do. Values that a sentence
# quotes come from files and certificates; they are shown between quotation marks.

## The asset.

asset-empty = Fayl boşdur.
    .meaning = Faylda heç bir bayt yoxdur.
    .not = Bu, şəklin qəsdən silindiyi anlamına gəlmir; alınmayan endirmələr və dolu disklər belə fayllar qoyur.
    .next = Faylı gəldiyi yerdən yenidən əldə edin.

asset-malformed = Faylın quruluşu pozulub: { $what }.
    .meaning = Fayl tanınan format kimi başlayır, lakin bir hissəsi həmin formatın qaydalarına əməl etmir.
    .not = Bu, kiminsə onu qurdaladığı anlamına gəlmir; zədələnmiş kartlar və yarımçıq köçürmələr belə edir.
    .next = Faylı yenidən əldə edin, mümkünsə cihazdakı və ya ilk yayanın əslini.

asset-truncated = Fayl çox tez bitir: { $what }.
    .meaning = Faylın öz quruluşu olduğundan çox bayt vəd edir.
    .not = Bu, çatışmayan hissənin qəsdən kəsildiyi anlamına gəlmir; yarımçıq endirmələr belə bitir.
    .next = Faylı yenidən endirin və ya köçürün və uzunluğunu müqayisə edin.

asset-unsupported = Bu, hallmark-ın baxa bildiyi media formatı deyil.
    .meaning = Faylın ilk baytları hallmark-ın oxuduğu heç bir formata aid deyil.
    .not = Məzmun və onun şəhadətnamələri haqqında heç nə demir.
    .next = Bunun hansı fayl olduğuna baxın. Şəkildirsə, əslini çevirmək əvəzinə öz formatında saxlayın.

asset-unreadable = Faylı oxumaq mümkün olmadı.
    .meaning = Əməliyyat sistemi faylın baytlarını vermədi: o yoxdur, qorunur və ya disk sıradan çıxıb.
    .not = Bu, məzmun haqqında heç nə demir.
    .next = Yolu və oxuma icazənizi yoxlayın, sonra yoxlamanı təkrarlayın.

asset-notRegularFile = Bu, fayl deyil, kanal, qurğu və ya soketdir; açılmadı.
    .meaning = Yol heç bitməyən və ya oxunanda işə düşən bir şeyə aparır, ona görə hallmark ona toxunmur.
    .not = Oradan nə oxuna biləcəyi haqqında heç nə demir.
    .next = Məzmunu adi fayla saxlayın və onu yoxlayın.

asset-extensionDiffers = Ad “{ $extension }” ilə bitir, məzmun isə { $format } formatındadır.
    .meaning = Faylın adı baytlarındakından başqa format vəd edir. hallmark baytlara baxır.
    .not = Bu, məzmunda nəyinsə yanlış olduğu anlamına gəlmir; faylın adını dəyişmək kifayətdir.
    .next = Sizin üçün vacibdirsə, faylın harada adlandırıldığını və ya çevrildiyini soruşun.

## Limits.

limit-deadline = Bu fayla baxmaq verilən müddətdən uzun çəkdi; dayandırıldı.
    .meaning = Fayl bir fayla verilən vaxtdan çoxunu tələb etdi, ona görə yoxlanması dayandırıldı, qalanları davam etdi.
    .not = Bu, faylın zərərli olduğu anlamına gəlmir, yalnız çox böyük və ya qeyri-adi olduğunu göstərir; bəzi fayllar bunun üçün düzəldilir.
    .next = Onu ayrıca, daha uzun `--deadline` ilə, məşğul edilə bilən kompüterdə yoxlayın.

limit-bytes = Fayl həddən böyükdür; oxunmadı.
    .meaning = Faylda `--max-bytes` icazə verdiyindən çox bayt var.
    .not = Bu, məzmun haqqında heç nə demir.
    .next = Belə fayl gözləyirdinizsə, `--max-bytes` dəyərini artırın.

limit-memory = Bu fayla baxmaq bir fayla verilən yaddaşdan çoxunu tələb etdi.
    .meaning = Faylın quruluşu payından çox yaddaş istəyir, ona görə yoxlanması dayandırıldı.
    .not = Bu, faylın zərərli olduğu anlamına gəlmir; bəzi fayllar bunun üçün düzəldilir.
    .next = Onu daha çox yaddaşı olan kompüterdə ayrıca yoxlayın və ya başqa surət əldə edin.

limit-structure = Faylın quruluşu həddi aşır: { $what } (ən çoxu { $limit }).
    .meaning = Faylın hissələri istənilən adi fayldakından daha dərin iç-içədir, daha çoxdur və ya daha böyükdür; yalnız oraya qədər oxundu.
    .not = Bu, oxunan hissənin yanlış olduğu anlamına gəlmir.
    .next = Nəticəni natamam sayın və bacarırsınızsa, başqa surət əldə edin.

internal-workerDied = Bu fayla baxan proses cavabsız bitdi.
    .meaning = Təhlükəli fayl başqa heç nəyə zərər verməsin deyə hər fayla ayrıca proses baxır. Bu isə vaxtından əvvəl bitdi.
    .not = Bu, məzmun haqqında heç nə demir.
    .next = Faylı ayrıca yoxlayın. Təkrarlansa, bunu hallmark-ın qüsuru kimi bildirin.

internal-panic = Bu fayla baxarkən hallmark öz qüsuruna rast gəldi.
    .meaning = Proqram müəlliflərinin nəzərdə tutmadığı hala rast gəldi. Başqa fayllara təsir etmir.
    .not = Bu, məzmun haqqında heç nə demir.
    .next = Bunu hallmark-ın qüsuru kimi bildirin, paylaşa bilirsinizsə, faylla birlikdə.
