//! Every route: who may call it. Its method and path are said at its handler.

pub(crate) mod account;
pub(crate) mod alerts;
pub(crate) mod arrivals;
pub(crate) mod audit;
pub(crate) mod auth;
pub(crate) mod backups;
pub(crate) mod campaigns;
pub(crate) mod catalogue;
pub(crate) mod collection;
mod created;
pub(crate) mod destinations;
pub(crate) mod digest;
pub(crate) mod events;
pub(crate) mod health;
pub(crate) mod history;
pub(crate) mod holidays;
pub(crate) mod imports;
pub(crate) mod jobs;
pub(crate) mod layouts;
pub(crate) mod market;
pub(crate) mod messages;
pub(crate) mod notes;
pub(crate) mod notices;
mod path;
pub(crate) mod planning;
pub(crate) mod preferences;
mod present;
pub(crate) mod productions;
pub(crate) mod recipes;
pub(crate) mod reports;
pub(crate) mod safety;
pub(crate) mod schedules;
pub(crate) mod sources;
pub(crate) mod system;
pub(crate) mod targets;
pub(crate) mod templates;
pub(crate) mod uploads;
pub(crate) mod users;
mod web_app;

use actix_web::web::{self, ServiceConfig};
use domain::access::Capability::{Administer, Enter, Manage, See, Upload};
use utoipa::OpenApi;

use self::path::Path;
use crate::entry::Need::{
    Figures, InPerson, Nothing, Of, OnArrival, OnProduction, OnProductionInBody, OnUpload, Oneself,
};

/// The table of routes, and the part of the OpenAPI document that they are.
macro_rules! routes {
    ($($module:ident::$handler:ident: $need:expr,)+) => {
        pastey::paste! {
            /// What the handlers say of themselves.
            #[derive(OpenApi)]
            #[openapi(paths($($module::$handler),+))]
            pub(crate) struct Documented;

            fn listed() -> Vec<Path> {
                vec![$(Path::of::<$module::[<__path_ $handler>], _, _>($need, $module::$handler)),+]
            }
        }
    };
}

