//! Spanish.

use super::Words;
use crate::channel::ChannelKind;
use crate::locale::Language;

pub(super) static WORDS: Words = Words {
    language: Language::Es,
    weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    short_weekdays: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
    months: [
        "enero | ene",
        "febrero | feb",
        "marzo | mar",
        "abril | abr",
        "mayo",
        "junio | jun",
        "julio | jul",
        "agosto | ago",
        "septiembre | setiembre | sept | sep",
        "octubre | oct",
        "noviembre | nov",
        "diciembre | dic",
    ],
    days: &[
        (0, "hoy | esta tarde | esta noche"),
        (1, "mañana | mañana por la mañana | mañana por la tarde"),
        (2, "pasado mañana"),
        (-1, "ayer"),
    ],
    numbers: &[
        (0, "cero"),
        (1, "un | uno | una | primero"),
        (2, "dos | un par de"),
        (3, "tres"),
        (4, "cuatro"),
        (5, "cinco"),
        (6, "seis"),
        (7, "siete"),
        (8, "ocho"),
        (9, "nueve"),
        (10, "diez"),
        (11, "once"),
        (12, "doce"),
        (13, "trece"),
        (14, "catorce"),
        (15, "quince"),
        (16, "dieciséis"),
        (17, "diecisiete"),
        (18, "dieciocho"),
        (19, "diecinueve"),
        (20, "veinte"),
        (21, "veintiuno | veintiún"),
        (22, "veintidós"),
        (23, "veintitrés"),
        (24, "veinticuatro"),
        (25, "veinticinco"),
        (26, "veintiséis"),
        (27, "veintisiete"),
        (28, "veintiocho"),
        (29, "veintinueve"),
        (30, "treinta"),
        (40, "cuarenta"),
        (50, "cincuenta"),
        (60, "sesenta"),
        (70, "setenta"),
        (80, "ochenta"),
        (90, "noventa"),
    ],
    units: ["día | días", "semana | semanas", "mes | meses", "año | años"],
    weekend: "fin de semana | finde | el fin de semana | este fin de semana | el finde",
    end_of: "fin de | a fin de | fines de | a fines de | finales de | a finales de | final de | fin del",
    within: "en | dentro de | de aquí a",
    from_now: "más tarde | a partir de hoy",
    next: "próximo | próxima | la próxima | el próximo | siguiente",
    next_after: "que viene | próximo | próxima | que entra | siguiente",
    week_later: "de la otra semana | de la semana siguiente | dentro de una semana",
    this: "este | esta",
    last: "pasado | pasada",
    on: "el | la | para el | para | antes del | antes de | a partir del | hacia el | el día | al | hasta el | del",
    of: "de | del",
    ordinal: "ro | er",
    every: "cada | todos los | todas las",
    recurring: "mensual | mensualmente | semanal | semanalmente | diario | una vez al mes | una vez por semana | regularmente",
    follow_up: "seguimiento | dar seguimiento | hacer seguimiento | volver a contactar | volver a llamar | volver a escribir | contactar | \
                contactarle | contactarla | recordar | recordarme | recuérdame | retomar | retomar contacto | retomar el contacto | \
                escribirle | llamarle | llamarla | llamarlo | avisar | avisarle | recontactar | llamar a | escribir a | reconectar | \
                insistir | recordatorio | volver a hablar | hablarle | le escribo | le llamo | la llamo | lo llamo",
    meet: "nos vemos | quedamos | quedamos en | escribo | llamo | llamar | llamada | escribir | reunión | reunirnos | quedar | café | comida | comer | cena | cenar | cita | demo | vernos | hablar | \
           visita | tomar un café | almuerzo | almorzar | videollamada | contactar",
    never: "sin seguimiento | no hacer seguimiento | no hace falta seguimiento | no dar seguimiento | nada de seguimiento | no seguir | \
            no contactar | no volver a contactar | ningún seguimiento | no necesita seguimiento | no requiere seguimiento | \
            sin recordatorio | no volver a llamar | no hay que hacer seguimiento",
    about_them: "su | sus | es | será | está de | boda | lanzamiento | vacaciones | de vacaciones | hasta | desde | viaja | se va | se muda | cumpleaños | \
                 sale | estrena | abre | empieza | llega | vuelve | regresa | nace | presenta | examen | conferencia | se casa | plazo | ella | \
                 termina | de baja | cambia",
    prefers: "prefiere | prefiero | mejor | mejor por | mejor en | mejor al | preferible | preferiblemente | preferiblemente por | de preferencia | \
              preferencia | localizable por | localizable en | solo | sólo | solo por | sólo por | solamente | únicamente | por favor por | usar | \
              usa | siempre por | contesta por | responde por | contactar por | lo mejor es | mejor el | mejor la | más fácil por | \
              ella prefiere | él prefiere | prefiere el | prefiere las | prefiere los",
    preferred: "mejor | por favor | porfa | preferido | preferida | preferible | de preferencia | solo | sólo | únicamente | es mejor | \
                si es posible | a ser posible | preferentemente | primero",
    refuses: "no | sin | nada de | nunca | nunca por | jamás | ni | no por | evita | evitar | odia | no usa | no le gusta | no le gustan | no quiere | \
              que no sea | menos | tampoco | no tiene | no lee",
    refused: "no gracias | jamás",
    over: "en vez de | en lugar de | antes que | y no | que",
    filler: "personal | oficina | trabajo | ok | por | en | el | la | los | las | un | una | al | a | de | del | su | mi | número | nº | es | vía | con | le | me | lo | cuenta | usuario | \
             mensaje | mensajes | ella | él | este | o al",
    and: "y | e | o | u | ni | también",
    after: "después de las | después de | a partir de las | a partir de | desde las | pasadas las | de",
    before: "antes de las | antes de | hasta las | a",
    between: "entre las | entre",
    hour: "h | horas | hrs",
    parts_of_day: &[
        (8, 12, "por la mañana | por las mañanas | mañanas | de mañana | en la mañana"),
        (12, 20, "por la tarde | por las tardes | tardes | en la tarde"),
        (20, 23, "por la noche | por las noches | noches"),
    ],
    channels: &[
        (ChannelKind::Email, "correo | correos | email | e-mail | mail | correo electrónico"),
        (
            ChannelKind::Phone,
            "teléfono | tel | tfno | tlf | llamada | llamadas | llamar | llamarle | fijo | llamadas telefónicas | una llamada",
        ),
        (ChannelKind::Sms, "sms | mensaje de texto | mensajes de texto | un sms"),
        (ChannelKind::WhatsApp, "whatsapp | wa | wasap | guasap | wsp | wapp | whats"),
    ],
    mobile: "móvil | celular | cel | mob | mov",
    extension: "ext | extensión",
    spoken: &[
        ('@', "arroba"),
        ('.', "punto"),
        ('-', "guion | guión | guion medio"),
        ('_', "guion bajo | guión bajo | subrayado"),
        ('+', "más"),
    ],
    met: "conocí a la | vi a la | vi al | hablé con la | hablé con el | conocí a | conocí al | conocí | he conocido a | he conocido al | acabo de conocer a | hablé con | he hablado con | hablé a | charlé con | \
          vi a | coincidí con | nuevo contacto | se llama | su nombre es | nombre | contacto | me presentaron a | estuve con | encontré a",
    met_at: "conocí en | conocido en | conocida en | visto en | vista en | la conocí en | lo conocí en | le conocí en | nos conocimos en | \
             coincidimos en | hablamos en | conocido en el | visto en el | vista en el | conocido en la | visto en la | vista en la | \
             coincidimos en el | durante | evento | en el evento",
    at: "en | en el | en la | en los | en las",
    works_at: "de | del | de la | en | trabaja en | trabaja para | trabaja con | empresa | compañía | ella trabaja en | él trabaja en | \
               fundador de | fundadora de | dirige | empleado en | organización",
    events: "feria | congreso | conferencia | foro | festival | salón | jornada | jornadas | seminario | taller | cumbre | encuentro | gala | cena | \
             exposición | expo | convención | simposio | meetup | hackathon | evento | mesa redonda | desayuno | bienal",
    orgs: "S.L. | S.A. | S.L.U. | S.A.S. | sl | sa | slu | cia | grupo | empresa | universidad | instituto | fundación | asociación | banco | taller | ayuntamiento | hospital | \
           laboratorio | laboratorios | agencia | escuela | colegio | editorial | ediciones | transportes | consultores | consultoría | estudio | \
           bufete | hermanos | asociados | ministerio | museo | cooperativa | films | clínica | logística",
    roles: "ilustrador | ilustradora | fotógrafo | fotógrafa | músico | traductor | traductora | psicólogo | psicóloga | dentista | farmacéutico | farmacéutica | empresario | empresaria | economista | panadero | panadera | jurista | director | directora | ingeniero | ingeniera | desarrollador | desarrolladora | programador | programadora | jefe de | jefa de | director de | directora de | ingeniero de | ingeniera de | técnico de | técnica de | gerente de | responsable de | encargado de | encargada de | coordinador de | coordinadora de |  jefe | \
            jefa | responsable | responsable de | ceo | cto | cfo | gerente | comercial | consultor | consultora | diseñador | diseñadora | \
            abogado | abogada | investigador | investigadora | profesor | profesora | fundador | fundadora | cofundador | cofundadora | \
            presidente | presidenta | arquitecto | arquitecta | periodista | autor | autora | comprador | compradora | asistente | médico | \
            médica | enfermero | enfermera | encargado | encargada | técnico | técnica | estudiante | contable | socio | socia | analista | \
            vendedor | vendedora | traductor | traductora | becario | becaria | artista | fotógrafo | fotógrafa | editor | editora | \
            autónomo | autónoma | doctorando | doctoranda | secretario | secretaria | coordinador | coordinadora | maestro | maestra | \
            propietario | dueño | dueña | alcalde | alcaldesa",
    subjects: "ella | su | ellos",
    promise_me: "quiere | quisiera | necesita | espera | pide | pidió | le debo | debo | enviar | enviarle | mandar | mandarle | le mando | le envío | \
                 tengo que enviarle | tengo que mandarle | hay que enviarle | hay que mandarle | hay que enviar | prometí | le prometí | \
                 compartir | pasarle | presentarle a | presentarle | reenviar | reenviarle | enseñarle | mostrarle | ella quiere | él quiere | \
                 le gustaría | interesado en | interesada en | le interesa | debo enviarle | quiere ver | le paso | prometido | me pidió | \
                 está esperando",
    promise_them: "me manda | me envía | me mandará | me enviará | me va a enviar | me va a mandar | me debe | ella me manda | él me manda | \
                   ella me envía | él me envía | me pasa | me pasará | quedó en enviarme | quedó en mandarme | me prometió | me presenta a | \
                   me presenta | me presentará a | me presta | me da | él me debe | ella me debe | ella me pasa | él me pasa",
    things: "diapositivas | slides | presentación | presupuesto | propuesta | contrato | enlace | informe | artículo | fotos | cv | currículum | \
             dossier | demo | precios | tarifas | factura | folleto | muestra | muestras | libro | oferta | vídeo | grabación",
    articles: "el | la | los | las | un | una | unos | unas | al | su | sus | mi | nuestro | nuestra",
    honorifics: "sr | sra | srta | señor | señora | señorita | don | doña | d | dña | dr | dra | doctor | doctora | prof | profesor | profesora | lic | ing",
    particles: "de | del | de la | de los | de las | la | y | e | el | san | santa",
    closings: "saludos | un saludo | saludos cordiales | un cordial saludo | cordialmente | atentamente | gracias | muchas gracias | hola | \
               buenos días | buenas tardes | un abrazo | abrazos | enviado desde mi iphone | muy atentamente | besos",
    talked: "hablamos de | habla de | hablando de | hablamos sobre | sobre | acerca de | tema | le gusta | le encanta | nota | charlamos de | \
             le interesan",
    common: "yo | tú | él | ella | nosotros | ellos | ellas | eso | esto | que | quien | donde | cuando | y | pero | porque | muy | bien | buen | bueno | \
             buena | ha | he | han | era | fue | ser | estar | hizo | dijo | mi | tu | su | nuestro | le | les | lo | me | te | se | con | sin | para | \
             por | en | sobre | desde | hasta | no | sí | ya | también | después | antes | trabaja | vive | busca | quiere | puede | debe | al | del | \
             los | las | un | una | hay | gran | charla | simpático | simpática | aquí | allí | luego",
    given: "antonio | manuel | josé | francisco | david | juan | javier | daniel | carlos | jesús | alejandro | miguel | rafael | pedro | pablo | ángel | \
            sergio | fernando | jorge | luis | alberto | álvaro | diego | adrián | raúl | iván | rubén | óscar | andrés | joaquín | santiago | \
            maría | carmen | ana | isabel | laura | cristina | marta | lucía | dolores | elena | pilar | raquel | sara | paula | mercedes | \
            beatriz | nuria | silvia | julia | irene | alba | rocío | inés | rosa | teresa | clara | eva | lola | olga | julio | domingo | abril | \
            marco | mayo | sol | olaya | fabricio | tomás | víctor | gonzalo | nicolás | julián | román | lucas | octavio | celia | aurora",
};
