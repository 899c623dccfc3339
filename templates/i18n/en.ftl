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
menu-tools = Tools
breadcrumb = You are here
languages = Languages
only-in-other = This page exists in Korean only
home-empty = Nothing is written in English here yet.
home-other = Read it in Korean
latest-updates = Latest updates
current-version = Version
all-updates = See all updates
older-release = Previous release
newer-release = Next release
releases-around = Other releases
draft = Draft

# Search
search = Search
search-description = Search the guide by words, parts of words or initial letters.
search-label = What are you looking for?
search-placeholder = Word or question
search-close = Close
search-results = Results
search-best = Best matches
search-partial = Pages with some of the words
search-some = No page answers “%query%”. Pages with some of the words: %count%.
search-none = Nothing was found for “%query%”.
search-try = Try fewer or other words.
search-try-lists = Or look through the lists.
search-found = Results for “%query%”: %count%.
search-other = In the other language
search-failed = The search could not be loaded. Check your connection and try again.
search-loading = Searching…
search-all = All results on one page
search-read-as = Read as “%words%”.
search-recent = Recent searches on this device
search-clear = Clear
search-keys-move = move
search-keys-open = open
search-keys-close = close
search-seen = The search runs on this page and sends nothing anywhere. Only the address of this page, which holds your words after ?q=, is seen by the host, as every address is.
search-no-script = Search needs JavaScript, which is off. Look in these lists.
search-lists = All lists
not-found-search = Search for the words of this address

# Parts of the guide
home = Home
guides = Guides
guides-deck = One decision in each: what it depends on, and how to make it.
decisions = Decisions
decisions-deck = Answer a few questions, one at a time, and see what they lead to and why.
checklists = Checklists
checklists-deck = Lists to tick, so that nothing is forgotten when it matters.
profiles = Profiles
profiles-deck = A short path through the guide for each role: what to read, check and ask, in order.
rankings = Rankings
rankings-deck = What to take first, scored by open criteria. The scores are editorial judgement, and the method is shown.
changelog = Changelog
changelog-deck = What changed in the guide, release by release, the newest first.
pages = Pages
other-guides = Other guides
glossary-use = Word
glossary-avoid = Not
kind-guide = Guide
kind-decision = Decision
kind-checklist = Checklist
kind-profile = Profile
kind-tool = Tool
kind-ranking = Ranking
kind-changelog = Release
kind-page = Page
kind-home = Home

# A page
contents = Contents
audience = For:
audience-last = { " " }and{ " " }
address = Address
published = Published
updated = Updated
review-by = Next review by
review-passed = This day has passed: the page may be out of date.
review-of = Review due: { $title }
review-reminder = Calendar (.ics)
review-reminder-of = Calendar (.ics): the next review, { $date }
published-on = Published { $date }
updated-on = Updated { $date }
reviewer = Reviewed by
reviewed-by = Reviewed by { $name }
reading-time = { $minutes } min read
conclusion = In short
next-step = Read on
evidence-count = Evidence: { $count }
evidence = Evidence
trust-signals = About this page
related = Related
reading-path = Your path
section-link = Link to the section “{ $title }”
table-label = Table { $number }
formula = Formula
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
start-role = Your role
start-stage = Where you stand now
start-from-role = Start from your role
newest-guides = Newest guides
all-guides = See all guides
see-all = See all
site-description = { $title }: { $lists }.
entry-description = { $title }, in English and in Korean. Choose a language.
entry-action = Read in English
not-found-title = There is no such page
not-found-text = The address may be mistyped, or the page has moved.
not-found-action = To the home page
moved-title = This page has moved
terms-used = { $count ->
    [one] One term of the glossary in this guide
   *[other] { $count } terms of the glossary in this guide
}

# Rankings
ranking-sum = Total
ranking-total = { $total } of 5
ranking-criteria = Criteria and weights
ranking-weight = weight { $weight }
score = { $score } of 5

