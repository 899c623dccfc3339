# What is wrong with the content, in English. One message for each code; its
# attributes are the hints (`hint` unless the problem names another), `other`, the label
# of the second place, and `why`, the reason of the rule for the page “Rules”.

not-utf8 = this file is not UTF-8 text
    .hint = save it as “UTF-8” in your editor; Korean files saved as EUC-KR or CP949 look like this
    .why = Browsers and giljabi read text as UTF-8; in any other encoding Hangul becomes other characters.
merge-conflict = two versions of this text were not joined
    .hint = keep what is right, and remove the lines <<<<<<<, ======= and >>>>>>>; to show such a line as code, put a space before it
    .why = Git left both versions of a passage in the file. Neither is what anybody meant to publish.
nested-too-deep = { $what ->
        [imports] more than { $most } stylesheets are imported from here, with those that they import
       *[levels] more than { $most } levels are nested here
    }
    .hint = no page needs as many: is this line meant to be code, or was something written twice?
    .script = split the expression, or write it in several statements
    .style = write the rules one after the other
    .imports = import each stylesheet once, from the one that is published
    .catalog = write the text without braces in braces
    .why = Each level costs every reader of the file some of its stack; no text or code needs this many.
unknown-language = unknown language suffix “{ $suffix }”
    .hint = name the file { $slug }.en.md or { $slug }.ko.md
    .copy = this is a copy that a system or a program made of { $original }: keep there what is right, and remove this file
    .why = Each file of a page ends with its language, .en.md or .ko.md, by which the two versions find each other.
missing-language = the file name does not say which language it is in
    .hint = name the file { $slug }.en.md or { $slug }.ko.md
    .why = Each file of a page ends with its language, .en.md or .ko.md, by which the two versions find each other.
wrong-extension = this looks like a page, but its name does not end in .md
    .hint = rename it to { $name }; as it is, the whole file would be published as a download
    .copy = this is a copy that a system or a program made of { $original }: keep there what is right, and remove this file
    .why = Only files that end in .md are pages. Under another name the whole source would be offered as a download.
misplaced-page = no kind of page lives here
    .hint = pages live in content/guides, decisions, checklists, profiles, rankings, changelog or pages, not in folders below them; only home.en.md and home.ko.md stand in content itself
    .collection = pages live in content/guides, decisions, checklists, profiles, rankings, changelog or pages; to make a collection of this folder, add [collections.{ $name }] to guide.toml
    .why = The folder of a page says what kind of page it is, so a page in another folder has no layout and no list.
active-file = a file beside pages may not be one that runs: { $name }
    .hint = a browser would run it as part of the site: if that is meant, put it into static/ and link to it from there ("/{ $name }")
    .server = a server would run or obey it: if that is meant, put it into static/
    .why = A file beside a page is published as it is. One that runs in a browser would run as a part of the site.
unsafe-svg = { $what ->
        [broken] this SVG file cannot be read: { $detail }
       *[refused] an SVG file beside pages may not contain “{ $found }”
    }
    .hint = such files draw: scripts, handlers, other documents and what is fetched from elsewhere are left out; export the drawing as plain SVG, or put the file into static/
    .encoding = save it as UTF-8, and let its first line name no other encoding
    .broken = it is no whole XML document: export it again
    .crowded = a tag may have { $most } attributes at most
    .namespaces = a drawing may declare { $most } namespaces at most: export it as plain SVG
    .why = An SVG file is a document, and could run programs or load something from elsewhere as a part of the site.
bad-slug = the file name “{ $slug }” cannot become an address
    .hint = use letters (Hangul too), digits, “-”, “_” and “.”, no spaces, begin with a letter or digit, and stay below 60 Hangul letters or 200 others
    .copy = this is a copy that a system or a program made of { $original }: keep there what is right, and remove this file
    .why = The file name becomes a part of the address. Spaces and special characters break when addresses are copied.
unused-file = no page refers to this file, so it is not published: { $found }
    .hint = link to it or show it on a page, or keep it elsewhere; files below static/ are always published
    .copy = this is a copy that a system or a program made of { $original }: keep there what is right, and remove this file
    .why = Files beside pages are published only where a page refers to them, so that drafts and leftovers reach nobody.
large-image = { $case ->
        [bytes] this image has { $megabytes } MB
       *[width] this image is { $width } pixels wide
    }: { $found }
    .hint = save it smaller: no wider than 4000 pixels and 2 MB
    .why = A picture of several megabytes keeps readers on a phone waiting, and is shown no larger than the page.
bad-feed-id = “{ $found }” cannot be the name by which feeds know a page
    .hint = write the name that the page’s file had, without folder or language: letters, digits, “-”, “_” and “.”
    .folder = write the name alone: feed_id = "{ $bare }"
    .why = Feed readers know a page by this name. It must stay the same, and look like the name of a file.

yaml-front-matter = this front matter is YAML (between --- lines)
    .hint = giljabi reads TOML: put +++ in place of both --- lines, and write key = "value" in place of key: value; dates stand without quotes: published = 2026-11-01
    .why = giljabi reads front matter in TOML alone, so that there is one way to write a date or a list.
no-front-matter = this page has no front matter
    .full-width = write +++ with the plus signs of the keyboard, not ＋＋＋
    .leading = +++ must be the very first line: remove what stands before it
    .line-ends = its lines end with CR alone: save it with the line ends LF or CRLF
    .hint = begin the file with +++, then title = "…" and description = "…", then +++ again
    .why = Without a title and a description there is nothing to show in lists, in feeds and to search engines.
unclosed-front-matter = this front matter is never closed
    .hint = end it with a line that holds only +++
    .full-width = write +++ with the plus signs of the keyboard, not ＋＋＋
    .why = Without its last line of +++ nothing tells where the front matter ends and the text begins.
invalid-toml = this is not valid TOML{ $explained } (parser: { $detail })
    .hint = text stands in "quotes", dates without them (2026-11-22), lists in [brackets]
    .twice = remove one of the two lines
    .unquoted = put the text in quotes: { $key } = { $value }
    .quotes = write “ ” inside the text, or put \ before each quote: \"
    .boolean = write { $key } = true or { $key } = false, in lower case
    .colon = write = in place of the colon: { $key } = { $value }
    .head = close the head of the table: { $head }
    .list = write ] behind its last entry
    .line-end = a line ends without a sign: leave out what stands behind the value
    .why = What does not parse cannot be read in part: a missing quote may hide every key after it.
full-width-sign = TOML does not know this character: { $found }
    .hint = write { $meant } in its place
    .remove = leave it out: a line ends without a sign, and commas stand between the entries of a list
    .why = Input methods and word processors write signs that look like those of TOML and are others.
invisible-character = { $key ->
        [here] this text holds a character that nobody sees: { $found }{ $count ->
            [none] { "" }
           *[other] , { $count } times
        }
       *[other] “{ $key }” holds a character that nobody sees: { $found }
    }
    .hint = remove it: it probably came along when the text was copied
    .space = write an ordinary space in its place; where it is meant, write &nbsp;
    .why = A space that never breaks, or a character without width, comes along when text is copied, and hides words from search.
unknown-key = unknown key “{ $key }”{ $where }
    .hint = known here: { $known }
    .misplaced = it stands below the line of a table: move it above that line
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = A key that nobody reads has no effect, and is most often a slip of the keyboard.
missing-key = “{ $key }” is missing{ $where }
    .hint = add { $example }
    .why = Pages of this kind cannot be shown without the key.
wrong-type = “{ $key }” must be { $expected }, not { $found }
    .hint = write { $example }
    .why = The value is of another type than the key takes: a date is no text, and a list is no single word.
blank-text = “{ $key }” is empty
    .hint = write its text; only a key that can be left out may be removed instead
    .why = An empty text would be shown as an empty line, or as a link that nobody can press.
impossible-date = { $found } is not a date, or not written as one
    .hint = dates are year-month-day, as in 2026-11-22
    .why = The day does not exist, or is not written as year, month and day.
unknown-value = “{ $found }” is not a value that “{ $key }” can have
    .hint = use one of: { $known }
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = The key takes one of a few names. Another one would have no effect.
out-of-range = “{ $key }” must lie between { $least } and { $most }
    .hint = { $found } is outside
    .why = The number lies outside of what the key takes.
date-order = “updated” is before “published”
    .hint = a page is updated on the day it is published or later: mend one of the two
    .other = it was published on this day
    .why = A page cannot have been changed before it was published.
bad-version = “{ $found }” is not a version
    .hint = write v2.7.0 or v2.7.0-some-name
    .why = Releases are sorted by their version, which must have the form v1.2.3.
bad-base-url = “{ $found }” cannot be the site’s address
    .hint = write https:// and the host, as in "https://guide.example", with a path if the site lives below one
    .ascii = write the host in its ASCII form: of 한글.kr that is xn--bj0bj06e.kr
    .why = Feeds, the sitemap and links to the other language are made of this address. It must be whole.
bad-verification = “{ $found }” is not a verification code
    .hint = write the code alone: what stands in content="…" of the tag that the search engine gave you
    .why = Search engines look for the code alone, and find the site unproven with anything else in its place.
bad-endpoint = “{ $found }” is not an address that a form can post to
    .hint = write a whole https:// address
    .why = The addresses of readers are sent there: over an encrypted connection, or not at all.
bad-source = “{ $found }” is no source that a policy can allow in { $key }
    .hint = write scheme and host, and a path if need be: "https://cdn.example" or "https://cdn.example/scripts/"
    .keyword = keywords and whole schemes would allow more than one site: name each site, as in "https://cdn.example"
    .why = The site’s policy tells browsers what a page may load. A source that they cannot read would be ignored, or open more than was meant.
