//! The occurrences of a word, as text: for each page the difference of its id from the one
//! before, then its passages, each with a weight. Numbers are written as in source maps, with
//! five bits a character, the lowest bits first.

/// An occurrence of a word in a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting {
    pub page: u32,
    pub passage: u8,
    /// From 1 to 63.
    pub weight: u8,
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Of a word that stands in more passages than this, only the best passage of each page is
/// best_postings; and if it is on more pages than this, only the best pages.
const MOST: usize = 8_000;

/// Writes `postings`, which are sorted.
pub fn write(postings: &[Posting]) -> String {
    let best_postings = keep_best(postings);
    let postings = best_postings.as_deref().unwrap_or(postings);
    let mut text = String::with_capacity(postings.len() * 4);
    let mut before = 0;
    for page in postings.chunk_by(|a, b| a.page == b.page) {
        push(&mut text, page[0].page - before);
        before = page[0].page;
        let mut passage = 0;
        for (at, posting) in page.iter().enumerate() {
            let is_last = u32::from(at + 1 == page.len());
            push(&mut text, u32::from(posting.passage - passage) * 2 + is_last);
            text.push(char::from(DIGITS[usize::from(posting.weight.min(63))]));
            passage = posting.passage;
        }
    }
    text
}

fn keep_best(postings: &[Posting]) -> Option<Vec<Posting>> {
    if postings.len() <= MOST {
        return None;
    }
    let best_of = |page: &[Posting]| page.iter().copied().max_by_key(|posting| posting.weight);
    let pages = postings.chunk_by(|a, b| a.page == b.page);
    let mut best_postings: Vec<Posting> = pages.filter_map(best_of).collect();
    if best_postings.len() > MOST {
        best_postings.sort_by_key(|posting| (std::cmp::Reverse(posting.weight), posting.page));
        best_postings.truncate(MOST);
        best_postings.sort_unstable();
    }
    Some(best_postings)
}

fn push(text: &mut String, mut number: u32) {
    loop {
        let more = if number > 31 { 32 } else { 0 };
        text.push(char::from(DIGITS[(number & 31 | more) as usize]));
        number >>= 5;
        if more == 0 {
            return;
        }
    }
}

/// Reads what [`write()`] wrote; stops at the first character that is none of its digits.
pub fn read(text: &str) -> Vec<Posting> {
    let mut digits = text.bytes().map(digit);
    let mut all = Vec::new();
    let mut page = 0;
    while let Some(distance) = number(&mut digits) {
        page += distance;
        let mut passage = 0;
        while let Some(step) = number(&mut digits) {
            passage += step / 2;
            let Some(Some(weight)) = digits.next() else { return all };
            all.push(Posting { page, passage: passage as u8, weight: weight as u8 });
            if step % 2 == 1 {
                break;
            }
        }
    }
    all
}

fn digit(byte: u8) -> Option<u32> {
    DIGITS.iter().position(|digit| *digit == byte).map(|at| at as u32)
}

fn number(digits: &mut impl Iterator<Item = Option<u32>>) -> Option<u32> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let digit = digits.next()??;
        number |= (digit & 31) << shift;
        shift += 5;
        if digit < 32 || shift > 25 {
            return Some(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_are_read_as_they_were_written() {
        let posting = |page, passage, weight| Posting { page, passage, weight };
        let all =
            [posting(0, 0, 1), posting(5, 3, 63), posting(5, 255, 2), posting(16_777_215, 31, 9)];
        assert_eq!(read(&write(&all)), all);
        assert_eq!(read(&write(&[])), []);
        assert_eq!(read("!"), []);
    }

    #[test]
    fn only_the_best_postings_of_a_frequent_word_are_kept() {
        let all: Vec<Posting> = (0..20_000)
            .map(|at| Posting { page: at / 2, passage: (at % 2) as u8, weight: 1 + (at % 7) as u8 })
            .collect();
        let best_postings = read(&write(&all));
        assert_eq!(best_postings.len(), MOST);
        assert!(best_postings.iter().all(|posting| posting.weight > 1));
    }
}
