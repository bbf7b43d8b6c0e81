# German. Every message here exists, with the same arguments, in the other four languages.

## Dates. The weekday and the month are messages of their own; $time is always 24 hours.

date-time = { $weekday }, { $day }. { $month } { $year }, { $time }
date = { $weekday }, { $day }. { $month } { $year }
weekday-1 = Mo.
weekday-2 = Di.
weekday-3 = Mi.
weekday-4 = Do.
weekday-5 = Fr.
weekday-6 = Sa.
weekday-7 = So.
month-1 = Jan.
month-2 = Feb.
month-3 = März
month-4 = Apr.
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = Aug.
month-9 = Sept.
month-10 = Okt.
month-11 = Nov.
month-12 = Dez.

hours = { $kind ->
    [after] ab { $from }
    [before] bis { $until }
   *[between] { $from }–{ $until }
}

## Channels whose name is a word, not a brand

channel-email = E-Mail
channel-phone = Telefon
channel-sms = SMS

## The suggestion. $kind is the channel's stable name, $channel its name as people write it.

suggestion = { $kind ->
    [email] E-Mail schreiben
    [phone] Anrufen
    [sms] SMS schicken
   *[other] Per { $channel } schreiben
}
suggestion-with-reason = { $suggestion }: { $reason }
suggestion-none = Es gibt noch keinen Weg, dieser Person zu schreiben
suggestion-peace = Nachrichten sind nicht gewünscht
runner-up = Zweite Wahl: { $channel } ({ $reason })
runner-up-hours = Zweite Wahl: { $channel }, { $hours } ({ $reason })
suggestion-hours = Genannte Uhrzeiten: { $hours }
why-not = Nicht per { $channel }: { $reason }
ask-them = Wie bleiben wir am besten in Kontakt?
ask-address = Nummer, Adresse oder Name dort
ask-back = Zurück
ask-more = Mehr
ask-answer = am liebsten { $channel } { $address }

reason-they-asked-for-it = so gewünscht
reason-their-choice-is-out-of-reach = der Wunschkanal ist gerade nicht erreichbar
reason-only-one-on-hand = der einzige Weg, den du hast
reason-they-used-it-last = darüber kam die letzte Nachricht
reason-answered-there = { $written ->
    [one] { $place ->
        [event] die eine Person von einer Veranstaltung, der du dort geschrieben hast, hat geantwortet
        [work] die eine Person aus dem Beruf, der du dort geschrieben hast, hat geantwortet
        [private] die eine Person aus dem Privaten, der du dort geschrieben hast, hat geantwortet
       *[any] die eine Person, der du dort geschrieben hast, hat geantwortet
    }
   *[other] { $answered ->
        [one] { $place ->
            [event] { $answered } von { $written } Bekanntschaften von Veranstaltungen hat dort geantwortet
            [work] { $answered } von { $written } beruflichen Bekanntschaften hat dort geantwortet
            [private] { $answered } von { $written } privaten Bekanntschaften hat dort geantwortet
           *[any] { $answered } von { $written } hat dort geantwortet
        }
       *[other] { $place ->
            [event] { $answered } von { $written } Bekanntschaften von Veranstaltungen haben dort geantwortet
            [work] { $answered } von { $written } beruflichen Bekanntschaften haben dort geantwortet
            [private] { $answered } von { $written } privaten Bekanntschaften haben dort geantwortet
           *[any] { $answered } von { $written } haben dort geantwortet
        }
    }
} (üblich: { $usual } %)
reason-usual-in-their-country = so schreibt man sich in diesem Land
reason-welcome-almost-everywhere = fast überall willkommen
reason-they-gave-it = kommt direkt von der Person
reason-most-usual-on-hand = der üblichste der Wege, die du hast

