# Español.

## The report as a page: --format html.

page-title = { $count ->
        [0] No se comprobó nada
        [one] De dónde viene un archivo
       *[other] De dónde vienen { $count } archivos
    }
page-lead = Lo que se puede saber del origen de estos archivos y lo que no. Juzgado a fecha de { $moment }.
page-skip = Ir a los archivos
page-summary = Resumen
page-groups = Qué se encontró
page-groupFiles = Archivos
page-declared = Qué dicen sobre su origen
page-notChecked = Qué no se comprobó
page-about = Sobre este informe
page-picture = Copia pequeña de { $name }
page-noPicture = Sin copia pequeña
page-code = Código

# Groups of files, in this order on the page. The number of files stands beside them.
group-contradictory = Contradicciones
group-fails = Modificado después de la firma, o credencial dañada
group-holds = Una credencial válida
group-labelled = Una etiqueta, una marca o una credencial recuperada, y ninguna credencial válida
group-unreadable = No se pudo comprobar
group-none = No se encontró nada

## What an outcome means, what it does not mean, and what to do.

outcome-contradictory = Lo que este archivo dice de sí mismo no encaja.
    .meaning = Dos cosas del archivo se contradicen. Los hallazgos nombran ambas.
    .not = No dice cuál de las dos es correcta ni que alguien quisiera engañar.
    .next = Lea ambas partes más abajo y pregunte a quien publicó el archivo antes de dar una u otra por hecho.
outcome-trusted = Una credencial es válida y su lista de confianza responde por su emisor.
    .meaning = Los bytes del archivo encajan con la firma, salvo los indicados como no cubiertos, y su lista de confianza responde por el certificado.
    .not = No significa que ocurriera lo que muestra la imagen. Una firma cubre bytes, no hechos.
    .next = Lea quién firmó y qué declara, y mire qué deja fuera la firma.
outcome-valid = Una credencial es válida; nadie en su lista de confianza responde por su emisor.
    .meaning = Los bytes del archivo encajan con la firma, pero cualquiera puede hacer una firma con cualquier nombre.
    .not = No significa que el emisor no sea honrado. Los editores pequeños y los aparatos nuevos están en pocas listas.
    .next = Pregunte al emisor, por otra vía, si el certificado es suyo.
outcome-invalid = Una credencial no es válida.
    .meaning = El archivo cambió después de firmarse, o la credencial misma incumple una regla. Los hallazgos dicen cuál.
    .not = No significa que alguien quisiera engañar. Basta con guardar, escalar o enviar una imagen.
    .next = Busque la versión que publicó el emisor y compare ambas.
outcome-labelled = El archivo dice cómo se hizo, sin una firma que lo cubra.
    .meaning = Se encontró una etiqueta en los metadatos o una marca en los píxeles. Cualquiera puede escribirlas, cambiarlas o quitarlas.
    .not = No muestra que lo que dice la etiqueta o la marca sea así.
    .next = Pregunte a quien publicó el archivo cómo se hizo.
outcome-none = No se encontró nada que diga de dónde viene el archivo.
    .meaning = El archivo no lleva ninguna credencial, etiqueta ni marca que hallmark sepa leer.
    .not = No dice nada de lo que muestra la imagen. La mayoría de las imágenes del mundo no llevan información de este tipo.
    .next = Busque una copia anterior y pregunte a quien la publicó primero.
outcome-unreadable = El archivo no se pudo comprobar.
    .meaning = hallmark no pudo examinar el archivo. Los hallazgos dicen por qué.
    .not = No dice nada del contenido.
    .next = Consiga otra vez el archivo, si es posible de donde se publicó primero.

## The history of a picture.

chain-title = Cómo se hizo, según la credencial
chain-thisFile = Este archivo
chain-answers = { $signer } responde por este paso.
chain-answersUnlisted = { $signer } puso su nombre en este paso; ninguna lista en uso responde por ese nombre.
chain-broken = La firma de este paso no es válida; nadie responde por él.
chain-changed = { $signer } firmó este paso; el archivo cambió después.
chain-nobody = No se nombra a nadie que responda por este paso.
chain-signedAt = Firmado el { $moment }.
chain-noTime = Ningún sello de tiempo dice cuándo.
chain-madeWith = Hecho con { $generator }.
chain-more = { $count ->
        [one] Hay un paso más en el historial.
       *[other] Hay { $count } pasos más en el historial.
    }

# What was done (C2PA actions). Others are shown by their code.
action-created = creado
action-opened = abierto
action-edited = editado
action-cropped = recortado
action-resized = redimensionado
action-rotated = girado
action-colorAdjusted = colores ajustados
action-filtered = filtrado
action-drawn = dibujo añadido
action-placed = parte insertada
action-removed = parte retirada
action-transcoded = guardado en otro formato
action-published = publicado
action-redacted = afirmación retirada de una credencial anterior
action-watermarked = marca de agua insertada
action-metadata = metadatos editados
action-unknown = se hizo algo desconocido

## Comparisons.

compare-title = Comparar
compare-now = El archivo examinado
compare-parent = La versión anterior
compare-signed = Como se firmó
compare-note = La imagen anterior es la copia pequeña que quien firmó puso en la credencial.
compare-slider = Pasar de una imagen a otra
regions-title = Dónde cambió la imagen
regions-alt = La imagen examinada, con { $count ->
        [one] un lugar cambiado enmarcado
       *[other] { $count } lugares cambiados enmarcados
    }
regions-place = Lugar { $index }: a { $left } % de la izquierda, a { $top } % de arriba, { $width } % de ancho, { $height } % de alto.

## What the signature leaves out.

uncovered-alt = El archivo como una barra del primer byte al último; las partes rayadas no están cubiertas por la firma.
uncovered-from = Desde el byte
uncovered-bytes = Bytes
uncovered-what = Qué hay ahí

## Forensic details.

forensic-title = Detalles forenses
forensic-label = Etiqueta
forensic-value = Valor
forensic-place = Dónde
forensic-forging = Cómo se puede falsificar
forensic-severity = Peso
forensic-finding = Hallazgo
forensic-mark = Por azar, esta marca aparece con una probabilidad de { $chance } como máximo.
forensic-openMark = Cualquiera puede escribir esta marca.
forensic-keyedMark = Quien tenga la clave puede escribir esta marca, y se puede copiar de una imagen a otra.
forensic-fingerprint = Huella
forensic-manifest = Manifiesto
forensic-registry = Registro
forensic-elapsed = Tiempo empleado
forensic-milliseconds = { $count } ms

## About the report.

about-tool = hallmark { $version }, reglas del { $ruleset }
about-moment = Juzgado a fecha de { $moment }, es decir, { $utc }.
about-trustInUse = Listas de confianza en uso:
about-trust = Listas de confianza que respondieron por algo aquí:
about-noTrust = Ninguna lista de confianza respondió por nada aquí.
about-pack = { $pack }, del { $date }
about-packUndated = { $pack }, sin fecha
about-repeat = Quien tenga los archivos puede repetir esto: `hallmark check --at { $utc } PATH`. El SHA-256 de cada archivo dice si es el mismo archivo.
about-limits = hallmark funciona sin conexión, no reconoce caras y no adivina nada por el aspecto de una imagen. Informa de lo que llevan los archivos y de si las firmas son válidas; una persona decide qué se sigue de ello.
