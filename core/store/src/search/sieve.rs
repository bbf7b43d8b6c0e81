//! What a block of texts surely does not hold, told without looking through it.

/// Bits of each table. A thousand people's texts have some ten thousand different places and beginnings: of what is not
/// there nine in ten are seen as such by one place, and nearly all by several.
const BITS: usize = 1 << 16;

/// So many bytes side by side are a place: a letter or three.
const WIDE: usize = 3;

/// Of what begins a word so many bytes are told apart.
const BEGINNING: usize = 6;

/// What was put in may be there; what is not in it never was.
#[derive(Debug)]
pub(crate) struct Sieve {
    parts: Box<[u64]>,
    beginnings: Box<[u64]>,
}

impl Default for Sieve {
    fn default() -> Self {
        let none = || vec![0; BITS / 64].into_boxed_slice();
        Self { parts: none(), beginnings: none() }
    }
}

impl Sieve {
    pub(crate) fn clear(&mut self) {
        self.parts.fill(0);
        self.beginnings.fill(0);
    }

    /// Puts in what any part of a text is known by.
    pub(crate) fn put_parts(&mut self, text: &str) {
        text.as_bytes().windows(WIDE).for_each(|place| put(&mut self.parts, bit(place)));
    }

    /// Puts in what a beginning is known by, however long a needle is.
    pub(crate) fn put_beginning(&mut self, text: &str) {
        beginnings(text).for_each(|beginning| put(&mut self.beginnings, bit(beginning)));
    }

    /// Puts in what the beginning of a whole name is known by.
    pub(crate) fn put_lead(&mut self, name: &str) {
        beginnings(name).for_each(|beginning| put(&mut self.beginnings, lead_bit(beginning)));
    }

    /// Whether a whole name that was put in may begin with the needle.
    pub(crate) fn may_lead(&self, needle: &str) -> bool {
        beginnings(needle).all(|beginning| has(&self.beginnings, lead_bit(beginning)))
    }

    /// Whether the needle may be part of a text that was put in.
    pub(crate) fn may_hold(&self, needle: &str) -> bool {
        needle.as_bytes().windows(WIDE).all(|place| has(&self.parts, bit(place)))
    }

    /// Whether what was put in as a beginning may begin with the needle.
    pub(crate) fn may_begin(&self, needle: &str) -> bool {
        beginnings(needle).all(|beginning| has(&self.beginnings, bit(beginning)))
    }
}

fn beginnings(text: &str) -> impl Iterator<Item = &[u8]> {
    (1..=BEGINNING.min(text.len())).filter_map(|length| text.as_bytes().get(..length))
}

fn put(table: &mut [u64], bit: usize) {
    if let Some(bits) = table.get_mut(bit / 64) {
        *bits |= 1 << (bit % 64);
    }
}

fn has(table: &[u64], bit: usize) -> bool {
    table.get(bit / 64).is_some_and(|bits| bits & (1 << (bit % 64)) != 0)
}

fn bit(place: &[u8]) -> usize {
    spread(number(place))
}

/// Another one than that of the same bytes within a name.
fn lead_bit(place: &[u8]) -> usize {
    spread(number(place) | 1 << 63)
}

fn number(place: &[u8]) -> u64 {
    place.iter().fold(1, |number, byte| (number << 8) | u64::from(*byte))
}

fn spread(number: u64) -> usize {
    // The upper bits of a product with the golden ratio depend on all the lower ones (Knuth, "Sorting and Searching", 6.4).
    let spread = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS.trailing_zeros());
    usize::try_from(spread).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_may_be_there_and_hardly_anything_else() {
        let mut sieve = Sieve::default();
        assert!(!sieve.may_hold("abc") && !sieve.may_begin("a"));
        sieve.put_parts("priya rao\nacme");
        sieve.put_beginning("王小明");
        sieve.put_beginning("rao");
        for part in ["", "p", "ya", "iya", "priya rao", "acme"] {
            assert!(sieve.may_hold(part), "{part}");
        }
        for beginning in ["r", "ra", "rao", "王", "王小", "王小明"] {
            assert!(sieve.may_begin(beginning), "{beginning}");
        }
        for nowhere in ["iyra", "priyo", "acmes", "kowalski"] {
            assert!(!sieve.may_hold(nowhere), "{nowhere}");
        }
        for begins_none in ["p", "a", "raoo", "小", "acme", "1"] {
            assert!(!sieve.may_begin(begins_none), "{begins_none}");
        }
        assert!(!sieve.may_lead("rao"));
        sieve.put_lead("priya rao");
        assert!(
            sieve.may_lead("p") && sieve.may_lead("priya r") && !sieve.may_lead("rao") && !sieve.may_begin("priya")
        );
        sieve.clear();
        assert!(!sieve.may_hold("acme") && !sieve.may_begin("rao") && !sieve.may_lead("p"));
    }

    #[test]
    fn few_places_of_a_thousand_texts_share_a_bit() {
        let mut sieve = Sieve::default();
        (0..10_000_u32).for_each(|number| put(&mut sieve.parts, bit(&number.to_be_bytes())));
        let strange = (10_000..20_000_u32).filter(|number| has(&sieve.parts, bit(&number.to_be_bytes()))).count();
        assert!(strange < 1_600, "{strange}");
    }
}
