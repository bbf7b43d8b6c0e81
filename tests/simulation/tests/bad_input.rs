//! Nonsense from a system, a zone table or a clock: never a panic, never a storm, nothing invented.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a failed expectation is the message"
)]

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveDateTime};
use justmet_domain::follow_up::{
    Book, Delivery, FollowUp, HandedOver, Moment, Note, OsView, Outcome, PendingSlot, Permission, Plan, Problem, Slot,
    State, WakeReason, WorkCalendar, choose_moment, reconcile,
};
use justmet_domain::id::{ContactId, EncounterId, FollowUpId};
use justmet_domain::locale::WeekendMask;
use justmet_domain::time::{Timestamp, TzSnapshot, TzTransition};
use proptest::prelude::*;
use uuid::Uuid;

const CASES: u32 = if cfg!(debug_assertions) { 400 } else { 20_000 };

/// 2026-11-24 10:00 UTC.
const TEN: i64 = 1_795_514_400_000;

fn follow_up(number: u128, due: NaiveDateTime) -> FollowUp {
    let id = |number| Uuid::from_u128(number);
    FollowUp::plan(ContactId::from_uuid(id(number)), EncounterId::from_uuid(id(number)), due, Timestamp::from_ms(0))
}

fn civil(days: i64, minute: u32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap() + chrono::TimeDelta::days(days);
    day.and_hms_opt(minute / 60, minute % 60, 0).unwrap()
}

fn dues() -> impl Strategy<Value = NaiveDateTime> {
    prop_oneof![
        (-30i64..30, 0u32..1440).prop_map(|(days, minute)| civil(days, minute)),
        Just(civil(0, 600)),
        Just(NaiveDateTime::MIN),
        Just(NaiveDateTime::MAX),
    ]
}

fn opens() -> impl Strategy<Value = Vec<FollowUp>> {
    prop::collection::vec((0u128..40, dues(), 0u32..4, any::<bool>()), 0..60).prop_map(|all| {
        let mut known = HashSet::new();
        all.into_iter()
            .filter(|it| known.insert(it.0))
            .map(|(number, due, generation, delivered)| FollowUp {
                generation,
                state: if delivered { State::Delivered(Timestamp::from_ms(TEN)) } else { State::Planned },
                ..follow_up(number, due)
            })
            .collect()
    })
}

fn instants() -> impl Strategy<Value = i64> {
    prop_oneof![
        4 => TEN - 40 * 86_400_000..TEN + 40 * 86_400_000,
        1 => any::<i64>(),
        1 => prop::sample::select(vec![0, i64::MIN, i64::MAX, 4_294_967_295_000, 1_767_225_600_000, 4_102_444_800_000]),
    ]
}

/// Of ours, in this generation, an earlier or one that never was; or of nobody.
fn slots() -> impl Strategy<Value = Slot> {
    let id = prop_oneof![
        3 => (0u128..40).prop_map(|number| follow_up(number, NaiveDateTime::MIN).id),
        1 => any::<u128>().prop_map(|foreign| FollowUpId::from_uuid(Uuid::from_u128(foreign))),
    ];
    (id, prop_oneof![3 => 0u32..4, 1 => any::<u32>()])
        .prop_map(|(follow_up, generation)| Slot { follow_up, generation })
}

fn pendings() -> impl Strategy<Value = Vec<PendingSlot>> {
    let one = (slots(), instants(), any::<bool>()).prop_map(|(slot, at, alert)| PendingSlot {
        slot,
        fire_at: Timestamp::from_ms(at),
        alert,
    });
    prop::collection::vec(one, 0..80)
}

fn permissions() -> impl Strategy<Value = Permission> {
    prop::sample::select(vec![Permission::Granted, Permission::Denied, Permission::ChannelOff])
}

