# Español.

## C2PA: the content and its binding to the credential.

assertion-dataHash-match = El contenido es, byte por byte, lo que se firmó.
    .meaning = Los bytes del archivo, salvo los que la firma deja fuera, dan la misma suma de control que cuando se emitió la credencial.
    .not = No significa que ocurriera lo que muestra la imagen ni que se pueda confiar en quien firmó.
    .next = Mire quién firmó y qué deja fuera la firma.

assertion-dataHash-mismatch = El contenido no es lo que se firmó.
    .meaning = Los bytes del archivo dan otra suma de control que la de la credencial: algo cambió después de emitirse.
    .not = No dice qué cambió ni quién lo hizo. Basta con volver a guardar una imagen, cambiar su tamaño o editar su pie.
    .next = Busque la versión que publicó el emisor y compare ambas.

assertion-dataHash-malformed = La parte de la credencial que la une al contenido incumple sus reglas.
    .meaning = La suma de control está escrita de un modo que no se puede seguir, así que el contenido no se puede comparar.
    .not = No dice si el contenido cambió.
    .next = Pida el archivo al emisor; puede que su programa haya escrito una credencial defectuosa.

assertion-dataHash-additionalExclusionsPresent = La firma deja fuera más del archivo que su propio lugar.
    .meaning = La credencial nombra otras partes del archivo que pueden cambiar sin romper la firma.
    .not = No significa que esas partes se hayan cambiado.
    .next = Mire los tramos indicados como no cubiertos antes de fiarse de lo que hay en ellos, como una fecha o un lugar.

assertion-bmffHash-match = El contenido es, parte por parte, lo que se firmó.
    .meaning = Las partes de este archivo de vídeo, audio o HEIF dan la misma suma de control que cuando se emitió la credencial.
    .not = No significa que ocurriera lo que se muestra ni que se pueda confiar en quien firmó.
    .next = Mire quién firmó y qué deja fuera la firma.

assertion-bmffHash-mismatch = El contenido no es lo que se firmó.
    .meaning = Las partes de este archivo de vídeo, audio o HEIF dan otra suma de control que la de la credencial.
    .not = No dice qué cambió ni quién lo hizo. Basta con convertir o acortar un archivo.
    .next = Busque la versión que publicó el emisor y compare ambas.

assertion-bmffHash-malformed = La parte de la credencial que la une al contenido incumple sus reglas.
    .meaning = La suma de control está escrita de un modo que no se puede seguir, así que el contenido no se puede comparar.
    .not = No dice si el contenido cambió.
    .next = Pida el archivo al emisor; puede que su programa haya escrito una credencial defectuosa.

assertion-boxesHash-match = El contenido es, parte por parte, lo que se firmó.
    .meaning = Cada parte nombrada del archivo da la misma suma de control que cuando se emitió la credencial.
    .not = No significa que ocurriera lo que muestra la imagen ni que se pueda confiar en quien firmó.
    .next = Mire quién firmó.

assertion-boxesHash-mismatch = El contenido no es lo que se firmó.
    .meaning = Una parte nombrada del archivo da otra suma de control que la de la credencial.
    .not = No dice qué cambió ni quién lo hizo. Basta con volver a guardar una imagen.
    .next = Busque la versión que publicó el emisor y compare ambas.

assertion-boxesHash-malformed = La parte de la credencial que la une al contenido incumple sus reglas.
    .meaning = La lista de partes está escrita de un modo que no se puede seguir, así que el contenido no se puede comparar.
    .not = No dice si el contenido cambió.
    .next = Pida el archivo al emisor; puede que su programa haya escrito una credencial defectuosa.

assertion-boxesHash-unknownBox = El archivo contiene una parte que no estaba cuando se firmó.
    .meaning = La credencial enumera todas las partes del archivo, y una de ellas no está en esa lista.
    .not = No dice qué se añadió ni quién. Lo hacen los programas que añaden un pie o una vista previa.
    .next = Busque la versión que publicó el emisor y compare ambas.

assertion-collectionHash-match = Cada archivo de la colección es lo que se firmó.
    .meaning = Cada archivo de esta colección da la misma suma de control que cuando se emitió la credencial.
    .not = No significa que ocurriera lo que muestran los archivos ni que se pueda confiar en quien firmó.
    .next = Mire quién firmó.

assertion-collectionHash-mismatch = Un archivo de la colección no es lo que se firmó.
    .meaning = Al menos un archivo de esta colección cambió, llegó después o falta.
    .not = No dice qué cambió ni quién lo hizo.
    .next = Busque la colección que publicó el emisor y compare ambas.

