package app.justmet.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawingPadding
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
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.justmet.R

/** The core cannot be opened: what happened, what to do, and the file itself for keeping. Its words are the app's own: the core cannot give any. */
@Composable
fun Trouble(failed: Opening.Failed, way: Way) = Page(stringResource(R.string.trouble_title)) {
    Text(failed.explanation.replaceFirstChar(Char::titlecase), Modifier.semantics { liveRegion = LiveRegionMode.Polite })
    Text(stringResource(R.string.trouble_kept))
    if (failed.canSalvage) {
        Primary(stringResource(R.string.trouble_salvage), way.salvage)
        Secondary(stringResource(R.string.trouble_retry), way.open)
    } else {
        Primary(stringResource(R.string.trouble_retry), way.open)
    }
    Secondary(stringResource(R.string.trouble_export), way.export)
}

/** What was saved of a damaged file, before it is opened. */
@Composable
fun Salvaged(text: String, open: () -> Unit) = Page(stringResource(R.string.salvaged_title)) {
    Text(text)
    Primary(stringResource(R.string.salvaged_open), open)
}

@Composable
private fun Page(title: String, content: @Composable ColumnScope.() -> Unit) {
    Surface(Modifier.fillMaxSize()) {
        Column(Modifier.safeDrawingPadding().verticalScroll(rememberScrollState()).padding(24.dp), Arrangement.spacedBy(16.dp)) {
            Text(title, style = MaterialTheme.typography.headlineSmall)
            content()
        }
    }
}

@Composable
private fun Primary(label: String, take: () -> Unit) =
    Button(take, Modifier.fillMaxWidth().heightIn(min = 56.dp)) { Text(label) }

@Composable
private fun Secondary(label: String, take: () -> Unit) =
    OutlinedButton(take, Modifier.fillMaxWidth().heightIn(min = 56.dp)) { Text(label) }
