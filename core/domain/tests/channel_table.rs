//! README's table of the channels is written from the data: this test fails where it is stale, and
//! `WRITE_README=1 cargo test -p justmet-domain --test channel_table` writes it anew.
#![allow(clippy::unwrap_used, reason = "a failed expectation of a test is its message")]

use justmet_domain::channel::{ChannelKind, Opens, Prefill, Unit};

const BEGIN: &str = "<!-- channels: written from the data -->\n";
const END: &str = "<!-- end of channels -->\n";

fn table() -> String {
    let mut table = String::from(
        "| channel | opens | text | longest message | consent | first message |\n|---|---|---|---|---|---|\n",
    );
    for kind in ChannelKind::all() {
        let facts = kind.facts();
        let opens = match facts.opens {
            Opens::Chat => "the chat",
            Opens::Profile => "their profile",
            Opens::Nothing => "nothing: the name is copied",
        };
        let text = match facts.prefill {
            Prefill::Inline => "prefilled",
            Prefill::Clipboard => "clipboard",
        };
        let limit = facts.limit.map_or_else(
            || "–".to_owned(),
            |limit| {
                let unit = match limit.unit {
                    Unit::Utf16 => "UTF-16 units",
                    Unit::Graphemes => "characters",
                    Unit::Gsm7OrUcs2 => "GSM-7 septets, or 70 UCS-2 units",
                    Unit::Bytes => "bytes",
                };
                format!("{} {unit}", limit.max)
            },
        );
        let consent = if facts.needs_consent { "the number was given for it" } else { "–" };
        let norm = match facts.retired {
            Some(day) => format!("shut down on {day}: kept, never offered"),
            None => facts.norm.sentence().to_owned(),
        };
        table += &format!("| {} | {opens} | {text} | {limit} | {consent} | {norm} |\n", facts.name);
    }
    table
}

#[test]
fn readme_shows_every_channel_as_the_data_has_it() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let (before, rest) = readme.split_once(BEGIN).unwrap();
    let (shown, after) = rest.split_once(END).unwrap();
    if std::env::var_os("WRITE_README").is_some() {
        std::fs::write(path, [before, BEGIN, &table(), END, after].concat()).unwrap();
    } else {
        assert_eq!(shown, table(), "README is stale: run this test with WRITE_README=1");
    }
}
