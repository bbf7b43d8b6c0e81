package app.justmet.ui

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.Button
import androidx.compose.material3.InputChip
import androidx.compose.material3.ListItem
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.lifecycle.createSavedStateHandle
import androidx.lifecycle.viewmodel.compose.viewModel
import app.justmet.core.JustMet
import app.justmet.core.Verb
import app.justmet.domain.Certainty
import app.justmet.domain.ChipChange

private const val CAPTURE = "capture"
private const val HOME = "home"

/** The three screens as a stack; everything above [CAPTURE] and [HOME] is a contact's id. */
@Composable
fun JustMetUi(core: JustMet, asked: String?, taken: () -> Unit, changed: () -> Unit) {
    var stack by rememberSaveable { mutableStateOf(listOf(HOME, CAPTURE)) }
    LaunchedEffect(asked) { if (asked != null) { stack = listOf(HOME, asked); taken() } }
    BackHandler(stack.size > 1) { stack = stack.dropLast(1) }
    MaterialTheme {
        Surface(Modifier.fillMaxSize()) {
            when (val top = stack.last()) {
                CAPTURE -> Capture(core, changed)
                HOME -> Home(core, changed, { stack = stack + it }) { stack = stack + CAPTURE }
                else -> Contact(core, top)
            }
        }
    }
}

@Composable
private fun Capture(core: JustMet, changed: () -> Unit) {
    val model = viewModel { CaptureModel(core, createSavedStateHandle(), changed = changed) }
    val state by model.state.collectAsState()
    Column(Modifier.padding(16.dp), Arrangement.spacedBy(8.dp)) {
        val hint = core.say("shell-capture-placeholder")
        OutlinedTextField(state.line, model::type, Modifier.fillMaxWidth().semantics { contentDescription = hint }, minLines = 2, placeholder = { Text(hint) })
        FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
            state.preview?.chips.orEmpty().forEach { chip ->
                val sure = chip.certainty == Certainty.SURE
                InputChip(
                    selected = sure, onClick = { model.edit(chip, if (sure) ChipChange.Drop else ChipChange.Confirm) },
                    label = { Text(if (sure) chip.text else "${chip.text}?") },
                )
            }
        }
        state.preview?.followUp?.let { Text(it.text) }
        state.error?.let { Text(it) }
        Button(model::save, Modifier.fillMaxWidth(), enabled = state.line.isNotBlank() && !state.saving) { Text(core.say("shell-save")) }
        state.saved?.let { saved ->
            Text(saved.suggestion.headline)
            TextButton(model::undo) { Text(core.say("shell-undo")) }
        }
    }
}

@Composable
private fun Home(core: JustMet, changed: () -> Unit, open: (String) -> Unit, add: () -> Unit) {
    val model = viewModel { HomeModel(core, changed) }
    val state by model.state.collectAsState()
    LaunchedEffect(Unit) { model.load() }
    LazyColumn(Modifier.padding(16.dp)) {
        item { Button(add) { Text(core.say("shell-add")) }; state.error?.let { Text(it) } }
        items(state.screen?.inbox.orEmpty()) { row ->
            ListItem({ Text(row.title) }, Modifier.clickable { open(row.contact.id) }, supportingContent = {
                FlowRow {
                    TextButton({ model.act(row.followUp, Verb.Done) }) { Text(core.say("shell-done")) }
                    TextButton({ model.act(row.followUp, Verb.Snooze(null)) }) { Text(core.say("shell-later")) }
                    TextButton({ model.act(row.followUp, Verb.LetGo) }) { Text(core.say("shell-let-go")) }
                }
            })
        }
        items(state.screen?.recent.orEmpty()) { row ->
            ListItem({ Text(row.title) }, Modifier.clickable { open(row.id) }, supportingContent = { Text(row.followUp?.dueText ?: row.met) })
        }
    }
}

@Composable
private fun Contact(core: JustMet, id: String) {
    val model = viewModel(key = id) { ContactModel(core, id) }
    val state by model.state.collectAsState()
    Column(Modifier.padding(16.dp), Arrangement.spacedBy(8.dp)) {
        state.error?.let { Text(it) }
        val screen = state.screen ?: return@Column
        Text(screen.title, style = MaterialTheme.typography.headlineMedium)
        Text(screen.met)
        Text(screen.suggestion.headline)
        screen.suggestion.runnerUp?.let { Text(it.text) }
        screen.suggestion.ask?.let { Text(it) }
        screen.promises.forEach { Text(it.text) }
    }
}
