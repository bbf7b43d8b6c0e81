//! Encryption at rest: SQLCipher under a raw 32-byte key, without any deriving of it at opening.

use std::fmt;
#[cfg(feature = "encryption")]
use std::path::Path;
use std::sync::Arc;
#[cfg(feature = "encryption")]
use std::sync::{Mutex, PoisonError};
#[cfg(feature = "encryption")]
use std::thread::sleep;
#[cfg(feature = "encryption")]
use std::time::Duration;

use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::StoreError;

/// The length of a key, in bytes.
pub const KEY_BYTES: usize = 32;

/// What stands at the beginning of an encrypted file, in bytes.
const SALT_BYTES: usize = 16;

/// The key of a database; random, from the device's own key store. Wiped from memory when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    bytes: Zeroizing<[u8; KEY_BYTES]>,
    salt: Option<[u8; SALT_BYTES]>,
    has_plain_header: bool,
}

impl Key {
    /// Takes over a key.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`] where it is not [`KEY_BYTES`] long.
    pub fn new(bytes: &[u8]) -> Result<Self, StoreError> {
        let bytes: [u8; KEY_BYTES] = bytes.try_into().map_err(|_| StoreError::WrongKey)?;
        Ok(Self { bytes: Zeroizing::new(bytes), salt: None, has_plain_header: false })
    }

    /// Leaves the first 32 bytes of the file in the clear, as they are the same in every database: iOS ends an app that goes
    /// to the background while it holds a file of a shared folder locked, unless it can see that it is SQLite's
    /// (0xdead10cc). The salt that otherwise stands there is kept beside the key: 16 random bytes, not secret.
    #[must_use]
    pub fn with_plain_header(mut self, salt: [u8; SALT_BYTES]) -> Self {
        self.salt = Some(salt);
        self.has_plain_header = true;
        self
    }

    /// The same for another file whose pages are to be interchangeable with those of one that begins so.
    #[cfg(feature = "encryption")]
    pub(crate) fn with_salt_of(&self, head: &[u8]) -> Option<Self> {
        let salt = self.salt.or_else(|| head.first_chunk().copied())?;
        Some(Self { salt: Some(salt), ..self.clone() })
    }

    pub(crate) const fn has_plain_header(&self) -> bool {
        self.has_plain_header
    }