why-they-said-no = dort ausdrücklich nicht gewünscht
why-they-asked-for-peace = Nachrichten sind nicht gewünscht
why-no-address = so gewünscht, aber dir fehlt dort noch eine Adresse
why-shut-down = den Dienst gibt es nicht mehr; frag stattdessen nach { $successor }
why-not-given-for-that = ob die Nummer dafür gedacht ist, ist nicht bekannt
why-not-confirmed = die Adresse ist nicht bestätigt
why-invitations-are-few = mit einem Gratiskonto sind persönliche Einladungen knapp
why-they-prefer-another = ein anderer Weg ist gewünscht
why-they-use-another = die Nachrichten kommen über einen anderen Weg
why-answered-less = { $answered ->
    [one] { $answered } Antwort
   *[other] { $answered } Antworten
} auf { $written ->
    [one] { $place ->
        [event] { $written } Nachricht dort nach Veranstaltungen
        [work] { $written } berufliche Nachricht dort
        [private] { $written } private Nachricht dort
       *[any] { $written } Nachricht dort
    }
   *[other] { $place ->
        [event] { $written } Nachrichten dort nach Veranstaltungen
        [work] { $written } berufliche Nachrichten dort
        [private] { $written } private Nachrichten dort
       *[any] { $written } Nachrichten dort
    }
} (üblich: { $usual } %)
why-less-usual = andere sind für eine erste Nachricht üblicher

## What was learned from answers

learned-nothing = Noch nichts gelernt. Wenn du notierst, ob Antworten kommen, folgen die Vorschläge dem, was bei dir klappt. Es bleibt auf diesem Gerät.
learned-explained = Auf diesem Gerät aus deinen Notizen gezählt: Antworten auf alles, was lange genug her ist. Älteres zählt weniger.
learned-rate = { $channel }: { $written ->
    [one] { $answered } von { $written } Nachricht beantwortet
   *[other] { $answered } von { $written } Nachrichten beantwortet
}
learned-forgotten = Vergessen. Die Vorschläge beginnen wieder beim Üblichen.

## Messages: what became of them, and what speaks against one

sent-question = Per { $channel } gesendet?
let-go-proposal = Keine Antwort von { $name } seit { $date }. Du hast deinen Teil getan: ruhen lassen?
message-opened = { $channel }, { $date }: geöffnet, vielleicht nicht gesendet
message-sent = { $channel }, { $date }: gesendet
message-replied = { $channel }, { $date }: gesendet und beantwortet
message-no-answer = { $channel }, { $date }: gesendet, ruht nun
message-received = { $channel }, { $date }: Nachricht bekommen
message-declined = { $channel }, { $date }: Nachrichten sind nicht gewünscht
wish-preferred = Am liebsten { $channel } ({ $how }, { $date })
wish-preferred-hours = Am liebsten { $channel }, { $hours } ({ $how }, { $date })
wish-hours = { $channel }: { $hours } ({ $how }, { $date })
wish-refused = Nicht per { $channel } ({ $how }, { $date })
wish-refused-hours = Nicht per { $channel }, { $hours } ({ $how }, { $date })
note-asked-not-to = { $name } wünscht seit { $date } keine Nachrichten
note-not-there = Auf diesem Weg sind Nachrichten nicht gewünscht
note-let-go = Am { $date } hast du es ruhen lassen
note-no-answer-yet = Deine Nachricht per { $channel } vom { $date } ist noch ohne Antwort; eine genügt
note-nearly-the-same = { $more ->
    [0] Fast dasselbe ging an { $first } und { $second }: Ergänze etwas, worüber ihr wirklich gesprochen habt
    [one] Fast dasselbe ging an { $first }, { $second } und { $more } weitere Person: Ergänze etwas, worüber ihr wirklich gesprochen habt
   *[other] Fast dasselbe ging an { $first }, { $second } und { $more } weitere: Ergänze etwas, worüber ihr wirklich gesprochen habt
}
note-outside-their-hours = Außerhalb der genannten Zeiten: { $hours }
note-night = Dort ist es { $time } Uhr; ab 08:00 kommt es besser an
note-not-given-for-that = Ob diese Nummer für Nachrichten gedacht ist, ist nicht bekannt
note-private-in-public = Hier wird leicht aus Versehen etwas öffentlich: Lass Nummern und Adressen weg
outcome-wrote = Schon gemeldet ({ $channel })
outcome-answered = Antwort bekommen ({ $channel })
outcome-asked-not-to = Keine Nachrichten gewünscht
noted-opened = Notiert: { $channel } geöffnet.
noted-not-sent = Notiert: nicht gesendet.
noted-sent = Notiert: per { $channel } geschrieben.
noted-sent-and-done = Notiert: per { $channel } geschrieben. Die Erinnerung ist vorbei.
noted-replied = Notiert: Antwort per { $channel }.
noted-no-answer = Es ruht. Du hast deinen Teil getan.
noted-asked-not-to = Notiert: keine Nachrichten mehr.
count-of = { $unit ->
    [words] { $used } von { $limit } Wörtern
   *[characters] { $used } von { $limit } Zeichen
}
count = { $unit ->
    [words] { $used } Wörter
   *[characters] { $used } Zeichen
}

