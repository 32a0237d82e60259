//! A small company, whose figures are made by formulas.

mod figures;
mod slack;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;
use domain::access::Visible;
use domain::calendar::{KstInstant, kst_instant};
use domain::message::MessageKind;
use domain::planning::WeekNotes;
use domain::production::{Category, ProductionId};
use domain::reports::ReportedProduction;
use messages::Composer;
use ports::driven::{Commentator, ReportScope};
use ports::driving::{Composed, MessageOrder, Messages};
use uuid::Uuid;

pub(crate) use slack::check_limits;

/// Friday.
pub(crate) const AS_OF: &str = "2026-11-20";

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn at(day: NaiveDate, hour: u32, minute: u32) -> KstInstant {
    kst_instant(day.and_hms_opt(hour, minute, 0).unwrap())
}

/// Its productions, and what was planned for each week of each.
pub(crate) struct Company {
    pub(crate) productions: Vec<ReportedProduction>,
    pub(crate) notes: WeekNotes,
    /// The names of the reports that were read.
    pub(crate) read: Arc<Mutex<BTreeSet<&'static str>>>,
}

fn production(number: u128, name: &str, category: Category, record_date: Option<&str>) -> ReportedProduction {
    ReportedProduction {
        id: ProductionId(Uuid::from_u128(number)),
        code: format!("P{number:03}").parse().unwrap(),
        name: name.to_owned(),
        category,
        record_date: record_date.map(day),
        has_sale_days: true,
    }
}

impl Company {
    /// Two plays and two concerts with figures, one of each without.
    pub(crate) fn usual() -> Self {
        let productions = vec![
            production(1, "봄밤의 왈츠", Category::Musical, Some("2026-11-19")),
            production(2, "두 번째 편지", Category::Play, Some("2026-11-12")),
            production(3, "새벽의 등대", Category::Play, None),
            production(4, "겨울 정원 콘서트", Category::Concert, Some("2026-11-19")),
            production(5, "한강 재즈 나이트", Category::Concert, Some("2026-11-18")),
            production(6, "오월의 합창", Category::Concert, None),
        ];
        let notes = WeekNotes {
            sales_marketing: Some("조기 예매 20% 할인\n재관람 쿠폰".to_owned()),
            promotion: Some("배우 인터뷰 영상".to_owned()),
            other: None,
        };
        Self {
            productions,
            notes,
            read: Arc::default(),
        }
    }

    /// So many plays and as many concerts, with names and notes as long as they may be.
    pub(crate) fn of_size(size: u128) -> Self {
        let name = |number: u128| format!("{number}번째 {}", "아주 긴 이름의 공연 & <뮤지컬> ".repeat(12));
        let productions = (0..size).flat_map(|number| {
            [
                production(2 * number, &name(number), Category::Play, Some("2026-11-19")),
                production(2 * number + 1, &name(number), Category::Concert, Some("2026-11-19")),
            ]
        });
        let note = || Some("할인 & 홍보 <계획> *모두* ".repeat(30));
        Self {
            productions: productions.collect(),
            notes: WeekNotes {
                sales_marketing: note(),
                promotion: note(),
                other: note(),
            },
            read: Arc::default(),
        }
    }

    /// Every text that people type is this one.
    pub(crate) fn saying(text: &str) -> Self {
        let mut company = Self::usual();
        for production in &mut company.productions {
            text.clone_into(&mut production.name);
        }
        let note = || Some(text.to_owned());
        company.notes = WeekNotes {
            sales_marketing: note(),
            promotion: note(),
            other: note(),
        };
        company
    }

    pub(crate) fn composer(self, commentator: Option<Arc<dyn Commentator>>) -> Composer {
        let url = "https://sales.example.com".to_owned();
        Composer::new(Arc::new(self), commentator, Some(url))
    }
}

pub(crate) fn order(kind: MessageKind) -> MessageOrder {
    MessageOrder {
        kind,
        scope: ReportScope {
            visible: Visible::All,
            ..ReportScope::default()
        },
        as_of: day(AS_OF),
        slot: Some(at(day(AS_OF), 14, 0)),
        commentary: true,
    }
}

pub(crate) async fn composed(company: Company, kind: MessageKind) -> Composed {
    company.composer(None).compose(&order(kind)).await.unwrap()
}
