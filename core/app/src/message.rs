//! The first message: a draft to be edited, and what opens the chat with it.

use chrono::{Datelike, NaiveDate};
use justmet_domain::capture::{CaptureContext, CaptureMode, language_of};
use justmet_domain::channel::{Action, ChannelKind, Draft, Norm, Unit, launch, length_in, sms_length};
use justmet_domain::contact::{Address, Encounter, Stance};
use justmet_domain::id::ContactId;
use justmet_domain::locale::Language;
use justmet_domain::message::draft::{Facts, Outline, Part, Shape, outline};
use justmet_domain::message::fit::{MAX_WORDS, Weight, fit, shortened, words as count_words};
use justmet_domain::message::trace::Trace;
use justmet_domain::message::{MessageState, guard};
use justmet_domain::suggest::suggest;
use justmet_store::Profile;

use crate::ask::LanguageChoice;
use crate::check_message::EtiquetteNote;
use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::suggestion::known;
use crate::words::Words;

/// The person's own name as they sign, kept among the settings.
const MY_NAME: &str = "my_name";

/// How much of a note to oneself is shown beside the draft, in graphemes.
const NOTED: usize = 120;

/// A draft for one person on one channel.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct MessageCard {
    /// To whom.
    pub contact_id: String,
    /// The channel it is made for.
    pub channel: ChannelKind,
    /// Its name.
    pub channel_name: String,
    /// The address it goes to, as it is shown.
    pub address: String,
    /// The same as it is compared and linked to.
    pub address_key: String,
    /// The subject, for a mail.
    pub subject: Option<String>,
    /// The draft: it fits the channel's limit, and is to be edited.
    pub text: String,
    /// The language it is written in.
    pub language: Language,
    /// Those that it can be written in (`set_language`), each by its own name.
    pub languages: Vec<LanguageChoice>,
    /// How long it is. `count_message` says it again while it is edited.
    pub counter: LengthCounter,
    /// What speaks against sending it, the gravest first.
    pub notes: Vec<EtiquetteNote>,
    /// "Add one true detail": nothing in it is about this encounter alone yet.
    pub asks_for: Option<String>,
    /// What was noted about them, to take a detail from; never put into the text by itself.
    pub noted: Option<String>,
    /// What is expected of a first message there, in one sentence.
    pub custom: String,
    /// What opens the chat with this very text; none while something speaks against it (`check_message` gives it then,
    /// for a reason) and on a channel where nobody can be written to.
    pub launch: Option<Action>,
}

/// How long a text is, as its channel counts.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LengthCounter {
    /// In the channel's unit; words for a mail.
    pub used: u32,
    /// The most; none where a person cannot reach it.
    pub limit: Option<u32>,
    /// Whether it fits.
    pub fits: bool,
    /// As how many text messages it is sent and billed.
    pub segments: Option<u32>,
    /// "152 of 200 characters".
    pub text: String,
}

#[uniffi::export]
impl JustMet {
    /// The draft of a message to one person, on the channel that was asked for or else the suggested one: who I am and
    /// where we met, the promise or one concrete detail, one small ask.
    ///
    /// `language` is the one to write in; left out, it is the one kept for them, else the one their line was written in.
    ///
    /// # Errors
    /// As for `contact`; `Invalid` where there is no address on that channel, it was shut down, or there is no way to
    /// write to them at all.
    #[uniffi::method(default(channel = None, language = None))]
    pub async fn message(
        &self,
        id: String,
        channel: Option<ChannelKind>,
        language: Option<Language>,
    ) -> Result<MessageCard> {
        self.run(move |inner| {
            let now = inner.now()?;
            inner.message(&inner.writing(&id, &now)?, channel, language, &now)
        })
        .await
    }

    /// Keeps the language to write to a person in; `None` where it is to be found out again.
    ///
    /// # Errors
    /// As for `contact`, and those of writing.
    pub async fn set_language(&self, id: String, language: Option<Language>) -> Result<()> {
        self.run(move |inner| {
            let now = inner.now()?;
            let contact = inner.profile(&id)?.contact.id;
            inner.write(&now, |writer| writer.set_language(contact, language))
        })
        .await
    }

