//! Figures of the requests that this process answered.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::{Method, StatusCode};
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue, LabelValueEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// Bounds of the histogram, in seconds: from an answer that is remembered to an upload that is waited for.
const BOUNDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];

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

/// Counts requests and how long they took.
pub struct Meters {
    registry: Registry,
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
        Self {
            registry,
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
