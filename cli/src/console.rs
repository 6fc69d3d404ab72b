//! The program's surroundings: where it writes, and what it was started in. Read once in `main`.

use std::{
    cell::Cell,
    collections::BTreeMap,
    ffi::{OsStr, OsString},
    io::{self, IsTerminal, Write},
    path::PathBuf,
    rc::Rc,
};

use time::OffsetDateTime;

/// Where a command writes, and what it was started in.
///
/// Results go to `out`, which is buffered; progress, notices and errors go to `err`. Nothing
/// prints in any other way.
pub(crate) struct Io<'a> {
    /// Results. Flushed by `main`; flush it yourself before something that may take long.
    pub(crate) out: &'a mut dyn Write,
    /// Notices for people.
    pub(crate) err: &'a mut dyn Write,
    /// What the command was started in.
    pub(crate) environment: &'a Environment,
}

/// What the process was started in: the clock, variables and terminals, read once.
#[derive(Clone, Debug)]
pub(crate) struct Environment {
    /// The moment of the start, UTC.
    pub(crate) now: OffsetDateTime,
    /// Standard output is a terminal.
    pub(crate) out_is_terminal: bool,
    /// Standard error is a terminal.
    pub(crate) err_is_terminal: bool,
    /// Width of that terminal, in columns.
    pub(crate) columns: Option<usize>,
    variables: BTreeMap<OsString, OsString>,
}

impl Environment {
    /// Reads the surroundings of this process.
    pub(crate) fn of_process() -> Self {
        Self {
            now: OffsetDateTime::now_utc(),
            out_is_terminal: io::stdout().is_terminal(),
            err_is_terminal: io::stderr().is_terminal(),
            columns: terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
            variables: std::env::vars_os().collect(),
        }
    }

    /// Surroundings that hold nothing but these variables.
    #[cfg(test)]
    pub(crate) fn of_variables<'a>(
        variables: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        Self {
            now: OffsetDateTime::UNIX_EPOCH,
            out_is_terminal: false,
            err_is_terminal: false,
            columns: None,
            variables: variables
                .into_iter()
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        }
    }

    /// The value of a variable; an empty one counts as not set.
    pub(crate) fn variable(&self, name: &str) -> Option<&OsStr> {
        self.variables
            .get(OsStr::new(name))
            .map(OsString::as_os_str)
            .filter(|value| !value.is_empty())
    }

    /// Whether results may carry terminal escapes (no-color.org, bixense.com/clicolors).
    pub(crate) fn emphasis(&self) -> bool {
        let forced = self
            .variable("CLICOLOR_FORCE")
            .is_some_and(|value| value != "0");
        let unwanted = self.variable("NO_COLOR").is_some()
            || self
                .variable("TERM")
                .is_some_and(|terminal| terminal == "dumb");
        forced || (self.out_is_terminal && !unwanted)
    }

    /// The folder for what hallmark keeps for this user: `HALLMARK_HOME`, else the platform's
    /// place for settings. Trust material that `trust add` stores lies in `trust/` below it, and
    /// `check` reads it there when no list is named. Not created here.
    pub(crate) fn home(&self) -> Option<PathBuf> {
        if let Some(home) = self.variable("HALLMARK_HOME") {
            return Some(PathBuf::from(home));
        }
        let base = if cfg!(windows) {
            PathBuf::from(self.variable("APPDATA")?)
        } else if cfg!(target_os = "macos") {
            PathBuf::from(self.variable("HOME")?).join("Library/Application Support")
        } else {
            match self.variable("XDG_CONFIG_HOME") {
                Some(folder) => PathBuf::from(folder),
                None => PathBuf::from(self.variable("HOME")?).join(".config"),
            }
        };
        Some(base.join("hallmark"))
    }
}

/// Standard output that remembers whether its reader left.
#[derive(Debug, Default)]
pub(crate) struct Stdout {
    reader_left: Rc<Cell<bool>>,
}

impl Stdout {
    /// A flag that turns true when a write met a closed pipe.
    pub(crate) fn reader_left(&self) -> Rc<Cell<bool>> {
        Rc::clone(&self.reader_left)
    }

    fn note<T>(&self, result: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &result
            && error.kind() == io::ErrorKind::BrokenPipe
        {
            self.reader_left.set(true);
        }
        result
    }
}

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.note(io::stdout().lock().write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.note(io::stdout().lock().flush())
    }
}
