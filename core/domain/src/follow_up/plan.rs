//! What a shell must do now, so that each follow-up reminds once.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

use super::{FollowUp, REMINDER_HOUR, State};
use crate::id::FollowUpId;
use crate::time::{Timestamp, TzSnapshot};

/// What the system that the shell runs on says it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OsView {
    /// A terminal: it holds no alarms, and what it shows has been seen.
    Terminal,
    /// Android: alarms cannot be listed, so nothing is concluded from them; what is on show can.
    Android {
        /// The notifications on show. One that is missing may have been swiped away, or lost to an update or a reboot.
        showing: Vec<Slot>,
        /// Whether notifications are permitted and their channel is on.
        may_notify: bool,
    },
    /// iOS: what is pending and what was delivered can both be listed; no code runs when a reminder fires.
    Ios {
        /// Requests that wait.
        pending: Vec<PendingSlot>,
        /// Notifications that were delivered and not swiped away.
        delivered: Vec<Slot>,
        /// Whether notifications are permitted.
        may_notify: bool,
    },
}

/// A notification of ours, by what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The follow-up.
    pub follow_up: FollowUpId,
    /// The generation it was posted for.
    pub generation: u32,
}

/// A notification that waits for its moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PendingSlot {
    /// What it is about.
    pub slot: Slot,
    /// When it fires.
    pub fire_at: Timestamp,
}

/// What the shell must do. The order of the fields is the order in which to do it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Waiting notifications to take back.
    pub cancel: Vec<FollowUpId>,
    /// Notifications on show to take down.
    pub dismiss: Vec<FollowUpId>,
    /// What to show now, earliest first, each to be acknowledged once it is on show.
    pub show: Vec<Show>,
    /// What to hand to the system for later, the latest first: iOS keeps the last 64 that it is given.
    pub schedule: Vec<Schedule>,
    /// What has been delivered already, or is too late to alert: it waits in the inbox, and is noted as delivered.
    pub delivered: Vec<Slot>,
    /// When to reconcile again at the latest.
    pub wake_at: Option<Timestamp>,
    /// What keeps reminders from being seen.
    pub problems: Vec<Problem>,
}

/// One reminder to show now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Show {
    /// Which, with the generation to be given back when it is acknowledged.
    pub slot: Slot,
    /// With sound, or quietly because it is late.
    pub alert: bool,
}

/// One reminder to hand to the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// Which.
    pub slot: Slot,
    /// When it must fire.
    pub fire_at: Timestamp,
}

/// What keeps reminders from being seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Problem {
    /// Notifications are not permitted: what is due is found in the app only.
    NotAllowedToNotify,
}

/// Of the 64 requests that iOS keeps, how many are ours to fill: the rest is room for what is added while we do not run.
const IOS_BUDGET: usize = 50;

/// So late a reminder still alerts; later it is shown quietly.
const ALERT_WITHIN: TimeDelta = TimeDelta::hours(24);

/// So late it is not shown at all any more: it waits in the inbox.
const SHOW_WITHIN: TimeDelta = TimeDelta::days(7);

/// Decides what to do about the open follow-ups. Pure and idempotent: done once and acknowledged, the same call asks for
/// nothing more.
pub fn reconcile(open: &[FollowUp], os: &OsView, now: Timestamp, zone: &TzSnapshot) -> Plan {
    let mut planned: Vec<(Timestamp, &FollowUp)> = open
        .iter()
        .filter(|follow_up| follow_up.state == State::Planned)
        .map(|follow_up| (zone.instant_of(follow_up.due), follow_up))
        .collect();
    planned.sort_by_key(|(due, follow_up)| (*due, follow_up.id));
    let (due, waiting): (Vec<_>, Vec<_>) = planned.into_iter().partition(|(due, _)| *due <= now);
    let mut plan = Plan { wake_at: waiting.first().map(|(due, _)| *due), ..Plan::default() };
    match os {
        OsView::Terminal => {
            plan.show = due.iter().map(|(_, it)| Show { slot: slot(it), alert: true }).collect();
        }
        OsView::Android { showing, may_notify } => {
            plan.dismiss = stale(showing, open);
            android(&mut plan, &due, showing, *may_notify, now, zone);
        }
        OsView::Ios { pending, delivered, may_notify } => {
            plan.dismiss = stale(delivered, open);
            ios(&mut plan, &due, &waiting, pending, delivered, *may_notify);
        }
    }
    plan
}

