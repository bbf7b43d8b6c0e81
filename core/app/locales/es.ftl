# Spanish. Every message here exists, with the same arguments, in the other four languages.

## Dates. The weekday and the month are messages of their own; $time is always 24 hours.

date-time = { $weekday } { $day } { $month } { $year }, { $time }
date = { $weekday } { $day } { $month } { $year }
weekday-1 = lun
weekday-2 = mar
weekday-3 = mié
weekday-4 = jue
weekday-5 = vie
weekday-6 = sáb
weekday-7 = dom
month-1 = ene
month-2 = feb
month-3 = mar
month-4 = abr
month-5 = may
month-6 = jun
month-7 = jul
month-8 = ago
month-9 = sept
month-10 = oct
month-11 = nov
month-12 = dic

hours = { $kind ->
    [after] después de las { $from }
    [before] antes de las { $until }
   *[between] { $from }–{ $until }
}

## Channels whose name is a word, not a brand

channel-email = correo
channel-phone = teléfono
channel-sms = SMS

## The suggestion. $kind is the channel's stable name, $channel its name as people write it.

suggestion = { $kind ->
    [email] Escribir un correo
    [phone] Llamar
    [sms] Enviar un SMS
   *[other] Escribir por { $channel }
}
suggestion-with-reason = { $suggestion }: { $reason }
suggestion-none = Aún no hay forma de escribirle
suggestion-peace = Pidió que no le escriban
runner-up = Segunda opción: { $channel } ({ $reason })
runner-up-hours = Segunda opción: { $channel }, { $hours } ({ $reason })
suggestion-hours = Horas que indicó: { $hours }
why-not = No por { $channel }: { $reason }
ask-them = ¿Cómo te gustaría seguir en contacto?
ask-address = Número, dirección o nombre
ask-back = Volver
ask-more = Más
ask-answer = prefiere { $channel } { $address }

reason-they-asked-for-it = es lo que pidió
reason-their-choice-is-out-of-reach = lo que prefiere no está disponible por ahora
reason-only-one-on-hand = es lo único que tienes a mano
reason-they-used-it-last = es por donde te escribió la última vez
reason-answered-there = { $written ->
    [one] { $place ->
        [event] respondió la única persona de eventos a la que escribiste ahí
        [work] respondió la única persona del trabajo a la que escribiste ahí
        [private] respondió la única persona de tu vida privada a la que escribiste ahí
       *[any] respondió la única persona a la que escribiste ahí
    }
   *[other] { $answered ->
        [one] respondió { $answered }
       *[other] respondieron { $answered }
    } { $place ->
        [event] de { $written } personas que conociste en eventos
        [work] de { $written } personas que conociste por trabajo
        [private] de { $written } personas que conociste en privado
       *[any] de { $written } personas
    }
} (lo habitual: { $usual } %)
reason-usual-in-their-country = es por donde se escribe en su país
reason-welcome-almost-everywhere = es bienvenido en casi todas partes
reason-they-gave-it = es lo que te dio
reason-most-usual-on-hand = es lo más habitual de lo que tienes a mano

why-they-said-no = pidió no recibir mensajes por ahí
why-they-asked-for-peace = pidió que no le escribieran
why-no-address = es lo que prefiere, pero aún no tienes una dirección ahí
why-shut-down = el servicio cerró; propón { $successor } en su lugar
why-not-given-for-that = nada indica que el número se haya dado para eso
why-not-confirmed = la dirección no está confirmada
why-invitations-are-few = una cuenta gratuita tiene pocas invitaciones personales
why-they-prefer-another = prefiere otro medio
why-they-use-another = te escribe por otro medio
why-answered-less = { $answered ->
    [one] respondió { $answered }
   *[other] respondieron { $answered }
} de { $written ->
    [one] { $place ->
        [event] { $written } persona de eventos
        [work] { $written } persona del trabajo
        [private] { $written } persona de tu vida privada
       *[any] { $written } persona
    }
   *[other] { $place ->
        [event] { $written } personas de eventos
        [work] { $written } personas del trabajo
        [private] { $written } personas de tu vida privada
       *[any] { $written } personas
    }
} (lo habitual: { $usual } %)
why-less-usual = hay otros más habituales para un primer mensaje

## What was learned from answers

