# 화면 문구(한국어). en.ftl과 키가 같다.

date = { $year }년 { $month }월 { $day }일

# 틀
skip-to-content = 본문으로 건너뛰기
main-navigation = 주요 메뉴
menu = 메뉴
breadcrumb = 현재 위치
languages = 언어
not-translated = 한국어로만 있는 글입니다: 영어 첫 화면으로 가기
latest-updates = 최근 업데이트
current-version = 버전
all-updates = 모든 업데이트 보기
draft = 초안

# 가이드의 구성
home = 첫 화면
guides = 가이드
guides-deck = AI 에이전트를 어디에서 시작하고 어떻게 평가하며 무엇을 먼저 자동화하지 말아야 하는지 다룹니다.
checklists = 체크리스트
checklists-deck = 구매 전, 출시 전, 문제가 생겼을 때 하나씩 확인하는 목록입니다.
checklist = 체크리스트
profiles = 의사결정 프로필
profiles-deck = 역할마다 무엇을 읽고 확인하고 물어볼지 순서대로 안내합니다.
profile = 의사결정 프로필
rankings = 추천 순위
rankings-deck = 공개된 기준으로 매긴 시작 순서입니다. 점수는 편집부의 판단이며 방법을 함께 밝힙니다.
ranking = 추천 순위
changelog = 변경 기록
changelog-deck = 가이드에서 달라진 점을 최신 버전부터 정리했습니다.
pages = 페이지
topic-use-case = 사용 사례 가이드
topic-evaluation = 평가 가이드
topic-risk = 위험 가이드
topics-use-case = 사용 사례
topics-evaluation = 평가
topics-risk = 위험
kind-guide = 가이드
kind-checklist = 체크리스트
kind-profile = 의사결정 프로필
kind-ranking = 추천 순위
kind-changelog = 버전
kind-page = 페이지
kind-home = 첫 화면

# 페이지
contents = 목차
audience = 대상:
published = 게시일
updated = 수정일
updated-on = { $date } 수정
reviewer = 검토
evidence = 근거
trust-signals = 신뢰 신호
related = 함께 읽기
reading-path = 읽는 순서
section-link = ‘{ $title }’ 절로 가는 링크
table-label = 표 { $number }
footnotes = 각주
footnote-label = 각주 { $number }
footnote-back = 각주 { $number }에서 본문으로 돌아가기
in-english = (영어)
in-korean = (한국어)
callout-note = 참고
callout-tip = 도움말
callout-important = 중요
callout-warning = 주의
callout-caution = 경고

# 첫 화면, 언어 선택, 404
start-from-role = 역할에서 시작하기
newest-guides = 새로 나온 가이드
all-guides = 모든 가이드 보기
site-description = { $title }: AI 에이전트를 구매하고 만들고 운영하는 팀을 위한 가이드, 체크리스트, 추천 순위입니다.
entry-description = { $title } 한국어판과 영어판이 있습니다. 언어를 고르세요.
entry-action = 한국어로 읽기
not-found-title = 페이지를 찾을 수 없습니다
not-found-text = 주소가 잘못 입력되었거나 페이지가 옮겨졌습니다.
moved-title = 옮겨진 페이지입니다

# 추천 순위
ranking-total = 5점 만점에 { $total }점
ranking-criteria = 기준과 가중치
ranking-weight = 가중치 { $weight }
score = 5점 중 { $score }점

# 도표
diagram-text = 도표를 글로 보기
diagram-file = SVG 파일
diagram-file-of = SVG 파일: { $title }
diagram-use-case = 사용 사례
diagram-decision-signals = 판단 신호
diagram-levels = 신호
diagram-chain = 근거의 사슬
diagram-entry = 시작 조건
diagram-exit = 통과 조건
diagram-actor-agent = 에이전트
diagram-actor-person = 사람
diagram-actor-both = 에이전트와 사람
diagram-type-gate = 게이트
diagram-type-fallback = 대체 경로
diagram-type-end = 종료
diagram-tone-go = 진행
diagram-tone-caution = 주의
diagram-tone-stop = 중단
diagram-column-item = 항목
diagram-column-verdict = 판단
diagram-column-signal = 신호
diagram-position = { $value }/100
diagram-score = { $value }/{ $max }
diagram-level = { $label }: 수준 { $value }/5
diagram-flow = 흐름
diagram-questions = 질문
diagram-verdicts = 결론
diagram-step = { $label } ({ $role })
diagram-way = { $number }단계 ‘{ $to }’{ JOSA($to, "(으)로") } 이어집니다
diagram-way-labelled = { $label }: { $number }단계 ‘{ $to }’{ JOSA($to, "(으)로") } 이어집니다
diagram-way-back = { $number }단계 ‘{ $to }’{ JOSA($to, "(으)로") } 되돌아갑니다
diagram-way-back-labelled = { $label }: { $number }단계 ‘{ $to }’{ JOSA($to, "(으)로") } 되돌아갑니다
diagram-answer = { $label }: { $to }
diagram-verdict = { $label } ({ $tone })
diagram-stage = { $label } ({ $when })
diagram-stage-entry = 시작 조건: { $criteria }
diagram-stage-exit = 통과 조건: { $criteria }
diagram-intro-signals = { $name }: { $count }단계 흐름과 판단 신호입니다.
diagram-intro-workflow = { $count }단계로 이루어진 업무 흐름입니다.
diagram-intro-evidence = 수준을 1~5로 매긴 신호와, 결정으로 이어지는 { $count }단계 근거의 사슬입니다.
diagram-intro-decision = 질문 { $count }개로 이루어진 의사 결정 트리입니다.
diagram-intro-matrix = 항목 { $count }개를 두 축 위에 놓았습니다. 가로축은 { $x }(0: { $x-low }, 100: { $x-high }), 세로축은 { $y }(0: { $y-low }, 100: { $y-high })입니다.
diagram-intro-rollout = { $count }단계로 넓혀 가는 도입 계획입니다.
diagram-intro-compare = 항목 { $count }개에 0~{ $max }점을 매겨 비교합니다.

# 미리보기 이미지
preview-site = 의사결정 가이드
preview-about = 안내
preview-list = 목록
