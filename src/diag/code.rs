//! The closed list of content problems.

use schemars::JsonSchema;
use serde::Deserialize;

/// How serious a problem is. Errors stop the build, warnings do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not told.
    Off,
    /// Told; only `--strict` refuses the site for it.
    Warning,
    /// Told, and the site is refused.
    Error,
}

impl Level {
    /// Returns the name in settings and in machine-readable reports.
    pub const fn name(self) -> &'static str {
        match self {
            Level::Off => "off",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $id:literal $level:ident,)*) => {
        /// A rule whose breach is a problem. The id is the key of its messages in the catalogs,
        /// and its name in settings, remarks and reports.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// Returns the stable name: `unknown-key`.
            pub const fn id(self) -> &'static str {
                match self { $(Code::$variant => $id,)* }
            }

            /// Returns the level if the settings give none.
            pub const fn default_level(self) -> Level {
                match self { $(Code::$variant => Level::$level,)* }
            }
        }
    };
}

impl Code {
    /// Returns the rule with that name.
    pub fn from_id(id: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.id() == id)
    }

    /// Returns whether settings and remarks may lower the level. Errors by default must stay
    /// errors: the site would be broken or unsafe.
    pub const fn can_be_lowered(self) -> bool {
        !matches!(self.default_level(), Level::Error)
    }

    /// Returns whether only some commands check the rule, so that a remark may have an effect
    /// in one run and none in the next.
    pub const fn is_occasional(self) -> bool {
        matches!(self, Code::PageGone | Code::ReviewDue | Code::ExternalLink | Code::ExternalMoved)
    }
}

