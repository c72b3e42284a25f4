//! Packages of Debian and of the systems made from it.

use std::process::Command;

use crate::problem::Problem;
use crate::process;

/// Whether packages can be installed here at all.
pub fn is_here() -> bool {
    process::on_path("apt-get").is_some()
}

/// Whether all of `packages` are installed.
pub fn has(packages: &[&str]) -> bool {
    packages.iter().all(|package| is_installed(package))
}

/// Installs what is missing of `packages`.
pub fn install(packages: &[&str]) -> Result<(), Problem> {
    if has(packages) {
        return Ok(());
    }
    println!(
        "Set-up: installing Debian's {}, which takes about a minute once.",
        packages.join(", ")
    );
    let advice = || Problem::Packages {
        command: format!(
            "apt-get update && apt-get install --no-install-recommends {}",
            packages.join(" ")
        ),
    };
    process::watch(apt_get().ok_or_else(advice)?.arg("update"))?;
    let mut install = apt_get().ok_or_else(advice)?;
    install.args(["install", "--yes", "--no-install-recommends"]);
    process::watch(install.args(packages))
}

fn is_installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat", "${db:Status-Status}", package]);
    process::answer(&mut query).is_some_and(|status| status == "installed")
}

/// `apt-get` with the right to install, or nothing where a password would be asked for.
fn apt_get() -> Option<Command> {
    let mut words = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    if !is_root() {
        process::answer(Command::new("sudo").args(["-n", "true"]))?;
        words.splice(0..0, ["sudo", "-n"]);
    }
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    Some(command)
}

fn is_root() -> bool {
    process::answer(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}
