//! `hallmark identity new` and `request`.

use anyhow::{Context, anyhow};
use hallmark::{
    credentials::identity::{NewIdentity, SEED_BYTES, create_identity, write_request},
    report::visible::visible,
};
use zeroize::Zeroizing;

use super::{
    NewArguments, RequestArguments,
    files::{CHAIN, KEY, README, ROOT, identity, make_folder, write_new},
};
use crate::{console::Io, exit_status::ExitStatus};

pub(super) fn create(arguments: &NewArguments, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
    let mut seed = Zeroizing::new([0; SEED_BYTES]);
    getrandom::fill(seed.as_mut())
        .map_err(|error| anyhow!("this computer gives no random numbers: {error}"))?;
    let request = NewIdentity {
        name: arguments.name.clone(),
        organization: arguments.org.clone(),
        not_before: arguments
            .from
            .map_or(io.environment.now, |moment| moment.0)
            .replace_nanosecond(0)?,
        days: arguments.days,
    };
    let created = create_identity(&request, &seed)
        .with_context(|| format!("no identity was made for {:?}", arguments.name))?;

    let folder = &arguments.output;
    make_folder(folder)?;
    write_new(&folder.join(KEY), created.key_pem.as_bytes(), true)?;
    write_new(&folder.join(CHAIN), created.chain_pem.as_bytes(), false)?;
    write_new(&folder.join(ROOT), created.root_pem.as_bytes(), false)?;
    write_new(&folder.join(README), readme(arguments).as_bytes(), false)?;

    let shown = folder.display().to_string();
    let shown = visible(&shown);
    writeln!(
        io.out,
        "Made the identity of {}, {}, in {shown}:",
        visible(&arguments.name),
        visible(&arguments.org)
    )?;
    writeln!(
        io.out,
        "  {KEY:<11} the private key; keep it secret and keep a copy"
    )?;
    writeln!(
        io.out,
        "  {CHAIN:<11} its certificates, which every signed file carries"
    )?;
    writeln!(
        io.out,
        "  {ROOT:<11} the root, to give to those who should know you"
    )?;
    writeln!(io.out, "  {README:<11} what to do with them")?;
    writeln!(io.out)?;
    writeln!(
        io.out,
        "Nobody trusts it yet. Whoever should know you adds {ROOT} with `hallmark trust add`."
    )?;
    writeln!(
        io.out,
        "For a certificate that verifiers know already: `hallmark identity request {shown}`."
    )?;
    Ok(ExitStatus::Done)
}

pub(super) fn request(arguments: &RequestArguments, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
    let folder = arguments.folder.display();
    let identity = identity(&arguments.folder)?;
    let certificate = identity.certificate();
    let name = arguments
        .name
        .as_deref()
        .or(certificate.common_name())
        .with_context(|| format!("the certificate in {folder} has no name; add --name NAME"))?;
    let organization = arguments
        .org
        .as_deref()
        .or(certificate.organization())
        .with_context(|| {
            format!("the certificate in {folder} names no organisation; add --org NAME")
        })?;
    let request = write_request(&identity, name, organization)
        .with_context(|| format!("no request was written for {folder}"))?;
    match &arguments.output {
        Some(path) => {
            write_new(path, request.as_bytes(), false)?;
            writeln!(
                io.err,
                "Wrote the request to {}. Send it to an authority on the C2PA trust list; put the \
                 certificates that come back into {CHAIN}, signing certificate first, and compare \
                 them with `hallmark identity check {folder}`.",
                path.display()
            )?;
        }
        None => write!(io.out, "{request}")?,
    }
    Ok(ExitStatus::Done)
}

fn readme(arguments: &NewArguments) -> String {
    let NewArguments { name, org, .. } = arguments;
    format!(
        "The signing identity of {name}, {org}
======================================================================

key.pem     The private key. Whoever has it signs in this name: keep it
            secret, keep a copy in a safe place, and send it to nobody.
chain.pem   The certificates, signing certificate first, root left out.
            Every file that you sign carries them.
root.pem    The root. Give it to those who should know you.

Sign with it:
    hallmark sign PICTURE -o SIGNED --identity FOLDER

Nobody trusts it yet
--------------------
Anybody can make an identity with any name. A verifier that does not know
your root says: holds, issued by someone your trust list does not know.

Those who know you and got root.pem from you, not from the internet, add it:
    hallmark trust add root.pem --name \"{org}\"
The keys that made these certificates no longer exist; no other certificate
can be issued below this root.

A certificate that verifiers know already
-----------------------------------------
It comes from an authority on the C2PA trust list; the C2PA conformance
programme (https://c2pa.org/conformance) names them and their conditions.
    hallmark identity request FOLDER -o request.csr
writes a request for the same key. The authority checks who you are and
sends certificates. Put them into chain.pem, signing certificate first,
and compare them with the rules:
    hallmark identity check FOLDER

When the certificate has expired
--------------------------------
What you signed with a trusted time-stamp stays good; what you signed
without one no longer holds. Make a new identity, or get a new certificate,
before that day.
"
    )
}
