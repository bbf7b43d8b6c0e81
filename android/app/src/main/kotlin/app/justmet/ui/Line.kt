package app.justmet.ui

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.input.OffsetMapping
import androidx.compose.ui.text.input.TransformedText
import androidx.compose.ui.text.input.VisualTransformation
import app.justmet.core.Chip
import app.justmet.core.ChipEdit

/** Tints the words in the line that its chips were read from. */
fun tinted(chips: List<Chip>, color: (Chip) -> Color) = VisualTransformation { text ->
    val spans = chips.map { it.start.toInt() to it.end.toInt() }
    val styled = AnnotatedString.Builder(text)
    chips.zip(spans).filter { (_, span) -> span.first < span.second && span.second <= text.length }
        .forEach { (chip, span) -> styled.addStyle(SpanStyle(background = color(chip)), span.first, span.second) }
    TransformedText(styled.toAnnotatedString(), OffsetMapping.Identity)
}

/**
 * The taps that still hold after the line went from [old] to [new]: those on words that were not touched, at the place
 * where these words now are. A tap on what stands for nothing in the line (0 to 0) always holds.
 */
fun carried(edits: List<ChipEdit>, old: String, new: String): List<ChipEdit> {
    val before = old.commonPrefixWith(new).length
    val after = old.drop(before).commonSuffixWith(new.drop(before)).length
    val moved = new.length - old.length
    return edits.mapNotNull { edit ->
        val (start, end) = edit.start.toInt() to edit.end.toInt()
        when {
            end == 0 -> edit

            end < before || (end == before && new.getOrNull(end)?.isLetterOrDigit() != true) -> edit

            start > old.length - after || (start == old.length - after && new.getOrNull(start + moved - 1)?.isLetterOrDigit() != true) ->
                edit.copy(start = (start + moved).toUInt(), end = (end + moved).toUInt())

            else -> null
        }
    }
}
