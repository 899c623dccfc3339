"""The articles that all generators build: the same text, with the front matter of each.

The scenario "guide" takes its articles from giljabi's own corpus (`cargo run --example corpus`).
"minimal", "blog" and "heavy" are those that github.com/hahwul/ssg-benchmark describes. They
are generated from a seed, so that each run and each generator gets the same bytes.
"""

import pathlib
import re
from dataclasses import dataclass, field

SEED = 42
TAGS = ["tools", "food", "travel", "music", "books", "city", "garden", "history", "science", "work"]
WORDS = (
    "morning river letter window garden market a the of and with under between street child "
    "paper bread winter light road friend number kitchen mountain story bridge season evening"
).split()
CODE = {
    "python": "def total_{n}(prices):\n    # {w}\n    return sum(price * {m} for price in prices)\n",
    "json": '{{\n  "id": {n},\n  "name": "{w}",\n  "parts": [{m}, {n}, null]\n}}\n',
    "bash": 'for file in part-{n}-*.txt; do\n  echo "$file {w}" | head -n {m}\ndone\n',
}


@dataclass
class Article:
    """One page: its path and its text."""

    slug: str
    title: str
    description: str
    date: str
    body: str
    lang: str = "en"
    tags: list = field(default_factory=list)
    related: list = field(default_factory=list)

    @property
    def path(self):
        """The folder of the page in the site."""
        return f"{self.lang}/guides/{self.slug}"


class Sequence:
    """Pseudo-random numbers from a seed (Knuth's MMIX generator)."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def words(self, count):
        return " ".join(WORDS[self.below(len(WORDS))] for _ in range(count))

    def sentence(self):
        return self.words(8 + self.below(12)).capitalize() + "."

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(3 + self.below(4)))


def post(number, count, with_code):
    """Returns one post of the public scenarios."""
    numbers = Sequence(SEED * 1_000_003 + number)
    parts = [numbers.paragraph()]
    for section in range(3):
        parts.append(f"## {numbers.words(3).capitalize()} {section}")
        parts.append(numbers.paragraph())
        if section == 0:
            parts.append("\n".join(f"- {numbers.words(4)}" for _ in range(4)))
        if section == 1:
            parts.append(f"> {numbers.sentence()}")
            parts.append(f"A *{numbers.words(2)}* and **{numbers.words(2)}**: `{numbers.words(1)}`.")
        if with_code:
            language = list(CODE)[section]
            code = CODE[language].format(n=number, m=numbers.below(90), w=numbers.words(2))
            parts.append(f"```{language}\n{code}```")
    return Article(
        slug=f"post-{number}",
        title=f"Post {number}: {numbers.words(4)}",
        description=f"What post {number} tells of {numbers.words(6)}, in some paragraphs.",
        date=f"2025-{1 + number % 12:02}-{1 + number % 28:02}",
        body="\n\n".join(parts) + "\n",
        tags=[TAGS[number % 10], TAGS[(number // 10 + number + 1) % 10]],
        related=[f"post-{(number + step) % count}" for step in (1, count - 1)],
    )


def posts(count, scenario):
    return [post(number, count, scenario != "minimal") for number in range(count)]


def corpus(folder):
    """Reads giljabi's corpus. Ids of headings, which only giljabi understands, are removed, and
    links to files become addresses."""
    articles = []
    for file in sorted(pathlib.Path(folder, "content/guides").glob("*.md")):
        slug, lang = file.name.removesuffix(".md").rsplit(".", 1)
        front, body = file.read_text().split("+++\n", 2)[1:]
        key = lambda name: (re.search(rf'^{name} = "?([^"\n]*)"?$', front, re.M) or [None, ""])[1]
        body = re.sub(r" \{#[\w-]+\}", "", body)
        body = re.sub(r"\]\((guide-\d+)\.md(#[\w-]+)?\)", rf"](/{lang}/guides/\1/\2)", body)
        date = key("published") or "2026-01-01"
        articles.append(Article(slug, key("title"), key("description"), date, body.lstrip(), lang))
    return articles
