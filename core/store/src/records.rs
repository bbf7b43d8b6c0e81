//! What goes in and comes out beside the domain's own types.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use justmet_domain::contact::{Address, Contact, Encounter, Preference, Promise};
use justmet_domain::follow_up::FollowUp;
use justmet_domain::id::{ContactId, EventId, MessageId};
use justmet_domain::locale::Language;
use justmet_domain::message::MessageRecord;
use justmet_domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::erase::Content;
use crate::outline::Outline;
use crate::rows::Word;

/// A first encounter with a new contact, all that one line gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEncounter {
    /// Who was met.
    pub contact: Contact,
    /// How to reach them. The same one twice is kept once, the first.
    pub addresses: Vec<Address>,
    /// What they said about channels. Of two about one channel the later in the list is in force.
    pub preferences: Vec<Preference>,
    /// The meeting; its event must be stored already.
    pub encounter: Encounter,
    /// What was promised there.
    pub promises: Vec<Promise>,
    /// The one reminder, if one is wanted.
    pub follow_up: Option<FollowUp>,
}

/// A contact with everything that belongs to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// What a list shows of them.
    pub outline: Outline,
    /// The meetings, newest first.
    pub encounters: Vec<Encounter>,
    /// The open follow-up, else the latest one.
    pub follow_up: Option<FollowUp>,
    /// The language to write to them in, once the person chose one.
    pub language: Option<Language>,
    /// Wishes that a later one about the same channel replaced, in the order in which they were learned, with when.
    pub earlier_preferences: Vec<(Preference, Timestamp)>,
}

impl Deref for Profile {
    type Target = Outline;

    fn deref(&self) -> &Outline {
        &self.outline
    }
}

/// A conference, fair or dinner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Stable for ever.
    pub id: EventId,
    /// As first written.
    pub name: String,
    /// When somebody was last saved there.
    pub last_used: Timestamp,
}

/// A place in the list of people, most recently met first. As text it is opaque, and safe in a link or a file name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RecentCursor {
    /// When the last contact of the page was met.
    pub met_at: Timestamp,
    /// Which contact that is: several are met in one millisecond when a list is imported.
    pub id: ContactId,
}

impl fmt::Display for RecentCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}{}", self.met_at.ms(), self.id.uuid().simple())
    }
}

/// The text is no place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no place in the list")]
pub struct InvalidCursor;

impl FromStr for RecentCursor {
    type Err = InvalidCursor;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (met_at, id) = text.split_at_checked(16).ok_or(InvalidCursor)?;
        if id.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(InvalidCursor);
        }
        let ms = u64::from_str_radix(met_at, 16).map_err(|_| InvalidCursor)?.cast_signed();
        let id = Uuid::try_parse(id).map_err(|_| InvalidCursor)?;
        Ok(Self { met_at: Timestamp::from_ms(ms), id: ContactId::from_uuid(id) })
    }
}

/// Something that can be taken back for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// What the shell hands back to undo it.
    pub token: Uuid,
    /// What was done.
    pub what: UndoWhat,
    /// From when on it can no longer be taken back. The store keeps it a little longer; the caller compares.
    pub expires: Timestamp,
}

/// What was done, with what is needed to take it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UndoWhat {
    /// A contact was saved.
    Saved(ContactId),
    /// A follow-up was acted on; it as it was before.
    Acted(FollowUp),
    /// A contact was forgotten; all that was known of them.
    Forgotten(Content),
    /// What came of a message was noted.
    Noted {
        /// With whom.
        contact: ContactId,
        /// The message.
        message: MessageId,
        /// It as it was before; none where it was new.
        before: Option<MessageRecord>,
        /// The follow-up as it was before, if that ended it.
        follow_up: Option<FollowUp>,
    },
}

impl UndoWhat {
    /// Whom it is about.
    pub fn contact(&self) -> ContactId {
        match self {
            Self::Saved(contact) => *contact,
            Self::Acted(follow_up) => follow_up.contact,
            Self::Forgotten(content) => content.contact,
            Self::Noted { contact, .. } => *contact,
        }
    }
}

/// What happened to a follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LedgerEvent {
    /// It was planned.
    Planned,
    /// The person was reminded.
    Shown,
    /// It was put off, which made this generation.
    Snoozed,
    /// It was done.
    Done,
    /// It was let go.
    LetGo,
    /// The last action was taken back.
    Undone,
    /// Its contact was erased.
    ContactGone,
    /// iOS took it, to fire by itself.
    HandedOver,
    /// It was taken back from iOS.
    TakenBack,
    /// iOS fired it, as far as anyone can tell.
    Presumed,
    /// The person saw it in the app.
    SeenInInbox,
    /// It waits in the inbox without a notification: too late for one, or none is permitted.
    InboxOnly,
    /// It was due when the file was restored.
    Restored,
    /// The person swiped the notification away.
    SwipedAway,
}

impl LedgerEvent {
    /// Its stable name in files and in `--json`.
    pub fn name(self) -> &'static str {
        self.word()
    }
}

/// One line of a follow-up's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerEntry {
    /// The follow-up's generation after it.
    pub generation: u32,
    /// What happened.
    pub event: LedgerEvent,
    /// When, by the clock of the device.
    pub at: Timestamp,
    /// The moment from then on, as civil time (`2026-11-24T10:00`), where the event set it.
    pub due: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_being_text() {
        for ms in [0, 1, -1, i64::MIN, i64::MAX, 1_795_482_000_000] {
            let cursor = RecentCursor {
                met_at: Timestamp::from_ms(ms),
                id: ContactId::from_uuid(Uuid::from_u128(u128::MAX - 7)),
            };
            assert_eq!(cursor.to_string().parse(), Ok(cursor));
        }
    }

    #[test]
    fn a_text_that_is_no_cursor_is_refused() {
        let good =
            RecentCursor { met_at: Timestamp::from_ms(5), id: ContactId::from_uuid(Uuid::from_u128(9)) }.to_string();
        let (sign, long, wide) = (format!("+{}", &good[1..]), format!("{good}0"), format!("é{}", &good[2..]));
        for wrong in ["", "0", &good[1..], &sign, &long, &wide, &good.replace('0', "g")] {
            assert_eq!(wrong.parse::<RecentCursor>(), Err(InvalidCursor), "{wrong}");
        }
    }
}
