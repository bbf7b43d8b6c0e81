package app.justmet.ui

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Button
import androidx.compose.material3.Checkbox
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedCard
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.dp
import app.justmet.core.AddressLine
import app.justmet.core.ContactScreen
import app.justmet.core.FollowUpPhase
import app.justmet.core.MessageOutcome
import app.justmet.core.PromiseLine
import app.justmet.core.SuggestionCard
import app.justmet.core.Verb
import app.justmet.domain.Language
import app.justmet.domain.Stance

/** One person: where to write and why, the message, and what is kept. */
@Composable
fun Contact(model: ContactModel, language: Language, write: Boolean, back: () -> Unit) {
    val state by model.state.collectAsState()
    LaunchedEffect(Unit) {
        model.load()
        if (write) model.write(null)
    }
    // Forgotten, and too late to take it back.
    LaunchedEffect(state.gone, state.said) { if (state.gone && state.said == null) back() }
    state.ask?.let {
        Ask(it, model::ask, model::answer, model::closeAsk, state.error)
        return
    }
    Column(Modifier.fillMaxSize().padding(horizontal = 16.dp)) {
        Bar(state.screen?.title.orEmpty(), back) { state.screen?.let { Actions(it, model) } }
        Column(Modifier.weight(1f).verticalScroll(rememberScrollState()), Arrangement.spacedBy(8.dp)) {
            state.error?.let { Text(it, color = MaterialTheme.colorScheme.error) }
            state.screen?.let { Person(it, state, model, language) }
        }
        state.later?.let { offer -> Later(offer, { model.act(Verb.Snooze(it)) }, model::closeLater) }
        Asked(state, model)
    }
}

/** What can be noted at any time, and the way to forget them. */
@Composable
private fun Actions(screen: ContactScreen, model: ContactModel) {
    val noting = screen.outcomes.map { it.label to { model.record(it.channel, it.outcome) } }
    Menu(noting + (say("forget") to model::forget))
}

@Composable
private fun Person(screen: ContactScreen, state: ContactState, model: ContactModel, language: Language) {
    Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(12.dp), Alignment.CenterVertically) {
        Avatar(screen.id, screen.title)
        Column {
            listOfNotNull(screen.role, screen.org).takeIf { it.isNotEmpty() }?.let { Quiet(it) }
            Text(screen.met)
        }
    }
    screen.promises.forEach { Promise(it, model) }
    FollowUp(screen, model)
    Suggestion(screen.suggestion, state, model, language)
    if (state.picking) {
        OutlinedCard {
            Column(Modifier.padding(16.dp)) { PreferencePicker(screen.channels, model::prefer, { model.ask(language) }) { model.pick(false) } }
        }
    }
    when (state.opened) {
        Opened.COPIED -> Text(say("copied"))
        Opened.NOTHING -> Text(say("copied-instead"))
        Opened.APP, null -> Unit
    }
    if (screen.addresses.isNotEmpty()) Heading(say("how-to-reach"))
    screen.addresses.forEach { Address(it, model) }
    if (screen.wishes.isNotEmpty()) Heading(say("preference"))
    screen.wishes.forEach { Text(it.text) }
    if (screen.notes.isNotBlank()) {
        Heading(say("notes"))
        Text(screen.notes)
    }
    if (screen.messages.isNotEmpty()) Heading(say("history"))
    screen.messages.forEach { Text(listOfNotNull(it.text, it.reason).joinToString(" · ")) }
    if (screen.followUp != null) {
        TextButton({ model.lookAtLedger(state.ledger == null) }) { Text(say("ledger")) }
        state.ledger?.forEach { Quiet(listOf(it.atText, it.text)) }
    }
    Heading(say("line"))
    screen.rawLines.forEach { Text(it, Modifier.padding(bottom = 16.dp)) }
}

@Composable
private fun Promise(promise: PromiseLine, model: ContactModel) {
    Row(
        Modifier.fillMaxWidth().heightIn(min = 48.dp).toggleable(promise.kept, role = Role.Checkbox) { model.keep(promise, it) },
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Checkbox(promise.kept, null, Modifier.padding(end = 12.dp))
        Text(promise.text)
    }
}