    /// The name that stands in messages; empty where none was set.
    ///
    /// # Errors
    /// Those of reading.
    pub async fn my_name(&self) -> Result<String> {
        self.run(|inner| inner.read(|reader| reader.setting(MY_NAME)).map(Option::unwrap_or_default)).await
    }

    /// Keeps the person's own name, as messages introduce them; an empty one is forgotten.
    ///
    /// # Errors
    /// Those of writing.
    pub async fn set_my_name(&self, name: String) -> Result<()> {
        self.run(move |inner| {
            let now = inner.now()?;
            inner.write(&now, |writer| writer.set_setting(MY_NAME, name.trim()))
        })
        .await
    }
}

#[uniffi::export]
impl JustMet {
    /// How long a text is on a channel: call it at each keystroke.
    ///
    /// # Errors
    /// None today; fallible so that a defect arrives as an error.
    pub fn count_message(&self, channel: ChannelKind, text: String) -> Result<LengthCounter> {
        Ok(LengthCounter::of(&self.inner.words, channel, &text))
    }
}

/// What is read before a message is drafted or checked.
pub(crate) struct Writing {
    pub(crate) profile: Profile,
    /// Others, what the last messages to them are known by, and their names.
    pub(crate) others: Vec<(ContactId, Trace, String)>,
    me: Option<String>,
}

impl Inner {
    pub(crate) fn writing(&self, id: &str, now: &Now) -> Result<Writing> {
        let id = self.contact_id(id)?;
        let since = now.at.saturating_add(chrono::TimeDelta::days(-guard::ALIKE_DAYS));
        let found = self.read(|reader| {
            let Some(profile) = reader.profile(id)? else { return Ok(None) };
            let me = reader.setting(MY_NAME)?.filter(|me| !me.is_empty());
            Ok(Some(Writing { profile, others: reader.traces_of_others(id, since)?, me }))
        })?;
        found.ok_or_else(|| JustMetError::not_found(self.words.say("error-no-contact")))
    }

    fn message(
        &self,
        writing: &Writing,
        channel: Option<ChannelKind>,
        language: Option<Language>,
        now: &Now,
    ) -> Result<MessageCard> {
        let profile = &writing.profile;
        let address = self.address_for(profile, channel, now)?;
        let channel = address.handle.kind;
        let language = language.or(profile.language).unwrap_or_else(|| self.language_of(profile, now));
        let theirs = self.words_in(language);
        let encounter = profile.encounters.first();
        let met_at = encounter.map_or(profile.contact.met_at, |encounter| encounter.met_at);
        let notes = encounter.map_or("", |encounter| encounter.notes.as_str());
        let facts = Facts {
            channel,
            name: Some(profile.contact.name.as_str()).filter(|name| profile.contact.name_sure && !name.is_empty()),
            me: writing.me.as_deref(),
            event: profile.event.as_ref().map(|event| event.name.as_str()),
            met_on: now.zone.civil_at(met_at).date(),
            promises: &profile.promises,
            notes,
            preference_known: profile.preferences.iter().any(|wish| wish.stance == Some(Stance::Preferred)),
            is_first: !profile.messages.iter().any(|message| message.state != MessageState::Opened),
        };
        let Drafted { subject, text, wants_detail } = draft(theirs, &facts);
        let checked = self.check(writing, address, subject.as_deref(), &text, now);
        Ok(MessageCard {
            contact_id: profile.contact.id.to_string(),
            channel,
            channel_name: self.words.channel(channel),
            address: address.handle.display.clone(),
            address_key: address.handle.key.clone(),
            subject,
            counter: checked.counter,
            notes: checked.notes,
            asks_for: wants_detail.then(|| self.words.say("draft-add-detail")),
            noted: Some(shortened(notes, NOTED)).filter(|noted| wants_detail && !noted.is_empty()),
            custom: self.words.say(custom(channel.facts().norm)),
            launch: checked.launch,
            language,
            languages: LanguageChoice::all(),
            text,
        })
    }

