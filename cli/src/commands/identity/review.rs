//! `hallmark identity check` and `show`.

use hallmark::{
    credentials::{
        certificate::Certificate,
        identity::{Remark, check_identity},
        profile::Requirement,
    },
    report::visible::visible,
};
use time::OffsetDateTime;

use super::{
    CheckArguments, ShowArguments,
    files::{read, read_key},
};
use crate::{console::Io, exit_status::ExitStatus};

pub(super) fn check(arguments: &CheckArguments, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
    let (certificates, file, folder_key) = read(&arguments.path)?;
    let key = arguments.key.clone().or(folder_key);
    let key_pem = key.as_deref().map(read_key).transpose()?;
    let at = arguments.at.map_or(io.environment.now, |moment| moment.0);
    let remarks = check_identity(&certificates, key_pem.as_ref(), at.unix_timestamp());
    let count = |requirement: Requirement| {
        remarks
            .iter()
            .filter(|remark| remark.requirement == requirement)
            .count()
    };
    let shown = file.display().to_string();
    let shown = visible(&shown);
    for remark in &remarks {
        write_remark(remark, &certificates, io)?;
    }
    let refused = count(Requirement::Shall);
    if refused > 0 {
        writeln!(
            io.out,
            "{shown}: {refused} {} that verifiers refuse it.",
            if refused == 1 { "reason" } else { "reasons" }
        )?;
        return Ok(ExitStatus::PolicyFinding);
    }
    let advice = match count(Requirement::Should) {
        0 => String::new(),
        1 => " One point is worth mending.".to_owned(),
        many => format!(" {many} points are worth mending."),
    };
    writeln!(
        io.out,
        "{shown}: fits the C2PA certificate profile (C2PA 2.2, 14.5.1) on {}.{advice}",
        at.date()
    )?;
    writeln!(
        io.out,
        "Whether anybody trusts its issuer is another matter: that depends on each reader's \
         trust list."
    )?;
    Ok(ExitStatus::Done)
}

pub(super) fn show(arguments: &ShowArguments, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
    let (certificates, _, _) = read(&arguments.path)?;
    for (index, certificate) in certificates.iter().enumerate() {
        if index > 0 {
            writeln!(io.out)?;
        }
        write_certificate(index, certificate, io)?;
    }
    Ok(ExitStatus::Done)
}

fn write_remark(
    remark: &Remark,
    certificates: &[Certificate],
    io: &mut Io<'_>,
) -> anyhow::Result<()> {
    let weight = match remark.requirement {
        Requirement::Shall => "refused",
        Requirement::Should => "advice",
    };
    let about = remark
        .certificate
        .and_then(|number| {
            let certificate = certificates.get(number.checked_sub(1)?)?;
            Some(format!(
                "certificate {number} ({}): ",
                visible(certificate.subject())
            ))
        })
        .unwrap_or_default();
    writeln!(io.out, "{weight}: {about}{}", visible(&remark.explanation))?;
    writeln!(io.out, "  rule: {} ({})", remark.rule, remark.clause)?;
    writeln!(io.out, "  next: {}", remark.remedy)?;
    Ok(())
}

fn write_certificate(
    index: usize,
    certificate: &Certificate,
    io: &mut Io<'_>,
) -> anyhow::Result<()> {
    let kind = if certificate.is_authority() {
        "authority"
    } else {
        "signing certificate"
    };
    let number = index.saturating_add(1);
    let day = |unix: i64| {
        OffsetDateTime::from_unix_timestamp(unix)
            .map_or_else(|_| unix.to_string(), |moment| moment.date().to_string())
    };
    let purposes: Vec<String> = certificate
        .extended_key_usages()
        .unwrap_or_default()
        .iter()
        .map(|usage| purpose(usage))
        .collect();
    writeln!(io.out, "Certificate {number}: {kind}")?;
    let mut line = |label: &str, value: &str| writeln!(io.out, "  {label:<12} {}", visible(value));
    line("subject", certificate.subject())?;
    line("issuer", certificate.issuer())?;
    line(
        "valid",
        &format!(
            "{} to {}",
            day(certificate.not_before()),
            day(certificate.not_after())
        ),
    )?;
    line("key", &certificate.key().to_string())?;
    if !purposes.is_empty() {
        line("purposes", &purposes.join(", "))?;
    }
    line("serial", &hex(certificate.serial()))?;
    line("SHA-256", &hex(&certificate.fingerprint()))?;
    Ok(())
}

fn purpose(usage: &str) -> String {
    let name = match usage {
        "1.3.6.1.5.5.7.3.4" => "emailProtection",
        "1.3.6.1.5.5.7.3.36" => "documentSigning",
        "1.3.6.1.5.5.7.3.8" => "timeStamping",
        "1.3.6.1.5.5.7.3.9" => "OCSPSigning",
        "1.3.6.1.4.1.62558.2.1" => "C2PA claimSigning",
        "1.3.6.1.4.1.311.76.59.1.9" => "Microsoft C2PA signing",
        "2.5.29.37.0" => "any",
        other => other,
    };
    name.to_owned()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
