//! What Slack documents of Block Kit and incoming webhooks.

use serde_json::Value;

fn length(value: &Value) -> usize {
    value.as_str().unwrap().encode_utf16().count()
}

fn check_text(text: &Value, most: usize) {
    assert!((1..=most).contains(&length(&text["text"])), "{text}");
    assert!(matches!(text["type"].as_str(), Some("mrkdwn" | "plain_text")), "{text}");
}

/// Panics where a post breaks a limit.
pub(crate) fn check_limits(post: &Value) {
    let blocks = post["blocks"].as_array().unwrap();
    assert!((1..=50).contains(&blocks.len()), "{} blocks", blocks.len());
    assert!((1..=4_000).contains(&length(&post["text"])));
    let mut whole = 0;
    for block in blocks {
        whole += block.to_string().encode_utf16().count();
        match block["type"].as_str().unwrap() {
            "header" => {
                assert_eq!(block["text"]["type"], "plain_text");
                check_text(&block["text"], 150);
            }
            "section" => check_section(block),
            "context" => {
                let elements = block["elements"].as_array().unwrap();
                assert!((1..=10).contains(&elements.len()));
                for element in elements {
                    check_text(element, 3_000);
                }
            }
            "actions" => {
                let elements = block["elements"].as_array().unwrap();
                assert!((1..=25).contains(&elements.len()));
                for button in elements {
                    check_text(&button["text"], 75);
                    assert!(length(&button["url"]) <= 3_000);
                }
            }
            other => panic!("{other} is no block that we use"),
        }
    }
    // Beyond some 13 000 characters of text Slack answers `msg_blocks_too_long`.
    assert!(whole < 20_000, "{whole} characters");
}

fn check_section(block: &Value) {
    let fields = block["fields"].as_array();
    assert!(block.get("text").is_some() || fields.is_some(), "{block}");
    if let Some(text) = block.get("text") {
        check_text(text, 3_000);
    }
    if let Some(fields) = fields {
        assert!((1..=10).contains(&fields.len()));
        for field in fields {
            check_text(field, 2_000);
        }
    }
}
