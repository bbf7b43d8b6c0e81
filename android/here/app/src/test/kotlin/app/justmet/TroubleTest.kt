package app.justmet

import android.content.Intent
import android.net.Uri
import app.justmet.core.Config
import app.justmet.core.JustMet
import app.justmet.core.JustMetException
import app.justmet.core.salvage
import app.justmet.domain.CaptureMode
import app.justmet.domain.Language
import app.justmet.domain.Platform
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.IOException
import java.io.OutputStream
import java.security.ProviderException
import kotlin.io.path.createTempDirectory

/** A database that cannot be opened is a screen, not a crash. */
@RunWith(RobolectricTestRunner::class)
class TroubleTest : AppTest() {
    private val place = Uri.parse("content://documents.example/justmet.db")
    private val config get() = Config(app.database.path, Language.EN, "CA", Platform.ANDROID).also { app.filesDir.mkdirs() }

    /** People in an encrypted file that nobody has open. */
    private fun kept(people: Int) = JustMet.openEncrypted(config, clock, app.key).use { core ->
        repeat(people) { runBlocking { core.save("Ada Berg, ada$it@fair.example, met at RustConf", CaptureMode.TYPED, emptyList()) } }
    }

    @Test fun `a file that is none can be exported as it is and tried again`() {
        app.filesDir.mkdirs()
        val bytes = ByteArray(4096) { (it * 7).toByte() }
        app.database.writeBytes(bytes)
        launch()
        see("JustMet cannot open what it keeps")
        see("this phone has none for it")
        assertFalse("there is nothing to read", shows("Save what can be read"))

        val out = ByteArrayOutputStream()
        shadowOf(app.contentResolver).registerOutputStream(place, out)
        tap("Export the file")
        val asked = choose(place)
        assertEquals(Intent.ACTION_CREATE_DOCUMENT, asked.action)
        assertEquals("justmet.db", asked.getStringExtra(Intent.EXTRA_TITLE))
        until("the copy") { out.size() == bytes.size }
        assertArrayEquals(bytes, out.toByteArray())
        assertArrayEquals("left as it was", bytes, app.database.readBytes())

        tap("Try again")
        see("this phone has none for it")
        app.database.delete()
        tap("Try again")
        see(LINE_FIELD)
    }

    @Test fun `a file under another key is left as it is`() {
        kept(1)
        val bytes = ByteArray(4096) { (it * 7).toByte() }
        app.database.writeBytes(bytes)
        launch()
        see("The key does not open the database")
        assertArrayEquals(bytes, app.database.readBytes())
    }

    @Test fun `a place that takes no file is said`() {
        app.filesDir.mkdirs()
        app.database.writeBytes(ByteArray(4096) { 7 })
        launch()
        see("Export the file")
        shadowOf(app.contentResolver).registerOutputStream(
            place,
            object : OutputStream() {
                override fun write(byte: Int) = throw IOException("the card was pulled out")
            },
        )
        tap("Export the file")
        choose(null)
        assertTrue("going back is no failure", shows("Try again"))
        tap("Export the file")
        choose(place)
        see("The file could not be written there. Choose another place.")
    }

    @Test fun `what can be read of a damaged file is saved, and the file is set aside`() {
        kept(40)
        val whole = app.database.readBytes()
        // Not every page is looked at by opening the file, and not without every page is there something to read.
        val damaged = (0 until whole.size / PAGE).asSequence()
            .map { page -> whole.copyOf().also { it.fill(0, page * PAGE + 200, page * PAGE + 1200) } }
            .first { isDamagedAndReadable(it) }
        app.database.writeBytes(damaged)
        launch()
        see("The database is damaged")
        tap("Save what can be read")
        see("What could be read is safe")
        see("people were saved")
        assertTrue(app.filesDir.listFiles()!!.any { it.name != "justmet.db" && it.isFile && it.readBytes().contentEquals(damaged) })
        tap("Open JustMet")
        see(LINE_FIELD)
        assertTrue(runBlocking { core.check().whole })
        assertTrue(runBlocking { core.page(null).rows }.any { it.name?.startsWith("Ada") == true })
    }

    private fun isDamagedAndReadable(bytes: ByteArray): Boolean {
        val probe = config.copy(path = createTempDirectory("justmet").resolve("probe.db").toString())
        File(probe.path).writeBytes(bytes)
        return try {
            JustMet.openEncrypted(probe, clock, app.key).close()
            false
        } catch (_: JustMetException.DamagedDatabase) {
            runCatching { salvage(probe, clock, app.key) }.isSuccess
        }
    }

    @Test fun `a file of a newer version says to update`() {
        JustMet.open(config, clock).close()
        alter(app.database, "PRAGMA user_version = 9999")
        launch()
        see("update JustMet to open it")
        assertFalse(shows("Save what can be read"))
        see("Export the file")
    }

    @Test fun `a file that another process holds is opened once it lets go`() {
        kept(1)
        val other = holdsLock(app.database)
        try {
            launch()
            until("it is said") { shows("Another program is holding the database") }
            see("Export the file")
        } finally {
            other.destroy()
            other.waitFor()
        }
        tap("Try again")
        see(LINE_FIELD)
        assertEquals(1, runBlocking { core.page(null).rows.size })
    }

    @Test fun `a key store that fails is said, and the file waits`() {
        kept(1)
        PhoneKeys.failure = ProviderException("the key store is busy")
        launch()
        see("The key of the database cannot be had now (the key store is busy)")
        PhoneKeys.failure = null
        tap("Try again")
        see(LINE_FIELD)
        assertEquals(1, runBlocking { core.page(null).rows.size })
    }

    @Test fun `a file that cannot be salvaged says why, and lies where it did`() {
        kept(3)
        val bytes = app.database.readBytes()
        bytes.fill(0, PAGE)
        app.database.writeBytes(bytes)
        launch()
        see("The database is damaged")
        tap("Save what can be read")
        see("Try again")
        assertArrayEquals(bytes, app.database.readBytes())
    }

    private companion object {
        const val PAGE = 4096
    }
}
