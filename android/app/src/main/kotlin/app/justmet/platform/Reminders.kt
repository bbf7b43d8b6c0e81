package app.justmet.platform

import android.app.ActivityManager
import android.app.AlarmManager
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.os.Build
import app.justmet.core.JustMetInterface
import app.justmet.core.OsView
import app.justmet.core.Plan
import app.justmet.core.Slot
import app.justmet.core.Step
import app.justmet.domain.Permission
import app.justmet.domain.WakeReason
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import java.util.concurrent.ConcurrentHashMap

/** Tells the core what the system holds and carries out the plan it gives back, step by step. Decides nothing. */
class Reminders(private val app: JustMetApp) {
    private val notes = app.service<NotificationManager>()
    private val alarms = app.service<AlarmManager>()
    private val drawn = ReminderNotes(app)
    private val installation = Installation(app)
    private val one = Mutex()

    /** Reasons add up until they are answered: a reboot is not lost behind a clock that was set. */
    private val reasons = ConcurrentHashMap.newKeySet<WakeReason>()

    suspend fun reconcile(reason: WakeReason): Plan {
        reasons += reason
        return one.withLock {
            // Before the core is asked: a process that dies here, or a file that is locked, is come back to.
            arm(app.clock.nowMs() + COME_BACK_MS)
            val core = app.open().justMet
            notes.createNotificationChannel(
                NotificationChannel(ReminderNotes.CHANNEL, core.say("shell-reminder-channel"), NotificationManager.IMPORTANCE_DEFAULT),
            )
            val answered = reasons.toSet()
            val view = view(answered)
            val plan = core.reconcile(view)
            carryOut(plan, core)
            reasons -= answered
            // What was said stays while its cause does, also once everything due has been seen in the inbox.
            if (plan.problems.isNotEmpty() || view.permission == Permission.GRANTED) app.phone.problems.value = plan.problems.map { it.text }
            plan
        }
    }

    private suspend fun carryOut(plan: Plan, core: JustMetInterface) {
        plan.watchdogMs?.let(::arm)
        (plan.cancel + plan.dismiss).forEach { notes.cancel(it, ReminderNotes.ONE) }
        if (plan.dismissDigest) notes.cancel(ReminderNotes.DIGEST_TAG, ReminderNotes.DIGEST)
        plan.digest?.let { digest ->
            notes.notify(ReminderNotes.DIGEST_TAG, ReminderNotes.DIGEST, drawn.digest(core, digest))
            core.acknowledge(Step.Shown(digest.slots))
        }
        plan.show.forEach { reminder ->
            notes.notify(reminder.identifier, ReminderNotes.ONE, drawn.reminder(core, reminder))
            core.acknowledge(Step.Shown(listOf(Slot(reminder.identifier, reminder.followUp.generation))))
        }
        when (val wake = plan.wakeAtMs) {
            null -> alarms.cancel(wakeIntent())
            else -> arm(wake)
        }
    }

    private fun view(reasons: Set<WakeReason>) = OsView.Android(
        showing = notes.activeNotifications.filter { it.tag?.startsWith(ReminderNotes.TAG) == true }.map {
            Slot(it.tag, drawn.generation(it.notification))
        },
        digest = notes.activeNotifications.firstOrNull { it.tag == ReminderNotes.DIGEST_TAG }?.let { drawn.slots(it.notification.extras) }.orEmpty(),
        permission = when {
            !notes.areNotificationsEnabled() -> Permission.DENIED
            notes.getNotificationChannel(ReminderNotes.CHANNEL)?.importance == NotificationManager.IMPORTANCE_NONE -> Permission.CHANNEL_OFF
            else -> Permission.GRANTED
        },
        backgroundRestricted = Build.VERSION.SDK_INT >= 28 && app.service<ActivityManager>().isBackgroundRestricted,
        reasons = reasons.toList(),
        device = installation.device(),
    )

    /** Inexact on purpose: it needs no permission, and ten o'clock is not a train. */
    private fun arm(atMs: Long) = alarms.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, atMs, wakeIntent())

    private fun wakeIntent() = PendingIntent.getBroadcast(app, 0, Intent(app as Context, WakeReceiver::class.java), ReminderNotes.FLAGS)

    private companion object {
        const val COME_BACK_MS = 15 * 60 * 1000L
    }
}
