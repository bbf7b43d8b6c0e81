//! Everything as one JSON text, and the way back.

use crate::error::Result;
use crate::just_met::JustMet;
use crate::reading::Kind;

/// What came of an import.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Imported {
    /// In words.
    pub text: String,
    /// Contacts that are new here.
    pub added: u64,
    /// Contacts that were here already, or were forgotten here; nothing of theirs was changed.
    pub already_here: u64,
}

#[uniffi::export]
impl JustMet {
    /// Everything as one JSON text that any program can read. The same content gives the same bytes.
    ///
    /// # Errors
    /// `Interrupted`, and those of reading.
    pub async fn export_json(&self) -> Result<String> {
        self.run_reading(Kind::Whole, |inner, interrupt| inner.read_until(interrupt, |reader| reader.export())).await
    }

    /// Takes in what `export_json` gave, of this version or an earlier one. Contacts that are here already stay as they
    /// are, and who was forgotten here stays so; into a database without anybody everything comes back as it was.
    ///
    /// # Errors
    /// `Invalid` where the text is no whole export, or a row of it cannot be stored: which one, and why; `NewerDatabase` where a newer version wrote it, and those of writing.
    /// Then nothing has changed.
    pub async fn import_json(&self, text: String) -> Result<Imported> {
        self.run(move |inner| {
            let now = inner.now()?;
            let mut ids = inner.ids(&now);
            let imported = inner.store(|store| store.import(&text, now.at, &mut ids))?;
            let counts = [("added", imported.added.into()), ("known", imported.already_here.into())];
            let text = inner.words.say_with("imported", &counts);
            Ok(Imported { text, added: imported.added, already_here: imported.already_here })
        })
        .await
    }
}
