package app.justmet

import android.app.AlarmManager
import android.app.Instrumentation
import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.content.Intent
import android.provider.Settings
import app.justmet.core.FollowUpPhase
import app.justmet.core.JustMetException
import app.justmet.core.Plan
import app.justmet.core.Verb
import app.justmet.domain.WakeReason
import app.justmet.platform.Installation
import app.justmet.platform.MainActivity
import app.justmet.platform.SentinelJob
import app.justmet.platform.WakeReceiver
import app.justmet.platform.service
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadow.api.Shadow
import java.util.Locale

/** One reminder, by the alarm, the receiver, the real core, the notification and its buttons. */
@RunWith(RobolectricTestRunner::class)
class ReminderTest : AppTest() {
    private val service = app.service<NotificationManager>()
    private val notes = shadowOf(service)
    private val alarms = shadowOf(app.service<AlarmManager>())
    private val language = Locale.getDefault()

    @After fun speakAsBefore() = Locale.setDefault(language)

    private fun alarm() = alarms.scheduledAlarms.single()

    private fun reconcile(reason: WakeReason = WakeReason.START): Plan = runBlocking { app.reminders.reconcile(reason) }

    private fun phase(contact: String) = runBlocking { core.contact(contact).followUp?.phase }

    /** Time comes to the alarm, and it fires. */
    private fun fire() {
        val due = alarm()
        clock.now = maxOf(clock.now, due.triggerAtMs)
        val before = recorder.names.count { it == "reconcile" }
        due.operation!!.send()
        until("the receiver asks the core") { recorder.names.count { it == "reconcile" } > before }
    }

    private fun broadcast(action: String) {
        val before = recorder.names.count { it == "reconcile" }
        app.sendBroadcast(Intent(action).setPackage(app.packageName))
        until("$action is heard") { recorder.names.count { it == "reconcile" } > before }
        reconcile() // waits for the one that runs
    }

    private fun note(): Notification = notes.allNotifications.single()

    private fun shown(): String {
        val id = save(PRIYA).contact.id
        reconcile()
        fire()
        until("the notification, noted") { notes.size() == 1 && phase(id) == FollowUpPhase.DELIVERED }
        return id
    }

    private fun Notification.tap(label: String) = actions.first { it.title.toString() == label }.actionIntent.send()

    @Test fun `from the line to Done`() {
        launch()
        type(LINE_FIELD, PRIYA)
        see("Name, Priya Rao")
        tap("Save")
        see("Saved: Priya Rao")
        until("the alarm") { alarms.scheduledAlarms.size == 1 && alarm().triggerAtMs - clock.now > 3_600_000 }
        assertTrue(alarm().isAllowWhileIdle)
        assertEquals(0, notes.size())
        close()

        fire()
        until("the notification") { notes.size() == 1 }
        assertEquals("Slides for Priya Rao", note().extras.getString(Notification.EXTRA_TITLE))
        assertEquals(listOf("Write on WhatsApp", "Done", "Later", "Let go"), note().actions.map { it.title.toString() })

        note().tap("Write on WhatsApp")
        val opened = shadowOf(app).nextStartedActivity
        assertEquals(MainActivity::class.java.name, opened.component?.className)
        launch(opened)
        see("Priya Rao")
        see("Message")
        see("Write: WhatsApp")

        note().tap("Done")
        until("it goes") { notes.size() == 0 }
        val id = runBlocking { core.page(null).rows.single().id }
        assertEquals(FollowUpPhase.ACTED, phase(id))
        repeat(3) {
            clock.now += 86_400_000
            assertTrue(reconcile().show.isEmpty())
        }
        assertEquals(0, notes.size())
    }

    @Test fun `tapped while the app is open it leads to the person`() {
        shown()
        note().contentIntent.send()
        val opened = shadowOf(app).nextStartedActivity
        launch()
        see(LINE_FIELD)
        current!!.onActivity { Instrumentation().callActivityOnNewIntent(it, opened) }
        see("The line as you entered it")
        assertFalse("read, not written to", shows("Write: WhatsApp"))
    }

    @Test fun `a second alarm for the same one shows nothing`() {
        val id = shown()
        assertEquals(FollowUpPhase.DELIVERED, phase(id))
        service.cancelAll()
        repeat(3) {
            clock.now += 3_600_000
            assertTrue(reconcile(WakeReason.ALARM).show.isEmpty())
        }
        val again = Intent(app, WakeReceiver::class.java)
        val before = recorder.names.count { it == "reconcile" }
        PendingIntent.getBroadcast(app, 0, again, PendingIntent.FLAG_IMMUTABLE).send()
        until("the receiver asks the core") { recorder.names.count { it == "reconcile" } > before }
        reconcile()
        assertEquals(0, notes.size())
    }

    @Test fun `Later moves it, and it comes once more`() {
        val id = shown()
        note().tap("Later")
        until("it goes") { notes.size() == 0 && phase(id) == FollowUpPhase.PLANNED }
        reconcile()
        assertTrue(alarm().triggerAtMs > clock.now + 3_600_000)
        fire()
        until("it comes again") { notes.size() == 1 }
    }

