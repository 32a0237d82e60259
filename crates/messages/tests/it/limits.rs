use domain::message::{Block, Fact, Message, MessageKind, Section, Text};
use ports::driving::Messages;
use proptest::prelude::*;

use crate::support::{Company, check_limits, order};

#[tokio::test]
async fn a_hundred_productions_stay_within_the_limits_of_slack() {
    for kind in MessageKind::ALL {
        let messages = Company::of_size(100).composer(None);
        let composed = messages.compose(&order(kind)).await.unwrap();
        let posts = messages.render(&composed.message).slack;
        posts.iter().for_each(check_limits);
        let all = serde_json::to_string(&posts).unwrap();
        for number in 0..100 {
            assert!(
                all.contains(&format!("{number}번째 ")),
                "{kind} tells of the {number}th"
            );
        }
        assert!(posts.len() < 40, "{kind} is {} posts", posts.len());
    }
}

fn text() -> impl Strategy<Value = Text> {
    // Signs that take the most room when they are escaped, a few or far too many.
    let signs = (prop::sample::select(vec!["&", "<", "가", "🎭", "*"]), 0..2_000_usize);
    let run = prop_oneof![4 => "\\PC{0,40}", 1 => signs.prop_map(|(sign, count)| sign.repeat(count))];
    prop::collection::vec((run, any::<bool>()), 0..4).prop_map(|runs| {
        let add = |text: Text, (run, strong): (String, bool)| if strong { text.and_strong(run) } else { text.and(run) };
        runs.into_iter().fold(Text::new(), add)
    })
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        text().prop_map(Block::Paragraph),
        text().prop_map(Block::Warning),
        text().prop_map(Block::Comment),
        text().prop_map(Block::Small),
        prop::collection::vec(text(), 0..30).prop_map(Block::List),
        prop::collection::vec(("\\PC{0,40}", text()), 0..14).prop_map(|facts| Block::Facts(
            facts
                .into_iter()
                .map(|(label, value)| Fact::new(label, value))
                .collect()
        )),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_a_message_says_it_stays_within_the_limits_of_slack(
        title in "\\PC{1,400}",
        sections in prop::collection::vec(prop::collection::vec(block(), 0..8), 0..8),
    ) {
        let sections = sections.into_iter().map(|blocks| blocks.into_iter().fold(Section::headed("제목"), Section::with));
        let message = sections.fold(Message::new(title, "요약"), Message::with);
        let posts = Company::usual().composer(None).render(&message).slack;
        posts.iter().for_each(check_limits);
    }
}
