//! The screen that is turned round to them: how would you like to stay in touch?

use justmet_domain::channel::ChannelKind;
use justmet_domain::locale::Language;

use crate::error::Result;
use crate::just_met::JustMet;
use crate::words::Words;

/// The question, with its answers: everything on that screen, in the language that is chosen on it, and nothing else of
/// the person who holds the phone.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AskCard {
    /// The language of this card.
    pub language: Language,
    /// The languages it can be turned to, each by its own name.
    pub languages: Vec<LanguageChoice>,
    /// "How would you like to stay in touch?"
    pub question: String,
    /// The channels, the most usual first; retired ones are left out.
    pub channels: Vec<AskChannel>,
    /// The label of the field for the number, the address or the name there.
    pub address_label: String,
    /// The label of the button that hands the phone back with their answer.
    pub done: String,
    /// The label of the button that hands it back without one.
    pub back: String,
    /// The label of the button that shows every channel.
    pub more: String,
}

/// A language by its own name.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LanguageChoice {
    /// The language.
    pub language: Language,
    /// "Deutsch".
    pub name: String,
}

impl LanguageChoice {
    pub(crate) fn all() -> Vec<Self> {
        Language::ALL.map(|language| Self { language, name: own_name(language).to_owned() }).to_vec()
    }
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AskChannel {
    /// The channel.
    pub channel: ChannelKind,
    /// Its name in the card's language.
    pub name: String,
}

#[uniffi::export]
impl JustMet {
    /// The question to put to them, in their language.
    ///
    /// # Errors
    /// None today; fallible so that a defect arrives as an error.
    pub fn ask(&self, language: Language) -> Result<AskCard> {
        let words = Words::new(language);
        let alive = ChannelKind::all().filter(|channel| channel.facts().retired.is_none());
        Ok(AskCard {
            language,
            languages: LanguageChoice::all(),
            question: words.say("ask-them"),
            channels: alive.map(|channel| AskChannel { channel, name: words.channel(channel) }).collect(),
            address_label: words.say("ask-address"),
            done: words.say("shell-done"),
            back: words.say("ask-back"),
            more: words.say("ask-more"),
        })
    }

    /// What their answer is in a line: "prefers WhatsApp 514 555 0142". To be put after what is there; it is read as what they told
    /// you. The address may be empty.
    ///
    /// # Errors
    /// None today; fallible so that a defect arrives as an error.
    pub fn answer(&self, channel: ChannelKind, address: String) -> Result<String> {
        Ok(answer(self.words(), channel, &address))
    }
}

fn answer(words: &Words, channel: ChannelKind, address: &str) -> String {
    // A comma or a line break would begin the next field.
    let address = address.replace([',', ';', '\n', '\r', '\t'], " ");
    let address = address.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts = [("channel", words.channel(channel).into()), ("address", address.into())];
    words.say_with("ask-answer", &parts).trim_end().to_owned()
}

fn own_name(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::Fr => "Français",
        Language::Es => "Español",
        Language::De => "Deutsch",
        Language::Pt => "Português",
    }
}

#[cfg(test)]
mod tests {
    use justmet_domain::capture::{CaptureContext, CaptureMode, parse};
    use justmet_domain::contact::Stance;

    use super::*;

    /// What a line with this answer says, in that language: the channel and the address on it.
    fn read_back(
        language: Language,
        channel: ChannelKind,
        address: &str,
    ) -> Vec<(ChannelKind, Option<Stance>, Option<String>)> {
        let words = Words::new(language);
        let now = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(18, 30, 0).unwrap();
        let context = CaptureContext { now, region: "CA".parse().ok(), language, mode: CaptureMode::Typed };
        let line = format!("Priya Rao, Acme, {}", answer(&words, channel, address));
        let read = parse(&line, &context).channels;
        read.into_iter().map(|it| (it.kind, it.stance, it.handle.map(|handle| handle.key))).collect()
    }

    #[test]
    fn every_answer_is_read_as_their_wish_in_every_language() {
        for language in Language::ALL {
            for channel in ChannelKind::all().filter(|channel| channel.facts().retired.is_none()) {
                let read = read_back(language, channel, "");
                assert_eq!(read, [(channel, Some(Stance::Preferred), None)], "{language:?} {channel:?}");
            }
            for (channel, address, key) in [
                (ChannelKind::WhatsApp, "514 555 0142", "+15145550142"),
                (ChannelKind::Sms, "(514) 555-0142", "+15145550142"),
                (ChannelKind::Email, "priya@acme.example", "priya@acme.example"),
                (ChannelKind::Instagram, "@priya.rao", "priya.rao"),
            ] {
                let read = read_back(language, channel, address);
                assert_eq!(read, [(channel, Some(Stance::Preferred), Some(key.to_owned()))], "{language:?} {address}");
            }
        }
    }

    #[test]
    fn an_address_stays_one_piece() {
        assert_eq!(
            answer(&Words::new(Language::En), ChannelKind::Slack, " acme,\n priya "),
            "prefers Slack acme priya"
        );
    }
}
