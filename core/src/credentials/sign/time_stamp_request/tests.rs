use super::*;
use crate::credentials::sign::tests::tsa::{Mistake, TestAuthority};

const NOW: i64 = 1_800_000_000;

fn request() -> TimeStampRequest {
    TimeStampRequest::with_nonce(b"message", [0xff; 8])
}

#[test]
fn the_request_is_the_one_rfc_3161_describes() {
    let der = request().der();
    assert_eq!(der.len(), 69);
    let (rest, outer) = Any::from_der(&der).unwrap();
    assert!(rest.is_empty());
    let fields = children(outer.data, "TimeStampReq").unwrap();
    assert_eq!(fields[0].as_u32(), Ok(1));
    let imprint = children(fields[1].data, "messageImprint").unwrap();
    assert_eq!(imprint[1].data, Sha256::digest(b"message").as_slice());
    assert_eq!(
        fields[2].data,
        [0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
    );
    assert_eq!(fields[3].as_bool(), Ok(true));
}

#[test]
fn two_requests_for_one_message_differ() {
    let ask = || TimeStampRequest::new(b"message").unwrap().der();
    assert_ne!(ask(), ask());
}

#[test]
fn an_answer_is_accepted() {
    let authority = TestAuthority::new(40);
    let token = request()
        .accept(&authority.respond(&request().der(), NOW))
        .unwrap();
    assert_eq!(token.time, NOW);
    assert_eq!(token.authority, "Test Clock");
    assert_eq!(token.der[0], 0x30);
}

#[test]
fn what_does_not_answer_the_request_is_refused() {
    let authority = TestAuthority::new(40);
    let answer = |mistake| {
        request()
            .accept(&authority.respond_with(&request().der(), NOW, mistake))
            .unwrap_err()
    };
    assert_eq!(
        answer(Mistake::Refuses),
        TimeStampProblem::Refused {
            status: 2,
            text: "closed on sundays".to_owned()
        }
    );
    assert!(matches!(
        answer(Mistake::OtherImprint),
        TimeStampProblem::Imprint { .. }
    ));
    assert_eq!(answer(Mistake::OtherNonce), TimeStampProblem::Nonce);
    assert_eq!(
        answer(Mistake::NoCertificates),
        TimeStampProblem::NoCertificate
    );
}

#[test]
fn bytes_after_the_token_are_left_behind() {
    let authority = TestAuthority::new(40);
    let response = authority.respond(&request().der(), NOW);
    let token = request().accept(&response).unwrap();
    let mut longer = response.clone();
    longer.extend_from_slice(b"trailing");
    assert_eq!(request().accept(&longer).unwrap(), token);
}

#[test]
fn any_truncation_and_any_flipped_byte_return() {
    let authority = TestAuthority::new(40);
    let response = authority.respond(&request().der(), NOW);
    for length in 0..response.len() {
        assert!(request().accept(&response[..length]).is_err(), "{length}");
    }
    for index in 0..response.len() {
        let mut broken = response.clone();
        broken[index] ^= 0xff;
        let _ = request().accept(&broken);
    }
}
