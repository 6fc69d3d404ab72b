# Français.

## Marks in the pixels.

watermark-found = Les pixels portent la marque { $payload }, écrite avec la clé { $key }. Par hasard, cela arrive avec une probabilité d'au plus { $chance }.
    .meaning = Quelqu'un qui détient la clé a écrit ce nombre dans l'image. Un registre sait peut-être à quelle attestation il renvoie.
    .not = Cela ne dit ni qui l'a écrit, ni qu'il a été écrit pour cette image : les marques peuvent être copiées d'une image à une autre, et tout le monde détient la clé publique.
    .next = Cherchez le nombre : `hallmark recover FILE --registry FILE`.

watermark-damaged = Les pixels portent une marque, écrite avec la clé { $key }, dont le nombre ne peut être lu. Par hasard, cela arrive avec une probabilité d'au plus { $chance }.
    .meaning = L'image a été marquée, puis changée au point que le nombre est perdu.
    .not = Cela ne signifie pas que quelqu'un ait voulu enlever la marque ; les petites copies et une forte compression font de même.
    .next = Cherchez une copie plus grande ou meilleure de l'image.

watermark-open = Les pixels portent la marque publique { $scheme } d'un générateur d'images. Par hasard, cela arrive avec une probabilité d'au plus { $chance }.
    .meaning = Des programmes qui génèrent des images écrivent cette marque, la même dans toutes.
    .not = Cela ne montre pas qu'un générateur a fait l'image : tout le monde peut écrire cette marque dans n'importe quelle image.
    .next = Demandez d'où vient l'image.

watermark-several = Les pixels portent des marques différentes.
    .meaning = Plus d'une marque a été lue, et elles ne portent pas le même nombre.
    .not = Cela ne dit ni laquelle est venue la première, ni que l'une soit mauvaise : les images sont marquées de nouveau quand elles sont republiées, et des parties d'images marquées se retrouvent dans une seule.
    .next = Cherchez chaque nombre, et comparez l'image avec ce pour quoi chaque attestation a été émise.

## Credentials recovered from a registry.

recovery-found = Une attestation a été retrouvée dans { $registry } : « { $issuer } » l'a émise, et l'image a toujours l'aspect qu'elle avait lors de la signature. Elle est retrouvée, non intacte : cette copie est un autre fichier que celui qui a été signé.
    .meaning = Le fichier avait perdu son attestation. Une marque ou l'aspect de l'image y a mené, sa signature a été vérifiée comme toujours, et la description signée de l'image correspond aux pixels examinés.
    .not = Cela ne signifie pas qu'aucun détail n'ait changé : la description voit les changements d'environ deux centièmes de l'image et plus.
    .next = Lisez qui l'a signée et ce qu'elle dit de l'origine de l'image.

recovery-changed = Une attestation a été retrouvée dans { $registry } : « { $issuer } » l'a émise, et l'image a été changée depuis en { $count } endroit(s). Elle est retrouvée, non intacte.
    .meaning = C'est bien l'image qui a été signée, mais certaines parties diffèrent de ce que couvre la signature. Le rapport nomme ces parties, et `hallmark recover --map` les dessine.
    .not = Cela ne dit ni ce qui se trouvait là, ni que le changement visait à tromper : les légendes, logos et visages floutés sont aussi des changements.
    .next = Regardez les parties nommées, et demandez l'image à la personne qui l'a publiée pour comparer.

recovery-uncompared = Une attestation a été retrouvée dans { $registry } : « { $issuer } » l'a émise. Il n'a pas pu être comparé si c'est encore l'image qui a été signée.
    .meaning = Une marque a mené à l'attestation, qui ne contient aucune description de l'image à laquelle la comparer.
    .not = Cela ne montre pas que l'image soit celle pour laquelle l'attestation a été émise : les marques peuvent être copiées.
    .next = Demandez l'image à la personne qui l'a publiée et comparez-la vous-même.

recovery-otherPicture = La marque renvoie à une autre image : l'attestation que { $registry } a pour elle n'a pas été émise pour ce que l'on voit ici.
    .meaning = Quelqu'un a peut-être copié la marque d'une image dans une autre. La description signée de l'image ne correspond pas aux pixels examinés.
    .not = Cela ne dit rien de l'origine de cette image, et rien contre l'image à laquelle appartient la marque.
    .next = Ne vous fiez pas à la marque, et cherchez une autre trace de l'origine de l'image.

recovery-manifestFails = L'attestation que { $registry } a pour cette image ne tient pas : { $code }.
    .meaning = Un registre nomme une attestation pour la marque ou l'aspect de cette image, mais sa signature ou son contenu ne passe pas les vérifications.
    .not = Cela ne dit pas que l'image soit mauvaise ; rien n'en découle à son sujet.
    .next = Prévenez la personne qui tient le registre.

recovery-notNamed = Le registre { $registry } nomme pour cette marque une attestation qui ne nomme pas elle-même la marque.
    .meaning = Le lien entre marque et attestation repose sur la seule parole du registre ; personne ne l'a signé.
    .not = Cela ne signifie pas qu'elles ne vont pas ensemble.
    .next = Interrogez l'émetteur de l'attestation.

recovery-unknownMark = Aucun registre interrogé ne connaît la marque { $payload }.
    .meaning = L'image porte une marque, et son nombre n'est dans aucun des registres donnés.
    .not = Cela ne signifie pas que la marque soit mauvaise ; la personne qui l'a publiée tient peut-être un autre registre.
    .next = Demandez le registre de cette personne et nommez-le avec --registry.

recovery-nothing = Aucun registre interrogé n'a d'attestation pour une image qui ressemble à celle-ci.
    .meaning = L'image ne porte aucune marque lisible, et aucune image enregistrée ne lui ressemble.
    .not = Cela ne signifie pas qu'il n'y ait jamais eu d'attestation.
    .next = Cherchez une copie plus grande ou meilleure, ou demandez d'autres registres.

contradiction-binding-mark-differs = L'attestation nomme la marque { $first } ; l'image porte la marque { $second }.
    .meaning = Une attestation se lie à une marque dans les pixels. La marque lue dans cette image en est une autre, qui mène à une autre attestation.
    .not = Cela ne dit pas laquelle des deux appartient à l'image : une image peut être marquée de nouveau, et une marque peut être copiée d'une autre image.
    .next = Demandez au signataire quelle marque est la sienne, et cherchez l'attestation de l'autre dans le registre de qui l'a publiée.

contradiction-credential-mark-differs = Le fichier porte l'attestation { $first }, et sa marque renvoie à une autre, { $second }.
    .meaning = Quelqu'un a signé une image déjà publiée et marquée auparavant, et la nouvelle attestation ne le dit pas.
    .not = Cela ne dit pas qui a raison ; les deux signatures tiennent.
    .next = Lisez les deux attestations et leurs dates.
