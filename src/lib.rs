pub mod code;
pub mod diag;
pub mod markdown;
pub mod minify;
pub mod model;
pub mod parse;
pub mod source;
pub mod words;
