package app.justmet.platform

import android.Manifest
import android.content.Intent
import android.net.Uri
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
import app.justmet.core.JustMetException
import app.justmet.domain.WakeReason
import app.justmet.ui.Asked
import app.justmet.ui.JustMetTheme
import app.justmet.ui.Opening
import app.justmet.ui.Start
import app.justmet.ui.explanation
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import java.io.IOException

/** The one Activity: hands the core and what was tapped to the screens. */
class MainActivity : ComponentActivity() {
    private var asked by mutableStateOf<Asked?>(null)
    private var opening by mutableStateOf<Opening>(Opening.Waiting)
    private val permission = registerForActivityResult(ActivityResultContracts.RequestPermission()) {
        justMet.reconcile(WakeReason.PERMISSION_CHANGED)
    }
    private val export = registerForActivityResult(ActivityResultContracts.CreateDocument("application/vnd.sqlite3")) { it?.let(::copyDatabase) }

    override fun onCreate(savedInstanceState: Bundle?) {
        enableEdgeToEdge()
        super.onCreate(savedInstanceState)
        if (savedInstanceState == null) asked = asked(intent)
        open()
        setContent {
            JustMetTheme(dynamic = Build.VERSION.SDK_INT >= 31) {
                Start(opening, justMet.phone, asked, { asked = null }, ::open) { export.launch(justMet.database.name) }
            }
        }
    }

    override fun onStart() {
        super.onStart()
        justMet.phone.asker = { if (Build.VERSION.SDK_INT >= 33) permission.launch(Manifest.permission.POST_NOTIFICATIONS) }
        // Leave may have been given or taken meanwhile; at a cold start `ready` does it.
        if (justMet.phone.isReady) justMet.reconcile(WakeReason.START)
    }

    override fun onStop() {
        justMet.phone.asker = null
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
                Opening.Failed(error.explanation)
            }
        }
    }

    /** Hands the file over as it is: whatever can be saved of it is in there. */
    private fun copyDatabase(to: Uri) {
        lifecycleScope.launch(Dispatchers.IO) {
            try {
                contentResolver.openOutputStream(to)?.use { out -> justMet.database.inputStream().use { it.copyTo(out) } }
            } catch (error: IOException) {
                opening = Opening.Failed(error.message.orEmpty())
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
