//! One function a command: open, remind, do, print.

use std::io::{self, Read, Write};

use clap::CommandFactory;
use futures_lite::future::block_on;
use justmet_app::words::Words;
use justmet_app::{ActResult, ContactRow, JustMet, JustMetError, MessageOutcome, OsView, PeopleOrder, Step, Verb};
use justmet_domain::capture::{CaptureMode, MAX_LINE_BYTES};
use justmet_domain::channel::ChannelKind;
use justmet_domain::contact::Stance;
use justmet_domain::search::Query;

use crate::args::{Arguments, Command, ExportFormat, Order};
use crate::environment::Environment;
use crate::failure::Failure;
use crate::reminding::slot;
use crate::writing::Drafting;
use crate::{json, keeping, lines, print};

/// Runs the command that was asked for.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    match &arguments.command {
        Command::Completions { shell } => {
            clap_complete::generate(*shell, &mut Arguments::command(), "justmet", &mut io::stdout());
            Ok(())
        }
        Command::Parse { jsonl: true, .. } => lines::parse_all(&Environment::of(arguments)?),
        Command::Parse { line, .. } => {
            let environment = Environment::of(arguments)?;
            let understood = lines::understood(&line.join(" "), &environment)?;
            if arguments.json {
                json::print(&understood);
            } else {
                print::understood(&Words::new(environment.language), &understood);
            }
            Ok(())
        }
        Command::Normalize { .. } => lines::normalize_all(&Environment::of(arguments)?),
        Command::Check { salvage: true } => keeping::salvage(arguments),
        #[cfg(feature = "encryption")]
        Command::Rekey { to, .. } => keeping::rekey(arguments, to.as_deref()),
        command => Session::open(arguments)?.run(command),
    }
}

/// An open database, and how answers are to be printed.
pub(crate) struct Session {
    pub(crate) core: std::sync::Arc<JustMet>,
    pub(crate) as_json: bool,
}

impl Session {
    fn open(arguments: &Arguments) -> Result<Self, Failure> {
        let core = Environment::of(arguments)?.open()?;
        Ok(Self { core, as_json: arguments.json })
    }

    pub(crate) fn words(&self) -> &Words {
        self.core.words()
    }

    /// Waits for a use case.
    pub(crate) fn wait<T>(&self, use_case: impl Future<Output = Result<T, JustMetError>>) -> Result<T, JustMetError> {
        block_on(use_case)
    }

    fn run(&self, command: &Command) -> Result<(), Failure> {
        // A program that reads the output shows nothing to a person: what is due stays to be shown.
        if !self.as_json && !matches!(command, Command::Export { file: None, .. } | Command::Watch { .. }) {
            self.remind()?;
        }
        let done = match command {
            Command::Add { line } => self.add(line),
            Command::Due => self.due(),
            Command::List { by, event, all } => self.list(*by, event.as_ref(), *all),
            Command::Search { text } => self.search(&text.join(" ")),
            Command::Show { who } => self.show(who),
            Command::Suggest { who } => self.suggest(who),
            Command::Open { who } => self.open_chat(who),
            Command::Draft { who, channel, language, me, text, because } => self.draft(&Drafting {
                who,
                channel: channel.as_deref(),
                language: language.as_deref(),
                me: me.as_deref(),
                text: text.as_deref(),
                because: because.as_deref(),
            }),
            Command::Sent { message, text, because } => {
                self.outcome(message, MessageOutcome::Sent, text.as_deref(), because.as_deref())
            }
            Command::Replied { message } => self.outcome(message, MessageOutcome::Replied, None, None),
            Command::NoAnswer { message } => self.outcome(message, MessageOutcome::NoAnswer, None, None),
            Command::PleaseDont { message } => self.outcome(message, MessageOutcome::AskedNotTo, None, None),
            Command::Kept { who, what, not } => self.kept(who, &what.join(" "), !*not),
            Command::Learned { reset } => self.learned(*reset),
            Command::Prefer { who, channel, not, forget, hours, only_hours, address } => {
                let stance = if *not { Stance::Refused } else { Stance::Preferred };
                let stance = (!*forget && only_hours.is_none()).then_some(stance);
                self.prefer(who, channel, stance, hours.as_ref().or(only_hours.as_ref()).cloned(), address.clone())
            }
            Command::Done { who } => self.act(who, Verb::Done),
            Command::LetGo { who } => self.act(who, Verb::LetGo),
            Command::Snooze { who, until } => {
                let until = Some(until.join(" ")).filter(|until| !until.is_empty());
                self.act(who, Verb::Snooze { until })
            }
            Command::Ledger { who } => self.ledger(who),
            Command::Watch { once } => self.watch(*once),
            Command::Settings { weekend, off, work, offer_deletion } => {
                self.settings(weekend, off, work, offer_deletion.as_deref())
            }
            Command::Offer { keep: Some(who), .. } => self.keep_offered(who),
            Command::Offer { keep_all: true, .. } => self.keep_all_offered(),
            Command::Offer { .. } => self.offer(),
            Command::Undo { token } => self.undo(token.as_ref()),
            Command::Forget { who, yes } => self.forget(who, *yes),
            Command::Check { .. } => self.check(),
            Command::Backup { file, seal, passphrase_file } => self.backup(file, *seal, passphrase_file.as_deref()),
            Command::Restore { file, passphrase_file, yes } => self.restore(file, passphrase_file.as_deref(), *yes),
            Command::Export { format: ExportFormat::Json, file } => self.export(file.as_deref()),
            Command::Import { files } => self.import(files),
            Command::Parse { .. } | Command::Normalize { .. } | Command::Completions { .. } => Ok(()),
            #[cfg(feature = "encryption")]
            Command::Rekey { .. } => Ok(()),
        };
        done.map_err(|problem| problem.into_failure(self.words(), command.name()))
    }

