//! Reading one setting, checked by the table.

use std::fmt::Display;
use std::str::FromStr;

use anyhow::{Context, Result, bail};

use super::table::{Absent, Form, setting};

/// Looks variables up; one that is empty is not set.
#[derive(Clone, Copy)]
pub(crate) struct Values<'a>(&'a dyn Fn(&str) -> Option<String>);

impl Values<'static> {
    /// The environment of this process.
    pub(crate) fn from_env() -> Self {
        Self(&|name| std::env::var(name).ok())
    }
}

#[cfg(test)]
impl<'a> Values<'a> {
    pub(super) fn new(variable: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Self(variable)
    }
}

impl Values<'_> {
    /// The text of a setting, if it is set.
    pub(crate) fn given(self, name: &str) -> Option<String> {
        // Whatever is read is in the table.
        let name = setting(name).name;
        (self.0)(name).filter(|value| !value.trim().is_empty())
    }

    /// The text of a setting that has a default.
    pub(super) fn text(self, name: &str) -> String {
        self.given(name).unwrap_or_else(|| default(name).to_owned())
    }

    /// A number that has a default.
    pub(crate) fn number<T: TryFrom<u64>>(self, name: &str) -> Result<T> {
        number(name, &self.text(name))
    }

    /// A number, if it is set.
    pub(super) fn given_number<T: TryFrom<u64>>(self, name: &str) -> Result<Option<T>> {
        self.given(name).map(|text| number(name, &text)).transpose()
    }

    /// One of the words that the table names.
    pub(crate) fn choice(self, name: &str) -> Result<&'static str> {
        let Form::Choice(choices) = setting(name).form else {
            panic!("{name} is a choice")
        };
        let text = self.text(name);
        match choices.iter().find(|choice| **choice == text.trim()) {
            Some(choice) => Ok(choice),
            None => bail!("{name} must be {}, and is '{text}'", choices.join(" or ")),
        }
    }

    /// The parts of a list, separated by commas.
    pub(super) fn list(self, name: &str) -> Vec<String> {
        let text = self.given(name).unwrap_or_default();
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    }

    /// What `T` makes of a text, if it is set.
    pub(super) fn parsed<T>(self, name: &str) -> Result<Option<T>>
    where
        T: FromStr<Err: std::error::Error + Send + Sync + 'static>,
    {
        let parse = |text: String| text.trim().parse().with_context(|| cannot_be(name, &text));
        self.given(name).map(parse).transpose()
    }
}

/// How a wrong value is told.
pub(super) fn cannot_be(name: &str, text: impl Display) -> String {
    format!("{name} cannot be '{text}'")
}

fn default(name: &str) -> &'static str {
    match setting(name).default {
        Absent::Value(value) => value,
        Absent::Described(_) => panic!("{name} has a default in the table"),
    }
}

fn number<T: TryFrom<u64>>(name: &str, text: &str) -> Result<T> {
    let Form::Number { least, most } = setting(name).form else {
        panic!("{name} is a number")
    };
    let number = text.trim().parse().ok();
    let Some(number) = number.filter(|number| (least..=most).contains(number)) else {
        bail!("{name} must be a number between {least} and {most}, and is '{text}'")
    };
    let fits = T::try_from(number).ok();
    Ok(fits.expect("the bounds in the table fit the type"))
}
