package app.justmet

import android.content.Intent
import android.net.Uri
import app.justmet.domain.CaptureMode
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import java.io.ByteArrayOutputStream
import java.io.IOException
import java.io.InputStream

/** Everything into one file, and back. */
@RunWith(RobolectricTestRunner::class)
class BackupTest : AppTest() {
    private val place = Uri.parse("content://documents.example/backup")

    private fun open() {
        launch()
        tap("Back")
        tap("More")
        tap("Backup")
        see("With a passphrase nobody else")
    }

    private fun backUp(passphrase: String?): ByteArray {
        val out = ByteArrayOutputStream()
        shadowOf(app.contentResolver).registerOutputStream(place, out)
        passphrase?.let { type("Passphrase", it) }
        tap("Make a backup")
        assertEquals(Intent.ACTION_CREATE_DOCUMENT, choose(place).action)
        see("Backed up one person.")
        assertFalse("nothing is left over", app.cacheDir.resolve("backup.tmp").exists())
        return out.toByteArray()
    }

    private fun people() = runBlocking { core.page(null).rows.map { it.name } }

    @Test fun `sealed, and brought back with its passphrase`() {
        val id = save(PRIYA).contact.id
        open()
        val bytes = backUp("four words of mine")
        assertFalse(String(bytes, Charsets.ISO_8859_1).contains("Priya"))
        runBlocking { core.forgetNow(id) }

        shadowOf(app.contentResolver).registerInputStreamSupplier(place) { bytes.inputStream() }
        tap("Restore from a file")
        assertEquals(Intent.ACTION_OPEN_DOCUMENT, choose(place).action)
        see("takes the place of everything")
        type("Passphrase of the backup", "wrong")
        tap("Restore")
        see("the passphrase does not open this backup")
        assertEquals(emptyList<String>(), people())
        type("Passphrase of the backup", "four words of mine")
        tap("Restore")
        see("Restored one person")
        assertEquals(listOf("Priya Rao"), people())
        assertFalse(app.cacheDir.resolve("backup.tmp").exists())
    }

    @Test fun `without a passphrase, and thought better of`() {
        save(PRIYA)
        open()
        val bytes = backUp(null)
        assertTrue(String(bytes, Charsets.ISO_8859_1).startsWith("SQLite format 3"))
        shadowOf(app.contentResolver).registerInputStreamSupplier(place) { bytes.inputStream() }
        tap("Restore from a file")
        choose(place)
        see("takes the place of everything")
        assertFalse(shows("Passphrase"))
        tap("Close")
        see("Make a backup")
        assertFalse(app.cacheDir.resolve("backup.tmp").exists())
    }

    @Test fun `what is no backup, what cannot be read, and going back`() {
        save(PRIYA)
        open()
        shadowOf(app.contentResolver).registerInputStreamSupplier(place) { ByteArray(5000) { 1 }.inputStream() }
        tap("Restore from a file")
        choose(place)
        see("takes the place of everything")
        tap("Restore")
        see("the file is not a backup of JustMet")
        tap("Close")
        val broken = object : InputStream() {
            override fun read(): Int = throw IOException("the card was pulled out")
        }
        shadowOf(app.contentResolver).registerInputStreamSupplier(place) { broken }
        tap("Restore from a file")
        choose(place)
        see("That did not work at this place.")
        tap("Make a backup")
        choose(null)
        gone("That did not work at this place.")
        assertFalse(shows("Backed up"))
        assertEquals(listOf("Priya Rao"), people())
    }

    @Test fun `as a text, and added to what is here`() {
        val id = save(PRIYA).contact.id
        open()
        val out = ByteArrayOutputStream()
        shadowOf(app.contentResolver).registerOutputStream(place, out)
        tap("Export as text")
        assertEquals("justmet.json", choose(place).getStringExtra(Intent.EXTRA_TITLE))
        until("written") { out.toString().trimEnd().endsWith("}") }
        assertTrue(out.toString().contains("Priya Rao"))
        runBlocking {
            core.forgetNow(id)
            core.save("Tom Ode, tom@ode.example", CaptureMode.TYPED, emptyList())
        }
        shadowOf(app.contentResolver).registerInputStreamSupplier(place) { out.toString().replace("Priya", "Prya").byteInputStream() }
        tap("Restore from a file")
        choose(place)
        see("known already") // who was forgotten here stays so
        assertEquals(listOf("Tom Ode"), people())
        tap("Look whether the database is whole")
        see("Everything is in order.")
    }
}
