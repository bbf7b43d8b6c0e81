# English. Every message here exists, with the same arguments, in the other four languages.

## Dates. The weekday and the month are messages of their own; $time is always 24 hours.

date-time = { $weekday } { $day } { $month } { $year }, { $time }
date = { $weekday } { $day } { $month } { $year }
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

hours = { $kind ->
    [after] after { $from }
    [before] before { $until }
   *[between] { $from }–{ $until }
}

## Channels whose name is a word, not a brand

channel-email = email
channel-phone = phone
channel-sms = SMS

## The suggestion. $kind is the channel's stable name, $channel its name as people write it.

suggestion = { $kind ->
    [email] Write an email
    [phone] Call
    [sms] Send an SMS
   *[other] Write on { $channel }
}
suggestion-with-reason = { $suggestion }: { $reason }
suggestion-none = There is no way to write to them yet
suggestion-peace = They asked to be left in peace
runner-up = Next best: { $channel } ({ $reason })
runner-up-hours = Next best: { $channel }, { $hours } ({ $reason })
suggestion-hours = Hours they named: { $hours }
why-not = Not { $channel }: { $reason }
ask-them = How would you like to stay in touch?
ask-address = Number, address or name there
ask-back = Back
ask-more = More
ask-answer = prefers { $channel } { $address }

reason-they-asked-for-it = they asked for it
reason-their-choice-is-out-of-reach = what they prefer is out of reach for now
reason-only-one-on-hand = it is the only one on hand
reason-they-used-it-last = they wrote to you there last
reason-answered-there = { $written ->
    [one] { $place ->
        [event] the one person from an event whom you wrote to there answered
        [work] the one person from work whom you wrote to there answered
        [private] the one private contact whom you wrote to there answered
       *[any] the one person whom you wrote to there answered
    }
   *[other] { $place ->
        [event] { $answered } of { $written } people you met at events answered there
        [work] { $answered } of { $written } people you met through work answered there
        [private] { $answered } of { $written } people you met in private answered there
       *[any] { $answered } of { $written } people answered you there
    }
} (usual: { $usual } %)
reason-usual-in-their-country = it is what people write on there
reason-welcome-almost-everywhere = it is welcome almost everywhere
reason-they-gave-it = they gave it to you
reason-most-usual-on-hand = it is the most usual of those on hand

why-they-said-no = they asked not to be written to there
why-they-asked-for-peace = they asked not to be written to
why-no-address = they prefer it, but you have no address there yet
why-shut-down = the service was shut down; ask about { $successor } instead
why-not-given-for-that = nothing says the number was given for that
why-not-confirmed = the address is not confirmed
why-invitations-are-few = personal invitations are few on a free account
why-they-prefer-another = they prefer another
why-they-use-another = they write to you elsewhere
why-answered-less = { $written ->
    [one] { $place ->
        [any] { $answered } of { $written } person answered there
       *[other] { $answered } of { $written } person like that answered there
    }
   *[other] { $place ->
        [event] { $answered } of { $written } people you met at events answered there
        [work] { $answered } of { $written } people you met through work answered there
        [private] { $answered } of { $written } people you met in private answered there
       *[any] { $answered } of { $written } people answered you there
    }
} (usual: { $usual } %)
why-less-usual = others are more usual for a first message

## What was learned from answers

learned-nothing = Nothing learned yet. Note whether people answer, and suggestions follow what works for you. It stays on this device.
learned-explained = Counted on this device from what you noted: answered, of all that were sent long enough ago. Older ones count less.
learned-rate = { $channel }: { $written ->
    [one] { $answered } of { $written } message answered
   *[other] { $answered } of { $written } messages answered
}
learned-forgotten = Forgotten. Suggestions start from what is usual again.

## Messages: what became of them, and what speaks against one

