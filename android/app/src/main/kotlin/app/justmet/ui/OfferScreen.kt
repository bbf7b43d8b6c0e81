package app.justmet.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.justmet.core.OfferedPerson

/** Who was never followed up. Keeping looks as good as forgetting. */
@Composable
fun Offer(model: OfferModel, back: () -> Unit) {
    val state by model.state.collectAsState()
    LaunchedEffect(Unit) { model.load() }
    Column(Modifier.fillMaxSize().padding(horizontal = 16.dp)) {
        Bar(say("never-followed-up"), back)
        LazyColumn(Modifier.weight(1f)) {
            state.error?.let { item { Text(it, color = MaterialTheme.colorScheme.error) } }
            val offer = state.offer ?: return@LazyColumn
            item { Text(offer.text ?: say("nobody")) }
            items(offer.people, { it.contact.id }) { Offered(it, model) }
            if (offer.more > 0u) item { Quiet(listOf("${offer.more} ${say("more")}")) }
        }
        state.said?.let { Notice(it) { if (state.undo != null) TextButton(model::undo) { Text(say("undo")) } } }
        if (state.offer?.people.orEmpty().isNotEmpty()) {
            OutlinedButton(model::keepAll, Modifier.fillMaxWidth().padding(bottom = 16.dp)) { Text(say("keep-all")) }
        }
    }
}

@Composable
private fun Offered(person: OfferedPerson, model: OfferModel) {
    Row(Modifier.fillMaxWidth().padding(vertical = 8.dp), Arrangement.spacedBy(12.dp), Alignment.CenterVertically) {
        Avatar(person.contact.id, person.contact.title)
        Column {
            Text(listOfNotNull(person.contact.title, person.contact.org).joinToString(" · "), style = MaterialTheme.typography.titleMedium)
            Quiet(listOf(person.met))
            FlowRow(horizontalArrangement = Arrangement.spacedBy(4.dp)) {
                TextButton({ model.keep(person.contact.id) }) { Text(say("keep")) }
                TextButton({ model.forget(person.contact.id) }) { Text(say("forget")) }
            }
        }
    }
}
