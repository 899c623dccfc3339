//! Writes to standard output and standard error. `println!` would panic if the reader has
//! closed the pipe or the disk is full.

use std::io::{self, Write};

use anyhow::Result;

use crate::error::{ErrorKind, Explain};

/// Writes `text` unchanged to standard output.
pub fn print(text: &str) -> Result<()> {
    check_written(write_all(&mut anstream::stdout().lock(), text))
}

/// Writes a line to standard output.
pub fn line(text: &str) -> Result<()> {
    print(&[text, "\n"].concat())
}

/// Writes a line to standard error.
pub fn error_line(text: &str) -> Result<()> {
    check_written(write_all(&mut anstream::stderr().lock(), &[text, "\n"].concat()))
}

fn write_all(to: &mut impl Write, text: &str) -> io::Result<()> {
    to.write_all(text.as_bytes()).and_then(|()| to.flush())
}

/// Ignores the error if the reader has closed the pipe (`| head`).
fn check_written(written: io::Result<()>) -> Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.or_fail(|| ErrorKind::OutputClosed),
    }
}