assertion-collectionHash-malformed = La parte de la credencial que la une a la colección incumple sus reglas.
    .meaning = La lista de archivos está escrita de un modo que no se puede seguir, así que no se pueden comparar.
    .not = No dice si un archivo cambió.
    .next = Pida la colección al emisor; puede que su programa haya escrito una credencial defectuosa.

## C2PA: the structure of the credential.

claim-missing = A la credencial le falta su declaración.
    .meaning = La declaración (claim) es la parte que se firma. Sin ella no hay nada que verificar.
    .not = No dice nada de la imagen.
    .next = Busque otra copia del archivo, más cercana a su fuente.

claim-multiple = La credencial contiene más de una declaración.
    .meaning = Una credencial tiene exactamente una declaración; con dos, nadie puede decir cuál era la prevista.
    .not = No dice nada de la imagen.
    .next = Trate la credencial como ausente y busque otra copia.

claim-malformed = A la declaración le falta una entrada obligatoria o usa mal alguna.
    .meaning = La parte firmada de la credencial no sigue la especificación de C2PA.
    .not = No dice nada de la imagen. Los programas antiguos o caseros escriben declaraciones así.
    .next = Trate la credencial como ausente o pida al emisor que firme de nuevo con un programa actual.

claim-cbor-invalid = La declaración no se puede descodificar.
    .meaning = La parte firmada de la credencial está dañada o nunca se escribió bien.
    .not = No dice nada de la imagen.
    .next = Busque otra copia del archivo, más cercana a su fuente.

claim-hardBindings-missing = La credencial no está unida a ningún contenido.
    .meaning = Nada en la credencial dice a qué bytes pertenece; encajaría en cualquier archivo.
    .not = No dice nada de la imagen.
    .next = Trate la credencial como ausente.

assertion-missing = Falta una afirmación que la credencial nombra.
    .meaning = La declaración firmada enumera sus afirmaciones (assertions), y una de ellas se quitó o se perdió.
    .not = No dice quién la quitó ni por qué.
    .next = Busque otra copia del archivo. Una retirada lícita se anuncia en la propia credencial.

assertion-undeclared = La credencial contiene una afirmación que nunca se firmó.
    .meaning = En la credencial se puso una afirmación (assertion) que la declaración firmada no enumera.
    .not = No dice nada de la imagen.
    .next = No tenga en cuenta esa afirmación y trate la credencial como dañada.

assertion-multipleHardBindings = La credencial está unida al contenido más de una vez.
    .meaning = Una credencial tiene exactamente una suma de control de su contenido; con dos, un atacante podría elegir la que encaje.
    .not = No dice nada de la imagen.
    .next = Trate la credencial como dañada.

assertion-outsideManifest = Una afirmación está fuera de la credencial que la nombra.
    .meaning = Se tomó una afirmación (assertion) de otra credencial del mismo archivo.
    .not = No dice nada de la imagen.
    .next = Trate la credencial como dañada.

assertion-selfRedacted = La credencial retira una afirmación propia.
    .meaning = Las afirmaciones solo pueden retirarse (tacharse) de credenciales anteriores, nunca de la que lo hace.
    .not = No dice nada de la imagen.
    .next = Trate la credencial como dañada y avise al emisor.

assertion-notRedacted = Una afirmación que debía haberse retirado sigue ahí.
    .meaning = La credencial dice que una afirmación anterior se retiró (se tachó), pero no fue así.
    .not = No significa que la afirmación sea incorrecta.
    .next = Tenga cuidado con lo que dice esa afirmación: alguien no quería que se publicara.

assertion-inaccessible = No se pudo llegar a una afirmación de la credencial.
    .meaning = La credencial remite a una afirmación (assertion) que está en otro lugar. hallmark no usa la red.
    .not = No dice nada de la imagen.
    .next = Pida al emisor el archivo completo.

assertion-json-invalid = Una afirmación de la credencial no es JSON válido.
    .meaning = Una de las afirmaciones (assertions) está dañada o nunca se escribió bien.
    .not = No dice nada de la imagen.
    .next = Busque otra copia del archivo o avise al emisor.

assertion-cbor-invalid = Una afirmación de la credencial no es CBOR válido.
    .meaning = Una de las afirmaciones (assertions) está dañada o nunca se escribió bien.
    .not = No dice nada de la imagen.
    .next = Busque otra copia del archivo o avise al emisor.

