//! Sends bytes as an HTTP response: type, validator and ranges (RFC 9110, sections 8.3, 8.8.3,
//! 13 and 14).

use std::ops::RangeInclusive;

use ::bytes::Bytes;
use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::pieces::Pieces;
use crate::serve::{inject::fingerprint, page_request::PageRequest};

/// An output to be sent.
#[derive(Debug)]
pub struct Reply<'a> {
    status: StatusCode,
    /// The output's path, which determines its media type.
    path: &'a str,
    bytes: Bytes,
    /// The headers of the site's own policy.
    policy: Vec<(&'static str, String)>,
}

impl<'a> Reply<'a> {
    pub fn new(path: &'a str, bytes: impl Into<Bytes>) -> Self {
        Reply { status: StatusCode::OK, path, bytes: bytes.into(), policy: Vec::new() }
    }

    /// Adds the headers that the site's host would send, before the server's own.
    pub fn with_policy(self, policy: Vec<(&'static str, String)>) -> Self {
        Reply { policy, ..self }
    }

    pub fn with_status(self, status: StatusCode) -> Self {
        Reply { status, ..self }
    }

    /// Adds a paragraph below the title of a page.
    pub fn with_note(self, note: &str) -> Self {
        let title = b"</h1>";
        let at = memchr::memmem::find(&self.bytes, title).map_or(0, |at| at + title.len());
        let paragraph = ["<p>", note, "</p>"].concat();
        let bytes = [&self.bytes[..at], paragraph.as_bytes(), &self.bytes[at..]].concat();
        Reply { bytes: bytes.into(), ..self }
    }

    /// Returns the response, or the part of it that `request` asks for.
    pub fn answer(self, request: &PageRequest) -> Response {
        let tag = ["\"", &fingerprint(&self.bytes), "\""].concat();
        let mut headers = headers(self.path, &tag);
        for (name, value) in &self.policy {
            if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
                set(&mut headers, name, value);
            }
        }
        if self.status == StatusCode::OK
            && request.if_none_match.as_ref().is_some_and(|m| matches(m, &tag))
        {
            headers.remove(header::CONTENT_TYPE);
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        match self.part(request, &tag) {
            RequestedRange::Whole => send(self.status, headers, self.bytes, request.head),
            RequestedRange::Part(range) => {
                let length = self.bytes.len();
                let content_range = format!("bytes {}-{}/{length}", range.start(), range.end());
                set(&mut headers, header::CONTENT_RANGE, &content_range);
                send(StatusCode::PARTIAL_CONTENT, headers, self.bytes.slice(range), request.head)
            }
            RequestedRange::Unsatisfiable => {
                set(&mut headers, header::CONTENT_RANGE, &format!("bytes */{}", self.bytes.len()));
                headers.remove(header::CONTENT_TYPE);
                send(StatusCode::RANGE_NOT_SATISFIABLE, headers, Bytes::new(), request.head)
            }
        }
    }

    /// Returns the requested range. A request for several ranges is answered with the whole
    /// output, which is allowed.
    fn part(&self, request: &PageRequest, tag: &str) -> RequestedRange {
        let Some(range) = request.range.as_ref().filter(|_| self.status == StatusCode::OK) else {
            return RequestedRange::Whole;
        };
        if request.if_range.as_ref().is_some_and(|validator| validator != tag) {
            return RequestedRange::Whole;
        }
        let Ok(parsed) = http_range_header::parse_range_header(range) else {
            return RequestedRange::Whole;
        };
        match parsed.validate(self.bytes.len() as u64).as_deref() {
            Ok([range]) => RequestedRange::Part(*range.start() as usize..=*range.end() as usize),
            Ok(_) => RequestedRange::Whole,
            Err(_) => RequestedRange::Unsatisfiable,
        }
    }
}

enum RequestedRange {
    Whole,
    Part(RangeInclusive<usize>),
    Unsatisfiable,
}

fn send(status: StatusCode, mut headers: HeaderMap, body: Bytes, head: bool) -> Response {
    headers.insert(header::CONTENT_LENGTH, body.len().into());
    let body = if head { Body::empty() } else { Body::new(Pieces::new(body)) };
    (status, headers, body).into_response()
}

/// Returns whether one of the tags of an `If-None-Match` is `tag`.
fn matches(sent: &str, tag: &str) -> bool {
    let mut tags = sent.split(',').map(|sent| sent.trim().trim_start_matches("W/"));
    sent.trim() == "*" || tags.any(|sent| sent == tag)
}

fn headers(path: &str, tag: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    set(&mut headers, header::CONTENT_TYPE, &content_type(path));
    set(&mut headers, header::ETAG, tag);
    // Browsers revalidate pages each time, so that they never show an old version.
    set(&mut headers, header::CACHE_CONTROL, "no-cache");
    set(&mut headers, header::ACCEPT_RANGES, "bytes");
    headers
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

/// Returns the media type of an output; for text, also its encoding.
fn content_type(path: &str) -> String {
    let guess = mime_guess::from_path(path).first_or_octet_stream();
    let text = guess.type_() == "text"
        || matches!(
            guess.subtype().as_str(),
            "javascript" | "json" | "manifest+json" | "svg" | "xml"
        )
        || guess.suffix().is_some_and(|suffix| matches!(suffix.as_str(), "xml" | "json"));
    if text { format!("{}; charset=utf-8", guess.essence_str()) } else { guess.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page_request(range: Option<&str>, if_none_match: Option<&str>) -> PageRequest {
        let own = |text: Option<&str>| text.map(str::to_owned);
        PageRequest {
            range: own(range),
            if_none_match: own(if_none_match),
            ..PageRequest::default()
        }
    }

    fn reply() -> Reply<'static> {
        Reply::new("a/b.svg", &b"0123456789"[..])
    }

    #[test]
    fn ranges_are_cut_and_impossible_ones_refused() {
        let answer = |range| {
            let response = reply().answer(&page_request(Some(range), None));
            let range = response.headers().get(header::CONTENT_RANGE).cloned();
            (response.status().as_u16(), range.map(|r| r.to_str().expect("text").to_owned()))
        };
        let cut = |range: &str| (206, Some(range.to_owned()));
        assert_eq!(answer("bytes=0-3"), cut("bytes 0-3/10"));
        assert_eq!(answer("bytes=-2"), cut("bytes 8-9/10"));
        assert_eq!(answer("bytes=4-"), cut("bytes 4-9/10"));
        assert_eq!(answer("bytes=20-"), (416, Some("bytes */10".to_owned())));
        assert_eq!(answer("bytes=0-1, 4-5"), (200, None));
        assert_eq!(answer("lines=1"), (200, None));
    }

    #[test]
    fn unchanged_bytes_are_not_sent_again() {
        let response = reply().answer(&page_request(None, None));
        let tag = response.headers()[header::ETAG].to_str().expect("text").to_owned();
        for sent in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}"), "*".to_owned()] {
            assert_eq!(
                reply().answer(&page_request(None, Some(&sent))).status(),
                StatusCode::NOT_MODIFIED
            );
        }
        assert_eq!(reply().answer(&page_request(None, Some("\"x\""))).status(), StatusCode::OK);
    }

    #[test]
    fn types_say_how_text_is_encoded() {
        for (path, kind) in [
            ("index.html", "text/html; charset=utf-8"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.svg", "image/svg+xml; charset=utf-8"),
            ("feed.xml", "text/xml; charset=utf-8"),
            ("a.json", "application/json; charset=utf-8"),
            ("a.webmanifest", "application/manifest+json; charset=utf-8"),
            ("a.png", "image/png"),
            ("a", "application/octet-stream"),
        ] {
            assert_eq!(content_type(path), kind, "{path}");
        }
    }
}
