use actix_web::dev::HttpServiceFactory;
use actix_web::http::Method;
use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::middleware::from_fn;
use actix_web::{FromRequest, Handler, HttpRequest, Resource, Responder, ResponseError, Route, web};

use domain::access::Capability;

use crate::entry::{Need, admit, guard};
use crate::problem::ApiError;

/// One path of the API with what it does for each method, and what that needs.
pub(crate) struct Path {
    pattern: String,
    methods: Vec<(Method, Need)>,
    routes: Vec<Route>,
}

impl Path {
    /// A path that takes no method yet.
    pub(super) fn new(pattern: &str) -> Self {
        Self {
            pattern: pattern.to_owned(),
            methods: Vec::new(),
            routes: Vec::new(),
        }
    }

    /// Answers `method` by `handler`, to whoever has what it needs.
    pub(super) fn on<F, Args>(mut self, method: Method, need: Need, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let route = web::method(method.clone()).to(handler);
        self.routes
            .push(route.wrap(from_fn(move |request, next| guard(need, request, next))));
        self.methods.push((method, need));
        self
    }

    /// A path that only answers `GET`.
    pub(super) fn get<F, Args>(pattern: &str, need: Need, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        Self::new(pattern).on(Method::GET, need, handler)
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
        let resource = self
            .routes
            .into_iter()
            .fold(web::resource(self.pattern), Resource::route);
        resource.default_service(web::to(move |request: HttpRequest| {
            let allowed = allowed.clone();
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