bad-web-address = “{ $found }” is not the address of a site
    .hint = write https:// and the host, as in "https://example.com"
    .why = An address without its scheme leads to a page of this site, which is not there.
bad-reference = “{ $found }” does not name a page
    .hint = write a slug ("suppliers") or a folder and slug ("checklists/before-signing"), without .md
    .why = Pages are named by their folder and slug in front matter, without language or ending.
bad-alias = “{ $found }” cannot be an old address
    .hint = write a path below the language, as in "guides/old-name", or one below the root of the site that begins with “/”, without “..”, a host, spaces, “?”, “#” or “%”, and no longer than 800 bytes
    .taken = a page or another alias has the address { $taken } already
    .language = leave the language out: "{ $bare }" leads to this page in both
    .file = { $taken } is a file of the site, and an alias needs a folder there: write another
    .other = that file comes from here
    .why = An old address must be one that this site can answer at, and that nothing else stands at.
bad-retired = “{ $found }” cannot be named as a page that is gone
    .hint = write its path below the language, as in "guides/old-name", or with the language where only that version is gone: "ko/guides/old-name"
    .taken = { $taken } is a page, or an old address that leads on: remove the name here
    .one-language = { $taken } is still there: write "{ $name }" to name only the version that is gone
    .why = A retired page answers that it is gone for good. One that is still there cannot.
bad-collection = “{ $found }” cannot be the name of a collection
    .hint = the name is a folder below content and a part of addresses: letters, digits, “-”, “_” and “.”, beginning with a letter or digit
    .taken = this collection is built in: only its title, introduction and label can be set
    .why = The name of a collection is a folder and a part of addresses, and no other collection’s.
bad-colour = “{ $found }” is not a colour
    .hint = write “#” and six digits: #b04613
    .why = Only a colour in six digits can be compared with the ground that text stands on.
faint-colour = text in { $found } is hard to read on the paper: its contrast is { $contrast } to 1, and 4.5 is the least
    .hint = the nearest that can be read is { $suggestion }
    .why = Text with less contrast cannot be read by many (WCAG 2, success criterion 1.4.3).
missing-logo = there is no logo { $found }
    .hint = put an SVG file there: static/assets/{ $file }
    .did-you-mean = did you mean “{ $suggestion }”?
    .svg = a logo is an SVG file
    .why = The header would show an empty frame in the place of the logo.
neutral-key-in-translation = “{ $key }” is set in a translation
    .hint = it is the same in every language: set it in { $source } only, and remove it here
    .why = Dates, scores and the like hold for both languages and are written once, in the original. Written twice they would drift apart.

duplicate-feed-id = two pages are known by “{ $id }” in feeds
    .hint = readers of feeds would show only one of them: give each the name that it had first
    .other = the other one is here
    .why = Feed readers show one entry for each id, so one of the two pages would be lost.
missing-source = this translation has no source: { $source } does not exist
    .hint = create { $source }, or, if this page was written in this language first, add source_language = "{ $lang }" to its front matter
    .why = A translation without an original has no dates, and nothing to be compared with.
source-language-conflict = the two versions disagree on which was written first
    .hint = set source_language to the same language in both, or in neither
    .other = says otherwise here
    .why = The two versions of a page disagree on which of them is the original.
duplicate-address = two sources for one address: { $url }
    .hint = rename one of them (upper and lower case count as the same, and so do Hangul letters stored as one or as parts)
    .folder = one is a file there, the other needs a folder of that name: rename this one
    .other = the first one is this
    .why = Only one page can answer at an address. The other would never be seen.
unknown-reference = there is no page “{ $found }”
    .hint = known here: { $known }
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = The page that is named does not exist, so the link to it would lead nowhere.
unknown-topic = there is no topic “{ $found }”
    .hint = declare it in guide.toml as [topics.{ $found }] with its name as en and ko; declared so far: { $known }
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = Topics are declared once, with their names in both languages, so that lists can sort by them.
unknown-term = the glossary has no term “{ $found }”
    .hint = its terms: { $known }
    .none = write a table [terms.{ $found }] into the front matter of a glossary page
    .did-you-mean = did you mean “term:{ $suggestion }”?
    .why = The link to the glossary would lead to a term that is not there.
duplicate-term = a second term “{ $id }” in the glossary
    .hint = give one of them another id
    .other = the first one is here
    .why = A term is linked to by its id, so each must have its own.
unknown-id = the source has no “{ $id }”
    .hint = ids here must be those of { $source }
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = A translation gives words to the parts of the original. It cannot add parts.
missing-id = “{ $id }” has no words in this language
    .hint = add [{ $table }.{ $id }] with its words, or translate them where they are marked
    .other = it is defined here
    .why = A part of the original has no words in this language, and would be shown without a name.
missing-term = the term “{ $id }” is there in one language only
    .hint = add [{ $table }.{ $id }] with its words; `giljabi sync` makes the place for them
    .other = it is defined here
    .why = Readers of this language do not find the word in the glossary.

broken-link = this link leads nowhere: { $found }
    .hint = links to pages are relative paths to the .md file: ../folder/name.md
    .did-you-mean = did you mean “{ $suggestion }”?
    .website = for another site write https:// in front: https://{ $address }
    .mail = for an e-mail address write mailto: in front: mailto:{ $address }
    .preview = this is the address of the preview, where readers find nothing: links to pages are relative paths to the .md file, as in ../checklists/before-signing.md
    .why = Readers who follow the link find nothing.
broken-anchor = { $page } has no section “#{ $anchor }”
    .hint = its sections: { $known }
    .no-headings = the page has no headings to link to
    .did-you-mean = did you mean “#{ $suggestion }”?
    .why = The link leads to the page, but the section that it names is not there.
broken-image = there is no image { $found }
    .hint = paths are relative to this file; put the image beside it
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = Readers see an empty frame where the image should be.
foreign-image = this image, video or audio file is loaded from another site: { $found }
    .hint = save it beside the page, so that the reader’s browser asks no other site
    .why = To load a file from another site tells that site who reads the page, and breaks when it is moved there.
unsafe-link = a link may not be a “{ $scheme }” address
    .hint = use https:, mailto: or a relative path
    .why = Such an address runs a program in the reader’s browser.
draft-link = this link leads to a draft: { $found }
    .hint = publish that page, remove the link, or preview with --drafts
    .why = Drafts are not published, so the link would lead nowhere.
duplicate-anchor = a second section with the id “{ $id }”
    .hint = give one of them another id
    .other = the first one is here
    .why = Only the first of two places with the same id can be linked to.
reserved-id = the id “{ $id }” belongs to the page’s frame
    .hint = choose another id
    .why = The frame of the page uses this id, and a link to it would lead there.
unsafe-html = raw HTML may not contain “{ $found }”
    .hint = pages run no scripts of their own, have no styles of their own and fetch nothing from other sites
    .words = say what the drawing shows on the svg itself: role="img" aria-label="…"
    .element = elements of text, tables, media and SVG shapes may stand here; to show this as text, put it between `backticks`
    .element-in-block = elements of text, tables, media and SVG shapes may stand here; to show this as text in a block of HTML, write &lt; in place of <
    .attribute = leave it out: class, id, lang, title, links, sizes, aria- and data- may stand here
    .declaration = a page begins and ends by itself: remove it, or put it between `backticks` to show it
    .declaration-in-block = a page begins and ends by itself: remove it, or write &lt; in place of < to show it
    .crowded = a tag may have { $most } attributes at most
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = Pages run no program of their own and load nothing from other sites. Raw HTML could do either.
spaced-id = the id “{ $found }” has a space in it
    .hint = write “-” in its place: nothing can link to it as it is
    .why = No link can name an id with a space in it.
unclosed-html = { $case ->
        [empty-line] an empty line ends this block of HTML, and what follows is shown as code
       *[other] “{ $found }” is not closed
    }
    .empty-line = remove the empty line, or the spaces before the lines below it
    .hint = close it in the same block, list item or quotation in which it was opened
    .self-closing = browsers pass over the “/” there: write the end tag, as in <b></b>
    .why = An element that is left open takes the rest of the page into it, and breaks its layout.
stray-html-end = “</{ $found }>” closes nothing that is open here
    .hint = remove it, or open the element in the same block, list item or quotation
    .why = The end of an element that is not open here closes another one, or nothing.
misplaced-html = { $parent ->
        [none] “{ $found }” cannot stand here
       *[other] “{ $found }” cannot stand in “{ $parent }”
    }
    .paragraph = browsers end the paragraph before it: write it on lines of its own, between empty lines; around Markdown, write <div> in place of <p>
    .in-itself = close “{ $parent }” before it
    .parent = write it directly in { $suggestion }
    .children = directly in “{ $parent }” only { $suggestion } may stand
    .drawing = browsers end the drawing before it: only shapes may stand in <svg>
    .why = Browsers move an element that cannot stand where it is written, or end another one before it: readers get a page that nobody wrote.
duplicate-footnote = a second text for the footnote “{ $found }”
    .hint = give one of them another name
    .other = the first one is here
    .why = Only one text can stand behind the number of a footnote.
unknown-footnote = there is no footnote “{ $found }”
    .hint = add a line [^{ $found }]: with its text
    .why = The mark of the footnote would be shown as it is written, with no text behind it.
unused-footnote = nothing refers to the footnote “{ $found }”
    .hint = refer to it as [^{ $found }], or remove it
    .why = The text of the footnote is shown nowhere.
unknown-callout = “{ $found }” does not begin a callout
    .hint = callouts begin with [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION], alone on the first line
    .did-you-mean = did you mean [!{ $suggestion }]? It stands alone on its line, and the page gives it a title in its language
    .title = leave it alone on its line and begin the text on the next: the page gives it a title in its language
    .why = What was meant as a callout becomes a quotation that begins with its name in brackets.
