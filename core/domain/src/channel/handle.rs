//! Handles: what is typed, scanned or pasted becomes one canonical key a channel, or is refused.

use crate::locale::Region;

use super::clean::{MAX_BYTES, clean};
use super::kind::ChannelKind;
use super::names;
use super::url::{self, Followed};

/// An address on one channel.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Handle {
    /// The channel.
    pub kind: ChannelKind,
    /// What is compared and linked to; no service prefix. E.164 for numbers.
    pub key: String,
    /// What is shown.
    pub display: String,
    /// What should be known about it, if anything.
    pub mark: Option<HandleMark>,
}

impl Handle {
    /// Whether it reaches a phone number: its key is E.164.
    pub fn reaches_number(&self) -> bool {
        self.key.starts_with('+')
    }

    /// Whether it may be written to only if it was given for that: a phone number, on any channel but Teams, where it is
    /// the name of an account.
    pub fn needs_consent(&self) -> bool {
        self.reaches_number() && self.kind != ChannelKind::Teams
    }
}

/// A remark about a handle that is kept all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HandleMark {
    /// libphonenumber calls the number possible by its length, but no such range is in use.
    NumberNotInUse,
}

/// Why a text is no handle of that channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum HandleError {
    /// Nothing is left once the decoration is stripped.
    #[error("there is nothing to reach them by")]
    Empty,
    /// Longer than any handle.
    #[error("it is longer than any such address")]
    TooLong,
    /// It breaks the channel's own rules for a handle.
    #[error("it cannot be an address of that channel")]
    Malformed,
    /// A national number, and no region to read it in.
    #[error("the number has no country code, and no region was given")]
    NoRegion,
    /// It belongs to another host or another channel.
    #[error("it leads to another site")]
    WrongHost,
}

impl HandleError {
    /// Its stable name in files and in `--json`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too-long",
            Self::Malformed => "malformed",
            Self::NoRegion => "no-region",
            Self::WrongHost => "wrong-host",
        }
    }
}

/// The canonical form of what was entered for a channel: decoration is taken off, a profile or chat link is followed to
/// the handle that it names, and the channel's own rule decides. Doing it again, with the key or with what is shown,
/// gives the same key.
///
/// # Errors
/// Says why it is no address there; the caller keeps the text as it was entered.
pub fn normalize(kind: ChannelKind, value: &str, region: Option<Region>) -> Result<Handle, HandleError> {
    let handle = read(kind, value, region)?;
    // What was read has just been read back.
    let plain = handle.key == value && handle.display == value;
    if plain { Ok(handle) } else { settled(handle) }
}

/// The handle, if its key reads as that key again. A name such as `www.ana`, typed behind an `@`, is none: without the `@`
/// it is a link. What is shown falls back to the key where it would read as something else.
pub(super) fn settled(handle: Handle) -> Result<Handle, HandleError> {
    if handle.reaches_number() {
        // `phone::normalize` has seen to it: reading a number costs ten times as much as a name.
        return Ok(handle);
    }
    let again = |text: &str| read(handle.kind, text, None).ok().filter(|again| again.key == handle.key);
    if again(&handle.key).is_none() {
        return Err(HandleError::Malformed);
    }
    let settles = |shown: &String| shown == &handle.key || again(shown).is_some_and(|again| &again.display == shown);
    let display = if settles(&handle.display) { handle.display } else { handle.key.clone() };
    Ok(Handle { display, ..handle })
}

fn read(kind: ChannelKind, value: &str, region: Option<Region>) -> Result<Handle, HandleError> {
    if value.len() > MAX_BYTES {
        return Err(HandleError::TooLong);
    }
    let text = clean(value);
    if text.is_empty() {
        return Err(HandleError::Empty);
    }
    if text.chars().any(char::is_control) {
        return Err(HandleError::Malformed);
    }
    match url::followed(kind, &text) {
        Followed::NoLink => names::normalize(kind, url::without_query(kind, &text), region),
        Followed::Handle(handle) => Ok(handle),
        Followed::Elsewhere => Err(HandleError::WrongHost),
    }
}
