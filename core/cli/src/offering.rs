//! The offer to forget people who were never followed up.

use justmet_app::{DeletionOffer, OfferedPerson};
use serde_json::{Value, json};

use crate::commands::{Problem, Session};
use crate::{json, print};

impl Session {
    /// Shows who is offered.
    pub(crate) fn offer(&self) -> Result<(), Problem> {
        let months = self.wait(self.core.settings())?.offer_deletion_after_months;
        let offer = self.wait(self.core.deletion_offer())?;
        if self.as_json {
            json::print(&json!({ "after_months": months, "people": people(&offer), "more": offer.more }));
        } else {
            self.print_offer(&offer, months.is_some());
            // A program that reads it shows nothing to a person.
            self.note_as_shown();
        }
        self.remember(offer.people.iter().map(|person| person.contact.id.clone()).collect());
        Ok(())
    }

    fn print_offer(&self, offer: &DeletionOffer, is_on: bool) {
        let Some(text) = &offer.text else {
            let key = if is_on { "terminal-offer-nobody" } else { "terminal-offer-off" };
            return print::sentence(&self.words().say(key));
        };
        print::sentence(text);
        print::offered(self.words(), &offer.people);
        if offer.more > 0 {
            print::quiet(&self.words().say_with("terminal-offer-more", &[("count", offer.more.into())]));
        }
        print::quiet(&self.words().say("terminal-offer-how"));
    }

    pub(crate) fn keep_offered(&self, who: &str) -> Result<(), Problem> {
        let row = self.one(who)?;
        self.wait(self.core.keep_offered(row.id.clone()))?;
        if self.as_json {
            json::print(&json!({ "kept": row.id }));
        } else {
            print::named_sentence(&row.title, &self.words().say("terminal-offer-kept"));
        }
        Ok(())
    }

    pub(crate) fn keep_all_offered(&self) -> Result<(), Problem> {
        let offer = self.wait(self.core.deletion_offer())?;
        self.wait(self.core.keep_all_offered())?;
        if self.as_json {
            json::print(&json!({ "kept": offer.people.len().saturating_add(offer.more as usize) }));
        } else {
            print::sentence(&self.words().say("terminal-offer-kept-all"));
        }
        Ok(())
    }

    /// Says under what is due that somebody is offered: once, and never as a reminder.
    pub(crate) fn point_at_offer(&self) -> Result<(), Problem> {
        let offer = self.wait(self.core.deletion_offer())?;
        if let Some(text) = offer.text.filter(|_| offer.is_new) {
            print::sentence("");
            print::quiet(&self.words().say_with("terminal-offer-look", &[("offer", text.into())]));
            self.note_as_shown();
        }
        Ok(())
    }

    /// Where it cannot be noted it has been shown all the same, and will be pointed at once more.
    fn note_as_shown(&self) {
        let _unwritten = self.wait(self.core.deletion_offer_shown());
    }
}

fn people(offer: &DeletionOffer) -> Vec<Value> {
    let person = |(index, person): (usize, &OfferedPerson)| {
        let mut value = json::person(index + 1, &person.contact);
        if let Some(fields) = value.as_object_mut() {
            fields.insert("met_on".into(), json!(person.met_on));
        }
        value
    };
    offer.people.iter().enumerate().map(person).collect()
}
