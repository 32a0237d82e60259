//! What people's own headings say: which column of a sheet holds what.
//!
//! The rules are those of labels, not of places: columns may stand anywhere, in any order, under one row of labels or two.
//! What has two readings is no reading: such a column is [`Meaning::Unknown`], and whoever reads the rows says so.

mod changes;
mod decisions;
mod document;
mod finding;
mod grid;
mod meanings;
mod normal;
mod pairs;
mod recognised;
#[cfg(test)]
mod tests;
mod vocabulary;

use crate::agency::AgencyCode;
use crate::diagnostics::CellAddress;
use crate::grade::Grade;

pub use self::changes::{LabelChanges, LabelPair};
pub use self::decisions::{Decision, Decisions, Means};
pub use self::document::LayoutDocument;
pub use self::grid::{Grid, Region};
pub use self::normal::normalised;
pub use self::recognised::{ColumnContents, DataRows, RecognisedSheet};
pub use self::vocabulary::is_check_word;

/// What the rows of a sheet describe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Sale days.
    Days,
    /// Performances.
    Performances,
    /// Nothing by itself: a report on buyers, whose sections have headings of their own.
    Report,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Days, Self::Performances, Self::Report];

    /// The word in answers and layouts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Performances => "performances",
            Self::Report => "report",
        }
    }
}

/// Which of the booked seats figures count. Booked are those that are paid for and those that are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// All.
    Booked,
    /// Money has been received for them.
    Deposited,
    /// Not yet.
    Pending,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Booked, Self::Deposited, Self::Pending];

    /// The word in answers and layouts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Deposited => "deposited",
            Self::Pending => "pending",
        }
    }
}

/// Whose figures they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    /// All agencies together.
    Paid,
    /// Seats given away; they have no state, and count as booked.
    Complimentary,
    /// Paid and complimentary seats together.
    All,
    /// One agency.
    Agency(AgencyCode),
}

impl Of {
    /// The agency, where it is one.
    pub fn agency(&self) -> Option<&AgencyCode> {
        match self {
            Self::Agency(code) => Some(code),
            Self::Paid | Self::Complimentary | Self::All => None,
        }
    }

    /// The word in answers.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::Complimentary => "complimentary",
            Self::All => "all",
            Self::Agency(_) => "agency",
        }
    }
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// The number of the performance.
    Number,
    /// The day.
    Date,
    /// Its weekday.
    Weekday,
    /// The time of day.
    Time,
    /// What people note.
    Remark,
    /// Who plays this role.
    Role(String),
    /// Seats: of one grade, or in total.
    Seats(Of, State, Option<Grade>),
    /// Won.
    Won(Of, State),
    /// A share of the house.
    Share(Of, State),
    /// What a program does not need.
    Ignored,
    /// Nobody can say.
    Unknown {
        /// Whether it stands among figures that count, so that it must not be passed over.
        within_group: bool,
    },
}

impl Meaning {
    /// The word in answers.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Weekday => "weekday",
            Self::Time => "time",
            Self::Remark => "remark",
            Self::Role(_) => "role",
            Self::Seats(..) => "seats",
            Self::Won(..) => "won",
            Self::Share(..) => "share",
            Self::Ignored => "ignored",
            Self::Unknown { .. } => "unknown",
        }
    }

    /// Whose seats, won or share it holds, and in which state; `None` where it holds none of these.
    pub fn figures(&self) -> Option<(&Of, State)> {
        match self {
            Self::Seats(of, state, _) | Self::Won(of, state) | Self::Share(of, state) => Some((of, *state)),
            _ => None,
        }
    }

    /// The grade whose seats it holds.
    pub fn grade(&self) -> Option<&Grade> {
        match self {
            Self::Seats(_, _, grade) => grade.as_ref(),
            _ => None,
        }
    }

    /// Whether it holds seats or won.
    pub fn is_sum(&self) -> bool {
        matches!(self, Self::Seats(..) | Self::Won(..))
    }

    /// Whether it holds seats, won or a share.
    pub fn is_figure(&self) -> bool {
        self.is_sum() || matches!(self, Self::Share(..))
    }
}

/// Where a meaning comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The words that everybody uses.
    Vocabulary,
    /// A decision that somebody saved.
    Layout,
    /// Nowhere: the meaning is unknown.
    None,
}

impl Source {
    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vocabulary => "vocabulary",
            Self::Layout => "layout",
            Self::None => "none",
        }
    }
}

/// A column with its labels and its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Counted from 0.
    pub column: u32,
    /// The label of its group, as written.
    pub upper: Option<String>,
    /// The label directly above its cells, as written.
    pub lower: Option<String>,
    /// The cell of its label: the lower one, or else the upper one.
    pub label_cell: CellAddress,
    /// What it holds.
    pub meaning: Meaning,
    /// Where that comes from.
    pub source: Source,
    /// The place, in the list of columns, of one further left that means the same, and counts.
    pub same_as: Option<usize>,
}

/// An agency that a heading names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedAgency {
    /// Its code.
    pub code: AgencyCode,
    /// Its name in answers.
    pub name: String,
    /// The cell of its first label.
    pub label_cell: CellAddress,
    /// Whether it is known to everybody, or a layout names it.
    pub is_known: bool,
}

/// The heading of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The row of the groups, if there is one, counted from 0.
    pub group_row: Option<u32>,
    /// The row of the lower labels; data stand below.
    pub row: u32,
    /// All columns with a label or a meaning, from left to right.
    pub columns: Vec<Column>,
    /// The agencies, from left to right.
    pub agencies: Vec<NamedAgency>,
}

/// What is known of a production besides its workbook, and of its layout.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// What the rows describe.
    pub role: Role,
    /// Whether it is a play or musical.
    pub is_stage: bool,
    /// The grades of the production with what it calls them.
    pub grades: &'a [(Grade, Option<String>)],
    /// Decisions that somebody saved, the stronger document first.
    pub decisions: &'a [Decisions],
}

/// How many rows from the top a heading begins in.
pub const HEADING_ROWS: u32 = 40;
/// How many rows must be known before a heading can be read: the last that a heading reaches down to, and those below in
/// which days may show where they stand.
pub const LOOKED_AT_ROWS: u32 = HEADING_ROWS + 2 + 5;
