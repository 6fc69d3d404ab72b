# Azərbaycan dili.

## A person decides.

review-queued = { $count ->
        [0] Jurnala yeni heç nə daxil olmadı.
        [one] Jurnala { $count } tapıntı daxil oldu.
       *[other] Jurnala { $count } tapıntı daxil oldu.
    }
review-unread = { $count ->
        [one] { $count } faylı axıra qədər oxumaq mümkün olmadı, ona görə onun haqqında qərar vermək olmaz.
       *[other] { $count } faylı axıra qədər oxumaq mümkün olmadı, ona görə onlar haqqında qərar vermək olmaz.
    }
review-askName = Kim qərar verir?
review-askDecision = Qərar: c (təsdiqlə), o (rədd et), n (açıq saxla), q (dayan)?
review-askReason = Niyə?
review-decided = Qeyd olundu: { $decision }, { $asset } üçün.
review-whole = Jurnal bütövdür: { $count } qeyd, başı { $signer } açarı ilə imzalanıb.
review-malformed = Jurnal dəyişdirilib: { $line } nömrəli sətir qeyd deyil.
review-edited = Jurnal dəyişdirilib: { $line } nömrəli sətir ondan əvvəlkinin davamı deyil, deməli, ikisindən biri redaktə olunub.
review-missing = Jurnal dəyişdirilib: { $line } nömrəli sətirdən əvvəl sətirlər çatışmır.
review-reordered = Jurnal dəyişdirilib: { $line } nömrəli sətrin yeri başqadır.
review-truncated = Jurnal dəyişdirilib: { $line } nömrəli sətirdən əvvəl bitir, başı isə daha çox olduğunu deyir.
review-headDiffers = Jurnal dəyişdirilib: başının dediyi kimi { $line } nömrəli sətirdə bitmir.

## Earlier verdicts.

review-signedAfter = açar geri çağırılandan sonra imzalanıb
review-timeUnknown = geri çağırılmış açarla imzalanıb və heç bir etibar olunan vaxt möhürü ondan əvvəl olduğunu göstərmir
review-noLongerVouched = tanıyan siyahı indikilərin arasında deyil
review-vouchedNow = indiki siyahılardan biri tanıyır
review-summary = { $all } qeyddən { $count } qeyd dəyişir.

## Cases that somebody else can judge again.

case-written = { $count ->
        [one] { $output } işində { $count } fayl var, { $signer } açarı ilə imzalanıb.
       *[other] { $output } işində { $count } fayl var, { $signer } açarı ilə imzalanıb.
    }
case-signedByNobody = Açar bu iş üçün düzəldilib: heç nəyin dəyişdirilmədiyini göstərir, işi kimin hazırladığını yox. Kiminsə adından imzalamaq üçün --identity əlavə edin.
case-same = Eyni nəticə: { $count } aktivin mediası yenidən yoxlandı və { $moment } tarixində qeyd olunanı verdi.
case-sameWithoutMedia = Eyni nəticə: { $count } aktiv haqqında məlumat yenidən qiymətləndirildi və { $moment } tarixində qeyd olunanı verdi. Media işdə yoxdur və ona baxılmadı.
case-different = Fərqlidir, çünki { $path } üçün { $field } əvvəl { $recorded } idi, indi isə { $now }.
case-rules = Qaydalar fərqlidir: iş { $recorded } qaydaları ilə qiymətləndirilib, bu proqram { $now } qaydaları ilə qiymətləndirir.
case-impossible = Təkrarlamaq olmur, çünki { $reason }
