//! What JustMet's database survives, tried out below SQLite.
//!
//! [`Tape::record`] watches a folder: whatever SQLite writes, truncates, syncs and deletes there is noted, by whatever
//! opens the database, while it goes on to the real files. From the tape come [`Image`]s: what a disk may hold if the power
//! had gone at any point of it, with what was not synced yet dropped, reordered or torn. A [`Fault`] makes the disk full or
//! failing while it is in use.
//!
//! ```no_run
//! # fn main() -> std::io::Result<()> {
//! let folder = std::path::Path::new("a folder of its own");
//! let tape = justmet_crash::Tape::record(folder);
//! // Open a database in the folder, save somebody, and once that has returned:
//! tape.acknowledge(1);
//! for image in tape.images(4, 7) {
//!     image.write_to(std::path::Path::new("another folder"))?;
//!     // Open it there: everything up to `image.acknowledged` must be in it.
//! }
//! # Ok(())
//! # }
//! ```

mod disk;
mod tape;
mod vfs;

pub use disk::{Image, Loss};
pub use tape::{Done, Fault, FaultKind, Tape};
