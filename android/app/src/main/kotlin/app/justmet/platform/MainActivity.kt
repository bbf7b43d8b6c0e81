package app.justmet.platform

import android.Manifest
import android.content.Intent
import android.os.Build
import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.activity.result.contract.ActivityResultContracts
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import app.justmet.core.JustMetException
import app.justmet.ui.JustMetUi
import app.justmet.ui.Unopened
import app.justmet.ui.explanation

/** The one Activity: hands the core and what was tapped to the screens. */
class MainActivity : ComponentActivity() {
    private var asked by mutableStateOf<String?>(null)
    private val permission = registerForActivityResult(ActivityResultContracts.RequestPermission()) { justMet.reconcile() }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        if (savedInstanceState == null) asked = intent.getStringExtra(Reminders.CONTACT)
        val core = try {
            justMet.core
        } catch (error: JustMetException) {
            setContent { Unopened(error.explanation) }
            return
        }
        setContent { JustMetUi(core, asked, { asked = null }, justMet::changed) }
    }

    override fun onStart() {
        super.onStart()
        // Only with something to remind of is leave asked for; the system asks at most twice.
        if (Build.VERSION.SDK_INT >= 33) justMet.askLeave = { permission.launch(Manifest.permission.POST_NOTIFICATIONS) }
        justMet.reconcile() // the alarm and the job may both be lost
    }

    override fun onStop() {
        justMet.askLeave = null
        super.onStop()
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        asked = intent.getStringExtra(Reminders.CONTACT)
    }
}
