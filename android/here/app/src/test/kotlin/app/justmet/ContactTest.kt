package app.justmet

import android.content.Intent
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import app.justmet.core.FollowUpPhase
import app.justmet.core.MessageOutcome
import app.justmet.domain.ChannelKind
import app.justmet.domain.Language
import app.justmet.platform.MainActivity
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf

/** One person: where to write and why, the message, and what is kept. */
@RunWith(RobolectricTestRunner::class)
class ContactTest : AppTest() {
    private fun show(line: String): String {
        val id = save(line).contact.id
        launch(Intent(app, MainActivity::class.java).putExtra(MainActivity.CONTACT, id))
        see("The line as you entered it")
        return id
    }

    private fun contact(id: String) = runBlocking { core.contact(id) }

    @Test fun `everything kept about a person, in one call`() {
        recorder.calls.clear()
        show("$PRIYA, priya@acme.example, telegram @priyarao, met at RustConf")
        assertEquals(1, recorder.names.count { it == "contact" })
        see("Met at RustConf on Mon 23 Nov 2026")
        see("I owe: slides")
        see("Write on WhatsApp: they asked for it")
        see("Next best: email")
        see("told you")
        tap("Why not the others")
        see("Not ")
    }

    @Test fun `it is written, opened, asked about once, and done`() {
        val id = show(PRIYA)
        tap("Write on WhatsApp")
        see("Message")
        val draft = rule.onAllNodes(hasSetTextAction())[0]
        type("Message", "Hi Priya, here are the slides.")
        see("30")
        tap("Write: WhatsApp")
        until("WhatsApp opens") { shadowOf(app).peekNextStartedActivity() != null }
        val opened = shadowOf(app).nextStartedActivity
        assertEquals(Intent.ACTION_VIEW, opened.action)
        assertTrue(opened.dataString!!, opened.dataString!!.startsWith("https://wa.me/15145550142?text=Hi%20Priya"))
        draft.assertExists()

        see("Sent on WhatsApp?")
        tap("Not yet")
        gone("Sent on WhatsApp?")
        see("Hi Priya, here are the slides.")
        tap("Write: WhatsApp")
        see("Sent on WhatsApp?")
        tap("Yes")
        rule.waitUntil(15_000) { contact(id).followUp?.phase == FollowUpPhase.ACTED }
        gone("Sent on WhatsApp?")
        tap("Undo")
        rule.waitUntil(15_000) { contact(id).followUp?.phase == FollowUpPhase.PLANNED }
    }

    @Test fun `what speaks against a message is said, and it goes out for a reason only`() {
        clock.now += 5 * 3_600_000 // the middle of the night
        val id = show(PRIYA)
        tap("Write on WhatsApp")
        see("Message")
        tap("Write: WhatsApp")
        see("Why all the same?")
        assertNull(shadowOf(app).peekNextStartedActivity())
        type("Why all the same?", "they asked me to, tonight")
        tap("Send anyway")
        until("WhatsApp opens") { shadowOf(app).peekNextStartedActivity() != null }
        see("Sent on WhatsApp?")
        assertEquals("they asked me to, tonight", contact(id).messages.single().reason)
    }

    @Test fun `the message is written in another language, which is kept, unless it was changed by hand`() {
        val id = show(PRIYA)
        tap("Write on WhatsApp")
        tap("Language: English")
        tap("Deutsch")
        see("Hallo Priya,")
        tap("Close")
        tap("Write on WhatsApp")
        see("Language: Deutsch")
        type("Message", "Hallo Priya, hier sind die Folien.")
        gone("Language: Deutsch")
        assertEquals(Language.DE, runBlocking { core.message(id, null, null) }.language)
    }

    @Test fun `a half-written message comes back after a rotation`() {
        val id = save(PRIYA).contact.id
        val scenario = launch(Intent(app, MainActivity::class.java).putExtra(MainActivity.CONTACT, id))
        tap("Write on WhatsApp")
        type("Message", "Hi Priya, half a sent")
        scenario.recreate()
        see("Hi Priya, half a sent")
    }

    @Test fun `what they wish is changed, also with hours, and taken back`() {
        val id = show("$PRIYA, priya@acme.example")
        tap("What they wish")
        tap("They prefer it") // the first is that of email
        rule.waitUntil(15_000) { contact(id).wishes.any { it.channel == ChannelKind.EMAIL } }
        see("email · told you · preferred")
        type("Hours", "18-21")
        tap("Change")
        rule.waitUntil(15_000) { contact(id).wishes.any { it.channel == ChannelKind.EMAIL && it.hours == "18:00–21:00" } }
        see("email · told you · preferred · 18:00–21:00")
        tap("They prefer it")
        rule.waitUntil(15_000) { contact(id).wishes.none { it.channel == ChannelKind.EMAIL && it.holds } }
        gone("email · told you · preferred")
        type("Hours", "after 18h")
        tap("Change")
        rule.waitUntil(15_000) { contact(id).wishes.any { it.channel == ChannelKind.EMAIL && it.holds && it.stance == null } }
        see("email · told you · after 18:00")
    }

    @Test fun `hours that the line names are seen before it is saved and on their screen`() {
        launch()
        type(LINE_FIELD, "Ana Roy, prefers WhatsApp +1 514 555 0142 after 18h")
        see("Hours, after 18:00")
        tap("Remove: after 18:00")
        gone("Hours, after 18:00")
        type(LINE_FIELD, "Ana Roy, prefers WhatsApp +1 514 555 0142 mornings")
        see("Hours, 08:00–12:00")
        tap("Hours, 08:00–12:00")
        type("Hours", "before 11h")
        tap("Change")
        see("Hours, before 11:00")
        tap("Save")
        see("Saved: Ana Roy")
        tap("Back")
        tap("Ana Roy")
        see("WhatsApp · told you · preferred · before 11:00")
        see("Hours they named: before 11:00")
    }