assertion-hashedURI-match = Una afirmación de la credencial es lo que se firmó.
    .meaning = La afirmación (assertion) da la suma de control que la declaración firmada indica para ella.
    .not = No significa que la afirmación sea cierta, solo que quien firmó la hizo.
    .next = Mire quién firmó.

assertion-hashedURI-mismatch = Una afirmación de la credencial se alteró después de la firma.
    .meaning = Una afirmación (assertion) da otra suma de control que la que la declaración firmada indica para ella.
    .not = No dice nada de los píxeles; se refiere a lo que la credencial dice de ellos.
    .next = No se fíe de lo que dice la credencial. Busque la versión que publicó el emisor.

assertion-action-malformed = La lista de pasos de edición incumple sus reglas.
    .meaning = Una credencial dice qué se hizo con el contenido (creado, abierto, recortado). A esta lista le falta una entrada obligatoria o usa mal alguna.
    .not = No dice nada de los píxeles.
    .next = Trate el historial de edición como desconocido o pida al emisor que firme de nuevo con un programa actual.

assertion-action-ingredientMismatch = Un paso de edición remite a un archivo de origen que no está.
    .meaning = Un paso como «abierto» o «insertado» nombra una fuente (ingrediente) que la credencial no contiene.
    .not = No dice nada de los píxeles.
    .next = Trate el historial de edición como incompleto.

assertion-action-redactionMismatch = Un paso de edición anuncia una retirada que no ocurrió.
    .meaning = La lista de pasos dice que una afirmación se retiró (se tachó), pero la credencial no concuerda.
    .not = No dice nada de los píxeles.
    .next = Trate el historial de edición como poco fiable.

assertion-action-redacted = La lista de pasos de edición se quitó.
    .meaning = Las afirmaciones pueden retirarse (tacharse) de credenciales anteriores, pero nunca la lista de pasos de edición.
    .not = No dice cuáles fueron los pasos.
    .next = Pida la versión anterior del archivo.

assertion-ingredient-malformed = La entrada de un archivo de origen incumple sus reglas.
    .meaning = La credencial nombra una fuente (ingrediente) de un modo que no se puede seguir.
    .not = No dice nada de los píxeles.
    .next = Trate el historial anterior a este paso como desconocido.

assertion-timestamp-malformed = Una afirmación de sello de tiempo incumple sus reglas.
    .meaning = La credencial contiene un sello de tiempo añadido después, escrito de un modo que no se puede seguir.
    .not = No significa que la firma sea incorrecta.
    .next = Considere que ese sello de tiempo no respalda el momento de la firma.

assertion-metadata-disallowed = Una afirmación de metadatos usa entradas que no puede usar.
    .meaning = Los metadatos firmados solo pueden contener entradas de una lista fija, y esta va más allá.
    .not = No significa que las entradas sean incorrectas.
    .next = No se fíe de las entradas de más; avise al emisor.

manifest-inaccessible = No se pudo llegar a una credencial a la que esta remite.
    .meaning = El archivo remite a una credencial que está en otro lugar. hallmark no usa la red.
    .not = No dice nada de la imagen.
    .next = Pida al emisor el archivo completo.

manifest-multipleParents = La credencial nombra más de un origen.
    .meaning = Un archivo editado viene de exactamente un origen; con dos, su historial no se puede contar.
    .not = No dice nada de los píxeles.
    .next = Trate el historial anterior a este paso como desconocido.

manifest-update-invalid = Una actualización de la credencial contiene lo que una actualización no puede contener.
    .meaning = Una actualización puede añadir afirmaciones sin tocar el contenido. Esta va más allá.
    .not = No dice nada de los píxeles.
    .next = Trate la actualización como dañada; pida la versión anterior a ella.

manifest-update-wrongParents = Una actualización de la credencial no nombra exactamente un origen.
    .meaning = Una actualización amplía una sola credencial anterior y debe nombrarla.
    .not = No dice nada de los píxeles.
    .next = Trate la actualización como dañada; pida la versión anterior a ella.

manifest-compressed-invalid = Una credencial comprimida no se descomprime.
    .meaning = La credencial está guardada en forma comprimida y está dañada.
    .not = No dice nada de la imagen.
    .next = Busque otra copia del archivo, más cercana a su fuente.

general-error = La credencial no se pudo verificar hasta el final.
    .meaning = La verificación se detuvo en algo que no tiene código propio en la especificación de C2PA.
    .not = No dice nada de la imagen.
    .next = Lea el detalle en el mensaje y busque otra copia del archivo.

## C2PA: the signer.

