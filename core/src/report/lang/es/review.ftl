# Español.

## A person decides.

review-queued = { $count ->
        [0] No entró nada nuevo en el libro.
        [one] Entró un hallazgo en el libro.
       *[other] Entraron { $count } hallazgos en el libro.
    }
review-unread = { $count ->
        [one] Un archivo no se pudo leer hasta el final, así que no se puede decidir nada sobre él.
       *[other] { $count } archivos no se pudieron leer hasta el final, así que no se puede decidir nada sobre ellos.
    }
review-askName = ¿Quién decide?
review-askDecision = Decisión: ¿c (confirmar), o (desestimar), n (dejar abierto), q (parar)?
review-askReason = ¿Por qué?
review-decided = Anotado: { $decision }, para { $asset }.
review-whole = El libro está entero: { $count } entradas, su cabecera firmada con la clave { $signer }.
review-malformed = El libro se modificó: la línea { $line } no es una entrada.
review-edited = El libro se modificó: la línea { $line } no sigue a la anterior, así que una de las dos se editó.
review-missing = El libro se modificó: faltan líneas antes de la línea { $line }.
review-reordered = El libro se modificó: el lugar de la línea { $line } es otro.
review-truncated = El libro se modificó: acaba antes de la línea { $line }, y su cabecera dice que hay más.
review-headDiffers = El libro se modificó: no acaba en la línea { $line } como dice su cabecera.

## Earlier verdicts.

review-signedAfter = firmado después de que se revocara la clave
review-timeUnknown = firmado con la clave revocada, y ningún sello de tiempo de confianza muestra que fuera antes
review-noLongerVouched = la lista que respondía no está entre las actuales
review-vouchedNow = una lista actual responde ahora
review-summary = Cambian { $count } de { $all } entradas.

## Cases that somebody else can judge again.

case-written = { $count ->
        [one] Un archivo está en el caso { $output }, firmado con la clave { $signer }.
       *[other] { $count } archivos están en el caso { $output }, firmados con la clave { $signer }.
    }
case-signedByNobody = La clave se hizo para este caso: muestra que nada se cambió, y no quién hizo el caso. Añada --identity para firmar con un nombre.
case-same = Mismo veredicto: los medios de { $count } archivos, examinados de nuevo, dan lo que se anotó el { $moment }.
case-sameWithoutMedia = Mismo veredicto: los elementos sobre { $count } archivos, juzgados de nuevo, dan lo que se anotó el { $moment }. Los medios no están en el caso y no se miraron.
case-different = Distinto, porque { $field } de { $path } era { $recorded } y es { $now }.
case-rules = Las reglas difieren: el caso se juzgó según { $recorded }; este programa juzga según { $now }.
case-impossible = No se puede repetir, porque { $reason }
