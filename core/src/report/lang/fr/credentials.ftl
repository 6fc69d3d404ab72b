# Français.

## C2PA: the content and its binding to the credential.

assertion-dataHash-match = Le contenu est, octet pour octet, ce qui a été signé.
    .meaning = Les octets du fichier, sauf ceux que la signature laisse de côté, donnent la même somme de contrôle qu'à l'émission de l'attestation.
    .not = Cela ne signifie pas que ce que montre l'image a eu lieu, ni que l'on puisse se fier au signataire.
    .next = Regardez qui a signé, et ce que la signature laisse de côté.

assertion-dataHash-mismatch = Le contenu n'est pas ce qui a été signé.
    .meaning = Les octets du fichier donnent une autre somme de contrôle que celle de l'attestation : quelque chose a changé après l'émission.
    .not = Cela ne dit ni ce qui a changé ni qui l'a fait. Réenregistrer une image, la redimensionner ou modifier sa légende suffit.
    .next = Cherchez la version publiée par l'émetteur et comparez les deux.

assertion-dataHash-malformed = La partie de l'attestation qui la lie au contenu enfreint ses règles.
    .meaning = La somme de contrôle est écrite d'une façon qui ne peut être suivie, le contenu ne peut donc pas être comparé.
    .not = Cela ne dit pas si le contenu a changé.
    .next = Demandez le fichier à l'émetteur ; son logiciel a peut-être écrit une attestation défectueuse.

assertion-dataHash-additionalExclusionsPresent = La signature laisse de côté plus que son propre emplacement dans le fichier.
    .meaning = L'attestation nomme d'autres parties du fichier qui peuvent changer sans rompre la signature.
    .not = Cela ne signifie pas que ces parties aient été changées.
    .next = Regardez les plages indiquées comme non couvertes avant de vous fier à ce qui s'y trouve, par exemple une date ou un lieu.

assertion-bmffHash-match = Le contenu est, partie par partie, ce qui a été signé.
    .meaning = Les parties de ce fichier vidéo, audio ou HEIF donnent la même somme de contrôle qu'à l'émission de l'attestation.
    .not = Cela ne signifie pas que ce qui est montré a eu lieu, ni que l'on puisse se fier au signataire.
    .next = Regardez qui a signé, et ce que la signature laisse de côté.

assertion-bmffHash-mismatch = Le contenu n'est pas ce qui a été signé.
    .meaning = Les parties de ce fichier vidéo, audio ou HEIF donnent une autre somme de contrôle que celle de l'attestation.
    .not = Cela ne dit ni ce qui a changé ni qui l'a fait. Convertir ou raccourcir un fichier suffit.
    .next = Cherchez la version publiée par l'émetteur et comparez les deux.

assertion-bmffHash-malformed = La partie de l'attestation qui la lie au contenu enfreint ses règles.
    .meaning = La somme de contrôle est écrite d'une façon qui ne peut être suivie, le contenu ne peut donc pas être comparé.
    .not = Cela ne dit pas si le contenu a changé.
    .next = Demandez le fichier à l'émetteur ; son logiciel a peut-être écrit une attestation défectueuse.

assertion-boxesHash-match = Le contenu est, partie par partie, ce qui a été signé.
    .meaning = Chaque partie nommée du fichier donne la même somme de contrôle qu'à l'émission de l'attestation.
    .not = Cela ne signifie pas que ce que montre l'image a eu lieu, ni que l'on puisse se fier au signataire.
    .next = Regardez qui a signé.

assertion-boxesHash-mismatch = Le contenu n'est pas ce qui a été signé.
    .meaning = Une partie nommée du fichier donne une autre somme de contrôle que celle de l'attestation.
    .not = Cela ne dit ni ce qui a changé ni qui l'a fait. Réenregistrer une image suffit.
    .next = Cherchez la version publiée par l'émetteur et comparez les deux.

assertion-boxesHash-malformed = La partie de l'attestation qui la lie au contenu enfreint ses règles.
    .meaning = La liste des parties est écrite d'une façon qui ne peut être suivie, le contenu ne peut donc pas être comparé.
    .not = Cela ne dit pas si le contenu a changé.
    .next = Demandez le fichier à l'émetteur ; son logiciel a peut-être écrit une attestation défectueuse.

assertion-boxesHash-unknownBox = Le fichier contient une partie qui n'y était pas lors de la signature.
    .meaning = L'attestation énumère chaque partie du fichier, et l'une d'elles n'est pas sur cette liste.
    .not = Cela ne dit ni ce qui a été ajouté ni par qui. Les programmes qui ajoutent une légende ou un aperçu font cela.
    .next = Cherchez la version publiée par l'émetteur et comparez les deux.

assertion-collectionHash-match = Chaque fichier de la collection est ce qui a été signé.
    .meaning = Chaque fichier de cette collection donne la même somme de contrôle qu'à l'émission de l'attestation.
    .not = Cela ne signifie pas que ce que montrent les fichiers a eu lieu, ni que l'on puisse se fier au signataire.
    .next = Regardez qui a signé.

