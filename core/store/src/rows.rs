//! Columns to the domain's types and back. A value that the schema's checks would not have let in becomes an error of
//! conversion, which is reported as damage.

use chrono::{Datelike, NaiveDateTime, NaiveTime};
use justmet_domain::capture::CaptureMode;
use justmet_domain::channel::{ChannelKind, Handle, HandleMark};
use justmet_domain::civil_text::{moment_text, read_moment, read_time};
use justmet_domain::contact::{
    Address, Consent, Contact, Encounter, Hours, Preference, Promise, PromiseBy, Provenance, Sphere, Stance,
};
use justmet_domain::country::Custom;
use justmet_domain::deletion_offer::Offer;
use justmet_domain::follow_up::{ClosedBecause, FollowUp, State};
use justmet_domain::id::{AddressId, ContactId, EncounterId, EventId, FollowUpId, PreferenceId, PromiseId};
use justmet_domain::locale::Language;
use justmet_domain::message::MessageState;
use justmet_domain::suggest::Place;
use justmet_domain::time::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Error, Result, Row};
use uuid::Uuid;

use crate::records::{Event, LedgerEntry, LedgerEvent};

/// A value of a closed set, as a word in a column.
pub(crate) trait Word: Copy + Sized {
    fn word(self) -> &'static str;
    fn from_word(word: &str) -> Option<Self>;
}

macro_rules! words {
    ($name:ident: $($variant:ident = $word:literal),+ $(,)?) => {
        impl Word for $name {
            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        #[cfg(test)]
        impl tests::Every for $name {
            const EVERY: &'static [Self] = &[$(Self::$variant),+];
        }
    };
}

words!(Provenance: Told = "told", Card = "card", Scanned = "scanned", Imported = "imported", Guessed = "guessed");
words!(Consent: Given = "given", Unknown = "unknown", Refused = "refused");
words!(Sphere: Work = "work", Private = "private", Unknown = "unknown");
words!(Stance: Preferred = "preferred", Refused = "refused");
words!(CaptureMode: Typed = "typed", Dictated = "dictated", Pasted = "pasted", Scanned = "scanned");
words!(Language: En = "en", Fr = "fr", Es = "es", De = "de", Pt = "pt");
words!(MessageState: Opened = "opened", Sent = "sent", Replied = "replied", NoAnswer = "no_answer",
    Received = "received", Declined = "declined");
words!(Place: Event = "event", Work = "work", Private = "private");
words!(Custom: Mail = "mail", WhatsApp = "whatsapp", LocalMessenger = "local_messenger");
words!(PromiseBy: Me = "me", Them = "them");
words!(Offer: Shown = "shown", Kept = "kept");
words!(HandleMark: NumberNotInUse = "number_not_in_use");
words!(ClosedBecause: LetGo = "let_go", ContactGone = "contact_gone");
words!(LedgerEvent: Planned = "planned", Shown = "shown", Snoozed = "snoozed", Done = "done", LetGo = "let_go",
    Undone = "undone", ContactGone = "contact_gone", HandedOver = "handed_over", TakenBack = "taken_back",
    Presumed = "presumed", SeenInInbox = "seen_in_inbox", InboxOnly = "inbox_only", Restored = "restored",
    SwipedAway = "swiped_away");

impl Word for ChannelKind {
    fn word(self) -> &'static str {
        self.slug()
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::all().find(|kind| kind.slug() == word)
    }
}

pub(crate) const CONTACT: &str = "c.id, c.name, c.name_sure, c.org, c.role, c.met_at_ms, c.language";

pub(crate) fn contact(row: &Row<'_>) -> Result<Contact> {
    Ok(Contact {
        id: ContactId::from_uuid(uuid(row, 0)?),
        name: row.get(1)?,
        name_sure: row.get(2)?,
        org: row.get(3)?,
        role: row.get(4)?,
        met_at: instant(row, 5)?,
    })
}

/// The language to write to a contact in, from the last of its columns.
pub(crate) fn language(row: &Row<'_>) -> Result<Option<Language>> {
    optional_word(row, 6)
}

pub(crate) const ADDRESS: &str =
    "a.id, a.contact_id, a.kind, a.key, a.display, a.mark, a.provenance, a.consent, a.sphere";

pub(crate) fn address(row: &Row<'_>) -> Result<Address> {
    Ok(Address {
        id: AddressId::from_uuid(uuid(row, 0)?),
        contact: ContactId::from_uuid(uuid(row, 1)?),
        handle: Handle { kind: word(row, 2)?, key: row.get(3)?, display: row.get(4)?, mark: optional_word(row, 5)? },
        provenance: word(row, 6)?,
        consent: word(row, 7)?,
        sphere: word(row, 8)?,
    })
}

