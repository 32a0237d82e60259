use std::fmt;

/// Something that people fill in. How a field is called where they do is for whoever asks them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Code of a production.
    Code,
    /// Name of a production, a person or a key.
    Name,
    /// What kind of production it is.
    Category,
    /// Whether a production is on sale.
    Active,
    /// Where a production plays.
    Venue,
    /// First day with a performance.
    RunStart,
    /// Last day with a performance.
    RunEnd,
    /// First day of sale.
    SaleStart,
    /// Last day of sale.
    SaleEnd,
    /// Length of a performance.
    RunningMinutes,
    /// Share of the house that is aimed at.
    TargetShare,
    /// Revenue at which the costs are met.
    BreakEven,
    /// Seats on sale per performance.
    SeatsPerPerformance,
    /// Last day of previews.
    PreviewEnd,
    /// When a concert begins.
    ConcertAt,
    /// Seats per grade.
    SeatInventory,
    /// Seat grades in their order.
    SeatGrades,
    /// A seat grade.
    Grade,
    /// Price of a seat.
    Price,
    /// A number of seats.
    Seats,
    /// What a production costs.
    ProductionCost,
    /// Which revenue is meant.
    RevenueBasis,
    /// A production's own webhook.
    SlackWebhook,
    /// Targets, one for each day.
    Targets,
    /// Target of a day.
    Target,
    /// A day.
    Date,
    /// First day of a period.
    From,
    /// Last day of a period.
    To,
    /// What is spread over days.
    Total,
    /// Weights of the weekdays, Monday first.
    WeekdayWeights,
    /// Productions that are named.
    Productions,
    /// The production that targets are taken from.
    FromProduction,
    /// What targets are multiplied by.
    Factor,
    /// Marketing weeks.
    Weeks,
    /// Monday of a week.
    WeekStart,
    /// What marketing does for sales in a week.
    SalesMarketing,
    /// Promotion of a week.
    Promotion,
    /// What else there is in a week.
    Other,
    /// Notes, one for each day or month.
    Notes,
    /// Text of a note.
    Note,
    /// A month.
    Month,
    /// Address that somebody signs in with.
    Email,
    /// A password.
    Password,
    /// The password until now.
    CurrentPassword,
    /// The password from now on.
    NewPassword,
    /// A code of the second factor.
    FactorCode,
    /// When a key ends.
    ExpiresAt,
    /// What a schedule does.
    Kind,
    /// When a schedule is due.
    Cron,
    /// Where messages go.
    Destinations,
    /// Addresses of mail.
    Addresses,
    /// An address of the web.
    Url,
    /// What a webhook is signed with.
    Secret,
    /// Whether a destination is told of snapshots.
    TakesSnapshots,
    /// Kinds of alerts that are not told for a time.
    Mutes,
    /// Until when something holds.
    Until,
    /// Views that somebody keeps.
    Views,
    /// Address of a page.
    Path,
    /// Addresses of pages.
    Paths,
    /// Columns that somebody has hidden.
    HiddenColumns,
    /// What a screen on the wall shows.
    Wall,
    /// How long something stays.
    Seconds,
    /// The release whose news were seen.
    SeenRelease,
    /// What the sheets of workbooks are called.
    Sheets,
    /// What the sheet of sale days is called.
    DaysSheet,
    /// What the sheet of performances is called.
    PerformancesSheet,
    /// What the sheet of a report on buyers is called.
    ReportSheet,
    /// What labels of workbooks mean.
    Labels,
    /// A label, with that of its group.
    Label,
    /// What a label means.
    Means,
    /// A text.
    Text,
    /// A ticket agency.
    Agency,
    /// A share of the price.
    Rate,
    /// Seat grades that are named.
    Grades,
    /// The production of a source.
    Production,
    /// How the record date of a file is found, or which it is.
    RecordDate,
    /// When a source runs.
    Schedule,
    /// Where a source gets its files from.
    Config,
    /// The folder below the one that is configured.
    FolderPath,
    /// Names of files.
    Patterns,
    /// An address that a file is fetched from.
    SourceUrl,
    /// The name of a file.
    FileName,
    /// A header that proves who asks.
    SecretHeader,
    /// Values for the parameters of a recipe.
    Params,
    /// Why something is done.
    Reason,
}

/// One step on the way to a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A field.
    Field(Field),
    /// An item of a list, from 0.
    Item(usize),
    /// The rows of a file.
    Rows,
    /// A row or line of a file, as the file counts.
    Row(u32),
    /// A column of a file, by its name there.
    Column(String),
}

/// Where a rule is broken, from the outside inwards: the target of the third item, the day in row 7. Without any part it
/// is all of what was sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place(Vec<Part>);

impl Place {
    /// All of what was sent.
    pub const WHOLE: Self = Self(Vec::new());

    /// The rows of a file.
    pub fn rows() -> Self {
        Self(vec![Part::Rows])
    }

    /// A column of a file.
    pub fn column(name: impl Into<String>) -> Self {
        Self(vec![Part::Column(name.into())])
    }

    /// An item, from 0, of a list.
    pub fn item(list: Field, index: usize) -> Self {
        Self(vec![Part::Field(list), Part::Item(index)])
    }

    /// A field of this place.
    #[must_use]
    pub fn field(mut self, field: Field) -> Self {
        self.0.push(Part::Field(field));
        self
    }

    /// An item, from 0, of this place.
    #[must_use]
    pub fn at(mut self, index: usize) -> Self {
        self.0.push(Part::Item(index));
        self
    }

    /// This place in a row of a file.
    #[must_use]
    pub fn in_row(mut self, row: u32) -> Self {
        self.0.insert(0, Part::Row(row));
        self
    }

    /// The parts, from the outside inwards.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }
}

impl From<Field> for Place {
    fn from(field: Field) -> Self {
        Self(vec![Part::Field(field)])
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            match part {
                Part::Field(field) => write!(f, "{field:?}")?,
                Part::Item(item) => write!(f, "item {}", item + 1)?,
                Part::Rows => f.write_str("rows")?,
                Part::Row(row) => write!(f, "row {row}")?,
                Part::Column(name) => write!(f, "column {name}")?,
            }
        }
        Ok(())
    }
}
