package app.justmet.ui

import androidx.lifecycle.SavedStateHandle
import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import app.justmet.core.AskCard
import app.justmet.core.CapturePreview
import app.justmet.core.Chip
import app.justmet.core.ChipEdit
import app.justmet.core.JustMetException
import app.justmet.core.JustMetInterface
import app.justmet.core.Saved
import app.justmet.domain.CaptureField
import app.justmet.domain.CaptureMode
import app.justmet.domain.Certainty
import app.justmet.domain.ChannelKind
import app.justmet.domain.ChipChange
import app.justmet.domain.Language
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

data class CaptureState(
    val line: String = "",
    /** Whether [line] was pasted: what it says was not told. */
    val pasted: Boolean = false,
    val edits: List<ChipEdit> = emptyList(),
    /** How [readLine] is understood; a moment behind [line] while a key is pressed. */
    val preview: CapturePreview? = null,
    val readLine: String = "",
    /** The chip whose editor is open. */
    val editing: Chip? = null,
    /** The event of the person before, which the next one is taken to be met at. */
    val eventToday: String? = null,
    /** The question that is turned round to them. */
    val ask: AskCard? = null,
    val saving: Boolean = false,
    /** What was saved last, while it can be taken back. */
    val saved: Saved? = null,
    /** Whether to say why reminders need leave, and to ask for it. */
    val askToNotify: Boolean = false,
    /** What went wrong and what to do; the line stays. */
    val error: String? = null,
) {
    /** The chips under the line: what stands for nothing in it, as the event of today, comes first. */
    val chips: List<Chip>
        get() = preview?.chips.orEmpty().filter { it.field != CaptureField.FOLLOW_UP }.sortedBy { it.start < it.end }

    val canSave: Boolean get() = line.isNotBlank() && !saving

    val mode: CaptureMode get() = if (pasted) CaptureMode.PASTED else CaptureMode.TYPED
}