literal-markdown = this stays as it is written: { $found }
    .hint = Markdown is not read inside a block of HTML: put an empty line before and after it, or write <b> and <a href="…">
    .space = a path with a space is no link: write { $fixed }
    .other-program = this is a mark of another program: giljabi reads Markdown as GitHub does; leave it out, or write <mark> or a link
    .formula = a formula stands between $` and `$
    .plain = Markdown is not read in this text: leave the signs out
    .html-code = Markdown is not read inside a block of HTML: write <code>…</code> in place of the backticks
    .why = What was meant as markup is shown as it is written.
container-not-read = this stays as it is written: { $found }
    .hint = begin each of its lines with “> ”, and the first with “> [!{ $suggestion }]”
    .why = Other programs make boxes of these lines. Here they would be shown as they are written.
heading-not-read = this is no heading: { $found }
    .hint = write “{ $fixed }”
    .why = A heading has a space behind its signs. Without it the line is a paragraph, and is missing from the contents.
task-not-read = this is no item of a checklist: { $found }
    .hint = write “{ $fixed }”
    .why = What is no item of a checklist has no box to tick, and is not counted.
list-not-read = these lines become one paragraph, not a list: “{ $found }” begins no item
    .hint = begin each with “- ” or “1. ” and put an empty line above the first: “{ $fixed }”
    .why = Lines with signs of word processors run together into one paragraph.
list-not-nested = this item does not stand inside the one above it
    .hint = to put it inside, begin its line with { $columns } spaces; for a list of its own, begin it at the margin, below an empty line
    .why = A list stands inside an item only where it begins below the item's words. Otherwise levels are lost, and numbers begin anew.
emphasis-not-read = these marks stay in the text: { $found }
    .hint = write “{ $fixed }”
    .open = write { $mark } again where the marked words end; where the sign itself is meant, write { $escaped }
    .why = Marks of emphasis with a space inside or without an end, or an underscore before a particle, stay in the text.
link-not-read = this is no link: { $found }
    .hint = write “{ $fixed }”
    .definition = such a line says where links lead and is not shown, and this is no address: write “{ $fixed }”
    .why = A link whose parts stand apart, or in brackets of another width, leads nowhere.
bare-address = where does this address end? { $found }
    .hint = put it between < and >, as in { $fixed }, or write a link: [words](address)
    .why = Letters of Hangul may be a part of an address or words behind it, and only its author knows which.
table-not-read = these lines are no table
    .hint = put a row of dashes below its head, with as many cells
    .columns = the row of dashes has { $found } cells and the head has { $expected }: write “{ $fixed }” below the head (a bar inside a cell is written \|)
    .header = a row with the heads of the columns stands above the row of dashes
    .dashes = write “{ $fixed }” below the head
    .tabs = write | at both ends of each line and in place of each tab, and “{ $fixed }” below the head
    .full-width = write | in place of ｜, and “{ $fixed }” below the head
    .bar = the bar in a cell of the head begins another cell: write \| in its place
    .follows-text = put an empty line above the table
    .alone = remove the empty line above, which ends the table; a table of its own has a head and a row of dashes
    .why = A table whose row of dashes does not fit its head is shown as lines of bars.
table-cell-lost = this cell is not published: the table has { $columns } columns, and this row { $cells } cells
    .hint = give the head and the row of dashes one more column, or write a bar inside a cell as \|
    .why = A row may have no more cells than the head: what is in the others is published nowhere.
table-swallows-line = this line becomes a row of the table above it
    .hint = put an empty line between the table and the text
    .why = A table ends at an empty line. Text right below it becomes its last row.
date-as-list = this date becomes lists within lists: { $found }
    .hint = write “{ $fixed }”
    .why = A number with a point at the beginning of a line begins a list, so that a date becomes several.
sentence-as-heading = the line of dashes below makes this text a heading
    .hint = put an empty line between the text and the dashes; write a heading with ##
    .why = A line of dashes right below text makes a heading of it, where most often a line across was meant.
text-as-code = this text is shown as code, for four spaces stand before it
    .hint = remove the spaces; to show code, put it between two lines of ```
    .html = remove the spaces, or the empty line above, which ends the HTML
    .why = Four spaces before a line make code of it, which is shown in one long line without markup.
heading-attributes = this is left out of the page: { $found }
    .hint = only an id is read here, without spaces: {"{"}#some-id{"}"}; to show braces, write \{"{"}
    .why = Of what stands in braces at the end of a heading only an id is read. The rest vanishes.
empty-link = { $case ->
        [label] this link has no words
       *[address] this link has no address
    }
    .hint = write where it leads between the parentheses, or remove the link
    .label = say between the brackets what it leads to, or remove the link: nobody sees it
    .why = A link without an address leads back to the page that it stands on, and one without words cannot be seen.
damaged-image = this image cannot be read: { $found }
    .hint = the file is empty, cut off, or of another kind than its name says: save it again
    .why = The file is cut off or no image. Browsers show an empty frame.
unsized-image = this image does not say how large it is: { $found }
    .hint = give its <svg> a viewBox, or width and height in pixels: text would jump while the page loads
    .why = Without a known size the text jumps when the image appears.
top-level-heading = a heading of the first level stands in the body
    .hint = the title is the page’s first heading: begin sections with ##
    .why = The title of the page is its heading of the first level. A second one confuses search engines and screen readers.
missing-alt-text = this image has no alternative text
    .hint = say between the brackets what it shows: ![what it shows](…)
    .html = add alt="what it shows", or alt="" where it only adorns
    .why = Whoever cannot see the image learns nothing of it.
avoided-word = the glossary avoids “{ $found }”
    .hint = write “{ $suggestion }”
    .other = this is where it does
    .why = One thing has one word: readers who meet another take it for another thing.
to-be-written = { $count ->
        [one] these words are still to be written
       *[other] { $count } places are still to be written, in lines { $lines }
    }
    .hint = write your own words in place of all that follows “TODO:”, and remove that mark. A page that is not ready yet has the line draft = true
    .translation = write the translation in place of all that follows “TODO:”, and remove that mark; until then these parts are not published
    .why = “giljabi new” marked these words to be written by you. A page with such words is not published; a draft, or a part of a translation that begins with the mark, waits without a word.
untranslated-original = this is marked as not translated yet, but the page is written first in this language
    .hint = remove the mark; it belongs into translations only
    .why = The mark says that a passage waits for its translation. The original has none to wait for.
code-too-long = this code is too long to be coloured: it is shown plain
    .hint = break its long lines, shorten it, or write text to say that this is meant
    .why = Highlighting this block would take longer than the rest of the site; it is shown plain.
unknown-code-language = “{ $found }” is not a language that can be highlighted
    .hint = the code is shown plain; use text to say that this is meant
    .diagram = to have it drawn, begin with ```diagram and write kind = "{ $found }" in the next line
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = Code in an unknown language is shown without colours.

bad-formula = { $case ->
        [empty] this formula says nothing
        [command] “{ $found }” is no command of formulas here
        [sign] “{ $found }” is no sign of formulas
        [words] “{ $found }” would be read as a product of letters
        [unclosed] this bracket has no other one
        [missing] something is missing beside “{ $found }”
        [second-script] a second “{ $found }” at the same place
        [long-script] of “{ $found }”, only the first digit would be taken
       *[too-deep] the parts of this formula stand too deep inside each other
    }
    .hint = formulas are written as on the page “Writing”: fractions \frac{"{a}"}{"{b}"}, roots \sqrt{"{a}"}, powers a^{"{b}"}, words \text{"{…}"}
    .did-you-mean = write { $suggestion }
    .why = The formula cannot be drawn as it is meant. What is read of LaTeX is what formulas of a guide need, and the rest is told rather than drawn wrongly.

no-decision = a decision page has no questions
    .hint = add a diagram of the kind “decision”; the first one on the page is walked
    .why = A page of this kind is its questions; without them there is nothing to walk.
empty-checklist = this checklist has no items
    .hint = write its items as a task list: - [ ] What to check {"{#id}"}
    .why = A checklist without a task has nothing to tick.
empty-heading = this heading has no words
    .hint = write what the section is about, or remove the line
    .why = A heading without words is an empty line in the contents.
unclosed-fence = this block of code is not closed
    .hint = all that follows is part of it: close it with a line of its own that has the same three signs
    .why = Everything after the opening line is shown as code.
undefined-link = no link is called “{ $found }”
    .hint = add a line such as “[{ $found }]: page.md”, or write the path itself: [text](page.md)
    .why = The link refers to a definition that the page does not have, and is shown as it is written.
heading-order = “{ $found }” skips a level
    .hint = write “{ $expected }”: screen readers go from one level to the next
    .why = Whoever listens to a page moves along its headings; a level that is left out sounds like a missing part.
long-title = this title takes { $width } columns, and search results show { $most }
    .hint = shorten it to { $most } letters or { $hangul } syllables of Hangul, or add a shorter title under [seo]
    .why = Lists of results cut titles that are longer.
long-description = this description takes { $width } columns, and search results show { $most }
    .hint = shorten it to { $most } letters or { $hangul } syllables of Hangul, or add a shorter description under [seo]
    .why = Lists of results cut descriptions that are longer.
long-conclusion = this conclusion has { $found } sentences, and readers take in { $most } at a glance
    .hint = say what the guide comes to, and leave reasons and examples to its sections
    .why = A conclusion of more than three sentences is no longer read at a glance, as it stands before the text.
short-title = this title is too short to say what the page is about: { $width } of { $least } columns
    .hint = use at least { $least } letters or { $hangul } syllables of Hangul, here or in a title under [seo]
    .why = So short a title says too little to be chosen among others.
