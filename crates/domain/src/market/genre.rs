use crate::production::Category;

/// Longest name of a genre that is taken for one, in characters.
const MAX_CHARS: usize = 40;

/// The genres that KOPIS has, by code and name.
pub const KNOWN_GENRES: [(&str, &str); 9] = [
    ("AAAA", "연극"),
    ("BBBC", "무용(서양/한국무용)"),
    ("BBBE", "대중무용"),
    ("CCCA", "서양음악(클래식)"),
    ("CCCC", "한국음악(국악)"),
    ("CCCD", "대중음악"),
    ("EEEA", "복합"),
    ("EEEB", "서커스/마술"),
    ("GGGA", "뮤지컬"),
];

/// A genre by its code. One that this program does not know is its own code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Genre(String);

impl Genre {
    /// The genre of this name; `None` where it is blank, or too long to be one.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > MAX_CHARS {
            return None;
        }
        let same = |known: &str| {
            let letters = |text: &str| {
                text.chars()
                    .filter(|letter| !letter.is_whitespace())
                    .collect::<String>()
            };
            letters(known) == letters(name)
        };
        let known = KNOWN_GENRES.iter().find(|(_, known)| same(known));
        Some(Self(known.map_or(name, |(code, _)| *code).to_owned()))
    }

    /// One of [`KNOWN_GENRES`].
    pub fn known(code: &str) -> Option<Self> {
        let known = KNOWN_GENRES.iter().find(|(known, _)| *known == code);
        known.map(|(code, _)| Self((*code).to_owned()))
    }

    /// As it was stored.
    pub fn stored(code: String) -> Self {
        Self(code)
    }

    /// The usual one of productions of a category.
    pub fn usual(category: Category) -> Self {
        let code = match category {
            Category::Musical => "GGGA",
            Category::Play => "AAAA",
            Category::Concert => "CCCD",
        };
        Self(code.to_owned())
    }

    /// Its code.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// Its name, in Korean.
    pub fn name(&self) -> &str {
        let known = KNOWN_GENRES.iter().find(|(code, _)| *code == self.0);
        known.map_or(&self.0, |(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn genres_are_found_by_their_names_and_an_unknown_name_is_its_own_code() {
        let musical = Genre::named(" 뮤지컬 ").unwrap();
        assert_eq!((musical.code(), musical.name()), ("GGGA", "뮤지컬"));
        assert_eq!(Genre::named("서양음악 (클래식)").unwrap().code(), "CCCA");
        let other = Genre::named("인형극").unwrap();
        assert_eq!((other.code(), other.name()), ("인형극", "인형극"));
        assert_eq!(Genre::named("  "), None);
        assert_eq!(Genre::named(&"가".repeat(41)), None);
    }

    #[test]
    fn every_category_has_a_usual_genre_that_is_known() {
        for category in Category::ALL {
            let usual = Genre::usual(category);
            assert_eq!(Genre::known(usual.code()), Some(usual));
        }
        assert_eq!(Genre::known("PPPP"), None);
    }
}
