//! The sheet of a report.

use super::super::labelled::with_separators;
use super::books::BuyersTruth;
use super::knobs::{BuyersKnobs, BuyersSection};
use crate::workbook::{Address, Cell, Sheet};

/// Where a class stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedClass {
    /// What it is called.
    pub item: Address,
    /// Seats, and won behind them where the list has them.
    pub figures: Vec<Address>,
    /// The total of an age group.
    pub total: Option<Address>,
}

/// Where a row of totals stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedTotals {
    /// Of which list.
    pub dimension: &'static str,
    /// Its figures.
    pub figures: Vec<Address>,
}

/// A report as it is written.
pub(super) struct Written {
    pub(super) sheet: Sheet,
    pub(super) classes: Vec<PlacedClass>,
    pub(super) totals: Vec<PlacedTotals>,
    pub(super) titles: Vec<Address>,
}

/// Writes the sections one below the other.
pub(super) fn report(truth: &BuyersTruth, name: &str, knobs: &BuyersKnobs) -> Written {
    let sheet = if knobs.other_name {
        "판매리포트(마감)"
    } else {
        "판매 리포트"
    };
    let nowhere = PlacedClass {
        item: Address::from((0, 0)),
        figures: Vec::new(),
        total: None,
    };
    let mut writing = Writing {
        truth,
        knobs,
        row: knobs.indent.0,
        number: 1,
        written: Written {
            sheet: Sheet::new(sheet),
            classes: vec![nowhere; truth.classes.len()],
            totals: Vec::new(),
            titles: Vec::new(),
        },
    };
    writing.begin(name);
    let mut sections = knobs.sections.as_slice();
    while let Some((section, rest)) = sections.split_first() {
        let is_beside = knobs.beside && *section == BuyersSection::Payments;
        sections = match rest.split_first() {
            Some((BuyersSection::Cards, rest)) if is_beside => {
                writing.section(&[BuyersSection::Payments, BuyersSection::Cards]);
                rest
            }
            _ => {
                writing.section(&[*section]);
                rest
            }
        };
    }
    writing.written
}

struct Writing<'a> {
    truth: &'a BuyersTruth,
    knobs: &'a BuyersKnobs,
    /// The next row.
    row: u32,
    /// The number of the next title.
    number: u32,
    written: Written,
}

