use std::borrow::Cow;

/// One file of the web application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebFile {
    /// Its contents.
    pub bytes: Cow<'static, [u8]>,
    /// SHA-256 of its contents.
    pub sha256: [u8; 32],
    /// Its media type.
    pub media_type: String,
}

/// The files of the web application, as they were built.
#[cfg_attr(feature = "mocks", mockall::automock)]
pub trait WebFiles: Send + Sync {
    /// The file at `path`, which has no slash at its beginning; `None` when there is none, as in a build without the web.
    fn find(&self, path: &str) -> Option<WebFile>;
}
