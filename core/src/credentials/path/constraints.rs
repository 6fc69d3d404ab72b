//! Name constraints (RFC 5280, section 4.2.1.10).

use crate::credentials::certificate::{GeneralNameFact, NameConstraints};

/// The first of `names` that `constraints` do not allow, as text.
///
/// A constraint of a form that is not processed here allows nothing of any form: refusing is the
/// only safe answer (RFC 5280, section 4.2.1.10, last paragraph).
pub(super) fn forbidden(
    constraints: &NameConstraints,
    names: &[GeneralNameFact],
) -> Option<String> {
    let all = constraints.permitted.iter().chain(&constraints.excluded);
    if all.into_iter().any(|base| *base == GeneralNameFact::Other) {
        return Some("a constraint of an unknown form".to_owned());
    }
    names
        .iter()
        .find(|name| {
            let excluded = constraints.excluded.iter().any(|base| within(name, base));
            let mut rivals = constraints
                .permitted
                .iter()
                .filter(|base| same_form(name, base))
                .peekable();
            let permitted = rivals.peek().is_none() || rivals.any(|base| within(name, base));
            excluded || !permitted
        })
        .map(describe)
}

fn same_form(name: &GeneralNameFact, base: &GeneralNameFact) -> bool {
    std::mem::discriminant(name) == std::mem::discriminant(base)
}

fn within(name: &GeneralNameFact, base: &GeneralNameFact) -> bool {
    match (name, base) {
        (GeneralNameFact::Directory(name), GeneralNameFact::Directory(base)) => {
            name.starts_with(base)
        }
        (GeneralNameFact::Dns(name), GeneralNameFact::Dns(base)) => host_within(name, base, true),
        (GeneralNameFact::Email(name), GeneralNameFact::Email(base)) => mail_within(name, base),
        (GeneralNameFact::Uri(name), GeneralNameFact::Uri(base)) => {
            uri_host(name).is_some_and(|host| host_within(host, base, false))
        }
        (GeneralNameFact::Ip(name), GeneralNameFact::Ip(base)) => address_within(name, base),
        _ => false,
    }
}

/// A host within a base. `.example.org` means every host below it; `example.org` means itself
/// and, for DNS names (`subtree`), every host below it.
fn host_within(host: &str, base: &str, subtree: bool) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let base = base.to_ascii_lowercase();
    if base.is_empty() {
        return true;
    }
    if base.starts_with('.') {
        return host.ends_with(&base);
    }
    host == base || (subtree && host.ends_with(&format!(".{base}")))
}

fn mail_within(mail: &str, base: &str) -> bool {
    let Some((local, host)) = mail.rsplit_once('@') else {
        return false;
    };
    match base.rsplit_once('@') {
        // The local part is compared as written (RFC 5321 leaves its case to the host).
        Some((base_local, base_host)) => {
            local == base_local && host.eq_ignore_ascii_case(base_host)
        }
        None => host_within(host, base, false),
    }
}

fn uri_host(uri: &str) -> Option<&str> {
    let (_, rest) = uri.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    Some(host.split_once(':').map_or(host, |(host, _)| host))
}

/// The base is an address followed by a mask of the same length.
fn address_within(address: &[u8], base: &[u8]) -> bool {
    if base.len() != address.len().saturating_mul(2) {
        return false;
    }
    let (network, mask) = base.split_at(address.len());
    address
        .iter()
        .zip(network)
        .zip(mask)
        .all(|((address, network), mask)| address & mask == network & mask)
}

fn describe(name: &GeneralNameFact) -> String {
    match name {
        GeneralNameFact::Email(text) | GeneralNameFact::Dns(text) | GeneralNameFact::Uri(text) => {
            text.clone()
        }
        GeneralNameFact::Ip(bytes) => format!("IP address {}", hex::encode(bytes)),
        GeneralNameFact::Directory(parts) => parts.join(", "),
        GeneralNameFact::Other => "a name of an unknown form".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dns(text: &str) -> GeneralNameFact {
        GeneralNameFact::Dns(text.to_owned())
    }

    fn mail(text: &str) -> GeneralNameFact {
        GeneralNameFact::Email(text.to_owned())
    }

    fn directory(parts: &[&str]) -> GeneralNameFact {
        GeneralNameFact::Directory(parts.iter().map(|part| (*part).to_owned()).collect())
    }

    fn permitted(base: GeneralNameFact) -> NameConstraints {
        NameConstraints {
            permitted: vec![base],
            excluded: Vec::new(),
        }
    }

    fn excluded(base: GeneralNameFact) -> NameConstraints {
        NameConstraints {
            permitted: Vec::new(),
            excluded: vec![base],
        }
    }

    #[test]
    fn hosts_below_a_permitted_domain_pass_and_others_do_not() {
        let rule = permitted(dns("example.org"));
        assert_eq!(forbidden(&rule, &[dns("cam.Example.org")]), None);
        assert_eq!(forbidden(&rule, &[dns("example.org")]), None);
        assert!(forbidden(&rule, &[dns("badexample.org")]).is_some());
        assert_eq!(
            forbidden(&rule, &[mail("a@elsewhere.net")]),
            None,
            "another form"
        );
    }

    #[test]
    fn mail_constraints_name_a_box_a_host_or_a_domain() {
        assert_eq!(
            forbidden(&permitted(mail("example.org")), &[mail("a@example.org")]),
            None
        );
        assert!(forbidden(&permitted(mail("example.org")), &[mail("a@x.example.org")]).is_some());
        assert_eq!(
            forbidden(&permitted(mail(".example.org")), &[mail("a@x.example.org")]),
            None
        );
        assert!(forbidden(&permitted(mail("b@example.org")), &[mail("a@example.org")]).is_some());
    }

    #[test]
    fn directory_names_are_compared_from_the_outside_in() {
        let rule = excluded(directory(&["2.5.4.6=de", "2.5.4.10=press"]));
        let inside = directory(&["2.5.4.6=de", "2.5.4.10=press", "2.5.4.3=camera"]);
        assert!(forbidden(&rule, &[inside]).is_some());
        assert_eq!(forbidden(&rule, &[directory(&["2.5.4.6=de"])]), None);
    }

    #[test]
    fn addresses_are_compared_under_the_mask() {
        let network = GeneralNameFact::Ip(vec![10, 1, 0, 0, 255, 255, 0, 0]);
        let rule = permitted(network);
        assert_eq!(
            forbidden(&rule, &[GeneralNameFact::Ip(vec![10, 1, 9, 9])]),
            None
        );
        assert!(forbidden(&rule, &[GeneralNameFact::Ip(vec![10, 2, 9, 9])]).is_some());
        assert!(forbidden(&rule, &[GeneralNameFact::Ip(vec![0; 16])]).is_some());
    }

    #[test]
    fn uri_constraints_look_at_the_host_alone() {
        let uri = |text: &str| GeneralNameFact::Uri(text.to_owned());
        let rule = permitted(uri("example.org"));
        assert_eq!(
            forbidden(&rule, &[uri("https://u@example.org:8/x?y")]),
            None
        );
        assert!(forbidden(&rule, &[uri("https://evil.net/@example.org")]).is_some());
        assert!(forbidden(&rule, &[uri("urn:no-host")]).is_some());
    }

    #[test]
    fn a_constraint_of_an_unknown_form_allows_nothing() {
        assert!(forbidden(&permitted(GeneralNameFact::Other), &[dns("a.org")]).is_some());
    }
}
