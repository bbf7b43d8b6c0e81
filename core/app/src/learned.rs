//! What was learned from answers: shown in numbers, and forgotten when asked to.

use justmet_domain::channel::ChannelKind;
use justmet_domain::order::order_by;

use crate::error::Result;
use crate::just_met::JustMet;

/// What was learned.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Learned {
    /// One line a channel that was written on, the most answered first.
    pub rates: Vec<RateLine>,
    /// What this is, and that it stays on the device.
    pub text: String,
}

/// How messages on a channel were answered.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RateLine {
    /// The channel.
    pub channel: ChannelKind,
    /// How many were answered.
    pub answered: u32,
    /// Of how many of which that is known.
    pub written: u32,
    /// "WhatsApp: 3 of 4 answered".
    pub text: String,
}

#[uniffi::export]
impl JustMet {
    /// What was learned from answers so far.
    ///
    /// # Errors
    /// Those of reading.
    pub async fn learned(&self) -> Result<Learned> {
        self.run(|inner| {
            let now = inner.now()?;
            let rates = inner.read(|reader| reader.rates())?;
            let line = |channel: ChannelKind| {
                let count = rates.on(channel, now.at);
                let arguments = [
                    ("channel", inner.words.channel(channel).into()),
                    ("answered", count.answered.into()),
                    ("written", count.written.into()),
                ];
                (count.written > 0).then(|| RateLine {
                    channel,
                    answered: count.answered,
                    written: count.written,
                    text: inner.words.say_with("learned-rate", &arguments),
                })
            };
            let mut lines: Vec<RateLine> = ChannelKind::all().filter_map(line).collect();
            // Compared as fractions: a / b > c / d is a · d > c · b.
            let weight = |one: &RateLine, other: &RateLine| u64::from(one.answered) * u64::from(other.written);
            order_by(&mut lines, |one, other| weight(other, one).cmp(&weight(one, other)));
            let key = if lines.is_empty() { "learned-nothing" } else { "learned-explained" };
            Ok(Learned { rates: lines, text: inner.words.say(key) })
        })
        .await
    }

    /// Forgets what was learned from answers. To whom was written when stays.
    ///
    /// # Errors
    /// Those of writing.
    pub async fn forget_learned(&self) -> Result<()> {
        self.run(|inner| {
            let now = inner.now()?;
            inner.write(&now, |writer| writer.forget_rates().map(drop))
        })
        .await
    }
}
