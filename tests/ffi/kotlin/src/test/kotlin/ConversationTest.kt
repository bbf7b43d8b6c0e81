import app.justmet.core.*
import app.justmet.domain.*
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import com.google.gson.JsonPrimitive
import java.io.File
import java.nio.file.Files
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.fail

private val TORONTO = TzSnapshot("America/Toronto", -5 * 3600, emptyList())

private class TestClock : Clock {
    var ms = 1795476600000L
    var fails = "never"

    override fun nowMs(): Long = when (fails) {
        "typed" -> throw ShellException.Failed("the clock stopped")
        "foreign" -> throw IllegalStateException("the clock stopped")
        else -> ms
    }

    override fun timeZone() = TORONTO
}

private class TestKeys(val fails: Boolean) : KeyStore {
    override fun databaseKey() = if (fails) error("the device is locked") else ByteArray(32)
    override fun headerSalt(): ByteArray? = null
}

private class Heard(val throws: Boolean) : ChangeListener {
    val changes = mutableListOf<Change>()

    override fun changed(change: Change) {
        synchronized(changes) { changes += change }
        if (throws) error("the screen is gone")
    }
}

/** An enum value's name, as all three languages write it: lower case, without underscores. */
private fun plain(value: Enum<*>?) = value?.name?.replace("_", "")?.lowercase()

/** Holds the conversation of conversation.json with the core, through the Kotlin bindings. */
class ConversationTest {
    private val path = Files.createTempDirectory("justmet").resolve("justmet.db").toString()
    private val clock = TestClock()
    private var heard: Heard? = null
    private var opened: JustMet? = null
    private val core get() = opened!!

