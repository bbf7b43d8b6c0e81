//! Phone numbers, by libphonenumber's rules.

use std::borrow::Cow;

use rlibphonenumber::{ParseError, PhoneNumber, PhoneNumberFormat};

use crate::locale::Region;

use super::handle::{Handle, HandleError, HandleMark};
use super::kind::ChannelKind;
use super::numbering::NUMBERING;

/// The words before an extension, lower case: the `x` and `ext` of North America, `int` of Italy and Spain, `poste` of
/// France, `ramal` of Brazil, `anexo` of Chile and Peru, `dw` (Durchwahl) of Germany and Austria.
const EXTENSION_WORDS: [&str; 10] = ["x", "ext", "extn", "extension", "int", "poste", "ramal", "anexo", "dw", "ext no"];

/// The most digits of an extension (RFC 3966 sets no bound; libphonenumber takes 20 behind an explicit word).
const MAX_EXTENSION_DIGITS: usize = 20;

/// A number as E.164 (ITU-T E.164: at most 15 digits), read in `region` where it has no country code. The extension is
/// part of what is shown and not of the key: the key is what can be dialled and linked to.
pub(super) fn normalize(kind: ChannelKind, value: &str, region: Option<Region>) -> Result<Handle, HandleError> {
    let written = split(value)?;
    let plain = without_separators(&written.number);
    let (mut number, valid) = match as_it_stands(&plain, region) {
        Some(number) => (number, true),
        None => {
            let number = parse(&plain, region)?;
            let valid = NUMBERING.is_valid_number(&number);
            (number, valid)
        }
    };
    // libphonenumber takes `,45` for an extension too, and would write it in the words of the number's country.
    let behind_comma = number.extension.take();
    let extension = match written.extension {
        Some(extension) => Some(extension),
        None => behind_comma.as_deref().map(digits_of).transpose()?,
    };
    let key = e164(&number);
    // For a number outside every range in use, reading the key again can drop a digit that looks like a trunk prefix.
    // Such a key would name another number at the next reading.
    if !valid && *plain != *key && !reads_as(&key, &key) {
        return Err(HandleError::Malformed);
    }
    let international = NUMBERING.format(&number, PhoneNumberFormat::International).into_owned();
    let same_digits = || without_separators(&international) == *key || reads_as(&international, &key);
    let mut display = if valid || same_digits() { international } else { key.clone() };
    if let Some(extension) = extension {
        display.push_str(" ext. ");
        display.push_str(&extension);
    }
    Ok(Handle { kind, key, display, mark: (!valid).then_some(HandleMark::NumberNotInUse) })
}

/// Whether the text has the shape of an E.164 key: `+`, then 5 to 15 digits of which the first is no 0.
pub(super) fn is_key(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|digits| {
        (5..=15).contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|digit| digit.is_ascii_digit())
    })
}

fn parse(number: &str, region: Option<Region>) -> Result<PhoneNumber, HandleError> {
    let region_code = region_code(region);
    let parsed = NUMBERING.parse(number, region_code).map_err(|error| match error {
        ParseError::InvalidCountryCode if region_code.is_none() && !number.starts_with('+') => HandleError::NoRegion,
        ParseError::TooLongNsn => HandleError::TooLong,
        _ => HandleError::Malformed,
    })?;
    let key = e164(&parsed);
    if NUMBERING.is_possible_number(&parsed) && is_key(&key) {
        return Ok(parsed);
    }
    without_mexican_one(&key).and_then(|key| NUMBERING.parse(key, None).ok()).ok_or(HandleError::Malformed)
}

/// The number without what people set between its digits: libphonenumber's patterns cost by the character.
fn without_separators(number: &str) -> Cow<'_, str> {
    let separates = |letter: char| matches!(letter, ' ' | '-' | '.' | '/' | '(' | ')');
    if number.chars().any(|letter| !letter.is_ascii_digit() && letter != '+' && !separates(letter)) {
        return Cow::Borrowed(number);
    }
    Cow::Owned(number.chars().filter(|letter| !separates(*letter)).collect())
}

/// The number, if its digits are one in use, behind no prefix but the region's own trunk prefix: the usual case, for which
/// libphonenumber's many patterns of how a number may be written need not be asked.
fn as_it_stands(plain: &str, region: Option<Region>) -> Option<PhoneNumber> {
    let own = region_code(region);
    let code_of = |region| NUMBERING.get_country_code_for_region(region);
    let behind_trunk = plain.strip_prefix('0');
    let (code, national) = match plain.strip_prefix('+') {
        Some(digits) => country_code(digits)?,
        None => (code_of(own?)?, behind_trunk.unwrap_or(plain)),
    };
    // Another leading zero is a part of the number, as in Italy, or of an international prefix.
    if national.starts_with('0') || !national.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let number = PhoneNumber { country_code: code, national_number: national.parse().ok()?, ..PhoneNumber::default() };
    // Of the 25 regions that share +1, libphonenumber goes through all before the right one.
    let in_own = |own| code_of(own) == Some(code) && NUMBERING.is_valid_number_for_region(&number, own);
    if !own.is_some_and(in_own) && !NUMBERING.is_valid_number(&number) {
        return None;
    }
    if behind_trunk.is_some() {
        // The zero is a trunk prefix where the region writes the number so, and where it can be no part of it.
        let written = NUMBERING.format(&number, PhoneNumberFormat::National);
        let with_zero = PhoneNumber { italian_leading_zero: Some(true), ..number.clone() };
        if without_separators(&written) != plain || NUMBERING.is_valid_number(&with_zero) {
            return None;
        }
    }
    Some(number)
}