    /// The address to write to on a channel: the suggested one where it is on it, else the first.
    pub(crate) fn address_for<'a>(
        &self,
        profile: &'a Profile,
        channel: Option<ChannelKind>,
        now: &Now,
    ) -> Result<&'a Address> {
        let name = |channel: ChannelKind| [("channel", self.words.channel(channel).into())];
        if let Some(channel) = channel
            && channel.facts().retired.is_some()
        {
            let successor = channel.facts().successor.map(|successor| self.words.channel(successor));
            let arguments = [("channel", self.words.channel(channel).into()), ("successor", successor.into())];
            return Err(JustMetError::invalid(self.words.say_with("error-channel-shut-down", &arguments)));
        }
        let suggestion = suggest(&known(profile, now));
        let suggested = [suggestion.choice, suggestion.runner_up];
        let chosen = suggested
            .iter()
            .flatten()
            .find(|choice| channel.is_none_or(|channel| channel == choice.channel))
            .and_then(|choice| profile.addresses.iter().find(|address| address.id == choice.address));
        let on_channel = || profile.addresses.iter().find(|address| Some(address.handle.kind) == channel);
        chosen.or_else(on_channel).ok_or_else(|| {
            JustMetError::invalid(match channel {
                Some(channel) => self.words.say_with("error-no-address-there", &name(channel)),
                None => self.words.say("error-no-way-to-write"),
            })
        })
    }

    /// People note a meeting in the language it was held in; a card is in its owner's.
    fn language_of(&self, profile: &Profile, now: &Now) -> Language {
        let context = CaptureContext {
            now: now.civil(),
            region: self.region,
            language: self.words.language(),
            mode: CaptureMode::Typed,
        };
        let of_line = |encounter: &Encounter| language_of(&encounter.raw_line, &context);
        profile.encounters.first().map_or(self.words.language(), of_line)
    }

    /// What opens the chat with that text.
    pub(crate) fn launch_with(&self, address: &Address, subject: Option<&str>, text: &str) -> Action {
        let draft = Draft { subject: subject.map(str::to_owned), body: text.to_owned() };
        launch(&address.handle, &draft, self.platform)
    }
}

/// A message in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafted {
    /// The subject, for a mail.
    pub subject: Option<String>,
    /// The text, within the channel's limit.
    pub text: String,
    /// Whether it asks for one true detail.
    pub wants_detail: bool,
}

/// Drafts a message in the language of `words`: pure, and fast enough for each keystroke (tens of microseconds).
pub fn draft(words: &Words, facts: &Facts<'_>) -> Drafted {
    let outline = outline(facts);
    Drafted {
        subject: (outline.shape == Shape::Letter).then(|| subject(words, &outline, facts)),
        text: render(words, &outline, facts.channel),
        wants_detail: outline.wants_detail,
    }
}

fn render(words: &Words, outline: &Outline, channel: ChannelKind) -> String {
    let is_letter = outline.shape == Shape::Letter;
    let introduced = outline.parts.iter().any(|(_, part)| matches!(part, Part::Introduction { .. }));
    let sentence = |(weight, part): &(Weight, Part)| {
        let text = match part {
            Part::Greeting(Some(name)) => {
                let key = if introduced || is_letter { "draft-greeting-name" } else { "draft-greeting-again-name" };
                words.say_with(key, &[("name", name.clone().into())])
            }
            Part::Greeting(None) => {
                words.say(if introduced || is_letter { "draft-greeting" } else { "draft-greeting-again" })
            }
            Part::Introduction { me, event, met_on } => {
                let text = introduction(words, me.as_deref(), event.as_deref(), *met_on);
                // In German a comma goes on in lower case, also on the next line.
                if is_letter && words.language() != Language::De { capitalised(&text) } else { text }
            }
            Part::Promised(what) => words.say_with("draft-promised", &[("what", what.clone().into())]),
            Part::Offered(what) => words.say_with("draft-offered", &[("what", what.clone().into())]),
            Part::Detail(what) => words.say_with("draft-detail", &[("what", what.clone().into())]),
            Part::AskPreference => words.say("ask-them"),
            Part::Ask => words.say("draft-ask"),
            Part::SignOff(me) => me.clone(),
        };
        (*weight, text)
    };
    let sentences: Vec<(Weight, String)> = outline.parts.iter().map(sentence).collect();
    fit(&sentences, outline.shape, channel.facts().limit)
}

