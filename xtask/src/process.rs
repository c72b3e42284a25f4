//! Running other programs: shown as they are, watched from afar, or asked for an answer.

use std::collections::VecDeque;
use std::env;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::problem::Problem;

/// A watched program says at least this often that it is still at work.
const BEAT: Duration = Duration::from_secs(15);

/// How many lines of a watched program are kept, to be shown if it fails.
const TAIL: usize = 30;

/// The Cargo that runs this program, so that whatever it builds is built by the same toolchain.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Where `program` is on `PATH`.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// What a quick command prints, or nothing if it is not there or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then_some(text)
}

/// Runs a command whose output a person wants to see.
pub fn show(command: &mut Command) -> Result<(), Problem> {
    let status = command.status().map_err(|err| not_started(command, err))?;
    judge(command, status, &VecDeque::new())
}

/// Becomes the command, so that whoever ends this program ends it. Returns only if that fails.
pub fn turn_into(command: &mut Command) -> Problem {
    let err = command.exec();
    not_started(command, err)
}

/// Runs a command and hands on each line of its standard output, which is shown as well.
pub fn read(command: &mut Command, mut take: impl FnMut(&str)) -> Result<(), Problem> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|err| not_started(command, err))?;
    for line in lines(child.stdout.take()) {
        println!("{line}");
        take(&line);
    }
    let status = child.wait().map_err(|err| not_started(command, err))?;
    judge(command, status, &VecDeque::new())
}

/// Runs a long command whose output matters only if it fails, with a line now and then to say
/// that it is still at work, and one that says how long it took.
pub fn watch(command: &mut Command) -> Result<(), Problem> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|err| not_started(command, err))?;
    let (sender, receiver) = channel();
    forward(child.stdout.take(), sender.clone());
    forward(child.stderr.take(), sender);
    let started = now();
    let tail = listen(&receiver, started);
    let status = child.wait().map_err(|err| not_started(command, err))?;
    judge(command, status, &tail)?;
    println!("  {:>4} s  done", started.elapsed().as_secs());
    Ok(())
}

/// Sends each line of a stream from a thread of its own, so that neither stream blocks the other.
fn forward(stream: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    thread::spawn(move || lines(stream).try_for_each(|line| sender.send(line)));
}

/// Takes lines until both streams have ended, and keeps the last ones.
fn listen(lines: &Receiver<String>, started: Instant) -> VecDeque<String> {
    let mut tail = VecDeque::new();
    let mut next_beat = BEAT;
    loop {
        match lines.recv_timeout(next_beat.saturating_sub(started.elapsed())) {
            Ok(line) => keep(&mut tail, line),
            Err(RecvTimeoutError::Timeout) => {
                let last = tail.back().map_or("", |line| line.trim());
                println!("  {:>4} s  {last}", next_beat.as_secs());
                next_beat += BEAT;
            }
            Err(RecvTimeoutError::Disconnected) => return tail,
        }
    }
}

fn keep(tail: &mut VecDeque<String>, line: String) {
    if tail.len() == TAIL {
        tail.pop_front();
    }
    tail.push_back(line);
}

fn lines(stream: Option<impl Read>) -> impl Iterator<Item = String> {
    stream.into_iter().flat_map(|stream| {
        BufReader::new(stream)
            .split(b'\n')
            .map_while(Result::ok)
            .map(|line| String::from_utf8_lossy(&line).into_owned())
    })
}

fn judge(command: &Command, status: ExitStatus, tail: &VecDeque<String>) -> Result<(), Problem> {
    if status.success() {
        return Ok(());
    }
    Err(Problem::Failed {
        command: described(command),
        status,
        tail: tail.iter().flat_map(|line| ["\n    ", line]).collect(),
    })
}

fn not_started(command: &Command, err: std::io::Error) -> Problem {
    Problem::Start { program: command.get_program().display().to_string(), err }
}

/// The command as a person would type it.
fn described(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    [name]
        .into_iter()
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[expect(clippy::disallowed_methods, reason = "the ban is for code that runs in the browser")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_described_as_typed() {
        let mut command = Command::new("/somewhere/bin/trunk");
        command.args(["build", "--release"]);
        assert_eq!(described(&command), "trunk build --release");
    }

    #[test]
    fn only_the_end_of_a_long_output_is_kept() {
        let mut tail = VecDeque::new();
        for number in 1..=TAIL + 2 {
            keep(&mut tail, number.to_string());
        }
        assert_eq!(tail.len(), TAIL);
        assert_eq!(tail.front().map(String::as_str), Some("3"));
    }
}
