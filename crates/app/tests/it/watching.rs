//! What those see who watch a server: figures, its state, names of requests in the log, and what the doctor says.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread::JoinHandle;
use std::time::Duration;

use reqwest::Method;

use crate::support::{Book, Client, Site, answer, company, enter, until};

const TOKEN: &str = "0123456789abcdef-figures";

/// The figures, as Prometheus asks for them.
async fn figures(server: &Client) -> String {
    let answer = server.with_token(TOKEN).get("/metrics").await;
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.bytes));
    String::from_utf8(answer.bytes.clone()).unwrap()
}

#[tokio::test]
async fn figures_and_state_tell_what_happened() {
    let (site, season) = (Site::with(&[("METRICS_TOKEN", TOKEN)]), company(1));
    let mut server = site.serve().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    server.upload(&book.name, book.bytes).complete().await;
    let told = figures(&server).await;
    for line in [
        "fullhouse_database_up 1",
        "fullhouse_uploads{status=\"completed\"} 1",
        "fullhouse_uploads{status=\"failed\"} 0",
        "fullhouse_http_requests_total{method=\"POST\",route=\"/api/v1/uploads\",status=\"201\"} 1",
        "fullhouse_failed_within_a_day{work=\"job\"} 0",
    ] {
        assert!(told.lines().any(|told| told == line), "{line} in\n{told}");
    }
    let figure = |name: &str| -> f64 {
        let line = told.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap().trim().parse().unwrap()
    };
    assert!(figure("fullhouse_database_size_bytes") > 1e6);
    assert!(figure("fullhouse_originals_size_bytes") > 1e3);
    assert!(figure("fullhouse_disk_total_bytes{place=\"originals\"}") > 1e6);
    assert!(figure("process_resident_memory_bytes") > 1e6);

    // What a job brought is seen a moment before the job has ended.
    let state = until("the job to have ended", Duration::from_secs(20), async || {
        let state = server.get("/api/v1/system").await.expect(200);
        (state["queue"]["running"] == 0).then_some(state)
    })
    .await;
    assert_eq!(state["version"], env!("CARGO_PKG_VERSION"));
    assert!(state["originalsBytes"].as_u64().unwrap() > 1_000, "{state}");
    let disk = &state["disks"][0];
    assert_eq!(disk["place"], "originals");
    assert!(
        disk["bytesPerDay"].as_u64().unwrap() > 0 && disk["daysUntilFull"].is_u64(),
        "{state}"
    );
    assert_eq!(server.with_token(TOKEN).get("/api/v1/system").await.status, 401);
    assert!(server.stop().await.success());
    assert!(!server.log().contains(TOKEN));
}

#[tokio::test]
async fn a_message_that_was_given_up_is_a_figure_and_a_warning() {
    let site = Site::with(&[("METRICS_TOKEN", TOKEN)]);
    let server = site.serve().await;
    site.execute(
        "INSERT INTO apalis.jobs (id, job_type, job, status, attempts, max_attempts, run_at, done_at)
         VALUES ('1', 'import', '', 'Killed', 4, 4, now() - interval '1 hour', now())",
    )
    .await;
    let told = figures(&server).await;
    assert!(
        told.contains("fullhouse_failed_within_a_day{work=\"job\"} 1\n"),
        "{told}"
    );
    assert!(told.contains("fullhouse_jobs{status=\"failed\"} 1\n"), "{told}");
    let state = server.get("/api/v1/system").await.expect(200);
    let warnings = state["warnings"].as_array().unwrap();
    let failed = warnings.iter().find(|warning| warning["code"] == "jobs_failed");
    assert_eq!(failed.unwrap()["amount"], 1, "{state}");
}

#[tokio::test]
async fn what_is_slow_is_told_by_the_name_of_its_request() {
    let site = Site::with(&[("SLOW_REQUEST_MS", "1"), ("SLOW_STATEMENT_MS", "1")]);
    let mut server = site.serve().await;
    let named = |number: u32| {
        let request = server.request(Method::POST, "/api/v1/auth/login");
        let wrong = serde_json::json!({ "email": "nobody@example.com", "password": "wrong horse battery" });
        request.header("x-request-id", format!("slow-{number}")).json(&wrong)
    };
    // Hashing a password takes longer than a millisecond; so does some statement while the server starts.
    for number in 0..3 {
        let answered = answer(named(number)).await.unwrap();
        assert_eq!(answered.header("x-request-id"), format!("slow-{number}"));
        assert_eq!(answered.json()["requestId"], format!("slow-{number}"));
    }
    assert!(server.stop().await.success());
    let log = server.log();
    let line = |has: &str, of: &str| log.lines().any(|line| line.contains(has) && line.contains(of));
    assert!(line("A request was slow.", "request{id=\"slow-0\"}"), "{log}");
    assert!(line("route=\"/api/v1/auth/login\"", "status=401"), "{log}");
    assert!(line("A statement was slow.", "statement=\""), "{log}");
    assert!(
        !log.contains("nobody@example.com") && !log.contains("wrong horse"),
        "{log}"
    );
}

