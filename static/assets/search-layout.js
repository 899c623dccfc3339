// The keyboard, as a table like those of search-rules.js; loaded only when it is asked for.
export default {
// The two-set layout of KS X 5002 on a Latin keyboard: the jamo of keys q to z, then shifted.
"keys": "qㅂwㅈeㄷrㄱtㅅyㅛuㅕiㅑoㅐpㅔaㅁsㄴdㅇfㄹgㅎhㅗjㅓkㅏlㅣzㅋxㅌcㅊvㅍbㅠnㅜmㅡQㅃWㅉEㄸRㄲTㅆOㅒPㅖ"
};
