//! What the shells are told, system by system.

use chrono::NaiveDateTime;
use uuid::Uuid;

use super::*;
use crate::id::{ContactId, EncounterId};
use crate::time::TzSnapshot;

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

fn many(count: u128) -> Vec<FollowUp> {
    (0..count).map(|n| planned(n, &format!("2027-01-{:02} 10:{:02}", 1 + n / 4, n % 4))).collect()
}

fn delivered(follow_up: &FollowUp) -> FollowUp {
    match follow_up.delivered(follow_up.generation, Delivery::Shown, at("2026-11-24 10:00")) {
        Outcome::Applied(delivered) => delivered,
        Outcome::AlreadyHandled => panic!("it was already handled"),
    }
}

fn snoozed(follow_up: &FollowUp, due: &str) -> FollowUp {
    match follow_up.snooze(follow_up.generation, civil(due)) {
        Outcome::Applied(snoozed) => snoozed,
        Outcome::AlreadyHandled => panic!("it was already handled"),
    }
}

/// A plan in UTC.
fn plan(book: &Book<'_>, os: &OsView, now: &str) -> Plan {
    plan_in(&utc(), book, os, at(now))
}

fn plan_in(zone: &TzSnapshot, book: &Book<'_>, os: &OsView, now: Timestamp) -> Plan {
    let calendar = WorkCalendar::default();
    reconcile(book, os, &Moment { now, zone, calendar: &calendar, clock_jumped: false })
}

fn book(open: &[FollowUp]) -> Book<'_> {
    Book { open, ..Book::default() }
}

fn android(showing: &[Slot]) -> OsView {
    android_with(showing, &[], Permission::Granted, &[])
}

fn android_with(showing: &[Slot], digest: &[Slot], permission: Permission, reasons: &[WakeReason]) -> OsView {
    OsView::Android {
        showing: showing.to_vec(),
        digest: digest.to_vec(),
        permission,
        background_restricted: false,
        reasons: reasons.to_vec(),
    }
}

fn ios(pending: &[PendingSlot], delivered: &[Slot]) -> OsView {
    ios_with(pending, delivered, Permission::Granted)
}

fn ios_with(pending: &[PendingSlot], delivered: &[Slot], permission: Permission) -> OsView {
    OsView::Ios { pending: pending.to_vec(), delivered: delivered.to_vec(), sentinel: None, permission }
}

fn pending(plan: &Plan) -> Vec<PendingSlot> {
    plan.schedule.iter().map(|it| PendingSlot { slot: it.slot, fire_at: it.fire_at, alert: it.alert }).collect()
}

fn shown(plan: &Plan) -> Vec<Slot> {
    plan.show.iter().map(|show| show.slot).collect()
}

fn inbox(plan: &Plan, how: Delivery) -> Vec<Slot> {
    let delivered = plan.notes.iter().filter_map(|note| match note {
        Note::Delivered(slot, by) if *by == how => Some(*slot),
        _ => None,
    });
    delivered.collect()
}

#[test]
fn terminal_what_is_due_is_shown_once_and_the_next_one_is_waited_for() {
    let mut open = vec![planned(3, "2026-11-26 10:00"), planned(1, "2026-11-24 10:00"), planned(2, "2026-11-25 10:00")];
    let first = plan(&book(&open), &OsView::Terminal, "2026-11-24 10:00");
    assert_eq!(shown(&first), vec![open[1].slot()]);
    assert_eq!(first.wake_at, Some(at("2026-11-25 10:00")));
    open[1] = delivered(&open[1]);
    assert_eq!(shown(&plan(&book(&open), &OsView::Terminal, "2026-11-24 10:00")), vec![]);
}

#[test]
fn a_desktop_is_left_in_peace_at_night() {
    let open = vec![planned(1, "2026-11-24 10:00")];
    assert_eq!(shown(&plan(&book(&open), &OsView::Desktop, "2026-11-24 10:00")), vec![open[0].slot()]);
    let night = plan(&book(&open), &OsView::Desktop, "2026-11-24 22:00");
    assert_eq!((night.show.len(), night.wake_at), (0, Some(at("2026-11-25 10:00"))));
}

