//! Follows what a person's ledger says through the production transitions.
//!
//! The ledger is what `justmet ledger WHO --json` prints. Each line must be something that the rules allow where the
//! follow-up then stands; no generation reminds twice, and nothing reminds after the end.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDateTime;
use justmet_domain::follow_up::{Delivery, FollowUp, Outcome, State};
use justmet_domain::id::{ContactId, EncounterId};
use justmet_domain::time::Timestamp;
use serde_json::Value;
use uuid::Uuid;

/// What came of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Replay {
    /// How many follow-ups the ledger is about.
    pub follow_ups: u64,
    /// How many lines it has.
    pub lines: u64,
    /// How many of them reminded.
    pub reminders: u64,
    /// What the rules do not allow, a sentence each, with the line's number from 1 on.
    pub violations: Vec<String>,
}

/// Follows a ledger.
///
/// # Errors
/// Says what is wrong with a text that is no ledger.
pub fn replay(text: &str) -> Result<Replay, String> {
    let lines: Vec<Value> = serde_json::from_str(text).map_err(|error| format!("it is no JSON list: {error}"))?;
    let mut found = Replay { lines: lines.len() as u64, ..Replay::default() };
    let mut lives: BTreeMap<String, Life> = BTreeMap::new();
    for (number, line) in (1..).zip(&lines) {
        let text = |key: &str| line.get(key).and_then(Value::as_str);
        let count = |key: &str| line.get(key).and_then(Value::as_i64);
        let (Some(id), Some(event), Some(generation), Some(at)) =
            (text("follow_up"), text("event"), count("generation"), count("at_ms"))
        else {
            return Err(format!("line {number} has no follow_up, event, generation or at_ms"));
        };
        let generation =
            u32::try_from(generation).map_err(|_| format!("line {number}: {generation} is no generation"))?;
        let due = text("due").and_then(|due| NaiveDateTime::parse_from_str(due, "%Y-%m-%dT%H:%M").ok());
        let life = lives.entry(id.to_owned()).or_default();
        match life.follow(event, generation, due, Timestamp::from_ms(at)) {
            Ok(reminds) => found.reminders += u64::from(reminds),
            Err(wrong) => found.violations.push(format!("line {number}, {event}: {wrong}")),
        }
    }
    found.follow_ups = lives.len() as u64;
    Ok(found)
}

/// One follow-up as its ledger tells it.
#[derive(Default)]
struct Life {
    now: Option<FollowUp>,
    /// Generations that have reminded.
    reminded: BTreeSet<u32>,
}

impl Life {
    /// Takes one line; gives whether it reminded.
    fn follow(
        &mut self,
        event: &str,
        generation: u32,
        due: Option<NaiveDateTime>,
        at: Timestamp,
    ) -> Result<bool, &'static str> {
        if event == "planned" {
            if self.now.is_some() {
                return Err("it was planned before");
            }
            let due = due.ok_or("it does not say for when")?;
            let nobody = Uuid::nil();
            self.now = Some(FollowUp::plan(ContactId::from_uuid(nobody), EncounterId::from_uuid(nobody), due, at));
            return Ok(false);
        }
        let before = self.now.clone().ok_or("it was never planned")?;
        let after = match event {
            "shown" => before.delivered(generation, Delivery::Shown, at),
            "presumed" => before.delivered(generation, Delivery::Presumed, at),
            "seen_in_inbox" => before.delivered(generation, Delivery::SeenInInbox, at),
            "inbox_only" => before.delivered(generation, Delivery::InboxOnly, at),
            "restored" => before.delivered(generation, Delivery::Restored, at),
            "done" => before.done(generation, at),
            "let_go" => before.let_go(generation, at),
            "snoozed" => before.snooze(generation.wrapping_sub(1), due.ok_or("it does not say until when")?),
            "contact_gone" => Outcome::Applied(before.contact_gone(at)),
            // As it was before, and in no earlier generation; what is due by then waits quietly, which the ledger shows.
            "undone" if generation >= before.generation => Outcome::Applied(FollowUp {
                due: due.unwrap_or(before.due),
                generation,
                state: State::Planned,
                ..before
            }),
            "undone" => return Err("a generation came back"),
            // What a system was given, or a person did to a notification, changes nothing.
            "handed_over" | "taken_back" | "swiped_away" => return Ok(false),
            _ => return Err("there is no such event"),
        };
        let Outcome::Applied(after) = after else { return Err("the rules do not allow it here") };
        self.now = Some(after);
        let reminds = matches!(event, "shown" | "presumed");
        if reminds && !self.reminded.insert(generation) {
            return Err("this generation had reminded before");
        }
        Ok(reminds)
    }
}