impl Writing<'_> {
    fn begin(&mut self, name: &str) {
        let left = self.knobs.indent.1;
        self.written.sheet.set((self.row, left), format!("{name} 종합 안내"));
        self.row += 2;
        if self.knobs.grades {
            self.title(left, "등급별", "판매현황");
            self.row += 1;
            for (column, label) in (left..).zip(["등급", "매수(유료)", "판매액"]) {
                self.written.sheet.set((self.row, column), label);
            }
            self.written.sheet.set((self.row + 1, left), "R석");
            self.written.sheet.set((self.row + 1, left + 1), 1_234);
            self.row += 3;
        }
    }

    fn title(&mut self, column: u32, word: &str, end: &str) {
        let title = match (self.knobs.numbered, self.knobs.short_titles && word != "등급별") {
            (true, true) => format!("{}. {word}", self.number),
            (true, false) => format!("{}. {word} {end}", self.number),
            (false, _) => format!("{word} {end}"),
        };
        self.number += 1;
        self.written.sheet.set((self.row, column), self.label(&title));
    }

    /// Sections side by side.
    fn section(&mut self, sections: &[BuyersSection]) {
        let top = self.row;
        let mut left = self.knobs.indent.1;
        let mut end = top;
        for section in sections {
            self.row = top;
            self.written.titles.push(Address::from((top, left)));
            let (word, title_end) = match section {
                BuyersSection::Discounts => ("할인권종별", "판매현황"),
                BuyersSection::Ages => ("성별, 연령대별", "판매현황"),
                BuyersSection::Payments => ("결제수단별", "판매현황"),
                BuyersSection::Cards => ("카드별", "매출집계"),
                BuyersSection::Channels => ("판매경로별", "판매현황"),
                BuyersSection::Regions => ("지역별", "판매현황"),
            };
            self.title(left, word, title_end);
            self.row += 1;
            left = match section {
                BuyersSection::Discounts => self.list(left, "discount", &["구분", "권종명", "매수", "금액"]),
                BuyersSection::Ages if self.knobs.unknown_gender => {
                    self.list(left, "age_gender", &["연령대", "남", "녀", "성별모름", "계"])
                }
                BuyersSection::Ages => self.list(left, "age_gender", &["연령대", "남", "녀", "계"]),
                BuyersSection::Payments => self.list(left, "payment", &["결제수단", "매수", "금액"]),
                BuyersSection::Cards => self.list(left, "card", &["카드사", "매수", "금액"]),
                BuyersSection::Channels => self.list(left, "channel", &["판매경로", "매수", "금액"]),
                BuyersSection::Regions => self.regions(left),
            };
            end = end.max(self.row);
        }
        self.row = end + 1;
    }

    /// The three lists of regions, below a blank row.
    fn regions(&mut self, left: u32) -> u32 {
        let top = self.row + 1;
        let mut end = top;
        let mut column = left;
        for (dimension, label) in [
            ("region", "지역별"),
            ("seoul", "서울 지역별"),
            ("gyeonggi", "경기 지역별"),
        ] {
            self.row = top;
            column = self.list(column, dimension, &[label, "매수"]);
            end = end.max(self.row);
        }
        self.row = end;
        column
    }

    /// Writes a list with its head; answers the column behind it and a blank one.
    fn list(&mut self, left: u32, dimension: &'static str, labels: &[&str]) -> u32 {
        for (column, label) in (left..).zip(labels) {
            self.written.sheet.set((self.row, column), self.label(label));
        }
        self.row += 1;
        let has_agency = labels[0] == "구분";
        let item = left + u32::from(has_agency);
        let classes: Vec<_> = self.truth.list(dimension).collect();
        let mut sums = vec![0; labels.len() - 1 - usize::from(has_agency)];
        let mut of_agency = sums.clone();
        for (place, (index, class)) in classes.iter().enumerate() {
            let is_new = place == 0 || classes[place - 1].1.agency != class.agency;
            let agency = class.agency.filter(|_| is_new || self.knobs.repeated_agencies);
            if let Some((name, _)) = agency {
                self.written.sheet.set((self.row, left), name);
            }
            self.written.sheet.set((self.row, item), class.item);
            let mut figures = class.seats.clone();
            let has_total = dimension == "age_gender";
            if has_total {
                figures.push(class.seats.iter().sum());
            }
            figures.extend(class.revenue_krw);
            let mut placed = Vec::new();
            for (number, figure) in figures.iter().enumerate() {
                let at = Address::from((self.row, item + 1 + u32::try_from(number).expect("few columns")));
                let is_won = class.revenue_krw.is_some() && number + 1 == figures.len();
                self.written.sheet.set(at, self.figure(*figure, is_won));
                placed.push(at);
                sums[number] += figure;
                of_agency[number] += figure;
            }
            self.written.classes[*index] = PlacedClass {
                item: Address::from((self.row, item)),
                total: if has_total { placed.pop() } else { None },
                figures: placed,
            };
            self.row += 1;
            let ends_agency = classes
                .get(place + 1)
                .is_none_or(|(_, next)| next.agency != class.agency);
            if has_agency && self.knobs.subtotals && ends_agency {
                self.totals(dimension, item, item, "소계", &of_agency);
            }
            if ends_agency {
                of_agency.fill(0);
            }
        }
        if self.knobs.totals {
            self.totals(dimension, left, item, "합계", &sums);
        }
        left + u32::try_from(labels.len()).expect("few columns") + 1
    }

    fn totals(&mut self, dimension: &'static str, label: u32, item: u32, word: &str, sums: &[i64]) {
        self.written.sheet.set((self.row, label), word);
        let mut figures = Vec::new();
        for (column, sum) in (item + 1..).zip(sums) {
            let at = Address::from((self.row, column));
            self.written.sheet.set(at, *sum);
            figures.push(at);
        }
        self.written.totals.push(PlacedTotals { dimension, figures });
        self.row += 1;
    }

    fn figure(&self, value: i64, is_won: bool) -> Cell {
        if is_won && self.knobs.texts {
            with_separators(value).into()
        } else {
            value.into()
        }
    }

    fn label(&self, label: &str) -> String {
        if self.knobs.odd_labels {
            let mut characters: Vec<char> = label.chars().collect();
            if characters.len() > 1 {
                characters.insert(1, '\n');
            }
            format!(" {}\u{3000}", characters.into_iter().collect::<String>())
        } else {
            label.to_owned()
        }
    }
}
