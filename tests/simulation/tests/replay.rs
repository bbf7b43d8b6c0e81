//! A ledger is followed through the rules.
#![allow(clippy::unwrap_used, reason = "a failed expectation of a test is its message")]

use justmet_sim::replay::replay;

fn ledger(lines: &[(&str, u32, Option<&str>)]) -> String {
    let line = |(event, generation, due): &(&str, u32, Option<&str>)| serde_json::json!({ "follow_up": "a", "event": event, "generation": generation, "due": due, "at_ms": 0, "text": "" });
    serde_json::Value::Array(lines.iter().map(line).collect()).to_string()
}

const DUE: Option<&str> = Some("2026-11-24T10:00");

#[test]
fn a_life_as_it_should_be() {
    let found = replay(&ledger(&[
        ("planned", 0, DUE),
        ("handed_over", 0, None),
        ("presumed", 0, None),
        ("snoozed", 1, DUE),
        ("shown", 1, None),
        ("swiped_away", 1, None),
        ("done", 1, None),
        ("undone", 1, DUE),
        ("let_go", 1, None),
    ]))
    .unwrap();
    assert_eq!((found.follow_ups, found.lines, found.reminders, found.violations), (1, 9, 2, vec![]));
}

#[test]
fn what_the_rules_do_not_allow_is_named() {
    for lines in [
        &[("shown", 0, None)][..],
        &[("planned", 0, DUE), ("planned", 0, DUE)],
        &[("planned", 0, DUE), ("shown", 0, None), ("shown", 0, None)],
        &[("planned", 0, DUE), ("shown", 1, None)],
        &[("planned", 0, DUE), ("done", 0, None), ("shown", 0, None)],
        &[("planned", 0, DUE), ("shown", 0, None), ("done", 0, None), ("undone", 0, DUE), ("shown", 0, None)],
        &[("planned", 0, DUE), ("snoozed", 2, DUE)],
        &[("planned", 0, DUE), ("snoozed", 1, DUE), ("undone", 0, DUE)],
        &[("planned", 0, DUE), ("rang", 0, None)],
    ] {
        assert_eq!(replay(&ledger(lines)).unwrap().violations.len(), 1, "{lines:?}");
    }
    assert!(replay("{}").is_err() && replay("[{}]").is_err());
}
