use c2pa_raw_crypto::signer_from_private_key;

use super::*;
use crate::credentials::sign::tests::pki::{Leaf, TestIdentity};

fn ask(answer: impl Fn(&[u8]) -> Result<Vec<u8>, String> + Send + Sync) -> Result<Vec<u8>, String> {
    let identity = TestIdentity::new("Far Key", Leaf::Claims, 20);
    RemoteKey::new(identity.chain.clone(), answer)
        .unwrap()
        .sign(b"message")
        .map_err(|error| error.to_string())
}

#[test]
fn a_good_answer_is_passed_on() {
    let identity = TestIdentity::new("Far Key", Leaf::Claims, 20);
    assert_eq!(ask(|message| Ok(identity.sign(message))).unwrap().len(), 64);
}

#[test]
fn answers_of_another_key_or_over_other_bytes_are_refused() {
    let other = TestIdentity::new("Other", Leaf::Claims, 30);
    let identity = TestIdentity::new("Far Key", Leaf::Claims, 20);
    let another_key = ask(|message| Ok(other.sign(message))).unwrap_err();
    assert!(
        another_key.contains("key of this certificate"),
        "{another_key}"
    );
    assert!(ask(|_| Ok(identity.sign(b"a hash"))).is_err());
    assert!(ask(|_| Ok(Vec::new())).is_err());
    let refused = ask(|_| Err("the token is locked".to_owned())).unwrap_err();
    assert!(refused.contains("the token is locked"), "{refused}");
}

/// PKCS#8 of a P-256 key. TEST ONLY: it is printed here.
const P256_KEY: &str = "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420\
                        11d862bcdeded1cbe516ecdb5a00d4315a19e9bc5b8896420c615ce248a645c0a1440342\
                        0004f1517f26ba71ed1122530a6ecc5cc233fecdf8d86a1a7b6b2f166afd61727593bdcf\
                        b64e3f18ad5ee21dda0110526f18233635029a8f50ac28573b7236ee7bd8";

/// The public half, for a certificate that nobody needs to verify.
struct P256Public(Vec<u8>);

impl rcgen::PublicKeyData for P256Public {
    fn der_bytes(&self) -> &[u8] {
        &self.0
    }
    fn algorithm(&self) -> &'static rcgen::SignatureAlgorithm {
        &rcgen::PKCS_ECDSA_P256_SHA256
    }
}

impl rcgen::SigningKey for P256Public {
    fn sign(&self, _: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        Ok(vec![0; 64])
    }
}

/// `r || s` as DER (RFC 3279, section 2.2.3).
fn to_der(signature: &[u8]) -> Vec<u8> {
    let integer = |half: &[u8]| {
        let mut bytes: Vec<u8> = half.iter().copied().skip_while(|byte| *byte == 0).collect();
        if bytes.first().is_none_or(|first| *first >= 0x80) {
            bytes.insert(0, 0);
        }
        let mut der = vec![2, u8::try_from(bytes.len()).unwrap()];
        der.extend(bytes);
        der
    };
    let body = [integer(&signature[..32]), integer(&signature[32..])].concat();
    let mut der = vec![0x30, u8::try_from(body.len()).unwrap()];
    der.extend(body);
    der
}

#[test]
fn ecdsa_answers_may_come_in_either_form() {
    let key = hex::decode(P256_KEY).unwrap();
    let public = P256Public(key[key.len() - 65..].to_vec());
    let mut params = rcgen::CertificateParams::default();
    params.serial_number = Some(vec![1].into());
    let certificate = params.self_signed(&public).unwrap();
    let chain = vec![certificate.der().to_vec()];
    let pem = pem::encode(&pem::Pem::new("PRIVATE KEY", key));
    let signer = signer_from_private_key(pem.as_bytes(), SigningAlg::Es256).unwrap();
    // Several messages, because a leading zero byte in r or s changes the length of the DER.
    for index in 0..40_u8 {
        let raw = signer.sign(&[index]).unwrap();
        assert_eq!(raw.len(), 64);
        let fixed = RemoteKey::new(chain.clone(), |message: &[u8]| {
            signer.sign(message).map_err(|error| error.to_string())
        });
        assert_eq!(fixed.unwrap().sign(&[index]).unwrap().len(), 64);
        let der = RemoteKey::new(chain.clone(), |message: &[u8]| {
            signer
                .sign(message)
                .map(|signature| to_der(&signature))
                .map_err(|error| error.to_string())
        })
        .unwrap();
        assert_eq!(der.algorithm(), SigningAlgorithm::Es256);
        assert_eq!(der.sign(&[index]).unwrap().len(), 64);
    }
}
