//! Finding people again.

use std::ops::Range;
use std::sync::atomic::Ordering;

use justmet_domain::channel::Platform;
use justmet_domain::contact::PromiseBy;
use justmet_domain::search::{Days, Fault, Query, Word, marks};
use justmet_domain::time::Timestamp;
use justmet_store::{Found, Outline, Profile, Reader, Search, StoreError};

use crate::draw::ContactRow;
use crate::error::Result;
use crate::just_met::{JustMet, Now};
use crate::page::PAGE_ROWS;
use crate::preview::Utf16Offsets;
use crate::reading::Kind;
use crate::words::Words;

/// How much of a long text is shown around what was found in it, in letters.
const EXCERPT_BEFORE: usize = 24;
const EXCERPT: usize = 80;

/// Who was found.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SearchResult {
    /// At most 50, best first.
    pub hits: Vec<SearchHit>,
    /// Whether there are more: another word would tell them apart.
    pub has_more: bool,
    /// Nobody matches what was typed; the hits are one typing error away from it.
    pub is_forgiven: bool,
    /// What to say above the hits: that an error was forgiven, or which filter could not be understood.
    pub notes: Vec<String>,
    /// Where nobody matches what was typed: to save somebody by it.
    pub add: Option<AddOffer>,
}

impl SearchResult {
    /// Of the notes those that say which filter could not be understood.
    pub fn faults(&self) -> &[String] {
        self.notes.get(usize::from(self.is_forgiven)..).unwrap_or_default()
    }
}

/// A person who was found.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SearchHit {
    /// The person, as in every list.
    pub row: ContactRow,
    /// What to highlight in the row's texts.
    pub marks: Vec<RowMark>,
    /// A text that the row does not show, where something of what was typed was found only there.
    pub found_in: Option<FoundIn>,
}

/// A part of a row's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct RowMark {
    /// Which text.
    pub text: RowText,
    /// The first UTF-16 code unit of the part: Kotlin, `NSRange` and JavaScript count so.
    pub start: u32,
    /// The first one after it.
    pub end: u32,
}

/// The texts of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum RowText {
    /// [`ContactRow::title`].
    Title,
    /// [`ContactRow::org`].
    Org,
    /// [`ContactRow::event`].
    Event,
    /// [`ContactRow::promise`].
    Promise,
}

impl RowText {
    /// Its stable name in `--json`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Title => "name",
            Self::Org => "org",
            Self::Event => "event",
            Self::Promise => "promise",
        }
    }
}

/// A text in which something was found.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct FoundIn {
    /// What text it is: "Notes", "WhatsApp".
    pub label: String,
    /// The text, or the part of it around the find.
    pub text: String,
    /// What to highlight in it.
    pub marks: Vec<TextMark>,
}

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct TextMark {
    /// The first UTF-16 code unit of the part.
    pub start: u32,
    /// The first one after it.
    pub end: u32,
}

/// To save somebody instead of finding them.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AddOffer {
    /// "Add “dana”".
    pub label: String,
    /// The line to begin the capture with.
    pub line: String,
}

