//! The words a person reads: message files in five languages, with plural rules.
//!
//! The domain says *what*, as typed parts; `locales/*.ftl` say *how*. No sentence is glued together in code.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
pub use fluent_bundle::FluentValue;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use justmet_domain::channel::ChannelKind;
use justmet_domain::civil_text::time_text;
use justmet_domain::contact::{Hours, Provenance};
use justmet_domain::locale::Language;
use unic_langid::LanguageIdentifier;

/// The messages of one language.
pub struct Words {
    language: Language,
    messages: FluentBundle<FluentResource>,
    /// The keys of what the shells say themselves.
    shell_keys: Vec<String>,
}

impl Words {
    /// The words of a language.
    pub fn new(language: Language) -> Self {
        let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut messages = FluentBundle::new_concurrent(vec![locale]);
        // Isolation marks are for right-to-left text, which none of the five is; a terminal would print them.
        messages.set_use_isolating(false);
        let source = source(language);
        let keys = source.lines().filter_map(|line| Some(line.split_once(" = ")?.0));
        let shell_keys = keys.filter(|key| key.starts_with("shell-")).map(str::to_owned).collect();
        // The files are part of the program and each is read by a test: what a faulty one still holds is used.
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source);
        messages.add_resource_overriding(resource);
        Self { language, messages, shell_keys }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message without arguments.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A message with its arguments. An unknown key is said as it is: visible, and caught by the tests.
    pub fn say_with(&self, key: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.messages.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
        self.messages.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// The words of the shells themselves, by their key without `shell-`.
    pub(crate) fn labels(&self) -> HashMap<String, String> {
        let named = |key: &String| Some((key.strip_prefix("shell-")?.to_owned(), self.say(key)));
        self.shell_keys.iter().filter_map(named).collect()
    }

    /// A channel's name as it stands in a sentence.
    pub fn channel(&self, kind: ChannelKind) -> String {
        match kind {
            ChannelKind::Email => self.say("channel-email"),
            ChannelKind::Phone => self.say("channel-phone"),
            ChannelKind::Sms => self.say("channel-sms"),
            brand => brand.name().to_owned(),
        }
    }

    /// How something was learned, in a word: "told you".
    pub fn provenance(&self, provenance: Provenance) -> String {
        self.say(match provenance {
            Provenance::Told => "provenance-told",
            Provenance::Card => "provenance-card",
            Provenance::Scanned => "provenance-scanned",
            Provenance::Imported => "provenance-imported",
            Provenance::Guessed => "provenance-guessed",
        })
    }

    /// A day with its weekday: "Tue 24 Nov 2026".
    pub fn date(&self, date: NaiveDate) -> String {
        self.say_with("date", &self.date_parts(date))
    }

    /// A day with its weekday and time: "Tue 24 Nov 2026, 10:00".
    pub fn date_time(&self, at: NaiveDateTime) -> String {
        let [weekday, day, month, year] = self.date_parts(at.date());
        let time = ("time", FluentValue::from(time_text(at.time())));
        self.say_with("date-time", &[weekday, day, month, year, time])
    }

    /// Hours of a day: "18:00–21:00", "after 18:00", "before 12:00".
    pub fn hours(&self, hours: Hours) -> String {
        let time = |time: NaiveTime| FluentValue::from(time_text(time));
        let kind = match (hours.from == NaiveTime::MIN, hours.until == NaiveTime::MIN) {
            (false, true) => "after",
            (true, false) => "before",
            _ => "between",
        };
        self.say_with("hours", &[("kind", kind.into()), ("from", time(hours.from)), ("until", time(hours.until))])
    }

    fn date_parts(&self, date: NaiveDate) -> [(&'static str, FluentValue<'static>); 4] {
        // Numbers go in as text: a language's digit grouping has no place in a year.
        [
            ("weekday", self.say(&format!("weekday-{}", date.weekday().number_from_monday())).into()),
            ("day", date.day().to_string().into()),
            ("month", self.say(&format!("month-{}", date.month())).into()),
            ("year", date.year().to_string().into()),
        ]
    }
}

/// The file of a language, without its comments.
fn source(language: Language) -> String {
    let packed: &[u8] = match language {
        Language::En => include_bytes!(concat!(env!("OUT_DIR"), "/en.ftl")),
        Language::Fr => include_bytes!(concat!(env!("OUT_DIR"), "/fr.ftl")),
        Language::Es => include_bytes!(concat!(env!("OUT_DIR"), "/es.ftl")),
        Language::De => include_bytes!(concat!(env!("OUT_DIR"), "/de.ftl")),
        Language::Pt => include_bytes!(concat!(env!("OUT_DIR"), "/pt.ftl")),
    };
    justmet_domain::packed::text(packed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use justmet_domain::capture::{CaptureContext, CaptureMode, read_hours};
    use std::collections::{BTreeMap, BTreeSet};

    /// Each message's key with the arguments it names.
    fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in source(language).lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
                current = key.to_owned();
                assert!(found.insert(current.clone(), BTreeSet::new()).is_none(), "{language:?} says {key} twice");
            }
            for argument in line.split('$').skip(1) {
                let name = argument.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap();
                found.get_mut(&current).unwrap().insert(name.to_owned());
            }
        }
        found
    }

    #[test]
    fn every_language_says_every_message_with_the_same_arguments() {
        for language in Language::ALL {
            FluentResource::try_new(source(language)).unwrap_or_else(|(_, faults)| panic!("{language:?}: {faults:?}"));
            assert_eq!(messages(language), messages(Language::En), "{language:?}");
        }
    }

    #[test]
    fn dates_are_written_as_the_language_does() {
        let at = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(10, 0, 0).unwrap();
        assert_eq!(Words::new(Language::En).date_time(at), "Tue 24 Nov 2026, 10:00");
        assert_eq!(Words::new(Language::De).date_time(at), "Di., 24. Nov. 2026, 10:00");
        assert_eq!(Words::new(Language::Fr).date_time(at), "mar. 24 nov. 2026, 10:00");
    }

    #[test]
    fn hours_are_said_as_people_say_them() {
        let hours = |from, until| {
            let clock = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
            Hours { from: clock(from), until: clock(until) }
        };
        let said = |language, from, until| Words::new(language).hours(hours(from, until));
        assert_eq!(said(Language::En, 18, 21), "18:00–21:00");
        assert_eq!(said(Language::En, 18, 0), "after 18:00");
        assert_eq!(said(Language::En, 0, 12), "before 12:00");
        assert_eq!(said(Language::De, 18, 0), "ab 18:00");
        // What is said can be typed into the field for it.
        for language in Language::ALL {
            let context = CaptureContext {
                now: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(10, 0, 0).unwrap(),
                region: None,
                language,
                mode: CaptureMode::Typed,
            };
            for (from, until) in [(18, 21), (18, 0), (0, 12), (21, 8)] {
                let text = said(language, from, until);
                assert_eq!(read_hours(&text, &context), Some(hours(from, until)), "{text}");
            }
        }
    }

    #[test]
    fn every_message_that_the_code_asks_for_exists() {
        let english = messages(Language::En);
        let sources = concat!(
            include_str!("act.rs"),
            include_str!("ask.rs"),
            include_str!("backup.rs"),
            include_str!("check.rs"),
            include_str!("check_message.rs"),
            include_str!("contact.rs"),
            include_str!("correspondence.rs"),
            include_str!("deletion_offer.rs"),
            include_str!("draw.rs"),
            include_str!("prefer.rs"),
            include_str!("encryption.rs"),
            include_str!("error.rs"),
            include_str!("forget.rs"),
            include_str!("home.rs"),
            include_str!("just_met.rs"),
            include_str!("learned.rs"),
            include_str!("message.rs"),
            include_str!("outcome.rs"),
            include_str!("outcome_choice.rs"),
            include_str!("page.rs"),
            include_str!("portable.rs"),
            include_str!("promise.rs"),
            include_str!("salvage.rs"),
            include_str!("save.rs"),
            include_str!("suggestion.rs"),
            include_str!("search.rs"),
            include_str!("undo.rs"),
        );
        let asked: Vec<&str> = sources
            .split("say(\"")
            .chain(sources.split("say_with(\""))
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|key| key.len() < 60 && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
            .collect();
        assert!(asked.len() > 20);
        for key in asked {
            assert!(english.contains_key(key), "{key}");
        }
    }
}
