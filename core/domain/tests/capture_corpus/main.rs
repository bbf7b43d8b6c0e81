//! Scores the parser on the labelled lines of `tests/corpora/capture`, and fails when the half that nobody tuned to gets
//! worse. `cargo test -p justmet-domain --test capture_corpus -- --nocapture` prints the table; `CAPTURE_MISSES=1` adds
//! the lines of the tuned half that are not exact.
#![allow(clippy::indexing_slicing, reason = "a failed expectation of a test is its message")]

mod scoring;

use scoring::{FIELDS, print, score};

/// What the scored half reached: fewest exact and most wrong, a field in the order of [`FIELDS`].
const FLOORS: [(&str, [(u32, u32); 6]); 5] = [
    ("en", [(83, 2), (47, 0), (87, 2), (47, 4), (41, 3), (20, 0)]),
    ("fr", [(84, 2), (50, 0), (88, 3), (60, 2), (43, 2), (21, 3)]),
    ("es", [(87, 2), (50, 0), (86, 2), (51, 5), (46, 3), (23, 0)]),
    ("de", [(90, 1), (51, 1), (89, 1), (56, 4), (44, 3), (20, 3)]),
    ("pt", [(87, 1), (51, 1), (87, 3), (56, 5), (47, 2), (19, 2)]),
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