sent-question = Sent on { $channel }?
let-go-proposal = No answer from { $name } since { $date }. You did your part: let it rest?
message-opened = { $channel }, { $date }: opened, perhaps not sent
message-sent = { $channel }, { $date }: sent
message-replied = { $channel }, { $date }: sent and answered
message-no-answer = { $channel }, { $date }: sent, now at rest
message-received = { $channel }, { $date }: they wrote
message-declined = { $channel }, { $date }: they asked not to be written to
wish-preferred = Prefers { $channel } ({ $how }, { $date })
wish-preferred-hours = Prefers { $channel }, { $hours } ({ $how }, { $date })
wish-hours = { $channel }: { $hours } ({ $how }, { $date })
wish-refused = Not { $channel } ({ $how }, { $date })
wish-refused-hours = Not { $channel }, { $hours } ({ $how }, { $date })
note-asked-not-to = { $name } asked on { $date } not to be written to
note-not-there = They asked not to be written to on this channel
note-let-go = You let this go on { $date }
note-no-answer-yet = Your message on { $channel } of { $date } has no answer yet; one is enough
note-nearly-the-same = { $more ->
    [0] You sent nearly the same to { $first } and { $second }: add one true detail
    [one] You sent nearly the same to { $first }, { $second } and one more person: add one true detail
   *[other] You sent nearly the same to { $first }, { $second } and { $more } others: add one true detail
}
note-outside-their-hours = Outside the hours they named: { $hours }
note-night = It is { $time } where they are; from 08:00 on is kinder
note-not-given-for-that = Nothing says this number was given for messages
note-private-in-public = A slip here makes this public: leave numbers and addresses out
outcome-wrote = I already got in touch ({ $channel })
outcome-answered = They answered ({ $channel })
outcome-asked-not-to = They asked not to be written to
noted-opened = Noted: opened { $channel }.
noted-not-sent = Noted: not sent.
noted-sent = Noted: written on { $channel }.
noted-sent-and-done = Noted: written on { $channel }. The reminder is over.
noted-replied = Noted: they answered on { $channel }.
noted-no-answer = It rests. You did your part.
noted-asked-not-to = Noted: they are left in peace.
count-of = { $unit ->
    [words] { $used } of { $limit } words
   *[characters] { $used } of { $limit } characters
}
count = { $unit ->
    [words] { $used } words
   *[characters] { $used } characters
}

## The first message, in the language of the person who gets it

draft-greeting-name = Hi { $name },
draft-greeting = Hello,
draft-greeting-again-name = Hi { $name }!
draft-greeting-again = Hello!
draft-me-met-at = { $me } here, we met at { $event }.
draft-me-met-on = { $me } here, we met on { $day }.
draft-met-at = we met at { $event }.
draft-met-on = we met on { $day }.
draft-day = { $day } { $month }
draft-promised = As promised: { $what }.
draft-offered = You kindly offered: { $what }. May I take you up on it?
draft-detail = We talked about: { $what }.
draft-ask = Would ten minutes next week suit you?
draft-subject-event-about = { $event }: { $about }
draft-subject-event = We met at { $event }
draft-subject-about = { $about } (we met on { $day })
draft-subject-day = We met on { $day }
draft-add-detail = Add one true detail of your conversation
custom-subject-names-event = A subject that names where you met, at most 125 words
custom-connection-note = Short enough for the note of a connection request: 200 characters
custom-introduce-yourself-by-day = By day; say first who you are, they may not know your number
custom-agree-on-a-call = By day, better agreed on before; this is what to say
custom-shared-space-only = Only inside a space you share; a bare greeting makes them wait
custom-message-request = Short: it lands among the message requests
custom-add-first = Add each other first, then write
custom-retired = Nobody reads there any more

## The person

no-name = No name yet
met-on = Met on { $date }
met-at-on = Met at { $event } on { $date }
promise-by-me = I owe: { $what }
promise-by-them = They owe: { $what }
provenance-told = told you
provenance-card = card
provenance-scanned = scanned
provenance-imported = imported
provenance-guessed = not confirmed

## The one reminder

reminder-promise-by-me = { $what } for { $name }
reminder-promise-by-them = { $name } offered: { $what }
reminder-hello = Say hello to { $name }
reminder-digest = { $count ->
    [one] One person to write to
   *[other] { $count } people to write to
}
reminder-more = { $count ->
    [one] One more follow-up waits in JustMet
   *[other] { $count } more follow-ups wait in JustMet
}
reminder-more-body = Open JustMet once, and you will be reminded of each of them.
later-tomorrow = Tomorrow
later-three-days = In three days
later-next-week = In a week

