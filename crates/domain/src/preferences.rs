//! What somebody has chosen for oneself in the web. Nothing that others see follows from it.

use std::collections::BTreeMap;

use crate::validation::{Breach, Breaches, Field, Form, Place, Rule, clean_line};

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
    pub fn checked(self) -> Result<Self, Vec<Breach>> {
        let mut breaches = Breaches::default();
        breaches.require(self.views.len() <= MAX_VIEWS, Field::Views, Rule::TooMany(MAX_VIEWS));
        let tables = self.hidden_columns.len() <= MAX_TABLES;
        breaches.require(tables, Field::HiddenColumns, Rule::TooMany(MAX_TABLES));
        for (at, view) in self.views.iter().enumerate().take(MAX_VIEWS) {
            let place = |field| Place::item(Field::Views, at).field(field);
            let name = breaches.take(place(Field::Name), clean_line(&view.name, MAX_NAME_CHARS));
            // A name is kept as it was chosen: one with spaces around it is none.
            let own = name.is_none_or(|name| name.as_deref() == Some(view.name.as_str()));
            breaches.require(own, place(Field::Name), Rule::Required);
            let first = self.views.iter().position(|other| other.name == view.name) == Some(at);
            breaches.require(first, place(Field::Name), Rule::Duplicate);
            breaches.require(is_path(&view.path), place(Field::Path), Rule::Malformed(Form::Path));
        }
        for (table, columns) in self.hidden_columns.iter().take(MAX_TABLES) {
            let words = columns.iter().take(MAX_COLUMNS).chain([table]);
            let are_words = words.into_iter().all(|word| is_word(word));
            breaches.require(are_words, Field::HiddenColumns, Rule::Malformed(Form::Word));
            let few = columns.len() <= MAX_COLUMNS;
            breaches.require(few, Field::HiddenColumns, Rule::TooMany(MAX_COLUMNS));
        }
        if let Some(wall) = &self.wall {
            let place = |field| Place::from(Field::Wall).field(field);
            let few = wall.paths.len() <= MAX_WALL_PAGES;
            breaches.require(few, place(Field::Paths), Rule::TooMany(MAX_WALL_PAGES));
            for (at, path) in wall.paths.iter().enumerate().take(MAX_WALL_PAGES) {
                let rule = Rule::Malformed(Form::Path);
                breaches.require(is_path(path), place(Field::Paths).at(at), rule);
            }
            let stays = WALL_SECONDS.contains(&wall.seconds);
            let (least, most) = (i64::from(*WALL_SECONDS.start()), i64::from(*WALL_SECONDS.end()));
            breaches.require(stays, place(Field::Seconds), Rule::OutOfRange(least, most));
        }
        let release = self.seen_release.as_deref().is_none_or(is_word);
        breaches.require(release, Field::SeenRelease, Rule::Malformed(Form::Word));
        breaches.into_result().map(|()| self)
    }
}

/// An address of the web itself leads nowhere else: `//elsewhere` would.
fn is_path(path: &str) -> bool {
    let own = path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\");
    let plain = path.chars().count() <= MAX_PATH_CHARS && !path.chars().any(char::is_control);
    own && plain
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

    fn places(preferences: Preferences) -> Vec<String> {
        let breaches = preferences.checked().unwrap_err();
        breaches.into_iter().map(|breach| breach.place.to_string()).collect()
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
                places(of_views(vec![view("한 주", path)])),
                ["Views, item 1, Path"],
                "{path}"
            );
        }
        let long = format!("/{}", "a".repeat(MAX_PATH_CHARS));
        assert_eq!(places(of_views(vec![view("한 주", &long)])), ["Views, item 1, Path"]);
    }

    #[test]
    fn a_name_is_there_and_its_owners_only_one() {
        assert_eq!(places(of_views(vec![view(" ", "/")])), ["Views, item 1, Name"]);
        assert_eq!(
            places(of_views(vec![view("가", "/"), view("가", "/plays")])),
            ["Views, item 2, Name"]
        );
    }

    #[test]
    fn there_is_an_end_to_what_is_kept() {
        let many = (0..=MAX_VIEWS).map(|at| view(&at.to_string(), "/")).collect();
        assert_eq!(places(of_views(many)), ["Views"]);
        let wall = |paths, seconds| Preferences {
            wall: Some(Wall { paths, seconds }),
            ..Preferences::default()
        };
        assert_eq!(
            places(wall(vec!["/".to_owned(); MAX_WALL_PAGES + 1], 5)),
            ["Wall, Paths"]
        );
        assert_eq!(places(wall(Vec::new(), 4)), ["Wall, Seconds"]);
    }
}
