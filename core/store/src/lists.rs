//! Lists of people, a page at a time.
//!
//! A place in a list is remembered by what its last row sorts by, never by a number: who is saved or erased meanwhile
//! neither repeats nor hides anybody else. Each page is read from an index, and takes as long at the end of a long list as
//! at the beginning of a short one. Counts are kept, not counted.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;
use std::str::FromStr;

use justmet_domain::fold::fold;
use justmet_domain::id::{ContactId, EventId, FollowUpId};
use justmet_domain::locale::Language;
use justmet_domain::order::{order_by, order_by_key};
use justmet_domain::time::Timestamp;
use rusqlite::Row;
use uuid::Uuid;

use crate::StoreError;
use crate::outline::{Outline, Whom};
use crate::read::Reader;
use crate::records::{InvalidCursor, RecentCursor};
use crate::rows;

/// In which order people are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListOrder {
    /// Most recently met first.
    Recent,
    /// By name as the language's alphabet has it, who has none last.
    Name(Language),
    /// Event by event, the one noted last first, who was met there last first; then those met at none. Who was met at two
    /// events is in both.
    Event,
    /// By the day of the open follow-up, earliest first; only those who have one.
    Due,
}

/// The events that a list is narrowed to; none of them means everybody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Events(Option<Vec<i64>>);

/// A page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListPage {
    /// Who is on it, in order.
    pub rows: Vec<Outline>,
    /// Where groups begin, in order; only where the list is by event. A group that goes on from the page before begins
    /// this one too.
    pub groups: Vec<Group>,
    /// For the next page; none on the last.
    pub next: Option<ListCursor>,
    /// How many people the whole list has; none where nobody keeps count.
    pub people: Option<u64>,
}

impl ListPage {
    /// The same by their ids.
    pub fn contacts(&self) -> impl Iterator<Item = ContactId> {
        self.rows.iter().map(|row| row.contact.id)
    }
}

/// People of one event, side by side in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The first of them on the page, by number.
    pub first: usize,
    /// The event's name; none for those met at none.
    pub event: Option<String>,
    /// How many people were met there, also on other pages.
    pub people: u64,
}

/// A place in a list. As text it is opaque, and safe in a link or a file name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListCursor {
    /// In [`ListOrder::Recent`].
    Recent(RecentCursor),
    /// In [`ListOrder::Name`]: what the last one sorts by.
    Name {
        /// The key.
        key: String,
        /// Which of several with that key.
        seq: i64,
    },
    /// In [`ListOrder::Event`].
    Event {
        /// The event, 0 for none.
        event: i64,
        /// When they were met there.
        met_at: Timestamp,
        /// Which of several met then.
        seq: i64,
    },
    /// In [`ListOrder::Due`].
    Due {
        /// The day and time, as stored.
        due: String,
        /// Which of several due then.
        id: FollowUpId,
    },
}

impl fmt::Display for ListCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hex = |text: &str| text.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
        match self {
            Self::Recent(place) => write!(f, "{place}"),
            Self::Name { key, seq } => write!(f, "n{seq:016x}{}", hex(key)),
            Self::Event { event, met_at, seq } => write!(f, "e{event:016x}{:016x}{seq:016x}", met_at.ms()),
            Self::Due { due, id } => write!(f, "d{}{}", id.uuid().simple(), hex(due)),
        }
    }
}