// Paths are tried in this order: what is asked most often comes first, and words before an id in their place.
routes! {
    health::alive: Nothing,
    health::ready: Nothing,
    events::events: Of(See),
    catalogue::list: Of(See),
    reports::try_what_if: Of(See),

    auth::register: Nothing,
    auth::sign_in: Nothing,
    auth::reset_password: Nothing,
    auth::sign_out: Oneself,
    auth::change_password: InPerson(Enter),
    account::read: Oneself,
    account::change: InPerson(Enter),
    account::sessions: InPerson(Enter),
    account::end_session: InPerson(Enter),
    account::api_keys: InPerson(Enter),
    account::issue_api_key: InPerson(Enter),
    account::end_api_key: InPerson(Enter),
    safety::read: Oneself,
    safety::begin: Oneself,
    safety::confirm: Oneself,
    safety::renew_recovery_codes: InPerson(Enter),
    safety::remove: InPerson(Enter),
    safety::new_sign_ins: InPerson(Enter),
    safety::dismiss_new_sign_in: InPerson(Enter),
    preferences::read: InPerson(Enter),
    preferences::choose: InPerson(Enter),
    digest::read: InPerson(Enter),
    digest::choose: InPerson(Enter),

    users::list: InPerson(Administer),
    users::create: InPerson(Administer),
    users::delete_waiting: InPerson(Administer),
    users::read: InPerson(Administer),
    users::change: InPerson(Administer),
    users::delete: InPerson(Administer),
    users::reset_link: InPerson(Administer),
    users::second_factor: InPerson(Administer),
    users::remove_second_factor: InPerson(Administer),
    audit::list: Of(Administer),

    productions::list: Of(See),
    productions::create: Of(Manage),
    imports::productions: Of(Manage),
    productions::read: OnProduction(See),
    productions::change: OnProduction(Manage),
    productions::delete: OnProduction(Administer),
    templates::workbook_template: OnProduction(See),

    planning::targets: OnProduction(See),
    planning::set_targets: OnProduction(Manage),
    targets::distribute: OnProduction(Manage),
    targets::copy: OnProduction(Manage),
    imports::targets: OnProduction(Manage),
    planning::marketing_weeks: OnProduction(See),
    planning::change_marketing_weeks: OnProduction(Manage),
    history::marketing_weeks: OnProduction(See),
    campaigns::list: OnProduction(See),
    campaigns::create: OnProduction(Manage),
    campaigns::change: OnProduction(Manage),
    campaigns::delete: OnProduction(Manage),
    market::read: OnProduction(See),
    market::set: OnProduction(Manage),
    market::suggest: OnProduction(Manage),
    layouts::of_company: Of(Enter),
    layouts::set_of_company: Of(Administer),
    layouts::of_production: OnProduction(See),
    layouts::set_of_production: OnProduction(Upload),
    holidays::list: Of(Enter),
    notes::calendar_notes: Of(Enter),
    notes::set_calendar_notes: Of(Manage),
    history::calendar_notes: Of(Enter),
    notes::monthly_notes: Of(Enter),
    notes::set_monthly_notes: Of(Manage),
    history::monthly_notes: Of(Enter),

    notices::list: Of(See),
    notices::read: InPerson(Enter),
    alerts::list: Of(See),
    alerts::mutes: OnProduction(See),
    alerts::mute: OnProduction(Manage),

    uploads::list: Of(See),
    uploads::submit: OnProductionInBody(Upload),
    uploads::read: OnUpload(See),
    uploads::withdraw: OnUpload(Upload),
    uploads::download: OnUpload(See),
    jobs::list: Of(Administer),
    jobs::retry: Of(Administer),
    system::state: Of(Administer),
    system::metrics: Figures,

    collection::options: Of(Administer),
    collection::list: Of(Administer),
    collection::read: Of(Administer),
    collection::cancel: Of(Administer),
    collection::evidence: Of(Administer),
    sources::list: Of(Administer),
    sources::create: Of(Administer),
    sources::read: Of(Administer),
    sources::change: Of(Administer),
    sources::delete: Of(Administer),
    sources::run: Of(Administer),
    sources::test: Of(Administer),
    sources::pause: Of(Administer),
    sources::resume: Of(Administer),
    arrivals::list: Of(Upload),
    arrivals::read: OnArrival(Upload),
    arrivals::confirm: OnArrival(Upload),
    arrivals::discard: OnArrival(Upload),
    recipes::list: Of(Administer),
    recipes::save: Of(Administer),
    recipes::read: Of(Administer),
    recipes::remove: Of(Administer),
    recipes::versions: Of(Administer),

    backups::read: Of(Administer),
    schedules::list: Of(Administer),
    schedules::create: Of(Administer),
    schedules::runs: Of(Administer),
    schedules::read: Of(Administer),
    schedules::change: Of(Administer),
    schedules::delete: Of(Administer),
    schedules::pause: Of(Administer),
    schedules::resume: Of(Administer),
    schedules::run: Of(Administer),
    destinations::list: Of(Administer),
    destinations::create: Of(Administer),
    destinations::read: Of(Administer),
    destinations::change: Of(Administer),
    destinations::delete: Of(Administer),
    destinations::test: Of(Administer),
    messages::preview: Of(Administer),
    messages::send: Of(Administer),
    messages::deliveries: Of(Administer),
    messages::delivery: Of(Administer),
    messages::retry: Of(Administer),
}

/// Adds all routes, in the order in which they are looked through.
pub(crate) fn add(config: &mut ServiceConfig) {
    for path in in_order() {
        config.service(path.into_service());
    }
    config.default_service(web::to(web_app::anything_else));
}

/// Every path, those without parameters first: they are found by comparing texts, where each of the others asks a regular
/// expression. So a report, which is asked for most, is found in half the time.
fn in_order() -> impl Iterator<Item = Path> {
    let (fixed, open): (Vec<_>, Vec<_>) = paths().into_iter().partition(|path| !has_parameters(path));
    fixed.into_iter().chain(open)
}

fn has_parameters(path: &Path) -> bool {
    path.signature().0.contains('{')
}

/// Every path with its methods, and what each needs: those of the table, and the reports.
pub(crate) fn paths() -> Vec<Path> {
    let mut paths: Vec<Path> = Vec::new();
    for path in listed() {
        match paths.iter_mut().find(|known| known.is_at(&path)) {
            Some(known) => known.join(path),
            None => paths.push(path),
        }
    }
    paths.extend(reporting::REPORTS.iter().map(|report| reports::route(*report)));
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_is_looked_for_behind_a_regular_expression_that_needs_none() {
        let order: Vec<bool> = in_order().map(|path| has_parameters(&path)).collect();
        assert!(order.is_sorted(), "{order:?}");
        assert_eq!(order.len(), paths().len());
    }
}