#[tokio::test]
async fn a_log_in_a_file_is_rotated_and_nothing_goes_to_standard_error() {
    let site = Site::new();
    let log = site.folder().join("log/fullhouse.log");
    std::fs::create_dir(log.parent().unwrap()).unwrap();
    let migrate = || {
        let mut program = site.program(&["migrate"]);
        program
            .variable("LOG_FILE", log.to_str().unwrap())
            .variable("LOG", "debug");
        program
            .variable("LOG_FILE_BYTES", "1000")
            .variable("LOG_FILES_KEPT", "2");
        program.run()
    };
    for _ in 0..40 {
        let ended = migrate();
        assert_eq!((ended.code(), ended.stderr()), (0, ""));
    }
    let written = std::fs::read_to_string(&log).unwrap();
    assert!(written.contains("The database is up to date."), "{written}");
    let mut names: Vec<_> = std::fs::read_dir(log.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["fullhouse.log", "fullhouse.log.1", "fullhouse.log.2"]);
    let nowhere = site.folder().join("nowhere/log");
    let mut program = site.program(&["migrate"]);
    program.variable("LOG_FILE", nowhere.to_str().unwrap());
    let ended = program.run();
    assert_eq!(ended.code(), 1);
    assert!(ended.stderr().contains("LOG_FILE cannot be"), "{}", ended.stderr());
}

#[tokio::test]
async fn a_program_beside_the_server_says_whether_it_can_work() {
    let site = Site::new();
    let mut server = site.serve().await;
    let port = server.base().rsplit(':').next().unwrap().to_owned();
    let ready = || {
        let mut program = site.program(&["ready"]);
        program.variable("PORT", &port);
        program.run()
    };
    let ended = ready();
    assert_eq!((ended.code(), ended.stderr()), (0, ""));
    assert!(ended.stdout().contains("\"database\":\"ok\""), "{}", ended.stdout());
    assert!(server.stop().await.success());
    until("nobody answers there any more", Duration::from_secs(10), async || {
        (ready().code() == 1).then_some(())
    })
    .await;
}

#[test]
fn the_doctor_finds_nothing_wrong_where_nothing_is() {
    let site = Site::new();
    assert_eq!(site.program(&["migrate"]).run().code(), 0);
    let ended = site.program(&["doctor"]).run();
    let told = ended.stdout();
    assert_eq!(ended.code(), 0, "{told}");
    for line in [
        "ok       configuration  can be read",
        "ok       database       is of this release",
        "ok       clock          agrees with the database's",
        "ok       slack          the company's webhook is not configured",
    ] {
        assert!(told.contains(line), "{line} in\n{told}");
    }
    assert!(told.contains("\nproblems: 0, "), "{told}");
    assert!(!site.store().exists(), "the doctor makes no folder");
}

/// What the doctor says with these variables, and its exit code.
fn doctor(site: &Site, variables: &[(&str, &str)]) -> (i32, String) {
    let mut program = site.program(&["doctor"]);
    for (name, value) in variables {
        program.variable(name, value);
    }
    let ended = program.run();
    (ended.code(), ended.stdout().to_owned())
}

/// An address where somebody gives one answer, and in the end what was asked there.
fn answering(answer: &'static str) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut head = [0; 2_000];
        let read = stream.read(&mut head).unwrap();
        stream.write_all(answer.as_bytes()).unwrap();
        String::from_utf8_lossy(&head[..read]).into_owned()
    });
    (address, asked)
}

#[test]
fn the_doctor_says_what_does_not_work_and_what_to_do() {
    let site = Site::new();
    let ill = |variables: &[(&str, &str)]| {
        let (code, told) = doctor(&site, variables);
        assert_eq!(code, 1, "{told}");
        told
    };
    let told = ill(&[("PORT", "many")]);
    assert!(told.contains("problem  configuration  PORT must be a number"), "{told}");
    let told = ill(&[("DATABASE_URL", "postgres://somebody:secret@127.0.0.1:9/nothing")]);
    assert!(told.contains("problem  database       cannot be reached"), "{told}");
    assert!(!told.contains("secret"), "{told}");
    let told = ill(&[("MODE", "PROD")]);
    assert!(told.contains("MODE=PROD needs PUBLIC_URL"), "{told}");
    let told = ill(&[("UPLOAD_STORE", "/dev/null/store")]);
    assert!(told.contains("problem  originals"), "{told}");
    // No night's backup would be made there, nor by the programs that are not here.
    let nowhere = site.folder().to_str().unwrap();
    let told = ill(&[("BACKUP_DIR", "/dev/null/backups"), ("PG_BIN_DIR", nowhere)]);
    assert!(told.contains("problem  backups        /dev/null/backups"), "{told}");
    assert!(told.contains("BACKUP_DIR"), "{told}");
    assert!(
        told.contains("problem  backups        the database needs pg_dump"),
        "{told}"
    );
    // Somebody refuses the key; nobody listens where mails go.
    let (model, asked) =
        answering("HTTP/1.1 401 Unauthorized\r\ndate: Mon, 06 Jul 2020 10:00:00 GMT\r\ncontent-length: 0\r\n\r\n");
    let told = ill(&[
        ("OPENAI_BASE_URL", &model),
        ("OPENAI_API_KEY", "a-secret-key"),
        ("SMTP_HOST", "127.0.0.1"),
        ("SMTP_PORT", "9"),
        ("SMTP_ENCRYPTION", "none"),
        ("MAIL_FROM", "office@example.com"),
    ]);
    let asked = asked.join().unwrap();
    assert!(
        asked.starts_with("GET /models ") && asked.contains("a-secret-key"),
        "{asked}"
    );
    assert!(told.contains("does not take the key (401"), "{told}");
    assert!(
        told.contains("problem  clock          differs from that of others"),
        "{told}"
    );
    assert!(
        told.contains("problem  mail           127.0.0.1:9 cannot be reached"),
        "{told}"
    );
    assert!(!told.contains("a-secret-key"), "{told}");
}

