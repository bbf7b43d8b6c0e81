# French. Every message here exists, with the same arguments, in the other four languages.

## Dates. The weekday and the month are messages of their own; $time is always 24 hours.

date-time = { $weekday } { $day } { $month } { $year }, { $time }
date = { $weekday } { $day } { $month } { $year }
weekday-1 = lun.
weekday-2 = mar.
weekday-3 = mer.
weekday-4 = jeu.
weekday-5 = ven.
weekday-6 = sam.
weekday-7 = dim.
month-1 = janv.
month-2 = févr.
month-3 = mars
month-4 = avr.
month-5 = mai
month-6 = juin
month-7 = juil.
month-8 = août
month-9 = sept.
month-10 = oct.
month-11 = nov.
month-12 = déc.

hours = { $kind ->
    [after] après { $from }
    [before] avant { $until }
   *[between] { $from }–{ $until }
}

## Channels whose name is a word, not a brand

channel-email = e-mail
channel-phone = téléphone
channel-sms = SMS

## The suggestion. $kind is the channel’s stable name, $channel its name as people write it.

suggestion = { $kind ->
    [email] Écrire un e-mail
    [phone] Appeler
    [sms] Envoyer un SMS
   *[other] Écrire par { $channel }
}
suggestion-with-reason = { $suggestion } : { $reason }
suggestion-none = Pas encore de moyen de lui écrire
suggestion-peace = Cette personne souhaite qu’on ne lui écrive pas
runner-up = Sinon : { $channel } ({ $reason })
runner-up-hours = Sinon : { $channel }, { $hours } ({ $reason })
suggestion-hours = Heures indiquées : { $hours }
why-not = Pas par { $channel } : { $reason }
ask-them = Comment aimeriez-vous rester en contact ?
ask-address = Numéro, adresse ou nom
ask-back = Retour
ask-more = Plus
ask-answer = préfère { $channel } { $address }

reason-they-asked-for-it = c’est son souhait
reason-their-choice-is-out-of-reach = le moyen préféré est hors de portée pour l’instant
reason-only-one-on-hand = c’est le seul moyen que vous avez
reason-they-used-it-last = la personne vous y a écrit en dernier
reason-answered-there = { $written ->
    [one] { $place ->
        [event] la seule personne rencontrée lors d’un événement à qui vous y avez écrit a répondu
        [work] la seule personne rencontrée au travail à qui vous y avez écrit a répondu
        [private] la seule personne rencontrée en privé à qui vous y avez écrit a répondu
       *[any] la seule personne à qui vous y avez écrit a répondu
    }
   *[other] { $answered ->
        [one] { $answered } réponse
       *[other] { $answered } réponses
    } { $place ->
        [event] sur { $written } messages à des personnes rencontrées lors d’événements
        [work] sur { $written } messages à des personnes rencontrées au travail
        [private] sur { $written } messages à des personnes rencontrées en privé
       *[any] sur { $written } messages
    }
} (d’habitude : { $usual } %)
reason-usual-in-their-country = c’est ce qui s’utilise dans son pays
reason-welcome-almost-everywhere = c’est bien vu presque partout
reason-they-gave-it = la personne vous l’a donné
reason-most-usual-on-hand = c’est le plus courant de ceux que vous avez

why-they-said-no = demande explicite de ne pas écrire là
why-they-asked-for-peace = la personne a demandé qu’on ne lui écrive pas
why-no-address = c’est son souhait, mais l’adresse vous manque encore
why-shut-down = le service a fermé ; proposez plutôt { $successor }
why-not-given-for-that = rien ne dit que le numéro a été donné pour cela
why-not-confirmed = l’adresse n’est pas confirmée
why-invitations-are-few = un compte gratuit n’offre que peu d’invitations personnelles
why-they-prefer-another = la personne préfère un autre moyen
why-they-use-another = la personne vous écrit ailleurs
why-answered-less = { $answered ->
    [one] { $answered } réponse
   *[other] { $answered } réponses
} sur { $written ->
    [one] { $place ->
        [event] { $written } message après des événements
        [work] { $written } message dans le travail
        [private] { $written } message en privé
       *[any] { $written } message
    }
   *[other] { $place ->
        [event] { $written } messages après des événements
        [work] { $written } messages dans le travail
        [private] { $written } messages en privé
       *[any] { $written } messages
    }
} (d’habitude : { $usual } %)
why-less-usual = d’autres sont plus courants pour un premier message