fn introduction(words: &Words, me: Option<&str>, event: Option<&str>, met_on: NaiveDate) -> String {
    let key = match (me, event) {
        (Some(_), Some(_)) => "draft-me-met-at",
        (Some(_), None) => "draft-me-met-on",
        (None, Some(_)) => "draft-met-at",
        (None, None) => "draft-met-on",
    };
    let arguments = [
        ("me", me.unwrap_or_default().to_owned().into()),
        ("event", event.unwrap_or_default().to_owned().into()),
        ("day", day(words, met_on).into()),
    ];
    words.say_with(key, &arguments)
}

/// The subject names the event, and what the mail brings.
fn subject(words: &Words, outline: &Outline, facts: &Facts<'_>) -> String {
    let key = match (facts.event, &outline.about) {
        (Some(_), Some(_)) => "draft-subject-event-about",
        (Some(_), None) => "draft-subject-event",
        (None, Some(_)) => "draft-subject-about",
        (None, None) => "draft-subject-day",
    };
    let arguments = [
        ("event", shortened(facts.event.unwrap_or_default(), 60).into()),
        ("about", capitalised(outline.about.as_deref().unwrap_or_default()).into()),
        ("day", day(words, facts.met_on).into()),
    ];
    words.say_with(key, &arguments)
}

/// A day of this year or the last, as it stands in a message.
fn day(words: &Words, date: NaiveDate) -> String {
    let month = words.say(&format!("month-{}", date.month()));
    words.say_with("draft-day", &[("day", date.day().to_string().into()), ("month", month.into())])
}

pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn custom(norm: Norm) -> &'static str {
    match norm {
        Norm::SubjectNamesEvent => "custom-subject-names-event",
        Norm::ConnectionNote => "custom-connection-note",
        Norm::IntroduceYourselfByDay => "custom-introduce-yourself-by-day",
        Norm::AgreeOnACall => "custom-agree-on-a-call",
        Norm::SharedSpaceOnly => "custom-shared-space-only",
        Norm::MessageRequest => "custom-message-request",
        Norm::AddFirst => "custom-add-first",
        Norm::Retired => "custom-retired",
    }
}

impl LengthCounter {
    pub(crate) fn of(words: &Words, channel: ChannelKind, text: &str) -> Self {
        let facts = channel.facts();
        let is_letter = facts.norm == Norm::SubjectNamesEvent;
        let (used, limit) = match facts.limit {
            _ if is_letter => (u32::try_from(count_words(text)).unwrap_or(u32::MAX), u32::try_from(MAX_WORDS).ok()),
            Some(limit) => (length_in(limit.unit, text), Some(limit.max_for(text))),
            None => (length_in(Unit::Graphemes, text), None),
        };
        let is_sms = facts.limit.is_some_and(|limit| limit.unit == Unit::Gsm7OrUcs2);
        let unit = if is_letter { "words" } else { "characters" };
        let arguments = [("used", used.into()), ("limit", limit.unwrap_or_default().into()), ("unit", unit.into())];
        let key = if limit.is_some() { "count-of" } else { "count" };
        Self {
            used,
            limit,
            fits: limit.is_none_or(|limit| used <= limit),
            segments: is_sms.then(|| sms_length(text).segments),
            text: words.say_with(key, &arguments),
        }
    }
}