#[test]
fn the_doctor_says_what_a_proxy_leaves_out_and_whether_slack_answers() {
    let site = Site::new();
    let (public_url, at_proxy) = answering(
        "HTTP/1.1 200 OK\r\nx-request-id: r1\r\nx-arrived-with: forwarded-for=no; host=10.0.0.8:3001\r\n\
         content-length: 0\r\n\r\n",
    );
    let (slack, at_slack) = answering("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n");
    let webhook = format!("{slack}/services/a-secret-path");
    let hosts = slack.strip_prefix("http://").unwrap();
    let (code, told) = doctor(
        &site,
        &[
            ("PUBLIC_URL", &public_url),
            ("TRUSTED_PROXIES", "127.0.0.1"),
            ("SLACK_WEBHOOK_URL", &webhook),
            ("SLACK_HOSTS", hosts),
        ],
    );
    assert_eq!(code, 0, "{told}");
    let at_proxy = at_proxy.join().unwrap();
    assert!(at_proxy.starts_with("GET /healthz?doctor "), "{at_proxy}");
    // It answers, and nothing was posted.
    let at_slack = at_slack.join().unwrap();
    assert!(at_slack.starts_with("GET / "), "{at_slack}");
    for line in [
        format!("ok       proxy          {public_url} leads to Fullhouse; the proxy names requests itself"),
        "warning  proxy          requests arrive without X-Forwarded-For".to_owned(),
        format!("warning  proxy          requests to {public_url} arrive as if they were to '10.0.0.8:3001'"),
        format!("ok       slack          {slack} answers"),
    ] {
        assert!(told.contains(&line), "{line} in\n{told}");
    }
    assert!(!told.contains("a-secret-path"), "{told}");
}

#[test]
fn the_doctor_says_who_cannot_be_reached() {
    let site = Site::new();
    let (public_url, other) = answering("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n");
    let (code, told) = doctor(&site, &[("PUBLIC_URL", &public_url)]);
    other.join().unwrap();
    assert_eq!(code, 1, "{told}");
    let line = format!("problem  proxy          {public_url} answers 404 Not Found, and not as Fullhouse does");
    assert!(told.contains(&line), "{told}");
    let (code, told) = doctor(
        &site,
        &[
            ("PUBLIC_URL", "http://127.0.0.1:9"),
            ("SLACK_WEBHOOK_URL", "http://127.0.0.1:9/services/a-secret-path"),
            ("SLACK_HOSTS", "127.0.0.1:9"),
        ],
    );
    assert_eq!(code, 1, "{told}");
    for line in [
        "warning  proxy          http://127.0.0.1:9 cannot be reached from here",
        "problem  slack          http://127.0.0.1:9 cannot be reached",
    ] {
        assert!(told.contains(line), "{line} in\n{told}");
    }
    assert!(!told.contains("a-secret-path"), "{told}");
}

#[tokio::test]
async fn the_doctor_sees_through_a_server_that_it_asks() {
    let site = Site::new();
    let server = site.serve().await;
    let (place, public_url) = (site.clone(), server.base().to_owned());
    let asking = tokio::task::spawn_blocking(move || {
        let variables = [("PUBLIC_URL", public_url.as_str()), ("TRUSTED_PROXIES", "127.0.0.1")];
        doctor(&place, &variables)
    });
    let (code, told) = asking.await.unwrap();
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("leads to Fullhouse\n"), "{told}");
    assert!(told.contains("requests arrive without X-Forwarded-For"), "{told}");
    assert!(!told.contains("arrive as if"), "{told}");
}

#[test]
fn the_doctor_looks_at_the_database_that_it_would_run() {
    let site = Site::embedded(&[]);
    let ended = site.program(&["doctor"]).run();
    assert_eq!(ended.code(), 0, "{}", ended.stdout());
    assert!(
        ended.stdout().contains("ok       database       PostgreSQL"),
        "{}",
        ended.stdout()
    );
}