#[test]
fn due_follows_the_clock_on_the_wall_of_the_zone_the_person_is_in() {
    let open = vec![planned(1, "2026-11-24 10:00")];
    let ten_in_tokyo = at("2026-11-24 01:00");
    let tokyo = TzSnapshot::fixed("Asia/Tokyo", 9 * 3600);
    let berlin = TzSnapshot::fixed("Europe/Berlin", 3600);
    assert_eq!(plan_in(&tokyo, &book(&open), &OsView::Terminal, ten_in_tokyo).show.len(), 1);
    assert_eq!(plan_in(&berlin, &book(&open), &OsView::Terminal, ten_in_tokyo).show.len(), 0);
}

#[test]
fn nothing_open_needs_nothing() {
    for os in [OsView::Terminal, OsView::Desktop, android(&[]), ios(&[], &[])] {
        assert_eq!(plan(&Book::default(), &os, "2026-11-24 10:00"), Plan::default());
    }
}

#[test]
fn android_shows_what_is_due_unless_it_is_on_show() {
    let open = vec![planned(1, "2026-11-24 10:00"), planned(2, "2026-11-25 10:00")];
    let first = plan(&book(&open), &android(&[]), "2026-11-24 10:20");
    assert_eq!(first.show, vec![Show { slot: open[0].slot(), alert: true }]);
    assert_eq!((first.watchdog_at, first.wake_at), (Some(at("2026-11-24 10:35")), Some(at("2026-11-25 10:00"))));

    let again = plan(&book(&open), &android(&[open[0].slot()]), "2026-11-24 10:20");
    assert_eq!((again.show.len(), inbox(&again, Delivery::Shown)), (0, vec![open[0].slot()]));
}

#[test]
fn android_is_quiet_at_night_when_late_and_at_last() {
    let open = vec![planned(1, "2026-11-24 10:00")];
    let look = |now| plan(&book(&open), &android(&[]), now);
    let night = look("2026-11-24 23:30");
    assert_eq!((night.show.len(), night.wake_at), (0, Some(at("2026-11-25 10:00"))));
    let dawn = look("2026-11-25 07:59");
    assert_eq!((dawn.show.len(), dawn.wake_at), (0, Some(at("2026-11-25 10:00"))));
    assert!(!look("2026-11-25 10:01").show[0].alert);
    let at_last = look("2026-12-01 10:01");
    assert_eq!((at_last.show.len(), inbox(&at_last, Delivery::InboxOnly).len()), (0, 1));
}

#[test]
fn android_without_permission_says_so_and_loses_nothing() {
    let open = vec![planned(1, "2026-11-24 10:00")];
    for (permission, problem) in
        [(Permission::Denied, Problem::NotAllowedToNotify), (Permission::ChannelOff, Problem::ChannelOff)]
    {
        let os = android_with(&[], &[], permission, &[]);
        let denied = plan(&book(&open), &os, "2026-11-24 10:00");
        assert_eq!((denied.show.len(), denied.notes.len(), denied.problems), (0, 0, vec![problem]));
    }
}

#[test]
fn of_several_at_once_only_the_digest_makes_a_sound() {
    let open: Vec<FollowUp> = (0..4).map(|n| planned(n, "2026-11-24 10:00")).collect();
    let four = plan(&book(&open), &android(&[]), "2026-11-24 10:00");
    assert_eq!(four.show.iter().filter(|show| show.alert).count(), 0);
    assert_eq!(four.show.len(), 4);
    let digest = four.digest.unwrap();
    assert!(digest.alert && digest.slots.len() == 4);

    let open: Vec<FollowUp> = (0..25).map(|n| planned(n, "2026-11-24 10:00")).collect();
    let many = plan(&book(&open), &android(&[]), "2026-11-24 10:00");
    assert_eq!((many.show.len(), many.digest.unwrap().slots.len()), (0, 25));
}

