//! The same conversation with the core, held in Python, Kotlin and Swift.
