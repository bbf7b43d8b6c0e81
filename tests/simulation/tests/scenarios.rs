//! Forty things that happen to phones, and what then happens to the reminder. A follow-up of someone met on a Monday
//! evening, due on Tuesday at ten, unless a scenario says otherwise.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a failed expectation is the message"
)]

use chrono::NaiveDateTime;
use justmet_domain::follow_up::{Problem, State};
use justmet_sim::event::{Taps, Verb, What};
use justmet_sim::history::{Os, Profile};
use justmet_sim::look::Seen;
use justmet_sim::places;
use justmet_sim::world::World;

const UTC: usize = 0;
const BERLIN: u8 = 1;
const TOKYO: u8 = 3;
const KIRITIMATI: u8 = 5;

fn civil(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(&format!("2026-11-{text}"), "%Y-%m-%d %H:%M").unwrap()
}

fn phone(os: Os) -> World {
    // Monday, six in the evening.
    World::new(os, Profile::Faults, places::instant(2026, 11, 23, 18), UTC)
}

/// With one follow-up, due on Tuesday at ten.
fn with_one(os: Os) -> World {
    let mut phone = phone(os);
    phone.plainly(What::Meet { people: 1, days: 0 });
    assert_eq!(phone.due(0), Some(civil("24 10:00")));
    phone
}

fn android() -> World {
    with_one(Os::Android)
}

fn ios() -> World {
    with_one(Os::Ios)
}

fn one(phone: &World) -> Seen {
    phone.see(0).unwrap()
}

fn open() -> What {
    What::Open { inbox_first: true }
}

/// Two weeks later everything held, and it was heard so often.
#[track_caller]
fn heard(phone: &mut World, times: u32) {
    assert_eq!(phone.ever_after(), Vec::<String>::new());
    assert_eq!(phone.heard(0), times);
    assert!(!matches!(one(phone).state, State::Planned), "it never came");
}

#[test]
fn s01_plain_screen_off_doze() {
    let mut phone = android();
    phone.plainly(What::DelayAlarm { minutes: 59 }).until(civil("24 09:59"));
    assert_eq!(one(&phone).alerts, 0);
    phone.until(civil("24 10:59"));
    assert_eq!(one(&phone).alerts, 1);
    heard(&mut phone, 1);
    let mut phone = ios();
    phone.until(civil("24 10:00"));
    assert_eq!(one(&phone).alerts, 1);
    heard(&mut phone, 1);
}

#[test]
fn s02_swiped_from_recents_before_its_moment() {
    let mut phone = android();
    phone.until(civil("24 10:01"));
    assert_eq!(one(&phone).alerts, 1, "the alarm outlives the process");
    heard(&mut phone, 1);
    let mut maker = android();
    maker.plainly(What::LoseAlarm).until(civil("24 11:00"));
    assert_eq!(one(&maker).alerts, 0);
    maker.until(civil("24 18:01"));
    assert_eq!(one(&maker).alerts, 1, "the daily check finds it");
    heard(&mut maker, 1);
}

#[test]
fn s03_reboot_before_its_moment() {
    for mut phone in [android(), ios()] {
        phone.plainly(What::Reboot { off_minutes: 2, boot_lost: false }).until(civil("24 10:01"));
        assert_eq!(one(&phone).alerts, 1);
        heard(&mut phone, 1);
    }
}

#[test]
fn s04_reboot_off_across_its_moment() {
    let mut day = android();
    day.until(civil("24 09:00")).plainly(What::Reboot { off_minutes: 180, boot_lost: false });
    assert_eq!(one(&day).alerts, 1, "at noon, as soon as it is on");
    heard(&mut day, 1);
    let mut night = android();
    night.until(civil("24 09:00")).plainly(What::Reboot { off_minutes: 14 * 60, boot_lost: false });
    assert_eq!(one(&night).alerts, 0, "not at eleven in the evening");
    night.until(civil("25 10:01"));
    assert_eq!(one(&night).alerts, 1);
    heard(&mut night, 1);
    // iOS may fire it late, keep it without firing it, or lose it.
    let off = What::Reboot { off_minutes: 180, boot_lost: false };
    let mut fires = ios();
    fires.until(civil("24 09:00")).plainly(off);
    heard(&mut fires, 1);
    let mut stays = ios();
    stays.missed_requests_stay().until(civil("24 09:00")).plainly(off).plainly(What::Refresh);
    heard(&mut stays, 1);
    let mut vanishes = ios();
    vanishes.missed_requests_vanish().until(civil("24 09:00")).plainly(off).plainly(What::Refresh);
    assert!(matches!(one(&vanishes).state, State::Delivered(_)), "it waits in the inbox");
    heard(&mut vanishes, 0);
}

