# Español.

## Labels.

label-digitalSourceType-unknown = El archivo declara un tipo de fuente que el vocabulario no conoce.
    .meaning = La lista IPTC de tipos de fuente digital no tiene esa entrada; puede estar mal escrita o ser más nueva que esta versión.
    .not = No dice cómo se hizo la imagen.
    .next = Lea el valor en el informe y actualice hallmark.

label-aigc-malformed = La etiqueta AIGC de este archivo incumple una regla de su norma: «{ $detail }».
    .meaning = El archivo tiene una etiqueta de la norma china GB 45438, pero su contenido está incompleto, desordenado o no se puede leer.
    .not = No significa que no haya etiqueta ni que alguien la manipulara; muchos programas la escriben mal.
    .next = Lea la etiqueta en el informe y pregunte a quien publicó el archivo cómo se hizo.

label-aigc-duplicate = El archivo tiene { $count } etiquetas AIGC; la norma permite una.
    .meaning = Varios programas, o uno en varios lugares, escribieron una etiqueta de la norma china GB 45438.
    .not = No significa que las etiquetas se contradigan.
    .next = Compare las etiquetas en el informe.

label-aigc-signature-holds = La etiqueta AIGC está firmada, con una clave adjunta.
    .meaning = Los tres campos sobre el productor van juntos y no han cambiado desde que alguien los firmó.
    .not = No dice quién firmó: cualquiera puede hacer una clave así.
    .next = Pregunte al productor que nombra la etiqueta si la clave es suya.

label-aigc-signature-pinned = La etiqueta AIGC está firmada con la clave de un productor conocido.
    .meaning = Los tres campos sobre el productor no han cambiado desde que el titular de esa clave los firmó.
    .not = No cubre la imagen: la etiqueta se puede copiar a otro archivo.
    .next = Compare el identificador de la etiqueta con lo que el productor dice de él.

label-aigc-signature-mismatch = La firma de la etiqueta AIGC no es válida.
    .meaning = Los campos sobre el productor cambiaron después de la firma, o la firma pertenece a otra etiqueta.
    .not = No dice nada de la imagen y no significa que la etiqueta sea incorrecta.
    .next = Consiga el archivo como lo publicó el productor y compruebe ese.

label-aigc-signature-unreadable = La etiqueta AIGC tiene una firma de una clase que aquí no se puede leer.
    .meaning = Su algoritmo, su clave o lo que cubre no es ninguno de los que describe la guía de práctica.
    .not = No significa que la firma falle.
    .next = Pregunte al productor que nombra la etiqueta.

label-novelai-signature-holds = La firma de NovelAI sobre los píxeles y los datos de generación es válida.
    .meaning = Píxeles y comentario son exactamente como los firmó el titular de la clave de NovelAI.
    .not = No dice quién pidió la imagen.
    .next = Indique que se hizo con NovelAI; cualquiera puede volver a comprobar la firma.

label-novelai-signature-mismatch = El archivo tiene una firma de NovelAI que no es válida.
    .meaning = Los píxeles o el comentario cambiaron después de la firma, o la firma se tomó de otra imagen.
    .not = No significa que la imagen no se hiciera con NovelAI: basta con volver a guardarla.
    .next = Busque el archivo como se publicó primero.

contradiction-labels-disagree = El archivo dice dos cosas distintas de sí mismo: «{ $first }» y «{ $second }».
    .meaning = Dos etiquetas del mismo archivo declaran tipos de fuente distintos, por ejemplo una cámara y un generador.
    .not = No dice cuál de las dos es correcta; los programas suelen conservar una etiqueta vieja al editar.
    .next = Pregunte a quien editó el archivo por última vez y no dé ninguna de las dos etiquetas por hecho.

contradiction-credential-captured-label-generated = La credencial dice que una cámara tomó esta imagen; una etiqueta del archivo dice que la hizo una IA.
    .meaning = La credencial firmada y una etiqueta sin firmar se contradicen.
    .not = No dice cuál de las dos es correcta. La etiqueta es más fácil de falsificar.
    .next = Pregunte a quien firmó y mire qué no cubre la firma.

contradiction-credential-captured-mark-generated = La credencial dice que una cámara tomó esta imagen; sus píxeles llevan la marca pública de un generador.
    .meaning = La credencial firmada y una marca de agua que cualquiera puede escribir se contradicen.
    .not = No dice que la imagen se generara: una marca así se puede estampar en una fotografía para que parezca generada.
    .next = No se fíe de ninguna de las dos por sí sola. Pida a quien firmó la imagen como la guardó la cámara y compare.

