//! De.

use super::Words;
use crate::locale::Language;

pub(super) static WORDS: Words = Words { language: Language::De, ..super::NONE };
