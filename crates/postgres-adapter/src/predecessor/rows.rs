//! Rows of the predecessor. They are asked for by text: the tables are another program's, and described nowhere else.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Nullable, Text, Timestamp};
use ports::driven::{
    OldDay, OldHouse, OldLive, OldMonth, OldPerformance, OldSales, OldTable, OldTarget, OldUpload, OldUser, OldWeek,
    SaleSums,
};

use super::Reading;

/// A column of times within the calendar of this program: what lies beyond, "infinity" too, is out of every range anyway.
fn time(column: &str) -> String {
    format!(
        r#"CASE WHEN "{column}" IS NOT NULL
               THEN greatest(least("{column}"::timestamp, '9999-12-31'::timestamp), '0001-01-01'::timestamp) END"#
    )
}

/// All but the rows of sales.
pub(super) fn load(connection: &mut PgConnection) -> Reading<OldHouse> {
    Ok(OldHouse {
        lives: lives(connection)?,
        users: users(connection)?,
        targets: targets(connection)?,
        weeks: weeks(connection)?,
        days: days(connection)?,
        months: months(connection)?,
        uploads: uploads(connection)?,
        ownerless_sales: ownerless_sales(connection)?,
    })
}

#[derive(QueryableByName)]
struct LiveRow {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    live_id: String,
    #[diesel(sql_type = Nullable<Text>)]
    category: Option<String>,
    #[diesel(sql_type = Bool)]
    is_live: bool,
    #[diesel(sql_type = Text)]
    live_name: String,
    #[diesel(sql_type = Nullable<Text>)]
    location: Option<String>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    show_start_date: Option<NaiveDateTime>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    show_end_date: Option<NaiveDateTime>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    sale_start_date: Option<NaiveDateTime>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    sale_end_date: Option<NaiveDateTime>,
    #[diesel(sql_type = Nullable<BigInt>)]
    running_time: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    target_share: Option<String>,
    #[diesel(sql_type = Nullable<BigInt>)]
    bep: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    seats: Option<i64>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    preview_ending_date: Option<NaiveDateTime>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    latest_record_date: Option<NaiveDateTime>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    concert_date_time: Option<NaiveDateTime>,
    #[diesel(sql_type = Nullable<BigInt>)]
    vip: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    r: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    s: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    a: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    b: Option<i64>,
}

fn lives(connection: &mut PgConnection) -> QueryResult<Vec<OldLive>> {
    let statement = format!(
        r#"SELECT id::bigint AS id, "liveId"::text AS live_id, category::text AS category, "isLive" AS is_live,
                  "liveName"::text AS live_name, location::text AS location, {show_start} AS show_start_date,
                  {show_end} AS show_end_date, {sale_start} AS sale_start_date, {sale_end} AS sale_end_date,
                  "runningTime"::bigint AS running_time, "targetShare"::text AS target_share, bep::bigint AS bep,
                  "showTotalSeatNumber"::bigint AS seats, {preview_end} AS preview_ending_date,
                  {latest} AS latest_record_date, {concert} AS concert_date_time,
                  "concertSeatNumberVip"::bigint AS vip, "concertSeatNumberR"::bigint AS r,
                  "concertSeatNumberS"::bigint AS s, "concertSeatNumberA"::bigint AS a, "concertSeatNumberB"::bigint AS b
           FROM live_model ORDER BY id"#,
        show_start = time("showStartDate"),
        show_end = time("showEndDate"),
        sale_start = time("saleStartDate"),
        sale_end = time("saleEndDate"),
        preview_end = time("previewEndingDate"),
        latest = time("latestRecordDate"),
        concert = time("concertDateTime"),
    );
    let rows: Vec<LiveRow> = diesel::sql_query(statement).load(connection)?;
    let old = |row: LiveRow| OldLive {
        id: row.id,
        live_id: row.live_id,
        category: row.category,
        is_live: row.is_live,
        live_name: row.live_name,
        location: row.location,
        show_start_date: row.show_start_date,
        show_end_date: row.show_end_date,
        sale_start_date: row.sale_start_date,
        sale_end_date: row.sale_end_date,
        running_time: row.running_time,
        target_share: row.target_share,
        bep: row.bep,
        show_total_seat_number: row.seats,
        preview_ending_date: row.preview_ending_date,
        latest_record_date: row.latest_record_date,
        concert_date_time: row.concert_date_time,
        concert_seats: [row.vip, row.r, row.s, row.a, row.b],
    };
    Ok(rows.into_iter().map(old).collect())
}

