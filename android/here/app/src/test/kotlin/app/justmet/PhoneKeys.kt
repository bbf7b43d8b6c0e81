package app.justmet

import android.security.keystore.KeyGenParameterSpec
import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.SecureRandom
import java.security.Security
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey
import javax.crypto.spec.SecretKeySpec

/** Stands in for the phone's key store, which Robolectric does not have: keys by name, made by a generator of its own. */
object PhoneKeys {
    val keys = mutableMapOf<String, SecretKey>()

    /** How the last key was asked for. */
    var spec: KeyGenParameterSpec? = null

    /** What the key store says in place of a key. */
    var failure: Exception? = null

    fun install() {
        keys.clear()
        spec = null
        failure = null
        Security.removeProvider(NAME)
        Security.addProvider(PhoneKeysProvider())
    }

    const val NAME = "AndroidKeyStore"
}

class PhoneKeysProvider : Provider(PhoneKeys.NAME, "1", "stands in for the phone's") {
    init {
        put("KeyStore.${PhoneKeys.NAME}", PhoneKeyStore::class.java.name)
        put("KeyGenerator.AES", PhoneKeyGenerator::class.java.name)
    }
}

class PhoneKeyGenerator : KeyGeneratorSpi() {
    private lateinit var spec: KeyGenParameterSpec

    override fun engineInit(params: AlgorithmParameterSpec, random: SecureRandom?) {
        spec = params as KeyGenParameterSpec
    }

    override fun engineInit(random: SecureRandom?) = throw UnsupportedOperationException()

    override fun engineInit(keySize: Int, random: SecureRandom?) = throw UnsupportedOperationException()

    override fun engineGenerateKey(): SecretKey {
        PhoneKeys.failure?.let { throw it }
        PhoneKeys.spec = spec
        val bytes = ByteArray(spec.keySize / 8).also { SecureRandom().nextBytes(it) }
        return SecretKeySpec(bytes, "AES").also { PhoneKeys.keys[spec.keystoreAlias] = it }
    }
}

class PhoneKeyStore : KeyStoreSpi() {
    override fun engineLoad(stream: InputStream?, password: CharArray?) = Unit

    override fun engineGetKey(alias: String, password: CharArray?): Key? {
        PhoneKeys.failure?.let { throw it }
        return PhoneKeys.keys[alias]
    }

    override fun engineContainsAlias(alias: String) = alias in PhoneKeys.keys

    override fun engineIsKeyEntry(alias: String) = alias in PhoneKeys.keys

    override fun engineSize() = PhoneKeys.keys.size

    override fun engineAliases(): Enumeration<String> = Collections.enumeration(PhoneKeys.keys.keys)

    override fun engineIsCertificateEntry(alias: String) = false

    override fun engineGetCertificate(alias: String): Certificate? = null

    override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null

    override fun engineGetCertificateAlias(certificate: Certificate?): String? = null

    override fun engineGetCreationDate(alias: String): Date? = null

    override fun engineDeleteEntry(alias: String) = throw UnsupportedOperationException()

    override fun engineSetKeyEntry(alias: String, key: Key?, password: CharArray?, chain: Array<Certificate>?) = throw UnsupportedOperationException()

    override fun engineSetKeyEntry(alias: String, key: ByteArray?, chain: Array<Certificate>?) = throw UnsupportedOperationException()

    override fun engineSetCertificateEntry(alias: String, certificate: Certificate?) = throw UnsupportedOperationException()

    override fun engineStore(stream: OutputStream?, password: CharArray?) = throw UnsupportedOperationException()
}
