package app.justmet.ui

import androidx.lifecycle.SavedStateHandle
import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import app.justmet.core.AskCard
import app.justmet.core.ContactScreen
import app.justmet.core.EtiquetteNote
import app.justmet.core.JustMetException
import app.justmet.core.JustMetInterface
import app.justmet.core.LedgerLine
import app.justmet.core.LengthCounter
import app.justmet.core.MessageCard
import app.justmet.core.MessageOutcome
import app.justmet.core.PromiseLine
import app.justmet.core.Verb
import app.justmet.domain.Action
import app.justmet.domain.ChannelKind
import app.justmet.domain.Language
import app.justmet.domain.Stance
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

data class ContactState(
    val screen: ContactScreen? = null,
    /** The message while it is written; none while the editor is closed. */
    val message: MessageDraft? = null,
    /** The picker of what they wish is open. */
    val picking: Boolean = false,
    /** The question that is turned round to them. */
    val ask: AskCard? = null,
    /** What became of the reminder, line by line; none while it is not looked at. */
    val ledger: List<LedgerLine>? = null,
    /** The choices where the reminder is put off. */
    val later: LaterOffer? = null,
    /** They were forgotten. */
    val gone: Boolean = false,
    /** What became of the last tap, in words, and what takes it back. */
    val said: String? = null,
    val undo: String? = null,
    /** What became of opening the app to write in. */
    val opened: Opened? = null,
    val error: String? = null,
)

/** A message while it is written. */
data class MessageDraft(
    val card: MessageCard,
    val subject: String?,
    val text: String,
    val counter: LengthCounter,
    /** What speaks against sending it. */
    val notes: List<EtiquetteNote>,
    /** Something speaks against it: it goes out for a reason only. */
    val needsReason: Boolean = false,
    val reason: String = "",
) {
    /** Whether nothing of it was changed: it can be drafted anew without a loss. */
    val isAsDrafted: Boolean get() = text == card.text && subject == card.subject
}

