//! README says what the program does: its transcript is run, command by command, on a fresh database.

#[test]
fn the_transcript_is_what_the_program_prints() {
    let folder = tempfile::tempdir().expect("a folder for the database");
    trycmd::TestCases::new()
        .env("JUSTMET_DB", folder.path().join("justmet.db").display().to_string())
        .env("JUSTMET_NOW", "2026-11-23T18:30:00-05:00")
        .env("TZ", "America/Toronto")
        .env("LC_ALL", "en_CA.UTF-8")
        .case(concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md"));
}
