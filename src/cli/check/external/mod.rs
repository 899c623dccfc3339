//! `giljabi check --external`: finds addresses of other sites that no longer answer.
//!
//! Several hosts are asked at the same time, each for one address after the other with a pause
//! in between. Answers are remembered for a day.

mod answers;
mod curl;
mod visit;

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Mutex,
    thread,
    time::{Duration, SystemTime},
};

use anyhow::Result;
use fluent_bundle::FluentArgs;

use answers::Answers;
use visit::Visitor;
pub use visit::{Failure, SiteAnswer};

use crate::{
    diag::{Code, Diagnostic, Diagnostics, sentence},
    model::{Lang, Site, Span, Target},
};

/// The number of hosts that are asked at the same time.
const HOSTS_AT_ONCE: usize = 16;

/// The addresses of other sites, and the links to each.
type LinkedAddresses<'a> = BTreeMap<&'a str, Vec<Span>>;

/// The number of addresses that were asked, and of each result.
#[derive(Debug, Default)]
pub struct ExternalSummary {
    addresses: usize,
    remembered: usize,
    /// The number of addresses without a clear result: the site refuses programs, or asks to
    /// wait.
    unknown: usize,
}

impl ExternalSummary {
    /// Returns the summary as a sentence.
    pub fn describe(&self, lang: Lang) -> String {
        let mut args = FluentArgs::new();
        args.set("addresses", self.addresses);
        args.set("remembered", self.remembered);
        args.set("unknown", self.unknown);
        sentence(lang, "cli-external", &args)
    }
}

/// Asks for every address of another site, and reports those that do not answer. `timeout`
/// applies to each request.
pub fn check(
    site: &Site,
    timeout: Duration,
    diagnostics: &mut Diagnostics,
) -> Result<ExternalSummary> {
    let addresses = addresses(site);
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let mut answers = Answers::read(now.as_secs());
    let open = addresses.keys().copied().filter(|address| answers.get(address).is_none());
    let by_host = by_host(open);
    let mut summary = ExternalSummary { addresses: addresses.len(), ..Default::default() };
    let new_answers = ask(by_host, timeout)?;
    summary.remembered = addresses.len() - new_answers.len();
    answers.add(new_answers);
    for (address, places) in &addresses {
        match answers.get(address) {
            Some(SiteAnswer::Unknown) | None => summary.unknown += 1,
            Some(answer) => diagnostics
                .extend(places.iter().filter_map(|place| problem(address, answer, *place))),
        }
    }
    answers.write();
    Ok(summary)
}

/// Returns the addresses of other sites, each without its fragment.
fn addresses(site: &Site) -> LinkedAddresses<'_> {
    let mut addresses = LinkedAddresses::new();
    for page in &site.pages {
        for (link, target) in page.document.links.iter().zip(page.links.iter()) {
            let Target::External(address) = target else { continue };
            let address = address.split('#').next().unwrap_or_default();
            if host(address).is_some() {
                addresses.entry(address).or_default().push(link.span);
            }
        }
    }
    addresses
}

/// Returns the host of a web address, with its port.
fn host(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    (is_web && !host.is_empty()).then_some(host)
}

fn by_host<'a>(addresses: impl Iterator<Item = &'a str>) -> VecDeque<BTreeSet<&'a str>> {
    let mut hosts: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for address in addresses {
        hosts.entry(host(address).unwrap_or_default()).or_default().insert(address);
    }
    hosts.into_values().collect()
}

/// Asks for the addresses of several hosts at the same time, and for those of one host one
/// after the other.
fn ask(hosts: VecDeque<BTreeSet<&str>>, timeout: Duration) -> Result<Vec<(String, SiteAnswer)>> {
    if hosts.is_empty() {
        return Ok(Vec::new());
    }
    curl::find()?;
    let visitor = Visitor::new(timeout);
    let threads = hosts.len().min(HOSTS_AT_ONCE);
    let (hosts, answers) = (Mutex::new(hosts), Mutex::new(Vec::new()));
    let work = || {
        while let Some(addresses) = lock(&hosts).pop_front() {
            for address in addresses {
                let answer = visitor.visit(address);
                lock(&answers).push((address.to_owned(), answer));
            }
        }
    };
    thread::scope(|scope| (0..threads).for_each(|_| _ = scope.spawn(work)));
    let mut answers = std::mem::take(&mut *lock(&answers));
    answers.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(answers)
}

/// Locks `mutex`. Even if a thread panicked, the data is consistent, because only complete
/// entries are added.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Returns the problem of an address that is linked at `place`.
fn problem(address: &str, answer: &SiteAnswer, place: Span) -> Option<Diagnostic> {
    let problem_of = |code| Diagnostic::new(code, place).arg("address", address);
    match answer {
        SiteAnswer::Good | SiteAnswer::Unknown => None,
        SiteAnswer::Moved(to) => Some(problem_of(Code::ExternalMoved).arg("to", to.as_str())),
        SiteAnswer::Bad(Failure::Status(status)) => {
            Some(problem_of(Code::ExternalLink).arg("reason", format!("HTTP {status}")))
        }
        SiteAnswer::Bad(Failure::Network(failure)) => {
            Some(problem_of(Code::ExternalLink).phrase("reason", failure.phrase()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_differ_by_their_ports() {
        assert_eq!(host("https://a.example:8080/x?y"), Some("a.example:8080"));
        assert_eq!(host("HTTP://u:p@a.example#x"), Some("a.example"));
        assert_eq!(host("mailto:a@b.example"), None);
        assert_eq!(host("https:///x"), None);
    }
}
