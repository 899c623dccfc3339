//! Visits an address: `HEAD`, then `GET` if that is refused, following redirects, and waiting
//! if the site asks for it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use serde::{Deserialize, Serialize};

use super::{
    curl::{self, Method, NetworkFailure, SiteReply},
    host, lock,
};

/// The pause between two requests to one host.
const PAUSE: Duration = Duration::from_secs(1);
/// The longest delay that is accepted.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
const MOST_REDIRECTS: usize = 10;
const MOST_WAITS: usize = 2;

/// The answer for an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SiteAnswer {
    Good,
    /// It redirects permanently to another address.
    Moved(String),
    Bad(Failure),
    /// There is no clear result: the site refuses programs, or asks for a longer delay.
    Unknown,
}

/// The reasons why an address does not answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The status of the response.
    Status(u16),
    Network(NetworkFailure),
}

impl Failure {
    /// Returns whether the same request may succeed later. Such an answer is not remembered.
    pub fn is_temporary(&self) -> bool {
        match self {
            Failure::Status(status) => *status >= 500,
            Failure::Network(failure) => *failure != NetworkFailure::RedirectLoop,
        }
    }
}

/// Visits addresses, only one of each host at a time.
pub struct Visitor {
    timeout: Duration,
    /// The time of the last request to each host.
    hosts: Mutex<BTreeMap<String, Arc<Mutex<Option<Instant>>>>>,
}

impl Visitor {
    pub fn new(timeout: Duration) -> Visitor {
        Visitor { timeout, hosts: Mutex::default() }
    }

    /// Requests `address`, follows its redirects, and returns the final answer.
    pub fn visit(&self, address: &str) -> SiteAnswer {
        let mut seen = BTreeSet::new();
        let mut current = address.to_owned();
        let mut for_good = true;
        while seen.len() <= MOST_REDIRECTS && seen.insert(current.clone()) {
            let reply = match self.reply(&current) {
                Ok(reply) => reply,
                Err(failure) => return SiteAnswer::Bad(Failure::Network(failure)),
            };
            match (reply.status, reply.redirect) {
                (200..=299, _) if seen.len() > 1 && for_good => return SiteAnswer::Moved(current),
                (200..=299 | 304, _) => return SiteAnswer::Good,
                (status @ 300..=399, Some(to)) => {
                    for_good &= matches!(status, 301 | 308);
                    current = to;
                }
                // These refuse programs, not readers; 999 is LinkedIn's.
                (401 | 402 | 403 | 407 | 429 | 451 | 503 | 999, _) => return SiteAnswer::Unknown,
                (status, _) => return SiteAnswer::Bad(Failure::Status(status)),
            }
        }
        SiteAnswer::Bad(Failure::Network(NetworkFailure::RedirectLoop))
    }

    /// Returns the reply to `HEAD`, or to `GET` if the site does not support `HEAD`.
    fn reply(&self, address: &str) -> Result<SiteReply, NetworkFailure> {
        match self.request_with_wait(Method::Head, address) {
            Ok(reply) if matches!(reply.status, 200..=399 | 429 | 503) => Ok(reply),
            Err(
                failure @ (NetworkFailure::NoHost
                | NetworkFailure::NoConnection
                | NetworkFailure::Insecure
                | NetworkFailure::TooSlow),
            ) => Err(failure),
            Ok(_) | Err(_) => self.request_with_wait(Method::Get, address),
        }
    }

    /// Makes a request, and repeats it after a delay if the site asks for one (RFC 9110,
    /// section 10.2.3).
    fn request_with_wait(
        &self,
        method: Method,
        address: &str,
    ) -> Result<SiteReply, NetworkFailure> {
        let mut reply = self.request(method, address)?;
        for _ in 0..MOST_WAITS {
            let wait = reply.retry_after.filter(|_| matches!(reply.status, 429 | 503));
            let Some(wait) = wait.filter(|wait| *wait <= LONGEST_WAIT) else { break };
            thread::sleep(wait);
            reply = self.request(method, address)?;
        }
        Ok(reply)
    }

    /// Makes one request while there is no other to the same host.
    fn request(&self, method: Method, address: &str) -> Result<SiteReply, NetworkFailure> {
        let host = host(address).ok_or(NetworkFailure::NoHost)?.to_ascii_lowercase();
        let host = lock(&self.hosts).entry(host).or_default().clone();
        let mut last = lock(&host);
        if let Some(asked) = *last {
            thread::sleep(PAUSE.saturating_sub(asked.elapsed()));
        }
        let reply = curl::request(method, address, self.timeout);
        *last = Some(Instant::now());
        reply
    }
}
