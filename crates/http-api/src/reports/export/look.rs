//! A look into a report without making a document of all of it: the figures of the answer, and the elements of one list,
//! one at a time. So a long report is in memory once, as its views.

use serde::ser::{Error as _, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};
use serde_json::{Error, Map, Value};

/// The fields of the answer that are no lists.
pub(super) fn figures(answer: &impl Serialize) -> Value {
    answer
        .serialize(Look::Answer(None))
        .expect("views have text keys and finite numbers")
}

/// Gives the elements of a list of the answer to `visit`, from the one at `from` on, until it answers `false`.
pub(super) fn elements(
    answer: &impl Serialize,
    list: &'static str,
    from: usize,
    visit: &mut dyn FnMut(&Value) -> bool,
) {
    let wanted = Wanted { list, from, visit };
    answer
        .serialize(Look::Answer(Some(wanted)))
        .expect("views have text keys and finite numbers");
}

struct Wanted<'w> {
    list: &'static str,
    from: usize,
    visit: &'w mut dyn FnMut(&Value) -> bool,
}

/// What is looked at.
enum Look<'w> {
    /// The answer, in which a list may be wanted.
    Answer(Option<Wanted<'w>>),
    /// The list that is wanted.
    List(Wanted<'w>),
    /// Anything else; lists in it are passed by.
    Other,
}

/// Fields of an object.
struct Fields<'w> {
    wanted: Option<Wanted<'w>>,
    key: String,
    known: Map<String, Value>,
}

/// Elements of a list.
struct Elements<'w> {
    wanted: Option<Wanted<'w>>,
    index: usize,
}

impl Fields<'_> {
    fn take_in<T: ?Sized + Serialize>(&mut self, key: String, value: &T) -> Result<(), Error> {
        let look = match self.wanted.take_if(|wanted| wanted.list == key) {
            Some(wanted) => Look::List(wanted),
            None => Look::Other,
        };
        let value = value.serialize(look)?;
        self.known.insert(key, value);
        Ok(())
    }
}

impl SerializeStruct for Fields<'_> {
    type Ok = Value;
    type Error = Error;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        self.take_in(key.to_owned(), value)
    }

    fn end(self) -> Result<Value, Error> {
        Ok(Value::Object(self.known))
    }
}

/// Structures with flattened ones in them come as maps.
impl SerializeMap for Fields<'_> {
    type Ok = Value;
    type Error = Error;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Error> {
        self.key = match key.serialize(Look::Other)? {
            Value::String(key) => key,
            _ => return Err(Error::custom("a key is a text")),
        };
        Ok(())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        let key = std::mem::take(&mut self.key);
        self.take_in(key, value)
    }

    fn end(self) -> Result<Value, Error> {
        Ok(Value::Object(self.known))
    }
}

impl SerializeSeq for Elements<'_> {
    type Ok = Value;
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, element: &T) -> Result<(), Error> {
        if let Some(wanted) = &mut self.wanted
            && self.index >= wanted.from
        {
            let goes_on = (wanted.visit)(&serde_json::to_value(element)?);
            if !goes_on {
                self.wanted = None;
            }
        }
        self.index += 1;
        Ok(())
    }

    fn end(self) -> Result<Value, Error> {
        Ok(Value::Null)
    }
}

macro_rules! plain {
    ($($method:ident: $kind:ty,)+) => {
        $(fn $method(self, value: $kind) -> Result<Value, Error> {
            Ok(Value::from(value))
        })+
    };
}

impl<'w> Serializer for Look<'w> {
    type Ok = Value;
    type Error = Error;
    type SerializeSeq = Elements<'w>;
    type SerializeTuple = Impossible<Value, Error>;
    type SerializeTupleStruct = Impossible<Value, Error>;
    type SerializeTupleVariant = Impossible<Value, Error>;
    type SerializeMap = Fields<'w>;
    type SerializeStruct = Fields<'w>;
    type SerializeStructVariant = Impossible<Value, Error>;

    plain! {
        serialize_bool: bool,
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
        serialize_f32: f32,
        serialize_f64: f64,
        serialize_str: &str,
    }

    fn serialize_char(self, value: char) -> Result<Value, Error> {
        Ok(Value::String(value.to_string()))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Value, Error> {
        Err(foreign())
    }

    fn serialize_none(self) -> Result<Value, Error> {
        Ok(Value::Null)
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<Value, Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, Error> {
        Ok(Value::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Error> {
        Ok(Value::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Value, Error> {
        Ok(Value::from(variant))
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Result<Value, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Value, Error> {
        Err(foreign())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Elements<'w>, Error> {
        let wanted = match self {
            Self::List(wanted) => Some(wanted),
            Self::Answer(_) | Self::Other => None,
        };
        Ok(Elements { wanted, index: 0 })
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        Err(foreign())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        Err(foreign())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(foreign())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Fields<'w>, Error> {
        let wanted = match self {
            Self::Answer(wanted) => wanted,
            Self::List(_) | Self::Other => None,
        };
        Ok(Fields {
            wanted,
            key: String::new(),
            known: Map::new(),
        })
    }

    fn serialize_struct(self, _: &'static str, fields: usize) -> Result<Fields<'w>, Error> {
        self.serialize_map(Some(fields))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(foreign())
    }
}

fn foreign() -> Error {
    Error::custom("a report is objects, lists and plain values")
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::json;

    use super::*;

    #[derive(Serialize)]
    struct Inner {
        ratio: Option<f64>,
    }

    #[derive(Serialize)]
    struct Answer {
        report: &'static str,
        items: Vec<Inner>,
        #[serde(flatten)]
        overall: Inner,
        others: Vec<u8>,
    }

    fn answer() -> Answer {
        let inner = |ratio| Inner { ratio: Some(ratio) };
        Answer {
            report: "r",
            items: vec![inner(0.25), inner(0.5), inner(1.0)],
            overall: Inner { ratio: None },
            others: vec![1],
        }
    }

    #[test]
    fn figures_are_without_what_lists_hold() {
        let figures = figures(&answer());
        assert_eq!(
            figures,
            json!({"report": "r", "items": null, "ratio": null, "others": null})
        );
    }

    #[test]
    fn elements_come_from_where_one_says_until_one_says() {
        let mut seen = Vec::new();
        elements(&answer(), "items", 1, &mut |item| {
            seen.push(item.clone());
            false
        });
        assert_eq!(seen, [json!({"ratio": 0.5})]);
        elements(&answer(), "items", 2, &mut |item| {
            seen.push(item.clone());
            true
        });
        assert_eq!(seen.len(), 2);
        elements(&answer(), "others", 0, &mut |item| {
            seen.push(item.clone());
            true
        });
        assert_eq!(seen[2], json!(1));
    }
}
