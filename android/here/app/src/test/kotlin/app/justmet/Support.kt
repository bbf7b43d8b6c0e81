package app.justmet

import android.app.Activity
import android.content.Intent
import android.graphics.Bitmap
import android.net.Uri
import android.os.Looper
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeTimeoutException
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.ComposeTestRule
import androidx.compose.ui.test.junit4.createEmptyComposeRule
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import androidx.test.core.app.ActivityScenario
import androidx.test.core.app.ApplicationProvider
import app.justmet.core.ChipEdit
import app.justmet.core.Clock
import app.justmet.core.JustMet
import app.justmet.core.JustMetInterface
import app.justmet.core.OsView
import app.justmet.core.PeopleOrder
import app.justmet.core.Saved
import app.justmet.core.Step
import app.justmet.core.Verb
import app.justmet.domain.CaptureMode
import app.justmet.domain.WakeReason
import app.justmet.platform.JustMetApp
import app.justmet.platform.MainActivity
import app.justmet.platform.snapshot
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.job
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Rule
import org.robolectric.Shadows.shadowOf
import java.io.File
import java.time.Instant
import java.time.ZoneId
import java.util.Collections

/** Mon 23 Nov 2026, 18:30 in Toronto. */
const val EVENING = 1_795_476_600_000L

class TestClock(var now: Long = EVENING, var zone: String = "America/Toronto") : Clock {
    override fun nowMs() = now

    override fun timeZone() = snapshot(ZoneId.of(zone), Instant.ofEpochMilli(now))
}

/** What was called, in order, each with whether it was on the main thread; [fail] throws in place of a call. */
class Recorder {
    val calls: MutableList<Pair<String, Boolean>> = Collections.synchronizedList(mutableListOf())
    var fail: (String) -> Throwable? = { null }

    /** Why the core was asked to bring reminders in step, each time. */
    val reasons: MutableList<Set<WakeReason>> = Collections.synchronizedList(mutableListOf())
    val names get() = synchronized(calls) { calls.map { it.first } }

    fun note(name: String) {
        calls += name to (Looper.myLooper() == Looper.getMainLooper())
        fail(name)?.let { throw it }
    }
}

/** The real core, with what the screens call of it written down. */
class Recorded(private val core: JustMetInterface, private val recorder: Recorder) : JustMetInterface by core {
    private inline fun <T> on(name: String, call: () -> T): T {
        recorder.note(name)
        return call()
    }

    override fun labels() = on("labels") { core.labels() }

    override fun preview(line: String, mode: CaptureMode, edits: List<ChipEdit>) = on("preview") { core.preview(line, mode, edits) }

    override fun say(key: String) = on("say") { core.say(key) }

    override suspend fun eventToday() = on("eventToday") { core.eventToday() }

    override suspend fun save(line: String, mode: CaptureMode, edits: List<ChipEdit>) = on("save") { core.save(line, mode, edits) }

    override suspend fun undo(token: String) = on("undo") { core.undo(token) }

    override suspend fun home() = on("home") { core.home() }

    override suspend fun page(cursor: String?, order: PeopleOrder?, event: String?) = on("page") { core.page(cursor, order, event) }

    override suspend fun search(text: String) = on("search") { core.search(text) }

    override suspend fun contact(id: String) = on("contact") { core.contact(id) }

    override suspend fun act(followUp: String, generation: UInt, verb: Verb) = on("act") { core.act(followUp, generation, verb) }

    override suspend fun acknowledge(step: Step) = on("acknowledge") { core.acknowledge(step) }

    override suspend fun reconcile(os: OsView) = on("reconcile") {
        recorder.reasons += (os as OsView.Android).reasons.toSet()
        core.reconcile(os)
    }

    fun close() = (core as JustMet).close()
}

/** The app, with the real core, as a person uses it. */
abstract class AppTest {
    @get:Rule val rule: ComposeTestRule = createEmptyComposeRule()
    val app: JustMetApp = ApplicationProvider.getApplicationContext()
    val clock = TestClock().also { app.clock = it }
    val recorder = Recorder().also { recorder ->
        PhoneKeys.install()
        app.opener = { config, clock -> Recorded(JustMet.openEncrypted(config, clock, app.key), recorder) }
    }
    val core get() = app.open().justMet
    var current: ActivityScenario<MainActivity>? = null

    fun close() {
        current?.close()
        current = null
    }

    /**
     * What still runs in the background would go on in the next test, and leave its alarm and pending intents there: what
     * that test then sends reaches the Application of this one.
     */
    @After fun end() {
        close()
        runBlocking { app.scope.coroutineContext.job.cancelAndJoin() }
    }

