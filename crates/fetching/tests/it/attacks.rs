//! Whatever somebody types or a server answers: nothing reaches an address that is not allowed.

use domain::collection::RunCode;
use ports::driven::collection::{Fetched, Fetcher};

use crate::server::{Names, Said, Server, failure, fetcher, plain, with_secret};

/// A server that is allowed and sends on to whatever `?to=` says.
async fn forwarding() -> Server {
    Server::start("127.0.0.9", |head| {
        let line = head.lines().next().unwrap_or_default();
        match line.split("to=").nth(1) {
            Some(rest) => Said::redirect(rest.split(' ').next().unwrap_or_default()),
            None => Said::file(b"PK file"),
        }
    })
    .await
}

#[tokio::test]
async fn no_redirect_leads_into_the_house_however_it_is_written() {
    let canary = Server::start("127.0.0.1", |_| Said::file(b"PK secret")).await;
    let port = canary.address.port();
    let allowed = forwarding().await;
    let hosts = [
        allowed.address.to_string(),
        format!("localhost:{port}"),
        "localhost".to_owned(),
    ];
    for target in [
        format!("http://127.0.0.1:{port}/r"),
        format!("http://2130706433:{port}/r"),
        format!("http://0x7f000001:{port}/r"),
        format!("http://127.1:{port}/r"),
        format!("http://0177.0.0.1:{port}/r"),
        format!("http://[::1]:{port}/r"),
        format!("http://[::ffff:127.0.0.1]:{port}/r"),
        format!("http://0.0.0.0:{port}/r"),
        format!("http://localhost:{port}/r"),
        format!("http://localhost.:{port}/r"),
        format!("http://LOCALHOST:{port}/r"),
        format!("http://{}@127.0.0.1:{port}/r", allowed.address.ip()),
        format!("//127.0.0.1:{port}/r"),
        "http://169.254.169.254/latest/meta-data".to_owned(),
        "https://10.0.0.8/".to_owned(),
        "file:///etc/passwd".to_owned(),
        "gopher://127.0.0.1/".to_owned(),
    ] {
        let names = Names::of(&[&["127.0.0.1"]]);
        let failed = failure(&fetcher(&hosts, names), plain(&allowed.url(&format!("/x?to={target}")))).await;
        let refused = [RunCode::HostNotAllowed, RunCode::AddressNotAllowed, RunCode::NotHttps];
        assert!(refused.contains(&failed.code), "{target}: {failed}");
    }
    assert_eq!(canary.asked(), Vec::<String>::new());
}

#[tokio::test]
async fn a_redirect_may_be_written_in_the_letters_of_its_country() {
    let server = Server::start("127.0.0.9", |head| match head.split(' ').nth(1) {
        Some("/from") => Said::redirect("/판매.xlsx"),
        Some("/%ED%8C%90%EB%A7%A4.xlsx") => Said::file(b"PK there"),
        _ => Said::with("HTTP/1.1 404 Not Found", b""),
    })
    .await;
    let fetcher = fetcher(&[server.address.to_string()], Names::of(&[]));
    let came = fetcher.fetch(plain(&server.url("/from"))).await.unwrap();
    assert!(matches!(came, Fetched::File(file) if file.bytes == b"PK there"));
}

#[tokio::test]
async fn a_name_is_looked_up_once_and_every_address_of_it_counts() {
    let canary = Server::start("127.0.0.1", |_| Said::file(b"PK secret")).await;
    let allowed = Server::start("127.0.0.9", |_| Said::file(b"PK file")).await;
    let (there, here) = (allowed.address.port(), canary.address.port());
    let hosts = [format!("share.example:{there}"), format!("share.example:{here}")];
    let ask = |port, addresses: &[&[&str]]| {
        let fetcher = fetcher(&hosts, Names::of(addresses));
        async move { fetcher.fetch(plain(&format!("http://share.example:{port}/a"))).await }
    };
    // A second look-up would lead elsewhere: there is none.
    let came = ask(there, &[&["127.0.0.9"], &["127.0.0.1"]]).await.unwrap();
    assert!(matches!(came, Fetched::File(file) if file.bytes == b"PK file"));
    // One private address among others, also first or last.
    for addresses in [
        &["127.0.0.1"][..],
        &["127.0.0.9", "127.0.0.1"],
        &["127.0.0.1", "127.0.0.9"],
        &["93.184.216.34", "10.0.0.1"],
    ] {
        let failed = ask(here, &[addresses]).await.unwrap_err();
        assert_eq!(failed.code, RunCode::AddressNotAllowed, "{addresses:?}");
    }
    // A public one is asked by https only.
    let failed = ask(here, &[&["93.184.216.34"]]).await.unwrap_err();
    assert_eq!(failed.code, RunCode::NotHttps);
    assert_eq!(ask(there, &[]).await.unwrap_err().code, RunCode::Unreachable);
    assert_eq!(canary.asked().len(), 0);
}

#[tokio::test]
async fn a_host_that_nobody_named_is_not_even_looked_up() {
    let names = Names::of(&[&["127.0.0.9"]]);
    let fetcher = fetcher(&["share.example".to_owned()], names.clone());
    for url in [
        "http://other.example/a",
        "https://share.example:444/a",
        "https://share.example.evil.example/",
        "http://u:p@share.example/",
    ] {
        assert_eq!(
            failure(&fetcher, plain(url)).await.code,
            RunCode::HostNotAllowed,
            "{url}"
        );
    }
    assert_eq!(names.0.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_secret_goes_to_the_first_host_and_to_no_other() {
    let second = Server::start("127.0.0.9", |_| Said::file(b"PK second")).await;
    let to = second.url("/b");
    let first = Server::start("127.0.0.9", move |head| match head.split(' ').nth(1) {
        Some("/within") => Said::redirect("/file"),
        Some("/file") => Said::file(b"PK first"),
        _ => Said::redirect(&to),
    })
    .await;
    let fetcher = fetcher(&[first.address.to_string(), second.address.to_string()], Names::of(&[]));
    assert!(fetcher.fetch(with_secret(&first.url("/out"))).await.is_ok());
    assert!(fetcher.fetch(with_secret(&first.url("/within"))).await.is_ok());
    assert!(
        first
            .asked()
            .iter()
            .all(|head| head.to_lowercase().contains("x-token: s3cr3t-value"))
    );
    assert!(second.asked().iter().all(|head| !head.contains("s3cr3t-value")));
    assert_eq!((first.asked().len(), second.asked().len()), (3, 1));
}

#[tokio::test]
async fn an_account_is_refused_only_where_a_secret_was_sent() {
    let second = Server::start("127.0.0.9", |_| Said::with("HTTP/1.1 401 Unauthorized", b"")).await;
    let to = second.url("/b");
    let first = Server::start("127.0.0.9", move |_| Said::redirect(&to)).await;
    let fetcher = fetcher(&[first.address.to_string(), second.address.to_string()], Names::of(&[]));
    assert_eq!(
        failure(&fetcher, with_secret(&second.url("/"))).await.code,
        RunCode::LoginFailed
    );
    assert_eq!(
        failure(&fetcher, with_secret(&first.url("/"))).await.code,
        RunCode::HttpError
    );
}
