package app.justmet.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.material3.DropdownMenu
import androidx.compose.material3.DropdownMenuItem
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue

/** What is seldom wanted on a screen, behind three dots: each label with what it does. */
@Composable
fun Menu(actions: List<Pair<String, () -> Unit>>) {
    var open by rememberSaveable { mutableStateOf(false) }
    Box {
        IconButton({ open = true }) { Icon(Icons.More, say("more-actions")) }
        DropdownMenu(open, { open = false }) {
            actions.forEach { (label, act) ->
                DropdownMenuItem(text = { Text(label) }, onClick = {
                    open = false
                    act()
                })
            }
        }
    }
}
