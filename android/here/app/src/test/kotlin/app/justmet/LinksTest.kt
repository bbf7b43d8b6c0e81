package app.justmet

import android.app.Application
import android.content.Intent
import androidx.test.core.app.ApplicationProvider
import app.justmet.domain.Action
import app.justmet.domain.DraftGoes
import app.justmet.domain.Launch
import app.justmet.platform.Links
import app.justmet.platform.snapshot
import app.justmet.ui.Opened
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import java.time.Instant
import java.time.ZoneId

/** What opens which app, and what the clock's zone says. */
@RunWith(RobolectricTestRunner::class)
class LinksTest {
    private val app = ApplicationProvider.getApplicationContext<Application>()
    private val links = Links(app)

    private fun open(primary: Launch, fallback: Launch? = null, draft: DraftGoes = DraftGoes.INLINE, text: String = ""): Pair<Opened, Intent?> =
        links.open(Action(primary, fallback, draft), text) to shadowOf(app).nextStartedActivity

    @Test fun `each way to write`() {
        val mail = open(Launch.ComposeMail("a+b@c.example", "RustConf", "Hi & bye")).second!!
        assertEquals(listOf(Intent.ACTION_SENDTO, "mailto:a%2Bb@c.example"), listOf(mail.action, mail.dataString))
        assertEquals("RustConf" to "Hi & bye", mail.getStringExtra(Intent.EXTRA_SUBJECT) to mail.getStringExtra(Intent.EXTRA_TEXT))
        val sms = open(Launch.ComposeSms("+15145550142", "Hi")).second!!
        assertEquals(listOf("smsto:+15145550142", "Hi"), listOf(sms.dataString, sms.getStringExtra("sms_body")))
        assertEquals(Intent.ACTION_DIAL, open(Launch.Dial("+15145550142")).second!!.action)
        assertEquals(Opened.COPIED, open(Launch.CopyText("priya_rao")).first)
        assertEquals("priya_rao", links.paste())
    }

    @Test fun `a text that the link cannot carry waits on the clipboard`() {
        val (opened, intent) = open(Launch.OpenLink("https://www.linkedin.com/in/priya"), draft = DraftGoes.CLIPBOARD, text = "Hi Priya")
        assertEquals(Opened.APP, opened)
        assertEquals("https://www.linkedin.com/in/priya", intent!!.dataString)
        assertEquals("Hi Priya", links.paste())
    }

    @Test fun `where no app takes it the next way is tried, and at last the text is copied`() {
        shadowOf(app).checkActivities(true)
        assertEquals(Opened.COPIED, open(Launch.OpenLink("sgnl://x"), Launch.CopyText("+15145550142")).first)
        val (opened, intent) = open(Launch.OpenLink("sgnl://x"), Launch.OpenLink("https://x.example"), text = "Hi Priya")
        assertEquals(Opened.NOTHING, opened)
        assertNull(intent)
        assertEquals("Hi Priya", links.paste())
    }

    @Test fun `the zone as the system knows it`() {
        val toronto = snapshot(ZoneId.of("America/Toronto"), Instant.ofEpochMilli(EVENING))
        assertEquals(-5 * 3600, toronto.offsetAtStartS)
        assertEquals(listOf(-4 * 3600, -5 * 3600), toronto.transitions.map { it.offsetAfterS })
    }
}
