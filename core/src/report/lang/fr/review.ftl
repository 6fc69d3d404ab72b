# Français.

## A person decides.

review-queued = { $count ->
        [0] Rien de nouveau n'est entré dans le journal.
        [one] { $count } constat est entré dans le journal.
       *[other] { $count } constats sont entrés dans le journal.
    }
review-unread = { $count ->
        [one] { $count } fichier n'a pas pu être lu jusqu'au bout ; rien ne peut donc être décidé à son sujet.
       *[other] { $count } fichiers n'ont pas pu être lus jusqu'au bout ; rien ne peut donc être décidé à leur sujet.
    }
review-askName = Qui décide ?
review-askDecision = Décision : c (confirmer), o (écarter), n (laisser ouvert), q (arrêter) ?
review-askReason = Pourquoi ?
review-decided = Consigné : { $decision }, pour { $asset }.
review-whole = Le journal est entier : { $count } entrées, sa tête signée avec la clé { $signer }.
review-malformed = Le journal a été modifié : la ligne { $line } n'est pas une entrée.
review-edited = Le journal a été modifié : la ligne { $line } ne suit pas la précédente ; l'une des deux a donc été retouchée.
review-missing = Le journal a été modifié : des lignes manquent avant la ligne { $line }.
review-reordered = Le journal a été modifié : la place de la ligne { $line } est ailleurs.
review-truncated = Le journal a été modifié : il finit avant la ligne { $line }, et sa tête dit qu'il y en a davantage.
review-headDiffers = Le journal a été modifié : il ne finit pas à la ligne { $line } comme le dit sa tête.

## Earlier verdicts.

review-signedAfter = signé après la révocation de la clé
review-timeUnknown = signé avec la clé révoquée, et aucun horodatage de confiance ne montre que c'était avant
review-noLongerVouched = la liste qui en répondait n'est pas parmi les listes actuelles
review-vouchedNow = une liste actuelle en répond maintenant
review-summary = { $count } entrées sur { $all } changent.

## Cases that somebody else can judge again.

case-written = { $count ->
        [one] { $count } fichier est dans le dossier { $output }, signé avec la clé { $signer }.
       *[other] { $count } fichiers sont dans le dossier { $output }, signés avec la clé { $signer }.
    }
case-signedByNobody = La clé a été faite pour ce dossier : elle montre que rien n'a été changé, mais pas qui a fait le dossier. Ajoutez --identity pour signer en votre nom.
case-same = Même verdict : les médias des { $count } fichiers, examinés de nouveau, donnent ce qui a été consigné le { $moment }.
case-sameWithoutMedia = Même verdict : les éléments sur les { $count } fichiers, jugés de nouveau, donnent ce qui a été consigné le { $moment }. Les médias ne sont pas dans le dossier et n'ont pas été regardés.
case-different = Différent, car { $field } de { $path } était { $recorded } et est { $now }.
case-rules = Les règles diffèrent : le dossier a été jugé selon { $recorded }, ce programme juge selon { $now }.
case-impossible = Ne peut être rejoué, car { $reason }