    /// Shows once what fell due since the last command: first shown, then noted.
    fn remind(&self) -> Result<(), Failure> {
        let plan = self.wait(self.core.reconcile(OsView::Terminal))?;
        for reminder in &plan.show {
            print::reminder(reminder);
            anstream::stdout().flush()?;
            if let Err(error) = self.wait(self.core.acknowledge(Step::Shown { slots: vec![slot(reminder)] })) {
                // The command that was asked for still runs; the reminder will come once more.
                Failure::new(format!("could not note that this was shown: {error}")).tell(false);
                break;
            }
        }
        if !plan.show.is_empty() {
            print::sentence("");
        }
        Ok(())
    }

    fn add(&self, words: &[String]) -> Result<(), Problem> {
        let line = match words {
            [dash] if dash == "-" => self.standard_input()?,
            words => words.join(" "),
        };
        let saved = self.wait(self.core.save(line, CaptureMode::Typed, Vec::new()))?;
        if self.as_json {
            json::print(&json::saved(&saved));
        } else {
            print::saved(self.words(), &saved);
        }
        Ok(())
    }

    fn due(&self) -> Result<(), Problem> {
        let home = self.wait(self.core.home())?;
        if self.as_json {
            json::print(&json::inbox(&home.inbox));
        } else {
            print::due(self.words(), &home);
            self.point_at_offer()?;
        }
        self.remember(home.inbox.iter().chain(&home.next).map(|row| row.contact.id.clone()).collect());
        Ok(())
    }

    fn list(&self, by: Option<Order>, event: Option<&String>, all: bool) -> Result<(), Problem> {
        let usual = if event.is_some() { Order::Event } else { Order::Recent };
        let order = PeopleOrder::from(by.unwrap_or(usual));
        let page = |cursor| self.wait(self.core.page(cursor, Some(order), event.cloned()));
        let mut listed = page(None)?;
        while let Some(next) = listed.next.take_if(|_| all) {
            let mut more = page(Some(next))?;
            let before = u32::try_from(listed.rows.len()).unwrap_or(u32::MAX);
            // A section that goes on from the page before has its heading already.
            let last = listed.sections.last().map(|section| section.event.clone());
            more.sections.retain(|section| section.first_row > 0 || last.as_ref() != Some(&section.event));
            more.sections.iter_mut().for_each(|section| section.first_row += before);
            listed.rows.append(&mut more.rows);
            listed.sections.append(&mut more.sections);
            listed.next = more.next;
        }
        if order != PeopleOrder::Event {
            // Numbered rows in one table; headings where they were asked for.
            listed.sections.clear();
        }
        if self.as_json {
            json::print(&json::listed(&listed));
        } else if listed.rows.is_empty() && order == PeopleOrder::Due {
            print::sentence(&self.words().say("nothing-due"));
        } else if listed.rows.is_empty() {
            print::sentence(&self.words().say("terminal-nobody"));
        } else {
            print::listed(self.words(), &listed);
            if listed.next.is_some() {
                print::sentence(&self.words().say("terminal-more"));
            }
        }
        self.remember(ids(&listed.rows));
        Ok(())
    }

    fn search(&self, text: &str) -> Result<(), Problem> {
        // Who types on would see the remark and go on; a command is done, and nobody found would be taken for the answer.
        let result = self.wait(self.core.search(text.to_owned()))?;
        if let faults @ [_, ..] = result.faults() {
            return Err(Problem::Said(faults.join("; ")));
        }
        if Query::parse(text).is_empty() {
            return Err(Problem::Said(self.words().say("terminal-empty-search")));
        }
        if self.as_json {
            json::print(&json::found(&result));
        } else {
            print::found(self.words(), text, &result);
        }
        self.remember(result.hits.iter().map(|hit| hit.row.id.clone()).collect());
        Ok(())
    }

    fn show(&self, who: &str) -> Result<(), Problem> {
        let contact = self.wait(self.core.contact(self.one(who)?.id))?;
        if self.as_json {
            json::print(&json::shown(&contact));
        } else {
            print::contact(self.words(), &contact);
        }
        Ok(())
    }

    fn suggest(&self, who: &str) -> Result<(), Problem> {
        let row = self.one(who)?;
        let card = self.wait(self.core.suggestion(row.id.clone()))?;
        if self.as_json {
            json::print(&json::suggestion(&row.id, &card));
        } else {
            print::suggestion_in_full(&card);
        }
        Ok(())
    }

