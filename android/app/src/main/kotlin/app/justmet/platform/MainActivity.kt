package app.justmet.platform

import android.Manifest
import android.content.Intent
import android.os.Build
import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.activity.result.contract.ActivityResultContracts
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.lifecycle.lifecycleScope
import app.justmet.R
import app.justmet.core.JustMetException
import app.justmet.domain.WakeReason
import app.justmet.ui.Asked
import app.justmet.ui.Filed
import app.justmet.ui.JustMetTheme
import app.justmet.ui.Opening
import app.justmet.ui.Start
import app.justmet.ui.Way
import app.justmet.ui.explanation
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

/** The one Activity: hands the core and what was tapped to the screens. */
class MainActivity : ComponentActivity() {
    private var asked by mutableStateOf<Asked?>(null)
    private var opening by mutableStateOf<Opening>(Opening.Waiting)
    private val permission = registerForActivityResult(ActivityResultContracts.RequestPermission()) {
        justMet.reconcile(WakeReason.PERMISSION_CHANGED)
    }
    private val place = registerForActivityResult(ActivityResultContracts.CreateDocument("application/octet-stream")) { documents.chosen(it) }
    private val file = registerForActivityResult(ActivityResultContracts.OpenDocument()) { documents.chosen(it) }
    private val documents get() = justMet.phone.documents

    override fun onCreate(savedInstanceState: Bundle?) {
        enableEdgeToEdge()
        super.onCreate(savedInstanceState)
        if (savedInstanceState == null) asked = asked(intent)
        open()
        setContent {
            JustMetTheme(dynamic = Build.VERSION.SDK_INT >= 31) {
                Start(opening, justMet.phone, asked, { asked = null }, Way(::open, ::salvage, ::export))
            }
        }
    }

    override fun onStart() {
        super.onStart()
        justMet.phone.asker = { if (Build.VERSION.SDK_INT >= 33) permission.launch(Manifest.permission.POST_NOTIFICATIONS) }
        documents.askPlace = { place.launch(it) }
        documents.askFile = { file.launch(arrayOf("*/*")) }
        // Leave may have been given or taken meanwhile; at a cold start `ready` does it.
        if (justMet.phone.isReady) justMet.reconcile(WakeReason.START)
    }

    override fun onStop() {
        justMet.phone.asker = null
        documents.askPlace = null
        documents.askFile = null
        super.onStop()
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        asked = asked(intent)
    }

    private fun open() {
        justMet.opened()?.let {
            opening = Opening.Ready(it)
            return
        }
        opening = Opening.Waiting
        lifecycleScope.launch {
            opening = try {
                Opening.Ready(withContext(Dispatchers.IO) { justMet.open() })
            } catch (error: JustMetException) {
                failed(error)
            }
        }
    }

    private fun failed(error: JustMetException) = Opening.Failed(error.explanation, error is JustMetException.DamagedDatabase)

    private fun salvage() {
        opening = Opening.Waiting
        lifecycleScope.launch {
            opening = try {
                Opening.Salvaged(withContext(Dispatchers.IO) { justMet.salvage().text })
            } catch (error: JustMetException) {
                failed(error)
            }
        }
    }

    /** Hands the file over as it is: whatever can be saved of it is in there. */
    private fun export() {
        lifecycleScope.launch {
            if (documents.handOut(justMet.database, justMet.database.name) == Filed.FAILED) {
                opening = Opening.Failed(getString(R.string.trouble_not_exported), (opening as? Opening.Failed)?.canSalvage == true)
            }
        }
    }

    private fun asked(intent: Intent): Asked? {
        val contact = intent.getStringExtra(CONTACT) ?: return null
        return Asked(contact, intent.data?.lastPathSegment == "write")
    }

    companion object {
        const val CONTACT = "contact"
    }
}