## The first message, in the language of the person who gets it

draft-greeting-name = Hallo { $name },
draft-greeting = Guten Tag,
draft-greeting-again-name = Hallo { $name }!
draft-greeting-again = Guten Tag!
draft-me-met-at = hier ist { $me }, wir haben uns bei { $event } kennengelernt.
draft-me-met-on = hier ist { $me }, wir haben uns am { $day } kennengelernt.
draft-met-at = wir haben uns bei { $event } kennengelernt.
draft-met-on = wir haben uns am { $day } kennengelernt.
draft-day = { $day }. { $month }
draft-promised = Wie versprochen: { $what }.
draft-offered = Zum Angebot von neulich ({ $what }): Gilt es noch?
draft-detail = Unser Thema war: { $what }.
draft-ask = Passen zehn Minuten in der nächsten Woche?
draft-subject-event-about = { $event }: { $about }
draft-subject-event = Unser Gespräch bei { $event }
draft-subject-about = { $about } (unser Gespräch am { $day })
draft-subject-day = Unser Gespräch am { $day }
draft-add-detail = Ergänze etwas, worüber ihr wirklich gesprochen habt
custom-subject-names-event = Ein Betreff, der sagt, wo ihr euch begegnet seid, höchstens 125 Wörter
custom-connection-note = Kurz genug für eine Kontaktanfrage: 200 Zeichen
custom-introduce-yourself-by-day = Tagsüber; sag zuerst, wer du bist, deine Nummer ist vielleicht unbekannt
custom-agree-on-a-call = Tagsüber, am besten verabredet; das hier kannst du sagen
custom-shared-space-only = Nur in einem gemeinsamen Bereich; auf einen bloßen Gruß hin wartet man nur
custom-message-request = Kurz: Es landet bei den Nachrichtenanfragen
custom-add-first = Erst einander hinzufügen, dann schreiben
custom-retired = Dort liest niemand mehr

## The person

no-name = Noch kein Name
met-on = Kennengelernt am { $date }
met-at-on = Kennengelernt: { $event }, am { $date }
promise-by-me = Von mir versprochen: { $what }
promise-by-them = Mir versprochen: { $what }
provenance-told = dir gesagt
provenance-card = Visitenkarte
provenance-scanned = gescannt
provenance-imported = importiert
provenance-guessed = nicht bestätigt

## The one reminder

reminder-promise-by-me = { $what } für { $name }
reminder-promise-by-them = { $name } hat angeboten: { $what }
reminder-hello = Hallo sagen: { $name }
reminder-digest = { $count ->
    [one] Eine Person anzuschreiben
   *[other] { $count } Personen anzuschreiben
}
reminder-more = { $count ->
    [one] Noch eine Nachricht wartet in JustMet
   *[other] Noch { $count } Nachrichten warten in JustMet
}
reminder-more-body = Öffne JustMet einmal, dann wirst du an jede erinnert.
later-tomorrow = Morgen
later-three-days = In drei Tagen
later-next-week = In einer Woche

## What became of it, line by line

ledger-planned = Geplant für { $date }.
ledger-shown = Die Erinnerung wurde gezeigt.
ledger-snoozed = Verschoben auf { $date }.
ledger-done = Erledigt.
ledger-let-go = Losgelassen.
ledger-undone = Die letzte Aktion wurde zurückgenommen.
ledger-contact-gone = Die Person wurde vergessen.
ledger-handed-over = iOS hat sie und wird sie zeigen.
ledger-taken-back = Sie wurde von iOS zurückgeholt.
ledger-presumed = iOS hat sie gezeigt, soweit man das wissen kann.
ledger-seen-in-inbox = In der App gesehen.
ledger-inbox-only = Sie wartet in der Liste, ohne Benachrichtigung.
ledger-restored = Sie war fällig, als die Daten wiederhergestellt wurden: Sie wartet in der Liste.
ledger-swiped-away = Die Benachrichtigung wurde weggewischt.
nothing-due = Nichts zu tun. Genieß das Gespräch.
acted-done = Erledigt.
acted-snoozed = Verschoben auf { $date }.
acted-let-go = Losgelassen.
acted-already-handled = Schon erledigt.
acted-delivered = Angezeigt.
undone-saved = Zurückgenommen: Nichts wurde behalten.
undone-acted = Zurückgenommen.
undone-forgotten = Alles ist wieder da, wie es war.

