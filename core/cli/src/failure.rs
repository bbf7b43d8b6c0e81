//! What a person is told when something could not be done.

use std::io;

use justmet_app::JustMetError;

use crate::print::printable;

/// One sentence: what could not be done, why, and what to do.
#[derive(Debug)]
pub(crate) struct Failure {
    sentence: Option<String>,
}

impl Failure {
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: Some(sentence.into()) }
    }

    /// It has been said already, on standard output.
    pub(crate) fn already_told() -> Self {
        Self { sentence: None }
    }

    pub(crate) fn tell(&self, as_json: bool) {
        let Some(sentence) = &self.sentence else { return };
        anstream::eprintln!("justmet: {}", printable(sentence));
        if as_json {
            anstream::println!("{}", serde_json::json!({ "error": sentence }));
        }
    }
}

impl From<JustMetError> for Failure {
    fn from(error: JustMetError) -> Self {
        Self::new(error.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::new(format!("could not read or write: {}", error.kind()))
    }
}
