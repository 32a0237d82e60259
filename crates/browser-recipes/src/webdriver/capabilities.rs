//! With what a browser is started.

use std::path::Path;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

/// Of the window, in pixels.
pub(crate) const WIDTH: u32 = 1_280;
/// Of the window, in pixels.
pub(crate) const HEIGHT: u32 = 900;

/// What a browser is told at its start.
#[derive(Debug, Clone)]
pub(crate) struct Start<'a> {
    /// The program; `None`: the driver knows.
    pub(crate) browser: Option<&'a Path>,
    /// Cookies, cache, settings.
    pub(crate) profile: &'a Path,
    /// Where downloads go.
    pub(crate) downloads: &'a Path,
    /// `host:port` of the only way out.
    pub(crate) proxy: &'a str,
    /// As whom it introduces itself, where that is known.
    pub(crate) user_agent: Option<&'a str>,
    /// Whether its processes confine themselves.
    pub(crate) is_sandboxed: bool,
}

impl Start<'_> {
    pub(crate) fn capabilities(&self) -> Capabilities {
        let mut options = json!({
            "args": self.arguments(),
            "prefs": self.preferences(),
        });
        if let Some(browser) = self.browser {
            options["binary"] = json!(browser);
        }
        let capabilities = json!({
            "browserName": "chrome",
            // A dialog is for a step of the recipe to answer.
            "unhandledPromptBehavior": "ignore",
            "pageLoadStrategy": "normal",
            "timeouts": { "implicit": 0, "pageLoad": 60_000, "script": 20_000 },
            "goog:chromeOptions": options,
        });
        match capabilities {
            Value::Object(capabilities) => capabilities,
            _ => Capabilities::new(),
        }
    }

    fn arguments(&self) -> Vec<String> {
        let (proxy_host, _) = self.proxy.rsplit_once(':').unwrap_or((self.proxy, ""));
        let mut arguments: Vec<String> = [
            "--headless=new",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-domain-reliability",
            "--disable-client-side-phishing-detection",
            "--disable-sync",
            "--disable-breakpad",
            "--no-first-run",
            "--no-pings",
            "--no-default-browser-check",
            "--metrics-recording-only",
            "--mute-audio",
            "--password-store=basic",
            // Nothing past the proxy: neither loopback, nor other ways to carry the same.
            "--proxy-bypass-list=<-loopback>",
            "--disable-quic",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication,InterestFeedContentSuggestions,CertificateTransparencyComponentUpdater",
            "--disk-cache-size=33554432",
            "--lang=ko",
        ]
        .map(str::to_owned)
        .into();
        arguments.push(format!("--user-data-dir={}", self.profile.display()));
        arguments.push(format!("--proxy-server=http://{}", self.proxy));
        // Names are looked up by the proxy alone.
        arguments.push(format!("--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE {proxy_host}"));
        arguments.push(format!("--window-size={WIDTH},{HEIGHT}"));
        if let Some(user_agent) = self.user_agent {
            arguments.push(format!("--user-agent={user_agent}"));
        }
        if !self.is_sandboxed {
            arguments.push("--no-sandbox".to_owned());
        }
        arguments
    }

    fn preferences(&self) -> Value {
        json!({
            "download.default_directory": self.downloads,
            "download.prompt_for_download": false,
            "download.directory_upgrade": true,
            "download_bubble.partial_view_enabled": false,
            "plugins.always_open_pdf_externally": true,
            // Two files are seen as two.
            "profile.default_content_setting_values.automatic_downloads": 1,
            "profile.default_content_setting_values.notifications": 2,
            "profile.default_content_setting_values.geolocation": 2,
            "safebrowsing.enabled": false,
            "credentials_enable_service": false,
            "profile.password_manager_enabled": false,
            // Else it would ask elsewhere whether a typed password has leaked.
            "profile.password_manager_leak_detection": false,
            "autofill.profile_enabled": false,
            "autofill.credit_card_enabled": false,
            "search.suggest_enabled": false,
            "alternate_error_pages.enabled": false,
            "dns_prefetching.enabled": false,
            "net.network_prediction_options": 2,
            // Else its first window opens the start page of a search engine (in Debian: start.duckduckgo.com).
            "session.restore_on_startup": 4,
            "session.startup_urls": ["about:blank"],
            "homepage": "about:blank",
            // Without TLS there are only hosts of private networks, and the proxy sees to that. Their files would stay
            // unfinished until somebody confirms them. Pages with TLS still load nothing without it.
            "profile.content_settings.exceptions.mixed_script": { "http://*,*": { "setting": 1 } },
            "intl.accept_languages": "ko-KR,ko",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_has_one_way_out() {
        let start = Start {
            browser: Some(Path::new("/usr/bin/chromium")),
            profile: Path::new("/c/run/profile"),
            downloads: Path::new("/c/run/downloads"),
            proxy: "127.0.0.1:4711",
            user_agent: Some("Mozilla/5.0 Fullhouse"),
            is_sandboxed: true,
        };
        let arguments = start.arguments();
        for argument in [
            "--headless=new",
            "--proxy-server=http://127.0.0.1:4711",
            "--proxy-bypass-list=<-loopback>",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            "--disable-quic",
            "--user-data-dir=/c/run/profile",
            "--user-agent=Mozilla/5.0 Fullhouse",
        ] {
            assert!(arguments.iter().any(|known| known == argument), "{argument}");
        }
        assert!(!arguments.iter().any(|known| known == "--no-sandbox"));
        let capabilities = start.capabilities();
        let options = &capabilities["goog:chromeOptions"];
        assert_eq!(options["binary"], "/usr/bin/chromium");
        assert_eq!(options["prefs"]["download.default_directory"], "/c/run/downloads");
        assert_eq!(options["prefs"]["session.startup_urls"], json!(["about:blank"]));
    }
}
