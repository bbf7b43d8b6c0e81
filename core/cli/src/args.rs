//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use justmet_app::PeopleOrder;

/// You have just met someone: one line saves them, one reminder, then peace.
#[derive(Debug, Parser)]
#[command(name = "justmet", version, max_term_width = 100, disable_help_subcommand = true)]
#[command(after_help = "\
Examples:
  justmet add \"Priya Rao, Acme, priya@acme.example, prefers WhatsApp +1 514 555 0142, wants slides, follow up Tuesday\"
  justmet due
  justmet snooze priya friday

WHO is a number from the last list, an id, or a name that means exactly one person.")]
pub(crate) struct Arguments {
    /// The database file [default: justmet.db in the platform's data folder]
    #[arg(long, global = true, value_name = "FILE", env = "JUSTMET_DB", hide_env = true)]
    pub(crate) db: Option<PathBuf>,

    /// The file that holds the key of an encrypted database: 32 bytes, or 64 hexadecimal digits. A database that is not
    /// encrypted yet is encrypted with it
    #[cfg(feature = "encryption")]
    #[arg(long, global = true, value_name = "FILE", env = "JUSTMET_KEY_FILE", hide_env = true)]
    pub(crate) key_file: Option<PathBuf>,

    /// Print one JSON value and nothing else
    #[arg(long, global = true)]
    pub(crate) json: bool,

    /// Pretend that it is this moment (RFC 3339, such as 2026-11-23T18:30:00-05:00)
    #[arg(long, global = true, value_name = "RFC3339", env = "JUSTMET_NOW", hide_env = true)]
    pub(crate) now: Option<String>,

    /// The time zone by its IANA name [default: the system's]
    #[arg(long, global = true, value_name = "IANA")]
    pub(crate) tz: Option<String>,

    /// The region, for national phone numbers, numeric dates and the weekend [default: the locale's]
    #[arg(long, global = true, value_name = "CC")]
    pub(crate) region: Option<String>,

    /// The language of what is printed: en, fr, es, de, pt [default: the locale's]
    #[arg(long, global = true, value_name = "LL")]
    pub(crate) lang: Option<String>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Save the person that a line describes
    #[command(after_help = "\
Examples:
  justmet add \"Ana Silva, Globex, best on LinkedIn linkedin.com/in/ana-silva, I owe her the deck\"
  justmet add \"Tom, prefers Signal +44 7700 900123, call in 3 days\"
  pbpaste | justmet add -")]
    Add {
        /// The line, in your own words; several words need no quotes; - reads standard input
        #[arg(required = true, value_name = "LINE")]
        line: Vec<String>,
    },

    /// Show how a line is understood, without saving it
    Parse {
        /// The line
        #[arg(required_unless_present = "jsonl", value_name = "LINE")]
        line: Vec<String>,
        /// Read one JSON object a line from standard input: {"id","text","now","tz","region","lang","mode"}
        #[arg(long, conflicts_with = "line")]
        jsonl: bool,
    },

    /// Show the canonical form of addresses
    #[command(after_help = "Example:
  echo '{\"kind\":\"phone\",\"value\":\"(514) 555-0142\",\"region\":\"CA\"}' | justmet normalize --jsonl")]
    Normalize {
        /// Read one JSON object a line from standard input: {"kind","value","region"}
        #[arg(long, required = true)]
        jsonl: bool,
    },

    /// Show the follow-ups whose moment has come
    Due,

    /// List the people, most recently met first
    #[command(after_help = "\
Examples:
  justmet list --by name
  justmet list --by event
  justmet list --event RustConf")]
    List {
        /// In which order [default: recent; with --event: event]
        #[arg(long, value_enum, value_name = "ORDER")]
        by: Option<Order>,
        /// Only those met at an event, by its name or a part of it
        #[arg(long, value_name = "NAME")]
        event: Option<String>,
        /// All of them instead of the first 50
        #[arg(long)]
        all: bool,
    },

    /// Find people by any part of a name, organisation, address, event, note or promise
    #[command(after_help = "\
Examples:
  justmet search priya acme
  justmet search 555 0142
  justmet search event:rustconf promise:slides
  justmet search met:2026-11 channel:whatsapp")]
    Search {
        /// The words
        #[arg(required = true, value_name = "TEXT")]
        text: Vec<String>,
    },

