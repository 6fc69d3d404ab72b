//! A worker process that answers questions, and can be killed when it does not.
//!
//! A thread cannot be stopped from outside; a process can. Whatever parses hostile bytes runs in
//! one of these. Questions and answers are JSON in frames (four bytes of length, little-endian,
//! then that many bytes) over the worker's standard input and output; open files travel with a
//! question where the system can do that. A worker first says [`HELLO`], so that nothing else is
//! ever mistaken for one, and then which rights it has given up.
//!
//! Portable on purpose: pipes, reader threads, and [`Child::kill`].

mod death;
mod line;

use std::{
    ffi::OsString,
    fs::File,
    io::{self, BufReader, Read, Write},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use serde::{Serialize, de::DeserializeOwned};

use crate::sandbox::Confinement;
use death::{Death, LastWords};
use line::{Inbox, Line, Plug};

/// What a worker writes before anything else. The version is that of the program, so that parent
/// and worker always speak of the same structs.
const HELLO: &str = concat!("\nhallmark-worker ", env!("CARGO_PKG_VERSION"), "\n");

/// How many bytes may come before [`HELLO`].
const PREAMBLE: usize = 4096;

/// Longest answer, in bytes. Evidence of the largest public manifest stores takes 1 MiB; a longer
/// answer is one that somebody made long.
pub(crate) const LONGEST_ANSWER: usize = 16 << 20;

/// Stack of the thread that answers. Foreign parsers recurse on nested boxes and overflow the
/// usual 2 MiB; memory is taken only when it is used.
pub(crate) const STACK: usize = 64 << 20;

/// Where a worker's allocator is glibc's: the largest piece of memory that it keeps for later, which is
/// the brightness of a picture of 30 megapixels, and how much it keeps in all, in bytes. A search for a
/// mark takes and gives back that much many times over.
const LARGEST_KEPT: &str = "33554432";
const KEPT: &str = "134217728";

/// How a worker is started.
#[derive(Clone, Debug)]
pub(crate) struct WorkerCommand {
    /// The program.
    pub(crate) program: PathBuf,
    /// Its arguments.
    pub(crate) arguments: Vec<OsString>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoAnswer {
    /// The deadline passed; the worker was killed.
    #[error("no answer within {} seconds", .0.as_secs_f64())]
    Deadline(Duration),
    /// The worker asked for more memory than its share, and ended.
    #[error("the examining process needed more memory than its share")]
    Memory,
    /// The worker recursed deeper than its stack, and ended.
    #[error("the examining process recursed deeper than its stack")]
    Stack,
    /// The answer is longer than a frame may be.
    #[error("an answer of more than {LONGEST_ANSWER} bytes")]
    TooLong,
    /// The worker ended, or answered nonsense and was killed.
    #[error("the examining process ended: {0}")]
    Died(String),
    /// No worker could be started.
    #[error("the examining process could not be started: {0}")]
    NotStarted(io::Error),
}

/// A place for one worker process: started when first asked, kept for the next question, and
/// replaced after a death. Ends its process when dropped.
#[derive(Debug)]
pub(crate) struct Worker {
    command: WorkerCommand,
    running: Option<Running>,
}

#[derive(Debug)]
struct Running {
    child: Child,
    questions: Line,
    answers: Receiver<io::Result<Vec<u8>>>,
    last_words: LastWords,
    confinement: Option<Confinement>,
}

/// An answer, and how long it was.
#[derive(Debug)]
pub(crate) struct Answered<Answer> {
    /// The answer.
    pub(crate) answer: Answer,
    /// Its length as it came, in bytes.
    pub(crate) length: usize,
}

impl Worker {
    /// A place for a worker; nothing is started yet.
    pub(crate) const fn new(command: WorkerCommand) -> Self {
        Self {
            command,
            running: None,
        }
    }

    /// Whether a process runs, so that the next question starts none.
    pub(crate) const fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Which rights the running process has given up, once it has said so.
    pub(crate) fn confinement(&self) -> Option<Confinement> {
        self.running.as_ref()?.confinement
    }

    /// Asks and waits, at most as long as `deadline`, the start of the process included. `files`
    /// go with the question, where the system can hand them over.
    ///
    /// # Errors
    /// After any of them but [`NoAnswer::TooLong`] the worker is gone and the next question
    /// starts another.
    pub(crate) fn ask<Question: Serialize, Answer: DeserializeOwned>(
        &mut self,
        question: &Question,
        files: &[&File],
        deadline: Duration,
    ) -> Result<Answered<Answer>, NoAnswer> {
        let asked = Instant::now();
        let mut running = match self.running.take() {
            Some(running) => running,
            None => Running::start(&self.command).map_err(NoAnswer::NotStarted)?,
        };
        let result = running.ask(question, files, deadline, asked);
        if matches!(result, Ok(_) | Err(NoAnswer::TooLong)) {
            self.running = Some(running);
        }
        result
    }
}

impl Running {
    fn start(command: &WorkerCommand) -> io::Result<Self> {
        let mut starting = Command::new(&command.program);
        starting
            .args(&command.arguments)
            // One heap: further ones reserve address space by the 64 MiB, which has a limit.
            .env("MALLOC_ARENA_MAX", "1")
            // It keeps the memory of one file for the next: pages that are new to it must be
            // cleared and entered one by one, which takes longer than what is done in most of them.
            .env("MALLOC_MMAP_THRESHOLD_", LARGEST_KEPT)
            .env("MALLOC_TRIM_THRESHOLD_", KEPT)
            .stdout(Stdio::piped())
            // What it says there is not for people: it tells what it died of.
            .stderr(Stdio::piped());
        let plug = Plug::into(&mut starting)?;
        let mut child = starting.spawn()?;
        let started = Self::listen(&mut child)
            .and_then(|(answers, last_words)| Ok((plug.connect(&mut child)?, answers, last_words)));
        match started {
            Ok((questions, answers, last_words)) => Ok(Self {
                child,
                questions,
                answers,
                last_words,
                confinement: None,
            }),
            Err(error) => {
                let _ = child.kill();
                let _ = child.wait();
                Err(error)
            }
        }
    }

    /// Starts the threads that read what the child says.
    fn listen(child: &mut Child) -> io::Result<(Receiver<io::Result<Vec<u8>>>, LastWords)> {
        let (Some(stdout), Some(stderr)) = (child.stdout.take(), child.stderr.take()) else {
            return Err(io::Error::other("its pipes are missing"));
        };
        let (sender, answers) = mpsc::sync_channel(1);
        thread::Builder::new()
            .name("answers".to_owned())
            .spawn(move || {
                let mut stdout = BufReader::new(stdout);
                let mut result = await_hello(&mut stdout);
                while result.is_ok() {
                    let frame = match read_frame(&mut stdout) {
                        Ok(Some(frame)) => Ok(frame),
                        Ok(None) => Err(io::ErrorKind::UnexpectedEof.into()),
                        Err(error) => Err(error),
                    };
                    let ended = frame.is_err();
                    if sender.send(frame).is_err() || ended {
                        return;
                    }
                    result = Ok(());
                }
                if let Err(error) = result {
                    let _ = sender.send(Err(error));
                }
            })?;
        Ok((answers, LastWords::of(stderr)?))
    }

    fn ask<Question: Serialize, Answer: DeserializeOwned>(
        &mut self,
        question: &Question,
        files: &[&File],
        deadline: Duration,
        asked: Instant,
    ) -> Result<Answered<Answer>, NoAnswer> {
        let died = |error: &dyn std::fmt::Display| NoAnswer::Died(error.to_string());
        let question = serde_json::to_vec(question).map_err(|error| died(&error))?;
        let sent = framed(&question).and_then(|frame| self.questions.send(&frame, files));
        if let Err(error) = sent {
            return Err(self.cause_of_death(&error));
        }
        if self.confinement.is_none() {
            let said = self.receive(deadline, asked)?;
            let said = serde_json::from_slice(&said).map_err(|error| died(&error))?;
            self.confinement = Some(said);
        }
        let answer = self.receive(deadline, asked)?;
        if answer.is_empty() {
            return Err(NoAnswer::TooLong);
        }
        Ok(Answered {
            answer: serde_json::from_slice(&answer).map_err(|error| died(&error))?,
            length: answer.len(),
        })
    }

    /// The next frame.
    fn receive(&mut self, deadline: Duration, asked: Instant) -> Result<Vec<u8>, NoAnswer> {
        let left = deadline.saturating_sub(asked.elapsed());
        match self.answers.recv_timeout(left) {
            Ok(Ok(frame)) => Ok(frame),
            Ok(Err(error)) => Err(self.cause_of_death(&error)),
            Err(RecvTimeoutError::Timeout) => Err(NoAnswer::Deadline(deadline)),
            Err(RecvTimeoutError::Disconnected) => {
                Err(NoAnswer::Died("its answers stopped".to_owned()))
            }
        }
    }

    /// Last words and the exit status say more than the broken pipe does.
    fn cause_of_death(&mut self, error: &io::Error) -> NoAnswer {
        let _ = self.child.kill();
        let status = self.child.wait().ok();
        match self.last_words.death(status, &error.to_string()) {
            Death::Memory => NoAnswer::Memory,
            Death::Stack => NoAnswer::Stack,
            Death::Other(how) => NoAnswer::Died(how),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // An idle worker would end by itself when its input closes; a looping one would not.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Answers questions from standard input until it closes. The body of a worker process.
///
/// Questions are answered on a thread with a deep stack. When the parent goes away, even by being
/// killed, standard input closes and this returns, so that the process ends although a question
/// may still be in hand.
///
/// # Errors
/// When standard input or output fails.
pub(crate) fn serve<Question, Answer>(
    confinement: Confinement,
    mut answer: impl FnMut(Question, Vec<File>) -> Answer + Send + 'static,
) -> io::Result<()>
where
    Question: DeserializeOwned + Send + 'static,
    Answer: Serialize,
{
    let mut stdout = io::stdout();
    stdout.write_all(HELLO.as_bytes())?;
    stdout.write_all(&framed(&serde_json::to_vec(&confinement)?)?)?;
    stdout.flush()?;
    let (sender, questions) = mpsc::channel::<(Question, Vec<File>)>();
    thread::Builder::new()
        .name("examine".to_owned())
        .stack_size(STACK)
        .spawn(move || {
            for (question, files) in questions {
                let answer = serde_json::to_vec(&answer(question, files)).unwrap_or_default();
                // An empty frame stands for an answer that does not fit into one.
                let frame = framed(&answer).unwrap_or_else(|_| vec![0; 4]);
                let mut stdout = io::stdout();
                // The parent is gone: nobody needs the answer.
                if stdout
                    .write_all(&frame)
                    .and_then(|()| stdout.flush())
                    .is_err()
                {
                    return;
                }
            }
        })?;
    let mut inbox = Inbox::of_process();
    while let Some(frame) = read_frame(&mut inbox)? {
        let question = serde_json::from_slice(&frame)?;
        if sender.send((question, inbox.files())).is_err() {
            return Err(io::Error::other("the examining thread ended"));
        }
    }
    Ok(())
}

fn await_hello(stdout: &mut impl Read) -> io::Result<()> {
    let mut said = Vec::new();
    let mut byte = [0];
    while said.len() < PREAMBLE {
        stdout.read_exact(&mut byte)?;
        said.extend(byte);
        if said.ends_with(HELLO.as_bytes()) {
            return Ok(());
        }
    }
    Err(io::Error::new(
        io::ErrorKind::InvalidData,
        "it is no hallmark worker of this version",
    ))
}

/// A frame with its length before it.
fn framed(content: &[u8]) -> io::Result<Vec<u8>> {
    let length = u32::try_from(content.len())
        .ok()
        .filter(|_| content.len() <= LONGEST_ANSWER)
        .ok_or(io::ErrorKind::FileTooLarge)?;
    let mut frame = Vec::with_capacity(content.len().saturating_add(4));
    frame.extend(length.to_le_bytes());
    frame.extend_from_slice(content);
    Ok(frame)
}

/// One frame; `None` when the other side closed in between two.
fn read_frame(input: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    match input.read_exact(&mut length) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let length = u32::from_le_bytes(length);
    if usize::try_from(length).map_or(true, |length| length > LONGEST_ANSWER) {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            format!("a frame of {length} bytes"),
        ));
    }
    // `take` grows the buffer with what arrives, not with what was announced.
    let mut frame = Vec::new();
    input.take(u64::from(length)).read_to_end(&mut frame)?;
    if u32::try_from(frame.len()) == Ok(length) {
        Ok(Some(frame))
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

#[cfg(test)]
mod tests;
