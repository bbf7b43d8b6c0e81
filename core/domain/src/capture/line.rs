//! A line ready to be read: tokens, what each may mean, the clauses, and what has been taken already.

use std::ops::Range;

use super::lexicon::{LEXICON, Sense, Senses};
use super::text::Text;
use super::tokens::{Case, Kind, MOST_TOKENS, Token, Tokens};
use super::{CaptureContext, CaptureMode, Hint, HintKind};
use crate::locale::Language;

/// One meaning of the words from `start` up to `end` (tokens).
#[derive(Debug, Clone, Copy)]
struct Match {
    /// Fits: no more than [`MOST_TOKENS`] are read.
    end: u16,
    sense: Sense,
    language: Option<Language>,
}

const _: () = assert!(MOST_TOKENS <= u16::MAX as usize);

impl Match {
    fn end(&self) -> usize {
        usize::from(self.end)
    }
}

/// What all readers share. Ranges are of tokens unless they say bytes.
pub(super) struct Line<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) context: &'a CaptureContext,
    /// The language most of the words are in.
    pub(super) language: Language,
    /// The stretches between commas, line ends and the like.
    pub(super) clauses: Vec<Range<usize>>,
    /// What the person should know.
    pub(super) hints: Vec<Hint>,
    tokens: Tokens,
    matches: Vec<Match>,
    /// Where the matches of each token begin in `matches`; one more than there are tokens.
    first_match: Vec<usize>,
    /// What each token may mean, all at once: most questions are answered by a no.
    senses: Vec<Senses>,
    taken: Vec<bool>,
}

impl<'a> Line<'a> {
    pub(super) fn new(text: &'a Text<'a>, context: &'a CaptureContext) -> Self {
        let tokens = Tokens::new(&text.clean);
        let count = tokens.list.len();
        let mut line = Self {
            text,
            context,
            language: context.language,
            clauses: Vec::new(),
            hints: Vec::new(),
            tokens,
            matches: Vec::with_capacity(count * 2),
            first_match: Vec::with_capacity(count + 1),
            senses: vec![Senses::default(); count],
            taken: vec![false; count],
        };
        line.find_matches();
        line.guess_language();
        line.drop_foreign();
        line.split_clauses();
        line
    }

    // ---- tokens

