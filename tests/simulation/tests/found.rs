//! What the simulation found while the rules were made, each as short as it could be: it must not come back.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a failed expectation is the message"
)]

use chrono::NaiveDateTime;
use justmet_domain::follow_up::State;
use justmet_sim::event::{Taps, Verb, What};
use justmet_sim::history::{Os, Profile};
use justmet_sim::places;
use justmet_sim::world::World;

fn world(os: Os, place: usize) -> World {
    World::new(os, Profile::Faults, places::instant(2026, 11, 23, 18), place)
}

#[track_caller]
fn holds(world: &mut World) {
    assert_eq!(world.ever_after(), Vec::<String>::new());
}

/// iOS fires without telling: to the database it still waited, and taking a snooze back made it remind at once.
#[test]
fn a_snooze_that_is_taken_back_does_not_remind_again() {
    for os in [Os::Android, Os::Ios] {
        let mut phone = world(os, 0);
        phone.plainly(What::Meet { people: 1, days: 0 }).plainly(What::UntilDue { minutes_after: 325 });
        phone.plainly(What::Tap { nth: 0, verb: Verb::Snooze(1), taps: Taps::Undone });
        assert_eq!(phone.heard(0), 1);
        assert!(matches!(phone.see(0).unwrap().state, State::Delivered(_)));
        holds(&mut phone);
        assert_eq!(phone.heard(0), 1);
    }
}

/// Several that iOS had not been given in time each made a sound in one run.
#[test]
fn several_late_ones_make_one_sound() {
    let mut phone = world(Os::Ios, 0);
    phone.dying_at(1, What::Meet { people: 8, days: 0 }).plainly(What::UntilDue { minutes_after: 202 });
    phone.plainly(What::Refresh);
    assert_eq!((0..8).filter(|nth| phone.heard(*nth) == 1).count(), 1);
    holds(&mut phone);
}

/// Where a zone skips a day, what was meant for it is due after what was meant for the weekend: the alarm was set to the
/// wrong one.
#[test]
fn beside_a_skipped_day_the_next_one_is_not_the_next_by_its_date() {
    let mut phone = World::new(Os::Android, Profile::Faults, places::instant(2027, 3, 1, 20), 5);
    phone.plainly(What::Meet { people: 1, days: 3 }).plainly(What::Meet { people: 1, days: 4 });
    let at = |text| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    assert_eq!(phone.due(0), Some(at("2027-03-05 10:00")));
    phone.plainly(What::Travel { place: u8::try_from(places::DATE_LINE).unwrap() }).until(at("2027-03-06 10:01"));
    assert_eq!((phone.heard(0), phone.heard(1)), (0, 1));
    holds(&mut phone);
}

/// On show, not yet noted, and the clock set back: it must be noted, as a reboot before it is due again takes it down.
#[test]
fn what_is_on_show_has_reminded_wherever_the_clock_goes() {
    let mut phone = world(Os::Android, 0);
    phone.plainly(What::Meet { people: 1, days: 0 }).plainly(What::Wait { minutes: 15 * 60 + 59 });
    phone.dying_at(2, What::Wait { minutes: 2 }).plainly(What::SetClock { minutes: -600 });
    assert!(matches!(phone.see(0).unwrap().state, State::Delivered(_)));
    phone.plainly(What::Reboot { off_minutes: 1, boot_lost: false });
    holds(&mut phone);
    assert_eq!((phone.heard(0), phone.doubles()), (1, 0));
}

/// Swiped away before it was noted that it had been shown: Android tells of the swipe, so it was.
#[test]
fn what_was_swiped_away_had_been_shown() {
    let mut phone = world(Os::Android, 0);
    phone.plainly(What::Meet { people: 1, days: 0 }).plainly(What::Wait { minutes: 15 * 60 + 59 });
    phone.dying_at(2, What::Wait { minutes: 2 }).plainly(What::Swipe { nth: 0 });
    holds(&mut phone);
    assert_eq!((phone.heard(0), phone.doubles()), (1, 0));
}