fn slot(follow_up: &FollowUp) -> Slot {
    Slot { follow_up: follow_up.id, generation: follow_up.generation }
}

/// What is on show about something that has ended, or was put off since.
fn stale(shown: &[Slot], open: &[FollowUp]) -> Vec<FollowUpId> {
    let current = |shown: &Slot| open.iter().any(|follow_up| slot(follow_up) == *shown);
    shown.iter().filter(|shown| !current(shown)).map(|shown| shown.follow_up).collect()
}

fn android(
    plan: &mut Plan,
    due: &[(Timestamp, &FollowUp)],
    showing: &[Slot],
    may_notify: bool,
    now: Timestamp,
    zone: &TzSnapshot,
) {
    let morning = next_morning(now, zone);
    for (due_at, follow_up) in due {
        let slot = slot(follow_up);
        if showing.contains(&slot) || now > due_at.saturating_add(SHOW_WITHIN) {
            plan.delivered.push(slot);
        } else if !may_notify {
            plan.problems = vec![Problem::NotAllowedToNotify];
        } else if let Some(morning) = morning {
            plan.wake_at = Some(plan.wake_at.map_or(morning, |wake| wake.min(morning)));
        } else {
            plan.show.push(Show { slot, alert: now <= due_at.saturating_add(ALERT_WITHIN) });
        }
    }
}

fn ios(
    plan: &mut Plan,
    due: &[(Timestamp, &FollowUp)],
    waiting: &[(Timestamp, &FollowUp)],
    pending: &[PendingSlot],
    delivered: &[Slot],
    may_notify: bool,
) {
    // Whatever is due has fired, or the system missed it: either way it is in the inbox and must not fire again.
    plan.delivered = due.iter().map(|(_, follow_up)| slot(follow_up)).collect();
    let near: Vec<Schedule> = waiting
        .iter()
        .filter(|(_, follow_up)| !delivered.contains(&slot(follow_up)))
        .take(IOS_BUDGET)
        .map(|(fire_at, follow_up)| Schedule { slot: slot(follow_up), fire_at: *fire_at })
        .collect();
    // Fired early, before the clock was set back: delivered all the same.
    let early = waiting.iter().map(|(_, follow_up)| slot(follow_up)).filter(|slot| delivered.contains(slot));
    plan.delivered.extend(early);
    let is_wanted = |held: &PendingSlot| near.iter().any(|wanted| wanted.slot.follow_up == held.slot.follow_up);
    plan.cancel = pending.iter().filter(|held| !is_wanted(held)).map(|held| held.slot.follow_up).collect();
    let is_held =
        |wanted: &Schedule| pending.iter().any(|held| held.slot == wanted.slot && held.fire_at == wanted.fire_at);
    // Kept in step even while notifications are not permitted: they may be permitted before the moment comes.
    plan.schedule = near.into_iter().filter(|wanted| !is_held(wanted)).rev().collect();
    let anything = !plan.schedule.is_empty() || !plan.delivered.is_empty();
    if anything && !may_notify {
        plan.problems = vec![Problem::NotAllowedToNotify];
    }
}

