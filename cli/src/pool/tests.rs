use std::{
    fs::File,
    io::{Read, Seek, Write},
    time::{Duration, Instant},
};

use super::{NoAnswer, Worker, WorkerCommand, serve};
use crate::sandbox::{self, Confinement};

/// Long enough for a loaded machine to start a process.
const PATIENCE: Duration = Duration::from_secs(60);

/// A share of memory that the tests of it outgrow.
const SHARE: u64 = 64 << 20;

/// This test executable, re-run as a worker that does what it is told.
fn worker(body: &str) -> Worker {
    Worker::new(WorkerCommand {
        program: std::env::current_exe().unwrap(),
        arguments: ["--exact", body, "--ignored", "--nocapture"]
            .map(Into::into)
            .to_vec(),
    })
}

fn obedient() -> Worker {
    worker("pool::tests::obey")
}

fn ask(worker: &mut Worker, order: &str, deadline: Duration) -> Result<String, NoAnswer> {
    worker
        .ask(&order, &[], deadline)
        .map(|answered| answered.answer)
}

/// Takes its own stack until there is no more.
#[expect(unconditional_recursion, reason = "the subject of a test")]
fn descend(depth: u64) -> u64 {
    let deeper = std::hint::black_box(depth).wrapping_add(1);
    std::hint::black_box(descend(deeper)).wrapping_add(1)
}

#[test]
#[ignore = "the body of a worker process, started by the other tests"]
fn obey() {
    serve(Confinement::default(), |order: String, files| {
        match order.as_str() {
            "loop" => loop {
                std::hint::spin_loop();
            },
            "die" => std::process::abort(),
            "descend" => descend(0).to_string(),
            "babble" => "x".repeat(1 << 20),
            "babble without end" => "x".repeat(20 << 20),
            "read" => {
                let mut text = String::new();
                for mut file in files {
                    file.read_to_string(&mut text).unwrap();
                }
                text
            }
            other => other.to_uppercase(),
        }
    })
    .unwrap();
}

/// Answers as a real worker does, with all its rights given up.
#[test]
#[ignore = "the body of a worker process, started by the other tests"]
fn obey_in_a_cell() {
    let (confinement, mut memory) = sandbox::enter();
    serve(confinement, move |order: String, files| {
        memory.allow(SHARE);
        let outcome = match order.split_once(' ') {
            Some(("take", megabytes)) => {
                let bytes = vec![1_u8; megabytes.parse::<usize>().unwrap() << 20];
                return std::hint::black_box(bytes).len().to_string();
            }
            Some(("open", path)) => File::open(path).map(drop),
            Some(("make", path)) => File::create(path).map(drop),
            Some(("remove", path)) => std::fs::remove_file(path),
            Some(("call", address)) => std::net::TcpStream::connect(address).map(drop),
            Some(("run", program)) => std::process::Command::new(program).status().map(drop),
            Some(("append", text)) => files
                .into_iter()
                .try_for_each(|mut file| file.write_all(text.as_bytes())),
            _ => return order,
        };
        match outcome {
            Ok(()) => "done".to_owned(),
            Err(error) => format!("refused: {:?}", error.kind()),
        }
    })
    .unwrap();
}

#[test]
fn one_process_answers_many_questions() {
    let mut worker = obedient();
    for question in ["one", "two", "three"] {
        let answer = ask(&mut worker, question, PATIENCE).unwrap();
        assert_eq!(answer, question.to_uppercase());
    }
}

#[test]
fn long_answers_arrive_whole_and_endless_ones_do_not() {
    let mut worker = obedient();
    assert_eq!(ask(&mut worker, "babble", PATIENCE).unwrap().len(), 1 << 20);
    let refused = ask(&mut worker, "babble without end", PATIENCE).unwrap_err();
    assert!(matches!(refused, NoAnswer::TooLong), "{refused}");
    assert!(worker.is_running());
    assert_eq!(ask(&mut worker, "again", PATIENCE).unwrap(), "AGAIN");
}

