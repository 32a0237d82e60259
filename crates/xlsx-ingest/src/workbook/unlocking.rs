//! Opening a package with the password that somebody knows.

use std::io::{self, Read, Seek, Write};

use super::isolation::{Isolation, IsolationFailure};
use super::ole2::Ole2File;
use super::{Unreadable, guarded};
use crate::limits::Limits;

/// What comes first: whether the workbook follows, and if not, why.
const OPENED: u8 = 0;
const WRONG_PASSWORD: u8 = 1;
const TOO_LARGE: u8 = 2;
const CANNOT_BE_OPENED: u8 = 3;

/// Writes the workbook in an encrypted package, or why there is none. Meant for a process of its own, as a package may demand
/// any number of rounds of a hash. Fails only when it cannot write.
pub fn unlock_package(input: impl Read + Seek, password: &str, out: &mut impl Write) -> io::Result<()> {
    match guarded(|| Ole2File::unlock(input, password)) {
        Ok(Some(workbook)) => {
            out.write_all(&[OPENED])?;
            out.write_all(&workbook)?;
        }
        Ok(None) => out.write_all(&[WRONG_PASSWORD])?,
        Err(Unreadable::TooLarge(limit)) => {
            out.write_all(&[TOO_LARGE])?;
            out.write_all(limit.as_bytes())?;
        }
        Err(_) => out.write_all(&[CANNOT_BE_OPENED])?,
    }
    out.flush()
}

/// The workbook in an encrypted package; `None` for a wrong password. Fails with [`Unreadable::Encrypted`] for what no
/// password opens here.
pub(crate) fn unlock(
    bytes: &[u8],
    password: &str,
    limits: &Limits,
    isolation: &dyn Isolation,
) -> Result<Option<Vec<u8>>, Unreadable> {
    let answer = isolation.unlock(bytes, password)?;
    let mut told = Vec::new();
    let most = u64::try_from(limits.file_bytes).unwrap_or(u64::MAX).saturating_add(1);
    answer.take(most).read_to_end(&mut told).map_err(|error| {
        let failure = error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<IsolationFailure>());
        failure.map_or(Unreadable::Internal, |failure| failure.clone().into())
    })?;
    match told.first() {
        Some(&OPENED) => Ok(Some(told.split_off(1))),
        Some(&WRONG_PASSWORD) => Ok(None),
        Some(&TOO_LARGE) => Err(Unreadable::TooLarge(String::from_utf8_lossy(&told[1..]).into_owned())),
        Some(_) => Err(Unreadable::Encrypted),
        None => Err(Unreadable::Internal),
    }
}
