//! What a shell must do now, so that each follow-up reminds once.

use std::collections::HashMap;

use chrono::TimeDelta;

use super::{FollowUp, OsView, Permission, Slot, State, android, calendar::WorkCalendar, ios, mutant};
use crate::id::FollowUpId;
use crate::time::{Timestamp, TzSnapshot};

/// What is known of the follow-ups and of what the system was given.
#[derive(Debug, Clone, Copy, Default)]
pub struct Book<'a> {
    /// The open follow-ups: planned, and delivered but not ended.
    pub open: &'a [FollowUp],
    /// iOS: what this installation handed over and was told is there.
    pub handed_over: &'a [HandedOver],
    /// Android: what was shown as a notification and neither swiped away nor seen in the app since. Only asked for after
    /// a reboot or an update; else empty.
    pub shown: &'a [Slot],
    /// Whether the file belongs to another installation: it was restored from a backup, or the app installed anew.
    pub restored: bool,
}

/// A request that the system took, by what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandedOver {
    /// What it is about.
    pub slot: Slot,
    /// When it fires.
    pub fire_at: Timestamp,
}

/// When and where it is.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    /// The clock.
    pub now: Timestamp,
    /// The person's zone.
    pub zone: &'a TzSnapshot,
    /// Which days are business days: where the zone skips a day, the next one of them takes its place.
    pub calendar: &'a WorkCalendar,
    /// Whether the clock on the wall and the time since the device was started have parted by more than twelve hours
    /// since they were last compared.
    pub clock_jumped: bool,
}

/// What the shell must do. The order of the fields is the order in which to do it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// What is to be written down before the shell does anything.
    pub notes: Vec<Note>,
    /// Android: a wake that comes first of all, so that a process that dies below is called again. The last step
    /// replaces it by `wake_at`.
    pub watchdog_at: Option<Timestamp>,
    /// Waiting notifications to take back.
    pub cancel: Vec<FollowUpId>,
    /// Notifications on show to take down.
    pub dismiss: Vec<FollowUpId>,
    /// The digest on show names nobody any more.
    pub dismiss_digest: bool,
    /// One notification for many: the only one of them that may make a sound. Posted before those it stands for, and
    /// acknowledged for all it names.
    pub digest: Option<Digest>,
    /// What to show now, earliest first, each to be acknowledged once it is on show.
    pub show: Vec<Show>,
    /// iOS: the request that stands for all beyond the budget.
    pub sentinel: SentinelStep,
    /// What to hand to the system for later, the latest first: iOS keeps the last 64 that it is given.
    pub schedule: Vec<Schedule>,
    /// When to reconcile again at the latest.
    pub wake_at: Option<Timestamp>,
    /// What keeps reminders from being seen.
    pub problems: Vec<Problem>,
}

/// Something found out, to be written down at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// The person was reminded, or is not going to be any more: it waits in the inbox.
    Delivered(Slot, Delivery),
    /// iOS has a request that was not noted when it was added.
    HandedOver(HandedOver),
    /// iOS: a request is about to be taken back, or never was this installation's.
    TakenBack(FollowUpId),
    /// The file now belongs to this installation. Written last.
    Installed,
}

/// How a follow-up reached the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// It is, or was, on show.
    Shown,
    /// iOS: it was handed over and is gone; it fired and was swiped away, as far as anyone can tell.
    Presumed,
    /// It was drawn in the inbox, in the app.
    SeenInInbox,
    /// It is too late for a notification, or none is permitted and the moment has passed.
    InboxOnly,
    /// It was due when the file was restored.
    Restored,
}

/// One reminder to show now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Show {
    /// Which, with the generation to be given back when it is acknowledged.
    pub slot: Slot,
    /// With sound, or quietly: because it is late, because the digest makes the sound, or because it was shown before.
    pub alert: bool,
}

