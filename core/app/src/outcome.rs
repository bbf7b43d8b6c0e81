//! What came of a message: sent, answered, not answered. It ends the follow-up where it is what the follow-up was for.

use chrono::TimeDelta;
use justmet_domain::channel::ChannelKind;
use justmet_domain::country::Country;
use justmet_domain::follow_up::{FollowUp, Outcome};
use justmet_domain::id::{IdSource, MessageId};
use justmet_domain::message::trace::Trace;
use justmet_domain::message::{MessageRecord, MessageState, guard, unanswered};
use justmet_domain::suggest::suggest;
use justmet_store::{LedgerEvent, Profile, StoreError, Undo, UndoWhat, Writer};

use crate::contact::ContactScreen;
use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::listener::ChangeKind;
use crate::save::UndoTicket;
use crate::suggestion::{country, known, place};

/// What came of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, uniffi::Enum)]
pub enum MessageOutcome {
    /// The chat was opened with the draft. Whether it was sent is asked when the person comes back.
    Opened,
    /// It was not sent after all.
    NotSent,
    /// It was sent, or "I already wrote": the follow-up is done.
    Sent,
    /// They answered, or wrote first.
    Replied,
    /// They did not answer, and that is fine: it rests.
    NoAnswer,
    /// They asked not to be written to: the follow-up is let go.
    AskedNotTo,
}

/// What became of noting it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct OutcomeResult {
    /// False where it was noted before: a second tap. Nothing changed.
    pub applied: bool,
    /// The person as they are now kept.
    pub contact: ContactScreen,
    /// In words: "Noted: written on WhatsApp. The reminder is over."
    pub text: String,
    /// Takes it back; none where nothing changed.
    pub undo: Option<UndoTicket>,
}

/// Two taps within this are one: the same message is not sent twice so soon.
const SAME_TAP: TimeDelta = TimeDelta::minutes(2);

#[uniffi::export]
impl JustMet {
    /// Notes what came of a message to one person. "I already wrote" (`Sent`) ends the open follow-up in the same
    /// transaction; `AskedNotTo` lets it go. The text, where it is given, is not kept: only what nearly the same text
    /// would be known by again, for 30 days. `override_reason` is why it was sent against a note of etiquette.
    ///
    /// # Errors
    /// As for `contact`; `Invalid` for `NoAnswer` where no message waits for one; those of writing.
    #[uniffi::method(default(text = None, override_reason = None))]
    pub async fn record_outcome(
        &self,
        id: String,
        channel: ChannelKind,
        outcome: MessageOutcome,
        text: Option<String>,
        override_reason: Option<String>,
    ) -> Result<OutcomeResult> {
        self.run(move |inner| {
            let now = inner.now()?;
            inner.record_outcome(&id, channel, outcome, text.as_deref(), override_reason.as_deref(), &now)
        })
        .await
    }
}

/// A change that an outcome makes.
struct Change {
    /// The message as it was before; none where it is new.
    before: Option<MessageRecord>,
    /// As it is now; none where it is deleted.
    after: Option<MessageRecord>,
}

impl Inner {
    fn record_outcome(
        &self,
        id: &str,
        channel: ChannelKind,
        outcome: MessageOutcome,
        text: Option<&str>,
        reason: Option<&str>,
        now: &Now,
    ) -> Result<OutcomeResult> {
        let id = self.contact_id(id)?;
        let (fresh, token) = (MessageId::from_uuid(self.ids(now).next_uuid()), self.ids(now).next_uuid());
        // Read and written in one transaction: of two taps at the same time one comes second, and finds it noted.
        let noted = self.write(now, |writer| {
            let Some(profile) = writer.profile(id)? else { return Ok(None) };
            let new = || new_message(&profile, fresh, channel, text, reason, now);
            let Some(change) = change(&profile, outcome, channel, text, reason, new, now) else {
                return Ok(Some((profile, None, None)));
            };
            let follow_up = end_follow_up(writer, &profile, outcome, now)?;
            put(writer, &profile, &change, now)?;
            let message = change.after.as_ref().or(change.before.as_ref()).map(|message| message.id);
            if let Some(message) = message {
                let what =
                    UndoWhat::Noted { contact: id, message, before: change.before, follow_up: follow_up.clone() };
                writer.put_undo(&Undo { token, what, expires: now.undo_expires() })?;
            }
            let profile = writer.profile(id)?.unwrap_or(profile);
            Ok(Some((profile, Some(()), follow_up)))
        })?;
        let (profile, applied, ended) =
            noted.ok_or_else(|| JustMetError::not_found(self.words.say("error-no-contact")))?;
        if applied.is_none() && outcome == MessageOutcome::NoAnswer {
            return Err(JustMetError::invalid(self.words.say("error-nothing-unanswered")));
        }
        if applied.is_some() {
            self.listeners.tell(ChangeKind::MessageNoted, id);
        }
        if ended.is_some() {
            self.listeners.tell(ChangeKind::FollowUpChanged, id);
        }
        Ok(OutcomeResult {
            applied: applied.is_some(),
            text: self.noted(outcome, channel, applied.is_some(), ended.is_some()),
            undo: applied.map(|()| UndoTicket { token: token.to_string(), expires_ms: now.undo_expires().ms() }),
            contact: ContactScreen::draw(&self.words, self.platform, &profile, now),
        })
    }

