//! Folders in memory where the system has any: thousands are made, and what they survive does not hang on the real disk.

use crate::common::Folder;

/// A new one.
pub(crate) fn scratch() -> Folder {
    let memory = std::path::Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::TempDir::new_in(memory) } else { tempfile::TempDir::new() };
    Folder::in_folder(made.unwrap())
}
