package app.justmet.ui

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import app.justmet.core.JustMetException
import kotlinx.coroutines.launch

/** What happened and what to do, in the person's language. Kotlin's own `message` is the record's fields, not a sentence. */
val JustMetException.explanation: String
    get() = when (this) {
        is JustMetException.Invalid -> explanation
        is JustMetException.NotFound -> explanation
        is JustMetException.NewerDatabase -> explanation
        is JustMetException.DamagedDatabase -> explanation
        is JustMetException.Busy -> explanation
        is JustMetException.Storage -> explanation
        is JustMetException.Shell -> explanation
        is JustMetException.Interrupted -> explanation
        is JustMetException.Internal -> explanation
    }

/** Asks the core in a screen's scope; what it refuses is said there. */
internal fun ViewModel.attempt(refused: (String) -> Unit, call: suspend () -> Unit) {
    viewModelScope.launch {
        try {
            call()
        } catch (error: JustMetException) {
            refused(error.explanation)
        }
    }
}
