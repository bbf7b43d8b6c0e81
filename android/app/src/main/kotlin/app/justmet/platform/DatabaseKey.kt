package app.justmet.platform

import android.content.Context
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import android.util.AtomicFile
import app.justmet.core.KeyStore
import app.justmet.core.ShellException
import java.io.File
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.ProviderException
import java.security.SecureRandom
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/**
 * The key of the database: random bytes in a file that no backup reaches, wrapped by a key that never leaves the phone's
 * key store. That one works while the screen is locked, or no reminder came. A key that cannot be unwrapped is never
 * replaced by another, and none is made for a database that was encrypted with another one: it would stay closed for ever.
 */
class DatabaseKey(private val context: Context) : KeyStore {
    private val file get() = AtomicFile(context.noBackupFilesDir.resolve("database-key"))

    @Synchronized
    override fun databaseKey(): ByteArray = try {
        if (file.baseFile.exists()) unwrapped(file.readFully()) else made()
    } catch (error: GeneralSecurityException) {
        throw failed(error)
    } catch (error: ProviderException) {
        throw failed(error)
    } catch (error: IOException) {
        throw failed(error)
    }

    override fun headerSalt(): ByteArray? = null

    private fun made(): ByteArray {
        if (!isInTheOpen(context.justMet.database)) throw GeneralSecurityException("this phone has none for it")
        val key = ByteArray(KEY_BYTES).also { SecureRandom().nextBytes(it) }
        val cipher = Cipher.getInstance(CIPHER).apply { init(Cipher.ENCRYPT_MODE, wrapping() ?: newWrapping()) }
        val out = file.startWrite()
        try {
            out.write(cipher.iv + cipher.doFinal(key))
            file.finishWrite(out) // on disk before the first page is encrypted with it
        } catch (error: IOException) {
            file.failWrite(out)
            throw error
        }
        return key
    }

    /** Whether anybody could read it: there is none yet, or it begins as every plain database does. */
    private fun isInTheOpen(database: File): Boolean {
        val head = ByteArray(PLAIN.length)
        val length = if (database.exists()) database.inputStream().use { it.read(head) } else -1
        return length <= 0 || head.contentEquals(PLAIN.toByteArray())
    }

    private fun unwrapped(wrapped: ByteArray): ByteArray {
        val wrapping = wrapping() ?: throw GeneralSecurityException("the phone lost it")
        if (wrapped.size <= IV_BYTES) throw GeneralSecurityException("its file is cut short")
        val cipher = Cipher.getInstance(CIPHER).apply {
            init(Cipher.DECRYPT_MODE, wrapping, GCMParameterSpec(TAG_BITS, wrapped, 0, IV_BYTES))
        }
        return cipher.doFinal(wrapped, IV_BYTES, wrapped.size - IV_BYTES)
    }

    private fun wrapping(): SecretKey? =
        java.security.KeyStore.getInstance(STORE).apply { load(null) }.getKey(ALIAS, null) as SecretKey?

    private fun newWrapping(): SecretKey {
        val purposes = KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT
        val spec = KeyGenParameterSpec.Builder(ALIAS, purposes).setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE).setKeySize(8 * KEY_BYTES).build()
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).apply { init(spec) }.generateKey()
    }

    private fun failed(error: Exception) = ShellException.Failed(error.message ?: error.javaClass.simpleName)

    companion object {
        const val STORE = "AndroidKeyStore"
        const val ALIAS = "database"
        private const val PLAIN = "SQLite format 3\u0000"
        private const val CIPHER = "AES/GCM/NoPadding"
        private const val KEY_BYTES = 32
        private const val IV_BYTES = 12
        private const val TAG_BITS = 128
    }
}
