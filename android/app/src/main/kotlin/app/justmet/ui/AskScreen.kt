package app.justmet.ui

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Button
import androidx.compose.material3.FilledTonalButton
import androidx.compose.material3.FilterChip
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.justmet.core.AskCard
import app.justmet.domain.ChannelKind
import app.justmet.domain.Language

/** How many channels are offered before "more". */
private const val USUAL = 8

/** Turned round to them: the question, big buttons, a field. Nothing else of the person who holds the phone. */
@Composable
fun Ask(card: AskCard, turn: (Language) -> Unit, answer: (ChannelKind, String) -> Unit, back: () -> Unit, error: String? = null) {
    var chosen by rememberSaveable { mutableStateOf<ChannelKind?>(null) }
    var address by rememberSaveable { mutableStateOf("") }
    var all by rememberSaveable { mutableStateOf(false) }
    BackHandler(onBack = back)
    Column(Modifier.fillMaxSize().verticalScroll(rememberScrollState()).padding(16.dp), Arrangement.spacedBy(12.dp)) {
        FlowRow(Modifier.fillMaxWidth(), Arrangement.spacedBy(8.dp)) {
            card.languages.forEach { FilterChip(it.language == card.language, { turn(it.language) }, { Text(it.name) }) }
        }
        Text(card.question, style = MaterialTheme.typography.headlineMedium)
        FlowRow(Modifier.fillMaxWidth(), Arrangement.spacedBy(8.dp), Arrangement.spacedBy(8.dp)) {
            (if (all) card.channels else card.channels.take(USUAL)).forEach { choice ->
                val label: @Composable () -> Unit = { Text(choice.name, style = MaterialTheme.typography.titleMedium) }
                if (choice.channel == chosen) {
                    Button({ chosen = null }, Modifier.heightIn(min = 56.dp)) { label() }
                } else {
                    FilledTonalButton({ chosen = choice.channel }, Modifier.heightIn(min = 56.dp)) { label() }
                }
            }
            if (!all) TextButton({ all = true }, Modifier.heightIn(min = 56.dp)) { Text(card.more) }
        }
        chosen?.let { channel ->
            OutlinedTextField(address, { address = it }, Modifier.fillMaxWidth(), label = { Text(card.addressLabel) }, singleLine = true)
            error?.let { Text(it, Modifier.semantics { liveRegion = LiveRegionMode.Assertive }, MaterialTheme.colorScheme.error) }
            Button({ answer(channel, address) }, Modifier.fillMaxWidth().heightIn(min = 56.dp)) { Text(card.done) }
        }
        TextButton(back, Modifier.align(Alignment.CenterHorizontally)) { Text(card.back) }
    }
}
