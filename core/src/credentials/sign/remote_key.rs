//! A key that lives elsewhere: in an HSM, in a key service, behind a command.

use c2pa_raw_crypto::{SigningAlg, ec_utils::der_to_p1363, validator_for_signing_alg};

use crate::credentials::{
    certificate::Certificate,
    identity::{ClaimSigner, SignerError, SigningAlgorithm},
};

use super::error::SignError;

/// A certificate chain whose private key is asked through `F`: bytes to sign in, raw signature
/// out. What comes back is checked with the leaf's public key before anything relies on it.
pub struct RemoteKey<F> {
    chain: Vec<Vec<u8>>,
    algorithm: SigningAlgorithm,
    public_key: Vec<u8>,
    ask: F,
}

impl<F> std::fmt::Debug for RemoteKey<F> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("RemoteKey")
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}

impl<F: Fn(&[u8]) -> Result<Vec<u8>, String> + Send + Sync> RemoteKey<F> {
    /// The key of the first certificate of `chain` (DER, leaf first), reached through `ask`.
    ///
    /// ECDSA signatures may come back in DER or as `r || s`.
    ///
    /// # Errors
    /// [`SignError::Identity`] when the leaf cannot be read, or holds a key that C2PA does not
    /// allow.
    pub fn new(chain: Vec<Vec<u8>>, ask: F) -> Result<Self, SignError> {
        let leaf = chain
            .first()
            .ok_or_else(|| SignError::Identity("its chain holds no certificate".to_owned()))?;
        let leaf =
            Certificate::parse(leaf).map_err(|error| SignError::Identity(error.to_string()))?;
        let algorithm = SigningAlgorithm::of(&leaf).ok_or_else(|| {
            SignError::Identity(format!(
                "its key is {}, which C2PA does not allow for claims (C2PA 2.2, section 13.2.1); \
                 get a certificate for Ed25519, ECDSA P-256, P-384 or P-521, or RSA",
                leaf.key()
            ))
        })?;
        let public_key = leaf.public_key().to_vec();
        Ok(Self {
            chain,
            algorithm,
            public_key,
            ask,
        })
    }
}

impl<F: Fn(&[u8]) -> Result<Vec<u8>, String> + Send + Sync> ClaimSigner for RemoteKey<F> {
    fn algorithm(&self) -> SigningAlgorithm {
        self.algorithm
    }

    fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        let external = |problem: String| SignerError::External { problem };
        let answer = (self.ask)(message).map_err(external)?;
        let signature = match fixed_width(self.algorithm) {
            Some(width) if answer.len() != width => der_to_p1363(&answer, width).map_err(|_| {
                external(format!(
                    "{} bytes came back, which are neither a DER ECDSA signature nor the {width} \
                         bytes of r and s",
                    answer.len()
                ))
            })?,
            _ => answer,
        };
        let algorithm = raw_algorithm(self.algorithm);
        let verifies = validator_for_signing_alg(algorithm).is_some_and(|validator| {
            validator
                .validate(&signature, message, &self.public_key)
                .is_ok()
        });
        if verifies {
            Ok(signature)
        } else {
            Err(external(format!(
                "what came back ({} bytes) is no {} signature by the certificate's key; is it the \
                 key of this certificate, and does it sign the bytes themselves and not a hash of \
                 them?",
                signature.len(),
                self.algorithm.as_str()
            )))
        }
    }
}

/// Bytes of `r || s`; `None` for other algorithms.
const fn fixed_width(algorithm: SigningAlgorithm) -> Option<usize> {
    match algorithm {
        SigningAlgorithm::Es256 => Some(64),
        SigningAlgorithm::Es384 => Some(96),
        SigningAlgorithm::Es512 => Some(132),
        _ => None,
    }
}

pub(super) const fn raw_algorithm(algorithm: SigningAlgorithm) -> SigningAlg {
    match algorithm {
        SigningAlgorithm::Es256 => SigningAlg::Es256,
        SigningAlgorithm::Es384 => SigningAlg::Es384,
        SigningAlgorithm::Es512 => SigningAlg::Es512,
        SigningAlgorithm::Ps256 => SigningAlg::Ps256,
        SigningAlgorithm::Ps384 => SigningAlg::Ps384,
        SigningAlgorithm::Ps512 => SigningAlg::Ps512,
        SigningAlgorithm::Ed25519 => SigningAlg::Ed25519,
    }
}

#[cfg(test)]
mod tests;