    @Test fun `a tap on what was handled before changes nothing`() {
        val id = shown()
        val old = note()
        old.tap("Later")
        until("put off") { notes.size() == 0 && phase(id) == FollowUpPhase.PLANNED }
        val before = recorder.names.count { it == "act" }
        old.tap("Done")
        until("asked") { recorder.names.count { it == "act" } > before }
        reconcile()
        assertEquals(FollowUpPhase.PLANNED, phase(id))
    }

    @Test fun `Let go ends it`() {
        val id = shown()
        note().tap("Let go")
        until("it goes") { notes.size() == 0 }
        assertEquals(FollowUpPhase.CLOSED, phase(id))
    }

    @Test fun `whatever the system loses or moves is armed again`() {
        save(PRIYA)
        reconcile()
        val due = alarm().triggerAtMs
        for (action in listOf(
            Intent.ACTION_BOOT_COMPLETED, Intent.ACTION_MY_PACKAGE_REPLACED, Intent.ACTION_TIME_CHANGED,
            Intent.ACTION_TIMEZONE_CHANGED, Intent.ACTION_LOCALE_CHANGED,
        )) {
            app.service<AlarmManager>().cancel(alarm().operation!!)
            assertEquals(0, alarms.scheduledAlarms.size)
            broadcast(action)
            assertEquals(action, due, alarm().triggerAtMs)
        }
        val heard = recorder.reasons.flatten().toSet() - WakeReason.START
        val expected = setOf(
            WakeReason.BOOT, WakeReason.UPDATED, WakeReason.CLOCK_SET, WakeReason.ZONE_CHANGED, WakeReason.LOCALE_CHANGED,
        )
        assertEquals(expected, heard)
    }

    @Test fun `ten o'clock is where the person is, and comes when the clock says so`() {
        val id = save(PRIYA).contact.id
        reconcile()
        val due = alarm().triggerAtMs
        clock.zone = "America/Vancouver"
        broadcast(Intent.ACTION_TIMEZONE_CHANGED)
        assertEquals("three hours later", due + 3 * 3_600_000L, alarm().triggerAtMs)

        clock.now = due + 4 * 3_600_000L
        broadcast(Intent.ACTION_TIME_CHANGED)
        until("set forward past it, it is due") { notes.size() == 1 && phase(id) == FollowUpPhase.DELIVERED }
        clock.now = EVENING
        broadcast(Intent.ACTION_TIME_CHANGED)
        assertTrue("set back, it does not come again", reconcile(WakeReason.ALARM).show.isEmpty())
    }

    @Test fun `after a reboot what was on show is there again without a sound, but not what was swiped away`() {
        val id = shown()
        reboot()
        assertEquals("put back", 1, notes.size())
        assertEquals("silently", Notification.GROUP_ALERT_SUMMARY, note().groupAlertBehavior)

        val swiped = note()
        service.cancelAll()
        swiped.deleteIntent.send()
        until("noted") { ledger(id).last() == "The notification was swiped away." }
        reboot()
        assertEquals("it was seen", 0, notes.size())
        assertEquals("still in the inbox", 1, runBlocking { core.home().inbox.size })
    }

    private fun ledger(contact: String) = runBlocking { core.ledger(contact).map { it.text } }

    /** The system forgets alarms and notifications, and starts the app once it is unlocked. */
    private fun reboot() {
        newProcess()
        service.cancelAll()
        alarms.scheduledAlarms.forEach { app.service<AlarmManager>().cancel(it.operation!!) }
        boots += 1
        Settings.Global.putString(app.contentResolver, Settings.Global.BOOT_COUNT, "$boots")
        broadcast(Intent.ACTION_BOOT_COMPLETED)
    }

    private var boots = 1

    @Test fun `a process that dies between showing and noting it shows it in the same place`() {
        val id = save(PRIYA).contact.id
        reconcile()
        recorder.fail = { name -> JustMetException.Busy("gone").takeIf { name == "acknowledge" } }
        fire()
        until("the notification") { notes.size() == 1 }
        assertEquals(FollowUpPhase.PLANNED, phase(id))
        until("it is come back to") { alarm().triggerAtMs <= clock.now + COME_BACK }

        newProcess()
        recorder.fail = { null }
        assertTrue("it is on show: no second sound", reconcile().show.isEmpty())
        assertEquals(1, notes.size())
        assertEquals(FollowUpPhase.DELIVERED, phase(id))
    }

    @Test fun `a core that cannot answer is asked again in a quarter of an hour`() {
        save(PRIYA)
        reconcile()
        recorder.fail = { name -> JustMetException.Busy("locked").takeIf { name == "reconcile" } }
        val due = alarm()
        clock.now = due.triggerAtMs
        due.operation!!.send()
        until("asked") { recorder.names.count { it == "reconcile" } == 2 }
        until("armed") { alarm().triggerAtMs == clock.now + COME_BACK }
        assertEquals(0, notes.size())
        recorder.fail = { null }
        fire()
        until("the notification") { notes.size() == 1 }
    }