#[uniffi::export]
impl JustMet {
    /// The people in whom every word of `text` occurs: in name, organisation, role, address, event, notes or promise, in
    /// any order and anywhere in a word. Case, accents and width do not matter, Cyrillic and Greek are found by Latin
    /// letters too, numbers by their digits in any grouping. Where nobody matches, one typing error is forgiven in words of
    /// five letters and more. `event:`, `promise:`, `met:2026-11` and `channel:whatsapp` narrow it, in five languages.
    ///
    /// Best first: whose name begins so, with its first word before a later one, then who was met lately, and among them more
    /// often. Meant for each keystroke: the last call wins, an earlier one that still runs ends with `Interrupted`.
    ///
    /// # Errors
    /// `Interrupted`, and those of reading.
    pub async fn search(&self, text: String) -> Result<SearchResult> {
        let answer = self.run_reading(Kind::Search, move |inner, interrupt| {
            let now = inner.now()?;
            let query = Query::parse(&text);
            let search = asked(&query, &now);
            let (found, hits) = inner.read_until(interrupt, |reader| {
                let found = reader.search(&search, PAGE_ROWS, now.at)?;
                let hits = hits(&inner.words, reader, &found, &query, &now)?;
                Ok((found, hits))
            })?;
            let nobody = found.is_forgiven || found.contacts.is_empty();
            Ok(SearchResult {
                hits,
                has_more: found.has_more,
                is_forgiven: found.is_forgiven,
                notes: notes(&inner.words, &query, found.is_forgiven),
                add: Some(query.typed.clone()).filter(|typed| nobody && !typed.is_empty()).map(|line| AddOffer {
                    label: inner.words.say_with("search-add", &[("text", line.clone().into())]),
                    line,
                }),
            })
        });
        let answer = answer.await;
        // Who searches twice is typing. A terminal searches once, and would load for nothing.
        if self.inner.searches.fetch_add(1, Ordering::Relaxed) == 1 {
            self.load_search_once();
        }
        answer
    }
}

impl JustMet {
    /// Whether searches are answered from memory by now; until then they are as right, and slower.
    pub fn is_search_loaded(&self) -> bool {
        self.inner.store(|store| Ok(store.is_search_loaded())).unwrap_or_default()
    }

    pub(crate) fn load_search_once(&self) {
        if !self.is_search_loaded() {
            self.inner.load_search_in_background();
        }
    }
}

/// A phone's app searches sooner or later; the terminal ends before it could.
pub(crate) fn loads_at_once(platform: Platform) -> bool {
    platform != Platform::Desktop
}

fn asked(query: &Query, now: &Now) -> Search {
    let range = |days: &Days| -> Range<Timestamp> {
        let midnight = |day: chrono::NaiveDate| now.zone.instant_of(day.and_time(chrono::NaiveTime::MIN));
        midnight(days.from)..midnight(days.until)
    };
    Search {
        words: query.words.clone(),
        events: query.events.clone(),
        promises: query.promises.clone(),
        met: query.met.iter().map(range).collect(),
        channels: query.channels.clone(),
    }
}

fn notes(words: &Words, query: &Query, is_forgiven: bool) -> Vec<String> {
    let forgiven = is_forgiven.then(|| words.say("search-forgiven"));
    let fault = |fault: &Fault| match fault {
        Fault::NoDate(text) => words.say_with("search-no-date", &[("text", text.clone().into())]),
        Fault::NoChannel(text) => words.say_with("search-no-channel", &[("text", text.clone().into())]),
    };
    forgiven.into_iter().chain(query.faults.iter().map(fault)).collect()
}

/// Everybody found, as rows. What is more is read only of those whose row does not show why they were found.
fn hits(
    words: &Words,
    reader: &Reader<'_>,
    found: &Found,
    query: &Query,
    now: &Now,
) -> std::result::Result<Vec<SearchHit>, StoreError> {
    let mut hits: Vec<(SearchHit, Vec<Word>)> = Vec::new();
    let mut unexplained = Vec::new();
    for outline in reader.outlines(&found.contacts)? {
        let (hit, unseen) = hit(words, &outline, query, &found.words, now);
        if !unseen.is_empty() {
            unexplained.push(outline.contact.id);
        }
        hits.push((hit, unseen));
    }
    let mut profiles = reader.profiles(&unexplained)?.into_iter();
    let explained = |(hit, unseen): (SearchHit, Vec<Word>)| {
        let profile = if unseen.is_empty() { None } else { profiles.next() };
        SearchHit { found_in: profile.and_then(|profile| found_in(words, &profile, &unseen)), ..hit }
    };
    Ok(hits.into_iter().map(explained).collect())
}

