//! A worker process that answers questions, and can be killed when it does not.
//!
//! A thread cannot be stopped from outside; a process can. Whatever parses hostile bytes runs in
//! one of these. Questions and answers are JSON in frames (four bytes of length, little-endian,
//! then that many bytes) over the worker's standard input and output. A worker first says
//! [`HELLO`], so that nothing else is ever mistaken for one.
//!
//! Portable on purpose: pipes, a reader thread, and [`Child::kill`].

use std::{
    ffi::OsString,
    io::{self, BufReader, BufWriter, Read, Write},
    path::PathBuf,
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use serde::{Serialize, de::DeserializeOwned};

/// What a worker writes before anything else. The version is that of the program, so that parent
/// and worker always speak of the same structs.
const HELLO: &str = concat!("\nhallmark-worker ", env!("CARGO_PKG_VERSION"), "\n");

/// How many bytes may come before [`HELLO`].
const PREAMBLE: usize = 4096;

/// Longest frame. Evidence of the largest manifest store allowed (256 MiB) is a fraction of it;
/// a longer frame comes from a worker that lost its mind.
const LONGEST_FRAME: u32 = 256 << 20;

/// Stack of the thread that answers. Foreign parsers recurse on nested boxes and overflow the
/// usual 2 MiB; memory is taken only when it is used.
const STACK: usize = 64 << 20;

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
    questions: BufWriter<ChildStdin>,
    answers: Receiver<io::Result<Vec<u8>>>,
}

impl Worker {
    /// A place for a worker; nothing is started yet.
    pub(crate) const fn new(command: WorkerCommand) -> Self {
        Self {
            command,
            running: None,
        }
    }

    /// Asks and waits, at most as long as `deadline`, the start of the process included.
    ///
    /// # Errors
    /// After any of them the worker is gone and the next question starts another.
    pub(crate) fn ask<Question: Serialize, Answer: DeserializeOwned>(
        &mut self,
        question: &Question,
        deadline: Duration,
    ) -> Result<Answer, NoAnswer> {
        let asked = Instant::now();
        let mut running = match self.running.take() {
            Some(running) => running,
            None => Running::start(&self.command).map_err(NoAnswer::NotStarted)?,
        };
        let result = running.ask(question, deadline, asked);
        match result {
            Ok(answer) => {
                self.running = Some(running);
                Ok(answer)
            }
            Err(reason) => {
                drop(running);
                Err(reason)
            }
        }
    }
}

