//! Comments on figures: by a language model, held to what is given; or by rules.

mod check;
mod figure;
mod material;
mod numbers;
mod prompt;
mod rule;
mod tags;

use std::time::Duration;

use domain::message::{Block, Section, Text};
use futures_util::future::join_all;
use ports::driven::{CommentFailure, Commentator};
use ports::driving::{CommentTopic, CommentaryRecord, DropReason, DroppedComment};
use tokio::time::timeout;

use crate::words::AsOf;

pub(crate) use material::{Concerts, Material, Plays};

/// How long a message waits for its comments.
pub(crate) const LIMIT: Duration = Duration::from_secs(20);

/// A section of comments, and what became of each.
pub(crate) struct Commentary {
    pub(crate) section: Option<Section>,
    pub(crate) record: CommentaryRecord,
}

/// Comments on each material that has something: of a model, all at the same time, or by rules where there is none.
pub(crate) async fn commentary(
    commentator: Option<&dyn Commentator>,
    materials: &[Material],
    as_of: AsOf,
) -> Commentary {
    let Some(model) = commentator else {
        let facts = rule::most_telling(materials);
        let record = CommentaryRecord {
            added: facts.len(),
            ..CommentaryRecord::default()
        };
        return with_section(facts, "수치에서 정해진 규칙으로 뽑은 내용입니다.", record);
    };
    let asked = materials.iter().filter(|material| !material.is_empty());
    let answers =
        join_all(asked.map(|material| async move { (material.topic, comment(model, material, as_of).await) })).await;
    let mut record = CommentaryRecord {
        by_model: true,
        ..CommentaryRecord::default()
    };
    let mut comments = Vec::new();
    for (topic, answer) in answers {
        match answer {
            Ok(comment) => comments.push(Text::from(comment)),
            Err(reason) => record.dropped.push(dropped(topic, reason)),
        }
    }
    record.added = comments.len();
    with_section(comments, "언어 모델이 위 수치만 보고 쓴 내용입니다.", record)
}

fn with_section(comments: Vec<Text>, source: &str, record: CommentaryRecord) -> Commentary {
    let section = (!comments.is_empty()).then(|| {
        let section = Section::headed(Text::strong("한 줄 의견"));
        let section = comments.into_iter().map(Block::Comment).fold(section, Section::with);
        section.with(Block::small(source))
    });
    Commentary { section, record }
}

fn dropped(topic: CommentTopic, reason: DropReason) -> DroppedComment {
    tracing::warn!(
        topic = topic.code(),
        reason = reason.code(),
        "A comment was left out of a message."
    );
    DroppedComment { topic, reason }
}

async fn comment(model: &dyn Commentator, material: &Material, as_of: AsOf) -> Result<String, DropReason> {
    let prompt = prompt::prompt(material, as_of);
    let answer = match timeout(LIMIT, model.comment(&prompt)).await {
        Err(_) | Ok(Err(CommentFailure::TimedOut)) => return Err(DropReason::TooLate),
        Ok(Err(CommentFailure::Unreachable | CommentFailure::Status(_) | CommentFailure::Unreadable)) => {
            return Err(DropReason::Failed);
        }
        Ok(Ok(answer)) => answer,
    };
    check::checked(&answer, &material.figures, &material.names)
}

#[cfg(test)]
mod tests;