assertion-collectionHash-mismatch = Un fichier de la collection n'est pas ce qui a été signé.
    .meaning = Au moins un fichier de cette collection a changé, est arrivé plus tard ou manque.
    .not = Cela ne dit ni ce qui a changé ni qui l'a fait.
    .next = Cherchez la collection publiée par l'émetteur et comparez les deux.

assertion-collectionHash-malformed = La partie de l'attestation qui la lie à la collection enfreint ses règles.
    .meaning = La liste des fichiers est écrite d'une façon qui ne peut être suivie, ils ne peuvent donc pas être comparés.
    .not = Cela ne dit pas si un fichier a changé.
    .next = Demandez la collection à l'émetteur ; son logiciel a peut-être écrit une attestation défectueuse.

## C2PA: the structure of the credential.

claim-missing = Il manque à l'attestation sa déclaration.
    .meaning = La déclaration (claim) est la partie qui est signée. Sans elle, il n'y a rien à vérifier.
    .not = Cela ne dit rien de l'image.
    .next = Cherchez une autre copie du fichier, plus proche de sa source.

claim-multiple = L'attestation contient plus d'une déclaration.
    .meaning = Une attestation a exactement une déclaration ; avec deux, personne ne peut dire laquelle était voulue.
    .not = Cela ne dit rien de l'image.
    .next = Considérez l'attestation comme absente et cherchez une autre copie.

claim-malformed = Il manque à la déclaration une entrée requise, ou elle en emploie une à tort.
    .meaning = La partie signée de l'attestation ne suit pas la spécification C2PA.
    .not = Cela ne dit rien de l'image. Des logiciels anciens ou faits maison écrivent de telles déclarations.
    .next = Considérez l'attestation comme absente, ou demandez à l'émetteur de signer de nouveau avec un logiciel actuel.

claim-cbor-invalid = La déclaration ne peut pas être décodée.
    .meaning = La partie signée de l'attestation est abîmée ou n'a jamais été écrite correctement.
    .not = Cela ne dit rien de l'image.
    .next = Cherchez une autre copie du fichier, plus proche de sa source.

claim-hardBindings-missing = L'attestation n'est liée à aucun contenu.
    .meaning = Rien dans l'attestation ne dit à quels octets elle appartient ; elle conviendrait à n'importe quel fichier.
    .not = Cela ne dit rien de l'image.
    .next = Considérez l'attestation comme absente.

assertion-missing = Une mention que l'attestation nomme n'est pas là.
    .meaning = La déclaration signée énumère ses mentions (assertions), et l'une d'elles a été retirée ou perdue.
    .not = Cela ne dit ni qui l'a retirée ni pourquoi.
    .next = Cherchez une autre copie du fichier. Un retrait licite est annoncé dans l'attestation elle-même.

assertion-undeclared = L'attestation contient une mention qui n'a jamais été signée.
    .meaning = Une mention (assertion) que la déclaration signée n'énumère pas a été placée dans l'attestation.
    .not = Cela ne dit rien de l'image.
    .next = Ignorez cette mention et considérez l'attestation comme défectueuse.

assertion-multipleHardBindings = L'attestation est liée au contenu plus d'une fois.
    .meaning = Une attestation a exactement une somme de contrôle de son contenu ; avec deux, un attaquant pourrait choisir celle qui convient.
    .not = Cela ne dit rien de l'image.
    .next = Considérez l'attestation comme défectueuse.

assertion-outsideManifest = Une mention se trouve hors de l'attestation qui la nomme.
    .meaning = Une mention (assertion) a été prise dans une autre attestation du même fichier.
    .not = Cela ne dit rien de l'image.
    .next = Considérez l'attestation comme défectueuse.

assertion-selfRedacted = L'attestation retire une mention à elle.
    .meaning = Des mentions ne peuvent être retirées (caviardées) que d'attestations antérieures, jamais de celle qui fait le retrait.
    .not = Cela ne dit rien de l'image.
    .next = Considérez l'attestation comme défectueuse et prévenez l'émetteur.

assertion-notRedacted = Une mention qui aurait dû être retirée est encore là.
    .meaning = L'attestation dit qu'une mention antérieure a été retirée (caviardée), mais ce n'est pas le cas.
    .not = Cela ne signifie pas que la mention soit inexacte.
    .next = Soyez prudent avec ce que dit cette mention : quelqu'un a voulu qu'elle ne soit pas publiée.

assertion-inaccessible = Une mention de l'attestation n'a pas pu être atteinte.
    .meaning = L'attestation renvoie à une mention (assertion) qui se trouve ailleurs. hallmark n'a pas de réseau.
    .not = Cela ne dit rien de l'image.
    .next = Demandez le fichier complet à l'émetteur.

assertion-json-invalid = Une mention de l'attestation n'est pas du JSON valide.
    .meaning = L'une des mentions (assertions) est abîmée ou n'a jamais été écrite correctement.
    .not = Cela ne dit rien de l'image.
    .next = Cherchez une autre copie du fichier, ou prévenez l'émetteur.

assertion-cbor-invalid = Une mention de l'attestation n'est pas du CBOR valide.
    .meaning = L'une des mentions (assertions) est abîmée ou n'a jamais été écrite correctement.
    .not = Cela ne dit rien de l'image.
    .next = Cherchez une autre copie du fichier, ou prévenez l'émetteur.

