// EXPECT: incorrect argument label
import UserNotifications

let _t = UNCalendarNotificationTrigger(dateComponents: DateComponents(), repeats: false)