learned-nothing = Aún no hay nada aprendido. Anota si te responden y las sugerencias seguirán lo que a ti te funciona. Se queda en este dispositivo.
learned-explained = Contado en este dispositivo según lo que anotaste: respondidos, de los que se enviaron hace tiempo suficiente. Los antiguos cuentan menos.
learned-rate = { $channel }: { $written ->
    [one] { $answered } de { $written } mensaje respondido
   *[other] { $answered } de { $written } mensajes respondidos
}
learned-forgotten = Olvidado. Las sugerencias vuelven a partir de lo habitual.

## Messages: what became of them, and what speaks against one

sent-question = ¿Enviado por { $channel }?
let-go-proposal = Sin respuesta de { $name } desde el { $date }. Hiciste tu parte: ¿lo dejamos así?
message-opened = { $channel }, { $date }: abierto, quizá no enviado
message-sent = { $channel }, { $date }: enviado
message-replied = { $channel }, { $date }: enviado y respondido
message-no-answer = { $channel }, { $date }: enviado, queda así
message-received = { $channel }, { $date }: te escribió
message-declined = { $channel }, { $date }: pidió que no le escribieran
wish-preferred = Prefiere { $channel } ({ $how }, { $date })
wish-preferred-hours = Prefiere { $channel }, { $hours } ({ $how }, { $date })
wish-hours = { $channel }: { $hours } ({ $how }, { $date })
wish-refused = No por { $channel } ({ $how }, { $date })
wish-refused-hours = No por { $channel }, { $hours } ({ $how }, { $date })
note-asked-not-to = { $name } pidió el { $date } que no le escribieran
note-not-there = Pidió que no le escribieran por aquí
note-let-go = Decidiste dejarlo el { $date }
note-no-answer-yet = Tu mensaje por { $channel } del { $date } aún no tiene respuesta; uno basta
note-nearly-the-same = { $more ->
    [0] Enviaste casi lo mismo a { $first } y { $second }: añade un detalle real de la conversación
    [one] Enviaste casi lo mismo a { $first }, { $second } y { $more } persona más: añade un detalle real de la conversación
   *[other] Enviaste casi lo mismo a { $first }, { $second } y { $more } personas más: añade un detalle real de la conversación
}
note-outside-their-hours = Fuera de las horas que indicó: { $hours }
note-night = Allí son las { $time }; a partir de las 08:00 caerá mejor
note-not-given-for-that = Nada indica que este número se haya dado para mensajes
note-private-in-public = Aquí un descuido lo hace todo público: deja fuera números y direcciones
outcome-wrote = Ya me puse en contacto ({ $channel })
outcome-answered = Respondió ({ $channel })
outcome-asked-not-to = Pidió que no le escriban
noted-opened = Anotado: { $channel } abierto.
noted-not-sent = Anotado: no enviado.
noted-sent = Anotado: escrito por { $channel }.
noted-sent-and-done = Anotado: escrito por { $channel }. El recordatorio terminó.
noted-replied = Anotado: respondió por { $channel }.
noted-no-answer = Queda así. Hiciste tu parte.
noted-asked-not-to = Anotado: se le deja en paz.
count-of = { $unit ->
    [words] { $used } de { $limit } palabras
   *[characters] { $used } de { $limit } caracteres
}
count = { $unit ->
    [words] { $used } palabras
   *[characters] { $used } caracteres
}

## The first message, in the language of the person who gets it

draft-greeting-name = Hola, { $name }:
draft-greeting = Hola:
draft-greeting-again-name = ¡Hola, { $name }!
draft-greeting-again = ¡Hola!
draft-me-met-at = soy { $me }, nos conocimos en { $event }.
draft-me-met-on = soy { $me }, nos conocimos el { $day }.
draft-met-at = nos conocimos en { $event }.
draft-met-on = nos conocimos el { $day }.
draft-day = { $day } { $month }
draft-promised = Como prometí: { $what }.
draft-offered = Me ofreciste: { $what }. ¿Sigue en pie?
draft-detail = Hablamos de: { $what }.
draft-ask = ¿Tendrías diez minutos la próxima semana?
draft-subject-event-about = { $event }: { $about }
draft-subject-event = Nos conocimos en { $event }
draft-subject-about = { $about } (nos conocimos el { $day })
draft-subject-day = Nos conocimos el { $day }
draft-add-detail = Añade un detalle real de la conversación
custom-subject-names-event = Un asunto que diga dónde se conocieron, 125 palabras como mucho
custom-connection-note = Lo bastante corto para la nota de una solicitud de contacto: 200 caracteres
custom-introduce-yourself-by-day = De día; di primero quién eres, puede que no conozca tu número
custom-agree-on-a-call = De día y, mejor, acordado antes; esto es lo que puedes decir
custom-shared-space-only = Solo dentro de un espacio común; un simple hola hace esperar
custom-message-request = Corto: llega entre las solicitudes de mensajes
custom-add-first = Primero agréguense, luego escribe
custom-retired = Allí ya no lee nadie