codes! {
    // Files
    NotUtf8 = "not-utf8" Error,
    MergeConflict = "merge-conflict" Error,
    NestedTooDeep = "nested-too-deep" Error,
    UnknownLanguage = "unknown-language" Error,
    MissingLanguage = "missing-language" Error,
    WrongExtension = "wrong-extension" Error,
    MisplacedPage = "misplaced-page" Error,
    ActiveFile = "active-file" Error,
    UnsafeSvg = "unsafe-svg" Error,
    BadSlug = "bad-slug" Error,
    UnusedFile = "unused-file" Warning,
    LargeImage = "large-image" Warning,
    BadFeedId = "bad-feed-id" Error,
    // Front matter, settings and data blocks
    YamlFrontMatter = "yaml-front-matter" Error,
    NoFrontMatter = "no-front-matter" Error,
    UnclosedFrontMatter = "unclosed-front-matter" Error,
    InvalidToml = "invalid-toml" Error,
    FullWidthSign = "full-width-sign" Error,
    InvisibleCharacter = "invisible-character" Warning,
    UnknownKey = "unknown-key" Error,
    MissingKey = "missing-key" Error,
    WrongType = "wrong-type" Error,
    BlankText = "blank-text" Error,
    ImpossibleDate = "impossible-date" Error,
    UnknownValue = "unknown-value" Error,
    OutOfRange = "out-of-range" Error,
    DateOrder = "date-order" Error,
    BadVersion = "bad-version" Error,
    BadBaseUrl = "bad-base-url" Error,
    BadVerification = "bad-verification" Error,
    BadEndpoint = "bad-endpoint" Error,
    BadSource = "bad-source" Error,
    BadWebAddress = "bad-web-address" Error,
    BadReference = "bad-reference" Error,
    BadAlias = "bad-alias" Error,
    BadRetired = "bad-retired" Error,
    BadCollection = "bad-collection" Error,
    BadColour = "bad-colour" Error,
    FaintColour = "faint-colour" Error,
    MissingLogo = "missing-logo" Error,
    NeutralKeyInTranslation = "neutral-key-in-translation" Error,
    // Pages together
    MissingSource = "missing-source" Error,
    SourceLanguageConflict = "source-language-conflict" Error,
    DuplicateAddress = "duplicate-address" Error,
    DuplicateFeedId = "duplicate-feed-id" Error,
    UnknownReference = "unknown-reference" Error,
    UnknownTopic = "unknown-topic" Error,
    UnknownTerm = "unknown-term" Error,
    DuplicateTerm = "duplicate-term" Error,
    UnknownId = "unknown-id" Error,
    MissingId = "missing-id" Error,
    MissingTerm = "missing-term" Warning,
    // Markdown
    BrokenLink = "broken-link" Error,
    BrokenAnchor = "broken-anchor" Error,
    BrokenImage = "broken-image" Error,
    ForeignImage = "foreign-image" Error,
    UnsafeLink = "unsafe-link" Error,
    DraftLink = "draft-link" Error,
    DuplicateAnchor = "duplicate-anchor" Error,
    ReservedId = "reserved-id" Error,
    UnsafeHtml = "unsafe-html" Error,
    SpacedId = "spaced-id" Error,
    UnclosedHtml = "unclosed-html" Error,
    StrayHtmlEnd = "stray-html-end" Error,
    MisplacedHtml = "misplaced-html" Error,
    DuplicateFootnote = "duplicate-footnote" Error,
    UnknownFootnote = "unknown-footnote" Error,
    UnusedFootnote = "unused-footnote" Warning,
    UnknownCallout = "unknown-callout" Warning,
    LiteralMarkdown = "literal-markdown" Warning,
    // Meant as markup, and read as text or as other markup
    ContainerNotRead = "container-not-read" Warning,
    HeadingNotRead = "heading-not-read" Warning,
    TaskNotRead = "task-not-read" Warning,
    ListNotRead = "list-not-read" Warning,
    ListNotNested = "list-not-nested" Warning,
    EmphasisNotRead = "emphasis-not-read" Warning,
    LinkNotRead = "link-not-read" Warning,
    BareAddress = "bare-address" Warning,
    TableNotRead = "table-not-read" Warning,
    TableCellLost = "table-cell-lost" Warning,
    TableSwallowsLine = "table-swallows-line" Warning,
    DateAsList = "date-as-list" Warning,
    SentenceAsHeading = "sentence-as-heading" Warning,
    TextAsCode = "text-as-code" Warning,
    HeadingAttributes = "heading-attributes" Warning,
    EmptyLink = "empty-link" Error,
    DamagedImage = "damaged-image" Error,
    UnsizedImage = "unsized-image" Warning,
    TopLevelHeading = "top-level-heading" Warning,
    EmptyChecklist = "empty-checklist" Warning,
    NoDecision = "no-decision" Error,
    EmptyHeading = "empty-heading" Warning,
    UnclosedFence = "unclosed-fence" Warning,
    UndefinedLink = "undefined-link" Warning,
    HeadingOrder = "heading-order" Warning,
    MissingAltText = "missing-alt-text" Warning,
    UnknownCodeLanguage = "unknown-code-language" Warning,
    CodeTooLong = "code-too-long" Warning,
    BadFormula = "bad-formula" Error,
    AvoidedWord = "avoided-word" Warning,
    ToBeWritten = "to-be-written" Error,
    UntranslatedOriginal = "untranslated-original" Error,
    OtherLanguage = "other-language" Warning,
    UnpinnedHeading = "unpinned-heading" Off,
    // Metadata for search engines, feeds and messengers
    LongTitle = "long-title" Warning,
    LongDescription = "long-description" Warning,
    LongConclusion = "long-conclusion" Warning,
    ShortTitle = "short-title" Warning,
    ShortDescription = "short-description" Warning,
    DuplicateTitle = "duplicate-title" Error,
    DuplicateDescription = "duplicate-description" Error,
    EmptyPage = "empty-page" Warning,
    FarDate = "far-date" Warning,
    SettingWithoutEffect = "setting-without-effect" Warning,
    MissingGlyph = "missing-glyph" Warning,
    PageGone = "page-gone" Warning,
    ReviewDue = "review-due" Warning,
    NoPages = "no-pages" Warning,
    SiteEmptied = "site-emptied" Error,
    // Diagrams
    DiagramFence = "diagram-fence" Error,
    BadId = "bad-id" Error,
    HiddenCharacter = "hidden-character" Error,
    DuplicateId = "duplicate-id" Error,
    DuplicateDiagram = "duplicate-diagram" Error,
    DuplicateLink = "duplicate-link" Error,
    MarkElsewhere = "mark-elsewhere" Error,
    LinkToNothing = "link-to-nothing" Error,
    LinkToItself = "link-to-itself" Error,
    QuestionLoop = "question-loop" Error,
    UnreachableNode = "unreachable-node" Error,
    QuestionKey = "question-key" Error,
    RangeGap = "range-gap" Error,
    RangeOverlap = "range-overlap" Error,
    RangeReversed = "range-reversed" Error,
    SumUncovered = "sum-uncovered" Error,
    LevelUnreached = "level-unreached" Error,
    ScenarioStops = "scenario-stops" Error,
    ScenarioFails = "scenario-fails" Error,
    ScenarioSurplus = "scenario-surplus" Error,
    VerdictUntested = "verdict-untested" Warning,
    PracticeWords = "practice-words" Error,
    PracticeMarks = "practice-marks" Error,
    PracticeUnused = "practice-unused" Error,
    WrongCount = "wrong-count" Error,
    MissingScore = "missing-score" Error,
    DiagramDiffers = "diagram-differs" Error,
    DiagramLacks = "diagram-lacks" Warning,
    DiagramExtra = "diagram-extra" Error,
    MissingDiagram = "missing-diagram" Warning,
    ExtraDiagram = "extra-diagram" Error,
    DiagramOrder = "diagram-order" Error,
    // Translations
    LedgerLine = "ledger-line" Error,
    LedgerConflict = "ledger-conflict" Error,
    LedgerTwice = "ledger-twice" Error,
    LedgerAlone = "ledger-alone" Warning,
    SectionDiffers = "section-differs" Warning,
    Untranslated = "untranslated" Warning,
    LinkDiffers = "link-differs" Warning,
    CodeDiffers = "code-differs" Warning,
    ListDiffers = "list-differs" Warning,
    NumberDiffers = "number-differs" Warning,
    FormulaDiffers = "formula-differs" Warning,
    FootnoteDiffers = "footnote-differs" Warning,
    TaskDiffers = "task-differs" Warning,
    // Theme
    TemplateError = "template-error" Error,
    BadHeader = "bad-header" Error,
    BadRedirect = "bad-redirect" Error,
    HostLimit = "host-limit" Warning,
    PolicyRefuses = "policy-refuses" Error,
    BadScript = "bad-script" Error,
    MissingImport = "missing-import" Error,
    MissingStyleFile = "missing-style-file" Error,
    CatalogSyntax = "catalog-syntax" Error,
    CatalogKey = "catalog-key" Error,
    CatalogTwice = "catalog-twice" Error,
    CatalogReference = "catalog-reference" Error,
    CatalogParticle = "catalog-particle" Error,
    CatalogCycle = "catalog-cycle" Error,
    CatalogTooLong = "catalog-too-long" Error,
    UnknownTheme = "unknown-theme" Error,
    BadIcon = "bad-icon" Error,
    // Other sites, which only `check --external` asks
    ExternalLink = "external-link" Warning,
    ExternalMoved = "external-moved" Off,
    // Rules
    UnknownRule = "unknown-rule" Error,
    FixedRule = "fixed-rule" Error,
    BadRemark = "bad-remark" Error,
    AllowWithoutReason = "allow-without-reason" Error,
    AllowWithoutEffect = "allow-without-effect" Warning,
}
