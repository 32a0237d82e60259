use ports::driven::ProductionSort;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::CategoryView;
use crate::views::paging::OrderParam;

/// What a list of productions is sorted by.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ProductionSortParam {
    #[default]
    Code,
    Name,
    Category,
    RunStart,
    SaleStart,
    CreatedAt,
}

impl From<ProductionSortParam> for ProductionSort {
    fn from(sort: ProductionSortParam) -> Self {
        match sort {
            ProductionSortParam::Code => Self::Code,
            ProductionSortParam::Name => Self::Name,
            ProductionSortParam::Category => Self::Category,
            ProductionSortParam::RunStart => Self::RunStart,
            ProductionSortParam::SaleStart => Self::SaleStart,
            ProductionSortParam::CreatedAt => Self::CreatedAt,
        }
    }
}

/// Which productions to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ProductionListQuery {
    /// Page number, from 1.
    #[param(minimum = 1, maximum = 1_000_000, default = 1, nullable = false)]
    pub(crate) page: Option<u32>,
    /// Items per page.
    #[param(minimum = 1, maximum = 200, default = 50, nullable = false)]
    pub(crate) per_page: Option<u32>,
    /// What to sort by.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) sort: ProductionSortParam,
    /// Direction.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) order: OrderParam,
    /// Part of the code or the name.
    #[param(max_length = 200, nullable = false)]
    pub(crate) q: Option<String>,
    /// Only this category.
    #[param(inline, nullable = false)]
    pub(crate) category: Option<CategoryView>,
    /// Only active ones, or only inactive ones.
    #[param(nullable = false)]
    pub(crate) active: Option<bool>,
}

/// Whether a change may lose targets and notes.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ForceQuery {
    /// Lose targets and notes that the new sale period has no place for.
    #[serde(default)]
    #[param(required = false)]
    pub(crate) force: bool,
}

/// Whether a deletion may take uploads with it.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DeletionQuery {
    /// Delete the production's uploads and their snapshots as well.
    #[serde(default)]
    #[param(required = false)]
    pub(crate) force: bool,
}
