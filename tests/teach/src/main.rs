//! Learns the weights by which a line is read (`core/domain/src/capture/model`) from the tuned half of the labelled lines;
//! the scored half is never opened here.
//!
//!     cargo run --release -p justmet-teach              # writes the weights
//!     cargo run --release -p justmet-teach -- check     # how well lines are read that were left out of the learning

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a tool for whoever works on the parser, run by hand on files of the tree"
)]

mod check;
mod field;
mod lines;

use std::fs;
use std::path::Path;

use clap::{Parser, Subcommand};

/// Learns by what weights a captured line is read.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    task: Option<Task>,
    /// More files of labelled lines to learn from.
    #[arg(long, global = true)]
    more: Vec<String>,
    /// How often each line is gone through.
    #[arg(long, global = true, default_value_t = 30)]
    rounds: u32,
}

#[derive(Subcommand)]
enum Task {
    /// Learns from four fifths of the lines and reads the fifth, five times.
    Check,
}

fn main() {
    let arguments = Arguments::parse();
    let lines = lines::tuned(&arguments.more);
    match arguments.task {
        Some(Task::Check) => check::print(&lines, arguments.rounds),
        None => {
            let learned = field::learn(&lines.iter().collect::<Vec<_>>(), arguments.rounds);
            let file = learned.file();
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../core/domain/src/capture/model/weights.bin");
            fs::write(&path, &file).unwrap();
            println!("{} lines, {} features, {} bytes", lines.len(), learned.rows.len(), file.len());
        }
    }
}
