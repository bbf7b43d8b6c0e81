package app.justmet.platform

import android.content.Context
import android.net.Uri
import app.justmet.ui.Filed
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import java.io.File
import java.io.IOException

/** Files that go out to a place that the person chooses, or come in from one. The system asks; no permission is needed. */
class Documents(private val context: Context) {
    /** How the Activity on the screen puts the system's questions; none while there is none. */
    var askPlace: ((String) -> Unit)? = null
    var askFile: (() -> Unit)? = null
    private var asked: CompletableDeferred<Uri?>? = null

    /** What the person chose; none where they went back. */
    fun chosen(place: Uri?) {
        asked?.complete(place)
    }

    suspend fun handOut(file: File, name: String): Filed {
        val place = ask { askPlace?.invoke(name) } ?: return Filed.CANCELLED
        return copy { context.contentResolver.openOutputStream(place, "wt")?.use { out -> file.inputStream().use { it.copyTo(out) } } }
    }

    suspend fun takeIn(file: File): Filed {
        val place = ask { askFile?.invoke() } ?: return Filed.CANCELLED
        return copy { context.contentResolver.openInputStream(place)?.use { from -> file.outputStream().use { from.copyTo(it) } } }
    }

    private suspend fun ask(question: () -> Unit?): Uri? {
        asked?.complete(null) // a question that nobody answered
        val answer = CompletableDeferred<Uri?>().also { asked = it }
        question() ?: return null
        return answer.await()
    }

    private suspend fun copy(work: () -> Long?): Filed = withContext(Dispatchers.IO) {
        try {
            if (work() == null) Filed.FAILED else Filed.DONE
        } catch (_: IOException) {
            Filed.FAILED
        } catch (_: SecurityException) {
            Filed.FAILED // the leave for that place was withdrawn
        }
    }
}
