//! Scores the parser on the labelled lines of `tests/corpora/capture`, and fails when the half that nobody tuned to gets
//! worse. `cargo test -p justmet-domain --test capture_corpus -- --nocapture` prints the table; `CAPTURE_MISSES=1` adds
//! the lines of the tuned half that are not exact.
#![allow(clippy::indexing_slicing, reason = "a failed expectation of a test is its message")]

mod scoring;

use scoring::{FIELDS, print, score};

/// What the scored half reached: fewest exact and most wrong, a field in the order of [`FIELDS`].
const FLOORS: [(&str, [(u32, u32); 6]); 5] = [
    ("en", [(141, 3), (79, 1), (154, 4), (98, 9), (88, 6), (53, 4)]),
    ("fr", [(138, 1), (79, 0), (156, 4), (110, 5), (99, 4), (61, 6)]),
    ("es", [(142, 2), (79, 1), (155, 4), (104, 10), (105, 7), (67, 2)]),
    ("de", [(143, 1), (80, 0), (148, 6), (105, 11), (93, 8), (60, 9)]),
    ("pt", [(136, 1), (75, 2), (156, 4), (112, 9), (104, 7), (57, 8)]),
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
