//! The command: starts the simulator on two loopback ports.

use std::error::Error;
use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use databoxframe_simulator::server::{Options, Server};
use lexopt::Arg::Long;
use lexopt::ValueExt as _;

const USAGE: &str = "\
A simulator of NAVER Cloud's API Gateway and Data Box Frame service.

Usage: databoxframe-simulator [OPTIONS]

  --port N                the gateway's port, 0 for any that is free [4010]
  --control-port N        the control port, 0 for any that is free [4011]
  --seed N                which world to start from [7]
  --speed FACTOR          how fast asynchronous work goes on; 0: only when put forward [1]
  --frames N              so many frames, 1 to 1000, instead of three
  --requests N            so many import requests, and as many export requests, at most 1000000
  --access-key TEXT       [DEMO-ACCESS-KEY]
  --secret-key TEXT       [DEMO-SECRET-KEY-ONLY-FOR-THE-SIMULATOR]
  --chaos PERCENT         so many of a hundred requests meet a random fault [0]
  --latency-ms MIN-MAX    how long every answer takes [0]
  --until-stdin-closes    exit when standard input ends
  --help
";

struct Command {
    options: Options,
    until_stdin_closes: bool,
}

fn main() -> ExitCode {
    let command = match parse() {
        Ok(Some(command)) => command,
        Ok(None) => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("{error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The command line; nothing if only help was asked for.
fn parse() -> Result<Option<Command>, lexopt::Error> {
    let mut options = Options::default();
    let mut until_stdin_closes = false;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("port") => options.port = arguments.value()?.parse()?,
            Long("control-port") => options.control_port = arguments.value()?.parse()?,
            Long("seed") => options.settings.seed = arguments.value()?.parse()?,
            Long("speed") => options.settings.speed = arguments.value()?.parse_with(thousandths)?,
            Long("frames") => options.settings.frames = Some(arguments.value()?.parse_with(frames)?),
            Long("requests") => options.settings.requests = Some(arguments.value()?.parse_with(requests)?),
            Long("access-key") => options.settings.access_key = arguments.value()?.string()?,
            Long("secret-key") => options.settings.secret_key = arguments.value()?.string()?,
            Long("chaos") => options.behaviour.chaos_percent = arguments.value()?.parse_with(percent)?,
            Long("latency-ms") => options.behaviour.latency_ms = arguments.value()?.parse_with(range)?,
            Long("until-stdin-closes") => until_stdin_closes = true,
            Long("help") => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(Command { options, until_stdin_closes }))
}

fn thousandths(text: &str) -> Result<u64, String> {
    let factor: f64 = text.parse().map_err(|_| "not a number")?;
    if !(0.0..=1_000_000.0).contains(&factor) {
        return Err("must be 0 to 1000000".into());
    }
    // In range, so nothing is lost but what is finer than a thousandth.
    Ok((factor * 1_000.0).round() as u64)
}

fn percent(text: &str) -> Result<u64, String> {
    match text.parse() {
        Ok(percent @ 0..=100) => Ok(percent),
        _ => Err("must be 0 to 100".into()),
    }
}

fn frames(text: &str) -> Result<u64, String> {
    match text.parse() {
        Ok(count @ 1..=1_000) => Ok(count),
        _ => Err("must be 1 to 1000".into()),
    }
}

fn requests(text: &str) -> Result<u64, String> {
    match text.parse() {
        Ok(count @ 0..=1_000_000) => Ok(count),
        _ => Err("must be 0 to 1000000".into()),
    }
}

fn range(text: &str) -> Result<(u64, u64), String> {
    let number = |text: &str| text.parse::<u64>().map_err(|_| "must be MIN-MAX, in milliseconds");
    let (low, high) = text.split_once('-').unwrap_or((text, text));
    let (low, high) = (number(low)?, number(high)?);
    if low > high {
        Err("the first number must not be greater than the second".into())
    } else {
        Ok((low, high))
    }
}

fn run(command: Command) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let server = Server::bind(command.options).await?;
        let mut out = std::io::stdout();
        writeln!(out, "gateway http://{}", server.gateway_address()?)?;
        writeln!(out, "control http://{}", server.control_address()?)?;
        out.flush()?;
        if command.until_stdin_closes {
            std::thread::spawn(exit_when_stdin_closes);
        }
        Ok(server.run().await?)
    })
}

/// A parent that dies closes the pipe, so the child does not outlive it.
fn exit_when_stdin_closes() {
    let mut buffer = [0; 256];
    while std::io::stdin().read(&mut buffer).is_ok_and(|read| read > 0) {}
    std::process::exit(0);
}
