//! What is known about each way to reach a person.

mod clean;
mod email;
mod handle;
mod kind;
mod launch;
mod names;
mod phone;
mod sites;
mod url;

pub use handle::{Handle, HandleError, HandleMark, normalize};
pub use kind::{ChannelKind, Facts};
pub use launch::{Launch, launch};
pub use url::recognise_url;
