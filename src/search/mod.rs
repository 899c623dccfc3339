//! Search without a server: an index in small files, of which a browser loads those that it
//! needs.
//!
//! A page is cut into `passages`, their text into words (`analysis`), and each word leads to
//! the passages that have it. Both lists, that of words and that of passages, are sorted and
//! written in `shards`, files that are named by their content; a manifest tells where each
//! begins. No shard holds anything that depends on the number of pages, so an edit changes
//! those with the words of the edited passage, and no others. `engine` answers queries from
//! these files; `static/assets/search-engine.js` does so in the browser, by the same rules.

mod analysis;
mod engine;
mod hangul;
mod index;
mod korean;
mod language_index;
mod lookup;
mod page;
mod passages;
mod postings;
mod query;
mod rank;
mod readable;
mod rules;
mod shards;
mod synonyms;
mod text_shard;
mod word_hits;

pub use analysis::is_korean;
pub use engine::{Hit, Reason, SearchEngine};
pub use index::{SearchFile, build};
pub use language_index::{FoundPassage, ReadShard};
pub use page::{PageTexts, SearchPage, pages};
pub use word_hits::Reading;
