//! What is known about each way to reach a person.
//!
//! - [`ChannelKind`] names the channels, [`Facts`] say what is known about each, as data;
//! - [`normalize`] and [`recognise_url`] bring what was typed, pasted or scanned to a [`Handle`] with one key;
//! - [`launch()`] says what a shell opens so that the person can write, and where the draft goes;
//! - [`Limit`] says how long a text may be, and counts as the channel does.

mod clean;
mod email;
mod facts;
mod handle;
mod kind;
mod launch;
mod limit;
mod names;
mod numbering;
mod phone;
mod sites;
mod url;

pub use facts::{Facts, Leak, Norm, Opens, Prefill};
pub use handle::{Handle, HandleError, HandleMark, normalize};
pub use kind::ChannelKind;
pub use launch::{Action, Draft, DraftGoes, Launch, Platform, launch};
pub use limit::{Limit, SmsAlphabet, SmsLength, Unit, length_in, sms_length};
pub use url::recognise_url;
