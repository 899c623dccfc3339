//! Whether what is written to a stream is coloured: the one decision, by `--color`,
//! `NO_COLOR`, `CLICOLOR_FORCE`, `TERM` and what the stream is.

use anstream::{AutoStream, ColorChoice, stream::RawStream};

/// Returns whether colours are wanted on `stream`.
pub fn is_wanted<S: RawStream>(stream: &S) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}