assertion-hashedURI-match = Une mention de l'attestation est ce qui a été signé.
    .meaning = La mention (assertion) donne la somme de contrôle que la déclaration signée indique pour elle.
    .not = Cela ne signifie pas que la mention soit exacte, seulement que le signataire l'a faite.
    .next = Regardez qui a signé.

assertion-hashedURI-mismatch = Une mention de l'attestation a été altérée après la signature.
    .meaning = Une mention (assertion) donne une autre somme de contrôle que celle que la déclaration signée indique pour elle.
    .not = Cela ne dit rien des pixels ; cela concerne ce que l'attestation en dit.
    .next = Ne vous fiez pas à ce que dit l'attestation. Cherchez la version publiée par l'émetteur.

assertion-action-malformed = La liste des étapes de retouche enfreint ses règles.
    .meaning = Une attestation dit ce qui a été fait au contenu (créé, ouvert, recadré). Il manque à cette liste une entrée requise, ou elle en emploie une à tort.
    .not = Cela ne dit rien des pixels.
    .next = Considérez l'historique comme inconnu, ou demandez à l'émetteur de signer de nouveau avec un logiciel actuel.

assertion-action-ingredientMismatch = Une étape de retouche renvoie à un fichier source qui n'est pas là.
    .meaning = Une étape comme « ouvert » ou « inséré » nomme une source (ingrédient) que l'attestation ne contient pas.
    .not = Cela ne dit rien des pixels.
    .next = Considérez l'historique comme incomplet.

assertion-action-redactionMismatch = Une étape de retouche annonce un retrait qui n'a pas eu lieu.
    .meaning = La liste des étapes dit qu'une mention a été retirée (caviardée), mais l'attestation ne s'y accorde pas.
    .not = Cela ne dit rien des pixels.
    .next = Considérez l'historique comme peu fiable.

assertion-action-redacted = La liste des étapes de retouche a été retirée.
    .meaning = Des mentions peuvent être retirées (caviardées) d'attestations antérieures, mais jamais la liste des étapes de retouche.
    .not = Cela ne dit pas quelles étaient les étapes.
    .next = Demandez la version antérieure du fichier.

assertion-ingredient-malformed = L'entrée d'un fichier source enfreint ses règles.
    .meaning = L'attestation nomme une source (ingrédient) d'une façon qui ne peut être suivie.
    .not = Cela ne dit rien des pixels.
    .next = Considérez l'historique avant cette étape comme inconnu.

assertion-timestamp-malformed = Une mention d'horodatage enfreint ses règles.
    .meaning = L'attestation contient un horodatage ajouté plus tard, écrit d'une façon qui ne peut être suivie.
    .not = Cela ne signifie pas que la signature soit mauvaise.
    .next = Considérez que cet horodatage n'étaie pas le moment de la signature.

assertion-metadata-disallowed = Une mention de métadonnées emploie des entrées qui ne lui sont pas permises.
    .meaning = Les métadonnées signées ne peuvent contenir que des entrées d'une liste fixe, et celle-ci la dépasse.
    .not = Cela ne signifie pas que les entrées soient inexactes.
    .next = Ne vous fiez pas aux entrées en trop ; prévenez l'émetteur.

manifest-inaccessible = Une attestation à laquelle celle-ci renvoie n'a pas pu être atteinte.
    .meaning = Le fichier renvoie à une attestation qui se trouve ailleurs. hallmark n'a pas de réseau.
    .not = Cela ne dit rien de l'image.
    .next = Demandez le fichier complet à l'émetteur.

manifest-multipleParents = L'attestation nomme plus d'un parent.
    .meaning = Un fichier retouché vient d'exactement un parent ; avec deux, son historique ne peut être établi.
    .not = Cela ne dit rien des pixels.
    .next = Considérez l'historique avant cette étape comme inconnu.

manifest-update-invalid = Une mise à jour de l'attestation contient ce qu'une mise à jour ne peut pas contenir.
    .meaning = Une mise à jour peut ajouter des mentions sans toucher au contenu. Celle-ci va au-delà.
    .not = Cela ne dit rien des pixels.
    .next = Considérez la mise à jour comme défectueuse ; demandez la version d'avant.

manifest-update-wrongParents = Une mise à jour de l'attestation ne nomme pas exactement un parent.
    .meaning = Une mise à jour prolonge une seule attestation antérieure, et doit la nommer.
    .not = Cela ne dit rien des pixels.
    .next = Considérez la mise à jour comme défectueuse ; demandez la version d'avant.

manifest-compressed-invalid = Une attestation comprimée ne se décomprime pas.
    .meaning = L'attestation est stockée sous forme comprimée et elle est abîmée.
    .not = Cela ne dit rien de l'image.
    .next = Cherchez une autre copie du fichier, plus proche de sa source.

general-error = L'attestation n'a pas pu être vérifiée jusqu'au bout.
    .meaning = La vérification s'est arrêtée sur quelque chose qui n'a pas de code propre dans la spécification C2PA.
    .not = Cela ne dit rien de l'image.
    .next = Lisez le détail dans le message, et cherchez une autre copie du fichier.

