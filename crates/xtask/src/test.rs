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

/// A step: its name on the command line, and what it runs; of its tests only those of one name, if
/// one is given.
type Step = (&'static str, fn(&mut Tally, Option<&str>) -> Result<()>);

/// Quick steps and the most frequent failures come first.
const STEPS: [Step; 14] = [
    ("fmt", |_, _| cargo(&["fmt", "--all", "--check"])),
    ("clippy", |_, _| cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    ("clippy-wasm", |_, _| {
        let packages = [
            "databoxframe",
            "databoxframe-client",
            "databoxframe-ui",
            "databoxframe-console",
            "databoxframe-demo",
        ]
        .map(|package| ["-p", package])
        .concat();
        cargo(
            &[["clippy"].as_slice(), &packages, &["--target", tools::WASM, "--", "-D", "warnings"]].concat(),
        )
    }),
    ("native", native),
    ("docs", docs),
    ("unused", |_, _| run_process(Command::new(tools::machete()?).arg(".").current_dir(root()?))),
    ("lock", |_, _| lock::check()),
    ("openapi", |tally, _| openapi::check(tally)),
    ("deploy", deploy),
    ("build", release),
    ("browser", browser),
    ("e2e", |tally, only| e2e(tally, only, "nginx", CHROMIUM)),
    ("e2e-caddy", |tally, only| e2e(tally, only, "caddy", CHROMIUM)),
    ("e2e-firefox", |tally, only| e2e(tally, only, "nginx", FIREFOX)),
];

/// End-to-end tests of the page alone, which a second server would only repeat: what goes through the
/// relay in them is a read, or a decision that others send too.
const NOT_ON_CADDY: [&str; 12] = [
    "accessibility",
    "activity",
    "box-tabs",
    "desk",
    "guard",
    "leaks",
    "names",
    "overview",
    "palette",
    "preferences",
    "tables",
    "translation",
];

/// End-to-end tests that also run in Firefox: the start, and the most frequent tasks.
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

fn native(tally: &mut Tally, only: Option<&str>) -> Result<()> {
    let arguments = ["test", "--workspace", "--no-fail-fast"];
    run_reading(Command::new("cargo").args(arguments).args(only).current_dir(root()?), |line| {
        tally.read(line)
    })
}

fn docs(_: &mut Tally, _: Option<&str>) -> Result<()> {
    run_process(
        Command::new("cargo")
            .args(["doc", "--workspace", "--no-deps"])
            .env("RUSTDOCFLAGS", "-Dwarnings")
            .current_dir(root()?),
    )
}

fn release(_: &mut Tally, _: Option<&str>) -> Result<()> {
    let dist = root()?.join("dist");
    // If the build fails, the end-to-end tests must not run on an older one.
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    build::run()
}

/// Components and pages in a real browser: `tests/browser`, of which `only` names a module.
fn browser(tally: &mut Tally, only: Option<&str>) -> Result<()> {
    packages::require(&[CHROMIUM, CHROMEDRIVER])?;
    let arguments = [
        "test",
        "--target",
        tools::WASM,
        "-p",
        "databoxframe-console",
        "--test",
        "browser",
        "--no-fail-fast",
    ];
    run_reading(
        Command::new("cargo")
            .args(arguments)
            .args(only.map(|module| format!("{module}::")).iter().flat_map(|module| ["--", module]))
            .env("PATH", tools::test_path()?)
            .env("CHROMEDRIVER", CHROMEDRIVER.found()?)
            // In seconds, for all tests together.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "900")
            .current_dir(root()?),
        |line| tally.read(line),
    )
}

/// The configurations of deploy/ on the real servers, in front of the simulator; in browsers, where
/// these do something by themselves. Without a dist/ they serve a small folder that looks like one.
fn deploy(tally: &mut Tally, only: Option<&str>) -> Result<()> {
    let root = root()?;
    packages::require(&[NGINX, BROTLI, CADDY, OPENSSL, CHROMIUM, FIREFOX, NODE, NPM])?;
    node_packages(&root.join("tests/e2e"))?;
    let folder = root.join("tests/deploy");
    node_tests(&folder, chosen(test_files(&folder)?, only)?, tally, |command| {
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
fn e2e(tally: &mut Tally, only: Option<&str>, server: &str, browser: Package) -> Result<()> {
    let root = root()?;
    let dist = root.join("dist");
    ensure!(dist.join("index.html").is_file(), "there is no dist/: run `cargo xtask test build e2e`");
    packages::require(&[browser, NGINX, CADDY, OPENSSL, NODE, NPM])?;
    let folder = root.join("tests/e2e");
    node_packages(&folder)?;
    let name = if browser == FIREFOX { "firefox" } else { "chromium" };
    let files = match only {
        None if browser == FIREFOX => IN_FIREFOX.iter().map(|name| format!("{name}.test.mjs")).collect(),
        None if server == "caddy" => {
            let mut files = test_files(&folder)?;
            files.retain(|file| !NOT_ON_CADDY.iter().any(|name| file == &format!("{name}.test.mjs")));
            files
        }
        _ => chosen(test_files(&folder)?, only)?,
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
pub fn node_packages(folder: &Path) -> Result<()> {
    let version = output(Command::new(NODE.found()?).arg("--version"));
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    ensure!(major.is_some_and(|major: u32| major >= 20), "Node.js 20 or newer is needed, not {version}");
    // npm ci removes everything first, so it runs only when the lock file changed.
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

/// The file of the test that is asked for, or all.
fn chosen(files: Vec<String>, only: Option<&str>) -> Result<Vec<String>> {
    let Some(only) = only else { return Ok(files) };
    let file = format!("{only}.test.mjs");
    ensure!(files.contains(&file), "there is no {file}");
    Ok(vec![file])
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

/// Runs all steps, or the named ones; each, even after one failed. `browser:table` is one file of the
/// step `browser`.
pub fn run(names: &[String]) -> ExitCode {
    let names: Vec<(&str, Option<&str>)> = names
        .iter()
        .map(|name| name.split_once(':').map_or((name.as_str(), None), |(step, only)| (step, Some(only))))
        .collect();
    for (name, _) in &names {
        if !STEPS.iter().any(|(step, _)| step == name) {
            eprintln!("error: there is no step {name}");
            return ExitCode::FAILURE;
        }
    }
    if let Err(error) = tools::wasm_target() {
        eprintln!("error: {error:#}");
        return ExitCode::FAILURE;
    }
    let chosen = |step: &Step| -> Vec<(Step, Option<&str>)> {
        if names.is_empty() {
            return vec![(*step, None)];
        }
        names.iter().filter(|(name, _)| *name == step.0).map(|(_, only)| (*step, *only)).collect()
    };
    let steps: Vec<(Step, Option<&str>)> = STEPS.iter().flat_map(chosen).collect();
    let mut total = Tally::default();
    let mut failed = Vec::new();
    for (index, ((name, step), only)) in steps.iter().enumerate() {
        println!("[{}/{}] {name}", index + 1, steps.len());
        let start = Instant::now();
        let mut tally = Tally::default();
        let result = step(&mut tally, *only);
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
