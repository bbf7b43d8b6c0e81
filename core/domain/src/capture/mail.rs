//! What the mail addresses of a line tell about the names in it.

use super::CapturedChannel;
use super::line::Line;
use crate::channel::ChannelKind;
use crate::fold::fold;

/// The parts of the addresses, folded.
#[derive(Debug, Default)]
pub(super) struct Mail {
    /// What stands before the @: often the person.
    locals: Vec<String>,
    /// The first label of the domain: often the organisation.
    domains: Vec<String>,
}

impl Mail {
    pub(super) fn of(channels: &[CapturedChannel]) -> Self {
        let mut mail = Self::default();
        for handle in channels
            .iter()
            .filter(|channel| channel.kind == ChannelKind::Email)
            .filter_map(|channel| channel.handle.as_ref())
        {
            if let Some((local, domain)) = handle.key.rsplit_once('@') {
                mail.locals.push(fold(local));
                mail.domains.extend(domain.split('.').next().map(fold));
            }
        }
        mail
    }

    /// Whether a word is a part of who an address names: "priya" of "priya.rao@…".
    pub(super) fn names(&self, line: &Line, at: usize) -> bool {
        let word = line.folded(at);
        word.len() > 2 && self.locals.iter().any(|local| local.split(['.', '_', '-']).any(|part| part == word))
    }

    /// Whether a word begins or is what an address is at: "Lumen" of "…@lumenlabs.example".
    pub(super) fn is_at(&self, line: &Line, at: usize) -> bool {
        let word = line.folded(at);
        word.len() > 2 && self.domains.iter().any(|domain| domain.starts_with(word))
    }
}