    private suspend fun perform(step: Step): Map<String, Any?> = when (val action = step.text("do")) {
        "open" -> done { opened = JustMet.open(Config(path, Language.EN, "CA", Platform.DESKTOP), clock) }
        "open_encrypted" -> done {
            opened = JustMet.openEncrypted(Config(path, Language.EN, "CA", Platform.DESKTOP), clock, TestKeys(step.flag("fails")))
        }
        "salvage" -> salvage(Config(path, Language.EN, "CA", Platform.DESKTOP), clock, null).let {
            mapOf("contacts" to it.contacts, "nameless" to it.nameless)
        }
        "can_encrypt" -> mapOf("can" to canEncrypt())
        "change_key" -> changeKey(Config(path, Language.EN, "CA", Platform.DESKTOP), null, TestKeys(false)).let {
            mapOf("is_encrypted" to it.isEncrypted)
        }
        "close" -> done { core.close(); opened = null }
        "now" -> done { clock.ms = step.long("ms") }
        "clock_fails" -> done { clock.fails = step.text("how") }
        "listen" -> done { heard = Heard(step.flag("throws")).also { core.setListener(it) } }
        "heard" -> heard!!.changes.let {
            mapOf("count" to it.size, "last_kind" to plain(it.last().kind), "last_contact" to it.last().contactId)
        }
        "preview" -> {
            val preview = core.preview(step.text("line"), CaptureMode.TYPED, edits(step))
            val (first, last) = preview.chips.first() to preview.chips.last()
            mapOf(
                "first_chip" to plain(first.`field`), "first_text" to first.text, "first_start" to first.start, "first_end" to first.end,
                "last_chip" to plain(last.`field`), "last_text" to last.text, "last_start" to last.start, "last_end" to last.end,
                "reminder" to preview.followUp?.text, "chips" to preview.chips.size,
            )
        }
        "ask" -> core.ask(Language.valueOf(step.text("language").uppercase())).let {
            mapOf("question" to it.question, "channels" to it.channels.size, "languages" to it.languages.size)
        }
        "answer" -> mapOf("text" to core.answer(ChannelKind.entries.first { plain(it) == step.text("channel") }, step.text("address")))
        "labels" -> mapOf("text" to core.labels()[step.text("key")])
        "event_today" -> mapOf("event" to core.eventToday())
        "save" -> {
            val saved = core.save(step.text("line"), CaptureMode.TYPED, edits(step))
            val followUp = saved.followUp
            mapOf(
                "contact_id" to saved.contact.id, "name" to saved.contact.name, "org" to saved.contact.org,
                "channel" to plain(saved.suggestion.channel), "headline" to saved.suggestion.headline, "ask" to saved.suggestion.ask,
                "runner_up" to plain(saved.suggestion.runnerUp?.channel),
                "follow_up_id" to followUp?.id, "due" to followUp?.due, "generation" to followUp?.generation,
                "phase" to plain(followUp?.phase), "unsure" to saved.unsure.size, "undo" to saved.undo.token,
            )
        }
        "save_many" -> runBlocking {
            val lines = (0 until step.long("count")).map { step.text("line").replace("{n}", it.toString()) }
            val saved = lines.map { async { core.save(it, CaptureMode.TYPED, emptyList()) } }.awaitAll()
            mapOf("saved" to saved.size, "distinct" to saved.map { it.contact.id }.toSet().size)
        }
        "home" -> core.home().let {
            mapOf(
                "inbox" to it.inbox.size, "recent" to it.recent.size, "next_title" to it.next?.title,
                "heading" to it.recentSections.firstOrNull()?.heading,
            )
        }
        "search" -> core.search(step.text("text")).let {
            val first = it.hits.firstOrNull()
            val mark = first?.marks?.firstOrNull()
            mapOf(
                "count" to it.hits.size, "first_name" to first?.row?.name, "forgiven" to it.isForgiven,
                "mark" to plain(mark?.text), "start" to mark?.start, "end" to mark?.end,
                "found_in" to first?.foundIn?.text, "add" to it.add?.label,
            )
        }
        "interrupt" -> done { core.interrupt() }
        "page" -> core.page(step.maybe("cursor"), step.maybe("order")?.let { PeopleOrder.valueOf(it.uppercase()) }, step.maybe("event")).let {
            mapOf(
                "rows" to it.rows.size, "first_name" to it.rows.first().name, "next" to it.next,
                "heading" to it.sections.firstOrNull()?.heading, "people" to it.people?.toInt(),
            )
        }
        "contact" -> core.contact(step.text("id")).let {
            mapOf(
                "name" to it.name, "addresses" to it.addresses.size, "promises" to it.promises.size,
                "promise" to it.promises.firstOrNull()?.what, "raw_line" to it.rawLines.first(),
            )
        }
        "suggestion" -> core.suggestion(step.text("id")).let {
            mapOf("channel" to plain(it.channel), "reason" to plain(it.reasons.first().kind))
        }
        "reconcile" -> core.reconcile(osView(step)).let {
            mapOf(
                "show" to it.show.size, "title" to it.show.firstOrNull()?.title, "wake_at_ms" to it.wakeAtMs,
                "schedule" to it.schedule.size, "fire_ms" to it.schedule.firstOrNull()?.fireMs,
                "alert" to it.schedule.firstOrNull()?.reminder?.alert,
                "dismiss" to it.dismiss.size, "cancel" to it.cancel.size, "problems" to it.problems.size,
            )
        }
        "acknowledge" -> done {
            core.acknowledge(app.justmet.core.Step.Shown(listOf(Slot(step.text("follow_up"), step.long("generation").toUInt()))))
        }
        "act" -> {
            val verb = when (step.text("verb")) {
                "done" -> Verb.Done
                "let_go" -> Verb.LetGo
                else -> Verb.Snooze(step.maybe("until"))
            }
            val result = core.act(step.text("follow_up"), step.long("generation").toUInt(), verb)
            mapOf(
                "applied" to result.applied, "generation" to result.followUp.generation, "due" to result.followUp.due,
                "phase" to plain(result.followUp.phase), "undo" to result.undo?.token,
            )
        }
        "prefer" -> {
            val stance = when (step.text("stance")) {
                "preferred" -> Stance.PREFERRED
                "refused" -> Stance.REFUSED
                else -> null
            }
            core.prefer(step.text("id"), channel(step), stance, step.maybe("hours"), step.maybe("address")).let {
                mapOf(
                    "channel" to plain(it.suggestion.channel), "headline" to it.suggestion.headline, "choices" to it.channels.size,
                    "hours" to it.suggestion.hours, "wishes" to it.wishes.size,
                    "addresses" to it.addresses.size,
                )
            }
        }
        "message" -> {
            val language = step.maybe("language")?.let { name -> Language.entries.first { plain(it) == name } }
            core.message(step.text("id"), step.maybe("channel")?.let { channel(step) }, language).let {
                mapOf(
                    "channel" to plain(it.channel), "subject" to it.subject, "text" to it.text, "notes" to it.notes.size,
                    "asks_for" to it.asksFor, "launches" to (it.launch != null), "language" to plain(it.language),
                )
            }
        }
        "count_message" -> core.countMessage(channel(step), step.text("text")).let {
            mapOf("used" to it.used, "limit" to it.limit, "fits" to it.fits)
        }
        "check_message" -> core.checkMessage(step.text("id"), channel(step), null, step.text("text"), step.maybe("send_anyway")).let {
            mapOf("notes" to it.notes.size, "first_note" to plain(it.notes.firstOrNull()?.kind), "launches" to (it.launch != null))
        }
        "record_outcome" -> {
            val outcome = MessageOutcome.entries.first { it.name.lowercase() == step.text("outcome") }
            core.recordOutcome(step.text("id"), channel(step), outcome, step.maybe("text")).let {
                mapOf(
                    "applied" to it.applied, "phase" to plain(it.contact.followUp?.phase), "messages" to it.contact.messages.size,
                    "undo" to it.undo?.token,
                )
            }
        }
        "learned" -> core.learned().let { mapOf("rates" to it.rates.size, "first" to it.rates.firstOrNull()?.text) }
        "forget_learned" -> done { core.forgetLearned() }
        "keep_promise" -> {
            val promise = core.contact(step.text("id")).promises.first()
            mapOf("kept" to core.keepPromise(promise.id, step.flag("kept")).promises.first().kept)
        }
        "set_language" -> done { core.setLanguage(step.text("id"), Language.entries.first { plain(it) == step.text("language") }) }
        "my_name" -> mapOf("name" to core.myName())
        "set_my_name" -> done { core.setMyName(step.text("name")) }
        "say" -> mapOf("text" to core.say(step.text("key")))
        "ledger" -> core.ledger(step.text("id")).let { lines ->
            mapOf(
                "events" to lines.joinToString(" ") { it.event }, "first_text" to lines.first().text,
                "last_generation" to lines.last().generation,
            )
        }
        "later_choices" -> core.laterChoices().let { choices ->
            mapOf(
                "labels" to choices.joinToString { it.label }, "until" to choices.joinToString(" ") { it.until },
                "due_text" to choices.first().dueText,
            )
        }
        "settings" -> settings(core.settings())
        "set_settings" -> {
            val weekend = step.maybe("weekend")?.split(" ")?.map { it.toByte() }?.toByteArray()
            val holidays = step.text("holidays").split(" ").filter { it.isNotEmpty() }
            settings(core.setSettings(Settings(weekend, holidays, step.maybe("months")?.toUShort())))
        }
        "deletion_offer" -> offer(core.deletionOffer())
        "keep_offered" -> offer(core.keepOffered(step.text("id")))
        "deletion_offer_choices" -> core.deletionOfferChoices().let { choices ->
            mapOf("labels" to choices.joinToString { it.label }, "set" to choices.filter { it.isSet }.joinToString(" ") { it.label })
        }
        "deletion_offer_shown" -> done { core.deletionOfferShown() }
        "keep_all_offered" -> done { core.keepAllOffered() }
        "undo" -> core.undo(step.text("token")).let { mapOf("contact_id" to it.contactId) }
        "check" -> core.check().let { mapOf("whole" to it.whole, "contacts" to it.contacts, "faults" to it.faults.size) }
        "export" -> mapOf("text" to core.exportJson())
        "import" -> core.importJson(step.text("text")).let { mapOf("added" to it.added, "already_here" to it.alreadyHere) }
        "backup" -> mapOf("contacts" to core.backup("$path.${step.text("file")}", step.text("passphrase")).contacts)
        "is_sealed" -> mapOf("sealed" to core.backupIsSealed("$path.${step.text("file")}"))
        "restore" -> mapOf("contacts" to core.restore("$path.${step.text("file")}", step.text("passphrase")).contacts)
        "forget" -> mapOf("undo" to core.forget(step.text("id")).undo?.token)
        "forget_now" -> mapOf("undo" to core.forgetNow(step.text("id")).undo?.token)
        "panic" -> done { panicOnPurpose() }
        else -> fail("there is no action $action")
    }

