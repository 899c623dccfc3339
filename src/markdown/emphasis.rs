//! Emphasis that touches punctuation beside Hangul.
//!
//! CommonMark decides from its neighbours whether a run of `*` may open or close
//! emphasis, and asks for white space or punctuation where the text inside
//! begins or ends with punctuation. Korean writes particles without a space, so
//! `**마크다운(Markdown)**을` stays unmarked (commonmark-spec issue 650). The
//! amendment proposed there lets a CJK neighbour count like punctuation. A mark that counts
//! as punctuation, inserted between the run and its CJK neighbour, has the same effect.

use memchr::memchr2;

use super::{
    open_stars::OpenStars,
    signs::{OPENING, is_cjk, is_punctuation, run_length},
};

/// Returns the offsets at which a mark lets a run of `*` or `~` open or close emphasis.
pub fn emphasis_marks(body: &str) -> Vec<usize> {
    let mut marks = Vec::new();
    let mut stars = OpenStars::new(body);
    let mut at = 0;
    while let Some(distance) = memchr2(b'*', b'~', &body.as_bytes()[at..]) {
        let start = at + distance;
        at = start + run_length(&body[start..]);
        let is_star = body.as_bytes()[start] == b'*';
        let neighbours = (body[..start].chars().next_back(), body[at..].chars().next());
        let (Some(before), Some(after)) = neighbours else { continue };
        let single = at - start == 1;
        // A single tilde joins the ends of a range in Korean: (월)~금요일.
        if single && !is_star {
            continue;
        }
        if opens(before, after, single) {
            marks.push(start);
        } else if closes(before, after) && (!single || stars.are_open_before(start)) {
            marks.push(at);
        }
    }
    marks
}

/// Returns whether a run between `before` and `after` opens emphasis beside Hangul, as in
/// `은**"인용"**`: with punctuation inside and a letter outside, one of them CJK. A single `*`
/// must stand before a bracket or quote: `파일*.md` is a pattern, not emphasis.
fn opens(before: char, after: char, single: bool) -> bool {
    is_punctuation(after)
        && is_wordy(before)
        && (is_cjk(before) || is_cjk(after))
        && (!single || OPENING.contains(after))
}

/// Returns whether a run closes emphasis beside Hangul, as in `**마크다운(Markdown)**을`: the mirror
/// image of [`opens`].
fn closes(before: char, after: char) -> bool {
    is_punctuation(before) && is_wordy(after) && (is_cjk(before) || is_cjk(after))
}

fn is_wordy(c: char) -> bool {
    !c.is_whitespace() && !is_punctuation(c)
}
