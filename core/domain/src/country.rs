//! What is known of countries beyond their code: on what people write to each other there, and what the clock shows.
//!
//! Only what can be said of a whole country stands here. A country that lies in several zones has no clock, and one that
//! is not listed has neither clock nor custom: nothing is guessed.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

use crate::locale::Region;
use crate::time::{Timestamp, TzSnapshot};

/// On what most people write to somebody they have just met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Custom {
    /// E-mail and networks of work; also where nothing is known.
    #[default]
    Mail,
    /// WhatsApp.
    WhatsApp,
    /// The messenger of the country: LINE, WeChat.
    LocalMessenger,
}

/// A country's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clock {
    /// Several zones, or rules that change too often to be written down.
    Unknown,
    /// One offset all year, in minutes east of UTC.
    Fixed(i32),
    /// The offset of winter, in minutes east of UTC, and European summer time (Directive 2000/84/EC: from the last Sunday
    /// of March to the last Sunday of October, at 01:00 UTC).
    European(i32),
}

/// What is known of a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    region: &'static str,
    calling_code: &'static str,
    custom: Custom,
    clock: Clock,
}

const fn mail(region: &'static str, calling_code: &'static str, clock: Clock) -> Country {
    Country { region, calling_code, custom: Custom::Mail, clock }
}

const fn whatsapp(region: &'static str, calling_code: &'static str, clock: Clock) -> Country {
    Country { region, calling_code, custom: Custom::WhatsApp, clock }
}

const fn local(region: &'static str, calling_code: &'static str, clock: Clock) -> Country {
    Country { region, calling_code, custom: Custom::LocalMessenger, clock }
}

/// Calling codes: ITU-T E.164. Clocks: IANA time zone database 2026a. WhatsApp: at least seven of ten adults (Pew Research
/// Center, 2023: BR, AR, MX, IN, ID, KE, NG, ZA) or nearly nine of ten people online (GWI, 2021: MY, CO, TR, ES). LINE and
/// WeChat: common knowledge.
const COUNTRIES: [Country; 47] = [
    mail("AE", "971", Clock::Fixed(240)),
    whatsapp("AR", "54", Clock::Fixed(-180)),
    mail("AT", "43", Clock::European(60)),
    mail("BD", "880", Clock::Fixed(360)),
    mail("BE", "32", Clock::European(60)),
    mail("BG", "359", Clock::European(120)),
    whatsapp("BR", "55", Clock::Unknown),
    mail("CH", "41", Clock::European(60)),
    local("CN", "86", Clock::Fixed(480)),
    whatsapp("CO", "57", Clock::Fixed(-300)),
    mail("CZ", "420", Clock::European(60)),
    mail("DE", "49", Clock::European(60)),
    mail("DK", "45", Clock::European(60)),
    mail("EE", "372", Clock::European(120)),
    // The Canary Islands are an hour behind.
    whatsapp("ES", "34", Clock::Unknown),
    mail("FI", "358", Clock::European(120)),
    mail("FR", "33", Clock::European(60)),
    mail("GB", "44", Clock::European(0)),
    mail("GH", "233", Clock::Fixed(0)),
    mail("GR", "30", Clock::European(120)),
    mail("HK", "852", Clock::Fixed(480)),
    mail("HR", "385", Clock::European(60)),
    mail("HU", "36", Clock::European(60)),
    whatsapp("ID", "62", Clock::Unknown),
    mail("IE", "353", Clock::European(0)),
    whatsapp("IN", "91", Clock::Fixed(330)),
    mail("IT", "39", Clock::European(60)),
    local("JP", "81", Clock::Fixed(540)),
    whatsapp("KE", "254", Clock::Fixed(180)),
    mail("KR", "82", Clock::Fixed(540)),
    mail("LT", "370", Clock::European(120)),
    mail("LU", "352", Clock::European(60)),
    mail("LV", "371", Clock::European(120)),
    whatsapp("MX", "52", Clock::Unknown),
    whatsapp("MY", "60", Clock::Fixed(480)),
    whatsapp("NG", "234", Clock::Fixed(60)),
    mail("NL", "31", Clock::European(60)),
    mail("NO", "47", Clock::European(60)),
    mail("PL", "48", Clock::European(60)),
    mail("RO", "40", Clock::European(120)),
    mail("SE", "46", Clock::European(60)),
    mail("SG", "65", Clock::Fixed(480)),
    local("TH", "66", Clock::Fixed(420)),
    whatsapp("TR", "90", Clock::Fixed(180)),
    local("TW", "886", Clock::Fixed(480)),
    mail("VN", "84", Clock::Fixed(420)),
    whatsapp("ZA", "27", Clock::Fixed(120)),
];