#[test]
fn s05_reboot_after_it_was_shown_not_dismissed() {
    let mut phone = android();
    phone.until(civil("24 10:01")).plainly(What::Reboot { off_minutes: 2, boot_lost: false });
    assert!(one(&phone).on_show, "put back, quietly");
    heard(&mut phone, 1);
}

#[test]
fn s06_boot_broadcast_eaten() {
    let mut phone = android();
    phone.plainly(What::Reboot { off_minutes: 2, boot_lost: true }).until(civil("24 17:00"));
    assert_eq!(one(&phone).alerts, 0);
    phone.until(civil("24 18:01"));
    assert_eq!(one(&phone).alerts, 1, "by the daily check");
    heard(&mut phone, 1);
}

#[test]
fn s07_force_stop_before_its_moment() {
    let mut phone = android();
    phone.plainly(What::ForceStop).until(civil("25 12:00"));
    assert_eq!(one(&phone).alerts, 0);
    phone.plainly(open());
    assert!(matches!(one(&phone).state, State::Delivered(_)));
    heard(&mut phone, 0);
}

#[test]
fn s08_app_updated_before_its_moment() {
    let mut phone = android();
    phone.plainly(What::Update { alarm_lost: true, told: true }).until(civil("24 10:01"));
    assert_eq!(one(&phone).alerts, 1);
    heard(&mut phone, 1);
}

#[test]
fn s09_app_updated_while_shown() {
    let mut phone = android();
    phone.until(civil("24 10:01")).plainly(What::Update { alarm_lost: false, told: true });
    assert!(one(&phone).on_show, "put back, quietly");
    heard(&mut phone, 1);
    let mut swiped = android();
    swiped.until(civil("24 10:01")).plainly(What::Swipe { nth: 0 });
    swiped.plainly(What::Update { alarm_lost: false, told: true });
    assert!(!one(&swiped).on_show, "it was swiped away");
    heard(&mut swiped, 1);
}

#[test]
fn s10_kill_after_create_before_arm() {
    for os in [Os::Android, Os::Ios] {
        let mut phone = phone(os);
        // Effect 0 is the writing itself.
        phone.dying_at(1, What::Meet { people: 1, days: 0 });
        assert!(!phone.alarm_is_armed() && phone.pending().0 == 0);
        phone.plainly(What::Refresh).until(civil("24 10:01"));
        assert_eq!(one(&phone).alerts, 1);
        heard(&mut phone, 1);
    }
}

/// The effects of the run that shows it: the watchdog, the notification, the writing of it.
const SHOWN_NOT_WRITTEN: u32 = 2;

#[test]
fn s11_android_kill_after_notify_before_commit_still_in_tray() {
    let mut phone = android();
    phone.until(civil("24 09:59")).dying_at(SHOWN_NOT_WRITTEN, What::Wait { minutes: 2 });
    assert_eq!((one(&phone).alerts, one(&phone).state), (1, State::Planned));
    phone.until(civil("24 10:16"));
    assert!(matches!(one(&phone).state, State::Delivered(_)), "the watchdog came back and found it on show");
    heard(&mut phone, 1);
}

#[test]
fn s12_android_the_same_and_rebooted_before_the_next_run() {
    let mut phone = android();
    phone.until(civil("24 09:59")).dying_at(SHOWN_NOT_WRITTEN, What::Wait { minutes: 2 });
    phone.plainly(What::Reboot { off_minutes: 1, boot_lost: false });
    assert_eq!((one(&phone).alerts, phone.doubles()), (2, 1), "the documented window");
    heard(&mut phone, 2);
    let mut swiped = android();
    swiped.until(civil("24 09:59")).dying_at(SHOWN_NOT_WRITTEN, What::Wait { minutes: 2 });
    swiped.plainly(What::Swipe { nth: 0 });
    heard(&mut swiped, 1);
}