## The person

no-name = Aún sin nombre
met-on = Se conocieron el { $date }
met-at-on = Se conocieron el { $date }: { $event }
promise-by-me = Prometí: { $what }
promise-by-them = Me prometió: { $what }
provenance-told = te lo dijo
provenance-card = tarjeta
provenance-scanned = por escaneo
provenance-imported = por importación
provenance-guessed = sin confirmar

## The one reminder

reminder-promise-by-me = { $what } para { $name }
reminder-promise-by-them = { $name } ofreció: { $what }
reminder-hello = Saludar a { $name }
reminder-digest = { $count ->
    [one] Una persona a quien escribir
   *[other] { $count } personas a quienes escribir
}
reminder-more = { $count ->
    [one] Un seguimiento más espera en JustMet
   *[other] { $count } seguimientos más esperan en JustMet
}
reminder-more-body = Abre JustMet una vez y se te recordará cada uno.
later-tomorrow = Mañana
later-three-days = En tres días
later-next-week = En una semana

## What became of it, line by line

ledger-planned = Previsto para { $date }.
ledger-shown = Se mostró el recordatorio.
ledger-snoozed = Aplazado hasta { $date }.
ledger-done = Hecho.
ledger-let-go = Se dejó ir.
ledger-undone = Se deshizo la última acción.
ledger-contact-gone = La persona fue olvidada.
ledger-handed-over = iOS lo tiene y lo mostrará.
ledger-taken-back = Se retiró de iOS.
ledger-presumed = iOS lo mostró, hasta donde se puede saber.
ledger-seen-in-inbox = Visto en la aplicación.
ledger-inbox-only = Espera en la bandeja, sin notificación.
ledger-restored = Estaba pendiente cuando se restauraron los datos: espera en la bandeja.
ledger-swiped-away = La notificación se descartó.
nothing-due = Nada que hacer. Disfruta de la charla.
acted-done = Hecho.
acted-snoozed = Aplazado hasta el { $date }.
acted-let-go = Lo dejamos ir.
acted-already-handled = Ya estaba resuelto.
acted-delivered = Mostrado.
undone-saved = Deshecho: no se guardó nada.
undone-acted = Deshecho.
undone-forgotten = Todo ha vuelto como estaba.

## La seguridad de los datos

check-whole = Todo está en orden.
check-faulty = La base de datos tiene un fallo. Exporta ahora lo que se pueda leer (justmet export) y luego restaura una copia.
backup-made = { $count ->
    [one] Copia hecha de una persona.
   *[other] Copia hecha de { $count } personas.
}
backup-restored = { $count ->
    [one] Una persona restaurada. Lo pendiente espera aquí, sin otro aviso.
   *[other] { $count } personas restauradas. Lo pendiente espera aquí, sin otro aviso.
}
imported = { $added ->
    [one] Una persona es nueva aquí
   *[other] { $added } personas son nuevas aquí
}, { $known } ya se conocían.
forgotten = Olvidado.
forgotten-for-good = Olvidado para siempre: no queda nada.
deletion-offer = { $count ->
    [one] A una persona nunca le diste seguimiento.
   *[other] A { $count } personas nunca les diste seguimiento.
} ¿Guardarlas u olvidarlas? Se pregunta una sola vez.
offer-never = Nunca
offer-after-months = { $months ->
    [one] Después de un mes
   *[other] Después de { $months } meses
}
key-changed-encrypted = La base está cifrada con la clave nueva. Guárdala bien: sin ella nadie puede abrir la base, tampoco tú.
key-changed-plain = La base ya no está cifrada.
salvaged = { $count ->
    [one] Se salvó una persona.
   *[other] Se salvaron { $count } personas.
} El archivo dañado está en { $file }.

