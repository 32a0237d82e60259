use utoipa::ToSchema;

/// The bytes of a blank workbook.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
#[expect(dead_code, reason = "stands for a download in the OpenAPI document only")]
pub(crate) struct TemplateBytes(Vec<u8>);