## What became of it, line by line

ledger-planned = Planned for { $date }.
ledger-shown = The reminder was shown.
ledger-snoozed = Put off until { $date }.
ledger-done = Done.
ledger-let-go = Let go.
ledger-undone = The last action was taken back.
ledger-contact-gone = The person was forgotten.
ledger-handed-over = iOS has it and will show it.
ledger-taken-back = It was taken back from iOS.
ledger-presumed = iOS has shown it, as far as anyone can tell.
ledger-seen-in-inbox = Seen in the app.
ledger-inbox-only = It waits in the inbox, without a notification.
ledger-restored = It was due when the data were restored: it waits in the inbox.
ledger-swiped-away = The notification was swiped away.
nothing-due = Nothing to do. Enjoy the talk.
acted-done = Done.
acted-snoozed = Put off until { $date }.
acted-let-go = Let go.
acted-already-handled = Already handled.
acted-delivered = Shown.
undone-saved = Taken back: nothing was kept.
undone-acted = Taken back.
undone-forgotten = Brought back as they were.

## Keeping the data safe

check-whole = Everything is in order.
check-faulty = Something is wrong with the database. Export what can be read now (justmet export), then restore a backup.
backup-made = { $count ->
    [one] Backed up one person.
   *[other] Backed up { $count } people.
}
backup-restored = { $count ->
    [one] Restored one person. What is due waits in the inbox, without another reminder.
   *[other] Restored { $count } people. What is due waits in the inbox, without another reminder.
}
imported = { $added ->
    [one] One person is new here
   *[other] { $added } people are new here
}, { $known } were known already.
forgotten = Forgotten.
forgotten-for-good = Forgotten for good: nothing is left.
deletion-offer = { $count ->
    [one] One person was never followed up.
   *[other] { $count } people were never followed up.
} Keep them, or forget them? You are asked once.
offer-never = Never
offer-after-months = { $months ->
    [one] After one month
   *[other] After { $months } months
}
key-changed-encrypted = The database is encrypted with the new key. Keep it safe: without it nobody can open the database, you included.
key-changed-plain = The database is not encrypted any more.
salvaged = { $count ->
    [one] One person was saved.
   *[other] { $count } people were saved.
} The damaged file lies at { $file }.

## Hints about how a line was read

hint-date-in-the-past = “{ $text }” is in the past, so the usual moment was chosen
hint-no-such-date = “{ $text }” is no day of the calendar, so the usual moment was chosen
hint-ambiguous-date = “{ $text }” can be read in two ways: please confirm the day
hint-does-not-recur = “{ $text }”: a follow-up does not recur, there is one reminder only
hint-number-without-region = “{ $text }” has no country code: add one, or set your region
hint-number-not-in-use = “{ $text }” looks like no number in use: please check it
hint-bad-handle = “{ $text }” cannot be an address there: please check it
hint-no-such-hours = That names no hours, so they stay as they were; type 18-21, or words such as evenings

## Lists

list-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
list-heading = { $event } · { $people }
list-no-event = Without an event

## The search

search-forgiven = Nobody matches exactly. One typing error away:
search-add = Add “{ $text }”
search-no-date = “{ $text }” is no day; use 2026, 2026-11 or 2026-11-24
search-no-channel = “{ $text }” is no channel
search-in-role = Role
search-in-notes = Notes
search-in-my-promise = I owe
search-in-their-promise = They owe

## Errors: what happened and what to do, fitting “could not …: { error }”

