//! Search as you type.
//!
//! Short texts (names, organisations, roles, events, addresses) lie in memory in a few large buffers, which are looked
//! through from end to end ([`block`]); the words of long ones (notes, promises) lie in FTS5 ([`words`]). Until the
//! buffers are loaded the same texts are read from the file, so a search is right at any time, only slower. Every write
//! counts up: buffers that have seen less than the file holds take the rest over, also what another process wrote
//! ([`index`]).
//!
//! Three passes, each only where the one before found too little: the short texts; the long ones too, where those do not
//! fill the screen; and where nobody was found, with one typing error forgiven in words of five letters and more.

mod block;
mod index;
mod request;
mod sieve;
mod words;

use std::collections::HashMap;

use justmet_domain::id::ContactId;
use justmet_domain::order::order_by;
use justmet_domain::search::{FORGIVEN_FROM, Word, near};
use justmet_domain::time::Timestamp;
use rusqlite::OptionalExtension;

pub(crate) use index::SearchIndex;
pub use request::Search;
pub(crate) use words::leave_no_trace;
pub use words::word_keys;

use crate::StoreError;
use crate::read::Reader;
use crate::rows;
use crate::search::block::Block;
use crate::search::index::Loaded;
use crate::search::request::{Best, Needle, Rank, Request, Sought};
use crate::search::words::{SeqSet, Where};

/// So many other words are tried for one that may be mistyped.
const MEANT_INSTEAD: usize = 4;

/// So many people at most are looked at one by one where a word is too short to be asked of the index.
const LOOKED_AT: usize = 500;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Who, best first.
    pub contacts: Vec<ContactId>,
    /// Whether nobody was found by what was typed, and these are a typing error away from it.
    pub is_forgiven: bool,
    /// The words as they were asked for, with what was found in place of mistyped ones: what to mark.
    pub words: Vec<Word>,
    /// Whether there are more than were asked for.
    pub has_more: bool,
}

impl Reader<'_> {
    /// The people of whom everything in `search` holds, at most `limit`, best first; nobody where it asks for nothing.
    /// `now` tells who was met lately.
    ///
    /// # Errors
    /// [`StoreError::Interrupted`], else why the file could not be read.
    pub fn search(&self, search: &Search, limit: u32, now: Timestamp) -> Result<Found, StoreError> {
        if search.is_empty() || limit == 0 {
            return Ok(Found::default());
        }
        let guard = self.index().map(|index| index.read(self.conn())).transpose()?;
        let people = People { reader: self, loaded: guard.as_deref().and_then(Option::as_ref) };
        people.find(search, limit as usize, now)
    }
}

/// Everybody who can be found: in memory, or else in the file.
struct People<'p, 'c> {
    reader: &'p Reader<'c>,
    loaded: Option<&'p Loaded>,
}

impl People<'_, '_> {
    fn find(&self, search: &Search, limit: usize, now: Timestamp) -> Result<Found, StoreError> {
        // One more than is wanted tells whether there are more.
        let wanted = limit.saturating_add(1);
        let promised = self.promised(&search.promises)?;
        let mut request = Request::new(search, promised, now);
        let mut best = self.pass(&request, wanted)?;
        let mut long = Vec::new();
        if !best.is_full() && !search.words.is_empty() {
            long = self.long_sets(&search.words)?;
            for (sought, long) in request.sought.iter_mut().zip(&long) {
                sought.long = long.as_ref();
                sought.may_be_long = long.is_none();
            }
            best = self.pass_with_long(&request, best)?;
        }
        let mut ranks = best.into_sorted();
        let (mut words, mut is_forgiven) = (search.words.clone(), false);
        if ranks.is_empty() {
            ranks = self.forgiving(&request, search, &long, wanted, &mut words)?;
            is_forgiven = !ranks.is_empty();
        }
        let has_more = ranks.len() > limit;
        ranks.truncate(limit);
        let mut contacts = Vec::with_capacity(ranks.len());
        // Who was erased after this snapshot began is in it, who came after is not.
        let sql = "SELECT id FROM contact WHERE seq = ?1 AND deleted_ms IS NULL";
        let mut statement = self.reader.conn().prepare_cached(sql)?;
        for rank in &ranks {
            contacts.extend(statement.query_row([rank.seq], rows::contact_id).optional()?);
        }
        Ok(Found { contacts, is_forgiven, words, has_more })
    }

    /// Who promised or was promised all of it; `None` where that was not asked.
    fn promised(&self, words: &[Word]) -> Result<Option<SeqSet>, StoreError> {
        let mut all: Option<SeqSet> = None;
        for word in words {
            let found = words::with_word(self.reader.conn(), word, Where::Promises)?;
            all = Some(all.map_or_else(|| found.clone(), |all| all.shared_with(&found)));
        }
        Ok(all)
    }

    /// In whose long texts each word occurs; `None` for one that is too short to be asked for, unless all are.
    fn long_sets(&self, words: &[Word]) -> Result<Vec<Option<SeqSet>>, StoreError> {
        let any_telling = words.iter().any(words::is_telling);
        let set = |word: &Word| {
            self.reader.not_interrupted()?;
            if words::is_telling(word) || !any_telling {
                words::with_word(self.reader.conn(), word, Where::Anywhere).map(Some)
            } else {
                Ok(None)
            }
        };
        words.iter().map(set).collect()
    }

