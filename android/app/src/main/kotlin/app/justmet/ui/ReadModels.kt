package app.justmet.ui

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import app.justmet.core.ContactScreen
import app.justmet.core.FollowUpCard
import app.justmet.core.HomeScreen
import app.justmet.core.JustMet
import app.justmet.core.JustMetException
import app.justmet.core.Verb
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch

/** A screen that is one call to the core; [screen] stays while an [error] is shown. */
data class Read<T>(val screen: T? = null, val error: String? = null)

class HomeModel(private val core: JustMet, private val changed: () -> Unit) : ViewModel() {
    private val states = MutableStateFlow(Read<HomeScreen>())
    val state: StateFlow<Read<HomeScreen>> = states.asStateFlow()

    fun load() = attempt { }

    fun act(card: FollowUpCard, verb: Verb) = attempt { core.act(card.id, card.generation, verb); changed() }

    private fun attempt(first: suspend () -> Unit) {
        viewModelScope.launch {
            states.value = try { first(); Read(core.home()) } catch (error: JustMetException) { states.value.copy(error = error.explanation) }
        }
    }
}

class ContactModel(private val core: JustMet, private val id: String) : ViewModel() {
    private val states = MutableStateFlow(Read<ContactScreen>())
    val state: StateFlow<Read<ContactScreen>> = states.asStateFlow()

    init {
        viewModelScope.launch {
            states.value = try { Read(core.contact(id)) } catch (error: JustMetException) { Read(error = error.explanation) }
        }
    }
}
