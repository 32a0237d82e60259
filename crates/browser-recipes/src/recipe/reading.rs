//! From TOML to a recipe; every fault at its line.

use domain::collection::HostRule;
use toml::Spanned;
use toml::de::DeTable;

use super::fault::{Expected, Fault, Place, Problem, Unit};
use super::fields::{Fields, Reader};
use super::template::{Template, is_param_name};
use super::{Action, Recipe, Step, Until, Verdict, Window};

/// Length of a recipe at most: 60 steps with room for comments.
pub(crate) const MAX_RECIPE_BYTES: usize = 64 * 1024;
/// As many faults are told.
const MAX_FAULTS: usize = 50;

/// Reads a recipe, or tells what is wrong with it: never nothing, at most 50 faults, in the order of their lines.
pub(crate) fn read(text: &str) -> Result<Recipe, Vec<Fault>> {
    if text.len() > MAX_RECIPE_BYTES {
        return Err(vec![Fault {
            line: 1,
            key: String::new(),
            problem: Problem::TooLong(MAX_RECIPE_BYTES),
        }]);
    }
    let mut reader = Reader {
        text,
        faults: Vec::new(),
        params: Vec::new(),
        prefix: String::new(),
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        reader.note(at, "", Problem::Syntax(error.message().to_owned()));
    }
    // What the parser made of a text with errors would be told as faults of its own.
    let recipe = reader.faults.is_empty().then(|| reader.recipe(&table)).flatten();
    let Reader { mut faults, .. } = reader;
    faults.sort_by_key(|fault| fault.line);
    faults.truncate(MAX_FAULTS);
    match recipe {
        Some(recipe) if faults.is_empty() => Ok(recipe),
        _ => Err(faults),
    }
}

