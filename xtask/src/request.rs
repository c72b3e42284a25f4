//! What the command line asks for.

use std::path::PathBuf;

use crate::problem::Problem;

pub const EXPLANATION: &str = "\
Everything there is to do with this repository. Each command first sets up what it needs.

  cargo xtask serve   builds the app as people get it and serves it; --port N for another port
  cargo xtask dev     the same with a quick debug build, which reloads as you edit
  cargo xtask build   makes the static site in dist/, for any sub-path of any web server
  cargo xtask check   format, lints, rooms, spelling, dependencies, a release build and its size
  cargo xtask test    all checks, the native tests and the tests in a real browser
  cargo xtask bench   measures the built app in a real browser; further words go to the bench
  cargo xtask figures pictures all figures for looking at, as what the tests compare with, or in a FOLDER
";

const USUAL_PORT: u16 = 8080;

#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    Explain,
    Serve {
        port: u16,
    },
    Dev {
        port: u16,
    },
    Build,
    Check,
    Test,
    Bench {
        options: Vec<String>,
    },
    Figures {
        options: Vec<String>,
    },
    /// Of what wasm-bindgen has made. It is the build that asks for this.
    Shorten {
        folder: PathBuf,
        name: String,
    },
    /// What Trunk has built. It is Trunk that asks for this.
    Seal,
}

impl Request {
    /// Reads the words after `cargo xtask`.
    pub fn parse(words: impl IntoIterator<Item = String>) -> Result<Self, Problem> {
        let mut words = words.into_iter();
        let Some(command) = words.next() else {
            return Ok(Self::Explain);
        };
        let rest: Vec<String> = words.collect();
        match command.as_str() {
            "serve" => Ok(Self::Serve { port: port(&rest)? }),
            "dev" => Ok(Self::Dev { port: port(&rest)? }),
            "bench" => Ok(Self::Bench { options: rest }),
            "figures" => Ok(Self::Figures { options: rest }),
            "shorten" => shorten(rest),
            "seal" => alone(Self::Seal, &rest),
            "build" => alone(Self::Build, &rest),
            "check" => alone(Self::Check, &rest),
            "test" => alone(Self::Test, &rest),
            "help" | "--help" | "-h" => Ok(Self::Explain),
            unknown => Err(refused(format!("there is no command `{unknown}`"))),
        }
    }
}

fn port(options: &[String]) -> Result<u16, Problem> {
    match options {
        [] => Ok(USUAL_PORT),
        [option, number] if option == "--port" => number
            .parse()
            .map_err(|_| refused(format!("`{number}` is no port; they go from 1 to 65535"))),
        [option, ..] => Err(refused(format!("only `--port N` can follow, not `{option}`"))),
    }
}

fn shorten(files: Vec<String>) -> Result<Request, Problem> {
    match <[String; 2]>::try_from(files) {
        Ok([folder, name]) => Ok(Request::Shorten { folder: folder.into(), name }),
        Err(_) => Err(refused("`shorten` needs a folder and a name".into())),
    }
}

fn alone(request: Request, options: &[String]) -> Result<Request, Problem> {
    match options {
        [] => Ok(request),
        [option, ..] => Err(refused(format!("nothing can follow here, not `{option}`"))),
    }
}

fn refused(reason: String) -> Problem {
    Problem::Request(reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &Request) {
        let request = Request::parse(line.split_whitespace().map(str::to_owned));
        assert_eq!(request.ok().as_ref(), Some(expected), "{line}");
    }

    #[track_caller]
    fn refuses(line: &str, reason: &str) {
        match Request::parse(line.split_whitespace().map(str::to_owned)) {
            Err(problem) => assert!(problem.to_string().contains(reason), "{problem}"),
            Ok(request) => panic!("{line} was taken for {request:?}"),
        }
    }

    #[test]
    fn each_command_is_understood() {
        check("", &Request::Explain);
        check("--help", &Request::Explain);
        check("serve", &Request::Serve { port: 8080 });
        check("dev --port 9000", &Request::Dev { port: 9000 });
        check("build", &Request::Build);
        check("check", &Request::Check);
        check("test", &Request::Test);
        check("seal", &Request::Seal);
        let options = vec!["--runs".into(), "3".into()];
        check("bench --runs 3", &Request::Bench { options });
    }

    #[test]
    fn a_wrong_word_is_refused_by_name() {
        refuses("bake", "`bake`");
        refuses("build --fast", "`--fast`");
        refuses("serve --port many", "`many`");
        refuses("serve 9000", "`9000`");
    }
}
