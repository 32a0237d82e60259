//! A ticket agency's site on loopback, and whoever must not be reached.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Collected, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::time::sleep;

pub(crate) const USER: &str = "haneul-partner";
pub(crate) const PASSWORD: &str = "sky&full<house>";
pub(crate) const FILE: &[u8] = b"PK\x03\x04 not a workbook, but bytes";

/// What the site does differently, and what it saw.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) has_captcha: bool,
    pub(crate) password: Option<&'static str>,
    /// An address that every page tries to reach.
    pub(crate) spied_on: Option<String>,
    pub(crate) seen: BTreeMap<String, usize>,
    pub(crate) agents: Vec<String>,
    pub(crate) last_search: Option<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct Site {
    pub(crate) port: u16,
    pub(crate) state: Arc<Mutex<State>>,
}

impl Site {
    /// On this address of loopback, and a port of its own.
    pub(crate) async fn open(address: &str) -> Self {
        let listener = TcpListener::bind((address, 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(Mutex::new(State::default()));
        let site = Self {
            port,
            state: Arc::clone(&state),
        };
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let state = Arc::clone(&state);
                tokio::spawn(async move {
                    let service = service_fn(move |request| answer(request, Arc::clone(&state)));
                    let _ = hyper::server::conn::http1::Builder::new()
                        .serve_connection(TokioIo::new(stream), service)
                        .await;
                });
            }
        });
        site
    }

    pub(crate) fn seen(&self, path: &str) -> usize {
        self.state.lock().unwrap().seen.get(path).copied().unwrap_or(0)
    }

    pub(crate) fn total(&self) -> usize {
        self.state.lock().unwrap().seen.values().sum()
    }
}

fn page(title: &str, body: &str, state: &State) -> Response<Full<Bytes>> {
    let spy = state.spied_on.as_ref().map_or_else(String::new, |there| {
        let socket = there.replacen("http", "ws", 1);
        format!(
            "<img src='{there}/img'><iframe src='{there}/frame' style='display:none'></iframe><script>fetch('{there}/fetch',{{mode:'no-cors'}}).catch(()=>0);\
             new WebSocket('{socket}/socket');navigator.sendBeacon('{there}/beacon','x');const p=new RTCPeerConnection({{iceServers:[{{urls:'stun:127.0.0.1:3478'}}]}});\
             p.createDataChannel('x');p.createOffer().then(o=>p.setLocalDescription(o))</script>"
        )
    });
    let html = format!(
        "<!DOCTYPE html><html lang=ko><meta charset=utf-8><title>{title}</title><body>{body}{spy}</body></html>"
    );
    let mut response = Response::new(Full::from(html));
    response
        .headers_mut()
        .insert("content-type", "text/html; charset=utf-8".parse().unwrap());
    response
}

fn to(place: &str) -> Response<Full<Bytes>> {
    Response::builder()
        .status(302)
        .header("location", place)
        .body(Full::default())
        .unwrap()
}

fn file(name: &str) -> Response<Full<Bytes>> {
    let disposition = format!("attachment; filename=\"sales.xlsx\"; filename*=UTF-8''{name}");
    Response::builder()
        .header(
            "content-type",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )
        .header("content-disposition", disposition)
        .body(Full::from(FILE))
        .unwrap()
}

/// Answers who gives a name and a password.
fn sign_in(form: &BTreeMap<String, String>, state: &mut State) -> Response<Full<Bytes>> {
    let password = state.password.unwrap_or(PASSWORD);
    let is_good = form.get("id").is_some_and(|id| id == USER) && form.get("pw").is_some_and(|pw| pw == password);
    if is_good {
        let mut response = to("/main");
        response.headers_mut().insert(
            "set-cookie",
            "SESSION=0123456789abcdef; HttpOnly; Path=/".parse().unwrap(),
        );
        response
    } else {
        *state.seen.entry("wrong".to_owned()).or_default() += 1;
        let id = form.get("id").cloned().unwrap_or_default();
        page(
            "로그인",
            &format!("<p class=login-error>{id}: 비밀번호가 다릅니다</p>"),
            state,
        )
    }
}

/// The form to sign in with.
fn login(state: &State) -> Response<Full<Bytes>> {
    let captcha = if state.has_captcha {
        "<div class=captcha-box>자동입력 방지문자 <input></div>"
    } else {
        ""
    };
    page(
        "로그인",
        &format!(
            "<form method=post><input type=hidden name=csrf value=csrf-4711-0815><template><input type=hidden value=csrf-4711-0815></template><label>아이디 <input id=user name=id></label>\
             <input id=pw name=pw type=password>{captcha}<button>로그인</button></form>\
             <script>setTimeout(()=>window.open('/popup','_blank','width=300,height=200'),50)</script>"
        ),
        state,
    )
}

/// More text than is taken; whoever asks for it gets a page that cuts no text.
fn long(state: &State) -> Response<Full<Bytes>> {
    page(
        "긴 글",
        "<a id=get href=/file>받기</a><p id=short>3건&nbsp;조회</p><p id=long></p>\
         <script>document.getElementById('long').textContent='x'.repeat(1e6)+'끝';const cut=String.prototype.slice;\
         if(location.search)String.prototype.slice=function(...a){return \
         this.length>1e6?this+'끝':cut.apply(this,a)}</script>",
        state,
    )
}