claimSignature-validated = La firma es válida.
    .meaning = La credencial se firmó con la clave que nombra su certificado y no se ha alterado desde entonces.
    .not = No significa que quien firmó sea quien dice el certificado; para eso están las listas de confianza.
    .next = Mire si una lista de confianza responde por quien firmó.

claimSignature-missing = La credencial no lleva firma.
    .meaning = Nadie responde por lo que dice la credencial; cualquiera podría haberla escrito.
    .not = No dice nada de la imagen.
    .next = Trate la credencial como ausente.

claimSignature-mismatch = La firma no corresponde a la credencial.
    .meaning = La credencial se alteró después de la firma, o la firma se hizo con otra clave.
    .not = No dice nada de la imagen; se refiere a lo que se dice de ella.
    .next = No se fíe de lo que dice la credencial. Busque la versión que publicó el emisor.

claimSignature-insideValidity = Los certificados eran válidos en el momento que cuenta.
    .meaning = Los certificados de quien firmó ya regían y aún no habían caducado cuando se hizo la firma, o ahora si ningún sello de tiempo lo dice.
    .not = No significa que no se hayan revocado; esa es otra comprobación.
    .next = Mire si un sello de tiempo de confianza respalda el momento.

claimSignature-outsideValidity = Un certificado no era válido en el momento que cuenta.
    .meaning = El certificado de quien firmó, o uno por encima, aún no regía o había caducado en el momento de la firma, o ahora si ningún sello de tiempo lo dice.
    .not = No significa que el archivo se haya alterado. Un archivo viejo sin sello de tiempo acaba aquí.
    .next = Si sabe cuándo se firmó, compruebe de nuevo con `--at`; si no, pida al emisor una versión con sello de tiempo.

signingCredential-trusted = Su lista de confianza responde por quien firmó.
    .meaning = El certificado de quien firmó conduce a una autoridad de una lista que usted usa.
    .not = No significa que lo que dice quien firmó sea cierto; significa que se le puede pedir cuentas.
    .next = Mire el nombre de quien firmó y lo que dice del archivo.

signingCredential-untrusted = Ninguna lista de confianza en uso responde por quien firmó.
    .meaning = La firma es válida, pero el certificado de quien firmó no conduce a ninguna autoridad de una lista que usted use. Cualquiera puede hacer un certificado así.
    .not = No significa que quien firmó no sea honrado; aquí acaban los editores pequeños y los archivos de ensayo.
    .next = Si conoce a quien firmó, pídale su certificado y añádalo con `hallmark trust add FILE`.

signingCredential-invalid = El certificado de quien firmó incumple las reglas de los certificados.
    .meaning = La especificación de C2PA dice cómo debe ser un certificado de firma, y este difiere.
    .not = No dice nada de la imagen.
    .next = Ejecute `hallmark identity check FILE` sobre el certificado para ver la regla y avise al emisor.

signingCredential-expired = El certificado de quien firmó había caducado.
    .meaning = El certificado había pasado su fecha final en el momento que cuenta: el de la firma si lo dice un sello de tiempo de confianza, si no el de esta comprobación.
    .not = No significa que el archivo se haya alterado. Los archivos viejos sin sello de tiempo acaban aquí.
    .next = Si sabe cuándo se firmó, compruebe de nuevo con `--at`.

signingCredential-ocsp-revoked = El certificado de quien firmó se revocó.
    .meaning = La autoridad que emitió el certificado lo retiró (lo revocó), por ejemplo porque robaron la clave.
    .not = No dice que este archivo en concreto lo firmara un ladrón.
    .next = Trate la firma como sin valor salvo que el emisor confirme el archivo de otro modo.

signingCredential-ocsp-unknown = La autoridad no conoce el certificado de quien firmó.
    .meaning = Una respuesta guardada en el archivo dice que la autoridad nunca supo de este certificado.
    .not = No dice nada de la imagen.
    .next = Trate la firma como sin valor salvo que el emisor confirme el archivo de otro modo.

signingCredential-ocsp-notRevoked = Una respuesta guardada en el archivo dice que el certificado no se revocó.
    .meaning = Quien firmó adjuntó una declaración de la autoridad de certificación de más o menos el momento de la firma.
    .not = No significa que el certificado no se revocara después.
    .next = Nada, salvo que haya oído hablar de una clave robada.

signingCredential-ocsp-skipped = No se consultó si el certificado se revocó.
    .meaning = El archivo no contiene ninguna respuesta de la autoridad de certificación, y hallmark no usa la red para pedirla.
    .not = No significa que el certificado se revocara ni que no se revocara.
    .next = Si de ello depende mucho, pregunte a la autoridad de certificación.

