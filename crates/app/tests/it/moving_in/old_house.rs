//! A small company on the old system: its database, and its folder of originals.

use std::path::{Path, PathBuf};

use postgres_adapter::test_database::TestDatabase;
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};
use tempfile::TempDir;

use crate::support::{Book, Season, company};

/// What nobody may ever see again.
pub(super) const OLD_PASSWORD: &str = "kept-in-plain-text";

/// The tables, without rows.
const SCHEMA: &str = include_str!("old_house.sql");

/// The old database, and the folder of originals.
pub(super) struct OldHouse {
    database: TestDatabase,
    folder: TempDir,
}

impl OldHouse {
    /// Without rows or files.
    pub(super) async fn empty() -> Self {
        let house = Self {
            database: TestDatabase::new(),
            folder: tempfile::tempdir().unwrap(),
        };
        house.execute(SCHEMA).await;
        house
    }

    /// With a musical of which two workbooks came, the second twice; and the users and notes of its office.
    pub(super) async fn with_a_musical() -> Self {
        let house = Self::empty().await;
        let season = company(1);
        let (sample, books) = (season.musical(), [3, 2].map(|days| Book::of(season.musical(), days)));
        let production = json!(sample.production);
        let text = |field: &str| production[field].as_str().unwrap().to_owned();
        house
            .execute(&format!(
                r#"INSERT INTO live_model (id, "liveId", category, "liveName", location, "saleStartDate", "saleEndDate",
                                          "targetShare", bep, "latestRecordDate")
                   VALUES (3, '{code}', '뮤지컬', ' {name} ', '극장', '{start} 12:00', '{end} 12:00', 72.5, 900000000,
                           '{latest}');
                   INSERT INTO daily_target_model (id, date, target, "liveId")
                   VALUES (1, '{start}', 1000, '{code}'), (2, '{start} 15:00', 500, '{code}'), (3, '{end}', 0, '{code}');
                   INSERT INTO weekly_marketing_calendar_model (id, "weekNumber", "weekStartDate", promotion, "liveId")
                   VALUES (1, 1, '{start} 12:00', E'지하철\r\n광고', '{code}');
                   INSERT INTO calendar_model (id, date, "noteSales", "noteOthers")
                   VALUES (1, '2025-03-01 09:00', '할인', '삼일절');
                   INSERT INTO monthly_etc_model (id, year, month, etc) VALUES (1, 2025, 3, '개학');
                   INSERT INTO user_model (id, email, password, name, role, "isFileUploader", "liveNameList", status)
                   VALUES (1, 'Upload@Example.com', '{OLD_PASSWORD}', '판매 담당', 2, true, ARRAY['{name}'], true),
                          (2, 'waiting@example.com', '{OLD_PASSWORD}', '대기 중', 2, false, NULL, false)"#,
                code = text("code"),
                name = text("name"),
                start = text("saleStart"),
                end = text("saleEnd"),
                latest = Season::days_ago(2),
            ))
            .await;
        for (id, days, book) in [(1, 3, &books[0]), (2, 2, &books[1]), (3, 2, &books[1])] {
            house.add_upload(id, &text("code"), days, book).await;
        }
        house
    }

    /// An upload row, and its original.
    pub(super) async fn add_upload(&self, id: i32, code: &str, days_ago: u64, book: &Book) {
        std::fs::write(self.originals().join(format!("{id}.xlsx")), &book.bytes).unwrap();
        self.execute(&format!(
            r#"INSERT INTO file_upload_model (id, "fileName", "recordDate", "uploadBy", "liveId")
               VALUES ({id}, '{}', '{}', '판매 담당', '{code}')"#,
            book.name,
            Season::days_ago(days_ago),
        ))
        .await;
    }

    /// What somebody wrote down.
    pub(super) async fn load(folder: &Path) -> Self {
        let house = Self {
            database: TestDatabase::new(),
            folder: tempfile::tempdir().unwrap(),
        };
        for name in ["schema.sql", "data.sql"] {
            house
                .execute(&std::fs::read_to_string(folder.join(name)).unwrap())
                .await;
        }
        for file in std::fs::read_dir(folder.join("originals")).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), house.originals().join(file.file_name())).unwrap();
        }
        house
    }

    pub(super) async fn execute(&self, statements: &str) {
        let mut connection = PgConnection::connect(self.url()).await.unwrap();
        let statements = sqlx::AssertSqlSafe(statements.to_owned());
        sqlx::raw_sql(statements).execute(&mut connection).await.unwrap();
    }

    /// A role that may read what README names, and nothing else; and the address by which it does.
    pub(super) async fn mover(&self) -> (String, String) {
        // Roles are the whole server's.
        let role = format!("mover_{}", std::process::id());
        self.execute(&format!(
            r#"CREATE ROLE {role};
               GRANT USAGE ON SCHEMA public TO {role};
               GRANT SELECT ON live_model, daily_target_model, weekly_marketing_calendar_model, calendar_model,
                   monthly_etc_model, file_upload_model, play_ticket_sale_model, play_show_sale_model,
                   concert_ticket_sale_model, concert_seat_sale_model TO {role};
               GRANT SELECT (id, email, name, role, "isFileUploader", "isLiveManager", "liveNameList", status)
                   ON user_model TO {role}"#
        ))
        .await;
        let mark = if self.url().contains('?') { '&' } else { '?' };
        let url = format!("{}{mark}options=-c%20role%3D{role}", self.url());
        (role, url)
    }

    /// Removes that role.
    pub(super) async fn forget(&self, role: &str) {
        self.execute(&format!("DROP OWNED BY {role}; DROP ROLE {role}")).await;
    }

    pub(super) fn url(&self) -> &str {
        self.database.url()
    }

    pub(super) fn originals(&self) -> PathBuf {
        self.folder.path().to_owned()
    }
}

/// The lines of a list in the report, by the id of their rows.
pub(super) fn line(report: &Value, list: &str, id: i64) -> Value {
    let lines = report[list].as_array().unwrap();
    let found = lines.iter().find(|line| line["sourceId"] == id);
    found.unwrap_or_else(|| panic!("no {list} {id} in {report}")).clone()
}
