//! `cargo xtask serve`: the console in a browser, against the simulator.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::process::run as run_process;
use crate::{root, tools};

const ACCESS_KEY: &str = "DEMO-ACCESS-KEY";
const SECRET_KEY: &str = "DEMO-SECRET-KEY-ONLY-FOR-THE-SIMULATOR";

/// A running simulator; ends with this process, because its standard input closes then.
pub struct Simulator {
    child: Child,
    _stdin: Option<ChildStdin>,
    /// `http://127.0.0.1:PORT` of the gateway.
    pub gateway: String,
    /// `http://127.0.0.1:PORT` of the control port.
    pub control: String,
}

impl Simulator {
    /// Builds and starts it on free ports.
    pub fn start(options: &[String]) -> Result<Self> {
        let cargo = ["-p", "databoxframe-simulator", "--bin", "databoxframe-simulator"];
        run_process(Command::new("cargo").arg("build").arg("--quiet").args(cargo).current_dir(root()?))?;
        let mut child = Command::new("cargo")
            .args(["run", "--quiet"])
            .args(cargo)
            .args(["--", "--port", "0", "--control-port", "0", "--until-stdin-closes"])
            .args(["--access-key", ACCESS_KEY, "--secret-key", SECRET_KEY])
            .args(options)
            .current_dir(root()?)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let stdin = child.stdin.take();
        let mut lines = BufReader::new(child.stdout.take().context("the simulator has an output")?).lines();
        let mut address = |name: &str| -> Result<String> {
            let line = lines.next().context("the simulator ended at once")??;
            line.strip_prefix(name)
                .map(|rest| rest.trim().to_owned())
                .context(format!("unexpected line: {line}"))
        };
        let (gateway, control) = (address("gateway")?, address("control")?);
        Ok(Self { child, _stdin: stdin, gateway, control })
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The configuration that offers the simulator with one click, as a file.
pub fn simulator_config() -> Result<std::path::PathBuf> {
    let folder = root()?.join("target/xtask");
    fs::create_dir_all(&folder)?;
    let file = folder.join("config.json");
    fs::write(
        &file,
        format!(
            "{{\n  \"connections\": [\n    {{\n      \"name\": \"Simulator (this computer)\",\n      \
             \"gateway\": \"https://databoxframe.apigw.ntruss.com\",\n      \"relay\": \"/relay\",\n      \
             \"demoKeys\": {{ \"accessKey\": \"{ACCESS_KEY}\", \"secretKey\": \"{SECRET_KEY}\" }}\n    }}\n  ],\n  \
             \"allowCustomConnections\": true\n}}\n"
        ),
    )?;
    Ok(file)
}

/// Serves until it is interrupted.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut port = "8080".to_owned();
    let mut simulator_options = Vec::new();
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        let value = rest.next().with_context(|| format!("{name} needs a value"))?.clone();
        match name.as_str() {
            "--port" => port = value,
            "--seed" | "--speed" | "--chaos" => simulator_options.extend([name.clone(), value]),
            _ => bail!("unknown option {name}"),
        }
    }
    println!("[1/3] tools");
    let path = tools::path(false)?;
    println!("[2/3] simulator");
    let simulator = Simulator::start(&simulator_options)?;
    println!("[3/3] console (the first build takes some two minutes)");
    println!("      http://127.0.0.1:{port}/   choose \"Use the simulator\", or enter the keys");
    println!("      access key {ACCESS_KEY}");
    println!("      secret key {SECRET_KEY}");
    println!("      control    {}", simulator.control);
    run_process(
        Command::new("trunk")
            .args(["serve", "--offline", "--port", &port])
            .args(["--proxy-backend", &format!("{}/", simulator.gateway), "--proxy-rewrite", "/relay/"])
            .current_dir(root()?)
            .env("PATH", path)
            .env("CONSOLE_CONFIG", simulator_config()?)
            .env_remove("NO_COLOR"),
    )
}
