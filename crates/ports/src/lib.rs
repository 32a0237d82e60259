//! The traits between the use cases and the world.
//!
//! [`driven`] ports are what the use cases need: storage, files, time, a queue. [`driving`] ports are what the world may
//! ask of them: HTTP handlers, the worker and the command line know nothing else, save a driven port where there is
//! nothing to decide (a look into the queue, at the health of the parts). Errors are ours, never a driver's, and
//! "not found" is `None`. With the feature `mocks` every port has a mock.

pub mod actor;
pub mod causes;
pub mod driven;
pub mod driving;
pub mod paging;
pub mod retry;
