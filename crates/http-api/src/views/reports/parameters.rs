use chrono::NaiveDate;
use domain::access::Visible;
use domain::production::ProductionId;
use domain::reports::target_vs_actual::Window;
use ports::driven::ReportScope;
use ports::driving::Question;
use rust_decimal::Decimal;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::GrainParam;
use crate::extract::{Day, DecimalText};
use crate::problem::ApiError;
use crate::reports::Format;
use crate::reports::catalogue::Report;

/// The parameters of every report.
pub(crate) struct ReportParameters {
    pub(crate) as_of: Option<NaiveDate>,
    production_ids: Vec<String>,
    include_inactive: bool,
    format: FormatParam,
    table: Option<String>,
}

/// How the answer is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FormatParam {
    #[default]
    Json,
    Csv,
    Xlsx,
}

impl ReportParameters {
    /// How the answer is written: in a CSV the table named, else the first.
    pub(crate) fn format(&self, report: impl Fn() -> &'static Report) -> Result<Format, ApiError> {
        let tables = || report().tables.iter().map(|table| table.name);
        match (self.format, &self.table) {
            (FormatParam::Csv, None) => Ok(Format::Csv(tables().next().expect("a report has a table"))),
            (FormatParam::Csv, Some(name)) => {
                let named = tables().find(|table| table == name).map(Format::Csv);
                let expected = || tables().collect::<Vec<_>>().join(", ");
                named.ok_or_else(|| ApiError::invalid("table", "unknown", format!("one of {}", expected())))
            }
            (FormatParam::Json | FormatParam::Xlsx, Some(_)) => {
                Err(ApiError::invalid("table", "not_csv", "a table only with format=csv"))
            }
            (FormatParam::Json, None) => Ok(Format::Json),
            (FormatParam::Xlsx, None) => Ok(Format::Xlsx),
        }
    }

    /// Of the productions that are `visible`. An id that is none names nothing that the caller may see.
    pub(crate) fn scope(&self, visible: Visible) -> Result<ReportScope, ApiError> {
        let id = |text: &String| {
            Uuid::try_parse(text)
                .map(ProductionId)
                .map_err(|_| ApiError::NotFound("production"))
        };
        let mut production_ids = self.production_ids.iter().map(id).collect::<Result<Vec<_>, _>>()?;
        // In whatever order they are named, it is the same question.
        production_ids.sort_unstable();
        production_ids.dedup();
        Ok(ReportScope {
            visible,
            production_ids,
            include_inactive: self.include_inactive,
        })
    }
}

/// The query of a report with parameters of its own.
pub(crate) trait OwnParameters: Into<ReportParameters> {
    /// What is asked.
    fn question(&self) -> Result<Question, ApiError>;
}