## Hints about how a line was read

hint-date-in-the-past = «{ $text }» ya pasó, así que se eligió el momento habitual
hint-no-such-date = «{ $text }» no existe en el calendario, así que se eligió el momento habitual
hint-ambiguous-date = «{ $text }» se puede leer de dos maneras: confirma el día, por favor
hint-does-not-recur = «{ $text }»: un recordatorio no se repite, solo hay uno
hint-number-without-region = «{ $text }» no tiene prefijo de país: añádelo o indica tu región
hint-number-not-in-use = «{ $text }» no parece un número en uso: revísalo, por favor
hint-bad-handle = «{ $text }» no puede ser una dirección ahí: revísala, por favor
hint-no-such-hours = Eso no indica horas, así que quedan como estaban; escribe 18-21, o palabras como por la tarde

## Las listas

list-people = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}
list-heading = { $event } · { $people }
list-no-event = Sin evento

## La búsqueda

search-forgiven = Nadie coincide exactamente. A una errata de distancia:
search-add = Añadir «{ $text }»
search-no-date = «{ $text }» no es un día; usa 2026, 2026-11 o 2026-11-24
search-no-channel = «{ $text }» no es un canal
search-in-role = Cargo
search-in-notes = Notas
search-in-my-promise = Prometí
search-in-their-promise = Me prometió

## Errors: what happened and what to do, fitting “could not …: { error }”

error-empty-line = la línea está vacía; escribe un nombre y una forma de contacto
error-line-too-long = la línea supera { $limit } KB; deja la parte sobre esta persona
error-not-a-day = «{ $text }» no es un día; usa una fecha como 2026-11-27 o una palabra como viernes
error-day-not-ahead = ese día no está por venir; indica uno a partir de mañana
error-not-a-weekend = «{ $text }» no es un fin de semana: nombra de uno a seis días de la semana
error-not-a-date = «{ $text }» no es una fecha; escríbela como 2026-12-25
error-too-many-holidays = son más de mil días libres; quita los que ya pasaron
error-not-so-many-months = «{ $text }» no es un número de meses de 1 a 120; escribe uno, o never
error-unknown-region = «{ $text }» no es un código de país; usa dos letras como CA, DE o BR
error-bad-cursor = ese lugar de la lista no es válido; empieza desde el principio
error-bad-id = «{ $text }» no es un identificador
error-no-event = ningún evento se llama «{ $text }»; usa una parte de su nombre
error-no-contact = esta persona no está (o ya no está) en JustMet
error-no-follow-up = este recordatorio no está (o ya no está) en JustMet
error-no-promise = esta promesa no está guardada aquí (o ya no)
error-no-address-there = no hay dirección en { $channel }; añade una o elige otro medio
error-no-way-to-write = aún no hay forma de escribirle; añade una dirección o di el medio
error-channel-shut-down = { $channel } cerró; { $successor } ocupó su lugar
error-empty-reason = el motivo está vacío; di en pocas palabras por qué se envía de todos modos
error-nothing-unanswered = ningún mensaje a esta persona espera respuesta
error-not-hours = «{ $text }» no indica horas; usa 18-21, o palabras como por la tarde
error-not-an-address = eso no puede ser una dirección en { $channel }; revísala, y empieza un número con + y el prefijo del país
error-undo-expired = es demasiado tarde para deshacerlo, o ya se deshizo
error-nothing-to-undo = no hay nada que deshacer
error-newer-database = la base de datos viene de una versión más reciente de JustMet; actualiza JustMet para abrirla, no se cambió nada
error-not-justmet = el archivo no es una base de datos de JustMet; elige otro, no se cambió nada
error-damaged-database = la base de datos está dañada; se dejó como está, y lo que aún se lee puede salvarse en una nueva
error-nothing-to-salvage = no se puede leer a nadie en él; quedó como estaba: apártalo y restaura una copia
error-not-encrypted = la base no está cifrada, y se dio una clave; ábrela sin ella
error-wrong-key = la clave no abre la base; no se ha cambiado nada, usa la clave con la que se cifró
error-key-store = la clave de la base no está disponible ahora ({ $detail }); desbloquea el dispositivo e inténtalo de nuevo, no se ha cambiado nada
error-no-encryption = esta versión de JustMet no sabe cifrar; usa una que sepa
error-busy-database = otro programa está ocupando la base de datos; ciérralo e inténtalo de nuevo
error-read-only-database = no se puede escribir en la base de datos; revisa los permisos del archivo y de su carpeta
error-database-gone = el archivo de la base se quitó o se cambió mientras estaba abierto; vuelve a ponerlo y abre JustMet otra vez, o haz ahora una copia de lo que queda
error-full-disk = el disco está lleno; libera espacio e inténtalo de nuevo, nada quedó a medias
error-is-directory = la ruta es una carpeta; indica la ruta de un archivo dentro de ella
error-no-folder = la carpeta no existe o no se puede abrir; créala o elige otra ruta
error-no-such-file = no existe ese archivo; comprueba el nombre
error-file-taken = ahí hay otra cosa; elige otro nombre, no se ha tocado
error-sealed = la copia está sellada; da su frase de contraseña
error-wrong-passphrase = la frase de contraseña no abre esta copia; inténtalo de nuevo, no se ha cambiado nada
error-empty-passphrase = la frase de contraseña está vacía; elige una de varias palabras
error-not-an-export = no es una exportación completa de JustMet (hacia la línea { $line }); no se ha cambiado nada
error-refused-row = se rechaza la fila de la línea { $line }: en «{ $table }» { $fault ->
        [missing] falta «{ $column }»
        [unknown] tiene una columna que aquí no se conoce, o una dos veces
        [value] lo que hay en «{ $column }» no puede estar ahí
       *[rule] incumple una regla, repite un identificador o remite a una fila que falta
    }; corrígela o exporta de nuevo, no se ha cambiado nada
