//! Commands of the user that sign, or fetch time-stamps. The only way in which this program
//! reaches anything outside, and the user spells it out.

use std::{
    io::{Read, Write},
    process::{Command, Stdio},
    thread,
};

use hallmark::credentials::sign::TimeStamper;

/// Longest answer that is read, in bytes: time-stamp tokens stay below 20 KiB.
const LONGEST_ANSWER: u64 = 1 << 20;

/// A command line, run by the system's shell for every request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::commands) struct ExternalCommand {
    line: String,
}

impl ExternalCommand {
    pub(in crate::commands) fn new(line: &str) -> Self {
        Self {
            line: line.to_owned(),
        }
    }

    /// Runs the command with `input` on its standard input; what it wrote to its output.
    ///
    /// # Errors
    /// A text for people: it could not be started, failed, or said nothing.
    pub(in crate::commands) fn ask(&self, input: &[u8]) -> Result<Vec<u8>, String> {
        let mut child = shell(&self.line)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("`{}` could not be started: {error}", self.line))?;
        let (Some(mut stdin), Some(stdout), Some(stderr)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err(format!("`{}` has no pipes", self.line));
        };
        let (answer, complaint) = thread::scope(|scope| {
            // A command that ignores its input, or answers before it has read all of it, is fine.
            scope.spawn(move || {
                let _ = stdin.write_all(input);
            });
            let complaint = scope.spawn(|| read(stderr));
            (read(stdout), complaint.join().unwrap_or_default())
        });
        let status = child
            .wait()
            .map_err(|error| format!("`{}` did not end: {error}", self.line))?;
        if !status.success() {
            let complaint = String::from_utf8_lossy(&complaint);
            let first = complaint.trim().lines().next().unwrap_or_default();
            let said = if first.is_empty() {
                String::new()
            } else {
                format!(": {first}")
            };
            return Err(format!("`{}` failed ({status}){said}", self.line));
        }
        if answer.is_empty() {
            return Err(format!(
                "`{}` wrote nothing to its standard output",
                self.line
            ));
        }
        Ok(answer)
    }
}

impl TimeStamper for ExternalCommand {
    fn request(&self, request: &[u8]) -> Result<Vec<u8>, String> {
        self.ask(request)
    }
}

fn read(stream: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A broken pipe ends the answer; the exit status tells whether it was meant to.
    let _ = stream.take(LONGEST_ANSWER).read_to_end(&mut bytes);
    bytes
}

/// The user's own shell with a line of theirs.
#[cfg(unix)]
pub(in crate::commands) fn shell(line: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", line]);
    command
}

/// The user's own shell with a line of theirs.
#[cfg(windows)]
pub(in crate::commands) fn shell(line: &str) -> Command {
    use std::os::windows::process::CommandExt;
    let mut command = Command::new("cmd");
    // The line is the user's own; quoting it once more would change it.
    command.raw_arg("/C").raw_arg(line);
    command
}

#[cfg(all(test, unix))]
mod tests {
    use super::ExternalCommand;

    fn ask(line: &str, input: &[u8]) -> Result<Vec<u8>, String> {
        ExternalCommand::new(line).ask(input)
    }

    #[test]
    fn input_goes_in_and_output_comes_out() {
        let input = vec![7; 300_000];
        assert_eq!(ask("cat", &input).unwrap(), input);
        assert_eq!(ask("printf answer", &input).unwrap(), b"answer");
    }

    #[test]
    fn failures_say_what_the_command_said() {
        let error = ask("echo 'no such token' >&2; exit 3", b"x").unwrap_err();
        assert!(
            error.contains("no such token") && error.contains('3'),
            "{error}"
        );
        assert!(ask("true", b"x").unwrap_err().contains("wrote nothing"));
        assert!(
            ask("/nonexistent/signer", b"x")
                .unwrap_err()
                .contains("failed")
        );
    }
}
