use domain::message::MessageKind;
use ports::driving::Messages;
use serde_json::Value;

use crate::support::{Company, order};

const HOSTILE: [&str; 8] = [
    "<!channel> 모두 보세요",
    "<@U012AB3CD>님 <#C012AB3CD|공지>",
    "<https://evil.example/steal|봄밤의 왈츠>",
    "https://evil.example/steal @here evil.example",
    "*굵게* _기울임_ ~지움~ `코드` :fire:",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)\" style='color:red'",
    "봄\u{202E}밤\u{200B}의\n> 왈츠\r\n• 매출 999원",
];

/// Every text that Slack reads as `mrkdwn`.
fn mrkdwn<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(members) if value["type"] == "mrkdwn" => {
            assert_eq!(members["verbatim"], true);
            found.push(members["text"].as_str().unwrap());
        }
        Value::Object(members) => members.values().for_each(|member| mrkdwn(member, found)),
        Value::Array(items) => items.iter().for_each(|item| mrkdwn(item, found)),
        _ => {}
    }
}

#[tokio::test]
async fn nothing_that_people_typed_acts_in_slack() {
    for hostile in HOSTILE {
        for kind in MessageKind::ALL {
            let messages = Company::saying(hostile).composer(None);
            let composed = messages.compose(&order(kind)).await.unwrap();
            let posts = messages.render(&composed.message).slack;
            let mut texts = Vec::new();
            for post in &posts {
                mrkdwn(post, &mut texts);
                texts.push(post["text"].as_str().unwrap());
            }
            for text in texts {
                for acting in [
                    "<",
                    "_",
                    "~",
                    "`",
                    ":fire:",
                    "://evil",
                    "@here",
                    "@U012",
                    "evil.example",
                    "\u{202E}",
                ] {
                    assert!(!text.contains(acting), "{acting} in {text}");
                }
                // Asterisks are ours, in pairs; a line begins with what we put there.
                assert!(
                    text.lines().all(|line| line.matches('*').count().is_multiple_of(2)),
                    "{text}"
                );
                assert!(!text.lines().any(|line| line == "• 매출 999원"), "{text}");
            }
        }
    }
}

#[tokio::test]
async fn nothing_that_people_typed_is_markup_in_a_mail() {
    for kind in MessageKind::ALL {
        let usual = Company::usual().composer(None);
        let harmless = usual.render(&usual.compose(&order(kind)).await.unwrap().message).html;
        let tags = |html: &str| -> Vec<String> {
            let names = html.split('<').skip(1);
            names
                .map(|tag| tag.split(['>', ' ']).next().unwrap().to_owned())
                .collect()
        };
        let known: std::collections::BTreeSet<_> = tags(&harmless).into_iter().collect();
        for hostile in HOSTILE {
            let messages = Company::saying(hostile).composer(None);
            let composed = messages.compose(&order(kind)).await.unwrap();
            let rendering = messages.render(&composed.message);
            assert!(
                tags(&rendering.html).iter().all(|tag| known.contains(tag)),
                "{kind}: {hostile}"
            );
            for acting in [
                "onerror=alert(1)>",
                "\" onmouseover",
                "style='color:red'",
                "://evil",
                "evil.example",
            ] {
                assert!(!rendering.html.contains(acting), "{acting} in {kind}");
            }
            assert_eq!(rendering.html.matches("href=").count(), 1, "the only link is ours");
            assert!(!rendering.text.contains("://evil") && !rendering.text.contains('\u{202E}'));
        }
    }
}
