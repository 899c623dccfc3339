//! Decides whether output is coloured: by `--color`, `NO_COLOR`, `CLICOLOR_FORCE`, `TERM`, and
//! by whether the stream is a terminal.

use anstream::{AutoStream, ColorChoice, stream::RawStream};

/// Returns whether colours are wanted on `stream`.
pub fn is_wanted<S: RawStream>(stream: &S) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}