# Ticks on the reader's device. Words between % are filled in by scripts.
ticks-by-hand = Without scripts, print this list.
ticks = Your ticks
ticks-count = { $done } of { $total } done
ticks-cleared = { $count } ticks cleared.
restored = Restored.
clear = Clear
undo = Undo
yes = yes
no = no
print = Print
save-markdown = Save as Markdown
save-csv = Save as CSV
link-copy = It could not be copied. Copy this address yourself:
saved = Saved as a file: { $name }
ticks-more = Save or share
ticks-link = Share a link with these ticks
ticks-address = Address of this list with its ticks
ticks-one = This browser keeps one set of ticks for this list. Before you use it for another topic, save these as a link or a file.
ticks-copied = The link is copied. Whoever opens it sees these ticks; nothing was sent to a server.
ticks-copy = Copy the selected address. Whoever opens it sees these ticks; nothing was sent to a server.
ticks-shared = You are looking at a shared list: { $done } of { $total } done. Your own ticks are unchanged.
ticks-take = Use these ticks
ticks-add = Add them to mine
ticks-mine = Back to mine
ticks-unkept = This browser keeps nothing for this site, so ticks are gone when you leave the page. Save or share them first.
sign-owner = Owner
sign-date = Date
sign-signature = Signature
csv-section = Section
csv-item = Item
csv-done = Done
step-done = Done
step-ticks = { $done } of { $total } ticked
card-pinned = Start here
list-in-order = In the order of the work
card-items = { $total } items
walk-size = { $questions ->
        [one] 1 question
       *[other] Up to { $questions } questions
    }, { $verdicts ->
        [one] one possible result
       *[other] { $verdicts } possible results
    }
card-ticks = { $done } of { $total } ticked
path-count = { $done } of { $total } steps done
path-unkept = This browser keeps nothing for this site, so your progress is gone when you leave the page.

# Tools
tools = Compare and score
all-checklists = See all checklists
about-guide = About the guide
what-changed = What changed
ranking-all = See the whole ranking
ranking-weigh = Weigh it your way
ranking-presets = Start from
ranking-default = Everyone
ranking-sliders = Weight from 0 to 5
ranking-method = Criteria and method
ranking-moved = First is now “{ $first }”. Places changed: { $count }.
ranking-moved-below = “{ $first }” stays first. Places changed: { $count }.
ranking-why = Why
ranking-unmoved = The order stays the same. First is “{ $first }”.
ranking-unweighed = Every weight is 0, so nothing is counted: the items stand in the order in which they were written.
ranking-cliff = The widest gap of the list: { $gap } points.
standing-near = Practically equal to “{ $next }”: the gap is too small to mean anything.
ranking-map = The ranking on a map
ranking-map-how = Each number is a place in the ranking, and leads to its guide. The higher it stands, the closer to “{ $y }: { $up }”; the further right, the closer to “{ $x }: { $right }”.
ranking-map-table = The map as a table
ranking-map-item = Item
standing-ahead = { $gap } ahead of “{ $next }”, most of all by { $criterion }.
standing-level = Level with “{ $next }”; the order in which the list was written decides.
standing-last = Last: held back most of all by { $criterion }.
comparison = Comparison
comparison-item = Item
comparison-link = Share a link to this comparison
comparison-copied = The link is copied. The items you chose stand in it.
comparison-signal = Criterion
comparison-table = The chosen items, criterion by criterion
comparison-highest = highest
comparison-leads = { $name } alone is highest on { $criteria }.
comparison-leads-nowhere = { $name } is not alone in front on any criterion.
comparison-few = Choose at least two items to see them side by side.
comparison-many = Three is the most. Take one away to choose another.
comparison-chosen = 5 is the better or safer end of each criterion.
scorecard = Scorecard
scorecard-here = What you write here stays in this browser.
scorecard-nowhere = Nothing is sent anywhere.
scorecard-unkept = This browser keeps nothing for this site, so the scorecard is gone when you leave the page. Save it as CSV or print it first.
scorecard-paper = Print this sheet and fill it in by hand: quality from 1 to 5, repair in minutes, and a cross for a critical failure.
scorecard-candidates = Names of the candidates (A, B and C without one)
scorecard-candidate = Candidate { $letter }
scorecard-third = With a third candidate
scorecard-sample = Sample
scorecard-note = Sample in short
scorecard-quality = Quality
scorecard-minutes = Minutes
scorecard-critical = Critical
scorecard-total = Totals
scorecard-verdict = Verdict
scorecard-cleared = The scorecard is empty.
scorecard-invalid = Minutes are a number from 0 to 999. What is marked in red is not counted.
sample-normal = Normal
sample-edge = Edge
sample-high-risk = High-risk
sample-strict = Strict form
sample-in-normal = a normal sample
sample-in-edge = an edge sample
sample-in-high-risk = a high-risk sample
sample-in-strict = a sample of strict form
total-done = Samples marked
total-quality = Average quality
total-minutes = Repair minutes
total-critical = Critical failures
verdict-empty = Mark at least two candidates. A verdict needs both “{ $group }” samples of each.
verdict-early = Too early to name anyone: %names% must first be marked on every sample of the group “{ $group }”.
verdict-apart = No sample is marked for every candidate yet. Mark the same samples for all of them.
verdict-so-far = So far, on the { $common } of { $samples } samples that are marked for all: { $verdict }
verdict-none = None is ready: every candidate has a critical failure. Find the cause, then try again.
verdict-only = %name% comes next: the only one without a critical failure.
verdict-both = %name% comes next: no critical failure, and none has better quality or needs less repair.
verdict-equal = %names% are equal so far. Let the harder samples decide, or try others.
verdict-trade = %name% has the better quality, %other% needs less repair, and neither has a critical failure. Which of the two matters more in this work?
verdict-open = No critical failure in %names%, but a candidate with one is ahead of them in quality or repair. Do not let that decide; try again after the cause is found.
verdict-faster-but = %name% is faster to repair, but has a critical failure in %groups%.
verdict-finer-but = %name% has the best quality, but a critical failure in %groups%.
verdict-critical = %name% has a critical failure in %groups%.
verdict-finest = %name% has the best quality: %value% of 5 on average, the next one %next%.
verdict-fastest = %name% needs the least repair: %value% minutes per sample, the next one %next%.
verdict-partial = %name% is marked on %done% of %samples% samples, so this is provisional.
feeds = Feeds
feed-copy = Copy
feed-copied = Copied.
feeds-topics = One topic at a time
subscribe-title = By e-mail
subscribe-email = E-mail address
subscribe-action = Subscribe
subscribe-note = The address goes to the service that sends the e-mails, and to nobody else.
subscribe-sending = Sending…
subscribe-done = Thank you. If a confirmation arrives by e-mail, follow the link in it.
subscribe-failed = That did not work. Please check the address and try again.
subscribe-offline = You seem to be offline. Please try again once you are connected.

