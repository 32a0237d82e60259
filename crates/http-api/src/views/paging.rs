use domain::text::as_seen;
use ports::paging::{MAX_PAGE, MAX_PER_PAGE, Order, Page, Paging};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::problem::ApiError;

/// Direction of a sorted list.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OrderParam {
    #[default]
    Asc,
    Desc,
}

impl From<OrderParam> for Order {
    fn from(order: OrderParam) -> Self {
        match order {
            OrderParam::Asc => Self::Ascending,
            OrderParam::Desc => Self::Descending,
        }
    }
}

/// Direction of a list whose newest items are what one looks for.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum NewestFirst {
    Asc,
    #[default]
    Desc,
}

impl From<NewestFirst> for Order {
    fn from(order: NewestFirst) -> Self {
        match order {
            NewestFirst::Asc => Self::Ascending,
            NewestFirst::Desc => Self::Descending,
        }
    }
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PageView<T> {
    /// The items of this page.
    items: Vec<T>,
    /// Page number, from 1.
    #[schema(example = 1)]
    page: u32,
    /// Items per page.
    #[schema(example = 50)]
    per_page: u32,
    /// Number of items on all pages.
    #[schema(minimum = 0)]
    total: i64,
}

impl<T> PageView<T> {
    pub(crate) fn new<D>(page: Page<D>, paging: Paging, view: impl Fn(D) -> T) -> Self {
        let items = page.items.into_iter().map(view).collect();
        Self {
            items,
            page: paging.page,
            per_page: paging.per_page,
            total: page.total,
        }
    }
}

/// Page and size within their bounds.
pub(crate) fn paging(page: Option<u32>, per_page: Option<u32>) -> Result<Paging, ApiError> {
    let default = Paging::default();
    let paging = Paging {
        page: page.unwrap_or(default.page),
        per_page: per_page.unwrap_or(default.per_page),
    };
    if !(1..=MAX_PAGE).contains(&paging.page) {
        return Err(ApiError::invalid("page", "out_of_range", "between 1 and 1 000 000"));
    }
    if !(1..=MAX_PER_PAGE).contains(&paging.per_page) {
        return Err(ApiError::invalid("perPage", "out_of_range", "between 1 and 200"));
    }
    Ok(paging)
}

/// The text to search for: as it looks, as texts are kept; not blank, at most 200 characters, without NUL, which the
/// database cannot hold.
pub(crate) fn search_text(q: Option<String>) -> Result<Option<String>, ApiError> {
    let text = q.map(|text| as_seen(&text).trim().to_owned());
    let Some(text) = text.filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    if text.chars().count() > 200 {
        return Err(ApiError::invalid("q", "too_long", "at most 200 characters"));
    }
    if text.contains('\0') {
        return Err(ApiError::invalid("q", "control_character", "no NUL"));
    }
    Ok(Some(text))
}
