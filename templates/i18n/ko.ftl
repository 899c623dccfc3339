# 한국어 화면 문구. 키는 모든 언어에서 같다.

## 도표

diagram-text = 도표를 글로 보기
diagram-use-case = 사용 사례
diagram-decision-signals = 판단 신호
diagram-levels = 신호
diagram-chain = 근거의 사슬
diagram-entry = 시작 조건
diagram-exit = 통과 조건
diagram-then = 다음 단계로
diagram-actor-agent = 에이전트
diagram-actor-person = 사람
diagram-actor-both = 에이전트와 사람
diagram-type-gate = 게이트
diagram-type-fallback = 대체 경로
diagram-type-end = 끝
diagram-tone-go = 진행
diagram-tone-caution = 주의
diagram-tone-stop = 중단
diagram-column-item = 항목
diagram-column-verdict = 판단
diagram-column-signal = 신호
diagram-position = 100점 가운데 { $value }점
diagram-score = { $max }점 가운데 { $value }점
diagram-level = { $label }: 5단계 가운데 { $value }단계
diagram-flow = 흐름
diagram-questions = 질문
diagram-verdicts = 결론
diagram-step = { $label } ({ $role })
diagram-way = { $number }단계 ‘{ $to }’{ JOSA($to, "(으)로") } 이어집니다
diagram-way-labelled = { $label }: { $number }단계 ‘{ $to }’{ JOSA($to, "(으)로") } 이어집니다
diagram-way-back = { $label }: { $number }단계 ‘{ $to }’{ JOSA($to, "(으)로") } 되돌아갑니다
diagram-answer = { $label }: { $to }
diagram-verdict = { $label } ({ $tone })
diagram-stage = { $label }, { $when }
diagram-stage-entry = 시작 조건: { $criteria }
diagram-stage-exit = 통과 조건: { $criteria }
diagram-intro-signals = { $name }: { $count }단계의 흐름과 판단에 쓰는 신호입니다.
diagram-intro-workflow = { $count }단계로 이루어진 업무 흐름입니다.
diagram-intro-evidence = 1에서 5까지 수준을 매긴 신호와, 결정으로 끝나는 { $count }단계 근거의 사슬입니다.
diagram-intro-decision = 질문 { $count }개로 이루어진 결정 나무입니다.
diagram-intro-matrix = 항목 { $count }개를 두 축에 놓았습니다. 가로축은 { $x }(0은 { $x-low }, 100은 { $x-high }), 세로축은 { $y }(0은 { $y-low }, 100은 { $y-high })입니다.
diagram-intro-rollout = { $count }단계로 넓혀 가는 도입 계획입니다.
diagram-intro-compare = 항목 { $count }개를 0점에서 { $max }점까지 매겨 견줍니다.
