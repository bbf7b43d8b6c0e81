package app.justmet.platform

import android.app.job.JobInfo
import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.app.job.JobService
import android.content.BroadcastReceiver
import android.content.ComponentName
import android.content.Context
import android.content.Intent
import app.justmet.core.InternalException
import app.justmet.core.JustMetException
import app.justmet.core.Verb
import kotlinx.coroutines.launch

/** Does its work off the main thread and keeps the process alive for it. A core that fails is tried again by the watchdog. */
abstract class CoreReceiver : BroadcastReceiver() {
    protected abstract suspend fun receive(app: JustMetApp, intent: Intent)

    override fun onReceive(context: Context, intent: Intent) {
        val pending = goAsync()
        val app = context.justMet
        app.scope.launch {
            try {
                receive(app, intent)
            } catch (_: JustMetException) {
            } catch (_: InternalException) { // a defect in the core is no reason to end the app
            } finally {
                pending?.finish()
            }
        }
    }
}

/** The alarm. */
class WakeReceiver : CoreReceiver() {
    override suspend fun receive(app: JustMetApp, intent: Intent) { app.reminders.reconcile() }
}

/** The system lost alarms, or moved the time under them. */
class SystemReceiver : CoreReceiver() {
    override suspend fun receive(app: JustMetApp, intent: Intent) { app.reminders.reconcile() }
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
        app.core.act(id, generation.toUIntOrNull() ?: return, verb)
        app.reminders.reconcile()
    }
}

/** Once a day, apart from the alarm: some phones drop alarms and keep jobs. */
class SentinelJob : JobService() {
    override fun onStartJob(params: JobParameters): Boolean {
        val app = justMet
        app.scope.launch {
            try {
                app.reminders.reconcile()
            } catch (_: JustMetException) {
            } catch (_: InternalException) { // a defect in the core is no reason to end the app
            } finally {
                jobFinished(params, false)
            }
        }
        return true
    }

    override fun onStopJob(params: JobParameters) = true

    companion object {
        private const val ID = 1
        private const val DAY_MS = 24 * 60 * 60 * 1000L

        fun schedule(context: Context) {
            val jobs = context.service<JobScheduler>()
            if (jobs.getPendingJob(ID) != null) return // scheduling again would begin the day anew
            jobs.schedule(JobInfo.Builder(ID, ComponentName(context, SentinelJob::class.java)).setPeriodic(DAY_MS).setPersisted(true).build())
        }
    }
}