#[test]
fn a_loop_costs_its_deadline_and_nothing_else() {
    let mut worker = obedient();
    ask(&mut worker, "start", PATIENCE).unwrap();
    let asked = Instant::now();
    let deadline = Duration::from_millis(300);
    let refused = ask(&mut worker, "loop", deadline).unwrap_err();
    assert!(matches!(refused, NoAnswer::Deadline(passed) if passed == deadline));
    assert!(asked.elapsed() >= deadline);
    assert_eq!(ask(&mut worker, "again", PATIENCE).unwrap(), "AGAIN");
}

#[test]
fn a_death_is_reported_and_survived() {
    let mut worker = obedient();
    let refused = ask(&mut worker, "die", PATIENCE).unwrap_err();
    assert!(matches!(refused, NoAnswer::Died(_)), "{refused}");
    assert_eq!(ask(&mut worker, "again", PATIENCE).unwrap(), "AGAIN");
}

#[test]
fn endless_recursion_is_told_from_other_deaths() {
    let refused = ask(&mut obedient(), "descend", PATIENCE).unwrap_err();
    assert!(matches!(refused, NoAnswer::Stack), "{refused}");
}

#[cfg(unix)]
#[test]
fn open_files_travel_with_a_question() {
    let mut worker = obedient();
    let mut one = tempfile::tempfile().unwrap();
    let mut other = tempfile::tempfile().unwrap();
    one.write_all(b"one ").unwrap();
    other.write_all(b"other").unwrap();
    for file in [&mut one, &mut other] {
        file.rewind().unwrap();
    }
    let read = worker.ask::<_, String>(&"read", &[&one, &other], PATIENCE);
    assert_eq!(read.unwrap().answer, "one other");
    // A question's files are gone with it.
    let read = worker.ask::<_, String>(&"read", &[], PATIENCE);
    assert_eq!(read.unwrap().answer, "");
}

#[test]
fn another_program_is_not_taken_for_a_worker() {
    let mut worker = Worker::new(WorkerCommand {
        program: std::env::current_exe().unwrap(),
        arguments: vec!["--list".into()],
    });
    let refused = ask(&mut worker, "hello", PATIENCE).unwrap_err();
    assert!(matches!(refused, NoAnswer::Died(_)), "{refused}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_confined_worker_reaches_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("secret");
    std::fs::write(&secret, "secret").unwrap();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut worker = worker("pool::tests::obey_in_a_cell");
    ask(&mut worker, "hello", PATIENCE).unwrap();
    let confinement = worker.confinement().unwrap();
    assert!(
        confinement.seccomp || confinement.landlock,
        "{confinement:?}"
    );
    for order in [
        format!("open {}", secret.display()),
        format!("make {}", folder.path().join("new").display()),
        format!("remove {}", secret.display()),
        format!("call {}", listener.local_addr().unwrap()),
        "run /bin/true".to_owned(),
    ] {
        let answer = ask(&mut worker, &order, PATIENCE).unwrap();
        assert_eq!(answer, "refused: PermissionDenied", "{order}");
    }
    // Handed over for reading, a file cannot be written either.
    let handed = File::open(&secret).unwrap();
    let answer = worker.ask::<_, String>(&"append x", &[&handed], PATIENCE);
    assert!(answer.unwrap().answer.starts_with("refused"));
    assert_eq!(std::fs::read_to_string(&secret).unwrap(), "secret");
}

#[cfg(target_os = "linux")]
#[test]
fn a_worker_that_takes_more_than_its_share_dies_of_it() {
    let mut worker = worker("pool::tests::obey_in_a_cell");
    assert_eq!(
        ask(&mut worker, "take 16", PATIENCE).unwrap(),
        (16 << 20).to_string()
    );
    let refused = ask(&mut worker, "take 1024", PATIENCE).unwrap_err();
    assert!(matches!(refused, NoAnswer::Memory), "{refused}");
    assert_eq!(
        ask(&mut worker, "take 16", PATIENCE).unwrap(),
        (16 << 20).to_string()
    );
}
