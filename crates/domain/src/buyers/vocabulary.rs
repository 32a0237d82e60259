//! The words of reports on buyers. All texts here are normalised: no blanks, no capitals.

use super::{Dimension, Gender};

/// What a title may end in, whatever it is about.
const TITLE_ENDS: [&str; 2] = ["판매현황", "매출집계"];

/// What a title says that its section is about.
const SECTIONS: [(&str, Dimension); 6] = [
    ("할인권종별", Dimension::Discount),
    ("연령대별", Dimension::AgeGender),
    ("결제수단별", Dimension::Payment),
    ("카드별", Dimension::Card),
    ("판매경로별", Dimension::Channel),
    ("지역별", Dimension::Region),
];

/// What a column of a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BreakdownColumn {
    /// Who sold the seats; blank: as above.
    Agency,
    /// What the classes of this dimension are called.
    Item(Dimension),
    /// Seats.
    Seats,
    /// Won.
    Won,
    /// Seats of men, of women, or of those of whom nobody knows.
    Gender(Gender),
    /// Seats of all genders together, by which the row is checked.
    Total,
}

/// Whether a text begins a section: it ends as titles do, or has the word of a section behind a number and a point.
pub fn is_title(text: &str) -> bool {
    let ends = TITLE_ENDS.iter().any(|end| text.ends_with(end));
    ends || is_numbered(text) && section_of(text).is_some()
}

fn is_numbered(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with('.')
}

/// What the section below a title is about; `None` of one that is not read.
pub fn section_of(title: &str) -> Option<Dimension> {
    let found = SECTIONS.iter().find(|(word, _)| title.contains(word));
    found.map(|(_, dimension)| *dimension)
}

/// What a column with this label holds in a section about a dimension.
pub fn list_label(section: Dimension, label: &str) -> Option<BreakdownColumn> {
    use BreakdownColumn::{Agency, Item, Seats, Total, Won};

    let column = match (section, label) {
        (Dimension::Discount, "구분") => Agency,
        (Dimension::Discount, "권종명")
        | (Dimension::AgeGender, "연령대")
        | (Dimension::Payment | Dimension::Card, "결제수단")
        | (Dimension::Card, "카드사")
        | (Dimension::Channel, "판매경로")
        | (Dimension::Region, "지역별" | "지역") => Item(section),
        (Dimension::Region, "서울지역별") => Item(Dimension::Seoul),
        (Dimension::Region, "경기지역별") => Item(Dimension::Gyeonggi),
        (Dimension::AgeGender, "남") => BreakdownColumn::Gender(Gender::Male),
        (Dimension::AgeGender, "녀") => BreakdownColumn::Gender(Gender::Female),
        (Dimension::AgeGender, "성별모름") => BreakdownColumn::Gender(Gender::Unknown),
        (Dimension::AgeGender, "계") => Total,
        (Dimension::AgeGender, _) => return None,
        (_, "매수") => Seats,
        (section, "금액") if section.has_won() => Won,
        _ => return None,
    };
    Some(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_as_titles_do_or_has_a_number_and_a_word() {
        for title in [
            "1.등급별판매현황",
            "할인권종별판매현황",
            "5.카드별매출집계",
            "2.할인권종별",
            "12.지역별(전국)",
        ] {
            assert!(is_title(title), "{title}");
        }
        for other in [
            "3.1절특별40%",
            "4.0카드",
            "지역창구3.0",
            "지역별",
            "서울지역별",
            "2할인권종별",
            "판매현황표",
        ] {
            assert!(!is_title(other), "{other}");
        }
    }

    #[test]
    fn a_section_is_known_by_its_word() {
        assert_eq!(section_of("3.성별,연령대별판매현황"), Some(Dimension::AgeGender));
        assert_eq!(section_of("지역별판매현황"), Some(Dimension::Region));
        assert_eq!(section_of("1.등급별판매현황"), None);
    }

    #[test]
    fn labels_hold_in_their_sections_only() {
        let discount = |label| list_label(Dimension::Discount, label);
        assert_eq!(discount("구분"), Some(BreakdownColumn::Agency));
        assert_eq!(discount("권종명"), Some(BreakdownColumn::Item(Dimension::Discount)));
        assert_eq!((discount("계"), discount("결제수단")), (None, None));
        let region = |label| list_label(Dimension::Region, label);
        assert_eq!(region("서울지역별"), Some(BreakdownColumn::Item(Dimension::Seoul)));
        assert_eq!(region("금액"), None);
        let card = |label| list_label(Dimension::Card, label);
        assert_eq!(card("결제수단"), card("카드사"));
        assert_eq!(list_label(Dimension::AgeGender, "매수"), None);
    }
}