fn users(connection: &mut PgConnection) -> QueryResult<Vec<OldUser>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        id: i64,
        #[diesel(sql_type = Text)]
        email: String,
        #[diesel(sql_type = Text)]
        name: String,
        #[diesel(sql_type = BigInt)]
        role: i64,
        #[diesel(sql_type = Bool)]
        is_file_uploader: bool,
        #[diesel(sql_type = Bool)]
        is_live_manager: bool,
        #[diesel(sql_type = Array<Text>)]
        live_name_list: Vec<String>,
        #[diesel(sql_type = Bool)]
        status: bool,
    }
    let rows: Vec<Row> = diesel::sql_query(
        r#"SELECT id::bigint AS id, email::text AS email, name::text AS name, role::bigint AS role,
                  "isFileUploader" AS is_file_uploader, "isLiveManager" AS is_live_manager,
                  ARRAY(SELECT entry::text FROM unnest("liveNameList") WITH ORDINALITY AS list (entry, place)
                        WHERE entry IS NOT NULL ORDER BY place) AS live_name_list,
                  status
           FROM user_model ORDER BY id"#,
    )
    .load(connection)?;
    let old = |row: Row| OldUser {
        id: row.id,
        email: row.email,
        name: row.name,
        role: row.role,
        is_file_uploader: row.is_file_uploader,
        is_live_manager: row.is_live_manager,
        live_name_list: row.live_name_list,
        status: row.status,
    };
    Ok(rows.into_iter().map(old).collect())
}

fn targets(connection: &mut PgConnection) -> QueryResult<Vec<OldTarget>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        id: i64,
        #[diesel(sql_type = Nullable<Text>)]
        live_id: Option<String>,
        #[diesel(sql_type = Timestamp)]
        date: NaiveDateTime,
        #[diesel(sql_type = BigInt)]
        target: i64,
    }
    let rows: Vec<Row> = diesel::sql_query(format!(
        r#"SELECT id::bigint AS id, "liveId"::text AS live_id, {date} AS date, target::bigint AS target
           FROM daily_target_model ORDER BY id"#,
        date = time("date"),
    ))
    .load(connection)?;
    let old = |row: Row| OldTarget {
        id: row.id,
        live_id: row.live_id,
        date: row.date,
        target: row.target,
    };
    Ok(rows.into_iter().map(old).collect())
}

fn weeks(connection: &mut PgConnection) -> QueryResult<Vec<OldWeek>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        id: i64,
        #[diesel(sql_type = Nullable<Text>)]
        live_id: Option<String>,
        #[diesel(sql_type = BigInt)]
        week_number: i64,
        #[diesel(sql_type = Timestamp)]
        week_start_date: NaiveDateTime,
        #[diesel(sql_type = Nullable<Text>)]
        sales_marketing: Option<String>,
        #[diesel(sql_type = Nullable<Text>)]
        promotion: Option<String>,
        #[diesel(sql_type = Nullable<Text>)]
        etc: Option<String>,
    }
    let rows: Vec<Row> = diesel::sql_query(format!(
        r#"SELECT id::bigint AS id, "liveId"::text AS live_id, "weekNumber"::bigint AS week_number,
                  {start} AS week_start_date, "salesMarketing"::text AS sales_marketing, promotion::text AS promotion,
                  etc::text AS etc
           FROM weekly_marketing_calendar_model ORDER BY id"#,
        start = time("weekStartDate"),
    ))
    .load(connection)?;
    let old = |row: Row| OldWeek {
        id: row.id,
        live_id: row.live_id,
        week_number: row.week_number,
        week_start_date: row.week_start_date,
        sales_marketing: row.sales_marketing,
        promotion: row.promotion,
        etc: row.etc,
    };
    Ok(rows.into_iter().map(old).collect())
}

fn days(connection: &mut PgConnection) -> QueryResult<Vec<OldDay>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        id: i64,
        #[diesel(sql_type = Timestamp)]
        date: NaiveDateTime,
        #[diesel(sql_type = Nullable<Text>)]
        note_sales: Option<String>,
        #[diesel(sql_type = Nullable<Text>)]
        note_marketing: Option<String>,
        #[diesel(sql_type = Nullable<Text>)]
        note_others: Option<String>,
    }
    let rows: Vec<Row> = diesel::sql_query(format!(
        r#"SELECT id::bigint AS id, {date} AS date, "noteSales"::text AS note_sales,
                  "noteMarketing"::text AS note_marketing, "noteOthers"::text AS note_others
           FROM calendar_model ORDER BY id"#,
        date = time("date"),
    ))
    .load(connection)?;
    let old = |row: Row| OldDay {
        id: row.id,
        date: row.date,
        note_sales: row.note_sales,
        note_marketing: row.note_marketing,
        note_others: row.note_others,
    };
    Ok(rows.into_iter().map(old).collect())
}

