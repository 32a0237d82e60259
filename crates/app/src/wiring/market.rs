//! The market, as KOPIS tells it.

use std::sync::Arc;

use anyhow::{Result, anyhow};
use kopis::KopisApi;
use market::Market;
use ports::driven::{Clock, Kopis};
use postgres_adapter::{PgMarketStore, PgPool};

use crate::config::Settings;

/// Reads it where there is a key, and knows which shows productions are.
pub(super) fn market(pool: &PgPool, settings: &Settings, clock: Arc<dyn Clock>) -> Result<Arc<Market>> {
    let kopis = settings.market.kopis.as_ref().map(KopisApi::new).transpose();
    let kopis = kopis.map_err(|error| anyhow!("KOPIS cannot be asked: {error}"))?;
    let kopis = kopis.map(|kopis| Arc::new(kopis) as Arc<dyn Kopis>);
    let store = Arc::new(PgMarketStore::new(pool.clone()));
    Ok(Arc::new(Market::new(kopis, store, clock, settings.market.terms)))
}