error-damaged-backup = la copia está dañada; elige otra, no se ha cambiado nada
error-not-a-backup = el archivo no es una copia de JustMet; elige otro, no se ha cambiado nada
error-storage = el almacenamiento informó de un fallo ({ $detail }); inténtalo de nuevo y revisa el disco si continúa
error-interrupted = se interrumpió por algo más reciente; pídelo de nuevo
error-conflict = choca con lo que ya está guardado; vuelve a leerlo e inténtalo de nuevo
error-shell = el dispositivo no pudo dar la hora o mostrar el cambio ({ $detail })
error-internal = algo falló dentro de JustMet; nada quedó a medias, inténtalo de nuevo

## What keeps reminders from being seen

problem-not-allowed-to-notify = Las notificaciones están desactivadas: aquí verás lo pendiente. Puedes permitirlas en los ajustes de este dispositivo.
problem-channel-off = Las notificaciones «El único recordatorio» están desactivadas: lo pendiente está aquí. Puedes activarlas en los ajustes de la aplicación.
problem-background-restricted = Este dispositivo impide que JustMet trabaje en segundo plano, así que no puede llegar ningún recordatorio. Permítelo en los ajustes de batería de la aplicación; hasta entonces, lo pendiente está aquí.
problem-over-capacity = Esperan más seguimientos de los que iOS puede guardar. Los más próximos están puestos; abre JustMet de vez en cuando y seguirán los demás.
problem-clock-suspect = El reloj de este dispositivo parece equivocado, así que los recordatorios esperan un poco. Comprueba la fecha y la hora en los ajustes.
problem-unknown-notifications = Se retiró una notificación que no era de nadie. No hay nada que hacer.

## The phones: labels of buttons and headings, given out by `say`

