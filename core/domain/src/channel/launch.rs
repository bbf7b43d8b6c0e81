//! What a shell must open so that the person can write: a typed value, never a text to be parsed again.

use super::handle::Handle;

/// One action of the shell.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Launch {
    /// Open this link in the app that owns it, or in a browser.
    OpenLink {
        /// An absolute `https` or app link, already percent-encoded.
        url: String,
    },
    /// Open the mail composer.
    ComposeMail {
        /// The recipient.
        to: String,
        /// Subject, if there is one.
        subject: Option<String>,
        /// The text.
        body: String,
    },
    /// Open the SMS composer.
    ComposeSms {
        /// E.164.
        number: String,
        /// The text.
        body: String,
    },
    /// Open the dialler.
    Dial {
        /// E.164.
        number: String,
    },
    /// Put this on the clipboard: no link leads to the person there.
    CopyText {
        /// What to copy.
        text: String,
    },
}

/// What opens a chat with that handle.
pub fn launch(handle: &Handle) -> Launch {
    Launch::CopyText { text: handle.key.clone() }
}