## C2PA: the signer.

claimSignature-validated = La signature tient.
    .meaning = L'attestation a été signée avec la clé que nomme son certificat, et n'a pas été altérée depuis.
    .not = Cela ne signifie pas que le signataire soit celui que dit le certificat ; c'est le rôle des listes de confiance.
    .next = Regardez si une liste de confiance répond du signataire.

claimSignature-missing = L'attestation ne porte pas de signature.
    .meaning = Personne ne répond de ce que dit l'attestation ; n'importe qui aurait pu l'écrire.
    .not = Cela ne dit rien de l'image.
    .next = Considérez l'attestation comme absente.

claimSignature-mismatch = La signature ne correspond pas à l'attestation.
    .meaning = L'attestation a été altérée après la signature, ou la signature a été faite avec une autre clé.
    .not = Cela ne dit rien de l'image ; cela concerne ce qui est dit à son sujet.
    .next = Ne vous fiez pas à ce que dit l'attestation. Cherchez la version publiée par l'émetteur.

claimSignature-insideValidity = Les certificats étaient valides au moment qui compte.
    .meaning = Les certificats du signataire avaient pris effet et n'avaient pas encore expiré lors de la signature, ou maintenant si aucun horodatage ne le dit.
    .not = Cela ne signifie pas qu'ils n'aient pas été révoqués ; c'est une autre vérification.
    .next = Regardez si un horodatage de confiance étaie ce moment.

claimSignature-outsideValidity = Un certificat n'était pas valide au moment qui compte.
    .meaning = Le certificat du signataire, ou un certificat au-dessus, n'avait pas pris effet ou avait expiré lors de la signature, ou maintenant si aucun horodatage ne le dit.
    .not = Cela ne signifie pas que le fichier ait été altéré. Un vieux fichier sans horodatage aboutit ici.
    .next = Si vous savez quand il a été signé, vérifiez de nouveau avec `--at` ; sinon, demandez à l'émetteur une version horodatée.

signingCredential-trusted = Votre liste de confiance répond du signataire.
    .meaning = Le certificat du signataire mène à une autorité d'une liste que vous utilisez.
    .not = Cela ne signifie pas que ce que dit le signataire soit exact ; cela signifie que l'on peut lui en demander compte.
    .next = Regardez le nom du signataire et ce qu'il dit du fichier.

signingCredential-untrusted = Aucune liste de confiance utilisée ne répond du signataire.
    .meaning = La signature tient, mais le certificat du signataire ne mène à aucune autorité d'une liste que vous utilisez. N'importe qui peut faire un tel certificat.
    .not = Cela ne signifie pas que le signataire soit malhonnête ; les petits éditeurs et les fichiers d'essai aboutissent ici.
    .next = Si vous connaissez le signataire, demandez-lui son certificat et ajoutez-le avec `hallmark trust add FILE`.

signingCredential-invalid = Le certificat du signataire enfreint les règles des certificats.
    .meaning = La spécification C2PA dit à quoi doit ressembler un certificat de signature, et celui-ci en diffère.
    .not = Cela ne dit rien de l'image.
    .next = Exécutez `hallmark identity check FILE` sur le certificat pour voir la règle, et prévenez l'émetteur.

signingCredential-expired = Le certificat du signataire avait expiré.
    .meaning = Le certificat avait dépassé sa date de fin au moment qui compte : celui de la signature si un horodatage de confiance le dit, sinon celui de cette vérification.
    .not = Cela ne signifie pas que le fichier ait été altéré. De vieux fichiers sans horodatage aboutissent ici.
    .next = Si vous savez quand il a été signé, vérifiez de nouveau avec `--at`.

signingCredential-ocsp-revoked = Le certificat du signataire a été révoqué.
    .meaning = L'autorité qui a délivré le certificat l'a retiré (révoqué), par exemple parce que la clé a été volée.
    .not = Cela ne dit pas que ce fichier précis ait été signé par un voleur.
    .next = Considérez la signature comme sans valeur, sauf si l'émetteur confirme le fichier d'une autre façon.

signingCredential-ocsp-unknown = L'autorité ne connaît pas le certificat du signataire.
    .meaning = Une réponse stockée dans le fichier dit que l'autorité n'a jamais entendu parler de ce certificat.
    .not = Cela ne dit rien de l'image.
    .next = Considérez la signature comme sans valeur, sauf si l'émetteur confirme le fichier d'une autre façon.

signingCredential-ocsp-notRevoked = Une réponse stockée dans le fichier dit que le certificat n'a pas été révoqué.
    .meaning = Le signataire a joint une déclaration de l'autorité de certification datant à peu près de la signature.
    .not = Cela ne signifie pas que le certificat n'ait pas été révoqué plus tard.
    .next = Rien, sauf si vous avez entendu parler d'une clé volée.

signingCredential-ocsp-skipped = Il n'a pas été recherché si le certificat a été révoqué.
    .meaning = Le fichier ne contient aucune réponse de l'autorité de certification, et hallmark n'a pas de réseau pour en demander une.
    .not = Cela ne signifie ni que le certificat a été révoqué, ni qu'il ne l'a pas été.
    .next = Si l'enjeu est important, interrogez l'autorité de certification.

