//! The commands about messages: draft one, look at it, note what came of it, and what was learned.

use justmet_app::{ContactScreen, EtiquetteNote, LengthCounter, MessageCard, MessageOutcome};
use justmet_domain::channel::{Action, ChannelKind};
use justmet_domain::locale::Language;
use serde_json::{Value, json};

use crate::args::OfMessage;
use crate::commands::{Problem, Session};
use crate::{json, print};

/// What a draft is asked for with.
pub(crate) struct Drafting<'a> {
    pub(crate) who: &'a str,
    pub(crate) channel: Option<&'a str>,
    pub(crate) language: Option<&'a str>,
    pub(crate) me: Option<&'a str>,
    pub(crate) text: Option<&'a str>,
    pub(crate) because: Option<&'a str>,
}

impl Session {
    pub(crate) fn draft(&self, asked: &Drafting<'_>) -> Result<(), Problem> {
        let row = self.one(asked.who)?;
        let channel = asked.channel.map(|word| self.channel(word)).transpose()?;
        if let Some(me) = asked.me {
            self.wait(self.core.set_my_name(me.to_owned()))?;
        }
        if let Some(tag) = asked.language {
            let language = Language::from_tag(tag).ok_or_else(|| {
                let known = Language::ALL.map(Language::code).join(", ");
                Problem::Said(format!("“{tag}” is no language JustMet speaks; use one of {known}"))
            })?;
            self.wait(self.core.set_language(row.id.clone(), Some(language)))?;
        }
        let mut card = self.wait(self.core.message(row.id.clone(), channel, None))?;
        if asked.text.is_some() || asked.because.is_some() {
            let text = asked.text.unwrap_or(&card.text).to_owned();
            let checked = self.wait(self.core.check_message(
                row.id,
                card.channel,
                card.subject.clone(),
                text.clone(),
                asked.because.map(str::to_owned),
            ))?;
            let own_words = asked.text.is_some();
            card = MessageCard {
                text,
                counter: checked.counter,
                notes: checked.notes,
                launch: checked.launch,
                asks_for: card.asks_for.filter(|_| !own_words),
                noted: card.noted.filter(|_| !own_words),
                ..card
            };
        }
        if self.as_json {
            json::print(&message(&card));
        } else {
            self.print_message(asked.who, &card);
        }
        Ok(())
    }

    pub(crate) fn outcome(
        &self,
        of: &OfMessage,
        outcome: MessageOutcome,
        text: Option<&str>,
        because: Option<&str>,
    ) -> Result<(), Problem> {
        let row = self.one(&of.who)?;
        let screen = self.wait(self.core.contact(row.id.clone()))?;
        let channel = match &of.channel {
            Some(word) => self.channel(word)?,
            None => usual_channel(&screen, outcome)
                .ok_or_else(|| Problem::Said(self.words().say("error-no-way-to-write")))?,
        };
        let (text, because) = (text.map(str::to_owned), because.map(str::to_owned));
        let result = self.wait(self.core.record_outcome(row.id, channel, outcome, text, because))?;
        if self.as_json {
            json::print(&json!({
                "applied": result.applied,
                "outcome": outcome.slug(),
                "channel": channel.slug(),
                "text": result.text,
                "follow_up": result.contact.follow_up.as_ref().map(json::follow_up),
                "undo": result.undo.as_ref().map(|undo| &undo.token),
            }));
        } else {
            print::named_sentence(&row.title, &result.text);
        }
        Ok(())
    }

    pub(crate) fn kept(&self, who: &str, what: &str, kept: bool) -> Result<(), Problem> {
        let screen = self.wait(self.core.contact(self.one(who)?.id))?;
        let open: Vec<_> = screen.promises.iter().filter(|promise| promise.kept != kept).collect();
        let words = what.to_lowercase();
        let named: Vec<_> = open.iter().filter(|promise| promise.what.to_lowercase().contains(&words)).collect();
        let [promise] = named.as_slice() else {
            let known = open.iter().map(|promise| promise.what.as_str()).collect::<Vec<_>>().join(", ");
            let known = if known.is_empty() { "–".to_owned() } else { known };
            let arguments = [("text", what.to_owned().into()), ("known", known.into())];
            return Err(Problem::Said(self.words().say_with("terminal-no-such-promise", &arguments)));
        };
        let screen = self.wait(self.core.keep_promise(promise.id.clone(), kept))?;
        if self.as_json {
            json::print(&json::shown(&screen));
        } else {
            print::contact(self.words(), &screen);
        }
        Ok(())
    }

    pub(crate) fn learned(&self, reset: bool) -> Result<(), Problem> {
        if reset {
            self.wait(self.core.forget_learned())?;
        }
        let learned = self.wait(self.core.learned())?;
        if self.as_json {
            let rates: Vec<Value> = learned
                .rates
                .iter()
                .map(|rate| json!({ "channel": rate.channel.slug(), "answered": rate.answered, "written": rate.written }))
                .collect();
            json::print(&json!({ "rates": rates, "text": learned.text }));
        } else if reset {
            print::sentence(&self.words().say("learned-forgotten"));
        } else {
            learned.rates.iter().for_each(|rate| print::sentence(&rate.text));
            print::sentence(&learned.text);
        }
        Ok(())
    }

    fn print_message(&self, who: &str, card: &MessageCard) {
        let words = self.words();
        print::labelled(&card.channel_name, &card.address);
        if let Some(subject) = &card.subject {
            print::labelled(&words.say("terminal-subject"), subject);
        }
        print::sentence("");
        print::sentence(&card.text);
        print::sentence("");
        print::quiet(&card.counter.text);
        for note in &card.notes {
            print::labelled(&words.say("terminal-hint"), &note.text);
        }
        if let Some(ask) = &card.asks_for {
            print::labelled(&words.say("terminal-add"), ask);
        }
        if let Some(noted) = &card.noted {
            print::labelled(&words.say("terminal-noted"), noted);
        }
        print::labelled(&words.say("terminal-custom"), &card.custom);
        match &card.launch {
            Some(action) => print::launch(&action.primary),
            None => print::quiet(&words.say_with("terminal-send-anyway", &[("who", who.to_owned().into())])),
        }
    }
}

/// The channel that an outcome is about where none is named: that of the message it concerns, else the suggested one.
fn usual_channel(screen: &ContactScreen, outcome: MessageOutcome) -> Option<ChannelKind> {
    let of_question = screen.sent_question.as_ref().map(|question| question.channel);
    let of_last = screen.messages.first().map(|message| message.channel);
    match outcome {
        MessageOutcome::Sent => of_question.or(screen.suggestion.channel).or(of_last),
        _ => of_last.or(screen.suggestion.channel),
    }
    .or_else(|| screen.addresses.first().map(|address| address.channel))
}

fn message(card: &MessageCard) -> Value {
    json!({
        "contact": card.contact_id,
        "channel": card.channel.slug(),
        "address": card.address_key,
        "language": card.language,
        "subject": card.subject,
        "text": card.text,
        "length": counter(&card.counter),
        "notes": card.notes.iter().map(note).collect::<Vec<_>>(),
        "asks_for": card.asks_for,
        "noted": card.noted,
        "custom": card.custom,
        "launch": card.launch.as_ref().map(|action: &Action| json::action(action)),
    })
}

fn counter(counter: &LengthCounter) -> Value {
    json!({
        "used": counter.used,
        "limit": counter.limit,
        "fits": counter.fits,
        "segments": counter.segments,
        "text": counter.text,
    })
}

fn note(note: &EtiquetteNote) -> Value {
    json!({ "kind": note.kind.slug(), "text": note.text, "others": note.others })
}
