//! What became of a person's follow-ups, line by line.

use justmet_domain::civil_text::read_moment;
use justmet_store::{LedgerEntry, LedgerEvent};

use crate::error::Result;
use crate::just_met::{Inner, JustMet, Now};

/// One line of the history of a follow-up. Lines are only ever added.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LedgerLine {
    /// Which follow-up.
    pub follow_up: String,
    /// Its generation after it.
    pub generation: u32,
    /// What happened, by its stable name: `planned`, `shown`, `snoozed`, `done`, `let_go`, `undone`, `contact_gone`,
    /// `handed_over`, `taken_back`, `presumed`, `seen_in_inbox`, `inbox_only`, `restored`, `swiped_away`.
    pub event: String,
    /// The moment from then on, as civil time (`2026-11-24T10:00`), where the event set it.
    pub due: Option<String>,
    /// When, by the device's clock, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// The same in words, where the person now is.
    pub at_text: String,
    /// What happened, in words.
    pub text: String,
}

#[uniffi::export]
impl JustMet {
    /// The history of a person's follow-ups, in the order in which it was written.
    ///
    /// # Errors
    /// `Invalid` for an id that is none, `NotFound` for a person who is not kept (any more); those of reading.
    pub async fn ledger(&self, id: String) -> Result<Vec<LedgerLine>> {
        self.run(move |inner| {
            let now = inner.now()?;
            let profile = inner.profile(&id)?;
            let entries = inner.read(|reader| {
                let mut lines = Vec::new();
                for follow_up in reader.follow_ups_of(profile.contact.id)? {
                    let of = follow_up.to_string();
                    lines.extend(reader.ledger(follow_up)?.into_iter().map(|entry| (of.clone(), entry)));
                }
                Ok(lines)
            })?;
            Ok(entries.into_iter().map(|(of, entry)| inner.ledger_line(of, entry, &now)).collect())
        })
        .await
    }
}

impl Inner {
    fn ledger_line(&self, follow_up: String, entry: LedgerEntry, now: &Now) -> LedgerLine {
        let due = entry.due.as_deref().and_then(read_moment);
        let due_text = due.map_or_else(|| "?".to_owned(), |due| self.words.date_time(due));
        let key = match entry.event {
            LedgerEvent::Planned => "ledger-planned",
            LedgerEvent::Shown => "ledger-shown",
            LedgerEvent::Snoozed => "ledger-snoozed",
            LedgerEvent::Done => "ledger-done",
            LedgerEvent::LetGo => "ledger-let-go",
            LedgerEvent::Undone => "ledger-undone",
            LedgerEvent::ContactGone => "ledger-contact-gone",
            LedgerEvent::HandedOver => "ledger-handed-over",
            LedgerEvent::TakenBack => "ledger-taken-back",
            LedgerEvent::Presumed => "ledger-presumed",
            LedgerEvent::SeenInInbox => "ledger-seen-in-inbox",
            LedgerEvent::InboxOnly => "ledger-inbox-only",
            LedgerEvent::Restored => "ledger-restored",
            LedgerEvent::SwipedAway => "ledger-swiped-away",
        };
        LedgerLine {
            follow_up,
            generation: entry.generation,
            event: entry.event.name().to_owned(),
            due: entry.due,
            at_ms: entry.at.ms(),
            at_text: self.words.date_time(now.zone.civil_at(entry.at)),
            text: self.words.say_with(key, &[("date", due_text.into())]),
        }
    }
}
