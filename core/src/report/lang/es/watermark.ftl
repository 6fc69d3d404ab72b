# Español.

## Marks in the pixels.

watermark-found = Los píxeles llevan la marca { $payload }, escrita con la clave { $key }. Por azar, esto ocurre con una probabilidad de { $chance } como máximo.
    .meaning = Alguien que tiene la clave escribió este número en la imagen. Puede que un registro sepa a qué credencial remite.
    .not = No dice quién lo escribió ni que se escribiera para esta imagen: las marcas se pueden copiar de una imagen a otra, y todo el mundo tiene la clave pública.
    .next = Busque el número: `hallmark recover FILE --registry FILE`.

watermark-damaged = Los píxeles llevan una marca, escrita con la clave { $key }, cuyo número no se puede leer. Por azar, esto ocurre con una probabilidad de { $chance } como máximo.
    .meaning = La imagen se marcó y después se cambió tanto que el número se perdió.
    .not = No significa que alguien quisiera quitar la marca; también lo hacen las copias pequeñas y la compresión fuerte.
    .next = Busque una copia de la imagen más grande o mejor.

watermark-open = Los píxeles llevan la marca pública { $scheme } de un generador de imágenes. Por azar, esto ocurre con una probabilidad de { $chance } como máximo.
    .meaning = Los programas que generan imágenes escriben esta marca, que es la misma en todas.
    .not = No muestra que un generador hiciera la imagen: todo el mundo puede escribir esta marca en cualquier imagen.
    .next = Pregunte de dónde viene la imagen.

watermark-several = Los píxeles llevan marcas distintas.
    .meaning = Se leyó más de una marca, y no llevan el mismo número.
    .not = No dice cuál fue la primera ni que una sea incorrecta: las imágenes se marcan de nuevo cuando se publican de nuevo, y partes de imágenes marcadas acaban en una sola.
    .next = Busque cada número y compare la imagen con aquello para lo que se emitió cada credencial.

## Credentials recovered from a registry.

recovery-found = Se recuperó una credencial de { $registry }: la emitió «{ $issuer }», y la imagen sigue teniendo el aspecto con que se firmó. Está recuperada, no intacta: esta copia es otro archivo que el que se firmó.
    .meaning = El archivo había perdido su credencial. Una marca o el aspecto de la imagen llevó a ella, su firma se comprobó como siempre, y la descripción firmada de la imagen encaja con los píxeles examinados.
    .not = No significa que no se cambiara ningún detalle: la descripción ve cambios de unas dos centésimas de la imagen o más.
    .next = Lea quién la firmó y qué dice sobre el origen de la imagen.

recovery-changed = Se recuperó una credencial de { $registry }: la emitió «{ $issuer }», y desde entonces la imagen se cambió en { $count } lugar o lugares. Está recuperada, no intacta.
    .meaning = Es la imagen que se firmó, pero partes de ella se ven distintas de lo que cubre la firma. El informe nombra esas partes y `hallmark recover --map` las dibuja.
    .not = No dice qué había ahí ni que el cambio quisiera engañar: los pies, logotipos y caras difuminadas también son cambios.
    .next = Mire las partes nombradas y pida la imagen a quien la publicó para comparar.

recovery-uncompared = Se recuperó una credencial de { $registry }: la emitió «{ $issuer }». No se pudo comparar si esta sigue siendo la imagen que se firmó.
    .meaning = Una marca llevó a la credencial, que no contiene una descripción de la imagen con la que comparar.
    .not = No muestra que la imagen sea aquella para la que se emitió la credencial: las marcas se pueden copiar.
    .next = Pida la imagen a quien la publicó y compárela usted.

recovery-otherPicture = La marca remite a otra imagen: la credencial que { $registry } tiene para ella no se emitió para lo que aquí se ve.
    .meaning = Puede que alguien copiara la marca de una imagen en otra. La descripción firmada de la imagen no encaja con los píxeles examinados.
    .not = No dice nada del origen de esta imagen, ni nada contra la imagen a la que pertenece la marca.
    .next = No se fíe de la marca y busque otro rastro del origen de la imagen.

recovery-manifestFails = La credencial que { $registry } tiene para esta imagen no es válida: { $code }.
    .meaning = Un registro nombra una credencial para la marca o el aspecto de esta imagen, pero su firma o su contenido no pasa las comprobaciones.
    .not = No dice que la imagen sea incorrecta; no se sigue nada sobre ella.
    .next = Avise a quien lleva el registro.

recovery-notNamed = El registro { $registry } nombra para esta marca una credencial que no nombra la marca.
    .meaning = El vínculo entre marca y credencial es solo palabra del registro; nadie lo firmó.
    .not = No significa que no vayan juntas.
    .next = Pregunte al emisor de la credencial.

recovery-unknownMark = Ningún registro consultado conoce la marca { $payload }.
    .meaning = La imagen lleva una marca, y su número no está en ninguno de los registros dados.
    .not = No significa que la marca sea incorrecta; puede que quien la publicó lleve otro registro.
    .next = Pida el registro de quien la publicó y nómbrelo con --registry.

recovery-nothing = Ningún registro consultado tiene una credencial para una imagen que se parezca a esta.
    .meaning = La imagen no lleva ninguna marca legible, y ninguna imagen registrada se le parece.
    .not = No significa que nunca hubiera una credencial.
    .next = Busque una copia más grande o mejor, o pida otros registros.

contradiction-binding-mark-differs = La credencial nombra la marca { $first }; la imagen lleva la marca { $second }.
    .meaning = Una credencial se vincula a una marca en los píxeles. La marca que se leyó en esta imagen es otra, y por eso lleva a otra credencial.
    .not = No dice cuál de las dos pertenece a la imagen: una imagen se puede marcar de nuevo, y una marca se puede copiar de otra imagen.
    .next = Pregunte a quien firmó cuál es su marca y busque la credencial de la otra en el registro de quien la publicó.

contradiction-credential-mark-differs = El archivo lleva la credencial { $first }, y su marca remite a otra, { $second }.
    .meaning = Alguien firmó una imagen que ya se había publicado y marcado, y la nueva credencial no lo dice.
    .not = No dice quién tiene razón; ambas firmas son válidas.
    .next = Lea ambas credenciales y sus fechas.