error-empty-line = the line is empty; type a name and a way to reach them
error-line-too-long = the line is longer than { $limit } KB; keep the part about this person
error-not-a-day = “{ $text }” is not a day; use a date such as 2026-11-27, or a word such as friday
error-day-not-ahead = the day is not ahead; name one from tomorrow on
error-not-a-weekend = “{ $text }” is no weekend: name one to six days of the week
error-not-a-date = “{ $text }” is no date; write it like 2026-12-25
error-too-many-holidays = that is more than a thousand days off; remove those that have passed
error-not-so-many-months = “{ $text }” is no number of months from 1 to 120; type one, or never
error-unknown-region = “{ $text }” is not a country code; use two letters such as CA, DE or BR
error-bad-cursor = the place in the list is not valid; start from the beginning
error-bad-id = “{ $text }” is not an identifier
error-no-event = no event was called “{ $text }”; use a part of its name
error-no-contact = this person is not kept here (any more)
error-no-follow-up = this follow-up is not kept here (any more)
error-no-promise = this promise is not kept here (any more)
error-no-address-there = there is no address on { $channel }; add one, or choose another channel
error-no-way-to-write = there is no way to write to them yet; add an address, or name the channel
error-channel-shut-down = { $channel } was shut down; { $successor } took its place
error-empty-reason = the reason is empty; say in a few words why it goes out all the same
error-nothing-unanswered = no message to them waits for an answer
error-not-hours = “{ $text }” names no hours; use 18-21, or words such as evenings
error-not-an-address = that cannot be an address on { $channel }; look at it again, and begin a number with + and its country code
error-undo-expired = it is too late to take that back, or it was taken back already
error-nothing-to-undo = there is nothing to take back
error-newer-database = the database was written by a newer version of JustMet; update JustMet to open it, nothing was changed
error-not-justmet = the file is not a JustMet database; choose another one, nothing was changed
error-damaged-database = the database is damaged; it was left as it is, and what can be read of it can be saved into a new one
error-nothing-to-salvage = nobody can be read in it; it was left as it is: move it away and restore a backup
error-not-encrypted = the database is not encrypted, and a key was given for it; open it without one
error-wrong-key = the key does not open the database; nothing was changed, use the key it was encrypted with
error-key-store = the key of the database cannot be had now ({ $detail }); unlock the device and try again, nothing was changed
error-no-encryption = this build of JustMet cannot encrypt; use one that can
error-busy-database = another program is holding the database; close it and try again
error-read-only-database = the database cannot be written to; check the permissions of the file and of its folder
error-database-gone = the database file was removed or replaced while it was open; put it back and open JustMet again, or back up now what is still there
error-full-disk = the disk is full; free some space and try again, nothing was half-written
error-is-directory = the path is a folder; give the path of a file in it
error-no-folder = the folder does not exist or cannot be entered; create it or choose another path
error-no-such-file = there is no such file; check its name
error-file-taken = something else lies there; choose another name, it was not touched
error-sealed = the backup is sealed; give its passphrase
error-wrong-passphrase = the passphrase does not open this backup; try again, nothing was changed
error-empty-passphrase = the passphrase is empty; choose one of several words
error-not-an-export = it is not a whole export of JustMet (near line { $line }); nothing was changed
error-refused-row = the row on line { $line } is refused: in “{ $table }” { $fault ->
        [missing] “{ $column }” is missing
        [unknown] it has a column that is not known here, or one twice
        [value] what stands in “{ $column }” cannot stand there
       *[rule] it breaks a rule, repeats an id, or refers to a row that is missing
    }; mend it or export again, nothing was changed
error-damaged-backup = the backup is damaged; choose another one, nothing was changed
error-not-a-backup = the file is not a backup of JustMet; choose another one, nothing was changed
error-storage = the storage reported a fault ({ $detail }); try again, and check the disk if it stays
error-interrupted = it was broken off for something newer; ask again
error-conflict = it clashes with what is already kept; read it again and retry
error-shell = the device could not tell the time or show the change ({ $detail })
error-internal = something went wrong inside JustMet; nothing was half-written, try again

## What keeps reminders from being seen

problem-not-allowed-to-notify = Notifications are off: you will find what is due here. You can allow them in the settings of this device.
problem-channel-off = The notifications “The one reminder” are off: you will find what is due here. You can turn them on in the settings of this app.
problem-background-restricted = This device keeps JustMet from working in the background, so no reminder can come. Allow it in the app's battery settings; until then you find what is due here.
problem-over-capacity = More follow-ups wait than iOS can hold. The nearest are set; open JustMet now and then, and the others follow.
problem-clock-suspect = The clock of this device looks wrong, so reminders wait a little. Please check the date and time in the settings.
problem-unknown-notifications = A notification that belongs to nobody was taken down. There is nothing to do.

