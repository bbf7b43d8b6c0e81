"""Holds the conversation of conversation.json with the core, through the Python bindings.

usage: conversation.py BINDINGS_FOLDER TABLE
"""

import asyncio
import json
import sys
import tempfile
from pathlib import Path

bindings, table = Path(sys.argv[1]), Path(sys.argv[2])
sys.path.insert(0, str(bindings.parent))
package = __import__(bindings.name, fromlist=["justmet_app", "justmet_domain"])
core, domain = package.justmet_app, package.justmet_domain

TORONTO = domain.TzSnapshot(zone_id="America/Toronto", offset_at_start_s=-5 * 3600, transitions=[])


class TestClock(core.Clock):
    def __init__(self):
        self.ms, self.fails = 1795476600000, "never"

    def now_ms(self):
        if self.fails == "typed":
            raise core.ShellError.Failed("the clock stopped")
        if self.fails == "foreign":
            raise ValueError("the clock stopped")
        return self.ms

    def time_zone(self):
        return TORONTO


class Heard(core.ChangeListener):
    def __init__(self, throws):
        self.throws, self.changes = throws, []

    def changed(self, change):
        self.changes.append(change)
        if self.throws:
            raise RuntimeError("the screen is gone")


def plain(value):
    """An enum value's name, as all three languages write it: lower case, without underscores."""
    return None if value is None else value.name.replace("_", "").lower()


class TestKeys(core.KeyStore):
    def __init__(self, fails):
        self.fails = fails

    def database_key(self):
        if self.fails:
            raise ValueError("the device is locked")
        return bytes(32)

    def header_salt(self):
        return None


