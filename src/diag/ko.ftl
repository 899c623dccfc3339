# 콘텐츠의 문제를 한국어로 알리는 문장. 코드마다 메시지 하나, 속성은 고치는 법(hint
# 또는 문제가 지정한 이름), 두 번째 위치의 설명(other), “규칙” 페이지에 실리는 규칙의 이유(why)이다.

not-utf8 = UTF-8로 저장된 파일이 아닙니다
    .hint = 편집기에서 “UTF-8”로 다시 저장하십시오. EUC-KR이나 CP949로 저장한 한글 파일이 이렇게 보입니다
    .why = 브라우저와 giljabi는 글을 UTF-8로 읽습니다. 다른 인코딩에서는 한글이 엉뚱한 글자로 바뀝니다.
merge-conflict = 두 판의 글이 합쳐지지 않은 채로 있습니다
    .hint = 맞는 쪽만 남기고 <<<<<<<, =======, >>>>>>> 줄을 지우십시오. 코드로 보여 주려는 줄이면 앞에 빈칸을 하나 넣으십시오
    .why = Git이 한 대목의 두 판을 파일에 함께 남겼습니다. 누구도 그대로 게시하려던 글이 아닙니다.
nested-too-deep = { $what ->
        [imports] 여기에서 가져오는 스타일시트가, 그 스타일시트가 가져오는 것까지 { $most }개를 넘습니다
       *[levels] 여기에는 { $most }단계보다 깊은 중첩이 있습니다
    }
    .hint = 이렇게 깊은 글은 필요하지 않습니다. 코드로 쓰려던 줄이거나 같은 것을 여러 번 적은 것은 아닌지 확인하십시오
    .script = 식을 나누거나 여러 문장으로 쓰십시오
    .style = 규칙을 차례로 나열해 쓰십시오
    .imports = 게시되는 스타일시트에서 각 스타일시트를 한 번씩만 가져오십시오
    .catalog = 중괄호 안에 중괄호를 겹치지 말고 쓰십시오
    .why = 단계마다 파일을 읽는 프로그램의 메모리를 쓰며, 이렇게 깊어야 하는 글이나 코드는 없습니다.
unknown-language = 알 수 없는 언어 표시입니다: “{ $suffix }”
    .hint = 파일 이름을 { $slug }.en.md 또는 { $slug }.ko.md로 바꾸십시오
    .copy = 시스템이나 프로그램이 { $original }{ JOSA($original, "을/를") } 복사해 둔 파일입니다. 필요한 내용을 그 파일에 옮기고 이 파일은 지우십시오
    .why = 페이지 파일 이름은 .en.md나 .ko.md처럼 언어로 끝납니다. 두 언어판은 이것으로 서로를 찾습니다.
missing-language = 파일 이름에 언어가 적혀 있지 않습니다
    .hint = 파일 이름을 { $slug }.en.md 또는 { $slug }.ko.md로 바꾸십시오
    .why = 페이지 파일 이름은 .en.md나 .ko.md처럼 언어로 끝납니다. 두 언어판은 이것으로 서로를 찾습니다.
wrong-extension = 페이지로 보이지만 이름이 .md로 끝나지 않습니다
    .hint = { $name }{ JOSA($name, "(으)로") } 바꾸십시오. 이대로는 파일 전체가 내려받을 수 있는 자료로 게시됩니다
    .copy = 시스템이나 프로그램이 { $original }{ JOSA($original, "을/를") } 복사해 둔 파일입니다. 필요한 내용을 그 파일에 옮기고 이 파일은 지우십시오
    .why = .md로 끝나는 파일만 페이지입니다. 이름이 다르면 원본 전체가 내려받을 파일로 게시됩니다.
misplaced-page = 이 위치에는 페이지를 둘 수 없습니다
    .hint = 페이지는 content/guides, decisions, checklists, profiles, rankings, changelog, pages 바로 아래에 둡니다. content에는 home.en.md와 home.ko.md만 둘 수 있습니다
    .collection = 페이지는 content/guides, decisions, checklists, profiles, rankings, changelog, pages 바로 아래에 둡니다. 이 폴더를 컬렉션으로 쓰려면 guide.toml에 [collections.{ $name }]{ JOSA($name, "을/를") } 추가하십시오
    .why = 폴더가 페이지의 종류를 정합니다. 다른 폴더에 있으면 모양도 목록도 없습니다.
active-file = 페이지 옆에는 실행되는 파일을 둘 수 없습니다: { $name }
    .hint = 브라우저가 사이트의 일부로 실행합니다. 일부러 게시하려면 static/에 넣고 "/{ $name }"{ JOSA($name, "(으)로") } 링크하십시오
    .server = 서버가 실행하거나 따르는 파일입니다. 일부러 게시하려면 static/에 넣으십시오
    .why = 페이지 옆의 파일은 그대로 게시됩니다. 브라우저에서 실행되는 파일은 사이트의 일부로 실행됩니다.
unsafe-svg = { $what ->
        [broken] SVG 파일을 읽을 수 없습니다{ $explained } (파서: { $detail })
       *[refused] 페이지 옆의 SVG 파일에 “{ $found }”{ JOSA($found, "을/를") } 쓸 수 없습니다
    }
    .hint = 그림만 담을 수 있습니다. 스크립트, 이벤트 처리기, 다른 문서, 바깥에서 가져오는 것은 안 됩니다. 일반 SVG로 다시 내보내거나 static/에 넣으십시오
    .encoding = UTF-8로 저장하고 첫 줄에 다른 인코딩을 적지 마십시오
    .broken = 온전한 XML 문서가 아닙니다. 다시 내보내십시오
    .crowded = 태그 하나에는 속성을 { $most }개까지만 쓸 수 있습니다
    .namespaces = 그림 하나에 이름공간(xmlns)을 { $most }개까지만 선언할 수 있습니다. 일반 SVG로 내보내십시오
    .why = SVG 파일은 문서라서, 사이트의 일부로 프로그램을 실행하거나 다른 곳에서 무언가를 불러올 수 있습니다.
bad-slug = 파일 이름 “{ $slug }”{ JOSA($slug, "은/는") } 주소로 쓸 수 없습니다
    .hint = 한글을 포함한 글자, 숫자, “-”, “_”, “.”만 쓰고 빈칸 없이 글자나 숫자로 시작하십시오. 길이는 한글 60자, 영문 200자까지입니다
    .copy = 시스템이나 프로그램이 { $original }{ JOSA($original, "을/를") } 복사해 둔 파일입니다. 필요한 내용을 그 파일에 옮기고 이 파일은 지우십시오
    .why = 파일 이름은 주소의 일부가 됩니다. 빈칸과 특수 문자가 있는 주소는 복사할 때 깨집니다.
unused-file = 이 파일을 가리키는 페이지가 없어 게시하지 않습니다: { $found }
    .hint = 페이지에서 링크하거나 보여 주고, 아니라면 다른 곳에 두십시오. static/ 아래의 파일은 언제나 게시합니다
    .copy = 시스템이나 프로그램이 { $original }{ JOSA($original, "을/를") } 복사해 둔 파일입니다. 필요한 내용을 그 파일에 옮기고 이 파일은 지우십시오
    .why = 페이지 옆의 파일은 페이지가 가리킬 때만 게시됩니다. 초안이나 남은 파일이 밖으로 나가지 않게 하려는 것입니다.
large-image = { $case ->
        [bytes] 이 이미지는 { $megabytes }MB입니다
       *[width] 이 이미지는 너비가 { $width }픽셀입니다
    }: { $found }
    .hint = 너비 4000픽셀, 2MB 안으로 줄여 저장하십시오
    .why = 몇 메가바이트짜리 그림은 휴대전화로 읽는 사람을 기다리게 하고, 어차피 페이지보다 크게 보이지 않습니다.
bad-feed-id = “{ $found }”{ JOSA($found, "은/는") } 피드에서 페이지를 알아보는 이름으로 쓸 수 없습니다
    .hint = 폴더와 언어 없이 그 페이지의 파일 이름이었던 것을 적으십시오. 글자, 숫자, “-”, “_”, “.”만 씁니다
    .folder = 이름만 적으십시오: feed_id = "{ $bare }"
    .why = 피드 리더는 이 이름으로 페이지를 알아봅니다. 바뀌지 않아야 하고 파일 이름과 같은 꼴이어야 합니다.

yaml-front-matter = 프런트 매터가 YAML 형식(--- 줄)입니다
    .hint = giljabi는 TOML을 읽습니다. --- 두 줄을 +++로 바꾸고 key: value 대신 key = "value"로 적으십시오. 날짜에는 따옴표를 쓰지 않습니다: published = 2026-11-01
    .why = giljabi는 프런트 매터를 TOML로만 읽습니다. 날짜와 목록을 쓰는 방법을 하나로 두기 위해서입니다.
no-front-matter = 프런트 매터가 없는 페이지입니다
    .full-width = ＋＋＋가 아니라 자판에 있는 더하기 기호로 +++라고 쓰십시오
    .leading = +++가 맨 첫 줄이어야 합니다. 그 앞에 있는 것을 지우십시오
    .line-ends = 줄이 CR로만 끝납니다. 줄 끝을 LF나 CRLF로 바꿔 저장하십시오
    .hint = 파일을 +++로 시작해 title = "…"과 description = "…"을 적고 +++로 닫으십시오
    .why = 제목과 설명이 없으면 목록, 피드, 검색 결과에 보여 줄 것이 없습니다.
unclosed-front-matter = 프런트 매터가 닫히지 않았습니다
    .hint = +++만 있는 줄로 끝내십시오
    .full-width = ＋＋＋가 아니라 자판에 있는 더하기 기호로 +++라고 쓰십시오
    .why = 마지막 +++ 줄이 없으면 프런트 매터가 어디서 끝나고 본문이 어디서 시작하는지 알 수 없습니다.
invalid-toml = 올바른 TOML이 아닙니다{ $explained } (파서: { $detail })
    .hint = 글은 "따옴표" 안에, 날짜는 따옴표 없이(2026-11-22), 목록은 [대괄호] 안에 적습니다
    .twice = 두 줄 가운데 하나를 지우십시오
    .unquoted = 글을 따옴표로 감싸십시오: { $key } = { $value }
    .quotes = 글 안에는 “ ”를 쓰거나, 따옴표마다 앞에 \를 붙여 \"로 적으십시오
    .boolean = 소문자로 { $key } = true 또는 { $key } = false라고 적으십시오
    .colon = 쌍점 대신 =를 쓰십시오: { $key } = { $value }
    .head = 표 이름을 대괄호로 닫으십시오: { $head }
    .list = 마지막 항목 뒤에 ]를 쓰십시오
    .line-end = 줄 끝에는 기호를 쓰지 않습니다. 값 뒤의 기호를 빼십시오
    .why = 올바르지 않은 글은 일부만 읽을 수 없습니다. 따옴표 하나가 빠지면 그 뒤의 키가 모두 가려질 수 있습니다.
full-width-sign = TOML에서 쓸 수 없는 문자입니다: { $found }
    .hint = 그 자리에 쓸 기호: { $meant }
    .remove = 빼십시오. 줄 끝에는 기호를 쓰지 않고, 목록의 항목은 쉼표(,)로 나눕니다
    .why = 입력기와 문서 편집기는 TOML의 기호와 비슷하지만 다른 기호를 씁니다.
invisible-character = { $key ->
        [here] 이 글에 보이지 않는 문자가 있습니다: { $found }{ $count ->
            [none] { "" }
           *[other] , { $count }번
        }
       *[other] “{ $key }”에 보이지 않는 문자가 있습니다: { $found }
    }
    .hint = 지우십시오. 글을 복사할 때 함께 들어온 문자일 수 있습니다
    .space = 그 자리에 보통 빈칸을 쓰십시오. 일부러 쓴 것이라면 &nbsp;라고 적으십시오
    .why = 글을 복사할 때 따라온 줄 바꿈 없는 빈칸이나 폭 없는 글자는 검색에서 낱말을 가립니다.
unknown-key = 알 수 없는 키 “{ $key }”{ JOSA($key, "이/가") } 있습니다{ $where }
    .hint = 여기에 쓸 수 있는 키: { $known }
    .misplaced = 표의 줄 아래에 적혀 있습니다. 그 줄 위로 옮기십시오
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 아무도 읽지 않는 키는 효과가 없고, 대개 잘못 친 글자입니다.
missing-key = “{ $key }”{ JOSA($key, "이/가") } 없습니다{ $where }
    .hint = { $example } 줄을 추가하십시오
    .why = 이 종류의 페이지는 이 키 없이 보여 줄 수 없습니다.
wrong-type = “{ $key }”에는 { $expected }{ JOSA($expected, "을/를") } 적어야 하는데 { $found }{ JOSA($found, "이/가") } 적혀 있습니다
    .hint = { $example }처럼 적으십시오
    .why = 키가 받는 것과 다른 형의 값입니다. 날짜는 글이 아니고, 목록은 낱말 하나가 아닙니다.
blank-text = “{ $key }”{ JOSA($key, "이/가") } 비어 있습니다
    .hint = 글을 적으십시오. 없어도 되는 키라면 지워도 됩니다
    .why = 빈 글은 빈 줄이나 누를 수 없는 링크로 보입니다.
impossible-date = 날짜가 아니거나 날짜 형식이 다릅니다: { $found }
    .hint = 날짜는 2026-11-22처럼 연-월-일로 적습니다
    .why = 없는 날이거나, 연-월-일로 적지 않은 날짜입니다.
unknown-value = “{ $found }”{ JOSA($found, "은/는") } “{ $key }”에 쓸 수 없는 값입니다
    .hint = 다음 가운데 하나를 쓰십시오: { $known }
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 이 키에는 정해진 이름 가운데 하나만 쓸 수 있습니다. 다른 이름은 효과가 없습니다.
out-of-range = “{ $key }”{ JOSA($key, "은/는") } { $least } 이상 { $most } 이하여야 합니다
    .hint = { $found }{ JOSA($found, "은/는") } 이 범위를 벗어납니다
    .why = 키가 받는 범위를 벗어난 수입니다.
date-order = “updated”가 “published”보다 앞섭니다
    .hint = 고친 날은 게시한 날이거나 그 뒤여야 합니다. 둘 가운데 하나를 바로잡으십시오
    .other = 게시한 날입니다
    .why = 게시하기 전에 고친 페이지는 있을 수 없습니다.
bad-version = “{ $found }”{ JOSA($found, "은/는") } 버전이 아닙니다
    .hint = v2.7.0 또는 v2.7.0-some-name처럼 적으십시오
    .why = 릴리스는 버전 순으로 늘어놓으므로 v1.2.3 꼴이어야 합니다.
bad-base-url = “{ $found }”{ JOSA($found, "은/는") } 사이트 주소로 쓸 수 없습니다
    .hint = "https://guide.example"처럼 https://와 호스트를 적고, 하위 경로에 게시한다면 그 경로까지 적으십시오
    .ascii = 호스트는 ASCII 표기로 적으십시오. 한글.kr은 xn--bj0bj06e.kr입니다
    .why = 피드, 사이트맵, 다른 언어로 가는 링크를 이 주소로 만듭니다. 온전한 주소여야 합니다.
