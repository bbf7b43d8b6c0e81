//! Scores the parser on the labelled lines of `tests/corpora/capture`, and fails when the half that nobody tuned to gets
//! worse. `cargo test -p justmet-domain --test capture_corpus -- --nocapture` prints the table; `CAPTURE_MISSES=1` adds
//! the lines of the tuned half that are not exact.
#![allow(clippy::indexing_slicing, reason = "a failed expectation of a test is its message")]

mod scoring;

use scoring::{FIELDS, print, score};

/// What the scored half reached: fewest exact and most wrong, a field in the order of [`FIELDS`].
const FLOORS: [(&str, [(u32, u32); 6]); 5] = [
    ("en", [(34, 0), (15, 0), (38, 0), (16, 0), (8, 1), (1, 0)]),
    ("fr", [(36, 0), (17, 0), (37, 1), (20, 1), (8, 1), (2, 0)]),
    ("es", [(36, 1), (19, 0), (36, 1), (17, 1), (9, 2), (2, 0)]),
    ("de", [(37, 0), (19, 0), (37, 1), (18, 0), (10, 1), (2, 0)]),
    ("pt", [(36, 1), (19, 0), (36, 1), (17, 1), (9, 2), (2, 0)]),
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
