//! What must hold for every input of the two targets, and how its bytes are read: some choose, the rest is the text.
//!
//! `tests/fuzz_corpus.rs` of the domain replays the kept inputs through the same functions.
//!
//! Every input means something, so that none is thrown away; and a seed can be written by hand or by `seeds.py`, which
//! knows the same order of bytes.

pub mod normalize;
pub mod parse;

use std::borrow::Cow;

use justmet_domain::locale::Region;

/// None, the regions of the corpora, and those whose dialling rules or dates are unlike all others. `seeds.py` counts in
/// this list: add at the end.
const REGIONS: [&str; 24] = [
    "", "CA", "US", "DE", "BR", "FR", "ES", "GB", "IT", "AR", "RU", "MX", "JP", "IN", "EG", "IR", "PT", "AT", "CH",
    "AU", "HU", "SM", "CI", "AX",
];

/// The region that a byte chooses.
pub fn region(choice: u8) -> Option<Region> {
    pick(&REGIONS, choice).and_then(|code| code.parse().ok())
}

/// The item that a byte chooses.
pub fn pick<T: Copy>(items: &[T], choice: u8) -> Option<T> {
    items.get(usize::from(choice) % items.len().max(1)).copied()
}

/// Bytes as text: what is no UTF-8 becomes U+FFFD, as it does where a shell takes text in.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
