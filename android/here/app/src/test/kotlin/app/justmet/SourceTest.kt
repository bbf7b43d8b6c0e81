package app.justmet

import app.justmet.core.Config
import app.justmet.core.JustMet
import app.justmet.core.JustMetException
import app.justmet.domain.CaptureMode
import app.justmet.domain.Language
import app.justmet.domain.Platform
import app.justmet.ui.explanation
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Assert.fail
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.io.File
import java.nio.file.Files

/** What the sources must say, and what must never be in them. In the sandbox of the others: the library takes its callbacks from one class loader. */
@RunWith(RobolectricTestRunner::class)
class SourceTest {
    private val sources = File(System.getProperty("sources")!!)
    private val kotlin = sources.walk().filter { it.extension == "kt" }.toList()
    private val screens = kotlin.filter { it.parentFile.name == "ui" }

    private fun open(language: Language) =
        JustMet.open(Config(Files.createTempDirectory("justmet").resolve("justmet.db").toString(), language, "CA", Platform.ANDROID), TestClock())

    @Test fun `the screens know nothing of Android`() {
        assertTrue(screens.size > 10)
        assertEquals(emptyList<String>(), screens.flatMap { it.readLines() }.filter { Regex("""(^|[^\w.])android\.""").containsMatchIn(it) })
    }

