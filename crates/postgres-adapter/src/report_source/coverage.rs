//! For which days there are uploads.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, Date, Text, Uuid as SqlUuid};
use domain::calendar::DateRange;
use domain::reports::upload_coverage;
use uuid::Uuid;

use super::scope::InScope;
use super::{grouped, ids};
use crate::errors::Work;
use crate::prepared::prepared;

pub(super) fn upload_coverage(
    connection: &mut PgConnection,
    productions: Vec<InScope>,
    days: DateRange,
) -> Work<Vec<upload_coverage::Figures>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        production_id: Uuid,
        #[diesel(sql_type = Date)]
        record_date: NaiveDate,
        #[diesel(sql_type = Text)]
        file_name: String,
    }
    let uploads: Vec<Row> = prepared(
        diesel::sql_query(
            "SELECT production_id, record_date, file_name FROM report.live_upload
         WHERE production_id = ANY($1) AND record_date BETWEEN $2 AND $3",
        )
        .bind::<Array<SqlUuid>, _>(ids(&productions))
        .bind::<Date, _>(days.first())
        .bind::<Date, _>(days.last()),
    )
    .load(connection)?;
    let mut uploads = grouped(uploads, |upload| upload.production_id);
    let mut figures = |production: InScope| {
        let uploads = uploads.remove(&production.reported.id.0).unwrap_or_default();
        upload_coverage::Figures {
            file_names: uploads
                .into_iter()
                .map(|upload| (upload.record_date, upload.file_name))
                .collect(),
            production: production.reported,
        }
    };
    Ok(productions.into_iter().map(&mut figures).collect())
}
