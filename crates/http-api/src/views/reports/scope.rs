use domain::access::Visible;
use domain::production::ProductionId;
use ports::driven::ReportScope;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::GrainParam;
use crate::extract::Day;
use crate::problem::ApiError;

/// Parameters of every report.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReportQuery {
    /// The day that moves the report's windows, never the snapshot; default: today.
    #[param(inline, nullable = false)]
    pub(crate) as_of: Option<Day>,
    /// Only these productions, active or not; repeatable. One of another category is left out.
    #[serde(default)]
    #[param(value_type = Vec<Uuid>, required = false)]
    production_id: Vec<String>,
    /// Without named productions: inactive ones as well.
    #[serde(default)]
    #[param(required = false)]
    include_inactive: bool,
}

/// Parameters of `plays/performances`.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PerformancesQuery {
    /// The day that moves the report's windows; this report has none.
    #[param(inline, nullable = false)]
    pub(crate) as_of: Option<Day>,
    /// Only these productions, active or not; repeatable. One of another category is left out.
    #[serde(default)]
    #[param(value_type = Vec<Uuid>, required = false)]
    production_id: Vec<String>,
    /// Without named productions: inactive ones as well.
    #[serde(default)]
    #[param(required = false)]
    include_inactive: bool,
    /// First day of performances; default: all.
    #[param(inline, nullable = false)]
    pub(crate) from: Option<Day>,
    /// Last day of performances; default: all.
    #[param(inline, nullable = false)]
    pub(crate) to: Option<Day>,
}

/// Parameters of `target-vs-actual`.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct TargetVsActualQuery {
    /// The day that moves the report's windows; this report has none.
    #[param(inline, nullable = false)]
    pub(crate) as_of: Option<Day>,
    /// Only these productions, active or not; repeatable.
    #[serde(default)]
    #[param(value_type = Vec<Uuid>, required = false)]
    production_id: Vec<String>,
    /// Without named productions: inactive ones as well.
    #[serde(default)]
    #[param(required = false)]
    include_inactive: bool,
    /// Length of the periods.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) grain: GrainParam,
}

/// Of the productions that are `visible`. An id that is none names nothing that the caller may see.
fn scope(named: &[String], include_inactive: bool, visible: Visible) -> Result<ReportScope, ApiError> {
    let id = |text: &String| {
        Uuid::try_parse(text)
            .map(ProductionId)
            .map_err(|_| ApiError::NotFound("production"))
    };
    Ok(ReportScope {
        visible,
        production_ids: named.iter().map(id).collect::<Result<_, _>>()?,
        include_inactive,
    })
}

impl ReportQuery {
    pub(crate) fn scope(&self, visible: Visible) -> Result<ReportScope, ApiError> {
        scope(&self.production_id, self.include_inactive, visible)
    }
}

impl PerformancesQuery {
    pub(crate) fn scope(&self, visible: Visible) -> Result<ReportScope, ApiError> {
        scope(&self.production_id, self.include_inactive, visible)
    }
}

impl TargetVsActualQuery {
    pub(crate) fn scope(&self, visible: Visible) -> Result<ReportScope, ApiError> {
        scope(&self.production_id, self.include_inactive, visible)
    }
}