# Diagrams
diagram-text = Diagram as text
diagram-file = SVG file
diagram-file-of = SVG file: { $title }
diagram-subject = What is decided
diagram-decision-signals = Decision signals
diagram-levels = Strength of the evidence
diagram-chain = Chain of evidence
diagram-entry = To begin
diagram-exit = To move on
diagram-actor-system = System
diagram-actor-person = Person
diagram-actor-both = { diagram-actor-system } and { diagram-actor-person }
diagram-type-gate = Gate
diagram-type-fallback = Fallback
diagram-type-end = Last step
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
diagram-way-none = The path ends here
diagram-answer = { $label }: on to question { $number }, “{ $to }”
diagram-answer-sum = { $label }: on to the sum, “{ $to }”
diagram-answer-verdict = { $label }: the outcome is “{ $to }”
diagram-verdict = { $label } ({ $tone })
diagram-stage = { $label }, { $when }
diagram-intro-signals = { $name }: a flow of { $count } stages and the signals that decide.
diagram-intro-workflow = A workflow of { $count ->
        [one] one step
       *[other] { $count } steps
    }.
diagram-intro-conversation = A conversation of { $count } messages.
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
diagram-intro-practice = { $count } short cases to judge.
diagram-more-bars = Longer is better.
diagram-more-radar = Further out is better.

# Translations
translation-behind-title = This translation is behind the original.
translation-behind = These parts of the Korean original are new or have changed, and are not yet reflected here; the links lead to the original.
translation-opening = Title and opening
translation = Translation
translation-original = This is the original; there is a Korean translation.
translation-in-step = Translated from Korean, in step with the original.
translation-parts-behind = Translated from Korean; parts of the original are not yet reflected here.
translation-unrecorded = Translated from Korean.
translation-only = This page exists in English only.

# Preview images
preview-site = Guide
preview-about = About the guide
preview-list = Contents