signingCredential-ocsp-inaccessible = No se pudo llegar a la autoridad que podría decir si el certificado se revocó.
    .meaning = La pregunta no se pudo hacer; hallmark no usa la red.
    .not = No significa que el certificado se revocara ni que no se revocara.
    .next = Si de ello depende mucho, pregunte a la autoridad de certificación.

algorithm-unsupported = La credencial usa un algoritmo que C2PA no permite.
    .meaning = La firma o una suma de control se hizo de un modo que no está en la lista de algoritmos aceptados, así que no se tuvo en cuenta.
    .not = No dice nada de la imagen.
    .next = Pida al emisor que firme de nuevo con un programa actual.

algorithm-deprecated = La credencial usa un algoritmo que se está retirando.
    .meaning = El algoritmo era aceptable cuando se firmó el archivo y ya no se recomienda.
    .not = No significa que la firma esté rota.
    .next = Nada por hoy; prevea firmar sus propios archivos con un algoritmo actual.

## C2PA: the time of signing.

timeStamp-validated = Un sello de tiempo pertenece a esta firma y es válido.
    .meaning = Un servicio de sellado de tiempo confirmó que la firma existía en el momento que indica.
    .not = No dice cuándo se tomó la imagen, solo cuándo existía ya la firma.
    .next = Mire si una lista de confianza responde por el servicio.

timeStamp-trusted = Su lista de confianza responde por el servicio que indica el momento.
    .meaning = El momento de la firma lo respalda un servicio de una lista que usted usa.
    .not = No dice cuándo se tomó la imagen, solo cuándo existía ya la firma.
    .next = Nada.

timeStamp-untrusted = Ninguna lista de confianza en uso responde por el servicio que indica el momento.
    .meaning = El sello de tiempo es válido, pero su servicio no está en ninguna lista que usted use, así que el momento solo se afirma.
    .not = No significa que el momento sea incorrecto.
    .next = Si conoce el servicio, añada su certificado con `--tsa-trust`.

timeStamp-malformed = Un sello de tiempo no se puede leer.
    .meaning = La credencial contiene un sello de tiempo dañado o que nunca se escribió bien; no se tuvo en cuenta.
    .not = No significa que la firma sea incorrecta.
    .next = Trate el momento de la firma como desconocido.

timeStamp-mismatch = Un sello de tiempo pertenece a otra firma.
    .meaning = El sello de tiempo se hizo para otros bytes que esta firma; no se tuvo en cuenta.
    .not = No significa que la firma sea incorrecta, pero alguien pudo copiar el sello de tiempo.
    .next = Trate el momento de la firma como desconocido.

timeStamp-outsideValidity = El certificado del servicio de sellado de tiempo no era válido en el momento que indica.
    .meaning = El certificado del servicio aún no regía o había caducado cuando indicó el momento; el sello de tiempo no se tuvo en cuenta.
    .not = No significa que la firma sea incorrecta.
    .next = Trate el momento de la firma como desconocido.

## C2PA: the history.

ingredient-manifest-validated = La credencial de un archivo de origen es la prevista.
    .meaning = La credencial de una versión anterior está guardada en este archivo, sin cambios desde que se añadió.
    .not = No significa que se pueda confiar en quien firmó antes.
    .next = Mire el historial con `-v`.

ingredient-manifest-missing = Falta la credencial de un archivo de origen.
    .meaning = Este archivo dice que una versión anterior tenía una credencial, y esa credencial se quitó o se perdió.
    .not = No dice nada de los píxeles.
    .next = Trate el historial anterior a este paso como desconocido.

ingredient-manifest-mismatch = La credencial de un archivo de origen no es la prevista.
    .meaning = La credencial de una versión anterior se alteró o se cambió después de añadirse.
    .not = No dice nada de los píxeles de esta versión.
    .next = Trate el historial anterior a este paso como poco fiable.

ingredient-claimSignature-validated = La firma de la credencial de un archivo de origen es la prevista.
    .meaning = La firma de una versión anterior está guardada en este archivo, sin cambios desde que se añadió.
    .not = No significa que se pueda confiar en quien firmó antes.
    .next = Mire el historial con `-v`.

ingredient-claimSignature-missing = Falta la firma de la credencial de un archivo de origen.
    .meaning = Este archivo dice que una versión anterior estaba firmada, y esa firma se quitó o se perdió.
    .not = No dice nada de los píxeles.
    .next = Trate el historial anterior a este paso como desconocido.

