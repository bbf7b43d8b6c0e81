package app.justmet.ui

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.lifecycle.SavedStateHandle
import androidx.lifecycle.ViewModel
import androidx.lifecycle.createSavedStateHandle
import androidx.lifecycle.viewmodel.compose.viewModel
import app.justmet.core.JustMetInterface
import app.justmet.domain.Language

/** Where a notification or a shortcut leads: a person's screen, with the message open for [write]. */
data class Asked(val contact: String, val write: Boolean)

/** The core as the screens hold it: the object, its language, its labels. */
class Core(val justMet: JustMetInterface, val language: Language, val labels: Map<String, String>)

/** What outlives the process: the half-typed line, the search. */
class Kept(val handle: SavedStateHandle) : ViewModel()

private const val CAPTURE = "capture"
private const val HOME = "home"
private const val WRITE = "write/"
private const val SETTINGS = "settings"
private const val BACKUP = "backup"
private const val OFFER = "offer"

/** The screens as a stack; what is none of those above is a contact's id, behind [WRITE] where they are written to. */
@Composable
fun JustMetUi(core: Core, phone: Phone, asked: Asked?, taken: () -> Unit) {
    var stack by rememberSaveable { mutableStateOf(listOf(HOME, CAPTURE)) }
    LaunchedEffect(asked) {
        if (asked != null) {
            stack = listOf(HOME, if (asked.write) WRITE + asked.contact else asked.contact)
            taken()
        }
    }
    BackHandler(stack.size > 1) { stack = stack.dropLast(1) }
    val back = { stack = stack.dropLast(1) }
    // One model a language; what was typed goes over from one to the other.
    val kept = viewModel { Kept(createSavedStateHandle()) }.handle
    val language = core.language.name
    val capture = viewModel(key = "capture $language") { CaptureModel(core.justMet, kept, phone) }
    CompositionLocalProvider(LocalLabels provides core.labels) {
        Surface(Modifier.fillMaxSize()) {
            Box(Modifier.safeDrawingPadding()) {
                when (val top = stack.last()) {
                    CAPTURE -> Capture(capture, core.language, back)

                    HOME -> Home(
                        viewModel(key = "home $language") { HomeModel(core.justMet, kept, phone) },
                        open = { stack = stack + it },
                        write = { stack = stack + (WRITE + it) },
                        add = { text ->
                            if (text.isNotBlank()) capture.append(text)
                            stack = stack + CAPTURE
                        },
                        offer = { stack = stack + OFFER },
                        menu = { Menu(listOf(say("backup") to { stack = stack + BACKUP }, say("settings") to { stack = stack + SETTINGS })) },
                    )

                    SETTINGS -> {
                        val model = viewModel(key = "settings $language") { SettingsModel(core.justMet) }
                        Settings(model, core.language, { stack = stack + OFFER }, back)
                    }

                    OFFER -> Offer(viewModel(key = "offer $language") { OfferModel(core.justMet, phone) }, back)

                    BACKUP -> Backup(viewModel(key = "backup $language") { BackupModel(core.justMet, phone) }, back)

                    else -> {
                        val id = top.removePrefix(WRITE)
                        val model = viewModel(key = "$id $language") { ContactModel(core.justMet, id, createSavedStateHandle(), phone) }
                        Contact(model, core.language, top.startsWith(WRITE), back)
                    }
                }
            }
        }
    }
    // After the screens' own effects: the field has the focus first.
    LaunchedEffect(core) { phone.ready() }
}
