//! Rendered parts cut to what a channel takes: whole sentences go first, the least needed before the others, and a
//! character is never broken.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::draft::Shape;
use crate::channel::{Limit, SmsAlphabet, Unit, sms_length};

/// How gladly a sentence is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Left out first.
    IfRoom,
    /// Left out where even that is not enough.
    Gladly,
    /// Cut, but never left out.
    Always,
}

/// The most words of a mail.
pub const MAX_WORDS: usize = 125;

/// The sentences as one text that the channel takes.
pub fn fit(sentences: &[(Weight, String)], shape: Shape, limit: Option<Limit>) -> String {
    let mut kept: Vec<&(Weight, String)> = sentences.iter().filter(|(_, text)| !text.is_empty()).collect();
    loop {
        let text = joined(&kept, shape);
        if fits(&text, shape, limit) {
            return text;
        }
        // Without its accents a text message may have more than twice the room.
        if let Some(plain) = plain_for_sms(&text, limit).filter(|plain| fits(plain, shape, limit)) {
            return plain;
        }
        let least = kept.iter().map(|(weight, _)| *weight).min().unwrap_or(Weight::Always);
        if least == Weight::Always {
            return cut(&text, |text| fits(text, shape, limit));
        }
        // Of equals the last goes first.
        if let Some(place) = kept.iter().rposition(|(weight, _)| *weight == least) {
            kept.remove(place);
        }
    }
}

/// A letter's sentences stand in paragraphs of their own, a note's in one.
fn joined(sentences: &[&(Weight, String)], shape: Shape) -> String {
    let between = match shape {
        Shape::Letter => "\n\n",
        Shape::Note => " ",
    };
    sentences.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(between)
}

fn fits(text: &str, shape: Shape, limit: Option<Limit>) -> bool {
    limit.is_none_or(|limit| limit.fits(text)) && (shape == Shape::Note || words(text) <= MAX_WORDS)
}

/// Words as a reader counts them.
pub fn words(text: &str) -> usize {
    text.unicode_words().count()
}

