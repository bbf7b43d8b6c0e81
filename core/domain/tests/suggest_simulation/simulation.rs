//! A simulated person who meets 300 people and follows the suggestion each time, in many worlds whose true rates differ
//! from what is held to be usual. The same numbers on every machine: drawn from fixed seeds.

use chrono::TimeDelta;
use fastrand::Rng;
use justmet_domain::channel::{ChannelKind, Handle};
use justmet_domain::contact::{Address, Consent, Provenance, Sphere};
use justmet_domain::country::Custom;
use justmet_domain::id::{AddressId, ContactId};
use justmet_domain::message::MessageState;
use justmet_domain::suggest::rates::usual;
use justmet_domain::suggest::{Cell, Counted, Known, Place, Rates, suggest};
use justmet_domain::time::Timestamp;
use uuid::Uuid;

/// People met in one world: what one person sends in a year or two.
pub(crate) const DECISIONS: usize = 300;

/// 24 November 2026, 10:00 UTC.
const START: Timestamp = Timestamp::from_ms(1_795_514_400_000);

const CHANNELS: [ChannelKind; 6] = [
    ChannelKind::Email,
    ChannelKind::WhatsApp,
    ChannelKind::LinkedIn,
    ChannelKind::Teams,
    ChannelKind::Signal,
    ChannelKind::Telegram,
];
const CUSTOMS: [Custom; 3] = [Custom::Mail, Custom::WhatsApp, Custom::LocalMessenger];
const PLACES: [Place; 3] = [Place::Event, Place::Work, Place::Private];

/// How many predictions fell into a tenth, what they sum up to, and how many answers there were.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tenth {
    /// Predictions.
    pub(crate) count: f64,
    /// Their sum.
    pub(crate) predicted: f64,
    /// Answers.
    pub(crate) answered: f64,
}

/// What came of following one rule.
#[derive(Debug, Clone, Default)]
pub(crate) struct Followed {
    /// Answers to be expected from the choices.
    expected: f64,
    /// Sum of squared differences between what was predicted and what came (Brier).
    brier: f64,
    /// What was predicted and what came, by tenths.
    pub(crate) tenths: [Tenth; 10],
    decisions: f64,
}

impl Followed {
    /// Mean squared difference between prediction and outcome; lower is better.
    pub(crate) fn brier(&self) -> f64 {
        self.brier / self.decisions
    }

    /// Mean distance between what was predicted and what came, in points, weighted by how often it was predicted.
    pub(crate) fn calibration_error(&self) -> f64 {
        let off = self.tenths.iter().map(|tenth| (tenth.predicted - tenth.answered).abs()).sum::<f64>();
        100.0 * off / self.decisions
    }
}

/// What came of many worlds that are off by the same amount.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outcome {
    oracle: f64,
    /// Following what is usual, learning nothing.
    pub(crate) fixed: Followed,
    /// Following the suggestion.
    pub(crate) learning: Followed,
}

impl Outcome {
    /// Answers in percent of what one would get who knew the true rates.
    pub(crate) fn percent_of_oracle(&self, followed: &Followed) -> f64 {
        100.0 * followed.expected / self.oracle
    }
}