class Conversation:
    def __init__(self, folder):
        self.path, self.clock, self.heard, self.core = str(Path(folder) / "justmet.db"), TestClock(), None, None

    async def open(self, step):
        config = core.Config(path=self.path, language=domain.Language.EN, region="CA", platform=domain.Platform.DESKTOP)
        self.core = core.JustMet.open(config, self.clock)
        return {}

    async def open_encrypted(self, step):
        config = core.Config(path=self.path, language=domain.Language.EN, region="CA", platform=domain.Platform.DESKTOP)
        self.core = core.JustMet.open_encrypted(config, self.clock, TestKeys(step.get("fails", False)))
        return {}

    async def salvage(self, step):
        config = core.Config(path=self.path, language=domain.Language.EN, region="CA", platform=domain.Platform.DESKTOP)
        saved = core.salvage(config, self.clock, None)
        return {"contacts": saved.contacts, "nameless": saved.nameless}

    async def can_encrypt(self, step):
        return {"can": core.can_encrypt()}

    async def change_key(self, step):
        config = core.Config(path=self.path, language=domain.Language.EN, region="CA", platform=domain.Platform.DESKTOP)
        changed = core.change_key(config, None, TestKeys(False))
        return {"is_encrypted": changed.is_encrypted}

    async def close(self, step):
        self.core = None
        return {}

    async def now(self, step):
        self.clock.ms = step["ms"]
        return {}

    async def clock_fails(self, step):
        self.clock.fails = step["how"]
        return {}

    async def listen(self, step):
        self.heard = Heard(step.get("throws", False))
        self.core.set_listener(self.heard)
        return {}

    async def heard_of(self, step):
        last = self.heard.changes[-1]
        return {"count": len(self.heard.changes), "last_kind": plain(last.kind), "last_contact": last.contact_id}

    async def preview(self, step):
        preview = self.core.preview(step["line"], domain.CaptureMode.TYPED, self.edits(step))
        first, last = preview.chips[0], preview.chips[-1]
        return {
            "first_chip": plain(first.field), "first_text": first.text, "first_start": first.start, "first_end": first.end,
            "last_chip": plain(last.field), "last_text": last.text, "last_start": last.start, "last_end": last.end,
            "reminder": preview.follow_up and preview.follow_up.text, "chips": len(preview.chips),
        }

    async def ask(self, step):
        card = self.core.ask(domain.Language[step["language"].upper()])
        return {"question": card.question, "channels": len(card.channels), "languages": len(card.languages)}

    async def answer(self, step):
        channel = next(kind for kind in domain.ChannelKind if plain(kind) == step["channel"])
        return {"text": self.core.answer(channel, step["address"])}

    async def labels(self, step):
        return {"text": self.core.labels()[step["key"]]}

    async def event_today(self, step):
        return {"event": await self.core.event_today()}

    async def save(self, step):
        saved = await self.core.save(step["line"], domain.CaptureMode.TYPED, self.edits(step))
        follow_up, suggestion = saved.follow_up, saved.suggestion
        return {
            "contact_id": saved.contact.id, "name": saved.contact.name, "org": saved.contact.org,
            "channel": plain(suggestion.channel), "headline": suggestion.headline, "ask": suggestion.ask,
            "runner_up": suggestion.runner_up and plain(suggestion.runner_up.channel),
            "follow_up_id": follow_up and follow_up.id, "due": follow_up and follow_up.due,
            "generation": follow_up and follow_up.generation, "phase": follow_up and plain(follow_up.phase),
            "unsure": len(saved.unsure), "undo": saved.undo.token,
        }

    async def save_many(self, step):
        lines = [step["line"].replace("{n}", str(number)) for number in range(step["count"])]
        saved = await asyncio.gather(*(self.core.save(line, domain.CaptureMode.TYPED, []) for line in lines))
        return {"saved": len(saved), "distinct": len({one.contact.id for one in saved})}

    async def home(self, step):
        home = await self.core.home()
        heading = home.recent_sections[0].heading if home.recent_sections else None
        return {"inbox": len(home.inbox), "recent": len(home.recent), "next_title": home.next and home.next.title, "heading": heading}

    async def search(self, step):
        result = await self.core.search(step["text"])
        first = result.hits[0] if result.hits else None
        mark = first.marks[0] if first and first.marks else None
        return {
            "count": len(result.hits), "first_name": first and first.row.name, "forgiven": result.is_forgiven,
            "mark": mark and plain(mark.text), "start": mark and mark.start, "end": mark and mark.end,
            "found_in": first and first.found_in and first.found_in.text, "add": result.add and result.add.label,
        }

    async def interrupt(self, step):
        self.core.interrupt()
        return {}

    async def page(self, step):
        order = step.get("order") and core.PeopleOrder[step["order"].upper()]
        page = await self.core.page(step.get("cursor"), order, step.get("event"))
        return {"rows": len(page.rows), "first_name": page.rows[0].name, "next": page.next,
                "heading": page.sections[0].heading if page.sections else None, "people": page.people}

    async def contact(self, step):
        contact = await self.core.contact(step["id"])
        promises = contact.promises
        return {
            "name": contact.name, "addresses": len(contact.addresses), "promises": len(promises),
            "promise": promises[0].what if promises else None, "raw_line": contact.raw_lines[0],
        }

    async def suggestion(self, step):
        card = await self.core.suggestion(step["id"])
        return {"channel": plain(card.channel), "reason": plain(card.reasons[0].kind)}

    async def reconcile(self, step):
        plan = await self.core.reconcile(self.os_view(step))
        return {"show": len(plan.show), "title": plan.show[0].title if plan.show else None, "wake_at_ms": plan.wake_at_ms,
                "schedule": len(plan.schedule), "fire_ms": plan.schedule[0].fire_ms if plan.schedule else None, "alert": plan.schedule[0].reminder.alert if plan.schedule else None,
                "dismiss": len(plan.dismiss), "cancel": len(plan.cancel), "problems": len(plan.problems)}

    async def acknowledge(self, step):
        slot = core.Slot(identifier=step["follow_up"], generation=step["generation"])
        await self.core.acknowledge(core.Step.SHOWN([slot]))
        return {}

    async def act(self, step):
        verb = {
            "done": lambda: core.Verb.DONE(),
            "let_go": lambda: core.Verb.LET_GO(),
            "snooze": lambda: core.Verb.SNOOZE(step.get("until")),
        }[step["verb"]]()
        result = await self.core.act(step["follow_up"], step["generation"], verb)
        follow_up = result.follow_up
        return {
            "applied": result.applied, "generation": follow_up.generation, "due": follow_up.due,
            "phase": plain(follow_up.phase), "undo": result.undo and result.undo.token,
        }

    async def prefer(self, step):
        stance = {"preferred": domain.Stance.PREFERRED, "refused": domain.Stance.REFUSED, "nothing": None}[step["stance"]]
        contact = await self.core.prefer(step["id"], self.channel(step), stance, step.get("hours"), step.get("address"))
        return {"channel": plain(contact.suggestion.channel), "headline": contact.suggestion.headline, "choices": len(contact.channels),
                "hours": contact.suggestion.hours, "wishes": len(contact.wishes), "addresses": len(contact.addresses)}

    async def message(self, step):
        language = step.get("language") and domain.Language[step["language"].upper()]
        card = await self.core.message(step["id"], self.channel(step) if "channel" in step else None, language)
        return {"channel": plain(card.channel), "subject": card.subject, "text": card.text, "notes": len(card.notes),
                "asks_for": card.asks_for, "launches": card.launch is not None, "language": plain(card.language)}

    async def count_message(self, step):
        counter = self.core.count_message(self.channel(step), step["text"])
        return {"used": counter.used, "limit": counter.limit, "fits": counter.fits}

    async def check_message(self, step):
        checked = await self.core.check_message(step["id"], self.channel(step), None, step["text"], step.get("send_anyway"))
        return {"notes": len(checked.notes), "first_note": plain(checked.notes[0].kind) if checked.notes else None,
                "launches": checked.launch is not None}

    async def record_outcome(self, step):
        outcome = core.MessageOutcome[step["outcome"].upper()]
        result = await self.core.record_outcome(step["id"], self.channel(step), outcome, step.get("text"))
        follow_up = result.contact.follow_up
        return {"applied": result.applied, "phase": follow_up and plain(follow_up.phase), "messages": len(result.contact.messages),
                "undo": result.undo and result.undo.token}

    async def learned(self, step):
        learned = await self.core.learned()
        return {"rates": len(learned.rates), "first": learned.rates[0].text if learned.rates else None}

    async def forget_learned(self, step):
        await self.core.forget_learned()
        return {}

    async def keep_promise(self, step):
        promise = (await self.core.contact(step["id"])).promises[0]
        contact = await self.core.keep_promise(promise.id, step["kept"])
        return {"kept": contact.promises[0].kept}

    async def set_language(self, step):
        await self.core.set_language(step["id"], domain.Language[step["language"].upper()])
        return {}

    async def my_name(self, step):
        return {"name": await self.core.my_name()}

    async def set_my_name(self, step):
        await self.core.set_my_name(step["name"])
        return {}

    def channel(self, step):
        return next(kind for kind in domain.ChannelKind if plain(kind) == step["channel"])

    async def say(self, step):
        return {"text": self.core.say(step["key"])}

    def edits(self, step):
        """The taps on chips: field, place, and what was done."""
        changes = {"confirm": domain.ChipChange.CONFIRM, "drop": domain.ChipChange.DROP}
        return [
            core.ChipEdit(
                field=domain.CaptureField[edit["field"].upper()], start=edit["start"], end=edit["end"],
                change=domain.ChipChange.REPLACE(edit["text"]) if "text" in edit else changes[edit["change"]](),
            )
            for edit in step.get("edits", [])
        ]

    def os_view(self, step):
        """What the system holds, as the step says it."""
        slots = [core.Slot(identifier=slot["id"].replace("$follow_up", step.get("follow_up", "")), generation=slot["generation"])
                 for slot in step.get("showing", [])]
        permission = domain.Permission.GRANTED if step.get("may_notify", True) else domain.Permission.DENIED
        device = core.Device(install="here", uptime_ms=None, boot=None)
        match step.get("os", "terminal"):
            case "android":
                return core.OsView.ANDROID(slots, [], permission, False, [], device)
            case "ios":
                return core.OsView.IOS([], slots, permission, device)
            case _:
                return core.OsView.TERMINAL()

    async def ledger(self, step):
        lines = await self.core.ledger(step["id"])
        return {"events": " ".join(line.event for line in lines), "first_text": lines[0].text, "last_generation": lines[-1].generation}

    async def later_choices(self, step):
        choices = self.core.later_choices()
        return {"labels": ", ".join(choice.label for choice in choices), "until": " ".join(choice.until for choice in choices),
                "due_text": choices[0].due_text}

    async def settings(self, step):
        return self.drawn_settings(await self.core.settings())

    async def set_settings(self, step):
        weekend = bytes(int(day) for day in step["weekend"].split()) if "weekend" in step else None
        settings = core.Settings(weekend=weekend, holidays=step["holidays"].split(), offer_deletion_after_months=step.get("months"))
        return self.drawn_settings(await self.core.set_settings(settings))

    def drawn_settings(self, settings):
        weekend = settings.weekend
        return {"weekend": None if weekend is None else " ".join(str(day) for day in weekend),
                "holidays": " ".join(settings.holidays), "months": settings.offer_deletion_after_months}

    async def deletion_offer(self, step):
        return self.drawn_offer(await self.core.deletion_offer())

    async def keep_offered(self, step):
        return self.drawn_offer(await self.core.keep_offered(step["id"]))

    def drawn_offer(self, offer):
        first = offer.people[0] if offer.people else None
        return {"text": offer.text, "is_new": offer.is_new, "people": len(offer.people), "more": offer.more,
                "first_name": first and first.contact.name, "met": first and first.met, "met_on": first and first.met_on}

    async def deletion_offer_choices(self, step):
        choices = await self.core.deletion_offer_choices()
        return {"labels": ", ".join(choice.label for choice in choices),
                "set": " ".join(choice.label for choice in choices if choice.is_set)}

    async def deletion_offer_shown(self, step):
        await self.core.deletion_offer_shown()
        return {}

    async def keep_all_offered(self, step):
        await self.core.keep_all_offered()
        return {}

    async def undo(self, step):
        undone = await self.core.undo(step["token"])
        return {"contact_id": undone.contact_id}

    async def check(self, step):
        found = await self.core.check()
        return {"whole": found.whole, "contacts": found.contacts, "faults": len(found.faults)}

    async def export(self, step):
        return {"text": await self.core.export_json()}

    async def import_text(self, step):
        imported = await self.core.import_json(step["text"])
        return {"added": imported.added, "already_here": imported.already_here}

    async def backup(self, step):
        return {"contacts": (await self.core.backup(f"{self.path}.{step['file']}", step["passphrase"])).contacts}

    async def is_sealed(self, step):
        return {"sealed": self.core.backup_is_sealed(f"{self.path}.{step['file']}")}

    async def restore(self, step):
        return {"contacts": (await self.core.restore(f"{self.path}.{step['file']}", step["passphrase"])).contacts}

    async def forget(self, step):
        forgotten = await self.core.forget(step["id"])
        return {"undo": forgotten.undo and forgotten.undo.token}

    async def forget_now(self, step):
        forgotten = await self.core.forget_now(step["id"])
        return {"undo": forgotten.undo and forgotten.undo.token}

    async def panic(self, step):
        core.panic_on_purpose()
        return {}


