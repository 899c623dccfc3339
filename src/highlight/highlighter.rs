//! Highlights code, with a cache of blocks that all threads share.
//!
//! A guide shows the same code in both languages, and running the expressions of a grammar is
//! the slowest part of rendering. Code that is not in the cache is read by `lines`, which
//! caches single lines per thread.

use std::sync::{Arc, Mutex};

use rustc_hash::FxHashMap;
use syntect::parsing::SyntaxReference;

use super::{
    RoleId, Token, is_costly,
    lines::{self, Run},
    syntax,
};

const SHARDS: usize = 16;

/// The most blocks in each shard of the cache; together they take some tens of megabytes.
const BLOCKS_PER_SHARD: usize = 8_192;

/// Highlights code; one for a whole build, shared by all threads.
#[derive(Debug, Default)]
pub struct Highlighter {
    shards: [Mutex<FxHashMap<[u8; 16], TokenRuns>>; SHARDS],
}

type TokenRuns = Arc<[Run]>;

impl Highlighter {
    /// Splits `code` into tokens. Code is a single plain token if its language is unknown, if
    /// it would take too long, or if the highlighter fails.
    pub fn tokens<'a>(&self, language: Option<&str>, code: &'a str) -> Vec<Token<'a>> {
        let language = language.filter(|_| !is_costly(code));
        match language.and_then(syntax) {
            Some(syntax) => cut(code, &self.block(syntax, code)),
            None => vec![Token { class: None, text: code }],
        }
    }

    fn block(&self, syntax: &SyntaxReference, code: &str) -> TokenRuns {
        let key = key(syntax, code);
        let shard = &self.shards[usize::from(key[0]) % SHARDS];
        if let Ok(blocks) = shard.lock()
            && let Some(block) = blocks.get(&key)
        {
            return block.clone();
        }
        let block: TokenRuns =
            lines::runs(syntax, code).unwrap_or_else(|| vec![(None, code.len() as u32)]).into();
        if let Ok(mut blocks) = shard.lock()
            && blocks.len() < BLOCKS_PER_SHARD
        {
            blocks.insert(key, block.clone());
        }
        block
    }
}

fn key(syntax: &SyntaxReference, code: &str) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(syntax.name.as_bytes()).update(&[0]).update(code.as_bytes());
    let mut key = [0; 16];
    hasher.finalize_xof().fill(&mut key);
    key
}

fn cut<'a>(code: &'a str, block: &TokenRuns) -> Vec<Token<'a>> {
    let mut start = 0;
    let token = |(role, length): &Run| {
        let text = &code[start..start + *length as usize];
        start += text.len();
        Token { class: role.map(RoleId::class), text }
    };
    block.iter().map(token).collect()
}
