//! Telling formats apart by their content; extensions are not trusted.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A format of workbooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WorkbookFormat {
    /// Office Open XML, with or without macros.
    Xlsx,
    /// The binary form of Office Open XML.
    Xlsb,
    /// Excel 97 to 2003.
    Xls,
    /// `OpenDocument`.
    Ods,
}

impl WorkbookFormat {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Xlsx, Self::Xlsb, Self::Xls, Self::Ods];

    /// The usual extension.
    pub fn code(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
        }
    }
}

impl fmt::Display for WorkbookFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text that is no format of workbooks.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a format is xlsx, xlsb, xls or ods")]
pub struct UnknownFormat;

impl FromStr for WorkbookFormat {
    type Err = UnknownFormat;

    fn from_str(code: &str) -> Result<Self, UnknownFormat> {
        Self::ALL
            .into_iter()
            .find(|format| format.code() == code)
            .ok_or(UnknownFormat)
    }
}

/// What a file is packed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    Zip,
    Ole2,
}

impl Container {
    /// The container that the first bytes announce.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            Some(Self::Zip)
        } else if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            Some(Self::Ole2)
        } else {
            None
        }
    }
}
