//! The handle vectors of `tests/corpora/channels`, and what holds for every text and every link.
//!
//! A vector is `{"kind","value","region","key","display","error"}`: what was entered, and either the key and the form
//! shown or the code of the refusal. Numbers are of ranges kept for fiction, mail domains are reserved ones (RFC 2606),
//! people are invented.

// Helpers outside `#[test]` functions are still tests: a failed expectation is the message.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use justmet_domain::channel::{
    Action, ChannelKind, Draft, DraftGoes, Handle, Launch, Opens, Platform, Prefill, launch, normalize, recognise_url,
};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use serde::Deserialize;
use url::Url;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vector {
    kind: ChannelKind,
    value: String,
    region: Option<String>,
    key: Option<String>,
    display: Option<String>,
    error: Option<String>,
}

fn vectors() -> Vec<Vector> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpora/channels");
    ChannelKind::all()
        .flat_map(|kind| {
            let file = folder.join(format!("{}.jsonl", kind.slug()));
            let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let vectors: Vec<Vector> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            assert!(vectors.iter().all(|vector| vector.kind == kind), "{}", file.display());
            vectors
        })
        .collect()
}

/// The handles of all vectors that are none refused.
static HANDLES: LazyLock<Vec<Handle>> = LazyLock::new(|| {
    vectors()
        .iter()
        .filter(|vector| vector.error.is_none())
        .map(|vector| {
            let region = vector.region.as_deref().map(|code| code.parse().unwrap());
            normalize(vector.kind, &vector.value, region).unwrap()
        })
        .collect()
});

