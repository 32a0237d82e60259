/// A line of text, in runs of one look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(Vec<Run>);

/// Characters of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// What is written, as it is: nothing in it is markup.
    pub text: String,
    /// Whether it is bold.
    pub strong: bool,
    /// Its colour, where a channel has colours; what it means is in the words too.
    pub tone: Tone,
}

/// What a run means to whoever reads it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing beyond its words.
    #[default]
    Plain,
    /// Good news.
    Good,
    /// Bad news.
    Bad,
    /// Less important than what is around it.
    Faint,
}

impl Text {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One run in bold.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::new().and_strong(text)
    }

    /// With plain text behind.
    #[must_use]
    pub fn and(self, text: impl Into<String>) -> Self {
        self.toned(text, Tone::Plain)
    }

    /// With bold text behind.
    #[must_use]
    pub fn and_strong(self, text: impl Into<String>) -> Self {
        self.run(text.into(), true, Tone::Plain)
    }

    /// With text of a tone behind.
    #[must_use]
    pub fn toned(self, text: impl Into<String>, tone: Tone) -> Self {
        self.run(text.into(), false, tone)
    }

    /// With another text behind.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    fn run(mut self, text: String, strong: bool, tone: Tone) -> Self {
        if !text.is_empty() {
            self.0.push(Run { text, strong, tone });
        }
        self
    }

    /// Its runs from left to right; none is empty.
    pub fn runs(&self) -> &[Run] {
        &self.0
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The characters alone.
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::new().and(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::new().and(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_what_is_written_and_leaves_empty_runs_out() {
        let text = Text::from("매출 ")
            .and_strong("1,000원")
            .and("")
            .toned(" ▲3%", Tone::Good);
        assert_eq!(text.runs().len(), 3);
        assert_eq!(text.plain(), "매출 1,000원 ▲3%");
        assert!(Text::from("").is_empty());
    }
}
