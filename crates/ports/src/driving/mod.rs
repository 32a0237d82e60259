//! What the world may ask of the use cases.

mod desks;
mod reports;
mod targets;
mod templates;
mod uploads;

pub use desks::{DeskError, PlanningDesk, ProductionChange, ProductionDesk, Targets};
pub use reports::{ReportError, Reports, Resolved};
pub use targets::{Distribution, DistributionMethod, TargetCopy, TargetDesk};
pub use templates::{TemplateDesk, WorkbookTemplate};
pub use uploads::{
    Download, DryRun, ProductionChoice, ReceivedFile, Submission, UploadDesk, UploadError, UploadProcessing,
    UploadRequest,
};

#[cfg(feature = "mocks")]
pub use self::{
    desks::{MockPlanningDesk, MockProductionDesk},
    reports::MockReports,
    targets::MockTargetDesk,
    templates::MockTemplateDesk,
    uploads::{MockUploadDesk, MockUploadProcessing},
};
