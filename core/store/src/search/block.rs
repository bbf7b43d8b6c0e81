//! A thousand people side by side in one buffer, which one pass of `memmem` looks through.

use justmet_domain::channel::ChannelKind;
use justmet_domain::search::near;
use memchr::memmem;

use crate::derive::BETWEEN;
use crate::search::request::{Best, Rank, Request, Sought};
use crate::search::sieve::Sieve;

/// So many people share a buffer: small enough to be rewritten when one of them changes, and to stay in a core's cache.
pub(crate) const BLOCK_PEOPLE: usize = 1024;

/// Where what is not in the name begins, and where addresses do: after that many line ends.
const EVENTS_AFTER: usize = 3;
const HANDLES_AFTER: usize = 4;

/// What is held of a person, beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Person {
    seq: i64,
    /// Where their text begins; it ends where the next one's does.
    start: usize,
    channels: u32,
    /// [`GONE`] for who was erased.
    latest: i64,
    /// Meetings before the latest.
    earlier: Option<Box<[i64]>>,
}

/// Before every meeting.
const GONE: i64 = i64::MIN;

/// A row of `finding`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'r> {
    pub(crate) seq: i64,
    pub(crate) met: &'r str,
    pub(crate) channels: &'r str,
    pub(crate) short: &'r str,
}

/// People and their texts.
#[derive(Debug, Default)]
pub(crate) struct Block {
    text: String,
    people: Vec<Person>,
    /// What the texts are made of, and how words of names begin; none in a block that is looked through once.
    sieve: Option<Sieve>,
    newest: Option<i64>,
    most_met: usize,
    is_stale: bool,
}

impl Block {
    /// One that is looked through again and again.
    pub(crate) fn with_sieve() -> Self {
        Self { sieve: Some(Sieve::default()), ..Self::default() }
    }

    pub(crate) fn len(&self) -> usize {
        self.people.len()
    }

    /// When the one met last of them was met last; `None` where nobody is left.
    pub(crate) fn newest(&self) -> Option<i64> {
        self.newest
    }

    pub(crate) fn clear(&mut self) {
        let Self { text, people, sieve, newest, most_met, is_stale } = self;
        text.clear();
        people.clear();
        sieve.iter_mut().for_each(Sieve::clear);
        (*newest, *most_met, *is_stale) = (None, 0, false);
    }

    pub(crate) fn push(&mut self, row: &Row<'_>) {
        let start = self.text.len();
        self.text.push_str(row.short);
        self.people.push(person(row, start));
        self.note(self.people.len() - 1);
    }

    /// Puts another text in the place of a person's. Of the one before nothing stays in this buffer.
    pub(crate) fn replace(&mut self, index: usize, row: &Row<'_>) {
        let range = self.range(index);
        let Some(known) = self.people.get_mut(index) else { return };
        *known = person(row, range.start);
        let was = range.len();
        self.text.replace_range(range, row.short);
        for later in self.people.iter_mut().skip(index + 1) {
            later.start = later.start + row.short.len() - was;
        }
        // Behind a text that became shorter its end would stay.
        let length = self.text.len();
        for _ in length..self.text.capacity().min(length + was) {
            self.text.push('\0');
        }
        self.text.truncate(length);
        self.is_stale = true;
    }

    /// After people were replaced, and before the next search: what is known of all of them is found out anew.
    pub(crate) fn settle(&mut self) {
        if std::mem::take(&mut self.is_stale) {
            (self.newest, self.most_met) = (None, 0);
            self.sieve.iter_mut().for_each(Sieve::clear);
            (0..self.people.len()).for_each(|index| self.note(index));
        }
    }

    fn note(&mut self, index: usize) {
        let Some(person) = self.people.get(index).filter(|person| person.latest != GONE) else { return };
        self.newest = self.newest.max(Some(person.latest));
        self.most_met = self.most_met.max(person.times());
        let range = self.range(index);
        let (Some(sieve), Some(text)) = (&mut self.sieve, self.text.get(range)) else { return };
        sieve.put_parts(text);
        let name = name_of(text);
        for (at, _) in name.char_indices().filter(|(at, _)| begins_a_word(name, *at)) {
            sieve.put_beginning(name.get(at..).unwrap_or_default());
        }
        name.split(BETWEEN).for_each(|spelling| sieve.put_lead(spelling));
    }

    fn range(&self, index: usize) -> std::ops::Range<usize> {
        let start = self.people.get(index).map_or(self.text.len(), |person| person.start);
        let end = self.people.get(index + 1).map_or(self.text.len(), |person| person.start);
        start..end
    }

    fn text_of(&self, index: usize) -> &str {
        self.text.get(self.range(index)).unwrap_or_default()
    }

