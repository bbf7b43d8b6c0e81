package app.justmet.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier

/** How far the core is. */
sealed interface Opening {
    data object Waiting : Opening

    data class Ready(val core: Core) : Opening

    data class Failed(val explanation: String) : Opening
}

/** What the app begins with: the screens, or why they cannot be there. */
@Composable
fun Start(opening: Opening, phone: Phone, asked: Asked?, taken: () -> Unit, retry: () -> Unit, export: () -> Unit) {
    when (opening) {
        Opening.Waiting -> Surface(Modifier.fillMaxSize()) { Box(Modifier) }
        is Opening.Ready -> JustMetUi(opening.core, phone, asked, taken)
        is Opening.Failed -> Trouble(opening.explanation, retry, export)
    }
}
