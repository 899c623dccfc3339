# 편집자가 쓸 수 있는 키의 설명. 영어 설명은 선언의 문서 주석에 있습니다.

language-en = 영어입니다.
language-ko = 한국어입니다.
in-language-en = 영어로 적습니다.
in-language-ko = 한국어로 적습니다.

settings-base_url = 사이트를 게시하는 주소입니다. 하위 경로에 게시한다면 경로까지 적습니다. `giljabi build --base-url`이 이 값을 대신합니다.
settings-title = 두 언어로 쓴 사이트 이름입니다.
settings-first_base_url = 사이트를 옮겼다면 처음 게시한 주소입니다. 피드 항목은 그곳에서 쓰던 id를 그대로 씁니다.
settings-description = 두 언어로 쓴 사이트 소개 한 문장입니다.
settings-source_language = 페이지를 먼저 쓰는 언어입니다. 페이지마다 프런트 매터에서 다르게 정할 수 있습니다.
settings-navigation = 머리글에 놓을 링크를 순서대로 적습니다. 모음은 폴더 이름으로, 낱장 페이지는 경로로 적습니다. 이 키가 없으면 페이지가 있는 모든 모음이 나옵니다.
settings-footer = 바닥글에 놓을 링크를 순서대로 적습니다. 모음은 폴더 이름으로, 낱장 페이지는 경로로 적습니다.
settings-publisher = 검색 엔진과 피드에 알릴 발행자입니다. 이 표가 없으면 사이트 이름을 씁니다.
settings-publisher-name = 두 언어로 쓴 발행자 이름입니다.
settings-publisher-url = 발행자의 웹사이트 주소입니다.
settings-preview_images = 메신저가 보여 주는 미리보기 이미지를 어떤 페이지에 따로 만들지 정합니다. 이 키가 없으면 500쪽까지는 `pages`, 그보다 많으면 `site`입니다.
settings-preview_images-pages = 모든 페이지에 만듭니다.
settings-preview_images-site = 언어마다 하나를 만들어 그 언어의 페이지가 함께 씁니다.
settings-preview_images-none = 만들지 않습니다.
settings-precompress = 텍스트 파일을 압축한 형태(`.br`, `.gz`)로도 씁니다. 압축 파일을 그대로 내보내는 서버에 필요합니다. `giljabi build --precompress`는 한 번만 그렇게 합니다.
settings-retired = 일부러 없앤 페이지입니다. `guides/old-name`처럼 적고, 한 언어에서만 없앴다면 `ko/guides/old-name`처럼 적습니다. 적지 않은 페이지가 사라지면 빌드가 경고합니다.
settings-verification = 검색 엔진에 사이트 소유자임을 증명하는 코드입니다.
settings-verification-google = Google Search Console에서 받은 코드입니다. 태그를 통째로 붙여 넣어도 됩니다.
settings-verification-naver = 네이버 서치어드바이저에서 받은 코드입니다. 태그를 통째로 붙여 넣어도 됩니다.
settings-subscription = 이메일 구독 양식이 독자가 입력한 값을 보낼 곳입니다. 이 표가 없으면 양식을 보여 주지 않습니다.
settings-subscription-endpoint = 양식이 `email`과 `lang` 값을 보내는 주소입니다. 서비스는 독자를 페이지의 `#subscribed`나 `#not-subscribed`로 돌려보낼 수 있습니다.
settings-code = 코드를 강조할 때 쓰는 테마입니다.
settings-code-light = 밝은 바탕에 쓰는 테마입니다. syntect에 들어 있는 테마를 모두 쓸 수 있습니다.
settings-code-dark = 어두운 바탕에 쓰는 테마입니다. syntect에 들어 있는 테마를 모두 쓸 수 있습니다.
settings-translation_notice = 원문이 바뀐 번역문 맨 위에 그 사실을 알릴지 정합니다. 페이지마다 프런트 매터의 같은 키로 끌 수 있습니다.
settings-minify = 게시하는 페이지, 스타일, 스크립트를 작게 줄일지 정합니다.

