//! Folders in memory where the system has any: thousands are made, and what they survive does not hang on the real disk.

use crate::common::Folder;

/// A new one, for a database that is never encrypted.
#[allow(dead_code, reason = "each test file uses a part of it")]
pub(crate) fn plain_scratch() -> Folder {
    Folder(scratch().0, None)
}

/// A new one.
#[allow(dead_code, reason = "each test file uses a part of it")]
pub(crate) fn scratch() -> Folder {
    let memory = std::path::Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::TempDir::new_in(memory) } else { tempfile::TempDir::new() };
    Folder::in_folder(made.unwrap())
}