fn months(connection: &mut PgConnection) -> QueryResult<Vec<OldMonth>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        id: i64,
        #[diesel(sql_type = BigInt)]
        year: i64,
        #[diesel(sql_type = BigInt)]
        month: i64,
        #[diesel(sql_type = Nullable<Text>)]
        etc: Option<String>,
    }
    let rows: Vec<Row> = diesel::sql_query(
        "SELECT id::bigint AS id, year::bigint AS year, month::bigint AS month, etc::text AS etc
         FROM monthly_etc_model ORDER BY id",
    )
    .load(connection)?;
    let old = |row: Row| OldMonth {
        id: row.id,
        year: row.year,
        month: row.month,
        etc: row.etc,
    };
    Ok(rows.into_iter().map(old).collect())
}

#[derive(QueryableByName)]
struct SumRow {
    #[diesel(sql_type = BigInt)]
    upload: i64,
    #[diesel(sql_type = BigInt)]
    rows: i64,
    #[diesel(sql_type = BigInt)]
    seats: i64,
    #[diesel(sql_type = BigInt)]
    complimentary: i64,
    #[diesel(sql_type = BigInt)]
    krw: i64,
}

/// Sums of a table by upload. What a table does not have is 0.
fn sums(connection: &mut PgConnection, table: OldTable, columns: [&str; 4]) -> QueryResult<Vec<SumRow>> {
    let [upload, seats, complimentary, krw] = columns;
    let sum = |column: &str| match column {
        "" => "0::bigint".to_owned(),
        column => format!(r#"coalesce(sum("{column}"), 0)::bigint"#),
    };
    diesel::sql_query(format!(
        r#"SELECT "{upload}"::bigint AS upload, count(*) AS rows, {seats} AS seats, {complimentary} AS complimentary,
                  {krw} AS krw
           FROM {table} WHERE "{upload}" IS NOT NULL GROUP BY "{upload}""#,
        table = table.name(),
        seats = sum(seats),
        complimentary = sum(complimentary),
        krw = sum(krw),
    ))
    .load(connection)
}

/// By upload.
type SumsByUpload = HashMap<i64, SaleSums>;

fn all_sums(connection: &mut PgConnection, of_concert: bool) -> QueryResult<SumsByUpload> {
    let (days, performances) = if of_concert {
        (
            sums(
                connection,
                OldTable::ConcertDays,
                ["concertUploadId", "paidSeatTot", "", "sales"],
            )?,
            sums(
                connection,
                OldTable::ConcertPerformances,
                ["concertUploadId", "paidSeatTot", "inviteSeatTot", ""],
            )?,
        )
    } else {
        (
            sums(
                connection,
                OldTable::StageDays,
                ["playUploadId", "seatTot", "", "sales"],
            )?,
            sums(
                connection,
                OldTable::StagePerformances,
                ["playUploadId", "paidSeatTot", "inviteSeatTot", "paidSeatSales"],
            )?,
        )
    };
    let mut by_upload = SumsByUpload::new();
    for day in days {
        let sums = by_upload.entry(day.upload).or_default();
        (sums.daily_rows, sums.daily_seats, sums.daily_revenue_krw) = (day.rows, day.seats, day.krw);
    }
    for performance in performances {
        let sums = by_upload.entry(performance.upload).or_default();
        sums.performance_rows = performance.rows;
        sums.paid_seats = performance.seats;
        sums.complimentary_seats = performance.complimentary;
        sums.performance_revenue_krw = Some(performance.krw);
    }
    Ok(by_upload)
}

fn uploads(connection: &mut PgConnection) -> QueryResult<Vec<OldUpload>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        id: i64,
        #[diesel(sql_type = Text)]
        file_name: String,
        #[diesel(sql_type = Timestamp)]
        record_date: NaiveDateTime,
        #[diesel(sql_type = Text)]
        upload_by: String,
        #[diesel(sql_type = Timestamp)]
        upload_date: NaiveDateTime,
        #[diesel(sql_type = Bool)]
        is_deleted: bool,
        #[diesel(sql_type = Nullable<Text>)]
        live_id: Option<String>,
    }
    let (stage, concert) = (all_sums(connection, false)?, all_sums(connection, true)?);
    let rows: Vec<Row> = diesel::sql_query(format!(
        r#"SELECT id::bigint AS id, "fileName"::text AS file_name, {record_date} AS record_date,
                  "uploadBy"::text AS upload_by, {upload_date} AS upload_date, "deleteDate" IS NOT NULL AS is_deleted,
                  "liveId"::text AS live_id
           FROM file_upload_model ORDER BY id"#,
        record_date = time("recordDate"),
        upload_date = time("uploadDate"),
    ))
    .load(connection)?;
    let old = |row: Row| {
        let mut of_stage = stage.get(&row.id).copied().unwrap_or_default();
        of_stage.performance_revenue_krw = of_stage.performance_revenue_krw.or(Some(0));
        let mut of_concert = concert.get(&row.id).copied().unwrap_or_default();
        of_concert.performance_revenue_krw = None;
        OldUpload {
            id: row.id,
            file_name: row.file_name,
            record_date: row.record_date,
            upload_by: row.upload_by,
            upload_date: row.upload_date,
            is_deleted: row.is_deleted,
            live_id: row.live_id,
            stage: of_stage,
            concert: of_concert,
        }
    };
    Ok(rows.into_iter().map(old).collect())
}