/// Splits the country code off international digits; no code is the beginning of another (ITU-T E.164).
fn country_code(digits: &str) -> Option<(i32, &str)> {
    (1..=3).find_map(|length| {
        let (code, national) = digits.split_at_checked(length)?;
        let code = code.parse().ok()?;
        NUMBERING.get_region_for_country_code(code).map(|_| (code, national))
    })
}

fn region_code(region: Option<Region>) -> Option<rlibphonenumber::Region> {
    region.and_then(|region| region.code().parse().ok())
}

/// Mexico dropped the 1 between country code and mobile number on 3 August 2019 (IFT, Plan Técnico Fundamental de
/// Numeración); cards and WhatsApp links still carry it.
fn without_mexican_one(key: &str) -> Option<String> {
    let subscriber = key.strip_prefix("+521")?;
    (subscriber.len() == 10).then(|| format!("+52{subscriber}"))
}

fn e164(number: &PhoneNumber) -> String {
    NUMBERING.format(number, PhoneNumberFormat::E164).into_owned()
}

fn reads_as(text: &str, key: &str) -> bool {
    parse(text, None).is_ok_and(|number| e164(&number) == key)
}

/// A number as it was written, taken apart.
struct Written {
    number: String,
    extension: Option<String>,
}

/// Splits off the extension. Letters anywhere else are refused: a vanity number (1-800-FLOWERS) is an advertisement, not
/// a person's address, and libphonenumber would read digits out of any word.
fn split(value: &str) -> Result<Written, HandleError> {
    let (body, parameters) = value.split_once(';').unwrap_or((value, ""));
    // A link ends at its fragment: "tel:+1-613-555-0123;ext=4#5" is the number that `recognise_url` reads in it.
    let parameters = parameters.split_once('#').map_or(parameters, |(parameters, _)| parameters);
    let mut context = "";
    let mut extension = None;
    for parameter in parameters.split(';').filter(|parameter| !parameter.trim().is_empty()) {
        // RFC 3966, section 5: `;ext=` and `;phone-context=`; other parameters say nothing about whom it reaches.
        match parameter.split_once('=') {
            Some((name, digits)) if name.trim().eq_ignore_ascii_case("ext") => extension = Some(digits_of(digits)?),
            Some((name, prefix)) if name.trim().eq_ignore_ascii_case("phone-context") && prefix.starts_with('+') => {
                context = prefix;
            }
            Some(_) => {}
            None => return Err(HandleError::Malformed),
        }
    }
    let marker = body.find(|letter: char| letter.is_alphabetic() || matches!(letter, '#' | '~'));
    let (number, behind) = match marker {
        Some(at) => body.split_at(at),
        None => (body, ""),
    };
    if !behind.is_empty() {
        let digits_at = behind.find(char::is_numeric).ok_or(HandleError::Malformed)?;
        let (word, digits) = behind.split_at(digits_at);
        let word = word.trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase();
        if !(word.is_empty() || EXTENSION_WORDS.contains(&word.as_str())) {
            return Err(HandleError::Malformed);
        }
        extension = Some(digits_of(digits)?);
    }
    if !number.chars().all(is_number_character) {
        return Err(HandleError::Malformed);
    }
    let number = number.trim_end_matches([',', ' ', '-', '.', '/']);
    let number = if number.starts_with('+') { number.to_owned() } else { format!("{context}{number}") };
    if !number.chars().any(char::is_numeric) {
        return Err(HandleError::Malformed);
    }
    Ok(Written { number, extension })
}

/// Digits of any script, and what people set between them.
fn is_number_character(letter: char) -> bool {
    letter.is_numeric()
        || letter.is_whitespace()
        || matches!(letter, '+' | '-' | '.' | '(' | ')' | '/' | ',' | '[' | ']' | '\u{00B7}' | '•')
        || matches!(letter, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}')
}

