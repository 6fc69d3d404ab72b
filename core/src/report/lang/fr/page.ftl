# Français.

## The report as a page: --format html.

page-title = { $count ->
        [0] Rien n'a été vérifié
        [one] D'où vient { $count } fichier
       *[other] D'où viennent { $count } fichiers
    }
page-lead = Ce que l'on peut savoir de l'origine de ces fichiers, et ce que l'on ne peut pas savoir. Jugé à la date du { $moment }.
page-skip = Aller aux fichiers
page-summary = Résumé
page-groups = Ce qui a été trouvé
page-groupFiles = Fichiers
page-declared = Ce qu'ils indiquent sur leur origine
page-notChecked = Ce qui n'a pas été vérifié
page-about = À propos de ce rapport
page-picture = Petite copie de { $name }
page-noPicture = Pas de petite copie
page-code = Code

# Groups of files, in this order on the page. The number of files stands beside them.
group-contradictory = Contradictions
group-fails = Modifié après signature, ou attestation défectueuse
group-holds = Une attestation qui tient
group-labelled = Une étiquette, une marque ou une attestation retrouvée, et aucune attestation qui tienne
group-unreadable = Vérification impossible
group-none = Rien trouvé

## What an outcome means, what it does not mean, and what to do.

outcome-contradictory = Ce que ce fichier dit de lui-même ne s'accorde pas.
    .meaning = Deux éléments du fichier se contredisent. Les constats nomment les deux.
    .not = Cela ne dit pas lequel des deux est juste, ni que quelqu'un ait voulu tromper.
    .next = Lisez les deux versions ci-dessous et interrogez la personne qui a publié le fichier avant de reprendre l'une ou l'autre comme un fait.
outcome-trusted = Une attestation tient, et votre liste de confiance répond de son émetteur.
    .meaning = Les octets du fichier correspondent à la signature, sauf ceux indiqués comme non couverts, et votre liste de confiance répond du certificat.
    .not = Cela ne signifie pas que ce que montre l'image a eu lieu. Une signature couvre des octets, pas des événements.
    .next = Lisez qui a signé et ce qui est déclaré, et regardez ce que la signature laisse de côté.
outcome-valid = Une attestation tient ; personne sur votre liste de confiance ne répond de son émetteur.
    .meaning = Les octets du fichier correspondent à la signature, mais n'importe qui peut faire une signature à n'importe quel nom.
    .not = Cela ne signifie pas que l'émetteur est malhonnête. Les petits éditeurs et les appareils récents figurent sur peu de listes.
    .next = Demandez à l'émetteur, par une autre voie, si le certificat est bien le sien.
outcome-invalid = Une attestation ne tient pas.
    .meaning = Le fichier a changé après la signature, ou l'attestation elle-même enfreint une règle. Les constats disent ce qu'il en est.
    .not = Cela ne signifie pas que quelqu'un ait voulu tromper. Enregistrer, redimensionner ou envoyer une image suffit.
    .next = Cherchez la version publiée par l'émetteur, et comparez les deux.
outcome-labelled = Le fichier dit comment il a été fait, sans signature qui couvre cette indication.
    .meaning = Une étiquette dans les métadonnées ou une marque dans les pixels a été trouvée. N'importe qui peut les écrire, les modifier ou les retirer.
    .not = Cela ne montre pas que ce que dit l'étiquette ou la marque soit exact.
    .next = Demandez à la personne qui a publié le fichier comment il a été fait.
outcome-none = Rien n'a été trouvé qui dise d'où vient le fichier.
    .meaning = Le fichier ne porte ni attestation, ni étiquette, ni marque que hallmark sache lire.
    .not = Cela ne dit rien de ce que montre l'image. La plupart des images du monde ne portent aucune information de ce genre.
    .next = Cherchez une copie plus ancienne, et interrogez la première personne à l'avoir publiée.
outcome-unreadable = Le fichier n'a pas pu être vérifié.
    .meaning = hallmark n'a pas pu examiner le fichier. Les constats disent pourquoi.
    .not = Cela ne dit rien du contenu.
    .next = Procurez-vous de nouveau le fichier, si possible là où il a d'abord été publié.

