//! Runs histories of the one reminder, a seed each.
//!
//!     cargo run --release -p justmet-sim -- --os android --seeds 300000
//!
//! Ends with 1 where an invariant was violated, and then prints the shortest events that do it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use clap::{Parser, builder::PossibleValuesParser};
use justmet_domain::follow_up::{MUTANTS, set_mutant};
use justmet_sim::history::{Os, Setup, of_seed};
use justmet_sim::oracle::Invariant;
use justmet_sim::replay::{Replay, replay};
use justmet_sim::shrink;
use serde_json::json;

/// Runs random histories of phones that fail, against the production rules of the one reminder.
#[derive(Parser)]
struct Arguments {
    /// The system whose model it runs against
    #[arg(long, value_enum, default_value = "android")]
    os: Os,
    /// How many histories
    #[arg(long, default_value_t = 10_000)]
    seeds: u64,
    /// The first of their seeds
    #[arg(long, default_value_t = 0)]
    first_seed: u64,
    /// A deliberate fault in the rules, to see it caught
    #[arg(long, value_parser = PossibleValuesParser::new(MUTANTS.iter().map(|it| it.0)))]
    mutant: Option<String>,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    /// Follow a ledger instead, as `justmet ledger WHO --json` prints it
    #[arg(long, value_name = "FILE")]
    replay: Option<PathBuf>,
}

#[derive(Default)]
struct Total {
    histories: u64,
    alerts: u64,
    doubles: u64,
    violations: BTreeMap<Invariant, u64>,
    /// The first seed that violated each.
    first: BTreeMap<Invariant, u64>,
}

impl Total {
    fn add(&mut self, other: Self) {
        self.histories += other.histories;
        self.alerts += other.alerts;
        self.doubles += other.doubles;
        for (invariant, count) in other.violations {
            *self.violations.entry(invariant).or_default() += count;
        }
        for (invariant, seed) in other.first {
            let first = self.first.entry(invariant).or_insert(seed);
            *first = seed.min(*first);
        }
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if let Some(file) = &arguments.replay {
        return follow(file, arguments.json);
    }
    let mutant = arguments.mutant.as_deref().and_then(|name| MUTANTS.iter().find(|it| it.0 == name)).map(|it| it.0);
    let total = run(&arguments, mutant);
    print(&arguments, &total);
    set_mutant(mutant);
    for (invariant, seed) in &total.first {
        explain(arguments.os, *invariant, *seed, mutant.is_some());
    }
    if total.violations.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Follows a ledger through the rules.
fn follow(file: &Path, as_json: bool) -> ExitCode {
    let text = fs::read_to_string(file).map_err(|error| error.to_string());
    let found = match text.and_then(|text| replay(&text)) {
        Ok(found) => found,
        Err(error) => {
            eprintln!("could not follow this ledger: {error}");
            return ExitCode::FAILURE;
        }
    };
    if as_json {
        let Replay { follow_ups, lines, reminders, violations } = &found;
        println!(
            "{}",
            json!({ "follow_ups": follow_ups, "lines": lines, "reminders": reminders, "violations": violations })
        );
    } else {
        println!("{} follow-ups, {} lines, {} reminders", found.follow_ups, found.lines, found.reminders);
        found.violations.iter().for_each(|wrong| println!("VIOLATED {wrong}"));
    }
    if found.violations.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// On every core, a few seeds at a time.
fn run(arguments: &Arguments, mutant: Option<&'static str>) -> Total {
    const BATCH: u64 = 256;
    let end = arguments.first_seed.saturating_add(arguments.seeds);
    let next = AtomicU64::new(arguments.first_seed);
    let work = || {
        set_mutant(mutant);
        let mut total = Total::default();
        loop {
            let from = next.fetch_add(BATCH, Ordering::Relaxed);
            if from >= end {
                return total;
            }
            for seed in from..end.min(from + BATCH) {
                let verdict = of_seed(arguments.os, seed, mutant.is_some());
                total.histories += 1;
                total.alerts += verdict.alerts;
                total.doubles += verdict.doubles;
                for invariant in verdict.violations.into_keys() {
                    *total.violations.entry(invariant).or_default() += 1;
                    total.first.entry(invariant).or_insert(seed);
                }
            }
        }
    };
    let mut total = Total::default();
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        for thread in threads {
            if let Ok(part) = thread.join() {
                total.add(part);
            }
        }
    });
    total
}

fn print(arguments: &Arguments, total: &Total) {
    let os = format!("{:?}", arguments.os).to_lowercase();
    let count = |it: &Invariant| total.violations.get(it).copied().unwrap_or_default();
    if arguments.json {
        let violations: BTreeMap<&str, u64> = Invariant::ALL.iter().map(|it| (it.name(), count(it))).collect();
        let report = json!({
            "os": os,
            "histories": total.histories,
            "alerts": total.alerts,
            "violations": violations,
            "doubles_in_crash_window": total.doubles,
        });
        println!("{report}");
        return;
    }
    println!("{os}: {} histories, {} alerts", total.histories, total.alerts);
    println!("{} alerted again in a window that a crash had left", total.doubles);
    for invariant in Invariant::ALL.iter().filter(|it| count(it) > 0) {
        println!("VIOLATED in {} histories: {}", count(invariant), invariant.name());
    }
    if total.violations.is_empty() {
        println!("no invariant was violated");
    }
}

/// The shortest life that does it, on standard error.
fn explain(os: Os, invariant: Invariant, seed: u64, is_mutant: bool) {
    let (setup, events) = Setup::draw(os, seed);
    let events = shrink::shortest(&setup, events, invariant, is_mutant);
    let verdict = setup.live(&events, is_mutant);
    let about = verdict.violations.get(&invariant).map_or("", String::as_str);
    eprintln!("\nseed {seed} ({:?}) violates {}: {about}", setup.profile, invariant.name());
    for event in &events {
        eprintln!("    {event}");
    }
}
