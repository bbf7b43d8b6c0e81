//! Following the suggestion pays: hardly less than what is usual where that is right, more where it is not. The figures
//! are printed by `cargo run --release -p justmet-bench -- suggest` over more worlds.

mod simulation;

use std::sync::LazyLock;

use simulation::{Outcome, live};

/// Enough for the differences below to be many times their noise; they are lived through in seconds without optimisation.
const WORLDS: u64 = 60;

static RIGHT: LazyLock<Outcome> = LazyLock::new(|| live(WORLDS, 0.0));
static OFF: LazyLock<Outcome> = LazyLock::new(|| live(WORLDS, 0.5));
static FAR_OFF: LazyLock<Outcome> = LazyLock::new(|| live(WORLDS, 1.0));

/// Answers in percent of the best possible: by what is usual, and by the suggestion.
fn answers(outcome: &Outcome) -> (f64, f64) {
    (outcome.percent_of_oracle(&outcome.fixed), outcome.percent_of_oracle(&outcome.learning))
}

#[test]
fn learning_costs_little_where_the_usual_is_right() {
    let (fixed, learning) = answers(&RIGHT);
    assert!((fixed - 100.0).abs() < 1e-6, "what is usual is right here: {fixed}");
    assert!(learning >= fixed - 2.5, "{learning} against {fixed}");
}

#[test]
fn learning_pays_where_the_usual_is_off() {
    for outcome in [&*OFF, &*FAR_OFF] {
        let (fixed, learning) = answers(outcome);
        assert!(learning > fixed + 1.0, "{learning} against {fixed}");
    }
}

#[test]
fn what_is_predicted_comes_near_to_what_comes() {
    for outcome in [&*OFF, &*FAR_OFF] {
        assert!(outcome.learning.brier() < outcome.fixed.brier());
    }
    for outcome in [&*RIGHT, &*OFF, &*FAR_OFF] {
        let off = outcome.learning.calibration_error();
        assert!(off < 8.0, "off by {off} points");
        for tenth in outcome.learning.tenths.iter().filter(|tenth| tenth.count >= 500.0) {
            assert!((tenth.predicted - tenth.answered).abs() / tenth.count < 0.15, "{tenth:?}");
        }
    }
}

#[test]
fn the_same_worlds_come_again() {
    let (one, two) = (live(3, 0.5), live(3, 0.5));
    assert_eq!(answers(&one).1.to_bits(), answers(&two).1.to_bits());
}