impl Country {
    /// The country of a number (E.164), if it is listed.
    pub fn of_number(key: &str) -> Option<&'static Self> {
        let digits = key.strip_prefix('+')?;
        COUNTRIES.iter().find(|country| digits.starts_with(country.calling_code))
    }

    /// The country of a region, if it is listed.
    pub fn of_region(region: Region) -> Option<&'static Self> {
        COUNTRIES.iter().find(|country| country.region == region.code())
    }

    /// On what people write there.
    pub fn custom(&self) -> Custom {
        self.custom
    }

    /// What the clock on the wall shows there at an instant, where it is one clock for all of the country.
    pub fn civil_at(&self, at: Timestamp) -> Option<NaiveDateTime> {
        let minutes = match self.clock {
            Clock::Unknown => return None,
            Clock::Fixed(minutes) => minutes,
            Clock::European(winter) => winter + if is_european_summer(at) { 60 } else { 0 },
        };
        Some(TzSnapshot::fixed(self.region, minutes * 60).civil_at(at))
    }
}

fn is_european_summer(at: Timestamp) -> bool {
    let utc = TzSnapshot::fixed("UTC", 0).civil_at(at);
    let change = |month| last_sunday(utc.year(), month)?.and_hms_opt(1, 0, 0);
    matches!((change(3), change(10)), (Some(begin), Some(end)) if begin <= utc && utc < end)
}

/// The last Sunday of March or October, both of which have 31 days.
fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    let since_sunday = last.weekday().days_since(Weekday::Sun);
    last.checked_sub_signed(TimeDelta::days(i64::from(since_sunday)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::from_ms(chrono::DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis())
    }

    fn shows(number: &str, instant: &str) -> Option<String> {
        Some(Country::of_number(number)?.civil_at(at(instant))?.format("%F %H:%M").to_string())
    }

    #[test]
    fn the_table_is_in_order_and_no_code_begins_another() {
        for (place, country) in COUNTRIES.iter().enumerate() {
            assert!(country.region.parse::<Region>().is_ok(), "{}", country.region);
            assert!(COUNTRIES[..place].iter().all(|earlier| earlier.region < country.region), "{}", country.region);
            let others = COUNTRIES.iter().filter(|other| other.region != country.region);
            assert!(
                others.into_iter().all(|other| !other.calling_code.starts_with(country.calling_code)),
                "{}",
                country.region
            );
        }
    }

    #[test]
    fn a_number_tells_the_time_where_a_country_has_one_clock() {
        assert_eq!(shows("+919800000000", "2026-11-24T10:00:00Z").as_deref(), Some("2026-11-24 15:30"));
        assert_eq!(shows("+491512345678", "2026-11-24T10:00:00Z").as_deref(), Some("2026-11-24 11:00"));
        assert_eq!(shows("+491512345678", "2026-07-24T10:00:00Z").as_deref(), Some("2026-07-24 12:00"));
        for number in ["+15145550142", "+5511912345678", "+34600000000", "+79161234567", "5145550142", ""] {
            assert_eq!(shows(number, "2026-11-24T10:00:00Z"), None, "{number}");
        }
    }

    #[test]
    fn european_summer_time_begins_and_ends_on_a_sunday_at_one() {
        for (instant, hour) in [
            ("2026-03-29T00:59:59Z", "2026-03-29 01:59"),
            ("2026-03-29T01:00:00Z", "2026-03-29 03:00"),
            ("2026-10-25T00:59:59Z", "2026-10-25 02:59"),
            ("2026-10-25T01:00:00Z", "2026-10-25 02:00"),
            ("2027-10-31T01:00:00Z", "2027-10-31 02:00"),
        ] {
            assert_eq!(shows("+33600000000", instant).as_deref(), Some(hour));
        }
    }

    #[test]
    fn a_region_has_its_custom() {
        let custom = |code: &str| Country::of_region(code.parse().unwrap()).map(Country::custom);
        assert_eq!(custom("BR"), Some(Custom::WhatsApp));
        assert_eq!(custom("JP"), Some(Custom::LocalMessenger));
        assert_eq!(custom("DE"), Some(Custom::Mail));
        assert_eq!(custom("US"), None);
    }
}