    @Test fun `two permissions and no other`() {
        val manifest = sources.resolve("AndroidManifest.xml").readText()
        val asked = Regex("""<uses-permission[^>]*android:name="([^"]+)"""").findAll(manifest).map { it.groupValues[1] }.toList()
        assertEquals(listOf("android.permission.POST_NOTIFICATIONS", "android.permission.RECEIVE_BOOT_COMPLETED"), asked)
    }

    @Test fun `nothing speaks to a network`() {
        val symbols = Regex(
            """java\.net|javax\.net|android\.net\.(?!Uri\b)|okhttp|retrofit|ktor|volley|\b(Server|Datagram|SSL)?Socket\b|""" +
                """URLConnection|\bURL\(|WebView|DownloadManager|INTERNET|ACCESS_NETWORK_STATE""",
        )
        // The manifest's comment says why the permission is not there.
        val files = kotlin + sources.resolve("AndroidManifest.xml")
        val found = files.flatMap { file -> file.readLines().filterNot { "No INTERNET permission" in it }.filter(symbols::containsMatchIn) }
        assertEquals(emptyList<String>(), found)
    }

    @Test fun `every label is there in all five languages`() {
        val said = kotlin.flatMap {
            Regex("""\bsay\("([a-z-]+)"""").findAll(it.readText()).map { match -> match.groupValues[1].removePrefix("shell-") }
        }.toSet()
        assertTrue("$said", said.size > 40)
        for (language in Language.entries) {
            val labels = open(language).labels()
            assertEquals("$language", emptySet<String>(), said - labels.keys)
            assertTrue(labels.values.none { it.isBlank() })
        }
    }

    @Test fun `every string is there in all five languages`() {
        val keys = { folder: String ->
            val strings = sources.resolve("res/$folder/strings.xml").readText()
            Regex("""<string name="(\w+)"(?![^>]*translatable="false")[^>]*>([^<]+)<""").findAll(strings)
                .associate { it.groupValues[1] to it.groupValues[2] }
        }
        val english = keys("values")
        assertTrue(english.isNotEmpty())
        for (language in listOf("fr", "es", "de", "pt")) {
            val translated = keys("values-$language")
            assertEquals(language, english.keys, translated.keys)
            assertEquals("$language: not translated", emptySet<String>(), english.keys.filter { english[it] == translated[it] }.toSet())
        }
        val used = kotlin.flatMap { Regex("""R\.string\.(\w+)""").findAll(it.readText()).map { match -> match.groupValues[1] } }.toSet()
        assertEquals(emptySet<String>(), used - english.keys)
    }

    @Test fun `an error of each kind is a sentence in all five languages`() {
        val said = mutableMapOf<String, MutableSet<String>>()
        for (language in Language.entries) {
            val folder = Files.createTempDirectory("justmet").toFile()
            val config = { name: String -> Config(folder.resolve(name).path, language, "CA", Platform.ANDROID) }
            val core = JustMet.open(config("justmet.db"), TestClock())
            folder.resolve("damaged.db").writeBytes(ByteArray(4096) { 7 })
            val clockless = JustMet.open(config("clock.db"), FailingClock(TestClock()))
            val causes = mapOf<String, suspend () -> Unit>(
                "Invalid" to { core.save(" ", CaptureMode.TYPED, emptyList()) },
                "NotFound" to { core.contact("01890000-0000-7000-8000-000000000000") },
                "DamagedDatabase" to { JustMet.open(config("damaged.db"), TestClock()) },
                "Storage" to { JustMet.open(config("."), TestClock()) },
                "Shell" to { clockless.preview("Priya", CaptureMode.TYPED, emptyList()) },
                "NewerDatabase" to {
                    change(config("newer.db"), "PRAGMA user_version = 9999")
                    JustMet.open(config("newer.db"), TestClock())
                },
                "Internal" to {
                    // Nothing that a person does leads there: somebody has to tear a table out of the file.
                    change(config("torn.db"), "DROP TABLE tally")
                    JustMet.open(config("torn.db"), TestClock()).use { it.page(null) }
                },
                "Busy" to { held(config("held.db")) { JustMet.open(config("held.db"), TestClock()) } },
                "Interrupted" to { repeat(10_000) { overtaken(core) } },
            )
            for ((kind, cause) in causes) {
                try {
                    runBlocking { cause() }
                    fail("$kind did not fail")
                } catch (error: JustMetException) {
                    assertEquals(kind, error::class.simpleName)
                    assertTrue("$language $kind: ${error.explanation}", error.explanation.length > 20)
                    said.getOrPut(kind) { mutableSetOf() } += error.explanation
                }
            }
        }
        said.forEach { (kind, sentences) -> assertEquals("$kind: $sentences", Language.entries.size, sentences.size) }
        assertEquals("every kind", JustMetException::class.java.declaredClasses.map { it.simpleName }.toSet() - "ErrorHandler", said.keys)
    }

    private fun change(config: Config, sql: String) {
        JustMet.open(config, TestClock()).close()
        alter(File(config.path), sql)
    }

    /** Another process holds the file, as one that commits does: https://sqlite.org/lockingv3.html */
    private fun held(config: Config, meanwhile: () -> Unit) {
        JustMet.open(config, TestClock()).close()
        val other = holdsLock(File(config.path))
        try {
            meanwhile()
        } finally {
            other.destroy()
            other.waitFor()
        }
    }

    /** A search, and a newer one that takes its place. */
    private suspend fun overtaken(core: JustMet) = coroutineScope {
        val older = async(start = CoroutineStart.UNDISPATCHED) { core.search("priya") }
        core.search("priya rao")
        older.await()
    }

    @Test fun `what is built has the versions of what is tested`() {
        val android = sources.parentFile.parentFile.parentFile
        val catalog = Regex("""(?m)^(\w+) = "([\d.]+)"""").findAll(android.resolve("gradle/libs.versions.toml").readText())
            .associate { it.groupValues[1] to it.groupValues[2] }
        val poms = android.resolve("here").walk().filter { it.name == "pom.xml" }.joinToString("\n") { it.readText() }
        val tested = mapOf(
            "kotlin" to "<kotlin.version>(.*?)<", "coroutines" to "<coroutines.version>(.*?)<", "jna" to "<jna.version>(.*?)<",
            "compose" to "<artifactId>ui-android</artifactId><version>(.*?)<",
            "material3" to "<artifactId>material3-android</artifactId><version>(.*?)<",
            "activity" to "<artifactId>activity-compose</artifactId><version>(.*?)<",
            "lifecycle" to "<artifactId>lifecycle-viewmodel-compose-android</artifactId><version>(.*?)<",
        )
        tested.forEach { (name, pattern) -> assertEquals(name, Regex(pattern).find(poms)!!.groupValues[1], catalog[name]) }
        val gradle = android.resolve("app/build.gradle.kts").readText()
        assertTrue("minSdk = 26" in gradle && "targetSdk = 36" in gradle && "max-page-size=16384" in gradle)
    }
}

/** Tells the time once, to open the core, and never again. */
private class FailingClock(private val clock: TestClock) : app.justmet.core.Clock by clock {
    private var told = false

    override fun nowMs(): Long = if (told) throw app.justmet.core.ShellException.Failed("it stopped") else clock.nowMs().also { told = true }
}
