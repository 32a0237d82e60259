use super::reading::MAX_RECIPE_BYTES;
use super::*;

const SMALL: &str = r##"
title = "x"
hosts = ["example.com"]
[[steps]]
open = "https://example.com/"
[[steps]]
download = "#get"
"##;

/// The faults of a small recipe whose steps are these.
fn faults_of_steps(steps: &str) -> Vec<(u32, String)> {
    faults(&format!(
        "title = \"x\"\nhosts = [\"a.example\"]\nparams = [\"show\"]\n{steps}"
    ))
}

fn faults(text: &str) -> Vec<(u32, String)> {
    let faults = read(text).expect_err("a fault");
    faults.iter().map(|fault| (fault.line, fault.message_en())).collect()
}

#[test]
fn a_recipe_is_read_whole() {
    let recipe = read(
        r##"
# Why it is like this.
title = "하늘티켓"
hosts = ["{param.host}", "*.cdn.example", "10.0.0.1:8443"]
params = ["host", "show"]

[[steps]]
open = "https://{param.host}/login"
note = "로그인"
[[steps]]
fill = "#id"
with = "{secret.ID}"
[[steps]]
fill = "xpath://input[@name='pw']"
with = "x{secret.PASSWORD}"
timeoutS = 60
[[steps]]
choose = "#show"
option = "{param.show}"
[[steps]]
click = "text:  공지   닫기 "
optional = true
[[steps]]
press = "Enter"
in = "#id"
[[steps]]
press = "Tab"
[[steps]]
wait = "#a"
[[steps]]
wait = "#a"
until = "gone"
[[steps]]
wait = "#a"
until = "text"
contains = "{date}"
[[steps]]
accept-dialog = ""
[[steps]]
frame = "#work"
[[steps]]
frame = "top"
[[steps]]
window = "newest"
[[steps]]
fail-if = ".none"
as = "no_data"
contains = "없"
[[steps]]
download = "#get"
press = "Space"
"##,
    )
    .unwrap();
    assert_eq!(recipe.title, "하늘티켓");
    assert_eq!(recipe.params, ["host", "show"]);
    let kinds: Vec<_> = recipe.steps.iter().map(|step| step.action.kind()).collect();
    let expected = [
        "open",
        "fill",
        "fill",
        "choose",
        "click",
        "press",
        "press",
        "wait",
        "wait",
        "wait",
        "accept-dialog",
        "frame",
        "frame",
        "window",
        "fail-if",
        "download",
    ];
    assert_eq!(kinds, expected);
    let secrets: Vec<_> = recipe.secrets().iter().map(ToString::to_string).collect();
    assert_eq!(secrets, ["ID", "PASSWORD"]);
    assert_eq!(recipe.steps[0].note.as_deref(), Some("로그인"));
    assert_eq!(recipe.steps[0].timeout().as_secs(), 20);
    assert_eq!(recipe.steps[2].timeout().as_secs(), 60);
    assert_eq!(recipe.steps[4].timeout().as_secs(), 3);
    assert!(matches!(&recipe.steps[12].action, Action::Frame(None)));
    assert!(matches!(
        &recipe.steps[15].action,
        Action::Download {
            key: Some(Key::Space),
            ..
        }
    ));
}

#[test]
fn selectors_are_of_three_kinds() {
    assert_eq!(Selector::of("#a > b"), Selector::Css("#a > b".to_owned()));
    assert_eq!(
        Selector::of("text: 엑셀  다운로드 "),
        Selector::Text("엑셀 다운로드".to_owned())
    );
    assert_eq!(Selector::of("xpath://a"), Selector::XPath("//a".to_owned()));
}

#[test]
fn a_broken_text_is_told_at_its_line() {
    let (line, message) = faults("title=").remove(0);
    assert_eq!(line, 1);
    assert!(message.starts_with("no TOML: "), "{message}");
    let (line, _) = faults("title = \"x\"\n\nhosts = [\"a\"\n[[steps]]\n").remove(0);
    assert!((3..=4).contains(&line), "{line}");
}

