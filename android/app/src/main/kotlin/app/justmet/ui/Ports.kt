package app.justmet.ui

import app.justmet.domain.Action
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.StateFlow

/** What became of a wish to open something. */
enum class Opened { APP, COPIED, NOTHING }

/** What became of a file that went out, or came in. */
enum class Filed { DONE, CANCELLED, FAILED }

/** What the screens need of the phone; `platform/Phone.kt` is the real one. */
interface Phone {
    /** Something was committed, by whichever screen, receiver or job: read again. */
    val changes: Flow<Unit>

    /** What keeps reminders from being seen, in words; empty where nothing does. */
    val problems: StateFlow<List<String>>

    /** The first screen stands: what can wait until then begins now. */
    fun ready()

    /** Whether the system's question for leave to notify is still to be put. */
    fun mayAskToNotify(): Boolean

    /** Puts the system's question for leave to notify. */
    fun askToNotify()

    /** The person chose "not now": the app does not ask again by itself. */
    fun askedToNotify()

    /** Whether the line about notifications was put away, which holds for good. */
    var hintPutAway: Boolean

    /** Brings the reminders in step with what was saved or done. */
    fun changed()

    /** Opens the app that [action] means, or what to try after it; [draft] goes to the clipboard where the link cannot carry it. */
    fun open(action: Action, draft: String): Opened

    fun copy(text: String)

    /** The text on the clipboard, if there is any. */
    fun paste(): String?

    /** The path of a file for a moment, where no other app reaches; [discard] it. */
    fun scratch(): String

    fun discard(path: String)

    suspend fun write(path: String, text: String)

    /** What is in the file where it is an export: a JSON text. */
    suspend fun textOf(path: String): String?

    /** Copies the file to a place that the person chooses; [name] is proposed. */
    suspend fun handOut(path: String, name: String): Filed

    /** Copies a file that the person chooses to [path]. */
    suspend fun takeIn(path: String): Filed
}