short-description = this description is too short to say why the page is worth reading: width { $width }, at least { $least } (a syllable of Hangul counts 2)
    .hint = use at least { $least } letters or { $hangul } syllables of Hangul, here or in a description under [seo]
    .why = So short a description says too little to be chosen among others.
duplicate-title = another page of this language has the same title
    .list = a list of pages or the home page is called so already: say what sets this page apart, here or with a title under [seo]
    .hint = search results and browser tabs show nothing else: say what sets this page apart, here or with a title under [seo]
    .other = the first one is here
    .why = Nobody can tell two results with the same title apart.
duplicate-description = another page of this language has the same description
    .hint = say what only this page is about, here or with a description under [seo]
    .other = the first one is here
    .why = Two pages that describe themselves alike compete with each other.
empty-page = this page has no text
    .hint = write some, or set draft = true until there is some
    .why = A page without text is listed, found and opened, and says nothing.
far-date = this page is dated { $found }, years after every other page: the newest of those is of { $newest }
    .hint = is the year right? Lists and feeds show it before all others until then
    .why = A year that is mistyped puts the page at the top of every list for a long time.
setting-without-effect = “{ $key }” has no effect
    .hint = remove it
    .subscription = no page shows the form: give one tool = "subscription" in content/pages, or remove the setting
    .template = no kind of page has a template of this name, and no template uses it: remove it or give it the name of the one it should replace
    .weights = these weights count nothing: give at least one criterion a weight above 0, or leave them out
    .string = no template asks for this string: remove it, or ask for it with t(key="{ $key }")
    .why = Whoever wrote it expects something that does not happen.
missing-glyph = “{ $found }” cannot be drawn on the preview image
    .hint = its fonts hold Hangul, Latin, the Hanja of KS X 1001 and common signs: write the title without it, or add such a title under [seo]
    .diagram = its fonts hold Hangul, Latin, the Hanja of KS X 1001 and common signs: write this diagram without it
    .site = the site’s name is on every image, and their fonts hold Hangul, Latin, the Hanja of KS X 1001 and common signs: write the name without it
    .label = it is in “{ $text }”, from the catalogs in templates/i18n: write that without it
    .why = The font of preview images and drawings cannot show the character.
page-gone = an earlier build published { $addresses }, and this one has no page there
    .hint = if it moved, add aliases = ["{ $name }"] to the page that took its place; if it is gone on purpose, add "{ $name }" to “retired” in guide.toml
    .one-language = if it moved, add aliases = ["{ $name }"] to the .{ $lang }.md file of the page that took its place; if it is gone on purpose, add "{ $lang }/{ $name }" to “retired” in guide.toml
    .renamed = if this page took its place, add aliases = ["{ $name }"] here; if it is gone on purpose, add "{ $name }" to “retired” in guide.toml
    .renamed-in-feeds = if this page took its place, add aliases = ["{ $name }"] here, and feed_id = "{ $slug }" so that feed readers know it again; if it is gone on purpose, add "{ $name }" to “retired” in guide.toml
    .why = Readers, bookmarks and search engines still know the address. A page that moved leads on by an alias; one that was published by mistake is taken back with --allow page-gone.
review-due = this page was to be reviewed by { $date }
    .hint = look at it, then set the day of the next review, and “updated” where something has changed
    .why = Its editors said until when somebody would look at the page again, and that day has passed.
no-pages = there is no page in content/
    .hint = begin with content/guides/first.en.md; drafts count with --drafts only
    .why = A site without pages is most often a folder in the wrong place.
site-emptied = the last build published pages, and now there is none in content/
    .hint = is content/ in its place? To publish a site without pages all the same, add --force
    .why = To publish no page where there were pages removes the whole site.

diagram-fence = “{ $found }” after “diagram” means nothing
    .hint = write “diagram” alone, or “diagram source” to show the block below the drawing
    .did-you-mean = did you mean “diagram { $suggestion }”?
    .why = Of what stands behind the word diagram only “source” is understood.
hidden-character = { $key ->
        [here] there is a character here that cannot be seen: { $found }
       *[other] “{ $key }” holds a character that cannot be seen: { $found }
    }
    .catalog = remove it: it probably came along when the text was copied; where it is meant, write {"{"}"\u00A0"{"}"}
    .space = write an ordinary space in its place, wherever it stands
    .hint = remove it: it probably came along when the text was copied
    .why = A character that nobody sees can turn words around, or make two names that look alike differ.
bad-id = “{ $id }” cannot be an id
    .hint = use lower-case letters, digits and “-”, and begin with a letter: { $example }
    .why = The id becomes a part of addresses and of names inside the drawing.
duplicate-id = a second “{ $id }” in this diagram
    .hint = give one of them another id
    .other = the first one is here
    .why = Links inside a diagram name its parts by their ids, so each must have its own.
duplicate-diagram = a second diagram “{ $id }” on this page
    .other = the first one is here
    .hint = give one of them another id
    .why = Only one diagram of a page can be linked to by an id.
duplicate-link = a second link from “{ $from }” to “{ $to }”
    .hint = keep one of them
    .other = the first one is here
    .why = Two lines between the same parts would be drawn over each other.
mark-elsewhere = { $case ->
        [order] “{ $found }” is not where it is marked: marks stand in the order of the message
       *[absent] “{ $found }” is not in the message
    }
    .hint = copy the words from “text”, with every space and mark
    .why = Words that are judged are shown in their message, so they must stand there.
link-to-nothing = this diagram has no “{ $found }” that “{ $key }” could name
    .hint = known here: { $known }
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = The line leads to a part that the diagram does not have.
link-to-itself = “{ $id }” leads to itself
    .hint = a link leads to another step; to repeat a step, lead back to an earlier one
    .why = A part that leads to itself says nothing, or is an endless loop.
question-loop = this answer leads back to “{ $id }”, so the questions never end
    .hint = lead on to another question or to a verdict
    .why = Whoever follows the answers comes back to the same question and never to a verdict.
unreachable-node = nothing leads to “{ $id }”
    .hint = lead to it from another node, or remove it
    .why = No answer leads to this part, so that nobody ever sees it.
question-key = “{ $key }” has no meaning for a question of the type “{ $type }”
    .hint = “one” and “several” have “answers”, “number” and “points” have “ranges”; “several” also needs “otherwise”
    .why = A key of another type of question would be written down and never asked.
range-gap = the ranges of “{ $id }” leave a gap
    .hint = let this one begin with { $next }, or let the range before it reach up to it
    .first = nothing holds numbers below { $from }: begin with 0, or with 1 where there is no 0
    .open = the last range has no end, so that max = { $max } means nothing: write until = { $max } in it too, or remove “max”
    .last = nothing holds { $next } and more: leave out “until”, or write max = { $max } in the question if no number can be greater
    .why = A number in the gap would lead nowhere, and the reader would be stuck.
range-overlap = this range of “{ $id }” overlaps the one before it
    .hint = write ranges in ascending order, each beginning right after the last number of the one before
    .why = A number in both ranges would lead to two places at once.
range-reversed = this range of “{ $id }” ends before it begins
    .hint = “until” is the greatest number of the range, and not less than “from”
    .why = A range that ends before it begins holds no number.
sum-uncovered = { $sum } points can arrive at “{ $id }”, which has no range for them
    .hint = add a range, or widen one, so that every sum has its own
    .why = A reader whose points come to this sum would be stuck.
level-unreached = no answers come to the range of “{ $id }” that begins with { $from }
    .hint = the sums that can arrive here lie between { $least } and { $most }; move the bounds or the points
    .why = A level that no answers come to is never seen, and its bounds are probably wrong.
scenario-stops = the scenario “{ $id }” has no answer that fits “{ $question }”
    .hint = its way so far: { $path }; answers are numbers counted from 1, several with commas between
    .why = A scenario that breaks off says nothing about the verdict that it was written for.
scenario-fails = the scenario “{ $id }” leads to “{ $found }”, not to “{ $expected }”
    .hint = its way: { $path }; mend the questions or the scenario
    .why = The questions no longer lead where their editor said that they must.
scenario-surplus = the scenario “{ $id }” answers “{ $question }”, which is not asked on its way
    .hint = its way: { $path }; remove the answer
    .why = An answer that is not asked shows that the scenario describes another way than the questions have.
verdict-untested = no scenario leads to “{ $id }”
    .hint = add one, so that a change of the questions cannot lose this verdict unnoticed
    .why = A change of the questions could lose this verdict, and nobody would notice.
practice-words = these words of “{ $id }” cannot be marked
    .hint = write them exactly as they stand in the message or the draft
    .missing = write them exactly as they stand in the message or the draft
    .twice = they stand there more than once: take a few words more
    .overlap = they overlap other marked words: mark them together, or shorter
    .why = Words that are not there, or stand there twice, cannot be shown to the reader.
practice-marks = “{ $id }” has the answer “{ $answer }”, and its marks do not agree with it
    .hint = mark the words that break a rule
    .missing = mark the words that break a rule, so that readers see why it cannot stay as it is
    .surplus = a case that is fine breaks no rule: remove the marks, or choose another answer
    .why = Readers learn from the words that break a rule; a case without them, or with some where nothing is wrong, teaches nothing.
practice-unused = no case has “{ $id }”
    .hint = write a case for it, or remove it
    .why = An answer that is never right gives the others away, and a rule that nothing breaks is not practised.
wrong-count = “{ $key }” has { $found ->
        [1] 1 entry
       *[other] { $found } entries
    } here
    .hint = it takes { $least } to { $most }; show more as a second diagram
    .few = it takes { $least } to { $most }: add what is missing
    .why = The drawing has room for so many parts, and no sense with fewer.