ingredient-claimSignature-mismatch = La firma de la credencial de un archivo de origen no es la prevista.
    .meaning = La firma de una versión anterior se cambió después de añadirse.
    .not = No dice nada de los píxeles de esta versión.
    .next = Trate el historial anterior a este paso como poco fiable.

ingredient-unknownProvenance = Un archivo de origen llegó sin credenciales.
    .meaning = En este archivo entró algo cuyo origen nadie firmó. Es lo habitual.
    .not = No es motivo de sospecha.
    .next = Si esa fuente le importa, pregunte al emisor de dónde vino.

## Audits of hallmark on the credential.

credential-exclusion-excess = Hay bytes que pertenecen al contenido y quedan fuera de la firma: { $what }.
    .meaning = Una firma debe dejar fuera su propio lugar en el archivo y nada más. Aquí deja fuera más, y lo que hay ahí se puede cambiar sin romperla.
    .not = No significa que esos bytes se hayan cambiado, pero nadie puede decirlo.
    .next = No se fíe del contenido. Busque la versión que publicó el emisor.

credential-metadata-notCovered = Hay metadatos que se pueden alterar sin romper la firma: { $what }, { $bytes } bytes.
    .meaning = Las fechas, lugares o pies guardados en esta parte del archivo quedan fuera de la firma.
    .not = No significa que se hayan alterado.
    .next = No se fíe de fechas ni lugares de esta parte; pídalos al emisor.

credential-padding-stuffed = Hay { $bytes } bytes ajenos en el espacio que la firma se reserva.
    .meaning = Un espacio que debería estar vacío contiene algo, hasta otra imagen entera que los programas pueden mostrar en lugar de la firmada.
    .not = No dice cuál de las dos imágenes vio usted.
    .next = No se fíe de este archivo. Busque la versión que publicó el emisor.

credential-transplanted = La credencial se hizo para otro archivo: { $reason }.
    .meaning = Lo que la credencial dice de su archivo (clase, tamaño, vista previa) no encaja con este archivo, como si se hubiera recortado de otro.
    .not = No dice nada de la imagen que usted ve; nadie firmó por ella.
    .next = Trate la imagen como una sin credenciales.

store-multiple = El archivo contiene más de un conjunto de credenciales.
    .meaning = Un archivo tiene como mucho un conjunto de credenciales (manifest store). Con varios, dos programas pueden contar dos historias distintas.
    .not = No dice cuál es el conjunto correcto.
    .next = Trate las credenciales como dañadas y busque la versión que publicó el emisor.

store-unexpectedPlace = Las credenciales están donde este formato no tiene lugar para ellas: { $reason }.
    .meaning = Las credenciales tienen un lugar fijo en el archivo. En otro lugar, unos programas las ven y otros no.
    .not = No significa que lo que dicen sea incorrecto.
    .next = Trate las credenciales como dañadas y busque la versión que publicó el emisor.

store-trailingBytes = Hay { $bytes } bytes después del final del contenido propio del archivo.
    .meaning = Se añadió algo detrás de la marca final, donde los visores no miran.
    .not = A menudo es inofensivo: algunas cámaras y teléfonos guardan ahí una segunda imagen o un vídeo corto.
    .next = Pregunte al emisor si su aparato añade esos datos.

credential-status-unrecognised = El verificador comunicó un estado que esta versión de hallmark no conoce: { $code }.
    .meaning = El programa C2PA dentro de hallmark dijo algo para lo que hallmark aún no tiene frase.
    .not = Por sí solo no dice nada a favor ni en contra del archivo.
    .next = Actualice hallmark y lea hasta entonces el detalle en el mensaje.

credential-verifiersDisagree = Dos comprobaciones independientes de la firma discrepan.
    .meaning = hallmark verifica cada firma dos veces, con programas distintos. Uno dice que es válida; el otro, que no.
    .not = No dice cuál de los dos tiene razón.
    .next = No se fíe de la firma y comunique el archivo como un defecto de hallmark.

store-malformed = Las credenciales no se pueden leer.
    .meaning = Hay credenciales, pero están demasiado dañadas para leerlas.
    .not = No dice nada de la imagen.
    .next = Busque otra copia del archivo, más cercana a su fuente.

credential-remote-notFetched = Las credenciales están en otro lugar, en «{ $url }», y no se descargaron.
    .meaning = El archivo solo dice dónde están sus credenciales. hallmark no usa la red, así que nombra el lugar y se detiene.
    .not = No significa que haya credenciales en ese lugar ni qué dicen. Visitarlo revela a su dueño que usted examina este archivo.
    .next = Si lo acepta, descargue usted las credenciales y póngalas junto al archivo con la terminación .c2pa.

