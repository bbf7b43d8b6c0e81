//! Whatever is entered as an address: it is refused, or it has one key that reads as itself, and what opens from it is a
//! link that holds nothing but itself.
//!
//! An input is: kind, region, and the text.

use justmet_domain::channel::{ChannelKind, Draft, Handle, Launch, Platform, launch, normalize, recognise_url};
use url::Url;

use super::{pick, region, text};

/// More bytes than any key has: a Slack workspace and an address of 254 in it, or 100 letters of 4 bytes.
const LONGEST_KEY: usize = 512;

/// No text longer than this is read at all.
const LONGEST_DISPLAY: usize = 2048;

/// Holds an input against the rules of addresses.
///
/// # Panics
/// Where something does not hold: that is the finding.
pub fn hold(input: &[u8]) {
    let [kind, place, text_bytes @ ..] = input else { return };
    let kinds: Vec<ChannelKind> = ChannelKind::all().collect();
    let Some(kind) = pick(&kinds, *kind) else { return };
    let text = text(text_bytes);
    if let Ok(handle) = normalize(kind, &text, region(*place)) {
        assert_eq!(handle.kind, kind);
        check(&handle, &text);
    }
    if let Some(handle) = recognise_url(&text) {
        check(&handle, &text);
        let again = normalize(handle.kind, &text, None).map(|again| again.key);
        assert_eq!(again.as_ref(), Ok(&handle.key), "the link, entered for {:?}", handle.kind);
    }
}

fn check(handle: &Handle, body: &str) {
    assert!((1..=LONGEST_KEY).contains(&handle.key.len()), "{handle:?}");
    assert!((1..=LONGEST_DISPLAY).contains(&handle.display.len()), "{handle:?}");
    for text in [&handle.key, &handle.display] {
        assert!(!text.chars().any(|letter| letter.is_control() || steers(letter)), "{handle:?}");
        let again = normalize(handle.kind, text, None).map(|again| again.key);
        assert_eq!(again.as_ref(), Ok(&handle.key), "{text:?} of {handle:?}");
    }
    let shown = normalize(handle.kind, &handle.display, None).map(|again| again.display);
    assert_eq!(shown.as_ref(), Ok(&handle.display), "{handle:?}");
    for body in ["", body] {
        let draft = Draft { subject: Some(body.to_owned()), body: body.to_owned() };
        for platform in [Platform::Android, Platform::Ios, Platform::Desktop] {
            let action = launch(handle, &draft, platform);
            for opened in [Some(&action.primary), action.fallback.as_ref()].into_iter().flatten() {
                if let Launch::OpenLink { url } = opened {
                    check_link(handle, url);
                }
            }
        }
    }
}

/// Nothing in a link ends it early or begins another part of it, and if it names somebody, then that very person.
fn check_link(handle: &Handle, link: &str) {
    let clean = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@&=+%".contains(&byte);
    assert!(link.bytes().all(clean), "{link:?}");
    for part in ["?", "#"] {
        assert!(link.matches(part).count() <= 1, "{link:?}");
    }
    let parsed = Url::parse(link);
    assert!(parsed.is_ok(), "{link:?}: {parsed:?}");
    if let Some(again) = recognise_url(link) {
        assert_eq!((again.kind, &again.key), (handle.kind, &handle.key), "{link:?}");
    }
}

/// Characters that steer in which direction a text is shown (Unicode Annex 9, table 1), and the byte order mark.
fn steers(letter: char) -> bool {
    matches!(letter, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
