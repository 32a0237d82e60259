#![doc = include_str!("../README.md")]

mod extract;
mod multipart;
mod openapi;
pub mod problem;
mod routes;
mod views;

use std::sync::Arc;

use actix_web::web::{Data, ServiceConfig};
use ports::driven::{Health, JobQueue};
use ports::driving::{PlanningDesk, ProductionDesk, Reports, TargetDesk, TemplateDesk, UploadDesk};

pub use openapi::openapi;

/// What the routes ask.
#[derive(Clone)]
pub struct Services {
    /// Enters and changes productions.
    pub productions: Arc<dyn ProductionDesk>,
    /// Plans targets and marketing.
    pub planning: Arc<dyn PlanningDesk>,
    /// Sets many targets at once.
    pub targets: Arc<dyn TargetDesk>,
    /// Makes blank workbooks.
    pub templates: Arc<dyn TemplateDesk>,
    /// Takes workbooks in.
    pub uploads: Arc<dyn UploadDesk>,
    /// Reports.
    pub reports: Arc<dyn Reports>,
    /// Looks into the queue.
    pub jobs: Arc<dyn JobQueue>,
    /// Looks whether the server can work.
    pub health: Arc<dyn Health>,
    /// What is taken at most.
    pub limits: UploadLimits,
}

/// What an upload may have at most.
#[derive(Debug, Clone, Copy)]
pub struct UploadLimits {
    /// Length of one file.
    pub max_file_bytes: u64,
}

/// Adds all routes to an application.
pub fn configure(services: Services) -> impl FnOnce(&mut ServiceConfig) {
    move |config| {
        config
            .app_data(Data::from(services.productions))
            .app_data(Data::from(services.planning))
            .app_data(Data::from(services.targets))
            .app_data(Data::from(services.templates))
            .app_data(Data::from(services.uploads))
            .app_data(Data::from(services.reports))
            .app_data(Data::from(services.jobs))
            .app_data(Data::from(services.health))
            .app_data(Data::new(services.limits));
        routes::add(config);
    }
}
