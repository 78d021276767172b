//! `cargo xtask test`: every check and test.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Result, ensure};

use crate::packages::{
    self, BROTLI, CADDY, CHROMEDRIVER, CHROMIUM, FIREFOX, NGINX, NODE, NPM, OPENSSL, Package,
};
use crate::process::{output, run as run_process, run_reading};
use crate::tally::Tally;
use crate::{build, lock, openapi, root, simulator, tools};

/// A step: its name on the command line, and what it runs.
type Step = (&'static str, fn(&mut Tally) -> Result<()>);

/// What is quick and what most often fails comes first.
const STEPS: [Step; 14] = [
    ("fmt", |_| cargo(&["fmt", "--all", "--check"])),
    ("clippy", |_| cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    ("clippy-wasm", |_| {
        let packages = ["databoxframe", "databoxframe-client", "databoxframe-console", "databoxframe-demo"]
            .map(|package| ["-p", package])
            .concat();
        cargo(
            &[["clippy"].as_slice(), &packages, &["--target", tools::WASM, "--", "-D", "warnings"]].concat(),
        )
    }),
    ("native", native),
    ("docs", docs),
    ("unused", |_| run_process(Command::new(tools::machete()?).arg(".").current_dir(root()?))),
    ("lock", |_| lock::check()),
    ("openapi", openapi::check),
    ("deploy", deploy),
    ("build", release),
    ("browser", browser),
    ("e2e", |tally| e2e(tally, "nginx", CHROMIUM)),
    ("e2e-caddy", |tally| e2e(tally, "caddy", CHROMIUM)),
    ("e2e-firefox", |tally| e2e(tally, "nginx", FIREFOX)),
];

/// The end-to-end tests of what people do most, and of the start, which run in Firefox too.
const IN_FIREFOX: [&str; 13] = [
    "actions",
    "browse",
    "connect",
    "demo",
    "forms",
    "guard",
    "keyboard",
    "keys",
    "loader",
    "preferences",
    "reviews",
    "trust",
    "writes",
];

fn cargo(arguments: &[&str]) -> Result<()> {
    run_process(Command::new("cargo").args(arguments).current_dir(root()?))
}

fn native(tally: &mut Tally) -> Result<()> {
    let arguments = ["test", "--workspace", "--no-fail-fast"];
    run_reading(Command::new("cargo").args(arguments).current_dir(root()?), |line| tally.read(line))
}

fn docs(_: &mut Tally) -> Result<()> {
    run_process(
        Command::new("cargo")
            .args(["doc", "--workspace", "--no-deps"])
            .env("RUSTDOCFLAGS", "-Dwarnings")
            .current_dir(root()?),
    )
}

fn release(_: &mut Tally) -> Result<()> {
    let dist = root()?.join("dist");
    // If the build fails, the journeys must not go through an older one.
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    build::run()
}

/// The console's parts in a real browser.
fn browser(tally: &mut Tally) -> Result<()> {
    packages::require(&[CHROMIUM, CHROMEDRIVER])?;
    run_reading(
        Command::new("cargo")
            // Without --quiet: the runner does not understand what it makes of that.
            .args(["test", "--target", tools::WASM, "-p", "databoxframe-console", "--test", "*"])
            .arg("--no-fail-fast")
            .env("PATH", tools::test_path()?)
            .env("CHROMEDRIVER", CHROMEDRIVER.found()?)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .current_dir(root()?),
        |line| tally.read(line),
    )
}

/// The configurations of deploy/ on the real servers, in front of the simulator; in browsers, where
/// these do something by themselves. Without a dist/ they serve a small folder that looks like one.
fn deploy(tally: &mut Tally) -> Result<()> {
    let root = root()?;
    packages::require(&[NGINX, BROTLI, CADDY, OPENSSL, CHROMIUM, FIREFOX, NODE, NPM])?;
    journeys_packages(&root.join("tests/e2e"))?;
    let folder = root.join("tests/deploy");
    node_tests(&folder, test_files(&folder)?, tally, |command| {
        Ok(command
            .env("DIST", root.join("dist"))
            .env("SIMULATOR", simulator::build()?)
            .env("NGINX", NGINX.found()?)
            .env("CADDY", CADDY.found()?)
            .env("CHROMIUM", CHROMIUM.found()?)
            .env("FIREFOX", FIREFOX.found()?))
    })
}

/// End-to-end tests of the release, in one of the two browsers, served by one of the two servers
/// in front of the simulator.
fn e2e(tally: &mut Tally, server: &str, browser: Package) -> Result<()> {
    let root = root()?;
    let dist = root.join("dist");
    ensure!(dist.join("index.html").is_file(), "there is no dist/: run `cargo xtask test build e2e`");
    packages::require(&[browser, NGINX, CADDY, OPENSSL, NODE, NPM])?;
    let folder = root.join("tests/e2e");
    journeys_packages(&folder)?;
    let (name, files) = if browser == FIREFOX {
        ("firefox", IN_FIREFOX.iter().map(|name| format!("{name}.test.mjs")).collect())
    } else {
        ("chromium", test_files(&folder)?)
    };
    node_tests(&folder, files, tally, |command| {
        Ok(command
            .env("DIST", dist)
            .env("SIMULATOR", simulator::build()?)
            .env("SERVER", server)
            .env("BROWSER", name)
            .env("NGINX", NGINX.found()?)
            .env("CADDY", CADDY.found()?)
            .env(browser.variable, browser.found()?))
    })
}

/// Installs the packages that the tests in JavaScript use.
fn journeys_packages(folder: &Path) -> Result<()> {
    let version = output(Command::new(NODE.found()?).arg("--version"));
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    ensure!(major.is_some_and(|major: u32| major >= 20), "Node.js 20 or newer is needed, not {version}");
    // npm ci begins by removing everything, so it runs only when the lock file changed.
    let (wanted, installed) = (folder.join("package-lock.json"), folder.join("node_modules/.installed"));
    if fs::read(&wanted)? != fs::read(&installed).unwrap_or_default() {
        run_process(Command::new(NPM.found()?).args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))?;
        fs::copy(&wanted, &installed)?;
    }
    Ok(())
}

/// Runs test files of a folder with Node.
fn node_tests(
    folder: &Path,
    files: Vec<String>,
    tally: &mut Tally,
    settings: impl FnOnce(&mut Command) -> Result<&mut Command>,
) -> Result<()> {
    // Each file has a browser and servers of its own.
    let parallel = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    let mut command = Command::new(NODE.found()?);
    command
        .args(["--test", "--test-reporter=spec", &format!("--test-concurrency={parallel}")])
        .args(files)
        .current_dir(folder);
    run_reading(settings(&mut command)?, |line| tally.read(line))
}

/// Named one by one: patterns differ between Node's versions.
fn test_files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Runs all steps, or the named ones; each, even after one failed.
pub fn run(names: &[String]) -> ExitCode {
    for name in names {
        if !STEPS.iter().any(|(step, _)| step == name) {
            eprintln!("error: there is no step {name}");
            return ExitCode::FAILURE;
        }
    }
    if let Err(error) = tools::wasm_target() {
        eprintln!("error: {error:#}");
        return ExitCode::FAILURE;
    }
    let steps: Vec<&Step> = STEPS
        .iter()
        .filter(|(name, _)| names.is_empty() || names.iter().any(|chosen| chosen == name))
        .collect();
    let mut total = Tally::default();
    let mut failed = Vec::new();
    for (index, (name, step)) in steps.iter().enumerate() {
        println!("[{}/{}] {name}", index + 1, steps.len());
        let start = Instant::now();
        let mut tally = Tally::default();
        let result = step(&mut tally);
        let seconds = start.elapsed().as_secs();
        total.add(tally.finish(result.is_ok()));
        match result {
            Ok(()) => println!("      passed in {seconds} s"),
            Err(error) => {
                println!("      FAILED in {seconds} s: {error:#}");
                failed.push(*name);
            }
        }
    }
    if !failed.is_empty() {
        println!("failed: {}", failed.join(", "));
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
