//! Reports as an OpenAPI document describes them.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::formats::XLSX;
use crate::glossary::Unit;
use crate::object::{Choice, Field, Named, Shape, ShapeMember};
use crate::parameters::{Constant, OF_EVERY_REPORT, Parameter};
use crate::report::Served;

/// Schemas by the names that operations call them by.
#[derive(Debug, Default)]
pub struct Schemas(BTreeMap<String, Value>);

impl Schemas {
    /// All of them.
    pub fn into_inner(self) -> BTreeMap<String, Value> {
        self.0
    }

    /// The schema of one object, which refers to those of its parts.
    pub(crate) fn of(shape: &Shape) -> Value {
        let mut schemas = Self::default();
        schemas.object(shape);
        schemas.0.remove(shape.schema).unwrap_or_default()
    }

    /// The operation of a report, whose schemas are added.
    pub fn operation(&mut self, report: &dyn Served) -> Value {
        let (summary, details) = report.description();
        let answer = self.answer(report);
        let example: Value = serde_json::from_str(report.example()).expect("an example is JSON");
        let parameters = OF_EVERY_REPORT.iter().chain(report.parameters());
        json!({
            "tags": ["reports"],
            "summary": summary,
            "description": details,
            "operationId": operation_id(report.name()),
            "parameters": parameters.map(parameter).collect::<Vec<_>>(),
            "responses": {
                "200": {
                    "description": "The report",
                    "content": {
                        "application/json": { "schema": answer, "example": example },
                        "text/csv": { "schema": { "type": "string" } },
                        XLSX: {
                            "schema": { "type": "string", "format": "binary" }
                        },
                    },
                },
                "304": { "description": "`If-None-Match` names the answer" },
                "404": problem("There is no such production"),
                "422": problem(
                    "A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries \
                     (`too-many-productions`): name some by `productionId`"
                ),
                "503": busy(),
            },
        })
    }

    /// The answer: the name, the day, the parameters, and what the sheet has.
    fn answer(&mut self, report: &dyn Served) -> Value {
        let shape = report.shape();
        let mut object = Properties::default();
        let name = json!({ "type": "string", "description": "Name of the report.", "example": report.name() });
        object.add("report", name);
        let about = "The day that was asked for; where the report has windows, it moves them.";
        object.add(
            "asOf",
            json!({ "type": "string", "format": "date", "description": about }),
        );
        for parameter in report.parameters() {
            object.add(parameter.name, echoed(parameter));
        }
        self.add_members(&shape, &mut object);
        self.0.insert(shape.schema.to_owned(), object.into_schema(shape.about));
        reference(shape.schema)
    }

    /// A reference to the schema of an object, which is added.
    fn object(&mut self, shape: &Shape) -> Value {
        if !self.0.contains_key(shape.schema) {
            let mut own = Properties::default();
            let flat = self.add_members(shape, &mut own);
            let schema = if flat.is_empty() {
                own.into_schema(shape.about)
            } else {
                let own = (!own.0.is_empty()).then(|| own.into_schema(""));
                let all: Vec<_> = flat.into_iter().chain(own).collect();
                described(json!({ "allOf": all }), shape.about)
            };
            self.0.insert(shape.schema.to_owned(), schema);
        }
        reference(shape.schema)
    }

    /// Adds the fields of an object; the answer are the objects that are flat in it.
    fn add_members(&mut self, shape: &Shape, properties: &mut Properties) -> Vec<Value> {
        let mut flat = Vec::new();
        for member in &shape.members {
            match member {
                ShapeMember::Column(field) => {
                    let schema = self.field(field);
                    properties.add(field.named.name, schema);
                }
                ShapeMember::Flat(part) => flat.push(self.object(part)),
                ShapeMember::Nested(Named { name, about }, is_nullable, part) => {
                    let part = or_null(self.object(part), *is_nullable);
                    properties.add(name, described(part, about));
                }
                ShapeMember::List(Named { name, about }, elements) => {
                    let elements = self.object(elements);
                    properties.add(name, described(json!({ "type": "array", "items": elements }), about));
                }
            }
        }
        flat
    }

    fn field(&mut self, field: &Field) -> Value {
        let schema = match field.choice {
            Some(choice) => self.choice(choice, field.nullable),
            None if field.by_grade => json!({
                "type": "object",
                "additionalProperties": { "type": "integer", "format": "int64" },
                "propertyNames": { "type": "string" },
            }),
            None => nullable(plain(field.unit()), field.nullable),
        };
        let mut schema = described(schema, field.named.about);
        if let Some(minimum) = field.minimum {
            schema["minimum"] = minimum.into();
        }
        if let Some(example) = field.example {
            schema["example"] = example.into();
        }
        schema
    }

    fn choice(&mut self, choice: &Choice, is_nullable: bool) -> Value {
        let schema = json!({ "type": "string", "enum": choice.words });
        self.0
            .entry(choice.schema.to_owned())
            .or_insert_with(|| described(schema, choice.about));
        or_null(reference(choice.schema), is_nullable)
    }
}

