//! What a word or phrase may mean, and the heading of a lexicon file under which it stands.

use crate::channel::ChannelKind;

/// What a word or phrase may mean. What each is for is said under its heading in the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::capture) enum Sense {
    /// 0 is Monday.
    Weekday(u8),
    /// As `Weekday`, in a line of that language only.
    ShortWeekday(u8),
    /// 1 is January.
    Month(u32),
    Day(i32),
    Count(u32),
    Unit(Unit),
    /// From and until, in hours.
    PartOfDay(u8, u8),
    Channel(ChannelKind),
    Spoken(char),
    Weekend,
    EndOf,
    MiddleOf,
    StartOf,
    Within,
    FromNow,
    Next,
    NextAfter,
    AfterNext,
    WeekLater,
    This,
    Last,
    On,
    DayNumber,
    Of,
    Ordinal,
    Every,
    Recurring,
    FollowUp,
    Meet,
    Never,
    AboutThem,
    Prefers,
    Preferred,
    Refuses,
    Refused,
    Over,
    Filler,
    And,
    After,
    Before,
    Between,
    Hour,
    Mobile,
    Extension,
    Fax,
    Met,
    MetAt,
    At,
    WorksAt,
    Leads,
    Place,
    InTown,
    Event,
    EventEnding,
    Org,
    OrgEnding,
    LegalForm,
    Role,
    RoleLabel,
    RoleEnding,
    Subject,
    PromiseMe,
    PromiseThem,
    Thing,
    ThingEnding,
    Article,
    Honorific,
    Suffix,
    Particle,
    Closing,
    Talked,
    Seeks,
    Common,
    Kin,
    Given,
    Family,
    With,
    Spot,
    /// What one does for an event and not for a firm: "volunteer at".
    Helper,
    Field,
    As,
    Possessive,
    Occasion,
    Called,
    Badge,
    AddressedTo,
    StandIn,
}

/// A set of meanings, whatever their values: one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::capture) struct Senses(u128);

impl Senses {
    pub(in crate::capture) const fn of(senses: &[Sense]) -> Self {
        let mut set = 0;
        let mut rest = senses;
        while let [first, after @ ..] = rest {
            set |= 1 << first.kind();
            rest = after;
        }
        Self(set)
    }

    pub(in crate::capture) const fn with(self, sense: Sense) -> Self {
        Self(self.0 | 1 << sense.kind())
    }

    pub(in crate::capture) const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(in crate::capture) const fn has(self, sense: Sense) -> bool {
        self.0 & 1 << sense.kind() != 0
    }
}

impl Sense {
    /// How many kinds there are.
    pub(in crate::capture) const KINDS: u16 = 87;

