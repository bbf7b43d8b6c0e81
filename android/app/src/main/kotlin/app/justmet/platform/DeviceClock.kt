package app.justmet.platform

import app.justmet.core.Clock
import app.justmet.domain.TzSnapshot
import app.justmet.domain.TzTransition
import java.time.Instant
import java.time.ZoneId

/** The device's time and zone, asked anew at each call: both may change while the app runs. */
class DeviceClock(private val now: () -> Long = System::currentTimeMillis) : Clock {
    override fun nowMs(): Long = now()

    override fun timeZone(): TzSnapshot = snapshot(ZoneId.systemDefault(), Instant.ofEpochMilli(now()))
}

/** The zone's offsets from a week before [now] to 400 days after it, by the rules that the system keeps up to date. */
fun snapshot(zone: ZoneId, now: Instant): TzSnapshot {
    val start = now.minusSeconds(7 * DAY_SECONDS)
    val end = now.plusSeconds(400 * DAY_SECONDS)
    val changes = generateSequence(zone.rules.nextTransition(start)) { zone.rules.nextTransition(it.instant) }
        .takeWhile { it.instant.isBefore(end) }
        .map { TzTransition(it.instant.toEpochMilli(), it.offsetAfter.totalSeconds) }
    return TzSnapshot(zone.id, zone.rules.getOffset(start).totalSeconds, changes.toList())
}

private const val DAY_SECONDS = 24 * 60 * 60L