/// Fields of an object with their schemas.
#[derive(Default)]
struct Properties(Map<String, Value>);

impl Properties {
    fn add(&mut self, name: &str, schema: Value) {
        self.0.insert(name.to_owned(), schema);
    }

    /// Every field is always there.
    fn into_schema(self, about: &str) -> Value {
        let mut required: Vec<_> = self.0.keys().cloned().collect();
        required.sort_unstable();
        described(
            json!({ "type": "object", "required": required, "properties": self.0 }),
            about,
        )
    }
}

/// What a client calls the operation: `getPlaysWeeklyOverview`.
pub fn operation_id(name: &str) -> String {
    let word = |word: &str| word[..1].to_uppercase() + &word[1..];
    let words = name.split(['/', '-']).map(word);
    format!("get{}", words.collect::<String>())
}

fn reference(schema: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{schema}") })
}

/// What a reference leads to, or nothing.
fn or_null(reference: Value, is_nullable: bool) -> Value {
    if is_nullable {
        json!({ "oneOf": [{ "type": "null" }, reference] })
    } else {
        reference
    }
}

fn described(mut schema: Value, about: &str) -> Value {
    if !about.is_empty() {
        schema["description"] = about.into();
    }
    schema
}

fn nullable(mut schema: Value, is_nullable: bool) -> Value {
    if is_nullable {
        schema["type"] = json!([schema["type"], "null"]);
    }
    schema
}

/// A value of a unit, without bounds.
fn plain(unit: Unit) -> Value {
    match unit {
        Unit::Krw | Unit::Seats | Unit::Count | Unit::Week | Unit::Rank => {
            json!({ "type": "integer", "format": "int64" })
        }
        Unit::Ratio => json!({ "type": "number", "format": "double" }),
        Unit::Day => json!({ "type": "string", "format": "date" }),
        Unit::Instant => json!({ "type": "string", "format": "date-time" }),
        Unit::Id => json!({ "type": "string", "format": "uuid" }),
        Unit::Flag => json!({ "type": "boolean" }),
        Unit::Names => json!({ "type": "array", "items": { "type": "string" } }),
        Unit::Month | Unit::Period | Unit::Word | Unit::Grade | Unit::Text => json!({ "type": "string" }),
    }
}

/// A parameter as the answer repeats it.
fn echoed(parameter: &Parameter) -> Value {
    let mut schema = bounded(parameter);
    if parameter.default.is_none() {
        schema = nullable(schema, true);
        if let Some(words) = schema["enum"].as_array_mut() {
            words.push(Value::Null);
        }
    }
    described(schema, parameter.about)
}

fn bounded(parameter: &Parameter) -> Value {
    let mut schema = plain(parameter.kind);
    if !parameter.choices.is_empty() {
        schema["enum"] = json!(parameter.choices);
    }
    if let Some(step) = parameter.multiple_of {
        schema["multipleOf"] = step.into();
    }
    let bounds = [("minimum", parameter.minimum), ("maximum", parameter.maximum)];
    for (name, bound) in bounds {
        if let Some(bound) = bound.filter(|bound| !matches!(bound, Constant::Text(_))) {
            schema[name] = bound.into();
        }
    }
    schema
}

/// A parameter of the query.
fn parameter(parameter: &Parameter) -> Value {
    let mut schema = bounded(parameter);
    if parameter.repeatable {
        schema = json!({ "type": "array", "items": schema });
    } else if let Some(default) = parameter.default {
        schema["default"] = default.into();
    }
    if parameter.kind == Unit::Day {
        schema["examples"] = json!(["2026-11-19"]);
    }
    json!({
        "name": parameter.name,
        "in": "query",
        "description": parameter.about,
        "required": false,
        "schema": schema,
    })
}

fn problem(about: &str) -> Value {
    let content = json!({ "application/problem+json": { "schema": reference("Problem") } });
    json!({ "description": about, "content": content })
}

fn busy() -> Value {
    let mut busy = problem("Too many workbooks are being written");
    let seconds = json!({ "type": "integer", "format": "int32", "minimum": 0 });
    busy["headers"] = json!({ "Retry-After": { "schema": seconds, "description": "Seconds" } });
    busy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_are_called_as_their_reports() {
        assert_eq!(operation_id("plays/weekly-overview"), "getPlaysWeeklyOverview");
        assert_eq!(operation_id("overview"), "getOverview");
    }

    #[test]
    fn every_reference_leads_to_a_schema() {
        let mut schemas = Schemas::default();
        let operations: Vec<_> = crate::REPORTS.iter().map(|report| schemas.operation(*report)).collect();
        let schemas = json!(schemas.into_inner());
        let text = json!([operations, schemas]).to_string();
        for reference in text.split("#/components/schemas/").skip(1) {
            let name = reference.split('"').next().unwrap();
            assert!(name == "Problem" || schemas.get(name).is_some(), "{name}");
        }
    }
}