credential-sidecar = Las credenciales vienen de un archivo situado junto a este.
    .meaning = Las credenciales no estaban dentro del archivo, sino en un archivo .c2pa del mismo nombre situado al lado.
    .not = No cambia nada de su valor.
    .next = Conserve los dos archivos juntos.

credential-sidecar-ignored = Hay un archivo .c2pa junto a este; se usaron las credenciales de dentro.
    .meaning = El archivo tiene credenciales propias, y esas son las que cuentan.
    .not = No significa que el archivo de al lado sea incorrecto.
    .next = Si quiere ver qué dice, compruebe el archivo .c2pa por separado.

## Certificates.

certificate-issuer-notAuthority = Un certificado lo emitió alguien que no puede emitir ninguno.
    .meaning = El certificado por encima del de quien firmó es corriente, no el de una autoridad. Quien tenga un certificado corriente pudo inventar el de quien firmó.
    .not = No significa que lo hiciera la organización nombrada; más bien lo contrario.
    .next = Trate el nombre de quien firmó como inventado.

certificate-pathLength-exceeded = Una autoridad de la cadena puede tener { $limit } autoridades más por debajo, y tiene { $count }.
    .meaning = El certificado de una autoridad dice cuántas más pueden seguir, y la cadena es más larga.
    .not = No dice nada de la imagen.
    .next = Trate el nombre de quien firmó como no confirmado y avise al emisor.

certificate-keyUsage-violated = Una clave se usó para algo que su certificado no permite.
    .meaning = Los certificados dicen para qué es su clave, como firmar archivos o emitir otros certificados. Esta se usó para otra cosa.
    .not = No dice nada de la imagen.
    .next = Trate el nombre de quien firmó como no confirmado y avise al emisor.

certificate-extendedKeyUsage-violated = Un certificado se emitió para otro fin.
    .meaning = Los certificados dicen su fin, como firmar medios, indicar la hora o servir un sitio web. Este no encaja con su uso.
    .not = No dice nada de la imagen.
    .next = Diga al emisor que necesita un certificado para firmar medios.

certificate-organization-missing = El certificado no nombra ninguna organización.
    .meaning = El certificado dice un nombre, pero no a qué organización pertenece.
    .not = No significa que la firma esté rota.
    .next = Pregunte a quien firmó quién es, si le importa.

certificate-expired-noTimeStamp = El certificado de quien firmó caducó el { $expired }, y ningún sello de tiempo de confianza muestra que firmara antes.
    .meaning = Sin sello de tiempo nadie puede decir si la firma se hizo mientras el certificado era válido.
    .not = No significa que el archivo se haya alterado; muchos archivos viejos y honrados acaban aquí.
    .next = Si sabe cuándo se firmó, compruebe de nuevo con `--at`; una lista `--tsa-trust` puede ayudar si hay un sello de tiempo.

certificate-expired-timeStamped = El certificado de quien firmó caducó el { $expired }; un sello de tiempo de confianza muestra que firmó el { $signed }, antes de eso.
    .meaning = El certificado ha pasado su fecha final, pero la firma se hizo a tiempo.
    .not = No es una debilidad de la firma.
    .next = Nada.

certificate-expired-legacyTimeStamp = El certificado de quien firmó caducó el { $expired }; un sello de tiempo de un servicio que no está en ninguna lista dice que firmó el { $signed }, antes de eso.
    .meaning = La credencial es de la primera versión de la norma, que no conocía lista de servicios de sellado de tiempo, así que el sello se acepta tal cual.
    .not = No significa que alguien elegido por usted responda por el momento de la firma.
    .next = Tome el momento de la firma como palabra de quien firmó o busque otra fuente.

certificate-notYetValid = El certificado de quien firmó no rige hasta el { $begins }.
    .meaning = En el momento que cuenta, el certificado aún no era válido.
    .not = No significa que el archivo se haya alterado; basta con un reloj mal ajustado.
    .next = Compruebe su `--at` y su reloj y después pregunte al emisor.

certificate-intermediate-missing = La cadena de certificados tiene un hueco: falta el certificado de «{ $issuer }».
    .meaning = Quien firmó debía adjuntar cada certificado hasta la autoridad de la lista, y omitió uno.
    .not = No significa que quien firmó sea desconocido para su lista; no se puede decir.
    .next = Pida al emisor el certificado que falta y añádalo a su lista de confianza.

certificate-signature-mismatch = Un certificado no lo emitió «{ $issuer }», aunque lo dice.
    .meaning = La firma de un certificado no corresponde a la clave de la autoridad que nombra.
    .not = No dice nada de la imagen.
    .next = Trate el nombre de quien firmó como inventado.