/// Lives through that many worlds that are off by `sd`.
pub(crate) fn live(worlds: u64, sd: f64) -> Outcome {
    let mut outcome = Outcome::default();
    for seed in 0..worlds {
        // The same people with the same addresses in every world of that seed, whatever it is off by.
        let mut people = Rng::with_seed(seed);
        let truth = Truth::new(&mut Rng::with_seed(1_000_003 * (seed + 1)), sd);
        let mut luck = Rng::with_seed(7_919 * (seed + 1));
        let mut waiting = Vec::new();
        let nothing = Rates::default();
        let mut rates = Rates::default();
        for day in 0..DECISIONS {
            let now = START.saturating_add(TimeDelta::days(i64::try_from(day).unwrap_or(0) * 2));
            let (custom, place) = (pick(&mut people, &CUSTOMS), pick(&mut people, &PLACES));
            let addresses = addresses(&mut people);
            let cell = |channel| Cell { channel, custom, place };
            let chance = |channel| truth.of(cell(channel));
            let best = addresses.iter().map(|address| chance(address.handle.kind)).fold(0.0, f64::max);
            outcome.oracle += best;
            let choose = |rates: &Rates| {
                let known = Known { addresses: &addresses, preferences: &[], messages: &[], rates, custom, place, now };
                suggest(&known).choice.map_or(ChannelKind::Email, |choice| choice.channel)
            };
            let roll = luck.f64();
            let noted = luck.f64() < 0.5;
            let fixed = choose(&nothing);
            follow(&mut outcome.fixed, chance(fixed), nothing.mean(cell(fixed), now), roll);
            let chosen = choose(&rates);
            let answered = follow(&mut outcome.learning, chance(chosen), rates.mean(cell(chosen), now), roll);

            // An answer is noted; of the others half are noted too, and of the rest nothing is ever said.
            let state = match (answered, noted) {
                (true, _) => MessageState::Replied,
                (false, true) => MessageState::NoAnswer,
                (false, false) => MessageState::Sent,
            };
            // What came of it is known two weeks later.
            waiting.push((day + 7, Counted { cell: cell(chosen), state, at: now, own_choice: false }));
            while let Some(place) = waiting.iter().position(|(known, _)| *known <= day) {
                rates.count(waiting.swap_remove(place).1);
            }
        }
    }
    outcome
}

fn follow(followed: &mut Followed, chance: f64, predicted: f64, roll: f64) -> bool {
    let answered = roll < chance;
    let came = if answered { 1.0 } else { 0.0 };
    followed.expected += chance;
    followed.brier += (predicted - came).powi(2);
    followed.decisions += 1.0;
    // A prediction lies between 0 and 1.
    if let Some(tenth) = followed.tenths.get_mut((predicted * 10.0).clamp(0.0, 9.0) as usize) {
        tenth.count += 1.0;
        tenth.predicted += predicted;
        tenth.answered += came;
    }
    answered
}

fn pick<T: Copy>(rng: &mut Rng, from: &[T; 3]) -> T {
    let [first, second, third] = from;
    match rng.u8(0..3) {
        0 => *first,
        1 => *second,
        _ => *third,
    }
}

/// Two to four ways to reach somebody.
fn addresses(rng: &mut Rng) -> Vec<Address> {
    let mut kinds = CHANNELS;
    rng.shuffle(&mut kinds);
    let count = rng.usize(2..=4);
    let address = |kind: ChannelKind| Address {
        id: AddressId::from_uuid(Uuid::from_u128(kind as u128)),
        contact: ContactId::from_uuid(Uuid::nil()),
        handle: Handle { kind, key: "+15145550142".into(), display: String::new(), mark: None },
        provenance: Provenance::Told,
        consent: Consent::Given,
        sphere: Sphere::Unknown,
    };
    kinds.into_iter().take(count).map(address).collect()
}

/// The true rates of one world: what is usual, moved by a normal number of log-odds for each channel and each cell.
struct Truth(Vec<(Cell, f64)>);

impl Truth {
    fn new(rng: &mut Rng, sd: f64) -> Self {
        let mut truth = Vec::new();
        for channel in CHANNELS {
            let of_channel = normal(rng) * sd;
            for custom in CUSTOMS {
                for place in PLACES {
                    let cell = Cell { channel, custom, place };
                    let usual = usual(cell);
                    let odds = (usual / (1.0 - usual)).ln() + of_channel + normal(rng) * sd;
                    truth.push((cell, 1.0 / (1.0 + (-odds).exp())));
                }
            }
        }
        Self(truth)
    }

    fn of(&self, cell: Cell) -> f64 {
        self.0.iter().find(|(known, _)| *known == cell).map_or(0.0, |(_, chance)| *chance)
    }
}

/// A standard normal number (Box and Muller, 1958).
fn normal(rng: &mut Rng) -> f64 {
    let radius = (-2.0 * (1.0 - rng.f64()).ln()).sqrt();
    radius * (std::f64::consts::TAU * rng.f64()).cos()
}