pub(crate) const PREFERENCE: &str = "p.id, p.contact_id, p.channel, p.stance, p.hours_from, p.hours_until, p.learned_at_ms, p.provenance, p.superseded_ms";

pub(crate) fn preference(row: &Row<'_>) -> Result<Preference> {
    let hours = match (time_of_day(row, 4)?, time_of_day(row, 5)?) {
        (Some(from), Some(until)) => Some(Hours { from, until }),
        _ => None,
    };
    Ok(Preference {
        id: PreferenceId::from_uuid(uuid(row, 0)?),
        contact: ContactId::from_uuid(uuid(row, 1)?),
        channel: word(row, 2)?,
        stance: optional_word(row, 3)?,
        hours,
        learned_at: instant(row, 6)?,
        provenance: word(row, 7)?,
    })
}

pub(crate) const ENCOUNTER: &str = "e.id, e.contact_id, e.met_at_ms, e.event_id, e.notes, e.raw_line, e.mode";

pub(crate) fn encounter(row: &Row<'_>) -> Result<Encounter> {
    Ok(Encounter {
        id: EncounterId::from_uuid(uuid(row, 0)?),
        contact: ContactId::from_uuid(uuid(row, 1)?),
        met_at: instant(row, 2)?,
        event: row.get::<_, Option<[u8; 16]>>(3)?.map(|bytes| EventId::from_uuid(Uuid::from_bytes(bytes))),
        notes: row.get(4)?,
        raw_line: row.get(5)?,
        mode: word(row, 6)?,
    })
}

pub(crate) const EVENT: &str = "v.id, v.name, v.last_used_ms";

/// The event from column `first` on.
pub(crate) fn event(row: &Row<'_>, first: usize) -> Result<Event> {
    Ok(Event {
        id: EventId::from_uuid(uuid(row, first)?),
        name: row.get(first + 1)?,
        last_used: instant(row, first + 2)?,
    })
}

pub(crate) const PROMISE: &str = "p.id, p.encounter_id, p.promised_by, p.what, p.kept";

pub(crate) fn promise(row: &Row<'_>) -> Result<Promise> {
    Ok(Promise {
        id: PromiseId::from_uuid(uuid(row, 0)?),
        encounter: EncounterId::from_uuid(uuid(row, 1)?),
        by: word(row, 2)?,
        what: row.get(3)?,
        kept: row.get(4)?,
    })
}

pub(crate) const FOLLOW_UP: &str = "f.id, f.contact_id, f.encounter_id, f.due, f.generation, f.state, f.state_at_ms, f.closed_because, f.created_at_ms";

pub(crate) fn follow_up(row: &Row<'_>) -> Result<FollowUp> {
    let due = read_moment(row.get_ref(3)?.as_str()?).ok_or_else(|| unreadable(3))?;
    Ok(FollowUp {
        id: FollowUpId::from_uuid(uuid(row, 0)?),
        contact: ContactId::from_uuid(uuid(row, 1)?),
        encounter: EncounterId::from_uuid(uuid(row, 2)?),
        due,
        generation: row.get(4)?,
        state: optional_state(row, 5)?.ok_or_else(|| unreadable(5))?,
        created_at: instant(row, 8)?,
    })
}

/// The state in the three columns from `first` on; none where there is no follow-up.
pub(crate) fn optional_state(row: &Row<'_>, first: usize) -> Result<Option<State>> {
    let Some(word) = row.get_ref(first)?.as_str_or_null()? else { return Ok(None) };
    let at = row.get::<_, Option<i64>>(first + 1)?.map(Timestamp::from_ms);
    Ok(Some(match (word, at, optional_word(row, first + 2)?) {
        ("planned", None, None) => State::Planned,
        ("delivered", Some(at), None) => State::Delivered(at),
        ("acted", Some(at), None) => State::Acted(at),
        ("closed", Some(at), Some(because)) => State::Closed(at, because),
        _ => return Err(unreadable(first)),
    }))
}

/// The columns of a state: its word, since when, and why it ended.
pub(crate) fn state_columns(state: State) -> (&'static str, Option<i64>, Option<&'static str>) {
    let (at, because) = match state {
        State::Planned => (None, None),
        State::Delivered(at) | State::Acted(at) => (Some(at), None),
        State::Closed(at, because) => (Some(at), Some(because.word())),
    };
    (state.slug(), at.map(Timestamp::ms), because)
}

