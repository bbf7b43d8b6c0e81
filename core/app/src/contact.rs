//! One person's screen.

use justmet_domain::channel::Platform;
use justmet_domain::id::ContactId;
use justmet_store::Profile;

use crate::correspondence::{self, LetGoProposal, MessageLine, SentQuestion, WishLine};
use crate::draw::{AddressLine, ChannelChoice, FollowUpCard, PromiseLine, name, title};
use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::outcome_choice::OutcomeChoice;
use crate::suggestion::SuggestionCard;
use crate::words::Words;

/// Everything kept about a person, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ContactScreen {
    /// The contact.
    pub id: String,
    /// What to call them: the name, or words that say there is none yet.
    pub title: String,
    /// The name; none where the line gave none.
    pub name: Option<String>,
    /// Whether the name is certain; an unsure one is drawn with a question mark.
    pub name_sure: bool,
    /// Organisation.
    pub org: Option<String>,
    /// Role or title.
    pub role: Option<String>,
    /// Where they met last.
    pub event: Option<String>,
    /// "Met at RustConf on Mon 23 Nov 2026".
    pub met: String,
    /// Promises both ways, in the order they were made.
    pub promises: Vec<PromiseLine>,
    /// Where to write, and why.
    pub suggestion: SuggestionCard,
    /// The follow-up: the open one, else the last.
    pub follow_up: Option<FollowUpCard>,
    /// Asked once the person comes back from the app they wrote in: whether it was sent.
    pub sent_question: Option<SentQuestion>,
    /// Where a message has had no answer for two weeks: the kind proposal to let it rest.
    pub let_go_proposal: Option<LetGoProposal>,
    /// What can be noted at any time: that I got in touch, that they answered, that they want no messages.
    pub outcomes: Vec<OutcomeChoice>,
    /// What was written and what came of it, newest first.
    pub messages: Vec<MessageLine>,
    /// What they said about channels, newest first, earlier wishes included.
    pub wishes: Vec<WishLine>,
    /// Ways to reach them.
    pub addresses: Vec<AddressLine>,
    /// What a picker of their preference offers, in order: every channel that is alive.
    pub channels: Vec<ChannelChoice>,
    /// What was talked about, newest encounter first, one line a part.
    pub notes: String,
    /// The lines exactly as they were entered, newest first.
    pub raw_lines: Vec<String>,
}

#[uniffi::export]
impl JustMet {
    /// Everything kept about a person.
    ///
    /// # Errors
    /// `Invalid` for an id that is none, `NotFound` for a person who is not kept (any more).
    pub async fn contact(&self, id: String) -> Result<ContactScreen> {
        self.run(move |inner| {
            let now = inner.now()?;
            Ok(ContactScreen::draw(&inner.words, inner.platform, &inner.profile(&id)?, &now))
        })
        .await
    }
}

impl Inner {
    /// A contact id that a shell gave.
    pub(crate) fn contact_id(&self, text: &str) -> Result<ContactId> {
        text.parse().map_err(|_| self.bad_id(text))
    }

    pub(crate) fn bad_id(&self, text: &str) -> JustMetError {
        JustMetError::invalid(self.words.say_with("error-bad-id", &[("text", text.to_owned().into())]))
    }

    /// The profile of a contact whose id a shell gave.
    pub(crate) fn profile(&self, id: &str) -> Result<Profile> {
        let id = self.contact_id(id)?;
        self.read(|reader| reader.profile(id))?
            .ok_or_else(|| JustMetError::not_found(self.words.say("error-no-contact")))
    }
}

impl ContactScreen {
    pub(crate) fn draw(words: &Words, platform: Platform, profile: &Profile, now: &Now) -> Self {
        let contact = &profile.contact;
        let lines = |text: fn(&justmet_domain::contact::Encounter) -> &String| {
            profile.encounters.iter().map(text).filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>()
        };
        Self {
            id: contact.id.to_string(),
            title: title(words, profile),
            name: name(profile),
            name_sure: contact.name_sure,
            org: contact.org.clone(),
            role: contact.role.clone(),
            event: profile.event.as_ref().map(|event| event.name.clone()),
            met: met(words, profile, now),
            promises: PromiseLine::all(words, profile),
            suggestion: SuggestionCard::draw(words, platform, profile, now),
            follow_up: profile.follow_up.as_ref().map(|follow_up| FollowUpCard::draw(words, follow_up, now)),
            sent_question: correspondence::sent_question(words, profile),
            let_go_proposal: correspondence::let_go_proposal(words, profile, now),
            outcomes: OutcomeChoice::all(words, profile, now),
            messages: correspondence::messages(words, profile, now),
            wishes: correspondence::wishes(words, profile, now),
            addresses: profile.addresses.iter().map(|address| AddressLine::draw(words, address, profile)).collect(),
            channels: ChannelChoice::all(words, profile),
            notes: lines(|encounter| &encounter.notes).join("\n"),
            raw_lines: lines(|encounter| &encounter.raw_line),
        }
    }
}

pub(crate) fn met(words: &Words, profile: &Profile, now: &Now) -> String {
    let met_at = profile.encounters.first().map_or(profile.contact.met_at, |encounter| encounter.met_at);
    let date = ("date", words.date(now.zone.civil_at(met_at).date()).into());
    match &profile.event {
        Some(event) => words.say_with("met-at-on", &[("event", event.name.clone().into()), date]),
        None => words.say_with("met-on", &[date]),
    }
}
