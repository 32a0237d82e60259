//! The market beside one's own figures. What is public is read whatever productions are in scope.

mod windows;

use std::collections::{BTreeMap, HashMap};

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::access::Visible;
use domain::calendar::{DateRange, OpenRange};
use domain::market::{Bookings, Genre, RankedShow, Standing};
use domain::production::ProductionCode;
use domain::reports::Covers;
use domain::reports::market::{genres, openings, rank};
use ports::driven::{FiguresOf, Read, ReportScope};
use uuid::Uuid;

use super::scope::InScope;
use super::{PgReportSource, ids};
use crate::errors::Work;
use crate::market::{ShowRow, genre_of, parse_kopis_id, standing};
use crate::prepared::prepared;
use crate::production_rows::parse_code;

impl PgReportSource {
    /// As [`Self::read`], with how the market stands, and what the caller sees.
    async fn read_market<T: Send + 'static>(
        &self,
        scope: &ReportScope,
        figures: impl Fn(&mut PgConnection, Vec<InScope>, Standing, &Visible) -> Work<T> + Clone + Send + 'static,
    ) -> Read<T> {
        let (key, visible) = (self.pool.market_key(), scope.visible.clone());
        self.read(Covers::All, scope, move |connection, productions| {
            let now = now(connection)?;
            let standing = standing(connection, key.as_deref(), now)?;
            figures(connection, productions, standing, &visible)
        })
        .await
    }
}

fn now(connection: &mut PgConnection) -> QueryResult<DateTime<Utc>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Timestamptz)]
        now: DateTime<Utc>,
    }
    let row: Row = diesel::sql_query("SELECT now() AS now").get_result(connection)?;
    Ok(row.now)
}

/// The shows that productions are, with their genres.
struct Matches(HashMap<Uuid, (Vec<String>, Genre)>);

impl Matches {
    fn of(connection: &mut PgConnection, productions: &[InScope]) -> Work<Self> {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Array<Text>)]
            kopis_ids: Vec<String>,
            #[diesel(sql_type = Text)]
            genre: String,
        }
        let rows: Vec<Row> = prepared(
            diesel::sql_query("SELECT production_id, kopis_ids, genre FROM kopis_match WHERE production_id = ANY($1)")
                .bind::<Array<SqlUuid>, _>(ids(productions)),
        )
        .load(connection)?;
        let mut known: HashMap<Uuid, (Vec<String>, Genre)> = rows
            .into_iter()
            .map(|row| (row.production_id, (row.kopis_ids, Genre::stored(row.genre))))
            .collect();
        for production in productions {
            let usual = Genre::usual(production.reported.category);
            known
                .entry(production.reported.id.0)
                .or_insert_with(|| (Vec::new(), usual));
        }
        Ok(Self(known))
    }

    /// Of a production of those that were asked for.
    fn take(&mut self, production: &InScope) -> (Vec<String>, Genre) {
        let known = self.0.remove(&production.reported.id.0);
        known.unwrap_or_else(|| (Vec::new(), Genre::usual(production.reported.category)))
    }
}

/// Which of the productions that somebody sees a show is, active or not.
fn codes_by_show(connection: &mut PgConnection, seen: &Visible) -> Work<HashMap<String, ProductionCode>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        kopis_id: String,
        #[diesel(sql_type = Text)]
        code: String,
    }
    let rows: Vec<Row> = prepared(
        diesel::sql_query(
            "SELECT shown.kopis_id, min(p.code COLLATE \"C\") AS code
             FROM kopis_match m JOIN production p ON p.id = m.production_id, unnest(m.kopis_ids) AS shown (kopis_id)
             WHERE $1 IS NULL OR p.id = ANY($1)
             GROUP BY shown.kopis_id",
        )
        .bind::<Nullable<Array<SqlUuid>>, _>(visible_ids(seen)),
    )
    .load(connection)?;
    rows.into_iter()
        .map(|row| Ok((row.kopis_id, parse_code(&row.code)?)))
        .collect()
}

/// NULL: all of them.
fn visible_ids(seen: &Visible) -> Option<Vec<Uuid>> {
    match seen {
        Visible::All => None,
        Visible::Only(ids) => Some(ids.iter().map(|id| id.0).collect()),
    }
}

#[derive(QueryableByName)]
struct GenreDayRow {
    #[diesel(sql_type = Text)]
    genre: String,
    #[diesel(sql_type = Date)]
    day: NaiveDate,
    #[diesel(sql_type = BigInt)]
    productions: i64,
    #[diesel(sql_type = BigInt)]
    performances: i64,
    #[diesel(sql_type = BigInt)]
    booked: i64,
    #[diesel(sql_type = BigInt)]
    cancelled: i64,
    #[diesel(sql_type = BigInt)]
    net: i64,
    #[diesel(sql_type = BigInt)]
    amount_krw: i64,
    #[diesel(sql_type = Bool)]
    is_corrected: bool,
}

