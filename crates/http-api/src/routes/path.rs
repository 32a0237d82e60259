use actix_web::dev::HttpServiceFactory;
use actix_web::http::Method;
use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::{FromRequest, Handler, HttpRequest, Resource, Responder, ResponseError, Route, web};

use crate::problem::ApiError;

/// One path of the API with what it does for each method.
pub(super) struct Path {
    pattern: &'static str,
    methods: Vec<Method>,
    routes: Vec<Route>,
}

impl Path {
    /// A path that takes no method yet.
    pub(super) fn new(pattern: &'static str) -> Self {
        Self {
            pattern,
            methods: Vec::new(),
            routes: Vec::new(),
        }
    }

    /// Answers `method` by `handler`.
    pub(super) fn on<F, Args>(mut self, method: Method, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.routes.push(web::method(method.clone()).to(handler));
        self.methods.push(method);
        self
    }

    /// A path that only answers `GET`.
    pub(super) fn get<F, Args>(pattern: &'static str, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        Self::new(pattern).on(Method::GET, handler)
    }

    /// The path and its methods, in the order in which they were given.
    #[cfg(test)]
    pub(super) fn signature(&self) -> (&'static str, &[Method]) {
        (self.pattern, &self.methods)
    }

    /// The routes; another method is told which ones there are.
    pub(super) fn into_service(self) -> impl HttpServiceFactory + 'static {
        let names: Vec<_> = self.methods.iter().map(Method::as_str).collect();
        let allowed = HeaderValue::from_str(&names.join(", ")).expect("methods are letters");
        let resource = self
            .routes
            .into_iter()
            .fold(web::resource(self.pattern), Resource::route);
        resource.default_service(web::to(move |request: HttpRequest| {
            let allowed = allowed.clone();
            async move {
                let mut answer = ApiError::MethodNotAllowed(request.method().to_string()).error_response();
                answer.headers_mut().insert(ALLOW, allowed);
                answer
            }
        }))
    }
}
