//! Mounts the console into the page.

fn main() {}