signingCredential-ocsp-inaccessible = L'autorité qui pourrait dire si le certificat a été révoqué n'a pas été atteinte.
    .meaning = La question n'a pas pu être posée ; hallmark n'a pas de réseau.
    .not = Cela ne signifie ni que le certificat a été révoqué, ni qu'il ne l'a pas été.
    .next = Si l'enjeu est important, interrogez l'autorité de certification.

algorithm-unsupported = L'attestation emploie un algorithme que C2PA n'autorise pas.
    .meaning = La signature ou une somme de contrôle a été faite d'une façon qui n'est pas sur la liste des algorithmes acceptés ; elle n'a donc pas été retenue.
    .not = Cela ne dit rien de l'image.
    .next = Demandez à l'émetteur de signer de nouveau avec un logiciel actuel.

algorithm-deprecated = L'attestation emploie un algorithme en voie d'abandon.
    .meaning = L'algorithme était acceptable quand le fichier a été signé, et n'est plus recommandé.
    .not = Cela ne signifie pas que la signature soit rompue.
    .next = Rien aujourd'hui ; prévoyez de signer vos propres fichiers avec un algorithme actuel.

## C2PA: the time of signing.

timeStamp-validated = Un horodatage appartient à cette signature et tient.
    .meaning = Un service d'horodatage a confirmé que la signature existait au moment qu'il indique.
    .not = Cela ne dit pas quand l'image a été prise, seulement quand la signature existait déjà.
    .next = Regardez si une liste de confiance répond du service.

timeStamp-trusted = Votre liste de confiance répond du service qui indique le moment.
    .meaning = Le moment de la signature est étayé par un service d'une liste que vous utilisez.
    .not = Cela ne dit pas quand l'image a été prise, seulement quand la signature existait déjà.
    .next = Rien.

timeStamp-untrusted = Aucune liste de confiance utilisée ne répond du service qui indique le moment.
    .meaning = L'horodatage tient, mais son service n'est sur aucune liste que vous utilisez ; le moment n'est donc qu'affirmé.
    .not = Cela ne signifie pas que le moment soit inexact.
    .next = Si vous connaissez le service, ajoutez son certificat avec `--tsa-trust`.

timeStamp-malformed = Un horodatage ne peut être lu.
    .meaning = L'attestation contient un horodatage abîmé ou qui n'a jamais été écrit correctement ; il a été ignoré.
    .not = Cela ne signifie pas que la signature soit mauvaise.
    .next = Considérez le moment de la signature comme inconnu.

timeStamp-mismatch = Un horodatage appartient à une autre signature.
    .meaning = L'horodatage a été fait pour d'autres octets que cette signature ; il a été ignoré.
    .not = Cela ne signifie pas que la signature soit mauvaise, mais quelqu'un a peut-être copié l'horodatage.
    .next = Considérez le moment de la signature comme inconnu.

timeStamp-outsideValidity = Le certificat du service d'horodatage n'était pas valide au moment qu'il indique.
    .meaning = Le certificat du service n'avait pas pris effet ou avait expiré quand il a indiqué le moment ; l'horodatage a été ignoré.
    .not = Cela ne signifie pas que la signature soit mauvaise.
    .next = Considérez le moment de la signature comme inconnu.

## C2PA: the history.

ingredient-manifest-validated = L'attestation d'un fichier source est bien celle qui était visée.
    .meaning = L'attestation d'une version antérieure est stockée dans ce fichier, inchangée depuis son ajout.
    .not = Cela ne signifie pas que l'on puisse se fier au signataire antérieur.
    .next = Regardez l'historique avec `-v`.

ingredient-manifest-missing = L'attestation d'un fichier source n'est pas là.
    .meaning = Ce fichier dit qu'une version antérieure avait une attestation, et cette attestation a été retirée ou perdue.
    .not = Cela ne dit rien des pixels.
    .next = Considérez l'historique avant cette étape comme inconnu.

ingredient-manifest-mismatch = L'attestation d'un fichier source n'est pas celle qui était visée.
    .meaning = L'attestation d'une version antérieure a été altérée ou échangée après son ajout.
    .not = Cela ne dit rien des pixels de cette version.
    .next = Considérez l'historique avant cette étape comme peu fiable.

ingredient-claimSignature-validated = La signature de l'attestation d'un fichier source est bien celle qui était visée.
    .meaning = La signature d'une version antérieure est stockée dans ce fichier, inchangée depuis son ajout.
    .not = Cela ne signifie pas que l'on puisse se fier au signataire antérieur.
    .next = Regardez l'historique avec `-v`.

ingredient-claimSignature-missing = La signature de l'attestation d'un fichier source n'est pas là.
    .meaning = Ce fichier dit qu'une version antérieure était signée, et cette signature a été retirée ou perdue.
    .not = Cela ne dit rien des pixels.
    .next = Considérez l'historique avant cette étape comme inconnu.

