//! Scores the parser on the labelled lines of `tests/corpora/capture`, and fails when the half that nobody tuned to gets
//! worse. `cargo test -p justmet-domain --test capture_corpus -- --nocapture` prints the table; `CAPTURE_MISSES=1` adds
//! the lines of the tuned half that are not exact.
#![allow(clippy::indexing_slicing, reason = "a failed expectation of a test is its message")]

mod scoring;

use scoring::{FIELDS, print, score};

/// What the scored half reached: fewest exact and most wrong, a field in the order of [`FIELDS`].
const FLOORS: [(&str, [(u32, u32); 6]); 5] = [
    ("en", [(47, 0), (23, 0), (51, 1), (23, 0), (13, 0), (2, 0)]),
    ("fr", [(50, 0), (23, 0), (51, 1), (29, 0), (11, 0), (3, 0)]),
    ("es", [(50, 1), (24, 0), (51, 1), (26, 0), (14, 1), (3, 0)]),
    ("de", [(51, 0), (24, 0), (51, 1), (27, 0), (14, 0), (3, 0)]),
    ("pt", [(50, 1), (24, 0), (51, 1), (27, 0), (14, 0), (3, 0)]),
];

#[test]
fn the_scored_half_does_not_get_worse() {
    let (table, misses) = score();
    print(&table);
    if std::env::var_os("CAPTURE_MISSES").is_some() {
        println!("\n{misses}");
    }
    for (group, floors) in FLOORS {
        for (field, (fewest_exact, most_wrong)) in FIELDS.into_iter().zip(floors) {
            let score = table[&(true, group.to_owned(), field)];
            assert!(score.exact >= fewest_exact, "{group} {field}: {} exact, were {fewest_exact}", score.exact);
            assert!(score.wrong <= most_wrong, "{group} {field}: {} wrong, were {most_wrong}", score.wrong);
        }
    }
}
