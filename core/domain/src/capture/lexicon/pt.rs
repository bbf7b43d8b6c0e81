//! Pt.

use super::Words;
use crate::locale::Language;

pub(super) static WORDS: Words = Words { language: Language::Pt, ..super::NONE };
