//! What is looked for, made ready, and the best of what is found.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use justmet_domain::channel::ChannelKind;
use justmet_domain::search::Word;
use justmet_domain::time::Timestamp;
use memchr::memmem::Finder;

use crate::search::block::bit;
use crate::search::words::SeqSet;

const DAY_MS: i64 = 24 * 3_600_000;

/// Met lately, met within a year: within these, who was met more often comes first.
const LATELY_MS: i64 = 30 * DAY_MS;
const THIS_YEAR_MS: i64 = 365 * DAY_MS;

/// A query with its days as instants: a zone is known to who asks, not to the store.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// Each must occur in a text of theirs.
    pub words: Vec<Word>,
    /// Each must occur in the name of an event at which they were met.
    pub events: Vec<Word>,
    /// Each must occur in a promise.
    pub promises: Vec<Word>,
    /// They were met within one of these; at any time where there is none.
    pub met: Vec<Range<Timestamp>>,
    /// For each, they can be reached on one of these channels or prefer it.
    pub channels: Vec<Vec<ChannelKind>>,
}

impl Search {
    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        let Self { words, events, promises, met, channels } = self;
        words.is_empty() && events.is_empty() && promises.is_empty() && met.is_empty() && channels.is_empty()
    }
}

/// How good a hit is, the better the greater.
///
/// First in how many words of the query a word of the name begins; then whose whole name begins with the first of them, as
/// "Dana Fox" does with "dan" and "Fox Danaher" does not; then those found without their notes; then who was
/// met in the last thirty days, in the last year, before; among them who was met more often, and at last who was met
/// later. Met more often is all that "frequent" means: what is looked at is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    pub(crate) name_starts: usize,
    pub(crate) leads: bool,
    pub(crate) all_short: bool,
    pub(crate) recency: u8,
    pub(crate) times: usize,
    pub(crate) latest: i64,
    pub(crate) seq: i64,
}

impl Rank {
    /// The best that who was met last at that time, and once, can be, with so many words of the query in the name.
    pub(crate) fn at_best(request: &Request<'_>, name_starts: usize, latest: i64, seq: i64) -> Self {
        Self { name_starts, leads: true, all_short: true, recency: request.recency(latest), times: 1, latest, seq }
    }
}

/// The best of what was found so far, no more than asked for.
#[derive(Debug)]
pub(crate) struct Best {
    // The least of them on top, to be pushed out by a better one.
    heap: BinaryHeap<Reverse<Rank>>,
    limit: usize,
    /// Some were let through whose long texts have to be looked at.
    pub(crate) is_pending: bool,
}

impl Best {
    pub(crate) fn new(limit: usize) -> Self {
        Self { heap: BinaryHeap::with_capacity(limit.saturating_add(1).min(1024)), limit, is_pending: false }
    }

    pub(crate) fn push(&mut self, rank: Rank) {
        if self.heap.len() < self.limit {
            self.heap.push(Reverse(rank));
        } else if let Some(mut least) = self.heap.peek_mut()
            && least.0 < rank
        {
            *least = Reverse(rank);
        }
    }

    pub(crate) fn limit(&self) -> usize {
        self.limit
    }

    pub(crate) fn is_full(&self) -> bool {
        self.heap.len() >= self.limit
    }

    /// Whether one of this rank would be among the best.
    pub(crate) fn has_room_for(&self, rank: &Rank) -> bool {
        !self.is_full() || self.heap.peek().is_some_and(|least| least.0 < *rank)
    }

    /// Who they are, in no order.
    pub(crate) fn seqs(&self) -> impl Iterator<Item = i64> {
        self.heap.iter().map(|Reverse(rank)| rank.seq)
    }

    pub(crate) fn into_sorted(self) -> Vec<Rank> {
        self.heap.into_sorted_vec().into_iter().map(|Reverse(rank)| rank).collect()
    }
}

/// A word that is looked for.
pub(crate) struct Sought<'q> {
    pub(crate) needles: Vec<Needle<'q>>,
    pub(crate) finders: Vec<Finder<'q>>,
    /// In whose long texts it occurs, once that was asked.
    pub(crate) long: Option<&'q SeqSet>,
    /// Who has it nowhere else is let through, to be looked at one by one.
    pub(crate) may_be_long: bool,
}

/// One spelling of a word that is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Needle<'q> {
    pub(crate) text: &'q str,
    /// What was only perhaps meant must begin a word.
    pub(crate) only_at_starts: bool,
}

impl<'q> Sought<'q> {
    pub(crate) fn new(needles: Vec<Needle<'q>>) -> Self {
        let finders = needles.iter().map(|needle| Finder::new(needle.text)).collect();
        Self { needles, finders, long: None, may_be_long: false }
    }

    /// Whether looking closer at somebody is of use, by what their short texts hold anywhere.
    pub(crate) fn may_be_in(&self, seq: i64, short: &str) -> bool {
        self.may_be_long
            || self.finders.iter().any(|finder| finder.find(short.as_bytes()).is_some())
            || self.long.is_some_and(|long| long.contains(seq))
    }

    pub(crate) fn of(word: &'q Word) -> Self {
        Self::new(word.needles.iter().map(|text| Needle { text, only_at_starts: false }).collect())
    }
}

/// Everything that a hit is weighed by.
pub(crate) struct Request<'q> {
    pub(crate) sought: Vec<Sought<'q>>,
    pub(crate) events: &'q [Word],
    pub(crate) promised: Option<SeqSet>,
    pub(crate) channels: Vec<u32>,
    pub(crate) met: Vec<Range<i64>>,
    pub(crate) now: i64,
}

impl<'q> Request<'q> {
    pub(crate) fn new(search: &'q Search, promised: Option<SeqSet>, now: Timestamp) -> Self {
        Self {
            sought: search.words.iter().map(Sought::of).collect(),
            events: &search.events,
            promised,
            channels: search
                .channels
                .iter()
                .map(|kinds| kinds.iter().fold(0, |mask, kind| mask | bit(*kind)))
                .collect(),
            met: search.met.iter().map(|range| range.start.ms()..range.end.ms()).collect(),
            now: now.ms(),
        }
    }

    /// The same filters, for other words.
    pub(crate) fn again(&self) -> Self {
        Self {
            sought: Vec::new(),
            events: self.events,
            promised: self.promised.clone(),
            channels: self.channels.clone(),
            met: self.met.clone(),
            now: self.now,
        }
    }

    /// The word that the fewest have, as far as its length tells: everybody must have it.
    pub(crate) fn pivot(&self) -> Option<&Sought<'q>> {
        let firm = self.sought.iter().filter(|sought| !sought.may_be_long);
        firm.max_by_key(|sought| sought.needles.iter().map(|needle| needle.text.len()).min())
    }

    pub(crate) fn recency(&self, met_at: i64) -> u8 {
        match self.now.saturating_sub(met_at) {
            ..LATELY_MS => 2,
            LATELY_MS..THIS_YEAR_MS => 1,
            _ => 0,
        }
    }
}
