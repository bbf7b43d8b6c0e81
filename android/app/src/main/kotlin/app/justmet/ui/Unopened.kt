package app.justmet.ui

import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp

/** The database cannot be opened: what happened, and what to do. */
@Composable
fun Unopened(explanation: String) = MaterialTheme { Text(explanation, Modifier.padding(24.dp)) }
