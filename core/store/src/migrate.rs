//! The schema's versions.

use justmet_domain::id::IdSource;
use justmet_domain::time::Timestamp;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::StoreError;
use crate::hlc::Hlc;

/// `JMet` in ASCII: says in the file's header whose it is.
pub(crate) const APPLICATION_ID: u32 = 0x4A4D_6574;

/// Each file brings the schema from its index to the next version. A released one is never edited again.
const MIGRATIONS: [&str; 1] = [include_str!("../migrations/0001_initial.sql")];

/// The version that this program knows.
pub(crate) const KNOWN: u32 = MIGRATIONS.len() as u32;

/// What the keys of the store's own settings start with.
pub(crate) const OWN_SETTINGS: &str = "store.";

/// The last reading of the hybrid clock.
pub(crate) const HLC: &str = "store.hlc";

/// The id of this installation: made with the database, and anew when a backup is restored.
pub(crate) const NODE: &str = "store.node";

/// Brings the schema up to date, a transaction a version: after a cut the file holds the one version or the next.
pub(crate) fn migrate(conn: &Connection, now: Timestamp, ids: &mut dyn IdSource) -> Result<(), StoreError> {
    loop {
        if version(conn)? == KNOWN {
            return Ok(());
        }
        let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
        // Asked again under the lock: another process may have done it meanwhile.
        let from = version(&transaction)?;
        let Some(sql) = usize::try_from(from).ok().and_then(|from| MIGRATIONS.get(from)) else {
            return if from == KNOWN { Ok(()) } else { Err(StoreError::NewerDatabase { found: from, known: KNOWN }) };
        };
        transaction.execute_batch(sql)?;
        if from == 0 {
            transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
            let keep = "INSERT INTO settings (key, value) VALUES (?1, ?2)";
            transaction.execute(keep, (NODE, ids.next_uuid().to_string()))?;
            transaction.execute(keep, (HLC, Hlc::ZERO.next(now).value().to_string()))?;
        }
        transaction.pragma_update(None, "user_version", from + 1)?;
        transaction.commit()?;
    }
}

fn version(conn: &Connection) -> Result<u32, StoreError> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}
