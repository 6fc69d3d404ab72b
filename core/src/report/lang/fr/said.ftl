# Français.

## Fixed sentences about a file. Their wording is part of the contract.

said-unchanged = Ce fichier n'a pas changé depuis que « { $issuer } » l'a émis.
said-partlyCovered = L'image est intacte, mais { $bytes } octets (métadonnées) ne sont pas couverts.
said-changed = Modifié après l'émission par « { $issuer } » : { $reason }
said-broken = L'attestation elle-même est défectueuse ({ $reason }) ; il n'en découle rien sur l'image.
said-unknownIssuer = Émis par quelqu'un que votre liste de confiance ne connaît pas.
said-noTrustList = Vous n'avez pas encore de liste de confiance ; `hallmark trust add FILE` en ajoute une.
said-nothingFound = Aucune information de provenance trouvée. La plupart des photos ordinaires n'en ont pas ; cela ne dit rien sur le fait que l'image soit réelle ou non.
said-nothingFoundLine = Aucune information de provenance trouvée.
said-noCredentialLine = Aucune attestation dans le fichier.
said-couldNotCheck = Vérification impossible : { $reason }
said-credentialsLeftOut = Les attestations ont été laissées de côté à la demande.
said-moreFindings = { $count ->
        [one] (Encore { $count } constat.)
       *[other] (Encore { $count } constats.)
    }
said-unnamedIssuer = quelqu'un qui n'est pas nommé

## Where a file says it comes from.

origin-signed = Son attestation indique : { $origin }.
origin-labelled = Une étiquette, que n'importe qui peut écrire, indique : { $origin }.
origin-contradictory = Il donne des indications différentes sur son origine.
origin-captured = capté par un appareil photo ou un enregistreur
origin-edited = capté, puis retouché
origin-digitalArt = fait par une personne avec des outils numériques
origin-procedural = fait par un programme sans IA
origin-screenCapture = capture d'écran
origin-aiEdited = retouché avec une IA générative
origin-aiGenerated = fait par une IA générative
origin-possiblyAi = peut-être fait par une IA générative

## The summary of a run.

summary-checked = { $count ->
        [0] Rien n'a été vérifié.
        [one] { $count } fichier vérifié à la date du { $moment } : { $states }.
       *[other] { $count } fichiers vérifiés à la date du { $moment } : { $states }.
    }
summary-leftOut = Sans rapport : { $list }.
summary-notMedia = { $count ->
        [one] { $count } fichier qui n'est pas un média
       *[other] { $count } fichiers qui ne sont pas des médias
    }
summary-sidecars = { $count ->
        [one] { $count } attestation à côté de son fichier
       *[other] { $count } attestations à côté de leurs fichiers
    }
summary-excluded = { $count ->
        [one] { $count } entrée exclue
       *[other] { $count } entrées exclues
    }
summary-links = { $count ->
        [one] { $count } lien non suivi
       *[other] { $count } liens non suivis
    }
summary-special = { $count ->
        [one] { $count } tube ou périphérique non ouvert
       *[other] { $count } tubes et périphériques non ouverts
    }
summary-interrupted = Interrompu : le reste n'a pas été vérifié.
summary-marks = { $found ->
        [0] Des marques dans les pixels ont été cherchées dans { $count } d'entre eux ; aucune n'a été trouvée.
       *[other] Des marques dans les pixels ont été cherchées dans { $count } d'entre eux et trouvées dans { $found }.
    } Par le seul hasard, au plus { $expected } d'un tel nombre sembleraient en porter une.
summary-policy = { $count ->
        [one] { $count } fichier remplit une condition de --fail-on.
       *[other] { $count } fichiers remplissent une condition de --fail-on.
    }
summary-trusted = La signature tient, et votre liste de confiance répond de l'émetteur.
summary-invalid = Modifié après l'émission, ou attestation elle-même défectueuse ; rien de plus n'en découle sur l'image.
summary-unreadable = Vérification impossible ; la ligne dit pourquoi.
summary-notChecked = Non vérifié :
summary-next = `hallmark check -v FILE` montre tout ce que l'on sait d'un fichier.
summary-explain = `hallmark explain CODE` dit ce que signifie un constat et ce qu'il faut faire, par exemple { $codes }.

## Headings of details.

heading-file = Fichier
heading-signer = Signé par
heading-time = Signé le
heading-trust = Reconnu par
heading-generator = Fait avec
heading-source = Type de source
heading-actions = Étapes
heading-history = Issu de
heading-certificates = Certificats
heading-notCovered = Non couvert
heading-remote = Ailleurs
heading-marks = Marques
heading-labels = Étiquettes
heading-findings = Constats
heading-notChecked = Non vérifié

## Headings of an explanation.

explain-meaning = Ce que cela signifie
explain-not = Ce que cela ne signifie pas
explain-next = Que faire
