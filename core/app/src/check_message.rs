//! Before a message goes out: what speaks against it, and what opens the chat where nothing does.

use chrono::{NaiveTime, TimeDelta};
use justmet_domain::channel::{Action, ChannelKind};
use justmet_domain::civil_text::time_text;
use justmet_domain::contact::Address;
use justmet_domain::country::Country;
use justmet_domain::follow_up::{ClosedBecause, State};
use justmet_domain::id::ContactId;
use justmet_domain::message::guard::{self, Situation, Warning};
use justmet_domain::message::trace::Trace;
use justmet_domain::time::Timestamp;
use justmet_store::Profile;

use crate::correspondence::day;
use crate::draw::title;
use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::message::{LengthCounter, Writing};

/// What speaks against sending a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, uniffi::Enum)]
pub enum NoteKind {
    /// They asked not to be written to.
    AskedNotTo,
    /// They asked not to be written to on this channel.
    NotThere,
    /// The person had let it go.
    LetGo,
    /// The last message has no answer.
    NoAnswerYet,
    /// Nearly the same went to two others or more within 30 days.
    NearlyTheSame,
    /// Outside the hours they named.
    OutsideTheirHours,
    /// Between 21:00 and 08:00 where they are.
    Night,
    /// Nothing says the number was given for that.
    NotGivenForThat,
    /// A number or mail address, where a slip makes it public.
    PrivateInPublic,
}

impl NoteKind {
    /// Its stable name in `--json`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::AskedNotTo => "asked_not_to",
            Self::NotThere => "not_there",
            Self::LetGo => "let_go",
            Self::NoAnswerYet => "no_answer_yet",
            Self::NearlyTheSame => "nearly_the_same",
            Self::OutsideTheirHours => "outside_their_hours",
            Self::Night => "night",
            Self::NotGivenForThat => "not_given_for_that",
            Self::PrivateInPublic => "private_in_public",
        }
    }
}

/// A note about a message, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct EtiquetteNote {
    /// As data.
    pub kind: NoteKind,
    /// In words.
    pub text: String,
    /// The others who got nearly the same, by id, where that is what it is about.
    pub others: Vec<String>,
}

/// A message as it was looked at before it goes out.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CheckedMessage {
    /// How long it is.
    pub counter: LengthCounter,
    /// What speaks against sending it, the gravest first; empty is leave to send.
    pub notes: Vec<EtiquetteNote>,
    /// What opens the chat with this text; none while something speaks against it and no reason was given.
    pub launch: Option<Action>,
}

#[uniffi::export]
impl JustMet {
    /// Looks at an edited message before it goes out. Where nothing speaks against it, `launch` opens the chat with it.
    /// Where something does, it is said, and `launch` is given once a reason comes with it (`send_anyway`): that is kept
    /// with this one message, and the next is looked at afresh.
    ///
    /// # Errors
    /// As for `message`; `Invalid` for a reason without a word in it.
    #[uniffi::method(default(send_anyway = None))]
    pub async fn check_message(
        &self,
        id: String,
        channel: ChannelKind,
        subject: Option<String>,
        text: String,
        send_anyway: Option<String>,
    ) -> Result<CheckedMessage> {
        self.run(move |inner| {
            let now = inner.now()?;
            let writing = inner.writing(&id, &now)?;
            let address = inner.address_for(&writing.profile, Some(channel), &now)?;
            let mut checked = inner.check(&writing, address, subject.as_deref(), &text, &now);
            if let Some(reason) = send_anyway.as_deref().filter(|_| !checked.notes.is_empty()) {
                if !reason.chars().any(char::is_alphanumeric) {
                    return Err(JustMetError::invalid(inner.words.say("error-empty-reason")));
                }
                inner.note_opened(&writing.profile, channel, &text, Some(reason), &now)?;
                checked.launch = Some(inner.launch_with(address, subject.as_deref(), &text));
            }
            Ok(checked)
        })
        .await
    }
}

