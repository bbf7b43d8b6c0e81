//! What a person does with a follow-up: done, later, let go.

use chrono::NaiveDate;
use justmet_domain::capture::{CaptureContext, CaptureMode, read_day};
use justmet_domain::follow_up::{FollowUp, Outcome, choose_moment};
use justmet_domain::id::IdSource;
use justmet_store::{LedgerEvent, Undo, UndoWhat};

use crate::draw::FollowUpCard;
use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::listener::ChangeKind;
use crate::save::UndoTicket;

/// What the person does with a follow-up.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Verb {
    /// They followed up.
    Done,
    /// Remind once more.
    Snooze {
        /// A day from tomorrow on, as a date (`2026-11-27`) or in words ("friday", "in 3 days"); the next business
        /// morning where it is left out.
        until: Option<String>,
    },
    /// Let it go: as good an end as any.
    LetGo,
}

/// What became of an action.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ActResult {
    /// False where it had been handled before: a second tap, or a notification of an earlier generation. Nothing changed.
    pub applied: bool,
    /// The follow-up as it now is.
    pub follow_up: FollowUpCard,
    /// In words: "Put off until Fri 27 Nov 2026, 10:00."
    pub text: String,
    /// Takes it back; none where nothing changed.
    pub undo: Option<UndoTicket>,
}

#[uniffi::export]
impl JustMet {
    /// Applies an action once: the id, the generation and the verb are its key. The same tap twice, or a tap on what
    /// was handled elsewhere, says "already handled" and changes nothing.
    ///
    /// # Errors
    /// `NotFound` for an unknown follow-up, `Invalid` for a day that cannot be read or is not ahead, and those of writing.
    pub async fn act(&self, follow_up: String, generation: u32, verb: Verb) -> Result<ActResult> {
        self.run(move |inner| {
            let now = inner.now()?;
            inner.act(&follow_up, generation, &verb, &now)
        })
        .await
    }
}

impl Inner {
    fn act(&self, id: &str, generation: u32, verb: &Verb, now: &Now) -> Result<ActResult> {
        let id = self.follow_up_id(id)?;
        let until = match verb {
            Verb::Snooze { until: Some(text) } => Some(self.day_ahead(text, now)?),
            _ => None,
        };
        let token = self.ids(now).next_uuid();
        // Read and written in one transaction: of two taps at the same time one comes second, and finds it handled.
        let (before, outcome) = self
            .write(now, |writer| {
                let Some(before) = writer.follow_up(id)? else { return Ok(None) };
                let (outcome, event) = match verb {
                    Verb::Done => (before.done(generation, now.at), LedgerEvent::Done),
                    Verb::LetGo => (before.let_go(generation, now.at), LedgerEvent::LetGo),
                    Verb::Snooze { .. } => {
                        let due = choose_moment(now.at, until, &now.zone, &self.calendar(writer)?);
                        (before.snooze(generation, due), LedgerEvent::Snoozed)
                    }
                };
                if let Outcome::Applied(after) = &outcome {
                    writer.put_follow_up(after, event, now.at)?;
                    let what = UndoWhat::Acted(before.clone());
                    writer.put_undo(&Undo { token, what, expires: now.undo_expires() })?;
                }
                Ok(Some((before, outcome)))
            })?
            .ok_or_else(|| self.no_follow_up())?;

        let Outcome::Applied(after) = outcome else {
            return Ok(ActResult {
                applied: false,
                follow_up: FollowUpCard::draw(&self.words, &before, now),
                text: self.words.say("acted-already-handled"),
                undo: None,
            });
        };
        self.listeners.tell(ChangeKind::FollowUpChanged, after.contact);
        Ok(ActResult {
            applied: true,
            follow_up: FollowUpCard::draw(&self.words, &after, now),
            text: self.acted(verb, &after),
            undo: Some(UndoTicket { token: token.to_string(), expires_ms: now.undo_expires().ms() }),
        })
    }

    fn acted(&self, verb: &Verb, after: &FollowUp) -> String {
        match verb {
            Verb::Done => self.words.say("acted-done"),
            Verb::LetGo => self.words.say("acted-let-go"),
            Verb::Snooze { .. } => {
                self.words.say_with("acted-snoozed", &[("date", self.words.date_time(after.due).into())])
            }
        }
    }

    /// The day that a text names, from tomorrow on.
    fn day_ahead(&self, text: &str, now: &Now) -> Result<NaiveDate> {
        let context = CaptureContext {
            now: now.civil(),
            region: self.region,
            language: self.words.language(),
            mode: CaptureMode::Typed,
        };
        let day = read_day(text, &context).ok_or_else(|| {
            JustMetError::invalid(self.words.say_with("error-not-a-day", &[("text", text.to_owned().into())]))
        })?;
        if !FollowUp::can_snooze_until(day, now.civil().date()) {
            return Err(JustMetError::invalid(self.words.say("error-day-not-ahead")));
        }
        Ok(day)
    }
}
