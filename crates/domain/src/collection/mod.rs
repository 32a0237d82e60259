//! Figures that come by themselves: sources, what their runs brought, and by which rules that is let in.

mod addresses;
mod arrival;
mod code;
mod config;
mod file_names;
mod hold;
mod masker;
mod names;
mod run;
mod share_links;
mod source;

pub use crate::source_mark::{SourceId, SourceMark};
pub use addresses::{AddressRefusal, AddressRules, HostRule, InvalidHostRule, InvalidSubnet, Subnet, plain_host};
pub use arrival::{Arrival, ArrivalDryRun, ArrivalFile, ArrivalId, ArrivalState};
pub use code::{CodeClass, RunCode};
pub use config::{BrowserConfig, FolderConfig, SecretHeader, SourceConfig, UrlConfig};
pub use file_names::{DEFAULT_PATTERNS, day_in_tail, is_taken};
pub use hold::{HeldFor, HoldFacts, held_for};
pub use masker::{MASK, Masker, Secret};
pub use names::{FolderName, InvalidName, RecipeName, SecretName};
pub use run::{
    CollectionRun, CollectionRunId, CollectionTrigger, InvalidRunState, MAX_IGNORED, MAX_STEPS, RunState, Step,
    StepState,
};
pub use share_links::{LinkError, effective_url};
pub use source::{
    Confirm, MAX_SOURCE_NAME_CHARS, MAX_SOURCES, RecordDateRule, Source, SourceAlertKind, SourceKind, SourceState,
    Standing, least_gap_minutes, schedule_gap,
};
