//! Es.

use super::Words;
use crate::locale::Language;

pub(super) static WORDS: Words = Words { language: Language::Es, ..super::NONE };