# Decisions: questions to answer
decision-walk = Answer the questions one by one
decision-drawing = All questions in one drawing
decision-worksheet = Without scripts: add up the points and follow the links.
decision-why = Why we ask
decision-several = Tick all that apply. If none does, tick nothing and go on.
decision-first-decides = If you ticked several answers with an arrow, follow the topmost arrow.
decision-otherwise = None of these
decision-other-cases = No answer with an arrow ticked
decision-whatever = Whatever is ticked
decision-add-up = Add up the points of your answers. The sum decides.
decision-to-question = question { $number }
decision-to-sum = the sum
decision-points = { $count ->
    [1] 1 point
   *[other] { $count } points
}
decision-amount = { $amount } { $unit }
decision-at-least = { $amount } or more
decision-follows = What to do next
decision-pages = What to read for it
decision-owner = Owner: { $owner }
decision-review = Look at it again after { $days ->
    [1] 1 day
   *[other] { $days } days
}.
decision-review-on = Look at it again on { $date }.
decision-continue = Continue
decision-back = Back
decision-restart = Start again
decision-way = Your answers so far
decision-change = Change
decision-reasons = Why this outcome
decision-reason = { $question } – { $answer }
decision-changes = What would change it
decision-quoted = “{ $answer }”
decision-change-answer = With { $answer } to “{ $question }”
decision-change-more = With { $answer } ticked in “{ $question }”
decision-change-less = Without { $answer } in “{ $question }”
decision-change-any-more = With any one ticked in “{ $question }”
decision-change-any-less = Without any one of “{ $question }”
decision-change-only = With only { $answer } ticked in “{ $question }”
decision-change-all = With everything ticked in “{ $question }”
decision-change-none = With nothing ticked in “{ $question }”
decision-instead = { $change }: { $verdict }
decision-instead-open = { $change } the next question is: { $verdict }
decision-none = none of these
decision-ticked = { $number } of { $total } (missing: { $missing })
decision-ticked-all = all { $total }
decision-sum = sum: { $number }
decision-outdated = The questions have changed since this address was made, so its answers no longer fit. Begin again below.
decision-unreadable = The answers in this address cannot be read. Begin again below.
decision-link = Share a link
decision-copied = The link is copied. Your answers stand in it, and are not sent to a server.
decision-keep = Keep in this browser
decision-kept = This browser keeps the outcome.
decision-unkept = This browser keeps nothing for this site. Copy the link instead.
decision-record = Open the record
decision-before = This browser keeps an outcome: { $verdict } ({ $date }).
decision-show = Show it
decision-other = This browser keeps an earlier outcome: { $verdict } ({ $date }). It keeps one for each decision; if you need both, save the team’s record as a file first.
decision-replace = Keep this one instead
decision-limits = What this cannot tell you

# Practice
practice-how = Read each case and judge the draft. The answers, and the words that break a rule, stand after the last case.
practice-begin = Begin: { $total } cases
practice-case = Case { $number }
practice-place = Case { $number } of { $total }
practice-judge = Your judgement
practice-message = Message
practice-draft = Draft
practice-answers = Answers
practice-answer-send = Fine as it is
practice-answer-mend = Change it first
practice-answer-hand-over = For somebody else
practice-right = Right: { $answer }
practice-wrong = You chose “{ $answer }”. Right is “{ $right }”.
practice-next = Next case
practice-finish = See the result
practice-again = Start again
practice-score = { $number } of { $total } right
practice-received = These answers stand in the address. Start again to give your own.
practice-pattern = Where your mistakes gather
practice-faultless = No mistakes
practice-instead = “{ $answer }” where “{ $right }” is right: { $count } of { $total } cases
practice-missed = { $rule }: { $count } of { $total } cases that break it judged wrongly
practice-missed-once = Missed in one case each: { $rule }
practice-cases = Case by case
practice-link = Share a link to this result
practice-copied = The link is copied. Your answers stand in it, and nowhere else.
practice-outdated = The cases have changed since this address was made, so its answers no longer fit. Begin again below.
practice-unreadable = The answers in this address cannot be read. Begin again below.