impl From<GenreDayRow> for genres::Told {
    fn from(row: GenreDayRow) -> Self {
        Self {
            genre: Genre::stored(row.genre),
            day: row.day,
            bookings: Bookings {
                productions: row.productions,
                performances: row.performances,
                booked_tickets: row.booked,
                cancelled_tickets: row.cancelled,
                net_tickets: row.net,
                amount_krw: row.amount_krw,
            },
            is_corrected: row.is_corrected,
        }
    }
}

fn told(connection: &mut PgConnection, window: Option<genres::Window>) -> Work<Vec<genres::Told>> {
    let Some(window) = window else { return Ok(Vec::new()) };
    let rows: Vec<GenreDayRow> = prepared(
        diesel::sql_query(
            "SELECT genre, day, productions, performances, booked, cancelled, net, amount_krw,
                    corrected_at IS NOT NULL AS is_corrected
             FROM kopis_genre_day WHERE day BETWEEN $1 AND $2 ORDER BY day, genre COLLATE \"C\"",
        )
        .bind::<Date, _>(window.previous.first())
        .bind::<Date, _>(window.range.last()),
    )
    .load(connection)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

#[async_trait]
impl FiguresOf<genres::MarketGenres> for PgReportSource {
    async fn figures(&self, scope: &ReportScope, window: Option<genres::Window>) -> Read<genres::Figures> {
        self.read_market(scope, move |connection, _, standing, _| {
            Ok(genres::Figures {
                standing,
                told: told(connection, window)?,
            })
        })
        .await
    }
}

#[derive(QueryableByName)]
struct RankRow {
    #[diesel(sql_type = Text)]
    genre: String,
    #[diesel(sql_type = Date)]
    day: NaiveDate,
    #[diesel(sql_type = BigInt)]
    rank: i64,
    #[diesel(sql_type = Text)]
    kopis_id: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Nullable<Text>)]
    place: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    area: Option<String>,
    #[diesel(sql_type = Nullable<Date>)]
    from_day: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Date>)]
    to_day: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<BigInt>)]
    seats: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    performances: Option<i64>,
}

/// The lists of the latest day of each genre in use, by genre and rank.
fn top(connection: &mut PgConnection, days: DateRange, seen: &Visible) -> Work<Vec<rank::Top>> {
    let rows: Vec<RankRow> = prepared(
        diesel::sql_query(
            "SELECT r.genre, r.day, r.rank, r.kopis_id, r.name, r.place, r.area, r.from_day, r.to_day, r.seats,
                    r.performances
             FROM (SELECT genre, max(day) AS day FROM kopis_rank WHERE day BETWEEN $1 AND $2 GROUP BY genre) latest
             JOIN kopis_rank r ON r.genre = latest.genre AND r.day = latest.day
             ORDER BY r.genre COLLATE \"C\", r.rank",
        )
        .bind::<Date, _>(days.first())
        .bind::<Date, _>(days.last()),
    )
    .load(connection)?;
    let codes = codes_by_show(connection, seen)?;
    let in_use = crate::market::genres_in_use(connection)?;
    let mut lists: Vec<rank::Top> = Vec::new();
    for row in rows {
        let genre = Genre::stored(row.genre);
        if !in_use.contains(&genre) {
            continue;
        }
        if lists.last().is_none_or(|list| list.genre != genre) {
            lists.push(rank::Top {
                genre,
                day: row.day,
                shows: Vec::new(),
            });
        }
        let production_code = codes.get(&row.kopis_id).cloned();
        let show = RankedShow {
            rank: row.rank,
            kopis_id: parse_kopis_id(&row.kopis_id)?,
            name: row.name,
            place: row.place,
            area: row.area,
            from: row.from_day,
            to: row.to_day,
            seats: row.seats,
            performances: row.performances,
        };
        if let Some(list) = lists.last_mut() {
            list.shows.push(rank::TopShow { show, production_code });
        }
    }
    Ok(lists)
}

/// The days of which there is a list, by genre, in order of time.
fn days_read(connection: &mut PgConnection, days: DateRange) -> Work<BTreeMap<Genre, Vec<NaiveDate>>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        genre: String,
        #[diesel(sql_type = Date)]
        day: NaiveDate,
    }
    let rows: Vec<Row> = prepared(
        diesel::sql_query("SELECT DISTINCT genre, day FROM kopis_rank WHERE day BETWEEN $1 AND $2 ORDER BY day")
            .bind::<Date, _>(days.first())
            .bind::<Date, _>(days.last()),
    )
    .load(connection)?;
    let mut known: BTreeMap<Genre, Vec<NaiveDate>> = BTreeMap::new();
    for row in rows {
        known.entry(Genre::stored(row.genre)).or_default().push(row.day);
    }
    Ok(known)
}