## What was learned from answers

learned-nothing = Rien d’appris pour l’instant. Notez si l’on vous répond : les suggestions suivront ce qui marche pour vous. Cela reste sur cet appareil.
learned-explained = Compté sur cet appareil d’après vos notes : les réponses, parmi les messages assez anciens. Les plus vieux comptent moins.
learned-rate = { $channel } : { $written ->
    [one] { $answered } réponse sur { $written } message
   *[other] { $answered } réponses sur { $written } messages
}
learned-forgotten = Oublié. Les suggestions repartent de ce qui est courant.

## Messages: what became of them, and what speaks against one

sent-question = Envoyé par { $channel } ?
let-go-proposal = Pas de réponse de { $name } depuis le { $date }. Vous avez fait votre part : on en reste là ?
message-opened = { $channel }, { $date } : ouvert, peut-être pas envoyé
message-sent = { $channel }, { $date } : envoyé
message-replied = { $channel }, { $date } : envoyé, réponse reçue
message-no-answer = { $channel }, { $date } : envoyé, on en reste là
message-received = { $channel }, { $date } : la personne a écrit
message-declined = { $channel }, { $date } : la personne a demandé qu’on ne lui écrive pas
wish-preferred = Préfère { $channel } ({ $how }, { $date })
wish-preferred-hours = Préfère { $channel }, { $hours } ({ $how }, { $date })
wish-hours = { $channel } : { $hours } ({ $how }, { $date })
wish-refused = Pas par { $channel } ({ $how }, { $date })
wish-refused-hours = Pas par { $channel }, { $hours } ({ $how }, { $date })
note-asked-not-to = { $name } a demandé le { $date } qu’on ne lui écrive pas
note-not-there = La personne a demandé qu’on ne lui écrive pas par là
note-let-go = Vous avez décidé d’en rester là le { $date }
note-no-answer-yet = Votre message par { $channel } du { $date } est encore sans réponse ; un seul suffit
note-nearly-the-same = { $more ->
    [0] Vous avez envoyé presque la même chose à { $first } et { $second } : ajoutez un vrai détail de votre conversation
    [one] Vous avez envoyé presque la même chose à { $first }, { $second } et { $more } autre personne : ajoutez un vrai détail de votre conversation
   *[other] Vous avez envoyé presque la même chose à { $first }, { $second } et { $more } autres : ajoutez un vrai détail de votre conversation
}
note-outside-their-hours = En dehors des heures indiquées : { $hours }
note-night = Il est { $time } chez cette personne ; à partir de 08:00, ce sera mieux reçu
note-not-given-for-that = Rien ne dit que ce numéro a été donné pour des messages
note-private-in-public = Ici, une fausse manœuvre rend tout public : pas de numéros ni d’adresses
outcome-wrote = J’ai déjà pris contact ({ $channel })
outcome-answered = Réponse reçue ({ $channel })
outcome-asked-not-to = La personne ne veut pas de messages
noted-opened = C’est noté : { $channel } ouvert.
noted-not-sent = C’est noté : pas envoyé.
noted-sent = C’est noté : écrit par { $channel }.
noted-sent-and-done = C’est noté : écrit par { $channel }. Le rappel est terminé.
noted-replied = C’est noté : réponse par { $channel }.
noted-no-answer = On en reste là. Vous avez fait votre part.
noted-asked-not-to = C’est noté : on laisse cette personne en paix.
count-of = { $unit ->
    [words] { $used } mots sur { $limit }
   *[characters] { $used } caractères sur { $limit }
}
count = { $unit ->
    [words] { $used } mots
   *[characters] { $used } caractères
}

