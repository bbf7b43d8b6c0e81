package app.justmet.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.FilterChip
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.unit.dp
import app.justmet.domain.Language
import java.time.DayOfWeek
import java.time.LocalDate
import java.time.format.DateTimeFormatter
import java.time.format.FormatStyle
import java.time.format.TextStyle
import java.util.Locale

/** The name in messages, the days without a reminder, and what was learned. */
@Composable
fun Settings(model: SettingsModel, language: Language, offer: () -> Unit, back: () -> Unit) {
    val state by model.state.collectAsState()
    LaunchedEffect(Unit) { model.load() }
    Column(Modifier.fillMaxSize().padding(horizontal = 16.dp)) {
        Bar(say("settings"), back)
        Column(Modifier.weight(1f).verticalScroll(rememberScrollState()).padding(bottom = 16.dp), Arrangement.spacedBy(8.dp)) {
            state.error?.let { Text(it, color = MaterialTheme.colorScheme.error) }
            MyName(state, model)
            val settings = state.settings ?: return@Column
            val locale = Locale(language.name.lowercase())
            Weekend(settings.weekend, locale, model)
            DaysOff(settings.holidays, locale, model)
            Heading(say("offer-deletion"))
            Quiet(listOf(say("offer-explained")))
            FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
                state.offers.forEach { FilterChip(it.isSet, { model.offerAfter(it) }, { Text(it.label) }) }
            }
            if (settings.offerDeletionAfterMonths != null) TextButton(offer) { Text(say("never-followed-up")) }
            state.learned?.let { learned ->
                Heading(say("learned"))
                learned.rates.forEach { Text(it.text) }
                Quiet(listOf(learned.text))
                if (learned.rates.isNotEmpty()) TextButton(model::forgetLearned) { Text(say("forget-learned")) }
            }
        }
    }
}

@Composable
private fun MyName(state: SettingsState, model: SettingsModel) {
    OutlinedTextField(
        state.name, model::typeName, Modifier.fillMaxWidth(), label = { Text(say("my-name")) }, singleLine = true,
        keyboardOptions = KeyboardOptions(imeAction = ImeAction.Done), keyboardActions = KeyboardActions(onDone = { model.saveName() }),
    )
    if (state.name.trim() != state.keptName) TextButton(model::saveName) { Text(say("save")) }
}

@Composable
private fun Weekend(days: ByteArray?, locale: Locale, model: SettingsModel) {
    Heading(say("weekend"))
    FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
        FilterChip(days == null, model::weekendOfRegion, { Text(say("usual-weekend")) })
        DayOfWeek.entries.forEach { day ->
            val number = (day.value - 1).toByte()
            val name = day.getDisplayName(TextStyle.FULL_STANDALONE, locale)
            FilterChip(days?.contains(number) == true, { model.toggleWeekend(number) }, { Text(name) })
        }
    }
}

@Composable
private fun DaysOff(dates: List<String>, locale: Locale, model: SettingsModel) {
    var adding by rememberSaveable { mutableStateOf(false) }
    val format = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale)
    Heading(say("days-off"))
    Quiet(listOf(say("days-off-explained")))
    dates.forEach { date ->
        val text = LocalDate.parse(date).format(format)
        Row(verticalAlignment = Alignment.CenterVertically) {
            Text(text, Modifier.weight(1f))
            IconButton({ model.removeDayOff(date) }) { Icon(Icons.Close, "${say("drop")}: $text") }
        }
    }
    TextButton({ adding = true }) { Label(Icons.Add, say("add-day")) }
    if (adding) {
        val add = { date: String ->
            model.addDayOff(date)
            adding = false
        }
        DayPicker(LocalDate.now(), say("add-day"), add) { adding = false }
    }
}
