//! Sample productions as runs.

use chrono::{Days, NaiveDate};
use domain::calendar::DateRange;
use domain::foresight::{Holidays, Performance, Record, Run, Takings};
use domain::production::Category;
use sample_data::SampleProduction;
use sample_data::world::{self, DiscountDay, PerformanceRow};

/// A Sunday.
pub(crate) fn last_day() -> NaiveDate {
    "2026-11-15".parse().unwrap()
}

/// What its last workbook says of each performance.
pub(crate) fn rows(sample: &SampleProduction) -> Vec<PerformanceRow> {
    let last = sample.record_dates.iter().max().unwrap();
    sample.truth(*last).performance_rows
}

pub(crate) fn performance(sample: &SampleProduction, row: &PerformanceRow, holidays: &Holidays) -> Performance {
    let day = row.starts_at.date_naive();
    let is_preview = sample.production.preview_end.is_some_and(|end| day <= end);
    let sellable = u32::try_from(row.house_seats - row.complimentary_seats).unwrap();
    Performance::new(day, row.starts_at.time(), sellable, is_preview, holidays)
}

/// A production with what its workbooks say, a record for each of them.
pub(crate) fn run(sample: &SampleProduction) -> Run {
    let holidays = Holidays::of_korea(&[]);
    let rows = rows(sample);
    let performances = rows.iter().map(|row| performance(sample, row, &holidays)).collect();
    let by_day = sample.sold_by_day().into_iter();
    let records = by_day.filter(|(day, _)| sample.record_dates.contains(day));
    let is_stage = sample.production.category.is_stage();
    let record = |(day, sold): (NaiveDate, Vec<world::SoldSoFar>)| {
        let krw = sold.iter().map(|of| of.revenue_krw);
        Record {
            day,
            takings_krw: if is_stage {
                Takings::PerPerformance(krw.collect())
            } else {
                Takings::Total(krw.sum())
            },
            sold_seats: sold.iter().map(|of| of.paid_seats).collect(),
            is_restated: false,
        }
    };
    let category = match sample.production.category {
        world::Category::Musical => Category::Musical,
        world::Category::Play => Category::Play,
        world::Category::Concert => Category::Concert,
    };
    let records = records.map(record).collect();
    Run::new(category, sample.production.sale_start, performances, records)
}

/// These days sell `factor` times as much, at the same prices.
pub(crate) fn selling(days: DateRange, factor: f64) -> Vec<DiscountDay> {
    let offer = |date| DiscountDay {
        date,
        volume_factor: factor,
        price_factor: 1.0,
    };
    days.days().map(offer).collect()
}

/// So many days from the so manyth day on sale on, of a run of so many weeks (`sample_data::finished_run`).
pub(crate) fn days_on_sale(weeks: u32, from: u64, length: u64) -> DateRange {
    let sale_start = last_day() - Days::new(u64::from(weeks) * 7 - 1 + 56);
    let first = sale_start + Days::new(from);
    DateRange::new(first, first + Days::new(length - 1)).unwrap()
}