def fault(error):
    """What kind of error it is, and what it says to the person."""
    if isinstance(error, core.JustMetError):
        return type(error).__name__.lower(), error.explanation
    if isinstance(error, core.InternalError):
        return "panic", None
    raise error


async def hold(conversation, steps):
    kept = {}
    for number, step in enumerate(steps, 1):
        step = {key: kept.get(value[1:], value) if isinstance(value, str) and value.startswith("$") else value
                for key, value in step.items()}
        label = f"step {number}: {step['say']}"
        perform = getattr(conversation, {"heard": "heard_of", "import": "import_text"}.get(step["do"], step["do"]))
        try:
            answer = await perform(step)
        except Exception as error:  # every error the core gives is looked at
            kind, explanation = fault(error)
            assert kind == step.get("error"), f"{label}: {kind}: {error}"
            assert step.get("explanation", explanation) == explanation, f"{label}: {explanation}"
            continue
        assert "error" not in step, f"{label}: no error, but {answer}"
        for key, value in step.get("expect", {}).items():
            value = kept.get(value[1:], value) if isinstance(value, str) and value.startswith("$") else value
            assert answer[key] == value, f"{label}: {key} is {answer[key]!r}, not {value!r}"
        kept.update({name: answer[key] for name, key in step.get("keep", {}).items()})
    return len(steps)


with tempfile.TemporaryDirectory() as folder:
    steps = json.loads(table.read_text(encoding="utf-8"))
    count = asyncio.run(hold(Conversation(folder), steps))
    print(f"python: {count} passed, 0 failed")
