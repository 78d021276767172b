//! For the build that splits the program (xtask/src/split.rs): the tool has to know what in the
//! code names what. The demo's worker is not split and would only be larger.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_CFG_WRITING_APART").is_some() {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
}
