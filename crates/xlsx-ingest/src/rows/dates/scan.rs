//! Taking a text apart from its beginning.

/// What is left of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan<'a> {
    pub(super) rest: &'a str,
}

/// Digits as they stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) value: u32,
    /// How many there are.
    pub(super) count: usize,
}

/// Most digits that belong together, those of `20261118`.
const MAX_DIGITS: usize = 8;

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    /// Takes all digits that come next; `None` when there is none, or too many for a day.
    pub(super) fn digits(&mut self) -> Option<Digits> {
        let count = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if count == 0 || count > MAX_DIGITS {
            return None;
        }
        let (digits, rest) = self.rest.split_at(count);
        self.rest = rest;
        let value = digits.parse().ok()?;
        Some(Digits { value, count })
    }

    /// Takes one or two digits.
    pub(super) fn one_or_two_digits(&mut self) -> Option<u32> {
        self.digits()
            .filter(|digits| digits.count <= 2)
            .map(|digits| digits.value)
    }

    /// Takes `c` if it comes next.
    pub(super) fn take(&mut self, c: char) -> Option<()> {
        self.rest = self.rest.strip_prefix(c)?;
        Some(())
    }

    /// Takes the blanks that come next, and says whether there were any.
    pub(super) fn blanks(&mut self) -> bool {
        let rest = self.rest.trim_start();
        let were_any = rest.len() < self.rest.len();
        self.rest = rest;
        were_any
    }
}