impl Running {
    fn start(command: &WorkerCommand) -> io::Result<Self> {
        let mut child = Command::new(&command.program)
            .args(&command.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // A worker has nothing to say to people: what it finds comes as an answer.
            .stderr(Stdio::null())
            .spawn()?;
        let (Some(stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            let _ = child.kill();
            let _ = child.wait();
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
        Ok(Self {
            child,
            questions: BufWriter::new(stdin),
            answers,
        })
    }

    fn ask<Question: Serialize, Answer: DeserializeOwned>(
        &mut self,
        question: &Question,
        deadline: Duration,
        asked: Instant,
    ) -> Result<Answer, NoAnswer> {
        let died = |error: &dyn std::fmt::Display| NoAnswer::Died(error.to_string());
        let question = serde_json::to_vec(question).map_err(|error| died(&error))?;
        if let Err(error) = write_frame(&mut self.questions, &question) {
            return Err(self.cause_of_death(&error));
        }
        match self
            .answers
            .recv_timeout(deadline.saturating_sub(asked.elapsed()))
        {
            Ok(Ok(answer)) => serde_json::from_slice(&answer).map_err(|error| died(&error)),
            Ok(Err(error)) => Err(self.cause_of_death(&error)),
            Err(RecvTimeoutError::Timeout) => Err(NoAnswer::Deadline(deadline)),
            Err(RecvTimeoutError::Disconnected) => Err(died(&"its answers stopped")),
        }
    }

    /// The exit status says more than the broken pipe does.
    fn cause_of_death(&mut self, error: &io::Error) -> NoAnswer {
        let _ = self.child.kill();
        match self.child.wait() {
            Ok(status) if !status.success() => NoAnswer::Died(status.to_string()),
            _ => NoAnswer::Died(error.to_string()),
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
    answer: impl Fn(Question) -> Answer + Send + 'static,
) -> io::Result<()>
where
    Question: DeserializeOwned + Send + 'static,
    Answer: Serialize,
{
    let mut stdout = io::stdout();
    stdout.write_all(HELLO.as_bytes())?;
    stdout.flush()?;
    let (sender, questions) = mpsc::channel::<Question>();
    thread::Builder::new()
        .name("examine".to_owned())
        .stack_size(STACK)
        .spawn(move || {
            for question in questions {
                let frame = serde_json::to_vec(&answer(question)).unwrap_or_default();
                // The parent is gone: nobody needs the answer.
                if write_frame(&mut io::stdout(), &frame).is_err() {
                    return;
                }
            }
        })?;
    let mut stdin = BufReader::new(io::stdin());
    while let Some(frame) = read_frame(&mut stdin)? {
        let question = serde_json::from_slice(&frame)?;
        if sender.send(question).is_err() {
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

fn write_frame(out: &mut impl Write, frame: &[u8]) -> io::Result<()> {
    let length = u32::try_from(frame.len())
        .ok()
        .filter(|length| *length <= LONGEST_FRAME)
        .ok_or(io::ErrorKind::FileTooLarge)?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(frame)?;
    out.flush()
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
    if length > LONGEST_FRAME {
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
mod tests {
    use std::time::{Duration, Instant};

    use super::{NoAnswer, Worker, WorkerCommand, serve};

    /// Long enough for a loaded machine to start a process.
    const PATIENCE: Duration = Duration::from_secs(60);

    /// This test executable, re-run as a worker that does what it is told.
    fn obedient() -> Worker {
        Worker::new(WorkerCommand {
            program: std::env::current_exe().unwrap(),
            arguments: ["--exact", "pool::tests::obey", "--ignored", "--nocapture"]
                .map(Into::into)
                .to_vec(),
        })
    }

    #[test]
    #[ignore = "the body of a worker process, started by the other tests"]
    fn obey() {
        serve(|order: String| match order.as_str() {
            "loop" => loop {
                std::hint::spin_loop();
            },
            "die" => std::process::abort(),
            "babble" => "x".repeat(1 << 20),
            other => other.to_uppercase(),
        })
        .unwrap();
    }

    #[test]
    fn one_process_answers_many_questions() {
        let mut worker = obedient();
        for question in ["one", "two", "three"] {
            let answer: String = worker.ask(&question, PATIENCE).unwrap();
            assert_eq!(answer, question.to_uppercase());
        }
    }

    #[test]
    fn long_answers_arrive_whole() {
        let answer: String = obedient().ask(&"babble", PATIENCE).unwrap();
        assert_eq!(answer.len(), 1 << 20);
    }

    #[test]
    fn a_loop_costs_its_deadline_and_nothing_else() {
        let mut worker = obedient();
        let _: String = worker.ask(&"start", PATIENCE).unwrap();
        let asked = Instant::now();
        let deadline = Duration::from_millis(300);
        let refused = worker.ask::<_, String>(&"loop", deadline).unwrap_err();
        assert!(matches!(refused, NoAnswer::Deadline(passed) if passed == deadline));
        assert!(asked.elapsed() >= deadline);
        let answer: String = worker.ask(&"again", PATIENCE).unwrap();
        assert_eq!(answer, "AGAIN");
    }

    #[test]
    fn a_death_is_reported_and_survived() {
        let mut worker = obedient();
        let refused = worker.ask::<_, String>(&"die", PATIENCE).unwrap_err();
        assert!(matches!(refused, NoAnswer::Died(_)), "{refused}");
        let answer: String = worker.ask(&"again", PATIENCE).unwrap();
        assert_eq!(answer, "AGAIN");
    }

    #[test]
    fn another_program_is_not_taken_for_a_worker() {
        let mut worker = Worker::new(WorkerCommand {
            program: std::env::current_exe().unwrap(),
            arguments: vec!["--list".into()],
        });
        let refused = worker.ask::<_, String>(&"hello", PATIENCE).unwrap_err();
        assert!(matches!(refused, NoAnswer::Died(_)), "{refused}");
    }
}
