//! What the shell must show now, so that each follow-up reminds once.

use justmet_domain::follow_up::{FollowUp, OsView, Outcome, reconcile};
use justmet_domain::id::FollowUpId;
use justmet_store::LedgerEvent;

use crate::draw::{FollowUpCard, SuggestionCard};
use crate::error::{JustMetError, Result};
use crate::home::title;
use crate::just_met::{Inner, JustMet, Now};
use crate::listener::ChangeKind;

/// What the shell must do: show each entry and acknowledge it, then wake up again.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Plan {
    /// What to show now, earliest first.
    pub show: Vec<Reminder>,
    /// When to reconcile again at the latest, in milliseconds since the Unix epoch; none where nothing is waiting.
    pub wake_at_ms: Option<i64>,
}

/// One reminder, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Reminder {
    /// The follow-up, with the generation to give back.
    pub follow_up: FollowUpCard,
    /// "Slides for Priya Rao".
    pub title: String,
    /// "Write on WhatsApp: they asked for it".
    pub body: String,
}

#[uniffi::export(async_runtime = "tokio")]
impl JustMet {
    /// Decides what must be shown now. Run it at every start and whenever the clock, the zone or the data changed: it
    /// changes nothing itself, and what was acknowledged does not come again.
    ///
    /// # Errors
    /// Those of reading.
    pub async fn reconcile(&self, os: OsView) -> Result<Plan> {
        self.run(move |inner| {
            let now = inner.now()?;
            inner.reconcile(&os, &now)
        })
        .await
    }

    /// A reminder was shown. In this order, show and then acknowledge, a crash between the two can at worst show it
    /// again, never lose it.
    ///
    /// # Errors
    /// `NotFound` for an unknown follow-up, and those of writing. A stale generation is no error: nothing happens.
    pub async fn acknowledge(&self, follow_up: String, generation: u32) -> Result<()> {
        self.run(move |inner| {
            let now = inner.now()?;
            let id = inner.follow_up_id(&follow_up)?;
            let contact = inner.write(&now, |writer| {
                let Some(follow_up) = writer.follow_up(id)? else { return Ok(None) };
                if let Outcome::Applied(shown) = follow_up.delivered(generation, now.at) {
                    writer.put_follow_up(&shown, LedgerEvent::Shown, now.at)?;
                    return Ok(Some(Some(shown.contact)));
                }
                Ok(Some(None))
            })?;
            match contact {
                None => Err(inner.no_follow_up()),
                Some(None) => Ok(()),
                Some(Some(contact)) => {
                    inner.listeners.tell(ChangeKind::FollowUpChanged, contact);
                    Ok(())
                }
            }
        })
        .await
    }
}

impl Inner {
    fn reconcile(&self, os: &OsView, now: &Now) -> Result<Plan> {
        self.read(|reader| {
            let open = self.due_and_next(reader, now)?;
            let plan = reconcile(&open, os, now.at, &now.zone);
            let shown: Vec<_> = plan
                .show
                .iter()
                .filter_map(|show| open.iter().find(|follow_up| follow_up.id == show.follow_up))
                .collect();
            let contacts: Vec<_> = shown.iter().map(|follow_up| follow_up.contact).collect();
            let profiles = reader.profiles(&contacts)?;
            let reminder = |follow_up: &&FollowUp| {
                let profile = profiles.iter().find(|profile| profile.contact.id == follow_up.contact)?;
                Some(Reminder {
                    follow_up: FollowUpCard::draw(&self.words, follow_up, now),
                    title: title(&self.words, profile),
                    body: SuggestionCard::draw(&self.words, self.platform, profile).headline,
                })
            };
            Ok(Plan {
                show: shown.iter().filter_map(reminder).collect(),
                wake_at_ms: plan.wake_at.map(justmet_domain::time::Timestamp::ms),
            })
        })
    }

    pub(crate) fn follow_up_id(&self, text: &str) -> Result<FollowUpId> {
        text.parse().map_err(|_| self.bad_id(text))
    }

    pub(crate) fn no_follow_up(&self) -> JustMetError {
        JustMetError::not_found(self.words.say("error-no-follow-up"))
    }
}
