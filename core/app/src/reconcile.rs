//! What the shell must show now, so that each follow-up reminds once.

use std::collections::{HashMap, HashSet};

use justmet_domain::follow_up::{
    self, Book, Delivery, FollowUp, HandedOver, Moment, Note, Outcome, Problem, SentinelStep, WakeReason, reconcile,
};
use justmet_domain::id::{ContactId, FollowUpId};
use justmet_domain::order::order_by_key;
use justmet_domain::time::Timestamp;
use justmet_store::{LedgerEvent, Profile, Reader, StoreError, Writer};

use crate::draw::FollowUpCard;
use crate::error::{JustMetError, Result};
use crate::home::title;
use crate::just_met::{Inner, JustMet, Now};
use crate::listener::ChangeKind;
use crate::os_view::{self, Device, OsView, SENTINEL, Slot};
use crate::plan::{DigestCard, Plan, ProblemLine, Reminder, Scheduled, SentinelCard, Step};
use crate::suggestion::SuggestionCard;

/// The installation that the file belongs to.
const INSTALL: &str = "reminder.install";

/// The clock and the time since boot when they were last compared: "wall uptime boot".
const CLOCK: &str = "reminder.clock";

/// So far the two may part before the clock is called suspect.
const CLOCK_SLACK_MS: u64 = 12 * 3_600_000;

/// How many notifications are put back after a reboot.
const PUT_BACK: u32 = 5;

/// How many lines a digest shows: as many as Android's inbox style does.
const DIGEST_LINES: usize = 7;

#[uniffi::export]
impl JustMet {
    /// Decides what the shell must do now. Run it at every start, at every wake, and whenever the clock, the zone, the
    /// permission or the data changed: what was done and acknowledged does not come again. What the system says was
    /// delivered is noted; nothing else changes. Two calls at once give the same answer.
    ///
    /// # Errors
    /// Those of reading and writing.
    pub async fn reconcile(&self, os: OsView) -> Result<Plan> {
        self.run(move |inner| {
            let now = inner.now()?;
            inner.reconcile(os_view::read(os), &now)
        })
        .await
    }

    /// The shell has done a step of the plan, or has seen something happen. In this order, first done and then
    /// acknowledged, a crash between the two can at worst do it again in the same place, never lose it. What was
    /// acknowledged before, is of another generation or of nothing known changes nothing.
    ///
    /// # Errors
    /// Those of writing.
    pub async fn acknowledge(&self, step: Step) -> Result<()> {
        self.run(move |inner| {
            let now = inner.now()?;
            for contact in inner.write(&now, |writer| step.note(writer, &now))? {
                inner.listeners.tell(ChangeKind::FollowUpChanged, contact);
            }
            Ok(())
        })
        .await
    }
}

impl Step {
    /// Writes it down; gives whose follow-up changed.
    fn note(&self, writer: &Writer<'_>, now: &Now) -> std::result::Result<Vec<ContactId>, StoreError> {
        let delivered = |slots: &[Slot], how| {
            let noted = slots.iter().filter_map(known).map(|slot| note_delivered(writer, slot, how, now));
            noted.filter_map(std::result::Result::transpose).collect()
        };
        match self {
            Self::Shown { slots } => delivered(slots, Delivery::Shown),
            Self::SeenInInbox { slots } => delivered(slots, Delivery::SeenInInbox),
            Self::SwipedAway { slots } => {
                // It was on show, if that was not noted before the process died.
                let changed = delivered(slots, Delivery::Shown);
                for slot in slots.iter().filter_map(known) {
                    if writer.follow_up(slot.follow_up)?.is_some_and(|it| it.is_open() && it.slot() == slot) {
                        writer.note_swiped_away(slot, now.at)?;
                    }
                }
                changed
            }
            Self::HandedOver { slot, fire_ms } => {
                if let Some(slot) = known(slot)
                    && writer.follow_up(slot.follow_up)?.is_some()
                {
                    writer.put_handed_over(HandedOver { slot, fire_at: Timestamp::from_ms(*fire_ms) }, now.at)?;
                }
                Ok(Vec::new())
            }
        }
    }
}