class ContactModel(
    private val core: JustMetInterface,
    private val id: String,
    private val kept: SavedStateHandle,
    private val phone: Phone,
) : ViewModel() {
    private val states = MutableStateFlow(ContactState())
    val state: StateFlow<ContactState> = states.asStateFlow()
    private var undoable: Job? = null

    init {
        viewModelScope.launch { phone.changes.collect { load() } }
    }

    /** The whole screen in one call. */
    fun load() = attempt {
        if (!states.value.gone) show(core.contact(id))
    }

    /** Opens the editor with a draft; what was written before and not sent comes back instead. */
    fun write(channel: ChannelKind?) = attempt {
        val card = core.message(id, channel, null)
        val text = kept[TEXT] ?: card.text
        val draft = MessageDraft(card, card.subject, text, core.countMessage(card.channel, text), card.notes)
        states.update { it.copy(message = draft, opened = null, error = null) }
    }

    /** Another language for them: kept for the next time, and the draft is made anew. What was changed by hand stays. */
    fun writeIn(language: Language) = attempt {
        val channel = states.value.message?.takeIf { it.isAsDrafted }?.card?.channel ?: return@attempt
        core.setLanguage(id, language)
        kept.remove<String>(TEXT)
        write(channel)
    }

    fun edit(text: String) {
        kept[TEXT] = text
        draft { it.copy(text = text) }
        attempt {
            val draft = states.value.message ?: return@attempt
            val counter = core.countMessage(draft.card.channel, text)
            draft { if (it.text == text) it.copy(counter = counter) else it }
        }
    }

    fun editSubject(text: String) = draft { it.copy(subject = text) }

    fun giveReason(text: String) = draft { it.copy(reason = text) }

    fun closeMessage() {
        kept.remove<String>(TEXT)
        states.update { it.copy(message = null) }
    }

    /** Looks at the message and, where nothing speaks against it or a reason was given, opens the app it goes out with. */
    fun send() = attempt {
        val draft = states.value.message ?: return@attempt
        val reason = draft.reason.takeIf { draft.needsReason && it.isNotBlank() }
        val channel = draft.card.channel
        val checked = core.checkMessage(id, channel, draft.subject, draft.text, reason)
        draft { it.copy(counter = checked.counter, notes = checked.notes) }
        when (val launch = checked.launch) {
            null -> draft { it.copy(needsReason = true) }

            else -> launch(launch, draft.text) {
                if (reason == null) core.recordOutcome(id, channel, MessageOutcome.OPENED, draft.text, null)
            }
        }
    }

    /** The answer to "sent?". */
    fun sent(yes: Boolean) = attempt {
        val question = states.value.screen?.sentQuestion ?: return@attempt
        val outcome = if (yes) MessageOutcome.SENT else MessageOutcome.NOT_SENT
        val noted = core.recordOutcome(id, question.channel, outcome, null, null)
        if (yes) closeMessage()
        done(noted.text, noted.undo?.token)
        show(noted.contact)
    }

    /** What came of a message: of one that had no answer for long, or of one that was written elsewhere. */
    fun record(channel: ChannelKind, outcome: MessageOutcome) = attempt {
        val noted = core.recordOutcome(id, channel, outcome, null, null)
        done(noted.text, noted.undo?.token)
        show(noted.contact)
    }

    fun lookAtLedger(open: Boolean) = attempt {
        val lines = if (open) core.ledger(id) else null
        states.update { it.copy(ledger = lines) }
    }

    fun offerLater() = attempt {
        val card = states.value.screen?.followUp ?: return@attempt
        val offer = LaterOffer(card, core.laterChoices())
        states.update { it.copy(later = offer, said = null) }
    }

    fun closeLater() = states.update { it.copy(later = null) }

    fun act(verb: Verb) = attempt {
        closeLater()
        val card = states.value.screen?.followUp ?: return@attempt
        val acted = core.act(card.id, card.generation, verb)
        done(acted.text, acted.undo?.token)
        show(core.contact(id))
    }

    /** Forgets them; for ten seconds it can be taken back. */
    fun forget() = attempt {
        val forgotten = core.forget(id)
        states.update { it.copy(screen = null, gone = true, message = null, error = null) }
        done(forgotten.text, forgotten.undo?.token)
    }

    fun keep(promise: PromiseLine, kept: Boolean) = attempt { show(core.keepPromise(promise.id, kept)) }

    fun pick(open: Boolean) = states.update { it.copy(picking = open, error = null) }

    fun prefer(channel: ChannelKind, stance: Stance?, hours: String?) = attempt {
        show(core.prefer(id, channel, stance, hours?.takeIf { it.isNotBlank() }))
    }

    fun ask(language: Language) = attempt { states.update { it.copy(ask = core.ask(language), picking = false) } }

    /** What they answered; what cannot be an address there stays on the screen, to be mended. */
    fun answer(channel: ChannelKind, address: String) = attempt {
        show(core.prefer(id, channel, Stance.PREFERRED, null, address))
        closeAsk()
    }

    fun closeAsk() = states.update { it.copy(ask = null, error = null) }

    fun copy(text: String) {
        phone.copy(text)
        states.update { it.copy(opened = Opened.COPIED) }
    }

    fun undo() = attempt {
        val token = states.value.undo ?: return@attempt
        undoable?.cancel()
        states.update { it.copy(undo = null) }
        try {
            core.undo(token)
        } catch (error: JustMetException) {
            states.update { it.copy(said = null) }
            throw error
        }
        phone.changed()
        states.update { it.copy(said = null, gone = false) }
        show(core.contact(id))
    }

    private suspend fun launch(action: Action, text: String, then: suspend () -> Unit) {
        // First noted, then opened: the app may be ended while the other one is in front.
        then()
        states.update { it.copy(opened = phone.open(action, text)) }
        show(core.contact(id))
    }

    private suspend fun show(screen: ContactScreen) {
        val lines = states.value.ledger?.let { core.ledger(id) }
        states.update { it.copy(screen = screen, ledger = lines, error = null) }
    }

    private fun done(text: String, token: String?) {
        phone.changed()
        states.update { it.copy(said = text, undo = token) }
        undoable?.cancel()
        undoable = viewModelScope.launch {
            delay(UNDO_MS)
            states.update { it.copy(said = null, undo = null) }
        }
    }

    private fun draft(change: (MessageDraft) -> MessageDraft) = states.update { it.copy(message = it.message?.let(change)) }

    private fun attempt(call: suspend () -> Unit) = attempt({ said -> states.update { it.copy(error = said) } }, call)

    private companion object {
        const val TEXT = "text"
        const val UNDO_MS = 10_000L
    }
}
