"""Writes the same articles as a site for each generator, and knows the command that builds it."""

import json
import os
import pathlib
import shutil

from content import TAGS

BASE = "https://peers.example"


def write(path, text):
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def toml(article, **more):
    keys = {"title": article.title, "description": article.description, **more}
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in keys.items())


def yaml(article, **more):
    keys = {"title": article.title, "description": article.description, "date": article.date, **more}
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in keys.items())


class Shell:
    """The HTML around the article in each page.

    In the scenario "guide" it is taken from one of giljabi's pages, with marks in the places of
    the title, the description and the address: all generators write the same page. In the
    other scenarios it is as short as possible.
    """

    BARE = (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title></head>\n'
        '<body>\n<main><article><h1>{title}</h1><div class="prose">{body}</div></article>{aside}</main>\n'
        "</body>\n</html>\n"
    )

    def __init__(self, html=None):
        self.html = html or Shell.BARE

    def fill(self, title, description, slug, lang, body, aside="", escape=lambda text: text):
        """Puts a generator's own variables in the places of the marks; `escape` protects text
        that the generator's templates would interpret."""
        marks = {"{title}": title, "{description}": description, "{slug}": slug, "{lang}": lang}
        marks |= {"{body}": body, "{aside}": aside}
        text = escape(self.html)
        for mark, value in marks.items():
            text = text.replace(escape(mark), value)
        return text


class Generator:
    """A generator: how its site is written, and the command that builds it."""

    name = ""
    scenarios = ("guide", "minimal")
    # The folders of caches, which are removed before each build.
    caches = ()

    def __init__(self, tools):
        self.tools = tools

    def version(self):
        return ""

    def available(self):
        return True

    def out(self, site):
        """The folder that the site is built into."""
        return site.with_name(site.name + "-out")

    def page(self, out, article):
        return pathlib.Path(out, article.path, "index.html")

    def environment(self):
        return {}


class Giljabi(Generator):
    name = "giljabi"
    scenarios = ("guide", "minimal", "blog", "heavy")

    def available(self):
        return os.path.exists(self.tools.giljabi)

    def write(self, site, articles, scenario, shell):
        if scenario == "guide":
            shutil.copytree(self.tools.corpus, site, dirs_exist_ok=True)
            return
        topics = "".join(f'{tag} = {{ en = "{tag}", ko = "{tag}" }}\n' for tag in TAGS)
        write(
            site / "guide.toml",
            f'base_url = "{BASE}"\npreview_images = "none"\n\n[title]\nen = "Peers of a bench"\n'
            f'ko = "벤치마크의 사이트"\n\n[topics]\n{topics}\n[search]\nenabled = false\n',
        )
        aside = ""
        if scenario == "heavy":
            aside = (
                '<nav class="breadcrumb">{% for step in frame.breadcrumb %}<a href="{{ step.href }}">'
                '{{ step.text }}</a>{% endfor %}</nav>{% for page in related %}<a href="{{ page.href }}">'
                "{{ page.title }}</a>{% endfor %}"
            )
        head, rest = shell.html.split("<body>")
        inner, tail = rest.split("</body>")
        variables = dict(title="{{ title }}", description="", slug="", lang="en", body="{{ body | safe }}")
        bare = Shell(inner).fill(**variables, aside=aside)
        base = head.replace("{title}", "{{ frame.head_title }}")
        blocks = "".join(f"{{% block {name} %}}{{% endblock %}}" for name in ("head", "body_class", "seen", "main", "scripts"))
        write(site / "templates/base.html", f"{base}<body>{blocks}</body>{tail}")
        extends = '{% extends "base.html" %}{% block main %}'
        write(site / "templates/guide.html", f"{extends}{bare}{{% endblock %}}")
        lists = (
            "<ul>{% for topic in topics %}{% for page in topic.pages %}<li><a "
            'href="{{ page.href }}">{{ page.title }}</a></li>{% endfor %}{% endfor %}</ul>'
        )
        write(site / "templates/collection.html", f"{extends}{lists}{{% endblock %}}")
        newest = '{% for page in guides %}<a href="{{ page.href }}">{{ page.title }}</a>{% endfor %}'
        write(site / "templates/home.html", f"{extends}{newest}{{% endblock %}}")
        for article in articles:
            front = toml(article, related=article.related, topic=article.tags[0])
            text = f"+++\n{front}published = {article.date}\n+++\n\n{article.body}"
            write(site / f"content/guides/{article.slug}.en.md", text)

    def command(self, site, out):
        return [self.tools.giljabi, "build", "--quiet", "--root", str(site), "--out", str(out)]


