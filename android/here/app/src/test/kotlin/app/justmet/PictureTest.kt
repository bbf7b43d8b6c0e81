package app.justmet

import android.content.Intent
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.luminance
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.SemanticsMatcher
import app.justmet.core.MessageOutcome
import app.justmet.core.Settings
import app.justmet.domain.ChannelKind
import app.justmet.domain.Language
import app.justmet.platform.MainActivity
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/**
 * The screens as they are drawn, into build/android-here/pictures to be looked at; and what can be measured of
 * them: no word is cut, broken or faint, whatever can be tapped has a name and 48 dp.
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

    @Test fun others() = rest("light")

    @Test
    @Config(qualifiers = "+ar-ldrtl-night")
    fun othersRightToLeftAndDark() = rest("rtl-dark")

    @Test fun othersLarge() {
        RuntimeEnvironment.setFontScale(2f)
        rest("large")
    }

    @Test
    @Config(qualifiers = "+de-w320dp-h640dp")
    fun othersInGermanOnASmallPhone() = rest("de-320")

    @Test
    @Config(qualifiers = "+w320dp-h640dp")
    fun namesOfAnyLengthAndScript() {
        val endless = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis"
        val id = save("$endless, Acme, long@acme.example").contact.id
        save("王小明, Дмитрий Иванов, عمر, mixed@acme.example")
        launch()
        tap("Back")
        see("Recently met")
        picture("home-names", endless)
        close()
        launch(Intent(app, MainActivity::class.java).putExtra(MainActivity.CONTACT, id))
        see("long@acme.example")
        picture("contact-names", endless)
    }

    private fun screens(name: String) {
        val id = save("$PRIYA, priya@acme.example, met at RustConf").contact.id
        save("Bartholomäus Wiesengrund-Südhoffmann, Donaudampfschifffahrt GmbH, CTO, Telegram @bart_wies, intro to Sam, follow up friday")
        save("José Álvarez, jose@alvarez.example, met at EuroRust")
        clock.now += 26 * 3_600_000L
        launch()
        type(core.labels().getValue("capture-placeholder"), "Ana Lima, Globex, prefers WhatsApp +1 514 555 0166, priya slides, Tue")
        rule.waitUntil(15_000) { shows("Ana Lima") && "preview" in recorder.names }
        rule.waitForIdle()
        picture("capture-$name")
        tap(word("back"))
        see("Priya Rao")
        picture("home-$name")
        close()
        launch(Intent(app, MainActivity::class.java).putExtra(MainActivity.CONTACT, id))
        see("WhatsApp")
        picture("contact-$name")
    }

    /** What is opened from the three: the message, the picker, the question, until when, the settings, the backup, trouble. */
    private fun rest(name: String) {
        val id = save("José Álvarez, jose@alvarez.example, met at EuroRust").contact.id
        save("$PRIYA, priya@acme.example, met at RustConf")
        runBlocking {
            core.setSettings(Settings(byteArrayOf(4, 5), listOf("2026-12-25"), 12u))
            core.recordOutcome(id, ChannelKind.EMAIL, MessageOutcome.SENT, null, null)
            core.recordOutcome(id, ChannelKind.EMAIL, MessageOutcome.REPLIED, null, null)
        }
        launch()
        tap(word("back"))
        tap(word("more-actions"))
        tap(word("settings"))
        see(word("offer-deletion"))
        picture("settings-$name")
        tap(word("back"))
        tap(word("more-actions"))
        tap(word("backup"))
        see(word("backup-make"))
        picture("backup-$name")
        tap(word("back"))
        see("Priya Rao")
        tap("Priya Rao")
        see(word("line"))
        tap(word("later"))
        see(word("another-day"))
        picture("later-$name")
        tap(word("close"))
        gone(word("another-day"))
        tap(word("preference"))
        see(word("hours"))
        picture("picker-$name")
        tap(word("ask-them"))
        see("Deutsch")
        tap("WhatsApp")
        val card = core.ask(if (name.startsWith("de")) Language.DE else Language.EN)
        see(card.addressLabel)
        picture("ask-$name")
        tap(card.back)
        see(word("line"))
        tap("WhatsApp", 0)
        see(word("message"))
        picture("message-$name")
        newProcess()
        app.database.writeBytes(ByteArray(4096) { 7 })
        launch()
        see(app.getString(R.string.trouble_export))
        picture("trouble-$name")
    }

    private fun word(key: String) = core.labels().getValue(key)

    /** [endless]: a word that no line holds, and that has to be broken. */
    private fun picture(name: String, endless: String? = null) {
        rule.waitForIdle()
        check(name, endless)
        var drawn = drawn()
        // What has just come may not be drawn yet.
        repeat(20) {
            if (faint(drawn).isNotEmpty()) {
                Thread.sleep(50)
                rule.waitForIdle()
                drawn = drawn()
            }
        }
        store(drawn, "$name.png")
        assertEquals("$name: too faint", emptyList<String>(), faint(drawn))
    }

    private fun drawn(): android.graphics.Bitmap {
        var drawn: android.graphics.Bitmap? = null
        current!!.onActivity { activity ->
            val view = activity.window.decorView
            drawn = android.graphics.Bitmap.createBitmap(view.width, view.height, android.graphics.Bitmap.Config.ARGB_8888)
                .also { view.draw(android.graphics.Canvas(it)) }
        }
        return drawn!!
    }

    private fun faint(drawn: android.graphics.Bitmap) = texts().filter { it.isWhole() }.mapNotNull { faint(it, drawn) }

    private fun texts() = rule.onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsActions.GetTextLayoutResult), useUnmergedTree = true)
        .fetchSemanticsNodes()

    private fun SemanticsNode.isWhole() = boundsInRoot.height + 0.5f >= size.height && boundsInRoot.width + 0.5f >= size.width

    /** What is drawn there has a contrast of 4.5 at least with what most of the place is: WCAG 2.2, 1.4.3. What is disabled is exempt. */
    private fun faint(node: SemanticsNode, drawn: android.graphics.Bitmap): String? {
        val isDisabled = generateSequence(node) { it.parent }.any { SemanticsProperties.Disabled in it.config }
        val bounds = node.boundsInWindow
        val (left, top) = bounds.left.toInt() to bounds.top.toInt()
        val (width, height) = bounds.width.toInt() to bounds.height.toInt()
        if (isDisabled || width == 0 || height == 0 || label(node).isBlank()) return null
        val pixels = IntArray(width * height).also { drawn.getPixels(it, 0, width, left, top, width, height) }
        val behind = luminance(pixels.toList().groupingBy { it }.eachCount().maxBy { it.value }.key)
        val contrast = pixels.toSet().maxOf { pixel ->
            val lights = listOf(luminance(pixel), behind)
            (lights.max() + 0.05f) / (lights.min() + 0.05f)
        }
        return "“${label(node)}” $contrast".takeIf { contrast < 4.5f }
    }

    private fun luminance(pixel: Int) = Color(pixel).luminance()

    /** Every node that is drawn: its text is neither cut nor broken inside a word; a control has a name and its size. */
    private fun check(name: String, endless: String?) {
        val density = app.resources.displayMetrics.density
        val nodes = rule.onAllNodes(SemanticsMatcher("any") { true }, useUnmergedTree = true).fetchSemanticsNodes()
        assertTrue(nodes.isNotEmpty())
        assertEquals("$name: cut or broken", emptyList<String>(), nodes.flatMap(::broken).filterNot { endless != null && endless in it })
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
