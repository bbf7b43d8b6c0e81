package app.justmet.platform

import android.app.Application
import android.content.Context
import app.justmet.core.Clock
import app.justmet.core.Config
import app.justmet.core.InternalException
import app.justmet.core.JustMet
import app.justmet.core.JustMetException
import app.justmet.core.JustMetInterface
import app.justmet.core.Salvaged
import app.justmet.core.salvage
import app.justmet.domain.Language
import app.justmet.domain.Platform
import app.justmet.domain.WakeReason
import app.justmet.ui.Core
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.launch
import java.io.File
import java.util.Locale

/** Holds the one core of the process: the screens, the receivers and the job share it. */
class JustMetApp : Application() {
    val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)

    val key = DatabaseKey(this)

    /** Only the tests set these two, before the core is first asked for. */
    var clock: Clock = DeviceClock()
    var opener: (Config, Clock) -> JustMetInterface = { config, clock -> JustMet.openEncrypted(config, clock, key) }
    val database: File get() = filesDir.resolve("justmet.db")
    val phone by lazy { AndroidPhone(this) }
    val reminders by lazy { Reminders(this) }
    private var held: Core? = null

    /**
     * The core in the language of the phone; opened once, and anew where the language was changed. Reads a file: not for
     * the main thread.
     */
    @Synchronized
    fun open(): Core {
        val language = language()
        held?.takeIf { it.language == language }?.let { return it }
        val core = opener(config(language), clock)
        return Core(core, language, core.labels()).also { held = it }
    }

    /** Saves what can be read of a damaged database, while nothing has it open. Reads a file: not for the main thread. */
    @Synchronized
    fun salvage(): Salvaged = salvage(config(language()), clock, key)

    /** The core that is open already, in the language of the phone. */
    @Synchronized
    fun opened(): Core? = held?.takeIf { it.language == language() }

    private fun config(language: Language): Config {
        filesDir.mkdirs()
        return Config(database.path, language, region(), Platform.ANDROID)
    }

    /** Brings the reminders in step, off the main thread. */
    fun reconcile(reason: WakeReason) {
        scope.launch { quietly { reminders.reconcile(reason) } }
    }

    override fun onCreate() {
        super.onCreate()
        SentinelJob.schedule(this)
    }
}

val Context.justMet: JustMetApp get() = applicationContext as JustMetApp

/** In the background nobody is there to be told: the screens say what is wrong, and the watchdog tries again. */
suspend fun quietly(work: suspend () -> Unit) = try {
    work()
} catch (_: JustMetException) {
    // said by the next screen
} catch (_: InternalException) {
    // a defect in the core is no reason to end the app
}

private fun language(): Language =
    Language.entries.firstOrNull { it.name.equals(Locale.getDefault().language, ignoreCase = true) } ?: Language.EN

private fun region(): String? = Locale.getDefault().country.takeIf { it.length == 2 }
