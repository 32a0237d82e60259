//! Files of a backup on their way: encrypted or not, and hashed as they lie there.

use std::fmt;
use std::io::{self, Read, Write};
use std::str::FromStr;

use age::x25519::{Identity, Recipient};
use domain::upload::Sha256;
use hmac::{Hmac, KeyInit, Mac};
use ports::driven::BackupFile;
use sha2::Digest;
use thiserror::Error;

use crate::BackupError;
use crate::manifest::Part;

/// Length of the pieces in which files are copied.
const PIECE_BYTES: usize = 64 * 1024;

/// To whom backups are encrypted, and by what they are read.
#[derive(Clone, Default)]
pub struct Seal {
    recipient: Option<Recipient>,
    identity: Option<Identity>,
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Seal")
            .field("recipient", &self.recipient.as_ref().map(ToString::to_string))
            .field("identity", &self.identity.as_ref().map(|_| "…"))
            .finish()
    }
}

/// A text that is no key of age.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct InvalidKey(&'static str);

impl Seal {
    /// Encrypts to this public key, `age1…`, where there is one; and reads by the keys in the text of such a file as
    /// `age-keygen` writes.
    pub fn new(recipient: Option<&str>, identity: Option<&str>) -> Result<Self, InvalidKey> {
        let recipient = recipient.map(|key| Recipient::from_str(key.trim())).transpose();
        let recipient = recipient.map_err(|_| InvalidKey("a public key of age begins with age1"))?;
        let key = |text: &str| {
            let mut lines = text
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty() && !line.starts_with('#'));
            lines.next().and_then(|line| Identity::from_str(line).ok())
        };
        let identity = match identity {
            None => None,
            Some(text) => Some(key(text).ok_or(InvalidKey("a key of age begins with AGE-SECRET-KEY-1"))?),
        };
        Ok(Self { recipient, identity })
    }

    /// Whether what is written is encrypted.
    pub fn encrypts(&self) -> bool {
        self.recipient.is_some()
    }

    /// Whether what was encrypted can be read.
    pub fn decrypts(&self) -> bool {
        self.identity.is_some()
    }

    /// A file's name, with the ending that tells that it is encrypted.
    pub(crate) fn named(&self, name: &str) -> String {
        format!("{name}{}", if self.encrypts() { ".age" } else { "" })
    }

    /// The name of an original. Encrypted, it does not tell which file it is of to whom lacks the secret; and a file that is
    /// encrypted to somebody else has another one.
    pub(crate) fn original_named(&self, sha256: Sha256, secret: &[u8; 32]) -> String {
        let name = match &self.recipient {
            None => sha256.to_string(),
            Some(recipient) => {
                let mut keyed = Hmac::<sha2::Sha256>::new_from_slice(secret).expect("a key may have any length");
                keyed.update(recipient.to_string().as_bytes());
                keyed.update(&sha256.0);
                Sha256(keyed.finalize().into_bytes().into()).to_string()
            }
        };
        self.named(&format!("originals/{}/{name}", &name[..2]))
    }

    /// Copies all of `from` into `file`, which must be of this name, and finishes it. Blocks.
    pub(crate) fn write(&self, name: &str, file: Box<dyn BackupFile>, from: &mut dyn Read) -> io::Result<Part> {
        let mut hashed = Hashed {
            file,
            hash: sha2::Sha256::new(),
            bytes: 0,
        };
        match &self.recipient {
            None => copy(from, &mut hashed)?,
            Some(recipient) => {
                let to = std::iter::once(recipient as &dyn age::Recipient);
                let encryptor = age::Encryptor::with_recipients(to).map_err(io::Error::other)?;
                let mut encrypted = encryptor.wrap_output(&mut hashed)?;
                copy(from, &mut encrypted)?;
                encrypted.finish()?;
            }
        }
        hashed.file.finish()?;
        Ok(Part {
            name: name.to_owned(),
            bytes: hashed.bytes,
            sha256: Sha256(hashed.hash.finalize().into()).to_string(),
        })
    }

    /// What `file` says, which is encrypted or not.
    pub(crate) fn read(
        &self,
        file: Box<dyn Read + Send>,
        encrypted: bool,
    ) -> Result<Box<dyn Read + Send>, BackupError> {
        if !encrypted {
            return Ok(file);
        }
        let identity = self.identity.as_ref().ok_or(BackupError::Sealed)?;
        let wrong = |error: age::DecryptError| BackupError::WrongKey(error.to_string());
        let decryptor = age::Decryptor::new(file).map_err(wrong)?;
        let keys = std::iter::once(identity as &dyn age::Identity);
        Ok(Box::new(decryptor.decrypt(keys).map_err(wrong)?))
    }
}