    private fun settings(settings: Settings) = mapOf(
        "weekend" to settings.weekend?.joinToString(" "), "holidays" to settings.holidays.joinToString(" "),
        "months" to settings.offerDeletionAfterMonths?.toInt(),
    )

    private fun offer(offer: DeletionOffer): Map<String, Any?> {
        val first = offer.people.firstOrNull()
        return mapOf(
            "text" to offer.text, "is_new" to offer.isNew, "people" to offer.people.size, "more" to offer.more,
            "first_name" to first?.contact?.name, "met" to first?.met, "met_on" to first?.metOn,
        )
    }

    /** The taps on chips: field, place, and what was done. */
    private fun edits(step: Step) = step.list("edits").map { edit ->
        val change = edit["text"]?.let { ChipChange.Replace(it.asString) }
            ?: if (edit["change"].asString == "drop") ChipChange.Drop else ChipChange.Confirm
        val field = CaptureField.entries.first { plain(it) == edit["field"].asString.replace("_", "") }
        ChipEdit(field, edit["start"].asInt.toUInt(), edit["end"].asInt.toUInt(), change)
    }

    private fun channel(step: Step) = ChannelKind.entries.first { plain(it) == step.text("channel") }

    /** What the system holds, as the step says it. */
    private fun osView(step: Step): OsView {
        val slots = step.list("showing").map { Slot(step.resolve(it["id"]).asString, it["generation"].asInt.toUInt()) }
        val permission = if (step.flag("may_notify", true)) Permission.GRANTED else Permission.DENIED
        val device = Device("here", null, null)
        return when (step.maybe("os")) {
            "android" -> OsView.Android(slots, emptyList(), permission, false, emptyList(), device)
            "ios" -> OsView.Ios(emptyList(), slots, permission, device)
            else -> OsView.Terminal
        }
    }

