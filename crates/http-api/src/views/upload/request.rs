use chrono::NaiveDate;
use ports::driven::UploadSort;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{UploadKindView, UploadStatusView};
use crate::extract::Day;
use crate::views::paging::OrderParam;

/// An upload: multipart, its parts in any order.
#[derive(Debug, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(dead_code, reason = "stands for the multipart body in the OpenAPI document only")]
pub(crate) struct UploadForm {
    /// The workbook; of CSV two files, one per sheet, sent together.
    #[schema(value_type = Vec<String>, format = Binary, min_items = 1, max_items = 2)]
    file: Vec<Vec<u8>>,
    /// Which production; default: that of the file name.
    #[schema(nullable = false)]
    production_id: Option<Uuid>,
    /// Its code, instead of its id.
    #[schema(nullable = false, example = "PL2612")]
    production_code: Option<String>,
    /// The day whose close the workbook describes; default: that of the file name.
    #[schema(nullable = false)]
    record_date: Option<NaiveDate>,
    /// The password of a locked `.xlsx`, `.xlsm` or `.xlsb`, which is kept nowhere: what is kept is the opened workbook. A file
    /// that needs none does not mind.
    #[schema(nullable = false, min_length = 1, max_length = 255, format = Password)]
    password: Option<String>,
    /// What it is about; default: `sales` when the workbook has a sheet of sales, else `buyers` when it has a report on buyers
    /// (판매 리포트), else `sales`.
    #[schema(nullable = false)]
    kind: Option<UploadKindView>,
    /// Only say what the upload would do.
    #[schema(nullable = false)]
    dry_run: Option<bool>,
}

/// What a list of uploads is sorted by.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) enum UploadSortParam {
    #[default]
    UploadedAt,
    RecordDate,
    FileName,
    Status,
}

impl From<UploadSortParam> for UploadSort {
    fn from(sort: UploadSortParam) -> Self {
        match sort {
            UploadSortParam::UploadedAt => Self::UploadedAt,
            UploadSortParam::RecordDate => Self::RecordDate,
            UploadSortParam::FileName => Self::FileName,
            UploadSortParam::Status => Self::Status,
        }
    }
}

/// Which uploads to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct UploadListQuery {
    /// Page number, from 1.
    #[param(minimum = 1, maximum = 1_000_000, default = 1, nullable = false)]
    pub(crate) page: Option<u32>,
    /// Items per page.
    #[param(minimum = 1, maximum = 200, default = 50, nullable = false)]
    pub(crate) per_page: Option<u32>,
    /// What to sort by.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) sort: UploadSortParam,
    /// Direction.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) order: OrderParam,
    /// Part of the file name.
    #[param(max_length = 200, nullable = false)]
    pub(crate) q: Option<String>,
    /// Only of this production.
    #[param(value_type = Option<Uuid>, nullable = false)]
    pub(crate) production_id: Option<String>,
    /// Only of this record date.
    #[param(inline, nullable = false)]
    pub(crate) record_date: Option<Day>,
    /// Only of this kind.
    #[param(inline, nullable = false)]
    pub(crate) kind: Option<UploadKindView>,
    /// Only those that stand there.
    #[param(inline, nullable = false)]
    pub(crate) status: Option<UploadStatusView>,
}

/// Which original file.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PartQuery {
    /// 2 for the second of a CSV pair.
    #[param(minimum = 1, maximum = 2, default = 1, nullable = false)]
    pub(crate) part: Option<usize>,
}

/// The bytes of an original file.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
#[expect(dead_code, reason = "stands for a download in the OpenAPI document only")]
pub(crate) struct OriginalBytes(Vec<u8>);