fn copy(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<()> {
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        match from.read(&mut piece)? {
            0 => return to.flush(),
            read => to.write_all(&piece[..read])?,
        }
    }
}

/// Hashes what is written.
struct Hashed {
    file: Box<dyn BackupFile>,
    hash: sha2::Sha256,
    bytes: u64,
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The SHA-256 and the length of all of a file.
pub(crate) fn digest(from: &mut dyn Read) -> io::Result<(String, u64)> {
    let (mut hash, mut piece, mut bytes) = (sha2::Sha256::new(), vec![0; PIECE_BYTES], 0);
    loop {
        match from.read(&mut piece)? {
            0 => return Ok((Sha256(hash.finalize().into()).to_string(), bytes)),
            read => {
                hash.update(&piece[..read]);
                bytes += read as u64;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    /// A file that can be looked into once it is finished.
    #[derive(Default)]
    struct Kept {
        bytes: Vec<u8>,
        finished: Arc<Mutex<Option<Vec<u8>>>>,
    }

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.bytes.write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl BackupFile for Kept {
        fn finish(self: Box<Self>) -> io::Result<()> {
            *self.finished.lock().unwrap() = Some(self.bytes);
            Ok(())
        }
    }

    fn written(seal: &Seal, bytes: &[u8]) -> (Part, Vec<u8>) {
        let file = Kept::default();
        let finished = Arc::clone(&file.finished);
        let part = seal.write("a", Box::new(file), &mut &bytes[..]).unwrap();
        let bytes = finished.lock().unwrap().take().unwrap();
        (part, bytes)
    }

    fn key() -> (String, String) {
        use age::secrecy::ExposeSecret;
        let identity = Identity::generate();
        let file = format!("# a key\n\n{}\n", identity.to_string().expose_secret());
        (identity.to_public().to_string(), file)
    }

    #[test]
    fn what_is_encrypted_is_read_by_its_key_and_no_other() {
        let (recipient, identity) = key();
        let text: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
        for (recipient, encrypted) in [(None, false), (Some(recipient.as_str()), true)] {
            let seal = Seal::new(recipient, Some(&identity)).unwrap();
            let (part, lies_there) = written(&seal, &text);
            assert_eq!((part.sha256, part.bytes), digest(&mut lies_there.as_slice()).unwrap());
            let holds = |part: &[u8]| lies_there.windows(part.len()).any(|window| window == part);
            assert_eq!(holds(&text[4000..4064]), !encrypted);
            let mut read = Vec::new();
            let file = Box::new(io::Cursor::new(lies_there.clone()));
            seal.read(file, encrypted).unwrap().read_to_end(&mut read).unwrap();
            assert!(read == text);
            if encrypted {
                let of = |identity: Option<&str>| Seal::new(None, identity).unwrap();
                let file = || Box::new(io::Cursor::new(lies_there.clone()));
                assert!(matches!(
                    of(None).read(file(), true).map(drop),
                    Err(BackupError::Sealed)
                ));
                let other = of(Some(&key().1)).read(file(), true).map(drop);
                assert!(matches!(other, Err(BackupError::WrongKey(_))));
                // Cut short.
                let short = Box::new(io::Cursor::new(lies_there[..lies_there.len() - 100].to_vec()));
                assert!(seal.read(short, true).unwrap().read_to_end(&mut Vec::new()).is_err());
            }
        }
    }

    #[test]
    fn names_of_encrypted_originals_tell_nothing_without_the_secret() {
        let hash = Sha256([7; 32]);
        let plain = Seal::default().original_named(hash, &[1; 32]);
        assert_eq!(plain, format!("originals/07/{hash}"));
        let [one, other] = [key().0, key().0].map(|key| Seal::new(Some(&key), None).unwrap());
        let name = one.original_named(hash, &[1; 32]);
        let (_, ending) = name.rsplit_once('.').unwrap();
        assert!(ending == "age" && !name.contains(&hash.to_string()), "{name}");
        assert_eq!(name, one.original_named(hash, &[1; 32]));
        assert_ne!(name, one.original_named(hash, &[2; 32]));
        assert_ne!(name, other.original_named(hash, &[1; 32]));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        assert!(Seal::new(Some("age1x"), None).is_err());
        assert!(Seal::new(None, Some("# only a comment")).is_err());
        assert!(!format!("{:?}", Seal::new(None, Some(&key().1)).unwrap()).contains("SECRET"));
    }
}
