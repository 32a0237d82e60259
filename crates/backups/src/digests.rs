//! What reports say, in short.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::Visible;
use domain::upload::Sha256;
use ports::driven::{CopiedProduction, ReportError};
use reporting::{REPORTS, Reports, Request};
use sha2::Digest;

use crate::manifest::Digests;

/// A digest of every report of every production, each of that production alone, as of one day.
pub(crate) async fn digests(
    reports: &dyn Reports,
    productions: &[CopiedProduction],
    as_of: NaiveDate,
) -> Result<Digests, ReportError> {
    let mut digests = Digests::new();
    for production in productions {
        let mut of_production = BTreeMap::new();
        for report in REPORTS.iter().copied() {
            let covers = || {
                let mut categories = report.covers().categories();
                categories.any(|category| category == production.category)
            };
            // What comes from elsewhere says how old it is by now, which is another moment later.
            if report.source().is_some() || !covers() {
                continue;
            }
            let query = [("productionId".to_owned(), production.id.0.to_string())];
            let asked = Request::parse(report, &query).expect("every report takes a production and has defaults");
            let answer = reports
                .answer(&asked.question(report, Visible::All, as_of))
                .await?
                .value;
            let digest = Sha256(sha2::Sha256::digest(answer.json()).into());
            of_production.insert(report.name().to_owned(), digest.to_string());
        }
        digests.insert(production.code.clone(), of_production);
    }
    Ok(digests)
}
