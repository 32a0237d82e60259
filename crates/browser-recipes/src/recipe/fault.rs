//! What is wrong with the text of a recipe, and where.

use std::fmt;

use thiserror::Error;

/// One fault of a text, at its line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {problem}")]
pub(crate) struct Fault {
    /// The line, from 1.
    pub(crate) line: u32,
    /// The key that it is about, `steps[2].until`; empty for the whole text.
    pub(crate) key: String,
    /// What is wrong.
    pub(crate) problem: Problem,
}

impl Fault {
    /// The fault in Korean, without its line.
    pub(crate) fn message_ko(&self) -> String {
        self.problem.korean().to_string()
    }

    /// The fault in English, without its line.
    pub(crate) fn message_en(&self) -> String {
        self.problem.to_string()
    }
}

/// What can be wrong with a recipe. As text, in English.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum Problem {
    /// The text is longer than a recipe may be.
    #[error("a recipe has at most {0} bytes")]
    TooLong(usize),
    /// It is no TOML; the words of the parser.
    #[error("no TOML: {0}")]
    Syntax(String),
    /// A key is not there.
    #[error("'{0}' is missing")]
    Missing(&'static str),
    /// A key that nobody knows, or that does not belong to its step.
    #[error("'{key}' is unknown {place}")]
    UnknownKey {
        /// The key.
        key: String,
        /// Where it stands.
        place: Place,
    },
    /// A step without a kind.
    #[error("a step says one of {STEP_KINDS}")]
    NoKind,
    /// A step of two kinds.
    #[error("one step has both '{0}' and '{1}'; make two steps of it")]
    TwoKinds(&'static str, &'static str),
    /// A value of another type.
    #[error("'{0}' must be {1}")]
    Type(String, Expected),
    /// Too many or too few characters, items or seconds.
    #[error("'{0}' must have {1} to {2} {3}")]
    Bounds(String, usize, usize, Unit),
    /// A value that is not in a list.
    #[error("'{0}' must be one of {1}")]
    NotOneOf(&'static str, String),
    /// The name of a parameter.
    #[error("a parameter is called by a small letter and then letters and digits, at most 30: '{0}'")]
    ParamName(String),
    /// A parameter that is declared twice.
    #[error("the parameter '{0}' is there twice")]
    ParamTwice(String),
    /// A parameter that `params` does not have.
    #[error("'{{param.{0}}}' is not in 'params'")]
    UnknownParam(String),
    /// A brace that is not closed.
    #[error("'{{' opens a placeholder that does not end; write '{{{{' for the character")]
    OpenPlaceholder,
    /// A placeholder that nobody knows.
    #[error("unknown placeholder {0}")]
    UnknownPlaceholder(String),
    /// A secret where it would leave the house, or be kept.
    #[error("a secret may stand in 'with' of a 'fill' only")]
    SecretNotHere,
    /// Something in `hosts` that is not the same in every run.
    #[error("'hosts' may name parameters, and nothing else")]
    HostOfTheDay,
    /// A host that cannot be one.
    #[error("'{0}' is no host: write name, name:port or *.name")]
    Host(String),
    /// An address that is not of the web.
    #[error("an address begins with https:// or http://")]
    Address,
    /// `contains` without `until = "text"`, or the other way round.
    #[error("'contains' and 'until = \"text\"' belong together")]
    ContainsWithoutText,
    /// A second download.
    #[error("a recipe has one 'download'; this is another")]
    SecondDownload,
    /// No download.
    #[error("a recipe needs one 'download' step")]
    NoDownload,
}

/// The kinds of steps, for messages.
const STEP_KINDS: &str = "open, fill, choose, click, press, wait, accept-dialog, frame, window, download, fail-if";

/// Where a key stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// At the top.
    Recipe,
    /// In a step whose kind is not known.
    Step,
    /// In a step of this kind.
    StepOf(&'static str),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Recipe => f.write_str("at the top of a recipe"),
            Self::Step => write!(f, "in a step, which says one of {STEP_KINDS}"),
            Self::StepOf(kind) => write!(f, "in a step '{kind}'"),
        }
    }
}

