//! People to store, folders to store them in, and this program again as a process to be killed.
#![allow(dead_code, reason = "each test file uses a part of it")]

#[path = "../../../../core/store/tests/common/mod.rs"]
mod store;

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

pub(crate) use store::*;

/// A new folder, in memory where the system has any: thousands are made, and what they survive does not hang on the real
/// disk.
pub(crate) fn scratch() -> Folder {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::TempDir::new_in(memory) } else { tempfile::TempDir::new() };
    Folder::in_folder(made.unwrap())
}

/// The same for a database that is never encrypted.
pub(crate) fn plain_scratch() -> Folder {
    Folder(scratch().0, None)
}

const FILE: &str = "JUSTMET_TEST_FILE";

/// This program again, running one of its ignored tests on the file.
pub(crate) fn this_again(test: &str, file: &Path) -> Command {
    let mut this = Command::new(env::current_exe().unwrap());
    this.args(["--exact", test, "--ignored", "--nocapture"]).env(FILE, file);
    this.stdout(Stdio::null()).stderr(Stdio::piped());
    this
}

/// The file that [`this_again`] was given.
pub(crate) fn given_file() -> PathBuf {
    PathBuf::from(env::var_os(FILE).unwrap())
}

/// Kills a process after so long, and tells whether it was still at it.
pub(crate) fn kill_after(mut child: Child, wait: Duration) -> bool {
    sleep(wait);
    let was_at_it = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    was_at_it
}

/// Waits for a process that is to end well.
pub(crate) fn ends_well(child: Child) {
    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}
