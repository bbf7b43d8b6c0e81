//! Holds the conversation of `conversation.json` with the real library, from Python, Kotlin and Swift.
//!
//! Where a language's toolchain is missing its test says so in a line of its own and passes; with
//! `JUSTMET_REQUIRE_ALL=1`, as in `.ci/run`, it fails.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn build(folder: &str) -> PathBuf {
    here().join("../../build").join(folder)
}

/// Generates the bindings once, with the test hooks.
fn bindings() -> &'static Path {
    static BINDINGS: OnceLock<PathBuf> = OnceLock::new();
    BINDINGS.get_or_init(|| {
        let folder = build("ffi");
        let mut generate = Command::new(here().join("../../core/bindgen/generate.sh"));
        succeed(generate.arg("--test-hooks").arg(&folder));
        folder
    })
}

/// Whether a toolchain is there; says so past the test harness, which keeps a passing test's output to itself.
fn has(what: &str, present: bool) -> bool {
    if present {
        return true;
    }
    assert!(std::env::var_os("JUSTMET_REQUIRE_ALL").is_none(), "{what} is missing, and all languages are required");
    let line = format!("\nSKIPPED: the conversation in this language, because {what} is missing\n");
    std::io::stderr().write_all(line.as_bytes()).is_err()
}

fn on_path(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
}

fn succeed(command: &mut Command) {
    let (succeeded, said) = match command.output() {
        Err(error) => (false, error.to_string()),
        Ok(output) => {
            let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            (output.status.success(), said.concat())
        }
    };
    assert!(succeeded, "{command:?}\n{said}");
}

#[test]
fn python() {
    if has("python3", on_path("python3")) {
        let script = here().join("python/conversation.py");
        succeed(
            Command::new("python3").arg(script).arg(bindings().join("python")).arg(here().join("conversation.json")),
        );
    }
}

/// Calls that take several of something, and of what. None of them writes to anybody.
const TAKE_LISTS: [(&str, &str); 6] = [
    ("acknowledge", "the follow-ups of one notification that was shown"),
    ("preview", "the taps on the chips of one line"),
    ("reconcile", "the notifications that the system holds"),
    ("rememberListing", "what the numbers of a list mean"),
    ("save", "the taps on the chips of one line"),
    ("setSettings", "days of the week and days off"),
];

/// One contact a call: a message to several people at once cannot be asked for.
#[test]
fn no_call_takes_a_list_of_recipients() {
    let file = bindings().join("kotlin/app/justmet/core/justmet_app.kt");
    let source = std::fs::read_to_string(file).unwrap_or_default();
    let face = source.split("public interface JustMetInterface {").nth(1).and_then(|rest| rest.split("\n}").next());
    let calls: Vec<(&str, &str)> = face
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.split_once("fun `")?.1.split_once('('))
        .filter_map(|(name, rest)| Some((name.trim_end_matches('`'), rest.rsplit_once(')')?.0)))
        .collect();
    for known in ["message", "checkMessage", "recordOutcome", "suggestion", "save", "forget"] {
        assert!(calls.iter().any(|(name, _)| *name == known), "{known} is not among {calls:?}");
    }
    let mut listed: Vec<&str> =
        calls.iter().filter(|(_, parameters)| takes_many(&source, parameters, 3)).map(|(name, _)| *name).collect();
    listed.sort_unstable();
    assert_eq!(listed, TAKE_LISTS.map(|(name, _)| name), "a new call takes several of something: is it recipients?");
}

/// Whether a type is a collection, or a record or enum that holds one, so many records deep.
fn takes_many(source: &str, types: &str, depth: u32) -> bool {
    if ["List<", "Set<", "Map<", "Array<", "Sequence<"].iter().any(|many| types.contains(many)) {
        return true;
    }
    let names =
        types.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.starts_with(char::is_uppercase));
    names.into_iter().any(|name| {
        let body = [format!("data class {name} ("), format!("sealed class {name} {{")]
            .iter()
            .find_map(|head| source.split(head.as_str()).nth(1)?.split("\n}").next());
        // Without comments, and without the record's own functions, whose parameters are not given to the core.
        let fields = body.unwrap_or_default().split("companion object").next().unwrap_or_default();
        let fields: String = fields.lines().filter(|line| !line.trim_start().starts_with(['*', '/'])).collect();
        depth > 0 && takes_many(source, &fields, depth - 1)
    })
}

#[test]
fn kotlin() {
    if has("Maven (mvn)", on_path("mvn")) {
        let option = |name: &str, folder: &Path| format!("-D{name}={}", folder.display());
        let mut maven = Command::new("mvn");
        // Cleaned first: the compiler leaves classes behind that the bindings no longer have.
        maven
            .args(["--batch-mode", "--no-transfer-progress", "--quiet", "clean", "test"])
            .current_dir(here().join("kotlin"));
        succeed(maven.arg(option("bindings", bindings())).arg(option("build.folder", &build("ffi-kotlin"))));
    }
}

#[test]
fn swift() {
    let cache = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache"));
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(cache);
    let root = std::env::var_os("JUSTMET_SWIFT_ROOT").map(PathBuf::from);
    let root = root.or_else(|| Some(cache?.join("justmet/swift")));
    let set_up = root.is_some_and(|root| root.join(".complete").exists());
    if has("Swift (tests/ffi/swift/toolchain.sh sets it up)", on_path("swift") || set_up) {
        succeed(Command::new(here().join("swift/run.sh")).arg(bindings()).arg(build("ffi-swift")));
    }
}
