//! OLE2 files: workbooks of Excel 97 to 2003, encrypted packages, and documents that are something else.

mod full_length;

use std::io::{Read, Seek};

use cfb::CompoundFile;
use domain::diagnostics::FileKind;

use self::full_length::FullLength;
use super::Unreadable;
use super::encryption::{USUAL_PASSWORD, decrypt_package};

/// Most bytes of a description of an encryption; real ones take two thousand.
const DESCRIPTION_BYTES: u64 = 64 * 1024;

/// What an OLE2 file holds.
pub(super) enum Ole2File<R> {
    /// A zipped workbook that was encrypted.
    Package(Vec<u8>),
    /// The stream of a workbook, which can be read as long as the file is there.
    Workbook {
        file: CompoundFile<FullLength<R>>,
        stream: cfb::Stream<FullLength<R>>,
    },
}

impl<R: Read + Seek> Ole2File<R> {
    /// Finds out what a file holds. A package is decrypted where the usual password opens it.
    pub(super) fn open(file: R) -> Result<Self, Unreadable> {
        let mut file = compound(file)?;
        if let Some(opened) = opened(&mut file, USUAL_PASSWORD)? {
            return opened.map(Self::Package).ok_or(Unreadable::Encrypted);
        }
        let has = |name: &str| file.is_stream(format!("/{name}"));
        if has("EncryptedPackage") || has("\u{9}DRMContent") || file.is_storage("/\u{6}DataSpaces") {
            return Err(Unreadable::NotAWorkbook(FileKind::RightsManaged));
        }
        for name in ["/Workbook", "/Book"] {
            if file.is_stream(name) {
                let stream = file.open_stream(name).map_err(|_| Unreadable::damaged())?;
                return Ok(Self::Workbook { file, stream });
            }
        }
        let is_other = [
            "WordDocument",
            "PowerPoint Document",
            "VisioDocument",
            "__properties_version1.0",
        ];
        Err(Unreadable::NotAWorkbook(
            if has("FileHeader") || has("HwpSummaryInformation") {
                FileKind::Hancom
            } else if is_other.into_iter().any(has) {
                FileKind::OtherOffice
            } else {
                FileKind::Unknown
            },
        ))
    }
}

impl<R: Read + Seek> Ole2File<R> {
    /// The workbook in a package; `None` for a wrong password. Fails with [`Unreadable::Encrypted`] where there is no
    /// package.
    pub(super) fn unlock(file: R, password: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        opened(&mut compound(file)?, password)?.ok_or(Unreadable::Encrypted)
    }
}

fn compound<R: Read + Seek>(file: R) -> Result<CompoundFile<FullLength<R>>, Unreadable> {
    let file = FullLength::new(file).and_then(CompoundFile::open);
    file.map_err(|_| Unreadable::damaged())
}

/// What the password makes of the package in a file: nothing where it is a wrong one. `None` without a package.
#[expect(
    clippy::option_option,
    reason = "a file without a package is not one under another password"
)]
fn opened<R: Read + Seek>(file: &mut CompoundFile<R>, password: &str) -> Result<Option<Option<Vec<u8>>>, Unreadable> {
    if !(file.is_stream("/EncryptionInfo") && file.is_stream("/EncryptedPackage")) {
        return Ok(None);
    }
    let description = stream(file, "EncryptionInfo", DESCRIPTION_BYTES)?;
    let package = file
        .open_stream("/EncryptedPackage")
        .map_err(|_| Unreadable::damaged())?;
    decrypt_package(&description, package, password).map(Some)
}

/// All of a small stream.
fn stream<R: Read + Seek>(file: &mut CompoundFile<R>, name: &str, max_bytes: u64) -> Result<Vec<u8>, Unreadable> {
    let stream = file
        .open_stream(format!("/{name}"))
        .map_err(|_| Unreadable::damaged())?;
    let mut bytes = Vec::new();
    stream
        .take(max_bytes)
        .read_to_end(&mut bytes)
        .map_err(|error| Unreadable::from_io(&error))?;
    Ok(bytes)
}
