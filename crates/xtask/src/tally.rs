//! Counts of tests, from the output of their runners.

/// Number of passed and failed tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Passed.
    pub passed: u64,
    /// Failed.
    pub failed: u64,
}

impl Tally {
    /// Adds what a line says: `cargo test`'s and wasm-bindgen's "test result: ok. 3 passed; 0
    /// failed; …", Node's "ℹ pass 3" and "# fail 0".
    pub fn read(&mut self, line: &str) {
        if let Some((_, result)) = line.split_once("test result: ") {
            self.passed += number_before(result, "passed");
            self.failed += number_before(result, "failed");
        } else if let Some(count) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) {
            match count.split_once(' ') {
                Some(("pass", number)) => self.passed += number.trim().parse().unwrap_or(0),
                Some(("fail" | "cancelled", number)) => self.failed += number.trim().parse().unwrap_or(0),
                _ => {}
            }
        }
    }

    /// A step without tests counts as one, and a failure always counts.
    pub fn finish(mut self, succeeded: bool) -> Self {
        if !succeeded {
            self.failed = self.failed.max(1);
        } else if self == Self::default() {
            self.passed = 1;
        }
        self
    }

    /// Both together.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

fn number_before(text: &str, word: &str) -> u64 {
    let mut previous = "";
    for part in text.split([' ', ';']) {
        if part == word {
            return previous.parse().unwrap_or(0);
        }
        previous = part;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        tally
    }

    #[test]
    fn reads_every_runner() {
        let cargo = "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 3 filtered out";
        assert_eq!(of(&[cargo, "test a ... ok", "running 14 tests"]), Tally { passed: 12, failed: 2 });
        assert_eq!(of(&["ℹ tests 5", "ℹ pass 4", "ℹ fail 1"]), Tally { passed: 4, failed: 1 });
        assert_eq!(of(&["# pass 4", "# fail 0", "# cancelled 2"]), Tally { passed: 4, failed: 2 });
    }

    #[test]
    fn every_step_counts() {
        assert_eq!(Tally::default().finish(true), Tally { passed: 1, failed: 0 });
        assert_eq!(Tally::default().finish(false), Tally { passed: 0, failed: 1 });
        assert_eq!(Tally { passed: 3, failed: 0 }.finish(true), Tally { passed: 3, failed: 0 });
        assert_eq!(Tally { passed: 3, failed: 0 }.finish(false), Tally { passed: 3, failed: 1 });
    }
}
