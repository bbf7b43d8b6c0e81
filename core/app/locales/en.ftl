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
runner-up = Next best: { $channel } ({ $reason })
why-not = Not { $channel }: { $reason }
ask-them = How would you like to stay in touch?

reason-they-asked-for-it = they asked for it
reason-their-choice-is-out-of-reach = what they prefer is out of reach for now
reason-only-one-on-hand = it is the only one on hand
reason-welcome-almost-everywhere = it is welcome almost everywhere
reason-they-gave-it = they gave it to you
reason-most-usual-on-hand = it is the most usual of those on hand

why-they-said-no = they asked not to be written to there
why-no-address = they prefer it, but you have no address there yet
why-shut-down = the service was shut down
why-not-given-for-that = nothing says the number was given for that
why-not-confirmed = the address is not confirmed
why-invitations-are-few = personal invitations are few on a free account
why-they-prefer-another = they prefer another
why-less-usual = others are more usual for a first message

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

## Hints about how a line was read

hint-date-in-the-past = “{ $text }” is in the past, so the usual moment was chosen
hint-no-such-date = “{ $text }” is no day of the calendar, so the usual moment was chosen
hint-ambiguous-date = “{ $text }” can be read in two ways: please confirm the day
hint-does-not-recur = “{ $text }”: a follow-up does not recur, there is one reminder only
hint-number-without-region = “{ $text }” has no country code: add one, or set your region
hint-number-not-in-use = “{ $text }” looks like no number in use: please check it
hint-bad-handle = “{ $text }” cannot be an address there: please check it

## Errors: what happened and what to do, fitting “could not …: { error }”

error-empty-line = the line is empty; type a name and a way to reach them
error-line-too-long = the line is longer than { $limit } KB; keep the part about this person
error-not-a-day = “{ $text }” is not a day; use a date such as 2026-11-27, or a word such as friday
error-day-not-ahead = the day is not ahead; name one from tomorrow on
error-unknown-region = “{ $text }” is not a country code; use two letters such as CA, DE or BR
error-bad-cursor = the place in the list is not valid; start from the beginning
error-bad-id = “{ $text }” is not an identifier
error-no-contact = this person is not kept here (any more)
error-no-follow-up = this follow-up is not kept here (any more)
error-undo-expired = it is too late to take that back, or it was taken back already
error-nothing-to-undo = there is nothing to take back
error-newer-database = the database was written by a newer version of JustMet; update JustMet to open it, nothing was changed
error-not-justmet = the file is not a JustMet database; choose another one, nothing was changed
error-damaged-database = the database is damaged; it was left as it is, restore a backup or copy it away before starting afresh
error-busy-database = another program is holding the database; close it and try again
error-read-only-database = the database cannot be written to; check the permissions of the file and of its folder
error-database-gone = the database file was removed or replaced while it was open; put it back and open JustMet again, or back up now what is still there
error-full-disk = the disk is full; free some space and try again, nothing was half-written
error-is-directory = the path is a folder; give the path of a file in it
error-no-folder = the folder for the database does not exist or cannot be entered; create it or choose another path
error-no-such-file = there is no such file; check its name
error-file-taken = something else lies there; choose another name, it was not touched
error-sealed = the backup is sealed; give its passphrase
error-wrong-passphrase = the passphrase does not open this backup; try again, nothing was changed
error-empty-passphrase = the passphrase is empty; choose one of several words
error-not-an-export = it is not a whole export of JustMet (near line { $line }); nothing was changed
error-damaged-backup = the backup is damaged; choose another one, nothing was changed
error-not-a-backup = the file is not a backup of JustMet; choose another one, nothing was changed
error-storage = the storage reported a fault ({ $detail }); try again, and check the disk if it stays
error-conflict = it clashes with what is already kept; read it again and retry
error-shell = the device could not tell the time or show the change ({ $detail })
error-internal = something went wrong inside JustMet; nothing was half-written, try again

## What keeps reminders from being seen

problem-not-allowed-to-notify = Notifications are off: you will find what is due here. You can allow them in the settings of this device.

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
terminal-notes = Notes
terminal-line = Line
terminal-unsure = not sure
terminal-reminder = Reminder
terminal-no-reminder = none, as you asked
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
terminal-nobody = Nobody yet. Try: justmet add "Priya, Acme, prefers WhatsApp +1 514 555 0142"
terminal-no-hit = Nobody matches “{ $text }”. To add them: justmet add "{ $text }"
terminal-more = There are more: justmet list --all
terminal-several = “{ $text }” can be several people; say which one by its number:
terminal-unknown-who = nobody matches “{ $text }”; look the person up with “justmet search” or “justmet list”
terminal-unknown-channel = “{ $text }” is no channel; use one of { $known }
terminal-unknown-number = there is no number { $text } in the last list; run “justmet list” first
terminal-no-open-follow-up = there is no open follow-up with { $name }
terminal-forget-sure = Forget { $name } for good? Nothing can bring them back. [y/N]
terminal-restore-sure = Replace all { $count } people here with those of the backup? [y/N]
terminal-not-done = Nothing was changed.
terminal-passphrase = Passphrase:
terminal-passphrase-again = Once more:
terminal-passphrases-differ = the two passphrases differ; try again
terminal-passphrase-unread = no passphrase can be asked for here; put it in a file for --passphrase-file, or in JUSTMET_PASSPHRASE
terminal-exported = Exported to { $file }.
terminal-contacts = People
terminal-encounters = Encounters
terminal-open-follow-ups = Open follow-ups
terminal-forgotten = Forgotten
terminal-size = Size
terminal-schema = Schema
terminal-could-not = could not { $doing }: { $error }
