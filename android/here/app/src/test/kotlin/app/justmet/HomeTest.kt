package app.justmet

import android.Manifest
import android.content.Intent
import androidx.compose.ui.test.assertTextContains
import androidx.compose.ui.test.hasScrollToIndexAction
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.performScrollToIndex
import app.justmet.core.FollowUpPhase
import app.justmet.core.JustMetException
import app.justmet.core.Verb
import app.justmet.domain.WakeReason
import app.justmet.platform.MainActivity
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf

/** What is due, then whom one met lately. */
@RunWith(RobolectricTestRunner::class)
class HomeTest : AppTest() {
    private fun home() {
        launch()
        tap("Back")
        see("Add someone")
    }

    private fun phase(id: String) = runBlocking { core.contact(id).followUp?.phase }

    @Test fun `nobody yet`() {
        home()
        see("Nobody yet. The next person you meet is one line away.")
        tap("Add someone")
        see(LINE_FIELD)
    }

    @Test fun `what is due comes first, is done, and can be taken back`() {
        val id = save(PRIYA).contact.id
        home()
        see("Nothing to do. Enjoy the talk.")
        clock.now += 24 * 3_600_000L
        rule.runOnUiThread { }
        tap("Add someone")
        tap("Back")
        see("Slides for Priya Rao")
        tap("Done")
        rule.waitUntil(15_000) { phase(id) == FollowUpPhase.ACTED }
        gone("Slides for Priya Rao")
        tap("Undo")
        see("Slides for Priya Rao")
        tap("Later")
        see("Put off until")
        rule.waitUntil(15_000) { phase(id) == FollowUpPhase.PLANNED }
        tap("Undo")
        see("Slides for Priya Rao")
        tap("Let go")
        rule.waitUntil(15_000) { phase(id) == FollowUpPhase.CLOSED }
    }

    @Test fun `Write leads to the message`() {
        save(PRIYA)
        clock.now += 24 * 3_600_000L
        home()
        tap("Write: WhatsApp")
        see("Message")
        see("The line as you entered it")
    }

    @Test fun `a hundred people come a page at a time, one call each`() {
        val first = listOf("Ana", "Ben", "Cleo", "Dora", "Emil", "Finn", "Gina", "Hugo", "Ida", "Jon", "Kai", "Lea")
        val last = listOf("Abel", "Boll", "Cruz", "Dahl", "Esch", "Falk", "Graf", "Hahn", "Iden", "Jung")
        for (one in first) {
            for (other in last) save("$one $other, $one.$other@fair.example")
        }
        recorder.calls.clear()
        home()
        see("Lea Jung")
        for (row in 40..120 step 5) {
            rule.waitUntil(15_000) { runCatching { rule.onNode(hasScrollToIndexAction()).performScrollToIndex(row) }.isSuccess }
        }
        see("Ana Abel")
        assertEquals(2, recorder.names.count { it == "page" })
        assertEquals(1, recorder.names.count { it == "home" })
    }

    @Test fun `a search finds, and carries over what it does not find`() {
        save(PRIYA)
        home()
        type("Search", "priy")
        see("Priya Rao · Acme")
        type("Search", "dana from globex")
        see("Add “dana from globex”")
        assertFalse(shows("Priya Rao · Acme"))
        tap("Add “dana from globex”")
        rule.onNode(hasSetTextAction()).assertTextContains("dana from globex")
        tap("Back")
        tap("Clear")
        see("Priya Rao · Acme")
    }

    @Test fun `where notifications are off a line says so, until it is put away for good`() {
        shadowOf(app).denyPermissions(Manifest.permission.POST_NOTIFICATIONS)
        shadowOf(app.getSystemService(android.app.NotificationManager::class.java)).setNotificationsEnabled(false)
        save(PRIYA)
        clock.now += 24 * 3_600_000L
        home()
        see("Notifications are off")
        see("Slides for Priya Rao")
        tap("Understood")
        gone("Notifications are off")
        runBlocking { app.reminders.reconcile(WakeReason.START) }
        rule.waitForIdle()
        assertFalse(shows("Notifications are off"))
        assertTrue(app.phone.hintPutAway)
    }

    @Test fun `leave to notify is asked for after the first save, with the reason`() {
        shadowOf(app).denyPermissions(Manifest.permission.POST_NOTIFICATIONS)
        launch()
        type(LINE_FIELD, PRIYA)
        assertFalse(shows("May JustMet remind you"))
        tap("Save")
        see("May JustMet remind you once about each person?")
        tap("Yes")
        gone("May JustMet remind you")
        assertFalse("once", app.phone.mayAskToNotify())
    }

    @Test fun `what cannot be read says why, and is read again`() {
        save(PRIYA)
        recorder.fail = { JustMetException.Busy("another program is holding the database; close it and try again").takeIf { _ -> it == "home" } }
        home()
        see("another program is holding the database")
        recorder.fail = { null }
        tap("Add someone")
        tap("Back")
        see("Priya Rao · Acme")
        assertFalse(shows("another program"))
    }

    @Test fun `what is done in the notification is seen on the screen`() {
        val saved = save(PRIYA)
        clock.now += 24 * 3_600_000L
        home()
        see("Slides for Priya Rao")
        runBlocking { core.act(saved.followUp!!.id, saved.followUp!!.generation, Verb.Done) }
        gone("Slides for Priya Rao")
    }

    @Test fun `a row leads to the person, and back`() {
        save(PRIYA)
        home()
        tap("Priya Rao · Acme")
        see("The line as you entered it")
        tap("Back")
        see("Recently met")
        launch(Intent(app, MainActivity::class.java)).close()
    }
}
