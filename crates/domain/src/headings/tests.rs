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
    let production = document(
        None,
        vec![
            decision(
                Some("현장 (입금)"),
                None,
                Means::Agency("box-office".parse().unwrap(), None),
            ),
            decision(None, Some("테라스"), Means::Grade("terrace".parse().unwrap())),
        ],
    );
    let company = document(
        Some("11월 회차"),
        vec![
            decision(None, Some("테라스"), Means::Ignored),
            decision(Some("멜론"), Some("특가"), Means::Won),
        ],
    );
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
}

fn document(sheet: Option<&str>, labels: Vec<Decision>) -> Decisions {
    let name = |name: &str| (Role::Performances, name.to_owned());
    let document = LayoutDocument {
        sheets: sheet.map(name).into_iter().collect(),
        labels,
    };
    document.check().unwrap().decisions()
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

/// What a column means whose label stands under a group, or alone when that is empty; everything else is right.
fn meaning_of(role: Role, upper: &str, lower: &str) -> String {
    let (group, label) = match role {
        Role::Performances => (format!("||{upper}|유료 계|"), format!("No.|Date|{lower}|매수|금액")),
        Role::Days | Role::Report => (format!("|{upper}|유료 계|"), format!("Date|{lower}|매수|금액")),
    };
    let grid = grid(&[&group, &label]);
    let words = read(&grid, &reader(role));
    let place = if role == Role::Performances { 2 } else { 1 };
    words.split(' ').nth(place).expect("a column").to_owned()
}

#[test]
fn every_word_of_a_column_is_known() {
    let cases: [(&str, &[&str]); 8] = [
        ("weekday", &["day", "요일", " 요 일 "]),
        ("time", &["time", "시간", "공연시간", "공연 시간"]),
        ("remark", &["비고", "Remark"]),
        (
            "ignored",
            &[
                "점유율",
                "잔여석",
                "객단가",
                "판매단가",
                "평균 할인율",
                "BEP",
                "목표",
                "추가필요 매수",
                "미입금내역",
                "누적 매수",
                "누계",
                "전일비교 전일",
                "전주",
                "목표 대비",
                "증감",
                "평균",
                "판매가능석",
                "총좌석",
            ],
        ),
        (
            "paid",
            &[
                "유료",
                "유료계",
                "유료 합계",
                "유료소계",
                "유료총계",
                "유료매수",
                "유료수량",
            ],
        ),
        ("paid?", &["미입금"]),
        ("paid+", &["입금"]),
        ("complimentary", &["초대", "무료", "초대권", "초대매수", "무료 합계"]),
    ];
    for (meaning, words) in cases {
        for word in words {
            assert_eq!(meaning_of(Role::Performances, "", word), meaning, "{word}");
        }
    }
    for word in ["입금점유율", "예매점유율"] {
        assert_eq!(meaning_of(Role::Performances, "", word), "paid+:%", "{word}");
    }
    assert_eq!(meaning_of(Role::Performances, "", "유료점유율"), "paid:%");
    for word in ["초대점유율", "무료점유율"] {
        assert_eq!(meaning_of(Role::Performances, "", word), "complimentary:%", "{word}");
    }
    for (number, date) in [
        ("No.", "날짜"),
        ("no", "일자"),
        ("회차", "공연일"),
        ("회 차", "공연일자"),
        ("NO", "판매일"),
        ("No", "판매일자"),
    ] {
        let grid = grid(&[&format!("{number}|{date}|매수|금액")]);
        assert_eq!(
            read(&grid, &reader(Role::Performances)),
            "no date paid paid:won",
            "{number} {date}"
        );
    }
}

#[test]
fn every_word_of_a_figure_is_known_under_a_group() {
    for word in [
        "tot",
        "tot.",
        "Total",
        "합계",
        "총계",
        "총매수",
        "계",
        "소계",
        "매수",
        "수량",
    ] {
        assert_eq!(meaning_of(Role::Performances, "멜론", word), "melon", "{word}");
    }
    for word in ["금액", "금액(원)", "매출", "매출액", "판매금액", "판매 액"] {
        assert_eq!(meaning_of(Role::Performances, "멜론", word), "melon:won", "{word}");
    }
    for word in ["R", "r석", " R 석"] {
        assert_eq!(meaning_of(Role::Performances, "멜론", word), "melon:r", "{word}");
    }
    assert_eq!(meaning_of(Role::Performances, "초대", "%"), "complimentary:%");
    assert_eq!(meaning_of(Role::Performances, "유료 합계", "비율"), "paid:%");
    // Behind the group's own leading word.
    assert_eq!(meaning_of(Role::Performances, "유료 소계", "유료매수"), "paid");
    assert_eq!(meaning_of(Role::Performances, "초대", "무료R석"), "complimentary:r");
    assert_eq!(meaning_of(Role::Performances, "초대", "초대매수"), "complimentary");
    // What nobody needs: won and shares of these.
    for (upper, lower) in [
        ("초대", "금액"),
        ("합계", "금액"),
        ("합계", "R석"),
        ("합계", "%"),
        ("합계", "특가"),
        ("전체", "%"),
    ] {
        assert_eq!(
            meaning_of(Role::Performances, upper, lower),
            "ignored",
            "{upper} {lower}"
        );
    }
    let agency = grid(&["||멜론| |유료 계|", "No.|Date|매수|%|매수|금액"]);
    assert_eq!(
        read(&agency, &reader(Role::Performances)),
        "no date melon ignored paid paid:won"
    );
    // Of days the first column of these is the count, whatever it is called.
    assert_eq!(meaning_of(Role::Days, "초대", "이벤트"), "complimentary");
    assert_eq!(meaning_of(Role::Days, "합계", "총원"), "all");
    assert_eq!(meaning_of(Role::Performances, "초대", "이벤트"), "UNKNOWN");
}

#[test]
fn every_word_of_a_group_is_known() {
    for (label, meaning) in [
        ("유료", "paid"),
        ("유료계(입금)", "paid+"),
        ("유료 합계 [미입금]", "paid?"),
        ("유료소계 미입금 포함", "paid"),
        ("유료총계(입금+미입금)", "paid"),
        ("미입금", "paid?"),
        ("입금", "paid+"),
        ("초대", "complimentary"),
        ("무료(미입금)", "complimentary"),
        ("합계", "all"),
        ("총계", "all"),
        ("총합계", "all"),
        ("전체(입금)", "all+"),
        ("유료+초대", "all"),
        ("유료·무료 미입금", "all?"),
        ("미", "ignored"),
        ("계", "ignored"),
        ("TOTAL", "ignored"),
        ("전주 대비", "ignored"),
        // Never agencies.
        ("유료 예상", "unknown"),
        ("기획 초대", "unknown"),
        ("행사 무료", "unknown"),
        ("월 합계", "unknown"),
        ("월 총계", "unknown"),
        // Agencies, and how people write them.
        ("인터파크티켓", "interpark"),
        ("INTERPARK(미입금)", "interpark?"),
        ("NOL", "nol"),
        ("NOL 티켓 입금", "nol+"),
        ("놀티켓", "nol"),
        ("YES24", "yes24"),
        ("예스24티켓", "yes24"),
        ("멜론 티켓", "melon"),
        ("Melon", "melon"),
        ("ticketlink", "ticketlink"),
        ("티켓 링크(미입금+입금)", "ticketlink"),
        ("별빛 티켓 (주말)", "별빛티켓주말"),
    ] {
        assert_eq!(meaning_of(Role::Performances, label, "매수"), meaning, "{label}");
    }
    for label in ["CAST", "오늘의 캐스트", "배역"] {
        assert_eq!(meaning_of(Role::Performances, label, "햄릿"), "role:햄릿", "{label}");
    }
}

#[test]
fn what_ends_a_label_that_is_carried_on() {
    for (lower, meaning) in [
        // It means what stood there before, is for people, or names a group of its own.
        ("수량", "unknown"),
        ("비고", "remark"),
        ("유료매수", "paid"),
        ("초대R", "complimentary:r"),
        ("미입금", "paid?"),
        // It is one of the block.
        ("합계(원)", "UNKNOWN"),
        ("R석", "melon:r"),
        ("매출액", "melon:won"),
    ] {
        let grid = grid(&["||멜론| |유료 계| ", &format!("No.|Date|매수|{lower}|매수|금액")]);
        let words = read(&grid, &reader(Role::Performances));
        assert_eq!(words.split(' ').nth(3), Some(meaning), "{lower}: {words}");
    }
}

#[test]
fn a_heading_begins_in_one_of_the_first_forty_rows() {
    let at = |row: u32| {
        let mut grid = Grid::default();
        for (column, label) in (0..).zip(["No.", "Date", "매수", "금액"]) {
            grid.push(CellAddress { row, column }, label);
        }
        Heading::find(&grid, &reader(Role::Performances), |_, _| false).map(|heading| heading.row)
    };
    assert_eq!(at(0), Some(0));
    assert_eq!(at(39), Some(39));
    assert_eq!(at(40), None);
}

#[test]
fn of_rows_with_as_many_figures_the_first_has_the_labels() {
    let grid = grid(&["No.|Date|매수|금액", "|합 계|매수|금액", "||R석|"]);
    let heading = Heading::find(&grid, &reader(Role::Performances), |_, _| false).unwrap();
    assert_eq!((heading.group_row, heading.row), (None, 4));
    // With more figures the lower one has; and one figure alone makes no heading.
    let lower = self::grid(&["No.|Date|유료 계| | ", "||R석|매수|금액"]);
    let heading = Heading::find(&lower, &reader(Role::Performances), |_, _| false).unwrap();
    assert_eq!((heading.group_row, heading.row), (Some(4), 5));
    let poor = self::grid(&["No.|Date|매수|메모"]);
    assert_eq!(Heading::find(&poor, &reader(Role::Performances), |_, _| false), None);
}

#[test]
fn a_row_above_has_groups_only_where_it_names_one() {
    let with = |above: &str| {
        let grid = grid(&[above, "No.|Date|매수|금액"]);
        Heading::find(&grid, &reader(Role::Performances), |_, _| false)
            .unwrap()
            .group_row
    };
    for group in ["유료 계", "초대", "합계", "캐스트", "예스24", "현장(입금)"] {
        assert_eq!(with(&format!("||{group}|")), Some(4), "{group}");
    }
    for other in ["담당 김지유", "11월 판매", ""] {
        assert_eq!(with(&format!("||{other}|")), None, "{other}");
    }
    // Left of the dates it names none.
    assert_eq!(with("유료 계|||"), None);
}
