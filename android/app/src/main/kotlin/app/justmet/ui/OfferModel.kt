package app.justmet.ui

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import app.justmet.core.DeletionOffer
import app.justmet.core.JustMetInterface
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

data class OfferState(
    /** Who was never followed up; none until it was read. */
    val offer: DeletionOffer? = null,
    /** What became of the last tap, in words, and what takes it back. */
    val said: String? = null,
    val undo: String? = null,
    val error: String? = null,
)

/** The people who were never followed up: each is kept for good, or forgotten. */
class OfferModel(private val core: JustMetInterface, private val phone: Phone) : ViewModel() {
    private val states = MutableStateFlow(OfferState())
    val state: StateFlow<OfferState> = states.asStateFlow()
    private var undoable: Job? = null

    /** It is seen now, and is not pointed at again. */
    fun load() = attempt {
        show(core.deletionOffer())
        core.deletionOfferShown()
    }

    fun keep(id: String) = attempt { show(core.keepOffered(id)) }

    fun keepAll() = attempt {
        core.keepAllOffered()
        show(core.deletionOffer())
    }

    fun forget(id: String) = attempt {
        val forgotten = core.forget(id)
        phone.changed()
        states.update { it.copy(said = forgotten.text, undo = forgotten.undo?.token) }
        undoable?.cancel()
        undoable = viewModelScope.launch {
            delay(UNDO_MS)
            states.update { it.copy(said = null, undo = null) }
        }
        show(core.deletionOffer())
    }

    fun undo() = attempt {
        val token = states.value.undo ?: return@attempt
        states.update { it.copy(said = null, undo = null) }
        core.undo(token)
        phone.changed()
        show(core.deletionOffer())
    }

    private fun show(offer: DeletionOffer) = states.update { it.copy(offer = offer, error = null) }

    private fun attempt(call: suspend () -> Unit) = attempt({ said -> states.update { it.copy(error = said) } }, call)

    private companion object {
        const val UNDO_MS = 10_000L
    }
}