class Hugo(Generator):
    name = "hugo"
    scenarios = ("guide", "minimal", "blog", "heavy")

    def available(self):
        return bool(self.tools.hugo)

    def write(self, site, articles, scenario, shell):
        tags = scenario in ("blog", "heavy")
        kinds = [] if tags else ["taxonomy", "term", "RSS"]
        config = {
            "baseURL": BASE,
            "disableKinds": [*kinds, "sitemap", "404"],
            "pagination": {"pagerSize": 10},
            "services": {"rss": {"limit": 20}},
            "markup": {
                "goldmark": {"extensions": {"typographer": {"disable": True}}, "renderer": {"unsafe": True}},
                "highlight": {"codeFences": scenario != "minimal", "noClasses": False},
            },
        }
        write(site / "hugo.json", json.dumps(config))
        aside = ""
        if scenario == "heavy":
            aside = (
                '<nav class="breadcrumb"><a href="/">Home</a><a href="{{ .CurrentSection.RelPermalink }}">Posts</a>'
                "</nav>{{ with .PrevInSection }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}"
                "{{ with .NextInSection }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}"
                '{{ partial "sidebar.html" . }}'
            )
            write(
                site / "layouts/partials/sidebar.html",
                "<aside>{{ range first 10 .Site.RegularPages.ByDate.Reverse }}<a href='{{ .RelPermalink }}'>"
                "{{ .Title }}</a>{{ end }}{{ range $name, $pages := .Site.Taxonomies.tags }}<a href='/tags/{{ $name }}/'>"
                "{{ $name }} ({{ len $pages }})</a>{{ end }}</aside>",
            )
        single = shell.fill(
            "{{ .Title }}", "{{ .Description }}", "{{ .File.ContentBaseName }}", "{{ .Params.lang }}",
            "{{ .Content }}", aside, lambda text: text,
        )
        pages = ".Paginator.Pages" if tags else ".RegularPagesRecursive"
        links = "{{ range PAGES }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}"
        write(site / "layouts/_default/single.html", single)
        write(site / "layouts/_default/list.html", links.replace("PAGES", pages))
        write(site / "layouts/index.html", links.replace("PAGES", "first 10 .Site.RegularPages.ByDate.Reverse"))
        for article in articles:
            more = {"date": article.date, "lang": article.lang} | ({"tags": article.tags} if tags else {})
            write(site / f"content/{article.path}.md", f"+++\n{toml(article, **more)}+++\n\n{article.body}")

    def command(self, site, out):
        return [self.tools.hugo, "--quiet", "--source", str(site), "--destination", str(out), "--noBuildLock"]


class Zola(Generator):
    name = "zola"
    scenarios = ("guide", "minimal", "blog", "heavy")

    def available(self):
        return bool(self.tools.zola)

    def write(self, site, articles, scenario, shell):
        tags = scenario in ("blog", "heavy")
        config = f'base_url = "{BASE}"\ncompile_sass = false\ngenerate_sitemap = false\ngenerate_robots_txt = false\n'
        if tags:
            config += 'generate_feeds = true\nfeed_limit = 20\ntaxonomies = [{ name = "tags", paginate_by = 10 }]\n'
        config += f"[markdown]\nhighlight_code = {str(scenario != 'minimal').lower()}\n"
        write(site / "config.toml", config)
        aside = '{% include "sidebar.html" %}' if scenario == "heavy" else ""
        sidebar = (
            '{% set posts = get_section(path="en/guides/_index.md") %}<aside>{% for page in posts.pages | slice(end=10) %}'
            '<a href="{{ page.permalink }}">{{ page.title }}</a>{% endfor %}{% set all = get_taxonomy(kind="tags") %}'
            '{% for tag in all.items %}<a href="{{ tag.permalink }}">{{ tag.name }} ({{ tag.pages | length }})</a>'
            '{% endfor %}</aside><nav class="breadcrumb"><a href="/">Home</a></nav>'
            '{% if page.lower %}<a href="{{ page.lower.permalink }}">{{ page.lower.title }}</a>{% endif %}'
            '{% if page.higher %}<a href="{{ page.higher.permalink }}">{{ page.higher.title }}</a>{% endif %}'
        )
        write(site / "templates/sidebar.html", sidebar)
        raw = lambda text: text
        page = shell.fill(
            "{{ page.title }}", "{{ page.description }}", "{{ page.slug }}", "{{ page.extra.lang }}",
            "{{ page.content | safe }}", aside, raw,
        )
        pages = "paginator.pages" if tags else "section.pages"
        links = '{% for page in PAGES %}<a href="{{ page.permalink }}">{{ page.title }}</a>{% endfor %}'
        write(site / "templates/page.html", page)
        write(site / "templates/section.html", links.replace("PAGES", pages))
        write(site / "templates/index.html", "")
        write(site / "templates/tags/list.html", "")
        write(site / "templates/tags/single.html", links.replace("PAGES", "paginator.pages"))
        paginate = "paginate_by = 10\n" if tags else ""
        for lang in {article.lang for article in articles}:
            write(site / f"content/{lang}/guides/_index.md", f'+++\nsort_by = "date"\n{paginate}+++\n')
        for article in articles:
            front = toml(article) + f"date = {article.date}\n"
            if tags:
                front += f"[taxonomies]\ntags = {json.dumps(article.tags)}\n"
            front += f'[extra]\nlang = "{article.lang}"\n'
            write(site / f"content/{article.path}.md", f"+++\n{front}+++\n\n{article.body}")

    def command(self, site, out):
        return [self.tools.zola, "--root", str(site), "build", "--force", "--output-dir", str(out)]


