package app.justmet.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.FilledTonalButton
import androidx.compose.material3.FilterChip
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.justmet.core.ChannelChoice
import app.justmet.domain.ChannelKind
import app.justmet.domain.Stance

/** What they said about each channel: for it, with the hours they named, or "not this one". Or ask them. */
@Composable
fun PreferencePicker(choices: List<ChannelChoice>, prefer: (ChannelKind, Stance?, String?) -> Unit, ask: () -> Unit, close: () -> Unit) {
    var all by rememberSaveable { mutableStateOf(false) }
    // Channels that something is known of come first; the rest is one tap away.
    val known = choices.filter { it.hasAddress || it.stance != null }
    Column(Modifier.cameIntoView(), Arrangement.spacedBy(8.dp)) {
        FilledTonalButton(ask, Modifier.fillMaxWidth()) { Label(Icons.Ask, say("ask-them")) }
        (if (all || known.isEmpty()) choices else known).forEach { choice ->
            key(choice.channel) {
                Text(choice.name, Modifier.padding(top = 8.dp), style = MaterialTheme.typography.titleSmall)
                FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
                    Wish(say("prefers"), choice, Stance.PREFERRED) { prefer(choice.channel, it, choice.hours.takeIf { _ -> it != null }) }
                    Wish(say("not-this-one"), choice, Stance.REFUSED) { prefer(choice.channel, it, null) }
                }
                // Hours stand alone where they prefer another channel.
                val timed = choice.stance == Stance.PREFERRED || choice.hasAddress || choice.hours != null
                if (timed && choice.stance != Stance.REFUSED) Hours(choice) { prefer(choice.channel, choice.stance, it) }
                HorizontalDivider()
            }
        }
        FlowRow {
            if (!all && known.isNotEmpty()) TextButton({ all = true }) { Text(say("more")) }
            TextButton(close) { Text(say("close")) }
        }
    }
}

/** The hours they named for it, to be changed; empty takes them back. */
@Composable
private fun Hours(choice: ChannelChoice, change: (String) -> Unit) {
    var hours by rememberSaveable(choice.hours) { mutableStateOf(choice.hours.orEmpty()) }
    Row(verticalAlignment = Alignment.CenterVertically) {
        OutlinedTextField(hours, { hours = it }, Modifier.weight(1f), label = { Text(say("hours")) }, singleLine = true)
        TextButton({ change(hours) }) { Text(say("change")) }
    }
}

/** A second tap takes the wish back. */
@Composable
private fun Wish(label: String, choice: ChannelChoice, stance: Stance, tap: (Stance?) -> Unit) {
    val chosen = choice.stance == stance
    FilterChip(chosen, { tap(stance.takeUnless { chosen }) }, { Text(label) })
}
