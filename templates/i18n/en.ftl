# Interface strings, in English. ko.ftl has the same keys.

date = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }

# The frame
skip-to-content = Skip to the content
main-navigation = Main navigation
menu = Menu
breadcrumb = You are here
languages = Languages
not-translated = This page exists in English only: go to the Korean home page
latest-updates = Latest updates
current-version = Version
all-updates = See all updates
draft = Draft

# Parts of the guide
home = Home
guides = Guides
guides-deck = Where to start with AI agents, how to evaluate them, and what not to automate first.
checklists = Checklists
checklists-deck = Lists to tick before you buy, before you launch, and when something goes wrong.
checklist = Checklist
profiles = Decision profiles
profiles-deck = A short path through the guide for each role: what to read, check and ask, in order.
profile = Decision profile
rankings = Rankings
rankings-deck = Where to begin, scored by open criteria. The scores are editorial judgement, and the method is shown.
ranking = Ranking
changelog = Changelog
changelog-deck = What changed in the guide, release by release, the newest first.
pages = Pages
topic-use-case = Use-case guide
topic-evaluation = Evaluation guide
topic-risk = Risk guide
topics-use-case = Use cases
topics-evaluation = Evaluation
topics-risk = Risk
kind-guide = Guide
kind-checklist = Checklist
kind-profile = Decision profile
kind-ranking = Ranking
kind-changelog = Release
kind-page = Page
kind-home = Home

# A page
contents = Contents
audience = For:
published = Published
updated = Updated
updated-on = Updated { $date }
reviewer = Reviewed by
evidence = Evidence
trust-signals = Trust signals
related = Related
reading-path = Your path
section-link = Link to the section “{ $title }”
table-label = Table { $number }
footnotes = Footnotes
footnote-label = Footnote { $number }
footnote-back = Back to the text, from footnote { $number }
in-english = (in English)
in-korean = (in Korean)
callout-note = Note
callout-tip = Tip
callout-important = Important
callout-warning = Warning
callout-caution = Caution

# Home, language entry, 404
start-from-role = Start from your role
newest-guides = Newest guides
all-guides = See all guides
site-description = { $title }: guides, checklists and rankings for teams that buy, build and run AI agents.
entry-description = { $title }, in English and in Korean. Choose a language.
entry-action = Read in English
not-found-title = There is no such page
not-found-text = The address may be mistyped, or the page has moved.
moved-title = This page has moved

# Rankings
ranking-total = { $total } of 5
ranking-criteria = Criteria and weights
ranking-weight = weight { $weight }
score = { $score } of 5

# Diagrams
diagram-text = Diagram as text
diagram-file = SVG file
diagram-file-of = SVG file: { $title }
diagram-use-case = Use case
diagram-decision-signals = Decision signals
diagram-levels = Signals
diagram-chain = Chain of evidence
diagram-entry = To begin
diagram-exit = To move on
diagram-actor-agent = Agent
diagram-actor-person = Person
diagram-actor-both = Agent and person
diagram-type-gate = Gate
diagram-type-fallback = Fallback
diagram-type-end = End
diagram-tone-go = Go
diagram-tone-caution = Caution
diagram-tone-stop = Stop
diagram-column-item = Item
diagram-column-verdict = Advice
diagram-column-signal = Signal
diagram-position = { $value } of 100
diagram-score = { $value } of { $max }
diagram-level = { $label }: level { $value } of 5
diagram-flow = The flow
diagram-questions = The questions
diagram-verdicts = The outcomes
diagram-step = { $label } ({ $role })
diagram-way = On to step { $number }, { $to }
diagram-way-labelled = { $label }: on to step { $number }, { $to }
diagram-way-back = Back to step { $number }, { $to }
diagram-way-back-labelled = { $label }: back to step { $number }, { $to }
diagram-answer = { $label }: { $to }
diagram-verdict = { $label } ({ $tone })
diagram-stage = { $label }, { $when }
diagram-stage-entry = To begin: { $criteria }
diagram-stage-exit = To move on: { $criteria }
diagram-intro-signals = { $name }: a flow of { $count } stages and the signals that decide.
diagram-intro-workflow = A workflow of { $count } steps.
diagram-intro-evidence = Signals with levels from 1 to 5, and a chain of { $count } links that ends in a decision.
diagram-intro-decision = A decision tree of { $count ->
        [one] one question
       *[other] { $count } questions
    }.
diagram-intro-matrix = { $count ->
        [one] One item
       *[other] { $count } items
    } placed by { $x } (0 is { $x-low }, 100 is { $x-high }) and { $y } (0 is { $y-low }, 100 is { $y-high }).
diagram-intro-rollout = A rollout in { $count } stages.
diagram-intro-compare = { $count } items scored from 0 to { $max }.

# Preview images
preview-site = Decision guide
preview-about = About the guide
preview-list = Contents
