//! Makes the folder of the built viewer where there is none yet, so that the server compiles without Node.

fn main() -> std::io::Result<()> {
    let viewer = "../../web/dist";
    println!("cargo::rerun-if-changed={viewer}");
    std::fs::create_dir_all(viewer)
}