## The first message, in the language of the person who gets it

draft-greeting-name = Bonjour { $name },
draft-greeting = Bonjour,
draft-greeting-again-name = Bonjour { $name } !
draft-greeting-again = Bonjour !
draft-me-met-at = je suis { $me }, nous nous sommes vus à { $event }.
draft-me-met-on = je suis { $me }, nous nous sommes vus le { $day }.
draft-met-at = nous nous sommes vus à { $event }.
draft-met-on = nous nous sommes vus le { $day }.
draft-day = { $day } { $month }
draft-promised = Comme promis : { $what }.
draft-offered = Vous m’aviez proposé : { $what }. Est-ce toujours possible ?
draft-detail = Nous avions parlé de ceci : { $what }.
draft-ask = Auriez-vous dix minutes la semaine prochaine ?
draft-subject-event-about = { $event } : { $about }
draft-subject-event = Notre rencontre à { $event }
draft-subject-about = { $about } (notre rencontre du { $day })
draft-subject-day = Notre rencontre du { $day }
draft-add-detail = Ajoutez un vrai détail de votre conversation
custom-subject-names-event = Un objet qui dit où vous vous êtes vus, 125 mots au plus
custom-connection-note = Assez court pour une demande de connexion : 200 caractères
custom-introduce-yourself-by-day = En journée ; dites d’abord qui vous êtes, votre numéro est peut-être inconnu
custom-agree-on-a-call = En journée, de préférence après en avoir convenu ; voici quoi dire
custom-shared-space-only = Seulement dans un espace commun ; un simple bonjour fait attendre
custom-message-request = Court : cela arrive parmi les demandes de message
custom-add-first = Ajoutez-vous d’abord, puis écrivez
custom-retired = Plus personne n’y lit

## The person

no-name = Pas encore de nom
met-on = Rencontre du { $date }
met-at-on = Rencontre : { $event }, le { $date }
promise-by-me = J’ai promis : { $what }
promise-by-them = On m’a promis : { $what }
provenance-told = de vive voix
provenance-card = carte
provenance-scanned = par scan
provenance-imported = par import
provenance-guessed = à confirmer

## The one reminder

reminder-promise-by-me = { $what } pour { $name }
reminder-promise-by-them = { $name } a proposé : { $what }
reminder-hello = Dire bonjour à { $name }
reminder-digest = { $count ->
    [one] Une personne à qui écrire
   *[other] { $count } personnes à qui écrire
}
reminder-more = { $count ->
    [one] Encore une relance attend dans JustMet
   *[other] Encore { $count } relances attendent dans JustMet
}
reminder-more-body = Ouvrez JustMet une fois, et chacune vous sera rappelée.
later-tomorrow = Demain
later-three-days = Dans trois jours
later-next-week = Dans une semaine

## What became of it, line by line

ledger-planned = Prévu pour { $date }.
ledger-shown = Le rappel a été montré.
ledger-snoozed = Remis à { $date }.
ledger-done = Fait.
ledger-let-go = Laissé de côté.
ledger-undone = La dernière action a été annulée.
ledger-contact-gone = La personne a été oubliée.
ledger-handed-over = iOS l’a et le montrera.
ledger-taken-back = Il a été repris à iOS.
ledger-presumed = iOS l’a montré, autant qu’on puisse le savoir.
ledger-seen-in-inbox = Vu dans l’application.
ledger-inbox-only = Il attend dans la liste, sans notification.
ledger-restored = Il était dû quand les données ont été restaurées : il attend dans la liste.
ledger-swiped-away = La notification a été balayée.
nothing-due = Rien à faire. Profitez de l’échange.
acted-done = C’est fait.
acted-snoozed = Reporté au { $date }.
acted-let-go = On n’y pense plus.
acted-already-handled = C’est déjà réglé.
acted-delivered = Affiché.
undone-saved = Annulé : rien n’a été gardé.
undone-acted = Annulé.
undone-forgotten = Tout est revenu comme avant.