#[test]
fn every_vector_holds() {
    let mut wrong = Vec::new();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for vector in vectors() {
        *count.entry(vector.kind.slug()).or_default() += 1;
        let region = vector.region.as_deref().map(|code| code.parse().unwrap());
        let got = match normalize(vector.kind, &vector.value, region) {
            Ok(handle) => (Some(handle.key), Some(handle.display), None),
            Err(error) => (None, None, Some(error.code().to_owned())),
        };
        let expected = (vector.key, vector.display, vector.error);
        if got != expected {
            let value: String = vector.value.chars().take(80).collect();
            wrong.push(format!("{} {value:?}: {got:?}, expected {expected:?}", vector.kind.slug()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(count.len(), ChannelKind::all().count());
    assert!(count.values().all(|vectors| *vectors >= 25), "{count:?}");
}

#[test]
fn keys_and_what_is_shown_read_back() {
    for handle in HANDLES.iter() {
        fixpoint(handle);
    }
}

fn fixpoint(handle: &Handle) {
    for text in [&handle.key, &handle.display] {
        let again = normalize(handle.kind, text, None).map(|again| again.key);
        assert_eq!(again.as_ref(), Ok(&handle.key), "{:?} {text:?}", handle.kind);
    }
}

/// The links of an action, and whether each stands first.
fn links(action: &Action) -> Vec<&str> {
    [Some(&action.primary), action.fallback.as_ref()]
        .into_iter()
        .flatten()
        .filter_map(|launch| match launch {
            Launch::OpenLink { url } => Some(url.as_str()),
            _ => None,
        })
        .collect()
}

/// Characters that may stand in a link as themselves (RFC 3986, section 2), and nothing that ends a link in a text.
fn is_clean(link: &str) -> bool {
    link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~:/?#@&=+%".contains(&byte))
        && link.bytes().filter(|byte| *byte == b'#').count() <= 1
        && link.bytes().filter(|byte| *byte == b'?').count() <= 1
}

/// The text that a link carries.
fn carried_text(url: &Url) -> Option<String> {
    // `?` alone stands before the text of a LINE official account, `&body=` before that of an SMS on iOS.
    let query = url.query().or_else(|| url.path().split_once('&').map(|(_, rest)| rest))?;
    let raw = query
        .split('&')
        .find_map(|pair| ["text=", "body=", "message="].iter().find_map(|name| pair.strip_prefix(name)))
        .or_else(|| (url.host_str() == Some("line.me")).then_some(query))?;
    Some(percent_decode_str(raw).decode_utf8().unwrap().into_owned())
}

fn check_links(handle: &Handle, body: &str) {
    let draft = Draft { subject: Some(format!("About {body}")), body: body.to_owned() };
    for platform in [Platform::Android, Platform::Ios, Platform::Desktop] {
        let action = launch(handle, &draft, platform);
        for (place, link) in links(&action).into_iter().enumerate() {
            assert!(is_clean(link), "{link}");
            let url = Url::parse(link).unwrap();
            // What opens a chat or profile names the same handle; what opens the app or the workspace names nobody.
            if let Some(again) = recognise_url(link) {
                assert_eq!((again.kind, &again.key), (handle.kind, &handle.key), "{link}");
            } else {
                let names_nobody = place > 0
                    || matches!(handle.kind, ChannelKind::Slack)
                    || (handle.kind == ChannelKind::Mastodon && normalize(handle.kind, link, None).is_ok())
                    || (handle.kind == ChannelKind::Line && handle.key.starts_with('@'));
                assert!(names_nobody, "{link}");
            }
            if let Some(text) = carried_text(&url) {
                let text = if handle.kind == ChannelKind::Email { text.replace("\r\n", "\n") } else { text };
                assert_eq!(text, body, "{link}");
            } else if place == 0 && !body.is_empty() {
                assert_eq!(action.draft, DraftGoes::Clipboard, "{link}");
            }
        }
    }
}

#[test]
fn every_link_parses_back_to_its_handle_and_text() {
    for handle in HANDLES.iter() {
        for body in ["", "Hi", "Olá Ana,\n1 + 1 = 100 % & more? #x \"<é>\" 👩‍👩‍👧 'ok' [a](b) {c} | \\ ^ `"]
        {
            check_links(handle, body);
        }
    }
}

#[test]
fn the_facts_say_what_the_links_do() {
    let draft = Draft { subject: None, body: "Hi".into() };
    for kind in ChannelKind::all() {
        let facts = kind.facts();
        let actions: Vec<Action> = HANDLES
            .iter()
            .filter(|handle| handle.kind == kind)
            .map(|handle| launch(handle, &draft, Platform::Android))
            .collect();
        let opened = actions.iter().any(|action| !matches!(action.primary, Launch::CopyText { .. }));
        assert_eq!(opened, facts.opens != Opens::Nothing, "{kind:?}");
        if facts.prefill == Prefill::Inline {
            assert!(actions.iter().any(|action| action.draft == DraftGoes::Inline), "{kind:?}");
        }
        let number = HANDLES.iter().any(|handle| handle.kind == kind && handle.needs_consent());
        assert!(number || !facts.needs_consent, "{kind:?}");
    }
}

#[test]
fn retired_channels_open_nothing() {
    for handle in HANDLES.iter().filter(|handle| handle.kind.facts().retired.is_some()) {
        let action = launch(handle, &Draft { subject: None, body: "Hi".into() }, Platform::Ios);
        assert!(matches!(action.primary, Launch::CopyText { .. }) && action.fallback.is_none());
    }
}

fn any_kind() -> impl Strategy<Value = ChannelKind> {
    prop::sample::select(ChannelKind::all().collect::<Vec<_>>())
}

fn any_region() -> impl Strategy<Value = Option<&'static str>> {
    prop::sample::select(vec![None, Some("CA"), Some("DE"), Some("BR"), Some("IT"), Some("AR"), Some("RU"), Some("GB")])
}

/// Texts that look like handles, numbers and links, in pieces that the rules look for.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "ana",
        "Ana.Souza",
        "@",
        "example.com",
        "bücher.example",
        "https://",
        "www.",
        "linkedin.com/in/",
        "t.me/",
        "wa.me/",
        "x.com/",
        "+1",
        "613 555 0123",
        "+49 30 23125 123",
        "(0)",
        " ext. 5",
        ";ext=",
        "#",
        "/",
        ".",
        "_",
        "-",
        ":",
        "~",
        "tel:",
        "mailto:",
        "acct:",
        "live:",
        "did:plc:",
        "T024BE7LD",
        "U024BE7LH",
        "acme.slack.com",
        "?",
        "&",
        "=",
        "%20",
        "%",
        "\u{202E}",
        "\u{200B}",
        "\u{FF20}",
        "\"",
        "(",
        ")",
        "<",
        ">",
        " ",
        "İ",
        "ß",
        "ﬁ",
        "e\u{301}",
        "۱",
        "９",
        "\n",
        "ΑΣ",
        "signal.me/#p/",
        "#eu/",
        "wxid_",
        "\u{3002}",
        "xn--",
        "xn--bcher-kva",
        "&body=",
        "1234",
        "a",
    ]);
    prop_oneof![
        3 => prop::collection::vec(piece, 1..7).prop_map(|pieces| pieces.concat()),
        1 => "\\PC{0,40}",
        1 => any::<String>(),
        1 => "[+0-9 ().x#-]{4,22}",
        1 => "[A-Za-z0-9._@-]{2,34}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_refused_or_has_one_key(kind in any_kind(), text in any_text(), region in any_region()) {
        if let Ok(handle) = normalize(kind, &text, region.map(|code| code.parse().unwrap())) {
            prop_assert_eq!(handle.kind, kind);
            prop_assert!(!handle.key.is_empty() && !handle.display.is_empty());
            prop_assert!(!handle.display.chars().any(char::is_control));
            fixpoint(&handle);
            check_links(&handle, "Hi & bye");
        }
    }

    #[test]
    fn any_link_names_nobody_or_one_handle(text in any_text()) {
        if let Some(handle) = recognise_url(&text) {
            fixpoint(&handle);
            let again = normalize(handle.kind, &text, None);
            prop_assert_eq!(again.map(|again| again.key), Ok(handle.key));
        }
    }

    #[test]
    fn any_draft_survives_every_link(at in any::<prop::sample::Index>(), body in "[\\PC\n]{0,60}") {
        check_links(at.get(&HANDLES), &body);
    }
}