#[test]
fn every_fault_of_a_step_is_told_at_its_line() {
    let steps = r##"[[steps]]
open = "ftp://a.example"
[[steps]]
open = "https://a.example/{secret.ID}"
[[steps]]
script = "alert(1)"
[[steps]]
click = "#a"
with = "x"
[[steps]]
fill = "#a"
[[steps]]
fill = ""
with = "{dat}"
[[steps]]
click = "#a"
frame = "#b"
[[steps]]
note = "nothing"
[[steps]]
press = "Return"
timeoutS = 301
[[steps]]
wait = "#a"
contains = "x"
[[steps]]
wait = "#a"
until = "text"
[[steps]]
choose = "#a"
option = "{param.other}"
optional = "yes"
[[steps]]
fail-if = "#a"
as = "sad"
[[steps]]
download = "#a"
[[steps]]
download = "#a"
"##;
    let told = faults_of_steps(steps);
    let expected = [
        (5, "an address begins with https:// or http://"),
        (7, "a secret may stand in 'with' of a 'fill' only"),
        (9, "'script' is unknown in a step, which says one of open"),
        (12, "'with' is unknown in a step 'click'"),
        (13, "'with' is missing"),
        (16, "'fill' must have 1 to 500 characters"),
        (17, "unknown placeholder {dat}"),
        (18, "one step has both 'click' and 'frame'"),
        (21, "a step says one of open"),
        (24, "'press' must be one of Enter"),
        (25, "'timeoutS' must have 1 to 300 seconds"),
        (26, "'contains' and 'until = \"text\"' belong together"),
        (29, "'contains' and 'until = \"text\"' belong together"),
        (34, "'{param.other}' is not in 'params'"),
        (35, "'optional' must be true or false"),
        (38, "'as' must be one of login_failed"),
        (41, "a recipe has one 'download'; this is another"),
    ];
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for ((line, message), (expected_line, beginning)) in told.iter().zip(expected) {
        assert_eq!(*line, expected_line, "{message}");
        assert!(message.starts_with(beginning), "{line}: {message}");
    }
}

#[test]
fn the_top_of_a_recipe_has_rules_too() {
    let told = faults("heading = \"x\"\nhosts = [\"https://a\", 1]\nparams = [\"a\", \"a\", \"B\"]\nsteps = 3\n");
    let lines: Vec<u32> = told.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [1, 1, 2, 3, 3, 4], "{told:#?}");
    let told =
        faults("title = \"x\"\nhosts = [\"https://a\"]\n[[steps]]\nopen = \"https://a/\"\n[[steps]]\nclick = \"#a\"\n");
    assert_eq!(told[0].0, 2);
    assert_eq!(told[1].1, "a recipe needs one 'download' step");
}

#[test]
fn a_host_that_no_walk_could_use_is_told_at_its_line() {
    let rest = "[[steps]]\nopen = \"https://a.kr/\"\n[[steps]]\ndownload = \"#a\"\n";
    for host in ["a.kr:", "*.10.0.0.1", "a.kr:http", "*", "u@a.kr", "a.kr/x"] {
        let told = faults(&format!("title = \"x\"\n\nhosts = [\n  \"{host}\",\n]\n{rest}"));
        let expected = format!("'{host}' is no host: write name, name:port or *.name");
        assert_eq!(told, [(4, expected)]);
    }
    for host in ["a.kr", "*.a.kr:8443", "10.0.0.1:8443", "[2001:4860::1]", "한글.kr"] {
        assert!(
            read(&format!("title = \"x\"\nhosts = [\"{host}\"]\n{rest}")).is_ok(),
            "{host}"
        );
    }
}

#[test]
fn numbers_of_steps_are_bounded() {
    let one = faults_of_steps("[[steps]]\ndownload = \"#a\"\n");
    assert!(one[0].1.starts_with("'steps' must have 2 to 60 items"), "{one:?}");
    let many = "[[steps]]\nclick = \"#a\"\n".repeat(60);
    let many = faults_of_steps(&format!("{many}[[steps]]\ndownload = \"#a\"\n"));
    assert!(many[0].1.starts_with("'steps' must have 2 to 60 items"), "{many:?}");
    let long = format!("{SMALL}# {}", "x".repeat(MAX_RECIPE_BYTES));
    assert_eq!(faults(&long)[0].1, "a recipe has at most 65536 bytes");
    assert!(faults_of_steps(&"[[steps]]\nscript = 1\n".repeat(60)).len() <= 50);
}

#[test]
fn deep_nesting_is_a_fault_and_no_crash() {
    let deep = format!("title = {}", "[".repeat(20_000));
    assert!(!faults(&deep).is_empty());
    let dotted = format!("{} = 1", vec!["a"; 10_000].join("."));
    assert!(!faults(&dotted).is_empty());
}

#[test]
fn faults_are_told_in_both_languages() {
    for fault in read("x = 1").unwrap_err() {
        assert!(fault.message_ko().chars().any(|letter| ('가'..='힣').contains(&letter)));
        assert!(fault.message_en().is_ascii());
    }
}
