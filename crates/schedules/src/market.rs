//! Has the market read at its times.

use std::sync::Arc;

use async_trait::async_trait;
use domain::market::Sitting;
use domain::schedule::{Schedule, Trigger};
use ports::driven::{Delivery, Run};
use ports::driving::{MarketReader, ReadingError};

use crate::tasks::{ScheduledTask, TaskError};

/// Has the market read; nothing is sent.
pub struct MarketReading(pub Arc<dyn MarketReader>);

impl From<ReadingError> for TaskError {
    fn from(error: ReadingError) -> Self {
        match error {
            // KOPIS was asked as often as is polite already.
            ReadingError::Market(why) => Self::Failed(why),
            ReadingError::Storage(error) => error.into(),
        }
    }
}

#[async_trait]
impl ScheduledTask for MarketReading {
    async fn perform(&self, run: &Run, _: Option<&Schedule>) -> Result<Vec<Delivery>, TaskError> {
        let sitting = match run.trigger {
            Trigger::Manual => Sitting::Morning,
            Trigger::Schedule | Trigger::CatchUp => Sitting::at(run.slot),
        };
        self.0.read(sitting).await?;
        Ok(Vec::new())
    }
}