#[test]
fn s13_ios_kill_after_add_before_commit() {
    let mut phone = phone(Os::Ios);
    // The contact, the clock, the adding: then it dies.
    phone.dying_at(3, What::Meet { people: 1, days: 0 });
    assert!(one(&phone).pending);
    phone.plainly(What::Refresh).fire_and_swipe(civil("24 10:01")).plainly(What::Refresh);
    heard(&mut phone, 1);
}

#[test]
fn s14_ios_the_same_and_fired_and_swiped_before_the_next_run() {
    let mut phone = phone(Os::Ios);
    phone.dying_at(3, What::Meet { people: 1, days: 0 });
    phone.fire_and_swipe(civil("24 10:01")).plainly(What::Refresh);
    assert_eq!((one(&phone).alerts, phone.doubles()), (2, 1), "the documented window");
    heard(&mut phone, 2);
}

#[test]
fn s15_user_swipes_it_away() {
    for mut phone in [android(), ios()] {
        phone.until(civil("24 10:01")).plainly(What::Swipe { nth: 0 }).plainly(What::Refresh);
        assert!(matches!(one(&phone).state, State::Delivered(_)), "it stays in the inbox");
        phone.plainly(What::Reboot { off_minutes: 1, boot_lost: false });
        heard(&mut phone, 1);
    }
}

#[test]
fn s16_double_tap_on_snooze_and_done() {
    for mut phone in [android(), ios()] {
        phone.until(civil("24 10:01")).plainly(What::Tap { nth: 0, verb: Verb::Snooze(1), taps: Taps::Twice });
        assert_eq!((one(&phone).generation, one(&phone).state), (1, State::Planned));
        phone.until(civil("25 10:01"));
        assert_eq!(one(&phone).alerts, 1);
        phone.plainly(What::Tap { nth: 0, verb: Verb::Done, taps: Taps::Twice });
        assert!(matches!(one(&phone).state, State::Acted(_)));
        heard(&mut phone, 2);
    }
}

#[test]
fn s17_done_in_the_app_while_the_request_waits() {
    let mut phone = ios();
    assert!(one(&phone).pending);
    phone.plainly(What::Act { nth: 0, verb: Verb::Done, taps: Taps::Once });
    assert!(!one(&phone).pending);
    heard(&mut phone, 0);
}

#[test]
fn s18_done_killed_before_it_is_taken_back() {
    let done = What::Act { nth: 0, verb: Verb::Done, taps: Taps::Once };
    let mut phone = android();
    phone.dying_at(1, done).until(civil("24 10:01"));
    heard(&mut phone, 0);
    // iOS has it still, for as long as nothing runs; the next run heals it.
    let mut healed = ios();
    healed.dying_at(1, done);
    assert!(healed.pending().0 == 1);
    healed.plainly(What::Refresh);
    assert_eq!(healed.pending().0, 0);
    heard(&mut healed, 0);
}

#[test]
fn s19_clock_set_forward_two_days_and_back() {
    let mut phone = android();
    phone.until(civil("23 19:00")).plainly(What::SetClock { minutes: 20 * 60 });
    assert_eq!(one(&phone).alerts, 0, "the jump is given ten minutes to settle");
    phone.plainly(What::Wait { minutes: 11 });
    assert_eq!(one(&phone).alerts, 1);
    phone.plainly(What::SetClock { minutes: -20 * 60 }).until(civil("24 10:30"));
    heard(&mut phone, 1);
    let mut far = android();
    far.until(civil("23 19:00")).plainly(What::SetClock { minutes: 48 * 60 }).plainly(What::Wait { minutes: 900 });
    assert!(one(&far).on_show, "a day late by that clock: without a sound");
    far.plainly(What::SetClock { minutes: -48 * 60 });
    heard(&mut far, 0);
}

