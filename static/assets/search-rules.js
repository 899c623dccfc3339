// The rules by which text and queries are cut into words, for the build and the browser alike:
// the program reads this same file. The text between the braces is JSON; lines that begin with
// two slashes are ignored.
export default {
// Particles (조사), by the syllable before them. Source: Standard Korean Language Dictionary of the
// National Institute of Korean Language (표준국어대사전), entries marked 조사, with their
// allomorphs; tags JKS to JX of the 21st Century Sejong Project. "closed" is a syllable with a
// final consonant, "open" one without, or with ㄹ where the particle is 로. One of
// "more" may follow those with a plus (the order of case and auxiliary particles: 격 조사, 보조사).
"particles": {
"any": "의 도 만 에+ 에서+ 에게+ 에게서 께 께서+ 한테+ 까지+ 부터+ 처럼 보다+ 마다 조차 마저 밖에+ 만큼 대로+ 뿐 하고+ 만으로 만이 만은 만을 만의 처럼은 만큼은 만큼의 뿐만 뿐이 입니다 입니까 이다 인가요 인가 이에요",
"open": "가 를 와+ 로+ 로서+ 로써 나 나마 랑 라도 라는 라고 라면 란 예요 든지 든 든가 며 여서 였다 였습니다 야말로 는",
"closed": "이 은 을 과+ 으로+ 으로서+ 으로써 이나 이랑 이라도 이나마 이라는 이라고 이라면 이란 인 이며 이고 이지만 이므로 이어서 이어야 이었다 이었습니다 이든 이든지 이든가 이야말로 이면 인지 일지 인데 일까요 일까",
"more": "는 도 만 의 부터 까지"
},
// Syllables of the verbs that make a predicate of a noun (하다, 되다, 시키다, 받다, 당하다: tags XSV
// and XSA), contracted with what follows them (한글 맞춤법 §34, §35: 하여 → 해, 되어 → 돼).
"light": "하 해 했 한 할 함 합 하였 하여 되 돼 됐 된 될 됨 됩 되었 되어 시키 시켜 시켰 시킨 시킬 시킴 시킵 받 받았 받아 당하 당해 당했 당한 당할 당함 당합 드리 드려 드렸 드린 드릴 드립",
// Endings of these verbs and of any other verb (어미; tags EP, EF, EC, ETN, ETM), same
// dictionary, entries marked 어미, without the consonant that became the final of the syllable before.
"tails": "고 고서 고는 고도 며 면 면서 면은 자 자고 자는 자면 지 지만 지는 지도 지를 지요 죠 는 는지 는데 는다 는다고 는다면 는다는 은 은지 은데 을 을지 을까 을까요 을수록 음 음을 음이 음은 음에 음으로 음으로써 던 던지 던데 더니 더라도 다 다고 다는 다면 다가 다시피 니다 니다만 니까 니까요 습니다 습니까 시오 십시오 시다 세요 셔야 셨습니다 셨습니까 시면 시는 신 실 여 여야 여도 여서 여는 야 야만 야지 서 서는 서도 서야 도 도록 게 게끔 게요 려고 려면 려는 려 러 으면 으면서 으며 으니 으니까 으므로 으려고 으려면 으러 으십시오 으세요 므로 니 기 기가 기를 기는 기에 기에는 기도 기로 기만 기까지 기전 거나 거든 든지 든가 요 수록 까 까요 데 데도 인 면서도 습니다만 겠다 겠습니다",
// Endings that are removed from any other word if two syllables remain.
"endings": "습니다 습니까 으면 으면서 면서 지만 는지 는데 려고 으려고 려면 으려면 도록 어야 아야 어서 아서 거나 세요 으세요 십시오 으십시오 는다 는다고 는다면 다는 다면 니까 으니까 으므로 어도 아도 었다 았다 었습니다 았습니다 었던 았던 었을 았을 지는 지도 기를 기가 기는 기에 기도 고는 니다 던",
// Endings that merge with the last syllable of the stem, by the final that they leave there,
// and those before which a vowel was contracted (한글 맞춤법 §36 to §38: 알리어야 → 알려야).
"fused": {"ㅂ": "니다 니까 니다만 시다 시오", "ㅆ": "다 습니다 습니까 던 을 는지 고 으며 지만 어요 으면 는데 다가 다면 다고 다는 을때 으니 으므로", "ㄴ": "다 다고 다면 다는", "": "서 야 도 요 야만 서는 주세요 야지 집니다 지는 지면 질 진 졌다"},
"contracted": {"ㅕ": "ㅣ", "ㅝ": "ㅜ", "ㅘ": "ㅗ", "ㅙ": "ㅚ"},
"plural": "들",
// Words that do not show what a text is about; they are neither indexed nor searched for.
"stop": "모아 모아서 관련 궁금 하나 되나 될까 될까요 할까 할까요 보면 보고 보는 보려면 볼 본 봅니다 주는 주고 줄 준 둡니다 두고 두는 둔 놓고 놓은 버리 가지 갖 이런 저런 그런 이렇게 그렇게 어디 어디서 몇 얼마 하 하는 한 할 합니다 하고 하면 해 해야 했 되 되는 된 될 됩니다 되면 있 있는 있다 있습니다 있을 있고 있으면 없 없는 없다 없습니다 않 않는 않고 않습니다 않은 않으면 않게 않도록 못하게 그 이 저 것 것은 것을 것이 것도 것입니다 수 등 및 때 더 잘 또 또는 그리고 그러나 하지만 그래서 위해 위한 대한 대해 통해 따라 따른 같은 같이 어떤 어떻게 무엇 무슨 왜 누가 언제 우리 여러 모든 매우 아주 다 못 안 좀 중 후 나요 인가요 있나요 하나요 되나요 드나요 쓰나요 싶어 싶어요 싶은 알려줘 알려주세요 the a an of to in is are was were be been being and or for on with at by as its that this these those from how what when which who why where do does did can could should would will may i we you they he she our your my their me us so if then than but into no yes there here have has had get while during between such any all some more most other each every only also just too very",
// Units (단위성 의존 명사), which are one word with the number before them.
"units": "영업일 분 시간 초 일 주 주일 개월 월 년 건 개 명 번 회 차 단계 가지 원 만원 달러 퍼센트 조 항 호 점 장 줄 배 쪽 페이지 세",
// Other spellings of units.
"same": {"퍼센트": "%", "percent": "%", "프로": "%"},
// Vowels and finals of several strokes, as they are typed (the same layout).
"strokes": {"ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ", "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ"}
};