missing-score = “{ $id }” has no score for “{ $signal }”
    .hint = add { $signal } = … to its scores
    .why = Without every score the items cannot be compared.
diagram-differs = “{ $key }” of “{ $id }” is { $found } here, but { $expected } in the source
    .hint = a translation changes words only: write what the source has
    .other = the source says this
    .why = The two languages would show different decisions.
diagram-lacks = “{ $id }” has no { $key } in this language
    .hint = add it: both languages show the same parts
    .other = the source has it here
    .why = The translation leaves out a part of the diagram that the original has.
diagram-extra = “{ $id }” has { $key } that the source does not have
    .hint = remove it here, or add it to the source
    .other = the source has this instead
    .why = The translation has a part of the diagram that the original lacks.
diagram-order = “{ $id }” stands in another place than in the source
    .hint = keep the order of the source: { $expected }
    .other = it stands here in the source
    .why = The diagrams of the two languages are compared in their order, which differs.

ledger-line = this is not understood in a ledger: { $found }
    .hint = ledgers are written by giljabi accept: take the line as git last had it, or remove the section’s block and accept the section again
    .lacks = this block has no line { $key } = …: take it as git last had it, or remove it and accept the section again
    .text = the source’s text that is kept here is damaged, so that its change cannot be shown: take the line as git last had it, or remove the block and accept the section again
    .why = A line of the ledger cannot be read, so that nothing can be said of the section.
ledger-conflict = a merge has left a conflict in this ledger
    .hint = keep the block of the version that you kept of the page, remove the lines with <, = and >, then run giljabi status
    .why = Git left both versions of an entry in the ledger.
ledger-twice = the section “{ $id }” has two records in this ledger: two people recorded it, and a merge kept both
    .hint = compare both texts of the section, and record it again with giljabi accept
    .why = Two entries for one section contradict each other.
ledger-alone = this ledger belongs to no translation
    .hint = there is no { $page }, or all of it is still marked as not translated; if there is none, rename the ledger with its page, or remove it
    .source = { $page } was written in this language first: only its translation has a ledger
    .why = The ledger belongs to a page that is not there.
link-differs = links to { $target } in this section: { $found } here, { $expected } in the source
    .hint = link to the same pages in both languages, or record that it is meant: giljabi accept { $page } { $section } --unchanged "why"
    .other = the source’s section
    .why = A link that only one language has is most often a forgotten one.
section-differs = { $case ->
        [lacks] { $count ->
            [one] a section of the source has no partner here: { $found }
           *[other] sections of the source have no partner here: { $found }
        }
       *[extra] { $count ->
            [one] this section has no partner in the source: { $found }
           *[other] sections here have no partner in the source: { $found }
        }
    }
    .hint = give a section and its translation the same id, as in ## Title {"{"}#some-id{"}"}, or add what is missing
    .other = in the source
    .why = A section that only one language has is most often not translated yet, or left over.
untranslated = { $count ->
        [one] this section is not translated
        [passage] this passage is not translated
        [passages] passages of this page are not translated: { $found }
       *[other] sections of this page are not translated: { $found }
    }
    .hint = translate it, or record why it stays as it is: giljabi accept { $page } { $section } --unchanged "why"
    .passage = translate it, mark a quotation with its language (<blockquote lang="…">), or record why it stays as it is: giljabi accept { $page } { $section } --unchanged "why"
    .other = the source’s section
    .why = A translation that repeats the words of the source counts as done, and readers find a language they did not choose.
code-differs = { $case ->
        [count] blocks of code in this section: { $found } here, { $expected } in the source
        [language] this code is { $found } here, but { $expected } in the source
       *[other] this code does something else than the source’s
    }
    .hint = show the same code in both languages; only comments and quoted words are translated
    .other = the source’s section
    .why = Code is the same in both languages; comments and texts in it may differ.
list-differs = { $kind ->
        [list] items in this list: { $found } here, { $expected } in the source
        [table] rows in this table: { $found } here, { $expected } in the source
        [lists] lists in this section: { $found } here, { $expected } in the source
       *[tables] tables in this section: { $found } here, { $expected } in the source
    }
    .hint = is something missing, or left over? If it is meant, record it: giljabi accept { $page } { $section } --unchanged "why"
    .other = the source’s
    .why = A list or a table with fewer entries has most often lost one in translation.
number-differs = { $found } here, { $expected } in the source
    .hint = one of the two is wrong; if it is meant, record it: giljabi accept { $page } { $section } --unchanged "why"
    .other = the source’s
    .why = A number that differs between the languages misleads the readers of one.
formula-differs = { $case ->
        [count] formulas in this section: { $found } here, { $expected } in the source
       *[other] this formula says { $found } here, and { $expected } in the source
    }
    .hint = write the same numbers and signs in both languages; only words differ
    .other = the source’s formula
    .why = A formula with other numbers misleads the readers of one language. Words in it may differ.
footnote-differs = references to footnotes in this section: { $found } here, { $expected } in the source
    .hint = give the same sources in both languages
    .other = the source’s section
    .why = A footnote that only one language has is most often a forgotten one.
task-differs = { $case ->
        [lacks] the checklist item “{ $id }” of the source is missing here
        [other] this checklist item is called “{ $found }” here, and “{ $id }” in the source
        [unnamed] this checklist item has no id here, and is called “{ $id }” in the source
        [named] this checklist item is called “{ $found }” here, and has no id in the source
       *[extra] the source has no checklist item “{ $id }”
    }
    .hint = both languages have the same items with the same ids: readers’ ticks are kept by them
    .other = the source
    .why = Ticks are kept by the ids of tasks, so both languages need the same ones.

template-error = { $detail }
    .hint = check the template’s syntax
    .page = while rendering { $page }
    .why = The page cannot be drawn.
