//! The queries.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDateTime;
use justmet_domain::contact::Contact;
use justmet_domain::follow_up::FollowUp;
use justmet_domain::id::{ContactId, FollowUpId};
use justmet_domain::locale::Language;
use justmet_domain::suggest::Rates;
use justmet_domain::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, Params, Row};
use uuid::Uuid;

use crate::StoreError;
use crate::interrupt::Interrupt;
use crate::message::CountedRates;
use crate::outline::{EventName, Outline};
use crate::records::{Event, LedgerEntry, Profile, RecentCursor, Undo};
use crate::rows::{self, ADDRESS, CONTACT, ENCOUNTER, EVENT, FOLLOW_UP, PREFERENCE, PROMISE};
use crate::search::SearchIndex;

/// One snapshot to read from.
#[derive(Debug)]
pub struct Reader<'c> {
    conn: &'c Connection,
    /// What is in memory of the file; none within a write, which sees what memory does not have yet.
    index: Option<&'c SearchIndex>,
    /// What was counted in an earlier snapshot of this connection; none within a write.
    counted: Option<&'c RefCell<Option<CountedRates>>>,
    interrupt: Option<&'c Interrupt>,
}

/// The ids asked for, bound as one JSON list of hex texts: one statement serves any number of them.
pub(crate) const ASKED: &str = "(SELECT unhex(value) FROM json_each(?1))";

impl<'c> Reader<'c> {
    pub(crate) const fn new(conn: &'c Connection) -> Self {
        Self { conn, index: None, counted: None, interrupt: None }
    }

    pub(crate) const fn with(
        conn: &'c Connection,
        index: &'c SearchIndex,
        counted: &'c RefCell<Option<CountedRates>>,
        interrupt: Option<&'c Interrupt>,
    ) -> Self {
        Self { conn, index: Some(index), counted: Some(counted), interrupt }
    }