front-matter-source_language = 페이지를 먼저 쓴 언어가 설정과 다를 때 적습니다. 두 파일에 같은 값을 적거나 한쪽에만 적습니다.
front-matter-title = 페이지 위와 목록에 보이는 제목입니다.
front-matter-description = 왜 이 페이지를 읽어야 하는지 알리는 한두 문장입니다. 목록과 검색 엔진이 씁니다.
front-matter-draft = `--drafts`를 주지 않으면 페이지를 뺍니다. 원문이 빠지면 번역문도 빠집니다.
front-matter-translation_notice = 원문이 바뀐 번역문에서 그 사실을 알릴지 정합니다.
front-matter-aliases = 페이지가 예전에 쓰던 주소입니다. 언어 아래 경로로 적으면 그곳에 온 독자를 이 페이지로 안내합니다. 원문에 적은 주소는 두 언어에 모두 쓰입니다.
front-matter-seo = 검색 엔진과 메신저에 대신 보여 줄 값입니다.
front-matter-seo-title = 페이지 제목 대신 검색 엔진과 메신저에 보여 줄 제목입니다.
front-matter-seo-description = 페이지 설명 대신 검색 엔진과 메신저에 보여 줄 설명입니다.
front-matter-seo-noindex = 페이지와 그 번역을 검색 엔진, 피드, 목록에서 뺍니다.
front-matter-updated = 독자에게 의미 있는 내용이 마지막으로 바뀐 날입니다.

guides-feed_id = 피드에서 쓰는 이름이 슬러그와 다를 때 적습니다. 페이지가 처음에 쓰던 이름입니다.
guides-reviewer = 페이지를 읽고 승인한 사람입니다.
guides-evidence = 페이지의 근거입니다. 출처마다 한 줄씩 적습니다.
guides-published = 페이지를 처음 낸 날입니다.
guides-topic = 가이드의 주제입니다.
guides-topic-use-case = 에이전트를 어디에 쓰는지 다룹니다.
guides-topic-evaluation = 에이전트를 어떻게 평가하는지 다룹니다.
guides-topic-risk = 무엇이 잘못될 수 있는지 다룹니다.
guides-audience = 페이지를 읽을 독자의 프로필입니다. 슬러그로 적습니다.
guides-related = 독자가 이어서 읽을 만한 페이지입니다. 가이드는 슬러그로, 다른 페이지는 폴더와 슬러그로 적습니다.

checklists-reviewer = 페이지를 읽고 승인한 사람입니다.
checklists-published = 페이지를 처음 낸 날입니다.
checklists-audience = 페이지를 읽을 독자의 프로필입니다. 슬러그로 적습니다.
checklists-related = 독자가 이어서 읽을 만한 페이지입니다. 가이드는 슬러그로, 다른 페이지는 폴더와 슬러그로 적습니다.

profiles-order = 프로필 목록에서의 차례입니다. 작은 수가 먼저 나오고, 수가 없으면 맨 뒤에 나옵니다.
profiles-path = 이 독자들이 읽을 가이드를 순서대로 적습니다.
profiles-team = 독자를 나열할 때 부르는 이름입니다. 예: “운영팀”.

rankings-published = 페이지를 처음 낸 날입니다.
rankings-criteria = 점수를 매기는 기준입니다. `[criteria.risk]`처럼 기준마다 id를 붙입니다.
rankings-criteria-label = 기준의 이름입니다.
rankings-criteria-note = 기준의 뜻입니다.
rankings-items = 순위를 매기는 항목입니다. `[items.drafting]`처럼 항목마다 id를 붙입니다.
rankings-items-guide = 항목을 다루는 가이드입니다.
rankings-items-scores = 기준마다 매긴 점수입니다. 5점이 더 좋은 쪽입니다.
rankings-items-label = 항목의 이름입니다.
rankings-items-reason = 그렇게 점수를 매긴 까닭입니다.
rankings-weights = 기준마다 두는 비중입니다. `default`에는 모두에게 적용할 비중을, 프로필 슬러그에는 그 독자에게 적용할 비중을 적습니다.

changelog-feed_id = 피드에서 쓰는 이름이 슬러그와 다를 때 적습니다. 페이지가 처음에 쓰던 이름입니다.
changelog-highlights = 가장 중요한 변경입니다. 하나에 한 줄씩 적습니다.
changelog-version = 버전입니다. `v2.7.0`이나 이름을 붙인 `v2.7.0-audience-seo`처럼 적습니다.
changelog-released = 이 버전을 낸 날입니다.

pages-tool = 글과 함께 독자가 쓸 수 있는 도구입니다.
pages-tool-comparison = 순위의 항목을 나란히 비교합니다.
pages-tool-scorecard = 독자가 직접 고른 표본 10개를 채점합니다.
pages-tool-subscription = 피드와 이메일로 구독합니다.
