package app.justmet.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Button
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import app.justmet.R

/** The core cannot be opened: what happened, what to do, and the file itself for keeping. Its words are the app's own: the core cannot give any. */
@Composable
fun Trouble(explanation: String, retry: () -> Unit, export: () -> Unit) {
    Surface(Modifier.fillMaxSize()) {
        Column(Modifier.verticalScroll(rememberScrollState()).padding(24.dp), Arrangement.spacedBy(16.dp)) {
            Text(stringResource(R.string.trouble_title), style = MaterialTheme.typography.headlineSmall)
            Text(explanation)
            Text(stringResource(R.string.trouble_kept))
            Button(retry, Modifier.fillMaxWidth().heightIn(min = 56.dp)) { Text(stringResource(R.string.trouble_retry)) }
            OutlinedButton(export, Modifier.fillMaxWidth().heightIn(min = 56.dp)) { Text(stringResource(R.string.trouble_export)) }
        }
    }
}
