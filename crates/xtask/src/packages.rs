//! The programs that come from the system's packages.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process::{output, run as run_process};

/// A program, and its Debian package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Package {
    program: &'static str,
    package: &'static str,
    /// Names another program instead.
    pub variable: &'static str,
}

/// The browser of all tests.
pub const CHROMIUM: Package = Package { program: "chromium", package: "chromium", variable: "CHROMIUM" };
/// Driver of the browser tests.
pub const CHROMEDRIVER: Package =
    Package { program: "chromedriver", package: "chromium-driver", variable: "CHROMEDRIVER" };
/// Second browser of the main end-to-end tests, also for its own repetition of requests.
pub const FIREFOX: Package = Package { program: "firefox-esr", package: "firefox-esr", variable: "FIREFOX" };
/// Server of the release in the end-to-end tests.
pub const NGINX: Package = Package { program: "nginx", package: "nginx", variable: "NGINX" };
/// nginx's module for the .br files; a file at its place instead of a program.
pub const BROTLI: Package = Package {
    program: "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
    package: "libnginx-mod-http-brotli-static",
    variable: "NGINX_BROTLI",
};
/// The other web server that deploy/ has a configuration for.
pub const CADDY: Package = Package { program: "caddy", package: "caddy", variable: "CADDY" };
/// For the certificates of the TLS tests.
pub const OPENSSL: Package = Package { program: "openssl", package: "openssl", variable: "OPENSSL" };
/// Runner of the end-to-end tests.
pub const NODE: Package = Package { program: "node", package: "nodejs", variable: "NODE" };
/// For wasm-opt and the packages of the JavaScript tests.
pub const NPM: Package = Package { program: "npm", package: "npm", variable: "NPM" };

/// For the tests of the API description against the simulator.
pub const PYTHON: Package = Package { program: "python3", package: "python3-venv", variable: "PYTHON" };

/// Without Korean letters a browser shows boxes, and pages have other widths.
const FONT: &str = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
const FONT_PACKAGE: &str = "fonts-noto-cjk";

impl Package {
    /// Where the program is.
    pub fn path(self) -> Option<PathBuf> {
        if let Some(named) = env::var_os(self.variable) {
            return Some(PathBuf::from(named));
        }
        let inherited = env::var_os("PATH").unwrap_or_default();
        // Servers are in sbin, which is not on everybody's PATH.
        env::split_paths(&inherited)
            .chain(["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from))
            .map(|folder| folder.join(self.program))
            .find(|file| file.is_file())
    }

    /// Whether the program is installed.
    fn is_there(self) -> bool {
        // Debian's Python without this package can't make the folder that tools are installed in.
        let makes_folders = || {
            self.program != PYTHON.program
                || self.found().is_ok_and(|python| {
                    Command::new(python)
                        .args(["-c", "import ensurepip"])
                        .output()
                        .is_ok_and(|o| o.status.success())
                })
        };
        self.path().is_some() && makes_folders()
    }

    /// Where the program is, after [`require`].
    pub fn found(self) -> Result<PathBuf> {
        self.path().with_context(|| format!("{} is missing", self.program))
    }
}

/// Installs missing packages on Debian as root; otherwise prints the command to run.
pub fn require(wanted: &[Package]) -> Result<()> {
    let missing: Vec<Package> = wanted.iter().copied().filter(|package| !package.is_there()).collect();
    let debian = Path::new("/usr/bin/apt-get").is_file();
    let mut packages: Vec<&str> = missing.iter().map(|package| package.package).collect();
    let shows_pages = wanted.iter().any(|package| [CHROMIUM, FIREFOX].contains(package));
    if debian && shows_pages && !Path::new(FONT).is_file() {
        packages.push(FONT_PACKAGE);
    }
    if packages.is_empty() {
        return Ok(());
    }
    if !debian {
        let programs: Vec<&str> = missing.iter().map(|package| package.program).collect();
        bail!("install these programs first: {}", programs.join(", "));
    }
    let install = [["install", "-y", "--no-install-recommends"].as_slice(), &packages].concat();
    if output(Command::new("id").arg("-u")).trim() != "0" {
        bail!("run this first:\n  sudo apt-get update && sudo apt-get {}", install.join(" "));
    }
    println!("      installing {}", packages.join(", "));
    apt(&["update"])?;
    apt(&install)
}

fn apt<S: AsRef<OsStr>>(arguments: &[S]) -> Result<()> {
    run_process(Command::new("apt-get").arg("-q").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}
