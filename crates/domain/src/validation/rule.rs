use std::fmt;

use thiserror::Error;

/// A rule that something from people breaks; as text, what is expected instead.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Rule {
    /// It is missing or blank.
    #[error("something; it may not be left out")]
    Required,
    /// It cannot be read.
    #[error("{0}")]
    Malformed(Form),
    /// A text of fewer characters than this.
    #[error("at least {0} characters")]
    TooShort(usize),
    /// A text of more characters than this.
    #[error("at most {0} characters")]
    TooLong(usize),
    /// A sale period of more days than this.
    #[error("a sale period of at most {0} days")]
    PeriodTooLong(i64),
    /// More days than this.
    #[error("at most {0} days")]
    TooManyDays(i64),
    /// A list of more items than this.
    #[error("at most {0} rows")]
    TooManyRows(usize),
    /// More productions than this.
    #[error("at most {0} productions")]
    TooManyProductions(u64),
    /// More items than this.
    #[error("at most {0}")]
    TooMany(usize),
    /// A secret of fewer or more bytes than these.
    #[error("of a webhook: {0} to {1} bytes")]
    SecretOutOfRange(usize, usize),
    /// Destinations of this kind do not have it.
    #[error("nothing, for a destination of this kind")]
    NotOfThisKind,
    /// A whole group means another kind of thing than a column.
    #[error("of a group: agency, paid, complimentary or ignored; of a column: grade, count, won or ignored")]
    NotOfThisLabel,
    /// People do not set up schedules of this kind.
    #[error("a kind of message")]
    NotForPeople,
    /// No times at which something can be due; says why.
    #[error("{0}")]
    NoTimes(String),
    /// Not as many items as this.
    #[error("{0} weights, Monday first")]
    WrongLength(usize),
    /// It has characters that steer.
    #[error("no control characters")]
    ControlCharacter,
    /// It has more than one line.
    #[error("no line breaks or tabs")]
    LineBreak,
    /// It has characters that nobody sees.
    #[error("no invisible characters")]
    FormatCharacter,
    /// A number outside of these bounds.
    #[error("between {0} and {1}")]
    OutOfRange(i64, i64),
    /// A day that the calendar does not reach.
    #[error("a day between 2000-01-01 and 2100-12-31")]
    DayOutOfRange,
    /// More grades, or more seats in one, than there can be.
    #[error("at most 50 grades of 0 to 1000000 seats")]
    InventoryOutOfRange,
    /// A target above this would come of it.
    #[error("no target above {0} won")]
    TargetOutOfRange(i64),
    /// More decimal places than this.
    #[error("at most {0} decimal places")]
    TooPrecise(u32),
    /// Not a whole number of won.
    #[error("whole won")]
    Fraction,
    /// No day at all.
    #[error("a day, as 2026-11-19")]
    NotADate,
    /// No number at all.
    #[error("a number of won")]
    NotANumber,
    /// A period that ends before it begins.
    #[error("not before the beginning")]
    BeforeStart,
    /// An instant that has passed.
    #[error("an instant in the future")]
    Past,
    /// An instant further ahead than so many days.
    #[error("an instant within {0} days")]
    TooFar(i64),
    /// A day or a week without sale.
    #[error("one of the sale period")]
    OutsideSalePeriod,
    /// A production whose sale period nobody has set.
    #[error("a production with a sale period")]
    NoSalePeriod,
    /// Weights that add up to nothing.
    #[error("a weight above 0")]
    NoWeight,
    /// A production whose sale shows no curve.
    #[error("a production that sold in its sale period")]
    NothingSold,
    /// Named a second time.
    #[error("each one once")]
    Duplicate,
    /// Another production has it.
    #[error("one that no other production has")]
    Taken,
    /// There is no such thing.
    #[error("what exists")]
    Unknown,
    /// A column that such lists do not have.
    #[error("a column of a list of this kind")]
    UnknownColumn,
    /// An address that messages may not be sent to.
    #[error("an address that may be sent to")]
    NotAllowed,
    /// A password that everybody tries.
    #[error("a password that is not among the commonest")]
    CommonPassword,
    /// A password that is hardly more than who one is.
    #[error("a password that is more than one's name or address")]
    OwnWords,
    /// Not the present password.
    #[error("the present password")]
    WrongPassword,
    /// Not a code of the second factor, or one that was used.
    #[error("a code of the second factor that was not used before")]
    WrongCode,
}

impl Rule {
    /// The stable word for the rule, as answers have it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Malformed(_) | Self::NoTimes(_) => "malformed",
            Self::TooShort(_) => "too_short",
            Self::TooLong(_) | Self::PeriodTooLong(_) | Self::TooManyDays(_) | Self::TooManyRows(_) => "too_long",
            Self::TooManyProductions(_) | Self::TooMany(_) => "too_many",
            Self::WrongLength(_) => "wrong_length",
            Self::ControlCharacter | Self::LineBreak => "control_character",
            Self::FormatCharacter => "format_character",
            Self::OutOfRange(..)
            | Self::DayOutOfRange
            | Self::InventoryOutOfRange
            | Self::TargetOutOfRange(_)
            | Self::SecretOutOfRange(..)
            | Self::TooFar(_) => "out_of_range",
            Self::TooPrecise(_) => "too_precise",
            Self::Fraction => "fraction",
            Self::NotADate => "not_a_date",
            Self::NotANumber => "not_a_number",
            Self::BeforeStart => "before_start",
            Self::Past => "past",
            Self::OutsideSalePeriod => "outside_sale_period",
            Self::NoSalePeriod => "no_sale_period",
            Self::NoWeight => "no_weight",
            Self::NothingSold => "nothing_sold",
            Self::Duplicate => "duplicate",
            Self::Taken => "taken",
            Self::Unknown => "unknown",
            Self::UnknownColumn => "unknown_column",
            Self::NotAllowed => "not_allowed",
            Self::NotOfThisKind => "not_of_this_kind",
            Self::NotOfThisLabel => "not_of_this_label",
            Self::NotForPeople => "not_for_people",
            Self::CommonPassword => "common",
            Self::OwnWords => "own_words",
            Self::WrongPassword | Self::WrongCode => "wrong",
        }
    }
}

/// What a value that cannot be read should look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Code of a production.
    Code,
    /// Kind of production.
    Category,
    /// Basis of revenue.
    Basis,
    /// Text, and no error of a formula.
    Text,
    /// Yes or no.
    Flag,
    /// A day.
    Day,
    /// A number.
    Number,
    /// A number without a fraction.
    WholeNumber,
    /// A day with a time.
    Instant,
    /// An address of mail.
    Email,
    /// The name of something that the web has.
    Word,
    /// An address in the web application itself.
    Path,
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Code => "1 to 32 letters A-Z, digits, - and .",
            Self::Category => "concert, musical or play (콘서트, 뮤지컬, 연극)",
            Self::Basis => "booked or deposited (예매, 입금)",
            Self::Text => "a text, not an error of a formula",
            Self::Flag => "true or false (예, 아니오)",
            Self::Day => "a day, as 2026-11-19",
            Self::Number => "a number",
            Self::WholeNumber => "a whole number",
            Self::Instant => "a date and a time, as 2026-12-19 18:00",
            Self::Email => "an e-mail address",
            Self::Word => "the name of a table, a column or a release",
            Self::Path => "an address of the web, /plays/weekly",
        })
    }
}
