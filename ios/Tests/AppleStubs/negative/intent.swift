// EXPECT: does not conform to protocol 'AppIntent'
import AppIntents

struct I: AppIntent { func perform() async throws -> some IntentResult { .result() } }
