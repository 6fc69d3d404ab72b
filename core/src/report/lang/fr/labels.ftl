# Français.

## Labels.

label-digitalSourceType-unknown = Le fichier déclare un type de source que le vocabulaire ne connaît pas.
    .meaning = La liste IPTC des types de source numérique n'a pas cette entrée ; elle est peut-être mal orthographiée ou plus récente que cette version.
    .not = Cela ne dit pas comment l'image a été faite.
    .next = Lisez la valeur dans le rapport, et mettez hallmark à jour.

label-aigc-malformed = L'étiquette AIGC de ce fichier enfreint une règle de sa norme : « { $detail } ».
    .meaning = Le fichier a une étiquette de la norme chinoise GB 45438, mais son contenu est incomplet, en désordre ou illisible.
    .not = Cela ne signifie ni qu'il n'y a pas d'étiquette, ni que quelqu'un l'a falsifiée ; beaucoup de programmes l'écrivent mal.
    .next = Lisez l'étiquette dans le rapport, et demandez à la personne qui a publié le fichier comment il a été fait.

label-aigc-duplicate = Le fichier a { $count } étiquettes AIGC ; la norme en permet une.
    .meaning = Plusieurs programmes, ou un programme à plusieurs endroits, ont écrit une étiquette de la norme chinoise GB 45438.
    .not = Cela ne signifie pas que les étiquettes se contredisent.
    .next = Comparez les étiquettes dans le rapport.

label-aigc-signature-holds = L'étiquette AIGC est signée, avec une clé jointe.
    .meaning = Les trois champs sur le producteur vont ensemble et n'ont pas changé depuis que quelqu'un les a signés.
    .not = Cela ne dit pas qui a signé : n'importe qui peut faire une telle clé.
    .next = Demandez au producteur que nomme l'étiquette si la clé est la sienne.

label-aigc-signature-pinned = L'étiquette AIGC est signée avec la clé d'un producteur connu.
    .meaning = Les trois champs sur le producteur n'ont pas changé depuis que le détenteur de cette clé les a signés.
    .not = Cela ne couvre pas l'image : l'étiquette peut être copiée dans un autre fichier.
    .next = Comparez l'identifiant de l'étiquette avec ce que le producteur en dit.

label-aigc-signature-mismatch = La signature de l'étiquette AIGC ne tient pas.
    .meaning = Les champs sur le producteur ont changé après la signature, ou la signature appartient à une autre étiquette.
    .not = Cela ne dit rien de l'image, et ne signifie pas que l'étiquette soit inexacte.
    .next = Procurez-vous le fichier tel que le producteur l'a publié, et vérifiez celui-là.

label-aigc-signature-unreadable = L'étiquette AIGC a une signature d'un genre qui ne peut être lu ici.
    .meaning = Son algorithme, sa clé ou ce qu'elle couvre n'est pas l'un de ceux que décrit le guide de pratique.
    .not = Cela ne signifie pas que la signature échoue.
    .next = Interrogez le producteur que nomme l'étiquette.

label-novelai-signature-holds = La signature de NovelAI sur les pixels et les données de génération tient.
    .meaning = Pixels et commentaire sont exactement tels que le détenteur de la clé de NovelAI les a signés.
    .not = Cela ne dit pas qui a demandé l'image.
    .next = Indiquez qu'elle est faite avec NovelAI ; n'importe qui peut revérifier la signature.

label-novelai-signature-mismatch = Le fichier a une signature de NovelAI qui ne tient pas.
    .meaning = Les pixels ou le commentaire ont changé après la signature, ou la signature a été prise d'une autre image.
    .not = Cela ne signifie pas que l'image n'ait pas été faite avec NovelAI : la réenregistrer suffit.
    .next = Cherchez le fichier tel qu'il a d'abord été publié.

contradiction-labels-disagree = Le fichier dit deux choses différentes de lui-même : « { $first } » et « { $second } ».
    .meaning = Deux étiquettes du même fichier déclarent des types de source différents, par exemple un appareil photo et un générateur.
    .not = Cela ne dit pas laquelle des deux est juste ; les programmes gardent souvent une ancienne étiquette lors d'une retouche.
    .next = Interrogez la dernière personne à avoir retouché le fichier, et ne reprenez aucune des deux étiquettes comme un fait.

contradiction-credential-captured-label-generated = L'attestation dit qu'un appareil photo a pris cette image ; une étiquette du fichier dit qu'elle a été faite par une IA.
    .meaning = L'attestation signée et une étiquette non signée se contredisent.
    .not = Cela ne dit pas laquelle des deux est juste. L'étiquette est plus facile à contrefaire.
    .next = Interrogez le signataire, et regardez ce que la signature ne couvre pas.

contradiction-credential-captured-mark-generated = L'attestation dit qu'un appareil photo a pris cette image ; ses pixels portent la marque publique d'un générateur.
    .meaning = L'attestation signée et un filigrane que n'importe qui peut écrire se contredisent.
    .not = Cela ne dit pas que l'image a été générée : une telle marque peut être apposée sur une photographie pour la faire paraître générée.
    .next = Ne vous fiez à aucun des deux seul. Demandez au signataire l'image telle que l'appareil l'a enregistrée, et comparez.