fn views() -> impl Strategy<Value = OsView> {
    let tray = || prop::collection::vec(slots(), 0..60);
    let reasons = prop::sample::subsequence(
        vec![WakeReason::Start, WakeReason::Boot, WakeReason::Updated, WakeReason::LocaleChanged, WakeReason::Alarm],
        0..=5,
    );
    prop_oneof![
        Just(OsView::Terminal),
        Just(OsView::Desktop),
        (tray(), tray(), permissions(), any::<bool>(), reasons).prop_map(
            |(showing, digest, permission, background_restricted, reasons)| OsView::Android {
                showing,
                digest,
                permission,
                background_restricted,
                reasons
            }
        ),
        (pendings(), tray(), prop::option::of(instants()), permissions()).prop_map(
            |(pending, delivered, sentinel, permission)| OsView::Ios {
                pending,
                delivered,
                sentinel: sentinel.map(Timestamp::from_ms),
                permission
            }
        ),
    ]
}

/// Empty, unsorted, of no use, or with offsets that no zone has.
fn zones() -> impl Strategy<Value = TzSnapshot> {
    let change = (instants(), prop_oneof![4 => -50_400i32..50_400, 1 => any::<i32>()])
        .prop_map(|(at_ms, offset_after_s)| TzTransition { at_ms, offset_after_s });
    (any::<String>(), prop_oneof![4 => -50_400i32..50_400, 1 => any::<i32>()], prop::collection::vec(change, 0..8))
        .prop_map(|(zone_id, offset_at_start_s, transitions)| TzSnapshot { zone_id, offset_at_start_s, transitions })
}

fn calendars() -> impl Strategy<Value = WorkCalendar> {
    (prop::collection::vec(0u8..7, 0..8), prop::collection::vec(dues(), 0..20)).prop_map(|(days, holidays)| {
        WorkCalendar {
            weekend: WeekendMask::from_days(&days),
            holidays: holidays.into_iter().map(|it| it.date()).collect(),
        }
    })
}

/// What no plan may do, whatever it was made from.
fn check(plan: &Plan, open: &[FollowUp], os: &OsView) -> Result<(), TestCaseError> {
    let waits = |slot: &Slot| open.iter().any(|it| it.slot() == *slot && it.state == State::Planned);
    let current = |slot: &Slot| open.iter().any(|it| it.slot() == *slot);
    let sounds = plan.show.iter().filter(|show| show.alert).count()
        + usize::from(plan.digest.as_ref().is_some_and(|it| it.alert));
    prop_assert!(sounds <= 1 || *os == OsView::Terminal, "{sounds} sounds at once");
    for show in &plan.show {
        prop_assert!(if show.alert { waits(&show.slot) } else { current(&show.slot) }, "{show:?} is about nothing");
    }
    for slot in plan.digest.iter().flat_map(|digest| &digest.slots) {
        prop_assert!(current(slot), "the digest names {slot:?}");
    }
    prop_assert!(plan.schedule.len() <= 50);
    prop_assert!(plan.schedule.iter().all(|it| waits(&it.slot)));
    let told: Vec<&Slot> = plan
        .notes
        .iter()
        .filter_map(|note| if let Note::Delivered(slot, _) = note { Some(slot) } else { None })
        .collect();
    prop_assert!(told.iter().all(|slot| waits(slot)), "notes are about what waits");
    let both = plan.show.iter().filter(|it| it.alert && told.contains(&&it.slot)).count();
    prop_assert_eq!(both, 0, "what sounds is not noted before");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) })]

    #[test]
    fn nonsense_is_survived(
        open in opens(),
        handed in pendings(),
        shown in prop::collection::vec(slots(), 0..10),
        os in views(),
        zone in zones(),
        calendar in calendars(),
        now in instants(),
        restored: bool,
        clock_jumped: bool,
    ) {
        let handed_over: Vec<HandedOver> =
            handed.iter().map(|it| HandedOver { slot: it.slot, fire_at: it.fire_at }).collect();
        let book = Book { open: &open, handed_over: &handed_over, shown: &shown, restored };
        let moment = Moment { now: Timestamp::from_ms(now), zone: &zone, calendar: &calendar, clock_jumped };
        let plan = reconcile(&book, &os, &moment);
        check(&plan, &open, &os)?;
        prop_assert_eq!(&plan, &reconcile(&book, &os, &moment));
        if !(1_767_225_600_000..4_102_444_800_000).contains(&now) {
            prop_assert!(plan.problems.contains(&Problem::ClockSuspect));
            prop_assert!(plan.show.is_empty() && plan.schedule.is_empty());
        }
    }

    #[test]
    fn any_moment_can_be_chosen_from(
        now in instants(),
        stated in prop::option::of(dues()),
        zone in zones(),
        calendar in calendars(),
    ) {
        choose_moment(Timestamp::from_ms(now), stated.map(|it| it.date()), &zone, &calendar);
    }
}