shell-app-name = JustMet
shell-capture-placeholder = Priya, Acme, prefiere WhatsApp 514 555 0142, presentación, martes
shell-save = Guardar
shell-saved = Guardado
shell-undo = Deshacer
shell-done = Hecho
shell-later = Más tarde
shell-let-go = Dejarlo
shell-add = Añadir a alguien
shell-today = Hoy
shell-recently-met = Encuentros recientes
shell-search = Buscar
shell-why-not = Por qué no los demás
shell-line = La línea tal como la escribiste
shell-promises = Promesas
shell-how-to-reach = Cómo contactar
shell-prefers = Lo prefiere
shell-not-this-one = Este no
shell-nothing-said = No dijo nada
shell-ask-them = Preguntar
shell-reminder-channel = El único recordatorio
shell-notify-reason = ¿Puede JustMet recordarte una vez a cada persona? Si no, los recordatorios están aquí.
shell-no-reminder = Sin recordatorio
shell-follow-up-waiting = Hay un recordatorio pendiente
shell-retry = Reintentar
shell-close = Cerrar
shell-sent-question = ¿Enviado?
shell-yes = Sí
shell-not-yet = Todavía no
shell-send-anyway = Enviar de todos modos
shell-send-anyway-why = ¿Por qué de todos modos?
shell-write = Escribir
shell-they-answered = Respondió
shell-let-it-rest = Dejarlo así
shell-i-owe = Prometí
shell-they-owe = Me prometió
shell-kept = Cumplida
shell-hours = Horas
shell-history = Lo que se dijo
shell-ledger = Qué fue del recordatorio
shell-message = Mensaje
shell-my-name = Tu nombre en los mensajes
shell-unsure = no es seguro, toca para confirmar
shell-preferred = preferido
shell-refused = este no
shell-field-name = Nombre
shell-field-org = Organización
shell-field-role = Cargo
shell-field-event = Encuentro en
shell-field-channel = Cómo contactar
shell-field-hours = Horas
shell-field-promise = Promesa
shell-field-notes = Nota
shell-field-follow-up = Recordatorio
shell-drop = Quitar
shell-change = Cambiar
shell-paste = Pegar
shell-more = más
shell-empty = Aún no hay nadie. La próxima persona cabe en una línea.
shell-understood = Entendido
shell-copy = Copiar
shell-copied = Copiado
shell-copied-instead = Ninguna aplicación lo abre aquí: está copiado.
shell-subject = Asunto
shell-language = Idioma
shell-notes = Notas
shell-back = Volver
shell-not-now = Ahora no
shell-clear = Borrar
shell-settings = Ajustes
shell-backup = Copia de seguridad
shell-backup-make = Hacer una copia
shell-backup-explained = Con una frase de contraseña nadie más puede leer la copia. Sin ella, cualquiera que tenga el archivo puede.
shell-passphrase = Frase de contraseña
shell-passphrase-of-backup = Frase de contraseña de la copia
shell-export-text = Exportar como texto
shell-keep-file = Guardar el archivo
shell-restore = Restaurar
shell-restore-from = Restaurar desde un archivo
shell-restore-explained = Una copia sustituye todo lo que hay aquí; una exportación se añade.
shell-check = Comprobar si la base está íntegra
shell-salvage = Salvar lo que se pueda leer
shell-encrypted-explained = Lo que se guarda aquí está cifrado con una clave de este teléfono. Otro teléfono solo abre una copia de seguridad: haz una antes de cambiar de teléfono.
shell-keyless = La clave de la base no está aquí
shell-keyless-explained = Otro teléfono tiene su clave. Haz allí una copia de seguridad: podrás restaurarla aquí después de empezar de cero. La base cerrada se queda junto a la nueva.
shell-begin-anew = Empezar de cero
shell-usual-weekend = El fin de semana habitual de la región
shell-days-off = Otros días libres
shell-days-off-explained = Ningún recordatorio sin día indicado cae en un día libre. Lo ya previsto se queda donde está.
shell-day = Día
shell-another-day = Otro día
shell-add-day = Añadir
shell-learned = Aprendido de las respuestas
shell-forget-learned = Olvidar lo aprendido
shell-offer-explained = Cada persona se propone una vez, aquí en la app, y nadie desaparece sin que lo toques.
shell-look = Verlas
shell-nobody = Aquí no hay nadie.
shell-offer-deletion = Proponer olvidar a quienes nunca di seguimiento
shell-never-followed-up = Sin seguimiento
shell-keep = Guardar
shell-keep-all = Guardar a todos
shell-forget = Olvidar
shell-next-best = Usar ese
shell-preference = Lo que prefiere
shell-more-actions = Más
shell-weekend = Fin de semana
shell-place-failed = No ha funcionado en ese lugar. Elige otro.

## The terminal shell