## The phones: labels of buttons and headings, given out by `say`

shell-app-name = JustMet
shell-capture-placeholder = Priya, Acme, prefers WhatsApp 514 555 0142, slides, Tue
shell-save = Save
shell-saved = Saved
shell-undo = Undo
shell-done = Done
shell-later = Later
shell-let-go = Let go
shell-add = Add someone
shell-today = Today
shell-recently-met = Recently met
shell-search = Search
shell-why-not = Why not the others
shell-line = The line as you entered it
shell-promises = Promises
shell-how-to-reach = How to reach them
shell-prefers = They prefer it
shell-not-this-one = Not this one
shell-nothing-said = Nothing said
shell-ask-them = Ask them
shell-reminder-channel = The one reminder
shell-notify-reason = May JustMet remind you once about each person? Without it you find reminders here.
shell-no-reminder = No reminder
shell-follow-up-waiting = A follow-up is waiting
shell-retry = Try again
shell-close = Close
shell-sent-question = Sent?
shell-yes = Yes
shell-not-yet = Not yet
shell-send-anyway = Send anyway
shell-send-anyway-why = Why all the same?
shell-write = Write
shell-they-answered = They answered
shell-let-it-rest = Let it rest
shell-i-owe = I owe
shell-they-owe = They owe
shell-kept = Kept
shell-hours = Hours
shell-history = What was said
shell-ledger = What became of the reminder
shell-message = Message
shell-my-name = Your name in messages
shell-unsure = not sure, tap to confirm
shell-preferred = preferred
shell-refused = not this one
shell-field-name = Name
shell-field-org = Organisation
shell-field-role = Role
shell-field-event = Met at
shell-field-channel = How to reach them
shell-field-hours = Hours
shell-field-promise = Promise
shell-field-notes = Note
shell-field-follow-up = Reminder
shell-drop = Remove
shell-change = Change
shell-paste = Paste
shell-more = more
shell-empty = Nobody yet. The next person you meet is one line away.
shell-understood = Understood
shell-copy = Copy
shell-copied = Copied
shell-copied-instead = No app here opens that, so it was copied.
shell-subject = Subject
shell-language = Language
shell-notes = Notes
shell-back = Back
shell-not-now = Not now
shell-clear = Clear
shell-settings = Settings
shell-backup = Backup
shell-backup-make = Make a backup
shell-backup-explained = With a passphrase nobody else can read the backup. Without one, anybody who has the file can.
shell-passphrase = Passphrase
shell-passphrase-of-backup = Passphrase of the backup
shell-export-text = Export as text
shell-keep-file = Keep the file
shell-restore = Restore
shell-restore-from = Restore from a file
shell-restore-explained = A backup takes the place of everything here; an export is added to it.
shell-check = Look whether the database is whole
shell-salvage = Save what can be read
shell-encrypted-explained = What is kept here is encrypted with a key of this phone. Another phone opens only a backup: make one before you change phones.
shell-keyless = The key of the database is not here
shell-keyless-explained = Another phone has its key. Make a backup there: it can be restored here once you have begun anew. The closed database stays beside the new one.
shell-begin-anew = Begin anew
shell-usual-weekend = The usual weekend of the region
shell-days-off = Further days off
shell-days-off-explained = No reminder without a stated day comes on a day off. What is planned already stays where it is.
shell-day = Day
shell-another-day = Another day
shell-add-day = Add
shell-learned = Learned from answers
shell-forget-learned = Forget what was learned
shell-offer-explained = Each is offered once, here in the app, and nobody goes without your tap.
shell-look = Look at them
shell-nobody = Nobody here.
shell-offer-deletion = Offer to forget people I never followed up
shell-never-followed-up = Never followed up
shell-keep = Keep
shell-keep-all = Keep all
shell-forget = Forget
shell-next-best = Use that one
shell-preference = What they wish
shell-more-actions = More
shell-weekend = Weekend
shell-place-failed = That did not work at this place. Choose another one.

## The terminal shell

