//! How long a text may be on a channel, and how that channel counts.

use unicode_segmentation::UnicodeSegmentation;

/// What a channel counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// UTF-16 code units, as JavaScript, Java and Objective-C count: an emoji is two or more.
    Utf16,
    /// Grapheme clusters (Unicode Standard Annex 29), what a reader calls a character.
    Graphemes,
    /// Septets of the GSM 7-bit default alphabet where the whole text fits into it, else UTF-16 code units (3GPP TS
    /// 23.038). A text with one letter outside the alphabet has room for 70 instead of 160.
    Gsm7OrUcs2,
    /// Bytes of UTF-8.
    Bytes,
}

/// The longest text that a channel takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Limit {
    /// The most units; for [`Unit::Gsm7OrUcs2`] the septets of one segment.
    pub max: u32,
    /// What is counted.
    pub unit: Unit,
}

impl Limit {
    /// The most units that a text with these letters may have.
    pub fn max_for(&self, text: &str) -> u32 {
        match self.unit {
            // 140 octets hold 160 septets or 70 UTF-16 units (3GPP TS 23.040, section 9.2.3.24).
            Unit::Gsm7OrUcs2 if sms_length(text).alphabet == SmsAlphabet::Ucs2 => self.max * 7 / 16,
            _ => self.max,
        }
    }

    /// Whether the text fits.
    pub fn fits(&self, text: &str) -> bool {
        length_in(self.unit, text) <= self.max_for(text)
    }
}

/// The length of a text in a channel's unit.
pub fn length_in(unit: Unit, text: &str) -> u32 {
    let length = match unit {
        Unit::Utf16 => text.encode_utf16().count(),
        Unit::Graphemes => text.graphemes(true).count(),
        Unit::Bytes => text.len(),
        Unit::Gsm7OrUcs2 => return sms_length(text).units,
    };
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// In which alphabet a text message is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SmsAlphabet {
    /// The GSM 7-bit default alphabet with its extension table.
    Gsm7,
    /// UCS-2, in practice UTF-16.
    Ucs2,
}

/// What a text costs as a text message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SmsLength {
    /// The alphabet it needs.
    pub alphabet: SmsAlphabet,
    /// Septets or UTF-16 units; a character of the extension table is two septets.
    pub units: u32,
    /// How many messages it is sent and billed as; an empty text is one.
    pub segments: u32,
}

/// Counts a text as a text message: one segment holds 160 septets or 70 UTF-16 units, each of several holds 153 or 67
/// beside the header that joins them (3GPP TS 23.040, section 9.2.3.24.1). Neither an extension pair nor a surrogate pair
/// is torn between two segments.
pub fn sms_length(text: &str) -> SmsLength {
    let (alphabet, alone, joined) = if text.chars().all(|letter| septets(letter).is_some()) {
        (SmsAlphabet::Gsm7, 160, 153)
    } else {
        (SmsAlphabet::Ucs2, 70, 67)
    };
    let mut units = 0_u32;
    let mut segments = 1_u32;
    let mut room = joined;
    for letter in text.chars() {
        let size = match alphabet {
            SmsAlphabet::Gsm7 => septets(letter).unwrap_or_default(),
            SmsAlphabet::Ucs2 => {
                if u32::from(letter) > 0xFFFF {
                    2
                } else {
                    1
                }
            }
        };
        units = units.saturating_add(size);
        if size > room {
            segments = segments.saturating_add(1);
            room = joined;
        }
        room -= size;
    }
    SmsLength { alphabet, units, segments: if units <= alone { 1 } else { segments } }
}

/// Beyond the letters and digits of ASCII, the GSM 7-bit default alphabet (3GPP TS 23.038, section 6.2.1).
const GSM7: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";

/// Its extension table (section 6.2.1.1): an escape and one more septet.
const GSM7_EXTENSION: &str = "\u{000C}^{}\\[~]|€";

fn septets(letter: char) -> Option<u32> {
    if letter.is_ascii_alphanumeric() || GSM7.contains(letter) {
        Some(1)
    } else if GSM7_EXTENSION.contains(letter) {
        Some(2)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_differ() {
        let family = "👩‍👩‍👧"; // one grapheme of five code points
        assert_eq!(length_in(Unit::Utf16, family), 8);
        assert_eq!(length_in(Unit::Graphemes, family), 1);
        assert_eq!(length_in(Unit::Bytes, family), 18);
        assert_eq!(length_in(Unit::Gsm7OrUcs2, family), 8);
        assert_eq!(length_in(Unit::Gsm7OrUcs2, "5 € für [Ana]"), 16);
    }

    #[test]
    fn segments_are_counted_as_they_are_billed() {
        let count = |text: &str| {
            let length = sms_length(text);
            (length.units, length.segments)
        };
        assert_eq!(count(""), (0, 1));
        assert_eq!(count(&"a".repeat(160)), (160, 1));
        assert_eq!(count(&"a".repeat(161)), (161, 2));
        assert_eq!(count(&"a".repeat(306)), (306, 2));
        assert_eq!(count(&"a".repeat(307)), (307, 3));
        assert_eq!(count(&"€".repeat(80)), (160, 1));
        // 152 septets leave one free that the pair cannot use: the pair opens the second segment.
        assert_eq!(count(&format!("{}€{}", "a".repeat(152), "a".repeat(152))), (306, 3));
        assert_eq!(count(&"я".repeat(70)), (70, 1));
        assert_eq!(count(&"я".repeat(71)), (71, 2));
        assert_eq!(count(&"я".repeat(134)), (134, 2));
        assert_eq!(count(&"я".repeat(135)), (135, 3));
        assert_eq!(count(&"😀".repeat(35)), (70, 1));
        assert_eq!(count(&"😀".repeat(67)), (134, 3));
    }

    #[test]
    fn one_foreign_letter_shortens_the_room() {
        let sms = Limit { max: 160, unit: Unit::Gsm7OrUcs2 };
        assert_eq!((sms.max_for("Olá"), sms.max_for("Ola"), sms.max_for("é")), (70, 160, 160));
        assert!(sms.fits(&"a".repeat(160)) && !sms.fits(&"a".repeat(161)));
        assert!(sms.fits(&"я".repeat(70)) && !sms.fits(&"я".repeat(71)));
    }
}