#[test]
fn a_digest_loses_whom_it_named_when_they_are_done() {
    let open: Vec<FollowUp> = (0..6).map(|n| delivered(&planned(n, "2026-11-24 10:00"))).collect();
    let slots: Vec<Slot> = open.iter().map(FollowUp::slot).collect();
    let look = |open: &[FollowUp], digest: &[Slot]| {
        plan(&book(open), &android_with(&[], digest, Permission::Granted, &[]), "2026-11-24 11:00")
    };
    assert_eq!(look(&open, &slots).digest, None);
    let left = look(&open[1..], &slots);
    assert_eq!(left.digest, Some(Digest { slots: slots[1..].to_vec(), alert: false }));
    assert!(look(&[], &slots).dismiss_digest);
}

#[test]
fn what_a_reboot_took_from_the_tray_is_put_back_quietly() {
    let open = vec![delivered(&planned(1, "2026-11-24 10:00"))];
    let shown_before = [open[0].slot()];
    let book = Book { open: &open, shown: &shown_before, ..Book::default() };
    let boot = android_with(&[], &[], Permission::Granted, &[WakeReason::Boot, WakeReason::ClockSet]);
    assert_eq!(plan(&book, &boot, "2026-11-24 12:00").show, vec![Show { slot: open[0].slot(), alert: false }]);
    assert_eq!(plan(&book, &boot, "2026-11-24 23:00").show, vec![]);
    assert_eq!(plan(&book, &android(&[]), "2026-11-24 12:00").show, vec![]);
}

#[test]
fn what_ended_or_was_put_off_is_taken_down() {
    let later = snoozed(&planned(1, "2026-11-24 10:00"), "2026-11-27 10:00");
    let gone = planned(9, "2026-11-24 10:00").slot();
    let before = Slot { generation: 0, ..later.slot() };
    let open = [later.clone()];
    let tray = plan(&book(&open), &android(&[before, gone]), "2026-11-24 10:00");
    assert_eq!(tray.dismiss, vec![later.id, gone.follow_up]);

    let held = |slot| PendingSlot { slot, fire_at: at("2026-11-24 10:00"), alert: true };
    let replaced = plan(&book(&open), &ios(&[held(before), held(gone)], &[]), "2026-11-24 09:00");
    assert_eq!(replaced.cancel, vec![gone.follow_up]);
    assert_eq!(replaced.schedule, vec![Schedule { slot: later.slot(), fire_at: at("2026-11-27 10:00"), alert: true }]);
}

#[test]
fn of_one_minute_the_first_makes_the_sound_on_ios_and_somebody_always_does() {
    let at_ten = (1..=3).map(|number| planned(number, "2026-11-24 10:00"));
    let mut open: Vec<FollowUp> = at_ten.chain([planned(4, "2026-11-24 10:01")]).collect();
    open.sort_by_key(|it| (it.due, it.id));
    let alerts = |plan: &Plan| -> Vec<(FollowUpId, bool)> {
        plan.schedule.iter().rev().map(|it| (it.slot.follow_up, it.alert)).collect()
    };
    let first = plan(&book(&open), &ios(&[], &[]), "2026-11-24 09:00");
    let [one, two, three, four] = [0, 1, 2, 3].map(|index| open[index].id);
    assert_eq!(alerts(&first), [(one, true), (two, false), (three, false), (four, true)]);
    // The first has ended: the next one was handed over quietly, and is handed over again with its sound.
    let held = pending(&first);
    let again = plan(&book(&open[1..]), &ios(&held, &[]), "2026-11-24 09:00");
    assert_eq!(alerts(&again), [(two, true)]);
    assert_eq!(again.cancel, [one]);
    // Another one comes before it: that one sounds, and it is quiet again.
    let loud: Vec<PendingSlot> =
        held[..3].iter().map(|it| PendingSlot { alert: it.alert || it.slot.follow_up == two, ..*it }).collect();
    assert_eq!(alerts(&plan(&book(&open), &ios(&loud, &[]), "2026-11-24 09:00")), [(one, true), (two, false)]);
}

