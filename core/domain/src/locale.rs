//! Language and region: both are told by the shell, never looked up here.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language that JustMet speaks: the words a person reads, and a hint when a line is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Language {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// German.
    De,
    /// Portuguese.
    Pt,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::En, Self::Fr, Self::Es, Self::De, Self::Pt];

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::De => "de",
            Self::Pt => "pt",
        }
    }

    /// The language of a BCP 47 or POSIX locale tag (`pt-BR`, `de_AT.UTF-8`), if JustMet speaks it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }
}

/// A country or territory by its ISO 3166-1 alpha-2 code: whose dialling rules a national phone number follows, and
/// which days are the weekend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Region([u8; 2]);

/// The text is not the code of a country or territory.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is not a country code of two letters, such as CA, DE or BR")]
pub struct UnknownRegion;

impl Region {
    /// The two upper-case letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The days that are no business days there, Monday first.
    ///
    /// Source: Unicode CLDR 47, `supplemental/weekData`, corrected for Bangladesh, Nepal and Brunei, where CLDR falls
    /// back to the world's default. A shell that knows better (its own calendar settings) passes its own mask.
    pub fn weekend(&self) -> WeekendMask {
        match self.code() {
            "AF" => WeekendMask::from_days(&[3, 4]),
            "BH" | "BD" | "DZ" | "EG" | "IL" | "IQ" | "JO" | "KW" | "LY" | "OM" | "QA" | "SA" | "SD" | "SY" | "YE" => {
                WeekendMask::from_days(&[4, 5])
            }
            "IR" => WeekendMask::from_days(&[4]),
            "BN" => WeekendMask::from_days(&[4, 6]),
            "NP" => WeekendMask::from_days(&[5]),
            "IN" | "UG" => WeekendMask::from_days(&[6]),
            _ => WeekendMask::default(),
        }
    }

    /// Whether a numeric date is read month first there (Unicode CLDR 47, short date patterns).
    pub fn month_first(&self) -> bool {
        matches!(self.code(), "US" | "AS" | "GU" | "MH" | "MP" | "PH" | "PR" | "UM" | "VI")
    }
}

impl FromStr for Region {
    type Err = UnknownRegion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let upper = text.trim().to_ascii_uppercase();
        if !REGIONS.split(' ').any(|code| code == upper) {
            return Err(UnknownRegion);
        }
        match upper.as_bytes() {
            [first, second] => Ok(Self([*first, *second])),
            _ => Err(UnknownRegion),
        }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// ISO 3166-1 alpha-2, officially assigned, and XK (Kosovo), which has a dialling code of its own.
const REGIONS: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS \
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK \
FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM \
JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS \
MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM \
US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

/// Which days of the week are no business days; bit 0 is Monday, bit 6 Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WeekendMask(u8);

impl WeekendMask {
    /// From day numbers, Monday = 0. Numbers above 6 are ignored.
    pub const fn from_days(days: &[u8]) -> Self {
        let mut mask = 0;
        let mut rest = days;
        while let [day, tail @ ..] = rest {
            if *day < 7 {
                mask |= 1 << *day;
            }
            rest = tail;
        }
        Self(mask)
    }

    /// Whether that day of the week is in the weekend.
    pub fn contains(self, day: chrono::Weekday) -> bool {
        self.0 & (1 << day.num_days_from_monday()) != 0
    }
}

impl Default for WeekendMask {
    /// Saturday and Sunday.
    fn default() -> Self {
        Self::from_days(&[5, 6])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_found_in_locale_tags() {
        assert_eq!(Language::from_tag("pt-BR"), Some(Language::Pt));
        assert_eq!(Language::from_tag("de_AT.UTF-8"), Some(Language::De));
        assert_eq!(Language::from_tag("DE"), Some(Language::De));
        assert_eq!(Language::from_tag("ja_JP"), None);
        assert_eq!(Language::from_tag(""), None);
    }

    #[test]
    fn regions_are_real_ones() {
        assert_eq!("ca".parse::<Region>().unwrap().code(), "CA");
        for wrong in ["", "C", "CAN", "ZZ", "UK", "é", "A D", "AD AE"] {
            assert_eq!(wrong.parse::<Region>(), Err(UnknownRegion), "{wrong}");
        }
    }

    #[test]
    fn weekends_differ() {
        use chrono::Weekday::{Fri, Sat, Sun, Thu};
        let weekend = |code: &str| code.parse::<Region>().unwrap().weekend();
        assert!(weekend("CA").contains(Sat) && weekend("CA").contains(Sun) && !weekend("CA").contains(Fri));
        assert!(weekend("SA").contains(Fri) && weekend("SA").contains(Sat) && !weekend("SA").contains(Sun));
        assert!(weekend("IN").contains(Sun) && !weekend("IN").contains(Sat));
        assert!(weekend("AF").contains(Thu));
    }
}
