//! Faults of recipes, by their lines.

use ports::driven::collection::RecipeFault;
use serde::Serialize;
use utoipa::ToSchema;

use super::diagnostic::MessageView;

/// What is wrong with the text of a recipe.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecipeFaultView {
    /// From 1.
    line: u32,
    /// What it is about.
    #[schema(example = "steps[2].until")]
    key: String,
    message: MessageView,
}

impl From<&RecipeFault> for RecipeFaultView {
    fn from(fault: &RecipeFault) -> Self {
        Self {
            line: fault.line,
            key: fault.key.clone(),
            message: MessageView {
                ko: fault.message_ko.clone(),
                en: fault.message_en.clone(),
            },
        }
    }
}
