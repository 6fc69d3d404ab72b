# Français.

## Registries.

registry-id-conflict = Plus d'une attestation revendique cette marque.
    .meaning = Le nombre dans la marque de l'image est enregistré pour plusieurs manifestes ; la marque seule ne dit donc pas lequel appartient à l'image.
    .not = Cela ne signifie pas que l'un d'eux soit contrefait ; un nombre peut être enregistré deux fois par erreur.
    .next = Comparez l'image avec chacun d'eux, et prévenez les personnes qui tiennent les registres.

registry-revoked = L'attestation trouvée a été révoquée.
    .meaning = La personne qui tient le registre a posé une pierre tombale sur ce manifeste : il ne faut plus s'y fier.
    .not = Cela ne signifie ni que la signature est rompue, ni que l'image est mauvaise ; la raison donnée en dit plus.
    .next = Lisez la raison, et demandez l'attestation actuelle à la personne qui a publié.

registry-version-unknown = Le registre ou le lot a été fait par une version plus récente.
    .meaning = Sa version est plus haute que celles que ce programme connaît ; il n'a donc pas été lu.
    .not = Cela ne dit rien de ce qu'il contient.
    .next = Mettez hallmark à jour, ou demandez un fichier dans la version antérieure.

registry-damaged = Le registre est abîmé.
    .meaning = Quelque chose dans le fichier du registre en contredit une autre, par exemple un manifeste et son empreinte.
    .not = Cela ne dit rien des images qui y sont enregistrées.
    .next = Restaurez le fichier depuis une copie, ou importez son dernier lot dans un nouveau registre.

registry-unavailable = Le registre n'a pas pu être interrogé.
    .meaning = Le fichier manque, est verrouillé, n'est pas un registre, ou ne peut être lu ou écrit.
    .not = Cela ne signifie pas que rien ne soit enregistré pour l'image.
    .next = Vérifiez le chemin et vos droits, puis relancez la commande.

registry-bundle-changed = Le lot a été modifié après sa signature ; rien n'en a été repris.
    .meaning = La signature ne correspond pas aux octets : au moins un octet a été altéré, coupé ou ajouté.
    .not = Cela ne signifie pas que quelqu'un l'ait fait à dessein ; les copies interrompues font de même.
    .next = Procurez-vous de nouveau le lot auprès de la personne qui l'a publié et comparez la longueur.

registry-bundle-malformed = Ce n'est pas un lot de registre ; rien n'en a été repris.
    .meaning = Le fichier ne commence pas comme un lot, ou ce qui y est signé n'est pas disposé comme un registre.
    .not = Cela ne signifie pas que le fichier soit nuisible.
    .next = Vérifiez que c'est bien le fichier voulu.

registry-bundle-signerUnknown = Le lot est signé par une autre clé que celle demandée ; rien n'en a été repris.
    .meaning = Sa signature tient, mais elle a été faite avec une clé dont l'empreinte diffère de celle donnée.
    .not = Cela ne signifie pas que le lot soit contrefait ; les éditeurs changent de clé.
    .next = Demandez à la personne qui publie, par une autre voie, l'empreinte de la clé actuelle.
