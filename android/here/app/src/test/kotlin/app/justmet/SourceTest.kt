package app.justmet

import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

class SourceTest {
    private val sources = File(System.getProperty("sources"))

    @Test fun `the screens know nothing of Android`() {
        val files = sources.resolve("kotlin/app/justmet/ui").walk().filter { it.extension == "kt" }.toList()
        assertTrue(files.isNotEmpty())
        assertEquals(emptyList<String>(), files.flatMap { it.readLines() }.filter { Regex("""(^|[^\w.])android\.""").containsMatchIn(it) })
    }

    @Test fun `two permissions and no other`() {
        val manifest = sources.resolve("AndroidManifest.xml").readText()
        val asked = Regex("""<uses-permission[^>]*android:name="([^"]+)"""").findAll(manifest).map { it.groupValues[1] }.toSet()
        assertEquals(setOf("android.permission.POST_NOTIFICATIONS", "android.permission.RECEIVE_BOOT_COMPLETED"), asked)
    }
}