    fn open_chat(&self, who: &str) -> Result<(), Problem> {
        let row = self.one(who)?;
        let card = self.wait(self.core.suggestion(row.id.clone()))?;
        let Some(action) = &card.launch else { return Err(Problem::Said(card.headline)) };
        if self.as_json {
            json::print(&json::action(action));
        } else {
            print::launch(&action.primary);
        }
        Ok(())
    }

    fn prefer(
        &self,
        who: &str,
        channel: &str,
        stance: Option<Stance>,
        hours: Option<String>,
        address: Option<String>,
    ) -> Result<(), Problem> {
        let kind = self.channel(channel)?;
        let contact = self.wait(self.core.prefer(self.one(who)?.id, kind, stance, hours, address))?;
        if self.as_json {
            json::print(&json::shown(&contact));
        } else {
            print::contact(self.words(), &contact);
        }
        Ok(())
    }

    /// The channel that a word names.
    pub(crate) fn channel(&self, word: &str) -> Result<ChannelKind, Problem> {
        ChannelKind::from_word(word).ok_or_else(|| {
            let known = ChannelKind::all().map(ChannelKind::slug).collect::<Vec<_>>().join(", ");
            let arguments = [("text", word.to_owned().into()), ("known", known.into())];
            Problem::Said(self.words().say_with("terminal-unknown-channel", &arguments))
        })
    }

    fn act(&self, who: &str, verb: Verb) -> Result<(), Problem> {
        let row = self.one(who)?;
        let Some(follow_up) = row.follow_up else {
            let name = ("name", row.title.into());
            return Err(Problem::Said(self.words().say_with("terminal-no-open-follow-up", &[name])));
        };
        let result: ActResult = self.wait(self.core.act(follow_up.id, follow_up.generation, verb))?;
        if self.as_json {
            json::print(&json::acted(&result));
        } else {
            print::acted(&row.title, &result);
        }
        Ok(())
    }

    fn undo(&self, token: Option<&String>) -> Result<(), Problem> {
        let undone = match token {
            Some(token) => self.wait(self.core.undo(token.clone()))?,
            None => self.wait(self.core.undo_latest())?,
        };
        if self.as_json {
            json::print(&json::undone(&undone));
        } else {
            print::undone(&undone);
        }
        Ok(())
    }

    /// The one person that `who` means. Where it can be several they are listed, and nothing is done.
    pub(crate) fn one(&self, who: &str) -> Result<ContactRow, Problem> {
        let mut rows = self.wait(self.core.find(who.to_owned()))?;
        let text = ("text", who.to_owned().into());
        match (rows.len(), rows.pop()) {
            (1, Some(row)) => Ok(row),
            (_, None) => {
                let is_number = who.trim().parse::<usize>().is_ok();
                let key = if is_number { "terminal-unknown-number" } else { "terminal-unknown-who" };
                Err(Problem::Said(self.words().say_with(key, &[text])))
            }
            (_, Some(last)) => {
                rows.push(last);
                if !self.as_json {
                    print::people(self.words(), &rows);
                }
                self.remember(ids(&rows));
                Err(Problem::Said(self.words().say_with("terminal-several", &[text])))
            }
        }
    }

    /// What was piped in, read no further than a line may be long.
    fn standard_input(&self) -> Result<String, Problem> {
        let mut bytes = Vec::new();
        let limit = u64::try_from(MAX_LINE_BYTES).unwrap_or(u64::MAX).saturating_add(1);
        let read = io::stdin().lock().take(limit).read_to_end(&mut bytes);
        read.map_err(|error| self.about_a_file("terminal-input-unread", &error))?;
        let not_utf8 = |_| Problem::Said(self.words().say("terminal-input-not-utf8"));
        let text = String::from_utf8(bytes).map_err(not_utf8)?;
        Ok(text.trim_end_matches(['\n', '\r']).to_owned())
    }

    /// Numbers are a convenience: where they cannot be written down, the list has been shown all the same.
    pub(crate) fn remember(&self, ids: Vec<String>) {
        let _unwritten = self.wait(self.core.remember_listing(ids));
    }
}

/// Why a command stopped.
pub(crate) enum Problem {
    Core(JustMetError),
    Said(String),
    /// It has been said already, on standard output.
    Told,
}

impl From<JustMetError> for Problem {
    fn from(error: JustMetError) -> Self {
        Self::Core(error)
    }
}

impl Problem {
    fn into_failure(self, words: &Words, doing: &'static str) -> Failure {
        let error = match self {
            Self::Core(error) => error.to_string(),
            Self::Said(sentence) => sentence,
            Self::Told => return Failure::already_told(),
        };
        Failure::new(words.say_with("terminal-could-not", &[("doing", doing.into()), ("error", error.into())]))
    }
}

fn ids(rows: &[ContactRow]) -> Vec<String> {
    rows.iter().map(|row| row.id.clone()).collect()
}