    /// Weighs everybody of whom the request holds and who can be among the best.
    pub(crate) fn search(&self, request: &Request<'_>, best: &mut Best) {
        let Some(newest) = self.newest else { return };
        let at_best = Rank {
            times: self.most_met,
            leads: self.may_lead(request),
            ..Rank::at_best(request, self.begun(request), newest, i64::MAX)
        };
        if !best.has_room_for(&at_best) {
            return;
        }
        let Some(pivot) = request.pivot() else {
            return self.weigh_all(request, best);
        };
        let mut is_candidate = [false; BLOCK_PEOPLE];
        for (finder, needle) in pivot.finders.iter().zip(&pivot.needles) {
            if self.sieve.as_ref().is_none_or(|sieve| sieve.may_hold(needle.text)) {
                self.hits(finder, &mut is_candidate);
            }
        }
        if let Some(long) = pivot.long.filter(|long| !long.is_empty()) {
            for (person, is_candidate) in self.people.iter().zip(&mut is_candidate) {
                *is_candidate |= long.contains(person.seq);
            }
        }
        // Who was kept last was met last, as a rule: the others then need not be looked at.
        for (index, is_candidate) in is_candidate.iter().enumerate().take(self.len()).rev() {
            if *is_candidate {
                self.weigh(index, request, best);
            }
        }
    }

    /// Weighs people of this block who have some of the words in long texts only, and the others perhaps in short ones.
    pub(crate) fn weigh_with_long(
        &self,
        people: impl IntoIterator<Item = usize>,
        request: &Request<'_>,
        best: &mut Best,
    ) {
        let (begun, leads) = (self.begun(request), self.may_lead(request));
        let perhaps_short: Vec<&Sought<'_>> = request.sought.iter().filter(|sought| self.may_hold(sought)).collect();
        let all_perhaps = perhaps_short.len() == request.sought.len();
        for index in people {
            let Some(person) = self.people.get(index) else { continue };
            let most = Rank {
                leads,
                all_short: false,
                times: person.times(),
                ..Rank::at_best(request, begun, person.latest, person.seq)
            };
            let has_all = all_perhaps
                || request.sought.iter().all(|sought| {
                    sought.long.is_some_and(|long| long.contains(person.seq))
                        || perhaps_short.iter().any(|perhaps| std::ptr::eq(*perhaps, sought))
                });
            if has_all && best.has_room_for(&most) {
                self.weigh(index, request, best);
            }
        }
    }

    /// In how many words of the query a word of a name here may begin.
    fn begun(&self, request: &Request<'_>) -> usize {
        request.sought.iter().filter(|sought| self.may_begin(sought)).count()
    }

    /// Whether a whole name here may begin with the first word of the query.
    fn may_lead(&self, request: &Request<'_>) -> bool {
        let Some(sought) = request.sought.first() else { return false };
        self.sieve.as_ref().is_none_or(|sieve| sought.needles.iter().any(|needle| sieve.may_lead(needle.text)))
    }

    fn may_hold(&self, sought: &Sought<'_>) -> bool {
        let Some(sieve) = &self.sieve else { return true };
        sought.needles.iter().any(|needle| sieve.may_hold(needle.text))
    }

    fn may_begin(&self, sought: &Sought<'_>) -> bool {
        let Some(sieve) = &self.sieve else { return true };
        sought.needles.iter().any(|needle| sieve.may_begin(needle.text))
    }

    /// Everybody in whose text it occurs; after a hit the search goes on with the next person.
    fn hits(&self, finder: &memmem::Finder<'_>, is_hit: &mut [bool; BLOCK_PEOPLE]) {
        let text = self.text.as_bytes();
        let (mut at, mut index) = (0, 0);
        while let Some(found) = text.get(at..).and_then(|rest| finder.find(rest)) {
            let place = at + found;
            // Hits come in order, and so do people: from here on, whose text begins last before it.
            index += self
                .people
                .get(index..)
                .map_or(0, |later| later.partition_point(|person| person.start <= place).saturating_sub(1));
            if let Some(is_hit) = is_hit.get_mut(index) {
                *is_hit = true;
            }
            at = self.range(index).end.max(place + 1);
        }
    }

    pub(crate) fn weigh_all(&self, request: &Request<'_>, best: &mut Best) {
        (0..self.len()).rev().for_each(|index| self.weigh(index, request, best));
    }

    /// Weighs one person, if the request holds of them.
    pub(crate) fn weigh(&self, index: usize, request: &Request<'_>, best: &mut Best) {
        let Some(person) = self.people.get(index).filter(|person| person.latest != GONE) else { return };
        let mut rank =
            Rank { times: person.times(), ..Rank::at_best(request, request.sought.len(), person.latest, person.seq) };
        if !best.has_room_for(&rank) || !person.passes(request) {
            return;
        }
        let text = self.text_of(index);
        let name = name_of(text);
        // Telling whether a name begins so is quick, and settles it for most.
        rank.name_starts = request.sought.iter().filter(|sought| starts_a_word(name, sought)).count();
        rank.leads = request.sought.first().is_some_and(|sought| leads(name, sought));
        if !best.has_room_for(&rank) {
            return;
        }
        if !request.events.is_empty() {
            let events = text.split('\n').nth(EVENTS_AFTER).unwrap_or_default();
            if !request.events.iter().all(|word| word.needles.iter().any(|needle| events.contains(needle.as_str()))) {
                return;
            }
        }
        for sought in request.sought.iter().filter(|sought| !occurs(text, sought)) {
            if !sought.long.is_some_and(|long| long.contains(person.seq)) {
                if !sought.may_be_long {
                    return;
                }
                best.is_pending = true;
            }
            rank.all_short = false;
        }
        best.push(rank);
    }

