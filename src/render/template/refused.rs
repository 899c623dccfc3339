//! Refuses tags that the template engine could not handle: it would need too much time or memory, or
//! too deep a stack, before anything is counted.

use std::ops::Range;

use super::tags::{next_tag, signs, words};

/// The most texts joined by `~` in one tag: nothing is checked between them.
const MOST_JOINED: usize = 50;

/// The most commas in a tag with a list: each member may be the largest value, and none is checked
/// before the list is there.
const MOST_MEMBERS: usize = 200;

/// The longest tag, in bytes, and the most tags of a template: the engine's report of names that it does
/// not know grows with the square of their number.
const LONGEST_TAG: usize = 16 << 10;
const MOST_TAGS: usize = 3_000;

/// The most `elif` branches: the engine calls itself for each of them.
const MOST_BRANCHES: usize = 500;

/// Returns the range of the first tag that the engine could not handle, and the reason.
pub fn refused_tag(template: &str) -> Option<(Range<usize>, String)> {
    let (mut rest, mut branches) = (template, 0);
    for nth in 0.. {
        let (before, tag, after) = next_tag(rest)?;
        branches += usize::from(words(tag).next() == Some("elif"));
        let why = match () {
            () if nth >= MOST_TAGS => Some(format!("more than {MOST_TAGS} tags in one template")),
            () if branches > MOST_BRANCHES => {
                Some(format!("more than {MOST_BRANCHES} “elif” in one template"))
            }
            () if tag.starts_with("{#") => None,
            () => refused_in_tag(tag),
        };
        if let Some(why) = why {
            let start = template.len() - rest.len() + before.len();
            return Some((start..start + tag.len(), why));
        }
        rest = after;
    }
    None
}

/// Returns the reason why the engine could not handle one tag.
fn refused_in_tag(tag: &str) -> Option<String> {
    match () {
        () if tag.len() > LONGEST_TAG => Some(format!("a tag with more than {LONGEST_TAG} bytes")),
        () if signs(tag, '~').count() > MOST_JOINED => {
            Some(format!("more than {MOST_JOINED} “~” in one tag"))
        }
        () if signs(tag, '[').next().is_some() && signs(tag, ',').count() > MOST_MEMBERS => {
            Some(format!("more than {MOST_MEMBERS} members of a list in one tag"))
        }
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_that_the_engine_cannot_handle_are_refused() {
        let joined = |count| format!("글 {{{{ a{} }}}}", " ~ a".repeat(count));
        assert_eq!(refused_tag(&joined(MOST_JOINED)), None);
        assert_eq!(refused_tag(&joined(MOST_JOINED + 1)).map(|(range, _)| range.start), Some(4));
        let branches =
            |count| ["{% if a %}", &"{% elif b %}".repeat(count), "{% endif %}"].concat();
        assert_eq!(refused_tag(&branches(MOST_BRANCHES)), None);
        assert!(refused_tag(&branches(MOST_BRANCHES + 1)).is_some());
        let list = |count| format!("{{{{ [a{}] }}}}", ",a".repeat(count));
        assert_eq!(refused_tag(&list(MOST_MEMBERS)), None);
        assert!(refused_tag(&list(MOST_MEMBERS + 1)).is_some());
        assert_eq!(refused_tag(&"{{ a }}".repeat(MOST_TAGS)), None);
        assert!(refused_tag(&"{{ a }}".repeat(MOST_TAGS + 1)).is_some());
        assert!(refused_tag(&format!("{{{{ '{}' }}}}", "글".repeat(LONGEST_TAG))).is_some());
    }
}
