use std::sync::Arc;

use domain::access::{ProductionIds, Visible};
use domain::message::MessageKind;
use ports::driven::{CommentFailure, MockCommentator};
use ports::driving::{DropReason, MessageOrder, Messages};

use crate::support::{Company, check_limits, composed, order};

#[tokio::test]
async fn each_kind_says_what_its_reports_tell() {
    for kind in MessageKind::ALL {
        let messages = Company::usual().composer(None);
        let composed = messages.compose(&order(kind)).await.unwrap();
        let rendering = messages.render(&composed.message);
        insta::assert_snapshot!(format!("{kind}.txt"), rendering.text);
        insta::assert_snapshot!(format!("{kind}.html"), rendering.html);
        let slack = serde_json::to_string_pretty(&rendering.slack).unwrap();
        insta::assert_snapshot!(format!("{kind}.slack"), slack);
        rendering.slack.iter().for_each(check_limits);
    }
}

#[tokio::test]
async fn each_kind_names_the_reports_that_it_is_made_of() {
    for kind in MessageKind::ALL {
        let company = Company::usual();
        let read = company.read.clone();
        let uncommented = MessageOrder {
            commentary: false,
            ..order(kind)
        };
        company.composer(None).compose(&uncommented).await.unwrap();
        let named = kind.reports().iter().copied().collect();
        assert_eq!(*read.lock().unwrap(), named, "{kind}");
    }
}

#[tokio::test]
async fn an_old_record_date_and_a_missing_snapshot_are_told() {
    for kind in [
        MessageKind::DailyPlays,
        MessageKind::WeeklyPlays,
        MessageKind::WeeklyOccupancy,
    ] {
        let composed = composed(Company::usual(), kind).await;
        let text = Company::usual().composer(None).render(&composed.message).text;
        assert!(
            text.contains("기준일 11/19(목) 1편, 11/12(목) 1편(오래됨), 자료 없음 1편"),
            "{text}"
        );
        assert!(text.contains("기준일이 어제보다 오래되었습니다(8일 전)."), "{text}");
        assert!(text.contains("올라온 자료가 없습니다."), "{text}");
    }
}

#[tokio::test]
async fn a_message_tells_only_of_what_is_seen_and_asked_for() {
    let company = Company::usual();
    let (first, others) = (company.productions[0].clone(), company.productions[1..].to_vec());
    let messages = company.composer(None);
    for kind in MessageKind::ALL {
        let mut seen = order(kind);
        seen.scope.visible = Visible::Only(ProductionIds::from([first.id]));
        let mut asked = order(kind);
        asked.scope.production_ids = vec![first.id];
        for order in [seen, asked] {
            let composed = messages.compose(&order).await.unwrap();
            let rendering = messages.render(&composed.message);
            let all = format!(
                "{}{}{:?}{}",
                rendering.text, rendering.html, rendering.slack, rendering.subject
            );
            for other in &others {
                assert!(
                    !all.contains(&other.name) && !all.contains(other.code.as_str()),
                    "{kind}: {all}"
                );
            }
            // There is no sum of one production.
            assert!(!all.contains("전체</strong>"), "{kind}");
        }
    }
}

#[tokio::test]
async fn without_productions_there_is_nothing_to_send() {
    let mut order = order(MessageKind::DailyPlays);
    order.scope.visible = Visible::default();
    let composed = Company::usual().composer(None).compose(&order).await.unwrap();
    assert!(composed.is_empty);
    assert_eq!(composed.message.summary, "알릴 공연이 없습니다.");
}

#[tokio::test]
async fn a_message_goes_out_without_comments_when_the_model_fails() {
    let mut model = MockCommentator::new();
    model
        .expect_comment()
        .times(3)
        .returning(|_| Err(CommentFailure::Unreachable));
    let messages = Company::usual().composer(Some(Arc::new(model)));
    let composed = messages.compose(&order(MessageKind::DailyPlays)).await.unwrap();
    let reasons: Vec<_> = composed
        .commentary
        .dropped
        .iter()
        .map(|dropped| dropped.reason)
        .collect();
    assert_eq!(reasons, [DropReason::Failed; 3]);
    let text = messages.render(&composed.message).text;
    assert!(!text.contains("한 줄 의견") && text.contains("봄밤의 왈츠"));
}

#[tokio::test]
async fn names_of_people_and_productions_never_reach_the_model() {
    let mut model = MockCommentator::new();
    model.expect_comment().times(3).returning(|prompt| {
        let told = format!("{}{}", prompt.instructions, prompt.material);
        assert!(!told.contains("봄밤") && !told.contains("김하늘"), "{told}");
        Ok("{A}은 흐름이 좋아지고 있습니다.".to_owned())
    });
    let messages = Company::usual().composer(Some(Arc::new(model)));
    let composed = messages.compose(&order(MessageKind::WeeklyPlays)).await.unwrap();
    assert_eq!(composed.commentary.added, 3);
    assert!(
        messages
            .render(&composed.message)
            .text
            .contains("> 봄밤의 왈츠는 흐름이 좋아지고 있습니다.")
    );
}

#[tokio::test]
async fn comments_are_added_only_where_they_are_wanted() {
    let mut order = order(MessageKind::WeeklyPlays);
    order.commentary = false;
    let mut model = MockCommentator::new();
    model.expect_comment().never();
    let composed = Company::usual()
        .composer(Some(Arc::new(model)))
        .compose(&order)
        .await
        .unwrap();
    assert_eq!(composed.commentary.added, 0);
}

#[tokio::test]
async fn what_is_expected_is_told_as_a_probability_and_an_interval_and_never_promised() {
    for kind in [MessageKind::DailyConcerts, MessageKind::WeeklyProfit] {
        let composed = composed(Company::usual(), kind).await;
        let text = Company::usual().composer(None).render(&composed.message).text;
        assert!(text.contains("도달 확률") && text.contains("80% 구간"), "{text}");
        for promise in ["예상 손익", "예상 매출", "전망입니다"] {
            assert!(!text.contains(promise), "{text}");
        }
    }
}

#[tokio::test]
async fn where_nothing_can_be_said_that_is_said() {
    let composed = composed(Company::usual(), MessageKind::WeeklyProfit).await;
    let text = Company::usual().composer(None).render(&composed.message).text;
    assert!(text.contains("말할 수 없음 (자료 없음)"), "{text}");
}
