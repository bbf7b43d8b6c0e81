//! The session in which people are being met: one evening's people are reminded of in one morning.

use chrono::{NaiveDateTime, TimeDelta};
use justmet_domain::civil_text::{moment_text, read_moment};
use justmet_domain::follow_up::{SESSION_HOURS, share_session};
use justmet_domain::time::Timestamp;
use justmet_store::{Reader, StoreError, Writer};

use crate::just_met::Now;

/// Where it is kept, as "milliseconds moment".
const SESSION: &str = "reminder.session";

/// When somebody was last saved without a stated day, and the moment that was chosen for the first of the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Session {
    last: Timestamp,
    due: NaiveDateTime,
}

impl Session {
    /// The session as it is kept: another process may have saved somebody meanwhile.
    pub(crate) fn of(reader: &Reader<'_>) -> Result<Option<Self>, StoreError> {
        Ok(reader.setting(SESSION)?.as_deref().and_then(Self::read))
    }

    fn read(text: &str) -> Option<Self> {
        let (last, due) = text.split_once(' ')?;
        let due = read_moment(due)?;
        Some(Self { last: Timestamp::from_ms(last.parse().ok()?), due })
    }

    /// The moment for whoever is saved now, where `own` would be theirs alone.
    pub(crate) fn moment(session: Option<Self>, own: NaiveDateTime, now: &Now) -> NaiveDateTime {
        match session {
            Some(session) if session.is_on(now) => share_session(own, session.due, now.at, &now.zone),
            _ => own,
        }
    }

    /// The session after somebody was saved for `due`.
    pub(crate) fn after(due: NaiveDateTime, now: &Now) -> Self {
        Self { last: now.at, due }
    }

    pub(crate) fn write(self, writer: &Writer<'_>) -> Result<(), StoreError> {
        writer.set_setting(SESSION, &format!("{} {}", self.last.ms(), moment_text(self.due)))
    }

    fn is_on(&self, now: &Now) -> bool {
        now.at >= self.last && now.at <= self.last.saturating_add(TimeDelta::hours(SESSION_HOURS))
    }
}