fn moment<'a>(zone: &'a TzSnapshot, calendar: &'a WorkCalendar) -> Moment<'a> {
    Moment { now: Timestamp::from_ms(TEN), zone, calendar, clock_jumped: false }
}

#[test]
fn ten_thousand_strangers_are_taken_down_and_nothing_sounds() {
    let foreign = |number: u128| Slot { follow_up: FollowUpId::from_uuid(Uuid::from_u128(number)), generation: 7 };
    let all: Vec<Slot> = (0..10_000).map(foreign).collect();
    let (zone, calendar) = (TzSnapshot::fixed("UTC", 0), WorkCalendar::default());
    let open = [follow_up(1, civil(1, 600))];
    let android = OsView::Android {
        showing: all.clone(),
        digest: all.clone(),
        permission: Permission::Granted,
        background_restricted: false,
        reasons: vec![WakeReason::Boot],
    };
    let ios = OsView::Ios {
        pending: all
            .iter()
            .map(|slot| PendingSlot { slot: *slot, fire_at: Timestamp::from_ms(TEN), alert: true })
            .collect(),
        delivered: all.clone(),
        sentinel: None,
        permission: Permission::Granted,
    };
    for os in [android, ios] {
        let plan = reconcile(&Book { open: &open, ..Book::default() }, &os, &moment(&zone, &calendar));
        assert_eq!((plan.show.len(), plan.digest, plan.dismiss.len()), (0, None, 10_000));
        assert!(plan.problems.contains(&Problem::UnknownNotifications));
    }
}

#[test]
fn a_generation_from_the_future_is_told_and_replaced() {
    let (zone, calendar) = (TzSnapshot::fixed("UTC", 0), WorkCalendar::default());
    let open = [follow_up(1, civil(1, 600))];
    let future = Slot { generation: 9, ..open[0].slot() };
    let os = OsView::Ios {
        pending: vec![PendingSlot { slot: future, fire_at: Timestamp::from_ms(TEN + 60_000), alert: true }],
        delivered: Vec::new(),
        sentinel: None,
        permission: Permission::Granted,
    };
    let plan = reconcile(&Book { open: &open, ..Book::default() }, &os, &moment(&zone, &calendar));
    assert_eq!(plan.problems, [Problem::UnknownNotifications]);
    assert_eq!(plan.schedule.iter().map(|it| it.slot).collect::<Vec<_>>(), [open[0].slot()]);
}

#[test]
fn an_answer_to_a_generation_that_never_was_changes_nothing() {
    let waiting = follow_up(1, civil(1, 600));
    let now = Timestamp::from_ms(TEN);
    for generation in [1, u32::MAX] {
        assert_eq!(waiting.done(generation, now), Outcome::AlreadyHandled);
        assert_eq!(waiting.let_go(generation, now), Outcome::AlreadyHandled);
        assert_eq!(waiting.snooze(generation, civil(9, 600)), Outcome::AlreadyHandled);
        assert_eq!(waiting.delivered(generation, Delivery::Shown, now), Outcome::AlreadyHandled);
    }
}