## Damit nichts verloren geht

check-whole = Alles ist in Ordnung.
check-faulty = Mit der Datenbank stimmt etwas nicht. Exportiere jetzt, was lesbar ist (justmet export), und stelle dann eine Sicherung wieder her.
backup-made = { $count ->
    [one] Eine Person gesichert.
   *[other] { $count } Personen gesichert.
}
backup-restored = { $count ->
    [one] Eine Person wiederhergestellt. Was fällig ist, wartet hier, ohne noch einmal zu erinnern.
   *[other] { $count } Personen wiederhergestellt. Was fällig ist, wartet hier, ohne noch einmal zu erinnern.
}
imported = { $added ->
    [one] Eine Person ist hier neu
   *[other] { $added } Personen sind hier neu
}, { $known } waren schon bekannt.
forgotten = Vergessen.
forgotten-for-good = Endgültig vergessen: Es ist nichts mehr da.
deletion-offer = { $count ->
    [one] Bei einer Person hast du dich nie gemeldet.
   *[other] Bei { $count } Personen hast du dich nie gemeldet.
} Behalten oder vergessen? Gefragt wird nur einmal.
offer-never = Nie
offer-after-months = { $months ->
    [one] Nach einem Monat
   *[other] Nach { $months } Monaten
}
key-changed-encrypted = Die Datenbank ist mit dem neuen Schlüssel verschlüsselt. Bewahre ihn gut auf: Ohne ihn kann niemand sie öffnen, auch du nicht.
key-changed-plain = Die Datenbank ist nicht mehr verschlüsselt.
salvaged = { $count ->
    [one] Eine Person wurde gerettet.
   *[other] { $count } Personen wurden gerettet.
} Die beschädigte Datei liegt hier: { $file }

## Hints about how a line was read

hint-date-in-the-past = „{ $text }“ ist schon vorbei, darum wurde der übliche Zeitpunkt gewählt
hint-no-such-date = „{ $text }“ gibt es im Kalender nicht, darum wurde der übliche Zeitpunkt gewählt
hint-ambiguous-date = „{ $text }“ lässt sich auf zwei Arten lesen: Bitte bestätige den Tag
hint-does-not-recur = „{ $text }“: Eine Erinnerung wiederholt sich nicht, es gibt nur die eine
hint-number-without-region = „{ $text }“ hat keine Landesvorwahl: Ergänze sie oder stell deine Region ein
hint-number-not-in-use = „{ $text }“ sieht nicht nach einer vergebenen Nummer aus: Bitte prüfe sie
hint-bad-handle = „{ $text }“ kann dort keine Adresse sein: Bitte prüfe sie
hint-no-such-hours = Das ist keine Uhrzeit, darum bleibt es bei der alten; schreib 18-21 oder Wörter wie abends

## Die Listen

list-people = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}
list-heading = { $event } · { $people }
list-no-event = Ohne Veranstaltung

## Die Suche

search-forgiven = Niemand passt genau. Einen Tippfehler entfernt:
search-add = „{ $text }“ hinzufügen
search-no-date = „{ $text }“ ist kein Tag; schreib 2026, 2026-11 oder 2026-11-24
search-no-channel = „{ $text }“ ist kein Kanal
search-in-role = Rolle
search-in-notes = Notizen
search-in-my-promise = Von mir versprochen
search-in-their-promise = Mir versprochen

## Errors: what happened and what to do, fitting “could not …: { error }”