    /// Show everything kept about a person
    Show {
        /// Number from the last list, id or name
        who: String,
    },

    /// Show where to write to a person, and why
    Suggest {
        /// Number from the last list, id or name
        who: String,
    },

    /// Print what opens the chat with a person on the suggested channel
    Open {
        /// Number from the last list, id or name
        who: String,
    },

    /// Draft the message to a person: to be edited, never sent by itself
    #[command(after_help = "\
Examples:
  justmet draft priya
  justmet draft priya --channel email --in fr
  justmet draft priya --as \"Ana Roy\"       your name, remembered for the next drafts
  justmet draft priya --text \"Hi Priya, …\" look at your own words before they go out
  justmet draft priya --because \"she asked me to call tonight\"")]
    Draft {
        /// Number from the last list, id or name
        who: String,
        /// The channel [default: the suggested one]
        #[arg(long)]
        channel: Option<String>,
        /// The language to write in: en, fr, es, de, pt; remembered for this person [default: that of their line]
        #[arg(long = "in", value_name = "LL")]
        language: Option<String>,
        /// Your own name, as the draft introduces you; remembered
        #[arg(long = "as", value_name = "NAME")]
        me: Option<String>,
        /// Your own words instead of the draft
        #[arg(long)]
        text: Option<String>,
        /// Why it goes out although something speaks against it; kept with this one message
        #[arg(long, value_name = "REASON")]
        because: Option<String>,
    },

    /// You wrote to a person: the reminder is over
    #[command(after_help = "Examples:\n  justmet sent priya\n  justmet sent priya --channel linkedin")]
    Sent {
        #[command(flatten)]
        message: OfMessage,
        /// What you wrote; not kept, only known again if you send nearly the same to others
        #[arg(long)]
        text: Option<String>,
        /// Why it went out although something spoke against it
        #[arg(long, value_name = "REASON")]
        because: Option<String>,
    },

    /// A person answered, or wrote to you first
    Replied {
        #[command(flatten)]
        message: OfMessage,
    },

    /// A person did not answer, and that is fine: let it rest
    NoAnswer {
        #[command(flatten)]
        message: OfMessage,
    },

    /// A person asked not to be written to
    PleaseDont {
        #[command(flatten)]
        message: OfMessage,
    },

    /// A promise was kept, yours or theirs
    #[command(
        after_help = "Examples:\n  justmet kept priya\n  justmet kept priya slides\n  justmet kept priya slides --not"
    )]
    Kept {
        /// Number from the last list, id or name
        who: String,
        /// Which promise, by some of its words [default: the only open one]
        #[arg(value_name = "WHAT")]
        what: Vec<String>,
        /// It is open again
        #[arg(long)]
        not: bool,
    },

    /// Show what was learned from answers
    Learned {
        /// Forget it
        #[arg(long)]
        reset: bool,
    },

    /// Note what a person said about a channel
    #[command(after_help = "\
