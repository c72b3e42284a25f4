//! A screen that nobody sees, for a browser that wants one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal};

use crate::driver::find;

pub struct Display {
    process: Child,
    number: String,
}

impl Display {
    /// Starts one under a number that is free.
    ///
    /// # Errors
    /// Where Xvfb is missing, or does not start.
    pub fn start() -> Result<Self> {
        let process = Command::new(find(&["Xvfb"])?)
            // It says on its output which number it took.
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb does not start")?;
        let mut display = Self { process, number: String::new() };
        let output = display.process.stdout.take().context("Xvfb has no output")?;
        BufReader::new(output).read_line(&mut display.number)?;
        Ok(display)
    }

    #[must_use]
    pub fn name(&self) -> String {
        format!(":{}", self.number.trim())
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Asked to, it takes its socket away. Both fail only where it is gone already.
        let _ = rustix::process::kill_process(Pid::from_child(&self.process), Signal::TERM);
        let _ = self.process.wait();
    }
}
