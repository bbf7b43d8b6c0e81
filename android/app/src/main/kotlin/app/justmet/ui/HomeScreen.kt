package app.justmet.ui

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.Button
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
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import app.justmet.core.ContactRow
import app.justmet.core.InboxRow
import app.justmet.core.RowMark
import app.justmet.core.RowText
import app.justmet.core.SearchHit
import app.justmet.core.SearchResult
import app.justmet.core.Verb

/** How many that are due are shown at first. */
private const val SCREENFUL = 6

/** What is due, then whom one met lately. */
@Composable
fun Home(
    model: HomeModel,
    open: (String) -> Unit,
    write: (String) -> Unit,
    add: (String) -> Unit,
    offer: () -> Unit,
    menu: @Composable () -> Unit,
) {
    val state by model.state.collectAsState()
    LaunchedEffect(Unit) { model.load() }
    LaunchedEffect(state.screen) { model.seen() }
    Column(Modifier.fillMaxSize().padding(horizontal = 16.dp)) {
        Row(verticalAlignment = Alignment.CenterVertically) {
            SearchField(state, model, Modifier.weight(1f))
            menu()
        }
        LazyColumn(Modifier.weight(1f)) {
            state.error?.let { item { Text(it, Modifier.padding(vertical = 8.dp), MaterialTheme.colorScheme.error) } }
            state.hint?.let { hint -> item { Notice(hint) { TextButton(model::putHintAway) { Text(say("understood")) } } } }
            state.offer?.let { text ->
                item {
                    Notice(text) {
                        TextButton(offer) { Text(say("look")) }
                        TextButton(model::putOfferAway) { Text(say("not-now")) }
                    }
                }
            }
            val result = state.found
            if (result == null) lists(state, model, open, write) else found(result, open, add)
        }
        state.later?.let { offer -> Later(offer, { model.act(offer.followUp, Verb.Snooze(it)) }, model::closeLater) }
        state.acted?.let { acted ->
            Notice(acted.text) { if (acted.undo != null) TextButton(model::undo) { Text(say("undo")) } }
        }
        Button({ add("") }, Modifier.fillMaxWidth().padding(bottom = 16.dp).heightIn(min = 56.dp)) { Label(Icons.Add, say("add")) }
    }
}

@Composable
private fun SearchField(state: HomeState, model: HomeModel, modifier: Modifier) {
    val label = say("search")
    OutlinedTextField(
        state.search, model::search, modifier.padding(vertical = 8.dp).semantics { contentDescription = label },
        placeholder = { Text(label) }, singleLine = true, leadingIcon = { Icon(Icons.Search, null) },
        trailingIcon = { if (state.search.isNotEmpty()) IconButton({ model.search("") }) { Icon(Icons.Close, say("clear")) } },
    )
}

private fun LazyListScope.lists(state: HomeState, model: HomeModel, open: (String) -> Unit, write: (String) -> Unit) {
    val screen = state.screen
    if (screen == null) {
        if (state.slow) item { Text("…", Modifier.padding(16.dp)) }
        return
    }
    if (screen.inbox.isEmpty() && state.rows.isEmpty()) {
        item { Text(say("empty"), Modifier.padding(vertical = 24.dp), style = MaterialTheme.typography.titleMedium) }
        return
    }
    item { Heading(say("today")) }
    if (screen.inbox.isEmpty()) item { Text(screen.nothingDue, Modifier.padding(vertical = 8.dp)) }
    val due = if (state.allDue) screen.inbox else screen.inbox.take(SCREENFUL)
    items(due, { "due ${it.followUp.id}" }) { Due(it, model, open, write) }
    val rest = screen.inbox.size - due.size
    val more = rest + screen.moreDue.toInt()
    if (rest > 0) {
        item { TextButton(model::showAllDue) { Text("$more ${say("more")}") } }
    } else if (more > 0) {
        item { Text("$more ${say("more")}", Modifier.padding(vertical = 8.dp)) }
    }
    item { Heading(say("recently-met")) }
    state.rows.forEachIndexed { index, row ->
        state.headings[index]?.let { item("heading ${row.id}") { Event(it) } }
        item(row.id) { Person(row, open) }
    }
    if (state.next != null) item("next ${state.next}") { LaunchedEffect(state.next) { model.more() } }
}