error-empty-line = die Zeile ist leer; gib einen Namen und einen Kontaktweg ein
error-line-too-long = die Zeile ist länger als { $limit } KB; behalte den Teil über diese Person
error-not-a-day = „{ $text }“ ist kein Tag; nimm ein Datum wie 2026-11-27 oder ein Wort wie Freitag
error-day-not-ahead = der Tag liegt nicht in der Zukunft; nenne einen ab morgen
error-not-a-weekend = „{ $text }“ ist kein Wochenende: Nenne einen bis sechs Wochentage
error-not-a-date = „{ $text }“ ist kein Datum; schreib es wie 2026-12-25
error-too-many-holidays = das sind mehr als tausend freie Tage; nimm die vergangenen heraus
error-not-so-many-months = „{ $text }“ ist keine Anzahl von Monaten zwischen 1 und 120; gib eine ein oder never
error-unknown-region = „{ $text }“ ist kein Ländercode; nimm zwei Buchstaben wie CA, DE oder BR
error-bad-cursor = die Stelle in der Liste ist ungültig; fang von vorn an
error-bad-id = „{ $text }“ ist keine Kennung
error-no-event = keine Veranstaltung heißt „{ $text }“; nenne einen Teil des Namens
error-no-contact = diese Person ist hier nicht (mehr) gespeichert
error-no-follow-up = diese Erinnerung ist hier nicht (mehr) gespeichert
error-no-promise = dieses Versprechen ist hier nicht (mehr) vorhanden
error-no-address-there = für { $channel } gibt es keine Adresse; füge eine hinzu oder wähle einen anderen Weg
error-no-way-to-write = es gibt noch keinen Weg, dieser Person zu schreiben; füge eine Adresse hinzu oder nenne den Weg
error-channel-shut-down = { $channel } gibt es nicht mehr; { $successor } hat es ersetzt
error-empty-reason = der Grund ist leer; sag in wenigen Worten, warum es trotzdem hinausgeht
error-nothing-unanswered = keine Nachricht wartet auf eine Antwort
error-not-hours = „{ $text }“ nennt keine Uhrzeiten; schreib 18-21 oder Wörter wie abends
error-not-an-address = das kann keine Adresse bei { $channel } sein; sieh sie dir noch einmal an, und beginne eine Nummer mit + und der Landesvorwahl
error-undo-expired = es ist zu spät, das zurückzunehmen, oder es ist schon zurückgenommen
error-nothing-to-undo = es gibt nichts zurückzunehmen
error-newer-database = die Datenbank stammt von einer neueren Version von JustMet; aktualisiere JustMet, um sie zu öffnen, nichts wurde verändert
error-not-justmet = die Datei ist keine Datenbank von JustMet; wähle eine andere, nichts wurde verändert
error-damaged-database = die Datenbank ist beschädigt; sie wurde gelassen, wie sie ist, und was noch lesbar ist, kann in eine neue gerettet werden
error-nothing-to-salvage = darin lässt sich niemand lesen; sie blieb, wie sie ist: Verschiebe sie und spiele eine Sicherung ein
error-not-encrypted = die Datenbank ist nicht verschlüsselt, und es wurde ein Schlüssel angegeben; öffne sie ohne
error-wrong-key = der Schlüssel öffnet die Datenbank nicht; nichts wurde geändert, nimm den, mit dem sie verschlüsselt wurde
error-key-store = der Schlüssel der Datenbank ist gerade nicht zu haben ({ $detail }); entsperre das Gerät und versuch es noch einmal, nichts wurde geändert
error-no-encryption = diese Fassung von JustMet kann nicht verschlüsseln; nimm eine, die es kann
error-busy-database = ein anderes Programm hält die Datenbank fest; schließ es und versuch es noch einmal
error-read-only-database = in die Datenbank lässt sich nicht schreiben; prüfe die Rechte der Datei und ihres Ordners
error-database-gone = die Datei der Datenbank wurde entfernt oder ersetzt, während sie offen war; lege sie zurück und öffne JustMet neu, oder sichere jetzt, was noch da ist
error-full-disk = der Speicher ist voll; schaff etwas Platz und versuch es noch einmal, nichts wurde halb geschrieben
error-is-directory = der Pfad ist ein Ordner; gib den Pfad einer Datei darin an
error-no-folder = der Ordner existiert nicht oder ist nicht zugänglich; leg ihn an oder wähle einen anderen Pfad
error-no-such-file = diese Datei gibt es nicht; prüfe den Namen
error-file-taken = dort liegt schon etwas anderes; wähle einen anderen Namen, es wurde nicht angerührt
error-sealed = die Sicherung ist versiegelt; gib ihre Passphrase an
error-wrong-passphrase = die Passphrase öffnet diese Sicherung nicht; versuch es noch einmal, nichts wurde geändert
error-empty-passphrase = die Passphrase ist leer; wähle eine aus mehreren Wörtern
error-not-an-export = das ist kein vollständiger Export von JustMet (etwa Zeile { $line }); nichts wurde geändert
error-refused-row = die Zeile { $line } wird abgelehnt: in „{ $table }“ { $fault ->
        [missing] fehlt „{ $column }“
        [unknown] hat sie eine Spalte, die hier nicht bekannt ist, oder eine doppelt
        [value] kann das, was in „{ $column }“ steht, dort nicht stehen
       *[rule] bricht sie eine Regel, wiederholt eine Kennung oder verweist auf eine fehlende Zeile
    }; bessere sie aus oder exportiere neu, nichts wurde geändert