@Composable
private fun FollowUp(screen: ContactScreen, model: ContactModel) {
    val card = screen.followUp ?: return
    val isOpen = card.phase == FollowUpPhase.PLANNED || card.phase == FollowUpPhase.DELIVERED
    if (!isOpen) return
    Column {
        Text(card.dueText)
        FlowRow {
            TextButton({ model.act(Verb.Done) }) { Text(say("done")) }
            TextButton(model::offerLater) { Text(say("later")) }
            TextButton({ model.act(Verb.LetGo) }) { Text(say("let-go")) }
        }
    }
}

/** "Write on WhatsApp", because they asked for it; the next best; why not the others; the pencil. */
@Composable
private fun Suggestion(card: SuggestionCard, state: ContactState, model: ContactModel, language: Language) {
    var whyNot by rememberSaveable { mutableStateOf(false) }
    OutlinedCard(Modifier.fillMaxWidth()) {
        Column(Modifier.padding(16.dp), Arrangement.spacedBy(8.dp)) {
            Row(verticalAlignment = Alignment.CenterVertically) {
                Box(Modifier.weight(1f)) { Text(card.headline, style = MaterialTheme.typography.titleMedium) }
                IconButton({ model.pick(!state.picking) }) { Icon(Icons.Edit, say("preference")) }
            }
            card.reasons.drop(1).forEach { Quiet(listOf(it.text)) }
            card.runnerUp?.let { next ->
                Text(next.text)
                TextButton({ model.write(next.channel) }) { Text("${say("next-best")}: ${next.channelName}") }
            }
            card.hours?.let { Quiet(listOf(it)) }
            card.ask?.let {
                Text(it)
                TextButton({ model.ask(language) }) { Label(Icons.Ask, say("ask-them")) }
            }
            if (card.whyNot.isNotEmpty()) {
                TextButton({ whyNot = !whyNot }) { Text(say("why-not")) }
                if (whyNot) card.whyNot.forEach { Quiet(listOf(it.text)) }
            }
            val draft = state.message
            when {
                draft != null -> MessageEditor(draft, "${say("write")}: ${draft.card.channelName}", model)

                card.channel != null -> Button({ model.write(null) }, Modifier.fillMaxWidth().heightIn(min = 56.dp)) {
                    Text(card.action, style = MaterialTheme.typography.titleMedium)
                }
            }
        }
    }
}

/** A tap writes there. A handle reads left to right also where the language does not. */
@Composable
private fun Address(line: AddressLine, model: ContactModel) {
    Row(verticalAlignment = Alignment.CenterVertically) {
        Column(
            Modifier.weight(1f).heightIn(min = 48.dp).clickable(onClickLabel = say("write"), role = Role.Button) { model.write(line.channel) },
            Arrangement.Center,
        ) {
            val refused = line.stance == Stance.REFUSED
            val style = MaterialTheme.typography.bodyLarge.copy(
                textDirection = TextDirection.Ltr, textDecoration = if (refused) TextDecoration.LineThrough else null,
            )
            Text(line.display, style = style)
            val wish = when (line.stance) {
                Stance.PREFERRED -> say("preferred")
                Stance.REFUSED -> say("refused")
                null -> null
            }
            Quiet(listOfNotNull(line.channelName, line.provenance, wish, line.hours))
        }
        IconButton({ model.copy(line.display) }) { Icon(Icons.Copy, "${say("copy")}: ${line.display}") }
    }
}

/** The one question at a time: was it sent, may it rest, take it back. It never notifies. */
@Composable
private fun Asked(state: ContactState, model: ContactModel) {
    val (said, question, proposal) = Triple(state.said, state.screen?.sentQuestion, state.screen?.letGoProposal)
    when {
        said != null -> Notice(said) { if (state.undo != null) TextButton(model::undo) { Text(say("undo")) } }

        question != null -> Notice(question.text) {
            TextButton({ model.sent(true) }) { Text(say("yes")) }
            TextButton({ model.sent(false) }) { Text(say("not-yet")) }
        }

        proposal != null -> Notice(proposal.text) {
            TextButton({ model.record(proposal.channel, MessageOutcome.NO_ANSWER) }) { Text(say("let-it-rest")) }
            TextButton({ model.record(proposal.channel, MessageOutcome.REPLIED) }) { Text(say("they-answered")) }
        }
    }
}
