use std::collections::BTreeMap;

use domain::collection::{AddressRefusal, AddressRules, HostRule};
use url::Url;

use super::paper::{Effect, PaperPage};
use super::*;
use crate::recipe::read;

const ONE_FILE: &[&[(&str, u64, bool)]] = &[
    &[],
    &[("a.xlsx.crdownload", 10, true)],
    &[("a.xlsx", 20, false)],
    &[("a.xlsx", 20, false)],
];

/// Walks these steps, and then a download of `#get`.
async fn walked(
    page: &mut PaperPage,
    steps: &str,
    is_dry: bool,
) -> (Outcome, Vec<ports::driven::collection::WalkedStep>) {
    let text = format!(
        "title = \"x\"\nhosts = [\"a.kr\"]\n[[steps]]\nopen = \"https://a.kr/\"\n{steps}\n[[steps]]\ndownload = \"#get\"\n"
    );
    let recipe = read(&text).unwrap();
    let hosts: Vec<HostRule> = ["a.kr", "b.kr"].map(|host| host.parse().unwrap()).to_vec();
    let secrets = BTreeMap::from([("PW".parse().unwrap(), Secret::new("hush-hush"))]);
    let masker = Masker::new(secrets.values());
    let plan = Plan {
        recipe: &recipe,
        values: &Values {
            date: "2026-03-01".parse().unwrap(),
            ..Values::default()
        },
        secrets: &secrets,
        hosts: &WalkHosts::new(AddressRules::new(hosts.clone(), Vec::new()), &hosts[..1]),
        masker: &masker,
        step_pause: Duration::from_millis(300),
        file_bytes: 1_000,
        is_dry,
    };
    let mut journal = Journal::default();
    let outcome = walk(&plan, page, &mut journal).await;
    (outcome, journal.into_steps())
}

