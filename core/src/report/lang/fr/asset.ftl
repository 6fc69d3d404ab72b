# Français.
#
# The id of a message is the code of a finding with dots as dashes. Each has four parts: the
# sentence itself, what it means, what it does not mean, and what to do. Values that a sentence
# quotes come from files and certificates; they are shown between quotation marks.

## The asset.

asset-empty = Le fichier est vide.
    .meaning = Le fichier n'a pas un seul octet.
    .not = Cela ne signifie pas que l'image ait été effacée à dessein ; les téléchargements ratés et les disques pleins laissent de tels fichiers.
    .next = Procurez-vous de nouveau le fichier là d'où il vient.

asset-malformed = La structure du fichier est rompue : { $what }.
    .meaning = Le fichier commence comme un format connu, mais une partie n'en suit pas les règles.
    .not = Cela ne signifie pas que quelqu'un l'ait falsifié ; les cartes abîmées et les transferts interrompus font cela.
    .next = Procurez-vous de nouveau le fichier, si possible l'original de l'appareil ou de la première publication.

asset-truncated = Le fichier se termine trop tôt : { $what }.
    .meaning = La structure même du fichier promet plus d'octets qu'il n'y en a.
    .not = Cela ne signifie pas que la partie manquante ait été coupée à dessein ; les téléchargements interrompus finissent ainsi.
    .next = Téléchargez ou copiez de nouveau le fichier et comparez sa longueur.

asset-unsupported = Ce n'est pas un format de média que hallmark sache examiner.
    .meaning = Les premiers octets du fichier n'appartiennent à aucun format que hallmark lit.
    .not = Cela ne dit rien du contenu, et rien de ses attestations.
    .next = Voyez de quel genre de fichier il s'agit. Si c'est une image, enregistrez l'original dans son propre format au lieu de le convertir.

asset-unreadable = Le fichier n'a pas pu être lu.
    .meaning = Le système d'exploitation n'a pas livré les octets du fichier : il manque, il est protégé, ou le disque a failli.
    .not = Cela ne dit rien du contenu.
    .next = Vérifiez le chemin et votre droit de lecture, puis relancez la vérification.

asset-notRegularFile = C'est un tube, un périphérique ou une socket, pas un fichier ; il n'a pas été ouvert.
    .meaning = Le chemin mène à quelque chose qui ne finit jamais ou qui agit quand on le lit ; hallmark n'y touche donc pas.
    .not = Cela ne dit rien de ce que l'on pourrait y lire.
    .next = Enregistrez le contenu dans un fichier ordinaire et vérifiez celui-là.

asset-extensionDiffers = Le nom finit par « { $extension } », mais le contenu est du { $format }.
    .meaning = Le nom du fichier promet un autre format que celui de ses octets. hallmark se fie aux octets.
    .not = Cela ne signifie pas que quelque chose cloche dans le contenu ; renommer un fichier suffit.
    .next = Demandez où le fichier a été renommé ou converti, si cela vous importe.

## Limits.

limit-deadline = L'examen de ce fichier a duré plus que le délai ; il a été arrêté.
    .meaning = Le fichier demandait plus de temps qu'un fichier ne peut en prendre ; son examen a été interrompu et les autres ont continué.
    .not = Cela ne signifie pas que le fichier soit nuisible, seulement qu'il est très grand ou inhabituel ; certains fichiers sont faits pour provoquer cela.
    .next = Examinez-le seul avec un `--deadline` plus long, sur une machine qui peut être occupée.

limit-bytes = Le fichier dépasse la limite ; il n'a pas été lu.
    .meaning = Le fichier a plus d'octets que `--max-bytes` n'en permet.
    .not = Cela ne dit rien du contenu.
    .next = Augmentez `--max-bytes` si vous attendiez un tel fichier.

limit-memory = L'examen de ce fichier demandait plus de mémoire qu'un fichier ne peut en prendre.
    .meaning = La structure du fichier demande plus de mémoire que sa part ; son examen a donc été interrompu.
    .not = Cela ne signifie pas que le fichier soit nuisible ; certains fichiers sont faits pour provoquer cela.
    .next = Examinez-le seul sur une machine avec plus de mémoire, ou procurez-vous une autre copie.

limit-structure = La structure du fichier dépasse une limite : { $what } (au plus { $limit }).
    .meaning = Le fichier imbrique ses parties plus profondément, ou en a davantage ou de plus grandes, qu'un fichier ordinaire, et n'a été lu que jusque-là.
    .not = Cela ne signifie pas que la partie lue soit mauvaise.
    .next = Considérez le résultat comme incomplet et procurez-vous une autre copie si vous le pouvez.

internal-workerDied = Le processus qui examinait ce fichier s'est terminé sans réponse.
    .meaning = Un processus séparé examine chaque fichier, pour qu'un fichier dangereux ne nuise à rien d'autre. Celui-ci s'est terminé trop tôt.
    .not = Cela ne dit rien du contenu.
    .next = Examinez le fichier seul. Si cela se reproduit, signalez-le comme un défaut de hallmark.

internal-panic = hallmark a rencontré un défaut à lui en examinant ce fichier.
    .meaning = Le programme a rencontré un cas que ses auteurs n'avaient pas prévu. Les autres fichiers ne sont pas touchés.
    .not = Cela ne dit rien du contenu.
    .next = Signalez-le comme un défaut de hallmark, avec le fichier si vous pouvez le partager.
