//! The proof of the one reminder.
//!
//! The rules are the production code, unchanged: [`justmet_domain::follow_up::reconcile`] and the transitions of a
//! follow-up. Around them stand models of the systems that a shell runs on, which lose, delay, repeat and roll back
//! whatever the real ones do, and a process that may die before every single effect. A [`history`] is a few dozen random
//! events under which nothing unsafe may happen; then the faults stop, and everything that is due must come.
//!
//! The models are ours: this is evidence about the protocol, not about Android or iOS.

mod database;
pub mod event;
pub mod explore;
pub mod history;
mod ios;
pub mod look;
pub mod oracle;
mod phone;
pub mod places;
pub mod replay;
mod run;
pub mod shrink;
pub mod world;
