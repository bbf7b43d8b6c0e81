//! JustMet's types and rules.
//!
//! Everything here is pure: the time, the zone, the region, the language and randomness come in as arguments; there is
//! no file, no SQL, no network and no `async`. The rooms, in the order a captured line walks through them:
//!
//! - [`capture`]: one typed line becomes a [`capture::Capture`], each field with its place in the line and its certainty;
//! - [`channel`]: what is known about each way to reach a person: handles, links, norms;
//! - [`contact`]: the person as kept, with addresses, preferences, encounters and promises;
//! - [`country`]: what is known of countries: on what people write there, and what time it is;
//! - [`suggest`]: which channel to write on, and why;
//! - [`message`]: the first draft, how it fits a channel, and what is better not sent;
//! - [`follow_up`]: the one reminder: choosing its moment, its states, and what the phone must be told;
//! - [`deletion_offer`]: who was never followed up, and may be forgotten;
//! - [`search`]: finding them again by what is remembered.

pub mod capture;
pub mod channel;
pub mod civil_text;
pub mod contact;
pub mod country;
pub mod deletion_offer;
pub mod fold;
pub mod follow_up;
pub mod id;
pub mod locale;
pub mod message;
pub mod order;
pub mod packed;
pub mod search;
pub mod suggest;
pub mod time;

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!();
