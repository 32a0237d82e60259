//! The OpenAPI document.

mod completion;
mod examples;
mod reports;
mod security;

use utoipa::OpenApi;

use crate::routes::Documented;

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
            `Retry-After` asks to try again.\n\n\
            Each answer names its request in `X-Request-Id`, as the server's log does: as the request named itself there \
            (letters, digits, `-`, `_`, `.`, `:`, at most 64), or else by a new name.",
    ),
    tags(
        (name = "account", description = "One's own account: signing in, password, second factor, sessions, API keys"),
        (name = "productions", description = "Concerts, plays and musicals (공연)"),
        (name = "planning", description = "Targets by day, marketing notes by week, the company's notes by day and month"),
        (name = "uploads", description = "Workbooks: sent in, checked, kept as snapshots"),
        (name = "collection", description = "Figures that come by themselves: sources, runs, what came, recipes"),
        (name = "layouts", description = "What sheets and labels of workbooks mean, where people had to say"),
        (name = "market", description = "Which shows of KOPIS productions are, to hold them against the market (시장)"),
        (name = "reports", description = "Answers from the current snapshots"),
        (name = "events", description = "Changes as they happen"),
        (name = "users", description = "Who may enter, and what each sees and does"),
        (name = "audit", description = "Who did what"),
        (name = "jobs", description = "Work in the background"),
        (name = "notices", description = "The bell: what one ought to know"),
        (name = "alerts", description = "What is told without being asked for: late, low, odd, or good"),
        (name = "schedules", description = "What is done at set times, and what is sent to whom"),
        (name = "system", description = "How the server is: for admins, and for programs that watch it"),
        (name = "health", description = "Whether the server runs and can work"),
    )
)]
struct Document;

/// The OpenAPI document of all routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let mut document = Document::openapi();
    document.merge(Documented::openapi());
    // Made of the package's licence, which it does not state.
    document.info.license = None;
    reports::add(&mut document);
    completion::complete(&mut document);
    security::complete(&mut document);
    examples::add(&mut document);
    document
}