#[test]
fn s20_ios_fired_swiped_clock_set_back_opened() {
    let mut phone = ios();
    phone.fire_and_swipe(civil("24 10:01")).plainly(What::SetClock { minutes: -1440 }).plainly(open());
    assert_eq!(phone.pending().0, 0, "presumed delivered, never added again");
    heard(&mut phone, 1);
}

#[test]
fn s21_clock_set_back_before_its_moment() {
    for mut phone in [android(), ios()] {
        phone.until(civil("24 09:00")).plainly(What::SetClock { minutes: -600 }).until(civil("24 09:59"));
        assert_eq!(phone.heard(0), 0);
        phone.until(civil("24 10:01"));
        heard(&mut phone, 1);
    }
}

#[test]
fn s22_fly_east_across_ten() {
    let mut phone = android();
    phone.until(civil("24 02:00")).plainly(What::Travel { place: TOKYO });
    assert_eq!(one(&phone).alerts, 1, "it is eleven in Tokyo");
    heard(&mut phone, 1);
    let mut ios = ios();
    ios.until(civil("24 02:00")).plainly(What::Travel { place: TOKYO });
    assert_eq!(one(&ios).alerts, 0);
    ios.plainly(What::Refresh);
    assert_eq!(one(&ios).alerts, 1, "with the next run");
    heard(&mut ios, 1);
}

#[test]
fn s23_fly_west_already_shown() {
    let mut phone = android();
    phone.plainly(What::Travel { place: TOKYO }).until(civil("24 10:01"));
    assert_eq!(one(&phone).alerts, 1);
    phone.plainly(What::Travel { place: 2 });
    assert!(phone.wall() < civil("24 10:00"));
    phone.until(civil("24 10:30"));
    heard(&mut phone, 1);
}

#[test]
fn s24_daylight_saving_gap_fold_and_a_skipped_day() {
    // The Sunday on which Berlin's summer begins, and the one on which it ends.
    for (month, day) in [(3, 27), (10, 23)] {
        let start = places::instant(2027, month, day, 18);
        for os in [Os::Android, Os::Ios] {
            let mut phone = World::new(os, Profile::Faults, start, usize::from(BERLIN));
            phone.plainly(What::Meet { people: 1, days: 1 });
            let due = phone.due(0).unwrap();
            phone.until(due);
            assert_eq!((phone.wall(), phone.heard(0)), (due, 1));
            heard(&mut phone, 1);
        }
    }
    // Friday 2027-03-05 does not exist: the next business day is Monday.
    for os in [Os::Android, Os::Ios] {
        let mut phone = World::new(os, Profile::Faults, places::instant(2027, 3, 1, 20), KIRITIMATI.into());
        phone.plainly(What::Meet { people: 1, days: 3 });
        assert_eq!(phone.due(0).unwrap().to_string(), "2027-03-05 10:00:00");
        let date_line = u8::try_from(places::DATE_LINE).unwrap();
        phone.plainly(What::Travel { place: date_line }).plainly(What::Refresh);
        phone.until(NaiveDateTime::parse_from_str("2027-03-08 09:59", "%Y-%m-%d %H:%M").unwrap());
        assert_eq!(phone.heard(0), 0);
        phone.plainly(What::Wait { minutes: 1 });
        assert_eq!(phone.heard(0), 1);
        heard(&mut phone, 1);
    }
}

#[test]
fn s25_government_changes_the_rules() {
    // To the app a new rule and a new zone are the same: another table at the next run.
    for mut phone in [android(), ios()] {
        phone.until(civil("23 20:00")).plainly(What::Travel { place: BERLIN }).plainly(What::Refresh);
        phone.until(civil("24 09:59"));
        assert_eq!(phone.heard(0), 0);
        phone.until(civil("24 10:00"));
        assert_eq!(phone.heard(0), 1, "at ten by the new rule");
        heard(&mut phone, 1);
    }
}