fn digits_of(text: &str) -> Result<String, HandleError> {
    let digits = text.trim();
    let fits = (1..=MAX_EXTENSION_DIGITS).contains(&digits.len());
    if fits && digits.bytes().all(|digit| digit.is_ascii_digit()) {
        Ok(digits.to_owned())
    } else {
        Err(HandleError::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use rlibphonenumber::PhoneNumberType;

    use super::*;

    fn read(value: &str, region: &str) -> Result<(String, String), HandleError> {
        let region = region.parse().ok();
        normalize(ChannelKind::Phone, value, region).map(|handle| (handle.key, handle.display))
    }

    #[test]
    fn numbers_are_read_in_their_region() {
        for (value, region, key, display) in [
            ("(613) 555-0123", "CA", "+16135550123", "+1 613-555-0123"),
            ("613.555.0123 x45", "CA", "+16135550123", "+1 613-555-0123 ext. 45"),
            ("+1 613 555 0123 Ext. 45", "", "+16135550123", "+1 613-555-0123 ext. 45"),
            ("+1-613-555-0123;ext=45", "", "+16135550123", "+1 613-555-0123 ext. 45"),
            ("613-555-0123;phone-context=+1", "", "+16135550123", "+1 613-555-0123"),
            ("020 7946 0018", "GB", "+442079460018", "+44 20 7946 0018"),
            ("020 7946 0018,45", "GB", "+442079460018", "+44 20 7946 0018 ext. 45"),
            ("020 7946 0018,45 x3", "GB", "+442079460018", "+44 20 7946 0018 ext. 3"),
            ("+49 (0)30 23125 123", "", "+493023125123", "+49 30 23125123"),
            ("01 99 00 12 34", "FR", "+33199001234", "+33 1 99 00 12 34"),
            ("+１ ６１３ ５５５ ０１２３", "", "+16135550123", "+1 613-555-0123"),
            ("+١٦١٣٥٥٥٠١٢٣", "", "+16135550123", "+1 613-555-0123"),
            ("+52 1 55 1234 5678", "", "+525512345678", "+52 55 1234 5678"),
        ] {
            assert_eq!(read(value, region), Ok((key.to_owned(), display.to_owned())), "{value}");
            assert_eq!(read(display, ""), Ok((key.to_owned(), display.to_owned())), "{display}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for (value, region, error) in [
            ("613 555 0123", "", HandleError::NoRegion),
            ("1-800-FLOWERS", "US", HandleError::Malformed),
            ("call me", "US", HandleError::Malformed),
            ("+1 613 555 0123 or later", "US", HandleError::Malformed),
            ("12", "US", HandleError::Malformed),
            ("+999 123 456 789", "", HandleError::Malformed),
            ("+1 613 555 0123 4567 8901 2345", "", HandleError::TooLong),
        ] {
            assert_eq!(read(value, region), Err(error), "{value}");
        }
    }

    #[test]
    fn a_possible_number_out_of_use_is_kept_and_marked() {
        let handle = normalize(ChannelKind::Phone, "+1 100 555 0123", None).unwrap();
        assert_eq!((handle.key.as_str(), handle.mark), ("+11005550123", Some(HandleMark::NumberNotInUse)));
    }

    #[test]
    fn the_example_number_of_every_region_and_type_reads_back() {
        let types = [
            PhoneNumberType::FixedLine,
            PhoneNumberType::Mobile,
            PhoneNumberType::TollFree,
            PhoneNumberType::VoIP,
            PhoneNumberType::PersonalNumber,
            PhoneNumberType::UAN,
        ];
        let mut read = 0;
        for region in NUMBERING.get_supported_regions() {
            for kind in types {
                let Ok(number) = NUMBERING.get_example_number_for_type_and_region(region, kind) else {
                    continue;
                };
                let key = e164(&number);
                let once = normalize(ChannelKind::Phone, &key, None).unwrap();
                assert_eq!(once.key, key);
                let again = normalize(ChannelKind::Phone, &once.display, None).unwrap();
                assert_eq!((&again.key, &again.display), (&once.key, &once.display));
                read += 1;
            }
        }
        assert!(read > 800, "{read}");
    }

    #[test]
    fn what_is_taken_as_it_stands_is_what_libphonenumber_reads() {
        let types = [PhoneNumberType::FixedLine, PhoneNumberType::Mobile, PhoneNumberType::TollFree];
        let mut taken = 0;
        for code in NUMBERING.get_supported_regions() {
            let region = code.to_string().parse().ok();
            for number in
                types.iter().filter_map(|kind| NUMBERING.get_example_number_for_type_and_region(code, *kind).ok())
            {
                let national = rlibphonenumber::get_national_significant_number_owned(&number);
                // Every beginning: prefixes are what the two could disagree about.
                for beginning in 0..100 {
                    let national = format!("{beginning:02}{}", &national[2..]);
                    for text in [format!("+{}{national}", number.country_code), format!("0{national}"), national] {
                        let Some(plain) = as_it_stands(&text, region) else { continue };
                        let read = parse(&text, region).unwrap();
                        assert!(NUMBERING.is_valid_number(&read), "{text} {region:?}");
                        assert_eq!(e164(&plain), e164(&read), "{text} {region:?}");
                        taken += 1;
                    }
                }
            }
        }
        assert!(taken > 20_000, "{taken}");
    }
}
