//! Headings as people write them.

use super::*;

/// A heading with its rows of labels from row 5 on; `|` parts columns.
fn grid(rows: &[&str]) -> Grid {
    let mut grid = Grid::default();
    grid.push(CellAddress { row: 0, column: 0 }, "푸른 계단 회차별 판매현황");
    grid.push(CellAddress { row: 2, column: 0 }, "Date");
    for (row, labels) in (4..).zip(rows) {
        for (column, label) in (0..).zip(labels.split('|')) {
            if !label.trim().is_empty() {
                grid.push(CellAddress { row, column }, label.trim());
            }
        }
    }
    grid
}

fn merge(grid: &mut Grid, first: (u32, u32), last: (u32, u32)) {
    let cell = |(row, column)| CellAddress { row, column };
    grid.merge(
        Region {
            first: cell(first),
            last: cell(last),
        },
        500,
    );
}

fn reader(role: Role) -> Reader<'static> {
    Reader {
        role,
        is_stage: true,
        grades: &[],
        decisions: &[],
    }
}

/// Meanings in short, `-` where a column has none.
fn read(grid: &Grid, reader: &Reader<'_>) -> String {
    let heading = Heading::find(grid, reader, |_, _| false).expect("a heading");
    let mut words = Vec::new();
    for column in &heading.columns {
        while u32::try_from(words.len()).unwrap() < column.column {
            words.push("-".to_owned());
        }
        words.push(word(&column.meaning));
    }
    words.join(" ")
}

fn word(meaning: &Meaning) -> String {
    let of = |of: &Of, state: &State| {
        let whose = match of {
            Of::Agency(code) => code.code().to_owned(),
            other => other.code().to_owned(),
        };
        match state {
            State::Booked => whose,
            State::Deposited => format!("{whose}+"),
            State::Pending => format!("{whose}?"),
        }
    };
    match meaning {
        Meaning::Number => "no".to_owned(),
        Meaning::Date => "date".to_owned(),
        Meaning::Weekday => "weekday".to_owned(),
        Meaning::Time => "time".to_owned(),
        Meaning::Remark => "remark".to_owned(),
        Meaning::Role(role) => format!("role:{role}"),
        Meaning::Seats(whose, state, None) => of(whose, state),
        Meaning::Seats(whose, state, Some(grade)) => format!("{}:{grade}", of(whose, state)),
        Meaning::Won(whose, state) => format!("{}:won", of(whose, state)),
        Meaning::Share(whose, state) => format!("{}:%", of(whose, state)),
        Meaning::Ignored => "ignored".to_owned(),
        Meaning::Unknown { within_group: true } => "UNKNOWN".to_owned(),
        Meaning::Unknown { within_group: false } => "unknown".to_owned(),
    }
}

#[test]
fn a_label_goes_on_until_the_next_a_blank_or_a_beginning_anew() {
    let grid = grid(&[
        "     |    |    |인터파크(입금)| |  |예스24(미입금)| | |초대| |유료 계| ",
        "회차 |날짜|시간|R석 |S석|매수|R석 |매수|금액|매수| |매수|금액| |매수|금액",
    ]);
    let meanings = "no date time interpark+:r interpark+:s interpark+ yes24?:r yes24? yes24?:won complimentary - paid \
                    paid:won - unknown unknown";
    assert_eq!(read(&grid, &reader(Role::Performances)), meanings);
    // Directly beside the block, where the labels begin again.
    let beside = self::grid(&["  |유료 계| | | ", "날짜|매수|금액|매수|금액"]);
    assert_eq!(read(&beside, &reader(Role::Days)), "date paid paid:won unknown unknown");
}

#[test]
fn a_merged_label_covers_its_region_and_nothing_behind_it() {
    let mut grid = grid(&["날짜|멜론|   | |합계|매수", "    |매수|   |금액|   |  "]);
    merge(&mut grid, (4, 0), (5, 0));
    merge(&mut grid, (4, 1), (4, 3));
    merge(&mut grid, (4, 4), (5, 4));
    assert_eq!(read(&grid, &reader(Role::Days)), "date melon - melon:won all unknown");
}

#[test]
fn one_row_of_labels_is_enough() {
    let stage = grid(&[
        "회차|Date|Time|배역1|R|시야제한S|유료합계|유료매출|초대R|초대합계|미입금|판매가능석|입금점유율|무료점유율|비고",
    ]);
    let meanings = "no date time role:배역1 paid:r paid:bad_s paid paid:won complimentary:r complimentary paid? ignored \
                    paid+:% complimentary:% remark";
    assert_eq!(read(&stage, &reader(Role::Performances)), meanings);
    let days = grid(&["DATE|R석|S석|총매수|매출액|누적 매출"]);
    assert_eq!(
        read(&days, &reader(Role::Days)),
        "date paid:r paid:s paid paid:won ignored"
    );
    let both = grid(&["일자|유료매수|유료매출|초대매수|총매수"]);
    assert_eq!(read(&both, &reader(Role::Days)), "date paid paid:won complimentary all");
}

