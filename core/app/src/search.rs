//! Finding people again.

use justmet_domain::fold::fold;

use crate::draw::ContactRow;
use crate::error::Result;
use crate::just_met::JustMet;
use crate::page::PAGE_ROWS;

#[uniffi::export(async_runtime = "tokio")]
impl JustMet {
    /// The people in whom every word of `text` occurs: in name, organisation, role, address, event, notes or promise;
    /// case, accents and the order of the words do not matter. At most 50, best first; nobody for an empty text.
    ///
    /// # Errors
    /// Those of reading.
    pub async fn search(&self, text: String) -> Result<Vec<ContactRow>> {
        self.run(move |inner| {
            let now = inner.now()?;
            let words: Vec<String> = fold(&text).split_whitespace().map(str::to_owned).collect();
            if words.is_empty() {
                return Ok(Vec::new());
            }
            inner.read(|reader| {
                let ids = reader.search(&words, PAGE_ROWS)?;
                inner.rows(reader, &ids, &now)
            })
        })
        .await
    }
}
