//! JustMet in a terminal, over the same face as the phones.

mod args;
mod commands;
mod environment;
mod failure;
mod json;
mod keeping;
mod lines;
mod offering;
mod print;
mod reminding;
mod writing;

use std::process::ExitCode;

use clap::Parser;

use crate::args::Arguments;

fn main() -> ExitCode {
    // A defect is told in one sentence; what it was about may hold a contact's data and is not printed.
    std::panic::set_hook(Box::new(|_| {}));
    let arguments = Arguments::parse();
    match std::panic::catch_unwind(|| commands::run(&arguments)) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(failure)) => {
            failure.tell(arguments.json);
            ExitCode::from(1)
        }
        Err(_) => {
            anstream::eprintln!("justmet: something went wrong inside JustMet; what was saved before is safe");
            ExitCode::from(1)
        }
    }
}
