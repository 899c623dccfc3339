//! Makes links of bare addresses. In `https://example.com/docs에서` and `desk@example.com으로` the
//! address ends before the particle. CommonMark links an address only between `<` and `>`.

use std::{collections::VecDeque, ops::Range};

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::{RawForm, events::PlacedEvent, raw_tags, signs::is_cjk};

/// Particles and words that follow an address in Korean without a space.
const PARTICLES: [&str; 48] = [
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "에는",
    "에도",
    "에서",
    "에서는",
    "에서도",
    "에서의",
    "에서만",
    "로",
    "으로",
    "로는",
    "으로는",
    "로부터",
    "와",
    "과",
    "도",
    "만",
    "나",
    "이나",
    "부터",
    "까지",
    "처럼",
    "보다",
    "라고",
    "이라고",
    "라는",
    "이라는",
    "입니다",
    "이다",
    "이며",
    "이고",
    "인",
    "인데",
    "및",
    "등",
    "등을",
    "등의",
    "등에",
    "에서부터",
    "에게",
    "이라면",
];

/// An iterator over events that makes links of the bare addresses in texts.
pub struct Autolinks<'t, I> {
    events: I,
    body: &'t str,
    /// Events made from a text that have not been returned yet.
    queue: VecDeque<PlacedEvent<'t>>,
    /// The number of open links, images and blocks of code: no link may begin inside them.
    closed: usize,
}

impl<'t, I: Iterator<Item = PlacedEvent<'t>>> Autolinks<'t, I> {
    pub fn new(events: I, body: &'t str) -> Self {
        Autolinks { events, body, queue: VecDeque::new(), closed: 0 }
    }

    fn note(&mut self, event: &Event) {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => {
                self.closed += 1;
            }
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => {
                self.closed = self.closed.saturating_sub(1);
            }
            Event::InlineHtml(html) | Event::Html(html) => self.note_html(html),
            _ => {}
        }
    }

    fn note_html(&mut self, html: &str) {
        for tag in raw_tags(html).iter().filter(|tag| tag.name == "a") {
            match tag.form {
                RawForm::Start { .. } => self.closed += 1,
                _ => self.closed = self.closed.saturating_sub(1),
            }
        }
    }

    /// Splits a text at its addresses.
    fn split(&mut self, text: CowStr<'t>, range: Range<usize>) {
        let exact = self.body.get(range.clone()) == Some(&*text);
        let place = |part: Range<usize>| match exact {
            true => range.start + part.start..range.start + part.end,
            false => range.clone(),
        };
        let mut from = 0;
        for address in addresses(&text) {
            self.push_text(&text[from..address.start], place(from..address.start));
            self.push_link(&text[address.clone()], place(address.clone()));
            from = address.end;
        }
        self.push_text(&text[from..], place(from..text.len()));
    }

    fn push_text(&mut self, text: &str, range: Range<usize>) {
        if !text.is_empty() {
            self.queue.push_back((Event::Text(text.to_owned().into()), range));
        }
    }

    fn push_link(&mut self, address: &str, range: Range<usize>) {
        let scheme = if address.starts_with("www.") { "https://" } else { "" };
        let is_mail = scheme.is_empty() && !address.contains("://");
        let link = Tag::Link {
            link_type: if is_mail { LinkType::Email } else { LinkType::Autolink },
            dest_url: [scheme, address].concat().into(),
            title: "".into(),
            id: "".into(),
        };
        self.queue.push_back((Event::Start(link), range.clone()));
        self.push_text(address, range.clone());
        self.queue.push_back((Event::End(TagEnd::Link), range));
    }
}

impl<'t, I: Iterator<Item = PlacedEvent<'t>>> Iterator for Autolinks<'t, I> {
    type Item = PlacedEvent<'t>;

    fn next(&mut self) -> Option<PlacedEvent<'t>> {
        if let Some(event) = self.queue.pop_front() {
            return Some(event);
        }
        let (event, range) = self.events.next()?;
        match event {
            Event::Text(text) if self.closed == 0 && may_hold_address(&text) => {
                self.split(text, range);
                self.queue.pop_front()
            }
            event => {
                self.note(&event);
                Some((event, range))
            }
        }
    }
}

fn may_hold_address(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b':', b'.', b'@', bytes).any(|at| match bytes[at] {
        b':' => bytes[at..].starts_with(b"://"),
        b'.' => bytes[..at].ends_with(b"www"),
        _ => true,
    })
}

/// Returns the addresses in `text` whose ends are certain.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let sites: Vec<_> = bare_addresses(text).collect();
    let mails = text.match_indices('@').filter_map(|(at, _)| mail_address(text, at));
    let apart = |mail: &Range<usize>| {
        let next = sites.partition_point(|(site, _)| site.end <= mail.start);
        sites.get(next).is_none_or(|(site, _)| mail.end <= site.start)
    };
    let mut addresses: Vec<Range<usize>> = mails.filter(apart).collect();
    addresses.extend(sites.iter().filter(|(_, certain)| *certain).map(|(site, _)| site.clone()));
    addresses.sort_unstable_by_key(|address| address.start);
    addresses
}

