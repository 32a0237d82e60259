//! Blocks into posts.

use serde_json::Value;

use super::{MAX_BLOCKS, length};

/// Blocks that stay together where they can.
pub(super) type Group = Vec<Value>;

/// Of each post one block is its header.
const BLOCKS: usize = MAX_BLOCKS - 1;
/// Characters of a post. Slack refuses posts beyond some 13 000 (`msg_blocks_too_long`) without documenting a limit.
const MAX_POST: usize = 11_000;

/// Fills posts with groups; one that is too large for a post is parted between its blocks. There is at least one post.
pub(super) fn pack(groups: Vec<Group>) -> Vec<Vec<Value>> {
    let mut posts = vec![Post::default()];
    for group in groups {
        let size = group.iter().map(size).sum::<usize>();
        let current = posts.last_mut().expect("there is one from the start");
        let fits_whole = current.takes(group.len(), size);
        if !fits_whole && !current.blocks.is_empty() {
            posts.push(Post::default());
        }
        for block in group {
            let size = self::size(&block);
            if !posts.last().expect("there is one from the start").takes(1, size) {
                posts.push(Post::default());
            }
            posts.last_mut().expect("there is one from the start").push(block, size);
        }
    }
    posts.into_iter().map(|post| post.blocks).collect()
}

#[derive(Default)]
struct Post {
    blocks: Vec<Value>,
    size: usize,
}

impl Post {
    fn takes(&self, blocks: usize, size: usize) -> bool {
        self.blocks.len() + blocks <= BLOCKS && self.size + size <= MAX_POST
    }

    fn push(&mut self, block: Value, size: usize) {
        self.blocks.push(block);
        self.size += size;
    }
}

/// Characters of all texts in a block.
fn size(value: &Value) -> usize {
    match value {
        Value::String(text) => length(text),
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}