    /// Looks through everybody's short texts.
    fn pass(&self, request: &Request<'_>, wanted: usize) -> Result<Best, StoreError> {
        let mut best = Best::new(wanted);
        match self.loaded {
            Some(loaded) => {
                for block in loaded.order.iter().filter_map(|number| loaded.blocks.get(*number)) {
                    self.reader.not_interrupted()?;
                    block.search(request, &mut best);
                }
            }
            None => {
                let pivot = request.pivot();
                self.pass_through_file(
                    |seq, short| pivot.is_none_or(|it| it.may_be_in(seq, short)),
                    |block| {
                        block.search(request, &mut best);
                    },
                )?;
            }
        }
        Ok(best)
    }

    /// Everybody wanted, from the file, some at a time.
    fn pass_through_file(
        &self,
        wants: impl Fn(i64, &str) -> bool,
        mut each: impl FnMut(&Block),
    ) -> Result<(), StoreError> {
        index::from_file(self.reader.conn(), wants, |block| {
            self.reader.not_interrupted()?;
            each(block);
            Ok(())
        })
    }

    /// Adds who has some of the words in long texts only. `found` holds everybody who has all of them in short ones.
    fn pass_with_long(&self, request: &Request<'_>, mut found: Best) -> Result<Best, StoreError> {
        if request.sought.iter().any(|sought| sought.may_be_long) {
            return self.pass_letting_through(request, found.limit());
        }
        let mut also = SeqSet::default();
        request.sought.iter().filter_map(|sought| sought.long).for_each(|long| also.add_all(long));
        found.seqs().for_each(|seq| also.remove(seq));
        if also.is_empty() {
            return Ok(found);
        }
        match self.loaded {
            Some(loaded) => loaded.weigh_with_long(&also, request, &mut found),
            None => {
                self.pass_through_file(|seq, _| also.contains(seq), |block| block.weigh_all(request, &mut found))?;
            }
        }
        Ok(found)
    }

    /// Who has words too short to be asked of the index is let through by the others, and then looked at.
    fn pass_letting_through(&self, request: &Request<'_>, wanted: usize) -> Result<Best, StoreError> {
        let let_through = self.pass(request, LOOKED_AT.max(wanted))?;
        let is_pending = let_through.is_pending;
        let mut best = Best::new(wanted);
        for rank in let_through.into_sorted() {
            if best.is_full() {
                break;
            }
            if !is_pending || rank.all_short || self.has_short_words(request, rank.seq)? {
                best.push(rank);
            }
        }
        Ok(best)
    }

    /// Whether each word that was let through occurs in some text of theirs.
    fn has_short_words(&self, request: &Request<'_>, seq: i64) -> Result<bool, StoreError> {
        let short: Option<String> =
            self.reader.one("SELECT short FROM finding WHERE contact_seq = ?1", [seq], |row| row.get(0))?;
        let short = short.unwrap_or_default();
        for sought in request.sought.iter().filter(|sought| sought.may_be_long) {
            let needles: Vec<String> = sought.needles.iter().map(|needle| needle.text.to_owned()).collect();
            let in_short = needles.iter().any(|needle| short.contains(needle));
            if !in_short && !words::occurs(self.reader.conn(), seq, &needles, Where::Anywhere)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Who is meant if one letter of each long word is wrong.
    fn forgiving(
        &self,
        exact: &Request<'_>,
        search: &Search,
        long: &[Option<SeqSet>],
        wanted: usize,
        words: &mut [Word],
    ) -> Result<Vec<Rank>, StoreError> {
        let mut meant: Vec<Vec<String>> = Vec::new();
        for word in &search.words {
            meant.push(self.meant_by(word)?);
        }
        if meant.iter().all(Vec::is_empty) {
            return Ok(Vec::new());
        }
        let sought = search.words.iter().zip(&meant).enumerate().map(|(number, (word, meant))| {
            let typed = word.needles.iter().map(|text| Needle { text, only_at_starts: false });
            let instead = meant.iter().map(|text| Needle { text, only_at_starts: true });
            let mut sought = Sought::new(typed.chain(instead).collect());
            sought.long = long.get(number).and_then(Option::as_ref);
            sought
        });
        let request = Request { sought: sought.collect(), ..exact.again() };
        let ranks = self.pass(&request, wanted)?.into_sorted();
        if !ranks.is_empty() {
            for (word, meant) in words.iter_mut().zip(meant) {
                word.needles.extend(meant);
            }
        }
        Ok(ranks)
    }

    /// Which beginnings of words could have been meant, the most common first.
    fn meant_by(&self, word: &Word) -> Result<Vec<String>, StoreError> {
        let Some(typed) = word.needles.first().filter(|typed| typed.chars().count() >= FORGIVEN_FROM) else {
            return Ok(Vec::new());
        };
        let mut counts: HashMap<String, u32> = HashMap::new();
        let mut note = |meant: &str, count: u32| match counts.get_mut(meant) {
            Some(known) => *known += count,
            None => {
                counts.insert(meant.to_owned(), count);
            }
        };
        match self.loaded {
            Some(loaded) => {
                for (word, count) in &loaded.vocabulary {
                    if let Some(meant) = near(word, typed) {
                        note(meant, *count);
                    }
                }
            }
            None => {
                self.pass_through_file(|_, _| true, |block| block.near_words(typed, &mut |meant| note(meant, 1)))?;
            }
        }
        let mut meant: Vec<(String, u32)> = counts.into_iter().collect();
        order_by(&mut meant, |(one, many), (other, more)| more.cmp(many).then_with(|| one.cmp(other)));
        // What begins with another one of them is found by that one.
        let mut chosen: Vec<String> = Vec::new();
        for (text, _) in meant {
            if chosen.len() < MEANT_INSTEAD
                && text != *typed
                && !chosen.iter().any(|known| text.starts_with(known.as_str()))
            {
                chosen.push(text);
            }
        }
        Ok(chosen)
    }
}
