package app.justmet.ui

import androidx.lifecycle.SavedStateHandle
import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import app.justmet.core.ActResult
import app.justmet.core.ContactRow
import app.justmet.core.FollowUpCard
import app.justmet.core.FollowUpPhase
import app.justmet.core.HomeScreen
import app.justmet.core.JustMetException
import app.justmet.core.JustMetInterface
import app.justmet.core.PeopleSection
import app.justmet.core.SearchResult
import app.justmet.core.Slot
import app.justmet.core.Step
import app.justmet.core.Verb
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

data class HomeState(
    val screen: HomeScreen? = null,
    /** Every row that was read so far, page after page. */
    val rows: List<ContactRow> = emptyList(),
    /** "RustConf · 12 people", by the row that it stands above. */
    val headings: Map<Int, String> = emptyMap(),
    /** To be given back for the next page; none where that is all. */
    val next: String? = null,
    val search: String = "",
    /** Who was found; none while nothing is searched for. */
    val found: SearchResult? = null,
    /** More is due than fits on a screen, and all of it is to be shown. */
    val allDue: Boolean = false,
    /** The choices for one that is put off. */
    val later: LaterOffer? = null,
    /** What was done last, while it can be taken back. */
    val acted: ActResult? = null,
    /** What keeps reminders from being seen. */
    val hint: String? = null,
    /** Who was never followed up may be forgotten: said once. */
    val offer: String? = null,
    /** Reading takes long enough to say so. */
    val slow: Boolean = false,
    val error: String? = null,
)

class HomeModel(
    private val core: JustMetInterface,
    private val kept: SavedStateHandle,
    private val phone: Phone,
) : ViewModel() {
    private val states = MutableStateFlow(HomeState(search = kept[SEARCH] ?: ""))
    val state: StateFlow<HomeState> = states.asStateFlow()
    private var reading: Job? = null
    private var searching: Job? = null
    private var undoable: Job? = null
    private var paging = false

    init {
        viewModelScope.launch { phone.changes.collect { load() } }
        viewModelScope.launch {
            phone.problems.collect { problems ->
                states.update { it.copy(hint = problems.firstOrNull().takeUnless { phone.hintPutAway }) }
            }
        }
    }

    /** The whole screen in one call. */
    fun load() {
        reading?.cancel()
        reading = viewModelScope.launch {
            val slow = launch {
                delay(SLOW_MS)
                states.update { it.copy(slow = it.screen == null) }
            }
            attempt {
                val screen = core.home()
                states.update {
                    it.copy(
                        screen = screen, rows = screen.recent, headings = headings(screen.recentSections, 0, null),
                        next = screen.recentNext, error = null,
                    )
                }
            }
            attempt {
                val offer = core.deletionOffer()
                states.update { it.copy(offer = offer.text.takeIf { offer.isNew }) }
            }
            slow.cancel()
            states.update { it.copy(slow = false) }
        }
        if (states.value.search.isNotBlank()) search(states.value.search)
    }

    /** The inbox is on the screen: whoever is seen there needs no notification. */
    fun seen() {
        val fresh = states.value.screen?.inbox.orEmpty().map { it.followUp }.filter { it.phase == FollowUpPhase.PLANNED }
        if (fresh.isEmpty()) return
        viewModelScope.launch {
            attempt {
                core.acknowledge(Step.SeenInInbox(fresh.map { Slot(it.id, it.generation) }))
                phone.changed()
            }
        }
    }

    /** The next page, once the last row is in sight. */
    fun more() {
        val cursor = states.value.next
        if (cursor == null || paging) return
        paging = true
        viewModelScope.launch {
            attempt {
                val page = core.page(cursor)
                // Whoever was saved meanwhile began the list anew: this page then belongs to the list before.
                states.update {
                    if (it.next != cursor) return@update it
                    val headings = it.headings + headings(page.sections, it.rows.size, it.rows.last())
                    it.copy(rows = it.rows + page.rows, headings = headings, next = page.next)
                }
            }
            paging = false
        }
    }

    /** One call a keystroke, the last one wins. */
    fun search(text: String) {
        kept[SEARCH] = text
        searching?.cancel()
        states.update { it.copy(search = text, found = it.found.takeIf { text.isNotBlank() }) }
        if (text.isBlank()) return
        searching = viewModelScope.launch {
            attempt {
                val found = core.search(text)
                states.update { if (it.search == text) it.copy(found = found) else it }
            }
        }
    }

    fun showAllDue() = states.update { it.copy(allDue = true) }

    fun offerLater(card: FollowUpCard) {
        viewModelScope.launch {
            attempt {
                val offer = LaterOffer(card, core.laterChoices())
                states.update { it.copy(later = offer, acted = null) }
            }
        }
    }

    fun closeLater() = states.update { it.copy(later = null) }

    fun act(card: FollowUpCard, verb: Verb) {
        closeLater()
        viewModelScope.launch {
            attempt {
                val acted = core.act(card.id, card.generation, verb)
                states.update { it.copy(acted = acted) }
                phone.changed()
                load()
                undoable?.cancel()
                undoable = viewModelScope.launch {
                    delay(UNDO_MS)
                    states.update { it.copy(acted = null) }
                }
            }
        }
    }

    fun undo() {
        val token = states.value.acted?.undo?.token ?: return
        viewModelScope.launch {
            states.update { it.copy(acted = null) }
            attempt {
                core.undo(token)
                phone.changed()
                load()
            }
        }
    }

    fun putOfferAway() {
        viewModelScope.launch {
            attempt {
                core.deletionOfferShown()
                states.update { it.copy(offer = null) }
            }
        }
    }

    fun putHintAway() {
        phone.hintPutAway = true
        states.update { it.copy(hint = null) }
    }

    private suspend fun attempt(call: suspend () -> Unit) = try {
        call()
    } catch (_: JustMetException.Interrupted) {
        // A later call took its place.
    } catch (error: JustMetException) {
        states.update { it.copy(error = error.explanation) }
    }

    private companion object {
        const val SEARCH = "search"
        const val SLOW_MS = 150L
        const val UNDO_MS = 10_000L
    }
}

/**
 * The headings of a page whose first row is the list's row [from], after [before]. One that goes on from the page before is
 * not said again, and who was met at no event stands under "Recently met" where they come first.
 */
private fun headings(sections: List<PeopleSection>, from: Int, before: ContactRow?): Map<Int, String> = sections
    .filterNot { it.firstRow == 0u && it.event == before?.event }
    .associate { from + it.firstRow.toInt() to it.heading }
