package app.justmet.ui

import app.justmet.core.JustMetException

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
