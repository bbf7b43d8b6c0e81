package app.justmet.platform

import android.app.Application
import android.content.Context
import app.justmet.core.Config
import app.justmet.core.JustMet
import app.justmet.core.JustMetException
import app.justmet.domain.Language
import app.justmet.domain.Platform
import java.util.Locale
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.launch

/** Holds the one core of the process: the screens and the receivers share it. */
class JustMetApp : Application() {
    val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
    /** Only the tests set it, before the core is first asked for. */
    var clock = DeviceClock()
    val core: JustMet by lazy {
        filesDir.mkdirs()
        JustMet.open(Config(filesDir.resolve("justmet.db").path, language(), region(), Platform.ANDROID), clock)
    }
    val reminders by lazy { Reminders(this) { core } }

    /** How the Activity on the screen asks for leave to notify. The screens' models outlive an Activity, so they ask here. */
    var askLeave: (() -> Unit)? = null

    /** Something was saved or done. */
    fun changed() {
        askLeave?.invoke()
        reconcile()
    }

    fun reconcile() {
        scope.launch {
            try {
                reminders.reconcile()
            } catch (_: JustMetException) { // the screens say it, and the watchdog tries again
            }
        }
    }

    override fun onCreate() {
        super.onCreate()
        SentinelJob.schedule(this)
    }
}

val Context.justMet: JustMetApp get() = applicationContext as JustMetApp

private fun language(): Language =
    Language.entries.firstOrNull { it.name.equals(Locale.getDefault().language, ignoreCase = true) } ?: Language.EN

private fun region(): String? = Locale.getDefault().country.takeIf { it.length == 2 }