#[test]
fn s26_permission_denied_at_its_moment_granted_later() {
    let mut soon = android();
    soon.plainly(What::Permit { allowed: false }).until(civil("24 12:00")).plainly(What::Refresh);
    assert_eq!(soon.problems(), [Problem::NotAllowedToNotify]);
    soon.plainly(What::Permit { allowed: true });
    heard(&mut soon, 1);
    let mut late = android();
    late.plainly(What::Permit { allowed: false }).until(civil("26 12:00")).plainly(What::Permit { allowed: true });
    assert_eq!(one(&late).alerts, 0, "two days late it is shown without a sound");
    assert!(one(&late).on_show);
    heard(&mut late, 0);
    let mut ios = ios();
    ios.plainly(What::Permit { allowed: false }).until(civil("24 12:00")).plainly(What::Permit { allowed: true });
    ios.plainly(What::Refresh);
    assert!(matches!(one(&ios).state, State::Delivered(_)), "taken for delivered: it waits in the inbox");
    heard(&mut ios, 0);
}

#[test]
fn s27_no_exact_alarms() {
    // Nothing asks for them: an alarm that comes an hour late is as good.
    let mut phone = android();
    phone.plainly(What::DelayAlarm { minutes: 60 }).until(civil("24 11:00"));
    heard(&mut phone, 1);
}

#[test]
fn s28_eighty_follow_ups_on_ios() {
    let mut phone = phone(Os::Ios);
    for days in 1..=8 {
        phone.plainly(What::Meet { people: 10, days });
    }
    assert_eq!(phone.pending(), (50, true));
    assert!(phone.see(0).unwrap().pending && !phone.see(79).unwrap().pending);
    assert!(phone.problems().contains(&Problem::OverCapacity));
    // The first day's fire; the next run hands over as many more.
    phone.until(civil("24 10:01")).plainly(What::Refresh);
    assert_eq!(phone.pending(), (50, true));
    assert_eq!(phone.ever_after(), Vec::<String>::new());
    let lost = (0..80).filter(|nth| phone.heard(*nth) != 1).count();
    assert_eq!(lost, 0, "each was heard once");
}

#[test]
fn s29_six_hundred_follow_ups_on_android() {
    let mut phone = phone(Os::Android);
    for days in 1..=6 {
        phone.plainly(What::Meet { people: 100, days });
    }
    assert!(phone.alarm_is_armed());
    phone.until(civil("24 10:01"));
    assert_eq!((phone.in_digest(), phone.on_show_alone()), (100, 0));
    assert_eq!(phone.ever_after(), Vec::<String>::new());
    assert_eq!((0..600).filter(|nth| phone.see(*nth).unwrap().state == State::Planned).count(), 0);
}

#[test]
fn s30_twenty_five_due_at_the_same_minute() {
    let mut phone = phone(Os::Android);
    phone.plainly(What::Meet { people: 25, days: 0 }).until(civil("24 10:01"));
    assert_eq!(phone.in_digest(), 25);
    assert!((0..25).all(|nth| phone.heard(nth) == 1));
    assert!((0..25).all(|nth| matches!(phone.see(nth).unwrap().state, State::Delivered(_))));
    assert_eq!(phone.wrongs(), Vec::<String>::new(), "and one sound");
    heard(&mut phone, 1);
}

#[test]
fn s31_restricted_bucket_one_alarm_a_day() {
    let mut phone = phone(Os::Android);
    phone.plainly(What::Meet { people: 1, days: 0 }).plainly(What::Meet { people: 2, days: 1 });
    phone.plainly(What::DelayAlarm { minutes: 8 * 60 }).until(civil("24 19:00"));
    assert!((0..3).all(|nth| phone.heard(nth) == 1), "the one wake of the day shows all that is due");
    heard(&mut phone, 1);
    let mut never = android();
    never.plainly(What::Restrict { restricted: true });
    assert_eq!(never.problems(), [Problem::BackgroundRestricted]);
    never.until(civil("25 12:00")).plainly(open());
    heard(&mut never, 0);
}

#[test]
fn s32_hibernated_for_three_months() {
    let mut phone = android();
    phone.plainly(What::Meet { people: 30, days: 3 });
    phone.plainly(What::Hibernate).plainly(What::Wait { minutes: 90 * 1440 });
    phone.plainly(What::Open { inbox_first: false });
    assert_eq!((phone.in_digest(), phone.on_show_alone()), (0, 0), "no storm");
    phone.plainly(What::Permit { allowed: true });
    assert_eq!((phone.in_digest(), phone.on_show_alone()), (0, 0));
    heard(&mut phone, 0);
}

