//! What is known about each way to reach a person.

mod clean;
mod email;
mod facts;
mod handle;
mod kind;
mod launch;
mod limit;
mod names;
mod phone;
mod sites;
mod url;

pub use facts::{Facts, Leak, Norm, Opens, Prefill};
pub use handle::{Handle, HandleError, HandleMark, normalize};
pub use kind::ChannelKind;
pub use launch::{Action, Draft, DraftGoes, Launch, Platform, launch};
pub use limit::{Limit, SmsAlphabet, SmsLength, Unit, length_in, sms_length};
pub use url::recognise_url;