/// The ranks of these shows: genre, day, show and rank.
fn ranks_of(
    connection: &mut PgConnection,
    shows: Vec<String>,
    days: DateRange,
) -> Work<Vec<(String, NaiveDate, String, i64)>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        genre: String,
        #[diesel(sql_type = Date)]
        day: NaiveDate,
        #[diesel(sql_type = Text)]
        kopis_id: String,
        #[diesel(sql_type = BigInt)]
        rank: i64,
    }
    let rows: Vec<Row> = prepared(
        diesel::sql_query(
            "SELECT genre, day, kopis_id, rank FROM kopis_rank WHERE kopis_id = ANY($1) AND day BETWEEN $2 AND $3",
        )
        .bind::<Array<Text>, _>(shows)
        .bind::<Date, _>(days.first())
        .bind::<Date, _>(days.last()),
    )
    .load(connection)?;
    Ok(rows
        .into_iter()
        .map(|row| (row.genre, row.day, row.kopis_id, row.rank))
        .collect())
}

#[async_trait]
impl FiguresOf<rank::MarketRank> for PgReportSource {
    async fn figures(&self, scope: &ReportScope, window: Option<DateRange>) -> Read<rank::Figures> {
        self.read_market(scope, move |connection, productions, standing, seen| {
            let mut shows_of = Matches::of(connection, &productions)?;
            let mut matched: Vec<rank::Matched> = productions
                .into_iter()
                .map(|production| {
                    let (kopis_ids, genre) = shows_of.take(&production);
                    rank::Matched {
                        production: production.reported,
                        kopis_ids,
                        genre,
                        ranks: BTreeMap::new(),
                    }
                })
                .collect();
            let Some(days) = window else {
                return Ok(rank::Figures {
                    standing,
                    productions: matched,
                    ..rank::Figures::default()
                });
            };
            let shows = matched.iter().flat_map(|one| one.kopis_ids.clone()).collect();
            let ranks = ranks_of(connection, shows, days)?;
            for one in &mut matched {
                let own = ranks
                    .iter()
                    .filter(|(genre, _, show, _)| genre == one.genre.code() && one.kopis_ids.contains(show));
                one.ranks = rank::best_by_day(own.map(|(_, day, _, rank)| (*day, *rank)));
            }
            Ok(rank::Figures {
                standing,
                productions: matched,
                days_read: days_read(connection, days)?,
                top: top(connection, days, seen)?,
            })
        })
        .await
    }
}

/// Active productions that somebody sees, by code.
fn own(connection: &mut PgConnection, seen: &Visible) -> Work<Vec<openings::Beside>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        code: String,
        #[diesel(sql_type = Text)]
        category: String,
        #[diesel(sql_type = Nullable<Text>)]
        genre: Option<String>,
        #[diesel(sql_type = Nullable<Date>)]
        run_start: Option<NaiveDate>,
        #[diesel(sql_type = Nullable<Date>)]
        run_end: Option<NaiveDate>,
    }
    let rows: Vec<Row> = prepared(
        diesel::sql_query(
            "SELECT p.code, p.category, m.genre, p.run_start, p.run_end
             FROM production p LEFT JOIN kopis_match m ON m.production_id = p.id
             WHERE p.active AND ($1 IS NULL OR p.id = ANY($1))
             ORDER BY p.code COLLATE \"C\"",
        )
        .bind::<Nullable<Array<SqlUuid>>, _>(visible_ids(seen)),
    )
    .load(connection)?;
    rows.into_iter()
        .map(|row| {
            Ok(openings::Beside {
                code: parse_code(&row.code)?,
                genre: genre_of(row.genre, &row.category)?,
                run: OpenRange {
                    from: row.run_start,
                    to: row.run_end,
                },
            })
        })
        .collect()
}

#[async_trait]
impl FiguresOf<openings::MarketOpenings> for PgReportSource {
    async fn figures(&self, scope: &ReportScope, window: Option<DateRange>) -> Read<openings::Figures> {
        self.read_market(scope, move |connection, _, standing, seen| {
            let Some(days) = window else {
                return Ok(openings::Figures {
                    standing,
                    ..openings::Figures::default()
                });
            };
            let rows: Vec<ShowRow> = prepared(
                diesel::sql_query(
                    "SELECT kopis_id, name, genre, place, area, from_day, to_day, open_run
                     FROM kopis_show WHERE from_day BETWEEN $1 AND $2",
                )
                .bind::<Date, _>(days.first())
                .bind::<Date, _>(days.last()),
            )
            .load(connection)?;
            let codes = codes_by_show(connection, seen)?;
            let opening = |row: ShowRow| {
                let show = row.show()?;
                Ok(openings::Opening {
                    production_code: codes.get(show.kopis_id.as_str()).cloned(),
                    show,
                })
            };
            Ok(openings::Figures {
                standing,
                openings: rows.into_iter().map(opening).collect::<Work<_>>()?,
                own: own(connection, seen)?,
            })
        })
        .await
    }
}
