//! Forecasts and effects on sample data, of which it is known what came and why.

mod alerts;
mod campaigns;
mod casts;
mod scorecard;
mod support;
