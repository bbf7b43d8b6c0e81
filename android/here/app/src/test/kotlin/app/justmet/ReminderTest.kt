package app.justmet

import android.app.AlarmManager
import android.app.NotificationManager
import android.os.Looper
import androidx.test.core.app.ApplicationProvider
import app.justmet.core.FollowUpPhase
import app.justmet.domain.CaptureMode
import app.justmet.platform.DeviceClock
import app.justmet.platform.JustMetApp
import app.justmet.platform.MainActivity
import app.justmet.platform.service
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf

/** One reminder, by the alarm, the receiver, the real core, the notification and its buttons. */
@RunWith(RobolectricTestRunner::class)
class ReminderTest {
    private val app = ApplicationProvider.getApplicationContext<JustMetApp>()
    private var now = 1_795_476_600_000L
    private val notes = shadowOf(app.service<NotificationManager>())
    private val alarms = shadowOf(app.service<AlarmManager>())

    private fun until(what: String, true_: () -> Boolean) {
        val end = System.nanoTime() + 10_000_000_000
        while (!true_()) {
            shadowOf(Looper.getMainLooper()).idle()
            assertTrue("never happened: $what", System.nanoTime() < end)
            Thread.sleep(10)
        }
    }

    @Test fun `it comes once, opens the person, and Done ends it`() {
        app.clock = DeviceClock { now }
        val saved = runBlocking {
            app.core.save("Priya, Acme, prefers WhatsApp 514 555 0142, slides, Tue", CaptureMode.TYPED, emptyList())
                .also { app.reminders.reconcile() }
        }
        assertEquals(0, notes.size())
        val alarm = alarms.scheduledAlarms.single()
        assertTrue("a wake ahead, not the watchdog: ${alarm.triggerAtMs - now}", alarm.triggerAtMs - now > 3_600_000)

        now = alarm.triggerAtMs
        alarm.operation!!.send()
        until("the notification") { notes.size() == 1 }
        val note = notes.allNotifications.single()
        assertNotNull(notes.getNotification("fu/${saved.followUp!!.id}", 1))
        assertEquals(listOf("Write on WhatsApp", "Done", "Later", "Let go"), note.actions.map { it.title.toString() })

        note.actions[0].actionIntent.send()
        shadowOf(Looper.getMainLooper()).idle()
        val opened = shadowOf(app).nextStartedActivity
        assertEquals(MainActivity::class.java.name, opened.component?.className)
        assertEquals(saved.contact.id, opened.getStringExtra("contact"))

        note.actions[1].actionIntent.send()
        until("the notification goes") { notes.size() == 0 }
        runBlocking {
            assertEquals(FollowUpPhase.ACTED, app.core.contact(saved.contact.id).followUp?.phase)
            now += 86_400_000
            assertTrue(app.reminders.reconcile().show.isEmpty())
        }
        assertEquals(0, notes.size())
    }
}