certificate-malformed = Un certificado no se puede leer.
    .meaning = Un certificado de la credencial está dañado o nunca se escribió bien.
    .not = No dice nada de la imagen.
    .next = Busque otra copia del archivo o avise al emisor.

certificate-profile-violated = El certificado incumple una regla de los certificados que firman medios.
    .meaning = La especificación de C2PA dice cómo deben ser los certificados para firmar medios, y este difiere en el punto nombrado.
    .not = No dice nada de la imagen.
    .next = Avise al emisor; `hallmark identity check FILE` enumera todas las reglas que incumple un certificado.

certificate-extension-critical = Un certificado exige algo que hallmark no entiende.
    .meaning = El certificado contiene una entrada marcada como de comprensión obligada. hallmark no la conoce y por tanto no puede fiarse del certificado.
    .not = No significa que la entrada sea dañina.
    .next = Avise al emisor o pida una versión de hallmark que conozca la entrada.

certificate-nameConstraints-violated = Una autoridad emitió un certificado para «{ $name }», un nombre para el que no puede emitir.
    .meaning = El certificado de una autoridad limita los nombres por los que puede responder, y el de quien firmó no está entre ellos.
    .not = No dice nada de la imagen.
    .next = Trate el nombre de quien firmó como no confirmado.

## Trust.

trust-list-absent = Todavía no tiene una lista de confianza; `hallmark trust add FILE` añade una.
    .meaning = Sin lista, hallmark puede decir que una firma es válida, pero no si quien firmó es quien dice ser.
    .not = No dice nada de quien firmó.
    .next = Consiga una lista de confianza, por ejemplo la lista pública de C2PA, y añádala con `hallmark trust add FILE`.

## The chain of sources.

ingredient-parent-missing = Se nombra la versión anterior «{ $title }», pero su credencial no está en el archivo.
    .meaning = Este archivo se hizo a partir de otro, y lo que se sabía de ese otro ya no está.
    .not = No dice nada de los píxeles de esta versión.
    .next = Pida al emisor la versión anterior.

ingredient-unsignedStep = Nadie firmó por la fuente «{ $title }».
    .meaning = En este archivo entró algo cuyo origen no está firmado. Es lo habitual.
    .not = No es motivo de sospecha.
    .next = Si esa fuente le importa, pregunte al emisor de dónde vino.

ingredient-time-disordered = Una versión anterior se firmó { $seconds } segundos después de la siguiente.
    .meaning = Una fuente debe existir antes de lo que se hace con ella; los momentos dicen otra cosa.
    .not = No dice cuál de los dos momentos es incorrecto; basta con un reloj mal ajustado.
    .next = Trate el orden del historial como desconocido.

ingredient-depth-limited = El historial tiene más de { $depth } pasos; el resto no se siguió.
    .meaning = hallmark se detiene en un número fijo de pasos, para que un archivo no pueda ocuparlo sin fin.
    .not = No significa que haya algo incorrecto en los pasos más antiguos.
    .next = Trate el historial anterior como desconocido.

ingredient-signingCredential-untrusted = Ninguna lista de confianza en uso responde por quien firmó una fuente.
    .meaning = Una versión anterior la firmó alguien que no está en ninguna lista que usted use.
    .not = No quita nada a quien firmó esta versión.
    .next = Si esa fuente le importa, mire quién la firmó con `-v`.

## Identities of people and organisations (CAWG).

cawg-identity-trusted = Su lista de confianza confirma la identidad de «{ $name }».
    .meaning = Además del programa emisor, una persona u organización puso su nombre en este archivo, y una lista que usted usa responde por ella.
    .not = No significa que lo que dice sea cierto; significa que se le puede pedir cuentas.
    .next = Nada.

cawg-identity-untrusted = «{ $name }» puso su nombre en este archivo; ninguna lista de confianza en uso responde por ese nombre.
    .meaning = La afirmación de identidad es válida, pero no conduce a ninguna autoridad de una lista que usted use.
    .not = No significa que el nombre sea inventado, y no cambia el estado de la credencial.
    .next = Si conoce a esa persona u organización, pídale su certificado y añádalo con `--cawg-trust`.

cawg-identity-invalid = Una afirmación de identidad de la credencial no es válida.
    .meaning = En este archivo se puso el nombre de alguien de un modo que no se puede confirmar.
    .not = No cambia el estado de la credencial, que se firmó con otra clave.
    .next = No atribuya el archivo a ese nombre.