    @Test fun `the daily job finds what the alarm lost`() {
        val pending = app.service<JobScheduler>().allPendingJobs.single()
        assertEquals(24 * 3_600_000L, pending.intervalMillis)
        assertTrue(pending.isPersisted)
        SentinelJob.schedule(app)
        assertEquals(1, app.service<JobScheduler>().allPendingJobs.size)

        save(PRIYA)
        clock.now += 24 * 3_600_000L
        val job = Robolectric.buildService(SentinelJob::class.java).create().get()
        assertTrue(job.onStartJob(Shadow.newInstanceOf(JobParameters::class.java)))
        until("the notification") { notes.size() == 1 }
        assertTrue(job.onStopJob(Shadow.newInstanceOf(JobParameters::class.java)))
    }

    @Test fun `many at once make one sound`() {
        for (name in listOf("Ana Abel", "Ben Boll", "Cleo Cruz", "Dora Dahl", "Emil Esch", "Finn Falk")) {
            save("$name, ${name.lowercase().replace(' ', '.')}@fair.example, follow up Tuesday")
        }
        reconcile()
        fire()
        until("the digest") { service.activeNotifications.any { it.tag == "digest" } }
        reconcile()
        val (digest, singles) = service.activeNotifications.partition { it.tag == "digest" }
        assertEquals(Notification.GROUP_ALERT_ALL, digest.single().notification.groupAlertBehavior)
        assertTrue(singles.all { it.notification.groupAlertBehavior == Notification.GROUP_ALERT_SUMMARY })
        assertEquals(1, (singles + digest).map { it.notification.group }.toSet().size)
        assertTrue(digest.single().notification.extras.getCharSequenceArray(Notification.EXTRA_TEXT_LINES)!!.size in 2..7)

        repeat(2) { assertTrue(reconcile().show.isEmpty()) }
        digest.single().notification.deleteIntent.send()
        digest.single().notification.contentIntent.send()
        assertEquals(MainActivity::class.java.name, shadowOf(app).nextStartedActivity.component?.className)
        runBlocking { core.home().inbox.forEach { core.act(it.followUp.id, it.followUp.generation, Verb.Done) } }
        reconcile(WakeReason.CHANGED)
        assertEquals(emptyList<String>(), service.activeNotifications.map { it.tag })
    }

    @Test fun `where notifications are not permitted, or their channel is off, nothing is shown and the screens are told`() {
        notes.setNotificationsEnabled(false)
        save(PRIYA)
        clock.now += 24 * 3_600_000L
        assertTrue(reconcile().show.isEmpty())
        assertEquals(0, notes.size())
        assertTrue(app.phone.problems.value.single().startsWith("Notifications are off"))

        notes.setNotificationsEnabled(true)
        service.createNotificationChannel(NotificationChannel("follow-up", "x", NotificationManager.IMPORTANCE_NONE))
        service.getNotificationChannel("follow-up").importance = NotificationManager.IMPORTANCE_NONE
        assertTrue(reconcile(WakeReason.PERMISSION_CHANGED).show.isEmpty())
        assertEquals(0, notes.size())
        assertEquals(1, app.phone.problems.value.size)
    }

    @Test fun `in another language it is drawn anew, without a sound`() {
        shown()
        Locale.setDefault(Locale.GERMANY)
        broadcast(Intent.ACTION_LOCALE_CHANGED)
        until("German") { notes.size() == 1 && note().actions[1].title.toString() == "Erledigt" }
        assertEquals(Notification.GROUP_ALERT_SUMMARY, note().groupAlertBehavior)
    }

    @Test fun `a locked screen tells nothing of anybody`() {
        shown()
        assertEquals(Notification.VISIBILITY_PRIVATE, note().visibility)
        val open = note().publicVersion.extras
        assertEquals("A follow-up is waiting", open.getString(Notification.EXTRA_TITLE))
        assertFalse(open.keySet().any { open.get(it).toString().contains("Priya") })
    }

    @Test fun `seen in the inbox, it needs no notification`() {
        val id = save(PRIYA).contact.id
        clock.now += 24 * 3_600_000L
        launch()
        tap("Back")
        see("Slides for Priya Rao")
        until("noted") { phase(id) == FollowUpPhase.DELIVERED }
        assertTrue(reconcile(WakeReason.ALARM).show.isEmpty())
    }

    @Test fun `an installation has one name, where no backup reaches`() {
        val id = Installation(app).device().install
        assertEquals(id, Installation(app).device().install)
        assertEquals(id, app.noBackupFilesDir.resolve("installation").readText())
        assertNotNull(Installation(app).device().uptimeMs)
        assertNull(shadowOf(app).nextStartedActivity)
    }

    private companion object {
        const val COME_BACK = 15 * 60 * 1000L
    }
}
