//! Makes requests with the program `curl`, which most systems have, with its certificates and
//! the proxy that the system is configured for.

use std::{
    ffi::OsStr,
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::Result;
use jiff::{Timestamp, fmt::rfc2822};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::{Deserialize, Serialize};

use crate::error::{ErrorKind, Explain};

/// The characters that are percent-encoded before an address is passed to curl.
const REFUSED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');

/// The file that response bodies are written to, to discard them.
const NOWHERE: &str = if cfg!(windows) { "NUL" } else { "/dev/null" };

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Head,
    Get,
}

/// The reasons why there is no usable response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NetworkFailure {
    NoHost,
    NoConnection,
    TooSlow,
    Insecure,
    /// Circular redirects, or too many of them.
    RedirectLoop,
    /// The connection ended before the response.
    Broken,
}

impl NetworkFailure {
    /// Returns the key of its message.
    pub const fn phrase(self) -> &'static str {
        match self {
            NetworkFailure::NoHost => "cli-external-no-host",
            NetworkFailure::NoConnection => "cli-external-no-connection",
            NetworkFailure::TooSlow => "cli-external-slow",
            NetworkFailure::Insecure => "cli-external-insecure",
            NetworkFailure::RedirectLoop => "cli-external-loop",
            NetworkFailure::Broken => "cli-external-broken",
        }
    }
}

/// The response of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteReply {
    pub status: u16,
    /// The absolute address that it redirects to.
    pub redirect: Option<String>,
    /// The delay that the server demands before the next request.
    pub retry_after: Option<Duration>,
}

/// Checks that the program can be run.
///
/// # Errors
/// Fails if it cannot.
pub fn find() -> Result<()> {
    let mut version = Command::new("curl");
    version.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    version.status().map(drop).or_fail(|| ErrorKind::NoCurl)
}

/// Makes one request. Redirects are not followed.
pub fn request(
    method: Method,
    address: &str,
    timeout: Duration,
) -> Result<SiteReply, NetworkFailure> {
    let address = utf8_percent_encode(address, REFUSED).to_string();
    let timeout = timeout.as_secs_f64().to_string();
    let agent = concat!("giljabi/", env!("CARGO_PKG_VERSION"), " (checks links)");
    let mut command = Command::new("curl");
    // The user's settings for curl would change the request.
    command.args(["--disable", "--silent", "--globoff", "--proto", "=http,https"]);
    command.args(["--user-agent", agent, "--max-time", &timeout]);
    command.args(["--max-filesize", "1000000", "--dump-header", "-", "--output", NOWHERE]);
    command.args(["--write-out", "\n%{http_code} %{redirect_url}"]);
    if method == Method::Head {
        command.arg("--head");
    }
    command.args(["--url".as_ref(), OsStr::new(&address)]).stdin(Stdio::null());
    let output = command.output().map_err(|_| NetworkFailure::Broken)?;
    let response = String::from_utf8_lossy(&output.stdout);
    match read(&response, Timestamp::now()) {
        Some(reply) => Ok(reply),
        None => Err(failure(output.status.code().unwrap_or_default())),
    }
}

/// Reads the headers and the line that curl adds after them; `None` if there is no response.
fn read(response: &str, now: Timestamp) -> Option<SiteReply> {
    let (headers, last) = response.rsplit_once('\n')?;
    let (status, redirect) = last.split_once(' ').unwrap_or((last, ""));
    let status = status.parse().ok().filter(|status| *status > 0)?;
    let redirect = Some(redirect.trim()).filter(|redirect| !redirect.is_empty());
    let mut waits = headers.lines().filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("retry-after").then(|| wait(value.trim(), now))?
    });
    Some(SiteReply {
        status,
        redirect: redirect.map(str::to_owned),
        retry_after: waits.next_back(),
    })
}

/// Returns the delay of a `Retry-After` header, which contains seconds or a date.
fn wait(value: &str, now: Timestamp) -> Option<Duration> {
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = rfc2822::DateTimeParser::new().parse_timestamp(value).ok()?;
    Some(Duration::try_from(until.duration_since(now)).unwrap_or_default())
}

/// Returns the reason for an exit code of curl ("EXIT CODES" of its manual page).
const fn failure(code: i32) -> NetworkFailure {
    match code {
        3 | 5 | 6 => NetworkFailure::NoHost,
        7 => NetworkFailure::NoConnection,
        28 => NetworkFailure::TooSlow,
        35 | 51 | 53 | 54 | 58 | 59 | 60 | 77 | 80 | 82 | 83 | 90 | 91 => NetworkFailure::Insecure,
        _ => NetworkFailure::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(response: &str) -> Option<SiteReply> {
        let now = rfc2822::DateTimeParser::new().parse_timestamp("Sun, 06 Nov 1994 08:49:30 GMT");
        read(response, now.expect("a date"))
    }

    #[test]
    fn headers_are_read_up_to_the_last_line() {
        let reply = at("HTTP/1.1 301 x\r\nLocation: /b\r\n\r\n\n301 http://a.example/b");
        assert_eq!(
            reply,
            Some(SiteReply {
                status: 301,
                redirect: Some("http://a.example/b".into()),
                retry_after: None
            })
        );
        let waits = |value: &str| {
            let response = format!("HTTP/2 429\r\nretry-AFTER: {value}\r\n\r\n\n429 ");
            at(&response).and_then(|reply| reply.retry_after)
        };
        assert_eq!(waits("120"), Some(Duration::from_secs(120)));
        assert_eq!(waits("Sun, 06 Nov 1994 08:49:37 GMT"), Some(Duration::from_secs(7)));
        assert_eq!(waits("Sun, 06 Nov 1994 08:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(waits("soon"), None);
        assert_eq!(at("\n000 "), None);
        assert_eq!(at(""), None);
    }
}
