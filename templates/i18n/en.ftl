# Interface strings in English. Keys are the same in every language.

## Diagrams

diagram-text = Diagram as text
diagram-use-case = Use case
diagram-decision-signals = Decision signals
diagram-levels = Signals
diagram-chain = Chain of evidence
diagram-entry = To begin
diagram-exit = To move on
diagram-then = continue with
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
diagram-way-back = { $label }: back to step { $number }, { $to }
diagram-answer = { $label }: { $to }
diagram-verdict = { $label } ({ $tone })
diagram-stage = { $label }, { $when }
diagram-stage-entry = To begin: { $criteria }
diagram-stage-exit = To move on: { $criteria }
diagram-intro-signals = { $name }: a flow of { $count } stages and the signals that decide.
diagram-intro-workflow = A workflow of { $count } steps.
diagram-intro-evidence = Signals with levels from 1 to 5, and a chain of { $count } links that ends in a decision.
diagram-intro-decision = A question tree with { $count } questions.
diagram-intro-matrix = { $count } items placed by { $x } (0 is { $x-low }, 100 is { $x-high }) and { $y } (0 is { $y-low }, 100 is { $y-high }).
diagram-intro-rollout = A rollout in { $count } stages.
diagram-intro-compare = { $count } items scored from 0 to { $max }.
