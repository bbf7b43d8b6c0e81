//! Two handles on one file, as the app and its share extension have them: what the one sets, the other goes by at once. And
//! two threads of one handle: the one ends what the other waits for.
#![allow(clippy::unwrap_used, reason = "a failed expectation is the message")]

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread;

use futures_lite::future::block_on as wait;
use justmet_app::{Clock, Config, JustMet, JustMetError, Settings, ShellError, Verb};
use justmet_domain::capture::CaptureMode;
use justmet_domain::channel::Platform;
use justmet_domain::locale::Language;
use justmet_domain::time::TzSnapshot;
use tempfile::TempDir;

/// Monday 23 November 2026 at 17:00, in milliseconds since the Unix epoch.
const FIVE: i64 = 1_795_453_200_000;
const HOUR: i64 = 3_600_000;

struct At(AtomicI64);

impl Clock for At {
    fn now_ms(&self) -> Result<i64, ShellError> {
        Ok(self.0.load(Ordering::Relaxed))
    }

    fn time_zone(&self) -> Result<TzSnapshot, ShellError> {
        Ok(TzSnapshot::fixed("UTC", 0))
    }
}

struct Phone {
    folder: TempDir,
    clock: Arc<At>,
}

impl Phone {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap(), clock: Arc::new(At(AtomicI64::new(FIVE))) }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn open(&self) -> Arc<JustMet> {
        let path = self.file("justmet.db").to_str().unwrap().to_owned();
        let config = Config { path, language: Language::En, region: Some("CA".into()), platform: Platform::Desktop };
        JustMet::open(config, Arc::clone(&self.clock) as Arc<dyn Clock>).unwrap()
    }
}

/// When a line that says no day would remind.
fn previewed(core: &JustMet) -> String {
    let preview = core.preview("Ana Roy, ana@roy.example".into(), CaptureMode::Typed, Vec::new()).unwrap();
    preview.follow_up.unwrap().text
}

fn saved(core: &JustMet, line: &str) -> (String, u32, String) {
    let saved = wait(core.save(line.into(), CaptureMode::Typed, Vec::new())).unwrap();
    let card = saved.follow_up.unwrap();
    (card.id, card.generation, card.due_text)
}

fn off(days: &[&str]) -> Settings {
    Settings { holidays: days.iter().map(|day| (*day).to_owned()).collect(), ..Settings::default() }
}

#[test]
fn days_off_count_for_the_other_handle_at_once() {
    let phone = Phone::new();
    let (app, extension) = (phone.open(), phone.open());
    assert_eq!(previewed(&extension), "Tue 24 Nov 2026, 10:00");
    wait(app.set_settings(off(&["2026-11-24", "2026-11-25"]))).unwrap();
    assert_eq!(previewed(&extension), "Thu 26 Nov 2026, 10:00");
    let (id, generation, due) = saved(&extension, "Ana Roy, ana@roy.example");
    assert_eq!(due, "Thu 26 Nov 2026, 10:00");
    // Put off without a day: the next one on which people work.
    wait(app.set_settings(off(&["2026-11-24"]))).unwrap();
    let act = wait(extension.act(id, generation, Verb::Snooze { until: None })).unwrap();
    assert_eq!(act.follow_up.due_text, "Wed 25 Nov 2026, 10:00");
    wait(app.set_settings(Settings::default())).unwrap();
    assert_eq!(previewed(&extension), "Tue 24 Nov 2026, 10:00");
}

#[test]
fn one_evenings_people_come_together_whichever_handle_saves_them() {
    let phone = Phone::new();
    let (app, extension) = (phone.open(), phone.open());
    assert_eq!(saved(&app, "Ana Roy, ana@roy.example").2, "Tue 24 Nov 2026, 10:00");
    // On their own they would be reminded of the day after.
    phone.clock.0.store(FIVE + 2 * HOUR, Ordering::Relaxed);
    assert_eq!(previewed(&extension), "Tue 24 Nov 2026, 10:00");
    assert_eq!(saved(&extension, "Bo Lind, bo@lind.example").2, "Tue 24 Nov 2026, 10:00");
    assert_eq!(
        saved(&Phone { clock: Arc::clone(&phone.clock), ..Phone::new() }.open(), "Cy").2,
        "Wed 25 Nov 2026, 10:00"
    );
}

#[test]
fn a_restore_brings_its_days_off_and_its_session_to_both_handles() {
    let phone = Phone::new();
    let (app, extension) = (phone.open(), phone.open());
    wait(app.set_settings(off(&["2026-11-24"]))).unwrap();
    assert_eq!(saved(&app, "Ana Roy, ana@roy.example").2, "Wed 25 Nov 2026, 10:00");
    let backup = phone.file("justmet.backup").to_str().unwrap().to_owned();
    wait(app.backup(backup.clone(), None)).unwrap();

    wait(app.set_settings(off(&["2026-11-24", "2026-11-25", "2026-11-26"]))).unwrap();
    wait(app.forget(wait(app.search("ana".into())).unwrap().hits.remove(0).row.id)).unwrap();
    phone.clock.0.store(FIVE + 20 * HOUR, Ordering::Relaxed);
    assert_eq!(previewed(&app), "Fri 27 Nov 2026, 10:00", "the session is long over");
    wait(extension.restore(backup, None)).unwrap();
    phone.clock.0.store(FIVE + 2 * HOUR, Ordering::Relaxed);
    for handle in [&app, &extension] {
        assert_eq!(previewed(handle), "Wed 25 Nov 2026, 10:00");
        assert_eq!(wait(handle.settings()).unwrap(), off(&["2026-11-24"]));
    }
}

/// What takes long with many people ends when it is no longer wanted, and the next one is not broken off.
#[test]
fn a_check_and_an_export_are_broken_off() {
    let phone = Phone::new();
    let app = phone.open();
    let people: Vec<String> = (0..300).map(|number| format!("Guest {number}, guest.{number}@acme.example")).collect();
    people.iter().for_each(|line| drop(saved(&app, line)));
    let broken_off = |what: &(dyn Fn(&JustMet) -> Option<JustMetError> + Sync)| {
        thread::scope(|scope| {
            let read = scope.spawn(|| (0..2_000).find_map(|_| what(&app)));
            while !read.is_finished() {
                app.interrupt().unwrap();
            }
            read.join().unwrap()
        })
    };
    let interrupted = |error: Option<JustMetError>| matches!(error, Some(JustMetError::Interrupted { .. }));
    assert!(interrupted(broken_off(&|app| wait(app.check()).err())));
    assert!(interrupted(broken_off(&|app| wait(app.export_json()).err())));
    assert!(wait(app.check()).unwrap().whole && wait(app.export_json()).unwrap().contains("Guest 299"));
}