Examples:
  justmet prefer priya signal
  justmet prefer priya whatsapp --hours 18-21
  justmet prefer priya phone --only-hours \"after 18h\"
  justmet prefer priya telegram --address @priya_rao
  justmet prefer priya linkedin --not")]
    Prefer {
        /// Number from the last list, id or name
        who: String,
        /// The channel: email, phone, sms, whatsapp, linkedin, x, facebook, slack, teams, telegram, signal, …
        channel: String,
        /// They do not want to be written to there
        #[arg(long, conflicts_with = "forget")]
        not: bool,
        /// What they said about it no longer holds
        #[arg(long)]
        forget: bool,
        /// The hours of their day that they named for it: 18-21, or words such as evenings
        #[arg(long, conflicts_with_all = ["not", "forget"])]
        hours: Option<String>,
        /// The same where they prefer another channel: hours to keep to when you write or call there all the same
        #[arg(long, value_name = "HOURS", conflicts_with_all = ["not", "forget", "hours"])]
        only_hours: Option<String>,
        /// The number, address or name there that they gave
        #[arg(long, conflicts_with = "forget", allow_hyphen_values = true)]
        address: Option<String>,
    },

    /// You followed up: the reminder is over
    Done {
        /// Number from the last list, id or name
        who: String,
    },

    /// Be reminded once more, later
    #[command(
        after_help = "Examples:\n  justmet snooze priya\n  justmet snooze priya friday\n  justmet snooze 2 in 10 days"
    )]
    Snooze {
        /// Number from the last list, id or name
        who: String,
        /// The day: a date or words [default: the next business morning]
        #[arg(value_name = "DATE")]
        until: Vec<String>,
    },

    /// Let a follow-up go
    LetGo {
        /// Number from the last list, id or name
        who: String,
    },

    /// Show what became of a person's reminder, line by line
    Ledger {
        /// Number from the last list, id or name
        who: String,
    },

    /// Wait, and show what falls due once, on the desktop and here
    #[command(after_help = "Examples:
  justmet watch &
  justmet watch --once")]
    Watch {
        /// Show what is due by now and end
        #[arg(long)]
        once: bool,
    },

    /// Show or set the days on which nobody works, and when to offer to forget people
    #[command(after_help = "Examples:
  justmet settings
  justmet settings --weekend fri sat
  justmet settings --off 2026-12-25 --off 2026-12-26
  justmet settings --offer-deletion 12")]
    Settings {
        /// The days of the weekend (mon tue wed thu fri sat sun), or `region` for those of the region
        #[arg(long, num_args = 1..=6, value_name = "DAY")]
        weekend: Vec<String>,
        /// A day off: no reminder without a stated day is put on it
        #[arg(long, value_name = "DATE")]
        off: Vec<String>,
        /// A day that is off no longer
        #[arg(long, value_name = "DATE")]
        work: Vec<String>,
        /// After so many months, ask once whether to keep people who were never followed up, or never [at first: never]
        #[arg(long, value_name = "MONTHS")]
        offer_deletion: Option<String>,
    },

    /// Show the people who were never followed up for as long as `settings` says: to be kept or forgotten, asked once
    #[command(after_help = "Examples:
  justmet offer
  justmet offer --keep 2
  justmet offer --keep-all
  justmet forget 1")]
    Offer {
        /// Keep this person: number from the last list, id or name
        #[arg(long, value_name = "WHO", conflicts_with = "keep_all")]
        keep: Option<String>,
        /// Keep everybody who is offered
        #[arg(long)]
        keep_all: bool,
    },

    /// Take back what was just saved or done, within ten seconds
    Undo {
        /// The undo token that --json gave [default: the latest]
        token: Option<String>,
    },

    /// Forget a person for good: nothing of them is left in any file
    #[command(after_help = "Examples:\n  justmet forget priya\n  justmet forget 3 --yes")]
    Forget {
        /// Number from the last list, id or name
        who: String,
        /// Do not ask first
        #[arg(long, short)]
        yes: bool,
    },

    /// Check that the database is whole, and count what is in it
    #[command(after_help = "\
Examples:
  justmet check
  justmet check --salvage

--salvage saves what can be read of a damaged database into a new one, which takes its place. The damaged one is set aside
beside it under a name with the date; it is never deleted.")]
    Check {
        /// Save what can be read of a damaged database
        #[arg(long)]
        salvage: bool,
    },

    /// Encrypt the database, give it another key, or make it plain again
    #[cfg(feature = "encryption")]
    #[command(after_help = "\
Examples:
  head -c 32 /dev/urandom > my.key
  justmet rekey --to my.key                       a plain database is encrypted
  justmet rekey --key-file my.key --to other.key
  justmet rekey --key-file other.key --plain

A copy is written, read again and compared before it takes the place of the old one. Keep the key in a safe place: without it
nobody can open the database.")]
    Rekey {
        /// The file that holds the new key: 32 bytes, or 64 hexadecimal digits
        #[arg(long, value_name = "FILE", required_unless_present = "plain", conflicts_with = "plain")]
        to: Option<PathBuf>,
        /// Without a key from now on: anybody who has the file can read it
        #[arg(long)]
        plain: bool,
    },

    /// Write everything into one file, and read it again
    #[command(after_help = "\
