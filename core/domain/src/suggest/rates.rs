//! How likely an answer is on a channel, learned from what came of the messages that were sent.
//!
//! A hierarchical Beta model, of which the posterior mean is taken: with the 50 to 300 messages that one person sends,
//! exploring (Thompson sampling) costs more answers than it earns. A cell is a channel, a custom of the country and a part
//! of life. Its prior mean is what is usual there, shifted by how the person's own messages on that channel fare compared
//! with the usual; then its own answers are counted in:
//!
//! ```text
//! mean = (8 · prior + answers) / (8 + messages)
//! ```
//!
//! A message counts half as much every 180 days. No answer after 14 days counts as half a failure; a failure that the
//! person noted counts whole. Where they chose another channel than the one suggested, that counts as one answer there.

use chrono::TimeDelta;

use crate::channel::ChannelKind;
use crate::country::Custom;
use crate::message::MessageState;
use crate::time::Timestamp;

/// In what part of life somebody was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// At an event that has a name.
    Event,
    /// With a firm or a role, at no event.
    Work,
    /// Neither.
    Private,
}

/// What is told apart when answers are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cell {
    /// The channel.
    pub channel: ChannelKind,
    /// On what people write in their country.
    pub custom: Custom,
    /// In what part of life they were met.
    pub place: Place,
}

/// One message, as far as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Where it counts.
    pub cell: Cell,
    /// What came of it.
    pub state: MessageState,
    /// When it was sent.
    pub at: Timestamp,
    /// Whether another channel had been suggested.
    pub own_choice: bool,
}

/// How much the usual weighs against what happened, in messages.
const PRIOR_STRENGTH: f64 = 8.0;

/// How much the usual weighs against how the person's messages on a channel fare overall, in messages.
const CHANNEL_STRENGTH: f64 = 10.0;

/// After so many days a message counts half.
const HALF_LIFE_DAYS: i64 = 180;

/// After so many days without an answer none is expected.
pub const SILENT_AFTER_DAYS: i64 = 14;

/// What such silence counts, as a part of a failure: some answer later, or in person.
const SILENCE: f64 = 0.5;

/// The day from which weights are reckoned, so that they need no clock: 1 January 2026, 00:00 UTC.
const EPOCH: Timestamp = Timestamp::from_ms(1_767_225_600_000);

/// Messages and answers of one cell; the weights grow with the day of the message, which is the same as older ones fading.
#[derive(Debug, Clone, PartialEq)]
struct Sum {
    cell: Cell,
    written: f64,
    answered: f64,
    count: Count,
    /// Messages of which nothing is known yet, with their weights: silence counts once they are old enough.
    waiting: Vec<(Timestamp, f64)>,
}

/// How many messages were sent, and how many answered: what is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Answered.
    pub answered: u32,
    /// Sent, of which an answer or its absence is known.
    pub written: u32,
}

/// What was learned; made once for all the people of a screen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rates {
    sums: Vec<Sum>,
}

/// How the messages in a cell are answered, in numbers to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    /// Messages and answers, in this cell if there are any, else on the channel.
    pub count: Count,
    /// Whether they are those of this part of life alone.
    pub of_place: Option<Place>,
    /// What is usual, in percent.
    pub usual_percent: u32,
    /// What is expected, in percent.
    pub expected_percent: u32,
}

impl Rates {
    /// Counts the messages.
    pub fn of(messages: impl IntoIterator<Item = Counted>) -> Self {
        let mut rates = Self::default();
        for message in messages {
            rates.count(message);
        }
        rates
    }

    /// Counts one more message.
    pub fn count(&mut self, message: Counted) {
        let days = message.at.ms().saturating_sub(EPOCH.ms()) as f64 / 86_400_000.0;
        let weight = (days / HALF_LIFE_DAYS as f64).clamp(-60.0, 60.0).exp2();
        let (written, answered) = match message.state {
            MessageState::Replied => (1.0, 1.0),
            MessageState::NoAnswer => (1.0, 0.0),
            MessageState::Sent => (0.0, 0.0),
            MessageState::Opened | MessageState::Received | MessageState::Declined => return,
        };
        let chosen = if message.own_choice { 1.0 } else { 0.0 };
        let place = self.sums.iter().position(|sum| sum.cell == message.cell).unwrap_or_else(|| {
            self.sums.push(Sum::new(message.cell));
            self.sums.len() - 1
        });
        if let Some(sum) = self.sums.get_mut(place) {
            sum.written += weight * (written + chosen);
            sum.answered += weight * (answered + chosen);
            if message.state == MessageState::Sent {
                sum.waiting.push((message.at, weight));
            } else {
                sum.count.written = sum.count.written.saturating_add(1);
                sum.count.answered =
                    sum.count.answered.saturating_add(u32::from(message.state == MessageState::Replied));
            }
        }
    }

