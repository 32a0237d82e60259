use actix_web::dev::{HttpServiceFactory, ServiceRequest};
use actix_web::http::Method;
use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::middleware::from_fn;
use actix_web::{FromRequest, Handler, HttpRequest, Resource, Responder, ResponseError, Route, web};
use utoipa::openapi::path::HttpMethod;

use domain::access::Capability;

use crate::entry::{Need, admit, guard};
use crate::observation::{RouteName, name_route};
use crate::panics::or_fault;
use crate::problem::ApiError;

/// One path of the API with what it does for each method, and what that needs.
pub(crate) struct Path {
    pattern: String,
    methods: Vec<(Method, Need)>,
    routes: Vec<Route>,
}

impl Path {
    /// Where a handler says that it is, answered to whoever has what it needs.
    pub(super) fn of<P, F, Args>(need: Need, handler: F) -> Self
    where
        P: utoipa::Path,
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let methods = P::methods();
        let [method] = &methods[..] else {
            unreachable!("a handler has one method");
        };
        Self::on(P::path(), method_of(method), need, handler)
    }

    /// A path that only answers `GET`.
    pub(super) fn get<F, Args>(pattern: String, need: Need, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        Self::on(pattern, Method::GET, need, handler)
    }

    fn on<F, Args>(pattern: String, method: Method, need: Need, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let route = web::method(method.clone()).to(handler);
        let name = RouteName::new(&pattern);
        Self {
            pattern,
            methods: vec![(method, need)],
            routes: vec![route.wrap(from_fn(move |request: ServiceRequest, next| {
                name_route(&name);
                or_fault(request.request().clone(), guard(need, request, next))
            }))],
        }
    }

    /// Whether both are at the same place.
    pub(super) fn is_at(&self, other: &Self) -> bool {
        self.pattern == other.pattern
    }

    /// Takes over the methods of another one at the same place.
    pub(super) fn join(&mut self, other: Self) {
        self.methods.extend(other.methods);
        self.routes.extend(other.routes);
    }

    /// The path and its methods with their needs, in the order in which they were given.
    pub(crate) fn signature(&self) -> (&str, &[(Method, Need)]) {
        (&self.pattern, &self.methods)
    }

    /// The routes; another method is told which ones there are, by whoever may enter.
    pub(super) fn into_service(self) -> impl HttpServiceFactory + 'static {
        let names: Vec<_> = self.methods.iter().map(|(method, _)| method.as_str()).collect();
        let is_public = self.methods.iter().all(|(_, need)| *need == Need::Nothing);
        let need = if is_public {
            Need::Nothing
        } else {
            Need::Of(Capability::Enter)
        };
        let allowed = HeaderValue::from_str(&names.join(", ")).expect("methods are letters");
        let name = RouteName::new(&self.pattern);
        let resource = self
            .routes
            .into_iter()
            .fold(web::resource(self.pattern), Resource::route);
        resource.default_service(web::to(move |request: HttpRequest| {
            let allowed = allowed.clone();
            name_route(&name);
            async move {
                if let Err(error) = admit(&request, need).await {
                    return error.error_response();
                }
                let mut answer = ApiError::MethodNotAllowed(request.method().to_string()).error_response();
                answer.headers_mut().insert(ALLOW, allowed);
                answer
            }
        }))
    }
}

fn method_of(method: &HttpMethod) -> Method {
    match method {
        HttpMethod::Get => Method::GET,
        HttpMethod::Post => Method::POST,
        HttpMethod::Put => Method::PUT,
        HttpMethod::Delete => Method::DELETE,
        HttpMethod::Options => Method::OPTIONS,
        HttpMethod::Head => Method::HEAD,
        HttpMethod::Patch => Method::PATCH,
        HttpMethod::Trace => Method::TRACE,
    }
}
