package app.justmet.ui

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.input.PasswordVisualTransformation
import androidx.compose.ui.unit.dp

/** Everything into one file, and back. */
@Composable
fun Backup(model: BackupModel, back: () -> Unit) {
    val state by model.state.collectAsState()
    BackHandler(state.restore != null) { model.closeRestore() }
    Column(Modifier.fillMaxSize().padding(horizontal = 16.dp)) {
        Bar(say("backup"), if (state.restore == null) back else model::closeRestore)
        Column(Modifier.weight(1f).verticalScroll(rememberScrollState()).padding(bottom = 16.dp), Arrangement.spacedBy(12.dp)) {
            state.error?.let { Text(it, Modifier.semantics { liveRegion = LiveRegionMode.Assertive }, MaterialTheme.colorScheme.error) }
            if (state.placeFailed) Text(say("place-failed"), color = MaterialTheme.colorScheme.error)
            state.said?.let { Text(it, Modifier.semantics { liveRegion = LiveRegionMode.Polite }) }
            when (val offer = state.restore) {
                null -> Out(state, model)
                else -> In(offer, state, model)
            }
        }
    }
}

@Composable
private fun Out(state: BackupState, model: BackupModel) {
    Text(say("backup-explained"))
    Passphrase(say("passphrase"), state, model)
    Button(model::make, Modifier.fillMaxWidth().heightIn(min = 56.dp), !state.working) { Text(say("backup-make")) }
    OutlinedButton(model::take, Modifier.fillMaxWidth().heightIn(min = 56.dp), !state.working) { Text(say("restore-from")) }
    TextButton(model::export, Modifier.fillMaxWidth(), !state.working) { Text(say("export-text")) }
    TextButton(model::check, Modifier.fillMaxWidth(), !state.working) { Text(say("check")) }
    Quiet(listOf(say("encrypted-explained")))
}

/** The one thing that cannot be taken back: it is said before it is done, and red. */
@Composable
private fun In(offer: RestoreOffer, state: BackupState, model: BackupModel) {
    Text(say("restore-explained"))
    if (offer.sealed) Passphrase(say("passphrase-of-backup"), state, model)
    val red = ButtonDefaults.buttonColors(MaterialTheme.colorScheme.error, MaterialTheme.colorScheme.onError)
    val enabled = !state.working && (!offer.sealed || state.passphrase.isNotBlank())
    Button(model::restore, Modifier.fillMaxWidth().heightIn(min = 56.dp), enabled, colors = red) { Text(say("restore")) }
    TextButton(model::closeRestore, Modifier.fillMaxWidth()) { Text(say("close")) }
}

@Composable
private fun Passphrase(label: String, state: BackupState, model: BackupModel) = OutlinedTextField(
    state.passphrase, model::typePassphrase, Modifier.fillMaxWidth(), label = { Text(label) }, singleLine = true,
    visualTransformation = PasswordVisualTransformation(), keyboardOptions = KeyboardOptions(keyboardType = KeyboardType.Password),
)
