# Español.

## Registries.

registry-id-conflict = Más de una credencial reclama esta marca.
    .meaning = El número de la marca de la imagen está registrado para varios manifiestos, así que la marca sola no dice cuál pertenece a la imagen.
    .not = No significa que uno de ellos esté falsificado; un número se puede registrar dos veces por error.
    .next = Compare la imagen con cada uno de ellos y avise a quienes llevan los registros.

registry-revoked = La credencial encontrada se revocó.
    .meaning = Quien lleva el registro puso una lápida a este manifiesto: ya no conviene fiarse de él.
    .not = No significa que la firma esté rota ni que la imagen sea incorrecta; el motivo dado dice más.
    .next = Lea el motivo y pida a quien publicó la credencial actual.

registry-version-unknown = El registro o lote lo hizo una versión más nueva.
    .meaning = Su versión es superior a las que conoce este programa, así que no se leyó.
    .not = No dice nada de lo que contiene.
    .next = Actualice hallmark o pida un archivo en la versión anterior.

registry-damaged = El registro está dañado.
    .meaning = Algo en el archivo del registro contradice otra cosa, por ejemplo un manifiesto y su huella.
    .not = No dice nada de las imágenes registradas en él.
    .next = Restaure el archivo desde una copia o importe su último lote en un registro nuevo.

registry-unavailable = El registro no se pudo consultar.
    .meaning = El archivo falta, está bloqueado, no es un registro o no se puede leer o escribir.
    .not = No significa que no haya nada registrado para la imagen.
    .next = Compruebe la ruta y sus permisos y repita la orden.

registry-bundle-changed = El lote se modificó después de firmarse; no se tomó nada de él.
    .meaning = La firma no encaja con los bytes: al menos un byte se alteró, se cortó o se añadió.
    .not = No significa que alguien lo hiciera a propósito; también lo hacen las copias interrumpidas.
    .next = Consiga otra vez el lote de quien lo publicó y compare la longitud.

registry-bundle-malformed = No es un lote de un registro; no se tomó nada de él.
    .meaning = El archivo no empieza como un lote, o lo que está firmado en él no está dispuesto como un registro.
    .not = No significa que el archivo sea dañino.
    .next = Compruebe que es el archivo que quería.

registry-bundle-signerUnknown = El lote está firmado con otra clave que la pedida; no se tomó nada de él.
    .meaning = Su firma es válida, pero se hizo con una clave cuya huella difiere de la dada.
    .not = No significa que el lote esté falsificado; los editores cambian de clave.
    .next = Pida a quien publica, por otra vía, la huella de la clave actual.