terminal-saved = Todo guardado
terminal-name = Nombre
terminal-org = Organización
terminal-role = Cargo
terminal-event = Evento
terminal-preferred = de preferencia
terminal-refused = por aquí no
terminal-i-owe = Prometí
terminal-they-owe = Me prometió
terminal-kept = cumplida
terminal-subject = Asunto
terminal-custom = Lo usual
terminal-add = Por añadir
terminal-noted = Anotaste
terminal-send-anyway = Para enviarlo de todos modos, di por qué: justmet draft { $who } --because "…"
terminal-reason = Motivo
terminal-notes = Notas
terminal-line = Línea
terminal-unsure = por verificar
terminal-reminder = Recordatorio
terminal-no-reminder = ninguno, como pediste
terminal-no-desktop = ningún escritorio muestra notificaciones aquí; lo pendiente se imprime
terminal-weekend = Fin de semana
terminal-weekend-of-region = el de tu región
terminal-days-off = Días libres
terminal-no-days-off = ninguno
terminal-offer-deletion = Proponer olvidar
terminal-offer-off = La propuesta está apagada. Para que se pregunte una vez por quien no tuvo seguimiento en un año: justmet settings --offer-deletion 12
terminal-offer-nobody = Nadie que proponer.
terminal-offer-how = Para guardar a alguien: justmet offer --keep 1; a todos: justmet offer --keep-all; para olvidar a alguien: justmet forget 1
terminal-offer-look = { $offer } justmet offer
terminal-offer-kept = Guardado. No se volverá a preguntar.
terminal-offer-kept-all = Todos quedan guardados. No se volverá a preguntar.
terminal-offer-more = { $count ->
    [one] Otra persona sigue cuando respondas a estas.
   *[other] Otras { $count } siguen cuando respondas a estas.
}
terminal-ended = terminado
terminal-hint = Aviso
terminal-undo = Para deshacerlo en menos de { $seconds } s: justmet undo
terminal-due-now = Para ahora
terminal-next = Después
terminal-column-number = #
terminal-column-name = Nombre
terminal-column-org = Organización
terminal-column-what = Qué
terminal-column-event = Evento
terminal-column-channel = Escribir por
terminal-column-when = Cuándo
terminal-column-met = Encuentro
terminal-column-found = Hallado en
terminal-nobody = Aún no hay nadie. Prueba: justmet add "Priya, Acme, prefiere WhatsApp +1 514 555 0142"
terminal-no-hit = Nadie coincide con «{ $text }». Para añadir a esta persona: justmet add "{ $text }"
terminal-nobody-matches = Nadie coincide con «{ $text }».
terminal-more = Hay más: justmet list --all
terminal-more-found = Hay más: añade una palabra.
terminal-several = «{ $text }» puede ser varias personas; indica cuál por su número:
terminal-unknown-who = nadie coincide con «{ $text }»; busca a la persona con «justmet search» o «justmet list»
terminal-empty-search = di qué buscar: parte de un nombre, «evento:rustconf», «conocí:2026-11»
terminal-unknown-channel = «{ $text }» no es un canal; usa uno de { $known }
terminal-unknown-number = no hay un número { $text } en la última lista; ejecuta antes «justmet list»
terminal-no-open-follow-up = no hay ningún recordatorio pendiente para { $name }
terminal-no-such-promise = no hay promesa abierta «{ $text }»; las abiertas son: { $known }
terminal-forget-sure = ¿Olvidar a { $name } para siempre? Nada podrá recuperarlo. [y/N]
terminal-forgotten-elsewhere = Las copias y exportaciones hechas antes aún contienen a esta persona.
terminal-restore-sure = ¿Cambiar las { $count } personas de aquí por las de la copia? [y/N]
terminal-not-done = No se ha cambiado nada.
terminal-passphrase = Frase de contraseña:
terminal-passphrase-again = Otra vez:
terminal-passphrases-differ = las dos frases de contraseña son distintas; inténtalo de nuevo
terminal-passphrase-unread = aquí no se puede pedir una frase de contraseña; ponla en un archivo para --passphrase-file, o en JUSTMET_PASSPHRASE
terminal-file-unread = no se puede leer el archivo ({ $detail }); comprueba el nombre y los permisos
terminal-unwritten = no se pudo escribir ({ $detail }); comprueba la carpeta y el espacio libre
terminal-input-not-utf8 = la entrada estándar no es texto UTF-8; conviértela antes, por ejemplo con iconv
terminal-input-unread = no se puede leer la entrada estándar ({ $detail }); prueba con un archivo
terminal-exported = Exportado a { $file }.
terminal-contacts = Personas
terminal-encounters = Encuentros
terminal-open-follow-ups = Seguimientos abiertos
terminal-forgotten = Olvidadas
terminal-size = Tamaño
terminal-schema = Esquema
terminal-could-not = «{ $doing }» no funcionó: { $error }