    pub(crate) const fn counted(&self) -> Option<&'c RefCell<Option<CountedRates>>> {
        self.counted
    }

    pub(crate) const fn index(&self) -> Option<&'c SearchIndex> {
        self.index
    }

    /// Fails where it was asked to break off: between statements SQLite does not hear of it.
    pub(crate) fn not_interrupted(&self) -> Result<(), StoreError> {
        if self.interrupt.is_some_and(Interrupt::is_asked) { Err(StoreError::Interrupted) } else { Ok(()) }
    }

    pub(crate) const fn conn(&self) -> &'c Connection {
        self.conn
    }

    /// The contacts asked for, in that order, each with all that belongs to it; unknown and erased ones are left out.
    /// A constant number of queries however many are asked for.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn profiles(&self, ids: &[ContactId]) -> Result<Vec<Profile>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let asked = hex_list(ids);
        let mut found: HashMap<ContactId, Profile> = HashMap::with_capacity(ids.len());
        let contacts = self.list(
            &format!("SELECT {CONTACT} FROM contact c WHERE c.id IN {ASKED} AND c.deleted_ms IS NULL"),
            [&asked],
            |row| Ok((rows::contact(row)?, rows::language(row)?)),
        )?;
        let rates = self.shared_rates()?;
        for (contact, language) in contacts {
            found.insert(contact.id, bare(contact, language, Arc::clone(&rates)));
        }
        let addresses = self.list(
            &format!(
                "SELECT {ADDRESS} FROM address a WHERE a.contact_id IN {ASKED} AND a.deleted_ms IS NULL ORDER BY a.seq"
            ),
            [&asked],
            rows::address,
        )?;
        for address in addresses {
            if let Some(profile) = found.get_mut(&address.contact) {
                profile.outline.addresses.push(address);
            }
        }
        let preferences = self.list(
            &format!(
                "SELECT {PREFERENCE} FROM preference p WHERE p.contact_id IN {ASKED} AND p.deleted_ms IS NULL \
                 ORDER BY p.seq"
            ),
            [&asked],
            |row| Ok((rows::preference(row)?, row.get::<_, Option<i64>>(8)?.map(Timestamp::from_ms))),
        )?;
        for (preference, superseded) in preferences {
            if let Some(profile) = found.get_mut(&preference.contact) {
                match superseded {
                    None => profile.outline.preferences.push(preference),
                    Some(at) => profile.earlier_preferences.push((preference, at)),
                }
            }
        }
        for message in self.messages_of(&asked)? {
            if let Some(profile) = found.get_mut(&message.contact) {
                profile.outline.messages.push(message);
            }
        }
        let encounters = self.list(
            &format!(
                "SELECT {ENCOUNTER}, v.name FROM encounter e LEFT JOIN event v ON v.id = e.event_id \
                 WHERE e.contact_id IN {ASKED} AND e.deleted_ms IS NULL ORDER BY e.met_at_ms DESC, e.seq DESC"
            ),
            [&asked],
            |row| {
                let encounter = rows::encounter(row)?;
                let named = |id| Ok::<_, rusqlite::Error>(EventName { id, name: row.get(7)? });
                let event = encounter.event.map(named).transpose()?;
                Ok((encounter, event))
            },
        )?;
        for (encounter, event) in encounters {
            if let Some(profile) = found.get_mut(&encounter.contact) {
                if profile.encounters.is_empty() {
                    profile.outline.event = event;
                }
                profile.encounters.push(encounter);
            }
        }
        let promises = self.list(
            &format!(
                "SELECT {PROMISE}, e.contact_id FROM encounter e JOIN promise p ON p.encounter_id = e.id \
                 WHERE e.contact_id IN {ASKED} AND p.deleted_ms IS NULL ORDER BY p.seq"
            ),
            [&asked],
            |row| Ok((ContactId::from_uuid(rows::uuid(row, 5)?), rows::promise(row)?)),
        )?;
        for (contact, promise) in promises {
            if let Some(profile) = found.get_mut(&contact) {
                profile.outline.promises.push(promise);
            }
        }
        // The open one of each contact comes last, and before it the latest: the last one wins.
        let follow_ups = self.list(
            &format!(
                "SELECT {FOLLOW_UP} FROM follow_up f WHERE f.contact_id IN {ASKED} \
                 ORDER BY f.state IN ('planned', 'delivered'), f.created_at_ms, f.seq"
            ),
            [&asked],
            rows::follow_up,
        )?;
        for follow_up in follow_ups {
            if let Some(profile) = found.get_mut(&follow_up.contact) {
                profile.outline.open_follow_up = Some(&follow_up).filter(|it| it.is_open()).cloned();
                profile.follow_up = Some(follow_up);
            }
        }
        // Asked twice is answered twice.
        Ok(ids.iter().filter_map(|id| found.get(id).cloned()).collect())
    }

    /// One contact with all that belongs to it; `None` if it is unknown or erased.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn profile(&self, id: ContactId) -> Result<Option<Profile>, StoreError> {
        Ok(self.profiles(&[id])?.pop())
    }

    /// A page of people, most recently met first, from after the cursor on.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn recent(&self, after: Option<RecentCursor>, limit: u32) -> Result<Vec<ContactId>, StoreError> {
        Ok(self.recent_places(after, limit)?.into_iter().map(|(id, _)| id).collect())
    }

    /// The same, each with when they were met.
    pub(crate) fn recent_places(
        &self,
        after: Option<RecentCursor>,
        limit: u32,
    ) -> Result<Vec<(ContactId, Timestamp)>, StoreError> {
        let placed = |row: &Row<'_>| Ok((rows::contact_id(row)?, rows::instant(row, 1)?));
        match after {
            None => self.list(RECENT, [limit], placed),
            Some(RecentCursor { met_at, id }) => {
                self.list(RECENT_AFTER, (met_at.ms(), id.uuid().as_bytes(), limit), placed)
            }
        }
    }

    /// The place of a contact in that list; `None` if it is unknown or erased.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn recent_cursor(&self, id: ContactId) -> Result<Option<RecentCursor>, StoreError> {
        let met_at = self.one(
            "SELECT met_at_ms FROM contact WHERE id = ?1 AND deleted_ms IS NULL",
            [id.uuid().as_bytes()],
            |row| rows::instant(row, 0),
        )?;
        Ok(met_at.map(|met_at| RecentCursor { met_at, id }))
    }

    /// A follow-up, open or ended.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn follow_up(&self, id: FollowUpId) -> Result<Option<FollowUp>, StoreError> {
        self.one(
            &format!("SELECT {FOLLOW_UP} FROM follow_up f WHERE f.id = ?1"),
            [id.uuid().as_bytes()],
            rows::follow_up,
        )
    }

    /// The open follow-ups, earliest first; with `due_until` those that are due then or before, as civil time.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn open_follow_ups(&self, due_until: Option<NaiveDateTime>) -> Result<Vec<FollowUp>, StoreError> {
        let until = rows::due_text(due_until.unwrap_or(NaiveDateTime::MAX));
        self.list(&open_follow_ups_sql(), [until], rows::follow_up)
    }

    /// The earliest follow-up after a civil moment that has not been shown yet.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn next_planned(&self, after: NaiveDateTime) -> Result<Option<FollowUp>, StoreError> {
        self.one(&next_planned_sql(), [rows::due_text(after)], rows::follow_up)
    }

    /// What happened to a follow-up, in order.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn ledger(&self, id: FollowUpId) -> Result<Vec<LedgerEntry>, StoreError> {
        self.list(
            "SELECT generation, event, at_ms, due FROM ledger WHERE follow_up_id = ?1 ORDER BY seq",
            [id.uuid().as_bytes()],
            rows::ledger_entry,
        )
    }

    /// What the numbers of a terminal's last list mean. Erased contacts keep their number, so that no other moves up.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn last_listing(&self) -> Result<Vec<ContactId>, StoreError> {
        self.list("SELECT contact_id FROM listing ORDER BY position", [], rows::contact_id)
    }

    /// A setting as it was last set.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.one("SELECT value FROM settings WHERE key = ?1", [key], |row| row.get(0))
    }

    /// The event that was used last.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn latest_event(&self) -> Result<Option<Event>, StoreError> {
        self.one(
            &format!(
                "SELECT {EVENT} FROM event v WHERE v.deleted_ms IS NULL ORDER BY v.last_used_ms DESC, v.seq DESC LIMIT 1"
            ),
            [],
            |row| rows::event(row, 0),
        )
    }

    /// What a token takes back; expired ones may still be there.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn undo(&self, token: Uuid) -> Result<Option<Undo>, StoreError> {
        self.one("SELECT token, what, expires_ms FROM undo WHERE token = ?1", [token.as_bytes()], undo)
    }

    /// What was done last that can be taken back; an expired one may still be there.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn latest_undo(&self) -> Result<Option<Undo>, StoreError> {
        self.one("SELECT token, what, expires_ms FROM undo ORDER BY seq DESC LIMIT 1", [], undo)
    }

    /// Whether there is something that can no longer be taken back.
    pub(crate) fn has_expired(&self, now: Timestamp) -> Result<bool, StoreError> {
        let found = self.one("SELECT 1 FROM undo WHERE expires_ms <= ?1 LIMIT 1", [now.ms()], |_| Ok(()))?;
        Ok(found.is_some())
    }

    /// How many contacts there are, erased ones not counted.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn contact_count(&self) -> Result<u64, StoreError> {
        self.tally(-1)
    }

    pub(crate) fn list<T>(
        &self,
        sql: &str,
        params: impl Params,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        self.not_interrupted()?;
        let mut statement = self.conn.prepare_cached(sql)?;
        let found = statement.query_map(params, row)?.collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    pub(crate) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        self.not_interrupted()?;
        Ok(self.conn.prepare_cached(sql)?.query_row(params, row).optional()?)
    }
}