class Eleventy(Generator):
    name = "eleventy"
    scenarios = ("guide", "minimal", "blog", "heavy")

    def available(self):
        return os.path.exists(self.tools.node / "node_modules/@11ty/eleventy")

    def write(self, site, articles, scenario, shell):
        os.symlink(self.tools.node / "node_modules", site / "node_modules")
        tags = scenario in ("blog", "heavy")
        highlight = scenario != "minimal"
        write(
            site / "eleventy.config.mjs",
            'import highlight from "@11ty/eleventy-plugin-syntaxhighlight";\nexport default function (config) {\n'
            + ("  config.addPlugin(highlight);\n" if highlight else "")
            + '  config.addCollection("recent", (all) => all.getFilteredByTag("posts").slice(-10).reverse());\n'
            '  config.addCollection("tagList", (all) => {\n    const counts = {};\n'
            '    for (const page of all.getFilteredByTag("posts"))\n'
            '      for (const tag of page.data.tags) if (tag !== "posts") counts[tag] = (counts[tag] || 0) + 1;\n'
            "    return Object.entries(counts).map(([name, count]) => ({ name, count }));\n  });\n"
            '  return { dir: { input: "content", includes: "../includes" }, markdownTemplateEngine: false };\n}\n',
        )
        aside = ""
        if scenario == "heavy":
            aside = (
                '<nav class="breadcrumb"><a href="/">Home</a></nav><aside>{% for post in collections.recent %}'
                "<a href='{{ post.url }}'>{{ post.data.title }}</a>{% endfor %}{% for tag in collections.tagList %}"
                "<a href='/tags/{{ tag.name }}/'>{{ tag.name }} ({{ tag.count }})</a>{% endfor %}</aside>"
                "{% set next = collections.posts | getNextCollectionItem(page) %}{% if next %}"
                "<a href='{{ next.url }}'>{{ next.data.title }}</a>{% endif %}"
                "{% set last = collections.posts | getPreviousCollectionItem(page) %}{% if last %}"
                "<a href='{{ last.url }}'>{{ last.data.title }}</a>{% endif %}"
            )
        page = shell.fill("{{ title }}", "{{ description }}", "{{ page.fileSlug }}", "{{ lang }}", "{{ content | safe }}", aside)
        write(site / "includes/page.njk", page)
        write(site / "content/content.json", json.dumps({"layout": "page.njk", "tags": ["posts"]}))
        links = "{% for post in PAGES %}<a href='{{ post.url }}'>{{ post.data.title }}</a>{% endfor %}"
        none = "layout: null\ntags: []\neleventyExcludeFromCollections: true\n"
        write(site / "content/index.njk", f"---\n{none}permalink: /index.html\n---\n" + links.replace("PAGES", "collections.recent"))
        paged = "pagination:\n  data: {data}\n  size: {size}\n  alias: {alias}\n"
        if tags:
            many = paged.format(data="collections.posts", size=10, alias="part")
            where = "permalink: /posts/{{ pagination.pageNumber }}/index.html\n"
            write(site / "content/posts.njk", f"---\n{none}{many}{where}---\n" + links.replace("PAGES", "part"))
            each = paged.format(data="collections.tagList", size=1, alias="tag")
            where = "permalink: /tags/{{ tag.name }}/index.html\n"
            write(site / "content/tags.njk", f"---\n{none}{each}{where}---\n" + links.replace("PAGES", "collections[tag.name]"))
            feed = links.replace("PAGES", "collections.recent")
            write(site / "content/feed.njk", f"---\n{none}permalink: /feed.xml\n---\n<feed>{feed}</feed>")
        else:
            write(site / "content/posts.njk", f"---\n{none}permalink: /posts/index.html\n---\n" + links.replace("PAGES", "collections.posts"))
        for article in articles:
            more = {"lang": article.lang, "tags": ["posts", *(article.tags if tags else [])]}
            write(site / f"content/{article.path}.md", f"---\n{yaml(article, **more)}---\n\n{article.body}")

    def command(self, site, out):
        eleventy = self.tools.node / "node_modules/@11ty/eleventy/cmd.cjs"
        return ["node", str(eleventy), "--quiet", f"--output={os.path.relpath(out, site)}"]