error-damaged-backup = die Sicherung ist beschädigt; wähle eine andere, nichts wurde geändert
error-not-a-backup = die Datei ist keine Sicherung von JustMet; wähle eine andere, nichts wurde geändert
error-storage = der Speicher meldet einen Fehler ({ $detail }); versuch es noch einmal und prüfe den Datenträger, wenn er bleibt
error-interrupted = es wurde für etwas Neueres abgebrochen; frag noch einmal
error-conflict = es passt nicht zu dem, was schon gespeichert ist; lies es neu ein und versuch es noch einmal
error-shell = das Gerät konnte die Zeit nicht nennen oder die Änderung nicht zeigen ({ $detail })
error-internal = in JustMet ist etwas schiefgegangen; nichts wurde halb geschrieben, versuch es noch einmal

## What keeps reminders from being seen

problem-not-allowed-to-notify = Benachrichtigungen sind aus: Was ansteht, findest du hier. Erlauben kannst du sie in den Einstellungen dieses Geräts.
problem-channel-off = Die Benachrichtigungen „Die eine Erinnerung“ sind ausgeschaltet: Was ansteht, findest du hier. Einschalten kannst du sie in den Einstellungen der App.
problem-background-restricted = Dieses Gerät lässt JustMet nicht im Hintergrund arbeiten, deshalb kann keine Erinnerung kommen. Erlaube es in den Akku-Einstellungen der App; bis dahin findest du hier, was ansteht.
problem-over-capacity = Es warten mehr Erinnerungen, als iOS behalten kann. Die nächsten sind gestellt; öffne JustMet hin und wieder, dann folgt der Rest.
problem-clock-suspect = Die Uhr dieses Geräts scheint falsch zu gehen, deshalb warten die Erinnerungen etwas. Bitte prüfe Datum und Uhrzeit in den Einstellungen.
problem-unknown-notifications = Eine Benachrichtigung, die zu niemandem gehört, wurde entfernt. Es ist nichts zu tun.

## The phones: labels of buttons and headings, given out by `say`

