package app.justmet.ui

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.graphics.vector.addPathNodes
import androidx.compose.ui.unit.dp

/** The few signs of the screens, drawn as strokes of one width. */
object Icons {
    val Close = icon("M6,6 L18,18 M18,6 L6,18")
    val Back = icon("M19,12 L5,12 M11,6 L5,12 L11,18", mirrored = true)
    val More = icon("M12,5 L12,5 M12,12 L12,12 M12,19 L12,19", width = 3f)
    val Add = icon("M12,5 L12,19 M5,12 L19,12")
    val Copy = icon("M9,9 H19 V20 H9 Z M5,15 V4 H15")
    val Paste = icon("M7,6 H5 V21 H19 V6 H17 M9,4 H15 V8 H9 Z")
    val Ask = icon("M4,5 H20 V16 H11 L6,20 V16 H4 Z")
    val Edit = icon("M5,19 L6,15 L16,5 L19,8 L9,18 Z")
    val Search = icon("M10.5,4 A6.5,6.5 0 1 0 10.5,17 A6.5,6.5 0 1 0 10.5,4 M15.5,15.5 L20,20")

    private fun icon(path: String, mirrored: Boolean = false, width: Float = 2f): ImageVector =
        ImageVector.Builder(defaultWidth = 24.dp, defaultHeight = 24.dp, viewportWidth = 24f, viewportHeight = 24f, autoMirror = mirrored)
            .addPath(addPathNodes(path), stroke = SolidColor(Color.Black), strokeLineWidth = width, strokeLineCap = StrokeCap.Round)
            .build()
}
