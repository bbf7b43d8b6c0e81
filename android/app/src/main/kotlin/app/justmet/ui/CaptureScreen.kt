package app.justmet.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Button
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.hapticfeedback.HapticFeedbackType
import androidx.compose.ui.platform.LocalHapticFeedback
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.VisualTransformation
import androidx.compose.ui.unit.dp
import app.justmet.domain.CaptureField
import app.justmet.domain.Language

/** One line about the person who stands there, and how it is understood. */
@Composable
fun Capture(model: CaptureModel, language: Language, home: () -> Unit) {
    val state by model.state.collectAsState()
    state.ask?.let {
        Ask(it, model::ask, model::answer, model::closeAsk)
        return
    }
    Column(Modifier.fillMaxSize().padding(16.dp)) {
        Bar(say("add"), home)
        Column(Modifier.weight(1f).verticalScroll(rememberScrollState()), Arrangement.spacedBy(8.dp)) {
            LineField(state, model)
            Chips(state, model)
            state.editing?.let { ChipEditor(it, model) }
            Said(state, model)
            Row(Modifier.fillMaxWidth(), Arrangement.End) {
                if (state.preview?.chips.orEmpty().none { it.stance != null }) {
                    TextButton({ model.ask(language) }) { Label(Icons.Ask, say("ask-them")) }
                }
                TextButton(model::paste) { Label(Icons.Paste, say("paste")) }
            }
        }
        SavedBar(state, model)
        Button(model::save, Modifier.fillMaxWidth().heightIn(min = 56.dp), state.canSave) {
            Text(say("save"), style = MaterialTheme.typography.titleMedium)
        }
    }
}

@Composable
private fun LineField(state: CaptureState, model: CaptureModel) {
    val focus = remember { FocusRequester() }
    LaunchedEffect(Unit) {
        focus.requestFocus()
        model.start()
    }
    val hint = say("capture-placeholder")
    val colors = CaptureField.entries.associateWith { tint(it) }
    val chips = state.preview?.chips.orEmpty().takeIf { state.readLine == state.line }
    OutlinedTextField(
        state.line, model::type,
        Modifier.fillMaxWidth().focusRequester(focus).semantics { contentDescription = hint },
        placeholder = { Text(hint) }, minLines = 2, isError = state.error != null,
        visualTransformation = chips?.let { tinted(it) { chip -> colors.getValue(chip.field) } } ?: VisualTransformation.None,
        keyboardOptions = KeyboardOptions(KeyboardCapitalization.Sentences, imeAction = ImeAction.Done),
        keyboardActions = KeyboardActions(onDone = { model.save() }),
    )
}

/** Hints about the reading, and what went wrong. */
@Composable
private fun ColumnScope.Said(state: CaptureState, model: CaptureModel) {
    state.error?.let { Text(it, Modifier.semantics { liveRegion = LiveRegionMode.Assertive }, MaterialTheme.colorScheme.error) }
    state.preview?.hints.orEmpty().forEach { Text(it.text, color = MaterialTheme.colorScheme.onSurfaceVariant) }
    if (state.askToNotify) {
        Notice(say("notify-reason")) {
            TextButton({ model.answerLeave(true) }) { Text(say("yes")) }
            TextButton({ model.answerLeave(false) }) { Text(say("not-now")) }
        }
    }
}

@Composable
private fun SavedBar(state: CaptureState, model: CaptureModel) {
    val saved = state.saved ?: return
    val haptic = LocalHapticFeedback.current
    LaunchedEffect(saved.undo.token) { haptic.performHapticFeedback(HapticFeedbackType.Confirm) }
    Notice("✓ ${say("saved")}: ${saved.contact.title}\n${saved.suggestion.headline}") {
        TextButton(model::undo) { Text(say("undo")) }
    }
}

/** A calm bar inside the screen, with what can be done about it. */
@Composable
fun Notice(text: String, buttons: @Composable () -> Unit) {
    Surface(
        Modifier.fillMaxWidth().padding(vertical = 8.dp).semantics { liveRegion = LiveRegionMode.Polite },
        MaterialTheme.shapes.medium, MaterialTheme.colorScheme.surfaceContainerHigh, MaterialTheme.colorScheme.onSurface,
    ) {
        Column(Modifier.padding(start = 16.dp, top = 12.dp, end = 8.dp)) {
            Text(text)
            FlowRow(Modifier.fillMaxWidth(), Arrangement.End) { buttons() }
        }
    }
}

/** The top of a screen: where it leads back to, and its name. */
@Composable
fun Bar(title: String, back: (() -> Unit)? = null, menu: @Composable () -> Unit = {}) {
    Row(verticalAlignment = Alignment.CenterVertically) {
        if (back != null) IconButton(back) { Icon(Icons.Back, say("back")) }
        Box(Modifier.weight(1f).padding(vertical = 8.dp)) { Text(title, style = MaterialTheme.typography.titleLarge) }
        menu()
    }
}

/** A part of a screen. */
@Composable
fun Heading(text: String) =
    Text(text, Modifier.padding(top = 16.dp).semantics { heading() }, style = MaterialTheme.typography.titleMedium)

@Composable
fun Label(icon: androidx.compose.ui.graphics.vector.ImageVector, text: String) {
    Icon(icon, null, Modifier.padding(end = 8.dp))
    Text(text)
}