Examples:
  justmet backup people.backup
  justmet backup --seal people.backup
  justmet backup --passphrase-file secret.txt people.backup

Without --seal the backup is a plain SQLite database that anybody who has it can read. The passphrase is asked for, or
comes from --passphrase-file or the variable JUSTMET_PASSPHRASE; it is never an argument, as others can see those.")]
    Backup {
        /// The file; a backup that is there already is replaced once the new one is whole
        file: PathBuf,
        /// Seal it with a passphrase
        #[arg(long)]
        seal: bool,
        /// The file whose first line is the passphrase
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
    },

    /// Put what a backup holds in the place of everything here
    #[command(after_help = "\
Example:
  justmet restore people.backup

The backup is looked at in full first. What is due in it waits in the inbox and does not remind again.")]
    Restore {
        /// The backup
        file: PathBuf,
        /// The file whose first line is the passphrase
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
        /// Do not ask first
        #[arg(long, short)]
        yes: bool,
    },

    /// Write everything as text that other programs can read
    #[command(after_help = "Examples:\n  justmet export --format json > people.json\n  justmet export people.json")]
    Export {
        /// The format
        #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
        format: ExportFormat,
        /// The file [default: standard output]
        file: Option<PathBuf>,
    },

    /// Take in what export wrote; who is here already stays as they are
    #[command(after_help = "Examples:\n  justmet import people.json\n  justmet export --db old.db | justmet import -")]
    Import {
        /// The files; - reads standard input
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },

    /// Print a completion script for your shell
    #[command(after_help = "Example:\n  justmet completions bash > ~/.local/share/bash-completion/completions/justmet")]
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// What `export` can write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ExportFormat {
    /// Everything, as the README describes it
    Json,
}

/// To whom a message went, and where.
#[derive(Debug, Args)]
pub(crate) struct OfMessage {
    /// Number from the last list, id or name
    pub(crate) who: String,
    /// The channel [default: that of the last message, else the suggested one]
    #[arg(long)]
    pub(crate) channel: Option<String>,
}

/// The orders of `list`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Order {
    /// Most recently met first
    Recent,
    /// By name, as the alphabet of the language has it
    Name,
    /// Event by event, with how many people were met there
    Event,
    /// By the day of the follow-up; only those who have one
    Due,
}

impl From<Order> for PeopleOrder {
    fn from(order: Order) -> Self {
        match order {
            Order::Recent => Self::Recent,
            Order::Name => Self::Name,
            Order::Event => Self::Event,
            Order::Due => Self::Due,
        }
    }
}

impl Command {
    /// Its name, for "could not …".
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Add { .. } => "add",
            Self::Parse { .. } => "parse",
            Self::Normalize { .. } => "normalize",
            Self::Due => "due",
            Self::List { .. } => "list",
            Self::Search { .. } => "search",
            Self::Show { .. } => "show",
            Self::Suggest { .. } => "suggest",
            Self::Open { .. } => "open",
            Self::Draft { .. } => "draft",
            Self::Sent { .. } | Self::Replied { .. } | Self::NoAnswer { .. } | Self::PleaseDont { .. } => {
                "note what came of the message"
            }
            Self::Kept { .. } => "note the promise",
            Self::Learned { .. } => "show what was learned",
            Self::Prefer { .. } => "prefer",
            Self::Done { .. } => "done",
            Self::Snooze { .. } => "snooze",
            Self::LetGo { .. } => "let-go",
            Self::Ledger { .. } => "show the ledger",
            Self::Watch { .. } => "watch",
            Self::Settings { .. } => "set this",
            Self::Offer { .. } => "offer",
            Self::Undo { .. } => "undo",
            Self::Forget { .. } => "forget",
            Self::Check { .. } => "check",
            #[cfg(feature = "encryption")]
            Self::Rekey { .. } => "change the key",
            Self::Backup { .. } => "back up",
            Self::Restore { .. } => "restore",
            Self::Export { .. } => "export",
            Self::Import { .. } => "import",
            Self::Completions { .. } => "completions",
        }
    }
}
