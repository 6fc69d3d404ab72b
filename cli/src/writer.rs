//! The one place where results are written.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use hallmark::report::{
    CsvReport, HtmlReport, JsonReport, JunitReport, Language, NdjsonReport, ParquetReport, Record,
    Report, Run, SarifReport, TextReport, TextStyle,
};

use crate::{args::Format, policy::FailOn};

/// A report in that format to that place.
pub(crate) fn report<'a>(
    format: Format,
    run: Run,
    language: &'a Language,
    style: TextStyle,
    fail_on: &'a [FailOn],
    out: impl Write + 'a,
) -> Box<dyn Report + 'a> {
    match format {
        Format::Text => Box::new(TextReport::new(out, run, language, style)),
        Format::Json => Box::new(JsonReport::new(out, run)),
        Format::Ndjson => Box::new(NdjsonReport::new(out)),
        Format::Csv => Box::new(CsvReport::new(out)),
        Format::Sarif => Box::new(SarifReport::new(out, run)),
        Format::Html => Box::new(HtmlReport::new(out, run, language)),
        Format::Junit => {
            let failures = |record: &Record| {
                let met = fail_on.iter().filter(|item| item.applies(record));
                met.map(ToString::to_string).collect()
            };
            Box::new(JunitReport::new(out, Box::new(failures)))
        }
        Format::Parquet => Box::new(ParquetReport::new(out)),
    }
}

/// Makes the file that the report goes to, and says where it really lies.
///
/// # Errors
/// When it cannot be made, or is one of the files to check.
pub(crate) fn create(path: &Path, inputs: &[PathBuf]) -> anyhow::Result<(File, PathBuf)> {
    if let Ok(existing) = fs::canonicalize(path)
        && inputs
            .iter()
            .any(|input| fs::canonicalize(input).is_ok_and(|input| input == existing))
    {
        bail!(
            "the report cannot go to {}: that is a file to check, and it would be overwritten",
            path.display()
        );
    }
    let cannot = || format!("the report file {} cannot be made", path.display());
    let file = File::create(path).with_context(cannot)?;
    let place = fs::canonicalize(path).with_context(cannot)?;
    Ok((file, place))
}

/// Opens the file that the report of an interrupted run went to, at its end.
///
/// # Errors
/// When it cannot be opened.
pub(crate) fn go_on(path: &Path) -> anyhow::Result<(File, PathBuf)> {
    let cannot = || format!("the report file {} cannot be written", path.display());
    let mut file = File::options()
        .write(true)
        .open(path)
        .with_context(cannot)?;
    file.seek(SeekFrom::End(0)).with_context(cannot)?;
    let place = fs::canonicalize(path).with_context(cannot)?;
    Ok((file, place))
}

/// Writes to a report file in large pieces; errors name it.
pub(crate) fn buffered(file: File, path: &Path) -> impl Write + use<> {
    let file = Named {
        file,
        path: path.to_owned(),
    };
    BufWriter::with_capacity(64 << 10, file)
}

/// A file whose errors name it.
struct Named {
    file: File,
    path: PathBuf,
}

impl Named {
    fn name(&self, error: io::Error) -> io::Error {
        let path = self.path.display();
        io::Error::new(
            error.kind(),
            format!("the report file {path} cannot be written: {error}"),
        )
    }
}

impl Write for Named {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes).map_err(|error| self.name(error))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush().map_err(|error| self.name(error))
    }
}
