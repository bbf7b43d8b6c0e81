//! The short texts of everybody, in memory.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use justmet_domain::order::order_by_key;
use rusqlite::Connection;
use uuid::Uuid;

use crate::StoreError;
use crate::migrate::NODE;
use crate::search::block::{BLOCK_PEOPLE, Block, Row};
use crate::search::request::{Best, Request};
use crate::search::words::SeqSet;

/// The index; empty until it is loaded. Until then the same texts are read from the file.
#[derive(Debug, Default)]
pub(crate) struct SearchIndex {
    loaded: RwLock<Option<Loaded>>,
    is_loading: AtomicBool,
}

/// What is loaded, as of one write.
#[derive(Debug, Default)]
pub(crate) struct Loaded {
    pub(crate) blocks: Vec<Block>,
    /// The blocks, whose newest was met last first.
    pub(crate) order: Vec<usize>,
    /// The words in which a typing error is forgiven, and in how many places each stands.
    pub(crate) vocabulary: HashMap<Box<str>, u32>,
    /// By `contact.seq`: one more than where they are, block after block; 0 for nobody.
    places: Vec<u32>,
    /// What of the file is in it.
    state: State,
}

const ROW: &str = "f.contact_seq, f.met, f.channels, f.short";

impl SearchIndex {
    pub(crate) fn is_loaded(&self) -> bool {
        self.loaded.read().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// Loads it from a snapshot; another thread that does so already is left to it.
    pub(crate) fn load(&self, conn: &Connection) -> Result<(), StoreError> {
        if self.is_loaded() || self.is_loading.swap(true, Ordering::AcqRel) {
            return Ok(());
        }
        let loaded = Loaded::of(conn);
        if let Ok(loaded) = loaded {
            *self.loaded.write().unwrap_or_else(PoisonError::into_inner) = Some(loaded);
            self.is_loading.store(false, Ordering::Release);
            return Ok(());
        }
        self.is_loading.store(false, Ordering::Release);
        loaded.map(drop)
    }

    /// Takes over what was written since, by whichever process.
    pub(crate) fn catch_up(&self, conn: &Connection) -> Result<(), StoreError> {
        let seen = self.loaded.read().unwrap_or_else(PoisonError::into_inner).as_ref().map(|loaded| loaded.state);
        let Some(seen) = seen else { return Ok(()) };
        let now = State::of(conn)?;
        if now.install == seen.install && now.written <= seen.written {
            return Ok(());
        }
        let mut loaded = self.loaded.write().unwrap_or_else(PoisonError::into_inner);
        let Some(index) = loaded.as_mut() else { return Ok(()) };
        if now.install != index.state.install {
            // Another database was put in the place of this one.
            *loaded = None;
            return Ok(());
        }
        if now.written <= index.state.written {
            return Ok(());
        }
        let outcome = index.take_over(conn, now);
        // Half of it taken over would be neither the old state nor the new one.
        if outcome.is_err() {
            *loaded = None;
        }
        outcome
    }

    /// What is loaded, brought up to the snapshot; `None` where nothing is loaded yet.
    pub(crate) fn read(&self, conn: &Connection) -> Result<RwLockReadGuard<'_, Option<Loaded>>, StoreError> {
        self.catch_up(conn)?;
        Ok(self.loaded.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Which database, and how far it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct State {
    /// Another one where a backup was restored.
    install: Uuid,
    written: i64,
}

impl State {
    fn of(conn: &Connection) -> Result<Self, StoreError> {
        let sql = "SELECT (SELECT value FROM settings WHERE key = ?1), (SELECT ifnull(max(written), 0) FROM finding)";
        let state = conn.prepare_cached(sql)?.query_row([NODE], |row| {
            let install = row.get_ref(0)?.as_str_or_null()?.and_then(|text| Uuid::try_parse(text).ok());
            Ok(Self { install: install.unwrap_or_default(), written: row.get(1)? })
        })?;
        Ok(state)
    }
}

impl Loaded {
    fn of(conn: &Connection) -> Result<Self, StoreError> {
        let mut index = Self { state: State::of(conn)?, ..Self::default() };
        // In the order in which they were met, so that a search can stop early.
        let sql = format!(
            "SELECT {ROW} FROM contact c INDEXED BY contact_recent JOIN finding f ON f.contact_seq = c.seq \
             WHERE c.deleted_ms IS NULL ORDER BY c.met_at_ms"
        );
        let mut statement = conn.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            index.put(&self::row(row)?);
        }
        index.settle();
        Ok(index)
    }

    fn take_over(&mut self, conn: &Connection, now: State) -> Result<(), StoreError> {
        let mut statement = conn.prepare_cached(&format!("SELECT {ROW} FROM finding f WHERE f.written > ?1"))?;
        let mut rows = statement.query([self.state.written])?;
        while let Some(row) = rows.next()? {
            self.put(&self::row(row)?);
        }
        self.state = now;
        self.settle();
        Ok(())
    }

    fn put(&mut self, row: &Row<'_>) {
        if let Some(place) = self.place(row.seq) {
            let (number, index) = (place / BLOCK_PEOPLE, place % BLOCK_PEOPLE);
            let Some(block) = self.blocks.get_mut(number) else { return };
            for word in block.words_of(index) {
                if let Some(count) = self.vocabulary.get_mut(word) {
                    *count -= 1;
                    if *count == 0 {
                        self.vocabulary.remove(word);
                    }
                }
            }
            block.replace(index, row);
            count(&mut self.vocabulary, block, index);
        } else {
            if self.blocks.last().is_none_or(|block| block.len() >= BLOCK_PEOPLE) {
                self.blocks.push(Block::with_sieve());
            }
            let number = self.blocks.len() - 1;
            let Some(block) = self.blocks.last_mut() else { return };
            block.push(row);
            let index = block.len() - 1;
            count(&mut self.vocabulary, block, index);
            let (Ok(seq), Ok(place)) = (usize::try_from(row.seq), u32::try_from(number * BLOCK_PEOPLE + index + 1))
            else {
                return;
            };
            if self.places.len() <= seq {
                self.places.resize(seq + 1, 0);
            }
            if let Some(known) = self.places.get_mut(seq) {
                *known = place;
            }
        }
    }

    /// Weighs these people, who have some of the words in long texts only. Who was kept last comes first: they were met
    /// last as a rule, and push the others out.
    pub(crate) fn weigh_with_long(&self, people: &SeqSet, request: &Request<'_>, best: &mut Best) {
        let mut places = people.descending().filter_map(|seq| self.place(seq)).peekable();
        while let Some(number) = places.peek().map(|place| place / BLOCK_PEOPLE) {
            let here = std::iter::from_fn(|| places.next_if(|place| place / BLOCK_PEOPLE == number));
            match self.blocks.get(number) {
                Some(block) => block.weigh_with_long(here.map(|place| place % BLOCK_PEOPLE), request, best),
                None => here.for_each(drop),
            }
        }
    }

    /// Where somebody is, block after block.
    fn place(&self, seq: i64) -> Option<usize> {
        let place = self.places.get(usize::try_from(seq).ok()?)?;
        usize::try_from(*place).ok()?.checked_sub(1)
    }

    fn settle(&mut self) {
        self.blocks.iter_mut().for_each(Block::settle);
        self.order = (0..self.blocks.len()).collect();
        let blocks = &self.blocks;
        order_by_key(&mut self.order, |number| std::cmp::Reverse(blocks.get(*number).and_then(Block::newest)));
    }
}

fn count(vocabulary: &mut HashMap<Box<str>, u32>, block: &Block, index: usize) {
    for word in block.words_of(index) {
        match vocabulary.get_mut(word) {
            Some(count) => *count += 1,
            None => {
                vocabulary.insert(word.into(), 1);
            }
        }
    }
}

/// A row of `finding` as [`ROW`] selects it.
fn row<'r>(row: &'r rusqlite::Row<'_>) -> Result<Row<'r>, StoreError> {
    Ok(Row { seq: row.get(0)?, met: text(row, 1)?, channels: text(row, 2)?, short: text(row, 3)? })
}

fn text<'r>(row: &'r rusqlite::Row<'_>, column: usize) -> Result<&'r str, StoreError> {
    Ok(row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?)
}

/// Everybody whose number and short texts are wanted, from the file.
pub(crate) fn from_file(
    conn: &Connection,
    wants: impl Fn(i64, &str) -> bool,
    mut each: impl FnMut(&Block) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached(&format!("SELECT {ROW} FROM finding f"))?;
    let mut rows = statement.query([])?;
    let (mut block, mut looked_at) = (Block::default(), 0);
    while let Some(row) = rows.next()? {
        if wants(row.get(0)?, text(row, 3)?) {
            block.push(&self::row(row)?);
        }
        looked_at += 1;
        // Also where nobody is wanted, so that the search can be broken off.
        if looked_at == BLOCK_PEOPLE {
            each(&block)?;
            block.clear();
            looked_at = 0;
        }
    }
    each(&block)
}
