# Español.

## What was not looked at.

notChecked-revocation = No se consultó si un certificado se revocó; hallmark no usa la red.
    .meaning = Las autoridades de certificación revocan certificados, por ejemplo tras un robo. Solo ellas pueden decirlo.
    .not = No significa que el certificado se revocara ni que no se revocara.
    .next = Si de ello depende mucho, pregunte a la autoridad de certificación.

notChecked-closedMarks = No se buscaron marcas que solo sus autores pueden leer (SynthID, Digimarc).
    .meaning = Algunas empresas ocultan marcas en las imágenes y se reservan el medio de leerlas.
    .not = No significa que la imagen lleve una marca así ni que no la lleve.
    .next = Si de ello depende mucho, pregunte a sus autores; algunos ofrecen un servicio.

notChecked-watermark = No se buscaron marcas de agua en los píxeles.
    .meaning = La búsqueda se dejó fuera a petición, o el archivo no se pudo leer en absoluto.
    .not = No significa que la imagen lleve una marca de agua ni que no la lleve.
    .next = Ejecute `hallmark check` sin --only ni --no-pixels, si espera alguna.

notChecked-parent = La imagen no se comparó con el archivo que usted indicó como su origen: { $detail }.
    .meaning = Ese archivo no contiene ninguna imagen que hallmark pueda decodificar.
    .not = No significa que los dos difieran ni que no.
    .next = Indique una copia del origen en JPEG, PNG, WebP, TIFF o GIF.

notChecked-parentPixels = Las imágenes no se compararon con el archivo que usted indicó como su origen: no se miraron los píxeles.
    .meaning = Los píxeles se dejaron fuera a petición (--no-pixels o --only). Lo que no los necesita, los idiomas de las pistas, sí se cotejó con el origen.
    .not = No significa que los dos difieran ni que no.
    .next = Ejecute `hallmark check` sin --no-pixels; --only debe pedir fingerprint.

notChecked-pixels-format = No se miraron los píxeles: hallmark no descodifica { $format }.
    .meaning = Se leen las credenciales y etiquetas de este formato; las marcas en los píxeles, no.
    .not = No significa que haya marcas ni que no las haya.
    .next = Convierta la imagen a PNG con un programa de su confianza y busque marcas en esa copia.

notChecked-pixels-limit = No se miraron los píxeles: una imagen de { $size } supera el límite.
    .meaning = Descodificarla tomaría más memoria de la que puede usar una imagen.
    .not = No significa que haya algo incorrecto en el archivo.
    .next = Suba --max-pixels, si se fía del origen del archivo.

notChecked-pixels-unreadable = No se miraron los píxeles: no se pueden descodificar.
    .meaning = El archivo empieza como una imagen, pero sus píxeles están dañados o son de una clase rara.
    .not = No significa que alguien lo dañara a propósito.
    .next = Consiga otra vez el archivo o ábralo en otro programa.

notChecked-pixels-few = No se buscaron marcas de agua: una imagen de { $size } con tan pocos píxeles o colores no puede llevar ninguna.
    .meaning = Una marca necesita al menos 64 píxeles por lado y más de dos colores.
    .not = No significa que una copia más grande no lleve ninguna.
    .next = Busque una copia más grande.

notChecked-pixels-time = La búsqueda de marcas de agua se detuvo: la imagen tardaba demasiado.
    .meaning = El tiempo para un archivo se agotó antes de llegar a una respuesta.
    .not = No significa que la imagen lleve una marca ni que no la lleve.
    .next = Suba --deadline y compruebe este archivo otra vez.

notChecked-comparison = No se comparó si la imagen sigue siendo la que se firmó.
    .meaning = La credencial recuperada no contiene descripción de la imagen, o se tiene demasiado poco de la imagen firmada.
    .not = No significa que la imagen se cambiara ni que no se cambiara.
    .next = Pida la imagen a quien la publicó y compárela usted.

notChecked-openMarks = Las marcas públicas de los generadores de imágenes no se pudieron buscar en esta clase de imagen.
    .meaning = Tales marcas solo sobreviven en imágenes en color de tamaño medio guardadas sin pérdida o casi.
    .not = No dice si alguna vez hubo una marca.
    .next = Busque la imagen como se publicó primero.

notChecked-remoteManifest = Las credenciales que están en otro lugar no se descargaron; hallmark no usa la red.
    .meaning = El archivo nombra un lugar donde estarían sus credenciales.
    .not = No significa que haya credenciales en ese lugar ni qué dicen.
    .next = Descárguelas usted, si acepta que el dueño del lugar lo sepa, y póngalas junto al archivo con la terminación .c2pa.

notChecked-identity = No se consultó una identidad que solo un servicio en línea puede confirmar.
    .meaning = Alguien puso su nombre en este archivo mediante un servicio de la red, al que hallmark no pregunta.
    .not = No significa que el nombre sea correcto ni que sea incorrecto.
    .next = Pregunte al servicio nombrado en la credencial, si el nombre le importa.

notChecked-softBinding = La credencial nombra «{ $value }», que no se buscó.
    .meaning = Quienes firman pueden poner en un archivo marcas de otros proveedores, o guardar sus huellas, y nombrarlas en la credencial. hallmark las conoce de nombre; la mayoría solo las puede leer su proveedor.
    .not = No significa que la marca esté ahí ni que no esté.
    .next = Si una copia ha perdido su credencial y de ello depende mucho, pregunte al proveedor; algunos ofrecen un servicio.

notChecked-metadata = No se leen los metadatos de este formato.
    .meaning = hallmark lee las credenciales de este formato, pero no sus pies, fechas ni etiquetas.
    .not = No significa que haya etiquetas ni que no las haya.
    .next = Use un visor de metadatos, si una etiqueta le importa.
