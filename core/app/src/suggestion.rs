//! Where to write to one person, and why.

use justmet_domain::channel::{Action, ChannelKind, Draft, Platform, launch};
use justmet_domain::contact::Address;
use justmet_domain::country::Country;
use justmet_domain::suggest::{Answers, Choice, Declined, Known, Place, Reason, WhyNot, suggest};
use justmet_store::{Outline, Profile};

use crate::error::Result;
use crate::just_met::{JustMet, Now};
use crate::words::Words;

/// Where to write, and why.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SuggestionCard {
    /// The channel; none where there is no way to write that they would welcome.
    pub channel: Option<ChannelKind>,
    /// Its name.
    pub channel_name: Option<String>,
    /// The address on it, as it is shown.
    pub address: Option<String>,
    /// The address on it, as it is compared and linked to.
    pub address_key: Option<String>,
    /// "Write on WhatsApp".
    pub action: String,
    /// "Write on WhatsApp: they asked for it".
    pub headline: String,
    /// What speaks for it, strongest first.
    pub reasons: Vec<ReasonLine>,
    /// "Hours they named: after 18:00", where they named hours for it.
    pub hours: Option<String>,
    /// The next best.
    pub runner_up: Option<RunnerUp>,
    /// Why the others are not chosen.
    pub why_not: Vec<WhyNotLine>,
    /// The question to ask while they are still there, where nothing is known of their wish.
    pub ask: Option<String>,
    /// What opens the chat, with what to try where that fails.
    pub launch: Option<Action>,
}

/// The next best channel.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RunnerUp {
    /// The channel.
    pub channel: ChannelKind,
    /// Its name.
    pub channel_name: String,
    /// The address on it.
    pub address: String,
    /// "Next best: email (it is welcome almost everywhere)", with the hours they named for it.
    pub text: String,
    /// What speaks for it.
    pub reasons: Vec<ReasonLine>,
}

/// What speaks for a channel.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ReasonLine {
    /// As data.
    pub kind: Reason,
    /// In words.
    pub text: String,
    /// The numbers behind it, where there are any.
    pub numbers: Option<AnswerNumbers>,
}

/// Why a channel is not chosen.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct WhyNotLine {
    /// The channel.
    pub channel: ChannelKind,
    /// Its name.
    pub channel_name: String,
    /// As data.
    pub kind: WhyNot,
    /// In words.
    pub text: String,
    /// The numbers behind it, where there are any.
    pub numbers: Option<AnswerNumbers>,
}

/// How messages on a channel are answered, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct AnswerNumbers {
    /// How many were answered.
    pub answered: u32,
    /// Of how many that were sent.
    pub written: u32,
    /// What is usual, in percent.
    pub usual_percent: u32,
    /// What is expected from both, in percent.
    pub expected_percent: u32,
}

#[uniffi::export]
impl JustMet {
    /// The channel to write on, with its reasons, the runner-up, and why not the others.
    ///
    /// # Errors
    /// As for `contact`.
    pub async fn suggestion(&self, id: String) -> Result<SuggestionCard> {
        self.run(move |inner| {
            let now = inner.now()?;
            Ok(SuggestionCard::draw(&inner.words, inner.platform, &inner.profile(&id)?, &now))
        })
        .await
    }
}

/// What is known of a contact, for a suggestion.
pub(crate) fn known<'a>(outline: &'a Outline, now: &Now) -> Known<'a> {
    Known {
        addresses: &outline.addresses,
        preferences: &outline.preferences,
        messages: &outline.messages,
        rates: &outline.rates,
        custom: country(outline, now).map(Country::custom).unwrap_or_default(),
        place: place(outline),
        now: now.at,
    }
}

/// The country of one of their numbers, else the device's own.
pub(crate) fn country(outline: &Outline, now: &Now) -> Option<&'static Country> {
    let of_number = |address: &Address| Country::of_number(&address.handle.key);
    let has_number = outline.addresses.iter().any(|address| address.handle.reaches_number());
    match outline.addresses.iter().find_map(of_number) {
        Some(country) => Some(country),
        None if has_number => None,
        None => now.region.and_then(Country::of_region),
    }
}

/// In what part of life they were met.
pub(crate) fn place(outline: &Outline) -> Place {
    if outline.event.is_some() {
        Place::Event
    } else if outline.contact.org.is_some() || outline.contact.role.is_some() {
        Place::Work
    } else {
        Place::Private
    }
}