/// Letters that a text message could not hold in 160 written without their marks, if that is what makes it long: "á"
/// becomes "a", as phones do it. None where nothing is gained.
fn plain_for_sms(text: &str, limit: Option<Limit>) -> Option<String> {
    let is_sms = limit.is_some_and(|limit| limit.unit == Unit::Gsm7OrUcs2);
    if !is_sms || sms_length(text).alphabet == SmsAlphabet::Gsm7 {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    for grapheme in text.graphemes(true) {
        if sms_length(grapheme).alphabet == SmsAlphabet::Gsm7 {
            plain.push_str(grapheme);
            continue;
        }
        for letter in grapheme.nfkd().filter(|letter| !is_combining_mark(*letter)) {
            match letter {
                '’' | '‘' => plain.push('\''),
                '“' | '”' | '„' | '«' | '»' => plain.push('"'),
                '–' | '—' => plain.push('-'),
                '…' => plain.push_str("..."),
                letter => plain.push(letter),
            }
        }
    }
    (sms_length(&plain).alphabet == SmsAlphabet::Gsm7).then_some(plain)
}

/// The longest beginning that fits, at the end of a word where one is near, with three dots behind.
fn cut(text: &str, fits: impl Fn(&str) -> bool) -> String {
    let ends: Vec<usize> = text.grapheme_indices(true).map(|(start, grapheme)| start + grapheme.len()).collect();
    let shortened = |count: usize| {
        let end = count.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or(0);
        let head = text.get(..end).unwrap_or_default().trim_end();
        if count < ends.len() { format!("{head}...") } else { head.to_owned() }
    };
    // Longer never fits where shorter does not, but for one letter outside an alphabet; then shorter is right all the same.
    let (mut fitting, mut too_long) = (0, ends.len() + 1);
    while too_long - fitting > 1 {
        let middle = fitting.midpoint(too_long);
        if fits(&shortened(middle)) { fitting = middle } else { too_long = middle }
    }
    let short = shortened(fitting);
    let Some(head) = short.strip_suffix("...") else { return short };
    let ends_a_word = text.get(head.len()..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    match head.rfind(char::is_whitespace) {
        Some(space) if !ends_a_word && head.len() - space <= 24 => {
            format!("{}...", head.get(..space).unwrap_or(head).trim_end())
        }
        _ => short,
    }
}

/// A piece of what was kept, in one line and of at most that many graphemes.
pub fn shortened(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.graphemes(true).nth(most).is_none() {
        line
    } else {
        cut(&line, |head| head.graphemes(true).count() <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::channel::ChannelKind;
    use proptest::prelude::*;

    fn sentences(texts: [&str; 3]) -> Vec<(Weight, String)> {
        [Weight::Always, Weight::Gladly, Weight::IfRoom].into_iter().zip(texts.map(str::to_owned)).collect()
    }

    fn limit(kind: ChannelKind) -> Option<Limit> {
        kind.facts().limit
    }

    #[test]
    fn whole_sentences_go_the_least_needed_first() {
        let all = sentences(["Hi Priya, we met at RustConf.", "Here are the slides.", "Shall we talk?"]);
        let within = |max| fit(&all, Shape::Note, Some(Limit { max, unit: Unit::Utf16 }));
        assert_eq!(within(200), "Hi Priya, we met at RustConf. Here are the slides. Shall we talk?");
        assert_eq!(within(64), "Hi Priya, we met at RustConf. Here are the slides.");
        assert_eq!(within(40), "Hi Priya, we met at RustConf.");
        assert_eq!(within(20), "Hi Priya, we met...");
    }

    #[test]
    fn a_text_message_is_one_segment_with_or_without_its_accents() {
        let accents = sentences([
            "Olá João, nos conhecemos na feira de São Paulo.",
            "Aqui estão os eslaides da apresentação.",
            "Até já.",
        ]);
        let text = fit(&accents, Shape::Note, limit(ChannelKind::Sms));
        assert_eq!(sms_length(&text).segments, 1);
        assert!(text.starts_with("Ola Joao, nos") && text.ends_with("Até ja."), "{text}");
        let short = sentences(["Olá João.", "", ""]);
        assert_eq!(fit(&short, Shape::Note, limit(ChannelKind::Sms)), "Olá João.");
        let chinese = sentences([
            "王小明你好，我们在上海的会议上见过面。",
            "这是我答应你的幻灯片，希望对你有用，也欢迎你随时提出问题和意见，我会尽快回复你的每一个问题。",
            "你好吗？",
        ]);
        let text = fit(&chinese, Shape::Note, limit(ChannelKind::Sms));
        assert_eq!(sms_length(&text).segments, 1);
    }

    #[test]
    fn a_letter_has_paragraphs_and_at_most_125_words() {
        let long = "word ".repeat(124);
        let letter = sentences(["Hi Priya,", &long, "Shall we talk?"]);
        let text = fit(&letter, Shape::Letter, None);
        assert!(text.contains("\n\n") || words(&text) <= MAX_WORDS);
        assert!(words(&fit(&sentences([&"word ".repeat(500), "", ""]), Shape::Letter, None)) <= MAX_WORDS);
    }

    #[test]
    fn a_piece_is_one_line_and_bounded() {
        assert_eq!(shortened("  the\n slides ", 90), "the slides");
        let family = "👩‍👩‍👧".repeat(50);
        assert_eq!(shortened(&family, 10).graphemes(true).count(), 10);
        assert!(shortened(&"a".repeat(10_000), 40).len() <= 40);
    }

    proptest! {
        #[test]
        fn whatever_is_said_fits_and_no_character_is_broken(
            texts in prop::collection::vec("[\\PC]{0,300}", 3), at in any::<prop::sample::Index>(),
        ) {
            let all: Vec<(Weight, String)> =
                [Weight::Always, Weight::Gladly, Weight::IfRoom].into_iter().zip(texts.iter().cloned()).collect();
            let kinds: Vec<ChannelKind> = ChannelKind::all().collect();
            let kind = *at.get(&kinds);
            let shape = if kind == ChannelKind::Email { Shape::Letter } else { Shape::Note };
            let text = fit(&all, shape, limit(kind));
            prop_assert!(fits(&text, shape, limit(kind)), "{text}");
            if let Some(head) = text.strip_suffix("...").filter(|_| kind != ChannelKind::Sms) {
                let whole = joined(&all.iter().filter(|(_, text)| !text.is_empty()).collect::<Vec<_>>(), shape);
                let boundary = whole.grapheme_indices(true).any(|(start, _)| start == head.len());
                prop_assert!(boundary || !whole.starts_with(head) || head.is_empty() || whole == text);
            }
        }
    }
}
