//! Who is meant by a name.

use std::cmp::Reverse;

use justmet_domain::id::ContactId;
use justmet_domain::order::order_by_key;

use crate::StoreError;
use crate::read::Reader;
use crate::rows;

const NAMED: &str =
    "SELECT id FROM contact WHERE deleted_ms IS NULL AND name_folded = ?1 ORDER BY met_at_ms DESC, id DESC";
const NAMES: &str =
    "SELECT name_folded, met_at_ms, id FROM contact INDEXED BY contact_by_name WHERE deleted_ms IS NULL";

impl Reader<'_> {
    /// The contacts of that name, most recently met first: those whose whole folded name it is; else those whose name
    /// has every word of it; else those in whose name every word of it begins a word.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn named(&self, folded_name: &str) -> Result<Vec<ContactId>, StoreError> {
        let words: Vec<&str> = words_of(folded_name).collect();
        let folded_name = folded_name.trim();
        if folded_name.is_empty() {
            return Ok(Vec::new());
        }
        let whole = self.list(NAMED, [folded_name], rows::contact_id)?;
        if !whole.is_empty() || words.is_empty() {
            return Ok(whole);
        }
        let mut statement = self.conn().prepare_cached(NAMES)?;
        let mut rows = statement.query([])?;
        let (mut by_word, mut by_start) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next()? {
            let name = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            if name_starts(name, &words) == words.len() {
                let found = (rows::instant(row, 1)?, rows::uuid(row, 2)?);
                if words.iter().all(|word| words_of(name).any(|part| part == *word)) {
                    by_word.push(found);
                } else {
                    by_start.push(found);
                }
            }
        }
        let mut found = if by_word.is_empty() { by_start } else { by_word };
        order_by_key(&mut found, |place| Reverse(*place));
        Ok(found.into_iter().map(|(_, id)| ContactId::from_uuid(id)).collect())
    }
}

/// How many of the words start a word of the name.
fn name_starts(name_folded: &str, words: &[&str]) -> usize {
    words.iter().filter(|word| words_of(name_folded).any(|part| part.starts_with(**word))).count()
}

/// The words of a folded name: `rao-smith, priya` has three.
fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::tests::plan;

    #[test]
    fn names_are_looked_up_in_an_index() {
        for (sql, expected) in [
            (NAMED, "SEARCH contact USING COVERING INDEX contact_by_name (name_folded=?)"),
            (NAMES, "SCAN contact USING COVERING INDEX contact_by_name"),
        ] {
            assert_eq!(plan(sql), expected, "{sql}");
        }
    }

    #[test]
    fn names_are_split_at_everything_that_is_no_letter() {
        assert_eq!(words_of("rao-smith, o'brien 王小明").collect::<Vec<_>>(), ["rao", "smith", "o", "brien", "王小明"]);
        assert_eq!(words_of(" - ").count(), 0);
    }

    #[test]
    fn starts_of_names_are_counted() {
        assert_eq!(name_starts("priya rao", &["ra", "pri"]), 2);
        assert_eq!(name_starts("priya rao", &["iya", "rao"]), 1);
        assert_eq!(name_starts("", &["a"]), 0);
    }
}