/// The query of a report: the parameters of every report, and its own.
macro_rules! report_query {
    ($(#[$about:meta])* $name:ident { $($(#[$of_field:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$about])*
        #[derive(Debug, Deserialize, IntoParams)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        #[into_params(parameter_in = Query)]
        pub(crate) struct $name {
            /// The day that moves the report's windows, never the snapshot; default: today.
            #[param(inline, nullable = false)]
            as_of: Option<Day>,
            /// Only these productions, active or not; repeatable. One of another category is left out.
            #[serde(default)]
            #[param(value_type = Vec<Uuid>, required = false)]
            production_id: Vec<String>,
            /// Without named productions: inactive ones as well.
            #[serde(default)]
            #[param(required = false)]
            include_inactive: bool,
            /// How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each.
            #[serde(default)]
            #[param(inline, required = false)]
            format: FormatParam,
            /// With `format=csv`: which table, by its name in the catalogue; default: the first.
            #[param(nullable = false)]
            table: Option<String>,
            $($(#[$of_field])* $field: $kind,)*
        }

        impl From<$name> for ReportParameters {
            fn from(query: $name) -> Self {
                Self {
                    as_of: query.as_of.map(|day| day.0),
                    production_ids: query.production_id,
                    include_inactive: query.include_inactive,
                    format: query.format,
                    table: query.table,
                }
            }
        }
    };
}

report_query! {
    /// The query of a report without parameters of its own.
    ReportQuery {}
}

report_query! {
    /// The query of `plays/performances`.
    PerformancesQuery {
        /// First day of performances; default: all.
        #[param(inline, nullable = false)]
        from: Option<Day>,
        /// Last day of performances; default: all.
        #[param(inline, nullable = false)]
        to: Option<Day>,
    }
}

impl OwnParameters for PerformancesQuery {
    fn question(&self) -> Result<Question, ApiError> {
        Ok(Question::Performances {
            from: self.from.map(|day| day.0),
            to: self.to.map(|day| day.0),
        })
    }
}

report_query! {
    /// The query of `plays/weekly-casts`.
    WeeklyCastsQuery {
        /// How many casts of each production.
        #[param(minimum = 1, maximum = 100, default = 3, nullable = false)]
        top: Option<usize>,
    }
}

impl OwnParameters for WeeklyCastsQuery {
    fn question(&self) -> Result<Question, ApiError> {
        let top = self.top.unwrap_or(3);
        if (1..=100).contains(&top) {
            Ok(Question::WeeklyCasts { top })
        } else {
            Err(ApiError::invalid("top", "out_of_range", "between 1 and 100"))
        }
    }
}

report_query! {
    /// The query of `plays/outlook`.
    OutlookQuery {
        /// Occupancy below which a performance is low.
        #[param(value_type = Option<f64>, minimum = 0, maximum = 1, default = 0.4, nullable = false)]
        low_threshold: Option<DecimalText>,
    }
}

impl OwnParameters for OutlookQuery {
    fn question(&self) -> Result<Question, ApiError> {
        let low_threshold = low_threshold(self.low_threshold)?;
        Ok(Question::Outlook { low_threshold })
    }
}

report_query! {
    /// The query of `overview`.
    OverviewQuery {
        /// Occupancy below which a performance is low.
        #[param(value_type = Option<f64>, minimum = 0, maximum = 1, default = 0.4, nullable = false)]
        low_threshold: Option<DecimalText>,
    }
}

impl OwnParameters for OverviewQuery {
    fn question(&self) -> Result<Question, ApiError> {
        let low_threshold = low_threshold(self.low_threshold)?;
        Ok(Question::Overview { low_threshold })
    }
}

/// A share of the house, two fifths unless another is named.
fn low_threshold(named: Option<DecimalText>) -> Result<Decimal, ApiError> {
    let share = named.map_or(Decimal::new(4, 1), |named| named.0);
    if (Decimal::ZERO..=Decimal::ONE).contains(&share) {
        Ok(share)
    } else {
        Err(ApiError::invalid("lowThreshold", "out_of_range", "between 0 and 1"))
    }
}

report_query! {
    /// The query of `target-vs-actual`.
    TargetVsActualQuery {
        /// Length of the periods.
        #[serde(default)]
        #[param(inline, required = false)]
        grain: GrainParam,
        /// Only periods that touch the days from this one on; default: all.
        #[param(inline, nullable = false)]
        from: Option<Day>,
        /// Only periods that touch the days up to this one; default: all.
        #[param(inline, nullable = false)]
        to: Option<Day>,
    }
}

impl OwnParameters for TargetVsActualQuery {
    fn question(&self) -> Result<Question, ApiError> {
        Ok(Question::TargetVsActual {
            grain: self.grain.into(),
            window: Window {
                from: self.from.map(|day| day.0),
                to: self.to.map(|day| day.0),
            },
        })
    }
}

report_query! {
    /// The query of `upload-coverage`.
    UploadCoverageQuery {
        /// How many days up to `asOf`.
        #[param(minimum = 1, maximum = 400, default = 90, nullable = false)]
        days: Option<u32>,
    }
}

impl OwnParameters for UploadCoverageQuery {
    fn question(&self) -> Result<Question, ApiError> {
        let days = self.days.unwrap_or(90);
        if (1..=400).contains(&days) {
            Ok(Question::UploadCoverage { days })
        } else {
            Err(ApiError::invalid("days", "out_of_range", "between 1 and 400"))
        }
    }
}
