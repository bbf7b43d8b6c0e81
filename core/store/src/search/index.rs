//! The short texts of everybody, in memory.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use rusqlite::Connection;
use uuid::Uuid;

use crate::StoreError;
use crate::migrate::NODE;
use crate::search::block::{BLOCK_PEOPLE, Block, Row};

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
    /// How often at most anybody was met.
    pub(crate) most_met: usize,
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
        let Ok(seq) = usize::try_from(row.seq) else { return };
        if self.places.len() <= seq {
            self.places.resize(seq + 1, 0);
        }
        let place = self.places.get(seq).copied().unwrap_or_default();
        if let Some(place) = usize::try_from(place).ok().and_then(|place| place.checked_sub(1)) {
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
                self.blocks.push(Block::default());
            }
            let number = self.blocks.len() - 1;
            let Some(block) = self.blocks.last_mut() else { return };
            block.push(row);
            let index = block.len() - 1;
            count(&mut self.vocabulary, block, index);
            if let (Some(place), Ok(new)) = (self.places.get_mut(seq), u32::try_from(number * BLOCK_PEOPLE + index + 1))
            {
                *place = new;
            }
        }
    }

    fn settle(&mut self) {
        self.order = (0..self.blocks.len()).collect();
        let blocks = &self.blocks;
        self.order.sort_by_key(|number| std::cmp::Reverse(blocks.get(*number).and_then(Block::newest)));
        self.most_met = self.blocks.iter().map(Block::most_met).max().unwrap_or_default();
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
pub(crate) fn row<'r>(row: &'r rusqlite::Row<'_>) -> Result<Row<'r>, StoreError> {
    let text = |column| row.get_ref(column)?.as_str().map_err(rusqlite::Error::from);
    Ok(Row { seq: row.get(0)?, met: text(1)?, channels: text(2)?, short: text(3)? })
}

/// Everybody, from the file.
pub(crate) fn from_file(
    conn: &Connection,
    mut each: impl FnMut(&Block) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached(&format!("SELECT {ROW} FROM finding f"))?;
    let mut rows = statement.query([])?;
    let mut block = Block::default();
    while let Some(row) = rows.next()? {
        block.push(&self::row(row)?);
        if block.len() == BLOCK_PEOPLE {
            each(&block)?;
            block.clear();
        }
    }
    each(&block)
}