    fun launch(intent: Intent = Intent(app, MainActivity::class.java)): ActivityScenario<MainActivity> =
        ActivityScenario.launch<MainActivity>(intent).also { current = it }

    /** The process ends, and with it the core: the next one opens the file anew. */
    fun newProcess() {
        close()
        runBlocking { app.scope.coroutineContext.job.children.forEach { it.join() } }
        (app.opened()?.justMet as Recorded?)?.close()
        JustMetApp::class.java.getDeclaredField("held").apply { isAccessible = true }.set(app, null)
    }

    /** The system's question for a place or a file, which came after what was tapped last, is answered with [place]. */
    fun choose(place: Uri?): Intent {
        var asked: Intent? = null
        until("the system asks") {
            current!!.onActivity { activity ->
                val question = shadowOf(activity).nextStartedActivityForResult ?: return@onActivity
                asked = question.intent
                val result = if (place == null) Activity.RESULT_CANCELED else Activity.RESULT_OK
                shadowOf(activity).receiveResult(question.intent, result, Intent().setData(place))
            }
            asked != null
        }
        return asked!!
    }

    fun save(line: String): Saved = runBlocking { core.save(line, CaptureMode.TYPED, emptyList()) }

    fun until(what: String, true_: () -> Boolean) {
        val end = System.nanoTime() + 15_000_000_000
        while (!true_()) {
            shadowOf(Looper.getMainLooper()).idle()
            if (System.nanoTime() > end) throw AssertionError("never happened: $what; ${workers()}")
            Thread.sleep(10)
        }
    }

    private fun workers() = Thread.getAllStackTraces().filter { it.key.name.startsWith("DefaultDispatcher") }
        .map { (thread, stack) -> "${thread.name}: ${stack.take(12).joinToString(" < ")}" }.joinToString("\n")

    fun nodes(what: SemanticsMatcher) = rule.onAllNodes(what)

    fun shows(text: String): Boolean = nodes(said(text)).fetchSemanticsNodes().isNotEmpty()

    fun see(text: String) = try {
        rule.waitUntil(15_000) { shows(text) }
    } catch (error: ComposeTimeoutException) {
        throw AssertionError("“$text” is not on the screen: ${nodes(SemanticsMatcher("any") { true }).fetchSemanticsNodes().map(::label)}", error)
    }

    fun gone(text: String) = rule.waitUntil("“$text” gone", 15_000) { !shows(text) }

    /** Of several that say so, the [which]th. */
    fun tap(text: String, which: Int = 0) {
        see(text)
        val node = nodes(said(text) and SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick))[which]
        runCatching { node.performScrollTo() }
        node.performClick()
    }

    fun type(field: String, text: String) {
        see(field)
        nodes(said(field) and SemanticsMatcher.keyIsDefined(SemanticsActions.SetText))[0].performTextReplacement(text)
    }

    fun said(text: String) = hasText(text, substring = true) or hasContentDescription(text, substring = true)
}

const val LINE_FIELD = "Priya, Acme, prefers WhatsApp 514 555 0142, slides, Tue"
const val PRIYA = "Priya Rao, Acme, prefers WhatsApp +1 514 555 0142, slides, follow up Tuesday"

fun label(node: androidx.compose.ui.semantics.SemanticsNode): String =
    node.config.getOrNull(SemanticsProperties.ContentDescription).orEmpty().joinToString() +
        node.config.getOrNull(SemanticsProperties.Text).orEmpty().joinToString() +
        (node.config.getOrNull(SemanticsProperties.EditableText)?.text ?: "")

fun store(bitmap: Bitmap, name: String): File = File(System.getProperty("pictures"), name).apply {
    parentFile!!.mkdirs()
    outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
}

/** Another process that holds SQLite's lock on the file, as one that commits does (https://sqlite.org/lockingv3.html), until it ends. */
fun holdsLock(file: File): Process {
    val hold = "import fcntl,sys; f=open(sys.argv[1],'r+b'); fcntl.lockf(f,fcntl.LOCK_EX,512,0x40000000); print('held',flush=True); sys.stdin.read()"
    val other = ProcessBuilder("python3", "-c", hold, file.path).redirectError(ProcessBuilder.Redirect.INHERIT).start()
    check(other.inputStream.bufferedReader().readLine() == "held")
    return other
}

/** Another program changes the file. Not this process: two SQLites in one do not see each other's locks. */
fun alter(file: File, sql: String) {
    val change = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1],timeout=10); c.execute(sys.argv[2]); c.commit(); c.close()"
    val other = ProcessBuilder("python3", "-c", change, file.path, sql).redirectError(ProcessBuilder.Redirect.INHERIT).start()
    check(other.waitFor() == 0)
}