#[test]
fn totals_are_no_agencies_and_agencies_need_figures() {
    let grid = grid(&[
        "   |인터파크|인터파크|메모|유료예상|합계(입금)|합계(입금)|유료계|유료계",
        "날짜|매수|금액|담당|매수|매수|%|매수|금액",
    ]);
    let meanings = "date interpark interpark:won unknown unknown all+ ignored paid paid:won";
    assert_eq!(read(&grid, &reader(Role::Days)), meanings);
}

#[test]
fn an_unknown_word_among_figures_is_told_from_one_elsewhere() {
    let grid = grid(&[
        "  |  |멜론| | |유료 계| | ",
        "No.|Date|R석|발코니B열|매수|매수|금액|광고비",
    ]);
    let meanings = "no date melon:r UNKNOWN melon paid paid:won UNKNOWN";
    assert_eq!(read(&grid, &reader(Role::Performances)), meanings);
}

#[test]
fn a_second_column_of_the_same_meaning_names_the_first() {
    let grid = grid(&["  |초대|초대|유료 계|유료 계|초대", "날짜|매수|R|매수|금액|수량"]);
    let heading = Heading::find(&grid, &reader(Role::Performances), |_, _| false);
    assert_eq!(heading, None, "performances need a number or a time");
    let heading = Heading::find(&grid, &reader(Role::Days), |_, _| false).unwrap();
    let same: Vec<_> = heading.columns.iter().map(|column| column.same_as).collect();
    assert_eq!(same, [None, None, None, None, None, Some(1)]);
}

#[test]
fn days_without_a_label_are_found_by_what_stands_below() {
    let grid = grid(&[" |  |티켓링크| |유료 합계| ", " |  |매수|금액|매수|금액"]);
    let heading = Heading::find(&grid, &reader(Role::Days), |row, column| row >= 7 && column == 1).unwrap();
    assert_eq!((heading.group_row, heading.row), (Some(4), 5));
    assert_eq!(heading.columns[0].column, 1);
    assert_eq!(heading.columns[0].meaning, Meaning::Date);
    assert_eq!(Heading::find(&grid, &reader(Role::Days), |_, _| false), None);
}

#[test]
fn decisions_come_before_words_and_nearer_ones_before_others() {
    let decision = |upper: Option<&str>, lower: Option<&str>, means| Decision {
        role: Role::Performances,
        upper: upper.map(str::to_owned),
        lower: lower.map(str::to_owned),
        means,
    };
    let production = Decisions::new(
        [],
        [
            decision(
                Some("현장 (입금)"),
                None,
                Means::Agency("box-office".parse().unwrap(), None),
            ),
            decision(None, Some("테라스"), Means::Grade("terrace".parse().unwrap())),
        ],
    )
    .unwrap();
    let company = Decisions::new(
        [(Role::Performances, "11월 회차".to_owned())],
        [
            decision(None, Some("테라스"), Means::Ignored),
            decision(Some("멜론"), Some("특가"), Means::Won),
        ],
    )
    .unwrap();
    assert_eq!(company.sheet(Role::Performances), Some("11월회차"));
    let grid = grid(&[
        "  |  |현장(입금)| | |멜론| | ",
        "No.|Date|R석|테라스|매수|매수|특가|할인가",
    ]);
    let documents = [production, company];
    let reader = Reader {
        decisions: &documents,
        ..reader(Role::Performances)
    };
    let meanings = "no date box-office+:r box-office+:terrace box-office+ melon melon:won UNKNOWN";
    assert_eq!(read(&grid, &reader), meanings);
    let heading = Heading::find(&grid, &reader, |_, _| false).unwrap();
    let sources: Vec<_> = heading.columns.iter().map(|column| column.source.code()).collect();
    assert_eq!(
        sources,
        [
            "vocabulary",
            "vocabulary",
            "layout",
            "layout",
            "layout",
            "vocabulary",
            "layout",
            "none"
        ]
    );
    assert_eq!(heading.agencies[0].name, "현장");
    let twice = [
        decision(None, Some("테 라스"), Means::Ignored),
        decision(None, Some("테라스"), Means::Won),
    ];
    assert_eq!(Decisions::new([], twice), Err(DuplicateDecision(1)));
}

#[test]
fn a_concert_has_neither_roles_nor_shares() {
    let grid = grid(&["  |  |  |CAST|유료 계| |", "No.|Date|Time|밴드|매수|%|비고"]);
    let reader = Reader {
        is_stage: false,
        ..reader(Role::Performances)
    };
    assert_eq!(read(&grid, &reader), "no date time ignored paid ignored remark");
}
