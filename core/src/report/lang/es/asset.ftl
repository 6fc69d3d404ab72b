# Español.
#
# The id of a message is the code of a finding with dots as dashes. Each has four parts: the
# sentence itself, what it means, what it does not mean, and what to do. Values that a sentence
# quotes come from files and certificates; they are shown between quotation marks.

## The asset.

asset-empty = El archivo está vacío.
    .meaning = El archivo no tiene ni un byte.
    .not = No significa que la imagen se borrara a propósito; las descargas fallidas y los discos llenos dejan archivos así.
    .next = Consiga otra vez el archivo de donde vino.

asset-malformed = La estructura del archivo está rota: { $what }.
    .meaning = El archivo empieza como un formato conocido, pero una parte no sigue las reglas de ese formato.
    .not = No significa que alguien lo manipulara; lo hacen las tarjetas dañadas y las transferencias interrumpidas.
    .next = Consiga otra vez el archivo, si es posible el original del aparato o de quien lo publicó primero.

asset-truncated = El archivo acaba antes de tiempo: { $what }.
    .meaning = La propia estructura del archivo promete más bytes de los que hay.
    .not = No significa que la parte que falta se cortara a propósito; así acaban las descargas interrumpidas.
    .next = Descargue o copie el archivo otra vez y compare su longitud.

asset-unsupported = No es un formato de medios que hallmark sepa examinar.
    .meaning = Los primeros bytes del archivo no pertenecen a ningún formato que hallmark lea.
    .not = No dice nada del contenido ni de sus credenciales.
    .next = Compruebe qué clase de archivo es. Si es una imagen, guarde el original en su propio formato en vez de convertirlo.

asset-unreadable = El archivo no se pudo leer.
    .meaning = El sistema operativo no entregó los bytes del archivo: falta, está protegido o falló el disco.
    .not = No dice nada del contenido.
    .next = Compruebe la ruta y su permiso de lectura y repita la comprobación.

asset-notRegularFile = Es una tubería, un dispositivo o un socket, no un archivo; no se abrió.
    .meaning = La ruta conduce a algo que nunca acaba o que actúa al leerse, así que hallmark no lo toca.
    .not = No dice nada de lo que se podría leer de ahí.
    .next = Guarde el contenido en un archivo ordinario y compruebe ese.

asset-extensionDiffers = El nombre acaba en «{ $extension }», pero el contenido es { $format }.
    .meaning = El nombre del archivo promete otro formato que el de sus bytes. hallmark se guía por los bytes.
    .not = No significa que haya algo incorrecto en el contenido; basta con cambiar el nombre de un archivo.
    .next = Pregunte dónde se renombró o convirtió el archivo, si le importa.

## Limits.

limit-deadline = Examinar este archivo llevó más que el plazo; se detuvo.
    .meaning = El archivo necesitaba más tiempo del que puede tomar un archivo, así que su examen se terminó y los demás siguieron.
    .not = No significa que el archivo sea dañino, solo que es muy grande o inusual; algunos archivos se hacen para causar esto.
    .next = Examínelo solo con un `--deadline` más largo, en una máquina que pueda estar ocupada.

limit-bytes = El archivo supera el límite; no se leyó.
    .meaning = El archivo tiene más bytes de los que permite `--max-bytes`.
    .not = No dice nada del contenido.
    .next = Suba `--max-bytes` si esperaba un archivo así.

limit-memory = Examinar este archivo necesitaba más memoria de la que puede tomar un archivo.
    .meaning = La estructura del archivo pide más memoria que su parte, así que su examen se terminó.
    .not = No significa que el archivo sea dañino; algunos archivos se hacen para causar esto.
    .next = Examínelo solo en una máquina con más memoria o consiga otra copia.

limit-structure = La estructura del archivo supera un límite: { $what } (como mucho { $limit }).
    .meaning = El archivo anida sus partes más hondo, o tiene más o mayores partes, que cualquier archivo corriente, y solo se leyó hasta ahí.
    .not = No significa que la parte leída sea incorrecta.
    .next = Trate el resultado como incompleto y consiga otra copia si puede.

internal-workerDied = El proceso que examinaba este archivo terminó sin respuesta.
    .meaning = Un proceso aparte examina cada archivo, para que uno peligroso no dañe nada más. Este terminó antes de tiempo.
    .not = No dice nada del contenido.
    .next = Examine el archivo solo. Si vuelve a ocurrir, comuníquelo como un defecto de hallmark.

internal-panic = hallmark tropezó con un defecto propio al examinar este archivo.
    .meaning = El programa encontró un caso que sus autores no previeron. Los demás archivos no se ven afectados.
    .not = No dice nada del contenido.
    .next = Comuníquelo como un defecto de hallmark, con el archivo si puede compartirlo.
