package app.justmet.ui

import androidx.lifecycle.ViewModel
import app.justmet.core.JustMetInterface
import app.justmet.core.Learned
import app.justmet.core.OfferChoice
import app.justmet.core.Settings
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

data class SettingsState(
    /** What is set; none until it was read. */
    val settings: Settings? = null,
    /** The name that messages introduce the person by, as it is typed, and as it is kept. */
    val name: String = "",
    val keptName: String = "",
    val learned: Learned? = null,
    /** After how long people who were never followed up are offered to be forgotten. */
    val offers: List<OfferChoice> = emptyList(),
    val error: String? = null,
)

class SettingsModel(private val core: JustMetInterface) : ViewModel() {
    private val states = MutableStateFlow(SettingsState())
    val state: StateFlow<SettingsState> = states.asStateFlow()
    private val one = Mutex()

    fun load() = attempt {
        val name = core.myName()
        val (settings, learned, offers) = Triple(core.settings(), core.learned(), core.deletionOfferChoices())
        states.update { it.copy(settings = settings, name = name, keptName = name, learned = learned, offers = offers, error = null) }
    }

    fun typeName(text: String) = states.update { it.copy(name = text) }

    fun saveName() = attempt {
        val name = states.value.name.trim()
        core.setMyName(name)
        states.update { it.copy(name = name, keptName = name, error = null) }
    }

    /** Puts a day of the week (0 for Monday) into the weekend, or takes it out of it. */
    fun toggleWeekend(day: Byte) = set {
        val days = it.weekend?.toSet().orEmpty()
        val now = if (day in days) days - day else days + day
        it.copy(weekend = now.sorted().toByteArray().takeIf { all -> all.isNotEmpty() })
    }

    fun weekendOfRegion() = set { it.copy(weekend = null) }

    fun addDayOff(date: String) = set { it.copy(holidays = it.holidays + date) }

    fun removeDayOff(date: String) = set { it.copy(holidays = it.holidays - date) }

    fun offerAfter(choice: OfferChoice) = set { it.copy(offerDeletionAfterMonths = choice.months) }

    fun forgetLearned() = attempt {
        core.forgetLearned()
        val learned = core.learned()
        states.update { it.copy(learned = learned, error = null) }
    }

    /** One after the other: a second tap adds to what the first one set. */
    private fun set(change: (Settings) -> Settings) = attempt {
        one.withLock {
            val now = states.value.settings ?: return@withLock
            val settings = core.setSettings(change(now))
            val offers = core.deletionOfferChoices()
            states.update { it.copy(settings = settings, offers = offers, error = null) }
        }
    }

    private fun attempt(call: suspend () -> Unit) = attempt({ said -> states.update { it.copy(error = said) } }, call)
}