    pub(super) fn len(&self) -> usize {
        self.tokens.list.len()
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.list.get(at)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Word)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Number)
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    /// The mark at a place, if it is one.
    pub(super) fn mark(&self, at: usize) -> Option<char> {
        match self.token(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Whether no blank stands before the token.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| !token.spaced)
    }

    pub(super) fn case(&self, at: usize) -> Case {
        self.token(at).map_or(Case::None, |token| token.case)
    }

    /// Begins in upper case, or in a script that has none.
    pub(super) fn capitalised(&self, at: usize) -> bool {
        self.is_word(at) && self.case(at) != Case::Lower
    }

    /// Whether a word has a capital inside: "DevMinas", "UXDonosti", and not "McKay".
    pub(super) fn is_compound(&self, at: usize) -> bool {
        let word = self.slice(&(at..at + 1));
        let mut letters = word.chars().peekable();
        let mut turns = 0;
        while let Some(letter) = letters.next() {
            turns += usize::from(letter.is_lowercase() && letters.peek().is_some_and(|next| next.is_uppercase()));
        }
        let acronym = word.chars().take_while(|letter| letter.is_uppercase()).count() >= 3
            && word.chars().filter(|letter| letter.is_lowercase()).count() >= 3;
        self.is_word(at)
            && (turns > 0 || acronym)
            && !["Mc", "Mac", "De", "La", "Le", "Fitz", "O"]
                .iter()
                .any(|start| word.strip_prefix(start).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
    }

    /// The folded form of a word.
    pub(super) fn folded(&self, at: usize) -> &str {
        self.tokens.folded(at)
    }

    /// The number at a place, if it has at most nine digits.
    pub(super) fn number(&self, at: usize) -> Option<u32> {
        if !self.is_number(at) || self.digits(at) > 9 {
            return None;
        }
        self.slice(&(at..at + 1)).parse().ok()
    }

    /// How many digits the number at a place has.
    pub(super) fn digits(&self, at: usize) -> usize {
        self.token(at).filter(|token| token.kind == Kind::Number).map_or(0, |token| token.end - token.start)
    }

    /// The clean text of a range of tokens.
    pub(super) fn slice(&self, range: &Range<usize>) -> &str {
        self.text.clean.get(self.bytes(range)).unwrap_or_default()
    }

    fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.token(range.start).map_or(self.text.clean.len(), |token| token.start);
        let end = range.end.checked_sub(1).and_then(|last| self.token(last)).map_or(start, |token| token.end);
        start..end.max(start)
    }

    /// Bytes of the raw line.
    pub(super) fn span(&self, range: &Range<usize>) -> Range<usize> {
        self.text.raw_span(&self.bytes(range))
    }

    pub(super) fn hint(&mut self, kind: HintKind, range: &Range<usize>) {
        let span = self.span(range);
        if !self.hints.iter().any(|hint| hint.kind == kind && hint.span == span) {
            self.hints.push(Hint { kind, span });
        }
    }

    // ---- what is taken

    pub(super) fn take(&mut self, range: &Range<usize>) {
        for taken in self.taken.get_mut(range.clone()).into_iter().flatten() {
            *taken = true;
        }
    }

    pub(super) fn is_taken(&self, at: usize) -> bool {
        self.taken.get(at).copied().unwrap_or(true)
    }

    pub(super) fn any_taken(&self, range: &Range<usize>) -> bool {
        range.clone().any(|at| self.is_taken(at))
    }

    // ---- clauses

    /// The clause a token is in.
    pub(super) fn clause(&self, at: usize) -> Range<usize> {
        let index = self.clauses.partition_point(|clause| clause.end <= at);
        self.clauses.get(index).cloned().unwrap_or(at..at)
    }

    /// The clause at that position in the line.
    pub(super) fn nth_clause(&self, index: usize) -> Range<usize> {
        self.clauses.get(index).cloned().unwrap_or(self.len()..self.len())
    }

    /// The position of a token's clause in the line.
    pub(super) fn clause_index(&self, at: usize) -> usize {
        self.clauses.partition_point(|clause| clause.end <= at)
    }

    // ---- meanings

    /// The longest reading at a place that `pick` accepts: where it ends, and what it is.
    pub(super) fn find<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<(usize, T)> {
        self.matches_at(at).iter().find_map(|found| pick(found.sense).map(|value| (found.end(), value)))
    }

    /// Where the words of that meaning end, if they stand here.
    #[inline]
    pub(super) fn sense(&self, at: usize, sense: Sense) -> Option<usize> {
        if !self.senses(at).has(sense) {
            return None;
        }
        self.matches_at(at).iter().find(|found| found.sense == sense).map(Match::end)
    }

    #[inline]
    fn senses(&self, at: usize) -> Senses {
        self.senses.get(at).copied().unwrap_or_default()
    }

    /// Every meaning of the words from a place on, and where each ends.
    pub(super) fn each_sense(&self, at: usize, mut tell: impl FnMut(Sense, usize)) {
        for found in self.matches_at(at) {
            tell(found.sense, found.end());
        }
    }

    /// Where the words end that have one of those meanings.
    pub(super) fn ends(&self, at: usize, senses: Senses) -> impl Iterator<Item = usize> {
        self.matches_at(at).iter().filter(move |found| senses.has(found.sense)).map(Match::end)
    }

    /// Whether a lexicon has the word, or words that begin with it.
    pub(super) fn is_listed(&self, at: usize) -> bool {
        !self.matches_at(at).is_empty()
    }

    /// Whether any word of one of those meanings begins here.
    #[inline]
    pub(super) fn is_any(&self, at: usize, senses: Senses) -> bool {
        self.senses(at).meet(senses)
    }

    /// Whether any word of that meaning begins here.
    #[inline]
    pub(super) fn is(&self, at: usize, sense: Sense) -> bool {
        self.sense(at, sense).is_some()
    }

    /// As [`Line::sense`], for a meaning that is read only in a line of its own language.
    pub(super) fn find_in_language<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<(usize, T)> {
        self.matches_at(at)
            .iter()
            .filter(|found| found.language.is_none_or(|language| language == self.language))
            .find_map(|found| pick(found.sense).map(|value| (found.end(), value)))
    }

    /// Whether the word has any meaning beside being the name of a person or a place, or the place where people stand.
    pub(super) fn is_known(&self, at: usize) -> bool {
        self.matches_at(at).iter().any(|found| {
            !matches!(
                found.sense,
                Sense::Given
                    | Sense::Family
                    | Sense::Place
                    | Sense::With
                    | Sense::Spot
                    | Sense::Field
                    | Sense::As
                    | Sense::Possessive
                    | Sense::Occasion
                    | Sense::Called
            )
        })
    }

    /// Past the little words from a place on, never past `end`.
    pub(super) fn skip(&self, mut at: usize, end: usize, sense: Sense) -> usize {
        while at < end
            && let Some(next) = self.sense(at, sense)
        {
            at = next;
        }
        at.min(end)
    }

    fn matches_at(&self, at: usize) -> &[Match] {
        let from = self.first_match.get(at).copied().unwrap_or(self.matches.len());
        let until = self.first_match.get(at + 1).copied().unwrap_or(self.matches.len());
        self.matches.get(from..until).unwrap_or_default()
    }

    fn find_matches(&mut self) {
        for at in 0..self.len() {
            self.first_match.push(self.matches.len());
            if !self.is_word(at) {
                continue;
            }
            let known = self.matches.len();
            // Many phrases begin alike: what comes second is looked at once for all of them.
            let second = self.next_word(at + 1);
            let second_word = second.map(|second| self.tokens.folded(second));
            for entry in LEXICON.starting_with(self.tokens.folded(at)) {
                let end = match entry.rest.split_first() {
                    None => Some(at + 1),
                    Some((word, rest)) if second_word == Some(word) => self.phrase_end(second, rest),
                    Some(_) => None,
                };
                if let Some(Ok(end)) = end.map(u16::try_from) {
                    self.matches.push(Match { end, sense: entry.sense, language: entry.language });
                }
            }
            if self.matches.len() == known
                && let Some((sense, language)) = LEXICON.by_ending(self.slice(&(at..at + 1)), self.tokens.folded(at))
                && let Ok(end) = u16::try_from(at + 1)
            {
                self.matches.push(Match { end, sense, language: Some(language) });
            }
        }
        self.first_match.push(self.matches.len());
    }

    /// Where a phrase ends whose remaining words stand behind that word of it, if they do.
    fn phrase_end(&self, word: Option<usize>, rest: &[String]) -> Option<usize> {
        rest.iter().try_fold(word? + 1, |end, word| {
            let next = self.next_word(end)?;
            (self.tokens.folded(next) == word).then_some(next + 1)
        })
    }

    /// The next word of a phrase: directly, or behind a hyphen, an apostrophe, a dot or a stroke that joins the two.
    fn next_word(&self, at: usize) -> Option<usize> {
        if self.is_word(at) {
            return (!self.token(at)?.new_line).then_some(at);
        }
        let joins = |at: usize| matches!(self.mark(at), Some('-' | '\'' | '’' | '.' | '/')) && self.glued(at);
        // "i. A.", "S. L."
        let short =
            |at: usize| self.token(at).is_some_and(|token| token.kind == Kind::Word && token.end - token.start <= 2);
        if self.is_mark(at, '.')
            && self.glued(at)
            && short(at.wrapping_sub(1))
            && short(at + 1)
            && !self.token(at + 1)?.new_line
        {
            return Some(at + 1);
        }
        // Two of them in "Dipl.-Ing."
        let next = if joins(at) && joins(at + 1) { at + 2 } else { at + 1 };
        (joins(at) && self.glued(next) && self.is_word(next)).then_some(next)
    }

    fn guess_language(&mut self) {
        let mut votes = [0usize; 5];
        for at in 0..self.len() {
            let found = self.matches_at(at);
            if found.is_empty() {
                continue;
            }
            for (vote, language) in votes.iter_mut().zip(Language::ALL) {
                // A word that two languages share says nothing; the name "Jan" neither.
                let mut mine = found.iter().filter(|found| found.language == Some(language));
                if mine.any(|found| !matches!(found.sense, Sense::Given | Sense::Family | Sense::Place)) {
                    *vote += 2;
                }
            }
        }
        for (vote, language) in votes.iter_mut().zip(Language::ALL) {
            *vote += usize::from(language == self.context.language) * 2 + 1;
        }
        let most = votes.iter().copied().max().unwrap_or(0);
        let own = votes.iter().zip(Language::ALL).find(|(_, language)| *language == self.context.language);
        if own.is_some_and(|(vote, _)| *vote == most) {
            return;
        }
        if let Some((_, language)) = votes.iter().zip(Language::ALL).find(|(vote, _)| **vote == most) {
            self.language = language;
        }
    }

    /// A short word that the language of the line has itself means nothing of another: "so" in English is no "só", "no"
    /// in Portuguese no refusal.
    fn drop_foreign(&mut self) {
        let mut kept = 0;
        for at in 0..self.len() {
            let from = self.first_match.get(at).copied().unwrap_or(0);
            let until = self.first_match.get(at + 1).copied().unwrap_or(from);
            let short = self.folded(at).len() <= 3;
            let own = short
                && (from..until).any(|place| {
                    self.matches
                        .get(place)
                        .is_some_and(|found| found.end() == at + 1 && found.language == Some(self.language))
                });
            if let Some(first) = self.first_match.get_mut(at) {
                *first = kept;
            }
            for place in from..until {
                let Some(found) = self.matches.get(place).copied() else { continue };
                let foreign = own
                    && found.end() == at + 1
                    && found.language.is_some_and(|language| language != self.language)
                    && !matches!(
                        found.sense,
                        Sense::Given | Sense::Family | Sense::Place | Sense::Channel(_) | Sense::Count(_)
                    );
                if !foreign {
                    if let Some(slot) = self.matches.get_mut(kept) {
                        *slot = found;
                    }
                    if let Some(senses) = self.senses.get_mut(at) {
                        *senses = senses.with(found.sense);
                    }
                    kept += 1;
                }
            }
        }
        self.matches.truncate(kept);
        if let Some(last) = self.first_match.last_mut() {
            *last = kept;
        }
    }

    fn split_clauses(&mut self) {
        let mut start = 0;
        // A clause holds some five words and its mark.
        let mut clauses = Vec::with_capacity(self.len() / 4 + 1);
        let mut open_bracket = false;
        for at in 0..self.len() {
            if self.token(at).is_some_and(|token| token.new_line) && start < at {
                clauses.push(start..at);
                start = at;
            }
            if let Some(start_of_statement) = self.statement(at, start) {
                clauses.push(start..start_of_statement);
                start = start_of_statement;
            }
            // "(CTO, Umbrella) olga@…": where the bracket holds several things, its end ends the last of them.
            let closes_list = open_bracket && self.is_mark(at, ')');
            if self.separates(at) || closes_list {
                let bracket = |place: usize, mark| self.is_mark(place, mark);
                open_bracket |=
                    (start..at).any(|place| bracket(place, '(')) && !(start..at).any(|place| bracket(place, ')'));
                open_bracket &= !closes_list;
                clauses.push(start..at + 1);
                start = at + 1;
            }
        }
        if start < self.len() {
            clauses.push(start..self.len());
        }
        self.clauses = clauses;
    }

    /// Where a new statement begins that runs on without a comma, as speech does: before "she", "prefers", "follow up".
    /// In German the verb closes its statement, so that the date before it belongs to it.
    fn statement(&self, at: usize, clause: usize) -> Option<usize> {
        if self.context.mode != CaptureMode::Dictated || at <= clause {
            return None;
        }
        let begins = self.is(at, Sense::Subject) && !self.is_whom(at)
            || self
                .find(at, |sense| {
                    matches!(
                        sense,
                        Sense::FollowUp
                            | Sense::Never
                            | Sense::PromiseMe
                            | Sense::PromiseThem
                            | Sense::MetAt
                            | Sense::Every
                    )
                    .then_some(())
                })
                .is_some()
            || self.is_job(at)
            || self.is_act(at) && !self.is(at, Sense::Given) && !self.is_object(at - 1)
            || self.is(at, Sense::WorksAt)
                && self.sense(at, Sense::WorksAt).is_some_and(|end| end >= at + 2)
                && !(self.is(at, Sense::Of) && (self.is(at - 1, Sense::Org) || self.is(at - 1, Sense::Event)))
            || (self.is(at, Sense::Prefers) || self.is(at, Sense::Refuses))
                && self.channel_follows(at)
                && !self.is(at - 1, Sense::Refuses);
        // "das Angebot schicken": what is promised stands before the verb.
        let verb_last_promise = self.language == Language::De
            && self.is(at, Sense::PromiseMe)
            && !self.is(at, Sense::Subject)
            && !self.is(at - 1, Sense::Subject);
        if !begins || verb_last_promise || self.is(at, Sense::Met) {
            return None;
        }
        let mut start = at;
        let of_date = |at: usize| self.is_date_word(at) && !self.is(at, Sense::Filler);
        let verb_last = self.language == Language::De && !self.is(at, Sense::Subject) && of_date(at - 1);
        while start > clause {
            let before = start - 1;
            let belongs = self.is(before, Sense::Subject)
                || verb_last
                    && self.is_date_word(before)
                    && !(self.is(before, Sense::Filler)
                        && !self.is(before, Sense::On)
                        && !self.is(before, Sense::Within))
                || start == at && self.is(before, Sense::And) && !self.is(before, Sense::Of);
            if !belongs {
                break;
            }
            start = before;
        }
        (start > clause).then_some(start)
    }

    /// "ligar para ele", "write to her": whom an act is about.
    fn is_whom(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at).any(|start| {
            self.find(start, |sense| matches!(sense, Sense::FollowUp | Sense::Meet).then_some(()))
                .is_some_and(|(end, ())| end >= at || end + 1 == at && self.is(end, Sense::Filler))
        })
    }

    /// "is a nurse", "es médico".
    fn is_job(&self, at: usize) -> bool {
        let Some(end) = self.sense(at, Sense::AboutThem) else { return false };
        let end = self.sense(end, Sense::Article).unwrap_or(end);
        self.is(end, Sense::Role) && self.case(at) == Case::Lower && !self.is(at, Sense::Role)
    }

    /// "call him", "llamar el lunes", and not "demo day".
    fn is_act(&self, at: usize) -> bool {
        let Some(end) = self.sense(at, Sense::Meet) else { return false };
        // "at the chamber of commerce lunch she's …"
        if self.is(at, Sense::Event) && self.is(at + 1, Sense::Subject) {
            return false;
        }
        let verb_last = self.language == Language::De && self.is_date_word(at - 1);
        verb_last
            || end >= self.len()
            || self
                .find(end, |sense| {
                    matches!(
                        sense,
                        Sense::Filler
                            | Sense::On
                            | Sense::Weekday(_)
                            | Sense::Day(_)
                            | Sense::Within
                            | Sense::Next
                            | Sense::Subject
                    )
                    .then_some(())
                })
                .is_some()
    }

    /// "no calls", "prefers a call": the word before makes it a thing, not an act.
    fn is_object(&self, before: usize) -> bool {
        (before.saturating_sub(3)..=before).any(|start| {
            self.find_in_language(start, |sense| matches!(sense, Sense::Refuses | Sense::Prefers).then_some(()))
                .is_some_and(|(end, ())| end == before + 1)
        })
    }

    fn channel_follows(&self, at: usize) -> bool {
        (at + 1..at + 5)
            .any(|place| self.find(place, |sense| matches!(sense, Sense::Channel(_)).then_some(())).is_some())
    }

    /// Whether the word or number may be a part of a date.
    pub(super) fn is_date_word(&self, at: usize) -> bool {
        self.is_number(at)
            || self
                .find(at, |sense| {
                    matches!(
                        sense,
                        Sense::Weekday(_)
                            | Sense::Month(_)
                            | Sense::Day(_)
                            | Sense::Unit(_)
                            | Sense::Count(_)
                            | Sense::Next
                            | Sense::This
                            | Sense::Every
                            | Sense::Within
                            | Sense::On
                    )
                    .then_some(())
                })
                .is_some()
    }

    /// Whether a mark ends a clause.
    fn separates(&self, at: usize) -> bool {
        let Some(mark) = self.mark(at) else { return false };
        let next_is_apart = self.token(at + 1).is_none_or(|next| next.spaced);
        match mark {
            // "Wu & Partners, Inc."
            ',' => !(self.is_number(at + 1) && self.glued(at + 1) || self.is(at + 1, Sense::LegalForm)),
            ';' | '，' | '、' | '；' | '。' => true,
            '!' | '?' => next_is_apart,
            '.' => next_is_apart && !self.abbreviates(at),
            // "Vogel // Statikerin"
            '/' if self.glued(at) && next_is_apart && at > 0 && self.is_mark(at - 1, '/') && !self.glued(at - 1) => {
                true
            }
            // "foire aux plants -> Léontine"
            '>' if self.glued(at) && at > 0 && matches!(self.mark(at - 1), Some('-' | '=')) => next_is_apart,
            '|' | '•' | '·' | '–' | '—' | '-' | '/' | '~' | '>' | '→' => next_is_apart && !self.glued(at),
            '(' | ')' | ':' | '\'' | '’' | '"' | '“' | '”' | '«' | '»' | '@' | '+' | '&' | '#' | '*' | '_' | '%'
            | '=' | '<' | '[' | ']' | '{' | '}' | '\\' | '^' | '`' | '$' | '‘' | '„' | '°' | 'º' | 'ª' => false,
            _ => true,
        }
    }

    /// Whether the dot belongs to the word before it: an initial, a title, an ordinal number, "tel.".
    fn abbreviates(&self, dot: usize) -> bool {
        let Some(before) = dot.checked_sub(1).and_then(|before| self.token(before)) else { return false };
        if !self.glued(dot) {
            return false;
        }
        let at = dot - 1;
        match before.kind {
            Kind::Number => {
                // "6/30. Call her", "30.6. Am 21.6.": behind a whole date a capital begins the next sentence.
                let month = self.find(dot + 1, |sense| matches!(sense, Sense::Month(_)).then_some(())).is_some();
                let sentence =
                    self.capitalised(dot + 1) && !month && matches!(self.mark(at.saturating_sub(1)), Some('/' | '.'));
                // "She has another one May 6. Circle back …"
                let behind_month = at > 0
                    && self.find(at - 1, |sense| matches!(sense, Sense::Month(_)).then_some(())).is_some()
                    && self.is_word(dot + 1);
                self.digits(at) <= 2 && !sentence && !behind_month
            }
            Kind::Word => {
                let initial =
                    before.end - before.start <= 2 && before.case != Case::Lower && self.folded(at).len() == 1;
                let short = before.end - before.start <= 4;
                // "Dept. of Oceanography", "& Co. KG"
                let firm = short && self.is(at, Sense::Org) && self.case(dot + 1) == Case::Lower
                    || self.is(at, Sense::LegalForm) && self.is(dot + 1, Sense::LegalForm);
                // "resp. achats"
                let role = before.end - before.start <= 5
                    && self.is(at, Sense::Role)
                    && before.case == Case::Lower
                    && self.case(dot + 1) == Case::Lower
                    && self.is_word(dot + 1);
                // "Stats prof. University of Ashbury"
                let title = self.is(at, Sense::Honorific)
                    && !(before.case == Case::Lower && at > 0 && self.is_word(at - 1) && self.is(dot + 1, Sense::Org));
                initial
                    || firm
                    || role
                    || title
                    || short
                        && dot + 1 < self.len()
                        && (self.is(at, Sense::Mobile)
                            || self.find(at, |sense| matches!(sense, Sense::Channel(_)).then_some(())).is_some()
                            || self.find(at, |sense| matches!(sense, Sense::ShortWeekday(_)).then_some(())).is_some()
                            || self.is(at, Sense::Particle))
            }
            Kind::Mark(_) => false,
        }
    }
}
