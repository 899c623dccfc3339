//! Compares code without its words: comments, quoted texts and the text between tags, which are
//! translated. The rest should be the same in every language.

use syntect::{
    easy::ScopeRegionIterator,
    parsing::{ParseState, Scope, ScopeStack, SyntaxReference},
    util::LinesWithEndings,
};

use super::{SYNTAXES, is_costly, syntax};

/// Languages in which no scope distinguishes words from text that a program reads.
const OF_WORDS: [&str; 12] = [
    "Markdown",
    "MultiMarkdown",
    "Diff",
    "INI",
    "DotENV",
    "Java Properties",
    "log",
    "Plain Text",
    "reStructuredText",
    "LaTeX",
    "Git Commit",
    "Git Log",
];

/// The scopes of words.
const WORDS: [&str; 6] =
    ["comment", "string", "meta.jsx.children", "meta.string", "markup", "text.plain"];

/// The scopes of code that may stand inside a text.
const EMBEDDED: [&str; 4] =
    ["meta.embedded", "meta.interpolation", "meta.template.expression", "source"];

/// Languages in which the text between tags has no scope of its own.
const WITH_TAGS: [&str; 3] = ["text.html", "text.xml", "text.vue"];

/// Returns the language's own name, given any of its names.
pub fn language_name(token: &str) -> &str {
    syntax(token).map_or(token, |syntax| &syntax.name)
}

/// Languages whose code may contain tags, and the language whose grammar reads both.
const MAY_HAVE_TAGS: [&str; 4] = ["JavaScript", "JavaScript (Babel)", "TypeScript", "JSX"];
const READS_TAGS: &str = "tsx";

/// Signs that make no difference to what the code does.
const OF_STYLE: &str = ";,()";

/// Returns whether `code` and its `translation` differ only in words and in signs of style.
/// `None` if that cannot be determined.
///
/// Except for commands, the order of the parts is ignored: texts that are put together from
/// pieces have a different order in every language.
pub fn differ_in_words_only(language: &str, code: &str, translation: &str) -> Option<bool> {
    let syntax = syntax(language)?;
    let is_told = |code| !is_costly(code) && !OF_WORDS.contains(&&*syntax.name);
    if !is_told(code) || !is_told(translation) {
        return None;
    }
    let left = |code: &str| {
        let has_tags = MAY_HAVE_TAGS.contains(&&*syntax.name) && code.contains("</");
        let reads = if has_tags { super::syntax(READS_TAGS)? } else { syntax };
        strip(reads, code)
    };
    let (source, own) = (left(code)?, left(translation)?);
    let (source, own) = without_translated_lines(&source, &own);
    let parts = |left: &str| {
        let mut parts = parts(left);
        if !syntax.scope.to_string().contains("shell") {
            parts.sort_unstable();
        }
        parts
    };
    Some(parts(&source) == parts(&own))
}

/// Removes lines that have Hangul on one side, for example the output of a program, together
/// with the corresponding lines of the other side. Does nothing if the numbers of lines differ.
fn without_translated_lines(source: &str, own: &str) -> (String, String) {
    let lines = |text: &'_ str| -> Vec<String> {
        text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
    };
    let (source, own) = (lines(source), lines(own));
    if source.len() != own.len() {
        return (source.join("\n"), own.join("\n"));
    }
    let has_hangul = |line: &str| line.contains(|c| matches!(c, '가'..='힣'));
    let plain_lines = source.into_iter().zip(own).filter(|(a, b)| !has_hangul(a) && !has_hangul(b));
    let (source, own): (Vec<String>, Vec<String>) = plain_lines.unzip();
    (source.join("\n"), own.join("\n"))
}

/// The stand-in for words.
const LEFT_OUT: char = '\u{1}';

/// Returns the parts of the code: words, numbers and single signs. A `+` that joins words to
/// something is left out together with them.
fn parts(code: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut joins = false;
    for (at, c) in code.char_indices() {
        let is_word = c.is_alphanumeric() || c == '_';
        match parts.last_mut() {
            Some(last) if joins && is_word => last.push(c),
            _ if c.is_whitespace() || c == LEFT_OUT || OF_STYLE.contains(c) => {}
            _ if c == '+'
                && (code[..at].trim_end().ends_with(LEFT_OUT)
                    || code[at + 1..].trim_start().starts_with(LEFT_OUT)) => {}
            _ => parts.push(c.into()),
        }
        joins = is_word;
    }
    parts
}

