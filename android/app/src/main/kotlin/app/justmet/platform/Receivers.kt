package app.justmet.platform

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import app.justmet.core.Step
import app.justmet.core.Verb
import app.justmet.domain.WakeReason
import kotlinx.coroutines.launch

/** Does its work off the main thread and keeps the process alive for it. */
abstract class CoreReceiver : BroadcastReceiver() {
    protected abstract suspend fun receive(app: JustMetApp, intent: Intent)

    override fun onReceive(context: Context, intent: Intent) {
        val pending = goAsync()
        val app = context.justMet
        app.scope.launch {
            try {
                quietly { receive(app, intent) }
            } finally {
                pending?.finish()
            }
        }
    }
}

/** The alarm. */
class WakeReceiver : CoreReceiver() {
    override suspend fun receive(app: JustMetApp, intent: Intent) {
        app.reminders.reconcile(WakeReason.ALARM)
    }
}

/** The system lost alarms or notifications, moved the time under them, or speaks another language. */
class SystemReceiver : CoreReceiver() {
    override suspend fun receive(app: JustMetApp, intent: Intent) {
        val reason = when (intent.action) {
            Intent.ACTION_BOOT_COMPLETED -> WakeReason.BOOT
            Intent.ACTION_MY_PACKAGE_REPLACED -> WakeReason.UPDATED
            Intent.ACTION_TIME_CHANGED -> WakeReason.CLOCK_SET
            Intent.ACTION_TIMEZONE_CHANGED -> WakeReason.ZONE_CHANGED
            Intent.ACTION_LOCALE_CHANGED -> WakeReason.LOCALE_CHANGED
            else -> return
        }
        app.reminders.reconcile(reason)
    }
}

/** Done, Later and Let go on a notification: `justmet://follow-up/<id>/<generation>/<verb>`. */
class VerbReceiver : CoreReceiver() {
    override suspend fun receive(app: JustMetApp, intent: Intent) {
        val (id, generation, word) = intent.data?.pathSegments?.takeIf { it.size == 3 } ?: return
        val verb = when (word) {
            "done" -> Verb.Done
            "later" -> Verb.Snooze(null)
            "let-go" -> Verb.LetGo
            else -> return
        }
        app.open().justMet.act(id, generation.toUIntOrNull() ?: return, verb)
        app.reminders.reconcile(WakeReason.CHANGED)
    }
}

/** A notification was swiped away: it has been seen, and is not put back after a reboot. */
class SwipeReceiver : CoreReceiver() {
    override suspend fun receive(app: JustMetApp, intent: Intent) {
        app.open().justMet.acknowledge(Step.SwipedAway(ReminderNotes(app).slots(intent.extras)))
    }
}
