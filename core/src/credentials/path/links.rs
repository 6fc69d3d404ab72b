//! Signatures on certificates that this process has verified before: batches meet the same
//! authorities again and again, and an RSA signature takes longer than reading a small file.

use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex, PoisonError},
};

use crate::credentials::certificate::Certificate;

/// Links that are remembered, before all are forgotten: half a megabyte.
const MOST: usize = 4096;

/// A certificate and its issuer, by the hashes of all their bytes.
type Link = ([u8; 32], [u8; 32]);

/// [`Certificate::is_signed_by`], remembered.
///
/// The answer depends on nothing but the bytes of both certificates.
pub(super) fn is_signed_by(certificate: &Certificate, issuer: &Certificate) -> bool {
    static VERIFIED: LazyLock<Mutex<HashMap<Link, bool>>> = LazyLock::new(Mutex::default);
    let link = (certificate.fingerprint(), issuer.fingerprint());
    let links = || VERIFIED.lock().unwrap_or_else(PoisonError::into_inner);
    let known = links().get(&link).copied();
    known.unwrap_or_else(|| {
        // Not under the lock: others need not wait for it.
        let signed = certificate.is_signed_by(issuer);
        let mut links = links();
        if links.len() >= MOST {
            links.clear();
        }
        links.insert(link, signed);
        signed
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credentials::test_pki::{Good, good};

    #[test]
    fn what_is_remembered_is_the_answer_for_these_bytes() {
        let Good { root, middle, leaf } = good();
        // The last byte of a certificate is its signature's.
        let mut forged = leaf.der.clone();
        *forged.last_mut().unwrap() ^= 1;
        let forged = Certificate::parse(&forged).unwrap();
        let (root, middle) = (root.certificate(), middle.certificate());
        let leaf = leaf.certificate();
        for _ in 0..2 {
            assert!(is_signed_by(&leaf, &middle));
            assert!(!is_signed_by(&forged, &middle));
            assert!(!is_signed_by(&leaf, &root));
            assert!(!is_signed_by(&middle, &leaf));
            assert!(is_signed_by(&middle, &root));
        }
    }
}