ingredient-claimSignature-mismatch = La signature de l'attestation d'un fichier source n'est pas celle qui était visée.
    .meaning = La signature d'une version antérieure a été échangée après son ajout.
    .not = Cela ne dit rien des pixels de cette version.
    .next = Considérez l'historique avant cette étape comme peu fiable.

ingredient-unknownProvenance = Un fichier source est venu sans attestation.
    .meaning = Quelque chose est entré dans ce fichier sans que personne en ait signé l'origine. C'est le cas habituel.
    .not = Ce n'est pas une raison de soupçonner quoi que ce soit.
    .next = Si cette source vous importe, demandez à l'émetteur d'où elle vient.

## Audits of hallmark on the credential.

credential-exclusion-excess = Des octets qui appartiennent au contenu sont laissés hors de la signature : { $what }.
    .meaning = Une signature doit laisser de côté son propre emplacement dans le fichier et rien d'autre. Ici elle en laisse davantage, et ce qui s'y trouve peut être échangé sans la rompre.
    .not = Cela ne signifie pas que ces octets aient été échangés, mais personne ne peut le dire.
    .next = Ne vous fiez pas au contenu. Cherchez la version publiée par l'émetteur.

credential-metadata-notCovered = Des métadonnées peuvent être altérées sans rompre la signature : { $what }, { $bytes } octets.
    .meaning = Les dates, lieux ou légendes stockés dans cette partie du fichier sont hors de la signature.
    .not = Cela ne signifie pas qu'ils aient été altérés.
    .next = Ne vous fiez pas aux dates ni aux lieux de cette partie ; demandez-les à l'émetteur.

credential-padding-stuffed = { $bytes } octets étrangers se trouvent dans l'espace que la signature se réserve.
    .meaning = Un espace qui devrait être vide contient quelque chose, jusqu'à une autre image entière que des programmes peuvent montrer au lieu de celle qui est signée.
    .not = Cela ne dit pas laquelle des deux images vous avez vue.
    .next = Ne vous fiez pas à ce fichier. Cherchez la version publiée par l'émetteur.

credential-transplanted = L'attestation a été faite pour un autre fichier : { $reason }.
    .meaning = Ce que l'attestation dit de son fichier (nature, taille, aperçu) ne convient pas à ce fichier, comme si elle avait été découpée dans un autre.
    .not = Cela ne dit rien de l'image que vous voyez ; personne n'a signé pour elle.
    .next = Traitez l'image comme une image sans attestation.

store-multiple = Le fichier contient plus d'un jeu d'attestations.
    .meaning = Un fichier a au plus un jeu d'attestations (manifest store). Avec plusieurs, deux programmes peuvent montrer deux histoires différentes.
    .not = Cela ne dit pas lequel est le bon.
    .next = Considérez les attestations comme défectueuses et cherchez la version publiée par l'émetteur.

store-unexpectedPlace = Les attestations se trouvent là où ce format n'a pas de place pour elles : { $reason }.
    .meaning = Les attestations ont une place fixe dans le fichier. Ailleurs, certains programmes les voient et d'autres non.
    .not = Cela ne signifie pas que ce qu'elles disent soit inexact.
    .next = Considérez les attestations comme défectueuses et cherchez la version publiée par l'émetteur.

store-trailingBytes = { $bytes } octets suivent la fin du contenu propre du fichier.
    .meaning = Quelque chose a été ajouté derrière la marque de fin, là où les visionneuses ne regardent pas.
    .not = C'est souvent anodin : certains appareils photo et téléphones y rangent une seconde image ou une courte vidéo.
    .next = Demandez à l'émetteur si son appareil ajoute de telles données.

credential-status-unrecognised = Le vérificateur a signalé un état que cette version de hallmark ne connaît pas : { $code }.
    .meaning = Le logiciel C2PA à l'intérieur de hallmark a dit quelque chose pour quoi hallmark n'a pas encore de phrase.
    .not = En soi, cela ne dit rien pour ou contre le fichier.
    .next = Mettez hallmark à jour, et lisez d'ici là le détail dans le message.

credential-verifiersDisagree = Deux vérifications indépendantes de la signature se contredisent.
    .meaning = hallmark vérifie chaque signature deux fois, avec des logiciels différents. L'un dit qu'elle tient, l'autre que non.
    .not = Cela ne dit pas lequel des deux a raison.
    .next = Ne vous fiez pas à la signature, et signalez le fichier comme un défaut de hallmark.

store-malformed = Les attestations ne peuvent être lues.
    .meaning = Il y a des attestations, mais elles sont trop abîmées pour être lues.
    .not = Cela ne dit rien de l'image.
    .next = Cherchez une autre copie du fichier, plus proche de sa source.

credential-remote-notFetched = Les attestations se trouvent ailleurs, à « { $url } », et n'ont pas été récupérées.
    .meaning = Le fichier dit seulement où sont ses attestations. hallmark n'a pas de réseau ; il nomme donc l'endroit et s'arrête là.
    .not = Cela ne signifie pas qu'il y ait des attestations à cet endroit, ni ce qu'elles disent. S'y rendre apprend à son propriétaire que vous examinez ce fichier.
    .next = Si vous l'acceptez, téléchargez vous-même les attestations et placez-les à côté du fichier avec la terminaison .c2pa.

