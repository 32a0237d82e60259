use domain::production::Category;
use domain::upload::{UploadKind, UploadStatus};
use ports::driven::{ProductionSort, UploadSort};
use ports::paging::{Order, Page};

use crate::support::{TestApi, sample};

const LISTS: [&str; 3] = ["/api/v1/productions", "/api/v1/uploads", "/api/v1/jobs"];

#[actix_web::test]
async fn a_page_of_productions_is_listed() {
    let answer = TestApi::with_samples().get("/api/v1/productions").await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("listProductions");
}

#[actix_web::test]
async fn a_page_of_uploads_is_listed_without_their_findings() {
    let answer = TestApi::with_samples().get("/api/v1/uploads").await;
    assert_eq!(answer.status, 200);
    assert!(answer.json()["items"][0].get("diagnostics").is_none());
    answer.assert_is_example("listUploads");
}

#[actix_web::test]
async fn pages_and_sizes_out_of_range_are_refused() {
    for list in LISTS {
        for (query, pointer) in [
            ("page=0", "page"),
            ("page=1000001", "page"),
            ("perPage=0", "perPage"),
            ("perPage=201", "perPage"),
        ] {
            let answer = TestApi::with_samples().get(&format!("{list}?{query}")).await;
            answer.assert_breaks(pointer, "out_of_range");
        }
    }
}

#[actix_web::test]
async fn a_page_beyond_all_items_is_asked_for_without_overflow() {
    for list in LISTS {
        let path = format!("{list}?page=1000000&perPage=200");
        let answer = TestApi::with_samples().get(&path).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json()["page"], 1_000_000);
        assert_eq!(answer.json()["perPage"], 200);
    }
}

#[actix_web::test]
async fn productions_are_searched_filtered_and_sorted() {
    let mut api = TestApi::default();
    api.productions
        .expect_list()
        .withf(|query| {
            query.text.as_deref() == Some("편지")
                && query.category == Some(Category::Play)
                && query.active == Some(false)
                && query.sort == ProductionSort::SaleStart
                && query.order == Order::Descending
                && query.paging.offset() == 20
        })
        .once()
        .returning(|_| {
            Ok(Page {
                items: Vec::new(),
                total: 0,
            })
        });
    let query = "q=%ED%8E%B8%EC%A7%80&category=play&active=false&sort=saleStart&order=desc&page=3&perPage=10";
    let answer = api.get(&format!("/api/v1/productions?{query}")).await;
    assert_eq!(answer.status, 200);
}

#[actix_web::test]
async fn uploads_are_searched_filtered_and_sorted() {
    let mut api = TestApi::default();
    api.uploads
        .expect_list()
        .withf(|query| {
            query.production_id == Some(sample::production().id)
                && query.record_date == Some(sample::day("2026-11-19"))
                && query.kind == Some(UploadKind::Buyers)
                && query.status == Some(UploadStatus::Failed)
                && query.text.is_none()
                && query.sort == UploadSort::RecordDate
        })
        .once()
        .returning(|_| {
            Ok(Page {
                items: Vec::new(),
                total: 0,
            })
        });
    let id = sample::production().id;
    let query = format!("productionId={id}&recordDate=2026-11-19&kind=buyers&status=failed&q=%20&sort=recordDate");
    assert_eq!(api.get(&format!("/api/v1/uploads?{query}")).await.status, 200);
}

#[actix_web::test]
async fn a_search_text_with_nul_or_too_long_is_refused() {
    for list in ["/api/v1/productions", "/api/v1/uploads"] {
        let answer = TestApi::with_samples().get(&format!("{list}?q=a%00b")).await;
        answer.assert_breaks("q", "control_character");
        let answer = TestApi::with_samples()
            .get(&format!("{list}?q={}", "a".repeat(201)))
            .await;
        answer.assert_breaks("q", "too_long");
    }
}