impl FromStr for ListCursor {
    type Err = InvalidCursor;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Ok(place) = text.parse() {
            return Ok(Self::Recent(place));
        }
        let (kind, rest) = text.split_at_checked(1).ok_or(InvalidCursor)?;
        if !rest.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(InvalidCursor);
        }
        let cut = |text: &'_ str, at: usize| -> Result<(String, String), InvalidCursor> {
            text.split_at_checked(at).map(|(one, other)| (one.to_owned(), other.to_owned())).ok_or(InvalidCursor)
        };
        let number = |text: &str| u64::from_str_radix(text, 16).map(u64::cast_signed).map_err(|_| InvalidCursor);
        match kind {
            "n" => {
                let (seq, key) = cut(rest, 16)?;
                Ok(Self::Name { key: unhex(&key)?, seq: number(&seq)? })
            }
            "e" if rest.len() == 48 => {
                let (event, rest) = cut(rest, 16)?;
                let (met_at, seq) = cut(&rest, 16)?;
                let met_at = Timestamp::from_ms(number(&met_at)?);
                Ok(Self::Event { event: number(&event)?, met_at, seq: number(&seq)? })
            }
            "d" => {
                let (id, due) = cut(rest, 32)?;
                let id = FollowUpId::from_uuid(Uuid::try_parse(&id).map_err(|_| InvalidCursor)?);
                Ok(Self::Due { due: unhex(&due)?, id })
            }
            _ => Err(InvalidCursor),
        }
    }
}

fn unhex(text: &str) -> Result<String, InvalidCursor> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let byte = |pair: &[u8; 2]| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok());
    let bytes: Option<Vec<u8>> = pairs.iter().map(byte).collect();
    bytes.filter(|_| rest.is_empty()).and_then(|bytes| String::from_utf8(bytes).ok()).ok_or(InvalidCursor)
}

/// One row, with what it sorts by.
struct Placed {
    whom: Whom,
    place: ListCursor,
}

const NAMES: &str = "SELECT f.name_order, f.contact_seq, f.outline FROM finding f INDEXED BY finding_by_name \
     WHERE f.name_order IS NOT NULL AND (f.name_order, f.contact_seq) > (?1, ?2) \
     ORDER BY f.name_order, f.contact_seq LIMIT ?3";
// Names that have another place in Spanish come from their own index, and are put among the others afterwards.
const NAMES_WITHOUT_SPANISH: &str = "SELECT f.name_order, f.contact_seq, f.outline FROM finding f INDEXED BY finding_by_name \
     WHERE f.name_order IS NOT NULL AND (f.name_order, f.contact_seq) > (?1, ?2) AND f.name_order_es IS NULL \
     ORDER BY f.name_order, f.contact_seq LIMIT ?3";
const NAMES_IN_SPANISH: &str = "SELECT f.name_order_es, f.contact_seq, f.outline FROM finding f INDEXED BY finding_by_name_es \
     WHERE f.name_order_es IS NOT NULL AND (f.name_order_es, f.contact_seq) > (?1, ?2) \
     ORDER BY f.name_order_es, f.contact_seq LIMIT ?3";
const THERE: &str = "SELECT m.event_seq, m.met_at_ms, m.contact_seq FROM met_there m \
     WHERE (m.event_seq, m.met_at_ms, m.contact_seq) < (?1, ?2, ?3) \
     ORDER BY m.event_seq DESC, m.met_at_ms DESC, m.contact_seq DESC LIMIT ?4";
const AT_ONE: &str = "SELECT m.event_seq, m.met_at_ms, m.contact_seq FROM met_there m \
     WHERE m.event_seq = ?1 AND (m.met_at_ms, m.contact_seq) < (?2, ?3) \
     ORDER BY m.met_at_ms DESC, m.contact_seq DESC LIMIT ?4";
const DUE: &str = "SELECT f.contact_id, f.due, f.id FROM follow_up f \
     WHERE f.state IN ('planned', 'delivered') AND (f.due, f.id) > (?1, ?2) ORDER BY f.due, f.id LIMIT ?3";
// Of one event: as many as were met there are sorted, not as many as are known.
const NAMES_THERE: &str = "SELECT CASE WHEN ?5 THEN coalesce(f.name_order_es, f.name_order) ELSE f.name_order END AS place, \
     f.contact_seq, f.outline FROM finding f \
     WHERE f.contact_seq IN (SELECT contact_seq FROM met_there WHERE event_seq IN (SELECT value FROM json_each(?4))) \
     AND (place, f.contact_seq) > (?1, ?2) ORDER BY place, f.contact_seq LIMIT ?3";