## La sûreté des données

check-whole = Tout est en ordre.
check-faulty = La base de données a un défaut. Exportez maintenant ce qui se lit (justmet export), puis restaurez une sauvegarde.
backup-made = { $count ->
    [one] { $count } personne sauvegardée.
   *[other] { $count } personnes sauvegardées.
}
backup-restored = { $count ->
    [one] { $count } personne restaurée. Ce qui est dû attend ici, sans nouveau rappel.
   *[other] { $count } personnes restaurées. Ce qui est dû attend ici, sans nouveau rappel.
}
imported = { $added ->
    [one] { $added } personne est nouvelle ici
   *[other] { $added } personnes sont nouvelles ici
}, { $known } étaient déjà connues.
forgotten = Oublié.
forgotten-for-good = Oublié pour de bon : il n’en reste rien.
deletion-offer = { $count ->
    [one] Une personne n’a jamais été relancée.
   *[other] { $count } personnes n’ont jamais été relancées.
} Les garder ou les oublier ? La question n’est posée qu’une fois.
offer-never = Jamais
offer-after-months = { $months ->
    [one] Après un mois
   *[other] Après { $months } mois
}
key-changed-encrypted = La base est chiffrée avec la nouvelle clé. Gardez-la bien : sans elle personne ne peut ouvrir la base, vous non plus.
key-changed-plain = La base n’est plus chiffrée.
salvaged = { $count ->
    [one] { $count } personne a été sauvée.
   *[other] { $count } personnes ont été sauvées.
} Le fichier endommagé se trouve ici : { $file }

## Hints about how a line was read

hint-date-in-the-past = « { $text } » est déjà passé, le moment habituel a donc été choisi
hint-no-such-date = « { $text } » n’existe pas dans le calendrier, le moment habituel a donc été choisi
hint-ambiguous-date = « { $text } » peut se lire de deux façons : merci de confirmer le jour
hint-does-not-recur = « { $text } » : un rappel ne se répète pas, il n’y en a qu’un seul
hint-number-without-region = « { $text } » n’a pas d’indicatif de pays : ajoutez-le, ou indiquez votre région
hint-number-not-in-use = « { $text } » ne ressemble pas à un numéro en service : merci de vérifier
hint-bad-handle = « { $text } » ne peut pas être une adresse de ce service : merci de vérifier
hint-no-such-hours = Cela n’indique pas d’heures : elles restent comme avant ; écrivez 18-21, ou des mots comme le soir

## Les listes

list-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
list-heading = { $event } · { $people }
list-no-event = Hors événement

## La recherche

search-forgiven = Personne ne correspond exactement. À une faute de frappe près :
search-add = Ajouter « { $text } »
search-no-date = « { $text } » n’est pas un jour ; écrivez 2026, 2026-11 ou 2026-11-24
search-no-channel = « { $text } » n’est pas un canal
search-in-role = Fonction
search-in-notes = Notes
search-in-my-promise = J’ai promis
search-in-their-promise = On m’a promis

## Errors: what happened and what to do, fitting “could not …: { error }”