    /// How likely an answer is in that cell, between 0 and 1.
    pub fn mean(&self, cell: Cell, now: Timestamp) -> f64 {
        let prior = logistic(logit(usual(cell)) + self.channel_shift(cell.channel, now));
        let here = self.sums.iter().find(|sum| sum.cell == cell);
        let (written, answered) = here.map_or((0.0, 0.0), |sum| sum.weights(now));
        (PRIOR_STRENGTH * prior + answered) / (PRIOR_STRENGTH + written)
    }

    /// The numbers behind [`Rates::mean`]; none where nothing was counted on the channel.
    pub fn answers(&self, cell: Cell, now: Timestamp) -> Option<Answers> {
        let here = self.counted(now, |other| other == cell);
        let count = if here.written > 0 { here } else { self.counted(now, |other| other.channel == cell.channel) };
        (count.written > 0).then(|| Answers {
            count,
            of_place: (here.written > 0).then_some(cell.place),
            usual_percent: percent(usual(cell)),
            expected_percent: percent(self.mean(cell, now)),
        })
    }

    /// Messages and answers on a channel.
    pub fn on(&self, channel: ChannelKind, now: Timestamp) -> Count {
        self.counted(now, |cell| cell.channel == channel)
    }

    /// By how many log-odds the person's messages on a channel fare better than is usual.
    fn channel_shift(&self, channel: ChannelKind, now: Timestamp) -> f64 {
        let (mut written, mut answered, mut expected) = (0.0, 0.0, 0.0);
        for sum in self.sums.iter().filter(|sum| sum.cell.channel == channel) {
            let (here, replies) = sum.weights(now);
            written += here;
            answered += replies;
            expected += here * usual(sum.cell);
        }
        if written <= 0.0 {
            return 0.0;
        }
        let usual = expected / written;
        logit((answered + CHANNEL_STRENGTH * usual) / (written + CHANNEL_STRENGTH)) - logit(usual)
    }

    fn counted(&self, now: Timestamp, in_cells: impl Fn(Cell) -> bool) -> Count {
        self.sums.iter().filter(|sum| in_cells(sum.cell)).fold(Count::default(), |all, sum| {
            let silent = u32::try_from(sum.silent(now).count()).unwrap_or(u32::MAX);
            Count {
                answered: all.answered.saturating_add(sum.count.answered),
                written: all.written.saturating_add(sum.count.written).saturating_add(silent),
            }
        })
    }
}

impl Sum {
    fn new(cell: Cell) -> Self {
        Self { cell, written: 0.0, answered: 0.0, count: Count::default(), waiting: Vec::new() }
    }

    /// Weighted messages and answers, as they count now.
    fn weights(&self, now: Timestamp) -> (f64, f64) {
        let silent: f64 = self.silent(now).sum();
        let days = now.ms().saturating_sub(EPOCH.ms()) as f64 / 86_400_000.0;
        let fading = (-days / HALF_LIFE_DAYS as f64).clamp(-60.0, 60.0).exp2();
        ((self.written + SILENCE * silent) * fading, self.answered * fading)
    }

    /// Messages that have had no answer for so long that none is expected.
    fn silent(&self, now: Timestamp) -> impl Iterator<Item = f64> {
        let since = now.saturating_add(TimeDelta::days(-SILENT_AFTER_DAYS));
        self.waiting.iter().filter(move |(at, _)| *at <= since).map(|(_, weight)| *weight)
    }
}

/// How likely an answer to a first message is held to be where nothing was learned.
///
/// These numbers are assumptions: no study of first messages after a meeting is known (2026). Their order is that of
/// [`Facts::rank`](crate::channel::Facts), lifted where a country writes on another channel than mail. What people answer
/// in truth shifts them.
pub fn usual(cell: Cell) -> f64 {
    let rank = f64::from(cell.channel.facts().rank);
    let base = logit(0.62 - 0.02 * rank);
    let custom = match (cell.custom, cell.channel) {
        (Custom::WhatsApp, ChannelKind::WhatsApp) => 0.6,
        (Custom::LocalMessenger, ChannelKind::Line | ChannelKind::WeChat) => 1.2,
        _ => 0.0,
    };
    let place = match (cell.place, cell.channel) {
        (Place::Event, ChannelKind::LinkedIn) => 0.05,
        (Place::Private, ChannelKind::LinkedIn | ChannelKind::Teams | ChannelKind::Slack) => -0.3,
        _ => 0.0,
    };
    logistic(base + custom + place)
}

fn logit(probability: f64) -> f64 {
    let inside = probability.clamp(1e-6, 1.0 - 1e-6);
    (inside / (1.0 - inside)).ln()
}

fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