fn known(slot: &Slot) -> Option<follow_up::Slot> {
    Some(follow_up::Slot { follow_up: os_view::id_of(&slot.identifier)?, generation: slot.generation })
}

/// What the decision is made from, read in one snapshot.
struct Known {
    open: Vec<FollowUp>,
    handed_over: Vec<HandedOver>,
    shown: Vec<follow_up::Slot>,
    restored: bool,
    clock_jumped: bool,
    /// What is to be written beside the notes: who the file belongs to, and how the clocks stand.
    settings: Vec<(&'static str, String)>,
}

impl Known {
    fn read(
        reader: &Reader<'_>,
        inner: &Inner,
        os: &os_view::Read,
        now: &Now,
    ) -> std::result::Result<Self, StoreError> {
        let is_ios = matches!(os.view, follow_up::OsView::Ios { .. });
        let refill = matches!(&os.view, follow_up::OsView::Android { reasons, .. }
            if reasons.contains(&WakeReason::Boot) || reasons.contains(&WakeReason::Updated));
        let mut known = Self {
            // iOS is handed everything that waits; elsewhere what is due and the next one is enough.
            open: if is_ios { reader.open_follow_ups(None)? } else { inner.due_and_next(reader, now)? },
            handed_over: if is_ios { reader.handed_over()? } else { Vec::new() },
            shown: if refill { reader.shown_and_left(PUT_BACK)? } else { Vec::new() },
            restored: false,
            clock_jumped: false,
            settings: Vec::new(),
        };
        if let Some(device) = &os.device {
            known.compare(reader, device, now)?;
        }
        known.add_shown(reader, &os.view)?;
        Ok(known)
    }

    /// What is on show is open wherever the clock has gone since: it must not be taken for ended.
    fn add_shown(&mut self, reader: &Reader<'_>, os: &follow_up::OsView) -> std::result::Result<(), StoreError> {
        let follow_up::OsView::Android { showing, digest, .. } = os else { return Ok(()) };
        let mut known: HashSet<FollowUpId> = self.open.iter().map(|it| it.id).collect();
        for slot in showing.iter().chain(digest) {
            if known.insert(slot.follow_up)
                && let Some(follow_up) = reader.follow_up(slot.follow_up)?
                && follow_up.is_open()
            {
                self.open.push(follow_up);
            }
        }
        Ok(())
    }

    fn compare(&mut self, reader: &Reader<'_>, device: &Device, now: &Now) -> std::result::Result<(), StoreError> {
        if !device.install.is_empty() {
            let owner = reader.setting(INSTALL)?;
            self.restored = owner.as_ref().is_some_and(|owner| *owner != device.install);
            if owner.as_ref() != Some(&device.install) {
                self.settings.push((INSTALL, device.install.clone()));
            }
        }
        if let (Some(uptime), Some(boot)) = (device.uptime_ms, &device.boot) {
            let before = reader.setting(CLOCK)?;
            self.clock_jumped = before.as_deref().is_some_and(|before| has_jumped(before, now.at.ms(), uptime, boot));
            if self.clock_jumped || before.is_none_or(|before| !before.ends_with(&format!(" {boot}"))) {
                self.settings.push((CLOCK, format!("{} {uptime} {boot}", now.at.ms())));
            }
        }
        Ok(())
    }
}

/// Whether the clock and the time since boot have parted since they were written down.
fn has_jumped(before: &str, wall_ms: i64, uptime_ms: i64, boot: &str) -> bool {
    let mut parts = before.splitn(3, ' ');
    let mut number = || parts.next()?.parse::<i64>().ok();
    let (Some(wall_before), Some(uptime_before)) = (number(), number()) else { return false };
    let parted = wall_ms.saturating_sub(wall_before).abs_diff(uptime_ms.saturating_sub(uptime_before));
    parts.next() == Some(boot) && parted > CLOCK_SLACK_MS
}

impl Inner {
    fn reconcile(&self, os: os_view::Read, now: &Now) -> Result<Plan> {
        let (known, calendar) =
            self.read(|reader| Ok((Known::read(reader, self, &os, now)?, self.calendar(reader)?)))?;
        let book =
            Book { open: &known.open, handed_over: &known.handed_over, shown: &known.shown, restored: known.restored };
        let clock_jumped = known.clock_jumped;
        let moment = Moment { now: now.at, zone: &now.zone, calendar: &calendar, clock_jumped };
        let plan = reconcile(&book, &os.view, &moment);
        if !plan.notes.is_empty() || !known.settings.is_empty() {
            self.write(now, |writer| {
                plan.notes.iter().try_for_each(|note| write_note(writer, note, now))?;
                // Last: a crash before it and the file is still another installation's.
                known.settings.iter().try_for_each(|(key, value)| writer.set_setting(key, value))
            })?;
        }
        self.draw(&plan, &known.open, os, now)
    }

