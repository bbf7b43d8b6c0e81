package app.justmet

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.luminance
import androidx.compose.ui.text.AnnotatedString
import androidx.lifecycle.SavedStateHandle
import app.justmet.core.Chip
import app.justmet.core.ChipEdit
import app.justmet.core.Config
import app.justmet.core.JustMet
import app.justmet.core.JustMetException
import app.justmet.domain.Action
import app.justmet.domain.CaptureField
import app.justmet.domain.Certainty
import app.justmet.domain.ChipChange
import app.justmet.domain.Language
import app.justmet.domain.Platform
import app.justmet.ui.CaptureModel
import app.justmet.ui.Filed
import app.justmet.ui.Opened
import app.justmet.ui.Phone
import app.justmet.ui.avatarColor
import app.justmet.ui.carried
import app.justmet.ui.initials
import app.justmet.ui.tinted
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.flow.MutableStateFlow
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import java.nio.file.Files

/** What the models promise whatever a screen looks like. */
@RunWith(RobolectricTestRunner::class)
class ModelTest {
    private val recorder = Recorder()
    private val core = Recorded(
        JustMet.open(Config(Files.createTempDirectory("justmet").resolve("justmet.db").toString(), Language.EN, "CA", Platform.ANDROID), TestClock()),
        recorder,
    )
    private val phone = QuietPhone()

    private fun until(what: () -> Boolean) {
        val end = System.nanoTime() + 15_000_000_000
        while (!what()) {
            shadowOf(android.os.Looper.getMainLooper()).idle()
            check(System.nanoTime() < end) { "never happened" }
            Thread.sleep(5)
        }
    }

    @Test fun `typing makes one call a keystroke off the main thread, and the last one wins`() {
        val model = CaptureModel(core, SavedStateHandle(), phone)
        assertEquals("nothing is read before the field has the focus", emptyList<String>(), recorder.names)
        val line = "Priya Rao, Acme"
        for (end in 1..line.length) model.type(line.take(end))
        until { model.state.value.readLine == line }
        assertEquals(listOf("Priya Rao", "Acme"), model.state.value.chips.map { it.text })
        val previews = recorder.calls.filter { it.first == "preview" }
        assertEquals("at most one a keystroke", true, previews.size in 1..line.length)
        assertEquals("none on the main thread", emptyList<Any>(), previews.filter { it.second })
    }

    @Test fun `a half-typed line outlives the process`() {
        val kept = SavedStateHandle()
        CaptureModel(core, kept, phone).type("Priya Rao, Ac")
        val again = CaptureModel(core, kept, phone)
        assertEquals("Priya Rao, Ac", again.state.value.line)
        again.start()
        until { again.state.value.preview != null }
    }

    @Test fun `a preview that fails is a state, and the line stays`() {
        val model = CaptureModel(core, SavedStateHandle(), phone)
        recorder.fail = { JustMetException.Shell("the clock stopped").takeIf { _ -> it == "preview" } }
        model.type("Priya")
        until { model.state.value.error == "the clock stopped" }
        recorder.fail = { null }
        model.type("Priya R")
        until { model.state.value.preview != null }
        assertNull(model.state.value.error)
        assertEquals("Priya R", model.state.value.line)
    }

    @Test fun `a tap holds while the words it was about do`() {
        val old = "Priya Rao, Acme, slides"
        val edit = { start: Int, end: Int -> ChipEdit(CaptureField.ORG, start.toUInt(), end.toUInt(), ChipChange.Confirm) }
        val acme = edit(11, 15)
        assertEquals("typed after it", listOf(acme), carried(listOf(acme), old, "$old, Tue"))
        assertEquals("typed before it", listOf(edit(14, 18)), carried(listOf(acme), old, "Dr $old"))
        assertEquals("the word goes on", emptyList<ChipEdit>(), carried(listOf(acme), old, "Priya Rao, Acmes, slides"))
        assertEquals("the word changes", emptyList<ChipEdit>(), carried(listOf(acme), old, "Priya Rao, Ace, slides"))
        assertEquals("what stands for nothing", listOf(edit(0, 0)), carried(listOf(edit(0, 0)), old, ""))
    }

    @Test fun `the words of a chip are tinted, and nothing beyond the line`() {
        val chip = { start: Int, end: Int -> Chip(CaptureField.NAME, "x", start.toUInt(), end.toUInt(), Certainty.SURE, null, null, null) }
        val text = tinted(listOf(chip(0, 5), chip(0, 0), chip(4, 99))) { Color.Red }.filter(AnnotatedString("Priya Rao")).text
        assertEquals(listOf(0 to 5), text.spanStyles.map { it.start to it.end })
    }

    @Test fun `white initials are read on every colour`() {
        for (number in 0..2_000) {
            val contrast = 1.05f / (avatarColor("$number").luminance() + 0.05f)
            assertTrue("$number: $contrast", contrast >= 4.5f)
        }
    }

    @Test fun `initials of any name`() {
        assertEquals(listOf("PR", "P", "JM", "李", "😀", ""), listOf("Priya Rao", "Priya", "juan de la mota", "李", "😀", " ").map(::initials))
    }
}

/** A phone on which nothing happens. */
class QuietPhone : Phone {
    override val changes = MutableSharedFlow<Unit>()
    override val problems = MutableStateFlow(emptyList<String>())
    override var hintPutAway = false

    override fun ready() = Unit

    override fun mayAskToNotify() = false

    override fun askToNotify() = Unit

    override fun askedToNotify() = Unit

    override fun changed() = Unit

    override fun open(action: Action, draft: String) = Opened.NOTHING

    override fun copy(text: String) = Unit

    override fun paste(): String? = null

    override fun scratch() = "none"

    override fun discard(path: String) = Unit

    override suspend fun write(path: String, text: String) = Unit

    override suspend fun textOf(path: String): String? = null

    override suspend fun handOut(path: String, name: String) = Filed.CANCELLED

    override suspend fun takeIn(path: String) = Filed.CANCELLED
}