contradiction-credential-removed = Les métadonnées renvoient à une attestation dans ce fichier, et il n'y en a pas.
    .meaning = Le fichier portait autrefois des Content Credentials. Un programme qui l'a enregistré ou envoyé les a retirées et a laissé le renvoi.
    .not = Cela ne signifie pas que quelqu'un ait voulu cacher quelque chose ; la plupart des programmes et des plateformes les retirent sans qu'on le demande.
    .next = Cherchez une copie plus ancienne, plus proche de l'endroit où l'image a d'abord été publiée.

contradiction-label-partial = Les métadonnées nomment un système d'IA, « { $value } », mais ne disent pas ce qu'il a fait.
    .meaning = L'étiquette qui dit comment l'image a été faite manque à côté des détails ; elle n'a jamais été écrite, ou a été retirée.
    .not = Cela ne dit pas si une IA a fait l'image, l'a changée ou l'a seulement décrite.
    .next = Interrogez la dernière personne à avoir retouché le fichier, ou cherchez une copie plus ancienne.

contradiction-dates-disordered = Les dates de ce fichier sont en désordre : « { $first } » vient après « { $second } ».
    .meaning = L'image est dite captée, ou travaillée, après un moment où elle était déjà terminée.
    .not = Cela ne signifie pas que quelqu'un ait contrefait une date ; les horloges des appareils photo sont souvent mal réglées.
    .next = Fiez-vous à l'horodatage, s'il y en a un, et à rien d'autre de ce que le fichier dit du temps.

contradiction-dimensions-differ = EXIF indique { $first } pixels, l'image en a { $second }.
    .meaning = La forme de l'image a changé après l'écriture de ses données EXIF : quelque chose a été coupé ou ajouté, ou l'image a été étirée.
    .not = Cela ne dit pas ce qui a été coupé, s'il y a eu coupe ; recadrer une image est courant.
    .next = Cherchez une copie non recadrée.

contradiction-orientation-differs = EXIF et XMP disent des choses différentes sur l'orientation de l'image : { $first } et { $second }.
    .meaning = Un programme a pivoté l'image et n'a mis à jour que l'un des deux.
    .not = Cela ne signifie pas que quelque chose d'autre ait changé.
    .next = Regardez l'image dans plus d'un programme avant de décrire ce qu'elle montre.

contradiction-thumbnail-differs = La petite copie dans { $first } montre une autre image que le fichier, ou en montre davantage.
    .meaning = Les fichiers portent de petites copies de leur image, que les programmes devraient renouveler quand ils la changent. Celle-ci ne ressemble pas à l'image.
    .not = Cela ne dit ni laquelle des deux est venue la première, ni que quelqu'un ait voulu tromper ; beaucoup de programmes recadrent ou remplacent une image et oublient la petite copie.
    .next = Regardez les deux dans le rapport, et demandez à la personne qui a publié le fichier ce qui a été changé. La petite copie montre peut-être ce qui a été coupé.

contradiction-aiEdit-unseen = Il est déclaré qu'une IA a retouché cette image, et aucune différence avec son parent n'est visible.
    .meaning = L'image a été comparée avec ce dont elle est issue. Mis à part la taille, la compression et la luminosité, les deux ont le même aspect.
    .not = Cela ne signifie pas que rien n'a été retouché : un changement peut être plus petit que ce que la comparaison distingue, surtout quand il n'y avait qu'une petite copie du parent.
    .next = Comparez avec le parent lui-même : hallmark check FICHIER --parent PARENT. Demandez au signataire ce qui a été retouché.

contradiction-step-undeclared = Cette image diffère de son parent, et aucune étape déclarée ne l'explique.
    .meaning = L'attestation dit que l'image a été ouverte et, tout au plus, codée, mise à l'échelle ou tournée. Elle a été comparée avec ce dont elle est issue, et elle a été changée, recadrée ou remplacée.
    .not = Cela ne dit ni ce qui a été changé, ni que quelqu'un ait voulu tromper ; des programmes oublient de déclarer des étapes. Une petite copie du parent est un indice faible.
    .next = Regardez les deux images. Comparez avec le parent lui-même : hallmark check FICHIER --parent PARENT. Demandez au signataire ce qui s'est passé entre les deux.

contradiction-language-differs = Une piste est dans la langue « { $second } », et le parent a « { $first } » ; aucune étape déclarée ne l'explique.
    .meaning = Le fichier est issu d'un autre dont les pistes sont dans une autre langue. L'attestation ne nomme ni doublage ni traduction.
    .not = Cela ne signifie pas que le son n'est pas ce qui a été dit : beaucoup de programmes écrivent une langue que personne n'a choisie.
    .next = Écoutez les deux, et demandez au signataire si le fichier a été doublé ou traduit.
