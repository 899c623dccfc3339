// The keyboard, the forms of short verbs and the endings of misspelt words, as tables like those of
// search-rules.js; loaded only when nothing was found.
export default {
// The two-set layout of KS X 5002 on a Latin keyboard: the jamo of keys q to z, then shifted.
"keys": "qㅂwㅈeㄷrㄱtㅅyㅛuㅕiㅑoㅐpㅔaㅁsㄴdㅇfㄹgㅎhㅗjㅓkㅏlㅣzㅋxㅌcㅊvㅍbㅠnㅜmㅡQㅃWㅉEㄸRㄲTㅆOㅒPㅖ",
// Forms of a verb whose stem is one syllable (읽다), which nothing is removed from: where one
// is not found, the others are looked for.
"verb": "는 은 을 어 아 고 지 기 면 으면 어야 아야 어서 아서 도록 게 다 는지 을지",
// Endings that make a word of an English stem (those that Porter 2 removes), to compare a misspelt
// word with words that no page has. A plus doubles the last letter before them, a minus removes it.
"forms": "e s es ed ing y -y er ers or ors al ment ments ion ions ate ates ated ating ation ations ize izes ized izing able ive ity ly +ed +ing +er"
};