const RECENT: &str =
    "SELECT id, met_at_ms FROM contact WHERE deleted_ms IS NULL ORDER BY met_at_ms DESC, id DESC LIMIT ?1";
const RECENT_AFTER: &str = "SELECT id, met_at_ms FROM contact WHERE deleted_ms IS NULL AND (met_at_ms, id) < (?1, ?2) \
     ORDER BY met_at_ms DESC, id DESC LIMIT ?3";

fn open_follow_ups_sql() -> String {
    format!(
        "SELECT {FOLLOW_UP} FROM follow_up f WHERE f.state IN ('planned', 'delivered') AND f.due <= ?1 \
         ORDER BY f.due, f.id"
    )
}

fn next_planned_sql() -> String {
    format!("SELECT {FOLLOW_UP} FROM follow_up f WHERE f.state = 'planned' AND f.due > ?1 ORDER BY f.due, f.id LIMIT 1")
}

fn undo(row: &Row<'_>) -> rusqlite::Result<Undo> {
    let what = serde_json::from_str(row.get_ref(1)?.as_str()?).map_err(|_| rows::unreadable(1))?;
    Ok(Undo { token: rows::uuid(row, 0)?, what, expires: rows::instant(row, 2)? })
}

fn bare(contact: Contact, language: Option<Language>, rates: Arc<Rates>) -> Profile {
    let outline = Outline {
        contact,
        addresses: Vec::new(),
        preferences: Vec::new(),
        event: None,
        promises: Vec::new(),
        open_follow_up: None,
        messages: Vec::new(),
        rates,
    };
    Profile { outline, encounters: Vec::new(), follow_up: None, language, earlier_preferences: Vec::new() }
}