pub(crate) fn ledger_entry(row: &Row<'_>) -> Result<LedgerEntry> {
    let due = row.get::<_, Option<String>>(3)?;
    Ok(LedgerEntry { generation: row.get(0)?, event: word(row, 1)?, at: instant(row, 2)?, due })
}

/// A civil moment as stored and compared: to the minute, in the years 0 to 9999, where text sorts as time does.
pub(crate) fn due_text(due: NaiveDateTime) -> String {
    match due.year() {
        ..0 => "0000-01-01T00:00".to_owned(),
        0..=9999 => moment_text(due),
        _ => "9999-12-31T23:59".to_owned(),
    }
}

fn time_of_day(row: &Row<'_>, column: usize) -> Result<Option<NaiveTime>> {
    let text = row.get_ref(column)?.as_str_or_null()?;
    text.map(|text| read_time(text).ok_or_else(|| unreadable(column))).transpose()
}

pub(crate) fn uuid(row: &Row<'_>, column: usize) -> Result<Uuid> {
    row.get(column).map(Uuid::from_bytes)
}

pub(crate) fn contact_id(row: &Row<'_>) -> Result<ContactId> {
    uuid(row, 0).map(ContactId::from_uuid)
}

pub(crate) fn instant(row: &Row<'_>, column: usize) -> Result<Timestamp> {
    row.get(column).map(Timestamp::from_ms)
}

pub(crate) fn word<T: Word>(row: &Row<'_>, column: usize) -> Result<T> {
    optional_word(row, column)?.ok_or_else(|| unreadable(column))
}

pub(crate) fn optional_word<T: Word>(row: &Row<'_>, column: usize) -> Result<Option<T>> {
    let text = row.get_ref(column)?.as_str_or_null()?;
    text.map(|text| T::from_word(text).ok_or_else(|| unreadable(column))).transpose()
}

pub(crate) fn unreadable(column: usize) -> Error {
    Error::FromSqlConversionFailure(column, Type::Text, "a value that the schema does not allow".into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    pub(super) trait Every: Word + 'static {
        const EVERY: &'static [Self];
    }

    /// Every word of the type is in the schema's CHECK of that column, and the CHECK has no other.
    fn agrees<T: Every>(table: &str, column: &str) {
        let conn = Connection::open_in_memory().unwrap();
        crate::migrate::MIGRATIONS.iter().for_each(|sql| conn.execute_batch(sql).unwrap());
        let sql: String =
            conn.query_row("SELECT sql FROM sqlite_master WHERE name = ?1", [table], |row| row.get(0)).unwrap();
        let (_, list) = sql.split_once(&format!("CHECK ({column} IN (")).unwrap();
        let (list, _) = list.split_once(')').unwrap();
        let in_schema: Vec<&str> = list.split(", ").map(|word| word.trim_matches('\'')).collect();
        assert_eq!(T::EVERY.iter().map(|value| value.word()).collect::<Vec<_>>(), in_schema, "{table}.{column}");
        for value in T::EVERY {
            assert_eq!(T::from_word(value.word()).map(Word::word), Some(value.word()));
        }
        assert!(T::from_word("").is_none());
    }

    #[test]
    fn the_schema_knows_every_word() {
        agrees::<HandleMark>("address", "mark");
        agrees::<Provenance>("address", "provenance");
        agrees::<Provenance>("preference", "provenance");
        agrees::<Consent>("address", "consent");
        agrees::<Sphere>("address", "sphere");
        agrees::<Stance>("preference", "stance");
        agrees::<CaptureMode>("encounter", "mode");
        agrees::<PromiseBy>("promise", "promised_by");
        agrees::<ClosedBecause>("follow_up", "closed_because");
        agrees::<LedgerEvent>("ledger", "event");
        agrees::<MessageState>("message", "state");
        agrees::<Place>("message", "place");
        agrees::<Custom>("message", "custom");
        agrees::<Language>("contact", "language");
        agrees::<Offer>("contact", "deletion_offer");
    }

    #[test]
    fn the_schema_knows_every_channel() {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(include_str!("../migrations/0001_initial.sql")).unwrap();
        let mut statement = conn.prepare("SELECT kind FROM channel ORDER BY kind").unwrap();
        let stored: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let mut known: Vec<&str> = ChannelKind::all().map(Word::word).collect();
        known.sort_unstable();
        assert_eq!(stored, known);
    }

    #[test]
    fn moments_beyond_four_digits_of_year_still_sort() {
        let due = due_text(NaiveDateTime::MAX);
        assert!(
            due_text(NaiveDateTime::MIN).as_str() < "0001-01-01T00:00" && due.as_str() > "2999-01-01T00:00",
            "{due}"
        );
    }
}