#[test]
fn s33_restore_on_a_new_phone() {
    for os in [Os::Android, Os::Ios] {
        let mut phone = with_one(os);
        phone.plainly(What::Meet { people: 1, days: 4 }).plainly(What::Backup);
        let ids = phone.ids();
        phone.until(civil("24 12:00"));
        phone.plainly(What::Restore { other_phone: true, system_kept: false }).plainly(open());
        assert!(matches!(one(&phone).state, State::Delivered(_)), "what was due waits in the inbox");
        assert!(phone.alarm_is_armed() || phone.pending().0 == 1, "what is ahead is armed");
        assert_eq!(phone.ids(), ids);
        phone.until(civil("27 10:01"));
        assert_eq!(phone.heard(1), 1);
        heard(&mut phone, 0);
    }
}

#[test]
fn s34_restore_while_the_old_phone_still_runs() {
    let mut old = android();
    old.plainly(What::Backup);
    let mut new = old.clone();
    new.plainly(What::Restore { other_phone: true, system_kept: false }).plainly(open());
    assert_eq!(old.ids(), new.ids(), "the same id, so that one can close both");
    for phone in [&mut old, &mut new] {
        phone.until(civil("24 10:01"));
        heard(phone, 1);
    }
}

#[test]
fn s35_reinstalled_without_a_backup() {
    let mut phone = phone(Os::Ios);
    phone.plainly(What::Backup).plainly(What::Meet { people: 3, days: 0 });
    // The empty database, and a system that kept what the app had handed over.
    phone.plainly(What::Restore { other_phone: false, system_kept: true });
    assert_eq!(phone.pending().0, 3);
    phone.plainly(open());
    assert_eq!(phone.pending(), (0, false), "what nobody knows is taken back");
    assert_eq!(phone.ever_after(), Vec::<String>::new());
}

#[test]
fn s36_contact_deleted_while_it_waits() {
    for mut phone in [android(), ios()] {
        phone.plainly(What::Forget { nth: 0 }).until(civil("24 10:01"));
        assert_eq!(phone.pending().0, 0);
        heard(&mut phone, 0);
    }
}

#[test]
fn s37_clock_set_and_boot_within_a_second() {
    let mut phone = android();
    phone.until(civil("24 10:01")).plainly(What::SetClock { minutes: 60 });
    phone.plainly(What::RightClock { rebooting: true });
    assert!(one(&phone).on_show, "the boot was not lost behind the clock: it is put back");
    heard(&mut phone, 1);
}

#[test]
fn s38_two_at_once() {
    for mut phone in [android(), ios()] {
        assert!(phone.decides_alike());
        phone.until(civil("24 10:01")).plainly(What::Refresh).plainly(What::Refresh);
        assert!(phone.decides_alike());
        heard(&mut phone, 1);
    }
}

#[test]
fn s39_storage_is_full() {
    let mut phone = android();
    phone.plainly(What::Disk { full: true }).until(civil("24 12:00"));
    assert_eq!(one(&phone).alerts, 1, "it was shown, and stands there without sounding again");
    assert!(phone.alarm_is_armed(), "it is tried again");
    phone.plainly(What::Disk { full: false }).plainly(What::Wait { minutes: 16 });
    assert!(matches!(one(&phone).state, State::Delivered(_)));
    heard(&mut phone, 1);
}

#[test]
fn s40_locked_after_a_reboot_at_its_moment() {
    // Before the first unlock the app is not told of the start: to it the phone was off until then.
    let mut phone = android();
    phone.until(civil("24 09:58")).plainly(What::Reboot { off_minutes: 45, boot_lost: false });
    assert_eq!(one(&phone).alerts, 1, "with the unlock");
    heard(&mut phone, 1);
    let mut ios = ios();
    ios.until(civil("24 09:58")).plainly(What::Reboot { off_minutes: 1, boot_lost: false }).until(civil("24 10:00"));
    assert_eq!(one(&ios).alerts, 1);
    ios.plainly(What::Tap { nth: 0, verb: Verb::Done, taps: Taps::Once });
    assert!(matches!(one(&ios).state, State::Acted(_)));
    heard(&mut ios, 1);
}
