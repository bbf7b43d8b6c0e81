//! Who is meant by a word: for a terminal, a voice, a shortcut.

use justmet_domain::fold::fold;
use justmet_domain::id::ContactId;

use crate::draw::ContactRow;
use crate::error::Result;
use crate::just_met::JustMet;

#[uniffi::export]
impl JustMet {
    /// The people that `who` can mean: the number of a row in the list last remembered, an id, or a name, whole or in
    /// part. One row when it is certain, several to choose from, none when nobody is meant.
    ///
    /// # Errors
    /// Those of reading.
    pub async fn find(&self, who: String) -> Result<Vec<ContactRow>> {
        self.run(move |inner| {
            let now = inner.now()?;
            let who = who.trim();
            inner.read(|reader| {
                let ids = if let Ok(number) = who.parse::<usize>() {
                    let listing = reader.last_listing()?;
                    number.checked_sub(1).and_then(|index| listing.get(index)).copied().into_iter().collect()
                } else if let Ok(id) = who.parse::<ContactId>() {
                    vec![id]
                } else {
                    reader.named(&fold(who))?
                };
                inner.rows(reader, &ids, &now)
            })
        })
        .await
    }

    /// Remembers the rows that were listed, so that `find` knows them by their numbers.
    ///
    /// # Errors
    /// `Invalid` for an id that is none, and those of writing.
    pub async fn remember_listing(&self, ids: Vec<String>) -> Result<()> {
        self.run(move |inner| {
            let now = inner.now()?;
            let ids: Vec<ContactId> = ids.iter().map(|id| inner.contact_id(id)).collect::<Result<_>>()?;
            inner.write(&now, |writer| writer.set_last_listing(&ids))
        })
        .await
    }
}