bad-header = static/_headers may not say “{ $found }”
    .hint = write a path that begins with “/”, and below it, indented, “Name: value”
    .ours = giljabi sets this header on every page: what more is to be allowed stands in [security] of guide.toml
    .detached = that would take headers away which giljabi sets, the Content-Security-Policy among them
    .shared = giljabi sets this header on pages, assets and feeds: name a file or folder of static/, as in “/downloads/*”
    .why = Headers of your own are joined with those of the program, and may not weaken its policy.
bad-redirect = static/_redirects may not say “{ $found }”
    .hint = write “/from /to 301”: a path of this site, a path or a whole https:// address, and a status
    .why = Rules of your own are joined with those of the aliases, and each must be one that hosts understand.
host-limit = { $host } takes { $most } { $unit }, and here are { $count }
    .hint = what is beyond is not followed there (the page at the old address still leads on): remove aliases that nobody uses any more, or publish on nginx
    .why = Hosts read no more than so many rules, and pass over the others without a word.
policy-refuses = browsers refuse this by the site’s own policy ({ $directive }): { $found }
    .hint = put the file into static/assets/, or allow the site in guide.toml: [security] { $key } = ["{ $source }"]
    .inline = scripts and styles that stand in a page are never run: put them into a file in static/assets/
    .never = no setting allows it: put the file into static/assets/, or leave it out
    .why = The site’s own policy tells browsers not to load this, so that it would be missing on the published site.
bad-script = this script does not parse: { $detail }
    .hint = scripts are ES modules
    .why = Browsers stop at the mistake, and nothing of the script runs.
missing-import = there is no “{ $found }” to import
    .hint = a script imports another below static/assets/, and a stylesheet any other, by its path relative to itself
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = The script asks for a file that is not there, and nothing of it runs.
missing-style-file = there is no “{ $found }” where this style will be published
    .hint = url() names a file below static/, by its path from the published stylesheet
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = The stylesheet asks for a file that is not there.
catalog-syntax = this catalog entry does not parse: { $detail }
    .hint = an entry is: key = text, with further lines indented
    .why = The entry cannot be read, and its words would be missing.
catalog-key = the string “{ $key }” is missing in { $file }
    .hint = add it there, or remove it here: both catalogs have the same keys
    .did-you-mean = that catalog has “{ $suggestion }” instead: is one of them misspelt?
    .why = Both languages need the same words of the interface.
catalog-twice = the string “{ $key }” stands twice in this catalog
    .hint = keep one of the two: only the last would be shown
    .why = Only the last of two entries with one name would be shown.
catalog-reference = { $kind ->
        [function] there is no function “{ $found }”
        [variable] “{ $key }” is given no ${ $found }
        [term] there is no term “-{ $found }”
       *[string] there is no string “{ $found }”
    }
    .hint = define it in the same catalog, or write its words here
    .function = the only function is JOSA($word, "은/는")
    .given = it is given { $known }
    .nothing-given = it is given nothing: write its words only
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = The entry refers to a name that nothing gives a value to.
catalog-particle = “{ $found }” is not a particle for a word
    .hint = write JOSA($word, "은/는"), with one of 은/는, 이/가, 을/를, 과/와 and (으)로
    .why = The particle of a Korean word is chosen by its last syllable, from forms that giljabi knows.
catalog-cycle = the string “{ $key }” is made from itself
    .hint = write its words here instead of the reference
    .why = An entry that contains itself has no end.
catalog-too-long = the string “{ $key }” has more than 100 references, with those in what it refers to
    .hint = write words here in place of references
    .why = Fluent writes no more of a string than that: the rest would stand on the page as names in braces.
bad-icon = this icon cannot be drawn: { $detail }
    .hint = the pictures for phones and bookmarks are made from it: save it as plain SVG
    .why = The icon of the site cannot be drawn in the sizes that browsers ask for.
unknown-theme = there is no highlighting theme “{ $found }”
    .hint = known themes: { $known }
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = There is no theme of that name to highlight code with.

# What a drawing has too much of, in `bad-icon`.
drawing-broken = the library that draws gives up at it: are numbers in it far too large?
drawing-bytes = it has more than a megabyte
drawing-elements = it has more than 5,000 shapes, 20,000 elements, or lines and curves that take too long to draw
drawing-attributes = an element has too many attributes
drawing-text = it has too much text: write it as paths
drawing-filters = it has filters, masks or half-transparent parts that take too long: draw the effect, or leave it out
drawing-picture = it has a picture that is not drawn: only PNG, JPEG, GIF and WebP whose data is in the file, with at most 4 million pixels each, are
drawing-repeated = it repeats parts along a line or over a surface (marker, pattern): draw each of them
drawing-area = it paints its whole surface too often: with gradients, with layers that are transparent or mixed, or with shapes far larger than the drawing
drawing-busy = it was not tried: other drawings that take long are still being drawn; try again in a minute
drawing-time = drawing it takes more than five seconds
drawing-styles = its stylesheet has too many rules or declarations

# What a value is, in `wrong-type`.

type-redirects = redirects
type-dynamic-redirects = redirects with “*” or “:”
type-characters = characters in a redirect
type-text = text
type-boolean = true or false
type-integer = a whole number
type-float = a fraction
type-date = a date
type-datetime = a date with a time
type-list = a list
type-table = a table

# Other sites.

external-link = this address does not answer: { $address } ({ $reason })
    .hint = look where the page is now, link to another that says the same, or remove the link
    .why = Readers who follow the link find nothing. Other sites are asked by “giljabi check --external” only; those that refuse programs are not reported.
external-moved = this address has moved for good: { $address }
    .hint = link to { $to }
    .why = The site leads on to another address for good, as long as it likes to. The rule is off by default.
other-language = this page is in another language than the name of its file says
    .hint = end the name with .ko.md for a page in Korean, with .en.md for one in English; both versions may have been swapped
    .why = Readers who chose a language get a page in the other one, and search engines list it under the wrong language.
unpinned-heading = the id of this heading is made of its words: “{ $id }”
    .hint = pin one: ## { $text } {"{#name}"}; “giljabi ids PAGE” pins the same in both languages and keeps the present one
    .why = An id made of words changes when they do, and links to it break; in Hangul it also becomes long when addresses are copied. The rule is off by default, and on in guides that “giljabi init” makes.

# Rules and remarks.

unknown-rule = no rule is called “{ $found }”
    .hint = the page “Rules” of the documentation lists them all
    .did-you-mean = did you mean “{ $suggestion }”?
    .why = A setting or remark that names no rule has no effect.
fixed-rule = “{ $code }” is an error and cannot be lowered
    .hint = mend what it reports; only warnings can be “off”, and only they can be allowed in one place
    .why = What is an error by itself gives a broken or unsafe site. It can be neither lowered nor allowed in one place.
bad-remark = a remark to giljabi cannot say “{ $found }”
    .hint = write giljabi: allow, the code of a rule, a colon and the reason: giljabi: allow link-differs: each language has its own sources
    .why = What begins with “giljabi:” in a comment is read as a remark, and this one cannot be.
allow-without-reason = this remark does not say why “{ $code }” is allowed
    .hint = write the reason behind a colon: giljabi: allow { $code }: reason
    .why = Whoever reads the text later wants to know why the problem is allowed.
allow-without-effect = this remark has no effect: “{ $code }” reports nothing in what follows it
    .hint = remove it, or put it before the block or the key that is reported
    .why = A remark that allows nothing hides the next problem that comes there.

# What the command line says.

cli-warning = warning
cli-error = error
cli-help = help
cli-content-errors = { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }{ $warnings ->
        [0] { "" }
        [one] , 1 warning
       *[other] , { $warnings } warnings
    }: nothing was written
cli-warnings = { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }
cli-strict = --strict treats warnings as errors: nothing was written
cli-strict-check = --strict treats warnings as errors
cli-decision = decision { $name }: { $sums ->
        [yes] up to { $paths }
       *[no] { $paths }
    } { $paths ->
        [one] way
       *[other] ways
    }, the longest of { $longest ->
        [one] 1 question
       *[other] { $longest } questions
    }, to { $verdicts ->
        [one] 1 verdict
       *[other] { $verdicts } verdicts
    }
cli-checked = Checked { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    } (English { $en }, Korean { $ko }) in { $time } s
cli-external = Asked for { $addresses ->
        [one] 1 address of another site
       *[other] { $addresses } addresses of other sites
    }; { $remembered } known from the last day, { $unknown } not told to programs
cli-external-no-host = there is no such host
cli-external-no-connection = the host takes no connection
cli-external-slow = no answer in time
cli-external-insecure = no secure connection can be made
cli-external-loop = its redirects lead in a circle, or are too many
cli-external-broken = the connection ends before an answer
cli-silenced = { $count ->
        [0] No remark allows a problem.
        [one] 1 problem is allowed by a remark.
       *[other] { $count } problems are allowed by remarks.
    }
cli-head-level = level
cli-head-rule = rule
cli-head-problems = problems
cli-head-files = files
cli-problems-left-out = { $left } more are not drawn: --all draws them all
cli-built = Built { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    } (English { $en }, Korean { $ko }) into { $out } in { $time } s
cli-one-language = { $alone ->
        [one] 1 page is
       *[other] { $alone } pages are
    } there in one language only: giljabi status{ $drafts }
cli-left-to-translate = { $words ->
        [one] 1 word
       *[other] { $words } words
    } of { $behind ->
        [one] 1 page
       *[other] { $behind } pages
    } left to translate: giljabi status{ $drafts }
cli-example-address = base_url in guide.toml is still the example ({ $address }): change it before you publish
cli-files = { $written } written, { $unchanged } unchanged, { $removed } removed
cli-stage-load = reading files
cli-stage-prepare = reading content, templates and styles, and joining them
cli-stage-render = rendering
cli-stage-write = writing
cli-stage-all = in all
cli-slowest = The slowest files:
cli-not-made-again = { $outputs } outputs; { $kept } images not drawn again, { $unchanged } files unchanged, { $written } written
cli-plain-code = { $plain } blocks of code are too long to be coloured and are shown plain
cli-site-previews = all pages of a language share one preview image, for there are more than { $most }; preview_images = "pages" in guide.toml draws one for each
cli-kept = left alone, because it was changed after giljabi wrote it: { $path }
cli-replaced = replaced, although it was changed after giljabi wrote it: { $path }
cli-moved = moved aside, because it was not giljabi’s: { $path } → { $to }; it still stands in the folder that is published
cli-usage-extra = “{ $argument }” is one argument too many: put what contains spaces into quotation marks
cli-usage-unknown = there is no option { $argument }
cli-usage-command = there is no command “{ $command }”
cli-usage-no-command = a command is missing
cli-usage-missing = { $argument } is missing
cli-usage-value = “{ $value }” is not a value for { $argument }
    .hint = values: { $known }
cli-usage-no-value = { $argument } lacks its value
cli-usage-utf8 = an argument is not valid UTF-8
cli-usage-conflict = { $argument } cannot stand beside { $other }
cli-usage-near = did you mean { $suggestion }?
cli-usage-help = --help lists commands and options.
cli-serve-listening = Preview: { $address }
cli-serve-port-taken = Port { $port } is in use; this is the next free one.
cli-serve-open = with --host, other machines can read the preview too
cli-serve-ready = { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    } (English { $en }, Korean { $ko }) ready in { $time } s
cli-serve-polling = The system does not tell of changes here, so files are looked at again and again.
cli-serve-stop = Ctrl-C ends the preview.
cli-serve-edited = { $file }{ $more ->
        [0] { "" }
       *[other] {" "}and { $more } more
    }
cli-serve-looked = The files could not be read
cli-serve-still-written = { $path } is still being written: it is shown when it is whole.
cli-serve-stale-lock = { $path } has been there for a while: if no git command is running, delete it.
cli-problem-counts = { $errors ->
        [0] { $warnings ->
            [0] No problems
            [one] 1 warning
           *[other] { $warnings } warnings
        }
        [one] 1 error
       *[other] { $errors } errors
    }{ $errors ->
        [0] { "" }
       *[other] { $warnings ->
            [0] { "" }
            [one] , 1 warning
           *[other] , { $warnings } warnings
        }
    }
cli-serve-last-good = What is broken stays as it last was until it is mended.
cli-serve-more = and { $count } more, on the terminal
cli-serve-close = Close
cli-serve-edit = Open in the editor
cli-serve-lost = The preview has ended or restarts. This page waits for it.
cli-serve-fault = { $path } could not be drawn, which is a fault of giljabi: { $detail }. Other pages are not concerned. Please report it with the file that the page is made of.
cli-serve-edit-fault = nothing could be made of this edit, which is a fault of giljabi: { $detail }. What was there before is still shown; change the file again, and please report it.
cli-serve-start-fault = nothing could be made of the files, which is a fault of giljabi: { $detail }. Please report it.
cli-serve-no-connection = a connection could not be accepted ({ $detail }); the preview goes on.
cli-serve-left-out = There is a file for this page, but it is not published. A draft is shown with “giljabi serve --drafts”; a translation appears when its title and description are translated.
cli-serve-nothing = This page cannot be shown yet
cli-serve-bar = Preview
cli-serve-pair = Side by side
cli-serve-board = Translations
cli-serve-board-all = All
cli-serve-board-more = and { $count } more; giljabi status lists them all
cli-serve-show-bar = Show the bar below every page
cli-serve-source = Source
cli-serve-translation = Translation
cli-serve-copy = Copy
cli-serve-change = What changed in the source
cli-serve-missing = Not here
cli-serve-image = Preview image
cli-serve-hide = Hide
cli-serve-more-facts = More about this page
cli-serve-part-title = Title
cli-serve-part-description = Description
cli-serve-part-reviewer = Reviewer
cli-serve-part-evidence = Evidence
cli-serve-part-highlights = Highlights
cli-serve-part-lead = Beginning
cli-serve-draft = Draft
cli-serve-minutes = { $minutes } min read
cli-serve-words = { $words ->
        [one] 1 word
       *[other] { $words } words
    }
cli-serve-description = Description: { $width } columns
cli-serve-description-range = Search results show about { $least } to { $most } columns; Hangul takes two each.
cli-serve-source-changed = source changed in { $count ->
        [one] 1 section
       *[other] { $count } sections
    }
cli-serve-folded = { $count ->
        [one] 1 section without a difference
       *[other] { $count } sections without a difference
    }
cli-serve-untranslated = Not in { $language }
env-no-address = cannot listen at { $place }
    .hint = name another port with --port, or leave it out to take the next free one
env-no-curl = the program curl, which asks other sites, cannot be run
    .hint = install curl; Windows, macOS and most distributions of Linux bring it along
env-bad-epoch = SOURCE_DATE_EPOCH is “{ $found }”, which is no number of seconds since 1970
    .hint = unset it, or say the day with --today
env-no-thread = the system gives no threads
env-no-server = the preview cannot start
env-many-files = too many files are open (“ulimit -n” says how many may be)
cli-unknown-page = there is no page “{ $page }”
cli-draft-page = { $page } is a draft, or cannot be read: giljabi status --drafts lists drafts, other commands take a page without “draft = true” in { $path }, and giljabi check says what else is wrong
cli-unknown-page-near = there is no page “{ $page }”; did you mean “{ $near }”?
cli-other-problems = { $files ->
        [one] 1 file has
       *[other] { $files } files have
    } other problems: giljabi check tells them
cli-due-none = No page says until when it is to be reviewed (review_by).
cli-due-counts = { $reviews ->
        [one] 1 review
       *[other] { $reviews } reviews
    }, { $overdue } overdue
cli-due-since = { $days ->
        [one] overdue for 1 day
       *[other] overdue for { $days } days
    }
cli-due-today = today
cli-due-in = { $days ->
        [one] in 1 day
       *[other] in { $days } days
    }
cli-status-empty = There is no page to translate.
cli-head-page = page
cli-head-language = language
cli-head-state = state
cli-head-words = words
cli-head-sections = sections
cli-words = { $words ->
        [one] 1 word
       *[other] { $words } words
    } to translate
cli-page-complete = complete
cli-page-stale = stale
cli-page-missing = missing
cli-page-begun = begun
cli-page-orphan = orphan
cli-pages-complete = { $count } complete
cli-pages-stale = { $count } stale
cli-pages-missing = { $count } missing
cli-pages-begun = { $count } begun
cli-pages-orphan = { $count ->
        [one] 1 orphan
       *[other] { $count } orphans
    }
cli-count-changed = { $count } changed
cli-count-new = { $count } untranslated
cli-count-removed = { $count } removed
cli-count-moved = { $count } moved
cli-count-edited = { $count } edited
cli-count-unrecorded = { $count } not recorded
cli-section-current = in step
cli-section-changed = source changed
cli-section-new = untranslated
cli-section-removed = removed from source
cli-section-gone-to = removed from source: now in { $page }
cli-section-moved = moved
cli-section-come-from = moved here from { $page }
cli-section-edited = translation edited
cli-section-unrecorded = not recorded
cli-next-accept = When the translation follows the source again: { $command }
cli-accept-which = name the sections to record, or write --all: giljabi status { $page } lists their ids
cli-marks-left = marked as not translated yet: { $path }, lines { $lines }
cli-not-translated = { $page } has only one version: there is nothing to record
cli-nothing-recorded = Nothing was recorded.
cli-nothing-translated = Nothing was written: mend the source first.
cli-unknown-section = { $page } has no section “{ $section }”: giljabi status { $page } lists their ids
cli-unknown-section-near = { $page } has no section “{ $section }”; did you mean “{ $near }”?
cli-refused-not-touched = the source changed, the translation did not: translate it, or say why it may stay: giljabi accept { $page } { $section } --unchanged "…"
cli-refused-not-dated = both sides changed, and nothing tells whether the translation was edited after the source: compare them, then name it: giljabi accept { $page } { $section }
cli-refused-not-translated = the translation does not have it: translate it, or say why it is left out: giljabi accept { $page } { $section } --unchanged "…"
cli-refused-marked = it is marked as not translated yet, or not there: translate it, and remove the mark
cli-refused-still-there = the source no longer has it: remove it from the translation, or say why it stays: giljabi accept { $page } { $section } --unchanged "…"
cli-refused-displaced = it stands in another place than in the source: move it, or say why it stands there: giljabi accept { $page } { $section } --unchanged "…"
cli-ids = { $page }: { $count ->
        [0] every heading has an id of its own
        [one] 1 id pinned
       *[other] { $count } ids pinned
    }
cli-ids-anchors = { $anchors ->
        [one] Its old id stays behind the heading as <a id="…">, so that links to it hold.
       *[other] { $anchors } old ids stay behind their headings as <a id="…">, so that links to them hold.
    } If the page was never published, undo this and use --no-anchors.
cli-ids-left = not pinned: { $left }; pin them by hand
cli-ids-damaged = { $page } has errors: mend what giljabi check tells first
cli-refused-untranslated = it is not translated: translate it, or say why it may stay: giljabi accept { $page } { $section } --unchanged "…"
cli-refused-guessed = one version has more sections, and only its place says which this is: compare them, then name it: giljabi accept { $page } { $section }
cli-ledger-what = which text of the source each section of this translation follows.
cli-ledger-how = Written by `giljabi accept`; commit it with the page. `giljabi status` explains it.
cli-accepted = { $page }: { $recorded ->
        [one] 1 section recorded
       *[other] { $recorded } sections recorded
    }{ $refused ->
        [0] { "" }
       *[other] , { $refused } refused
    }

# What stood in a command's way outside the content.

env-unreadable = cannot read { $path }
env-unwritable = cannot write { $path }
env-output = cannot write the output
env-unremovable = cannot remove { $path }
env-no-settings = there is no guide.toml in { $path }
    .hint = “giljabi init” makes a guide; --root names the folder of one that is elsewhere
env-no-guide = there is no guide.toml in { $path }, or in a folder above it
    .hint = “giljabi init” makes a guide; --root names the folder of one that is elsewhere
env-no-manifest = there is no manifest of a published site at { $path }
    .hint = leave --published out when the site is published for the first time
env-no-indexnow-key = there is no key for IndexNow in static
    .hint = a key is 8 to 128 letters, digits and hyphens; write it into static/KEY.txt, a file that is named after it
env-source-no-folder = { $path } is not a folder
    .hint = content, templates and static are folders; leave out those that you do not need
env-odd-file = { $path } is neither a file nor a folder
env-already-there = { $path } is there already; nothing was written
    .hint = move that file away, or choose another name or folder
env-leads-out = { $path } is a symbolic link out of the guide, to { $target }
env-leads-back = { $path } is a symbolic link in a loop: it leads back to { $target }
env-leads-nowhere = { $path } is a symbolic link that leads nowhere
env-too-large = { $path } is larger than 4 GiB
env-long-name = cannot write { $path }: a name in it is too long: { $bytes } bytes, and disks take { $most }
env-foreign = { $path } already holds other files ({ $found }) and was not built by giljabi
    .hint = choose another --out, or add --force to build beside them; nothing of theirs is deleted
env-locked = another build is writing to { $path }
env-folder-in-the-way = { $path } is in the way: a file must stand here
env-file-in-the-way = { $path } is in the way: a folder must stand here
env-no-folder = --out { $path } names no folder
env-among-sources = --out { $path } would mix the site with its sources
env-linked-out = --out { $path } would mix the site with its sources: a symbolic link among them leads to { $target }
env-newer-manifest = { $path } was written by a newer giljabi
    .hint = build with that version
env-damaged-manifest = { $path } is damaged
    .hint = delete it and build with --force
env-damaged-ledger = { $path } has just been changed, and cannot be read as it is
    .hint = look at it with giljabi status, then accept again
env-not-restored = the last good site in { $path } could not be restored; the next build into it tries again
env-not-found = there is nothing there
env-permission = permission denied
env-read-only = the disk is read-only
env-full = the disk is full
env-other-disk = it is on another disk than the rest of the output folder
env-quota = the disk quota is used up
env-file-too-large = the file is too large for the disk
env-not-a-folder = it is not a folder
env-is-a-folder = it is a folder
env-not-empty = the folder is not empty
env-exists = it is there already
env-port-taken = the port is in use

missing-diagram = the diagram “{ $id }” of the source is missing here
    .hint = copy its block from the source and translate the words
    .other = the source has it here
    .why = Readers of the translation would miss a diagram.
extra-diagram = the source has no diagram “{ $id }”
    .hint = a translation has the diagrams of its source, in the same order
    .other = this is the source
    .why = The translation has a diagram that the original lacks.

# The help of the command line.

cli-help-usage = Usage:
cli-help-commands = Commands
cli-help-arguments = Arguments
cli-help-options = Options
cli-help-example = Example
cli-help-about = Builds a bilingual Korean/English decision guide from Markdown
cli-help-init = Begin a guide: one page of each kind, in both languages
cli-help-init-folder = Folder of the new guide; otherwise the present one
cli-help-title-en = Title of the guide in English
cli-help-title-ko = Title of the guide in Korean
cli-help-source-language = Language in which pages are written first: en or ko; otherwise that of the messages
cli-help-github = Add a workflow that publishes the guide to GitHub Pages
cli-help-new = Begin a page in both languages (with --lang in that one only), with every key explained
cli-help-new-page = The page: guides/our-question
cli-help-title = Title of the page
cli-help-translate = Begin the missing language of a page, with every section marked
cli-help-translate-page = The page: guides/suppliers, its file, or its address
cli-help-every-page = Every page whose translation is missing
cli-help-sync = Bring what is new or has moved in the source into a translation, marked
cli-help-sync-page = The page: guides/suppliers, its file, or its address
cli-help-theme = Show what of the built-in theme can be replaced, or copy it to begin with
cli-help-list = List the files: one of the same path in the guide takes the place of each
cli-help-copy = Copy files into the guide
cli-help-copy-file = Files, as the list names them
cli-help-mv = Give a page another name, in both languages and wherever it is named
cli-help-mv-page = The page: guides/our-question
cli-help-mv-name = Its new name, of the same kind: guides/which-supplier
cli-help-dry-run = Show what would change, and change nothing
cli-help-build = Build the site
cli-help-serve = Preview the site in a browser, and show every edit at once
cli-help-status = Show how each translation stands to its source
cli-help-accept = Record sections of a translation as following the source
cli-help-nginx = Print the site’s headers, redirects and error page as a snippet for nginx
cli-help-search = Search the guide, as its readers do
cli-help-search-query = What to look for; Hangul searches the Korean pages, other letters those of --lang
cli-help-explain = Say of each page why it stands where it stands
cli-search-nothing = Nothing was found.
cli-search-partial = No page answers this. Pages with some of the words:
cli-search-disabled = This guide has no search: guide.toml says so under [search].
cli-search-reason = {$word}: found as {$found}{$how ->
        [beginning] {" "}(begins alike)
        [layout] {" "}(typed with the other keyboard layout)
        [misspelt] {" "}(one letter off)
        [language] {" "}(in the other language)
       *[written] {""}
    }, rarity {$rarity} × weight {$weight}
cli-search-missing = {$word}: not on this page
cli-search-score = score {$score}
cli-help-schema = Print what may be written in guide.toml, in front matter or in a diagram, or what stands in a published JSON file, as a JSON Schema
cli-help-schema-subject = What to describe: settings, front-matter, diagram; of published files: decision, ranking, checklist, versions
cli-help-schema-kind = One kind: the folder of a page (guides) or the kind of a diagram (matrix); otherwise all kinds
cli-help-reference = Write the pages of the documentation that list every key
cli-help-completions = Print what a shell needs to complete commands and options
cli-help-completions-shell = The shell: bash, elvish, fish, powershell, zsh
cli-help-man = Print the manual page of the program, or of one command
cli-help-man-subject = The command; otherwise the program
cli-help-help = Print this help
cli-help-version = Print the version
cli-help-lang = Language of messages: en or ko (otherwise from LC_ALL, LC_MESSAGES, LANG or the system’s settings)
cli-help-root = Folder of the guide, which holds guide.toml; otherwise the present one, or the nearest above it
cli-help-out = Folder to write to; otherwise site, below the root
cli-help-base-url = Address of the published site, instead of the one in guide.toml
cli-help-drafts = Include drafts
cli-help-strict = Treat warnings as errors
cli-help-check = Find what is wrong, and write nothing
cli-help-format = Form of the report: text, json, github (annotations of a change) or sarif
cli-help-all-problems = Draw every problem, however many there are
cli-help-allow = Turn a rule off for this run, by its code: page-gone takes published pages back
cli-help-published = Compare with the published site, by its manifest; without a file by that of the output folder, where that is what is published
cli-help-silenced = List the problems that remarks in the files allow
cli-help-examples = Folder of outputs that show breaches of rules; otherwise tests/golden/problems
cli-help-external = Ask whether the addresses of other sites answer, politely; uses curl, and remembers answers for a day
cli-help-timeout = How long to wait for each answer of another site; otherwise 20
cli-help-color = When to use colours: auto, always or never
cli-help-precompress = Write .br and .gz beside text files, for servers that hand them out
cli-help-force = Build into a folder that holds other files, of which none is deleted; publish a site whose pages are all gone
cli-help-changed = Write the addresses whose pages changed since the build before, as requests for IndexNow, by which search engines are told
cli-help-timings = Print how long each part of the build took: as a table, or for other programs (json)
cli-help-quiet = Print errors and the number of problems only
cli-help-port = Port to listen at; 0 for any; otherwise 4400, or the next free one
cli-help-host = Address to listen at, so that other machines can see the preview; otherwise this machine only
cli-help-open = Open the preview in a browser
cli-help-editor = Editor that links to files open: a name such as vscode (which it is otherwise), cursor, zed or idea, or an address with {"{path}"}, {"{line}"} and {"{column}"} in it
cli-help-poll = Look at the files again and again, where the system does not tell of changes (network drives, containers)
cli-help-status-page = List the sections of one page: guides/suppliers, its file, or its address
cli-help-json = Print JSON, for other programs
cli-help-diff = Show what changed in the source, above the present translation
cli-help-due = List when pages are to be reviewed (review_by), the overdue ones first
cli-help-today = The day to reckon from; otherwise that of SOURCE_DATE_EPOCH, or of the clock
cli-help-fail-on = End with 1 where a page is in this state, stale or missing (may be given twice); an orphan counts as stale
cli-help-ids = Pin the ids of a page’s headings, the same in both languages; the present ids of a published page stay valid
cli-help-no-anchors = Do not keep the present ids as anchors: for a page that was never published, as drafts are
cli-help-ids-page = The page: guides/suppliers, its file, or its address
cli-help-accept-page = The page: guides/suppliers, its file, or its address
cli-help-accept-sections = Sections by their ids, as “giljabi status PAGE” lists them
cli-help-all = Every section whose translation was changed or was never recorded
cli-help-unchanged = Why the translation follows the source although it was not changed
cli-unknown-kind = there is no kind called “{ $found }”: use one of { $known }
cli-unknown-command = there is no command called “{ $found }”: use one of { $known }
cli-init-title = Decision guide
cli-init-made-together = both were made together by giljabi init
cli-init-done = A guide of { $pages } pages is in { $folder }. See it, and new pages while they are drafts, with: giljabi serve --root { $folder } --open --drafts
cli-init-done-here = A guide of { $pages } pages is in this folder. See it, and new pages while they are drafts, with: giljabi serve --open --drafts
cli-init-left = { $path } was there already and is as it was: add to it { $lines }
cli-init-github = Before the first push, choose “GitHub Actions” as the source in the repository’s settings, under Pages.
cli-init-there = there is a guide in this folder already: name another folder
cli-init-inside = this folder is part of another guide, which would read its files as pages: { $outer }. Name a folder outside of it
cli-translate-done = { $files ->
        [0] No page is left to begin: giljabi status shows what is left to translate.
       *[other] Translate what stands behind each “{ $mark }” and remove the mark. Marked parts are not published.
    }
cli-translate-there = { $page } is there in both languages already; giljabi sync brings in what is new
cli-translate-no-source = { $page } has no original: bring its file back, or set source_language in the version that is there
cli-translate-unreadable = { $page } cannot be read: giljabi build says why
cli-sync-missing = { $page } has no translation yet: begin it with giljabi translate
cli-sync-order = { $page } has every section of its source. Items stand in another order: giljabi status { $page } names them, move them by hand
cli-sync-nothing = { $page } has every section of its source, in the same order.
cli-sync-new = + { $section }: new
cli-sync-moved = ↕ { $section }: moved
cli-theme-unknown = the built-in theme has no file “{ $file }”: giljabi theme list names all
cli-theme-unknown-near = the built-in theme has no file “{ $file }”; did you mean “{ $near }”?
cli-mv-done = Readers of the old address are led on, and every link and reference follows.
cli-mv-dry-run = Nothing was changed (--dry-run).
cli-mv-kind = a page keeps its kind: write the same folder for both names, as in guides/old guides/new
cli-mv-missing = there is no page “{ $page }”
cli-mv-taken = { $path } is there already; nothing was changed
cli-mv-breaks = the guide would have these errors afterwards; nothing was changed
cli-new-done = Replace every “TODO:” with your own words, then remove the line “draft = true”. Until then giljabi serve --drafts shows the page.
cli-new-slug = “{ $slug }” cannot be part of an address: use letters, digits and hyphens, as in guides/our-question
cli-new-no-folder = write a folder and a name: the folder says what kind of page it is: { $example }
cli-new-other-language = { $page } is there in the other language: begin this one with giljabi translate { $page }
cli-new-alias = { $address } leads to { $page }, which had this address before: choose another name, or remove the alias there
cli-new-folder = there is no kind of page called “{ $found }”: write one of { $known }, and a name, as in guides/our-question; a collection of your own is first declared in guide.toml, as [collections.{ $found }]
cli-new-folder-near = there is no kind of page called “{ $found }”; did you mean “{ $near }”? Known are { $known }

# The pages that `giljabi reference` writes.

cli-reference-key = key
cli-reference-value = value
cli-reference-meaning = meaning
cli-reference-required = required
cli-reference-shared = original only
cli-reference-default = otherwise { $value }
cli-reference-choice = one of the names
cli-reference-map = a table of names
cli-reference-list = list: { $item }
cli-reference-level-error = **Error**, which cannot be lowered.
cli-reference-level-warning = **Warning.**
cli-reference-level-off = **Off** by default.
cli-reference-no-keys = Pages of this kind have no keys of their own.
cli-reference-made-together = made together by giljabi reference
cli-reference-article = Articles of your own collections
