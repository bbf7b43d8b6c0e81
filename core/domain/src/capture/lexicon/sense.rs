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
    PartOfDay(u32, u32),
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
    LegalForm,
    Role,
    RoleLabel,
    RoleEnding,
    TradeEnding,
    Subject,
    PromiseMe,
    PromiseThem,
    Thing,
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
pub(super) const LISTS: [(&str, Sense); 66] = [
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
    ("met", Sense::Met),
    ("met at", Sense::MetAt),
    ("at", Sense::At),
    ("works at", Sense::WorksAt),
    ("leads", Sense::Leads),
    ("places", Sense::Place),
    ("in a town", Sense::InTown),
    ("events", Sense::Event),
    ("event endings", Sense::EventEnding),
    ("orgs", Sense::Org),
    ("legal forms", Sense::LegalForm),
    ("roles", Sense::Role),
    ("role labels", Sense::RoleLabel),
    ("role endings", Sense::RoleEnding),
    ("trade endings", Sense::TradeEnding),
    ("subjects", Sense::Subject),
    ("promised by me", Sense::PromiseMe),
    ("promised by them", Sense::PromiseThem),
    ("things", Sense::Thing),
    ("articles", Sense::Article),
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