fn ownerless_sales(connection: &mut PgConnection) -> QueryResult<BTreeMap<OldTable, i64>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        count: i64,
    }
    let tables = [
        (OldTable::StageDays, "playUploadId"),
        (OldTable::StagePerformances, "playUploadId"),
        (OldTable::ConcertDays, "concertUploadId"),
        (OldTable::ConcertPerformances, "concertUploadId"),
    ];
    let mut counts = BTreeMap::new();
    for (table, upload) in tables {
        let row: Row = diesel::sql_query(format!(
            r#"SELECT count(*) AS count FROM {} AS sale
               WHERE NOT EXISTS (SELECT FROM file_upload_model AS upload WHERE upload.id = sale."{upload}")"#,
            table.name(),
        ))
        .get_result(connection)?;
        if row.count > 0 {
            counts.insert(table, row.count);
        }
    }
    Ok(counts)
}

/// The rows of sales of one upload.
pub(super) fn sales(connection: &mut PgConnection, upload: i64, of_concert: bool) -> Reading<OldSales> {
    #[derive(QueryableByName)]
    struct DayRow {
        #[diesel(sql_type = Date)]
        day: NaiveDate,
        #[diesel(sql_type = BigInt)]
        seats: i64,
        #[diesel(sql_type = BigInt)]
        krw: i64,
    }
    #[derive(QueryableByName)]
    struct PerformanceRow {
        #[diesel(sql_type = Timestamp)]
        starts_at: NaiveDateTime,
        #[diesel(sql_type = BigInt)]
        paid: i64,
        #[diesel(sql_type = BigInt)]
        complimentary: i64,
        #[diesel(sql_type = Nullable<BigInt>)]
        krw: Option<i64>,
    }
    let (days, performances, id, seats, krw) = if of_concert {
        let (days, performances) = (OldTable::ConcertDays, OldTable::ConcertPerformances);
        (days, performances, "concertUploadId", "paidSeatTot", "NULL")
    } else {
        let (days, performances) = (OldTable::StageDays, OldTable::StagePerformances);
        (days, performances, "playUploadId", "seatTot", r#""paidSeatSales""#)
    };
    let days: Vec<DayRow> = diesel::sql_query(format!(
        r#"SELECT ({day})::date AS day, coalesce("{seats}", 0)::bigint AS seats, coalesce(sales, 0)::bigint AS krw
           FROM {} WHERE "{id}" = $1 ORDER BY 1"#,
        days.name(),
        day = time("salesDate"),
    ))
    .bind::<BigInt, _>(upload)
    .load(connection)?;
    let performances: Vec<PerformanceRow> = diesel::sql_query(format!(
        r#"SELECT {start} AS starts_at, coalesce("paidSeatTot", 0)::bigint AS paid,
                  coalesce("inviteSeatTot", 0)::bigint AS complimentary, ({krw})::bigint AS krw
           FROM {} WHERE "{id}" = $1 ORDER BY 1"#,
        performances.name(),
        start = time("showDateTime"),
    ))
    .bind::<BigInt, _>(upload)
    .load(connection)?;
    let performance = |row: PerformanceRow| OldPerformance {
        starts_at: row.starts_at,
        paid_seats: row.paid,
        complimentary_seats: row.complimentary,
        revenue_krw: row.krw,
    };
    Ok(OldSales {
        days: days.into_iter().map(|row| (row.day, row.seats, row.krw)).collect(),
        performances: performances.into_iter().map(performance).collect(),
    })
}
