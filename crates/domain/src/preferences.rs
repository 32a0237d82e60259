//! What somebody has chosen for oneself in the web. Nothing that others see follows from it.

use std::collections::BTreeMap;

use crate::validation::{Breaches, FieldError, clean_line};

/// Most views that somebody keeps.
pub const MAX_VIEWS: usize = 50;
/// Most tables whose columns somebody has chosen.
pub const MAX_TABLES: usize = 100;
/// Most columns that are hidden of a table.
pub const MAX_COLUMNS: usize = 60;
/// Most pages that the wall shows.
pub const MAX_WALL_PAGES: usize = 20;
/// Longest address of a page, in characters.
pub const MAX_PATH_CHARS: usize = 1_000;
/// Longest name of a view, in characters.
pub const MAX_NAME_CHARS: usize = 60;
/// Longest name of a table, a column or a release, in characters.
pub const MAX_WORD_CHARS: usize = 100;
/// How long a page of the wall may stay, in seconds.
pub const WALL_SECONDS: std::ops::RangeInclusive<u32> = 5..=600;

/// A page with its filters, columns and order, kept under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// What it is called; no two of somebody are called alike.
    pub name: String,
    /// Its address in the web, `/plays/weekly?period=lastMonth`.
    pub path: String,
    /// Whether it stands in the menu.
    pub pinned: bool,
}

/// The pages that a screen on the wall shows in turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wall {
    /// Their addresses in the web.
    pub paths: Vec<String>,
    /// How long each stays, in seconds.
    pub seconds: u32,
}

/// What somebody has chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preferences {
    /// In the order in which they are shown.
    pub views: Vec<SavedView>,
    /// The columns that are not shown, by table.
    pub hidden_columns: BTreeMap<String, Vec<String>>,
    /// What the wall shows.
    pub wall: Option<Wall>,
    /// The release whose news were seen last.
    pub seen_release: Option<String>,
}

impl Preferences {
    /// These, when they keep the bounds; every breach otherwise.
    pub fn checked(self) -> Result<Self, Vec<FieldError>> {
        let mut breaches = Breaches::default();
        let counted = |breaches: &mut Breaches, count: usize, most: usize, pointer: &str| {
            breaches.require(count <= most, pointer, "too_many", &format!("at most {most}"));
        };
        counted(&mut breaches, self.views.len(), MAX_VIEWS, "/views");
        counted(&mut breaches, self.hidden_columns.len(), MAX_TABLES, "/hiddenColumns");
        for (at, view) in self.views.iter().enumerate().take(MAX_VIEWS) {
            let pointer = format!("/views/{at}/name");
            let name = breaches.take(clean_line(&view.name, MAX_NAME_CHARS, &pointer));
            let own = name.is_none_or(|name| name.as_deref() == Some(view.name.as_str()));
            breaches.require(own, &pointer, "required", "a name without spaces around it");
            let first = self.views.iter().position(|other| other.name == view.name) == Some(at);
            breaches.require(first, &pointer, "taken", "another view is called so");
            require_path(&mut breaches, &view.path, &format!("/views/{at}/path"));
        }
        for (table, columns) in self.hidden_columns.iter().take(MAX_TABLES) {
            let words = columns.iter().take(MAX_COLUMNS).chain([table]);
            let are_words = words.into_iter().all(|word| is_word(word));
            breaches.require(are_words, "/hiddenColumns", "malformed", "names of tables and columns");
            counted(&mut breaches, columns.len(), MAX_COLUMNS, "/hiddenColumns");
        }
        if let Some(wall) = &self.wall {
            counted(&mut breaches, wall.paths.len(), MAX_WALL_PAGES, "/wall/paths");
            for (at, path) in wall.paths.iter().enumerate().take(MAX_WALL_PAGES) {
                require_path(&mut breaches, path, &format!("/wall/paths/{at}"));
            }
            let stays = WALL_SECONDS.contains(&wall.seconds);
            breaches.require(stays, "/wall/seconds", "out_of_range", "between 5 and 600");
        }
        let release = self.seen_release.as_deref().is_none_or(is_word);
        breaches.require(release, "/seenRelease", "malformed", "the name of a release");
        breaches.into_result().map(|()| self)
    }
}

/// An address of the web itself leads nowhere else: `//elsewhere` would.
fn require_path(breaches: &mut Breaches, path: &str, pointer: &str) {
    let own = path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\");
    let plain = path.chars().count() <= MAX_PATH_CHARS && !path.chars().any(char::is_control);
    breaches.require(
        own && plain,
        pointer,
        "malformed",
        "an address of the web, `/plays/weekly`",
    );
}

fn is_word(word: &str) -> bool {
    let length = word.chars().count();
    (1..=MAX_WORD_CHARS).contains(&length) && !word.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(name: &str, path: &str) -> SavedView {
        SavedView {
            name: name.to_owned(),
            path: path.to_owned(),
            pinned: false,
        }
    }

    fn of_views(views: Vec<SavedView>) -> Preferences {
        Preferences {
            views,
            ..Preferences::default()
        }
    }

    fn pointers(preferences: Preferences) -> Vec<String> {
        let breaches = preferences.checked().unwrap_err();
        breaches.into_iter().map(|breach| breach.pointer).collect()
    }

    #[test]
    fn what_keeps_the_bounds_stays_as_it_is() {
        let chosen = Preferences {
            views: vec![view("지난달 뮤지컬", "/plays/weekly?period=lastMonth")],
            hidden_columns: BTreeMap::from([("plays/weekly-capacity".to_owned(), vec!["offeredSeats".to_owned()])]),
            wall: Some(Wall {
                paths: vec!["/".to_owned()],
                seconds: 20,
            }),
            seen_release: Some("2026.11".to_owned()),
        };
        assert_eq!(chosen.clone().checked(), Ok(chosen));
    }

    #[test]
    fn an_address_leads_to_the_web_itself() {
        for path in [
            "//elsewhere.example",
            "/\\elsewhere.example",
            "https://elsewhere.example",
            "plays",
            "",
        ] {
            assert_eq!(
                pointers(of_views(vec![view("한 주", path)])),
                ["/views/0/path"],
                "{path}"
            );
        }
        let long = format!("/{}", "a".repeat(MAX_PATH_CHARS));
        assert_eq!(pointers(of_views(vec![view("한 주", &long)])), ["/views/0/path"]);
    }

    #[test]
    fn a_name_is_there_and_its_owners_only_one() {
        assert_eq!(pointers(of_views(vec![view(" ", "/")])), ["/views/0/name"]);
        assert_eq!(
            pointers(of_views(vec![view("가", "/"), view("가", "/plays")])),
            ["/views/1/name"]
        );
    }

    #[test]
    fn there_is_an_end_to_what_is_kept() {
        let many = (0..=MAX_VIEWS).map(|at| view(&at.to_string(), "/")).collect();
        assert_eq!(pointers(of_views(many)), ["/views"]);
        let wall = |paths, seconds| Preferences {
            wall: Some(Wall { paths, seconds }),
            ..Preferences::default()
        };
        assert_eq!(
            pointers(wall(vec!["/".to_owned(); MAX_WALL_PAGES + 1], 5)),
            ["/wall/paths"]
        );
        assert_eq!(pointers(wall(Vec::new(), 4)), ["/wall/seconds"]);
    }
}
