//! The commands about the one reminder itself: its history, the waiting for it, and what is set.

use std::io::Write;
use std::thread::sleep;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use justmet_app::{OsView, Plan, Reminder, Settings, Slot, Step};
use serde_json::{Value, json};

use crate::commands::{Problem, Session};
use crate::{json, print};

/// Looked at again at the latest: another program may have planned something sooner, or the clock was set.
const LONGEST_SLEEP: Duration = Duration::from_secs(300);

/// The names of the days as they are typed, Monday first.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Session {
    pub(crate) fn ledger(&self, who: &str) -> Result<(), Problem> {
        let row = self.one(who)?;
        let lines = self.wait(self.core.ledger(row.id.clone()))?;
        if self.as_json {
            let line = |it: &justmet_app::LedgerLine| {
                json!({ "follow_up": it.follow_up, "generation": it.generation, "event": it.event, "due": it.due,
                        "at_ms": it.at_ms, "text": it.text })
            };
            json::print(&Value::Array(lines.iter().map(line).collect()));
            return Ok(());
        }
        print::sentence(&row.title);
        if lines.is_empty() {
            print::sentence(&self.words().say("terminal-no-reminder"));
        }
        print::pairs(&lines.into_iter().map(|line| (line.at_text, line.text)).collect::<Vec<_>>());
        Ok(())
    }

    /// Waits for what falls due and shows it once, each on the desktop and here.
    pub(crate) fn watch(&self, once: bool) -> Result<(), Problem> {
        let mut desktop = Desktop::default();
        loop {
            let plan = self.wait(self.core.reconcile(OsView::Desktop))?;
            self.show_due(&plan, &mut desktop)?;
            if once {
                return Ok(());
            }
            let wake = plan.wake_at_ms.and_then(|wake| u64::try_from(wake).ok()).map(Duration::from_millis);
            let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            let wait = wake.map(|wake| wake.saturating_sub(since_1970));
            // A little more than nothing, so that a moment that is not quite there yet is not asked for in a ring.
            sleep(wait.unwrap_or(LONGEST_SLEEP).clamp(Duration::from_millis(500), LONGEST_SLEEP));
        }
    }

    fn show_due(&self, plan: &Plan, desktop: &mut Desktop) -> Result<(), Problem> {
        if let Some(digest) = &plan.digest {
            self.appear(desktop, &digest.title, &digest.lines.join("\n"));
            self.wait(self.core.acknowledge(Step::Shown { slots: digest.slots.clone() }))?;
        }
        for reminder in &plan.show {
            // What a digest names has been shown with it.
            if plan.digest.is_none() {
                self.appear(desktop, &reminder.title, &reminder.body);
            }
            self.wait(self.core.acknowledge(Step::Shown { slots: vec![slot(reminder)] }))?;
        }
        Ok(())
    }

    fn appear(&self, desktop: &mut Desktop, title: &str, body: &str) {
        if self.as_json {
            json::print(&json!({ "title": title, "body": body }));
        } else {
            print::named_sentence(title, body);
        }
        let _ = anstream::stdout().flush();
        if let Err(Silent) = desktop.notify(title, body)
            && !desktop.said
        {
            desktop.said = true;
            anstream::eprintln!("{}", self.words().say("terminal-no-desktop"));
        }
    }

    pub(crate) fn settings(
        &self,
        weekend: &[String],
        off: &[String],
        work: &[String],
        offer: Option<&str>,
    ) -> Result<(), Problem> {
        let mut settings = self.wait(self.core.settings())?;
        if let Some(first) = weekend.first() {
            settings.weekend = if first == "region" { None } else { Some(self.days(weekend)?) };
        }
        settings.holidays.extend(off.iter().cloned());
        settings.holidays.retain(|day| !work.contains(day));
        if let Some(months) = offer {
            settings.offer_deletion_after_months = self.months(months)?;
        }
        if !weekend.is_empty() || !off.is_empty() || !work.is_empty() || offer.is_some() {
            settings = self.wait(self.core.set_settings(settings))?;
        }
        self.print_settings(&settings);
        Ok(())
    }

    fn days(&self, names: &[String]) -> Result<Vec<u8>, Problem> {
        let day = |name: &String| {
            let found = DAYS.iter().position(|day| name.to_lowercase().starts_with(day));
            found.and_then(|place| u8::try_from(place).ok()).ok_or_else(|| {
                Problem::Said(self.words().say_with("error-not-a-weekend", &[("text", name.clone().into())]))
            })
        };
        names.iter().map(day).collect()
    }

    fn months(&self, text: &str) -> Result<Option<u16>, Problem> {
        match text.trim().to_lowercase().as_str() {
            "never" => Ok(None),
            text => text.parse().map(Some).map_err(|_| {
                Problem::Said(self.words().say_with("error-not-so-many-months", &[("text", text.to_owned().into())]))
            }),
        }
    }

    fn print_settings(&self, settings: &Settings) {
        let names =
            |days: &[u8]| -> Vec<&str> { days.iter().filter_map(|day| DAYS.get(usize::from(*day)).copied()).collect() };
        if self.as_json {
            json::print(&json!({
                "weekend": settings.weekend.as_deref().map(names),
                "holidays": settings.holidays,
                "offer_deletion_after_months": settings.offer_deletion_after_months,
            }));
            return;
        }
        let say = |key: &str| self.words().say(key);
        let weekend = settings
            .weekend
            .as_deref()
            .map_or_else(|| say("terminal-weekend-of-region"), |days| names(days).join(", "));
        let holidays =
            if settings.holidays.is_empty() { say("terminal-no-days-off") } else { settings.holidays.join(", ") };
        let offer = match settings.offer_deletion_after_months {
            None => say("offer-never"),
            Some(months) => self.words().say_with("offer-after-months", &[("months", months.into())]),
        };
        print::pairs(&[
            (say("terminal-weekend"), weekend),
            (say("terminal-days-off"), holidays),
            (say("terminal-offer-deletion"), offer),
        ]);
    }
}

/// What a reminder that was shown is acknowledged with.
pub(crate) fn slot(reminder: &Reminder) -> Slot {
    Slot { identifier: reminder.identifier.clone(), generation: reminder.follow_up.generation }
}

/// Nothing on this desktop shows notifications.
struct Silent;

/// The desktop that notifications are shown on, if there is one.
#[derive(Default)]
struct Desktop {
    said: bool,
}

impl Desktop {
    /// Shows one notification, as the freedesktop specification of 2024 (1.3) has it.
    #[cfg(all(unix, not(target_os = "macos")))]
    fn notify(&self, title: &str, body: &str) -> Result<(), Silent> {
        let shown = notify_rust::Notification::new().appname("JustMet").summary(title).body(body).show();
        shown.map(drop).map_err(|_| Silent)
    }

    #[cfg(not(all(unix, not(target_os = "macos"))))]
    fn notify(&self, _title: &str, _body: &str) -> Result<(), Silent> {
        Err(Silent)
    }
}