/// Where it is night now: the next moment at which the person may be disturbed. From nine in the evening to eight in the
/// morning nothing is shown; what fell due meanwhile comes at ten.
fn next_morning(now: Timestamp, zone: &TzSnapshot) -> Option<Timestamp> {
    let civil: NaiveDateTime = zone.civil_at(now);
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let day = if civil.time() >= at(21) {
        civil.date().succ_opt()?
    } else if civil.time() < at(8) {
        civil.date()
    } else {
        return None;
    };
    Some(zone.instant_of(day.and_time(at(REMINDER_HOUR))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_up::Outcome;
    use crate::id::{ContactId, EncounterId};
    use uuid::Uuid;

    fn civil(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn utc() -> TzSnapshot {
        TzSnapshot::fixed("UTC", 0)
    }

    fn at(text: &str) -> Timestamp {
        utc().instant_of(civil(text))
    }

    fn planned(number: u128, due: &str) -> FollowUp {
        let contact = ContactId::from_uuid(Uuid::from_u128(number));
        let encounter = EncounterId::from_uuid(Uuid::from_u128(number + 1000));
        FollowUp::plan(contact, encounter, civil(due), Timestamp::from_ms(0))
    }

    fn android_view(showing: &[Slot], may_notify: bool) -> OsView {
        OsView::Android { showing: showing.to_vec(), may_notify }
    }

    fn ios_view(pending: &[PendingSlot], delivered: &[Slot]) -> OsView {
        OsView::Ios { pending: pending.to_vec(), delivered: delivered.to_vec(), may_notify: true }
    }

    fn shown(plan: &Plan) -> Vec<FollowUpId> {
        plan.show.iter().map(|show| show.slot.follow_up).collect()
    }

    #[test]
    fn terminal_what_is_due_is_shown_once_and_the_next_one_is_waited_for() {
        let now = at("2026-11-24 10:00");
        let mut open =
            vec![planned(3, "2026-11-26 10:00"), planned(1, "2026-11-24 10:00"), planned(2, "2026-11-25 10:00")];
        let plan = reconcile(&open, &OsView::Terminal, now, &utc());
        assert_eq!(shown(&plan), vec![open[1].id]);
        assert_eq!(plan.wake_at, Some(at("2026-11-25 10:00")));

        let Outcome::Applied(delivered) = open[1].delivered(0, now) else { panic!() };
        open[1] = delivered;
        assert_eq!(shown(&reconcile(&open, &OsView::Terminal, now, &utc())), vec![]);
    }

    #[test]
    fn due_follows_the_clock_on_the_wall_of_the_zone_the_person_is_in() {
        let open = vec![planned(1, "2026-11-24 10:00")];
        let ten_in_tokyo = at("2026-11-24 01:00");
        let tokyo = TzSnapshot::fixed("Asia/Tokyo", 9 * 3600);
        let berlin = TzSnapshot::fixed("Europe/Berlin", 3600);
        assert_eq!(reconcile(&open, &OsView::Terminal, ten_in_tokyo, &tokyo).show.len(), 1);
        assert_eq!(reconcile(&open, &OsView::Terminal, ten_in_tokyo, &berlin).show.len(), 0);
    }

    #[test]
    fn nothing_open_needs_nothing() {
        for os in [OsView::Terminal, android_view(&[], true), ios_view(&[], &[])] {
            assert_eq!(reconcile(&[], &os, Timestamp::from_ms(0), &utc()), Plan::default());
        }
    }

    #[test]
    fn android_shows_what_is_due_unless_it_is_on_show() {
        let open = vec![planned(1, "2026-11-24 10:00"), planned(2, "2026-11-25 10:00")];
        let now = at("2026-11-24 10:20");
        let plan = reconcile(&open, &android_view(&[], true), now, &utc());
        assert_eq!(plan.show, vec![Show { slot: slot(&open[0]), alert: true }]);
        assert_eq!(plan.wake_at, Some(at("2026-11-25 10:00")));

        let plan = reconcile(&open, &android_view(&[slot(&open[0])], true), now, &utc());
        assert_eq!((plan.show, plan.delivered), (vec![], vec![slot(&open[0])]));
    }

    #[test]
    fn android_is_quiet_at_night_when_late_and_at_last() {
        let open = vec![planned(1, "2026-11-24 10:00")];
        let view = android_view(&[], true);
        let night = reconcile(&open, &view, at("2026-11-24 23:30"), &utc());
        assert_eq!((night.show.len(), night.wake_at), (0, Some(at("2026-11-25 10:00"))));
        let dawn = reconcile(&open, &view, at("2026-11-25 07:59"), &utc());
        assert_eq!((dawn.show.len(), dawn.wake_at), (0, Some(at("2026-11-25 10:00"))));
        assert!(!reconcile(&open, &view, at("2026-11-25 10:01"), &utc()).show[0].alert);
        let at_last = reconcile(&open, &view, at("2026-12-01 10:01"), &utc());
        assert_eq!((at_last.show.len(), at_last.delivered.len()), (0, 1));
    }

    #[test]
    fn android_without_permission_says_so_and_loses_nothing() {
        let open = vec![planned(1, "2026-11-24 10:00")];
        let plan = reconcile(&open, &android_view(&[], false), at("2026-11-24 10:00"), &utc());
        assert_eq!((plan.show, plan.delivered), (vec![], vec![]));
        assert_eq!(plan.problems, vec![Problem::NotAllowedToNotify]);
    }

    #[test]
    fn what_ended_or_was_put_off_is_taken_down() {
        let Outcome::Applied(snoozed) = planned(1, "2026-11-24 10:00").snooze(0, civil("2026-11-27 10:00")) else {
            panic!()
        };
        let gone = slot(&planned(9, "2026-11-24 10:00"));
        let before = Slot { generation: 0, ..slot(&snoozed) };
        let plan = reconcile(
            std::slice::from_ref(&snoozed),
            &android_view(&[before, gone], true),
            at("2026-11-24 10:00"),
            &utc(),
        );
        assert_eq!(plan.dismiss, vec![snoozed.id, gone.follow_up]);

        let held = |slot| PendingSlot { slot, fire_at: at("2026-11-24 10:00") };
        let plan = reconcile(
            std::slice::from_ref(&snoozed),
            &ios_view(&[held(before), held(gone)], &[]),
            at("2026-11-24 09:00"),
            &utc(),
        );
        assert_eq!(plan.cancel, vec![gone.follow_up]);
        assert_eq!(plan.schedule, vec![Schedule { slot: slot(&snoozed), fire_at: at("2026-11-27 10:00") }], "replaced");
    }

    #[test]
    fn ios_hands_over_the_nearest_fifty_the_latest_first() {
        let open: Vec<FollowUp> =
            (0..80).map(|n| planned(n, &format!("2027-01-{:02} 10:{:02}", 1 + n / 4, n % 4))).collect();
        let plan = reconcile(&open, &ios_view(&[], &[]), at("2026-11-24 10:00"), &utc());
        assert_eq!(plan.schedule.len(), 50);
        assert!(plan.schedule.is_sorted_by_key(|schedule| std::cmp::Reverse(schedule.fire_at)));
        assert_eq!(plan.schedule.last().unwrap().slot.follow_up, open[0].id);

        let pending: Vec<PendingSlot> =
            plan.schedule.iter().map(|it| PendingSlot { slot: it.slot, fire_at: it.fire_at }).collect();
        let again = reconcile(&open, &ios_view(&pending, &[]), at("2026-11-24 10:00"), &utc());
        assert_eq!((again.schedule.len(), again.cancel.len()), (0, 0));
    }

    #[test]
    fn ios_never_hands_over_what_is_past() {
        let open = vec![planned(1, "2026-11-24 10:00")];
        let missed = PendingSlot { slot: slot(&open[0]), fire_at: at("2026-11-24 10:00") };
        for pending in [vec![], vec![missed]] {
            let plan = reconcile(&open, &ios_view(&pending, &[]), at("2026-11-24 10:05"), &utc());
            assert_eq!((plan.schedule.len(), plan.show.len()), (0, 0));
            assert_eq!(plan.delivered, vec![slot(&open[0])]);
            assert_eq!(plan.cancel.len(), pending.len());
        }
    }

    #[test]
    fn ios_delivered_before_the_clock_was_set_back_stays_delivered() {
        let open = vec![planned(1, "2026-11-24 10:00")];
        let plan = reconcile(&open, &ios_view(&[], &[slot(&open[0])]), at("2026-11-22 10:00"), &utc());
        assert_eq!((plan.schedule.len(), plan.delivered.len()), (0, 1));
    }
}