credential-sidecar = Les attestations viennent d'un fichier à côté de celui-ci.
    .meaning = Les attestations n'étaient pas dans le fichier mais dans un fichier .c2pa du même nom à côté.
    .not = Cela ne change rien à leur valeur.
    .next = Gardez les deux fichiers ensemble.

credential-sidecar-ignored = Il y a un fichier .c2pa à côté de celui-ci ; les attestations de l'intérieur ont été utilisées à sa place.
    .meaning = Le fichier a ses propres attestations, et ce sont elles qui comptent.
    .not = Cela ne signifie pas que le fichier d'à côté soit inexact.
    .next = Si vous voulez voir ce qu'il dit, vérifiez le fichier .c2pa seul.

## Certificates.

certificate-issuer-notAuthority = Un certificat a été délivré par quelqu'un qui n'a le droit d'en délivrer aucun.
    .meaning = Le certificat au-dessus de celui du signataire est ordinaire, ce n'est pas celui d'une autorité. Toute personne détenant un certificat ordinaire aurait pu inventer celui du signataire.
    .not = Cela ne signifie pas que l'organisation nommée l'ait fait ; plutôt le contraire.
    .next = Considérez le nom du signataire comme inventé.

certificate-pathLength-exceeded = Une autorité de la chaîne peut avoir { $limit } autres autorités sous elle, et en a { $count }.
    .meaning = Le certificat d'une autorité dit combien d'autres peuvent suivre, et la chaîne est plus longue.
    .not = Cela ne dit rien de l'image.
    .next = Considérez le nom du signataire comme non confirmé, et prévenez l'émetteur.

certificate-keyUsage-violated = Une clé a servi à quelque chose que son certificat n'autorise pas.
    .meaning = Les certificats disent à quoi sert leur clé, par exemple signer des fichiers ou délivrer d'autres certificats. Celle-ci a été employée autrement.
    .not = Cela ne dit rien de l'image.
    .next = Considérez le nom du signataire comme non confirmé, et prévenez l'émetteur.

certificate-extendedKeyUsage-violated = Un certificat a été délivré pour un autre usage.
    .meaning = Les certificats disent leur usage, par exemple signer des médias, indiquer l'heure ou servir un site web. Celui-ci ne convient pas à son emploi.
    .not = Cela ne dit rien de l'image.
    .next = Dites à l'émetteur qu'il lui faut un certificat pour signer des médias.

certificate-organization-missing = Le certificat ne nomme aucune organisation.
    .meaning = Le certificat donne un nom, mais pas l'organisation à laquelle il appartient.
    .not = Cela ne signifie pas que la signature soit rompue.
    .next = Demandez au signataire qui il est, si cela vous importe.

certificate-expired-noTimeStamp = Le certificat du signataire a expiré le { $expired }, et aucun horodatage de confiance ne montre qu'il a signé avant.
    .meaning = Sans horodatage, personne ne peut dire si la signature a été faite pendant que le certificat était valide.
    .not = Cela ne signifie pas que le fichier ait été altéré ; beaucoup de vieux fichiers honnêtes aboutissent ici.
    .next = Si vous savez quand il a été signé, vérifiez de nouveau avec `--at` ; une liste `--tsa-trust` peut aider s'il y a un horodatage.

certificate-expired-timeStamped = Le certificat du signataire a expiré le { $expired } ; un horodatage de confiance montre qu'il a signé le { $signed }, donc avant.
    .meaning = Le certificat a dépassé sa date de fin, mais la signature a été faite à temps.
    .not = Ce n'est pas une faiblesse de la signature.
    .next = Rien.

certificate-expired-legacyTimeStamp = Le certificat du signataire a expiré le { $expired } ; un horodatage d'un service qui n'est sur aucune liste dit qu'il a signé le { $signed }, donc avant.
    .meaning = L'attestation suit la première version de la norme, qui ne connaissait pas de liste de services d'horodatage ; l'horodatage est donc accepté tel quel.
    .not = Cela ne signifie pas que quelqu'un de votre choix réponde du moment de la signature.
    .next = Prenez le moment de la signature comme la parole du signataire, ou cherchez-en une autre source.

certificate-notYetValid = Le certificat du signataire ne prend effet que le { $begins }.
    .meaning = Au moment qui compte, le certificat n'était pas encore valide.
    .not = Cela ne signifie pas que le fichier ait été altéré ; une horloge mal réglée suffit.
    .next = Vérifiez votre `--at` et votre horloge, puis interrogez l'émetteur.

certificate-intermediate-missing = La chaîne de certificats a un trou : il manque le certificat de « { $issuer } ».
    .meaning = Le signataire aurait dû joindre chaque certificat jusqu'à l'autorité de la liste, et en a omis un.
    .not = Cela ne signifie pas que le signataire soit inconnu de votre liste ; on ne peut pas le dire.
    .next = Demandez à l'émetteur le certificat manquant et ajoutez-le à votre liste de confiance.

certificate-signature-mismatch = Un certificat n'a pas été délivré par « { $issuer } », bien qu'il le dise.
    .meaning = La signature d'un certificat ne correspond pas à la clé de l'autorité qu'il nomme.
    .not = Cela ne dit rien de l'image.
    .next = Considérez le nom du signataire comme inventé.

