# Español.

## What commands say that write labels or take personal data out.

label-written = Etiquetado como { $fact } ({ $standards }). Los píxeles no cambian.
tools-signedAgain = Firmado de nuevo, como continuación de su credencial anterior.

privacy-found = { $count ->
        [0] Ningún dato personal en campos conocidos. No se miró lo que muestra la imagen.
        [one] Un dato personal.
       *[other] { $count } datos personales.
    }
privacy-stripped = { $count ->
        [0] Nada que retirar. La copia es { $output }.
        [one] Se retiró un dato. La copia es { $output }.
       *[other] Se retiraron { $count } datos. La copia es { $output }.
    }
privacy-left = Esto no se pudo retirar:

## What is said about marks that are written or looked for.

marking-none = No se encontró ninguna marca. La mayoría de las imágenes no llevan ninguna.
marking-written = Los píxeles llevan ahora la marca { $payload }, escrita con la clave { $key }. Se volvió a leer en la copia.
marking-survivesCopying = En una prueba, solo sobrevivió a la copia y a una compresión ligera: la imagen oculta poco.
marking-survivesCompression = En una prueba, sobrevivió a la compresión JPEG de calidad 50.
marking-survivesHalfSize = En una prueba, sobrevivió a la mitad del tamaño y a la compresión JPEG de calidad 50.
marking-quality = Diferencia con el original antes de la compresión: PSNR { $psnr } dB, SSIM { $ssim }.
marking-lostPalette = La imagen tenía una paleta o menos de 8 bits por color; la copia tiene 8 bits por color.
marking-lostInterlacing = La imagen estaba entrelazada; la copia no.
marking-lostArithmeticCoding = La imagen usaba codificación aritmética; la copia usa codificación de Huffman.
marking-droppedCredential = La credencial del original no está en la copia: no vale para otros píxeles.

## Recovered credentials, in detail.

heading-recovered = Recuperado
recovering-from = de { $registry }: manifiesto { $manifest }
recovering-signer = emitido por { $signer } ({ $state })
recovering-similarity = el { $percent } por ciento de lo comparado tiene el aspecto con que se firmó
recovering-region = cambiado: { $width } por { $height } por ciento de la imagen, a { $left } por ciento de la izquierda y { $top } por ciento de arriba
recovering-mapWritten = La imagen con sus regiones cambiadas es { $output }.

## Registries.

registering-added = Registrado, con el número { $number }.
registering-already = Ya estaba registrado, con el número { $number }.
registering-claim = { $number }, { $moment }: marca { $mark }, manifiesto { $label }
registering-tombstone = Revocado el { $moment }: { $reason }
registering-revokedNow = La credencial { $manifest } queda ahora revocada. A quien la encuentre se le dice.
registering-revokedBefore = La credencial { $manifest } ya estaba revocada; queda el primer motivo.
registering-exported = El registro está ahora en { $output }, firmado con la clave { $signer }. Comunique su huella, por otra vía, a quienes lo importen.
registering-imported = Firmado con la clave { $signer }. Nuevos: { $added }; ya conocidos: { $already }; revocados: { $revoked }.
registering-conflictKept = Varias credenciales reclaman la marca { $mark } ({ $manifests }); el registro se dejó como estaba.

## Publishing.

publishing-published = Publicado y registrado con el número { $number }.
publishing-before = Ya se había publicado, con el número { $number }; este es el archivo de entonces.
publishing-withoutMark = No lleva marca: { $reason }. Solo se puede volver a encontrar por su aspecto.
publishing-stripped = { $count ->
        [one] Se retiró un dato personal.
       *[other] Se retiraron { $count } datos personales.
    }
publishing-left = Datos personales que no se pudieron retirar: { $names }.

## Duties on content made by AI.

duty-notMet = El archivo no lleva lo que { $article } pide al contenido hecho por IA.
    .meaning = Algo en el archivo dice que una IA lo hizo o lo cambió, y las reglas por las que preguntó quieren que un archivo así lleve más de lo que lleva.
    .not = No significa que alguien incumpliera una regla: no se mira a quién obliga ni desde cuándo. No es asesoramiento jurídico.
    .next = Lea `spec/profiles.md` para saber qué tendría que llevar el archivo y pregunte a alguien que conozca el derecho.

heading-duties = Deberes
profile-line = { $article }: { $met }
profile-met = presente
profile-notMet = ausente
profile-notApplicable = no se aplica, nada dice que lo hiciera una IA
profile-cannotTell = no se puede saber desde fuera
profile-unverified = (no se leyó el texto de la propia regla)
profile-none = Las reglas por las que se preguntó se refieren a contenido hecho por IA; nada dice que una IA hiciera este.

## What a pipeline did to a file.

passage-pixelsAlike = Las imágenes se ven iguales.
passage-pixelsDifferent = Las imágenes se ven distintas.
passage-pixelsUnknown = Las imágenes no se pudieron comparar por su aspecto.
passage-item = { $kind }, { $name }: { $outcome }
passage-counts = { $kind }: { $kept } conservados, { $altered } alterados, { $stripped } retirados, { $added } añadidos
passage-duty = Algunas reglas piden a las plataformas que no retiren lo que dice de dónde viene un contenido: BPC § 22757.3.1 (California); Code of Practice, 1.2 (Unión Europea, no se leyó el texto de la propia regla). No es asesoramiento jurídico.
outcome-kept = conservado
outcome-altered = alterado
outcome-stripped = retirado
outcome-added = añadido
