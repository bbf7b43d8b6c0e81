//! A person met, as kept.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::capture::CaptureMode;
use crate::channel::{ChannelKind, Handle};
use crate::id::{AddressId, ContactId, EncounterId, EventId, PreferenceId, PromiseId};
use crate::time::Timestamp;

/// A person met: who they are. Their addresses, encounters and preferences refer to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Stable for ever.
    pub id: ContactId,
    /// The full name as written; empty where the line gave none.
    pub name: String,
    /// Whether the name was certain when it was read. An unsure one is shown hollow until the person confirms it.
    pub name_sure: bool,
    /// Organisation, as written.
    pub org: Option<String>,
    /// Role or title there, as written.
    pub role: Option<String>,
    /// When they were first met.
    pub met_at: Timestamp,
}

/// One way to reach a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Stable for ever.
    pub id: AddressId,
    /// Whose it is.
    pub contact: ContactId,
    /// The channel, its canonical key and its display form.
    pub handle: Handle,
    /// How it was learned.
    pub provenance: Provenance,
    /// Whether they gave it to be written to on this very channel.
    pub consent: Consent,
    /// Work or private: a card for colleagues never shows a private one.
    pub sphere: Sphere,
}

/// How an address or a preference was learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Provenance {
    /// They said it, and it was typed or dictated.
    Told,
    /// Copied from a card, a signature or a profile.
    Card,
    /// Read from a code or a badge.
    Scanned,
    /// Came with an import.
    Imported,
    /// Concluded; never more than a proposal.
    Guessed,
}

impl From<CaptureMode> for Provenance {
    fn from(mode: CaptureMode) -> Self {
        match mode {
            CaptureMode::Typed | CaptureMode::Dictated => Self::Told,
            CaptureMode::Pasted => Self::Card,
            CaptureMode::Scanned => Self::Scanned,
        }
    }
}

/// Whether a person agreed to be written to on a channel that reaches into their private life (a phone number above all).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Consent {
    /// They gave it for that.
    Given,
    /// Nothing was said.
    Unknown,
    /// They asked not to be.
    Refused,
}

/// Work or private life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Sphere {
    /// Professional.
    Work,
    /// Private: never put on a card or an export that is made for work.
    Private,
    /// Not said.
    Unknown,
}

/// What a person said about a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preference {
    /// Stable for ever.
    pub id: PreferenceId,
    /// Whose wish it is.
    pub contact: ContactId,
    /// The channel it is about.
    pub channel: ChannelKind,
    /// For or against; none where only hours were named for it.
    pub stance: Option<Stance>,
    /// The hours they named, if any.
    pub hours: Option<Hours>,
    /// When they said it. A later wish about the same channel replaces an earlier one.
    pub learned_at: Timestamp,
    /// How it was learned.
    pub provenance: Provenance,
}

/// For or against a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Stance {
    /// "Prefers", "best on".
    Preferred,
    /// "Not this one".
    Refused,
}

/// Hours of the contact's day; `until` before `from` runs over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Hours {
    /// First minute.
    pub from: NaiveTime,
    /// First minute after.
    pub until: NaiveTime,
}

impl Hours {
    /// Whether a time of their day lies within; the same time twice is the whole day.
    pub fn contains(&self, time: NaiveTime) -> bool {
        match self.from.cmp(&self.until) {
            std::cmp::Ordering::Less => self.from <= time && time < self.until,
            std::cmp::Ordering::Equal => true,
            std::cmp::Ordering::Greater => self.from <= time || time < self.until,
        }
    }
}

/// One meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encounter {
    /// Stable for ever.
    pub id: EncounterId,
    /// With whom.
    pub contact: ContactId,
    /// When.
    pub met_at: Timestamp,
    /// The event, if any.
    pub event: Option<EventId>,
    /// What was talked about.
    pub notes: String,
    /// The line exactly as it was entered.
    pub raw_line: String,
    /// How it was entered.
    pub mode: CaptureMode,
}

/// Something promised at an encounter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Stable for ever.
    pub id: PromiseId,
    /// At which encounter.
    pub encounter: EncounterId,
    /// Who promised.
    pub by: PromiseBy,
    /// What: the thing itself, as short as it was said ("slides").
    pub what: String,
    /// Whether it was kept.
    pub kept: bool,
}

/// Who made a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum PromiseBy {
    /// I owe it to them.
    Me,
    /// They owe it to me.
    Them,
}