const DUE_THERE: &str = "SELECT f.contact_id, f.due, f.id FROM follow_up f \
     WHERE f.contact_id IN (SELECT c.id FROM met_there m JOIN contact c ON c.seq = m.contact_seq \
                            WHERE m.event_seq IN (SELECT value FROM json_each(?4))) \
     AND f.state IN ('planned', 'delivered') AND (f.due, f.id) > (?1, ?2) ORDER BY f.due, f.id LIMIT ?3";

impl Reader<'_> {
    /// The events that are meant by a name: the one of exactly that name, else all in whose name it occurs; case and
    /// accents do not matter. `None` where there is no such event.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn events_named(&self, name: &str) -> Result<Option<Events>, StoreError> {
        let asked = fold(name.trim());
        let known = self.list("SELECT seq, name_folded FROM event WHERE deleted_ms IS NULL", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
        })?;
        let exact: Vec<i64> = known.iter().filter(|(_, name)| *name == asked).map(|(seq, _)| *seq).collect();
        let seqs = if exact.is_empty() {
            known.iter().filter(|(_, name)| name.contains(&asked)).map(|(seq, _)| *seq).collect()
        } else {
            exact
        };
        Ok(Some(Events(Some(seqs))).filter(|events| events.0.as_ref().is_some_and(|seqs| !seqs.is_empty())))
    }

    /// A page of a list, from after the cursor on. Of given events, by recency is by event.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] for a cursor of a list in another order; else why the file could not be read.
    pub fn people(
        &self,
        order: ListOrder,
        events: &Events,
        after: Option<&ListCursor>,
        limit: u32,
    ) -> Result<ListPage, StoreError> {
        // One more than is wanted tells whether there is a next page.
        let wanted = limit.saturating_add(1);
        let mut placed = match (order, &events.0) {
            (ListOrder::Recent, None) => self.by_recency(after, wanted)?,
            (ListOrder::Event, None) => self.by_event(after, wanted)?,
            (ListOrder::Recent | ListOrder::Event, Some(seqs)) => self.at_events(seqs, after, wanted)?,
            (ListOrder::Name(language), seqs) => self.by_name(language, seqs.as_deref(), after, wanted)?,
            (ListOrder::Due, seqs) => self.by_due(seqs.as_deref(), after, wanted)?,
        };
        let has_more = placed.len() > limit as usize;
        placed.truncate(limit as usize);
        Ok(ListPage {
            groups: self.groups(&placed)?,
            next: placed.last().filter(|_| has_more).map(|last| last.place.clone()),
            people: self.people_in(order, events)?,
            rows: self.outlines_of(&placed.into_iter().map(|placed| placed.whom).collect::<Vec<_>>())?,
        })
    }

    fn by_recency(&self, after: Option<&ListCursor>, wanted: u32) -> Result<Vec<Placed>, StoreError> {
        let after = match after {
            None => None,
            Some(ListCursor::Recent(place)) => Some(*place),
            Some(_) => return Err(StoreError::Conflict),
        };
        let placed =
            |(id, met_at)| Placed { whom: Whom::Id(id), place: ListCursor::Recent(RecentCursor { met_at, id }) };
        Ok(self.recent_places(after, wanted)?.into_iter().map(placed).collect())
    }

    fn by_name(
        &self,
        language: Language,
        events: Option<&[i64]>,
        after: Option<&ListCursor>,
        wanted: u32,
    ) -> Result<Vec<Placed>, StoreError> {
        let (key, seq) = match after {
            // Before every key.
            None => ("", 0),
            Some(ListCursor::Name { key, seq }) => (key.as_str(), *seq),
            Some(_) => return Err(StoreError::Conflict),
        };
        let in_spanish = language == Language::Es;
        if let Some(events) = events {
            return self.list(NAMES_THERE, (key, seq, wanted, json(events), in_spanish), name_placed);
        }
        if !in_spanish {
            return self.list(NAMES, (key, seq, wanted), name_placed);
        }
        let mut placed = self.list(NAMES_WITHOUT_SPANISH, (key, seq, wanted), name_placed)?;
        placed.extend(self.list(NAMES_IN_SPANISH, (key, seq, wanted), name_placed)?);
        order_by(&mut placed, |one, other| match (&one.place, &other.place) {
            (ListCursor::Name { key: one, seq: first }, ListCursor::Name { key: other, seq: second }) => {
                (one, first).cmp(&(other, second))
            }
            _ => std::cmp::Ordering::Equal,
        });
        placed.truncate(wanted as usize);
        Ok(placed)
    }

    fn by_event(&self, after: Option<&ListCursor>, wanted: u32) -> Result<Vec<Placed>, StoreError> {
        let (event, met_at, seq) = event_place(after)?;
        self.list(THERE, (event, met_at, seq, wanted), event_placed)
    }

    fn at_events(&self, seqs: &[i64], after: Option<&ListCursor>, wanted: u32) -> Result<Vec<Placed>, StoreError> {
        let (at, met_at, seq) = event_place(after)?;
        let mut seqs: Vec<i64> = seqs.iter().copied().filter(|event| *event <= at).collect();
        order_by_key(&mut seqs, |event| std::cmp::Reverse(*event));
        let mut placed: Vec<Placed> = Vec::new();
        for event in seqs {
            let left = wanted.saturating_sub(u32::try_from(placed.len()).unwrap_or(u32::MAX));
            if left == 0 {
                break;
            }
            let (met_at, seq) = if event == at { (met_at, seq) } else { (i64::MAX, i64::MAX) };
            placed.extend(self.list(AT_ONE, (event, met_at, seq, left), event_placed)?);
        }
        Ok(placed)
    }

    fn by_due(
        &self,
        events: Option<&[i64]>,
        after: Option<&ListCursor>,
        wanted: u32,
    ) -> Result<Vec<Placed>, StoreError> {
        let (due, id) = match after {
            None => ("", Uuid::nil()),
            Some(ListCursor::Due { due, id }) => (due.as_str(), id.uuid()),
            Some(_) => return Err(StoreError::Conflict),
        };
        let placed = |row: &Row<'_>| {
            let id = FollowUpId::from_uuid(rows::uuid(row, 2)?);
            Ok(Placed { whom: Whom::Id(rows::contact_id(row)?), place: ListCursor::Due { due: row.get(1)?, id } })
        };
        match events {
            None => self.list(DUE, (due, id.as_bytes(), wanted), placed),
            Some(events) => self.list(DUE_THERE, (due, id.as_bytes(), wanted, json(events)), placed),
        }
    }

    fn groups(&self, placed: &[Placed]) -> Result<Vec<Group>, StoreError> {
        let mut groups = Vec::new();
        let mut current = None;
        for (first, placed) in placed.iter().enumerate() {
            let ListCursor::Event { event, .. } = placed.place else { break };
            if current != Some(event) {
                current = Some(event);
                let name = self.one("SELECT name FROM event WHERE seq = ?1", [event], |row| row.get(0))?;
                groups.push(Group { first, event: name, people: self.tally(event)? });
            }
        }
        Ok(groups)
    }

    /// The groups in a list that is in no order of events: who stands side by side and was last met at the same event.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn neighbours(&self, rows: &[Outline]) -> Result<Vec<Group>, StoreError> {
        let mut people: HashMap<Option<EventId>, u64> = HashMap::new();
        let mut groups = Vec::new();
        let mut current = None;
        for (first, row) in rows.iter().enumerate() {
            let event = row.event.as_ref().map(|event| event.id);
            if current == Some(event) {
                continue;
            }
            current = Some(event);
            let people = match people.entry(event) {
                Entry::Occupied(counted) => *counted.get(),
                Entry::Vacant(uncounted) => *uncounted.insert(self.met_at(event)?),
            };
            groups.push(Group { first, event: row.event.as_ref().map(|event| event.name.clone()), people });
        }
        Ok(groups)
    }

    /// How many people were met at an event, or at none.
    fn met_at(&self, event: Option<EventId>) -> Result<u64, StoreError> {
        let seq = match event {
            None => Some(0),
            Some(event) => {
                self.one("SELECT seq FROM event WHERE id = ?1", [event.uuid().as_bytes()], |row| row.get(0))?
            }
        };
        seq.map_or(Ok(0), |seq| self.tally(seq))
    }

    fn people_in(&self, order: ListOrder, events: &Events) -> Result<Option<u64>, StoreError> {
        match (order, &events.0) {
            (ListOrder::Due, _) => Ok(None),
            (_, None) => self.contact_count().map(Some),
            // Somebody may have been at two of several.
            (_, Some(seqs)) => match seqs.as_slice() {
                [one] => self.tally(*one).map(Some),
                _ => Ok(None),
            },
        }
    }

    /// How many people were met at an event, 0 for none; -1 for how many are kept.
    pub(crate) fn tally(&self, event: i64) -> Result<u64, StoreError> {
        let people = self.one("SELECT people FROM tally WHERE event_seq = ?1", [event], |row| row.get::<_, i64>(0))?;
        Ok(people.map_or(0, i64::unsigned_abs))
    }
}

