//! `hallmark identity new|request|check|show`: keys and certificates to sign with.

pub(crate) mod files;
mod new;
mod review;

use std::path::PathBuf;

use crate::{console::Io, exit_status::ExitStatus, units::Moment};

/// What to do with which identity.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Make a key and certificates of one's own
    New(NewArguments),
    /// Write a request (CSR) with which an authority issues a certificate for the key
    Request(RequestArguments),
    /// Compare certificates with the C2PA certificate profile
    Check(CheckArguments),
    /// Print what certificates say
    Show(ShowArguments),
}

/// Who the identity is for.
#[derive(Debug, clap::Args)]
struct NewArguments {
    /// Name of the signer: a person, a camera, a service
    name: String,

    /// Organisation that the signer belongs to
    #[arg(long, value_name = "NAME")]
    org: String,

    /// New folder for the key and the certificates
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,

    /// Days for which the signing certificate is valid
    #[arg(long, value_name = "N", default_value_t = 1096, value_parser = clap::value_parser!(u32).range(1..=36_525))]
    days: u32,

    /// First moment of validity [default: now]
    #[arg(long, value_name = "RFC3339")]
    from: Option<Moment>,
}

/// Which key, and which names to ask for.
#[derive(Debug, clap::Args)]
struct RequestArguments {
    /// Identity folder, as `hallmark identity new` makes it
    folder: PathBuf,

    /// Name of the signer [default: that of the present certificate]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// Organisation [default: that of the present certificate]
    #[arg(long, value_name = "NAME")]
    org: Option<String>,

    /// Write the request to this file, which must not exist yet, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What to compare.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exit status:
  0  nothing that verifiers refuse
  1  something that verifiers refuse
  2  the files cannot be read")]
struct CheckArguments {
    /// Certificates in PEM form, signing certificate first; or an identity folder
    #[arg(value_name = "FILE|DIR")]
    path: PathBuf,

    /// Private key that should belong to the signing certificate [default: key.pem of a folder]
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,

    /// Judge validity as of this moment instead of now
    #[arg(long, value_name = "RFC3339")]
    at: Option<Moment>,
}

/// What to print.
#[derive(Debug, clap::Args)]
struct ShowArguments {
    /// Certificates in PEM form, or an identity folder
    #[arg(value_name = "FILE|DIR")]
    path: PathBuf,
}

impl Arguments {
    /// Does it.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        match self.action {
            Action::New(arguments) => new::create(&arguments, io),
            Action::Request(arguments) => new::request(&arguments, io),
            Action::Check(arguments) => review::check(&arguments, io),
            Action::Show(arguments) => review::show(&arguments, io),
        }
    }
}
