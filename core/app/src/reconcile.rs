//! What the shell must show now, so that each follow-up reminds once.

use std::collections::HashMap;

use justmet_domain::channel::Action;
use justmet_domain::follow_up::{self, FollowUp, Outcome, Problem, reconcile};
use justmet_domain::id::{ContactId, FollowUpId};
use justmet_domain::time::Timestamp;
use justmet_store::{LedgerEvent, Profile, StoreError, Writer};

use crate::draw::FollowUpCard;
use crate::error::{JustMetError, Result};
use crate::home::title;
use crate::just_met::{Inner, JustMet, Now};
use crate::listener::ChangeKind;
use crate::suggestion::SuggestionCard;

/// What the system that the shell runs on says it holds. Only what is ours; ids are those of follow-ups.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum OsView {
    /// A terminal: it holds no alarms, and what it shows has been seen.
    Terminal,
    /// Android, where alarms cannot be listed.
    Android {
        /// The notifications on show (`NotificationManager.getActiveNotifications`).
        showing: Vec<Slot>,
        /// Whether notifications are permitted and their channel is on.
        may_notify: bool,
    },
    /// iOS, where no code runs when a reminder fires.
    Ios {
        /// `getPendingNotificationRequests`.
        pending: Vec<PendingSlot>,
        /// `getDeliveredNotifications`.
        delivered: Vec<Slot>,
        /// Whether notifications are permitted.
        may_notify: bool,
    },
}

/// A notification, by what it is about.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Slot {
    /// The follow-up.
    pub id: String,
    /// The generation it was posted for.
    pub generation: u32,
}

/// A notification that waits for its moment.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PendingSlot {
    /// The follow-up.
    pub id: String,
    /// The generation it was handed over for.
    pub generation: u32,
    /// When it fires, in milliseconds since the Unix epoch.
    pub fire_ms: i64,
}

/// What the shell must do. The order of the fields is the order in which to do it; on Android a watchdog wake in 15
/// minutes comes before all of it and `wake_at_ms` takes its place at the end.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Plan {
    /// Follow-ups whose waiting notification is to be taken back.
    pub cancel: Vec<String>,
    /// Follow-ups whose notification is to be taken down.
    pub dismiss: Vec<String>,
    /// What to show now, earliest first, each to be acknowledged once it is on show.
    pub show: Vec<Reminder>,
    /// What to hand to the system for later, the latest first. The identifier is the follow-up's id, so that a new one takes
    /// the place of the one before.
    pub schedule: Vec<Scheduled>,
    /// When to reconcile again at the latest, in milliseconds since the Unix epoch; none where nothing is waiting.
    pub wake_at_ms: Option<i64>,
    /// What keeps reminders from being seen.
    pub problems: Vec<ProblemLine>,
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
    /// The label of the first action: "Write on WhatsApp".
    pub write: String,
    /// What that action opens; none where there is no way to write to them.
    pub launch: Option<Action>,
    /// With sound; quietly where it is late.
    pub alert: bool,
}

/// One reminder to hand to the system.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Scheduled {
    /// What to show.
    pub reminder: Reminder,
    /// When, in milliseconds since the Unix epoch.
    pub fire_ms: i64,
}

/// What keeps reminders from being seen, and what the person can do.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ProblemLine {
    /// As data.
    pub kind: Problem,
    /// In words.
    pub text: String,
}

#[uniffi::export(async_runtime = "tokio")]
impl JustMet {
    /// Decides what the shell must do now. Run it at every start, at every wake, and whenever the clock, the zone, the
    /// permission or the data changed: what was done and acknowledged does not come again. What the system says was
    /// delivered is noted; nothing else changes.
    ///
    /// # Errors
    /// `Invalid` for an id that is none, and those of reading and writing.
    pub async fn reconcile(&self, os: OsView) -> Result<Plan> {
        self.run(move |inner| {
            let now = inner.now()?;
            let view = inner.os_view(&os)?;
            inner.reconcile(&view, &now)
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
            let slot = follow_up::Slot { follow_up: id, generation };
            let noted = inner.write(&now, |writer| note_delivered(writer, &slot, &now))?;
            let noted = noted.ok_or_else(|| inner.no_follow_up())?;
            if noted.changed {
                inner.listeners.tell(ChangeKind::FollowUpChanged, noted.contact);
            }
            Ok(())
        })
        .await
    }
}

