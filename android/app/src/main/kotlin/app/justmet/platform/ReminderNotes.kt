package app.justmet.platform

import android.app.Notification
import android.app.PendingIntent
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import app.justmet.R
import app.justmet.core.DigestCard
import app.justmet.core.JustMetInterface
import app.justmet.core.Reminder
import app.justmet.core.Slot

/** Draws the notifications, and reads back what they are about. */
class ReminderNotes(private val context: Context) {
    fun reminder(core: JustMetInterface, reminder: Reminder): Notification {
        val card = reminder.followUp

        // Identity goes into the data: extras do not tell two pending intents apart.
        fun at(verb: String) = Uri.parse("justmet://follow-up/${card.id}/${card.generation}/$verb")

        fun open(verb: String) = activity(Intent(context, MainActivity::class.java).setData(at(verb)).putExtra(MainActivity.CONTACT, card.contactId))
        return builder(core, reminder.title, reminder.body, reminder.alert, isSummary = false)
            .setContentIntent(open("open"))
            .setDeleteIntent(broadcast<SwipeReceiver>(at("swiped"), listOf(Slot(reminder.identifier, card.generation))))
            .addExtras(Bundle().apply { putInt(GENERATION, card.generation.toInt()) })
            .button(reminder.write, open("write"))
            .button(core.say("shell-done"), broadcast<VerbReceiver>(at("done")))
            .button(core.say("shell-later"), broadcast<VerbReceiver>(at("later")))
            .button(core.say("shell-let-go"), broadcast<VerbReceiver>(at("let-go")))
            .build()
    }

    /** Stands above those it names, and makes the sound for all of them. */
    fun digest(core: JustMetInterface, digest: DigestCard): Notification {
        val style = Notification.InboxStyle().also { style -> digest.lines.forEach { style.addLine(it) } }
        return builder(core, digest.title, digest.lines.firstOrNull().orEmpty(), digest.alert, isSummary = true)
            .setStyle(style)
            .setContentIntent(activity(Intent(context, MainActivity::class.java).setData(Uri.parse("justmet://inbox"))))
            .setDeleteIntent(broadcast<SwipeReceiver>(Uri.parse("justmet://digest/swiped"), digest.slots))
            .addExtras(bundle(digest.slots))
            .build()
    }

    fun generation(notification: Notification): UInt = notification.extras.getInt(GENERATION).toUInt()

    fun slots(extras: Bundle?): List<Slot> {
        val generations = extras?.getIntArray(GENERATIONS) ?: return emptyList()
        return extras.getStringArray(IDENTIFIERS).orEmpty().zip(generations.toList()) { id, generation -> Slot(id, generation.toUInt()) }
    }

    private fun builder(core: JustMetInterface, title: String, body: String, alert: Boolean, isSummary: Boolean): Notification.Builder {
        val hidden = Notification.Builder(context, CHANNEL).setSmallIcon(R.drawable.ic_reminder)
            .setContentTitle(core.say("shell-follow-up-waiting")).build()
        val silent = if (isSummary) Notification.GROUP_ALERT_CHILDREN else Notification.GROUP_ALERT_SUMMARY
        return Notification.Builder(context, CHANNEL).setSmallIcon(R.drawable.ic_reminder)
            .setContentTitle(title).setContentText(body)
            .setAutoCancel(false).setOnlyAlertOnce(true)
            .setGroup(GROUP).setGroupSummary(isSummary)
            .setGroupAlertBehavior(if (alert) Notification.GROUP_ALERT_ALL else silent)
            .setVisibility(Notification.VISIBILITY_PRIVATE).setPublicVersion(hidden)
    }

    private fun Notification.Builder.button(label: String, intent: PendingIntent) =
        addAction(Notification.Action.Builder(null, label, intent).build())

    /** Straight to the screen: a receiver may not open one. */
    private fun activity(intent: Intent) = PendingIntent.getActivity(context, 0, intent, FLAGS)

    private inline fun <reified T : BroadcastReceiver> broadcast(at: Uri, slots: List<Slot> = emptyList()) =
        PendingIntent.getBroadcast(context, 0, Intent(context, T::class.java).setData(at).putExtras(bundle(slots)), FLAGS)

    private fun bundle(slots: List<Slot>) = Bundle().apply {
        putStringArray(IDENTIFIERS, slots.map { it.identifier }.toTypedArray())
        putIntArray(GENERATIONS, slots.map { it.generation.toInt() }.toIntArray())
    }

    companion object {
        const val TAG = "fu/"
        const val ONE = 1
        const val DIGEST_TAG = "digest"
        const val DIGEST = 2
        const val CHANNEL = "follow-up"
        const val FLAGS = PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE
        private const val GROUP = "follow-ups"
        private const val GENERATION = "generation"
        private const val IDENTIFIERS = "identifiers"
        private const val GENERATIONS = "generations"
    }
}