fn name_placed(row: &Row<'_>) -> rusqlite::Result<Placed> {
    let seq = row.get(1)?;
    let packed = row.get::<_, Option<Vec<u8>>>(2)?.unwrap_or_default();
    Ok(Placed { whom: Whom::Packed(seq, packed), place: ListCursor::Name { key: row.get(0)?, seq } })
}

fn event_placed(row: &Row<'_>) -> rusqlite::Result<Placed> {
    let seq = row.get(2)?;
    let place = ListCursor::Event { event: row.get(0)?, met_at: rows::instant(row, 1)?, seq };
    Ok(Placed { whom: Whom::Seq(seq), place })
}

fn event_place(after: Option<&ListCursor>) -> Result<(i64, i64, i64), StoreError> {
    match after {
        None => Ok((i64::MAX, i64::MAX, i64::MAX)),
        Some(ListCursor::Event { event, met_at, seq }) => Ok((*event, met_at.ms(), *seq)),
        Some(_) => Err(StoreError::Conflict),
    }
}

fn json(seqs: &[i64]) -> String {
    format!("[{}]", seqs.iter().map(i64::to_string).collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::tests::plan;

    #[test]
    fn pages_come_straight_from_an_index() {
        for (sql, expected) in [
            (NAMES, "SEARCH f USING COVERING INDEX finding_by_name (name_order>?)"),
            (NAMES_WITHOUT_SPANISH, "SEARCH f USING COVERING INDEX finding_by_name (name_order>?)"),
            (NAMES_IN_SPANISH, "SEARCH f USING INDEX finding_by_name_es (name_order_es>?)"),
            (THERE, "SEARCH m USING PRIMARY KEY ((event_seq,met_at_ms,contact_seq)<(?,?,?))"),
            (AT_ONE, "SEARCH m USING PRIMARY KEY (event_seq=? AND (met_at_ms,contact_seq)<(?,?))"),
        ] {
            // A sort would be a step of its own, "USE TEMP B-TREE FOR ORDER BY".
            assert_eq!(plan(sql), expected, "{sql}");
        }
        assert_eq!(plan(DUE), "SEARCH f USING INDEX follow_up_open_by_due ((due,id)>(?,?))");
    }

    #[test]
    fn a_place_survives_being_text() {
        let id = Uuid::from_u128(u128::MAX - 7);
        for place in [
            ListCursor::Recent(RecentCursor { met_at: Timestamp::from_ms(-5), id: ContactId::from_uuid(id) }),
            ListCursor::Name { key: "王 rao~\u{10ffff}".into(), seq: 7 },
            ListCursor::Name { key: String::new(), seq: i64::MAX },
            ListCursor::Event { event: 0, met_at: Timestamp::from_ms(i64::MIN), seq: 1 },
            ListCursor::Due { due: "2026-11-24T10:00".into(), id: FollowUpId::from_uuid(id) },
        ] {
            let text = place.to_string();
            assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{text}");
            assert_eq!(text.parse(), Ok(place));
        }
        for wrong in
            ["", "n", "n12", "x0000000000000000", "e00", "d12", "n00000000000000010", "n0000000000000001zz", "né"]
        {
            assert_eq!(wrong.parse::<ListCursor>(), Err(InvalidCursor), "{wrong}");
        }
    }
}