impl Inner {
    fn reconcile(&self, os: &follow_up::OsView, now: &Now) -> Result<Plan> {
        let (plan, open) = self.read(|reader| {
            // iOS is handed everything that waits; elsewhere what is due and the next one is enough.
            let open = match os {
                follow_up::OsView::Ios { .. } => reader.open_follow_ups(None)?,
                _ => self.due_and_next(reader, now)?,
            };
            Ok((reconcile(&open, os, now.at, &now.zone), open))
        })?;
        if !plan.delivered.is_empty() {
            self.write(now, |writer| {
                plan.delivered.iter().try_for_each(|slot| note_delivered(writer, slot, now).map(drop))
            })?;
        }
        let wanted = plan.show.iter().map(|show| show.slot).chain(plan.schedule.iter().map(|it| it.slot));
        let open: HashMap<FollowUpId, &FollowUp> = open.iter().map(|follow_up| (follow_up.id, follow_up)).collect();
        let wanted: Vec<&FollowUp> = wanted.filter_map(|slot| open.get(&slot.follow_up).copied()).collect();
        let contacts: Vec<_> = wanted.iter().map(|follow_up| follow_up.contact).collect();
        let profiles = self.read(|reader| reader.profiles(&contacts))?;
        let profiles: HashMap<ContactId, &Profile> =
            profiles.iter().map(|profile| (profile.contact.id, profile)).collect();
        let reminder = |id: FollowUpId, alert| {
            let follow_up = open.get(&id)?;
            let profile = profiles.get(&follow_up.contact)?;
            Some(self.reminder(follow_up, profile, alert, now))
        };
        Ok(Plan {
            cancel: plan.cancel.iter().map(FollowUpId::to_string).collect(),
            dismiss: plan.dismiss.iter().map(FollowUpId::to_string).collect(),
            show: plan.show.iter().filter_map(|show| reminder(show.slot.follow_up, show.alert)).collect(),
            schedule: plan
                .schedule
                .iter()
                .filter_map(|it| {
                    Some(Scheduled { reminder: reminder(it.slot.follow_up, true)?, fire_ms: it.fire_at.ms() })
                })
                .collect(),
            wake_at_ms: plan.wake_at.map(Timestamp::ms),
            problems: plan.problems.iter().map(|problem| self.problem(*problem)).collect(),
        })
    }

    fn reminder(&self, follow_up: &FollowUp, profile: &Profile, alert: bool, now: &Now) -> Reminder {
        let suggestion = SuggestionCard::draw(&self.words, self.platform, profile, now);
        Reminder {
            follow_up: FollowUpCard::draw(&self.words, follow_up, now),
            title: title(&self.words, profile),
            body: suggestion.headline,
            write: suggestion.action,
            launch: suggestion.launch,
            alert,
        }
    }

    fn problem(&self, kind: Problem) -> ProblemLine {
        let key = match kind {
            Problem::NotAllowedToNotify => "problem-not-allowed-to-notify",
        };
        ProblemLine { kind, text: self.words.say(key) }
    }

    /// The view with its ids read; one of an unknown follow-up is something to take down, not an error.
    fn os_view(&self, os: &OsView) -> Result<follow_up::OsView> {
        let slot =
            |slot: &Slot| Ok(follow_up::Slot { follow_up: self.follow_up_id(&slot.id)?, generation: slot.generation });
        let slots = |slots: &[Slot]| slots.iter().map(slot).collect::<Result<Vec<_>>>();
        Ok(match os {
            OsView::Terminal => follow_up::OsView::Terminal,
            OsView::Android { showing, may_notify } => {
                follow_up::OsView::Android { showing: slots(showing)?, may_notify: *may_notify }
            }
            OsView::Ios { pending, delivered, may_notify } => follow_up::OsView::Ios {
                pending: pending
                    .iter()
                    .map(|held| {
                        let slot = slot(&Slot { id: held.id.clone(), generation: held.generation })?;
                        Ok(follow_up::PendingSlot { slot, fire_at: Timestamp::from_ms(held.fire_ms) })
                    })
                    .collect::<Result<Vec<_>>>()?,
                delivered: slots(delivered)?,
                may_notify: *may_notify,
            },
        })
    }

    pub(crate) fn follow_up_id(&self, text: &str) -> Result<FollowUpId> {
        text.parse().map_err(|_| self.bad_id(text))
    }

    pub(crate) fn no_follow_up(&self) -> JustMetError {
        JustMetError::not_found(self.words.say("error-no-follow-up"))
    }
}

/// Notes that a generation was shown; nothing where that was noted before. Gives the follow-up, if there is one.
fn note_delivered(writer: &Writer<'_>, slot: &follow_up::Slot, now: &Now) -> Result<Option<Noted>, StoreError> {
    let Some(follow_up) = writer.follow_up(slot.follow_up)? else { return Ok(None) };
    let Outcome::Applied(shown) = follow_up.delivered(slot.generation, now.at) else {
        return Ok(Some(Noted { contact: follow_up.contact, changed: false }));
    };
    writer.put_follow_up(&shown, LedgerEvent::Shown, now.at)?;
    Ok(Some(Noted { contact: shown.contact, changed: true }))
}

/// What became of noting that a reminder was shown.
struct Noted {
    contact: ContactId,
    changed: bool,
}