error-empty-line = la ligne est vide ; écrivez un nom et un moyen de contact
error-line-too-long = la ligne dépasse { $limit } Ko ; gardez la partie qui concerne cette personne
error-not-a-day = « { $text } » n’est pas un jour ; indiquez une date comme 2026-11-27, ou un mot comme vendredi
error-day-not-ahead = ce jour n’est pas à venir ; choisissez-en un à partir de demain
error-not-a-weekend = « { $text } » n’est pas un week-end : nommez un à six jours de la semaine
error-not-a-date = « { $text } » n’est pas une date ; écrivez-la comme 2026-12-25
error-too-many-holidays = cela fait plus de mille jours chômés ; retirez ceux qui sont passés
error-not-so-many-months = « { $text } » n’est pas un nombre de mois de 1 à 120 ; tapez-en un, ou never
error-unknown-region = « { $text } » n’est pas un code de pays ; indiquez deux lettres comme CA, DE ou BR
error-bad-cursor = cet endroit de la liste n’est pas valable ; reprenez au début
error-bad-id = « { $text } » n’est pas un identifiant
error-no-event = aucun événement ne s’appelle « { $text } » ; donnez une partie de son nom
error-no-contact = cette personne n’est pas (ou plus) dans JustMet
error-no-follow-up = ce rappel n’est pas (ou plus) dans JustMet
error-no-promise = cette promesse n’est pas (ou plus) gardée ici
error-no-address-there = il n’y a pas d’adresse pour { $channel } ; ajoutez-en une ou choisissez un autre moyen
error-no-way-to-write = il n’y a pas encore de moyen de lui écrire ; ajoutez une adresse ou nommez le moyen
error-channel-shut-down = { $channel } a fermé ; { $successor } a pris sa place
error-empty-reason = la raison est vide ; dites en quelques mots pourquoi l’envoyer quand même
error-nothing-unanswered = aucun message à cette personne n’attend de réponse
error-not-hours = « { $text } » n’indique pas d’heures ; écrivez 18-21, ou des mots comme le soir
error-not-an-address = ce ne peut pas être une adresse sur { $channel } ; vérifiez-la, et commencez un numéro par + et l’indicatif du pays
error-undo-expired = il est trop tard pour annuler, ou c’est déjà annulé
error-nothing-to-undo = il n’y a rien à annuler
error-newer-database = la base de données vient d’une version plus récente de JustMet ; mettez JustMet à jour pour l’ouvrir, rien n’a été modifié
error-not-justmet = ce fichier n’est pas une base de données JustMet ; choisissez-en un autre, rien n’a été modifié
error-damaged-database = la base de données est endommagée ; elle a été laissée telle quelle, et ce qui se lit encore peut être sauvé dans une nouvelle
error-nothing-to-salvage = on n’y peut lire personne ; le fichier est resté tel quel : déplacez-le et restaurez une sauvegarde
error-not-encrypted = la base n’est pas chiffrée, et une clé a été donnée ; ouvrez-la sans clé
error-wrong-key = la clé n’ouvre pas la base ; rien n’a été changé, utilisez la clé qui l’a chiffrée
error-key-store = la clé de la base n’est pas accessible pour l’instant ({ $detail }) ; déverrouillez l’appareil et réessayez, rien n’a été changé
error-no-encryption = cette version de JustMet ne sait pas chiffrer ; utilisez-en une qui le sait
error-busy-database = un autre programme occupe la base de données ; fermez-le et réessayez
error-read-only-database = impossible d’écrire dans la base de données ; vérifiez les droits du fichier et de son dossier
error-database-gone = le fichier de la base a été enlevé ou remplacé pendant qu’il était ouvert ; remettez-le et rouvrez JustMet, ou sauvegardez maintenant ce qui est encore là
error-full-disk = le disque est plein ; libérez de la place et réessayez, rien n’a été écrit à moitié
error-is-directory = ce chemin est un dossier ; indiquez le chemin d’un fichier qui s’y trouve
error-no-folder = le dossier n’existe pas ou n’est pas accessible ; créez-le ou choisissez un autre chemin
error-no-such-file = ce fichier n’existe pas ; vérifiez son nom
error-file-taken = autre chose se trouve déjà là ; choisissez un autre nom, rien n’a été touché
error-sealed = la sauvegarde est scellée ; donnez sa phrase secrète
error-wrong-passphrase = la phrase secrète n’ouvre pas cette sauvegarde ; réessayez, rien n’a été changé
error-empty-passphrase = la phrase secrète est vide ; choisissez-en une de plusieurs mots
error-not-an-export = ce n’est pas un export complet de JustMet (vers la ligne { $line }) ; rien n’a été changé
error-refused-row = la ligne { $line } est refusée : dans « { $table } », { $fault ->
        [missing] « { $column } » manque
        [unknown] elle a une colonne inconnue ici, ou une en double
        [value] ce qui se trouve dans « { $column } » ne peut pas y être
       *[rule] elle enfreint une règle, répète un identifiant ou renvoie à une ligne qui manque
    } ; corrigez-la ou exportez de nouveau, rien n’a été changé