    /// Notes that the chat was opened to write, with the reason why it was opened against a warning.
    pub(crate) fn note_opened(
        &self,
        profile: &Profile,
        channel: ChannelKind,
        text: &str,
        reason: Option<&str>,
        now: &Now,
    ) -> Result<()> {
        let fresh = MessageId::from_uuid(self.ids(now).next_uuid());
        let new = || new_message(profile, fresh, channel, Some(text), reason, now);
        let opened = change(profile, MessageOutcome::Opened, channel, Some(text), reason, new, now);
        self.write(now, |writer| opened.iter().try_for_each(|change| put(writer, profile, change, now)))
    }

    fn noted(&self, outcome: MessageOutcome, channel: ChannelKind, applied: bool, ended: bool) -> String {
        let key = match outcome {
            _ if !applied => "acted-already-handled",
            MessageOutcome::Opened => "noted-opened",
            MessageOutcome::NotSent => "noted-not-sent",
            MessageOutcome::Sent if ended => "noted-sent-and-done",
            MessageOutcome::Sent => "noted-sent",
            MessageOutcome::Replied => "noted-replied",
            MessageOutcome::NoAnswer => "noted-no-answer",
            MessageOutcome::AskedNotTo => "noted-asked-not-to",
        };
        self.words.say_with(key, &[("channel", self.words.channel(channel).into())])
    }
}

/// What an outcome changes; none where it was noted before or has nothing to be about.
fn change(
    profile: &Profile,
    outcome: MessageOutcome,
    channel: ChannelKind,
    text: Option<&str>,
    reason: Option<&str>,
    new: impl FnOnce() -> MessageRecord,
    now: &Now,
) -> Option<Change> {
    let latest = |state: MessageState| profile.messages.iter().rfind(|message| message.state == state);
    let opened = latest(MessageState::Opened);
    let waiting = || {
        let on_channel = |message: &&MessageRecord| message.channel == channel;
        let states = [MessageState::Sent, MessageState::NoAnswer];
        let mut open = profile.messages.iter().filter(|message| states.contains(&message.state));
        open.clone().rfind(on_channel).or_else(|| open.next_back())
    };
    let answered =
        |message: &MessageRecord, state| MessageRecord { state, answered_at: Some(now.at), ..message.clone() };
    match outcome {
        // One at a time is being written.
        MessageOutcome::Opened => {
            let after = MessageRecord { state: MessageState::Opened, ..new() };
            let after = opened.map_or(after.clone(), |opened| MessageRecord { id: opened.id, ..after });
            Some(Change { before: opened.cloned(), after: Some(after) })
        }
        MessageOutcome::NotSent => opened.map(|opened| Change { before: Some(opened.clone()), after: None }),
        MessageOutcome::Sent => {
            let tapped_twice = latest(MessageState::Sent)
                .is_some_and(|sent| sent.channel == channel && now.at <= sent.at.saturating_add(SAME_TAP));
            if tapped_twice && opened.is_none() {
                return None;
            }
            let fresh = MessageRecord { state: MessageState::Sent, ..new() };
            let after = match opened {
                None => fresh,
                // What was said when the chat was opened holds for what was sent then.
                Some(opened) => MessageRecord {
                    id: opened.id,
                    trace: if text.is_some() { fresh.trace } else { opened.trace.clone() },
                    reason: reason.map(str::to_owned).or_else(|| opened.reason.clone()),
                    ..fresh
                },
            };
            Some(Change { before: opened.cloned(), after: Some(after) })
        }
        MessageOutcome::Replied => match waiting() {
            Some(sent) => {
                let after = MessageRecord { answered_on: Some(channel), ..answered(sent, MessageState::Replied) };
                Some(Change { before: Some(sent.clone()), after: Some(after) })
            }
            None => {
                let heard = [MessageState::Replied, MessageState::Received].into_iter().filter_map(latest);
                let tapped_twice = heard
                    .into_iter()
                    .any(|message| now.at <= message.answered_at.unwrap_or(message.at).saturating_add(SAME_TAP));
                let after = MessageRecord { state: MessageState::Received, trace: Trace::default(), ..new() };
                (!tapped_twice).then_some(Change { before: None, after: Some(after) })
            }
        },
        MessageOutcome::NoAnswer => {
            let sent = unanswered(&profile.messages).filter(|message| message.state == MessageState::Sent)?;
            Some(Change { before: Some(sent.clone()), after: Some(answered(sent, MessageState::NoAnswer)) })
        }
        MessageOutcome::AskedNotTo => {
            let declined = |message: &MessageRecord| answered(message, MessageState::Declined);
            if justmet_domain::message::asked_not_to(&profile.messages).is_some() {
                return None;
            }
            let sent = waiting();
            let after = sent.map_or_else(|| declined(&new()), declined);
            Some(Change { before: sent.cloned(), after: Some(after) })
        }
    }
}