shell-app-name = JustMet
shell-capture-placeholder = Priya, Acme, am liebsten WhatsApp 514 555 0142, Folien, Dienstag
shell-save = Speichern
shell-saved = Gespeichert
shell-undo = Rückgängig
shell-done = Erledigt
shell-later = Später
shell-let-go = Loslassen
shell-add = Jemanden hinzufügen
shell-today = Heute
shell-recently-met = Zuletzt getroffen
shell-search = Suchen
shell-why-not = Warum nicht die anderen
shell-line = Die Zeile, wie du sie eingegeben hast
shell-promises = Versprochen
shell-how-to-reach = So erreichst du sie
shell-prefers = Gewünscht
shell-not-this-one = Nicht gewünscht
shell-nothing-said = Nichts gesagt
shell-ask-them = Fragen
shell-reminder-channel = Die eine Erinnerung
shell-notify-reason = Darf JustMet dich an jede Person einmal erinnern? Sonst findest du Erinnerungen hier.
shell-no-reminder = Keine Erinnerung
shell-follow-up-waiting = Eine Erinnerung wartet
shell-retry = Noch einmal
shell-close = Schließen
shell-sent-question = Gesendet?
shell-yes = Ja
shell-not-yet = Noch nicht
shell-send-anyway = Trotzdem senden
shell-send-anyway-why = Warum trotzdem?
shell-write = Schreiben
shell-they-answered = Antwort bekommen
shell-let-it-rest = Ruhen lassen
shell-i-owe = Von mir versprochen
shell-they-owe = Mir versprochen
shell-kept = Gehalten
shell-hours = Uhrzeiten
shell-history = Was gesagt wurde
shell-ledger = Was aus der Erinnerung wurde
shell-message = Nachricht
shell-my-name = Dein Name in Nachrichten
shell-unsure = nicht sicher, zum Bestätigen tippen
shell-preferred = bevorzugt
shell-refused = nicht gewünscht
shell-field-name = Name
shell-field-org = Firma
shell-field-role = Rolle
shell-field-event = Getroffen bei
shell-field-channel = Erreichbar über
shell-field-hours = Uhrzeiten
shell-field-promise = Versprechen
shell-field-notes = Notiz
shell-field-follow-up = Erinnerung
shell-drop = Entfernen
shell-change = Ändern
shell-paste = Einfügen
shell-more = weitere
shell-empty = Noch niemand. Die nächste Person ist nur eine Zeile entfernt.
shell-understood = Verstanden
shell-copy = Kopieren
shell-copied = Kopiert
shell-copied-instead = Keine App hier öffnet das, es wurde kopiert.
shell-subject = Betreff
shell-language = Sprache
shell-notes = Notizen
shell-back = Zurück
shell-not-now = Jetzt nicht
shell-clear = Löschen
shell-settings = Einstellungen
shell-backup = Sicherung
shell-backup-make = Sicherung anlegen
shell-backup-explained = Mit einer Passphrase kann niemand sonst die Sicherung lesen. Ohne sie kann es, wer die Datei hat.
shell-passphrase = Passphrase
shell-passphrase-of-backup = Passphrase der Sicherung
shell-export-text = Als Text exportieren
shell-keep-file = Datei aufheben
shell-restore = Wiederherstellen
shell-restore-from = Aus einer Datei wiederherstellen
shell-restore-explained = Eine Sicherung ersetzt alles, was hier ist; ein Export kommt dazu.
shell-check = Prüfen, ob die Datenbank in Ordnung ist
shell-salvage = Retten, was lesbar ist
shell-encrypted-explained = Was hier liegt, ist mit einem Schlüssel dieses Telefons verschlüsselt. Ein anderes Telefon öffnet nur eine Sicherung: Leg eine an, bevor du das Telefon wechselst.
shell-keyless = Der Schlüssel der Datenbank ist nicht hier
shell-keyless-explained = Ein anderes Telefon hat ihren Schlüssel. Leg dort eine Sicherung an: Sie lässt sich hier einspielen, sobald du neu begonnen hast. Die verschlossene Datenbank bleibt neben der neuen liegen.
shell-begin-anew = Neu beginnen
shell-usual-weekend = Das übliche Wochenende der Region
shell-days-off = Weitere freie Tage
shell-days-off-explained = Keine Erinnerung ohne genannten Tag kommt an einem freien Tag. Was schon geplant ist, bleibt, wo es ist.
shell-day = Tag
shell-another-day = Ein anderer Tag
shell-add-day = Hinzufügen
shell-learned = Aus Antworten gelernt
shell-forget-learned = Gelerntes vergessen
shell-offer-explained = Jede Person wird einmal vorgeschlagen, hier in der App, und niemand verschwindet, ohne dass du es antippst.
shell-look = Ansehen
shell-nobody = Niemand hier.
shell-offer-deletion = Vorschlagen, Leute zu vergessen, bei denen ich mich nie gemeldet habe
shell-never-followed-up = Nie gemeldet
shell-keep = Behalten
shell-keep-all = Alle behalten
shell-forget = Vergessen
shell-next-best = Diesen nehmen
shell-preference = Gewünschter Weg
shell-more-actions = Mehr
shell-weekend = Wochenende
shell-place-failed = An diesem Ort ging es nicht. Wähle einen anderen.

## The terminal shell