impl SuggestionCard {
    pub(crate) fn draw(words: &Words, platform: Platform, profile: &Profile, now: &Now) -> Self {
        let suggestion = suggest(&known(profile, now));
        let address = |choice: &Choice| profile.addresses.iter().find(|address| address.id == choice.address);
        let chosen = suggestion.choice.as_ref().and_then(address);
        let reasons = suggestion.choice.as_ref().map(|choice| reason_lines(words, choice)).unwrap_or_default();
        let in_peace = suggestion.why_not.iter().any(|declined| declined.because == WhyNot::TheyAskedForPeace);
        let action = suggestion.choice.as_ref().map_or_else(
            || words.say(if in_peace { "suggestion-peace" } else { "suggestion-none" }),
            |choice| {
                let kind = ("kind", choice.channel.slug().into());
                words.say_with("suggestion", &[kind, ("channel", words.channel(choice.channel).into())])
            },
        );
        let headline = match reasons.first() {
            Some(reason) => {
                let parts = [("suggestion", action.clone().into()), ("reason", reason.text.clone().into())];
                words.say_with("suggestion-with-reason", &parts)
            }
            None => action.clone(),
        };
        Self {
            channel: suggestion.choice.as_ref().map(|choice| choice.channel),
            channel_name: suggestion.choice.as_ref().map(|choice| words.channel(choice.channel)),
            address: chosen.map(|address| address.handle.display.clone()),
            address_key: chosen.map(|address| address.handle.key.clone()),
            action,
            headline,
            reasons,
            hours: suggestion
                .choice
                .as_ref()
                .and_then(|choice| choice.hours)
                .map(|hours| words.say_with("suggestion-hours", &[("hours", words.hours(hours).into())])),
            runner_up: suggestion.runner_up.as_ref().and_then(|choice| RunnerUp::draw(words, choice, address(choice)?)),
            why_not: suggestion.why_not.iter().map(|declined| WhyNotLine::draw(words, declined)).collect(),
            ask: (suggestion.ask && !in_peace).then(|| words.say("ask-them")),
            launch: chosen.map(|address| launch(&address.handle, &Draft::default(), platform)),
        }
    }
}

impl RunnerUp {
    fn draw(words: &Words, choice: &Choice, address: &Address) -> Option<Self> {
        let reasons = reason_lines(words, choice);
        let channel_name = words.channel(choice.channel);
        let hours = choice.hours.map(|hours| words.hours(hours));
        let key = if hours.is_some() { "runner-up-hours" } else { "runner-up" };
        let parts = [
            ("channel", channel_name.clone().into()),
            ("hours", hours.unwrap_or_default().into()),
            ("reason", reasons.first()?.text.clone().into()),
        ];
        Some(Self {
            channel: choice.channel,
            text: words.say_with(key, &parts),
            channel_name,
            address: address.handle.display.clone(),
            reasons,
        })
    }
}

impl WhyNotLine {
    fn draw(words: &Words, declined: &Declined) -> Self {
        let channel_name = words.channel(declined.channel);
        let kind = declined.because;
        let key = format!("why-{}", kind.slug().replace('_', "-"));
        let reason = match &declined.answers {
            Some(answers) => with_numbers(words, &key, answers),
            None => {
                let successor = declined.channel.facts().successor.map(|successor| words.channel(successor));
                words.say_with(&key, &[("successor", successor.into())])
            }
        };
        let text = words.say_with("why-not", &[("channel", channel_name.clone().into()), ("reason", reason.into())]);
        Self { channel: declined.channel, channel_name, kind, text, numbers: declined.answers.map(AnswerNumbers::from) }
    }
}

fn reason_lines(words: &Words, choice: &Choice) -> Vec<ReasonLine> {
    let line = |kind: &Reason| {
        let key = format!("reason-{}", kind.slug().replace('_', "-"));
        let answers = choice.answers.filter(|_| *kind == Reason::AnsweredThere);
        let text = match &answers {
            Some(answers) => with_numbers(words, &key, answers),
            None => words.say(&key),
        };
        ReasonLine { kind: *kind, text, numbers: answers.map(AnswerNumbers::from) }
    };
    choice.reasons.iter().map(line).collect()
}

/// "3 of 4 people you met at events answered there (usual: 62 %)".
fn with_numbers(words: &Words, key: &str, answers: &Answers) -> String {
    let place = match answers.of_place {
        Some(Place::Event) => "event",
        Some(Place::Work) => "work",
        Some(Place::Private) => "private",
        None => "any",
    };
    let arguments = [
        ("answered", answers.count.answered.into()),
        ("written", answers.count.written.into()),
        ("usual", answers.usual_percent.into()),
        ("place", place.into()),
    ];
    words.say_with(key, &arguments)
}

impl From<Answers> for AnswerNumbers {
    fn from(answers: Answers) -> Self {
        Self {
            answered: answers.count.answered,
            written: answers.count.written,
            usual_percent: answers.usual_percent,
            expected_percent: answers.expected_percent,
        }
    }
}
