//! The commands that keep the data safe, carry it elsewhere, and forget it.

use std::env;
use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use futures_lite::future::block_on;
use justmet_app::{Checkup, JustMetError};
use serde_json::json;

use crate::args::Arguments;
use crate::commands::{Problem, Session};
use crate::environment::Environment;
use crate::failure::Failure;
use crate::{json, print};

/// Where a passphrase may be given besides a file and the keyboard.
const PASSPHRASE: &str = "JUSTMET_PASSPHRASE";

/// How every export begins.
const EXPORT_BEGINS: &str = "{\"format\":\"justmet\"";

impl Session {
    pub(crate) fn forget(&self, who: &str, yes: bool) -> Result<(), Problem> {
        let row = self.one(who)?;
        if !yes
            && !self.agrees(&self.words().say_with("terminal-forget-sure", &[("name", row.title.clone().into())]))?
        {
            return self.not_done();
        }
        let forgotten = self.wait(self.core.forget_now(row.id.clone()))?;
        if self.as_json {
            json::print(&json!({ "forgotten": row.id }));
        } else {
            print::named_sentence(&row.title, &forgotten.text);
            print::quiet(&self.words().say("terminal-forgotten-elsewhere"));
        }
        Ok(())
    }

    pub(crate) fn check(&self) -> Result<(), Problem> {
        let found = self.wait(self.core.check())?;
        if self.as_json {
            json::print(&checkup(&found));
        } else {
            self.print_checkup(&found);
        }
        if found.whole { Ok(()) } else { Err(Problem::Told) }
    }

    pub(crate) fn backup(&self, file: &Path, seal: bool, passphrase_file: Option<&Path>) -> Result<(), Problem> {
        let passphrase = match (seal, passphrase_file) {
            (false, None) => None,
            _ => Some(self.passphrase(passphrase_file, true)?),
        };
        let made = self.wait(self.core.backup(self.path(file)?, passphrase))?;
        if self.as_json {
            json::print(
                &json!({ "contacts": made.contacts, "bytes": made.bytes, "sealed": seal || passphrase_file.is_some() }),
            );
        } else {
            print::sentence(&made.text);
        }
        Ok(())
    }

    pub(crate) fn restore(&self, file: &Path, passphrase_file: Option<&Path>, yes: bool) -> Result<(), Problem> {
        let path = self.path(file)?;
        let passphrase = match self.core.backup_is_sealed(path.clone())? {
            true => Some(self.passphrase(passphrase_file, false)?),
            false => None,
        };
        let here = self.wait(self.core.check())?.contacts;
        let question = self.words().say_with("terminal-restore-sure", &[("count", here.into())]);
        if here > 0 && !yes && !self.agrees(&question)? {
            return self.not_done();
        }
        let restored = self.wait(self.core.restore(path, passphrase))?;
        if self.as_json {
            json::print(&json!({ "contacts": restored.contacts }));
        } else {
            print::sentence(&restored.text);
        }
        Ok(())
    }