class CaptureModel(
    private val core: JustMetInterface,
    private val kept: SavedStateHandle,
    private val phone: Phone,
    private val background: CoroutineDispatcher = Dispatchers.Default,
) : ViewModel() {
    private val states = MutableStateFlow(CaptureState(line = kept[LINE] ?: "", pasted = kept[PASTED] ?: false))
    val state: StateFlow<CaptureState> = states.asStateFlow()
    private var reading: Job? = null
    private var undoable: Job? = null

    /** The field has the focus: only now is anything read. */
    fun start() {
        if (states.value.preview == null) read()
        readEvent()
    }

    fun type(line: String) {
        val old = states.value.line
        if (line == old) return
        kept[LINE] = line
        if (line.isEmpty()) paste(false)
        states.update { it.copy(line = line, edits = carried(it.edits, old, line), editing = null, error = null) }
        read()
    }

    /** Puts something after what is there: a text carried over from a search, or what they answered. */
    fun append(text: String) {
        val line = states.value.line.trimEnd()
        type(if (line.isEmpty()) text else "${line.trimEnd(',')}, $text")
    }

    /** A card, a signature or a chat: into an empty field as what was copied, behind a line as a part of it. */
    fun paste() {
        val text = phone.paste()?.trim()?.takeIf { it.isNotEmpty() } ?: return
        if (states.value.line.isBlank()) paste(true)
        append(text)
    }

    private fun paste(pasted: Boolean) {
        kept[PASTED] = pasted
        states.update { it.copy(pasted = pasted) }
    }

    /** An unsure chip becomes sure, a sure one opens its editor. */
    fun tap(chip: Chip) {
        if (chip.certainty == Certainty.UNSURE) change(chip, ChipChange.Confirm) else states.update { it.copy(editing = chip) }
    }

    fun drop(chip: Chip) {
        if (chip.field == CaptureField.EVENT && chip.start == chip.end) states.update { it.copy(eventToday = null) }
        change(chip, ChipChange.Drop)
    }

    fun replace(chip: Chip, text: String) = change(chip, ChipChange.Replace(text))

    fun closeEditor() = states.update { it.copy(editing = null) }

    /** No reminder for this person; [tapFollowUp] brings it back. */
    fun dropFollowUp() = change(followUp(), ChipChange.Drop)

    fun tapFollowUp() {
        if (states.value.preview?.followUp == null) {
            states.update { state -> state.copy(edits = state.edits.filter { it.field != CaptureField.FOLLOW_UP }) }
            read()
        } else {
            tap(followUp())
        }
    }

    fun ask(language: Language) = attempt { states.update { it.copy(ask = core.ask(language)) } }

    fun answer(channel: ChannelKind, address: String) = attempt {
        append(core.answer(channel, address))
        closeAsk()
    }

    fun closeAsk() = states.update { it.copy(ask = null) }

    fun save() {
        val now = states.value
        if (!now.canSave) return
        states.update { it.copy(saving = true, editing = null, error = null) }
        viewModelScope.launch {
            try {
                val saved = core.save(now.line, now.mode, now.allEdits)
                kept[LINE] = ""
                kept[PASTED] = false
                // Only now is it on disk. The field is empty for the next person.
                states.value = CaptureState(saved = saved, askToNotify = phone.mayAskToNotify())
                phone.changed()
                forgetUndo()
                read()
                readEvent()
            } catch (error: JustMetException) {
                states.update { it.copy(saving = false, error = error.explanation) } // the line stays, to be saved again
            }
        }
    }

    fun undo() {
        val saved = states.value.saved ?: return
        viewModelScope.launch {
            try {
                core.undo(saved.undo.token)
                states.update { it.copy(saved = null) }
                // What was typed comes back, unless the next person is being typed already.
                if (states.value.line.isBlank()) type(saved.contact.rawLines.first())
                phone.changed()
                readEvent()
            } catch (error: JustMetException) {
                states.update { it.copy(saved = null, error = error.explanation) }
            }
        }
    }

    fun answerLeave(yes: Boolean) {
        states.update { it.copy(askToNotify = false) }
        if (yes) phone.askToNotify() else phone.askedToNotify()
    }

    private fun change(chip: Chip, change: ChipChange) {
        states.update { it.copy(edits = it.edits + ChipEdit(chip.field, chip.start, chip.end, change), editing = null, error = null) }
        read()
    }

    /** The reminder as a chip: where the line names the day, it stands there. */
    private fun followUp(): Chip {
        val preview = states.value.preview
        val stated = preview?.chips.orEmpty().firstOrNull { it.field == CaptureField.FOLLOW_UP }
        val text = preview?.followUp?.text.orEmpty()
        val certainty = preview?.followUp?.certainty ?: Certainty.SURE
        return stated ?: Chip(CaptureField.FOLLOW_UP, text, 0u, 0u, certainty, null, null, null)
    }

    /** One call a keystroke, off the main thread; the last one wins. */
    private fun read() {
        reading?.cancel()
        val now = states.value
        if (now.line.isBlank()) {
            states.update { it.copy(preview = null, readLine = "") }
            return
        }
        reading = viewModelScope.launch {
            try {
                val preview = withContext(background) { core.preview(now.line, now.mode, now.allEdits) }
                states.update { state ->
                    val isNewest = state.line == now.line && state.mode == now.mode && state.allEdits == now.allEdits
                    if (isNewest) state.copy(preview = preview, readLine = now.line) else state
                }
            } catch (error: JustMetException) {
                states.update { it.copy(error = error.explanation) }
            }
        }
    }

    private fun readEvent() {
        viewModelScope.launch {
            try {
                val event = core.eventToday()
                states.update { it.copy(eventToday = event) }
                read()
            } catch (_: JustMetException) { // it can be typed
            }
        }
    }

    private fun forgetUndo() {
        undoable?.cancel()
        undoable = viewModelScope.launch {
            delay(UNDO_MS)
            states.update { it.copy(saved = null) }
        }
    }

    private fun attempt(call: () -> Unit) = try {
        call()
    } catch (error: JustMetException) {
        states.update { it.copy(error = error.explanation) }
    }

    private companion object {
        const val LINE = "line"
        const val PASTED = "pasted"
        const val UNDO_MS = 10_000L
    }
}

/** The taps, after the event of today, which only fills what the line leaves open. */
private val CaptureState.allEdits: List<ChipEdit>
    get() = listOfNotNull(eventToday?.let { ChipEdit(CaptureField.EVENT, 0u, 0u, ChipChange.Replace(it)) }) + edits
