//! Which sheets and markers a workbook has.

use domain::headings::{Decisions, Role};
use domain::production::Category;
use domain::upload::UploadKind;

/// The kind of workbook: its sheets and markers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Layout {
    /// Plays and musicals.
    Stage,
    /// Concerts.
    Concert,
}

/// A figure that has one column of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    Date,
    Time,
    Paid,
    Revenue,
    Complimentary,
    DepositShare,
    PaidShare,
    ComplimentaryShare,
}

impl Figure {
    pub(crate) const COUNT: usize = 8;
}

/// What a row of a sheet describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SheetKind {
    Daily,
    Performances,
}

/// One sheet of a layout.
#[derive(Debug)]
pub(crate) struct SheetLayout {
    /// Its place in lists of findings.
    pub(crate) number: u8,
    pub(crate) name: &'static str,
    pub(crate) kind: SheetKind,
    /// The required markers.
    pub(crate) markers: &'static [(&'static str, Figure)],
    /// What the markers of paid seats per grade begin with.
    pub(crate) paid_grades: Option<&'static str>,
    /// What the markers of complimentary seats per grade begin with.
    pub(crate) complimentary_grades: Option<&'static str>,
    /// Whether there are columns of names; then at least one is required.
    pub(crate) casts: bool,
}

/// What every marker begins with.
pub(crate) const MARKER_PREFIX: &str = "dash_";
/// The marker of the column that makes a row a data row.
pub(crate) const DATE_MARKER: &str = "dash_date";
/// The marker that only sheets of performances have.
pub(crate) const TIME_MARKER: &str = "dash_time";
/// What the markers of cast columns begin with.
pub(crate) const CAST_MARKER: &str = "dash_cast";

static STAGE_DAILY: SheetLayout = SheetLayout {
    number: 1,
    name: "Daily",
    kind: SheetKind::Daily,
    markers: &[
        (DATE_MARKER, Figure::Date),
        ("dash_seat_deposit_tot", Figure::Paid),
        ("dash_seat_deposit_sales", Figure::Revenue),
    ],
    paid_grades: Some("dash_seat_deposit_"),
    complimentary_grades: None,
    casts: false,
};

static STAGE_PERFORMANCES: SheetLayout = SheetLayout {
    number: 2,
    name: "회차별판매",
    kind: SheetKind::Performances,
    markers: &[
        (DATE_MARKER, Figure::Date),
        (TIME_MARKER, Figure::Time),
        ("dash_seat_paid_tot", Figure::Paid),
        ("dash_seat_paid_sales", Figure::Revenue),
        ("dash_seat_invite_tot", Figure::Complimentary),
        ("dash_share_deposit", Figure::DepositShare),
        ("dash_share_paid", Figure::PaidShare),
        ("dash_share_free", Figure::ComplimentaryShare),
    ],
    paid_grades: Some("dash_seat_paid_"),
    complimentary_grades: Some("dash_seat_invite_"),
    casts: true,
};

static CONCERT_DAILY: SheetLayout = SheetLayout {
    number: 1,
    name: "일일 판매",
    kind: SheetKind::Daily,
    markers: &[
        (DATE_MARKER, Figure::Date),
        ("dash_seat_paid_tot", Figure::Paid),
        ("dash_seat_paid_sales", Figure::Revenue),
        ("dash_seat_invite_tot", Figure::Complimentary),
    ],
    paid_grades: None,
    complimentary_grades: None,
    casts: false,
};

static CONCERT_PERFORMANCES: SheetLayout = SheetLayout {
    number: 2,
    name: "Seat details",
    kind: SheetKind::Performances,
    markers: &[
        (DATE_MARKER, Figure::Date),
        (TIME_MARKER, Figure::Time),
        ("dash_seat_paid_tot", Figure::Paid),
        ("dash_seat_invite_tot", Figure::Complimentary),
    ],
    paid_grades: Some("dash_seat_paid_"),
    complimentary_grades: Some("dash_seat_invite_"),
    casts: false,
};

impl Layout {
    /// The layout of a category's workbooks.
    pub fn of(category: Category) -> Self {
        if category.is_stage() {
            Self::Stage
        } else {
            Self::Concert
        }
    }

    /// Whether it is that of a play or musical.
    pub fn is_stage(self) -> bool {
        self == Self::Stage
    }

    pub(crate) fn daily(self) -> &'static SheetLayout {
        match self {
            Self::Stage => &STAGE_DAILY,
            Self::Concert => &CONCERT_DAILY,
        }
    }

    pub(crate) fn performances(self) -> &'static SheetLayout {
        match self {
            Self::Stage => &STAGE_PERFORMANCES,
            Self::Concert => &CONCERT_PERFORMANCES,
        }
    }

    pub(crate) fn sheets(self) -> [&'static SheetLayout; 2] {
        [self.daily(), self.performances()]
    }

    /// The layout that has more of its sheets; a stage workbook when both have as many.
    pub(crate) fn with_more(count: impl Fn(&SheetLayout) -> usize) -> Self {
        let score = |layout: Self| layout.sheets().into_iter().map(&count).sum::<usize>();
        if score(Self::Concert) > score(Self::Stage) {
            Self::Concert
        } else {
            Self::Stage
        }
    }
}