bad-verification = “{ $found }”{ JOSA($found, "은/는") } 소유 확인 코드가 아닙니다
    .hint = 코드만 적으십시오. 검색 엔진이 준 태그의 content="…" 안에 있는 값입니다
    .why = 검색 엔진은 코드만 찾습니다. 다른 것이 있으면 소유를 확인하지 못합니다.
bad-endpoint = “{ $found }”{ JOSA($found, "은/는") } 양식을 보낼 수 있는 주소가 아닙니다
    .hint = https://로 시작하는 전체 주소를 적으십시오
    .why = 독자의 주소를 보내는 곳입니다. 암호화된 연결로만 보냅니다.
bad-source = “{ $found }”{ JOSA($found, "은/는") } { $key }에서 허용할 수 있는 출처가 아닙니다
    .hint = 스킴과 호스트를 쓰고 필요하면 경로를 덧붙이십시오. 예: "https://cdn.example", "https://cdn.example/scripts/"
    .keyword = 키워드나 스킴 전체는 한 사이트보다 많은 것을 허용합니다. "https://cdn.example"처럼 사이트를 하나씩 적으십시오
    .why = 사이트의 정책은 페이지가 불러올 수 있는 것을 브라우저에 알립니다. 브라우저가 읽지 못하는 출처는 무시되거나 뜻보다 넓게 열립니다.
bad-web-address = “{ $found }”{ JOSA($found, "은/는") } 웹사이트 주소가 아닙니다
    .hint = https://와 호스트 이름을 쓰십시오. 예: "https://example.com"
    .why = https://가 빠진 주소는 이 사이트의 없는 페이지로 이어집니다.
bad-reference = “{ $found }”{ JOSA($found, "은/는") } 페이지를 가리키지 않습니다
    .hint = 슬러그("suppliers")나 폴더와 슬러그("checklists/before-signing")를 .md 없이 적으십시오
    .why = 프런트 매터에서는 페이지를 언어와 확장자 없이 폴더와 슬러그로 적습니다.
bad-alias = “{ $found }”{ JOSA($found, "은/는") } 옛 주소로 쓸 수 없습니다
    .hint = “..”, 호스트, 빈칸, “?”, “#”, “%” 없이 "guides/old-name"처럼 언어 아래의 경로를, 또는 “/”로 시작해 사이트 뿌리 아래의 경로를 800바이트 안에서 적으십시오
    .taken = { $taken } 주소는 다른 페이지나 별칭에서 이미 쓰고 있습니다
    .language = 언어는 빼고 적으십시오: "{ $bare }"{ JOSA($bare, "이/가") } 두 언어에서 이 페이지로 이어집니다
    .file = { $taken }{ JOSA($taken, "은/는") } 사이트의 파일인데 별칭에는 그 자리에 폴더가 필요합니다. 다른 주소를 적으십시오
    .other = 그 파일은 이 페이지에서 만듭니다
    .why = 예전 주소는 이 사이트가 답할 수 있고 다른 것이 쓰지 않는 주소여야 합니다.
bad-retired = “{ $found }”{ JOSA($found, "은/는") } 없앤 페이지로 적을 수 없습니다
    .hint = "guides/old-name"처럼 언어 아래의 경로를 적으십시오. 한 언어판만 없앴다면 "ko/guides/old-name"처럼 언어를 붙입니다
    .taken = { $taken } 주소에는 페이지나 다른 곳으로 이어지는 옛 주소가 있습니다. 여기서 지우십시오
    .one-language = { $taken } 페이지는 아직 있습니다. 없앤 언어판만 "{ $name }"처럼 적으십시오
    .why = 없앤 페이지의 주소는 완전히 없어졌다고 답합니다. 아직 있는 페이지는 그럴 수 없습니다.
bad-collection = “{ $found }”{ JOSA($found, "은/는") } 컬렉션 이름으로 쓸 수 없습니다
    .hint = 이름은 content 아래의 폴더이자 주소의 일부입니다. 글자나 숫자로 시작해 글자, 숫자, “-”, “_”, “.”만 쓰십시오
    .taken = 기본으로 있는 컬렉션이라 title, introduction, label만 바꿀 수 있습니다
    .why = 모음의 이름은 폴더이자 주소의 일부이며, 다른 모음과 겹치지 않아야 합니다.
bad-colour = “{ $found }”{ JOSA($found, "은/는") } 색이 아닙니다
    .hint = “#” 뒤에 여섯 자리를 적으십시오: #b04613
    .why = 여섯 자리로 적은 색만 글이 놓이는 바탕과 견줄 수 있습니다.
faint-colour = { $found } 색의 글자는 종이 바탕에서 읽기 어렵습니다. 명도 대비가 { $contrast }:1인데 4.5:1은 되어야 합니다
    .hint = 읽을 수 있는 가장 가까운 색은 { $suggestion }입니다
    .why = 이보다 대비가 낮은 글은 많은 사람이 읽지 못합니다(WCAG 2, 성공 기준 1.4.3).
missing-logo = 로고 { $found } 파일이 없습니다
    .hint = SVG 파일을 static/assets/{ $file }에 두십시오
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .svg = 로고는 SVG 파일이어야 합니다
    .why = 머리글의 로고 자리에 빈 틀이 보입니다.
neutral-key-in-translation = 번역문에 “{ $key }”{ JOSA($key, "이/가") } 적혀 있습니다
    .hint = 모든 언어에 공통인 값입니다. { $source }에만 적고 여기서는 지우십시오
    .why = 날짜나 점수처럼 두 언어에 똑같은 값은 원문에 한 번만 적습니다. 두 번 적으면 서로 달라집니다.

duplicate-feed-id = 두 페이지가 피드에서 같은 이름 “{ $id }”{ JOSA($id, "을/를") } 씁니다
    .hint = 피드 리더에는 둘 중 하나만 나타납니다. 각 페이지가 처음 쓰던 이름을 적으십시오
    .other = 다른 하나는 여기에 있습니다
    .why = 피드 리더는 id마다 글 하나를 보여 주므로, 두 페이지 가운데 하나가 사라집니다.
missing-source = 원문이 없는 번역문입니다: { $source } 파일이 없습니다
    .hint = { $source } 파일을 만드십시오. 이 언어로 먼저 쓴 페이지라면 프런트 매터에 source_language = "{ $lang }" 줄을 적으십시오
    .why = 원문이 없는 번역문에는 날짜도, 견주어 볼 글도 없습니다.
source-language-conflict = 두 언어판이 서로 다른 원문 언어를 적었습니다
    .hint = source_language를 양쪽에 똑같이 적거나 양쪽 모두에서 지우십시오
    .other = 여기에는 다르게 적혀 있습니다
    .why = 어느 쪽이 원문인지 두 언어판이 다르게 말합니다.
duplicate-address = 한 주소에 파일이 둘입니다: { $url }
    .hint = 둘 가운데 하나의 이름을 바꾸십시오(대문자와 소문자는 같은 것으로 보고, 한글은 합친 글자와 풀어 쓴 글자를 같은 것으로 봅니다)
    .folder = 하나는 그 자리의 파일이고 다른 하나에는 같은 이름의 폴더가 필요합니다. 이 파일의 이름을 바꾸십시오
    .other = 먼저 있던 파일입니다
    .why = 한 주소에는 한 페이지만 답할 수 있습니다. 다른 페이지는 아무도 보지 못합니다.
