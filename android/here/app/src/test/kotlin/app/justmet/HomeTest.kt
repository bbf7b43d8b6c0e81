package app.justmet

import android.Manifest
import android.content.Intent
import android.content.pm.PackageManager
import androidx.compose.ui.test.assertTextContains
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasScrollToIndexAction
import androidx.compose.ui.test.hasScrollToNodeAction
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.performScrollToIndex
import androidx.compose.ui.test.performScrollToNode
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
        see("Tomorrow")
        tap("In three days")
        see("Put off until Fri 27 Nov 2026, 10:00")
        rule.waitUntil(15_000) { phase(id) == FollowUpPhase.PLANNED }
        tap("Undo")
        see("Slides for Priya Rao")
        tap("Let go")
        rule.waitUntil(15_000) { phase(id) == FollowUpPhase.CLOSED }
    }

    @Test fun `it is put off to a day of one's own`() {
        val id = save(PRIYA).contact.id
        clock.now += 24 * 3_600_000L
        home()
        tap("Later")
        see("Tomorrow")
        tap("Close")
        gone("Tomorrow")
        tap("Later")
        tap("Another day")
        tap("November 30, 2026")
        tap("Later", nodes(hasText("Later") and hasClickAction()).fetchSemanticsNodes().lastIndex)
        see("Put off until Mon 30 Nov 2026, 10:00")
        rule.waitUntil(15_000) { phase(id) == FollowUpPhase.PLANNED }
    }

    @Test fun `more than a screenful is one tap away`() {
        for (name in listOf("Ana Abel", "Ben Boll", "Cleo Cruz", "Dora Dahl", "Emil Esch", "Finn Falk", "Gina Graf", "Hugo Hahn")) {
            save("$name, ${name.lowercase().replace(' ', '.')}@fair.example, follow up Tuesday")
        }
        clock.now += 24 * 3_600_000L
        home()
        scrollTo("2 more")
        tap("2 more")
        scrollTo("Say hello to Hugo Hahn")
    }

    private fun scrollTo(text: String) {
        rule.waitUntil(15_000) {
            runCatching { rule.onNode(hasScrollToNodeAction()).performScrollToNode(hasText(text, substring = true)) }.isSuccess
        }
    }

    @Test fun `those met at one event stand together, with how many they are`() {
        save("Eve Lin, eve@lin.example")
        clock.now += 60_000
        save("Ana Lima, met at RustConf, ana@lima.example")
        clock.now += 60_000
        save("Tom Ode, met at RustConf, tom@ode.example")
        home()
        see("RustConf · 2 people")
        see("Without an event · 1 person")
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
        type("Search", "555 01")
        see("+1 514-555-0142") // where it was found: the row does not show it
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
        current!!.onActivity { activity ->
            val asked = shadowOf(activity).lastRequestedPermission
            assertEquals(listOf(Manifest.permission.POST_NOTIFICATIONS), asked.requestedPermissions.toList())
            activity.onRequestPermissionsResult(asked.requestCode, asked.requestedPermissions, intArrayOf(PackageManager.PERMISSION_GRANTED))
        }
        rule.waitUntil(15_000) { recorder.reasons.any { WakeReason.PERMISSION_CHANGED in it } }
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
