//! JustMet's figures, each beside its floor in the same run.
//!
//!     cargo run --release -p justmet-bench                       all of them but the size
//!     cargo run --release -p justmet-bench -- capture store      only these
//!     cargo run --release -p justmet-bench -- size               how large the shipped library is, which it builds first
//!
//! Nothing here ends with an error because of a time: a bound that is not held is said in its row.

mod capture;
mod generate;
mod lines;
mod measure;
mod reminder;
#[path = "../../../core/domain/tests/capture_corpus/scoring.rs"]
mod scoring;
#[path = "../../../core/domain/tests/suggest_simulation/simulation.rs"]
mod simulation;
mod size;
mod store;
mod suggest;
mod vocabulary;
mod world;

use std::alloc::System;
use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

use crate::measure::{Figure, Result};
use crate::world::World;

/// The system's own, with counters.
#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Measures JustMet, each figure beside its floor in the same run.
#[derive(Parser)]
struct Arguments {
    /// What to measure [default: everything]
    groups: Vec<Group>,
    /// The large size, in people
    #[arg(long, default_value_t = 100_000)]
    people: u32,
    /// Where the databases are made [default: the system's folder for temporary files]
    #[arg(long)]
    folder: Option<PathBuf>,
    /// Of the store only this part; may be given more than once
    #[arg(long, value_name = "PART")]
    part: Vec<store::Part>,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    /// What the memory figure runs as a process of its own: open this database, search once, print what is resident
    #[arg(long, hide = true)]
    resident_after_search: Option<PathBuf>,
    /// In that process: with the search loaded into memory
    #[arg(long, hide = true)]
    loaded: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Group {
    /// Reading a line: how well, on the labelled lines, and how fast.
    Capture,
    /// Suggesting a channel, drafting and looking at a message; and whether following the suggestion pays.
    Suggest,
    /// Saving, home, pages, search, opening, importing, memory, at each size up to the large one.
    Store,
    /// Deciding what to remind of.
    Reminder,
    /// How large the library is that the phones get; builds it, so only where it is named.
    Size,
}

fn main() -> Result {
    let arguments = Arguments::parse();
    if let Some(database) = &arguments.resident_after_search {
        return store::print_resident(database, arguments.loaded);
    }
    let mut world = World::new(arguments.people, arguments.folder.as_deref())?;
    let is_asked = |group| arguments.groups.is_empty() || arguments.groups.contains(&group);
    let mut figures: Vec<Figure> = Vec::new();
    if is_asked(Group::Capture) {
        if !arguments.json {
            scoring::print(&scoring::score().0);
            println!();
        }
        figures.extend(capture::figures(&world)?);
    }
    if is_asked(Group::Suggest) {
        if !arguments.json {
            suggest::print_worlds();
        }
        figures.extend(suggest::figures(&mut world)?);
    }
    if is_asked(Group::Store) {
        figures.extend(store::figures(&mut world, &arguments.part)?);
    }
    if is_asked(Group::Reminder) {
        figures.extend(reminder::figures(&mut world)?);
    }
    // It builds for minutes: only where it is asked for by name.
    if arguments.groups.contains(&Group::Size) {
        figures.extend(size::figures()?);
    }
    if is_asked(Group::Store) {
        store::print_costs(&mut world, &arguments.part)?;
    }
    measure::print(&figures, arguments.people, arguments.json)
}
