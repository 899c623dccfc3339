//! The parts of a request on which its answer depends, without the connection.

use axum::{
    extract::Request,
    http::{HeaderName, Method, header},
};

/// The parts of a request that an answer depends on.
#[derive(Clone, Debug, Default)]
pub struct PageRequest {
    /// True if the response has no body.
    pub head: bool,
    /// The path as it was sent, percent-encoded.
    pub path: String,
    pub query: Option<String>,
    pub if_none_match: Option<String>,
    pub if_range: Option<String>,
    pub range: Option<String>,
}

impl PageRequest {
    pub fn new(request: &Request) -> PageRequest {
        let text = |name: HeaderName| {
            let value = request.headers().get(name)?.to_str().ok()?;
            Some(value.to_owned())
        };
        PageRequest {
            head: request.method() == Method::HEAD,
            path: request.uri().path().to_owned(),
            query: request.uri().query().map(str::to_owned),
            if_none_match: text(header::IF_NONE_MATCH),
            if_range: text(header::IF_RANGE),
            range: text(header::RANGE),
        }
    }

    /// Returns the decoded value of `name` in the query.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let pairs = self.query.as_deref()?.split('&');
        let value = pairs.filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name)?.1;
        Some(percent_encoding::percent_decode_str(value).decode_utf8().ok()?.into_owned())
    }
}
