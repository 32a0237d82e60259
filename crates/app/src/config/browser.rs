//! Which browser walks through sites.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use browser_recipes::BrowserPlace;

use super::values::{Values, cannot_be};

/// What is configured of the browser.
#[derive(Debug, Clone)]
pub(crate) struct BrowserSettings {
    pub(crate) place: BrowserPlace,
    /// What all its processes may take together.
    pub(crate) memory_bytes: u64,
    /// Whether they confine themselves.
    pub(crate) is_sandboxed: bool,
}

/// What the settings say of it.
pub(super) fn browser(values: Values<'_>) -> Result<BrowserSettings> {
    let driver = values.given("CHROMEDRIVER").map(PathBuf::from);
    let proxy_host = values.given("BROWSER_PROXY_HOST").map(|host| host.trim().to_owned());
    if let Some(host) = &proxy_host {
        // A browser that cannot read the address of its proxy would go without one.
        url::Host::parse(host).with_context(|| cannot_be("BROWSER_PROXY_HOST", host))?;
    }
    let webdriver = values.given("WEBDRIVER_URL");
    let place = match webdriver {
        None => BrowserPlace::Here { driver },
        Some(_) if driver.is_some() => bail!("CHROMEDRIVER and WEBDRIVER_URL exclude each other"),
        Some(address) => {
            let webdriver: url::Url = address
                .trim()
                .parse()
                .with_context(|| cannot_be("WEBDRIVER_URL", &address))?;
            if webdriver.scheme() != "http" || webdriver.host_str().is_none() {
                bail!("WEBDRIVER_URL must begin with http://, and is '{address}'");
            }
            BrowserPlace::Elsewhere { webdriver, proxy_host }
        }
    };
    let megabytes: u64 = values.number("BROWSER_MAX_MB")?;
    Ok(BrowserSettings {
        place,
        memory_bytes: megabytes * 1024 * 1024,
        is_sandboxed: values.choice("BROWSER_NO_SANDBOX")? == "false",
    })
}

#[cfg(test)]
mod tests {
    use browser_recipes::BrowserPlace;

    use super::super::tests::config;

    #[test]
    fn a_browser_is_here_unless_a_driver_elsewhere_is_named() {
        let read = |variables: &[(&str, &str)]| config(variables).map(|config| config.settings.browser);
        let here = read(&[]).unwrap();
        assert!(matches!(here.place, BrowserPlace::Here { driver: None }));
        assert_eq!(here.memory_bytes, 900 * 1024 * 1024);
        assert!(here.is_sandboxed);
        let named = read(&[("CHROMEDRIVER", "/opt/chromedriver"), ("BROWSER_NO_SANDBOX", "true")]).unwrap();
        assert!(matches!(named.place, BrowserPlace::Here { driver: Some(_) }));
        assert!(!named.is_sandboxed);
        let there = read(&[("WEBDRIVER_URL", "http://browser:9515"), ("BROWSER_PROXY_HOST", "app")]).unwrap();
        assert!(matches!(
            there.place,
            BrowserPlace::Elsewhere {
                proxy_host: Some(_),
                ..
            }
        ));
        for wrong in ["browser:9515", "https://browser:9515", "http://"] {
            let told = format!("{:#}", read(&[("WEBDRIVER_URL", wrong)]).unwrap_err());
            assert!(told.starts_with("WEBDRIVER_URL"), "{told}");
        }
        assert!(read(&[("WEBDRIVER_URL", "http://b"), ("CHROMEDRIVER", "/c")]).is_err());
        for wrong in ["http://app", "app:3128", "app , EXCLUDE *", "::1"] {
            let variables = [("WEBDRIVER_URL", "http://b:9515"), ("BROWSER_PROXY_HOST", wrong)];
            let told = format!("{:#}", read(&variables).unwrap_err());
            assert!(told.starts_with("BROWSER_PROXY_HOST"), "{told}");
        }
    }
}