class MkDocs(Generator):
    name = "mkdocs"

    def available(self):
        return bool(self.tools.mkdocs)

    def write(self, site, articles, scenario, shell):
        extensions = ["fenced_code", "tables"] + (["codehilite"] if scenario != "minimal" else [])
        config = {
            "site_name": "Peers", "site_url": BASE, "docs_dir": "content", "plugins": [],
            "theme": {"name": None, "custom_dir": "theme"}, "markdown_extensions": extensions,
            "nav": [{"Home": "index.md"}], "validation": {"nav": {"omitted_files": "ignore"}},
        }
        write(site / "mkdocs.yml", json.dumps(config))
        page = shell.fill(
            "{{ page.title }}", "{{ page.meta.description }}", "{{ page.meta.slug }}", "{{ page.meta.lang }}",
            "{{ page.content }}",
        )
        write(site / "theme/main.html", page)
        write(site / "content/index.md", "# Home\n")
        for article in articles:
            more = {"lang": article.lang, "slug": article.slug}
            write(site / f"content/{article.path}.md", f"---\n{yaml(article, **more)}---\n\n{article.body}")

    def command(self, site, out):
        return [self.tools.mkdocs, "build", "--quiet", "-f", str(site / "mkdocs.yml"), "-d", str(out)]


class Astro(Generator):
    name = "astro"
    caches = (".astro", "node_modules/.astro", "node_modules/.vite")

    def available(self):
        return os.path.exists(self.tools.node / "node_modules/astro")

    def write(self, site, articles, scenario, shell):
        os.symlink(self.tools.node / "node_modules", site / "node_modules")
        write(site / "package.json", '{ "type": "module" }')
        highlight = "false" if scenario == "minimal" else '"shiki"'
        write(
            site / "astro.config.mjs",
            f'export default {{ site: "{BASE}", compressHTML: false, trailingSlash: "always",\n'
            f"  markdown: {{ smartypants: false, syntaxHighlight: {highlight} }} }};\n",
        )
        write(
            site / "src/content.config.mjs",
            'import { defineCollection } from "astro:content";\nimport { glob } from "astro/loaders";\n'
            'export const collections = {\n  posts: defineCollection({ loader: glob({ pattern: "**/*.md", base: "./content" }) }),\n};\n',
        )
        before, after = shell.html.split("{body}")
        def piece(part):
            text = json.dumps(part)
            for mark, value in {"{title}": "title", "{description}": "description", "{slug}": "slug", "{lang}": "lang", "{aside}": '""'}.items():
                text = text.replace(mark, f'" + {value} + "')
            return text
        write(
            site / "src/pages/[...path].astro",
            '---\nimport { getCollection, render } from "astro:content";\nexport async function getStaticPaths() {\n'
            '  const posts = await getCollection("posts");\n'
            "  return posts.map((post) => ({ params: { path: post.id }, props: { post } }));\n}\n"
            "const { post } = Astro.props;\nconst { title, description, lang } = post.data;\n"
            'const slug = post.id.split("/").pop();\nconst { Content } = await render(post);\n'
            f"const before = {piece(before)};\nconst after = {piece(after)};\n---\n"
            "<Fragment set:html={before} /><Content /><Fragment set:html={after} />\n",
        )
        write(
            site / "src/pages/index.astro",
            '---\nimport { getCollection } from "astro:content";\nconst posts = await getCollection("posts");\n---\n'
            "{posts.map((post) => <a href={`/${post.id}/`}>{post.data.title}</a>)}\n",
        )
        for article in articles:
            front = yaml(article, lang=article.lang)
            write(site / f"content/{article.path}.md", f"---\n{front}---\n\n{article.body}")

    def command(self, site, out):
        astro = self.tools.node / "node_modules/astro/astro.js"
        astro = astro if astro.exists() else self.tools.node / "node_modules/astro/bin/astro.mjs"
        return ["node", str(astro), "build", "--root", str(site), "--outDir", str(out), "--silent"]

    def out(self, site):
        # Astro runs the code that it has built, and that code looks for packages in the folders above.
        return site / "dist"

    def environment(self):
        return {"ASTRO_TELEMETRY_DISABLED": "1"}


GENERATORS = [Giljabi, Hugo, Zola, Eleventy, MkDocs, Astro]
