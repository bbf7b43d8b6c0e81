package app.justmet.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedCard
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.role
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.dp
import app.justmet.core.Chip
import app.justmet.domain.CaptureField
import app.justmet.domain.Certainty
import app.justmet.domain.Stance

/** The chips in reading order, and after them the one reminder. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
fun Chips(state: CaptureState, model: CaptureModel) {
    FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
        state.chips.forEach { chip ->
            val label = when (chip.stance) {
                Stance.PREFERRED -> "★ ${chip.text}"
                else -> chip.text
            }
            PieceChip(
                label, tint(chip.field), chip.certainty == Certainty.SURE, spoken(chip), chip.stance == Stance.REFUSED,
                { model.tap(chip) }, { model.drop(chip) },
            )
        }
        val preview = state.preview ?: return@FlowRow
        val followUp = preview.followUp
        val text = followUp?.text ?: say("no-reminder")
        val sure = followUp?.certainty != Certainty.UNSURE
        val named = listOfNotNull(say("field-follow-up"), text, say("unsure").takeUnless { sure }).joinToString(", ")
        PieceChip(
            text, tint(CaptureField.FOLLOW_UP), sure, named, false,
            model::tapFollowUp, model::dropFollowUp.takeIf { followUp != null }, say("no-reminder"),
        )
    }
}

/** Filled when sure, hollow with a question mark when not. A tap confirms or edits, the x drops. */
@Composable
private fun PieceChip(
    text: String,
    color: Color,
    sure: Boolean,
    spoken: String,
    struck: Boolean,
    tap: () -> Unit,
    drop: (() -> Unit)?,
    dropLabel: String = say("drop"),
) {
    Surface(
        Modifier.padding(vertical = 2.dp), RoundedCornerShape(12.dp), if (sure) color else Color.Transparent, MaterialTheme.colorScheme.onSurface,
        border = if (sure) null else BorderStroke(1.dp, MaterialTheme.colorScheme.outline),
    ) {
        Row(verticalAlignment = Alignment.CenterVertically) {
            Box(
                Modifier.weight(1f, fill = false).clickable(onClick = tap).defaultMinSize(48.dp, 48.dp).padding(
                    start = 12.dp,
                    end = if (drop ==
                        null
                    ) {
                        12.dp
                    } else {
                        0.dp
                    },
                )
                    .clearAndSetSemantics {
                        contentDescription = spoken
                        role = Role.Button
                        onClick {
                            tap()
                            true
                        }
                    },
                Alignment.CenterStart,
            ) {
                Text(if (sure) text else "$text?", textDecoration = if (struck) TextDecoration.LineThrough else null)
            }
            if (drop != null) {
                IconButton(drop, Modifier.size(48.dp)) { Icon(Icons.Close, "$dropLabel: $text", Modifier.size(18.dp)) }
            }
        }
    }
}

/** What a screen reader says of a chip: kind, value, certainty and whether they prefer it. */
@Composable
private fun spoken(chip: Chip): String = listOfNotNull(
    fieldName(chip.field),
    chip.text,
    say("unsure").takeIf { chip.certainty == Certainty.UNSURE },
    when (chip.stance) {
        Stance.PREFERRED -> say("preferred")
        Stance.REFUSED -> say("refused")
        null -> null
    },
).joinToString(", ")

@Composable
private fun fieldName(field: CaptureField): String = when (field) {
    CaptureField.NAME -> say("field-name")
    CaptureField.ORG -> say("field-org")
    CaptureField.ROLE -> say("field-role")
    CaptureField.EVENT -> say("field-event")
    CaptureField.CHANNEL -> say("field-channel")
    CaptureField.HOURS -> say("field-hours")
    CaptureField.PROMISE -> say("field-promise")
    CaptureField.NOTES -> say("field-notes")
    CaptureField.FOLLOW_UP -> say("field-follow-up")
}

/** Another word for a chip, in the screen itself: the line stays in sight. */
@Composable
fun ChipEditor(chip: Chip, model: CaptureModel) {
    var text by rememberSaveable(chip) { mutableStateOf(chip.text) }
    OutlinedCard(Modifier.fillMaxWidth()) {
        Column(Modifier.padding(16.dp)) {
            OutlinedTextField(text, { text = it }, Modifier.fillMaxWidth(), singleLine = true, label = { Text(fieldName(chip.field)) })
            Row(Modifier.fillMaxWidth(), Arrangement.End) {
                TextButton(model::closeEditor) { Text(say("close")) }
                TextButton({ model.replace(chip, text) }) { Text(say("change")) }
            }
        }
    }
}
