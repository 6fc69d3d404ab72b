# Español.

## Fixed sentences about a file. Their wording is part of the contract.

said-unchanged = Este archivo no ha cambiado desde que «{ $issuer }» lo emitió.
said-partlyCovered = La imagen está intacta, pero { $bytes } bytes (metadatos) no están cubiertos.
said-changed = Modificado después de que «{ $issuer }» lo emitiera: { $reason }
said-broken = La credencial misma está dañada ({ $reason }); de ello no se sigue nada sobre la imagen.
said-unknownIssuer = Emitido por alguien a quien su lista de confianza no conoce.
said-noTrustList = Todavía no tiene una lista de confianza; `hallmark trust add FILE` añade una.
said-nothingFound = No se ha encontrado información de procedencia. La mayoría de las fotos corrientes no la tienen; esto no dice nada sobre si la imagen es real.
said-nothingFoundLine = No se ha encontrado información de procedencia.
said-noCredentialLine = No hay credencial en el archivo.
said-couldNotCheck = No se pudo comprobar: { $reason }
said-credentialsLeftOut = Las credenciales se dejaron fuera a petición.
said-moreFindings = { $count ->
        [one] (Un hallazgo más.)
       *[other] ({ $count } hallazgos más.)
    }
said-unnamedIssuer = alguien sin nombre

## Where a file says it comes from.

origin-signed = Su credencial dice: { $origin }.
origin-labelled = Una etiqueta, que cualquiera puede escribir, dice: { $origin }.
origin-contradictory = Dice cosas distintas sobre su origen.
origin-captured = captado por una cámara o grabadora
origin-edited = captado y después editado
origin-digitalArt = hecho por una persona con herramientas digitales
origin-procedural = hecho por un programa sin IA
origin-screenCapture = captura de pantalla
origin-aiEdited = editado con IA generativa
origin-aiGenerated = hecho por IA generativa
origin-possiblyAi = posiblemente hecho por IA generativa

## The summary of a run.

summary-checked = { $count ->
        [0] No se comprobó nada.
        [one] 1 archivo comprobado a fecha de { $moment }: { $states }.
       *[other] { $count } archivos comprobados a fecha de { $moment }: { $states }.
    }
summary-leftOut = Sin informe: { $list }.
summary-notMedia = { $count ->
        [one] 1 archivo que no es un medio
       *[other] { $count } archivos que no son medios
    }
summary-sidecars = { $count ->
        [one] 1 credencial junto a su archivo
       *[other] { $count } credenciales junto a sus archivos
    }
summary-excluded = { $count ->
        [one] 1 entrada excluida
       *[other] { $count } entradas excluidas
    }
summary-links = { $count ->
        [one] 1 enlace no seguido
       *[other] { $count } enlaces no seguidos
    }
summary-special = { $count ->
        [one] 1 tubería o dispositivo sin abrir
       *[other] { $count } tuberías y dispositivos sin abrir
    }
summary-interrupted = Interrumpido: el resto no se comprobó.
summary-marks = { $found ->
        [0] Se buscaron marcas en los píxeles de { $count } de ellos; no se encontró ninguna.
       *[other] Se buscaron marcas en los píxeles de { $count } de ellos y se encontraron en { $found }.
    } Solo por azar, como máximo { $expected } de tantos parecerían llevar una.
summary-policy = { $count ->
        [one] 1 archivo cumple una condición de --fail-on.
       *[other] { $count } archivos cumplen una condición de --fail-on.
    }
summary-trusted = La firma es válida y su lista de confianza responde por el emisor.
summary-invalid = Modificado después de emitirse, o la credencial misma está dañada; no se sigue nada más sobre la imagen.
summary-unreadable = No se pudo comprobar; la línea dice por qué.
summary-notChecked = Sin comprobar:
summary-next = `hallmark check -v FILE` muestra todo lo que se sabe de un archivo.
summary-explain = `hallmark explain CODE` dice qué significa un hallazgo y qué hacer, por ejemplo { $codes }.

## Headings of details.

heading-file = Archivo
heading-signer = Firmado por
heading-time = Firmado el
heading-trust = Reconocido por
heading-generator = Hecho con
heading-source = Tipo de fuente
heading-actions = Pasos
heading-history = Hecho a partir de
heading-certificates = Certificados
heading-notCovered = No cubierto
heading-remote = En otro lugar
heading-marks = Marcas
heading-labels = Etiquetas
heading-findings = Hallazgos
heading-notChecked = Sin comprobar

## Headings of an explanation.

explain-meaning = Qué significa
explain-not = Qué no significa
explain-next = Qué hacer