error-damaged-backup = la sauvegarde est endommagée ; choisissez-en une autre, rien n’a été changé
error-not-a-backup = le fichier n’est pas une sauvegarde de JustMet ; choisissez-en un autre, rien n’a été changé
error-storage = le stockage a signalé un problème ({ $detail }) ; réessayez, et vérifiez le disque si cela persiste
error-interrupted = la lecture a été interrompue par une plus récente ; demandez à nouveau
error-conflict = cela se heurte à ce qui est déjà gardé ; relisez et réessayez
error-shell = l’appareil n’a pas pu donner l’heure ou afficher le changement ({ $detail })
error-internal = un problème est survenu dans JustMet ; rien n’a été écrit à moitié, réessayez

## What keeps reminders from being seen

problem-not-allowed-to-notify = Les notifications sont désactivées : vous trouverez ici ce qui est à faire. Vous pouvez les autoriser dans les réglages de cet appareil.
problem-channel-off = Les notifications « L’unique rappel » sont désactivées : ce qui est dû se trouve ici. Vous pouvez les activer dans les réglages de l’application.
problem-background-restricted = Cet appareil empêche JustMet de travailler en arrière-plan : aucun rappel ne peut venir. Autorisez-le dans les réglages de batterie de l’application ; d’ici là, ce qui est dû se trouve ici.
problem-over-capacity = Plus de relances attendent qu’iOS n’en peut garder. Les plus proches sont en place ; ouvrez JustMet de temps en temps et les autres suivront.
problem-clock-suspect = L’horloge de cet appareil semble fausse, les rappels attendent donc un peu. Vérifiez la date et l’heure dans les réglages.
problem-unknown-notifications = Une notification qui n’appartenait à personne a été retirée. Il n’y a rien à faire.

## The phones: labels of buttons and headings, given out by `say`

