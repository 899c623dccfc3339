//! Conversation: messages one after another, and remarks on words in them.
//!
//! On a page it is text, which can be selected, searched and read aloud; as a file of its own
//! it is drawn like every diagram.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    diag::{Code, Diagnostic},
    diagram::{
        Arrangement, DiagramKind,
        layout::{CardText, PAD, ROUND, Rect, Scene, TextStyle, at, wrap},
        outline::{Outline, OutlineItem, OutlineLine, list, with_count},
    },
    i18n::Strings,
    markup::Markup,
    schema::TomlBlock,
    span::At,
};

/// Messages, and what is said about words in them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(extend("x-drawn" = true))]
pub struct Conversation {
    /// The messages in their order.
    #[schemars(length(min = 2, max = 12))]
    pub messages: Vec<SpokenMessage>,
}

/// A message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct SpokenMessage {
    /// The name of the message, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// What the message is: that gives its side and its look.
    pub role: MessageRole,
    /// Who speaks, or what the message is.
    #[schemars(extend("x-translated" = true))]
    pub speaker: String,
    /// What is said.
    #[schemars(extend("x-translated" = true))]
    pub text: String,
    /// Words of the message that are judged, in their order.
    #[serde(default)]
    #[schemars(length(max = 4))]
    pub marks: Vec<WordMark>,
}

/// Words of a message, and what is said about them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct WordMark {
    /// The words, as they stand in the message.
    #[schemars(extend("x-translated" = true))]
    pub words: At<String>,
    /// The name of what they are.
    #[schemars(extend("x-translated" = true))]
    pub tag: String,
    /// Why they are that.
    #[schemars(extend("x-translated" = true))]
    pub reason: Option<String>,
}

/// What a message is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(extend("x-name" = "diagram-role"))]
pub enum MessageRole {
    /// A question or a request, on the left.
    #[default]
    Asks,
    /// An answer that is not sent, on the right with a dashed edge.
    Draft,
    /// An answer that is sent, on the right.
    Answer,
}

impl MessageRole {
    const fn class(self) -> &'static str {
        match self {
            MessageRole::Asks => "message message-asks",
            MessageRole::Draft => "message message-draft",
            MessageRole::Answer => "message message-answer",
        }
    }

    /// Returns the classes of the message's box in a drawing.
    const fn box_class(self) -> &'static str {
        match self {
            MessageRole::Asks => "dg-card",
            MessageRole::Draft => "dg-card dg-card-fallback",
            MessageRole::Answer => "dg-card dg-card-go",
        }
    }
}

impl DiagramKind for Conversation {
    type Written = Self;

    fn resolve(written: Self, block: &mut TomlBlock) -> Self {
        for message in &written.messages {
            let mut from = 0;
            for mark in &message.marks {
                from = check_mark(message, mark, from, block);
            }
        }
        written
    }

    fn draw(&self, arrangement: Arrangement, _: &Strings) -> Scene {
        draw(self, arrangement)
    }

    fn outline(&self, strings: &Strings) -> Outline {
        let messages = self.messages.iter().map(|message| OutlineItem {
            words: format!("{}: {}", message.speaker, message.text),
            more: message.marks.iter().map(|mark| OutlineLine::plain(mark.in_words())).collect(),
        });
        Outline {
            intro: with_count(strings, "diagram-intro-conversation", self.messages.len()),
            parts: vec![list(None, messages)],
        }
    }

    fn remove_notes(&mut self) {
        self.messages.iter_mut().for_each(|message| message.marks.clear());
    }
}

impl WordMark {
    /// Returns the remarks on words, with the words.
    fn in_words(&self) -> String {
        match &self.reason {
            Some(reason) => format!("“{}” – {}: {reason}", self.words.value, self.tag),
            None => format!("“{}” – {}", self.words.value, self.tag),
        }
    }
}

/// Checks that the words of `mark` stand in the text of `message` after `from`. Returns where
/// they end.
fn check_mark(
    message: &SpokenMessage,
    mark: &WordMark,
    from: usize,
    block: &mut TomlBlock,
) -> usize {
    let (text, words) = (&message.text, &mark.words.value);
    // A missing text has been reported already.
    if words.is_empty() || text.is_empty() {
        return from;
    }
    match text[from..].find(words.as_str()) {
        Some(at) => from + at + words.len(),
        None => {
            let case = if text.contains(words.as_str()) { "order" } else { "absent" };
            let problem = Diagnostic::new(Code::MarkElsewhere, mark.words.span);
            block.report(problem.arg("found", &**words).arg("case", case));
            from
        }
    }
}

impl SpokenMessage {
    /// Returns the text in pieces, and whether each of them is marked.
    fn pieces(&self) -> Vec<(&str, bool)> {
        let mut pieces = Vec::new();
        let mut rest = self.text.as_str();
        for mark in &self.marks {
            let Some((before, after)) = rest.split_once(mark.words.value.as_str()) else {
                continue;
            };
            pieces.push((before, false));
            pieces.push((&mark.words.value, true));
            rest = after;
        }
        pieces.push((rest, false));
        pieces.retain(|(piece, _)| !piece.is_empty());
        pieces
    }
}

/// Writes the messages as a list.
pub fn write_messages(markup: &mut Markup, conversation: &Conversation) {
    markup.start("ol").attr("class", "messages");
    for message in &conversation.messages {
        markup.start("li").attr("class", message.role.class());
        markup.start("p").attr("class", "speaker").text(&message.speaker).end();
        markup.start("p").attr("class", "said");
        for (piece, is_marked) in message.pieces() {
            match is_marked {
                true => markup.element("mark", piece),
                false => markup.text(piece),
            };
        }
        markup.end();
        write_marks(markup, &message.marks);
        markup.end();
    }
    markup.end();
}

fn write_marks(markup: &mut Markup, marks: &[WordMark]) {
    if marks.is_empty() {
        return;
    }
    markup.start("ul").attr("class", "judged");
    for mark in marks {
        markup.start("li").element("q", &mark.words.value).text(" ");
        markup.element("strong", &mark.tag);
        if let Some(reason) = &mark.reason {
            markup.text(": ").text(reason);
        }
        markup.end();
    }
    markup.end();
}

/// The distance between the end of a message and the other side of the drawing.
const APART: i32 = 40;
/// The space between two messages.
const GAP: i32 = 18;

fn draw(conversation: &Conversation, arrangement: Arrangement) -> Scene {
    let mut scene = Scene::new(arrangement.width());
    let mut y = 0;
    for message in &conversation.messages {
        y = draw_message(&mut scene, message, y) + GAP;
    }
    scene.height = y - GAP;
    scene
}

/// Draws a message with the remarks on its words, and returns the y below.
fn draw_message(scene: &mut Scene, message: &SpokenMessage, y: i32) -> i32 {
    let most = scene.width - APART;
    let words = CardText::new(None, &message.speaker, Some(&message.text), most - 2 * PAD);
    let width = (words.width() + 2 * PAD).min(most);
    let x = match message.role {
        MessageRole::Asks => 0,
        MessageRole::Draft | MessageRole::Answer => scene.width - width,
    };
    let area = Rect::new(x, y, width, words.height() + 2 * PAD);
    scene.node(area, ROUND, message.role.box_class());
    words.draw(scene, at(x + PAD, y + PAD), area);
    let mut below = area.bottom();
    for mark in &message.marks {
        let lines = wrap(&mark.in_words(), most - PAD, TextStyle::Note);
        let place = at(APART + PAD, below + 8);
        let within = Rect::new(place.x, place.y, most - PAD, lines.height());
        below = scene.text(lines, place, "dg-soft", within);
    }
    below
}