    @Test fun `what was written elsewhere is noted, what was answered, and what became of the reminder is told`() {
        val id = show(PRIYA)
        tap("What became of the reminder")
        see("Planned for Tue 24 Nov 2026, 10:00.")
        tap("More")
        tap("I already got in touch (WhatsApp)")
        see("Noted: written on WhatsApp. The reminder is over.")
        see("Mon 23 Nov 2026, 18:30 · Done.")
        assertEquals(FollowUpPhase.ACTED, contact(id).followUp?.phase)
        tap("Undo")
        rule.waitUntil(15_000) { contact(id).followUp?.phase == FollowUpPhase.PLANNED }
        see("The last action was taken back.")
        tap("What became of the reminder")
        gone("Planned for")
        tap("More")
        tap("They answered (WhatsApp)")
        see("Noted: they answered on WhatsApp.")
        tap("More")
        tap("They asked not to be written to")
        see("Noted: they are left in peace.")
        rule.waitUntil(15_000) { contact(id).suggestion.channel == null }
        assertEquals(FollowUpPhase.CLOSED, contact(id).followUp?.phase)
    }

    @Test fun `not this one`() {
        val id = show(PRIYA)
        tap("What they wish")
        tap("Not this one")
        rule.waitUntil(15_000) { contact(id).suggestion.channel == null }
        see("There is no way to write to them yet")
    }

    @Test fun `hours that are none are an error in words`() {
        show(PRIYA)
        tap("What they wish")
        type("Hours", "the hour of the wolf")
        tap("Change")
        see("the hour of the wolf")
    }

    @Test fun `what they answer is kept with its address, and what is none stays to be mended`() {
        val id = show("Tom Ode, Acme, tom@ode.example")
        tap("Ask them")
        see("How would you like to stay in touch?")
        tap("WhatsApp")
        type("Number", "my cousin knows")
        tap("Done")
        see("cannot be an address on WhatsApp")
        type("Number", "514 555 0177")
        tap("Done")
        see("Write on WhatsApp: they asked for it")
        val address = contact(id).addresses.first { it.channel == ChannelKind.WHATS_APP }
        assertEquals("+1 514-555-0177" to "told you", address.display to address.provenance)
    }

    @Test fun `forgotten, and brought back while there is time`() {
        val id = show(PRIYA)
        tap("More")
        tap("Forget")
        see("Forgotten.")
        assertFalse(shows("The line as you entered it"))
        tap("Undo")
        see("The line as you entered it")
        assertEquals("Priya Rao", contact(id).name)
        tap("More")
        tap("Forget")
        see("Forgotten.")
        rule.mainClock.advanceTimeBy(11_000)
        see("Nobody yet.")
        assertTrue(runBlocking { core.page(null).rows.isEmpty() })
    }

    @Test fun `a tap on an address writes there`() {
        show("$PRIYA, priya@acme.example")
        tap("priya@acme.example")
        see("Subject")
        see("Write: email")
    }

    @Test fun `no answer for long may rest, or was one after all`() {
        val id = show(PRIYA)
        runBlocking { core.recordOutcome(id, ChannelKind.WHATS_APP, MessageOutcome.SENT, null, null) }
        clock.now += 15 * 24 * 3_600_000L
        close()
        launch(Intent(app, MainActivity::class.java).putExtra(MainActivity.CONTACT, id))
        see("let it rest?")
        tap("They answered")
        see("Noted: they answered on WhatsApp.")
        assertTrue(contact(id).messages.single().text.contains("answered"))
        tap("Undo")
        see("let it rest?")
        tap("Let it rest")
        see("It rests. You did your part.")
    }

    @Test fun `ask them`() {
        val id = show("Tom Ode, Acme, tom@ode.example")
        tap("What they wish")
        tap("Ask them")
        see("How would you like to stay in touch?")
        assertFalse(shows("Tom Ode"))
        tap("More")
        tap("Signal")
        tap("Done")
        rule.waitUntil(15_000) { contact(id).wishes.any { it.channel == ChannelKind.SIGNAL } }
    }

    @Test fun `a promise is kept, and a follow-up is put off`() {
        val id = show(PRIYA)
        tap("I owe: slides")
        rule.waitUntil(15_000) { contact(id).promises.single().kept }
        tap("Later")
        tap("In three days")
        see("Put off until Thu 26 Nov 2026")
        tap("Undo")
        gone("Put off until")
    }

    @Test fun `where no app opens the link the text is on the clipboard`() {
        show(PRIYA)
        tap("Write on WhatsApp")
        type("Message", "Hi Priya, here are the slides.")
        shadowOf(app).checkActivities(true) // nothing is installed here
        tap("Write: WhatsApp")
        see("No app here opens that")
        assertEquals("Hi Priya, here are the slides.", app.phone.paste())
    }

    @Test fun `an address can be copied`() {
        show("Tom Ode, tom@ode.example")
        tap("Copy: tom@ode.example")
        see("Copied")
        assertEquals("tom@ode.example", app.phone.paste())
    }

    @Test fun `somebody who was forgotten meanwhile`() {
        val id = save(PRIYA).contact.id
        runBlocking { core.forgetNow(id) }
        launch(Intent(app, MainActivity::class.java).putExtra(MainActivity.CONTACT, id))
        see("this person is not kept here (any more)")
    }
}
