//! The schema's versions.

use justmet_domain::id::IdSource;
use justmet_domain::time::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::StoreError;
use crate::hlc::Hlc;

/// `JMet` in ASCII: says in the file's header whose it is.
pub(crate) const APPLICATION_ID: u32 = 0x4A4D_6574;

/// Each file brings the schema from its index to the next version. A released one is never edited again.
pub(crate) const MIGRATIONS: [&str; 8] = [
    include_str!("../migrations/0001_initial.sql"),
    include_str!("../migrations/0002_messages.sql"),
    include_str!("../migrations/0003_search.sql"),
    include_str!("../migrations/0004_reminder.sql"),
    include_str!("../migrations/0005_deletion_offer.sql"),
    include_str!("../migrations/0006_outline.sql"),
    include_str!("../migrations/0007_hours_alone.sql"),
    include_str!("../migrations/0008_flat.sql"),
];

/// The version that this program knows.
pub(crate) const KNOWN: u32 = MIGRATIONS.len() as u32;

/// What the keys of the store's own settings start with.
pub(crate) const OWN_SETTINGS: &str = "store.";

/// The last reading of the hybrid clock.
pub(crate) const HLC: &str = "store.hlc";

/// The id of this installation: made with the database, and anew when a backup is restored.
pub(crate) const NODE: &str = "store.node";

/// Brings the schema up to date in one transaction: after a cut the file holds the version before or this one, and whoever
/// opens it at the same time waits for that. `before_upgrade` is called where there is an earlier version, once nobody
/// else can write.
pub(crate) fn migrate(
    conn: &Connection,
    now: Timestamp,
    ids: &mut dyn IdSource,
    before_upgrade: impl FnOnce() -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    bring_to(conn, KNOWN, now, ids, before_upgrade)
}

/// The same without a copy, up to an earlier version: what was exported under it is read into it before it is brought up
/// to date.
pub(crate) fn migrate_to(
    conn: &Connection,
    target: u32,
    now: Timestamp,
    ids: &mut dyn IdSource,
) -> Result<(), StoreError> {
    bring_to(conn, target, now, ids, || Ok(()))
}

fn bring_to(
    conn: &Connection,
    target: u32,
    now: Timestamp,
    ids: &mut dyn IdSource,
    before_upgrade: impl FnOnce() -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    if version(conn)? == target {
        return Ok(());
    }
    if target > KNOWN {
        return Err(StoreError::NewerDatabase { found: target, known: KNOWN });
    }
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    // Asked again under the lock: another process may have done it meanwhile.
    let from = version(&transaction)?;
    if from == target {
        return Ok(());
    }
    let steps = usize::try_from(from).ok().zip(usize::try_from(target).ok());
    let Some(steps) = steps.and_then(|(from, target)| MIGRATIONS.get(from..target)).filter(|it| !it.is_empty()) else {
        return Err(StoreError::NewerDatabase { found: from, known: KNOWN });
    };
    if from > 0 {
        before_upgrade()?;
    }
    take(&transaction, steps)?;
    if from == 0 {
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        let keep = "INSERT INTO settings (key, value) VALUES (?1, ?2)";
        transaction.execute(keep, (NODE, ids.next_uuid().to_string()))?;
        transaction.execute(keep, (HLC, Hlc::ZERO.next(now).value().to_string()))?;
    }
    transaction.pragma_update(None, "user_version", target)?;
    transaction.commit()?;
    Ok(())
}

/// A step may rewrite how a table is declared, which nothing else may.
fn take(conn: &Connection, steps: &[&str]) -> Result<(), StoreError> {
    let is_defensive = conn.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
    let taken = steps.iter().try_for_each(|sql| conn.execute_batch(sql));
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, is_defensive)?;
    Ok(taken?)
}

pub(crate) fn version(conn: &Connection) -> Result<u32, StoreError> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Ids;

    impl IdSource for Ids {
        fn next_uuid(&mut self) -> uuid::Uuid {
            uuid::Uuid::from_u128(1)
        }
    }

    fn tables(conn: &Connection) -> i64 {
        conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn from_nothing_to_the_known_version_once() {
        let conn = Connection::open_in_memory().unwrap();
        assert_eq!(version(&conn), Ok(0));
        migrate_to(&conn, KNOWN, Timestamp::from_ms(5), &mut Ids).unwrap();
        assert_eq!(version(&conn), Ok(KNOWN));
        let id: u32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0)).unwrap();
        assert_eq!(id, APPLICATION_ID);
        let before = tables(&conn);
        migrate_to(&conn, KNOWN, Timestamp::from_ms(9), &mut Ids).unwrap();
        assert_eq!(tables(&conn), before);
    }

    #[test]
    fn a_step_that_fails_leaves_the_version_before_it() {
        let conn = Connection::open_in_memory().unwrap();
        // In the way of the last table of the first version.
        conn.execute_batch("CREATE TABLE settings (a)").unwrap();
        assert!(migrate_to(&conn, KNOWN, Timestamp::from_ms(5), &mut Ids).is_err());
        assert_eq!((version(&conn), tables(&conn)), (Ok(0), 1));
    }

    #[test]
    fn a_newer_version_is_refused_here_too() {
        let conn = Connection::open_in_memory().unwrap();
        conn.pragma_update(None, "user_version", KNOWN + 1).unwrap();
        let refused = Err(StoreError::NewerDatabase { found: KNOWN + 1, known: KNOWN });
        assert_eq!(migrate_to(&conn, KNOWN, Timestamp::from_ms(5), &mut Ids), refused);
        assert_eq!(tables(&conn), 0);
    }
}