    fn draw(&self, plan: &follow_up::Plan, open: &[FollowUp], os: os_view::Read, now: &Now) -> Result<Plan> {
        let open: HashMap<FollowUpId, &FollowUp> = open.iter().map(|follow_up| (follow_up.id, follow_up)).collect();
        let named = plan.digest.iter().flat_map(|digest| digest.slots.iter().copied()).take(DIGEST_LINES);
        let slots = plan.show.iter().map(|show| show.slot).chain(plan.schedule.iter().map(|it| it.slot)).chain(named);
        let mut contacts: Vec<ContactId> =
            slots.filter_map(|slot| open.get(&slot.follow_up)).map(|it| it.contact).collect();
        order_by_key(&mut contacts, |contact| *contact);
        contacts.dedup();
        let profiles = self.read(|reader| reader.profiles(&contacts))?;
        let profiles: HashMap<ContactId, &Profile> =
            profiles.iter().map(|profile| (profile.contact.id, profile)).collect();
        let of = |id: FollowUpId| {
            let follow_up = *open.get(&id)?;
            Some((follow_up, *profiles.get(&follow_up.contact)?))
        };
        let reminder = |slot: follow_up::Slot, alert| {
            let (follow_up, profile) = of(slot.follow_up)?;
            Some(self.reminder(follow_up, profile, alert, now))
        };
        let identifier = |id: &FollowUpId| follow_up::Slot { follow_up: *id, generation: 0 }.identifier();
        let digest = plan.digest.as_ref().map(|digest| DigestCard {
            title: self.words.say_with("reminder-digest", &[("count", digest.slots.len().into())]),
            lines: digest
                .slots
                .iter()
                .filter_map(|slot| of(slot.follow_up))
                .take(DIGEST_LINES)
                .map(|(_, profile)| title(&self.words, profile))
                .collect(),
            slots: digest.slots.iter().map(Slot::from).collect(),
            alert: digest.alert,
        });
        let mut cancel: Vec<String> = plan.cancel.iter().map(identifier).chain(os.foreign_pending).collect();
        if plan.sentinel == SentinelStep::Remove {
            cancel.push(SENTINEL.to_owned());
        }
        let foreign = os.foreign_shown.iter().any(|name| name != SENTINEL);
        let mut problems: Vec<ProblemLine> = plan.problems.iter().map(|problem| self.problem(*problem)).collect();
        if foreign {
            problems.push(self.problem(Problem::UnknownNotifications));
        }
        Ok(Plan {
            watchdog_ms: plan.watchdog_at.map(Timestamp::ms),
            cancel,
            dismiss: plan.dismiss.iter().map(identifier).chain(os.foreign_shown).collect(),
            dismiss_digest: plan.dismiss_digest,
            digest,
            show: plan.show.iter().filter_map(|show| reminder(show.slot, show.alert)).collect(),
            sentinel: match plan.sentinel {
                SentinelStep::Put { fire_at, more } => Some(self.sentinel(fire_at, more)),
                SentinelStep::Keep | SentinelStep::Remove => None,
            },
            schedule: plan
                .schedule
                .iter()
                .filter_map(|it| Some(Scheduled { reminder: reminder(it.slot, it.alert)?, fire_ms: it.fire_at.ms() }))
                .collect(),
            wake_at_ms: plan.wake_at.map(Timestamp::ms),
            problems,
        })
    }

