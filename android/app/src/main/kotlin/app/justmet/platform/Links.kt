package app.justmet.platform

import android.content.ActivityNotFoundException
import android.content.ClipData
import android.content.ClipboardManager
import android.content.Context
import android.content.Intent
import android.net.Uri
import app.justmet.domain.Action
import app.justmet.domain.DraftGoes
import app.justmet.domain.Launch
import app.justmet.ui.Opened

/** Opens the app that an [Action] means. */
class Links(private val context: Context) {
    /** The first way that some app takes; where none does, the text is on the clipboard. */
    fun open(action: Action, draft: String): Opened {
        if (action.draft == DraftGoes.CLIPBOARD && draft.isNotBlank()) copy(draft)
        for (way in listOfNotNull(action.primary, action.fallback)) {
            if (way is Launch.CopyText) {
                copy(way.text)
                return Opened.COPIED
            }
            try {
                context.startActivity(intent(way).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
                return Opened.APP
            } catch (_: ActivityNotFoundException) {
                // the next way
            }
        }
        if (draft.isNotBlank()) copy(draft)
        return Opened.NOTHING
    }

    fun copy(text: String) = context.service<ClipboardManager>().setPrimaryClip(ClipData.newPlainText(null, text))

    fun paste(): String? =
        context.service<ClipboardManager>().primaryClip?.takeIf { it.itemCount > 0 }?.getItemAt(0)?.coerceToText(context)?.toString()

    private fun intent(way: Launch): Intent = when (way) {
        is Launch.OpenLink -> Intent(Intent.ACTION_VIEW, Uri.parse(way.url))

        is Launch.ComposeMail -> Intent(Intent.ACTION_SENDTO, Uri.parse("mailto:${Uri.encode(way.to, "@")}"))
            .putExtra(Intent.EXTRA_SUBJECT, way.subject).putExtra(Intent.EXTRA_TEXT, way.body)

        is Launch.ComposeSms -> Intent(Intent.ACTION_SENDTO, Uri.parse("smsto:${way.number}")).putExtra("sms_body", way.body)

        is Launch.Dial -> Intent(Intent.ACTION_DIAL, Uri.parse("tel:${way.number}"))

        is Launch.CopyText -> error("copied, not opened")
    }
}
