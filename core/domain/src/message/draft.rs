//! What a first message says: who I am and where we met, the promise kept or one concrete detail, one small ask. No
//! flattery, nothing that was not said.

use chrono::NaiveDate;
use unicode_segmentation::UnicodeSegmentation;

use super::fit::{Weight, shortened};
use crate::channel::{ChannelKind, Norm};
use crate::contact::{Promise, PromiseBy};
use crate::fold::fold;

/// One sentence of a draft, as a typed part; the message files put it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// "Hi Priya,"; nobody by name where the name is not certain.
    Greeting(Option<String>),
    /// "this is Ana, we met at RustConf."
    Introduction {
        /// The person's own name, if they gave it.
        me: Option<String>,
        /// Where they met, if it has a name.
        event: Option<String>,
        /// The day they met.
        met_on: NaiveDate,
    },
    /// What I promised: it comes with this message.
    Promised(String),
    /// What they offered.
    Offered(String),
    /// What was talked about.
    Detail(String),
    /// How they prefer to go on.
    AskPreference,
    /// One small ask.
    Ask,
    /// The person's own name under a mail.
    SignOff(String),
}

/// How a message looks on a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A subject, paragraphs, a name at the end.
    Letter,
    /// One paragraph.
    Note,
}

/// The draft as parts, in order, each with how gladly it is kept where there is no room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// How it looks.
    pub shape: Shape,
    /// What it says.
    pub parts: Vec<(Weight, Part)>,
    /// What the subject is about, beside the event: the promise, if there is one.
    pub about: Option<String>,
    /// Whether nothing in it is about this encounter alone: then it asks for one true detail instead of padding.
    pub wants_detail: bool,
}

/// What is known of the two people and their encounter.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The channel it is written on.
    pub channel: ChannelKind,
    /// Their name, where it is certain.
    pub name: Option<&'a str>,
    /// The person's own name.
    pub me: Option<&'a str>,
    /// Where they met.
    pub event: Option<&'a str>,
    /// The day they met.
    pub met_on: NaiveDate,
    /// What was promised, both ways.
    pub promises: &'a [Promise],
    /// What was talked about, as it was noted.
    pub notes: &'a str,
    /// Whether it is known how they like to be written to.
    pub preference_known: bool,
    /// Whether this is the first message to them; later ones need no introduction.
    pub is_first: bool,
}

/// The longest piece that is taken over from what was kept, in graphemes: a name, an event, a promise or detail.
const LONGEST: (usize, usize, usize) = (40, 60, 90);

/// What the first message says.
pub fn outline(facts: &Facts<'_>) -> Outline {
    let shape = match facts.channel.facts().norm {
        Norm::SubjectNamesEvent => Shape::Letter,
        _ => Shape::Note,
    };
    let piece = |text: &str, longest: usize| Some(shortened(text, longest)).filter(|text| !text.is_empty());
    let open = |by: PromiseBy| {
        let promise = facts.promises.iter().find(|promise| promise.by == by && !promise.kept)?;
        piece(&promise.what, LONGEST.2)
    };
    let (mine, theirs) = (open(PromiseBy::Me), open(PromiseBy::Them));
    let detail = if mine.is_none() && theirs.is_none() { quotable(facts.notes) } else { None };
    let me = facts.me.and_then(|me| piece(me, LONGEST.0));
    let name = facts.name.map(given_name).and_then(|name| piece(name, LONGEST.0));

    let about = mine.clone().or_else(|| theirs.clone());
    let wants_detail = about.is_none() && detail.is_none();
    let mut parts = vec![(Weight::Always, Part::Greeting(name))];
    if facts.is_first {
        let event = facts.event.and_then(|event| piece(event, LONGEST.1));
        parts.push((Weight::Always, Part::Introduction { me: me.clone(), event, met_on: facts.met_on }));
    }
    parts.extend(mine.map(|what| (Weight::Gladly, Part::Promised(what))));
    parts.extend(theirs.map(|what| (Weight::Gladly, Part::Offered(what))));
    parts.extend(detail.map(|what| (Weight::Gladly, Part::Detail(what))));
    parts.push((Weight::IfRoom, if facts.preference_known { Part::Ask } else { Part::AskPreference }));
    if shape == Shape::Letter {
        parts.extend(me.map(|me| (Weight::IfRoom, Part::SignOff(me))));
    }
    Outline { shape, parts, about, wants_detail }
}

/// What to call them: the first word of a name in letters that are written with spaces, else the whole name.
fn given_name(name: &str) -> &str {
    let name = name.trim();
    let by_family = |letter: char| matches!(letter, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..);
    if name.chars().any(by_family) {
        return name;
    }
    name.split_whitespace().find(|word| !is_title(word)).unwrap_or(name)
}

/// "Dr.", "Prof.": a word that ends in a full stop and is more than an initial is no name.
fn is_title(word: &str) -> bool {
    word.ends_with('.') && word.chars().count() > 2
}

/// A note that can be said to them as it stands: short, one thought, and not *about* them. "Her launch is 12 December"
/// is a note to oneself; it is shown beside the draft, and never put into it. What was said to have been talked about
/// comes before what merely stands there.
fn quotable(notes: &str) -> Option<String> {
    let lines = || notes.lines().map(str::trim).filter(|note| !note.is_empty());
    lines().filter_map(topic).chain(lines()).find_map(sayable)
}