    private inline fun done(action: () -> Unit): Map<String, Any?> { action(); return emptyMap() }

    @Test
    fun conversation() {
        val steps = JsonParser.parseString(File(System.getProperty("table")).readText()).asJsonArray
        val kept = mutableMapOf<String, JsonElement>()
        steps.forEachIndexed { index, raw ->
            val step = Step(raw.asJsonObject, kept)
            val label = "step ${index + 1}: ${step.text("say")}"
            val answer = try {
                runBlocking { perform(step) }
            } catch (error: Exception) {
                val (kind, explanation) = fault(error)
                assertEquals(step.maybe("error"), kind, "$label: $error")
                step.maybe("explanation")?.let { assertEquals(it, explanation, label) }
                return@forEachIndexed
            }
            assertEquals(null, step.maybe("error"), "$label: no error, but $answer")
            step.members("expect").forEach { (key, value) -> assertEquals(step.resolve(value), json(answer[key]), "$label: $key") }
            step.members("keep").forEach { (name, key) -> kept[name] = json(answer[key.asString]) }
        }
        println("kotlin: ${steps.size()} steps held")
    }

    /** What kind of error it is, and what it says to the person. */
    private fun fault(error: Exception): Pair<String, String?> = when (error) {
        is JustMetException.Invalid -> "invalid" to error.explanation
        is JustMetException.NotFound -> "notfound" to error.explanation
        is JustMetException.Shell -> "shell" to error.explanation
        is JustMetException -> error::class.simpleName!!.lowercase() to null
        is app.justmet.core.InternalException -> "panic" to null
        else -> throw error
    }

    private fun json(value: Any?): JsonElement = when (value) {
        null -> JsonNull.INSTANCE
        is Boolean -> JsonPrimitive(value)
        is UInt -> JsonPrimitive(value.toLong())
        is ULong -> JsonPrimitive(value.toLong())
        is Int -> JsonPrimitive(value.toLong())
        is Number -> JsonPrimitive(value)
        else -> JsonPrimitive(value.toString())
    }
}

/** One row of the table; `$name` stands for what an earlier step kept. */
private class Step(private val row: JsonObject, private val kept: Map<String, JsonElement>) {
    fun resolve(value: JsonElement): JsonElement {
        val name = if (value.isJsonPrimitive && value.asJsonPrimitive.isString) value.asString else return value
        return if (name.startsWith("$")) kept[name.drop(1)] ?: value else value
    }

    fun maybe(key: String): String? = row[key]?.let(::resolve)?.takeUnless { it.isJsonNull }?.asString
    fun text(key: String): String = maybe(key) ?: error("$row has no $key")
    fun long(key: String): Long = row[key].asLong
    fun flag(key: String, otherwise: Boolean = false): Boolean = row[key]?.asBoolean ?: otherwise
    fun list(key: String): List<JsonObject> = row[key]?.asJsonArray?.map { it.asJsonObject } ?: emptyList()
    fun members(key: String): Set<Map.Entry<String, JsonElement>> = row[key]?.asJsonObject?.entrySet() ?: emptySet()
}
