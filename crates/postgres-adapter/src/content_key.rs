//! What tells whether the same file comes again.

use domain::upload::OriginalFile;
use sha2::Digest;

/// What tells repeats: the hash of the file, or of the sorted hashes of two.
pub(crate) fn content_key(files: &[OriginalFile]) -> Vec<u8> {
    let mut hashes: Vec<_> = files.iter().map(|file| file.sha256.0).collect();
    if let [one] = hashes.as_slice() {
        return one.to_vec();
    }
    hashes.sort_unstable();
    sha2::Sha256::digest(hashes.concat()).to_vec()
}
