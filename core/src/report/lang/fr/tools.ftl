# Français.

## What commands say that write labels or take personal data out.

label-written = Étiqueté comme { $fact } ({ $standards }). Les pixels sont inchangés.
tools-signedAgain = Signé de nouveau, en continuation de son attestation antérieure.

privacy-found = { $count ->
        [0] Aucune donnée personnelle dans les champs connus. Ce que montre l'image n'a pas été regardé.
        [one] { $count } donnée personnelle.
       *[other] { $count } données personnelles.
    }
privacy-stripped = { $count ->
        [0] Rien à retirer. La copie est { $output }.
        [one] { $count } donnée a été retirée. La copie est { $output }.
       *[other] { $count } données ont été retirées. La copie est { $output }.
    }
privacy-left = Ceci n'a pas pu être retiré :

## What is said about marks that are written or looked for.

marking-none = Aucune marque trouvée. La plupart des images n'en portent pas.
marking-written = Les pixels portent maintenant la marque { $payload }, écrite avec la clé { $key }. Elle a été relue dans la copie.
marking-survivesCopying = À l'essai, elle n'a survécu qu'à la copie et à une compression légère : l'image cache peu.
marking-survivesCompression = À l'essai, elle a survécu à une compression JPEG de qualité 50.
marking-survivesHalfSize = À l'essai, elle a survécu à une réduction de moitié et à une compression JPEG de qualité 50.
marking-quality = Différence avec l'original avant compression : PSNR { $psnr } dB, SSIM { $ssim }.
marking-lostPalette = L'image avait une palette ou moins de 8 bits par couleur ; la copie a 8 bits par couleur.
marking-lostInterlacing = L'image était entrelacée ; la copie ne l'est pas.
marking-lostArithmeticCoding = L'image employait un codage arithmétique ; la copie emploie le codage de Huffman.
marking-droppedCredential = L'attestation de l'original n'est pas dans la copie : elle ne vaut pas pour d'autres pixels.

## Recovered credentials, in detail.

heading-recovered = Retrouvé
recovering-from = depuis { $registry } : manifeste { $manifest }
recovering-signer = émis par { $signer } ({ $state })
recovering-similarity = { $percent } pour cent de ce qui a été comparé ont l'aspect de ce qui a été signé
recovering-region = changé : { $width } sur { $height } pour cent de l'image, à { $left } pour cent de la gauche et { $top } pour cent du haut
recovering-mapWritten = L'image avec ses régions modifiées est { $output }.

## Registries.

registering-added = Enregistré, sous le numéro { $number }.
registering-already = Déjà enregistré auparavant, sous le numéro { $number }.
registering-claim = { $number }, { $moment } : marque { $mark }, manifeste { $label }
registering-tombstone = Révoqué le { $moment } : { $reason }
registering-revokedNow = L'attestation { $manifest } est maintenant révoquée. Toute personne qui la trouve en est avertie.
registering-revokedBefore = L'attestation { $manifest } était déjà révoquée ; la première raison demeure.
registering-exported = Le registre est maintenant dans { $output }, signé avec la clé { $signer }. Communiquez son empreinte, par une autre voie, aux personnes qui le reprennent.
registering-imported = Signé avec la clé { $signer }. Nouveaux : { $added } ; déjà connus : { $already } ; révoqués : { $revoked }.
registering-conflictKept = La marque { $mark } est revendiquée par plusieurs attestations ({ $manifests }) ; le registre a été laissé tel quel.

## Publishing.

publishing-published = Publié, et enregistré sous le numéro { $number }.
publishing-before = Déjà publié, sous le numéro { $number } ; ceci est le fichier d'alors.
publishing-withoutMark = Il ne porte pas de marque : { $reason }. Il ne peut être retrouvé que par son aspect.
publishing-stripped = { $count ->
        [one] { $count } donnée personnelle a été retirée.
       *[other] { $count } données personnelles ont été retirées.
    }
publishing-left = Données personnelles qui n'ont pas pu être retirées : { $names }.

## Duties on content made by AI.

duty-notMet = Le fichier ne porte pas ce que { $article } demande aux contenus faits par une IA.
    .meaning = Quelque chose dans le fichier dit qu'une IA l'a fait ou changé, et les règles que vous avez demandées veulent qu'un tel fichier porte plus que celui-ci.
    .not = Cela ne signifie pas que quelqu'un ait enfreint une règle : qui elle oblige, et depuis quand, n'est pas examiné. Ce n'est pas un conseil juridique.
    .next = Lisez `spec/profiles.md` pour savoir ce que le fichier devrait porter, et interrogez une personne qui connaît le droit.

heading-duties = Obligations
profile-line = { $article } : { $met }
profile-met = présent
profile-notMet = absent
profile-notApplicable = ne s'applique pas, rien ne dit qu'une IA l'a fait
profile-cannotTell = ne peut être établi de l'extérieur
profile-unverified = (le texte même de la règle n'a pas été lu)
profile-none = Les règles demandées concernent les contenus faits par une IA ; rien ne dit qu'une IA a fait celui-ci.

## What a pipeline did to a file.

passage-pixelsAlike = Les images ont le même aspect.
passage-pixelsDifferent = Les images ont un aspect différent.
passage-pixelsUnknown = Les images n'ont pas pu être comparées par leur aspect.
passage-item = { $kind }, { $name } : { $outcome }
passage-counts = { $kind } : { $kept } conservés, { $altered } altérés, { $stripped } retirés, { $added } ajoutés
passage-duty = Certaines règles demandent aux plateformes de ne pas retirer ce qui dit d'où vient un contenu : BPC § 22757.3.1 (Californie) ; Code of Practice, 1.2 (Union européenne, le texte même de la règle n'a pas été lu). Ce n'est pas un conseil juridique.
outcome-kept = conservé
outcome-altered = altéré
outcome-stripped = retiré
outcome-added = ajouté