/// Returns `code` with [`LEFT_OUT`] in place of its words.
fn strip(syntax: &SyntaxReference, code: &str) -> Option<String> {
    let words = WORDS.map(|scope| Scope::new(scope).ok());
    let with_tags = WITH_TAGS.map(|scope| Scope::new(scope).ok());
    let embedded = EMBEDDED.map(|scope| Scope::new(scope).ok());
    let is_in = |scopes: &[Option<Scope>], scope: &Scope| {
        scopes.iter().flatten().any(|prefix| prefix.is_prefix_of(*scope))
    };
    let has_tags = is_in(&with_tags, &syntax.scope);
    let (mut parse, mut scopes) = (ParseState::new(syntax), ScopeStack::new());
    let mut left = String::new();
    for line in LinesWithEndings::from(code) {
        let changes = parse.parse_line(line, &SYNTAXES).ok()?;
        for (text, change) in ScopeRegionIterator::new(&changes, line) {
            scopes.apply(change).ok()?;
            let stack = scopes.as_slice();
            // The innermost scope decides: a text may contain code.
            let inner = stack.iter().rev();
            let inner = inner.map(|scope| (is_in(&words, scope), is_in(&embedded, scope)));
            let inner = inner.into_iter().find(|(words, code)| *words || *code);
            let is_words = inner.is_some_and(|(words, _)| words)
                || has_tags && stack.iter().all(|scope| is_in(&with_tags, scope));
            match is_words {
                true => left.push(LEFT_OUT),
                false => left.push_str(text),
            }
        }
    }
    Some(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(language: &str, a: &str, b: &str) -> bool {
        differ_in_words_only(language, a, b).unwrap_or_else(|| panic!("{language}"))
    }

    #[test]
    fn comments_quoted_texts_and_text_between_tags_are_words() {
        for (language, a, b) in [
            ("js", "send(); /* tell */\n// x\nf(`a ${b}`)", "send(); /* 알림 */\nf(`가 ${b} 나`)"),
            (
                "ts",
                "/** Greets. */\nfunction greet() {}",
                "/** 인사합니다.\n * 둘째 줄 */\nfunction greet() {}",
            ),
            (
                "python",
                "def f():\n    \"\"\"Says.\"\"\"\n    return 'a'  # b",
                "def f():\n    \"\"\"말합니다.\n\n    길게.\"\"\"\n    return '가'",
            ),
            ("html", "<p class=\"a\">Words <b>here</b></p>", "<p class=\"a\">여기 <b>글</b></p>"),
            ("yaml", "a: words # x\nb: 1", "a: 글자\nb: 1"),
            ("bash", "ls -a # all\n\n# more\necho \"x\"", "ls -a # 모두\necho \"가\""),
            ("json", "{\"a\": \"b\"}", "{\"a\": \"나\"}"),
            ("rust", "//! Docs\nfn f() {} // x", "//! 문서\n//! 둘\nfn f() {}"),
            ("sql", "SELECT a -- all\nFROM b", "SELECT a -- 모두\nFROM b"),
            ("css", "a { /* x */ color: red }", "a { color: red; /* 글 */ }"),
            ("js", "console.log(`Count is: ${count}`)", "console.log(`Count는: ${count}`)"),
            ("js", "a(`now ${b ? \"on\" : \"off\"}!`,)", "a(`지금 ${b ? \"켬\" : \"끔\"}!`)"),
            ("js", "f('Hi ' + name)", "f(name + '님')"),
            ("js", "f('Cancel \"' + text + '\" log')", "f('취소: ' + text)"),
            ("python", "print('Hi ' + a)", "print('안녕, ' + a + '님')"),
            ("java", "a(\"No \" + b + \" here\");", "a(b + \" 없음\");"),
            ("html", "<img alt=\"A cat\" src=\"a.png\">", "<img alt=\"고양이\" src=\"a.png\">"),
            ("jsx", "<A label=\"Go\" b={c} />", "<A label=\"가기\" b={c} />"),
            ("vue", "<A :b=\"c ? 'Yes' : 'No'\" />", "<A :b=\"c ? '예' : '아니오'\" />"),
            ("sh", "npm run a\nCreated 2 files", "npm run a\n파일 2개를 만듦"),
            ("astro", "<A title=\"Go\">{b}</A>", "<A title=\"가기\">{b}</A>"),
            ("sh", "auth request\ngreeting response", "auth 요청\ngreeting 응답"),
            ("js", "const a = (e) => {\n  b(e);\n}", "const a = e => { b(e) }"),
            ("jsx", "return <p>Now: {theme} here</p>;", "return <p>지금은 {theme}</p>;"),
            (
                "js",
                "<button type=\"submit\">Send it</button>",
                "<button type=\"submit\">보내기</button>",
            ),
            ("tsx", "<A b={c}>\n  Increment by:{' '}\n</A>", "<A b={c}>\n  증가량:{' '}\n</A>"),
            (
                "vue",
                "<template>\n  <p>Words {{ a }}</p>\n</template>",
                "<template>\n  <p>글 {{ a }}</p>\n</template>",
            ),
        ] {
            assert!(same(language, a, b), "{language}: {a} {b}");
        }
    }

    #[test]
    fn everything_but_words_is_compared() {
        for (language, a, b) in [
            ("bash", "rm -rf build", "rm -rf site"),
            ("js", "f(1)", "f(2)"),
            ("python", "def f():\n  return a", "def f():\n  return b"),
            ("html", "<p>a</p>", "<div>a</div>"),
            ("rust", "let a = 1;", "let b = 1;"),
            ("bash", "mv a b", "mv b a"),
            ("sh", "auth request\nls -a", "auth 요청\nls -l"),
            ("jsx", "<p>{a}</p>", "<p>{b}</p>"),
            ("js", "a + b", "a - b"),
            ("js", "f('x' + a)", "f('x' + b)"),
            ("js", "a++", "a"),
        ] {
            assert!(!same(language, a, b), "{language}");
        }
        assert_eq!(differ_in_words_only("text", "a", "a"), None);
        assert_eq!(differ_in_words_only("markdown", "a", "a"), None);
    }
}