/// What a value must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    /// A text.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Switch,
    /// A list of texts.
    Texts,
    /// Tables, written `[[steps]]`.
    Steps,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "a text in quotes",
            Self::Number => "a whole number",
            Self::Switch => "true or false",
            Self::Texts => "a list of texts",
            Self::Steps => "written as [[steps]]",
        })
    }
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Characters of a text.
    Characters,
    /// Items of a list.
    Items,
    /// Seconds.
    Seconds,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Characters => "characters",
            Self::Items => "items",
            Self::Seconds => "seconds",
        })
    }
}

impl Problem {
    /// The same in Korean.
    pub(crate) fn korean(&self) -> impl fmt::Display + '_ {
        Korean(self)
    }
}

struct Korean<'p>(&'p Problem);

impl fmt::Display for Korean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Problem::TooLong(most) => write!(f, "레시피는 {most}바이트를 넘을 수 없습니다"),
            Problem::Syntax(words) => write!(f, "TOML 문법에 맞지 않습니다: {words}"),
            Problem::Missing(key) => write!(f, "‘{key}’이(가) 없습니다"),
            Problem::UnknownKey { key, place } => match place {
                Place::Recipe => write!(f, "레시피에 쓸 수 없는 항목입니다: ‘{key}’"),
                Place::Step => write!(f, "알 수 없는 단계입니다: ‘{key}’. 쓸 수 있는 단계: {STEP_KINDS}"),
                Place::StepOf(kind) => write!(f, "‘{kind}’ 단계에 쓸 수 없는 항목입니다: ‘{key}’"),
            },
            Problem::NoKind => write!(f, "무엇을 하는 단계인지 없습니다. 쓸 수 있는 단계: {STEP_KINDS}"),
            Problem::TwoKinds(one, other) => {
                write!(
                    f,
                    "한 단계에 ‘{one}’과(와) ‘{other}’이(가) 함께 있습니다. 두 단계로 나눠 주세요"
                )
            }
            Problem::Type(key, expected) => write!(f, "‘{key}’은(는) {}여야 합니다", expected.korean()),
            Problem::Bounds(key, least, most, unit) => {
                write!(f, "‘{key}’은(는) {least}~{most}{} 사이여야 합니다", unit.korean())
            }
            Problem::NotOneOf(key, words) => write!(f, "‘{key}’은(는) 다음 가운데 하나여야 합니다: {words}"),
            Problem::ParamName(name) => {
                write!(
                    f,
                    "매개변수 이름은 영문 소문자로 시작하고 영문자와 숫자로 30자까지입니다: ‘{name}’"
                )
            }
            Problem::ParamTwice(name) => write!(f, "매개변수 ‘{name}’이(가) 두 번 있습니다"),
            Problem::UnknownParam(name) => write!(f, "‘{{param.{name}}}’이(가) ‘params’에 없습니다"),
            Problem::OpenPlaceholder => f.write_str("‘{’가 닫히지 않았습니다. 글자로 쓰려면 ‘{{’로 적어 주세요"),
            Problem::UnknownPlaceholder(text) => write!(f, "알 수 없는 자리표시입니다: {text}"),
            Problem::SecretNotHere => f.write_str("비밀 값은 ‘fill’ 단계의 ‘with’에만 쓸 수 있습니다"),
            Problem::HostOfTheDay => f.write_str("‘hosts’에는 매개변수만 쓸 수 있습니다"),
            Problem::Host(host) => {
                write!(
                    f,
                    "호스트가 아닙니다: ‘{host}’. name, name:port, *.name 가운데 하나로 적어 주세요"
                )
            }
            Problem::Address => f.write_str("주소는 https:// 또는 http:// 로 시작해야 합니다"),
            Problem::ContainsWithoutText => f.write_str("‘contains’와 ‘until = \"text\"’는 함께 써야 합니다"),
            Problem::SecondDownload => f.write_str("‘download’ 단계는 하나여야 합니다. 두 번째입니다"),
            Problem::NoDownload => f.write_str("‘download’ 단계가 하나 있어야 합니다"),
        }
    }
}

impl Expected {
    fn korean(self) -> &'static str {
        match self {
            Self::Text => "따옴표로 묶은 글자",
            Self::Number => "정수",
            Self::Switch => "true 또는 false",
            Self::Texts => "글자의 목록",
            Self::Steps => "[[steps]]로 적은 단계",
        }
    }
}

impl Unit {
    fn korean(self) -> &'static str {
        match self {
            Self::Characters => "자",
            Self::Items => "개",
            Self::Seconds => "초",
        }
    }
}
