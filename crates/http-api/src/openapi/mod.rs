//! The OpenAPI document.

mod completion;
mod examples;
mod exports;
mod security;

use utoipa::OpenApi;

use crate::routes::{
    account, audit, auth, catalogue, events, health, history, imports, jobs, notes, planning, productions, reports,
    safety, targets, templates, uploads, users,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Fullhouse",
        description = "Sales analytics for performing-arts producers. Every day staff upload one workbook per \
            production; the reports read the current snapshots.\n\n\
            Money is whole won (`…Krw`), a ratio is a decimal where 1 is 100 % (`…Ratio`, `…Share`), seats are whole \
            numbers, days are days of Asia/Seoul. A figure that nobody knows is `null`: a ratio to nothing, a mean of \
            nothing, the sales of a period that begins after the record date.\n\n\
            Errors are problem documents (RFC 9457): `code` is stable, and `errors` points to each broken rule (a JSON \
            pointer into the body, or the name of a parameter). What one operation may answer is listed there; beside, \
            a method that a path does not take is 405 with `Allow`, a fault of the server is 500, and 503 with \
            `Retry-After` asks to try again.",
    ),
    paths(
        health::alive,
        health::ready,
        auth::register,
        auth::sign_in,
        auth::sign_out,
        auth::change_password,
        auth::reset_password,
        account::read,
        account::change,
        account::sessions,
        account::end_session,
        account::api_keys,
        account::issue_api_key,
        account::end_api_key,
        safety::read,
        safety::begin,
        safety::confirm,
        safety::renew_recovery_codes,
        safety::remove,
        safety::new_sign_ins,
        safety::dismiss_new_sign_in,
        users::list,
        users::create,
        users::read,
        users::change,
        users::delete,
        users::delete_waiting,
        users::reset_link,
        users::second_factor,
        users::remove_second_factor,
        audit::list,
        productions::list,
        productions::create,
        productions::read,
        productions::change,
        productions::delete,
        imports::productions,
        templates::workbook_template,
        planning::targets,
        planning::set_targets,
        targets::distribute,
        targets::copy,
        imports::targets,
        planning::marketing_weeks,
        planning::change_marketing_weeks,
        history::marketing_weeks,
        notes::calendar_notes,
        notes::set_calendar_notes,
        history::calendar_notes,
        notes::monthly_notes,
        notes::set_monthly_notes,
        history::monthly_notes,
        uploads::submit,
        uploads::list,
        uploads::read,
        uploads::withdraw,
        uploads::download,
        events::events,
        jobs::list,
        jobs::retry,
        catalogue::list,
        reports::weekly_overview,
        reports::revenue,
        reports::weekly_occupancy,
        reports::performances,
        reports::profit_forecast,
        reports::weekly_casts,
        reports::outlook,
        reports::daily_brief,
        reports::monthly,
        reports::monthly_by_production,
        reports::cast_revenue,
        reports::occupancy,
        reports::weekly_capacity,
        reports::summary,
        reports::concert_daily,
        reports::concert_weekly,
        reports::concert_monthly,
        reports::break_even,
        reports::concert_overview,
        reports::concert_profit_forecast,
        reports::target_sales,
        reports::marketing_week,
        reports::marketing_effect,
        reports::upload_coverage,
        reports::target_vs_actual,
        reports::overview,
    ),
    tags(
        (name = "account", description = "One's own account: signing in, password, second factor, sessions, API keys"),
        (name = "productions", description = "Concerts, plays and musicals (공연)"),
        (name = "planning", description = "Targets by day, marketing notes by week, the company's notes by day and month"),
        (name = "uploads", description = "Workbooks: sent in, checked, kept as snapshots"),
        (name = "reports", description = "Answers from the current snapshots"),
        (name = "events", description = "Changes as they happen"),
        (name = "users", description = "Who may enter, and what each sees and does"),
        (name = "audit", description = "Who did what"),
        (name = "jobs", description = "Work in the background"),
        (name = "health", description = "Whether the server runs and can work"),
    )
)]
struct Document;

/// The OpenAPI document of all routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let mut document = Document::openapi();
    // Made of the package's licence, which it does not state.
    document.info.license = None;
    completion::complete(&mut document);
    security::complete(&mut document);
    examples::add(&mut document);
    exports::complete(&mut document);
    document
}