fn percent(probability: f64) -> u32 {
    // Between 0 and 100.
    (probability * 100.0).round().clamp(0.0, 100.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use ChannelKind::{Email, Line, LinkedIn, WhatsApp};
    use MessageState::{NoAnswer, Replied, Sent};

    const NOW: Timestamp = Timestamp::from_ms(1_795_514_400_000);

    fn cell(channel: ChannelKind) -> Cell {
        Cell { channel, custom: Custom::Mail, place: Place::Event }
    }

    fn counted(channel: ChannelKind, state: MessageState, days_ago: i64) -> Counted {
        let at = NOW.saturating_add(TimeDelta::days(-days_ago));
        Counted { cell: cell(channel), state, at, own_choice: false }
    }

    fn close(left: f64, right: f64) -> bool {
        (left - right).abs() < 1e-9
    }

    #[test]
    fn nothing_counted_is_the_usual_in_the_order_of_what_is_usual() {
        let rates = Rates::default();
        let kinds: Vec<ChannelKind> = ChannelKind::all().collect();
        for pair in kinds.windows(2) {
            if let [better, worse] = pair {
                assert!(rates.mean(cell(*better), NOW) > rates.mean(cell(*worse), NOW), "{better:?} {worse:?}");
            }
        }
        assert_eq!(rates.answers(cell(Email), NOW), None);
    }

    #[test]
    fn countries_and_parts_of_life_have_customs_of_their_own() {
        let there = |channel, custom, place| usual(Cell { channel, custom, place });
        assert!(there(WhatsApp, Custom::WhatsApp, Place::Work) > there(Email, Custom::WhatsApp, Place::Work));
        assert!(there(Line, Custom::LocalMessenger, Place::Work) > there(Email, Custom::LocalMessenger, Place::Work));
        assert!(there(LinkedIn, Custom::Mail, Place::Event) > there(LinkedIn, Custom::Mail, Place::Private));
        assert!(there(WhatsApp, Custom::Mail, Place::Private) < there(Email, Custom::Mail, Place::Private));
    }

    #[test]
    fn the_mean_is_eight_of_the_prior_and_what_happened() {
        let rates = Rates::of([counted(Email, Replied, 0), counted(Email, NoAnswer, 0)]);
        let usual = usual(cell(Email));
        let prior = logistic(logit((1.0 + 10.0 * usual) / 12.0));
        assert!(close(rates.mean(cell(Email), NOW), (8.0 * prior + 1.0) / 10.0));
        // The channel's shift reaches its other cells, and no other channel.
        let elsewhere = Cell { place: Place::Private, ..cell(Email) };
        assert!(rates.mean(elsewhere, NOW) < super::usual(elsewhere));
        assert!(close(rates.mean(cell(WhatsApp), NOW), super::usual(cell(WhatsApp))));
    }

    #[test]
    fn silence_counts_half_after_two_weeks_and_nothing_before() {
        let usual = usual(cell(Email));
        assert!(close(Rates::of([counted(Email, Sent, 13)]).mean(cell(Email), NOW), usual));
        let silent = Rates::of([counted(Email, Sent, 14)]).mean(cell(Email), NOW);
        let noted = Rates::of([counted(Email, NoAnswer, 14)]).mean(cell(Email), NOW);
        assert!(noted < silent && silent < usual);
        let answers = Rates::of([counted(Email, Sent, 14)]).answers(cell(Email), NOW).unwrap();
        assert_eq!((answers.count.answered, answers.count.written), (0, 1));
    }

    #[test]
    fn a_message_counts_half_after_180_days() {
        let old = Rates::of([counted(Email, Replied, 180)]);
        let here = old.sums.first().unwrap();
        let (written, answered) = here.weights(NOW);
        assert!(close(written, 0.5) && close(answered, 0.5));
        let later = NOW.saturating_add(TimeDelta::days(180));
        assert!(close(here.weights(later).0, 0.25));
    }

    #[test]
    fn choosing_against_the_suggestion_counts_as_one_answer() {
        let chosen = Counted { own_choice: true, ..counted(WhatsApp, Sent, 1) };
        let rates = Rates::of([chosen]);
        assert!(rates.mean(cell(WhatsApp), NOW) > usual(cell(WhatsApp)));
        assert_eq!(rates.on(WhatsApp, NOW), Count::default(), "it is no answer to be shown");
    }

    #[test]
    fn wild_clocks_give_numbers_all_the_same() {
        for at in [i64::MIN, -1, 0, i64::MAX] {
            let wild = Counted { at: Timestamp::from_ms(at), ..counted(Email, Replied, 0) };
            for now in [i64::MIN, 0, NOW.ms(), i64::MAX] {
                let mean = Rates::of([wild, counted(Email, Sent, 3)]).mean(cell(Email), Timestamp::from_ms(now));
                assert!((0.0..=1.0).contains(&mean), "{at} {now}: {mean}");
            }
        }
    }
}