/// Returns the mail address around the `@` at `at`.
fn mail_address(text: &str, at: usize) -> Option<Range<usize>> {
    let in_name = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let in_host = |c: char| c.is_ascii_alphanumeric() || ".-".contains(c);
    let name = text[..at].trim_end_matches(in_name).len();
    let host = &text[at + 1..];
    let host = &host[..host.find(|c| !in_host(c)).unwrap_or(host.len())];
    let host = host.trim_end_matches(['.', '-']);
    let (start, end) = (name, at + 1 + host.len());
    let is_name = text[start..at].starts_with(|c: char| c.is_ascii_alphanumeric());
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_host = host.contains('.') && is_address(host);
    let is_host = is_host && last.len() > 1 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    // These are no mail addresses: `git@host:path`, `name:password@host/path`, `@name@host`.
    let stands_alone =
        !text[..start].ends_with(['@', '/', ':', '=']) || follows_label(&text[..start]);
    let mut rest = text[end..].chars();
    let goes_on = match rest.next() {
        Some('/' | '@') => true,
        Some(':') => rest.next().is_some_and(|c| c.is_ascii_graphic()),
        _ => false,
    };
    let is_mail = is_name && is_host && stands_alone && !goes_on && ends_there(&text[end..]);
    is_mail.then_some(start..end)
}

/// Returns the addresses in `text`, and for each whether its end is certain.
pub fn bare_addresses(text: &str) -> impl Iterator<Item = (Range<usize>, bool)> {
    let mut from = 0;
    let mut starts = AddressStarts::new(text);
    std::iter::from_fn(move || {
        loop {
            let start = starts.next(from)?;
            let end = start + length(&text[start..]);
            from = end.max(start + 1);
            if is_address(&text[start..end]) && may_begin(&text[..start]) {
                return Some((start..end, ends_there(&text[end..])));
            }
        }
    })
}

/// The beginnings of addresses.
const BEGINNINGS: [&str; 3] = ["https://", "http://", "www."];

/// The places at which an address may begin.
struct AddressStarts<'t> {
    text: &'t str,
    /// The next place of each beginning.
    next: [Option<usize>; BEGINNINGS.len()],
}

impl<'t> AddressStarts<'t> {
    fn new(text: &'t str) -> Self {
        AddressStarts { text, next: BEGINNINGS.map(|beginning| text.find(beginning)) }
    }

    /// Returns the first place from `from` on, which does not go back.
    fn next(&mut self, from: usize) -> Option<usize> {
        for (next, beginning) in self.next.iter_mut().zip(BEGINNINGS) {
            if next.is_some_and(|place| place < from) {
                *next = self.text[from..].find(beginning).map(|place| from + place);
            }
        }
        self.next.into_iter().flatten().min()
    }
}

/// Returns the length of the address at the start of `text`, without the punctuation of its
/// sentence at the end.
fn length(text: &str) -> usize {
    let fits = |c: char| c.is_ascii_graphic() && !"<>\"`{}|\\^".contains(c);
    let text = &text[..text.find(|c| !fits(c)).unwrap_or(text.len())];
    let count = |sign: u8| text.bytes().filter(|byte| *byte == sign).count();
    // How many brackets are closed that nothing opened.
    let mut round = count(b')').saturating_sub(count(b'('));
    let mut square = count(b']').saturating_sub(count(b'['));
    let mut drops = |last: u8| match last {
        b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'_' | b'~' => true,
        b')' => take_one(&mut round),
        b']' => take_one(&mut square),
        _ => false,
    };
    let dropped = text.bytes().rev().take_while(|last| drops(*last)).count();
    text.len() - dropped
}

/// Takes one off, where there is one.
fn take_one(count: &mut usize) -> bool {
    let taken = *count > 0;
    *count -= usize::from(taken);
    taken
}

/// Returns whether the address has a host with a dot in it.
fn is_address(address: &str) -> bool {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let labels: Vec<&str> = host.split('.').collect();
    labels.len() > 1 && labels.iter().all(|label| !label.is_empty() && label.chars().all(fits))
}

fn may_begin(before: &str) -> bool {
    let previous = before.chars().next_back();
    previous.is_none_or(|c| c.is_whitespace() || !c.is_ascii() || "([\"'*_~,".contains(c))
        || follows_label(before)
}

/// Returns whether `before` ends with a label in Korean: `문의:`.
fn follows_label(before: &str) -> bool {
    before.strip_suffix(':').is_some_and(|label| label.ends_with(is_cjk))
}

/// Returns whether an address ends before `rest`: only if a particle follows, as other Hangul
/// may be part of the address.
fn ends_there(rest: &str) -> bool {
    let word_end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let word = &rest[..word_end];
    word.is_empty() || PARTICLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses_in(text: &str) -> Vec<&str> {
        addresses(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn an_address_ends_before_its_particle_and_punctuation() {
        for (text, address) in [
            ("https://example.com/docs에서 봅니다.", "https://example.com/docs"),
            ("(https://example.com/a_(b)).", "https://example.com/a_(b)"),
            ("주소는 http://a.example/를", "http://a.example/"),
            ("See https://example.com/a?b=c#d, or not", "https://example.com/a?b=c#d"),
            ("www.example.com입니다", "www.example.com"),
            ("“https://example.com”", "https://example.com"),
            ("desk.a+b@mail.example.com으로 보냅니다", "desk.a+b@mail.example.com"),
            ("문의: desk@example.com.", "desk@example.com"),
            ("문의처:desk@example.com", "desk@example.com"),
            ("신청:https://forms.example/abc", "https://forms.example/abc"),
        ] {
            assert_eq!(addresses_in(text), [address], "{text}");
        }
    }

    #[test]
    fn text_without_a_certain_address_is_left_alone() {
        for text in [
            "http://localhost:8080/a",
            "https://",
            "git+https://example.com/a.git",
            "https://ko.wikipedia.org/wiki/한국어",
            "www.",
            "https://... and www.{host}",
            "git@example.com:a/b.git",
            "vue@3.4.0 and @scope/name@latest",
            "@name@social.example",
            "a@b",
        ] {
            assert_eq!(addresses_in(text), [""; 0], "{text}");
        }
    }
}
