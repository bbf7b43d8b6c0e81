package app.justmet

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertIsFocused
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.assertTextContains
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performImeAction
import androidx.compose.ui.test.performTextReplacement
import app.justmet.core.JustMetException
import app.justmet.domain.ChannelKind
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** One line about the person who stands there. */
@RunWith(RobolectricTestRunner::class)
class CaptureTest : AppTest() {
    private fun field() = rule.onNode(hasSetTextAction())

    private fun people() = runBlocking { core.page(null).rows }

    @Test fun `a cold start makes one call before the field has the focus`() {
        launch()
        see(LINE_FIELD)
        rule.waitUntil(15_000) { "reconcile" in recorder.names }
        field().assertIsFocused()
        assertEquals(listOf("labels"), recorder.names.takeWhile { it != "eventToday" })
        rule.onNodeWithText("Save").assertIsNotEnabled()
    }

    @Test fun `a typed line shows its chips, outlives a rotation, is saved, and stands in the list`() {
        val scenario = launch()
        type(LINE_FIELD, PRIYA)
        see("Name, Priya Rao")
        see("Organisation, Acme")
        see("How to reach them, +1 514-555-0142, preferred")
        see("Promise, slides")
        see("Reminder, Tue 24 Nov 2026, 10:00")
        scenario.recreate()
        see("Organisation, Acme")
        field().assertTextContains("Priya Rao", substring = true)

        tap("Save")
        see("Saved: Priya Rao")
        see("Write on WhatsApp: they asked for it")
        field().assertIsFocused()

        tap("Back")
        see("Priya Rao · Acme")
        tap("Priya Rao · Acme")
        see("The line as you entered it")
        see("I owe: slides")
    }

    @Test fun `a save can be taken back for ten seconds, and the line comes back`() {
        launch()
        type(LINE_FIELD, PRIYA)
        see("Name, Priya Rao")
        field().performImeAction()
        tap("Undo")
        rule.waitUntil(15_000) { people().isEmpty() }
        see(PRIYA)

        tap("Save")
        see("Undo")
        rule.mainClock.advanceTimeBy(11_000)
        gone("Undo")
        assertEquals(1, people().size)
    }

    @Test fun `the next person can be typed while the last can be taken back`() {
        launch()
        type(LINE_FIELD, PRIYA)
        tap("Save")
        see("Undo")
        type(LINE_FIELD, "Tom Ode, tom@ode.example")
        see("Name, Tom Ode")
        tap("Undo")
        rule.waitUntil(15_000) { people().isEmpty() }
        field().assertTextContains("Tom Ode", substring = true)
    }

    @Test fun `a chip is confirmed, changed and dropped`() {
        launch()
        type(LINE_FIELD, PRIYA)
        tap("Name, Priya Rao")
        see("Change")
        rule.onAllNodes(hasSetTextAction())[1].let { node -> node.performTextReplacement("Priya Rau") }
        tap("Change")
        see("Name, Priya Rau")
        tap("Remove: Acme")
        gone("Organisation, Acme")
        tap("No reminder: Tue")
        see("Reminder, No reminder")
        tap("Reminder, No reminder")
        see("Reminder, Tue 24 Nov 2026, 10:00")
        tap("No reminder: Tue")
        see("Reminder, No reminder")
        tap("Save")
        see("Saved")
        val saved = people().single()
        assertEquals("Priya Rau", saved.name)
        assertEquals(null, saved.org)
        assertEquals(null, saved.followUp)
    }

    @Test fun `an unsure chip is hollow until it is tapped`() {
        launch()
        type(LINE_FIELD, "priya acme slides")
        rule.waitUntil(15_000) { "preview" in recorder.names }
        val unsure =
            SemanticsMatcher("unsure chip") { label(it).contains("not sure, tap to confirm") } and
                SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick)
        rule.waitUntil(15_000) { nodes(unsure).fetchSemanticsNodes().isNotEmpty() }
        val before = nodes(unsure).fetchSemanticsNodes().size
        val text = label(nodes(unsure).fetchSemanticsNodes().first())
        tap(text)
        rule.waitUntil(15_000) { nodes(unsure).fetchSemanticsNodes().size < before }
    }

    @Test fun `the event of today comes first for the next person, and can be dropped`() {
        save("Ana Lima, met at RustConf, ana@lima.example")
        launch()
        rule.waitUntil(15_000) { "eventToday" in recorder.names }
        type(LINE_FIELD, "Tom Ode, tom@ode.example")
        see("Met at, RustConf")
        tap("Remove: RustConf")
        gone("Met at, RustConf")
        type(LINE_FIELD, "Tom Ode, met at EuroRust, tom@ode.example")
        see("Met at, EuroRust")
        tap("Save")
        see("Saved")
        assertEquals("EuroRust", people().first().event)
        type(LINE_FIELD, "Eve Lin, eve@lin.example")
        see("Met at, EuroRust")
        tap("Save")
        rule.waitUntil(15_000) { people().size == 3 }
        assertEquals("EuroRust", people().first { it.name == "Eve Lin" }.event)
    }

    @Test fun `the phone is turned round to them, in their language, and the answer is theirs`() {
        launch()
        type(LINE_FIELD, "Jana Roth, Acme")
        tap("Ask them")
        see("How would you like to stay in touch?")
        assertFalse("nothing of mine is on it", shows("Jana"))
        tap("Deutsch")
        see("Wie bleiben wir am besten in Kontakt?")
        tap("WhatsApp")
        type("Nummer", "514 555 0142")
        tap("Erledigt")
        see("How to reach them, +1 514-555-0142, preferred")
        field().assertTextContains("Jana Roth, Acme, prefers WhatsApp 514 555 0142")
        tap("Save")
        see("Write on WhatsApp: they asked for it")
        val contact = runBlocking { core.contact(people().single().id) }
        assertEquals(ChannelKind.WHATS_APP, contact.addresses.single().channel)
        assertEquals("told you", contact.addresses.single().provenance)
    }

    @Test fun `what is on the clipboard is put after the line`() {
        app.phone.copy("priya@acme.example")
        launch()
        type(LINE_FIELD, "Priya Rao")
        tap("Paste")
        field().assertTextContains("Priya Rao, priya@acme.example")
    }

    @Test fun `a signature that is pasted is read and kept as one, also after a rotation`() {
        app.phone.copy("Priya Rao\nAcme Ltd.\nMobile: +1 514 555 0142")
        val scenario = launch()
        see(LINE_FIELD)
        tap("Paste")
        see("Organisation, Acme Ltd.")
        scenario.recreate()
        see("Organisation, Acme Ltd.")
        tap("Save")
        see("Saved: Priya Rao")
        assertEquals("card", runBlocking { core.contact(people().single().id) }.addresses.single().provenance)
        type(LINE_FIELD, "Tom Ode, tom@ode.example")
        tap("Save")
        see("Saved: Tom Ode")
        val tom = runBlocking { core.contact(people().first { it.name == "Tom Ode" }.id) }
        assertEquals("what is typed next was told", "told you", tom.addresses.single().provenance)
    }

    @Test fun `what cannot be saved stays, says why, and can be saved again`() {
        launch()
        type(LINE_FIELD, PRIYA)
        recorder.fail = { name -> JustMetException.Storage("the disk is full; free some space and try again").takeIf { name == "save" } }
        tap("Save")
        see("the disk is full")
        field().assertTextContains(PRIYA)
        recorder.fail = { null }
        tap("Save")
        see("Saved: Priya Rao")
        assertTrue(rule.onAllNodes(hasText("the disk is full", substring = true)).fetchSemanticsNodes().isEmpty())
    }
}
