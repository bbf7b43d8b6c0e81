package app.justmet

import android.content.Intent
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.test.SemanticsMatcher
import app.justmet.platform.MainActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/**
 * The three screens as they are drawn, into build/android-here/pictures to be looked at; and what can be measured of
 * them: no word is cut or broken, whatever can be tapped has a name and 48 dp.
 */
@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class PictureTest : AppTest() {
    @Test fun light() = screens("light")

    @Test
    @Config(qualifiers = "+night")
    fun dark() = screens("dark")

    @Test
    @Config(qualifiers = "+ar-ldrtl")
    fun rightToLeft() = screens("rtl")

    @Test fun large() {
        RuntimeEnvironment.setFontScale(2f)
        screens("large")
    }

    @Test
    @Config(qualifiers = "+de-w320dp-h640dp")
    fun germanOnASmallPhone() = screens("de-320")

    private fun screens(name: String) {
        val id = save("$PRIYA, priya@acme.example, met at RustConf").contact.id
        save("Bartholomäus Wiesengrund-Südhoffmann, Donaudampfschifffahrt GmbH, CTO, Telegram @bart_wies, intro to Sam, follow up friday")
        save("José Álvarez, jose@alvarez.example, met at EuroRust")
        clock.now += 26 * 3_600_000L
        launch()
        val back = if (name.startsWith("de")) "Zurück" else "Back"
        type(core.labels().getValue("capture-placeholder"), "Ana Lima, Globex, prefers WhatsApp +1 514 555 0166, priya slides, Tue")
        rule.waitUntil(15_000) { shows("Ana Lima") && "preview" in recorder.names }
        rule.waitForIdle()
        picture("capture-$name")
        tap(back)
        see("Priya Rao")
        picture("home-$name")
        close()
        launch(Intent(app, MainActivity::class.java).putExtra(MainActivity.CONTACT, id))
        see("WhatsApp")
        picture("contact-$name")
    }

    private fun picture(name: String) {
        rule.waitForIdle()
        check(name)
        var drawn: android.graphics.Bitmap? = null
        current!!.onActivity { activity ->
            val view = activity.window.decorView
            drawn = android.graphics.Bitmap.createBitmap(view.width, view.height, android.graphics.Bitmap.Config.ARGB_8888)
                .also { view.draw(android.graphics.Canvas(it)) }
        }
        store(drawn!!, "$name.png")
    }

    /** Every node that is drawn: its text is neither cut nor broken inside a word; a control has a name and its size. */
    private fun check(name: String) {
        val density = app.resources.displayMetrics.density
        val nodes = rule.onAllNodes(SemanticsMatcher("any") { true }, useUnmergedTree = true).fetchSemanticsNodes()
        assertTrue(nodes.isNotEmpty())
        assertEquals("$name: cut or broken", emptyList<String>(), nodes.flatMap(::broken))
        val controls = nodes(SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick)).fetchSemanticsNodes()
        assertTrue(controls.isNotEmpty())
        assertEquals("$name: without a name", emptyList<String>(), controls.filter { label(it).isBlank() }.map { "${it.config}" })
        val small = controls.filter { it.touchBoundsInRoot.width + 0.5f < 48 * density || it.touchBoundsInRoot.height + 0.5f < 48 * density }
        // What a scrolling list cuts off at its edge is not small.
        val whole = small.filter { it.boundsInRoot.height + 0.5f >= it.size.height && it.boundsInRoot.width + 0.5f >= it.size.width }
        assertEquals("$name: too small to hit", emptyList<String>(), whole.map { "${label(it)} ${it.touchBoundsInRoot}" })
    }

    private fun broken(node: SemanticsNode): List<String> {
        val layouts = mutableListOf<androidx.compose.ui.text.TextLayoutResult>()
        node.config.getOrElseNullable(SemanticsActions.GetTextLayoutResult) { null }?.action?.invoke(layouts)
        return layouts.mapNotNull { layout ->
            val text = layout.layoutInput.text.text
            val inWord = (1 until layout.lineCount).any { line ->
                val at = layout.getLineStart(line)
                at in 1 until text.length && text[at].isLetter() && text[at - 1].isLetter()
            }
            val isCut = (0 until layout.lineCount).any { layout.getLineRight(it) - layout.getLineLeft(it) > layout.size.width + 1 }
            "“$text”".takeIf { inWord || isCut || layout.didOverflowHeight }
        }
    }
}
