//! Rebuilds the binary when a file comes to or goes from the sources that it carries.

fn main() {
    for folder in ["../../fixtures", "../../fixtures/facts", "../../fixtures/derived"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