    pub(crate) fn export(&self, file: Option<&Path>) -> Result<(), Problem> {
        let text = self.wait(self.core.export_json())?;
        let Some(file) = file else {
            // The text is the output; as it is for programs, nothing in it is replaced to protect the terminal.
            return io::stdout().write_all(text.as_bytes()).map_err(|error| self.unwritten(&error));
        };
        write(file, &text).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Problem::Said(self.words().say("error-file-taken")),
            _ => self.unwritten(&error),
        })?;
        if self.as_json {
            json::print(&json!({ "bytes": text.len() }));
        } else {
            let name = ("file", file.display().to_string().into());
            print::sentence(&self.words().say_with("terminal-exported", &[name]));
        }
        Ok(())
    }

    /// Takes in the files in their order; nothing of any where one of them cannot be read.
    pub(crate) fn import(&self, files: &[PathBuf]) -> Result<(), Problem> {
        let texts: Vec<String> = files.iter().map(|file| self.text_of(file)).collect::<Result<_, _>>()?;
        let (mut added, mut already_here) = (0, 0);
        for text in texts {
            let imported = self.wait(self.core.import_json(text))?;
            added += imported.added;
            already_here += imported.already_here;
            if !self.as_json {
                print::sentence(&imported.text);
            }
        }
        if self.as_json {
            json::print(&json!({ "added": added, "already_here": already_here }));
        }
        Ok(())
    }

    fn text_of(&self, file: &Path) -> Result<String, Problem> {
        let text = if file.as_os_str() == "-" {
            let mut text = String::new();
            io::stdin().lock().read_to_string(&mut text).map(|_| text)
        } else {
            fs::read_to_string(file)
        };
        text.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Problem::Said(self.words().say("error-no-such-file")),
            _ => self.unread(&error),
        })
    }

    fn print_checkup(&self, found: &Checkup) {
        print::sentence(&found.text);
        for fault in &found.faults {
            print::sentence(&format!("  {fault}"));
        }
        let rows = [
            ("terminal-contacts", found.contacts.to_string()),
            ("terminal-encounters", found.encounters.to_string()),
            ("terminal-open-follow-ups", found.open_follow_ups.to_string()),
            ("terminal-forgotten", found.forgotten.to_string()),
            ("terminal-size", format!("{} KiB", found.bytes / 1024)),
            ("terminal-schema", found.schema.to_string()),
        ];
        print::pairs(&rows.map(|(key, value)| (self.words().say(key), value)));
    }

    /// Asks where a person can answer; a script that gives a command means it.
    fn agrees(&self, question: &str) -> Result<bool, Problem> {
        if self.as_json || !io::stdin().is_terminal() {
            return Ok(true);
        }
        anstream::print!("{} ", print::printable(question));
        io::stdout().flush().map_err(|error| self.unwritten(&error))?;
        let mut answer = String::new();
        io::stdin().read_line(&mut answer).map_err(|error| self.unwritten(&error))?;
        Ok(matches!(answer.trim().chars().next(), Some('y' | 'Y' | 'o' | 'O' | 's' | 'S' | 'j' | 'J')))
    }

    fn not_done(&self) -> Result<(), Problem> {
        print::sentence(&self.words().say("terminal-not-done"));
        Err(Problem::Told)
    }

    /// From the file, else the environment, else the keyboard, unseen; twice where a slip would lock a backup for ever.
    fn passphrase(&self, file: Option<&Path>, new: bool) -> Result<String, Problem> {
        if let Some(file) = file {
            let text = fs::read_to_string(file).map_err(|error| self.unread(&error))?;
            return Ok(text.lines().next().unwrap_or_default().to_owned());
        }
        if let Ok(text) = env::var(PASSPHRASE) {
            return Ok(text);
        }
        let unread = |_| Problem::Said(self.words().say("terminal-passphrase-unread"));
        let ask = |key: &str| rpassword::prompt_password(format!("{} ", self.words().say(key))).map_err(unread);
        let first = ask("terminal-passphrase")?;
        if new && ask("terminal-passphrase-again")? != first {
            return Err(Problem::Said(self.words().say("terminal-passphrases-differ")));
        }
        Ok(first)
    }

    fn unread(&self, error: &io::Error) -> Problem {
        self.about_a_file("terminal-file-unread", error)
    }

    fn unwritten(&self, error: &io::Error) -> Problem {
        self.about_a_file("terminal-unwritten", error)
    }

    /// The system's own text could quote a path; its kind does not.
    pub(crate) fn about_a_file(&self, key: &str, error: &io::Error) -> Problem {
        Problem::Said(self.words().say_with(key, &[("detail", error.kind().to_string().into())]))
    }

    fn path(&self, file: &Path) -> Result<String, Problem> {
        let path = file.to_str().map(str::to_owned);
        path.ok_or_else(|| Problem::Said("the path is not UTF-8; choose another".to_owned()))
    }
}

/// Salvages where something is wrong; a database that is whole is left alone.
pub(crate) fn salvage(arguments: &Arguments) -> Result<(), Failure> {
    let environment = Environment::of(arguments)?;
    match environment.try_open()? {
        Ok(core) => {
            let found = block_on(core.check())?;
            if found.whole {
                if arguments.json {
                    json::print(&checkup(&found));
                } else {
                    print::sentence(&found.text);
                }
                return Ok(());
            }
        }
        Err(JustMetError::DamagedDatabase { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let saved = environment.salvage()?;
    if arguments.json {
        json::print(&json!({ "contacts": saved.contacts, "nameless": saved.nameless, "set_aside": saved.set_aside }));
    } else {
        print::sentence(&saved.text);
    }
    Ok(())
}

/// Encrypts the database, changes its key, or makes it plain where no new key is given.
#[cfg(feature = "encryption")]
pub(crate) fn rekey(arguments: &Arguments, to: Option<&Path>) -> Result<(), Failure> {
    let changed = Environment::of(arguments)?.change_key(to)?;
    if arguments.json {
        json::print(&json!({ "encrypted": changed.is_encrypted }));
    } else {
        print::sentence(&changed.text);
    }
    Ok(())
}

fn checkup(found: &Checkup) -> serde_json::Value {
    json!({
        "whole": found.whole,
        "faults": found.faults,
        "contacts": found.contacts,
        "forgotten": found.forgotten,
        "encounters": found.encounters,
        "open_follow_ups": found.open_follow_ups,
        "schema": found.schema,
        "bytes": found.bytes,
        "free_bytes": found.free_bytes,
    })
}

/// For nobody else to read, and whole or not at all. Only an export is written over by an export.
fn write(file: &Path, text: &str) -> io::Result<()> {
    if file.is_file() {
        let mut start = Vec::new();
        fs::File::open(file)?.take(EXPORT_BEGINS.len() as u64).read_to_end(&mut start)?;
        if !EXPORT_BEGINS.as_bytes().starts_with(&start) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
    }
    let mut draft = file.as_os_str().to_owned();
    draft.push(".part");
    let written = write_draft(Path::new(&draft), text).and_then(|()| fs::rename(&draft, file));
    if written.is_err() {
        // It may hold people.
        let _gone_or_not = fs::remove_file(&draft);
    }
    written
}

fn write_draft(draft: &Path, text: &str) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut written = options.open(draft)?;
    written.write_all(text.as_bytes())?;
    written.sync_all()
}
