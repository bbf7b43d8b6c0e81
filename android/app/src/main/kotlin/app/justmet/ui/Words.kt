package app.justmet.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.ReadOnlyComposable
import androidx.compose.runtime.staticCompositionLocalOf

/** The labels of the screens, by the core's keys; read in one call when the app starts. */
val LocalLabels = staticCompositionLocalOf<Map<String, String>> { error("no labels") }

@Composable
@ReadOnlyComposable
fun say(key: String): String = LocalLabels.current[key] ?: key
