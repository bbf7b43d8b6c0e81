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

    /** [canSalvage]: the file is damaged, and some of it may be read. */
    data class Failed(val explanation: String, val canSalvage: Boolean = false) : Opening

    /** What could be read of a damaged file is kept again. */
    data class Salvaged(val text: String) : Opening
}

/** The ways out of a core that cannot be opened. */
class Way(val open: () -> Unit, val salvage: () -> Unit, val export: () -> Unit)

/** What the app begins with: the screens, or why they cannot be there. */
@Composable
fun Start(opening: Opening, phone: Phone, asked: Asked?, taken: () -> Unit, way: Way) {
    when (opening) {
        Opening.Waiting -> Surface(Modifier.fillMaxSize()) { Box(Modifier) }
        is Opening.Ready -> JustMetUi(opening.core, phone, asked, taken)
        is Opening.Failed -> Trouble(opening, way)
        is Opening.Salvaged -> Salvaged(opening.text, way.open)
    }
}
