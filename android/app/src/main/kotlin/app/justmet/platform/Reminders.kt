package app.justmet.platform

import android.app.AlarmManager
import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.net.Uri
import app.justmet.R
import app.justmet.core.Device
import app.justmet.core.JustMet
import app.justmet.core.OsView
import app.justmet.core.Plan
import app.justmet.core.Reminder
import app.justmet.core.Slot
import app.justmet.core.Step
import app.justmet.domain.Permission
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** Tells the core what the system holds and carries out the plan it gives back. Decides nothing. */
class Reminders(private val context: Context, private val core: () -> JustMet) {
    private val notes = context.service<NotificationManager>()
    private val alarms = context.service<AlarmManager>()
    private val one = Mutex()

    suspend fun reconcile(): Plan = one.withLock {
        // First of all, so that a process that dies half-way is woken again.
        arm(context.justMet.clock.nowMs() + WATCHDOG_MS)
        notes.createNotificationChannel(
            NotificationChannel(CHANNEL, core().say("shell-reminder-channel"), NotificationManager.IMPORTANCE_DEFAULT),
        )
        val plan = core().reconcile(
            OsView.Android(showing(), emptyList(), permission(), false, emptyList(), Device("", null, null)),
        )
        (plan.cancel + plan.dismiss).forEach { notes.cancel(it, NOTE) }
        plan.show.forEach { reminder ->
            notes.notify(reminder.identifier, NOTE, draw(reminder))
            core().acknowledge(Step.Shown(listOf(Slot(reminder.identifier, reminder.followUp.generation))))
        }
        when (val wake = plan.wakeAtMs) {
            null -> alarms.cancel(wakeIntent())
            else -> arm(wake)
        }
        plan
    }

    private fun showing(): List<Slot> = notes.activeNotifications.filter { it.tag?.startsWith(TAG) == true }.map {
        Slot(it.tag, it.notification.extras.getInt(GENERATION).toUInt())
    }

    private fun permission(): Permission = when {
        !notes.areNotificationsEnabled() -> Permission.DENIED
        notes.getNotificationChannel(CHANNEL)?.importance == NotificationManager.IMPORTANCE_NONE -> Permission.CHANNEL_OFF
        else -> Permission.GRANTED
    }

    /** Inexact on purpose: it needs no permission, and ten o'clock is not a train. */
    private fun arm(atMs: Long) = alarms.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, atMs, wakeIntent())

    private fun wakeIntent() = PendingIntent.getBroadcast(context, 0, Intent(context, WakeReceiver::class.java), FLAGS)

    private fun draw(reminder: Reminder): Notification {
        val card = reminder.followUp
        // Identity goes into the data: extras do not tell two pending intents apart.
        fun at(verb: String) = Uri.parse("justmet://follow-up/${card.id}/${card.generation}/$verb")
        fun open(verb: String) = PendingIntent.getActivity(
            context, 0, Intent(context, MainActivity::class.java).setData(at(verb)).putExtra(CONTACT, card.contactId), FLAGS,
        )
        fun act(verb: String) = PendingIntent.getBroadcast(context, 0, Intent(context, VerbReceiver::class.java).setData(at(verb)), FLAGS)
        fun Notification.Builder.button(label: String, intent: PendingIntent) =
            addAction(Notification.Action.Builder(null, label, intent).build())
        val hidden = Notification.Builder(context, CHANNEL).setSmallIcon(R.drawable.ic_reminder)
            .setContentTitle(core().say("shell-follow-up-waiting")).build()
        return Notification.Builder(context, CHANNEL).setSmallIcon(R.drawable.ic_reminder)
            .setContentTitle(reminder.title).setContentText(reminder.body)
            .setContentIntent(open("open")).setAutoCancel(false).setOnlyAlertOnce(true)
            .setVisibility(Notification.VISIBILITY_PRIVATE).setPublicVersion(hidden)
            .addExtras(android.os.Bundle().apply { putInt(GENERATION, card.generation.toInt()) })
            .button(reminder.write, open("write"))
            .button(core().say("shell-done"), act("done"))
            .button(core().say("shell-later"), act("later"))
            .button(core().say("shell-let-go"), act("let-go"))
            .build()
    }

    companion object {
        const val TAG = "fu/"
        const val NOTE = 1
        const val CONTACT = "contact"
        private const val CHANNEL = "follow-up"
        private const val GENERATION = "generation"
        private const val WATCHDOG_MS = 15 * 60 * 1000L
        private const val FLAGS = PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE
    }
}