terminal-saved = Saved
terminal-name = Name
terminal-org = Organisation
terminal-role = Role
terminal-event = Met at
terminal-preferred = preferred
terminal-refused = not this one
terminal-i-owe = I owe
terminal-they-owe = They owe
terminal-kept = kept
terminal-subject = Subject
terminal-custom = Custom
terminal-add = Add
terminal-noted = You noted
terminal-send-anyway = To send it all the same, say why: justmet draft { $who } --because "…"
terminal-reason = Reason
terminal-notes = Notes
terminal-line = Line
terminal-unsure = not sure
terminal-reminder = Reminder
terminal-no-reminder = none, as you asked
terminal-no-desktop = no desktop shows notifications here; what falls due is printed
terminal-weekend = Weekend
terminal-weekend-of-region = as in your region
terminal-days-off = Days off
terminal-no-days-off = none
terminal-offer-deletion = Offer to forget
terminal-offer-off = The offer is off. To be asked once about whoever was not followed up for a year: justmet settings --offer-deletion 12
terminal-offer-nobody = Nobody to offer.
terminal-offer-how = To keep one: justmet offer --keep 1; everybody: justmet offer --keep-all; to forget one: justmet forget 1
terminal-offer-look = { $offer } justmet offer
terminal-offer-kept = Kept. You will not be asked about them again.
terminal-offer-kept-all = Everybody is kept. You will not be asked about them again.
terminal-offer-more = { $count ->
    [one] One more follows once these are answered.
   *[other] { $count } more follow once these are answered.
}
terminal-ended = over
terminal-hint = Note
terminal-undo = To take it back within { $seconds } s: justmet undo
terminal-due-now = Due now
terminal-next = Next
terminal-column-number = #
terminal-column-name = Name
terminal-column-org = Organisation
terminal-column-what = What
terminal-column-event = Met at
terminal-column-channel = Write on
terminal-column-when = When
terminal-column-met = Met
terminal-column-found = Found in
terminal-nobody = Nobody yet. Try: justmet add "Priya, Acme, prefers WhatsApp +1 514 555 0142"
terminal-no-hit = Nobody matches “{ $text }”. To add them: justmet add "{ $text }"
terminal-nobody-matches = Nobody matches “{ $text }”.
terminal-more = There are more: justmet list --all
terminal-more-found = There are more: add a word.
terminal-several = “{ $text }” can be several people; say which one by its number:
terminal-unknown-who = nobody matches “{ $text }”; look the person up with “justmet search” or “justmet list”
terminal-empty-search = say what to look for: a part of a name, “event:rustconf”, “met:2026-11”
terminal-unknown-channel = “{ $text }” is no channel; use one of { $known }
terminal-unknown-number = there is no number { $text } in the last list; run “justmet list” first
terminal-no-open-follow-up = there is no open follow-up with { $name }
terminal-no-such-promise = there is no open promise “{ $text }”; the open ones are: { $known }
terminal-forget-sure = Forget { $name } for good? Nothing can bring them back. [y/N]
terminal-forgotten-elsewhere = Backups and exports that were made before still hold them.
terminal-restore-sure = Replace all { $count } people here with those of the backup? [y/N]
terminal-not-done = Nothing was changed.
terminal-passphrase = Passphrase:
terminal-passphrase-again = Once more:
terminal-passphrases-differ = the two passphrases differ; try again
terminal-passphrase-unread = no passphrase can be asked for here; put it in a file for --passphrase-file, or in JUSTMET_PASSPHRASE
terminal-file-unread = the file cannot be read ({ $detail }); check its name and its permissions
terminal-unwritten = it could not be written ({ $detail }); check the folder and the free space
terminal-input-not-utf8 = standard input is not UTF-8 text; convert it first, for example with iconv
terminal-input-unread = standard input cannot be read ({ $detail }); try it with a file
terminal-exported = Exported to { $file }.
terminal-contacts = People
terminal-encounters = Encounters
terminal-open-follow-ups = Open follow-ups
terminal-forgotten = Forgotten
terminal-size = Size
terminal-schema = Schema
terminal-could-not = could not { $doing }: { $error }