fn failed(outcome: &Outcome) -> (RunCode, &str) {
    match outcome {
        Outcome::Failed(code, detail) => (*code, detail.as_deref().unwrap_or_default()),
        other => panic!("{other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn a_recipe_is_walked_to_its_file() {
    let mut page = PaperPage::showing(&[("#id", ""), ("#list", "여름|달빛"), ("#go", "조회"), ("#frame", "")])
        .when(
            "click #go",
            &[Effect::Show("#busy", "조회 중"), Effect::Show("#get", "엑셀")],
        )
        .when("press Enter in #id", &[Effect::Hide("#busy")])
        .bringing(ONE_FILE);
    let steps = r##"
[[steps]]
fill = "#id"
with = "{secret.PW}!"
[[steps]]
choose = "#list"
option = "달빛"
[[steps]]
frame = "#frame"
[[steps]]
click = "#go"
[[steps]]
press = "Enter"
in = "#id"
[[steps]]
wait = "#busy"
until = "gone"
[[steps]]
frame = "top"
"##;
    let (outcome, steps) = walked(&mut page, steps, false).await;
    let Outcome::File(file) = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!((file.file_name.as_str(), file.size_bytes), ("a.xlsx", 20));
    let expected = [
        "open https://a.kr/",
        "mark #id",
        "fill #id hush-hush!",
        "choose #list 달빛",
        "frame #frame",
        "click #go",
        "press Enter in #id",
        "frame top",
        "click #get",
    ];
    assert_eq!(page.done, expected);
    assert!(steps.iter().all(|step| step.step.state == StepState::Done));
    // Of a run that succeeds only the last step is shown.
    assert_eq!(page.pictures, 1);
    assert!(steps.last().unwrap().step.has_picture);
}

#[tokio::test(start_paused = true)]
async fn a_dry_run_shows_every_step() {
    let mut page = PaperPage::showing(&[("#a", ""), ("#get", "")]).bringing(ONE_FILE);
    let (_, steps) = walked(&mut page, "[[steps]]\nclick = \"#a\"\nnote = \"처음\"", true).await;
    assert!(steps.iter().all(|step| step.picture.is_some()));
    assert_eq!(steps[1].step.note.as_deref(), Some("처음"));
    assert_eq!(steps[1].step.index, 2);
}

#[tokio::test(start_paused = true)]
async fn what_is_not_one_element_has_changed_its_layout() {
    let mut page = PaperPage::showing(&[("#two", ""), ("#two", "")]);
    let (outcome, steps) = walked(&mut page, "[[steps]]\nclick = \"#none\"", false).await;
    let expected = (RunCode::LayoutChanged, "#none: 0 visible elements instead of one");
    assert_eq!(failed(&outcome), expected);
    assert_eq!(steps.len(), 2);
    assert_eq!(steps[1].step.state, StepState::Failed);
    assert!(steps[1].step.took_ms >= 20_000);
    assert!(steps[1].picture.is_some());
    let (outcome, _) = walked(&mut page, "[[steps]]\nclick = \"#two\"\ntimeoutS = 1", false).await;
    assert_eq!(failed(&outcome).1, "#two: 2 visible elements instead of one");
    let (outcome, _) = walked(&mut page, "[[steps]]\nclick = \"!!\"", false).await;
    assert_eq!(failed(&outcome), (RunCode::FailedStep, "'!!' is no selector"));
}

#[tokio::test(start_paused = true)]
async fn an_optional_step_is_passed_over_when_its_element_is_missing() {
    let mut page = PaperPage::showing(&[("#get", "")]).bringing(ONE_FILE);
    let steps = "[[steps]]\nclick = \"text:닫기\"\noptional = true";
    let (outcome, steps) = walked(&mut page, steps, false).await;
    assert!(matches!(outcome, Outcome::File(_)));
    assert_eq!(steps[1].step.state, StepState::Skipped);
    assert!((3_000..4_000).contains(&steps[1].step.took_ms));
}

#[tokio::test(start_paused = true)]
async fn what_lies_over_an_element_is_waited_for() {
    let mut page = PaperPage::showing(&[("#a", ""), ("#get", "")]).bringing(ONE_FILE);
    page.covered = 5;
    let (outcome, _) = walked(&mut page, "[[steps]]\nclick = \"#a\"", false).await;
    assert!(matches!(outcome, Outcome::File(_)));
    page.covered = usize::MAX;
    let (outcome, _) = walked(&mut page, "[[steps]]\nclick = \"#a\"", false).await;
    assert_eq!(failed(&outcome), (RunCode::FailedStep, "#a: something lies over it"));
}

#[tokio::test(start_paused = true)]
async fn a_dialog_is_accepted_only_when_a_step_expects_it() {
    let page = || {
        PaperPage::showing(&[("#a", ""), ("#b", ""), ("#get", "")])
            .when("click #a", &[Effect::Dialog("영업비밀이 있습니다")])
            .bringing(ONE_FILE)
    };
    let steps = "[[steps]]\nclick = \"#a\"\n[[steps]]\naccept-dialog = \"영업비밀\"";
    let (outcome, _) = walked(&mut page(), steps, false).await;
    assert!(matches!(outcome, Outcome::File(_)), "{outcome:?}");
    let steps = "[[steps]]\nclick = \"#a\"\n[[steps]]\naccept-dialog = \"다른\"";
    let (outcome, walked_steps) = walked(&mut page(), steps, false).await;
    assert_eq!(
        failed(&outcome),
        (RunCode::FailedStep, "the dialog says: 영업비밀이 있습니다")
    );
    assert!(walked_steps[2].picture.is_none());
    let steps = "[[steps]]\nclick = \"#a\"\n[[steps]]\nclick = \"#b\"";
    let (outcome, walked_steps) = walked(&mut page(), steps, false).await;
    assert_eq!(
        failed(&outcome),
        (RunCode::FailedStep, "a dialog is open: 영업비밀이 있습니다")
    );
    assert_eq!(walked_steps.len(), 3);
    let steps = "[[steps]]\naccept-dialog = \"\"\ntimeoutS = 1";
    let (outcome, _) = walked(&mut page(), steps, false).await;
    assert_eq!(failed(&outcome), (RunCode::LayoutChanged, "no dialog came"));
}

#[tokio::test(start_paused = true)]
async fn verdicts_of_a_recipe_end_the_walk() {
    for (word, code) in [
        ("login_failed", RunCode::LoginFailed),
        ("blocked", RunCode::Blocked),
        ("session_lost", RunCode::SessionLost),
        ("layout_changed", RunCode::LayoutChanged),
        ("failed_step", RunCode::FailedStep),
    ] {
        let mut page = PaperPage::showing(&[(".error", "비밀번호가 hush-hush 아닙니다")]);
        let steps = format!("[[steps]]\nfail-if = \".error\"\nas = \"{word}\"\ncontains = \"비밀번호\"");
        let (outcome, _) = walked(&mut page, &steps, false).await;
        assert_eq!(failed(&outcome), (code, "비밀번호가 •••• 아닙니다"));
    }
    // A secret at the place where a long text is cut.
    let long = format!("{}hush-hush", "가".repeat(195));
    let mut page = PaperPage::showing(&[(".error", long.as_str())]);
    let (outcome, _) = walked(&mut page, "[[steps]]\nfail-if = \".error\"\nas = \"blocked\"", false).await;
    assert_eq!(failed(&outcome).1, format!("{}••••", "가".repeat(195)));
    let mut page = PaperPage::showing(&[(".empty", "없습니다"), ("#get", "")]).bringing(ONE_FILE);
    let (outcome, steps) = walked(&mut page, "[[steps]]\nfail-if = \".empty\"\nas = \"no_data\"", false).await;
    assert_eq!(outcome, Outcome::NoData);
    assert_eq!(steps.last().unwrap().step.state, StepState::Done);
    let steps = "[[steps]]\nfail-if = \".empty\"\nas = \"no_data\"\ncontains = \"다른\"";
    let (outcome, _) = walked(&mut page, steps, false).await;
    assert!(matches!(outcome, Outcome::File(_)));
}

#[tokio::test(start_paused = true)]
async fn a_captcha_stops_before_a_secret_is_typed() {
    let captcha = Signs {
        has_captcha: true,
        ..PaperPage::showing(&[]).signs
    };
    let mut page = PaperPage::showing(&[("#id", "")]);
    page.signs = captcha.clone();
    let (outcome, _) = walked(&mut page, "", false).await;
    assert_eq!(failed(&outcome), (RunCode::Blocked, "captcha"));
    // One that comes without a navigation is seen before the secret.
    let mut page = PaperPage::showing(&[("#id", ""), ("#pw", "")]).when("fill #id x", &[Effect::Signs(captcha)]);
    let steps = "[[steps]]\nfill = \"#id\"\nwith = \"x\"\n[[steps]]\nfill = \"#pw\"\nwith = \"{secret.PW}\"";
    let (outcome, _) = walked(&mut page, steps, false).await;
    assert_eq!(failed(&outcome), (RunCode::Blocked, "captcha"));
    assert_eq!(page.done, ["open https://a.kr/", "fill #id x"]);
}

#[tokio::test(start_paused = true)]
async fn a_secret_is_typed_into_pages_of_the_recipe_only() {
    for places in [
        vec![Some("https://b.kr/")],
        vec![Some("https://a.kr/"), Some("https://b.kr/")],
        vec![Some("https://a.kr/"), None],
        vec![],
    ] {
        let mut page = PaperPage::showing(&[("#pw", "")]);
        page.signs.places = places
            .iter()
            .map(|place| place.map(|text| Url::parse(text).unwrap()))
            .collect();
        let (outcome, _) = walked(&mut page, "[[steps]]\nfill = \"#pw\"\nwith = \"{secret.PW}\"", false).await;
        assert_eq!(failed(&outcome).0, RunCode::HostNotAllowed, "{places:?}");
        assert_eq!(page.done, ["open https://a.kr/"]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_that_changes_while_a_secret_waits_is_looked_at_again() {
    let elsewhere = Signs {
        places: vec![Some(Url::parse("https://b.kr/").unwrap())],
        ..PaperPage::showing(&[]).signs
    };
    // The field goes just before it is typed into, and comes again on another page.
    let mut page = PaperPage::showing(&[("#pw", "")]).when("mark #pw", &[Effect::Signs(elsewhere), Effect::Gone]);
    let (outcome, _) = walked(&mut page, "[[steps]]\nfill = \"#pw\"\nwith = \"{secret.PW}\"", false).await;
    assert_eq!(failed(&outcome).0, RunCode::HostNotAllowed);
    assert_eq!(page.done, ["open https://a.kr/", "mark #pw"]);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_asked_of_a_host_that_is_not_allowed() {
    for address in [
        "https://b.kr/",
        "https://c.kr/",
        "https://a.kr:444/",
        "https://a.kr@c.kr/",
    ] {
        let mut page = PaperPage::showing(&[]);
        let (outcome, _) = walked(&mut page, &format!("[[steps]]\nopen = \"{address}\""), false).await;
        assert_eq!(failed(&outcome).0, RunCode::HostNotAllowed, "{address}");
        assert_eq!(page.done.len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_that_does_not_come_says_why() {
    let mut page = PaperPage::showing(&[]).when("open https://a.kr/", &[Effect::Unreachable]);
    let (outcome, _) = walked(&mut page, "", false).await;
    assert_eq!(failed(&outcome), (RunCode::Unreachable, "net::ERR_CONNECTION_REFUSED"));
    let refused = Signs {
        failure: Some(LoadFailure::Refused(AddressRefusal::Address, "a.kr".to_owned())),
        ..Signs::default()
    };
    let effects = [Effect::Signs(refused), Effect::Unreachable];
    let mut page = PaperPage::showing(&[]).when("open https://a.kr/", &effects);
    let (outcome, _) = walked(&mut page, "", false).await;
    assert_eq!(failed(&outcome), (RunCode::AddressNotAllowed, "a.kr"));
}

#[tokio::test(start_paused = true)]
async fn a_download_is_one_whole_file_within_bounds() {
    let two: &[&[(&str, u64, bool)]] = &[&[], &[("a", 1, false), ("b", 1, false)]];
    // The second begins when the first has come whole, and also one that never ends is a second one.
    let late: &[&[(&str, u64, bool)]] = &[
        &[],
        &[("a", 1, false)],
        &[("a", 1, false)],
        &[("a", 1, false)],
        &[("a", 1, false)],
        &[("a", 1, false), ("b.crdownload", 1, true)],
        &[("a", 1, false), ("b", 1, false)],
    ];
    let (unfinished, _) = late.split_at(6);
    let large: &[&[(&str, u64, bool)]] = &[&[], &[("a.crdownload", 1_001, true)]];
    let never: &[&[(&str, u64, bool)]] = &[&[], &[("a.crdownload", 1, true)]];
    for (files, code, detail) in [
        (two, RunCode::FailedStep, "2 files came instead of one"),
        (late, RunCode::FailedStep, "2 files came instead of one"),
        (unfinished, RunCode::FailedStep, "2 files came instead of one"),
        (large, RunCode::TooLarge, "more than 1000 bytes"),
        (never, RunCode::Timeout, "no whole file came"),
    ] {
        let mut page = PaperPage::showing(&[("#get", "")]).bringing(files);
        let (outcome, _) = walked(&mut page, "", false).await;
        assert_eq!(failed(&outcome), (code, detail));
    }
    let mut page = PaperPage::showing(&[("#get", "")]).when("click #get", &[Effect::Dialog("자료가 없습니다")]);
    let (outcome, _) = walked(&mut page, "", false).await;
    assert_eq!(
        failed(&outcome),
        (RunCode::FailedStep, "a dialog is open: 자료가 없습니다")
    );
}

#[tokio::test(start_paused = true)]
async fn a_value_that_nobody_knows_fails_its_step() {
    let mut page = PaperPage::showing(&[("#a", "")]);
    let (outcome, _) = walked(&mut page, "[[steps]]\nfill = \"#a\"\nwith = \"{saleStart}\"", false).await;
    let expected = "{saleStart}: the production has no first day of sale";
    assert_eq!(failed(&outcome), (RunCode::FailedStep, expected));
    let (outcome, _) = walked(&mut page, "[[steps]]\nfill = \"#a\"\nwith = \"{secret.OTHER}\"", false).await;
    assert_eq!(failed(&outcome).0, RunCode::SecretMissing);
}

#[tokio::test(start_paused = true)]
async fn steps_leave_the_site_time() {
    let mut page = PaperPage::showing(&[("#a", ""), ("#get", "")]).bringing(ONE_FILE);
    let begun = tokio::time::Instant::now();
    walked(&mut page, &"[[steps]]\nclick = \"#a\"\n".repeat(10), false).await;
    assert!(begun.elapsed() >= Duration::from_millis(11 * 300));
}

#[tokio::test(start_paused = true)]
async fn a_walk_that_is_dropped_leaves_its_steps() {
    let recipe = read(
        "title = \"x\"\nhosts = [\"a.kr\"]\n[[steps]]\nopen = \"https://a.kr/\"\n[[steps]]\ndownload = \"#never\"\n",
    )
    .unwrap();
    let (values, secrets, masker) = (Values::default(), BTreeMap::new(), Masker::default());
    let host: HostRule = "a.kr".parse().unwrap();
    let hosts = WalkHosts::new(AddressRules::new(vec![host.clone()], Vec::new()), &[host]);
    let plan = |step_pause| Plan {
        recipe: &recipe,
        values: &values,
        secrets: &secrets,
        hosts: &hosts,
        masker: &masker,
        step_pause,
        file_bytes: 1,
        is_dry: false,
    };
    // At work, half of the time in the pause before it, and in that pause.
    for (pause_s, took_ms) in [(0, 5_000), (3, 2_000), (9, 5_000)] {
        let plan = plan(Duration::from_secs(pause_s));
        let mut page = PaperPage::showing(&[]);
        let mut journal = Journal::default();
        let ended = tokio::time::timeout(Duration::from_secs(5), walk(&plan, &mut page, &mut journal)).await;
        assert!(ended.is_err());
        journal.interrupt(Some("5 s".to_owned()));
        let steps = journal.into_steps();
        assert_eq!(steps.len(), 2, "{pause_s} s");
        assert_eq!(steps[0].step.state, StepState::Done);
        assert_eq!(
            (steps[1].step.state, steps[1].step.took_ms),
            (StepState::Failed, took_ms)
        );
        assert_eq!(steps[1].step.detail.as_deref(), Some("5 s"));
    }
}

#[test]
fn a_detail_is_one_line_without_control_characters() {
    let masker = Masker::new([&Secret::new("hush-hush")]);
    let detail = plain(&masker, "the page says\n\t 'a\0b\u{7}'  hush-hush");
    assert_eq!(detail, format!("the page says 'a b ' {}", domain::collection::MASK));
}