## The history of a picture.

chain-title = Comment il est né, d'après l'attestation
chain-thisFile = Ce fichier
chain-answers = { $signer } répond de cette étape.
chain-answersUnlisted = { $signer } a mis son nom à cette étape ; aucune liste utilisée ne s'en porte répondante.
chain-broken = La signature de cette étape ne tient pas ; personne n'en répond.
chain-changed = { $signer } a signé cette étape ; le fichier a changé ensuite.
chain-nobody = Personne n'est nommé qui réponde de cette étape.
chain-signedAt = Signé le { $moment }.
chain-noTime = Aucun horodatage ne dit quand.
chain-madeWith = Fait avec { $generator }.
chain-more = { $count ->
        [one] L'historique compte encore { $count } étape.
       *[other] L'historique compte encore { $count } étapes.
    }

# What was done (C2PA actions). Others are shown by their code.
action-created = créé
action-opened = ouvert
action-edited = retouché
action-cropped = recadré
action-resized = redimensionné
action-rotated = pivoté
action-colorAdjusted = couleurs ajustées
action-filtered = filtré
action-drawn = dessin ajouté
action-placed = élément inséré
action-removed = élément retiré
action-transcoded = enregistré dans un autre format
action-published = publié
action-redacted = mention retirée d'une attestation antérieure
action-watermarked = filigrane inséré
action-metadata = métadonnées modifiées
action-unknown = une opération inconnue a été faite

## Comparisons.

compare-title = Comparer
compare-now = Le fichier examiné
compare-parent = La version antérieure
compare-signed = Tel qu'il a été signé
compare-note = L'image antérieure est la petite copie que son signataire a placée dans l'attestation.
compare-slider = Passer d'une image à l'autre
regions-title = Où l'image a changé
regions-alt = L'image examinée, avec { $count ->
        [one] { $count } endroit modifié encadré
       *[other] { $count } endroits modifiés encadrés
    }
regions-place = Endroit { $index } : { $left } % depuis la gauche, { $top } % depuis le haut, { $width } % de large, { $height } % de haut.

## What the signature leaves out.

uncovered-alt = Le fichier sous forme de barre, du premier au dernier octet ; les parties hachurées ne sont pas couvertes par la signature.
uncovered-from = À partir de l'octet
uncovered-bytes = Octets
uncovered-what = Ce qui s'y trouve

## Forensic details.

forensic-title = Détails techniques
forensic-label = Étiquette
forensic-value = Valeur
forensic-place = Où
forensic-forging = Comment cela peut être contrefait
forensic-severity = Poids
forensic-finding = Constat
forensic-mark = Cette marque n'apparaît par hasard qu'avec une probabilité d'au plus { $chance }.
forensic-openMark = N'importe qui peut écrire cette marque.
forensic-keyedMark = Toute personne qui détient la clé peut écrire cette marque, et elle peut être copiée d'une image à une autre.
forensic-fingerprint = Empreinte
forensic-manifest = Manifeste
forensic-registry = Registre
forensic-elapsed = Durée
forensic-milliseconds = { $count } ms

## About the report.

about-tool = hallmark { $version }, règles du { $ruleset }
about-moment = Jugé à la date du { $moment }, soit { $utc }.
about-trustInUse = Listes de confiance utilisées :
about-trust = Listes de confiance qui ont répondu de quelque chose ici :
about-noTrust = Aucune liste de confiance n'a répondu de quoi que ce soit ici.
about-pack = { $pack }, du { $date }
about-packUndated = { $pack }, sans date
about-repeat = Toute personne qui a les fichiers peut refaire ceci : `hallmark check --at { $utc } PATH`. Le SHA-256 de chaque fichier dit s'il s'agit du même fichier.
about-limits = hallmark fonctionne hors ligne, ne reconnaît aucun visage et ne devine rien d'après l'aspect d'une image. Il rapporte ce que portent les fichiers et si les signatures tiennent ; une personne décide de la suite.
