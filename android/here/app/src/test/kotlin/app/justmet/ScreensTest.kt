package app.justmet

import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.junit4.createAndroidComposeRule
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performTextInput
import app.justmet.platform.MainActivity
import app.justmet.platform.justMet
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.GraphicsMode

/** The Activity as a person uses it, on the real core. */
@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ScreensTest {
    @get:Rule val rule = createAndroidComposeRule<MainActivity>()

    @Test fun `a typed line shows its chips, outlives a rotation and is saved`() {
        rule.onNode(hasSetTextAction()).performTextInput("Priya Rao, Acme, prefers WhatsApp +1 514 555 0142, slides")
        rule.waitUntil(10_000) { rule.onAllNodes(androidx.compose.ui.test.hasText("Acme")).fetchSemanticsNodes().isNotEmpty() }
        rule.onNodeWithText("Priya Rao").assertIsDisplayed()

        rule.activityRule.scenario.recreate()
        rule.waitUntil(10_000) { rule.onAllNodes(androidx.compose.ui.test.hasText("Acme")).fetchSemanticsNodes().isNotEmpty() }

        rule.onNodeWithText("Save").performClick()
        rule.waitUntil(10_000) {
            rule.onAllNodes(androidx.compose.ui.test.hasText("Write on WhatsApp: they asked for it")).fetchSemanticsNodes().isNotEmpty()
        }
        val rows = runBlocking { rule.activity.justMet.core.page(null).rows }
        assertEquals(listOf("Priya Rao"), rows.map { it.name })

        rule.onNodeWithText("Undo").performClick()
        rule.waitUntil(10_000) { runBlocking { rule.activity.justMet.core.page(null).rows.isEmpty() } }
    }
}