/// A report on buyers, which is read of any category.
static REPORT: SheetLayout = SheetLayout {
    number: 3,
    name: "판매 리포트",
    kind: SheetKind::Daily,
    markers: &[],
    paid_grades: None,
    complimentary_grades: None,
    casts: false,
};

/// What the normalised name of a report contains.
const REPORT_WORDS: [&str; 2] = ["판매", "리포트"];

/// Of a workbook that has none of the sheets of sales: its first sheet, whatever its name.
pub(crate) const LIST: SheetLayout = SheetLayout {
    number: 4,
    // No sheet has an empty name.
    name: "",
    kind: SheetKind::Daily,
    markers: &[],
    paid_grades: None,
    complimentary_grades: None,
    casts: false,
};

/// Every sheet that is read of any workbook, by number.
pub(crate) fn all_sheets() -> [&'static SheetLayout; SHEETS] {
    [
        &STAGE_DAILY,
        &STAGE_PERFORMANCES,
        &CONCERT_DAILY,
        &CONCERT_PERFORMANCES,
        &LIST,
    ]
}

/// How many kinds of sheets there are.
pub(crate) const SHEETS: usize = 5;

/// The normalised names that a labelled sheet may have; the first of each also as a part of its name.
const DAYS_NAMES: [&str; 3] = ["일일판매", "dailysales", "daily"];
const STAGE_PERFORMANCES_NAMES: [&str; 2] = ["회차별판매", "episodesales"];
const CONCERT_PERFORMANCES_NAMES: [&str; 2] = ["seatdetails", "showsales"];

/// What the names of the sheets of a labelled workbook say of one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Choice {
    /// No sheet has it.
    None,
    /// This one, by its place.
    One(usize),
    /// Several could: these, by their places.
    Several(Vec<usize>),
}

impl Layout {
    /// The sheet of a labelled workbook with this role, by the normalised names of all of them. `further` is what somebody
    /// decided that it is called.
    pub(crate) fn choose(self, role: Role, names: &[String], further: Option<&str>) -> Choice {
        let places = |fits: &dyn Fn(&str) -> bool| {
            let places = names.iter().enumerate().filter(|(_, name)| fits(name));
            let mut places: Vec<usize> = places.map(|(place, _)| place).collect();
            match places.len() {
                0 => Choice::None,
                1 => Choice::One(places.remove(0)),
                _ => Choice::Several(places),
            }
        };
        if let Some(further) = further {
            let choice = places(&|name| name == further);
            if choice != Choice::None {
                return choice;
            }
        }
        let usual: &[&str] = match (role, self) {
            (Role::Days, _) => &DAYS_NAMES,
            (Role::Performances, Self::Stage) => &STAGE_PERFORMANCES_NAMES,
            (Role::Performances, Self::Concert) => &CONCERT_PERFORMANCES_NAMES,
            (Role::Report, _) => return places(&|name| REPORT_WORDS.iter().all(|word| name.contains(word))),
        };
        let choice = places(&|name| usual.contains(&name));
        if choice == Choice::None && self.requires(role) {
            return places(&|name| name.contains(usual[0]));
        }
        choice
    }

    /// As [`Self::choose`], by what somebody decided, the stronger document first.
    pub(crate) fn choose_by(self, role: Role, names: &[String], layouts: &[Decisions]) -> Choice {
        let mut decided = layouts.iter().filter_map(|layout| layout.sheet(role));
        let decided = decided.find(|decided| names.iter().any(|name| name == decided));
        self.choose(role, names, decided)
    }

    /// Of which kind a workbook without markers is, by the normalised names of its sheets.
    pub(crate) fn kind_of(self, names: &[String], layouts: &[Decisions]) -> UploadKind {
        let has = |role| self.choose_by(role, names, layouts) != Choice::None;
        if !has(Role::Days) && !has(Role::Performances) && has(Role::Report) {
            UploadKind::Buyers
        } else {
            UploadKind::Sales
        }
    }

    /// Whether a labelled workbook without a sheet of this role says nothing.
    pub(crate) fn requires(self, role: Role) -> bool {
        match role {
            Role::Days => self == Self::Concert,
            Role::Performances | Role::Report => true,
        }
    }

    /// The layout of a workbook without markers: a concert's when it has such a sheet, and none of a play.
    pub(crate) fn of_labelled(names: &[String]) -> Self {
        let has = |layout: Self| layout.choose(Role::Performances, names, None) != Choice::None;
        if has(Self::Concert) && !has(Self::Stage) {
            Self::Concert
        } else {
            Self::Stage
        }
    }

    /// The sheet of marked workbooks whose place in lists of findings, and whose name where it is missing, a labelled
    /// sheet has.
    pub(crate) fn sheet(self, role: Role) -> &'static SheetLayout {
        match role {
            Role::Days => self.daily(),
            Role::Performances => self.performances(),
            Role::Report => &REPORT,
        }
    }
}

/// The places of all sheets that a labelled workbook of any category may be read from, each once, in order.
pub(crate) fn labelled_sheets(names: &[String], further: &[String]) -> Vec<usize> {
    let mut places = Vec::new();
    for layout in [Layout::Stage, Layout::Concert] {
        for role in Role::ALL {
            let candidates = std::iter::once(None).chain(further.iter().map(|name| Some(name.as_str())));
            for further in candidates {
                if let Choice::One(place) = layout.choose(role, names, further) {
                    places.push(place);
                }
            }
        }
    }
    places.sort_unstable();
    places.dedup();
    places
}