#[test]
fn ios_hands_over_the_nearest_fifty_the_latest_first_and_one_for_the_rest() {
    let open = many(80);
    let first = plan(&book(&open), &ios(&[], &[]), "2026-11-24 10:00");
    assert_eq!(first.schedule.len(), 50);
    assert!(first.schedule.is_sorted_by_key(|it| std::cmp::Reverse(it.fire_at)));
    assert_eq!(first.schedule.last().unwrap().slot, open[0].slot());
    let more = SentinelStep::Put { fire_at: utc().instant_of(open[50].due), more: 30 };
    assert_eq!((first.sentinel, &first.problems[..]), (more, &[Problem::OverCapacity][..]));

    let SentinelStep::Put { fire_at, .. } = first.sentinel else { panic!("there is one") };
    let held = pending(&first);
    let os = OsView::Ios {
        pending: held.clone(),
        delivered: Vec::new(),
        sentinel: Some(fire_at),
        permission: Permission::Granted,
    };
    let handed_over: Vec<HandedOver> = first.schedule.iter().map(Schedule::handed_over).collect();
    let again = plan(&Book { handed_over: &handed_over, ..book(&open) }, &os, "2026-11-24 10:00");
    assert_eq!((again.schedule.len(), again.cancel.len(), again.notes.len()), (0, 0, 0));
    assert_eq!(again.sentinel, SentinelStep::Keep);

    let few = plan(&Book { handed_over: &handed_over, ..book(&open[..3]) }, &os, "2026-11-24 10:00");
    assert_eq!((few.sentinel, few.cancel.len()), (SentinelStep::Remove, 47));
    assert_eq!(few.notes.len(), 47, "noted before they are taken back");
}

#[test]
fn ios_what_was_handed_over_and_is_gone_was_delivered_whatever_the_clock_says() {
    let open = vec![planned(1, "2026-11-24 10:00")];
    let handed_over = [HandedOver { slot: open[0].slot(), fire_at: at("2026-11-24 10:00") }];
    let book = Book { handed_over: &handed_over, ..book(&open) };
    for now in ["2026-11-24 10:05", "2026-11-20 10:00", "2026-11-26 23:00"] {
        let found = plan(&book, &ios(&[], &[]), now);
        assert_eq!((found.schedule.len(), found.show.len()), (0, 0), "{now}");
        assert_eq!(inbox(&found, Delivery::Presumed), vec![open[0].slot()], "{now}");
    }
}

#[test]
fn ios_a_request_that_is_overdue_is_taken_back_and_shown_unless_it_may_be_firing() {
    let open = vec![planned(1, "2026-11-24 10:00")];
    let missed = [PendingSlot { slot: open[0].slot(), fire_at: at("2026-11-24 10:00"), alert: true }];
    let now = plan(&book(&open), &ios(&missed, &[]), "2026-11-24 10:05");
    assert_eq!((now.cancel.len(), now.show.len(), now.notes.len()), (0, 0, 0));
    let later = plan(&book(&open), &ios(&missed, &[]), "2026-11-24 10:16");
    assert_eq!((shown(&later), later.cancel), (vec![open[0].slot()], vec![open[0].id]));
    let denied = plan(&book(&open), &ios_with(&missed, &[], Permission::Denied), "2026-11-24 10:16");
    assert_eq!((denied.show.len(), inbox(&denied, Delivery::InboxOnly).len()), (0, 1));
}

#[test]
fn ios_a_request_added_before_a_crash_is_noted_afterwards() {
    let open = vec![planned(1, "2026-11-24 10:00")];
    let held = [PendingSlot { slot: open[0].slot(), fire_at: at("2026-11-24 10:00"), alert: true }];
    let found = plan(&book(&open), &ios(&held, &[]), "2026-11-23 10:00");
    let noted = HandedOver { slot: open[0].slot(), fire_at: at("2026-11-24 10:00") };
    assert_eq!((found.schedule.len(), found.notes), (0, vec![Note::HandedOver(noted)]));
}

