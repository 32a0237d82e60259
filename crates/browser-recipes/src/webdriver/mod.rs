//! A browser that is driven through WebDriver.

pub(crate) mod capabilities;
mod evidence;
mod page;
mod session;

pub(crate) use capabilities::Start;
pub(crate) use page::WebDriverPage;
pub(crate) use session::Session;