certificate-malformed = Un certificat ne peut être lu.
    .meaning = Un certificat de l'attestation est abîmé ou n'a jamais été écrit correctement.
    .not = Cela ne dit rien de l'image.
    .next = Cherchez une autre copie du fichier, ou prévenez l'émetteur.

certificate-profile-violated = Le certificat enfreint une règle des certificats qui signent des médias.
    .meaning = La spécification C2PA dit à quoi doivent ressembler les certificats pour signer des médias, et celui-ci en diffère sur le point nommé.
    .not = Cela ne dit rien de l'image.
    .next = Prévenez l'émetteur ; `hallmark identity check FILE` énumère toutes les règles qu'un certificat enfreint.

certificate-extension-critical = Un certificat exige quelque chose que hallmark ne comprend pas.
    .meaning = Le certificat contient une entrée marquée comme devant être comprise. hallmark ne la connaît pas, et ne peut donc pas se fier au certificat.
    .not = Cela ne signifie pas que l'entrée soit nuisible.
    .next = Prévenez l'émetteur, ou demandez une version de hallmark qui connaisse l'entrée.

certificate-nameConstraints-violated = Une autorité a délivré un certificat pour « { $name } », un nom pour lequel elle n'a pas le droit d'en délivrer.
    .meaning = Le certificat d'une autorité limite les noms dont elle peut répondre, et celui du signataire n'en fait pas partie.
    .not = Cela ne dit rien de l'image.
    .next = Considérez le nom du signataire comme non confirmé.

## Trust.

trust-list-absent = Vous n'avez pas encore de liste de confiance ; `hallmark trust add FILE` en ajoute une.
    .meaning = Sans liste, hallmark peut dire qu'une signature tient, mais pas si son signataire est celui qu'il dit être.
    .not = Cela ne dit rien du signataire.
    .next = Procurez-vous une liste de confiance, par exemple la liste publique de C2PA, et ajoutez-la avec `hallmark trust add FILE`.

## The chain of sources.

ingredient-parent-missing = La version antérieure « { $title } » est nommée, mais son attestation n'est pas dans le fichier.
    .meaning = Ce fichier a été fait à partir d'un autre, et ce que l'on savait de cet autre a disparu.
    .not = Cela ne dit rien des pixels de cette version.
    .next = Demandez à l'émetteur la version antérieure.

ingredient-unsignedStep = Personne n'a signé pour la source « { $title } ».
    .meaning = Quelque chose est entré dans ce fichier dont l'origine n'est pas signée. C'est le cas habituel.
    .not = Ce n'est pas une raison de soupçonner quoi que ce soit.
    .next = Si cette source vous importe, demandez à l'émetteur d'où elle vient.

ingredient-time-disordered = Une version antérieure a été signée { $seconds } secondes après la version suivante.
    .meaning = Une source doit exister avant ce qui en est fait ; les moments indiqués disent autre chose.
    .not = Cela ne dit pas lequel des deux moments est inexact ; une horloge mal réglée suffit.
    .next = Considérez l'ordre de l'historique comme inconnu.

ingredient-depth-limited = L'historique compte plus de { $depth } étapes ; le reste n'a pas été suivi.
    .meaning = hallmark s'arrête à un nombre fixe d'étapes, pour qu'un fichier ne puisse pas l'occuper sans fin.
    .not = Cela ne signifie pas que quelque chose cloche dans les étapes plus anciennes.
    .next = Considérez l'historique d'avant comme inconnu.

ingredient-signingCredential-untrusted = Aucune liste de confiance utilisée ne répond du signataire d'une source.
    .meaning = Une version antérieure a été signée par quelqu'un qui n'est sur aucune liste que vous utilisez.
    .not = Cela n'enlève rien au signataire de cette version.
    .next = Si cette source vous importe, regardez son signataire avec `-v`.

## Identities of people and organisations (CAWG).

cawg-identity-trusted = L'identité de « { $name } » est confirmée par votre liste de confiance.
    .meaning = Outre le programme émetteur, une personne ou une organisation a mis son nom à ce fichier, et une liste que vous utilisez en répond.
    .not = Cela ne signifie pas que ce qui est dit soit exact ; cela signifie que l'on peut en demander compte.
    .next = Rien.

cawg-identity-untrusted = « { $name } » a mis son nom à ce fichier ; aucune liste de confiance utilisée n'en répond.
    .meaning = La mention d'identité tient, mais elle ne mène à aucune autorité d'une liste que vous utilisez.
    .not = Cela ne signifie pas que le nom soit inventé, et cela ne change pas l'état de l'attestation.
    .next = Si vous connaissez cette personne, demandez-lui son certificat et ajoutez-le avec `--cawg-trust`.

cawg-identity-invalid = Une mention d'identité dans l'attestation ne tient pas.
    .meaning = Le nom de quelqu'un a été mis à ce fichier d'une façon qui ne peut être confirmée.
    .not = Cela ne change pas l'état de l'attestation, qui a été signée avec une autre clé.
    .next = N'attribuez pas le fichier à ce nom.
