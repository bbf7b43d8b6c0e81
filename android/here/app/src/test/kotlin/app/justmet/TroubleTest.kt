package app.justmet

import android.content.Intent
import android.database.sqlite.SQLiteDatabase
import android.net.Uri
import app.justmet.core.Config
import app.justmet.core.JustMet
import app.justmet.domain.Language
import app.justmet.domain.Platform
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import java.io.ByteArrayOutputStream

/** A database that cannot be opened is a screen, not a crash. */
@RunWith(RobolectricTestRunner::class)
class TroubleTest : AppTest() {
    @Test fun `a damaged file can be exported as it is and tried again`() {
        app.filesDir.mkdirs()
        val bytes = ByteArray(4096) { (it * 7).toByte() }
        app.database.writeBytes(bytes)
        val scenario = launch()
        see("JustMet cannot open what it keeps")
        see("the file is not a JustMet database")

        tap("Export the file")
        val to = Uri.parse("content://documents.example/justmet.db")
        val out = ByteArrayOutputStream()
        shadowOf(app.contentResolver).registerOutputStream(to, out)
        scenario.onActivity { activity ->
            val asked = shadowOf(activity).nextStartedActivityForResult
            assertEquals(Intent.ACTION_CREATE_DOCUMENT, asked.intent.action)
            shadowOf(activity).receiveResult(asked.intent, android.app.Activity.RESULT_OK, Intent().setData(to))
        }
        until("the copy") { out.size() == bytes.size }
        assertArrayEquals(bytes, out.toByteArray())
        assertArrayEquals("left as it was", bytes, app.database.readBytes())

        tap("Try again")
        see("the file is not a JustMet database")
        app.database.delete()
        tap("Try again")
        see(LINE_FIELD)
    }

    @Test fun `a file of a newer version says to update`() {
        app.filesDir.mkdirs()
        JustMet.open(Config(app.database.path, Language.EN, "CA", Platform.ANDROID), clock).close()
        SQLiteDatabase.openDatabase(app.database.path, null, SQLiteDatabase.OPEN_READWRITE).use { it.execSQL("PRAGMA user_version = 9999") }
        launch()
        see("update JustMet to open it")
    }
}
