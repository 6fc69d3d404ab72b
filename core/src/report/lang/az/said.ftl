# Azərbaycan dili.

## Fixed sentences about a file. Their wording is part of the contract.

said-unchanged = Bu fayl “{ $issuer }” onu buraxandan bəri dəyişməyib.
said-partlyCovered = Şəkil bütövdür, lakin { $bytes } bayt (metaməlumat) imza ilə əhatə olunmayıb.
said-changed = “{ $issuer }” buraxandan sonra dəyişdirilib: { $reason }
said-broken = Şəhadətnamənin özü pozulub ({ $reason }); bundan şəkil haqqında heç nə çıxmır.
said-unknownIssuer = Etibar siyahınızın tanımadığı biri tərəfindən buraxılıb.
said-noTrustList = Hələ etibar siyahınız yoxdur; onu `hallmark trust add FILE` əlavə edir.
said-nothingFound = Mənşə haqqında məlumat tapılmadı. Adi şəkillərin çoxunda bu olmur; bu, göstərilənin real olub-olmadığı barədə heç nə demir.
said-nothingFoundLine = Mənşə haqqında məlumat tapılmadı.
said-noCredentialLine = Faylda şəhadətnamə yoxdur.
said-couldNotCheck = Yoxlamaq mümkün olmadı: { $reason }
said-credentialsLeftOut = Şəhadətnamələrə istəyə əsasən baxılmadı.
said-moreFindings = { $count ->
        [one] (Daha { $count } tapıntı.)
       *[other] (Daha { $count } tapıntı.)
    }
said-unnamedIssuer = adı göstərilməyən biri

## Where a file says it comes from.

origin-signed = Şəhadətnaməsində deyilir: { $origin }.
origin-labelled = Hər kəsin yaza biləcəyi etiketdə deyilir: { $origin }.
origin-contradictory = Mənşəyi barədə fərqli şeylər deyir.
origin-captured = kamera və ya yazıcı ilə çəkilib
origin-edited = çəkilib, sonra redaktə olunub
origin-digitalArt = insan tərəfindən rəqəmsal vasitələrlə hazırlanıb
origin-procedural = süni intellektsiz proqramla hazırlanıb
origin-screenCapture = ekrandan götürülüb
origin-aiEdited = generativ süni intellektlə redaktə olunub
origin-aiGenerated = generativ süni intellektlə hazırlanıb
origin-possiblyAi = ola bilsin, generativ süni intellektlə hazırlanıb

## The summary of a run.

summary-checked = { $count ->
        [0] Heç nə yoxlanmadı.
        [one] { $moment } anına { $count } fayl yoxlanıb: { $states }.
       *[other] { $moment } anına { $count } fayl yoxlanıb: { $states }.
    }
summary-leftOut = Hesabata düşmədi: { $list }.
summary-notMedia = { $count ->
        [one] media olmayan { $count } fayl
       *[other] media olmayan { $count } fayl
    }
summary-sidecars = { $count ->
        [one] faylının yanında { $count } şəhadətnamə
       *[other] fayllarının yanında { $count } şəhadətnamə
    }
summary-excluded = { $count ->
        [one] istisna edilmiş { $count } element
       *[other] istisna edilmiş { $count } element
    }
summary-links = { $count ->
        [one] izlənməyən { $count } keçid
       *[other] izlənməyən { $count } keçid
    }
summary-special = { $count ->
        [one] açılmayan { $count } kanal və ya qurğu
       *[other] açılmayan { $count } kanal və qurğu
    }
summary-interrupted = Dayandırıldı: qalanı yoxlanmadı.
summary-marks = { $found ->
        [0] Onların { $count } ədədində piksellərdə nişan axtarıldı; heç biri tapılmadı.
       *[other] Onların { $count } ədədində piksellərdə nişan axtarıldı və { $found } ədədində tapıldı.
    } Təkcə təsadüfən bu qədər fayldan ən çoxu { $expected } ədədi nişan daşıyırmış kimi görünərdi.
summary-policy = { $count ->
        [one] { $count } fayl --fail-on şərtinə uyğundur.
       *[other] { $count } fayl --fail-on şərtinə uyğundur.
    }
summary-trusted = İmza keçərlidir və etibar siyahınız buraxanı tanıyır.
summary-invalid = Buraxılandan sonra dəyişdirilib, ya da şəhadətnamənin özü pozulub; şəkil haqqında başqa heç nə çıxmır.
summary-unreadable = Yoxlamaq mümkün olmadı; səbəb sətirdə deyilir.
summary-notChecked = Yoxlanmayıb:
summary-next = `hallmark check -v FILE` fayl haqqında məlum olan hər şeyi göstərir.
summary-explain = `hallmark explain CODE` tapıntının nə demək olduğunu və nə etmək lazım gəldiyini deyir, məsələn { $codes }.

## Headings of details.

heading-file = Fayl
heading-signer = İmzalayan
heading-time = İmzalanma vaxtı
heading-trust = Tanıyan siyahı
heading-generator = Hazırlama vasitəsi
heading-source = Mənbənin növü
heading-actions = Addımlar
heading-history = Nədən hazırlanıb
heading-certificates = Sertifikatlar
heading-notCovered = Əhatə olunmayıb
heading-remote = Başqa yerdə
heading-marks = Nişanlar
heading-labels = Etiketlər
heading-findings = Tapıntılar
heading-notChecked = Yoxlanmayıb

## Headings of an explanation.

explain-meaning = Bu nə deməkdir
explain-not = Bu nə demək deyil
explain-next = Nə etməli
