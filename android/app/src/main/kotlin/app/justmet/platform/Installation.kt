package app.justmet.platform

import android.content.Context
import android.os.SystemClock
import android.provider.Settings
import app.justmet.core.Device
import java.util.UUID

/** What tells this installation and this run of the phone from another. */
class Installation(private val context: Context) {
    /** Made at the first start, where no backup reaches. */
    private val id: String by lazy {
        val file = context.noBackupFilesDir.resolve("installation")
        if (!file.exists()) {
            file.parentFile?.mkdirs()
            file.writeText(UUID.randomUUID().toString())
        }
        file.readText()
    }

    fun device() = Device(id, SystemClock.elapsedRealtime(), Settings.Global.getString(context.contentResolver, Settings.Global.BOOT_COUNT))
}