async fn answer(request: Request<Incoming>, state: Arc<Mutex<State>>) -> Result<Response<Full<Bytes>>, Infallible> {
    let (path, query) = (
        request.uri().path().to_owned(),
        request.uri().query().unwrap_or_default().to_owned(),
    );
    let is_post = request.method() == Method::POST;
    let header = |name: &str| {
        let value = request.headers().get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let (agent, cookie) = (header("user-agent"), header("cookie"));
    {
        let mut state = state.lock().unwrap();
        let key = if is_post { format!("POST {path}") } else { path.clone() };
        *state.seen.entry(key).or_default() += 1;
        if !state.agents.contains(&agent) {
            state.agents.push(agent);
        }
    }
    let body = request
        .into_body()
        .collect()
        .await
        .map(Collected::to_bytes)
        .unwrap_or_default();
    let form: BTreeMap<String, String> = url::form_urlencoded::parse(&body).into_owned().collect();
    if path == "/query" {
        sleep(Duration::from_millis(700)).await;
    }
    if path == "/file" && query == "late" {
        sleep(Duration::from_millis(1_200)).await;
    }
    let mut state = state.lock().unwrap();
    let is_signed_in = cookie.contains("SESSION=0123456789abcdef");
    Ok(match path.as_str() {
        "/login" if is_post => sign_in(&form, &mut state),
        "/login" => login(&state),
        "/popup" => page("광고", "<p>광고</p>", &state),
        "/main" | "/sales" | "/frame" | "/query" | "/excel" if !is_signed_in => to("/login?expired"),
        "/main" => page(
            "홈",
            &format!(
                "<style>#notice{{position:fixed;inset:0;background:#0008}}</style><header><span id=who>가온공연 ({USER}) 님</span></header>\
                 <div id=notice><button onclick=\"this.closest('#notice').remove()\">닫기</button></div>\
                 <a href=/sales id=menu onclick=\"return confirm('영업비밀이 있습니다')\">판매현황</a>"
            ),
            &state,
        ),
        "/sales" => page(
            "판매",
            &format!(
                "<header><b>haneul-</b><i>partner</i> {USER}</header><iframe id=work src=/frame width=900 height=500></iframe>"
            ),
            &state,
        ),
        "/frame" => page(
            "조회",
            "<form id=search onsubmit='return ask(event)'><select id=show><option value=''>선택하세요</option><option value=HN01> 달빛  정원 </option></select>\
             <input id=from><input id=to><button>조회</button></form><p id=loading style='display:none'>조회 중</p><p id=result></p>\
             <form method=post action=/excel><button id=excel style='display:none'>엑셀 다운로드</button></form>\
             <script>async function ask(e){e.preventDefault();loading.style.display='block';\
             const r=await fetch('/query?'+show.value+'&'+from.value+'&'+to.value);result.textContent=await r.text();loading.style.display='none';excel.style.display='block'}</script>",
            &state,
        ),
        "/query" => {
            state.last_search = Some(query);
            Response::new(Full::from("3건"))
        }
        "/excel" => file("20260301_HN01_%EB%8B%AC%EB%B9%9B.xlsx"),
        "/file" => file("a.xlsx"),
        "/one" => page("파일", "<a id=get href=/file>받기</a>", &state),
        "/two" => page(
            "파일",
            // Without `download` these were two navigations, of which the second calls off the first.
            "<button id=get onclick=\"for(const n of ['soon','late']){const a=document.createElement('a');a.href='/file?'+n;a.download='';document.body.append(a);a.click()}\">받기</button>",
            &state,
        ),
        "/hog" => page(
            "많이",
            "<script>const all=[];setInterval(()=>all.push(new Uint8Array(3e7).fill(7)),100)</script>",
            &state,
        ),
        "/alert" => page(
            "알림",
            "<button id=go onclick=\"alert('자료가 없습니다')\">조회</button>",
            &state,
        ),
        "/long" => long(&state),
        "/out" => page("밖", &format!("<a id=go href='{query}'>밖으로</a>"), &state),
        "/away" => to(&query),
        "/forbidden" => status(403, &state),
        "/broken" => status(503, &state),
        // The same picture, whether a secret is covered or not there at all.
        "/shown" => page("보임", &shown(&form_of(&query)), &state),
        _ => status(404, &state),
    })
}

fn form_of(query: &str) -> String {
    let mut pairs = url::form_urlencoded::parse(query.as_bytes());
    pairs
        .find(|(name, _)| name == "text")
        .map(|(_, text)| text.into_owned())
        .unwrap_or_default()
}

fn shown(text: &str) -> String {
    let (first, last) = text.split_at(text.len() / 2);
    format!(
        "<style>div{{width:600px;height:40px;transition:all 2s}}</style><div>{text}</div><div><b>{first}</b><i>{last}</i></div>\
         <input id=field value='{text}'><div id=host></div><script>host.attachShadow({{mode:'open'}}).innerHTML='<p style=\"width:500px;height:30px\">{text}</p>'</script>\
         <iframe width=400 height=80 srcdoc='<p style=\"width:300px;height:30px\">{text}</p>'></iframe>"
    )
}

fn status(code: u16, state: &State) -> Response<Full<Bytes>> {
    let mut response = page("오류", "<h1>오류</h1>", state);
    *response.status_mut() = code.try_into().unwrap();
    response
}