    /// As SQLCipher takes it: `x'…'`, the salt behind the key.
    #[cfg(feature = "encryption")]
    fn literal(&self) -> Zeroizing<String> {
        use std::fmt::Write;
        let mut text = Zeroizing::new(String::with_capacity(2 * (KEY_BYTES + SALT_BYTES) + 3));
        text.push_str("x'");
        for byte in self.bytes.iter().chain(self.salt.iter().flatten()) {
            // Writing to a text cannot fail.
            let _written = write!(text, "{byte:02x}");
        }
        text.push('\'');
        text
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

/// The key that a connection is opened with, if any.
pub(crate) type Lock = Option<Arc<Key>>;

/// Whether this program can encrypt at all. To be asked before a connection is made that has to do with a key.
///
/// # Errors
/// [`StoreError::NoEncryption`] where a key is given and it cannot.
pub(crate) fn supported(key: &Lock) -> Result<(), StoreError> {
    if key.is_none() {
        return Ok(());
    }
    #[cfg(feature = "encryption")]
    return set_up();
    #[cfg(not(feature = "encryption"))]
    Err(StoreError::NoEncryption)
}

/// Waits until SQLCipher is ready. SQLite lets a second thread open databases while the first still sets SQLCipher up
/// (SQLCipher 4.19: `sqlite3_initialize` calls `SQLITE_EXTRA_INIT` after it has let go of its lock), and a key would then be
/// refused with SQLITE_ERROR.
#[cfg(feature = "encryption")]
fn set_up() -> Result<(), StoreError> {
    static READY: Mutex<bool> = Mutex::new(false);
    let mut ready = READY.lock().unwrap_or_else(PoisonError::into_inner);
    for _ in 0..SET_UP_TRIES {
        if *ready {
            return Ok(());
        }
        // The last thing that is set up is that every new connection has this function.
        let conn = Connection::open_in_memory()?;
        let sql = "SELECT EXISTS (SELECT 1 FROM pragma_function_list WHERE name = 'sqlcipher_export')";
        *ready = conn.query_row(sql, [], |row| row.get(0))?;
        if !*ready {
            sleep(Duration::from_millis(1));
        }
    }
    if *ready { Ok(()) } else { Err(StoreError::NoEncryption) }
}

/// It takes a few milliseconds; this is longer than anybody waits.
#[cfg(feature = "encryption")]
const SET_UP_TRIES: u32 = 10_000;

/// Tells a connection its key, before it reads anything.
#[cfg(feature = "encryption")]
pub(crate) fn unlock(conn: &Connection, key: &Lock) -> Result<(), StoreError> {
    let Some(key) = key else { return Ok(()) };
    // What goes wrong is told by the error; SQLCipher would print it as well.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    conn.execute_batch(&Zeroizing::new(format!("PRAGMA key = \"{}\"", key.literal().as_str())))?;
    if key.has_plain_header() {
        conn.execute_batch("PRAGMA cipher_plaintext_header_size = 32")?;
    }
    Ok(())
}

#[cfg(not(feature = "encryption"))]
pub(crate) fn unlock(_conn: &Connection, key: &Lock) -> Result<(), StoreError> {
    supported(key)
}

/// Attaches a file, or `:memory:`, under a name and a key of its own.
#[cfg(feature = "encryption")]
pub(crate) fn attach(conn: &Connection, file: &Path, name: &str, key: &Lock) -> Result<(), StoreError> {
    let file = file.to_str().ok_or(StoreError::NoFolder)?;
    match key {
        None => conn.execute(&format!("ATTACH DATABASE ?1 AS {name} KEY ''"), [file])?,
        Some(key) => conn.execute(&format!("ATTACH DATABASE ?1 AS {name} KEY ?2"), (file, key.literal().as_str()))?,
    };
    if key.as_ref().is_some_and(|key| key.has_plain_header()) {
        conn.execute_batch(&format!("PRAGMA {name}.cipher_plaintext_header_size = 32"))?;
    }
    Ok(())
}

/// Copies everything of the connection's own database into one that is attached under a name, whatever key either has.
#[cfg(feature = "encryption")]
pub(crate) fn export(conn: &Connection, name: &str) -> Result<(), StoreError> {
    conn.query_row("SELECT sqlcipher_export(?1)", [name], |_| Ok(())).map_err(failed_export)?;
    // Everything but the two numbers in the header.
    for number in ["application_id", "user_version"] {
        let value: i64 = conn.query_row(&format!("PRAGMA main.{number}"), [], |row| row.get(0))?;
        conn.execute_batch(&format!("PRAGMA {name}.{number} = {value}"))?;
    }
    Ok(())
}

/// What the statements within `sqlcipher_export` failed of it tells in SQLite's words alone (SQLCipher 4.19: its code is
/// always SQLITE_ERROR).
#[cfg(feature = "encryption")]
fn failed_export(error: rusqlite::Error) -> StoreError {
    let rusqlite::Error::SqliteFailure(_, Some(words)) = &error else { return error.into() };
    match words.as_str() {
        "database or disk is full" => StoreError::Full,
        "disk I/O error" => StoreError::Io("while copying".to_owned()),
        "database disk image is malformed" => StoreError::Damaged,
        "database is locked" | "database table is locked" => StoreError::Busy,
        "attempt to write a readonly database" => StoreError::ReadOnly,
        "interrupted" => StoreError::Interrupted,
        _ => error.into(),
    }
}

/// What a file that does not open under a key is: whether any page at all is what the key makes of it.
#[cfg(feature = "encryption")]
pub(crate) fn wrong_key_or_damaged(conn: &Connection, bytes: u64) -> StoreError {
    const PAGE_BYTES: u64 = 4096;
    let broken = conn.prepare("PRAGMA cipher_integrity_check").and_then(|mut statement| {
        let mut rows = statement.query([])?;
        let mut broken = 0_u64;
        while rows.next()?.is_some() {
            broken += 1;
        }
        Ok(broken)
    });
    match broken {
        Ok(broken) if broken < bytes / PAGE_BYTES => StoreError::Damaged,
        _ => StoreError::WrongKey,
    }
}

#[cfg(not(feature = "encryption"))]
pub(crate) fn wrong_key_or_damaged(_conn: &Connection, _bytes: u64) -> StoreError {
    StoreError::NoEncryption
}
