package app.justmet.ui

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import app.justmet.core.JustMetException
import app.justmet.core.JustMetInterface
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

data class BackupState(
    val passphrase: String = "",
    /** A backup that was chosen, before it takes the place of everything. */
    val restore: RestoreOffer? = null,
    val working: Boolean = false,
    /** What became of it, in words. */
    val said: String? = null,
    /** The file could not be written or read at the place that was chosen. */
    val placeFailed: Boolean = false,
    val error: String? = null,
)

/** A backup on its way in. */
data class RestoreOffer(val path: String, val sealed: Boolean)

/** One file that holds everything, out and in. What is written for it is gone afterwards. */
class BackupModel(private val core: JustMetInterface, private val phone: Phone) : ViewModel() {
    private val states = MutableStateFlow(BackupState())
    val state: StateFlow<BackupState> = states.asStateFlow()

    fun typePassphrase(text: String) = states.update { it.copy(passphrase = text, error = null) }

    fun make() = handOut("justmet-backup.db") { path -> core.backup(path, states.value.passphrase.ifBlank { null }).text }

    /** Everything as a text that any program reads. */
    fun export() = handOut("justmet.json") { path ->
        phone.write(path, core.exportJson())
        null
    }

    /** Has a file chosen. A backup is offered for restoring, nothing is replaced yet; a text is added to what is here. */
    fun take() = work {
        val path = phone.scratch()
        val filed = phone.takeIn(path)
        say(filed, null)
        val text = if (filed == Filed.DONE) phone.textOf(path) else null
        when {
            filed != Filed.DONE -> phone.discard(path)

            text != null -> {
                phone.discard(path)
                val imported = core.importJson(text)
                states.update { it.copy(said = imported.text) }
                phone.changed()
            }

            else -> {
                val offer = RestoreOffer(path, core.backupIsSealed(path))
                states.update { it.copy(restore = offer, passphrase = "") }
            }
        }
    }

    /** Whether every page and every row of the database is whole. */
    fun check() = work {
        val found = core.check()
        states.update { it.copy(said = found.text) }
    }

    fun restore() = work {
        val offer = states.value.restore ?: return@work
        val restored = core.restore(offer.path, states.value.passphrase.takeIf { offer.sealed })
        closeRestore()
        states.update { it.copy(said = restored.text) }
        phone.changed()
    }

    fun closeRestore() {
        states.value.restore?.let { phone.discard(it.path) }
        states.update { it.copy(restore = null, passphrase = "", error = null) }
    }

    override fun onCleared() {
        states.value.restore?.let { phone.discard(it.path) }
    }

    private fun handOut(name: String, write: suspend (String) -> String?) = work {
        val path = phone.scratch()
        try {
            val said = write(path)
            say(phone.handOut(path, name), said)
        } finally {
            phone.discard(path)
        }
    }

    private fun say(filed: Filed, text: String?) =
        states.update { it.copy(said = text.takeIf { filed == Filed.DONE }, placeFailed = filed == Filed.FAILED) }

    private fun work(call: suspend () -> Unit) {
        if (states.value.working) return
        states.update { it.copy(working = true, said = null, placeFailed = false, error = null) }
        viewModelScope.launch {
            try {
                call()
            } catch (error: JustMetException) {
                states.update { it.copy(error = error.explanation) }
            } finally {
                states.update { it.copy(working = false) }
            }
        }
    }
}
