//! `cargo xtask serve`: the console in a browser, against the simulator.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process::run as run_process;
use crate::simulator::{ACCESS_KEY, SECRET_KEY, Simulator};
use crate::{root, tools};

/// The configuration that offers the simulator with one click, as a file.
fn simulator_config(gateway: &str) -> Result<std::path::PathBuf> {
    let folder = root()?.join("target/xtask");
    fs::create_dir_all(&folder)?;
    let file = folder.join("config.json");
    fs::write(
        &file,
        format!(
            "{{\n  \"connections\": [\n    {{\n      \"name\": \"Simulator (this computer)\",\n      \
             \"gateway\": \"{gateway}\",\n      \"relay\": \"/relay\",\n      \
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
            "--seed" | "--speed" | "--chaos" | "--frames" | "--requests" => {
                simulator_options.extend([name.clone(), value])
            }
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
            .env("CONSOLE_CONFIG", simulator_config(&simulator.gateway)?)
            .env_remove("NO_COLOR"),
    )
}
