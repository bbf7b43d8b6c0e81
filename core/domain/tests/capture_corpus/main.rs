//! Scores the parser on the labelled lines of `tests/corpora/capture`, and fails when the half that nobody tuned to gets
//! worse. `cargo test -p justmet-domain --test capture_corpus -- --nocapture` prints the table; `CAPTURE_MISSES=1` adds
//! the lines of the tuned half that are not exact.
#![allow(clippy::indexing_slicing, reason = "a failed expectation of a test is its message")]

mod scoring;

use scoring::{FIELDS, print, score};

/// What the scored half reached: fewest exact and most wrong, a field in the order of [`FIELDS`].
const FLOORS: [(&str, [(u32, u32); 6]); 5] = [
    ("en", [(196, 4), (119, 0), (216, 5), (166, 4), (140, 5), (125, 5)]),
    ("fr", [(186, 2), (114, 1), (222, 3), (165, 5), (163, 3), (137, 2)]),
    ("es", [(193, 2), (110, 2), (222, 2), (169, 3), (171, 3), (134, 3)]),
    ("de", [(186, 3), (115, 0), (220, 5), (170, 3), (162, 2), (125, 4)]),
    ("pt", [(178, 2), (110, 0), (227, 1), (181, 2), (176, 2), (130, 1)]),
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