    /// Which kind of meaning it is, counted through: a set has a bit for each.
    pub(in crate::capture) const fn kind(self) -> u16 {
        match self {
            Self::Weekday(..) => 0,
            Self::ShortWeekday(..) => 1,
            Self::Month(..) => 2,
            Self::Day(..) => 3,
            Self::Count(..) => 4,
            Self::Unit(..) => 5,
            Self::PartOfDay(..) => 6,
            Self::Channel(..) => 7,
            Self::Spoken(..) => 8,
            Self::Weekend => 9,
            Self::EndOf => 10,
            Self::MiddleOf => 11,
            Self::StartOf => 12,
            Self::Within => 13,
            Self::FromNow => 14,
            Self::Next => 15,
            Self::NextAfter => 16,
            Self::AfterNext => 17,
            Self::WeekLater => 18,
            Self::This => 19,
            Self::Last => 20,
            Self::On => 21,
            Self::DayNumber => 22,
            Self::Of => 23,
            Self::Ordinal => 24,
            Self::Every => 25,
            Self::Recurring => 26,
            Self::FollowUp => 27,
            Self::Meet => 28,
            Self::Never => 29,
            Self::AboutThem => 30,
            Self::Prefers => 31,
            Self::Preferred => 32,
            Self::Refuses => 33,
            Self::Refused => 34,
            Self::Over => 35,
            Self::Filler => 36,
            Self::And => 37,
            Self::After => 38,
            Self::Before => 39,
            Self::Between => 40,
            Self::Hour => 41,
            Self::Mobile => 42,
            Self::Extension => 43,
            Self::Fax => 44,
            Self::Met => 45,
            Self::MetAt => 46,
            Self::At => 47,
            Self::WorksAt => 48,
            Self::Leads => 49,
            Self::Place => 50,
            Self::InTown => 51,
            Self::Event => 52,
            Self::EventEnding => 53,
            Self::Org => 54,
            Self::OrgEnding => 55,
            Self::LegalForm => 56,
            Self::Role => 57,
            Self::RoleLabel => 58,
            Self::RoleEnding => 59,
            Self::Subject => 61,
            Self::PromiseMe => 62,
            Self::PromiseThem => 63,
            Self::Thing => 64,
            Self::ThingEnding => 65,
            Self::Article => 66,
            Self::Honorific => 67,
            Self::Suffix => 68,
            Self::Particle => 69,
            Self::Closing => 70,
            Self::Talked => 71,
            Self::Seeks => 72,
            Self::Common => 73,
            Self::Kin => 74,
            Self::Given => 75,
            Self::Family => 76,
            Self::With => 77,
            Self::Spot => 78,
            Self::Helper => 84,
            Self::Field => 79,
            Self::As => 80,
            Self::Possessive => 81,
            Self::Occasion => 82,
            Self::Called => 83,
            Self::Badge => 60,
            Self::AddressedTo => 85,
            Self::StandIn => 86,
        }
    }
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::capture) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// The headings of plain lists.
pub(super) const LISTS: [(&str, Sense); 78] = [
    ("weekend", Sense::Weekend),
    ("end of", Sense::EndOf),
    ("middle of", Sense::MiddleOf),
    ("start of", Sense::StartOf),
    ("within", Sense::Within),
    ("from now", Sense::FromNow),
    ("next", Sense::Next),
    ("next, behind", Sense::NextAfter),
    ("after next", Sense::AfterNext),
    ("week later", Sense::WeekLater),
    ("this", Sense::This),
    ("last", Sense::Last),
    ("on", Sense::On),
    ("day number", Sense::DayNumber),
    ("of", Sense::Of),
    ("ordinal", Sense::Ordinal),
    ("every", Sense::Every),
    ("recurring", Sense::Recurring),
    ("follow up", Sense::FollowUp),
    ("meet", Sense::Meet),
    ("never", Sense::Never),
    ("about them", Sense::AboutThem),
    ("prefers", Sense::Prefers),
    ("preferred", Sense::Preferred),
    ("refuses", Sense::Refuses),
    ("refused", Sense::Refused),
    ("over", Sense::Over),
    ("filler", Sense::Filler),
    ("and", Sense::And),
    ("after", Sense::After),
    ("before", Sense::Before),
    ("between", Sense::Between),
    ("hour", Sense::Hour),
    ("mobile", Sense::Mobile),
    ("extension", Sense::Extension),
    ("fax", Sense::Fax),
    ("addressed to", Sense::AddressedTo),
    ("stand-ins", Sense::StandIn),
    ("met", Sense::Met),
    ("with", Sense::With),
    ("met at", Sense::MetAt),
    ("spots", Sense::Spot),
    ("at", Sense::At),
    ("works at", Sense::WorksAt),
    ("leads", Sense::Leads),
    ("places", Sense::Place),
    ("in a town", Sense::InTown),
    ("events", Sense::Event),
    ("occasions", Sense::Occasion),
    ("event endings", Sense::EventEnding),
    ("orgs", Sense::Org),
    ("org endings", Sense::OrgEnding),
    ("legal forms", Sense::LegalForm),
    ("roles", Sense::Role),
    ("role labels", Sense::RoleLabel),
    ("role endings", Sense::RoleEnding),
    ("fields of work", Sense::Field),
    ("as", Sense::As),
    ("possessives", Sense::Possessive),
    ("called", Sense::Called),
    ("badges", Sense::Badge),
    ("subjects", Sense::Subject),
    ("promised by me", Sense::PromiseMe),
    ("promised by them", Sense::PromiseThem),
    ("things", Sense::Thing),
    ("thing endings", Sense::ThingEnding),
    ("articles", Sense::Article),
    ("helpers", Sense::Helper),
    ("honorifics", Sense::Honorific),
    ("suffixes", Sense::Suffix),
    ("particles", Sense::Particle),
    ("closings", Sense::Closing),
    ("talked", Sense::Talked),
    ("seeks", Sense::Seeks),
    ("common", Sense::Common),
    ("kin", Sense::Kin),
    ("given", Sense::Given),
    ("family", Sense::Family),
];

/// The meaning that the value of a row gives to its phrases.
pub(super) type SenseOf = fn(&str) -> Option<Sense>;

/// The headings of lists whose rows have a value: `1 = tomorrow`.
pub(super) const ROWS: [(&str, SenseOf); 9] = [
    ("weekdays", |key| place(&WEEKDAYS, key).map(Sense::Weekday)),
    ("short weekdays", |key| place(&WEEKDAYS, key).map(Sense::ShortWeekday)),
    ("months", |key| place(&MONTHS, key).map(|place| Sense::Month(u32::from(place) + 1))),
    ("days", |key| key.parse().ok().map(Sense::Day)),
    ("numbers", |key| key.parse().ok().map(Sense::Count)),
    ("units", |key| {
        let unit = place(&["day", "week", "month", "year"], key)?;
        [Unit::Day, Unit::Week, Unit::Month, Unit::Year].into_iter().nth(unit.into()).map(Sense::Unit)
    }),
    ("parts of day", |key| {
        let (from, until) = key.split_once('-')?;
        Some(Sense::PartOfDay(from.parse().ok()?, until.parse().ok()?))
    }),
    ("channels", |key| ChannelKind::all().find(|kind| kind.slug() == key).map(Sense::Channel)),
    ("spoken", |key| key.chars().next().filter(|sign| key.len() == sign.len_utf8()).map(Sense::Spoken)),
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn place(names: &[&str], key: &str) -> Option<u8> {
    names.iter().position(|name| *name == key).and_then(|place| u8::try_from(place).ok())
}
