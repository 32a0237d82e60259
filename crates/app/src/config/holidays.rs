//! Public holidays beyond those that the program knows.

use anyhow::{Result, anyhow};
use domain::calendar::parse_day;
use domain::foresight::{Holiday, Holidays};

use super::Values;

const NAME: &str = "EXTRA_HOLIDAYS";
/// What a day without a name is called.
const UNNAMED: (&str, &str) = ("임시공휴일", "Temporary holiday");

/// Those of Korea, and those of the settings.
pub(super) fn holidays(values: Values<'_>) -> Result<Holidays> {
    let further = values.list(NAME);
    let further = further.iter().map(|text| holiday(text));
    Ok(Holidays::of_korea(&further.collect::<Result<Vec<_>>>()?))
}

/// `2027-05-06` or `2027-05-06=개교기념일`.
fn holiday(text: &str) -> Result<Holiday> {
    let (day, name) = text.split_once('=').unwrap_or((text, ""));
    let day = parse_day(day.trim()).ok_or_else(|| anyhow!("{NAME} has '{text}', which is no day as 2027-05-06"))?;
    let (name, name_en) = match name.trim() {
        "" => UNNAMED,
        name => (name, name),
    };
    Ok(Holiday {
        day,
        name: name.to_owned(),
        name_en: name_en.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::values;
    use super::*;

    fn read(text: &str) -> Result<Holidays> {
        values(&[(NAME, text)], holidays)
    }

    #[test]
    fn days_are_added_to_those_that_are_known() {
        let known = values(&[], holidays).unwrap();
        let more = read(" 2027-05-06, 2033-01-01=새해 ,2026-12-25").unwrap();
        let (day, new_year) = (parse_day("2027-05-06").unwrap(), parse_day("2033-01-01").unwrap());
        assert!(!known.contains(day) && !known.contains(new_year));
        assert_eq!(more.within(day, day)[0].name, "임시공휴일");
        assert_eq!(more.within(new_year, new_year)[0].name_en, "새해");
        let christmas = parse_day("2026-12-25").unwrap();
        assert_eq!(more.within(christmas, christmas)[0].name, "성탄절, 임시공휴일");
    }

    #[test]
    fn what_is_no_day_is_named() {
        let told = read("2027-05-06,2027-02-30=x").unwrap_err().to_string();
        assert_eq!(told, "EXTRA_HOLIDAYS has '2027-02-30=x', which is no day as 2027-05-06");
    }
}
