//! Every sequence of events in small worlds, with a crash at every effect. Without optimising, shorter ones.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a failed expectation is the message"
)]

use justmet_sim::explore::explore;
use justmet_sim::history::Os;

#[track_caller]
fn holds(os: Os, people: u8, length: u32, length_unoptimised: u32) {
    let length = if cfg!(debug_assertions) { length_unoptimised } else { length };
    let explored = explore(os, people, length);
    println!("{os:?}, {people} met, {length} events: {} states, {} steps", explored.states, explored.steps);
    if let Some(failure) = explored.failure {
        panic!("{failure}");
    }
}

#[test]
fn one_follow_up_on_android() {
    holds(Os::Android, 1, 6, 3);
}

#[test]
fn one_follow_up_on_ios() {
    holds(Os::Ios, 1, 6, 3);
}

#[test]
fn two_follow_ups_on_android() {
    holds(Os::Android, 2, 6, 3);
}

#[test]
fn two_follow_ups_on_ios() {
    holds(Os::Ios, 2, 6, 3);
}