impl Reader<'_> {
    fn recipe(&mut self, table: &Spanned<DeTable<'_>>) -> Option<Recipe> {
        let mut fields = Fields::new(table.get_ref(), 0);
        let title = self.words(&mut fields, "title", 1, 80);
        if title.is_none() && !fields.has("title") {
            self.note(0, "title", Problem::Missing("title"));
        }
        // First, as every other text may name one.
        self.params = self.params(&mut fields);
        let hosts = self.hosts(&mut fields);
        let steps = self.steps(&mut fields);
        self.unknown(&fields, Place::Recipe);
        Some(Recipe {
            title: title?,
            hosts: hosts?,
            params: self.params.clone(),
            steps: steps?,
        })
    }

    /// Tells the keys that nobody asked for.
    fn unknown(&mut self, fields: &Fields<'_, '_>, place: Place) {
        for key in fields.table.keys() {
            if !fields.known.contains(&key.get_ref().as_ref()) {
                let key_shown = key.get_ref().chars().take(40).collect();
                let at = key.span().start;
                self.note(at, key.get_ref(), Problem::UnknownKey { key: key_shown, place });
            }
        }
    }

    fn params(&mut self, fields: &mut Fields<'_, '_>) -> Vec<String> {
        let mut params: Vec<String> = Vec::new();
        for (at, name) in self.texts(fields, "params", 0, 20).unwrap_or_default() {
            if !is_param_name(&name) {
                self.note(at, "params", Problem::ParamName(name.chars().take(40).collect()));
            } else if params.contains(&name) {
                self.note(at, "params", Problem::ParamTwice(name));
            } else {
                params.push(name);
            }
        }
        params
    }

    fn hosts(&mut self, fields: &mut Fields<'_, '_>) -> Option<Vec<Template>> {
        if !fields.has("hosts") {
            self.note(0, "hosts", Problem::Missing("hosts"));
        }
        let mut hosts = Vec::new();
        for (at, host) in self.texts(fields, "hosts", 1, 50)? {
            let template = self.template(at, "hosts", &host)?;
            if !template.is_of_params() {
                self.note(at, "hosts", Problem::HostOfTheDay);
            } else if template.constant().is_some_and(|host| !is_host(host)) {
                self.note(at, "hosts", Problem::Host(host.chars().take(80).collect()));
            }
            hosts.push(template);
        }
        Some(hosts)
    }

    fn steps(&mut self, fields: &mut Fields<'_, '_>) -> Option<Vec<Step>> {
        let Some(value) = fields.take("steps") else {
            self.note(0, "steps", Problem::Missing("steps"));
            return None;
        };
        let at = value.span().start;
        let Some(list) = value.get_ref().as_array() else {
            self.note(at, "steps", Problem::Type("steps".to_owned(), Expected::Steps));
            return None;
        };
        if !(2..=60).contains(&list.len()) {
            self.note(at, "steps", Problem::Bounds("steps".to_owned(), 2, 60, Unit::Items));
        }
        let mut steps = Vec::new();
        let mut downloads = 0;
        let mut is_whole = true;
        for (index, value) in list.iter().enumerate() {
            self.prefix = format!("steps[{index}].");
            let at = value.span().start;
            let Some(table) = value.get_ref().as_table() else {
                self.prefix.clear();
                self.note(at, "steps", Problem::Type("steps".to_owned(), Expected::Steps));
                return None;
            };
            let mut fields = Fields::new(table, at);
            downloads += usize::from(fields.has("download"));
            if fields.has("download") && downloads == 2 {
                self.note(at, "download", Problem::SecondDownload);
            }
            match self.step(&mut fields) {
                Some(step) => steps.push(step),
                None => is_whole = false,
            }
        }
        self.prefix.clear();
        if downloads == 0 {
            self.note(at, "steps", Problem::NoDownload);
        }
        is_whole.then_some(steps)
    }

    fn step(&mut self, fields: &mut Fields<'_, '_>) -> Option<Step> {
        let note = self.words(fields, "note", 0, 80);
        let timeout_s = self.seconds(fields, "timeoutS");
        let is_optional = self.switch(fields, "optional");
        let Some(kind) = self.kind(fields) else {
            // Words that nobody knows are all that is told of such a step.
            let told = self.faults.len();
            self.unknown(fields, Place::Step);
            if self.faults.len() == told {
                self.note(fields.at, "", Problem::NoKind);
            }
            return None;
        };
        let action = self.action(fields, kind);
        self.unknown(fields, Place::StepOf(kind));
        Some(Step {
            action: action?,
            note,
            timeout_s,
            is_optional,
        })
    }

    /// Which kind a step is; `None` when it is none, which is told by the caller.
    fn kind(&mut self, fields: &mut Fields<'_, '_>) -> Option<&'static str> {
        const KINDS: [&str; 11] = [
            "open",
            "fill",
            "choose",
            "click",
            "press",
            "wait",
            "accept-dialog",
            "frame",
            "window",
            "download",
            "fail-if",
        ];
        let is_download = fields.has("download");
        // The key that a download presses is no step.
        let is_kind = |kind: &&str| fields.has(kind) && !(is_download && *kind == "press");
        let kinds: Vec<&'static str> = KINDS.into_iter().filter(is_kind).collect();
        if let [kind, other, ..] = kinds[..] {
            self.note(fields.at, "", Problem::TwoKinds(kind, other));
            // That is all that is wrong with them: they are no words that nobody knows.
            fields.known.extend(&kinds);
        }
        kinds.first().copied()
    }

    fn action(&mut self, fields: &mut Fields<'_, '_>, kind: &'static str) -> Option<Action> {
        match kind {
            "open" => self.address(fields).map(Action::Open),
            "fill" => {
                let (field, with) = (self.selector(fields, "fill"), self.typed(fields));
                Some(Action::Fill {
                    field: field?,
                    with: with?,
                })
            }
            "choose" => {
                let (list, option) = (self.selector(fields, "choose"), self.text(fields, "option"));
                Some(Action::Choose {
                    list: list?,
                    option: option?,
                })
            }
            "click" => self.selector(fields, "click").map(Action::Click),
            "press" => {
                let key = self.key(fields, "press");
                let element = self.optional(fields, "in", Self::selector);
                Some(Action::Press {
                    key: key?,
                    element: element.ok()?,
                })
            }
            "wait" => self.wait(fields),
            "accept-dialog" => self.bounded(fields, "accept-dialog", 0, 200).map(Action::AcceptDialog),
            "frame" => {
                let frame = self.selector(fields, "frame")?;
                Some(Action::Frame((frame.constant() != Some("top")).then_some(frame)))
            }
            "window" => {
                let windows = [("newest", Window::Newest), ("first", Window::First)];
                self.one_of(fields, "window", &windows).map(Action::Window)
            }
            "download" => {
                let element = self.selector(fields, "download");
                let key = self.optional(fields, "press", Self::key);
                Some(Action::Download {
                    element: element?,
                    key: key.ok()?,
                })
            }
            _ => {
                let element = self.selector(fields, "fail-if");
                let contains = self.optional(fields, "contains", Self::text);
                let verdict = self.required(fields, "as", |reader, fields, key| {
                    reader.one_of(fields, key, &Verdict::ALL)
                });
                Some(Action::FailIf {
                    element: element?,
                    contains: contains.ok()?,
                    verdict: verdict?,
                })
            }
        }
    }

    fn wait(&mut self, fields: &mut Fields<'_, '_>) -> Option<Action> {
        let element = self.selector(fields, "wait");
        let words = [("visible", 0), ("gone", 1), ("text", 2)];
        let until = self.optional(fields, "until", |reader, fields, key| {
            reader.one_of(fields, key, &words)
        });
        let has_contains = fields.has("contains");
        let contains = self.optional(fields, "contains", Self::text);
        let (until, contains) = (until.ok()?.unwrap_or(0), contains.ok()?);
        if has_contains != (until == 2) {
            self.note(fields.at, "contains", Problem::ContainsWithoutText);
            return None;
        }
        let until = match (until, contains) {
            (2, Some(text)) => Until::Text(text),
            (1, _) => Until::Gone,
            _ => Until::Visible,
        };
        Some(Action::Wait {
            element: element?,
            until,
        })
    }

    fn address(&mut self, fields: &mut Fields<'_, '_>) -> Option<Template> {
        let at = fields.place("open");
        let address = self.text(fields, "open")?;
        let (beginning, is_whole) = (address.beginning(), address.constant().is_some());
        let is_web = ["https://", "http://"]
            .iter()
            .any(|scheme| beginning.starts_with(scheme));
        if !is_web && (is_whole || !beginning.is_empty()) {
            self.note(at, "open", Problem::Address);
        }
        Some(address)
    }
}

/// Whether this names a host for a walk, too: what is told here is told at its line.
fn is_host(text: &str) -> bool {
    text.parse::<HostRule>().is_ok()
}
