package app.justmet.platform

import android.content.Intent
import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import app.justmet.ui.JustMetUi
import kotlinx.coroutines.launch

/** The one Activity: hands the core and what was tapped to the screens. */
class MainActivity : ComponentActivity() {
    private var asked by mutableStateOf<String?>(null)

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        if (savedInstanceState == null) asked = intent.getStringExtra(Reminders.CONTACT)
        val app = justMet
        setContent { JustMetUi(app.core, asked, { asked = null }) { app.scope.launch { app.reminders.reconcile() } } }
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        asked = intent.getStringExtra(Reminders.CONTACT)
    }
}