#[test]
fn ios_another_zone_hands_over_another_instant() {
    let open = vec![planned(1, "2026-11-24 10:00")];
    let handed_over = [HandedOver { slot: open[0].slot(), fire_at: at("2026-11-24 10:00") }];
    let held = [PendingSlot { slot: open[0].slot(), fire_at: at("2026-11-24 10:00"), alert: true }];
    let book = Book { handed_over: &handed_over, ..book(&open) };
    let new_york = TzSnapshot::fixed("America/New_York", -5 * 3600);
    let moved = plan_in(&new_york, &book, &ios(&held, &[]), at("2026-11-23 10:00"));
    assert_eq!(moved.schedule, vec![Schedule { slot: open[0].slot(), fire_at: at("2026-11-24 15:00"), alert: true }]);
}

#[test]
fn a_restored_file_reminds_of_nothing_that_was_due() {
    let open = vec![planned(1, "2026-11-24 10:00"), planned(2, "2026-11-26 10:00")];
    let handed_over = [HandedOver { slot: open[1].slot(), fire_at: at("2026-11-26 10:00") }];
    let book = Book { handed_over: &handed_over, restored: true, ..book(&open) };
    for os in [android(&[]), ios(&[], &[])] {
        let plan = plan(&book, &os, "2026-11-24 12:00");
        assert_eq!(plan.show, vec![]);
        assert_eq!(inbox(&plan, Delivery::Restored), vec![open[0].slot()]);
        assert_eq!(plan.notes.last(), Some(&Note::Installed));
        let is_ios = matches!(os, OsView::Ios { .. });
        assert_eq!(plan.schedule.len(), usize::from(is_ios), "what is ahead is handed over anew");
    }
}

#[test]
fn an_impossible_clock_decides_nothing() {
    let open = vec![planned(1, "2026-11-24 10:00")];
    let gone = planned(9, "2026-11-24 10:00").slot();
    for now in ["1970-01-01 00:00", "2106-02-07 12:00"] {
        for os in [OsView::Terminal, OsView::Desktop, android(&[gone]), ios(&[], &[gone])] {
            let plan = plan(&book(&open), &os, now);
            assert_eq!((plan.show.len(), plan.schedule.len(), plan.notes.len()), (0, 0, 0), "{now} {os:?}");
            assert_eq!(plan.problems, vec![Problem::ClockSuspect]);
        }
    }
}

#[test]
fn a_clock_that_jumped_is_given_time_to_settle() {
    let open = vec![planned(1, "2026-11-24 10:00")];
    let (zone, calendar) = (utc(), WorkCalendar::default());
    let moment = Moment { now: at("2026-11-24 12:00"), zone: &zone, calendar: &calendar, clock_jumped: true };
    let plan = reconcile(&book(&open), &android(&[]), &moment);
    assert_eq!((plan.show.len(), plan.wake_at), (0, Some(at("2026-11-24 12:10"))));
    assert_eq!(plan.problems, vec![Problem::ClockSuspect]);
}

#[test]
fn a_day_that_the_zone_skips_is_due_on_the_next_business_day() {
    let apia = TzSnapshot {
        zone_id: "Pacific/Apia".into(),
        offset_at_start_s: -10 * 3600,
        // As in 2011, in a year that this program knows.
        transitions: vec![crate::time::TzTransition { at_ms: at("2026-12-30 10:00").ms(), offset_after_s: 14 * 3600 }],
    };
    assert!(!apia.has_day(civil("2026-12-30 00:00").date()));
    let open = vec![planned(1, "2026-12-30 10:00")];
    let due = apia.instant_of(civil("2026-12-31 10:00"));
    let calendar = WorkCalendar::default();
    let look = |now: i64| {
        let moment = Moment { now: Timestamp::from_ms(now), zone: &apia, calendar: &calendar, clock_jumped: false };
        reconcile(&book(&open), &OsView::Terminal, &moment).show.len()
    };
    assert_eq!((look(due.ms() - 1), look(due.ms())), (0, 1));
}
