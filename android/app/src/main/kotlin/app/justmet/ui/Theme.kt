package app.justmet.ui

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Typography
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.dynamicDarkColorScheme
import androidx.compose.material3.dynamicLightColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.ReadOnlyComposable
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.style.TextDirection
import app.justmet.domain.CaptureField

private val light = lightColorScheme(
    primary = Color(0xFF2A5D67),
    onPrimary = Color.White,
    primaryContainer = Color(0xFFC9E7ED),
    onPrimaryContainer = Color(0xFF001F25),
    background = Color(0xFFFBFCFC),
    surface = Color(0xFFFBFCFC),
)
private val dark = darkColorScheme(
    primary = Color(0xFF9BCFD9),
    onPrimary = Color(0xFF00363F),
    primaryContainer = Color(0xFF1B4D56),
    onPrimaryContainer = Color(0xFFC9E7ED),
    background = Color(0xFF121517),
    surface = Color(0xFF121517),
)

/** The phone's own colours where it has them ([dynamic], from Android 12 on). */
@Composable
fun JustMetTheme(dynamic: Boolean, content: @Composable () -> Unit) {
    val isDark = isSystemInDarkTheme()
    val context = LocalContext.current
    val colors = when {
        dynamic && isDark -> dynamicDarkColorScheme(context)
        dynamic -> dynamicLightColorScheme(context)
        isDark -> dark
        else -> light
    }
    MaterialTheme(colors, typography = typography, content = content)
}

/** A text runs the way its own letters do: an English sentence on an Arabic phone from left to right, its full stop at its end. */
private val typography = Typography().run {
    fun TextStyle.own() = copy(textDirection = TextDirection.Content)
    Typography(
        displayLarge.own(), displayMedium.own(), displaySmall.own(),
        headlineLarge.own(), headlineMedium.own(), headlineSmall.own(),
        titleLarge.own(), titleMedium.own(), titleSmall.own(),
        bodyLarge.own(), bodyMedium.own(), bodySmall.own(),
        labelLarge.own(), labelMedium.own(), labelSmall.own(),
    )
}

/** One colour a field, on its chip and on its words in the line, so that the eye sees why. Text on it keeps the usual colour. */
@Composable
@ReadOnlyComposable
fun tint(field: CaptureField): Color {
    val hue = when (field) {
        CaptureField.NAME -> 200f
        CaptureField.ORG -> 265f
        CaptureField.ROLE -> 300f
        CaptureField.EVENT -> 40f
        CaptureField.CHANNEL, CaptureField.HOURS -> 150f
        CaptureField.PROMISE -> 20f
        CaptureField.NOTES -> 60f
        CaptureField.FOLLOW_UP -> 225f
    }
    return if (isSystemInDarkTheme()) Color.hsl(hue, 0.35f, 0.26f) else Color.hsl(hue, 0.55f, 0.88f)
}

/** The colour behind a person's initials, from the id: the same on every screen. White text on it has a contrast above 4.5. */
fun avatarColor(id: String): Color = Color.hsl((id.hashCode() and 0x7fffffff) % 360f, 0.45f, 0.30f)
