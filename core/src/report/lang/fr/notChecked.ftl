# Français.

## What was not looked at.

notChecked-revocation = Il n'a pas été recherché si un certificat a été révoqué ; hallmark n'a pas de réseau.
    .meaning = Les autorités de certification révoquent des certificats, par exemple après un vol. Elles seules peuvent le dire.
    .not = Cela ne signifie ni que le certificat a été révoqué, ni qu'il ne l'a pas été.
    .next = Si l'enjeu est important, interrogez l'autorité de certification.

notChecked-closedMarks = Les marques que seuls leurs auteurs savent lire (SynthID, Digimarc) n'ont pas été cherchées.
    .meaning = Certaines entreprises cachent des marques dans les images et gardent pour elles le moyen de les lire.
    .not = Cela ne signifie ni que l'image porte une telle marque, ni qu'elle n'en porte pas.
    .next = Si l'enjeu est important, interrogez leurs auteurs ; certains offrent un service.

notChecked-watermark = Les filigranes dans les pixels n'ont pas été cherchés.
    .meaning = La recherche a été laissée de côté à la demande, ou le fichier n'a pas pu être lu du tout.
    .not = Cela ne signifie ni que l'image porte un filigrane, ni qu'elle n'en porte pas.
    .next = Exécutez `hallmark check` sans --only ni --no-pixels, si vous en attendez un.

notChecked-parent = L'image n'a pas été comparée avec le fichier que vous avez désigné comme son parent : { $detail }.
    .meaning = Ce fichier ne contient aucune image que hallmark sache décoder.
    .not = Cela ne signifie ni que les deux diffèrent, ni qu'ils ne diffèrent pas.
    .next = Désignez une copie du parent en JPEG, PNG, WebP, TIFF ou GIF.

notChecked-parentPixels = Les images n'ont pas été comparées avec le fichier que vous avez désigné comme parent : les pixels n'ont pas été regardés.
    .meaning = Les pixels ont été laissés de côté à la demande (--no-pixels ou --only). Ce qui n'en a pas besoin, la langue des pistes, a tout de même été confronté au parent.
    .not = Cela ne signifie ni que les deux diffèrent, ni qu'ils ne diffèrent pas.
    .next = Exécutez `hallmark check` sans --no-pixels ; --only doit demander fingerprint.

notChecked-pixels-format = Les pixels n'ont pas été regardés : hallmark ne décode pas le { $format }.
    .meaning = Les attestations et les étiquettes de ce format sont lues ; les marques dans les pixels ne le sont pas.
    .not = Cela ne signifie ni qu'il y a des marques, ni qu'il n'y en a pas.
    .next = Convertissez l'image en PNG avec un programme auquel vous vous fiez et cherchez des marques dans cette copie.

notChecked-pixels-limit = Les pixels n'ont pas été regardés : une image de { $size } dépasse la limite.
    .meaning = La décoder prendrait plus de mémoire qu'une image ne peut en utiliser.
    .not = Cela ne signifie pas que quelque chose cloche dans le fichier.
    .next = Augmentez --max-pixels, si vous vous fiez à l'origine du fichier.

notChecked-pixels-unreadable = Les pixels n'ont pas été regardés : ils ne peuvent être décodés.
    .meaning = Le fichier commence comme une image, mais ses pixels sont abîmés ou d'un genre rare.
    .not = Cela ne signifie pas que quelqu'un l'ait abîmé à dessein.
    .next = Procurez-vous de nouveau le fichier, ou ouvrez-le dans un autre programme.

notChecked-pixels-few = Les filigranes n'ont pas été cherchés : une image de { $size } avec si peu de pixels ou de couleurs ne peut en porter.
    .meaning = Une marque demande au moins 64 pixels de côté et plus de deux couleurs.
    .not = Cela ne signifie pas qu'une copie plus grande n'en porte pas.
    .next = Cherchez une copie plus grande.

notChecked-pixels-time = La recherche de filigranes a été arrêtée : l'image prenait trop de temps.
    .meaning = Le temps accordé à un fichier a été épuisé avant une réponse.
    .not = Cela ne signifie ni que l'image porte une marque, ni qu'elle n'en porte pas.
    .next = Augmentez --deadline et vérifiez de nouveau ce fichier.

notChecked-comparison = Il n'a pas été comparé si l'image est encore celle qui a été signée.
    .meaning = L'attestation retrouvée ne contient pas de description de l'image, ou trop peu de l'image signée est disponible.
    .not = Cela ne signifie ni que l'image a été changée, ni qu'elle ne l'a pas été.
    .next = Demandez l'image à la personne qui l'a publiée et comparez-la vous-même.

notChecked-openMarks = Les marques publiques des générateurs d'images n'ont pas pu être cherchées dans ce genre d'image.
    .meaning = De telles marques ne survivent que dans des images en couleur de taille moyenne, stockées sans perte ou presque.
    .not = Cela ne dit pas s'il y a jamais eu une marque.
    .next = Cherchez l'image telle qu'elle a d'abord été publiée.

notChecked-remoteManifest = Les attestations qui se trouvent ailleurs n'ont pas été récupérées ; hallmark n'a pas de réseau.
    .meaning = Le fichier nomme un endroit où ses attestations seraient.
    .not = Cela ne signifie pas qu'il y ait des attestations à cet endroit, ni ce qu'elles disent.
    .next = Téléchargez-les vous-même, si vous acceptez que le propriétaire de l'endroit l'apprenne, et placez-les à côté du fichier avec la terminaison .c2pa.

notChecked-identity = Une identité que seul un service en ligne peut confirmer n'a pas été recherchée.
    .meaning = Quelqu'un a mis son nom à ce fichier par un service du réseau, que hallmark n'interroge pas.
    .not = Cela ne signifie ni que le nom est juste, ni qu'il est inexact.
    .next = Interrogez le service nommé dans l'attestation, si le nom vous importe.

notChecked-softBinding = L'attestation nomme « { $value } », qui n'a pas été cherché.
    .meaning = Les signataires peuvent mettre dans un fichier des marques d'autres fournisseurs, ou en garder des empreintes, et les nommer dans l'attestation. hallmark les connaît de nom ; seul leur fournisseur sait lire la plupart d'entre elles.
    .not = Cela ne signifie ni que la marque est là, ni qu'elle n'y est pas.
    .next = Si une copie a perdu son attestation et que l'enjeu est important, interrogez le fournisseur ; certains offrent un service.

notChecked-metadata = Les métadonnées de ce format ne sont pas lues.
    .meaning = hallmark lit les attestations de ce format, mais pas ses légendes, dates et étiquettes.
    .not = Cela ne signifie ni qu'il y a des étiquettes, ni qu'il n'y en a pas.
    .next = Utilisez une visionneuse de métadonnées, si une étiquette vous importe.
