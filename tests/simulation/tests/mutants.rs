//! Each deliberate fault in the rules is caught by a random history, on a system on which it matters. A fault that no
//! history catches would mean that an oracle is missing, not that the rules are safe.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a failed expectation is the message"
)]

use justmet_domain::follow_up::{MUTANTS, set_mutant};
use justmet_sim::history::{Os, of_seed};

/// So many histories are tried.
const SEEDS: u64 = 20_000;

#[track_caller]
fn is_caught(name: &'static str, systems: &[Os]) {
    set_mutant(Some(name));
    for os in systems {
        let caught = (0..SEEDS).find(|seed| !of_seed(*os, *seed, true).violations.is_empty());
        assert!(caught.is_some(), "{name} survives {SEEDS} histories on {os:?}");
        println!("{name}: caught on {os:?} by seed {}", caught.unwrap_or_default());
    }
    set_mutant(None);
}

macro_rules! caught {
    ($($name:ident on $($os:ident)+;)+) => {
        $(#[test] fn $name() { is_caught(stringify!($name), &[$(Os::$os),+]); })+

        #[test]
        fn every_mutant_is_tried() {
            let tried = [$(stringify!($name)),+];
            for (name, what) in MUTANTS {
                assert!(tried.contains(name), "nothing tries {name}: {what}");
            }
            assert_eq!(tried.len(), MUTANTS.len());
        }
    };
}

caught! {
    no_boot_receiver on Android;
    delivered_before_shown on Android;
    retry_skips_quiet_hours on Android;
    generation_in_identifier on Android Ios;
    show_again_when_missing on Android Ios;
    handed_over_before_added on Ios;
    ended_is_not_cancelled on Android Ios;
    zone_is_not_planned_again on Ios;
    no_budget on Ios;
    action_without_generation on Android Ios;
    restore_is_a_start on Android Ios;
    no_quiet_hours on Android Ios;
    lost_by_the_clock on Ios;
    past_again_while_denied on Ios;
    refill_alerts on Android;
    inbox_does_not_count on Android;
    zone_of_the_start on Android Ios;
    skipped_day_stays on Android;
    holidays_do_not_count on Android Ios;
    each_of_a_digest_alerts on Android Ios;
    each_of_a_minute_alerts on Ios;
    quiet_stays_quiet on Ios;
    late_is_loud on Android Ios;
    no_watchdog on Android;
}

#[test]
fn without_a_fault_nothing_is_caught() {
    for os in [Os::Android, Os::Ios, Os::Desktop, Os::Terminal] {
        for seed in 0..300 {
            let verdict = of_seed(os, seed, false);
            assert!(verdict.violations.is_empty(), "{os:?}, seed {seed}: {:?}", verdict.violations);
        }
    }
}
