//! The port `RecipeReader`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::collection::HostRule;
use ports::driven::collection::{BindingError, BoundRecipe, RecipeFault, RecipeOutline, RecipeReader};
use url::Url;

use crate::recipe::{Action, Fault, Recipe, Values, read};

/// Reads recipes that are written in TOML.
#[derive(Debug, Clone, Copy, Default)]
pub struct TomlRecipes;

impl RecipeReader for TomlRecipes {
    fn outline(&self, text: &str) -> Result<RecipeOutline, Vec<RecipeFault>> {
        let recipe = read(text).map_err(faults)?;
        Ok(RecipeOutline {
            hosts: recipe.hosts.iter().map(ToString::to_string).collect(),
            secrets: recipe.secrets().into_iter().collect(),
            title: recipe.title,
            params: recipe.params,
        })
    }

    fn bind(&self, text: &str, params: &BTreeMap<String, String>) -> Result<BoundRecipe, BindingError> {
        let recipe = read(text).map_err(|found| BindingError::Recipe(faults(found)))?;
        if let Some(unknown) = params.keys().find(|name| !recipe.params.contains(name)) {
            return Err(BindingError::Unknown(unknown.clone()));
        }
        if let Some(missing) = recipe.params.iter().find(|name| !params.contains_key(*name)) {
            return Err(BindingError::Missing(missing.clone()));
        }
        // Days and codes of no production: what is wanted of an address here is its host.
        let values = Values {
            date: NaiveDate::default(),
            today: NaiveDate::default(),
            sale_start: Some(NaiveDate::default()),
            code: Some("CODE".to_owned()),
            params: params.clone(),
        };
        Ok(BoundRecipe {
            hosts: hosts(&recipe, &values)?.iter().map(ToString::to_string).collect(),
            site: site(&recipe, &values)?,
            secrets: recipe.secrets().into_iter().collect(),
        })
    }
}

/// The hosts that pages may load from.
pub(crate) fn hosts(recipe: &Recipe, values: &Values) -> Result<Vec<HostRule>, BindingError> {
    let unusable = |host: String| BindingError::Address(format!("host: '{host}'"));
    let mut hosts = Vec::new();
    for template in &recipe.hosts {
        let host = template.fill(values).map_err(|_| unusable(template.to_string()))?;
        hosts.push(host.parse().map_err(|_| unusable(host))?);
    }
    Ok(hosts)
}

/// The host of the first address.
fn site(recipe: &Recipe, values: &Values) -> Result<String, BindingError> {
    let unusable = |what: &str| BindingError::Address(format!("first address: {what}"));
    let mut steps = recipe.steps.iter();
    let first = steps.find_map(|step| match &step.action {
        Action::Open(address) => Some(address),
        _ => None,
    });
    let first = first.ok_or_else(|| unusable("there is no 'open'"))?;
    let address = first.fill(values).map_err(|error| unusable(&error.to_string()))?;
    let url = Url::parse(&address).map_err(|_| unusable(&format!("'{address}'")))?;
    let host = matches!(url.scheme(), "https" | "http")
        .then(|| url.host_str())
        .flatten();
    let host = host.ok_or_else(|| unusable(&format!("'{address}'")))?;
    let host = host.trim_end_matches('.');
    Ok(url
        .port()
        .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}

fn faults(found: Vec<Fault>) -> Vec<RecipeFault> {
    let fault = |fault: Fault| RecipeFault {
        line: fault.line,
        message_ko: fault.message_ko(),
        message_en: fault.message_en(),
        key: fault.key,
    };
    found.into_iter().map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECIPE: &str = r##"title = "x"
hosts = ["{param.host}", "*.cdn.example"]
params = ["host", "base"]
[[steps]]
open = "{param.base}/sales/{date:YYYYMM}/{code}"
[[steps]]
fill = "#pw"
with = "{secret.B}{secret.A}"
[[steps]]
download = "#get"
"##;

    fn params(host: &str, base: &str) -> BTreeMap<String, String> {
        [("host", host), ("base", base)]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into()
    }

    #[test]
    fn a_recipe_tells_what_it_needs() {
        let outline = TomlRecipes.outline(RECIPE).unwrap();
        assert_eq!(outline.title, "x");
        assert_eq!(outline.hosts, ["{param.host}", "*.cdn.example"]);
        assert_eq!(outline.params, ["host", "base"]);
        let secrets: Vec<_> = outline.secrets.iter().map(ToString::to_string).collect();
        assert_eq!(secrets, ["A", "B"]);
    }

    #[test]
    fn parameters_make_hosts_and_a_site() {
        let bound = TomlRecipes
            .bind(RECIPE, &params("Partner.Example", "http://partner.example:8801"))
            .unwrap();
        assert_eq!(bound.hosts, ["partner.example", "*.cdn.example"]);
        assert_eq!(bound.site, "partner.example:8801");
        let bound = TomlRecipes.bind(RECIPE, &params("a.kr", "https://a.kr:443/x")).unwrap();
        assert_eq!(bound.site, "a.kr");
    }

    #[test]
    fn parameters_that_do_not_fit_are_told() {
        let bind = |params: BTreeMap<String, String>| TomlRecipes.bind(RECIPE, &params).unwrap_err();
        let mut few = params("a.kr", "https://a.kr");
        few.remove("host");
        assert_eq!(bind(few), BindingError::Missing("host".to_owned()));
        let mut many = params("a.kr", "https://a.kr");
        many.insert("show".to_owned(), "x".to_owned());
        assert_eq!(bind(many), BindingError::Unknown("show".to_owned()));
        for wrong in [
            params("a kr", "https://a.kr"),
            params("", "https://a.kr"),
            params("a.kr/x", "https://a.kr"),
            params("a.kr", "a.kr"),
            params("a.kr", "file:///etc"),
            params("a.kr", "javascript:alert(1)//"),
        ] {
            assert!(matches!(bind(wrong.clone()), BindingError::Address(_)), "{wrong:?}");
        }
    }

    #[test]
    fn faults_name_line_and_key() {
        let text = RECIPE.replace("#get\"", "#get\"\npress = \"Return\"");
        let faults = TomlRecipes.outline(&text).unwrap_err();
        assert_eq!((faults[0].line, faults[0].key.as_str()), (11, "steps[2].press"));
    }
}
