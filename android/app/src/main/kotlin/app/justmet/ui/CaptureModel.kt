package app.justmet.ui

import androidx.lifecycle.SavedStateHandle
import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import app.justmet.core.CapturePreview
import app.justmet.core.Chip
import app.justmet.core.ChipEdit
import app.justmet.core.JustMet
import app.justmet.core.JustMetException
import app.justmet.core.Saved
import app.justmet.domain.CaptureMode
import app.justmet.domain.ChipChange
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

data class CaptureState(
    val line: String = "",
    val edits: List<ChipEdit> = emptyList(),
    val preview: CapturePreview? = null,
    val saving: Boolean = false,
    val saved: Saved? = null,
    val error: String? = null,
)

class CaptureModel(
    private val core: JustMet,
    private val kept: SavedStateHandle,
    private val background: CoroutineDispatcher = Dispatchers.Default,
    private val changed: () -> Unit,
) : ViewModel() {
    private val states = MutableStateFlow(CaptureState(line = kept[LINE] ?: ""))
    val state: StateFlow<CaptureState> = states.asStateFlow()
    private var reading: Job? = null

    init { read() }

    fun type(line: String) {
        if (line == states.value.line) return
        kept[LINE] = line
        // A tap was about the words that stood there; the core reads the changed line anew.
        states.update { it.copy(line = line, edits = emptyList(), saved = null, error = null) }
        read()
    }

    fun edit(chip: Chip, change: ChipChange) {
        states.update { it.copy(edits = it.edits + ChipEdit(chip.field, chip.start, chip.end, change)) }
        read()
    }

    fun save() {
        val now = states.value
        if (now.saving || now.line.isBlank()) return
        states.update { it.copy(saving = true, error = null) }
        viewModelScope.launch {
            try {
                val saved = core.save(now.line, CaptureMode.TYPED, now.edits)
                kept[LINE] = ""
                states.value = CaptureState(saved = saved)
                changed()
            } catch (error: JustMetException) {
                states.update { it.copy(saving = false, error = error.explanation) } // the line stays, to be saved again
            }
        }
    }

    fun undo() {
        val token = states.value.saved?.undo?.token ?: return
        viewModelScope.launch {
            try {
                core.undo(token)
                states.update { it.copy(saved = null) }
                changed()
            } catch (error: JustMetException) {
                states.update { it.copy(saved = null, error = error.explanation) }
            }
        }
    }

    /** One call a keystroke, the last one wins. */
    private fun read() {
        reading?.cancel()
        val now = states.value
        reading = viewModelScope.launch {
            try {
                val preview = withContext(background) { core.preview(now.line, CaptureMode.TYPED, now.edits) }
                states.update { if (it.line == now.line && it.edits == now.edits) it.copy(preview = preview) else it }
            } catch (error: JustMetException) {
                states.update { it.copy(error = error.explanation) }
            }
        }
    }

    private companion object { const val LINE = "line" }
}
