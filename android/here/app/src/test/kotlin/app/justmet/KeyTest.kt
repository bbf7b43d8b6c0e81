package app.justmet

import android.security.keystore.KeyProperties
import androidx.test.core.app.ApplicationProvider
import app.justmet.core.Config
import app.justmet.core.JustMet
import app.justmet.core.ShellException
import app.justmet.domain.CaptureMode
import app.justmet.domain.Language
import app.justmet.domain.Platform
import app.justmet.platform.DatabaseKey
import app.justmet.platform.JustMetApp
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.security.ProviderException

/** The key of the database, and the database under it. */
@RunWith(RobolectricTestRunner::class)
class KeyTest {
    private val app = ApplicationProvider.getApplicationContext<JustMetApp>()
    private val file = app.noBackupFilesDir.resolve("database-key")
    private val config get() = Config(app.database.path, Language.EN, "CA", Platform.ANDROID)

    @Before fun keys() {
        PhoneKeys.install()
        app.filesDir.mkdirs()
    }

    private fun key() = DatabaseKey(app).databaseKey()

    @Test fun `it is made once, and lies wrapped where no backup reaches`() {
        val key = key()
        assertEquals(32, key.size)
        assertTrue(key.any { it != 0.toByte() })
        assertArrayEquals(key, key())
        assertFalse("in the open", String(file.readBytes(), Charsets.ISO_8859_1).contains(String(key, Charsets.ISO_8859_1)))
        assertEquals(null, DatabaseKey(app).headerSalt())
    }

    @Test fun `what wraps it works while the screen is locked`() {
        key()
        val spec = PhoneKeys.spec!!
        assertEquals(256, spec.keySize)
        assertEquals(KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT, spec.purposes)
        assertEquals(listOf(KeyProperties.BLOCK_MODE_GCM), spec.blockModes.toList())
        assertTrue(spec.isRandomizedEncryptionRequired)
        assertFalse(spec.isUserAuthenticationRequired)
        assertFalse(spec.isUnlockedDeviceRequired)
    }

    @Test fun `a key that the phone lost is not replaced by another`() {
        key()
        val wrapped = file.readBytes()
        PhoneKeys.keys.clear()
        assertThrows(ShellException.Failed::class.java) { key() }
        assertTrue(PhoneKeys.keys.isEmpty())
        assertArrayEquals(wrapped, file.readBytes())
    }

    @Test fun `no key is made for a database that another one has encrypted`() {
        app.opener(config, TestClock()).let { (it as JustMet).close() }
        file.delete()
        assertEquals("this phone has none for it", assertThrows(ShellException.Failed::class.java) { key() }.reason)
        assertFalse(file.exists())
        app.database.delete() // whatever still writes into the old one does not write into the new one
        app.database.createNewFile()
        assertEquals("an empty file is none", 32, key().size)
    }

    @Test fun `a key store that fails, and a file that is cut short or changed, are errors of the shell`() {
        PhoneKeys.failure = ProviderException("the key store is busy")
        assertEquals("the key store is busy", assertThrows(ShellException.Failed::class.java) { key() }.reason)
        assertFalse("nothing half-made", file.exists())
        PhoneKeys.failure = null
        file.mkdirs()
        assertThrows("no place for it", ShellException.Failed::class.java) { key() }
        file.delete()
        val key = key()
        val wrapped = file.readBytes()
        file.writeBytes(wrapped.copyOf(7))
        assertThrows(ShellException.Failed::class.java) { key() }
        file.writeBytes(wrapped.also { it[20] = (it[20] + 1).toByte() })
        assertThrows(ShellException.Failed::class.java) { key() }
        file.writeBytes(wrapped.also { it[20] = (it[20] - 1).toByte() })
        assertArrayEquals(key, key())
    }

    @Test fun `nothing is in the open on the disk, and a plain database is encrypted when it is opened`() {
        JustMet.open(config, TestClock()).use { core -> runBlocking { core.save(PRIYA, CaptureMode.TYPED, emptyList()) } }
        assertTrue(inTheOpen("Priya Rao"))
        app.opener(config, TestClock()).let { core ->
            assertEquals("Priya Rao", runBlocking { core.page(null).rows.single().name })
            runBlocking { core.save("Tom Ode, tom@ode.example", CaptureMode.TYPED, emptyList()) }
            (core as JustMet).close()
        }
        assertFalse(inTheOpen("SQLite format 3"))
        assertFalse(inTheOpen("Priya Rao"))
        assertFalse(inTheOpen("Tom Ode"))
    }

    private fun inTheOpen(text: String) =
        app.filesDir.walk().filter { it.isFile }.any { String(it.readBytes(), Charsets.ISO_8859_1).contains(text) }
}