# The team's record
record = The team’s record
record-here = What you write here, and everything that this page gathers, stays in this browser and leaves it only in a file that you save.
record-by-hand = Without scripts this is a sheet to print and fill in by hand.
record-unkept = This browser keeps nothing for this site. What you write is gone when you leave the page: save it as a file or print it first.
record-begin = Begin with a decision
record-begin-how = Answer one decision, and its outcome and reasons appear here. You add the team, the owner and the date of the next review.
record-head = The decision
record-decision = Decision (one sentence)
record-team = Team
record-owner = Owner
record-date = Date
record-review = Next review
record-note = Note: what it is about, who was heard
record-missing = Still missing
record-since = Since it was recorded
record-make = Record with today’s date
record-parts = What is gathered here
record-nothing = Nothing yet. An outcome appears here once you have answered the questions of a decision to the end, a checklist once something in it is ticked.
record-decisions = Decide by questions
record-line-outcomes = Outcomes of the decisions
record-line-reasons = Reasons
record-line-open-points = Open points
record-files = Keep it and pass it on
record-json = Save everything as a file
record-forms = In other forms
record-elsewhere = From another device or a colleague
record-open-file = Open a file
record-reminder = Reminder for the calendar
record-clear = Remove everything
record-empty = Not filled in: { $names }.
record-no-outcome = No outcome yet: answer the questions of a decision to the end.
record-open = { $title }: { $count } still open.
record-early-review = The next review is on the date of the decision or before it.
record-past-review = The review was due on { $date }.
record-complete = Nothing is missing.
record-outdated = The questions have changed since this outcome. Answer them again.
record-unusable = What is stored of this outcome is incomplete or cannot be read. Answer the questions again.
record-reweighed = The criteria have changed since these weights were set. Set them again.
record-done = { $done } of { $total } done
record-rest = … and { $count } more
record-first = First with these weights: { $items }.
record-unread = This page cannot be loaded now. What is stored of it is kept.
record-made = Recorded on { $date }, with the versions of { $count } pages.
record-unmade = The versions of the pages are kept with it, so that you can see later what has changed.
record-unversioned = What has changed cannot be told now: the list of versions cannot be loaded.
record-unchanged = Nothing has changed in the pages behind your decision.
record-gone = { $title } is no longer part of the guide.
record-changed-one = One section of { $title } has changed since you decided:
record-changed-many = { $count } sections of { $title } have changed since you decided:
record-plan = What opening this file does
record-added = { $title }: is added ({ $there })
record-replaced = { $title }: { $here } is replaced by { $there }
record-same = Already the same here: { $count }.
record-left = Left out, because they do not have the form that is expected: { $names }.
record-other-site = The file was saved at another address: { $site }
record-take = Replace and add
record-leave = Leave everything as it is
record-left-alone = Nothing was changed.
record-nothing-new = Everything in this file is here already.
record-nothing-fits = Nothing in this file can be used.
record-taken = The file is opened.
record-not-stored = This browser did not store all of it.
record-ticked = { $count } ticked
record-entries = { $count } entries
record-name-record = The decision and its dates
record-name-read = Steps of profiles
record-name-scorecard = Scorecard
record-bad-json = This file is not JSON, so nothing was changed.
record-bad-foreign = This file is not a record of a guide, so nothing was changed.
record-bad-format = This file has the format { $format }, which this page does not know. Nothing was changed.
record-bad-large = This file is far larger than a record can be. Nothing was changed.
record-bad-unreadable = This file cannot be read, so nothing was changed.
record-late-review = The next review is in the past, so no reminder was made. Change its date.
record-suggested = { $names }: taken from the outcomes. Change it if need be.
record-by = Owner: { $owner }
record-again = To be looked at again on { $date }
record-still-open = Still open
record-lost = This page is no longer part of the guide. What is stored of it is kept.
record-lost-sections = Sections that are gone: { $count }
record-differs = { $title }: the file’s take the place of those here
record-field = { $title }: here “{ $here }”, in the file “{ $there }”
record-made-on = Recorded on
record-no-review = Write the day of the next review first.
record-cleared = Everything was removed from this browser.
record-restored = Restored.
record-untitled = Decision
record-review-of = Review: { $decision }

# Since last time
seen = Since you last read this
seen-one = one section
seen-many = { $count } sections
seen-changed = Changed since you read this page on { $date }: { $sections }. The contents mark them.
seen-card = Changed since you read it: { $sections }
seen-mark = changed
seen-where = This browser keeps what you have read, and nobody else sees it.
seen-off = Turn this off
seen-stopped = This browser no longer keeps what you read, and what it had is removed.
seen-settings = Turn it on again
seen-keep = Tell me which sections have changed since I last read them
seen-kept = What you have read is kept in this browser only, without an account, and is no part of the saved file.
