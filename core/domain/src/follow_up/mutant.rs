//! Deliberate faults, for the proof that the tests would notice them. Without the feature `mutants` there is none.

/// Every fault that can be switched on, with what it breaks.
#[cfg(feature = "mutants")]
pub const MUTANTS: &[(&str, &str)] = &[
    ("no_boot_receiver", "nothing is done after a reboot"),
    ("delivered_before_shown", "a reminder is noted as shown before it is"),
    ("retry_skips_quiet_hours", "a start shows what is due also at night"),
    ("generation_in_identifier", "the system is told of each generation as of a notification of its own"),
    ("show_again_when_missing", "what is not on show any more is shown again"),
    ("handed_over_before_added", "iOS: a request is noted before the system has it"),
    ("ended_is_not_cancelled", "what ended stays with the system"),
    ("zone_is_not_planned_again", "iOS: a request keeps its instant when the zone changes"),
    ("no_budget", "iOS: everything is handed over, the nearest first"),
    ("action_without_generation", "an action is applied whatever generation it was meant for"),
    ("restore_is_a_start", "a restored database reminds of what is due"),
    ("no_quiet_hours", "reminders come at night"),
    ("lost_by_the_clock", "iOS: what was handed over and lies ahead is taken for lost"),
    ("past_again_while_denied", "iOS: what is past is handed over again while notifications are off"),
    ("refill_alerts", "what is put back after a reboot alerts again"),
    ("inbox_does_not_count", "what the person saw in the app is shown as a notification too"),
    // Beyond those of the protocol's own study:
    ("zone_of_the_start", "civil time is read with the offset at the start of the table"),
    ("skipped_day_stays", "a day that the zone skips is not moved"),
    ("holidays_do_not_count", "a holiday is a business day"),
    ("each_of_a_digest_alerts", "of many due at once each makes a sound"),
    ("each_of_a_minute_alerts", "iOS: of many that fire in one minute each makes a sound"),
    ("quiet_stays_quiet", "iOS: whoever was quiet beside another stays so when that one has ended"),
    ("late_is_loud", "what is days late alerts all the same"),
    ("no_watchdog", "nothing wakes the app after it dies at work"),
];

#[cfg(feature = "mutants")]
thread_local! {
    static ACTIVE: std::cell::Cell<Option<&'static str>> = const { std::cell::Cell::new(None) };
}

/// Switches one fault on for this thread, or all off.
#[cfg(feature = "mutants")]
pub fn set_mutant(name: Option<&'static str>) {
    ACTIVE.set(name);
}

#[cfg(feature = "mutants")]
pub(super) fn is(name: &str) -> bool {
    ACTIVE.get() == Some(name)
}

#[cfg(not(feature = "mutants"))]
pub(super) const fn is(_name: &str) -> bool {
    false
}
