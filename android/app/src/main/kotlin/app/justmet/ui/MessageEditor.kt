package app.justmet.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.material3.Button
import androidx.compose.material3.FilterChip
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.justmet.core.MessageCard

/** The language that the draft is in; the others a tap away. */
@Composable
private fun Languages(card: MessageCard, model: ContactModel) {
    var open by rememberSaveable { mutableStateOf(false) }
    val now = card.languages.first { it.language == card.language }
    TextButton({ open = !open }) { Text("${say("language")}: ${now.name}") }
    if (!open) return
    FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
        card.languages.forEach { choice ->
            FilterChip(choice == now, { model.writeIn(choice.language) }, { Text(choice.name) })
        }
    }
}

/** The draft, its length, what speaks against it, and the one button that opens the app. */
@Composable
fun MessageEditor(draft: MessageDraft, action: String, model: ContactModel) {
    Column(Modifier.cameIntoView(), Arrangement.spacedBy(8.dp)) {
        if (draft.isAsDrafted) Languages(draft.card, model)
        draft.subject?.let { OutlinedTextField(it, model::editSubject, Modifier.fillMaxWidth(), label = { Text(say("subject")) }) }
        OutlinedTextField(
            draft.text, model::edit, Modifier.fillMaxWidth(), label = { Text(say("message")) }, minLines = 4, isError = !draft.counter.fits,
            supportingText = { Text(draft.counter.text) },
        )
        listOfNotNull(draft.card.asksFor, draft.card.noted, draft.card.custom).forEach { Quiet(listOf(it)) }
        draft.notes.forEach { Text(it.text, Modifier.semantics { liveRegion = LiveRegionMode.Polite }) }
        if (draft.needsReason) {
            OutlinedTextField(draft.reason, model::giveReason, Modifier.fillMaxWidth(), label = { Text(say("send-anyway-why")) })
            OutlinedButton(model::send, Modifier.fillMaxWidth().heightIn(min = 56.dp), draft.reason.isNotBlank()) { Text(say("send-anyway")) }
        } else {
            Button(model::send, Modifier.fillMaxWidth().heightIn(min = 56.dp)) { Text(action, style = MaterialTheme.typography.titleMedium) }
        }
        TextButton(model::closeMessage) { Text(say("close")) }
    }
}