unknown-reference = “{ $found }” 페이지가 없습니다
    .hint = 쓸 수 있는 이름: { $known }
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 적은 페이지가 없어서 그리로 가는 링크가 이어질 곳이 없습니다.
unknown-topic = 주제 “{ $found }”{ JOSA($found, "이/가") } 없습니다
    .hint = guide.toml에 [topics.{ $found }]{ JOSA($found, "을/를") } 만들고 en과 ko에 이름을 적으십시오. 지금 있는 주제: { $known }
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 주제는 목록을 나눌 수 있도록 두 언어의 이름과 함께 한 번 선언합니다.
unknown-term = 용어집에 “{ $found }”{ JOSA($found, "이/가") } 없습니다
    .hint = 있는 용어: { $known }
    .none = 용어집 페이지의 프런트 매터에 [terms.{ $found }] 표를 만드십시오
    .did-you-mean = “term:{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 용어집에 없는 용어로 이어지는 링크입니다.
duplicate-term = 용어집에 “{ $id }”{ JOSA($id, "이/가") } 또 있습니다
    .hint = 둘 가운데 하나의 id를 바꾸십시오
    .other = 먼저 적은 것은 여기에 있습니다
    .why = 용어는 id로 이어지므로 id는 저마다 달라야 합니다.
unknown-id = 원문에 “{ $id }”{ JOSA($id, "이/가") } 없습니다
    .hint = id는 { $source }에 있는 것과 같아야 합니다
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 번역문은 원문의 부분에 말을 붙일 뿐, 부분을 더할 수 없습니다.
missing-id = “{ $id }”{ JOSA($id, "을/를") } 이 언어로 옮긴 말이 없습니다
    .hint = [{ $table }.{ $id }] 표를 만들고 글을 옮겨 적으십시오. 번역하지 않았다는 표시가 붙어 있다면 옮겨 적고 표시를 지우십시오
    .other = 여기에서 정의했습니다
    .why = 원문의 한 부분이 이 언어에는 말이 없어서 이름 없이 보입니다.
missing-term = 용어 “{ $id }”{ JOSA($id, "이/가") } 한 언어에만 있습니다
    .hint = [{ $table }.{ $id }] 표를 만들고 옮겨 적으십시오. `giljabi sync`가 자리를 만들어 줍니다
    .other = 여기에서 정의했습니다
    .why = 이 언어로 읽는 사람은 용어집에서 그 낱말을 찾지 못합니다.

broken-link = 링크가 가리키는 페이지나 파일이 없습니다: { $found }
    .hint = 다른 페이지로 가는 링크는 ../폴더/이름.md처럼 .md 파일의 상대 경로로 적습니다
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .website = 다른 사이트라면 앞에 https://를 붙이십시오: https://{ $address }
    .mail = 이메일 주소라면 앞에 mailto:를 붙이십시오: mailto:{ $address }
    .preview = 미리보기의 주소라 독자에게는 열리지 않습니다. 다른 페이지로 가는 링크는 ../checklists/before-signing.md처럼 .md 파일의 상대 경로로 적습니다
    .why = 링크를 따라간 독자가 아무것도 찾지 못합니다.
broken-anchor = { $page }에 “#{ $anchor }” 절이 없습니다
    .hint = 있는 절: { $known }
    .no-headings = 이 페이지에는 연결할 제목이 없습니다
    .did-you-mean = “#{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 페이지는 열리지만 링크가 가리키는 절이 없습니다.
broken-image = 이미지 { $found }{ JOSA($found, "이/가") } 없습니다
    .hint = 경로는 이 파일을 기준으로 합니다. 이미지를 파일 옆에 두십시오
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 이미지 자리에 빈 틀이 보입니다.
foreign-image = 이미지나 동영상, 소리 파일을 다른 사이트에서 불러옵니다: { $found }
    .hint = 파일을 페이지 옆에 저장하십시오. 독자의 브라우저가 다른 사이트에 접속하지 않게 합니다
    .why = 다른 사이트의 파일을 불러오면 누가 읽는지 그 사이트가 알게 되고, 그곳에서 옮기면 깨집니다.
unsafe-link = 링크에는 “{ $scheme }” 주소를 쓸 수 없습니다
    .hint = https:, mailto: 또는 상대 경로를 쓰십시오
    .why = 독자의 브라우저에서 프로그램을 실행하는 주소입니다.
draft-link = 초안으로 이어지는 링크입니다: { $found }
    .hint = 그 페이지를 게시하거나 링크를 지우거나 --drafts로 미리 보십시오
    .why = 초안은 게시하지 않으므로 이어지는 곳이 없습니다.
duplicate-anchor = id가 “{ $id }”인 절이 또 있습니다
    .hint = 둘 가운데 하나의 id를 바꾸십시오
    .other = 먼저 있던 절입니다
    .why = 같은 id가 둘이면 첫 번째로만 이어질 수 있습니다.
reserved-id = id “{ $id }”{ JOSA($id, "은/는") } 페이지 틀에서 쓰는 이름입니다
    .hint = 다른 id를 쓰십시오
    .why = 페이지의 틀이 쓰는 id라서 링크가 그쪽으로 이어집니다.
unsafe-html = HTML에 “{ $found }”{ JOSA($found, "을/를") } 쓸 수 없습니다
    .hint = 페이지 글은 스크립트나 스타일을 직접 담지 않고 다른 사이트에서 아무것도 가져오지 않습니다
    .words = 그림 설명은 svg 태그에 role="img" aria-label="…"로 적으십시오
    .element = 글, 표, 미디어, SVG 도형 요소만 쓸 수 있습니다. 글자 그대로 보이게 하려면 `백틱`으로 감싸십시오
    .element-in-block = 글, 표, 미디어, SVG 도형 요소만 쓸 수 있습니다. HTML 블록에서 글자 그대로 보이게 하려면 < 대신 &lt;를 쓰십시오
    .attribute = 지우십시오. class, id, lang, title, 링크, 크기, aria-와 data- 속성을 쓸 수 있습니다
    .declaration = 페이지의 처음과 끝은 giljabi가 만듭니다. 지우거나, 글자 그대로 보이게 하려면 `백틱`으로 감싸십시오
    .declaration-in-block = 페이지의 처음과 끝은 giljabi가 만듭니다. 지우거나, 글자 그대로 보이게 하려면 < 대신 &lt;를 쓰십시오
    .crowded = 태그 하나에는 속성을 { $most }개까지만 쓸 수 있습니다
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 페이지는 스스로 프로그램을 실행하지 않고 다른 사이트에서 아무것도 불러오지 않습니다. HTML을 그대로 두면 그럴 수 있습니다.
spaced-id = id “{ $found }”에 빈칸이 있습니다
    .hint = 빈칸 대신 “-”를 쓰십시오. 이대로는 아무 데서도 이곳으로 링크할 수 없습니다
    .why = 빈칸이 있는 id로는 링크를 걸 수 없습니다.
unclosed-html = { $case ->
        [empty-line] 빈 줄에서 HTML 블록이 끝나, 그 아래는 코드로 보입니다
       *[other] “{ $found }”{ JOSA($found, "이/가") } 닫히지 않았습니다
    }
    .empty-line = 빈 줄을 지우거나, 그 아래 줄 앞의 빈칸을 지우십시오
    .hint = 여는 태그가 있는 문단, 목록 항목, 인용 안에서 닫으십시오
    .self-closing = 브라우저는 여기서 “/”를 무시합니다. <b></b>처럼 닫는 태그를 쓰십시오
    .why = 닫지 않은 요소는 나머지 페이지를 안에 넣어 모양을 망가뜨립니다.
stray-html-end = “</{ $found }>”에 짝이 되는 여는 태그가 여기에 없습니다
    .hint = 지우거나, 같은 문단, 목록 항목, 인용 안에서 먼저 여십시오
    .why = 여기서 열지 않은 요소의 끝은 다른 요소를 닫거나 아무것도 닫지 않습니다.
misplaced-html = { $parent ->
        [none] “{ $found }”{ JOSA($found, "은/는") } 여기에 둘 수 없습니다
       *[other] “{ $parent }” 안에는 “{ $found }”{ JOSA($found, "을/를") } 둘 수 없습니다
    }
    .paragraph = 브라우저는 이 앞에서 문단을 끝냅니다. 앞뒤에 빈 줄을 두고 따로 쓰십시오. 마크다운을 감싸려면 <p> 대신 <div>를 쓰십시오
    .in-itself = 먼저 “{ $parent }”{ JOSA($parent, "을/를") } 닫으십시오
    .parent = { $suggestion } 바로 안에 쓰십시오
    .children = “{ $parent }” 바로 안에는 { $suggestion }만 둘 수 있습니다
    .drawing = 브라우저는 이 앞에서 그림을 끝냅니다. <svg> 안에는 도형만 쓰십시오
    .why = 브라우저는 있을 수 없는 자리에 쓴 요소를 옮기거나 다른 요소를 그 앞에서 끝냅니다. 그러면 쓴 것과 다른 페이지가 보입니다.
duplicate-footnote = 각주 “{ $found }”의 글이 또 있습니다
    .hint = 둘 가운데 하나의 이름을 바꾸십시오
    .other = 먼저 적은 각주입니다
    .why = 각주 번호 하나에는 글 하나만 둘 수 있습니다.
unknown-footnote = 각주 “{ $found }”{ JOSA($found, "이/가") } 없습니다
    .hint = [^{ $found }]: 로 시작하는 줄에 각주를 적으십시오
    .why = 뒤에 글이 없는 각주 표시가 쓴 그대로 보입니다.
unused-footnote = 각주 “{ $found }”{ JOSA($found, "을/를") } 가리키는 곳이 없습니다
    .hint = 본문에 [^{ $found }]{ JOSA($found, "을/를") } 넣거나 각주를 지우십시오
    .why = 각주의 글이 아무 데도 보이지 않습니다.
unknown-callout = “{ $found }”{ JOSA($found, "(으)로") } 시작하는 강조 상자는 없습니다
    .hint = 강조 상자는 첫 줄에 [!NOTE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION] 가운데 하나만 적어 시작합니다
    .did-you-mean = [!{ $suggestion }]{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요? 한 줄에 이것만 적으면 페이지의 언어로 제목이 붙습니다
    .title = 한 줄에 이것만 적고 글은 다음 줄에서 시작하십시오. 제목은 페이지의 언어로 저절로 붙습니다
    .why = 콜아웃으로 쓰려던 것이 대괄호 이름으로 시작하는 인용문이 됩니다.
literal-markdown = 적은 글자 그대로 게시됩니다: { $found }
    .hint = HTML 블록 안에서는 마크다운을 읽지 않습니다. 앞뒤에 빈 줄을 두거나 <b>와 <a href="…">를 쓰십시오
    .space = 경로에 빈칸이 있으면 링크가 되지 않습니다. { $fixed }처럼 적으십시오
    .other-program = 다른 프로그램의 표기입니다. giljabi는 GitHub와 같은 마크다운을 읽습니다. 빼거나 <mark>나 링크로 쓰십시오
    .formula = 수식은 $`와 `$ 사이에 적으십시오
    .plain = 이 글에서는 마크다운을 읽지 않습니다. 기호를 빼십시오
    .html-code = HTML 블록 안에서는 마크다운을 읽지 않습니다. 백틱 대신 <code>…</code>를 쓰십시오
    .why = 마크업으로 쓰려던 것이 쓴 그대로 보입니다.
container-not-read = 적은 글자 그대로 게시됩니다: { $found }
    .hint = 줄마다 앞에 “> ”를 붙이고, 첫 줄에는 “> [!{ $suggestion }]”라고 쓰십시오
    .why = 다른 프로그램에서는 상자가 되는 줄이지만, 여기서는 쓴 그대로 보입니다.
heading-not-read = 제목으로 읽히지 않습니다: { $found }
    .hint = “{ $fixed }”처럼 쓰십시오
    .why = 제목은 기호 뒤에 빈칸이 있어야 합니다. 없으면 문단이 되고 차례에서 빠집니다.
task-not-read = 체크리스트 항목으로 읽히지 않습니다: { $found }
    .hint = “{ $fixed }”처럼 쓰십시오
    .why = 체크리스트 항목으로 읽히지 않으면 표시할 칸이 없고 세지도 않습니다.
list-not-read = 목록이 아니라 한 문단이 됩니다. ‘{ $found }’ 기호로 시작하는 줄은 항목이 아닙니다
    .hint = 줄마다 “- ”나 “1. ”로 시작하고 첫 줄 위에 빈 줄을 두십시오: “{ $fixed }”
    .why = 문서 편집기의 글머리 기호로 시작하는 줄은 한 문단으로 이어집니다.
list-not-nested = 이 항목은 위 항목 안에 들어가지 않습니다
    .hint = 안에 넣으려면 줄 앞에 빈칸을 { $columns }개 두십시오. 따로 된 목록이면 빈 줄을 두고 맨 앞에서 시작하십시오
    .why = 목록은 위 항목의 글자가 시작하는 자리까지 들여 써야 그 안에 들어갑니다. 그러지 않으면 단계가 사라지거나 번호가 다시 시작됩니다.
emphasis-not-read = 강조로 읽히지 않아 표시가 글에 남습니다: { $found }
    .hint = “{ $fixed }”처럼 쓰십시오
    .open = 표시한 말이 끝나는 곳에 { $mark } 표시를 한 번 더 쓰십시오. 기호를 그대로 보이려면 { $escaped } 모양으로 적으십시오
    .why = 안쪽에 빈칸이 있거나 끝이 없는 강조 표시, 조사 앞의 밑줄은 글에 그대로 남습니다.
link-not-read = 링크로 읽히지 않습니다: { $found }
    .hint = “{ $fixed }”처럼 쓰십시오
    .definition = 이런 줄은 링크의 주소를 정할 뿐 보이지 않는데, 이것은 주소가 아닙니다. “{ $fixed }”라고 쓰십시오
    .why = 두 부분이 떨어져 있거나 괄호의 너비가 다르면 링크가 되지 않습니다.
bare-address = 주소가 어디에서 끝나는지 알 수 없습니다: { $found }
    .hint = { $fixed }처럼 <와 > 사이에 적거나 링크로 쓰십시오: [글](주소)
    .why = 주소 뒤의 한글은 주소일 수도 있고 조사일 수도 있습니다. 쓴 사람만 압니다.
table-not-read = 표로 읽히지 않는 줄입니다
    .hint = 머리 줄 아래에 칸 수가 같은 줄표 줄을 넣으십시오
    .columns = 줄표 줄은 { $found }칸, 머리 줄은 { $expected }칸입니다. 머리 줄 아래에 “{ $fixed }”라고 쓰십시오. 칸 안의 세로줄은 \|로 적습니다
    .header = 줄표 줄 위에 열 이름을 적은 줄이 있어야 합니다
    .dashes = 머리 줄 아래에 “{ $fixed }”라고 쓰십시오
    .tabs = 줄마다 양 끝과 탭이 있는 자리에 |를 쓰고, 머리 줄 아래에 “{ $fixed }”라고 쓰십시오
    .full-width = ｜ 대신 |를 쓰고, 머리 줄 아래에 “{ $fixed }”라고 쓰십시오
    .bar = 머리 줄의 칸 안에 있는 세로줄이 칸을 나눕니다. 그 자리에 \|를 쓰십시오
    .follows-text = 표 위에 빈 줄을 두십시오
    .alone = 위의 빈 줄이 표를 끝냅니다. 그 줄을 지우십시오. 따로 둘 표에는 머리 줄과 줄표 줄이 있어야 합니다
    .why = 줄표 줄이 머리 줄과 맞지 않는 표는 세로줄이 섞인 글로 보입니다.
table-cell-lost = 이 칸은 게시되지 않습니다. 표는 { $columns }열인데 이 줄은 { $cells }칸입니다
    .hint = 머리 줄과 줄표 줄에 열을 하나 더 두거나, 칸 안의 세로줄이라면 \|로 적으십시오
    .why = 한 줄의 칸은 머리 줄보다 많을 수 없습니다. 넘치는 칸의 내용은 어디에도 게시되지 않습니다.
table-swallows-line = 이 줄은 위 표의 한 줄이 됩니다
    .hint = 표와 글 사이에 빈 줄을 두십시오
    .why = 표는 빈 줄에서 끝납니다. 바로 아래의 글은 표의 마지막 줄이 됩니다.
date-as-list = 날짜가 여러 겹의 목록이 됩니다: { $found }
    .hint = “{ $fixed }”처럼 쓰십시오
    .why = 줄 맨 앞의 숫자와 마침표는 목록이 됩니다. 그래서 날짜가 여러 겹의 목록이 됩니다.
sentence-as-heading = 아래의 줄표 때문에 이 글이 제목이 됩니다
    .hint = 글과 줄표 사이에 빈 줄을 두십시오. 제목은 ##로 씁니다
    .why = 글 바로 아래의 줄표 줄은 글을 제목으로 만듭니다. 대개는 가로줄을 그으려던 것입니다.
text-as-code = 앞에 빈칸이 넷 있어 이 글이 코드로 보입니다
    .hint = 빈칸을 지우십시오. 코드를 보이려면 ```로 된 두 줄 사이에 적으십시오
    .html = 앞의 빈칸을 지우거나, HTML을 끝내는 위의 빈 줄을 지우십시오
    .why = 줄 앞의 빈칸 네 개는 글을 코드로 만듭니다. 코드는 꾸밈 없이 긴 한 줄로 보입니다.
heading-attributes = 페이지에서 빠지는 글입니다: { $found }
    .hint = 이 자리에서는 빈칸 없는 id만 읽습니다: {"{"}#some-id{"}"}. 중괄호를 보이려면 \{"{"}로 적으십시오
    .why = 제목 끝 중괄호 안에서는 id만 읽습니다. 나머지는 사라집니다.
empty-link = { $case ->
        [label] 글자가 없는 링크입니다
       *[address] 주소가 없는 링크입니다
    }
    .hint = 소괄호 안에 이어질 곳을 적거나 링크를 지우십시오
    .label = 대괄호 안에 무엇으로 이어지는지 적거나 링크를 지우십시오. 이대로는 아무에게도 보이지 않습니다
    .why = 주소가 없는 링크는 그 페이지로 되돌아오고, 글자가 없는 링크는 보이지 않습니다.
damaged-image = 읽을 수 없는 이미지입니다: { $found }
    .hint = 파일이 비었거나 잘렸거나 이름과 다른 형식입니다. 다시 저장하십시오
    .why = 잘렸거나 이미지가 아닌 파일입니다. 브라우저에는 빈 틀이 보입니다.
unsized-image = 크기를 알 수 없는 이미지입니다: { $found }
    .hint = <svg>에 viewBox나 픽셀 단위의 width와 height를 적으십시오. 크기를 모르면 페이지가 열리는 동안 글이 밀립니다
    .why = 크기를 모르면 이미지가 나타날 때 글이 밀립니다.
top-level-heading = 본문에 첫째 수준 제목이 있습니다
    .hint = 페이지의 첫째 제목은 title입니다. 절은 ##부터 시작하십시오
    .why = 페이지의 제목이 곧 1단계 제목입니다. 하나 더 있으면 검색 엔진과 화면 낭독기가 헷갈립니다.
missing-alt-text = 이미지에 대체 텍스트가 없습니다
    .hint = 대괄호 안에 무엇이 보이는지 적으십시오: ![무엇이 보이는지](…)
    .html = alt="무엇을 보여 주는지"를 적고, 장식일 뿐이면 alt=""로 두십시오
    .why = 이미지를 볼 수 없는 사람은 아무것도 알 수 없습니다.
avoided-word = “{ $found }”{ JOSA($found, "은/는") } 용어집에서 쓰지 않기로 한 말입니다
    .hint = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰십시오
    .other = 여기에서 정했습니다
    .why = 한 가지는 한 낱말로 써야 합니다. 다른 말을 만나면 독자는 다른 것으로 압니다.
to-be-written = { $count ->
        [one] 아직 쓰지 않은 글입니다
       *[other] 아직 쓰지 않은 곳이 { $count }군데 있습니다({ $lines }행)
    }
    .hint = “TODO:”와 그 뒤의 글을 지우고 직접 쓴 글을 넣으십시오. 아직 다 쓰지 않은 페이지에는 draft = true 줄을 둡니다
    .translation = “TODO:”와 그 뒤의 글을 지우고 번역을 넣으십시오. 그전에는 이 부분을 게시하지 않습니다
    .why = “giljabi new”가 써 넣으라고 비워 둔 자리입니다. 이런 자리가 남은 페이지는 게시하지 않습니다. 초안이거나 번역문에서 이 표시로 시작하는 부분이면 아무 말 없이 기다립니다.
untranslated-original = 번역하지 않았다는 표시가 있지만 이 페이지는 이 언어로 먼저 씁니다
    .hint = 표시를 지우십시오. 표시는 번역문에만 씁니다
    .why = 번역을 기다리는 대목이라는 표시입니다. 원문에는 기다릴 번역이 없습니다.
code-too-long = 코드가 너무 길어 강조하지 않고 색 없이 보여 줍니다
    .hint = 긴 줄을 나누거나 코드를 줄이십시오. 일부러 그런 것이라면 text라고 적으십시오
    .why = 이 블록에 색을 입히는 데 사이트의 나머지보다 오래 걸려서 색 없이 보여 줍니다.
unknown-code-language = “{ $found }”{ JOSA($found, "은/는") } 강조할 수 있는 언어가 아닙니다
    .hint = 코드는 색 없이 보입니다. 일부러 그런 것이라면 text라고 적으십시오
    .diagram = 도표를 그리려면 ```diagram으로 시작하고 다음 줄에 kind = "{ $found }"{ JOSA($found, "을/를") } 적으십시오
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 모르는 언어의 코드는 색 없이 보입니다.

bad-formula = { $case ->
        [empty] 수식에 내용이 없습니다
        [command] “{ $found }”{ JOSA($found, "은/는") } 여기서 쓸 수 있는 수식 명령이 아닙니다
        [sign] “{ $found }”{ JOSA($found, "은/는") } 수식 기호가 아닙니다
        [words] “{ $found }”{ JOSA($found, "은/는") } 글자끼리 곱한 것으로 읽힙니다
        [unclosed] 이 괄호는 짝이 없습니다
        [missing] “{ $found }” 옆에 있어야 할 것이 없습니다
        [second-script] 같은 자리에 “{ $found }”{ JOSA($found, "이/가") } 두 번 있습니다
        [long-script] “{ $found }” 가운데 첫 숫자만 첨자가 됩니다
       *[too-deep] 수식 안에 수식이 너무 여러 겹으로 들어 있습니다
    }
    .hint = 수식 쓰는 법은 “글쓰기” 페이지에 있습니다. 분수 \frac{"{a}"}{"{b}"}, 근호 \sqrt{"{a}"}, 거듭제곱 a^{"{b}"}, 낱말 \text{"{…}"}
    .did-you-mean = { $suggestion }{ JOSA($suggestion, "으로/로") } 적으십시오
    .why = 뜻한 대로 그릴 수 없는 수식입니다. LaTeX 가운데 가이드의 수식에 필요한 만큼만 읽으며, 나머지는 잘못 그리는 대신 알립니다.

no-decision = 결정 페이지에 질문이 없습니다
    .hint = 종류가 “decision”인 도표를 넣으십시오. 페이지의 첫 번째 것을 질문으로 보여 줍니다
    .why = 이 종류의 페이지는 질문이 곧 내용이므로 질문이 없으면 따라갈 것이 없습니다.
empty-checklist = 체크리스트에 항목이 없습니다
    .hint = 항목을 할 일 목록으로 적으십시오: - [ ] 확인할 일 {"{#id}"}
    .why = 항목이 없는 체크리스트에는 표시할 것이 없습니다.
empty-heading = 제목에 글이 없습니다
    .hint = 무엇에 관한 절인지 적거나 줄을 지우십시오
    .why = 글이 없는 제목은 차례에 빈 줄로 나옵니다.
unclosed-fence = 닫히지 않은 코드 블록입니다
    .hint = 뒤에 오는 글이 모두 코드가 됩니다. 시작할 때와 같은 기호 세 개로 된 줄을 넣어 닫으십시오
    .why = 여는 줄 뒤의 모든 글이 코드로 보입니다.
undefined-link = 이름이 “{ $found }”인 링크가 정의되지 않았습니다
    .hint = “[{ $found }]: page.md” 같은 줄을 넣거나 경로를 바로 적으십시오: [글](page.md)
    .why = 페이지에 없는 정의를 가리키는 링크라서 쓴 그대로 보입니다.
heading-order = “{ $found }”에서 제목 단계를 건너뜁니다
    .hint = “{ $expected }”로 쓰십시오. 화면 낭독기는 제목을 한 단계씩 따라갑니다
    .why = 페이지를 듣는 사람은 제목을 따라 움직입니다. 단계를 건너뛰면 빠진 부분이 있는 것처럼 들립니다.
long-title = 제목이 { $width }칸인데, 검색 결과에는 { $most }칸까지 보입니다
    .hint = 한글 { $hangul }자 또는 영문 { $most }자 안으로 줄이거나, [seo]에 짧은 제목을 따로 적으십시오
    .why = 검색 결과 목록은 이보다 긴 제목을 자릅니다.
long-description = 설명이 { $width }칸인데, 검색 결과에는 { $most }칸까지 보입니다
    .hint = 한글 { $hangul }자 또는 영문 { $most }자 안으로 줄이거나, [seo]에 짧은 설명을 따로 적으십시오
    .why = 검색 결과 목록은 이보다 긴 설명을 자릅니다.
long-conclusion = 결론이 { $found }문장입니다. 독자가 한눈에 읽는 것은 { $most }문장까지입니다
    .hint = 결론만 남기고 까닭과 예는 본문의 절에 적으십시오
    .why = 본문 앞에 놓이는 결론은 세 문장을 넘으면 한눈에 읽히지 않습니다.
short-title = 이 제목은 { $width }칸이라 무엇에 관한 페이지인지 알기에 너무 짧습니다
    .hint = 여기나 [seo] 아래 제목에서 영문 { $least }자, 한글 { $hangul }자 이상으로 쓰십시오
    .why = 이렇게 짧은 제목은 다른 글 사이에서 고르기에 말해 주는 것이 너무 적습니다.
short-description = 설명이 너무 짧아 왜 읽을 만한지 알 수 없습니다: 너비 { $width }, 적어도 { $least }(한글 한 글자는 2)
    .hint = 여기나 [seo] 아래 설명에서 영문 { $least }자, 한글 { $hangul }자 이상으로 쓰십시오
    .why = 이렇게 짧은 설명은 다른 글 사이에서 고르기에 말해 주는 것이 너무 적습니다.
duplicate-title = 같은 언어의 다른 페이지와 제목이 같습니다
    .list = 페이지 목록이나 홈 화면이 이미 같은 제목을 씁니다. 이 페이지만의 내용을 제목이나 [seo] 아래 제목에 밝히십시오
    .hint = 검색 결과와 브라우저 탭에는 제목만 보입니다. 이 페이지만의 제목을 여기나 [seo]에 적으십시오
    .other = 먼저 쓴 제목은 여기에 있습니다
    .why = 제목이 같은 두 결과는 누구도 구별할 수 없습니다.
duplicate-description = 같은 언어의 다른 페이지와 설명이 같습니다
    .hint = 이 페이지에서만 다루는 내용을 여기나 [seo]에 적으십시오
    .other = 먼저 쓴 설명은 여기에 있습니다
    .why = 똑같이 소개하는 두 페이지는 서로 경쟁합니다.
empty-page = 글이 없는 페이지입니다
    .hint = 글을 쓰거나, 쓸 때까지 draft = true를 적어 두십시오
    .why = 글이 없는 페이지도 목록과 검색에 나오지만, 열어 보면 아무것도 없습니다.
far-date = 이 페이지의 날짜 { $found }{ JOSA($found, "은/는") } 다른 모든 페이지보다 몇 해나 뒤입니다. 나머지 가운데 가장 늦은 날짜는 { $newest }입니다
    .hint = 연도가 맞나요? 그때까지 목록과 피드에서 맨 앞에 옵니다
    .why = 연도를 잘못 적으면 그 페이지가 오랫동안 모든 목록의 맨 위에 놓입니다.
setting-without-effect = “{ $key }”{ JOSA($key, "은/는") } 아무 데도 쓰이지 않습니다
    .hint = 지우십시오
    .subscription = 양식을 보여 주는 페이지가 없습니다. content/pages의 한 페이지에 tool = "subscription"을 적거나 설정을 지우십시오
    .template = 이 이름의 템플릿을 쓰는 페이지 종류가 없고 다른 템플릿도 쓰지 않습니다. 지우거나, 바꾸려는 템플릿의 이름으로 고치십시오
    .weights = 모든 기준의 가중치가 0입니다. 하나라도 0보다 크게 적거나 이 줄을 빼십시오
    .string = 이 문구를 찾는 템플릿이 없습니다. 지우거나 t(key="{ $key }")로 쓰십시오
    .why = 쓴 사람은 일어나지 않을 일을 기다리게 됩니다.
missing-glyph = “{ $found }”{ JOSA($found, "은/는") } 미리보기 이미지에 그릴 수 없는 글자입니다
    .hint = 글꼴에는 한글과 로마자, KS X 1001의 한자, 흔한 기호가 있습니다. 이 글자 없이 제목을 쓰거나, [seo]에 그런 제목을 따로 적으십시오
    .diagram = 글꼴에는 한글과 로마자, KS X 1001의 한자, 흔한 기호가 있습니다. 이 도표를 이 글자 없이 쓰십시오
    .site = 사이트 이름은 모든 미리보기 이미지에 들어갑니다. 글꼴에는 한글과 로마자, KS X 1001의 한자, 흔한 기호가 있으니 이 글자 없이 쓰십시오
    .label = templates/i18n의 문구 “{ $text }”에 들어 있습니다. 이 글자 없이 쓰십시오
    .why = 미리보기 이미지와 그림의 글꼴에 없는 글자입니다.
page-gone = 전에 게시한 { $addresses } 주소에 이번 빌드에는 페이지가 없습니다
    .hint = 옮긴 것이라면 새 페이지에 aliases = ["{ $name }"] 줄을 추가하고, 일부러 없앴다면 guide.toml의 “retired”에 "{ $name }"{ JOSA($name, "을/를") } 넣으십시오
    .one-language = 옮긴 것이라면 새 페이지의 .{ $lang }.md 파일에 aliases = ["{ $name }"] 줄을 추가하고, 일부러 없앴다면 guide.toml의 “retired”에 "{ $lang }/{ $name }"{ JOSA($name, "을/를") } 넣으십시오
    .renamed = 이 페이지로 옮긴 것이라면 여기에 aliases = ["{ $name }"] 줄을 추가하고, 일부러 없앴다면 guide.toml의 “retired”에 "{ $name }"{ JOSA($name, "을/를") } 넣으십시오
    .renamed-in-feeds = 이 페이지로 옮긴 것이라면 여기에 aliases = ["{ $name }"] 줄과, 피드 리더가 같은 글로 알아보도록 feed_id = "{ $slug }" 줄을 추가하십시오. 일부러 없앴다면 guide.toml의 “retired”에 "{ $name }"{ JOSA($name, "을/를") } 넣으십시오
    .why = 독자와 즐겨찾기와 검색 엔진이 아직 그 주소를 알고 있습니다. 옮긴 페이지는 aliases로 이어 주고, 실수로 게시한 페이지는 --allow page-gone으로 거두어들입니다.
review-due = 이 페이지는 { $date }까지 다시 검토하기로 했습니다
    .hint = 내용을 살펴보고 다음 검토일을 적으십시오. 바뀐 것이 있으면 updated도 고치십시오
    .why = 편집자가 다시 살펴보기로 한 날이 지났습니다.
no-pages = content/에 페이지가 없습니다
    .hint = content/guides/first.ko.md부터 시작하십시오. 초안은 --drafts를 붙일 때만 셉니다
    .why = 페이지가 없는 사이트는 대개 폴더가 제자리에 없는 것입니다.
site-emptied = 지난번에는 페이지를 게시했는데 지금은 content/에 하나도 없습니다
    .hint = content/ 폴더가 제자리에 있나요? 그래도 페이지 없는 사이트를 게시하려면 --force를 붙이십시오
    .why = 페이지가 있던 곳에 아무것도 게시하지 않으면 사이트 전체가 지워집니다.

diagram-fence = “diagram” 뒤에 “{ $found }”{ JOSA($found, "을/를") } 쓸 수 없습니다
    .hint = “diagram”만 쓰거나, 블록의 내용까지 보여 주려면 “diagram source”라고 쓰십시오
    .did-you-mean = “diagram { $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = diagram 뒤에 오는 말 가운데 source만 알아듣습니다.
hidden-character = { $key ->
        [here] 여기에 보이지 않는 문자가 있습니다: { $found }
       *[other] “{ $key }”에 보이지 않는 문자가 있습니다: { $found }
    }
    .catalog = 지우십시오. 글을 복사할 때 함께 들어온 문자일 수 있습니다. 일부러 쓴 것이라면 {"{"}"\u00A0"{"}"}처럼 적으십시오
    .space = 이 문자가 있는 곳마다 보통 빈칸을 쓰십시오
    .hint = 지우십시오. 글을 복사할 때 함께 들어온 문자일 수 있습니다
    .why = 보이지 않는 글자는 낱말의 순서를 뒤집거나, 똑같아 보이는 두 이름을 다르게 만듭니다.
bad-id = “{ $id }”{ JOSA($id, "은/는") } id로 쓸 수 없습니다
    .hint = 영문 소문자로 시작해 소문자, 숫자, “-”만 쓰십시오: { $example }
    .why = id는 주소와 그림 안 이름의 일부가 됩니다.
duplicate-id = 이 도표에 “{ $id }”{ JOSA($id, "이/가") } 또 있습니다
    .hint = 둘 가운데 하나의 id를 바꾸십시오
    .other = 먼저 있던 id입니다
    .why = 도표 안의 선은 id로 부분을 가리키므로 id는 저마다 달라야 합니다.
duplicate-diagram = 이 페이지에 도표 “{ $id }”{ JOSA($id, "이/가") } 또 있습니다
    .other = 먼저 있던 도표입니다
    .hint = 둘 가운데 하나의 id를 바꾸십시오
    .why = 한 id로는 페이지의 도표 하나에만 링크를 걸 수 있습니다.
duplicate-link = “{ $from }”에서 “{ $to }”{ JOSA($to, "(으)로") } 가는 연결이 또 있습니다
    .hint = 하나만 남기십시오
    .other = 먼저 있던 연결입니다
    .why = 같은 두 부분 사이의 선 두 개는 겹쳐 그려집니다.
mark-elsewhere = { $case ->
        [order] “{ $found }”{ JOSA($found, "이/가") } 표시한 차례에 있지 않습니다. 표시는 메시지에 나오는 순서대로 적습니다
       *[absent] “{ $found }”{ JOSA($found, "이/가") } 메시지에 없습니다
    }
    .hint = “text”에서 빈칸과 문장 부호까지 그대로 옮겨 적으십시오
    .why = 판단한 말은 메시지 안에 표시되므로 메시지에 그대로 있어야 합니다.
link-to-nothing = “{ $key }”에 적은 “{ $found }”{ JOSA($found, "이/가") } 이 도표에 없습니다
    .hint = 쓸 수 있는 이름: { $known }
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 도표에 없는 부분으로 가는 선입니다.
link-to-itself = “{ $id }”{ JOSA($id, "이/가") } 자기 자신으로 이어집니다
    .hint = 연결은 다른 단계로 이어져야 합니다. 단계를 되풀이하려면 앞 단계로 돌려보내십시오
    .why = 자신으로 이어지는 부분은 뜻이 없거나 끝없이 돕니다.
question-loop = 이 답은 “{ $id }”{ JOSA($id, "(으)로") } 되돌아가서 질문이 끝나지 않습니다
    .hint = 다른 질문이나 결론으로 이어지게 하십시오
    .why = 답을 따라가면 같은 질문으로 되돌아와 결론에 이르지 못합니다.
unreachable-node = “{ $id }”{ JOSA($id, "(으)로") } 이어지는 길이 없습니다
    .hint = 다른 곳에서 이어지게 하거나 지우십시오
    .why = 어떤 답도 이 부분으로 이어지지 않아 아무도 보지 못합니다.
question-key = “{ $type }” 유형의 질문에는 “{ $key }”{ JOSA($key, "이/가") } 쓰이지 않습니다
    .hint = “one”과 “several”에는 “answers”를, “number”와 “points”에는 “ranges”를 씁니다. “several”에는 “otherwise”도 필요합니다
    .why = 다른 유형의 질문에 쓰는 키는 적어 두어도 묻지 않습니다.
range-gap = “{ $id }”의 범위에 빈 곳이 있습니다
    .hint = { $next }부터 시작하게 하거나 앞 범위를 여기까지 늘리십시오
    .first = { $from }보다 작은 수가 들어갈 범위가 없습니다. 0부터, 0이 있을 수 없으면 1부터 시작하십시오
    .open = 마지막 범위에 끝이 없어 max = { $max }{ JOSA($max, "이/가") } 쓰이지 않습니다. 그 범위에도 until = { $max }{ JOSA($max, "을/를") } 적거나 “max”를 빼십시오
    .last = { $next } 이상인 수가 들어갈 범위가 없습니다. “until”을 빼거나, 더 큰 수가 있을 수 없으면 질문에 max = { $max }{ JOSA($max, "이라고/라고") } 적으십시오
    .why = 빈 곳에 드는 수는 갈 곳이 없어 독자가 그 자리에서 멈춥니다.
range-overlap = “{ $id }”의 이 범위가 바로 앞 범위와 겹칩니다
    .hint = 작은 수부터 순서대로, 앞 범위의 마지막 수 바로 다음부터 시작하게 적으십시오
    .why = 두 범위에 모두 드는 수는 한꺼번에 두 곳으로 이어집니다.
range-reversed = “{ $id }”의 이 범위는 시작하기 전에 끝납니다
    .hint = “until”은 범위에서 가장 큰 수이며 “from”보다 작을 수 없습니다
    .why = 시작하기 전에 끝나는 범위에는 어떤 수도 들지 않습니다.
sum-uncovered = “{ $id }”에 { $sum }점이 올 수 있는데 맞는 범위가 없습니다
    .hint = 모든 합계에 범위가 하나씩 있도록 범위를 더하거나 넓히십시오
    .why = 점수가 이 합계인 독자는 그 자리에서 멈춥니다.
level-unreached = “{ $id }”에서 { $from }부터 시작하는 범위에는 어떤 답으로도 이를 수 없습니다
    .hint = 여기에 올 수 있는 합계는 { $least }점에서 { $most }점까지입니다. 경계나 점수를 고치십시오
    .why = 어떤 답으로도 이를 수 없는 수준은 아무도 보지 못하며, 경계가 틀렸을 가능성이 큽니다.
scenario-stops = 시나리오 “{ $id }”에 “{ $question }”에 맞는 답이 없습니다
    .hint = 지금까지의 길: { $path }. 답은 1부터 세는 번호이며 여러 개면 쉼표로 나눕니다
    .why = 중간에 끊기는 시나리오로는 확인하려던 결론을 확인할 수 없습니다.
scenario-fails = 시나리오 “{ $id }”{ JOSA($id, "이/가") } “{ $expected }”{ JOSA($expected, "이/가") } 아니라 “{ $found }”{ JOSA($found, "(으)로") } 끝납니다
    .hint = 지나온 길: { $path }. 질문이나 시나리오를 고치십시오
    .why = 질문이 편집자가 정한 곳으로 더는 이어지지 않습니다.
scenario-surplus = 시나리오 “{ $id }”의 길에서는 “{ $question }”{ JOSA($question, "을/를") } 묻지 않습니다
    .hint = 지나온 길: { $path }. 이 답을 지우십시오
    .why = 묻지 않는 질문의 답이 있으면 시나리오와 질문의 길이 서로 다른 것입니다.
verdict-untested = “{ $id }”{ JOSA($id, "(으)로") } 끝나는 시나리오가 없습니다
    .hint = 질문을 고칠 때 이 결론이 모르는 사이에 사라지지 않도록 하나를 추가하십시오
    .why = 질문을 고치다가 이 결론이 사라져도 아무도 알아차리지 못합니다.
practice-words = “{ $id }”에서 이 말은 표시할 수 없습니다
    .hint = 받은 글이나 초안에 있는 그대로 적으십시오
    .missing = 받은 글이나 초안에 있는 그대로 적으십시오
    .twice = 두 번 이상 나옵니다. 앞뒤 말을 조금 더 넣으십시오
    .overlap = 다른 표시와 겹칩니다. 하나로 합치거나 더 짧게 표시하십시오
    .why = 없는 말이나 두 번 나오는 말은 독자에게 보여 줄 수 없습니다.
practice-marks = “{ $id }”의 답은 “{ $answer }”인데 표시가 그 답과 맞지 않습니다
    .hint = 규칙에 어긋난 말을 표시하십시오
    .missing = 그대로 둘 수 없는 까닭이 보이도록 규칙에 어긋난 말을 표시하십시오
    .surplus = 그대로 좋은 사례에는 규칙에 어긋난 말이 없습니다. 표시를 지우거나 다른 답을 고르십시오
    .why = 독자는 규칙에 어긋난 말에서 배웁니다. 그런 말이 없는 사례나, 틀린 것이 없는데 표시가 있는 사례에서는 배울 것이 없습니다.
practice-unused = “{ $id }”{ JOSA($id, "을/를") } 쓰는 사례가 없습니다
    .hint = 사례를 하나 쓰거나 지우십시오
    .why = 한 번도 맞지 않는 답은 다른 답을 짐작하게 하고, 아무것도 어기지 않는 규칙은 연습할 수 없습니다.
wrong-count = “{ $key }” 항목이 { $found }개입니다
    .hint = { $least }개에서 { $most }개까지 쓸 수 있습니다. 나머지는 도표를 하나 더 만들어 보여 주십시오
    .few = { $least }개에서 { $most }개까지 필요합니다. 모자란 항목을 추가하십시오
    .why = 그림에 들어갈 수 있는 수보다 많거나, 뜻이 있기에는 적습니다.
missing-score = “{ $id }”에 “{ $signal }” 점수가 없습니다
    .hint = scores에 { $signal } = …{ "" } 형식으로 추가하십시오
    .why = 점수가 모두 있어야 항목을 비교할 수 있습니다.
diagram-differs = “{ $id }”의 “{ $key }”{ JOSA($key, "이/가") } 여기서는 { $found }인데 원문에는 { $expected }입니다
    .hint = 번역문에서는 글만 바꿉니다. 원문과 같은 값을 적으십시오
    .other = 원문에는 이렇게 적혀 있습니다
    .why = 두 언어가 서로 다른 결정을 보여 주게 됩니다.
diagram-lacks = “{ $id }”에 { $key }{ JOSA($key, "이/가") } 없습니다
    .hint = 추가하십시오. 두 언어의 도표는 같은 부분으로 이루어집니다
    .other = 원문에는 여기에 있습니다
    .why = 원문에 있는 도표의 부분이 번역문에 없습니다.
diagram-extra = “{ $id }”에 원문에 없는 { $key }{ JOSA($key, "이/가") } 있습니다
    .hint = 여기서 지우거나 원문에 추가하십시오
    .other = 원문은 이렇습니다
    .why = 원문에 없는 도표의 부분이 번역문에 있습니다.
diagram-order = “{ $id }”의 순서가 원문과 다릅니다
    .hint = 원문의 순서를 따르십시오: { $expected }
    .other = 원문에서는 여기에 있습니다
    .why = 두 언어의 도표는 순서대로 비교하는데, 그 순서가 다릅니다.

ledger-line = 번역 기록에서 알 수 없는 내용입니다: { $found }
    .hint = 번역 기록은 giljabi accept로만 씁니다. git에 있던 줄로 되돌리거나, 그 절의 묶음을 지우고 다시 accept 하십시오
    .lacks = 이 묶음에 { $key } = … 줄이 없습니다. git에 있던 대로 되돌리거나, 묶음을 지우고 그 절을 다시 accept 하십시오
    .text = 여기에 담긴 원문이 깨져 바뀐 부분을 보여 줄 수 없습니다. git에 있던 줄로 되돌리거나, 묶음을 지우고 그 절을 다시 accept 하십시오
    .why = 대장의 한 줄을 읽을 수 없어 그 절의 상태를 알 수 없습니다.
ledger-conflict = 번역 기록에 병합 충돌이 남아 있습니다
    .hint = 페이지에서 고른 쪽의 묶음만 남기고 <, =, > 줄을 지운 다음 giljabi status로 확인하십시오
    .why = Git이 대장에 한 항목의 두 판을 남겼습니다.
ledger-twice = 이 번역 기록에 “{ $id }” 절의 기록이 둘 있습니다. 두 사람이 기록한 것을 병합하면서 둘 다 남았습니다
    .hint = 절의 두 글을 견주어 보고 giljabi accept로 다시 기록하십시오
    .why = 한 절의 기록 둘이 서로 어긋납니다.
ledger-alone = 짝이 되는 번역문이 없는 번역 기록입니다
    .hint = { $page } 파일이 없거나, 아직 전부 미번역 표시가 있습니다. 파일이 없다면 번역 기록도 페이지와 함께 이름을 바꾸거나 지우십시오
    .source = { $page }{ JOSA($page, "은/는") } 이 언어로 먼저 쓴 페이지입니다. 번역 기록은 번역문에만 둡니다
    .why = 없는 페이지의 번역 기록입니다.
link-differs = 이 절에서 { $target }{ JOSA($target, "(으)로") } 가는 링크가 { $found }개인데 원문에는 { $expected }개입니다
    .hint = 두 언어에서 같은 페이지로 링크하십시오. 일부러 다르게 했다면 giljabi accept { $page } { $section } --unchanged "이유"로 남기십시오
    .other = 원문의 절
    .why = 한 언어에만 있는 링크는 대개 빠뜨린 것입니다.
section-differs = { $case ->
        [lacks] 원문에 있는 절의 짝이 여기에 없습니다: { $found }
       *[extra] 이 절의 짝이 원문에 없습니다: { $found }
    }
    .hint = 절과 그 번역에 ## 제목 {"{"}#some-id{"}"}처럼 같은 id를 붙이거나, 빠진 것을 추가하십시오
    .other = 원문
    .why = 한 언어에만 있는 부분은 대개 아직 옮기지 않았거나 지우지 않고 남은 것입니다.
untranslated = { $count ->
        [one] 아직 옮기지 않은 절입니다
        [passage] 아직 옮기지 않은 문단입니다
        [passages] 이 페이지에 아직 옮기지 않은 문단이 있습니다: { $found }
       *[other] 이 페이지에 아직 옮기지 않은 절이 있습니다: { $found }
    }
    .hint = 옮기거나, 그대로 두는 이유를 남기십시오: giljabi accept { $page } { $section } --unchanged "이유"
    .passage = 옮기거나, 인용문이면 언어를 표시하거나(<blockquote lang="…">), 그대로 두는 이유를 남기십시오: giljabi accept { $page } { $section } --unchanged "이유"
    .other = 원문의 절
    .why = 원문을 그대로 둔 번역은 끝난 것으로 세고, 독자는 고르지 않은 언어를 보게 됩니다.
code-differs = { $case ->
        [count] 이 절의 코드 블록이 { $found }개인데 원문에는 { $expected }개입니다
        [language] 이 코드의 언어가 여기에는 { $found }, 원문에는 { $expected }{ JOSA($expected, "(으)로") } 적혀 있습니다
       *[other] 이 코드가 원문의 코드와 다릅니다
    }
    .hint = 두 언어에 같은 코드를 실으십시오. 주석과 따옴표 안의 글만 옮깁니다
    .other = 원문의 절
    .why = 코드는 두 언어에서 같습니다. 그 안의 주석과 글은 달라도 됩니다.
list-differs = { $kind ->
        [list] 이 목록의 항목이 { $found }개인데 원문에는 { $expected }개입니다
        [table] 이 표의 줄이 { $found }개인데 원문에는 { $expected }개입니다
        [lists] 이 절의 목록이 { $found }개인데 원문에는 { $expected }개입니다
       *[tables] 이 절의 표가 { $found }개인데 원문에는 { $expected }개입니다
    }
    .hint = 빠졌거나 남은 것이 있는지 보십시오. 일부러 다르게 했다면 giljabi accept { $page } { $section } --unchanged "이유"로 남기십시오
    .other = 원문
    .why = 항목이 적은 목록이나 표는 대개 번역하면서 하나를 잃은 것입니다.
number-differs = 여기에는 { $found }{ JOSA($found, "이/가") }, 원문에는 { $expected }{ JOSA($expected, "이/가") } 적혀 있습니다
    .hint = 둘 가운데 하나가 틀렸습니다. 일부러 다르게 했다면 giljabi accept { $page } { $section } --unchanged "이유"로 남기십시오
    .other = 원문
    .why = 두 언어의 수가 다르면 한쪽 독자가 잘못 알게 됩니다.
formula-differs = { $case ->
        [count] 이 절의 수식이 { $found }개인데 원문에는 { $expected }개입니다
       *[other] 이 수식이 여기에는 { $found }, 원문에는 { $expected }{ JOSA($expected, "으로/로") } 적혀 있습니다
    }
    .hint = 수와 기호는 두 언어에 똑같이 적고 낱말만 옮기십시오
    .other = 원문의 수식
    .why = 수식의 수가 다르면 한쪽 독자가 잘못 알게 됩니다. 수식 안의 낱말은 달라도 됩니다.
footnote-differs = 이 절의 각주 표시가 { $found }개인데 원문에는 { $expected }개입니다
    .hint = 두 언어에서 같은 출처를 밝히십시오
    .other = 원문의 절
    .why = 한 언어에만 있는 각주는 대개 빠뜨린 것입니다.
task-differs = { $case ->
        [lacks] 원문에 있는 체크리스트 항목 “{ $id }”{ JOSA($id, "이/가") } 여기에 없습니다
        [other] 이 체크리스트 항목의 id가 여기서는 “{ $found }”, 원문에서는 “{ $id }”입니다
        [unnamed] 원문에서 “{ $id }”인 체크리스트 항목이 여기서는 id가 없습니다
        [named] 여기서 “{ $found }”인 체크리스트 항목이 원문에서는 id가 없습니다
       *[extra] 원문에 체크리스트 항목 “{ $id }”{ JOSA($id, "이/가") } 없습니다
    }
    .hint = 두 언어의 항목과 id는 같아야 합니다. 독자가 한 표시가 id로 남습니다
    .other = 원문
    .why = 표시한 것은 항목의 id로 기억하므로 두 언어에 같은 id가 있어야 합니다.

template-error = 템플릿을 그릴 수 없습니다{ $explained } (Tera: { $detail })
    .hint = 템플릿 문법을 확인하십시오
    .page = { $page }{ JOSA($page, "을/를") } 그리는 중이었습니다
    .why = 페이지를 그릴 수 없습니다.
bad-header = static/_headers에 “{ $found }”{ JOSA($found, "을/를") } 쓸 수 없습니다
    .hint = “/”로 시작하는 경로를 쓰고, 그 아래에 들여서 “이름: 값”을 적으십시오
    .ours = 모든 페이지에 giljabi가 붙이는 헤더입니다. 더 허용할 것은 guide.toml의 [security]에 적으십시오
    .detached = Content-Security-Policy를 비롯해 giljabi가 붙이는 헤더를 없앱니다
    .shared = 페이지, 애셋, 피드에 giljabi가 붙이는 헤더입니다. “/downloads/*”처럼 static/에 있는 파일이나 폴더를 적으십시오
    .why = 직접 쓴 헤더는 프로그램의 헤더와 합쳐지며, 프로그램의 정책을 약하게 할 수 없습니다.
bad-redirect = static/_redirects에 “{ $found }”{ JOSA($found, "을/를") } 쓸 수 없습니다
    .hint = “/from /to 301”처럼 이 사이트의 경로, 경로나 https:// 전체 주소, 상태 코드를 적으십시오
    .why = 직접 쓴 규칙은 별칭에서 나온 규칙과 합쳐지며, 호스트가 이해하는 형식이어야 합니다.
host-limit = { $host }에서는 { $unit } { $most }개까지 쓸 수 있는데 { $count }개입니다
    .hint = 넘는 것은 그 호스트에서 따르지 않습니다(옛 주소의 페이지가 대신 안내합니다). 이제 아무도 쓰지 않는 별칭을 지우거나 nginx에 게시하십시오
    .why = 호스트는 정해진 수만큼만 규칙을 읽고 나머지는 아무 말 없이 지나칩니다.
policy-refuses = 사이트 정책({ $directive })에 따라 브라우저가 막습니다: { $found }
    .hint = 파일을 static/assets/에 넣거나, guide.toml에서 그 사이트를 허용하십시오: [security] { $key } = ["{ $source }"]
    .inline = 페이지 안에 적은 스크립트와 스타일은 실행되지 않습니다. static/assets/의 파일로 옮기십시오
    .never = 허용하는 설정이 없습니다. 파일을 static/assets/에 넣거나 지우십시오
    .why = 사이트의 정책이 브라우저에 불러오지 말라고 알리는 것이라, 게시한 사이트에서 빠집니다.
bad-script = 스크립트를 읽을 수 없습니다{ $explained } (파서: { $detail })
    .hint = 스크립트는 ES 모듈로 씁니다
    .why = 브라우저가 잘못된 곳에서 멈추고 스크립트를 실행하지 않습니다.
missing-import = 가져올 “{ $found }”{ JOSA($found, "이/가") } 없습니다
    .hint = 스크립트는 static/assets/ 아래의 스크립트를, 스타일시트는 다른 스타일시트를 자기 위치 기준의 상대 경로로 가져옵니다
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 스크립트가 없는 파일을 불러와서 아무것도 실행되지 않습니다.
missing-style-file = 이 스타일이 게시되는 위치에서 “{ $found }”{ JOSA($found, "을/를") } 찾을 수 없습니다
    .hint = url()에는 static/ 아래의 파일을, 게시된 스타일시트를 기준으로 한 상대 경로로 적으십시오
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 스타일시트가 없는 파일을 불러옵니다.
catalog-syntax = 카탈로그 항목을 읽을 수 없습니다 (파서: { $detail })
    .hint = 항목은 key = 글 형식이고, 이어지는 줄은 들여 씁니다
    .why = 항목을 읽을 수 없어 그 말이 빠집니다.
catalog-key = 문구 “{ $key }”{ JOSA($key, "이/가") } { $file }에 없습니다
    .hint = 그 파일에 추가하거나 여기서 지우십시오. 두 카탈로그의 키는 같아야 합니다
    .did-you-mean = 그 카탈로그에는 대신 “{ $suggestion }”{ JOSA($suggestion, "이/가") } 있습니다. 철자가 틀리지 않았나요?
    .why = 화면의 말은 두 언어에 똑같이 있어야 합니다.
catalog-twice = 이 카탈로그에 문구 “{ $key }”{ JOSA($key, "이/가") } 두 번 있습니다
    .hint = 하나만 남기십시오. 둘 다 두면 뒤의 것만 보입니다
    .why = 이름이 같은 항목이 둘이면 마지막 것만 보입니다.
catalog-reference = { $kind ->
        [function] 함수 “{ $found }”{ JOSA($found, "이/가") } 없습니다
        [variable] “{ $key }”에는 ${ $found } 값이 주어지지 않습니다
        [term] 용어 “-{ $found }”{ JOSA($found, "이/가") } 없습니다
       *[string] 문구 “{ $found }”{ JOSA($found, "이/가") } 없습니다
    }
    .hint = 같은 카탈로그에 추가하거나 여기에 글을 바로 적으십시오
    .function = 쓸 수 있는 함수는 JOSA($word, "은/는") 하나입니다
    .given = 주어지는 값: { $known }
    .nothing-given = 주어지는 값이 없습니다. 글만 적으십시오
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 값을 받지 못하는 이름을 가리키는 항목입니다.
catalog-particle = “{ $found }”{ JOSA($found, "은/는") } 낱말에 붙일 수 있는 조사가 아닙니다
    .hint = 은/는, 이/가, 을/를, 과/와, (으)로 가운데 하나로 JOSA($word, "은/는")처럼 적으십시오
    .why = 조사는 앞말의 받침에 따라 giljabi가 아는 꼴에서 고릅니다.
catalog-cycle = 문구 “{ $key }”{ JOSA($key, "이/가") } 자기 자신으로 되돌아옵니다
    .hint = 참조 대신 글을 바로 적으십시오
    .why = 자신을 담은 항목은 끝이 없습니다.
catalog-too-long = 문구 “{ $key }”에는 참조가 거듭 이어져 모두 100개를 넘습니다
    .hint = 참조 대신 글을 바로 적으십시오
    .why = Fluent는 한 문구에서 여기까지만 풀어 쓰므로, 나머지는 중괄호 속 이름 그대로 페이지에 나옵니다.
bad-icon = 이 아이콘을 그릴 수 없습니다{ $explained } (파서: { $detail })
    .hint = 휴대 전화와 즐겨찾기에 쓰는 그림을 이 파일에서 만듭니다. 일반 SVG로 저장하십시오
    .why = 브라우저가 요청하는 크기로 사이트 아이콘을 그릴 수 없습니다.
unknown-theme = 강조 테마 “{ $found }”{ JOSA($found, "이/가") } 없습니다
    .hint = 쓸 수 있는 테마: { $known }
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
    .why = 코드에 색을 입힐 그런 이름의 테마가 없습니다.

# bad-icon에서 그림에 너무 많은 것.
drawing-broken = 그리는 라이브러리가 처리하지 못합니다. 지나치게 큰 수가 들어 있지 않습니까?
drawing-bytes = 파일이 1메가바이트보다 큽니다
drawing-elements = 도형이 5,000개나 요소가 20,000개를 넘거나, 그리는 데 너무 오래 걸리는 선과 곡선이 있습니다
drawing-attributes = 한 요소에 속성이 너무 많습니다
drawing-text = 글자가 너무 많습니다. 글자를 경로로 바꾸십시오
drawing-filters = 그리는 데 너무 오래 걸리는 필터, 마스크, 반투명한 부분이 있습니다. 효과를 그려 넣거나 빼십시오
drawing-picture = 그려지지 않는 그림이 들어 있습니다. 데이터가 파일 안에 있는 PNG, JPEG, GIF, WebP만, 하나에 400만 픽셀까지 그립니다
drawing-repeated = 선을 따라 또는 면에 되풀이되는 부분(marker, pattern)이 있습니다. 하나씩 그려 넣으십시오
drawing-area = 그러데이션, 비치거나 섞이는 층, 그림보다 훨씬 큰 도형으로 전체 면을 너무 여러 번 칠합니다
drawing-busy = 오래 걸리는 다른 그림을 아직 그리고 있어 시도하지 않았습니다. 1분쯤 뒤에 다시 해 보십시오
drawing-time = 그리는 데 5초가 넘게 걸립니다
drawing-styles = 스타일시트에 규칙이나 선언이 너무 많습니다

# wrong-type에서 값의 종류를 부르는 말.

type-redirects = 리디렉션
type-dynamic-redirects = “*”나 “:”가 있는 리디렉션
type-characters = 리디렉션 한 줄의 글자
type-text = 글
type-boolean = true 또는 false 값
type-integer = 정수
type-float = 소수
type-date = 날짜
type-datetime = 시각이 붙은 날짜
type-list = 목록
type-table = 표

external-link = 응답하지 않는 주소입니다: { $address } ({ $reason })
    .hint = 페이지가 옮겨 간 곳을 찾거나, 같은 내용을 담은 다른 페이지로 바꾸거나, 링크를 지우십시오
    .why = 링크를 따라간 독자가 아무것도 찾지 못합니다. 다른 사이트는 “giljabi check --external”에서만 확인하며, 프로그램을 거절하는 사이트는 알리지 않습니다.
external-moved = 다른 주소로 완전히 옮겨 간 주소입니다: { $address }
    .hint = { $to }{ JOSA($to, "으로/로") } 바꾸십시오
    .why = 다른 주소로 이어 주기는 하지만 그 사이트가 원하는 동안만입니다. 기본으로는 꺼져 있습니다.
other-language = 파일 이름에 적힌 언어로 쓴 페이지가 아닙니다
    .hint = 한국어 페이지의 이름은 .ko.md, 영어 페이지의 이름은 .en.md로 끝납니다. 두 파일이 서로 바뀌지 않았는지 확인하십시오
    .why = 언어를 고른 독자에게 다른 언어의 페이지가 보이고, 검색 엔진에도 다른 언어로 실립니다.
unpinned-heading = 이 제목의 id는 제목의 낱말로 만들어집니다: “{ $id }”
    .hint = 고정된 id를 쓰십시오: ## { $text } {"{#name}"}. “giljabi ids PAGE”는 지금 id를 남겨 두고 두 언어에 같은 id를 붙입니다
    .why = 낱말로 만든 id는 낱말이 바뀌면 함께 바뀌어 링크가 깨집니다. 한글이면 복사한 주소도 길어집니다. 기본으로는 꺼져 있고, “giljabi init”으로 만든 가이드에서는 켜져 있습니다.

unknown-rule = “{ $found }” 규칙은 없습니다
    .hint = 문서의 ‘규칙’ 페이지에 모든 규칙이 있습니다
    .did-you-mean = “{ $suggestion }”{ JOSA($suggestion, "을/를") } 쓰려던 것인가요?
    .why = 없는 규칙을 적은 설정이나 주석은 효과가 없습니다.
fixed-rule = “{ $code }”{ JOSA($code, "은/는") } 오류라서 낮출 수 없습니다
    .hint = 오류가 알리는 내용을 고치십시오. 경고만 “off”로 끄거나 한 곳에서 허용할 수 있습니다
    .why = 그 자체로 오류인 것은 망가지거나 안전하지 않은 사이트를 만듭니다. 낮추거나 한 곳에서 허용할 수 없습니다.
bad-remark = giljabi에게 남기는 주석에 “{ $found }”{ JOSA($found, "은/는") } 쓸 수 없습니다
    .hint = giljabi: allow 뒤에 규칙 코드, 쌍점, 이유를 쓰십시오. giljabi: allow link-differs: 언어마다 출처가 다름
    .why = 주석이 “giljabi:”로 시작하면 giljabi가 읽는 말로 보는데, 이것은 읽을 수 없습니다.
allow-without-reason = “{ $code }”{ JOSA($code, "을/를") } 왜 허용하는지 주석에 이유가 없습니다
    .hint = 쌍점 뒤에 이유를 쓰십시오. giljabi: allow { $code }: 이유
    .why = 나중에 글을 읽는 사람은 왜 허용했는지 알고 싶어 합니다.
allow-without-effect = 효과가 없는 주석입니다. 뒤따르는 내용에서 “{ $code }”{ JOSA($code, "이/가") } 알리는 것이 없습니다
    .hint = 주석을 지우거나, 문제가 있는 블록이나 키 바로 앞으로 옮기십시오
    .why = 아무것도 허용하지 않는 주석은 그 자리에 새로 생기는 문제를 가립니다.

# 명령줄에 나오는 문장.

cli-warning = 경고
cli-error = 오류
cli-help = 도움말
cli-content-errors = 오류 { $errors }개{ $warnings ->
        [0] { "" }
       *[other] , 경고 { $warnings }개
    }: 파일을 쓰지 않았습니다
cli-warnings = 경고 { $warnings }개
cli-strict = --strict에서는 경고도 오류로 봅니다: 파일을 쓰지 않았습니다
cli-strict-check = --strict에서는 경고도 오류로 봅니다
cli-decision = 결정 { $name }: 길 { $sums ->
        [yes] 최대 { $paths }가지
       *[no] { $paths }가지
    }, 가장 긴 길은 질문 { $longest }개, 결론 { $verdicts }개
cli-checked = { $time }초 만에 { $pages }페이지(영어 { $en }, 한국어 { $ko })를 검사했습니다
cli-external = 다른 사이트의 주소 { $addresses }개를 확인했습니다. { $remembered }개는 하루 안에 이미 확인했고, { $unknown }개는 프로그램에 답하지 않았습니다
cli-external-no-host = 그런 호스트가 없음
cli-external-no-connection = 호스트가 연결을 받지 않음
cli-external-slow = 제때 답이 오지 않음
cli-external-insecure = 안전한 연결을 맺을 수 없음
cli-external-loop = 리디렉션이 제자리로 돌아오거나 너무 많음
cli-external-broken = 답이 오기 전에 연결이 끊김
cli-silenced = { $count ->
        [0] 주석으로 허용한 문제가 없습니다.
       *[other] 주석으로 허용한 문제가 { $count }개 있습니다.
    }
cli-head-level = 수준
cli-head-rule = 규칙
cli-head-problems = 문제
cli-head-files = 파일
cli-problems-left-out = 나머지 { $left }개는 생략했습니다. --all을 붙이면 모두 보여 줍니다
cli-built = { $time }초 만에 { $pages }페이지(영어 { $en }, 한국어 { $ko })를 { $out }에 만들었습니다
cli-one-language = 한 언어로만 있는 페이지가 { $alone }개 있습니다: giljabi status{ $drafts }
cli-left-to-translate = 페이지 { $behind }개에 번역할 단어가 { $words }개 남았습니다: giljabi status{ $drafts }
cli-example-address = guide.toml의 base_url이 아직 예시 주소입니다({ $address }). 게시하기 전에 바꾸십시오
cli-files = 새로 쓴 파일 { $written }개, 그대로 둔 파일 { $unchanged }개, 지운 파일 { $removed }개
cli-stage-load = 파일 읽기
cli-stage-prepare = 글, 템플릿, 스타일을 읽고 연결하기
cli-stage-render = 렌더링
cli-stage-write = 쓰기
cli-stage-all = 전체
cli-slowest = 가장 오래 걸린 파일:
cli-not-made-again = 출력 { $outputs }개. 다시 그리지 않은 이미지 { $kept }개, 그대로인 파일 { $unchanged }개, 새로 쓴 파일 { $written }개
cli-plain-code = 너무 길어 색 없이 보여 주는 코드 { $plain }개
cli-site-previews = 페이지가 { $most }개를 넘어 언어마다 미리보기 이미지 하나를 함께 씁니다. guide.toml에 preview_images = "pages"를 쓰면 페이지마다 그립니다
cli-kept = giljabi가 쓴 뒤에 바뀐 파일이라 그대로 두었습니다: { $path }
cli-replaced = giljabi가 쓴 뒤에 바뀐 파일인데 새로 썼습니다: { $path }
cli-moved = giljabi가 쓴 파일이 아니어서 옮겨 두었습니다: { $path } → { $to } (게시되는 폴더 안에 그대로 있습니다)
cli-usage-extra = “{ $argument }”{ JOSA($argument, "은/는") } 남는 인자입니다. 띄어쓰기가 있는 이름은 따옴표로 묶으십시오
cli-usage-unknown = { $argument } 옵션은 없습니다
cli-usage-command = “{ $command }” 명령은 없습니다
cli-usage-no-command = 명령을 적지 않았습니다
cli-usage-missing = { $argument }{ JOSA($argument, "이/가") } 빠졌습니다
cli-usage-value = “{ $value }”{ JOSA($value, "은/는") } { $argument }에 쓸 수 없는 값입니다
    .hint = 쓸 수 있는 값: { $known }
cli-usage-no-value = { $argument }에 값이 빠졌습니다
cli-usage-utf8 = UTF-8이 아닌 인자가 있습니다
cli-usage-conflict = { $argument }{ JOSA($argument, "은/는") } { $other }{ JOSA($other, "과/와") } 함께 쓸 수 없습니다
cli-usage-near = { $suggestion }{ JOSA($suggestion, "을/를") } 쓰려고 하셨나요?
cli-usage-help = 명령과 옵션은 --help로 볼 수 있습니다.
cli-serve-listening = 미리보기: { $address }
cli-serve-port-taken = { $port }번 포트는 이미 쓰이고 있어 다음 빈 포트를 씁니다.
cli-serve-open = --host를 쓰면 다른 컴퓨터에서도 미리보기를 볼 수 있습니다
cli-serve-ready = { $time }초 만에 { $pages }페이지(영어 { $en }, 한국어 { $ko })를 준비했습니다
cli-serve-polling = 이 시스템은 바뀐 파일을 알려 주지 않아 되풀이해서 살펴봅니다.
cli-serve-stop = 미리보기를 끝내려면 Ctrl-C를 누르십시오.
cli-serve-edited = { $file }{ $more ->
        [0] { "" }
       *[other] {" "}외 { $more }개
    }
cli-serve-looked = 파일을 읽을 수 없습니다
cli-serve-still-written = { $path } 파일을 아직 쓰고 있습니다. 다 쓰고 나면 보여 드립니다.
cli-serve-stale-lock = { $path } 파일이 오래 남아 있습니다. 실행 중인 git 명령이 없다면 지우십시오.
cli-problem-counts = { $errors ->
        [0] { $warnings ->
            [0] 문제 없음
           *[other] 경고 { $warnings }개
        }
       *[other] 오류 { $errors }개
    }{ $errors ->
        [0] { "" }
       *[other] { $warnings ->
            [0] { "" }
           *[other] , 경고 { $warnings }개
        }
    }
cli-serve-last-good = 고칠 때까지 문제가 생기기 바로 전의 모습을 보여 드립니다.
cli-serve-more = 이 밖에 { $count }개가 더 있습니다. 터미널에서 모두 볼 수 있습니다
cli-serve-close = 닫기
cli-serve-edit = 편집기에서 열기
cli-serve-lost = 미리보기가 끝났거나 다시 시작하는 중입니다. 이 페이지는 다시 연결될 때까지 기다립니다.
cli-serve-fault = { $path } 페이지를 그리지 못했습니다. giljabi의 결함입니다: { $detail }. 다른 페이지에는 영향이 없습니다. 이 페이지의 파일과 함께 알려 주십시오.
cli-serve-edit-fault = 이번 편집을 처리하지 못했습니다. giljabi의 결함입니다: { $detail }. 그 전의 모습을 계속 보여 드립니다. 파일을 다시 고치고 결함을 알려 주십시오.
cli-serve-start-fault = 파일을 처리하지 못했습니다. giljabi의 결함입니다: { $detail }. 알려 주십시오.
cli-serve-no-connection = 연결 하나를 받지 못했습니다({ $detail }). 미리보기는 계속됩니다.
cli-serve-left-out = 파일은 있지만 게시하지 않는 페이지입니다. 초안은 “giljabi serve --drafts”로 볼 수 있고, 번역은 제목과 설명을 옮기면 나타납니다.
cli-serve-nothing = 아직 이 페이지를 보여 드릴 수 없습니다
cli-serve-bar = 미리보기
cli-serve-pair = 나란히 보기
cli-serve-board = 번역 현황판
cli-serve-board-all = 모두
cli-serve-board-more = 이 밖에 { $count }개가 더 있습니다. giljabi status에서 모두 볼 수 있습니다
cli-serve-show-bar = 모든 페이지 아래에 막대 보이기
cli-serve-source = 원문
cli-serve-translation = 번역문
cli-serve-copy = 복사
cli-serve-change = 원문에서 바뀐 곳
cli-serve-missing = 없음
cli-serve-image = 공유 이미지
cli-serve-hide = 숨기기
cli-serve-more-facts = 이 페이지의 정보 더 보기
cli-serve-part-title = 제목
cli-serve-part-description = 설명
cli-serve-part-reviewer = 검토자
cli-serve-part-evidence = 근거
cli-serve-part-highlights = 주요 변경
cli-serve-part-lead = 첫머리
cli-serve-draft = 초안
cli-serve-minutes = 읽는 데 { $minutes }분
cli-serve-words = { $words }어절
cli-serve-description = 설명 { $width }칸
cli-serve-description-range = 검색 결과에는 { $least }칸에서 { $most }칸쯤 보입니다. 한글은 한 글자가 두 칸입니다.
cli-serve-source-changed = 원문이 { $count }개 절에서 바뀜
cli-serve-folded = 달라진 것이 없는 절 { $count }개
cli-serve-untranslated = { $language } 번역 없음
env-no-address = { $place }에서 요청을 받을 수 없습니다
    .hint = --port로 다른 포트를 고르거나, --port 없이 실행해 다음 빈 포트를 쓰십시오
env-no-curl = 다른 사이트를 확인하는 curl 프로그램을 실행할 수 없습니다
    .hint = curl을 설치하십시오. Windows, macOS와 대부분의 리눅스 배포판에는 들어 있습니다
env-bad-epoch = SOURCE_DATE_EPOCH의 값 “{ $found }”{ JOSA($found, "은/는") } 1970년부터 센 초가 아닙니다
    .hint = 값을 지우거나 --today로 날짜를 알려 주십시오
env-no-thread = 시스템이 스레드를 내주지 않습니다
env-no-server = 미리 보기를 시작할 수 없습니다
env-many-files = 열린 파일이 너무 많습니다(“ulimit -n”이 그 한도입니다)
cli-unknown-page = “{ $page }” 페이지가 없습니다
cli-draft-page = { $page }{ JOSA($page, "은/는") } 초안이거나 읽을 수 없습니다. 초안의 상태는 giljabi status --drafts로 봅니다. 다른 명령은 { $path }에서 “draft = true”를 지운 뒤에 쓸 수 있고, 다른 문제가 있는지는 giljabi check로 확인하십시오
cli-unknown-page-near = “{ $page }” 페이지가 없습니다. “{ $near }”{ JOSA($near, "을/를") } 쓰려고 하셨나요?
cli-other-problems = 파일 { $files }개에 다른 문제가 있습니다. giljabi check로 확인하십시오
cli-due-none = 언제까지 검토할지(review_by) 적은 페이지가 없습니다.
cli-due-counts = 검토 { $reviews }건, 그중 { $overdue }건은 날이 지났습니다
cli-due-since = { $days }일 지남
cli-due-today = 오늘
cli-due-in = { $days }일 남음
cli-status-empty = 번역할 페이지가 없습니다.
cli-head-page = 페이지
cli-head-language = 언어
cli-head-state = 상태
cli-head-words = 단어
cli-head-sections = 절
cli-words = 번역할 단어 { $words }개
cli-page-complete = 완료
cli-page-stale = 갱신 필요
cli-page-missing = 번역 없음
cli-page-begun = 번역 시작함
cli-page-orphan = 원문 없음
cli-pages-complete = 완료 { $count }
cli-pages-stale = 갱신 필요 { $count }
cli-pages-missing = 번역 없음 { $count }
cli-pages-begun = 번역 시작함 { $count }
cli-pages-orphan = 원문 없음 { $count }
cli-count-changed = 변경 { $count }
cli-count-new = 미번역 { $count }
cli-count-removed = 삭제 { $count }
cli-count-moved = 이동 { $count }
cli-count-edited = 번역 수정 { $count }
cli-count-unrecorded = 기록 없음 { $count }
cli-section-current = 최신
cli-section-changed = 원문이 바뀜
cli-section-new = 미번역
cli-section-removed = 원문에서 삭제됨
cli-section-gone-to = 원문에서 { $page }{ JOSA($page, "(으)로") } 옮겨 감
cli-section-moved = 자리가 바뀜
cli-section-come-from = { $page }에서 옮겨 옴
cli-section-edited = 번역이 수정됨
cli-section-unrecorded = 기록 없음
cli-next-accept = 번역을 원문에 맞춘 뒤에: { $command }
cli-accept-which = 기록할 절의 id를 적거나 --all을 붙이십시오. giljabi status { $page }에서 절의 id를 볼 수 있습니다
cli-marks-left = 아직 옮기지 않았다는 표시가 남은 곳: { $path } { $lines }행
cli-not-translated = { $page }에는 한 언어판만 있어 기록할 것이 없습니다
cli-nothing-recorded = 아무것도 기록하지 않았습니다.
cli-nothing-translated = 파일을 쓰지 않았습니다. 먼저 원본을 고치십시오.
cli-unknown-section = { $page }에 “{ $section }” 절이 없습니다. giljabi status { $page }에서 절의 id를 볼 수 있습니다
cli-unknown-section-near = { $page }에 “{ $section }” 절이 없습니다. “{ $near }”{ JOSA($near, "을/를") } 쓰려고 하셨나요?
cli-refused-not-touched = 원문이 바뀌었는데 번역은 그대로입니다. 번역을 고치거나, 그대로 두는 이유를 적으십시오: giljabi accept { $page } { $section } --unchanged "…"
cli-refused-not-dated = 원문과 번역이 모두 바뀌었는데, 원문이 바뀐 뒤에 번역을 고쳤는지는 알 수 없습니다. 견주어 본 다음 이 절을 지정하십시오: giljabi accept { $page } { $section }
cli-refused-not-translated = 번역문에 없습니다. 번역하거나, 싣지 않는 이유를 적으십시오: giljabi accept { $page } { $section } --unchanged "…"
cli-refused-marked = 아직 옮기지 않았다는 표시가 있거나 번역문에 없습니다. 번역한 다음 표시를 지우십시오
cli-refused-still-there = 원문에는 이제 없습니다. 번역문에서 지우거나, 남겨 두는 이유를 적으십시오: giljabi accept { $page } { $section } --unchanged "…"
cli-refused-displaced = 원문과 자리가 다릅니다. 옮기거나, 그 자리에 두는 이유를 적으십시오: giljabi accept { $page } { $section } --unchanged "…"
cli-ids = { $page }: { $count ->
        [0] 모든 제목에 고정된 id가 있습니다
       *[other] id { $count }개를 고정했습니다
    }
cli-ids-anchors = 전에 쓰던 id { $anchors }개는 링크가 끊어지지 않도록 제목 뒤에 <a id="…">로 남겼습니다. 한 번도 게시하지 않은 페이지라면 되돌린 다음 --no-anchors를 쓰십시오.
cli-ids-left = 고정하지 못한 id: { $left }. 직접 붙이십시오
cli-ids-damaged = { $page }에 오류가 있습니다. giljabi check가 알리는 것부터 고치십시오
cli-refused-untranslated = 아직 옮기지 않은 글입니다. 옮기거나, 그대로 두어도 되는 이유를 적으십시오: giljabi accept { $page } { $section } --unchanged "…"
cli-refused-guessed = 두 언어의 절 수가 달라 자리로만 짝을 짐작했습니다. 견주어 본 다음 절을 밝혀 적으십시오: giljabi accept { $page } { $section }
cli-ledger-what = 이 번역의 각 절이 원문의 어느 글을 따르는지 적은 파일입니다.
cli-ledger-how = `giljabi accept`가 씁니다. 페이지와 함께 커밋하십시오. `giljabi status`로 상태를 볼 수 있습니다.
cli-accepted = { $page }: { $recorded ->
        [0] 기록한 절이 없습니다
       *[other] 절 { $recorded }개를 기록했습니다
    }{ $refused ->
        [0] { "" }
       *[other] . 기록하지 않은 절이 { $refused }개 있습니다
    }

# What stood in a command's way outside the content.

env-unreadable = { $path }{ JOSA($path, "을/를") } 읽을 수 없습니다
env-unwritable = { $path }에 쓸 수 없습니다
env-output = 출력할 수 없습니다
env-unremovable = { $path }{ JOSA($path, "을/를") } 지울 수 없습니다
env-no-settings = { $path }에 guide.toml 파일이 없습니다
    .hint = “giljabi init”으로 가이드를 만들거나, 다른 곳에 있는 가이드의 폴더를 --root로 알려 주십시오
env-no-guide = { $path } 폴더에도, 그 위의 폴더에도 guide.toml이 없습니다
    .hint = “giljabi init”으로 가이드를 만들거나, 다른 곳에 있는 가이드의 폴더를 --root로 알려 주십시오
env-no-manifest = { $path }에 게시한 사이트의 매니페스트가 없습니다
    .hint = 사이트를 처음 게시할 때는 --published를 빼십시오
env-no-indexnow-key = static 폴더에 IndexNow 키가 없습니다
    .hint = 키는 8~128자의 영문자, 숫자, 붙임표입니다. 키를 이름으로 한 파일 static/KEY.txt에 키를 적어 두십시오
env-source-no-folder = { $path }{ JOSA($path, "은/는") } 폴더가 아닙니다
    .hint = content, templates, static는 폴더여야 합니다. 필요 없는 것은 없어도 됩니다
env-odd-file = { $path }{ JOSA($path, "은/는") } 파일도 폴더도 아닙니다
env-already-there = { $path } 파일이 이미 있어 아무것도 쓰지 않았습니다
    .hint = 그 파일을 다른 곳으로 옮기거나, 다른 이름이나 폴더를 쓰십시오
env-leads-out = { $path }{ JOSA($path, "은/는") } 가이드 밖의 { $target }{ JOSA($target, "을/를") } 가리키는 심볼릭 링크입니다
env-leads-back = { $path }{ JOSA($path, "은/는") } { $target }{ JOSA($target, "(으)로") } 되돌아가 끝없이 도는 심볼릭 링크입니다
env-leads-nowhere = { $path }{ JOSA($path, "은/는") } 없는 곳을 가리키는 심볼릭 링크입니다
env-too-large = { $path }{ JOSA($path, "은/는") } 4GiB보다 큽니다
env-long-name = { $path }에 쓸 수 없습니다: 이름이 너무 깁니다. { $bytes }바이트인데 디스크는 { $most }바이트까지 받습니다
env-foreign = { $path }에는 giljabi가 만들지 않은 파일({ $found })이 이미 있습니다
    .hint = --out으로 다른 폴더를 고르거나, 그 파일들을 그대로 두고 함께 만들려면 --force를 붙이십시오
env-locked = 다른 build가 { $path }에 쓰고 있습니다
env-folder-in-the-way = { $path } 자리에는 파일이 있어야 하는데 폴더가 있습니다
env-file-in-the-way = { $path } 자리에는 폴더가 있어야 하는데 다른 것이 있습니다
env-no-folder = --out { $path }: 폴더 이름이 아닙니다
env-among-sources = --out { $path }: 만든 사이트가 원본 파일과 섞이는 곳입니다
env-linked-out = --out { $path }: 만든 사이트가 원본 파일과 섞이는 곳입니다. 원본 파일 가운데 심볼릭 링크 하나가 { $target }에 이어집니다
env-newer-manifest = { $path }{ JOSA($path, "은/는") } 더 새로운 giljabi가 쓴 파일입니다
    .hint = 그 버전으로 만드십시오
env-damaged-manifest = { $path } 파일이 깨졌습니다
    .hint = 파일을 지운 뒤 --force로 만드십시오
env-damaged-ledger = { $path }{ JOSA($path, "이/가") } 방금 바뀌었는데 내용을 읽을 수 없습니다
    .hint = giljabi status로 확인한 뒤 다시 accept 하십시오
env-not-restored = { $path }의 이전 사이트를 되돌리지 못했습니다. 그 폴더로 다음에 빌드할 때 다시 시도합니다
env-not-found = 그 자리에 아무것도 없습니다
env-permission = 권한이 없습니다
env-read-only = 읽기 전용 디스크입니다
env-full = 디스크가 가득 찼습니다
env-other-disk = 출력 폴더의 나머지와 다른 디스크에 있습니다
env-quota = 디스크 할당량을 다 썼습니다
env-file-too-large = 디스크가 받을 수 있는 파일 크기를 넘었습니다
env-not-a-folder = 폴더가 아닙니다
env-is-a-folder = 폴더입니다
env-not-empty = 폴더가 비어 있지 않습니다
env-exists = 이미 있습니다
env-port-taken = 이미 쓰이는 포트입니다

missing-diagram = 원문에 있는 도표 “{ $id }”{ JOSA($id, "이/가") } 여기에 없습니다
    .hint = 원문의 블록을 복사해 글을 옮기십시오
    .other = 원문에는 여기에 있습니다
    .why = 번역문을 읽는 독자는 도표 하나를 보지 못합니다.
extra-diagram = 원문에 도표 “{ $id }”{ JOSA($id, "이/가") } 없습니다
    .hint = 번역문에는 원문과 같은 도표가 같은 순서로 있어야 합니다
    .other = 원문입니다
    .why = 원문에 없는 도표가 번역문에 있습니다.

# 명령줄 도움말.

cli-help-usage = 사용법:
cli-help-commands = 명령
cli-help-arguments = 인자
cli-help-options = 옵션
cli-help-example = 예
cli-help-about = 마크다운으로 한국어·영어 의사결정 가이드를 만듭니다
cli-help-init = 종류마다 페이지가 하나씩 있는 두 언어 가이드를 시작합니다
cli-help-init-folder = 새 가이드를 만들 폴더 (없으면 지금 폴더)
cli-help-title-en = 가이드의 영어 제목
cli-help-title-ko = 가이드의 한국어 제목
cli-help-source-language = 페이지를 먼저 쓰는 언어: en 또는 ko (없으면 메시지 언어)
cli-help-github = GitHub Pages에 공개하는 워크플로도 만들기
cli-help-new = 모든 항목에 설명이 달린 새 페이지를 두 언어로 시작합니다(--lang을 쓰면 그 언어만)
cli-help-new-page = 페이지: guides/our-question
cli-help-title = 페이지 제목
cli-help-translate = 없는 언어의 페이지를 절마다 표시해서 시작합니다
cli-help-translate-page = 페이지: guides/suppliers, 파일 이름 또는 주소
cli-help-every-page = 번역이 없는 모든 페이지
cli-help-sync = 원문에 새로 생기거나 자리를 옮긴 것을 번역문에 넣고 표시합니다
cli-help-sync-page = 페이지: guides/suppliers, 파일 이름 또는 주소
cli-help-theme = 기본 테마에서 바꿀 수 있는 파일을 보여 주거나 복사합니다
cli-help-list = 파일 목록을 보여 줍니다. 가이드에 같은 경로의 파일을 두면 그 파일을 씁니다
cli-help-copy = 파일을 가이드에 복사합니다
cli-help-copy-file = 목록에 나온 파일 이름
cli-help-mv = 페이지 이름을 두 언어와 링크까지 모두 바꿉니다
cli-help-mv-page = 페이지: guides/our-question
cli-help-mv-name = 같은 종류의 새 이름: guides/which-supplier
cli-help-dry-run = 바뀔 것만 보여 주고 아무것도 바꾸지 않기
cli-help-build = 사이트를 만듭니다
cli-help-serve = 브라우저에서 미리 보며 고친 내용을 바로 확인합니다
cli-help-status = 번역이 원문을 얼마나 따라가고 있는지 보여 줍니다
cli-help-accept = 번역문의 부분을 원문에 맞춘 것으로 기록합니다
cli-help-nginx = 사이트의 헤더, 리디렉션, 오류 페이지를 nginx 설정으로 출력합니다
cli-help-search = 독자와 똑같이 가이드를 검색합니다
cli-help-search-query = 검색어 (한글이면 한국어 페이지를, 아니면 --lang 언어의 페이지를 찾습니다)
cli-help-explain = 결과마다 순위의 이유를 함께 보여 줍니다
cli-search-nothing = 찾은 것이 없습니다.
cli-search-partial = 맞는 페이지가 없습니다. 낱말이 일부만 나오는 페이지는 다음과 같습니다.
cli-search-disabled = 이 가이드에는 검색이 없습니다. guide.toml의 [search]에서 끈 상태입니다.
cli-search-reason = {$word}: {$found} 항목에서 찾음{$how ->
        [beginning] {" "}(앞부분이 같음)
        [layout] {" "}(자판 배열이 다름)
        [misspelt] {" "}(한 글자 다름)
        [language] {" "}(다른 언어에서 찾음)
       *[written] {""}
    }, 희귀도 {$rarity} × 비중 {$weight}
cli-search-missing = {$word}: 이 페이지에 없음
cli-search-score = 점수 {$score}
cli-help-schema = guide.toml, 프런트 매터, 도표에 쓸 수 있는 키나 게시한 JSON 파일의 내용을 JSON Schema로 출력합니다
cli-help-schema-subject = 설명할 대상: settings, front-matter, diagram, 게시한 파일 가운데 decision, ranking, checklist, versions
cli-help-schema-kind = 한 종류만 출력하려면 페이지의 폴더(guides)나 도표의 종류(matrix) (없으면 모든 종류)
cli-help-reference = 모든 키를 설명하는 문서 페이지를 씁니다
cli-help-completions = 셸에서 명령과 옵션을 자동 완성하는 스크립트를 출력합니다
cli-help-completions-shell = 셸: bash, elvish, fish, powershell, zsh
cli-help-man = 프로그램이나 명령 하나의 설명서(man 페이지)를 출력합니다
cli-help-man-subject = 설명서를 볼 명령. 적지 않으면 프로그램 전체입니다
cli-help-help = 이 도움말을 출력합니다
cli-help-version = 버전을 출력합니다
cli-help-lang = 메시지 언어: en 또는 ko (없으면 LC_ALL, LC_MESSAGES, LANG, 시스템 설정 순서로 따름)
cli-help-root = guide.toml이 있는 가이드 폴더 (없으면 지금 폴더나 그 위에서 가장 가까운 곳)
cli-help-out = 결과를 쓸 폴더 (없으면 가이드 폴더 아래의 site)
cli-help-base-url = guide.toml 대신 쓸 사이트 주소
cli-help-drafts = 초안도 넣기
cli-help-strict = 경고도 오류로 보기
cli-help-check = 잘못된 곳을 찾기만 하고 파일은 쓰지 않습니다
cli-help-format = 보고 형식: text, json, github(변경 사항에 다는 주석), sarif
cli-help-all-problems = 아무리 많아도 모든 문제를 보여 주기
cli-help-allow = 이번 실행에서만 끌 규칙의 코드. page-gone을 주면 게시한 페이지를 거두어들일 수 있음
cli-help-published = 게시한 사이트의 매니페스트와 비교하기. 출력 폴더가 바로 게시한 사이트라면 파일 이름은 생략
cli-help-silenced = 파일 안의 주석으로 허용한 문제를 나열하기
cli-help-examples = 규칙을 어긴 출력을 모은 폴더 (없으면 tests/golden/problems)
cli-help-external = 다른 사이트의 주소가 응답하는지 예의를 지켜 확인하기. curl을 쓰고, 결과를 하루 동안 기억함
cli-help-timeout = 다른 사이트의 답을 기다리는 초 (없으면 20)
cli-help-color = 색을 쓸 때: auto, always, never
cli-help-precompress = 텍스트 파일 옆에 .br과 .gz도 쓰기 (압축 파일을 그대로 보내는 서버용)
cli-help-force = 다른 파일이 있는 폴더에도 만들기(그 파일은 지우지 않음). 페이지가 모두 없어진 사이트도 게시하기
cli-help-changed = 앞 빌드 뒤로 페이지가 바뀐 주소를 검색 엔진에 알리는 IndexNow 요청 형식으로 쓰기
cli-help-timings = 빌드의 각 단계에 걸린 시간을 표로, 또는 다른 프로그램이 읽을 수 있게(json) 출력
cli-help-quiet = 오류와 문제의 개수만 출력하기
cli-help-port = 접속을 기다릴 포트. 0이면 아무 포트 (없으면 4400, 쓰는 중이면 그다음 빈 포트)
cli-help-host = 다른 기기에서도 보도록 접속을 기다릴 주소 (없으면 이 기기에서만)
cli-help-open = 미리보기를 브라우저로 열기
cli-help-editor = 파일 링크를 열 편집기: vscode(기본값), cursor, zed, idea 같은 이름이나 {"{path}"}, {"{line}"}, {"{column}"}이 들어간 주소
cli-help-poll = 시스템이 바뀐 파일을 알려 주지 않는 곳(네트워크 드라이브, 컨테이너)에서 파일을 계속 다시 살펴보기
cli-help-status-page = 부분까지 볼 페이지: guides/suppliers, 파일 경로, 주소 가운데 하나
cli-help-json = 다른 프로그램이 읽을 JSON으로 출력하기
cli-help-diff = 원문에서 바뀐 곳을 지금 번역문 위에 보여 주기
cli-help-due = 페이지를 언제까지 검토할지(review_by) 날이 지난 것부터 보여 주기
cli-help-today = 기준으로 삼을 날 (없으면 SOURCE_DATE_EPOCH의 날이나 오늘)
cli-help-fail-on = 이 상태인 페이지가 있으면 1로 끝내기: stale 또는 missing (여러 번 쓸 수 있음). 원문이 없는 번역은 stale로 봄
cli-help-ids = 제목에 두 언어가 함께 쓸 id를 고정합니다. 게시한 페이지의 지금 id도 남습니다
cli-help-no-anchors = 지금 id를 앵커로 남기지 않습니다. 초안처럼 한 번도 게시하지 않은 페이지에 씁니다
cli-help-ids-page = 페이지. guides/suppliers, 파일 경로, 주소 가운데 하나
cli-help-accept-page = 페이지: guides/suppliers, 파일 경로, 주소 가운데 하나
cli-help-accept-sections = “giljabi status PAGE”에 나오는 절의 id
cli-help-all = 번역문을 고쳤거나 기록한 적이 없는 모든 부분
cli-help-unchanged = 번역문을 고치지 않았는데도 원문에 맞는 까닭
cli-unknown-kind = 종류 “{ $found }”{ JOSA($found, "은/는") } 없습니다. 쓸 수 있는 이름: { $known }
cli-unknown-command = 명령 가운데 “{ $found }”{ JOSA($found, "이/가") } 없습니다. 다음 가운데 하나를 쓰십시오: { $known }
cli-init-title = 결정 가이드
cli-init-made-together = giljabi init으로 두 언어를 함께 만들었습니다
cli-init-done = 페이지 { $pages }개로 된 가이드를 { $folder }에 만들었습니다. 다음 명령으로 보면 새로 쓰는 초안까지 보입니다: giljabi serve --root { $folder } --open --drafts
cli-init-done-here = 페이지 { $pages }개로 된 가이드를 지금 폴더에 만들었습니다. 다음 명령으로 보면 새로 쓰는 초안까지 보입니다: giljabi serve --open --drafts
cli-init-left = { $path } 파일은 이미 있어 그대로 두었습니다. 이 줄을 넣으십시오: { $lines }
cli-init-github = 처음 푸시하기 전에 저장소의 Settings → Pages에서 Source를 “GitHub Actions”로 고르십시오.
cli-init-there = 이 폴더에는 이미 가이드가 있습니다. 다른 폴더 이름을 쓰십시오
cli-init-inside = 이 폴더는 다른 가이드({ $outer })에 들어 있어서, 그 가이드가 파일을 페이지로 읽습니다. 그 밖의 폴더를 쓰십시오
cli-translate-done = { $files ->
        [0] 새로 번역을 시작할 페이지가 없습니다. 남은 것은 giljabi status에서 볼 수 있습니다.
       *[other] “{ $mark }” 뒤의 글을 번역하고 표시를 지우십시오. 표시가 남은 부분은 게시하지 않습니다.
    }
cli-translate-there = { $page } 페이지는 이미 두 언어로 있습니다. 새로 생긴 것은 giljabi sync로 넣으십시오
cli-translate-no-source = { $page } 페이지에 원문이 없습니다. 원문 파일을 되돌리거나, 남은 판에 source_language를 적으십시오
cli-translate-unreadable = { $page } 페이지를 읽을 수 없습니다. 까닭은 giljabi build가 알려 줍니다
cli-sync-missing = { $page } 페이지는 아직 번역이 없습니다. giljabi translate로 시작하십시오
cli-sync-order = { $page } 페이지에는 원문의 모든 절이 있습니다. 항목의 순서가 다르니 giljabi status { $page }에 나오는 항목을 직접 옮기십시오
cli-sync-nothing = { $page } 페이지에는 원문의 모든 절이 같은 순서로 있습니다.
cli-sync-new = + { $section }: 새로 생김
cli-sync-moved = ↕ { $section }: 옮김
cli-theme-unknown = 기본 테마에 “{ $file }” 파일이 없습니다. giljabi theme list로 목록을 볼 수 있습니다
cli-theme-unknown-near = 기본 테마에 “{ $file }” 파일이 없습니다. “{ $near }”{ JOSA($near, "을/를") } 쓰려고 하셨나요?
cli-mv-done = 옛 주소로 온 독자는 새 주소로 안내되며, 모든 링크와 참조를 바꾸었습니다.
cli-mv-dry-run = 아무것도 바꾸지 않았습니다(--dry-run).
cli-mv-kind = 페이지의 종류는 바꿀 수 없습니다. guides/old guides/new처럼 같은 폴더를 쓰십시오
cli-mv-missing = “{ $page }” 페이지가 없습니다
cli-mv-taken = { $path } 파일이 이미 있어 아무것도 바꾸지 않았습니다
cli-mv-breaks = 이름을 바꾸면 위와 같은 오류가 생기므로 아무것도 바꾸지 않았습니다
cli-new-done = “TODO:”를 모두 직접 쓴 글로 바꾼 다음 “draft = true” 줄을 지우십시오. 그전에는 giljabi serve --drafts로 볼 수 있습니다.
cli-new-slug = “{ $slug }”{ JOSA($slug, "은/는") } 주소에 쓸 수 없습니다. 글자와 숫자, 하이픈으로 guides/our-question처럼 쓰십시오
cli-new-no-folder = 페이지의 종류를 나타내는 폴더와 이름을 함께 쓰십시오: { $example }
cli-new-other-language = { $page } 페이지가 이미 다른 언어로 있습니다. giljabi translate { $page } 명령으로 시작하십시오
cli-new-alias = { $address } 주소는 전에 이 주소를 쓰던 { $page } 페이지로 이어집니다. 다른 이름을 고르거나 그 페이지의 aliases에서 지우십시오
cli-new-folder = 페이지 종류 가운데 “{ $found }”{ JOSA($found, "이/가") } 없습니다. { $known } 가운데 하나와 이름을 guides/our-question처럼 쓰십시오. 직접 만드는 모음은 먼저 guide.toml에 [collections.{ $found }] 표를 적어야 합니다
cli-new-folder-near = 페이지 종류 가운데 “{ $found }”{ JOSA($found, "이/가") } 없습니다. “{ $near }”{ JOSA($near, "을/를") } 쓰려고 하셨나요? 쓸 수 있는 종류: { $known }

# The pages that `giljabi reference` writes.

cli-reference-key = 키
cli-reference-value = 값
cli-reference-meaning = 뜻
cli-reference-required = 필수
cli-reference-shared = 원문에만
cli-reference-default = 없으면 { $value }
cli-reference-choice = 정해진 이름
cli-reference-map = 이름이 붙은 표
cli-reference-list = 목록: { $item }
cli-reference-level-error = **오류**이며 낮출 수 없습니다.
cli-reference-level-warning = **경고**입니다.
cli-reference-level-off = 기본으로 **꺼져** 있습니다.
cli-reference-no-keys = 이 종류의 페이지에만 쓰는 키는 없습니다.
cli-reference-made-together = giljabi reference가 함께 만들었습니다
cli-reference-article = 직접 만드는 모음의 글