fn sayable(note: &str) -> Option<String> {
    let words: Vec<&str> = note.unicode_words().collect();
    let is_about_them = words.iter().any(|word| THIRD_PERSON.contains(&fold(word).as_str()));
    let is_short = (1..=8).contains(&words.len()) && note.graphemes(true).count() <= LONGEST.2;
    let is_plain = !note.contains(['@', '/', ':']);
    (is_short && is_plain && !is_about_them).then(|| note.trim_end_matches(['.', ',', ';', '!']).to_owned())
}

/// What follows "talked about": the words of the note itself, without the lead.
fn topic(note: &str) -> Option<&str> {
    let words: Vec<(usize, &str)> = note.unicode_word_indices().take(6).collect();
    (1..words.len()).rev().find_map(|count| {
        let lead: Vec<String> = words.iter().take(count).map(|(_, word)| fold(word)).collect();
        let start = words.get(count).map(|(at, _)| *at)?;
        TALKED_ABOUT.contains(&lead.join(" ").as_str()).then(|| note.get(start..)).flatten()
    })
}

/// Leads to what was talked about, folded.
const TALKED_ABOUT: [&str; 21] = [
    "talked about",
    "we talked about",
    "spoke about",
    "chatted about",
    "discussed",
    "we discussed", // English
    "parle de",
    "on a parle de",
    "nous avons parle de",
    "discute de", // French
    "hablamos de",
    "hablamos sobre",
    "charlamos de",
    "charlamos sobre", // Spanish
    "gesprochen uber",
    "wir sprachen uber",
    "geredet uber",
    "gesprach uber", // German
    "falamos sobre",
    "falamos de",
    "conversamos sobre", // Portuguese
];

/// Words that speak of somebody who is not there, folded; and the verbs in that person that notes begin with.
const THIRD_PERSON: [&str; 44] = [
    // English
    "he", "she", "they", "him", "her", "his", "hers", "their", "them", "wants", "likes", "needs", "has", "is", "was",
    "works", "lives", "knows", "seems", "prefers", // French
    "il", "elle", "lui", "leur", "veut", "cherche", // Spanish
    "el", "ella", "le", "su", "sus", "quiere", "busca", // German
    "er", "ihm", "ihn", "ihr", "sein", "seine", "ihre", // Portuguese
    "ele", "ela", "dele", "dela",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{EncounterId, PromiseId};
    use uuid::Uuid;

    fn promise(by: PromiseBy, what: &str, kept: bool) -> Promise {
        Promise {
            id: PromiseId::from_uuid(Uuid::from_u128(1)),
            encounter: EncounterId::from_uuid(Uuid::from_u128(2)),
            by,
            what: what.into(),
            kept,
        }
    }

    fn facts<'a>(promises: &'a [Promise], notes: &'a str) -> Facts<'a> {
        Facts {
            channel: ChannelKind::WhatsApp,
            name: Some("Priya Rao"),
            me: Some("Ana"),
            event: Some("RustConf"),
            met_on: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            promises,
            notes,
            preference_known: true,
            is_first: true,
        }
    }

    fn said(facts: &Facts<'_>) -> Vec<Part> {
        outline(facts).parts.into_iter().map(|(_, part)| part).collect()
    }

    #[test]
    fn the_promise_comes_before_the_ask_and_what_is_kept_is_not_promised_again() {
        let promises = [promise(PromiseBy::Me, "deck", true), promise(PromiseBy::Me, "slides", false)];
        let parts = said(&facts(&promises, "kayaks"));
        assert_eq!(parts.get(2..), Some(&[Part::Promised("slides".into()), Part::Ask][..]));
        assert!(!outline(&facts(&promises, "")).wants_detail);
    }

    #[test]
    fn an_unknown_preference_is_asked_for_instead() {
        let unknown = Facts { preference_known: false, ..facts(&[], "") };
        assert_eq!(said(&unknown).last(), Some(&Part::AskPreference));
    }

    #[test]
    fn without_a_detail_it_asks_for_one_and_does_not_pad() {
        let bare = outline(&facts(&[], ""));
        assert!(bare.wants_detail);
        assert_eq!(bare.parts.len(), 3);
    }

    #[test]
    fn what_was_talked_about_is_a_detail_and_a_note_about_them_is_not() {
        assert!(said(&facts(&[], "kayaks in winter.")).contains(&Part::Detail("kayaks in winter".into())));
        for note in [
            "her launch is 12 December",
            "seems tired",
            "cherche un poste",
            "https://acme.example",
            "a b c d e f g h i",
        ] {
            assert!(outline(&facts(&[], note)).wants_detail, "{note}");
        }
    }

    #[test]
    fn names_are_said_as_their_bearers_would() {
        for (name, given) in [
            ("Priya Rao", "Priya"),
            ("Dr. Anna Berg", "Anna"),
            ("Prof. Dr. Lee", "Lee"),
            ("王小明", "王小明"),
            ("김 민준", "김 민준"),
            ("  Zoë ", "Zoë"),
            ("J. Doe", "J."),
        ] {
            assert_eq!(given_name(name), given);
        }
    }

    #[test]
    fn a_letter_is_signed_and_a_note_is_not() {
        let letter = Facts { channel: ChannelKind::Email, ..facts(&[], "") };
        assert_eq!(said(&letter).last(), Some(&Part::SignOff("Ana".into())));
        assert!(!said(&facts(&[], "")).contains(&Part::SignOff("Ana".into())));
    }

    #[test]
    fn a_later_message_needs_no_introduction() {
        let later = Facts { is_first: false, ..facts(&[], "") };
        assert!(!said(&later).iter().any(|part| matches!(part, Part::Introduction { .. })));
    }
}