shell-app-name = JustMet
shell-capture-placeholder = Priya, Acme, préfère WhatsApp 514 555 0142, présentation, mardi
shell-save = Enregistrer
shell-saved = C’est noté
shell-undo = Annuler
shell-done = Fait
shell-later = Plus tard
shell-let-go = Laisser
shell-add = Ajouter quelqu’un
shell-today = Aujourd’hui
shell-recently-met = Rencontres récentes
shell-search = Rechercher
shell-why-not = Pourquoi pas les autres
shell-line = La ligne telle que saisie
shell-promises = Promesses
shell-how-to-reach = Moyens de contact
shell-prefers = C’est son souhait
shell-not-this-one = Pas celui-ci
shell-nothing-said = Rien n’a été dit
shell-ask-them = Demander
shell-reminder-channel = Le rappel unique
shell-notify-reason = JustMet peut-il vous rappeler une fois chaque personne ? Sinon, les rappels se trouvent ici.
shell-no-reminder = Pas de rappel
shell-follow-up-waiting = Un rappel vous attend
shell-retry = Réessayer
shell-close = Fermer
shell-sent-question = Envoyé ?
shell-yes = Oui
shell-not-yet = Pas encore
shell-send-anyway = Envoyer quand même
shell-send-anyway-why = Pourquoi quand même ?
shell-write = Écrire
shell-they-answered = Réponse reçue
shell-let-it-rest = En rester là
shell-i-owe = J’ai promis
shell-they-owe = On m’a promis
shell-kept = Tenu
shell-hours = Heures
shell-history = Ce qui a été dit
shell-ledger = Ce que le rappel est devenu
shell-message = Message
shell-my-name = Votre nom dans les messages
shell-unsure = pas sûr, touchez pour confirmer
shell-preferred = préféré
shell-refused = pas celui-ci
shell-field-name = Nom
shell-field-org = Organisation
shell-field-role = Fonction
shell-field-event = Rencontre à
shell-field-channel = Moyen de contact
shell-field-hours = Heures
shell-field-promise = Promesse
shell-field-notes = Note
shell-field-follow-up = Rappel
shell-drop = Retirer
shell-change = Modifier
shell-paste = Coller
shell-more = de plus
shell-empty = Personne encore. La prochaine rencontre tient en une ligne.
shell-understood = Compris
shell-copy = Copier
shell-copied = Copié
shell-copied-instead = Aucune application ne l’ouvre ici : c’est copié.
shell-subject = Objet
shell-language = Langue
shell-notes = Notes
shell-back = Retour
shell-not-now = Pas maintenant
shell-clear = Effacer
shell-settings = Réglages
shell-backup = Sauvegarde
shell-backup-make = Faire une sauvegarde
shell-backup-explained = Avec une phrase secrète, personne d’autre ne peut lire la sauvegarde. Sans elle, quiconque a le fichier le peut.
shell-passphrase = Phrase secrète
shell-passphrase-of-backup = Phrase secrète de la sauvegarde
shell-export-text = Exporter en texte
shell-keep-file = Garder le fichier
shell-restore = Restaurer
shell-restore-from = Restaurer depuis un fichier
shell-restore-explained = Une sauvegarde remplace tout ce qui est ici ; un export s’y ajoute.
shell-check = Vérifier si la base est intacte
shell-salvage = Sauver ce qui est lisible
shell-encrypted-explained = Ce qui est gardé ici est chiffré avec une clé de ce téléphone. Un autre téléphone n’ouvre qu’une sauvegarde : faites-en une avant de changer de téléphone.
shell-keyless = La clé de la base n’est pas ici
shell-keyless-explained = Sa clé est sur un autre téléphone. Faites-y une sauvegarde : vous pourrez la restaurer ici après avoir recommencé à zéro. La base fermée reste à côté de la nouvelle.
shell-begin-anew = Recommencer à zéro
shell-usual-weekend = Le week-end habituel de la région
shell-days-off = Autres jours libres
shell-days-off-explained = Aucun rappel sans jour précisé ne tombe un jour libre. Ce qui est déjà prévu reste où il est.
shell-day = Jour
shell-another-day = Un autre jour
shell-add-day = Ajouter
shell-learned = Appris des réponses
shell-forget-learned = Oublier ce qui a été appris
shell-offer-explained = Chaque personne est proposée une fois, ici dans l’app, et aucune ne part sans votre geste.
shell-look = Les voir
shell-nobody = Personne ici.
shell-offer-deletion = Proposer d’oublier qui n’a jamais été relancé
shell-never-followed-up = Jamais relancés
shell-keep = Garder
shell-keep-all = Tout garder
shell-forget = Oublier
shell-next-best = Prendre celui-ci
shell-preference = Ses souhaits
shell-more-actions = Plus
shell-weekend = Week-end
shell-place-failed = Cela n’a pas marché à cet endroit. Choisissez-en un autre.

## The terminal shell