pub(crate) fn hex_list(ids: &[ContactId]) -> String {
    let mut list = String::with_capacity(2 + ids.len() * 35);
    list.push('[');
    for id in ids {
        if list.len() > 1 {
            list.push(',');
        }
        list.push('"');
        list.push_str(id.uuid().simple().encode_lower(&mut Uuid::encode_buffer()));
        list.push('"');
    }
    list.push(']');
    list
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// How SQLite goes about a query, a step a line.
    pub(crate) fn plan(sql: &str) -> String {
        let conn = Connection::open_in_memory().unwrap();
        crate::migrate::MIGRATIONS.iter().for_each(|sql| conn.execute_batch(sql).unwrap());
        let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let values = vec![rusqlite::types::Null; statement.parameter_count()];
        let steps = statement.query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>(3)).unwrap();
        steps.map(Result::unwrap).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn lists_come_straight_from_an_index() {
        for (sql, expected) in [
            (RECENT, "SCAN contact USING COVERING INDEX contact_recent"),
            (RECENT_AFTER, "SEARCH contact USING COVERING INDEX contact_recent ((met_at_ms,id)<(?,?))"),
            (&open_follow_ups_sql(), "SEARCH f USING INDEX follow_up_open_by_due (due<?)"),
            (&next_planned_sql(), "SEARCH f USING INDEX follow_up_planned_by_due (due>?)"),
        ] {
            // A sort would be a step of its own, "USE TEMP B-TREE FOR ORDER BY".
            assert_eq!(plan(sql), expected, "{sql}");
        }
    }

    #[test]
    fn ids_asked_for_are_one_bound_value() {
        let ids = [1, u128::MAX].map(|number| ContactId::from_uuid(Uuid::from_u128(number)));
        let listed = hex_list(&ids);
        assert_eq!(listed, "[\"00000000000000000000000000000001\",\"ffffffffffffffffffffffffffffffff\"]");
        assert_eq!(hex_list(&[]), "[]");
    }
}