/// Somebody as a row, and the words that it does not show.
fn hit(words: &Words, outline: &Outline, query: &Query, sought: &[Word], now: &Now) -> (SearchHit, Vec<Word>) {
    let row = ContactRow::draw(words, outline, now);
    let everything: Vec<Word> = sought.iter().chain(&query.events).chain(&query.promises).cloned().collect();
    let in_row = [
        (RowText::Title, row.name.as_deref(), sought),
        (RowText::Org, row.org.as_deref(), sought),
        (RowText::Event, row.event.as_deref(), everything.as_slice()),
        (RowText::Promise, row.promise.as_deref(), everything.as_slice()),
    ];
    let mut row_marks = Vec::new();
    let mut is_shown = vec![false; sought.len()];
    for (text, content, looked_for) in in_row {
        let Some(content) = content else { continue };
        let marked = utf16(content, marks(content, looked_for));
        row_marks.extend(marked.into_iter().map(|TextMark { start, end }| RowMark { text, start, end }));
        for (is_shown, word) in is_shown.iter_mut().zip(sought) {
            *is_shown |= !marks(content, std::slice::from_ref(word)).is_empty();
        }
    }
    let unseen: Vec<Word> =
        sought.iter().zip(&is_shown).filter(|(_, is_shown)| !**is_shown).map(|(word, _)| word.clone()).collect();
    (SearchHit { found_in: None, marks: row_marks, row }, unseen)
}

/// The first text beside the row's that has one of these words.
fn found_in(words: &Words, profile: &Profile, unseen: &[Word]) -> Option<FoundIn> {
    let role = profile.contact.role.iter().map(|role| (words.say("search-in-role"), role.as_str()));
    let addresses =
        profile.addresses.iter().map(|address| (words.channel(address.handle.kind), address.handle.display.as_str()));
    let promises = profile.promises.iter().map(|promise| {
        let label = match promise.by {
            PromiseBy::Me => "search-in-my-promise",
            PromiseBy::Them => "search-in-their-promise",
        };
        (words.say(label), promise.what.as_str())
    });
    let notes = profile
        .encounters
        .iter()
        .flat_map(|encounter| encounter.notes.lines())
        .map(|line| (words.say("search-in-notes"), line));
    let mut texts = role.chain(addresses).chain(promises).chain(notes);
    texts.find_map(|(label, text)| {
        let first = marks(text, unseen).into_iter().next()?;
        let text = excerpt(text, first.start);
        let marks = utf16(&text, marks(&text, unseen));
        Some(FoundIn { label, text, marks })
    })
}

/// The part of a text around a place in it.
fn excerpt(text: &str, place: usize) -> String {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    if letters.len() <= EXCERPT {
        return text.to_owned();
    }
    let found = letters.partition_point(|(at, _)| *at < place);
    let from = found.saturating_sub(EXCERPT_BEFORE);
    // At the beginning of a word, if one is near.
    let begins =
        |index: &usize| *index == 0 || letters.get(index - 1).is_some_and(|(_, letter)| letter.is_whitespace());
    let from = (from..=found).find(begins).unwrap_or(from);
    let part: String = letters.iter().skip(from).take(EXCERPT).map(|(_, letter)| letter).collect();
    let (before, after) = (if from > 0 { "…" } else { "" }, if from + EXCERPT < letters.len() { "…" } else { "" });
    format!("{before}{part}{after}")
}

fn utf16(text: &str, marks: Vec<Range<usize>>) -> Vec<TextMark> {
    let units = Utf16Offsets::of(text);
    marks.into_iter().map(|mark| TextMark { start: units.at(mark.start), end: units.at(mark.end) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_shown_around_what_was_found() {
        let long = format!("{} kayak {}", "word ".repeat(30), "more ".repeat(30));
        let shown = excerpt(&long, long.find("kayak").unwrap());
        assert!(shown.starts_with("…word ") && shown.contains("kayak") && shown.ends_with('…'), "{shown}");
        assert!(shown.chars().count() <= EXCERPT + 2);
        assert_eq!(excerpt("short", 2), "short");
        let one_word = "x".repeat(300);
        assert_eq!(excerpt(&one_word, 200).chars().count(), EXCERPT + 2);
    }
}