terminal-saved = C’est noté
terminal-name = Nom
terminal-org = Organisation
terminal-role = Fonction
terminal-event = Événement
terminal-preferred = de préférence
terminal-refused = pas par ici
terminal-i-owe = J’ai promis
terminal-they-owe = On m’a promis
terminal-kept = tenu
terminal-subject = Objet
terminal-custom = L’usage
terminal-add = À ajouter
terminal-noted = Votre note
terminal-send-anyway = Pour l’envoyer quand même, dites pourquoi : justmet draft { $who } --because "…"
terminal-reason = Raison
terminal-notes = Notes
terminal-line = Ligne
terminal-unsure = à vérifier
terminal-reminder = Rappel
terminal-no-reminder = aucun, comme demandé
terminal-no-desktop = aucun bureau ne montre de notifications ici ; ce qui est dû est affiché
terminal-weekend = Week-end
terminal-weekend-of-region = comme dans votre région
terminal-days-off = Jours chômés
terminal-no-days-off = aucun
terminal-offer-deletion = Proposer d’oublier
terminal-offer-off = La proposition est désactivée. Pour être consulté une fois sur qui n’a pas été relancé depuis un an : justmet settings --offer-deletion 12
terminal-offer-nobody = Personne à proposer.
terminal-offer-how = En garder un : justmet offer --keep 1 ; tous : justmet offer --keep-all ; en oublier un : justmet forget 1
terminal-offer-look = { $offer } justmet offer
terminal-offer-kept = Gardé. La question ne sera plus posée.
terminal-offer-kept-all = Tout le monde est gardé. La question ne sera plus posée.
terminal-offer-more = { $count ->
    [one] Une autre personne suivra après ces réponses.
   *[other] { $count } autres suivront après ces réponses.
}
terminal-ended = terminé
terminal-hint = À noter
terminal-undo = Pour annuler dans les { $seconds } s : justmet undo
terminal-due-now = À faire maintenant
terminal-next = Ensuite
terminal-column-number = #
terminal-column-name = Nom
terminal-column-org = Organisation
terminal-column-what = Quoi
terminal-column-event = Événement
terminal-column-channel = Écrire par
terminal-column-when = Quand
terminal-column-met = Rencontre
terminal-column-found = Trouvé dans
terminal-nobody = Personne pour l’instant. Essayez : justmet add "Priya, Acme, préfère WhatsApp +1 514 555 0142"
terminal-no-hit = Personne ne correspond à « { $text } ». Pour ajouter cette personne : justmet add "{ $text }"
terminal-nobody-matches = Personne ne correspond à « { $text } ».
terminal-more = Il y en a d’autres : justmet list --all
terminal-more-found = Il y en a d’autres : ajoutez un mot.
terminal-several = « { $text } » peut désigner plusieurs personnes ; indiquez laquelle par son numéro :
terminal-unknown-who = personne ne correspond à « { $text } » ; cherchez avec « justmet search » ou « justmet list »
terminal-empty-search = dites quoi chercher : une partie d’un nom, « événement:rustconf », « rencontré:2026-11 »
terminal-unknown-channel = « { $text } » n’est pas un canal ; utilisez l’un de { $known }
terminal-unknown-number = il n’y a pas de numéro { $text } dans la dernière liste ; lancez d’abord « justmet list »
terminal-no-open-follow-up = il n’y a pas de rappel en cours pour { $name }
terminal-no-such-promise = il n’y a pas de promesse ouverte « { $text } » ; les promesses ouvertes : { $known }
terminal-forget-sure = Oublier { $name } pour de bon ? Rien ne permettra d’y revenir. [y/N]
terminal-forgotten-elsewhere = Les sauvegardes et exports faits avant contiennent encore cette personne.
terminal-restore-sure = Remplacer les { $count } personnes d’ici par celles de la sauvegarde ? [y/N]
terminal-not-done = Rien n’a été changé.
terminal-passphrase = Phrase secrète :
terminal-passphrase-again = Encore une fois :
terminal-passphrases-differ = les deux phrases secrètes diffèrent ; réessayez
terminal-passphrase-unread = aucune phrase secrète ne peut être demandée ici ; mettez-la dans un fichier pour --passphrase-file, ou dans JUSTMET_PASSPHRASE
terminal-file-unread = le fichier ne peut pas être lu ({ $detail }) ; vérifiez son nom et ses droits
terminal-unwritten = l’écriture a échoué ({ $detail }) ; vérifiez le dossier et la place libre
terminal-input-not-utf8 = l’entrée standard n’est pas du texte UTF-8 ; convertissez-la d’abord, par exemple avec iconv
terminal-input-unread = l’entrée standard ne peut pas être lue ({ $detail }) ; essayez avec un fichier
terminal-exported = Exporté vers { $file }.
terminal-contacts = Personnes
terminal-encounters = Rencontres
terminal-open-follow-ups = Suivis ouverts
terminal-forgotten = Oubliées
terminal-size = Taille
terminal-schema = Schéma
terminal-could-not = « { $doing } » n’a pas abouti : { $error }
