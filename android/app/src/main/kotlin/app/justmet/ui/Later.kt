package app.justmet.ui

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.DatePicker
import androidx.compose.material3.DatePickerDialog
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.SelectableDates
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.material3.rememberDatePickerState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.justmet.core.FollowUpCard
import app.justmet.core.LaterChoice
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneOffset

/** What a person who puts a reminder off is offered. */
data class LaterOffer(val followUp: FollowUpCard, val choices: List<LaterChoice>)

/** Until when: the day stands beside each choice, and there is a day of one's own. */
@Composable
fun Later(offer: LaterOffer, choose: (String) -> Unit, close: () -> Unit) {
    var picking by rememberSaveable { mutableStateOf(false) }
    Surface(
        Modifier.fillMaxWidth().padding(vertical = 8.dp),
        MaterialTheme.shapes.medium, MaterialTheme.colorScheme.surfaceContainerHigh, MaterialTheme.colorScheme.onSurface,
    ) {
        Column(Modifier.padding(start = 4.dp, top = 12.dp, end = 4.dp)) {
            Text(say("later"), Modifier.padding(horizontal = 12.dp).semantics { heading() }, style = MaterialTheme.typography.titleMedium)
            offer.choices.forEach { choice ->
                TextButton({ choose(choice.until) }, Modifier.fillMaxWidth().heightIn(min = 48.dp)) {
                    Column(Modifier.fillMaxWidth()) {
                        Text(choice.label)
                        Text(choice.dueText, style = MaterialTheme.typography.bodySmall)
                    }
                }
            }
            FlowRow {
                TextButton({ picking = true }) { Text(say("another-day")) }
                TextButton(close) { Text(say("close")) }
            }
        }
    }
    if (picking) {
        // The core takes days from tomorrow on: the first choice is that, or the working day after it.
        val first = LocalDate.parse(offer.choices.first().until)
        DayPicker(first, say("later"), choose) { picking = false }
    }
}

/** A day from [first] on, given to [choose] as a date. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
fun DayPicker(first: LocalDate, confirm: String, choose: (String) -> Unit, close: () -> Unit) {
    val start = millis(first)
    val state = rememberDatePickerState(
        initialDisplayedMonthMillis = start, yearRange = first.year..first.year + YEARS,
        selectableDates = object : SelectableDates {
            override fun isSelectableDate(utcTimeMillis: Long) = utcTimeMillis >= start
        },
    )
    DatePickerDialog(
        onDismissRequest = close,
        confirmButton = {
            val day = state.selectedDateMillis?.let { Instant.ofEpochMilli(it).atZone(ZoneOffset.UTC).toLocalDate() }
            TextButton({ day?.let { choose("$it") } }, enabled = day != null) { Text(confirm) }
        },
        dismissButton = { TextButton(close) { Text(say("close")) } },
    ) { DatePicker(state) }
}

private fun millis(day: LocalDate) = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()

private const val YEARS = 5