terminal-saved = Gespeichert
terminal-name = Name
terminal-org = Organisation
terminal-role = Rolle
terminal-event = Anlass
terminal-preferred = bevorzugt
terminal-refused = nicht gewünscht
terminal-i-owe = Von mir versprochen
terminal-they-owe = Mir versprochen
terminal-kept = gehalten
terminal-subject = Betreff
terminal-custom = Üblich
terminal-add = Zu ergänzen
terminal-noted = Deine Notiz
terminal-send-anyway = Um trotzdem zu senden, nenne den Grund: justmet draft { $who } --because "…"
terminal-reason = Grund
terminal-notes = Notizen
terminal-line = Zeile
terminal-unsure = unsicher
terminal-reminder = Erinnerung
terminal-no-reminder = keine, wie gewünscht
terminal-no-desktop = hier zeigt kein Desktop Benachrichtigungen; was fällig wird, wird ausgegeben
terminal-weekend = Wochenende
terminal-weekend-of-region = wie in deiner Region
terminal-days-off = Freie Tage
terminal-no-days-off = keine
terminal-offer-deletion = Vergessen vorschlagen
terminal-offer-off = Der Vorschlag ist aus. Um einmal nach denen gefragt zu werden, bei denen du dich ein Jahr lang nicht gemeldet hast: justmet settings --offer-deletion 12
terminal-offer-nobody = Niemand vorzuschlagen.
terminal-offer-how = Jemanden behalten: justmet offer --keep 1; alle: justmet offer --keep-all; jemanden vergessen: justmet forget 1
terminal-offer-look = { $offer } justmet offer
terminal-offer-kept = Behalten. Danach wird nicht mehr gefragt.
terminal-offer-kept-all = Alle sind behalten. Danach wird nicht mehr gefragt.
terminal-offer-more = { $count ->
    [one] Eine weitere Person folgt nach diesen Antworten.
   *[other] { $count } weitere folgen nach diesen Antworten.
}
terminal-ended = vorbei
terminal-hint = Hinweis
terminal-undo = Zurücknehmen innerhalb von { $seconds } s: justmet undo
terminal-due-now = Jetzt dran
terminal-next = Als Nächstes
terminal-column-number = #
terminal-column-name = Name
terminal-column-org = Organisation
terminal-column-what = Was
terminal-column-event = Anlass
terminal-column-channel = Schreiben per
terminal-column-when = Wann
terminal-column-met = Kennengelernt
terminal-column-found = Gefunden in
terminal-nobody = Noch niemand da. Probier: justmet add "Priya, Acme, bevorzugt WhatsApp +1 514 555 0142"
terminal-no-hit = Zu „{ $text }“ passt niemand. Zum Hinzufügen: justmet add "{ $text }"
terminal-nobody-matches = Zu „{ $text }“ passt niemand.
terminal-more = Es gibt noch mehr: justmet list --all
terminal-more-found = Es gibt mehr: noch ein Wort dazu.
terminal-several = „{ $text }“ kann mehrere Personen meinen; sag über die Nummer, welche:
terminal-unknown-who = zu „{ $text }“ passt niemand; such die Person mit „justmet search“ oder „justmet list“
terminal-empty-search = sag, wonach: einem Teil eines Namens, „veranstaltung:rustconf“, „getroffen:2026-11“
terminal-unknown-channel = „{ $text }“ ist kein Kanal; nimm einen von { $known }
terminal-unknown-number = in der letzten Liste gibt es keine Nummer { $text }; ruf zuerst „justmet list“ auf
terminal-no-open-follow-up = für { $name } ist keine Erinnerung offen
terminal-no-such-promise = es gibt kein offenes Versprechen „{ $text }“; offen sind: { $known }
terminal-forget-sure = { $name } endgültig vergessen? Nichts bringt das zurück. [y/N]
terminal-forgotten-elsewhere = Frühere Sicherungen und Exporte enthalten die Person noch.
terminal-restore-sure = Alle { $count } Personen hier durch die der Sicherung ersetzen? [y/N]
terminal-not-done = Nichts wurde geändert.
terminal-passphrase = Passphrase:
terminal-passphrase-again = Noch einmal:
terminal-passphrases-differ = die beiden Passphrasen sind verschieden; versuch es noch einmal
terminal-passphrase-unread = hier kann keine Passphrase erfragt werden; lege sie in eine Datei für --passphrase-file oder in JUSTMET_PASSPHRASE
terminal-file-unread = die Datei lässt sich nicht lesen ({ $detail }); prüfe Namen und Rechte
terminal-unwritten = es ließ sich nicht schreiben ({ $detail }); prüfe den Ordner und den freien Platz
terminal-input-not-utf8 = die Standardeingabe ist kein UTF-8-Text; wandle sie erst um, zum Beispiel mit iconv
terminal-input-unread = die Standardeingabe lässt sich nicht lesen ({ $detail }); versuch es mit einer Datei
terminal-exported = Exportiert nach { $file }.
terminal-contacts = Personen
terminal-encounters = Begegnungen
terminal-open-follow-ups = Offene Erinnerungen
terminal-forgotten = Vergessen
terminal-size = Größe
terminal-schema = Schema
terminal-could-not = „{ $doing }“ hat nicht geklappt: { $error }
