use chrono::NaiveDate;
use domain::calendar::Month;
use domain::foresight::Holiday;
use ports::driven::{CalendarNotes, MonthlyNotes};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::extract::{Day, MonthText, Object};

/// The company's note of one day (일별 기타).
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CalendarNoteView {
    #[schema(example = "2026-11-19")]
    date: NaiveDate,
    #[schema(example = "수능")]
    note: String,
}

/// The company's notes by day.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CalendarNotesView {
    notes: Vec<CalendarNoteView>,
}

impl From<CalendarNotes> for CalendarNotesView {
    fn from(notes: CalendarNotes) -> Self {
        let view = |(date, note)| CalendarNoteView { date, note };
        Self {
            notes: notes.notes.into_iter().map(view).collect(),
        }
    }
}

/// A public holiday.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HolidayView {
    #[schema(example = "2026-12-25")]
    day: NaiveDate,
    #[schema(example = "성탄절")]
    name: String,
    #[schema(example = "Christmas Day")]
    name_en: String,
}

/// The public holidays of some days, in order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HolidaysView {
    holidays: Vec<HolidayView>,
}

impl From<&[Holiday]> for HolidaysView {
    fn from(holidays: &[Holiday]) -> Self {
        let view = |holiday: &Holiday| HolidayView {
            day: holiday.day,
            name: holiday.name.clone(),
            name_en: holiday.name_en.clone(),
        };
        Self {
            holidays: holidays.iter().map(view).collect(),
        }
    }
}

/// Notes to set; other days stay.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewCalendarNotes {
    #[schema(value_type = Vec<NewCalendarNote>, max_items = 2000)]
    pub(crate) notes: Vec<Object<NewCalendarNote>>,
}

/// The note of one day; `null` or empty removes it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewCalendarNote {
    pub(crate) date: Day,
    #[schema(max_length = 2000)]
    pub(crate) note: Option<String>,
}

/// The company's note of one month (월별 기타).
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MonthlyNoteView {
    #[schema(example = "2026-11")]
    month: String,
    #[schema(example = "수능 마케팅")]
    note: String,
}

/// The company's notes by month.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MonthlyNotesView {
    notes: Vec<MonthlyNoteView>,
}

impl From<MonthlyNotes> for MonthlyNotesView {
    fn from(notes: MonthlyNotes) -> Self {
        let view = |(month, note): (Month, String)| MonthlyNoteView {
            month: month.to_string(),
            note,
        };
        Self {
            notes: notes.notes.into_iter().map(view).collect(),
        }
    }
}

/// Months to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct MonthsQuery {
    /// First month; default: all.
    #[param(inline, nullable = false)]
    pub(crate) from: Option<MonthText>,
    /// Last month; default: all.
    #[param(inline, nullable = false)]
    pub(crate) to: Option<MonthText>,
}

/// Notes to set; other months stay.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewMonthlyNotes {
    #[schema(value_type = Vec<NewMonthlyNote>, max_items = 2000)]
    pub(crate) notes: Vec<Object<NewMonthlyNote>>,
}

/// The note of one month; `null` or empty removes it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewMonthlyNote {
    pub(crate) month: MonthText,
    #[schema(max_length = 2000)]
    pub(crate) note: Option<String>,
}