contradiction-credential-removed = Los metadatos remiten a una credencial dentro de este archivo, y no hay ninguna.
    .meaning = El archivo llevaba Content Credentials. Un programa que lo guardó o envió las quitó y dejó la remisión.
    .not = No significa que alguien quisiera ocultar algo; la mayoría de los programas y plataformas las quitan sin que nadie lo pida.
    .next = Busque una copia anterior, más cercana a donde se publicó primero la imagen.

contradiction-label-partial = Los metadatos nombran un sistema de IA, «{ $value }», pero no dicen qué hizo.
    .meaning = Falta, junto a los detalles, la etiqueta que dice cómo se hizo la imagen; nunca se escribió o se quitó.
    .not = No dice si una IA hizo la imagen, la cambió o solo la describió.
    .next = Pregunte a quien editó el archivo por última vez o busque una copia anterior.

contradiction-dates-disordered = Las fechas de este archivo están desordenadas: «{ $first }» es posterior a «{ $second }».
    .meaning = Se dice que la imagen se captó, o se trabajó, después de un momento en que ya estaba terminada.
    .not = No significa que alguien falsificara una fecha; los relojes de las cámaras suelen estar mal.
    .next = Fíese del sello de tiempo, si lo hay, y de nada más que el archivo diga sobre el tiempo.

contradiction-dimensions-differ = EXIF dice { $first } píxeles; la imagen tiene { $second }.
    .meaning = La forma de la imagen cambió después de escribirse sus datos EXIF: se cortó o se añadió algo, o la imagen se deformó.
    .not = No dice qué se cortó, si se cortó algo; recortar una imagen es corriente.
    .next = Busque una copia sin recortar.

contradiction-orientation-differs = EXIF y XMP dicen cosas distintas sobre cómo está girada la imagen: { $first } y { $second }.
    .meaning = Un programa giró la imagen y actualizó solo uno de los dos.
    .not = No significa que se cambiara nada más.
    .next = Mire la imagen en más de un programa antes de describir lo que muestra.

contradiction-thumbnail-differs = La copia pequeña en { $first } muestra otra imagen que el archivo, o más de ella.
    .meaning = Los archivos llevan copias pequeñas de su imagen, que los programas deberían renovar al cambiarla. Esta no se parece a la imagen.
    .not = No dice cuál de las dos fue la primera ni que alguien quisiera engañar; muchos programas recortan o sustituyen una imagen y olvidan la copia pequeña.
    .next = Mire ambas en el informe y pregunte a quien publicó el archivo qué se cambió. La copia pequeña puede mostrar lo que se cortó.

contradiction-aiEdit-unseen = Se declara que una IA editó esta imagen, y no se ve ninguna diferencia con su origen.
    .meaning = La imagen se comparó con aquella a partir de la cual se hizo. Aparte del tamaño, la compresión y el brillo, ambas se ven iguales.
    .not = No significa que no se editara nada: un cambio puede ser más pequeño de lo que la comparación distingue, sobre todo si del origen solo había una copia pequeña.
    .next = Compare con el origen mismo: hallmark check ARCHIVO --parent ORIGEN. Pregunte a quien firmó qué se editó.

contradiction-step-undeclared = Esta imagen difiere de su origen, y ningún paso declarado lo explica.
    .meaning = La credencial dice que la imagen se abrió y, como mucho, se codificó, se escaló o se giró. Se comparó con aquella a partir de la cual se hizo, y fue cambiada, recortada o sustituida.
    .not = No dice qué se cambió ni que alguien quisiera engañar; los programas olvidan declarar pasos. Una copia pequeña del origen es un indicio débil.
    .next = Mire ambas imágenes. Compare con el origen mismo: hallmark check ARCHIVO --parent ORIGEN. Pregunte a quien firmó qué ocurrió entre medias.

contradiction-language-differs = Una pista está en el idioma «{ $second }», y el origen tiene «{ $first }»; ningún paso declarado lo explica.
    .meaning = El archivo se hizo a partir de otro cuyas pistas están en otro idioma. La credencial no nombra ningún doblaje ni ninguna traducción.
    .not = No significa que el sonido no sea lo que se dijo: muchos programas escriben un idioma que nadie eligió.
    .next = Escuche ambos y pregunte a quien firmó si el archivo se dobló o se tradujo.
