use chrono::NaiveDate;
use domain::access::Visible;
use domain::production::ProductionId;
use ports::driven::ReportScope;
use ports::driving::Question;
use rust_decimal::Decimal;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::GrainParam;
use crate::extract::{Day, DecimalText};
use crate::problem::ApiError;

/// The parameters of every report.
pub(crate) struct ReportParameters {
    pub(crate) as_of: Option<NaiveDate>,
    production_ids: Vec<String>,
    include_inactive: bool,
}

impl ReportParameters {
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
            $($(#[$of_field])* $field: $kind,)*
        }

        impl From<$name> for ReportParameters {
            fn from(query: $name) -> Self {
                Self {
                    as_of: query.as_of.map(|day| day.0),
                    production_ids: query.production_id,
                    include_inactive: query.include_inactive,
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
        let low_threshold = self.low_threshold.map_or(Decimal::new(4, 1), |threshold| threshold.0);
        if (Decimal::ZERO..=Decimal::ONE).contains(&low_threshold) {
            Ok(Question::Outlook { low_threshold })
        } else {
            Err(ApiError::invalid("lowThreshold", "out_of_range", "between 0 and 1"))
        }
    }
}

report_query! {
    /// The query of `target-vs-actual`.
    TargetVsActualQuery {
        /// Length of the periods.
        #[serde(default)]
        #[param(inline, required = false)]
        grain: GrainParam,
    }
}

impl OwnParameters for TargetVsActualQuery {
    fn question(&self) -> Result<Question, ApiError> {
        Ok(Question::TargetVsActual {
            grain: self.grain.into(),
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