impl Inner {
    pub(crate) fn check(
        &self,
        writing: &Writing,
        address: &Address,
        subject: Option<&str>,
        text: &str,
        now: &Now,
    ) -> CheckedMessage {
        let profile = &writing.profile;
        let others: Vec<(ContactId, Trace)> =
            writing.others.iter().map(|(contact, trace, _)| (*contact, trace.clone())).collect();
        let situation = Situation {
            address,
            preferences: &profile.preferences,
            messages: &profile.messages,
            let_go: let_go(profile),
            their_time: their_time(profile, now),
            my_time: now.civil().time(),
            others: &others,
        };
        let trace = Trace::of(text, &profile.contact.name);
        let warnings = guard::check(text, &trace, &situation);
        let launch = warnings.is_empty().then(|| self.launch_with(address, subject, text));
        CheckedMessage {
            counter: LengthCounter::of(&self.words, address.handle.kind, text),
            notes: warnings.iter().map(|warning| self.note(warning, writing, now)).collect(),
            launch,
        }
    }

    fn note(&self, warning: &Warning, writing: &Writing, now: &Now) -> EtiquetteNote {
        let words = &self.words;
        let name = ("name", title(words, &writing.profile).into());
        let date = |at: Timestamp| ("date", day(words, at, now).into());
        let (kind, text) = match warning {
            Warning::AskedNotTo(at) => (NoteKind::AskedNotTo, words.say_with("note-asked-not-to", &[name, date(*at)])),
            Warning::NotThere => (NoteKind::NotThere, words.say("note-not-there")),
            Warning::LetGo(at) => (NoteKind::LetGo, words.say_with("note-let-go", &[date(*at)])),
            Warning::NoAnswerYet(at, channel) => {
                let channel = ("channel", words.channel(*channel).into());
                (NoteKind::NoAnswerYet, words.say_with("note-no-answer-yet", &[channel, date(*at)]))
            }
            Warning::NearlyTheSame(others) => {
                let name_of = |id: &ContactId| {
                    let found = writing.others.iter().find(|(contact, _, _)| contact == id);
                    found.map(|(_, _, name)| name.clone()).filter(|name| !name.is_empty())
                };
                let names: Vec<String> =
                    others.iter().take(2).map(|id| name_of(id).unwrap_or_else(|| words.say("no-name"))).collect();
                let more = others.len().saturating_sub(names.len());
                let mut names = names.into_iter();
                let mut next = || names.next().unwrap_or_default();
                let arguments = [("first", next().into()), ("second", next().into()), ("more", more.into())];
                (NoteKind::NearlyTheSame, words.say_with("note-nearly-the-same", &arguments))
            }
            Warning::OutsideTheirHours(hours) => {
                let hours = ("hours", words.hours(*hours).into());
                (NoteKind::OutsideTheirHours, words.say_with("note-outside-their-hours", &[hours]))
            }
            Warning::Night(time) => {
                let time = ("time", time_text(*time).into());
                (NoteKind::Night, words.say_with("note-night", &[time]))
            }
            Warning::NotGivenForThat => (NoteKind::NotGivenForThat, words.say("note-not-given-for-that")),
            Warning::PrivateInPublic => (NoteKind::PrivateInPublic, words.say("note-private-in-public")),
        };
        let others = match warning {
            Warning::NearlyTheSame(others) => others.iter().map(ContactId::to_string).collect(),
            _ => Vec::new(),
        };
        EtiquetteNote { kind, text, others }
    }
}

/// When the person let this contact go, if that is how their last follow-up ended and nothing was heard since.
fn let_go(profile: &Profile) -> Option<Timestamp> {
    let at = match profile.follow_up.as_ref()?.state {
        State::Closed(at, ClosedBecause::LetGo) => at,
        _ => return None,
    };
    let heard = |message: &justmet_domain::message::MessageRecord| {
        message.used_by_them().is_some() && message.answered_at.unwrap_or(message.at) > at
    };
    (!profile.messages.iter().any(heard)).then_some(at)
}

/// Whoever was met this lately is taken to be where the person is.
const SAME_PLACE_DAYS: i64 = 3;

/// What the clock shows where they are: the person's own clock shortly after they met, later that of the country of their
/// number where it has one; else it is not known.
fn their_time(profile: &Profile, now: &Now) -> Option<NaiveTime> {
    let met_at = profile.encounters.first().map_or(profile.contact.met_at, |encounter| encounter.met_at);
    if now.at <= met_at.saturating_add(TimeDelta::days(SAME_PLACE_DAYS)) {
        return Some(now.civil().time());
    }
    let country = profile.addresses.iter().find_map(|address| Country::of_number(&address.handle.key))?;
    country.civil_at(now.at).map(|civil| civil.time())
}