    fn reminder(&self, follow_up: &FollowUp, profile: &Profile, alert: bool, now: &Now) -> Reminder {
        let suggestion = SuggestionCard::draw(&self.words, self.platform, profile, now);
        Reminder {
            identifier: follow_up.slot().identifier(),
            follow_up: FollowUpCard::draw(&self.words, follow_up, now),
            title: title(&self.words, profile),
            body: suggestion.headline,
            write: suggestion.action,
            launch: suggestion.launch,
            alert,
        }
    }

    fn sentinel(&self, fire_at: Timestamp, more: u32) -> SentinelCard {
        SentinelCard {
            identifier: SENTINEL.to_owned(),
            title: self.words.say_with("reminder-more", &[("count", more.into())]),
            body: self.words.say("reminder-more-body"),
            fire_ms: fire_at.ms(),
        }
    }

    pub(crate) fn problem(&self, kind: Problem) -> ProblemLine {
        let key = match kind {
            Problem::NotAllowedToNotify => "problem-not-allowed-to-notify",
            Problem::ChannelOff => "problem-channel-off",
            Problem::BackgroundRestricted => "problem-background-restricted",
            Problem::OverCapacity => "problem-over-capacity",
            Problem::ClockSuspect => "problem-clock-suspect",
            Problem::UnknownNotifications => "problem-unknown-notifications",
        };
        ProblemLine { kind, text: self.words.say(key) }
    }

    pub(crate) fn follow_up_id(&self, text: &str) -> Result<FollowUpId> {
        os_view::id_of(text).ok_or_else(|| self.bad_id(text))
    }

    pub(crate) fn no_follow_up(&self) -> JustMetError {
        JustMetError::not_found(self.words.say("error-no-follow-up"))
    }
}

impl From<&follow_up::Slot> for Slot {
    fn from(slot: &follow_up::Slot) -> Self {
        Self { identifier: slot.identifier(), generation: slot.generation }
    }
}

fn write_note(writer: &Writer<'_>, note: &Note, now: &Now) -> std::result::Result<(), StoreError> {
    match note {
        Note::Delivered(slot, how) => note_delivered(writer, *slot, *how, now).map(drop),
        Note::HandedOver(it) => writer.put_handed_over(*it, now.at),
        Note::TakenBack(id) => writer.take_handed_over(*id, now.at),
        // Which installation that is, the settings written beside the notes say.
        Note::Installed => Ok(()),
    }
}

/// Notes that a generation reached the person; nothing where that was noted before. Gives whose follow-up changed.
pub(crate) fn note_delivered(
    writer: &Writer<'_>,
    slot: follow_up::Slot,
    how: Delivery,
    now: &Now,
) -> std::result::Result<Option<ContactId>, StoreError> {
    let Some(follow_up) = writer.follow_up(slot.follow_up)? else { return Ok(None) };
    let Outcome::Applied(delivered) = follow_up.delivered(slot.generation, how, now.at) else { return Ok(None) };
    let event = match how {
        Delivery::Shown => LedgerEvent::Shown,
        Delivery::Presumed => LedgerEvent::Presumed,
        Delivery::SeenInInbox => LedgerEvent::SeenInInbox,
        Delivery::InboxOnly => LedgerEvent::InboxOnly,
        Delivery::Restored => LedgerEvent::Restored,
    };
    writer.put_follow_up(&delivered, event, now.at)?;
    Ok(Some(delivered.contact))
}
