package app.justmet.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.unit.dp

/** The first letters of the first and the last word of a name: "Priya Rao" is PR. */
fun initials(name: String): String {
    val words = name.split(' ').filter { it.isNotBlank() }
    val first = { word: String -> String(Character.toChars(word.codePointAt(0))) }
    return listOfNotNull(words.firstOrNull(), words.drop(1).lastOrNull()).joinToString("", transform = first).uppercase()
}

private const val LARGE = 1.5f

/** Says nothing to a screen reader: the name stands beside it, and with large letters it needs the room. */
@Composable
fun Avatar(id: String, name: String) {
    if (LocalDensity.current.fontScale > LARGE) return
    Surface(Modifier.size(48.dp).clearAndSetSemantics { }, CircleShape, avatarColor(id), Color.White) {
        Box(contentAlignment = Alignment.Center) { Text(initials(name), style = MaterialTheme.typography.titleSmall, maxLines = 1) }
    }
}