fn new_message(
    profile: &Profile,
    id: MessageId,
    channel: ChannelKind,
    text: Option<&str>,
    reason: Option<&str>,
    now: &Now,
) -> MessageRecord {
    let suggested = suggest(&known(profile, now)).choice.map(|choice| choice.channel);
    MessageRecord {
        id,
        contact: profile.contact.id,
        channel,
        state: MessageState::Sent,
        at: now.at,
        answered_at: None,
        answered_on: None,
        own_choice: suggested.is_some_and(|suggested| suggested != channel),
        place: place(profile),
        trace: text.map(|text| Trace::of(text, &profile.contact.name)).unwrap_or_default(),
        reason: reason.map(str::trim).filter(|reason| !reason.is_empty()).map(str::to_owned),
    }
}

fn put(writer: &Writer<'_>, profile: &Profile, change: &Change, now: &Now) -> Result<(), StoreError> {
    let custom = country(profile, now).map(Country::custom).unwrap_or_default();
    let forget_before = now.at.saturating_add(TimeDelta::days(-guard::ALIKE_DAYS));
    match (&change.after, &change.before) {
        (Some(after), _) => writer.put_message(after, custom, forget_before),
        (None, Some(before)) => writer.remove_message(before.id),
        (None, None) => Ok(()),
    }
}

/// Ends the open follow-up where the outcome is its end; gives it as it was before.
fn end_follow_up(
    writer: &Writer<'_>,
    profile: &Profile,
    outcome: MessageOutcome,
    now: &Now,
) -> Result<Option<FollowUp>, StoreError> {
    let Some(open) = profile.follow_up.as_ref().filter(|follow_up| follow_up.is_open()) else { return Ok(None) };
    let (ended, event) = match outcome {
        MessageOutcome::Sent => (open.done(open.generation, now.at), LedgerEvent::Done),
        MessageOutcome::NoAnswer | MessageOutcome::AskedNotTo => {
            (open.let_go(open.generation, now.at), LedgerEvent::LetGo)
        }
        MessageOutcome::Opened | MessageOutcome::NotSent | MessageOutcome::Replied => return Ok(None),
    };
    let Outcome::Applied(ended) = ended else { return Ok(None) };
    writer.put_follow_up(&ended, event, now.at)?;
    Ok(Some(open.clone()))
}

impl MessageOutcome {
    /// Its stable name in `--json`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::NotSent => "not_sent",
            Self::Sent => "sent",
            Self::Replied => "replied",
            Self::NoAnswer => "no_answer",
            Self::AskedNotTo => "asked_not_to",
        }
    }
}