/// One reminder to hand to the system for later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// Which, with the generation to be given back when it is acknowledged.
    pub slot: Slot,
    /// When it fires.
    pub fire_at: Timestamp,
    /// With sound, or quietly: of those that fire in one minute the first makes the sound.
    pub alert: bool,
}

impl Schedule {
    /// As it is noted once the system took it.
    pub fn handed_over(&self) -> HandedOver {
        HandedOver { slot: self.slot, fire_at: self.fire_at }
    }
}

/// One notification for several follow-ups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// Whom it names, earliest first.
    pub slots: Vec<Slot>,
    /// With sound, or quietly.
    pub alert: bool,
}

/// What becomes of the request beyond iOS' budget.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SentinelStep {
    /// It is as it should be.
    #[default]
    Keep,
    /// It is not needed any more.
    Remove,
    /// To be handed over, in place of one that is there.
    Put {
        /// When it fires: when the first follow-up beyond the budget is due.
        fire_at: Timestamp,
        /// How many follow-ups wait beyond the budget.
        more: u32,
    },
}

/// What keeps reminders from being seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Problem {
    /// Notifications are not permitted: what is due is found in the app only.
    NotAllowedToNotify,
    /// The reminders' notification channel is switched off.
    ChannelOff,
    /// The app's background work is restricted: no reminder can come while the app is closed.
    BackgroundRestricted,
    /// More wait than iOS keeps: those beyond are handed over as soon as there is room.
    OverCapacity,
    /// The clock shows a year that cannot be, or has jumped: nothing is shown until it is right or has settled.
    ClockSuspect,
    /// The system names what is none of ours; it is taken down.
    UnknownNotifications,
}

/// So late a reminder still alerts; later it is shown quietly.
pub(super) const ALERT_WITHIN: TimeDelta = TimeDelta::hours(24);

/// So late it is not shown at all any more: it waits in the inbox.
pub(super) const SHOW_WITHIN: TimeDelta = TimeDelta::days(7);

/// What comes back to a process that died at work.
const WATCHDOG: TimeDelta = TimeDelta::minutes(15);

/// So many that are about nothing open are not what ended since the last run: no system keeps more requests of an app.
const STRANGERS: usize = 64;

/// So long nothing is shown after the clock has jumped.
pub(super) const SETTLE: TimeDelta = TimeDelta::minutes(10);

/// The years in which this program can be running: 2026-01-01 to 2100-01-01, UTC. A clock outside them was never set.
const CLOCK_FROM_MS: i64 = 1_767_225_600_000;
const CLOCK_UNTIL_MS: i64 = 4_102_444_800_000;

/// An open follow-up with the instant at which it is due here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Due {
    pub(super) at: Timestamp,
    pub(super) slot: Slot,
}

/// The open follow-ups as the rules of each system take them.
pub(super) struct Sorted {
    /// Planned and due, earliest first.
    pub(super) due: Vec<Due>,
    /// Planned and ahead, earliest first.
    pub(super) waiting: Vec<Due>,
    current: HashMap<FollowUpId, u32>,
}

impl Sorted {
    fn new(book: &Book<'_>, moment: &Moment<'_>) -> Self {
        let resolve = moment.calendar.resolver(moment.zone);
        let mut planned: Vec<Due> = book
            .open
            .iter()
            .filter(|it| it.state == State::Planned)
            .map(|it| Due { at: resolve(it.due), slot: it.slot() })
            .collect();
        planned.sort_unstable_by_key(|due| (due.at, due.slot.follow_up));
        let waiting = planned.split_off(planned.partition_point(|due| due.at <= moment.now));
        let current = book.open.iter().map(|it| (it.id, it.generation)).collect();
        Self { due: planned, waiting, current }
    }

    /// Whether a notification is about a follow-up that is open, in its present generation.
    pub(super) fn is_current(&self, slot: &Slot) -> bool {
        self.current.get(&slot.follow_up) == Some(&slot.generation) || mutant::is("ended_is_not_cancelled")
    }

