//! The inputs that fuzzing kept, replayed: what held for each of them once holds still. See `core/domain/fuzz/README.md`.

// Helpers outside `#[test]` functions are still tests: a failed expectation is the message.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "../fuzz/src/lib.rs"]
pub mod checks;

use std::path::Path;

/// Inputs one after the other, each behind its length in two bytes, low byte first.
fn kept(target: &str) -> Vec<Vec<u8>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/kept").join(format!("{target}.bin"));
    let data = std::fs::read(file).unwrap();
    let mut rest = data.as_slice();
    let mut inputs = Vec::new();
    while let [low, high, after @ ..] = rest {
        let (input, next) = after.split_at(usize::from(u16::from_le_bytes([*low, *high])));
        inputs.push(input.to_vec());
        rest = next;
    }
    inputs
}

#[test]
fn lines_that_fuzzing_kept_still_hold() {
    let inputs = kept("parse");
    assert!(inputs.len() > 100, "the kept inputs are there");
    inputs.iter().for_each(|input| checks::parse::hold(input));
}

#[test]
fn addresses_that_fuzzing_kept_still_hold() {
    let inputs = kept("normalize");
    assert!(inputs.len() > 100, "the kept inputs are there");
    inputs.iter().for_each(|input| checks::normalize::hold(input));
}
