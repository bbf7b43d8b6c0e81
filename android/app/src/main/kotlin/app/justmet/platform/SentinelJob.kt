package app.justmet.platform

import android.app.job.JobInfo
import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.app.job.JobService
import android.content.ComponentName
import android.content.Context
import app.justmet.domain.WakeReason
import kotlinx.coroutines.launch

/** Once a day, apart from the alarm: some phones drop alarms and keep jobs. */
class SentinelJob : JobService() {
    override fun onStartJob(params: JobParameters): Boolean {
        val app = justMet
        app.scope.launch {
            try {
                quietly { app.reminders.reconcile(WakeReason.DAILY_CHECK) }
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