    /// Whether a notification is about a generation that there has not been yet, as after an older database was restored.
    fn is_of_the_future(&self, slot: &Slot) -> bool {
        self.current.get(&slot.follow_up).is_some_and(|current| *current < slot.generation)
    }
}

/// Decides what to do about the open follow-ups. Pure, total and idempotent: done once and acknowledged, the same call
/// asks for nothing more.
pub fn reconcile(book: &Book<'_>, os: &OsView, moment: &Moment<'_>) -> Plan {
    let mut sorted = Sorted::new(book, moment);
    let mut plan = Plan { wake_at: sorted.waiting.first().map(|due| due.at), ..Plan::default() };
    let clock_is_possible = (CLOCK_FROM_MS..CLOCK_UNTIL_MS).contains(&moment.now.ms());
    if !clock_is_possible || moment.clock_jumped {
        plan.problems.push(Problem::ClockSuspect);
    }
    if book.restored && clock_is_possible {
        adopt(&mut plan, &mut sorted, book);
    }
    // Under an impossible clock nothing is due and nothing is late; it is only what ended that is taken away.
    let can_show = clock_is_possible;
    match os {
        OsView::Terminal => {
            plan.show =
                sorted.due.iter().filter(|_| can_show).map(|due| Show { slot: due.slot, alert: true }).collect();
        }
        OsView::Desktop => {
            let nothing = android::Tray {
                showing: &[],
                digest: &[],
                permission: Permission::Granted,
                refill: false,
                redraw: false,
            };
            android::plan(&mut plan, &sorted, book, &nothing, moment, can_show);
        }
        OsView::Android { showing, digest, permission, background_restricted, reasons } => {
            let tray = android::Tray::new(showing, digest, *permission, reasons);
            if reasons.contains(&super::WakeReason::Boot) && mutant::is("no_boot_receiver") {
                return Plan::default();
            }
            android::plan(&mut plan, &sorted, book, &tray, moment, can_show);
            if *background_restricted && !sorted.current.is_empty() {
                plan.problems.push(Problem::BackgroundRestricted);
            }
            let anything = !sorted.due.is_empty() || !sorted.waiting.is_empty() || !plan.show.is_empty();
            if anything && !mutant::is("no_watchdog") {
                plan.watchdog_at = Some(moment.now.saturating_add(WATCHDOG));
            }
        }
        OsView::Ios { pending, delivered, sentinel, permission } => {
            let held = ios::Held { pending, delivered, sentinel: *sentinel, permission: *permission };
            ios::plan(&mut plan, &sorted, book, &held, moment, can_show);
        }
    }
    let strangers = plan.dismiss.len().max(plan.cancel.len()) > STRANGERS;
    if strangers || os.slots().any(|slot| sorted.is_of_the_future(&slot)) {
        plan.problems.push(Problem::UnknownNotifications);
    }
    if book.restored && clock_is_possible {
        plan.notes.push(Note::Installed);
    }
    plan
}

/// What to do first with a file that another installation wrote: what is due has reminded there, or will not any more;
/// what was handed over, was handed to another system.
fn adopt(plan: &mut Plan, sorted: &mut Sorted, book: &Book<'_>) {
    if mutant::is("restore_is_a_start") {
        return;
    }
    plan.notes.extend(book.handed_over.iter().map(|it| Note::TakenBack(it.slot.follow_up)));
    plan.notes.extend(sorted.due.drain(..).map(|due| Note::Delivered(due.slot, Delivery::Restored)));
}

/// The problem that a missing permission is.
pub(super) fn permission_problem(permission: Permission) -> Option<Problem> {
    match permission {
        Permission::Granted => None,
        Permission::Denied => Some(Problem::NotAllowedToNotify),
        Permission::ChannelOff => Some(Problem::ChannelOff),
    }
}

impl FollowUp {
    /// What a notification about it carries.
    pub fn slot(&self) -> Slot {
        Slot { follow_up: self.id, generation: self.generation }
    }
}