    /// What words of names, organisations, roles and events could have been meant by the typed one.
    pub(crate) fn near_words(&self, typed: &str, meant: &mut impl FnMut(&str)) {
        for index in 0..self.len() {
            let words = vocabulary(self.text_of(index));
            words.filter_map(|word| near(word, typed)).for_each(&mut *meant);
        }
    }

    pub(crate) fn words_of(&self, index: usize) -> impl Iterator<Item = &str> {
        vocabulary(self.text_of(index))
    }
}

/// The words in which a typing error is forgiven: not those of addresses.
pub(crate) fn vocabulary(text: &str) -> impl Iterator<Item = &str> {
    let end = text.match_indices('\n').nth(HANDLES_AFTER - 1).map_or(text.len(), |(at, _)| at);
    let words = text.get(..end).unwrap_or_default().split(|letter: char| !letter.is_alphanumeric());
    // A word one letter shorter than the shortest in which an error is forgiven can be meant.
    words.filter(|word| word.len() + 1 >= justmet_domain::search::FORGIVEN_FROM)
}

fn name_of(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default()
}

fn occurs(text: &str, sought: &Sought<'_>) -> bool {
    sought.finders.iter().zip(&sought.needles).any(|(finder, needle)| {
        if !needle.only_at_starts {
            return finder.find(text.as_bytes()).is_some();
        }
        finder.find_iter(text.as_bytes()).any(|at| begins_a_word(text, at))
    })
}

fn starts_a_word(name: &str, sought: &Sought<'_>) -> bool {
    let mut finders = sought.finders.iter();
    finders.any(|finder| finder.find_iter(name.as_bytes()).any(|at| begins_a_word(name, at)))
}

/// Whether one of the spellings of a whole name begins with it.
fn leads(name: &str, sought: &Sought<'_>) -> bool {
    sought.needles.iter().any(|needle| name.split(BETWEEN).any(|spelling| spelling.starts_with(needle.text)))
}

fn begins_a_word(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|letter| !letter.is_alphanumeric())
}

impl Person {
    fn times(&self) -> usize {
        1 + self.earlier.as_ref().map_or(0, |earlier| earlier.len())
    }

    fn passes(&self, request: &Request<'_>) -> bool {
        request.channels.iter().all(|mask| self.channels & mask != 0)
            && (request.met.is_empty() || self.met().any(|at| request.met.iter().any(|range| range.contains(&at))))
            && request.promised.as_ref().is_none_or(|seqs| seqs.contains(self.seq))
    }

    fn met(&self) -> impl Iterator<Item = i64> {
        std::iter::once(self.latest).chain(self.earlier.iter().flat_map(|earlier| earlier.iter().copied()))
    }
}

fn person(row: &Row<'_>, start: usize) -> Person {
    let mut met = row.met.split(' ').filter_map(|text| text.parse().ok());
    let latest = met.next().unwrap_or(GONE);
    let earlier: Box<[i64]> = met.collect();
    Person {
        seq: row.seq,
        start,
        channels: row.channels.split(' ').filter_map(ChannelKind::from_word).fold(0, |mask, kind| mask | bit(kind)),
        latest,
        earlier: Some(earlier).filter(|earlier| !earlier.is_empty()),
    }
}

/// A channel's bit, in memory only.
pub(crate) fn bit(kind: ChannelKind) -> u32 {
    ChannelKind::all()
        .position(|known| known == kind)
        .map_or(0, |place| 1_u32.checked_shl(u32::try_from(place).unwrap_or(32)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(seq: i64, short: &'static str) -> Row<'static> {
        Row { seq, met: "5", channels: "email", short }
    }

    #[test]
    fn a_text_that_was_replaced_leaves_nothing_behind() {
        let mut block = Block::default();
        for (seq, text) in (1..).zip(["anna\n", "secretname\n", "zoe\n"]) {
            block.push(&row(seq, text));
        }
        block.replace(1, &Row { seq: 2, met: "", channels: "", short: "" });
        assert_eq!((block.text_of(0), block.text_of(1), block.text_of(2)), ("anna\n", "", "zoe\n"));
        // Behind the end of the text, where it is still the buffer's.
        block.text.push_str("1234567890");
        assert!(!block.text.contains("secret"));
        block.text.truncate(9);
        block.replace(1, &row(2, "somebody else\n"));
        assert_eq!((block.text_of(0), block.text_of(1), block.text_of(2)), ("anna\n", "somebody else\n", "zoe\n"));
        block.settle();
        assert_eq!((block.newest(), block.len()), (Some(5), 3));
    }

    #[test]
    fn every_channel_has_a_bit_of_its_own() {
        let all = ChannelKind::all().map(bit).fold(0_u32, |mask, bit| {
            assert_eq!((mask & bit, bit.count_ones()), (0, 1));
            mask | bit
        });
        assert_eq!(usize::try_from(all.count_ones()).ok(), Some(ChannelKind::all().count()));
    }
}
