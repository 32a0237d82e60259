//! For which days there are uploads.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Text, Uuid as SqlUuid};
use domain::reports::upload_coverage;
use uuid::Uuid;

use super::Statement;
use super::scope::InScope;
use super::{grouped, ids};
use crate::errors::Work;
use crate::prepared::prepared;

impl Statement for upload_coverage::UploadCoverage {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, days: Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Date)]
            record_date: NaiveDate,
            #[diesel(sql_type = Text)]
            file_name: String,
        }
        // The limit takes nothing away. It has each production's days read from an index, where a plan for all productions
        // at once reads every upload there ever was.
        let uploads: Vec<Row> = prepared(
            diesel::sql_query(
                "SELECT asked.production_id, live.record_date, live.file_name
         FROM unnest($1) asked (production_id)
         CROSS JOIN LATERAL (SELECT record_date, file_name FROM report.live_upload
                             WHERE production_id = asked.production_id AND record_date BETWEEN $2 AND $3
                             ORDER BY record_date LIMIT $4) live",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions))
            .bind::<Date, _>(days.first())
            .bind::<Date, _>(days.last())
            .bind::<BigInt, _>(days.len_days()),
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
}
