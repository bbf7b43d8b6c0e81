package app.justmet

import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import app.justmet.core.MessageOutcome
import app.justmet.domain.ChannelKind
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.time.LocalDate
import java.time.format.DateTimeFormatter
import java.time.format.FormatStyle
import java.util.Locale

/** The name in messages, the days without a reminder, the offer to forget. */
@RunWith(RobolectricTestRunner::class)
class SettingsTest : AppTest() {
    private fun settings() = runBlocking { core.settings() }

    private fun open() {
        launch()
        tap("Back")
        tap("More")
        tap("Settings")
        see("Weekend")
    }

    @Test fun `my name is kept`() {
        open()
        type("Your name in messages", "Ana Roy")
        tap("Save")
        until("kept") { runBlocking { core.myName() } == "Ana Roy" }
        tap("Back")
        tap("More")
        tap("Settings")
        see("Ana Roy")
    }

    @Test fun `another weekend, and that of the region again`() {
        open()
        tap("Sunday")
        tap("Friday")
        until("two days") { settings().weekend?.size == 2 }
        assertArrayEquals(byteArrayOf(4, 6), settings().weekend)
        tap("Friday")
        tap("Sunday")
        until("none is that of the region") { settings().weekend == null }
        tap("Monday")
        until("one day") { settings().weekend != null }
        tap("The usual weekend of the region")
        until("that of the region") { settings().weekend == null }
    }

    @Test fun `all seven days are no weekend`() {
        open()
        for (day in listOf("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")) tap(day)
        see("is no weekend")
        assertEquals(6, settings().weekend?.size)
    }

    @Test fun `a day off is added and removed`() {
        open()
        tap("Add", 0)
        val date = LocalDate.now().plusDays(1)
        val pages = if (date.month == LocalDate.now().month) 0 else 1
        repeat(pages) { tap("next month") }
        tap(date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.US)))
        tap("Add", nodes(hasText("Add") and hasClickAction()).fetchSemanticsNodes().lastIndex)
        until("kept") { settings().holidays == listOf("$date") }
        tap("Remove: ")
        until("removed") { settings().holidays.isEmpty() }
    }

    @Test fun `what was learned is shown, and forgotten`() {
        val id = save(PRIYA).contact.id
        runBlocking {
            core.recordOutcome(id, ChannelKind.WHATS_APP, MessageOutcome.SENT, null, null)
            core.recordOutcome(id, ChannelKind.WHATS_APP, MessageOutcome.REPLIED, null, null)
        }
        open()
        tap("Forget what was learned")
        see("Nothing learned yet")
        assertTrue(runBlocking { core.learned().rates.isEmpty() })
    }

    @Test fun `people who were never followed up are offered once, to be kept or forgotten`() {
        save("Tom Ode, tom@ode.example, no reminder")
        save("Ana Lima, ana@lima.example, no reminder")
        open()
        assertNull("off at first", settings().offerDeletionAfterMonths)
        tap("After 12 months")
        until("set") { settings().offerDeletionAfterMonths?.toInt() == 12 }
        close()
        clock.now += 400L * 24 * 3_600_000
        launch()
        tap("Back")
        see("2 people were never followed up.")
        tap("Look at them")
        see("Tom Ode")
        tap("Forget")
        see("Forgotten.")
        tap("Undo")
        see("2 people")
        tap("Keep")
        see("One person")
        tap("Keep all")
        see("Nobody here.")
        tap("Back")
        see("Recently met")
        assertTrue("said once", !shows("never followed up"))
        assertEquals(2, runBlocking { core.page(null).rows.size })
    }

    @Test fun `the offer can be put away unseen`() {
        save("Tom Ode, tom@ode.example, no reminder")
        runBlocking { core.setSettings(settings().copy(offerDeletionAfterMonths = 6u)) }
        clock.now += 400L * 24 * 3_600_000
        launch()
        tap("Back")
        see("One person was never followed up.")
        tap("Not now")
        gone("One person was never followed up.")
    }
}