private fun LazyListScope.found(result: SearchResult, open: (String) -> Unit, add: (String) -> Unit) {
    items(result.notes) { Quiet(listOf(it)) }
    items(result.hits, { it.row.id }) { Person(it.row, open, it) }
    if (result.hasMore) item { Quiet(listOf("…")) }
    result.add?.let { offer ->
        item { Button({ add(offer.line) }, Modifier.padding(vertical = 8.dp)) { Label(Icons.Add, offer.label) } }
    }
}

/** "RustConf · 12 people". */
@Composable
private fun Event(heading: String) = Text(
    heading, Modifier.padding(top = 8.dp).semantics { heading() }, MaterialTheme.colorScheme.primary,
    style = MaterialTheme.typography.labelLarge,
)

/** A promise that is due, as a sentence, with what can be done about it. */
@Composable
private fun Due(row: InboxRow, model: HomeModel, open: (String) -> Unit, write: (String) -> Unit) {
    Column(Modifier.fillMaxWidth().padding(vertical = 4.dp)) {
        Row(
            Modifier.fillMaxWidth().clickable {
                open(row.contact.id)
            }.padding(vertical = 8.dp),
            Arrangement.spacedBy(12.dp), Alignment.CenterVertically,
        ) {
            Avatar(row.contact.id, row.contact.title)
            Column {
                Text(row.title, style = MaterialTheme.typography.titleMedium)
                Quiet(listOfNotNull(row.contact.title, row.contact.org, row.contact.event, row.contact.channelName))
            }
        }
        FlowRow(horizontalArrangement = Arrangement.spacedBy(4.dp)) {
            Button({ write(row.contact.id) }) { Text(row.contact.channelName?.let { "${say("write")}: $it" } ?: say("write")) }
            TextButton({ model.act(row.followUp, Verb.Done) }) { Text(say("done")) }
            TextButton({ model.offerLater(row.followUp) }) { Text(say("later")) }
            TextButton({ model.act(row.followUp, Verb.LetGo) }) { Text(say("let-go")) }
        }
    }
}

/** "Priya Rao · Acme / I owe: slides · WhatsApp · Tue 24 Nov 2026, 10:00". What was searched for is marked. */
@Composable
private fun Person(row: ContactRow, open: (String) -> Unit, hit: SearchHit? = null) {
    val marks = hit?.marks.orEmpty()
    Row(
        Modifier.fillMaxWidth().clickable { open(row.id) }.padding(vertical = 8.dp).heightIn(min = 48.dp),
        Arrangement.spacedBy(12.dp), Alignment.CenterVertically,
    ) {
        Avatar(row.id, row.title)
        Column {
            val name = marked(row.title, marks, RowText.TITLE)
            val title = if (row.nameSure) name else name + AnnotatedString("?")
            // In the list of people met lately the heading names the event already.
            val event = row.event?.takeIf { hit != null }?.let { marked(it, marks, RowText.EVENT) }
            Text(joined(listOfNotNull(title, row.org?.let { marked(it, marks, RowText.ORG) }, event)), style = MaterialTheme.typography.titleMedium)
            val promise = row.promise?.let { marked(it, marks, RowText.PROMISE) }
            val rest = listOfNotNull(row.channelName, row.followUp?.dueText ?: row.met).map(::AnnotatedString)
            val quiet = MaterialTheme.colorScheme.onSurfaceVariant
            Text(joined(listOfNotNull(promise) + rest), color = quiet, style = MaterialTheme.typography.bodyMedium)
            hit?.foundIn?.let {
                Text(
                    AnnotatedString("${it.label}: ") + bold(
                        it.text,
                        it.marks.map { mark ->
                            mark.start to mark.end
                        },
                    ),
                    style = MaterialTheme.typography.bodyMedium,
                )
            }
        }
    }
}

private fun marked(text: String, marks: List<RowMark>, part: RowText) =
    bold(text, marks.filter { it.text == part }.map { it.start to it.end })

private fun bold(text: String, spans: List<Pair<UInt, UInt>>) = AnnotatedString(
    text,
    spans.filter {
        it.second.toInt() <= text.length
    }.map { AnnotatedString.Range(SpanStyle(fontWeight = FontWeight.Bold), it.first.toInt(), it.second.toInt()) },
)

private fun joined(parts: List<AnnotatedString>) = parts.reduce { line, part -> line + AnnotatedString(" · ") + part }

@Composable
fun Quiet(parts: List<String>) =
    Text(parts.joinToString(" · "), color = MaterialTheme.colorScheme.onSurfaceVariant, style = MaterialTheme.typography.bodyMedium)
