package app.justmet.platform

import android.Manifest
import android.content.Context
import android.content.pm.PackageManager
import android.os.Build
import app.justmet.core.Change
import app.justmet.core.ChangeListener
import app.justmet.domain.Action
import app.justmet.domain.WakeReason
import app.justmet.ui.Phone
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.BufferOverflow
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.withContext
import java.io.File

/** What the screens need of the phone. The screens' models outlive an Activity, so this one does too. */
class AndroidPhone(private val app: JustMetApp) : Phone {
    override val changes = MutableSharedFlow<Unit>(extraBufferCapacity = 1, onBufferOverflow = BufferOverflow.DROP_OLDEST)
    override val problems = MutableStateFlow(emptyList<String>())

    /** How the Activity on the screen puts the system's question; none while there is none. */
    var asker: (() -> Unit)? = null

    /** Whether the screens stand. */
    var isReady = false
        private set

    val documents = Documents(app)
    private val links = Links(app)
    private val kept = app.getSharedPreferences("screens", Context.MODE_PRIVATE)

    override var hintPutAway: Boolean
        get() = kept.getBoolean(HINT, false)
        set(value) = kept.edit().putBoolean(HINT, value).apply()

    /** Listens to the core, and brings the reminders in step: the alarm and the job may both be lost. */
    override fun ready() {
        isReady = true
        app.opened()?.justMet?.setListener(object : ChangeListener {
            override fun changed(change: Change) {
                changes.tryEmit(Unit)
            }
        })
        app.reconcile(WakeReason.START)
    }

    override fun mayAskToNotify(): Boolean = Build.VERSION.SDK_INT >= 33 &&
        app.checkSelfPermission(Manifest.permission.POST_NOTIFICATIONS) != PackageManager.PERMISSION_GRANTED &&
        !kept.getBoolean(ASKED, false)

    override fun askToNotify() {
        askedToNotify()
        asker?.invoke()
    }

    override fun askedToNotify() = kept.edit().putBoolean(ASKED, true).apply()

    override fun changed() = app.reconcile(WakeReason.CHANGED)

    override fun open(action: Action, draft: String) = links.open(action, draft)

    override fun copy(text: String) = links.copy(text)

    override fun paste() = links.paste()

    override fun scratch(): String = app.cacheDir.also { it.mkdirs() }.resolve("backup.tmp").apply { delete() }.path

    override fun discard(path: String) {
        File(path).delete()
    }

    override suspend fun write(path: String, text: String) = withContext(Dispatchers.IO) { File(path).writeText(text) }

    override suspend fun textOf(path: String): String? = withContext(Dispatchers.IO) {
        File(path).takeIf { file -> file.inputStream().use { it.read() } == '{'.code }?.readText()
    }

    override suspend fun handOut(path: String, name: String) = documents.handOut(File(path), name)

    override suspend fun takeIn(path: String) = documents.takeIn(File(path))

    private companion object {
        const val HINT = "hint-put-away"
        const val ASKED = "asked-to-notify"
    }
}
