//! Figures of the requests that this process answered.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::{Method, StatusCode};
use domain::collection::{ArrivalState, RunCode, RunState, SourceKind};
use ports::driven::collection::CollectionMeter;
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue, LabelValueEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// Bounds of the histogram, in seconds: from an answer that is remembered to an upload that is waited for.
const BOUNDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];

/// The same of runs of sources: from a folder to a walk through a site.
const COLLECTING_BOUNDS: [f64; 9] = [0.1, 0.5, 1.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0];

/// A route as it is written in the contract: `/api/v1/productions/{id}`. There are as many as routes, whatever is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct RouteName(Arc<str>);

impl RouteName {
    pub(crate) fn new(pattern: &str) -> Self {
        Self(pattern.into())
    }

    /// Files of the web, pages of Swagger UI, and paths that there are not.
    pub(super) fn other() -> Self {
        Self::new("other")
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl EncodeLabelValue for RouteName {
    fn encode(&self, encoder: &mut LabelValueEncoder<'_>) -> Result<(), fmt::Error> {
        self.as_str().encode(encoder)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    method: &'static str,
    route: RouteName,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: RouteName,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Ran {
    kind: &'static str,
    state: &'static str,
    code: &'static str,
}

/// One label and its value.
type Labelled = [(&'static str, &'static str); 1];

/// Counts requests and how long they took, and what is collected.
pub struct Meters {
    registry: Registry,
    collected: Family<Ran, Counter>,
    collecting: Family<Labelled, Histogram, fn() -> Histogram>,
    arrived: Family<Labelled, Counter>,
    answered: Family<Answered, Counter>,
    took: Family<Asked, Histogram, fn() -> Histogram>,
}

impl Default for Meters {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("fullhouse");
        let answered = Family::default();
        registry.register(
            "http_requests",
            "Requests that were answered, by the route of the contract",
            answered.clone(),
        );
        let took: Family<_, _, fn() -> Histogram> = Family::new_with_constructor(|| Histogram::new(BOUNDS));
        registry.register_with_unit(
            "http_request_duration",
            "Time until the head of an answer was there, its body received and what was waited for included",
            Unit::Seconds,
            took.clone(),
        );
        let collected = Family::default();
        registry.register(
            "collection_runs",
            "Runs of sources that this process ended, by kind, state and code",
            collected.clone(),
        );
        let collecting: Family<_, _, fn() -> Histogram> =
            Family::new_with_constructor(|| Histogram::new(COLLECTING_BOUNDS));
        registry.register_with_unit(
            "collection_run",
            "How long the last attempt of a run of a source took",
            Unit::Seconds,
            collecting.clone(),
        );
        let arrived = Family::default();
        registry.register(
            "collection_arrivals",
            "Files that came by themselves, by what became of them",
            arrived.clone(),
        );
        Self {
            registry,
            collected,
            collecting,
            arrived,
            answered,
            took,
        }
    }
}

impl Meters {
    pub(super) fn record(&self, method: &Method, route: RouteName, status: StatusCode, took: Duration) {
        let method = name(method);
        let asked = Asked {
            method,
            route: route.clone(),
        };
        self.took.get_or_create(&asked).observe(took.as_secs_f64());
        let status = status.as_u16();
        self.answered.get_or_create(&Answered { method, route, status }).inc();
    }

    pub(super) fn registry(&self) -> &Registry {
        &self.registry
    }
}

impl CollectionMeter for Meters {
    fn ran(&self, kind: SourceKind, state: RunState, code: Option<RunCode>, took: Duration) {
        let ran = Ran {
            kind: kind.code(),
            state: state.code(),
            code: code.map_or("", RunCode::code),
        };
        self.collected.get_or_create(&ran).inc();
        self.collecting
            .get_or_create(&[("kind", kind.code())])
            .observe(took.as_secs_f64());
    }

    fn arrived(&self, state: ArrivalState) {
        self.arrived.get_or_create(&[("state", state.code())]).inc();
    }
}

/// Anybody can make methods up.
fn name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
