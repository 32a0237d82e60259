//! Every setting, once: `.env.example` and the tables of the READMEs are printed from here, and reading checks by it.

/// One environment variable.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    pub(crate) name: &'static str,
    pub(crate) default: Absent,
    /// A value for `.env.example`, where the default is none.
    pub(crate) example: &'static str,
    pub(crate) form: Form,
    /// What it does.
    pub(crate) about: Words,
}

/// The same in English and in Korean.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    pub(crate) en: &'static str,
    pub(crate) ko: &'static str,
}

/// What holds while a setting is not set.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Absent {
    /// This value.
    Value(&'static str),
    /// What the words say.
    Described(Words),
}

/// Which values a setting may have.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    /// Whatever its reader makes of it.
    Text,
    /// A whole number in these bounds.
    Number { least: u64, most: u64 },
    /// One of these words.
    Choice(&'static [&'static str]),
}

/// Settings that belong together.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) title: &'static str,
    pub(crate) settings: &'static [Setting],
}

const fn words(en: &'static str, ko: &'static str) -> Words {
    Words { en, ko }
}

const NONE: Words = words("none", "없음");
const BY_MACHINE: Words = words("by the machine", "컴퓨터에 맞춤");

impl Setting {
    /// A text without a default.
    const fn text(name: &'static str, en: &'static str, ko: &'static str) -> Self {
        Self {
            name,
            default: Absent::Described(NONE),
            example: "",
            form: Form::Text,
            about: words(en, ko),
        }
    }

    /// A number in bounds.
    const fn number(name: &'static str, (least, most): (u64, u64), en: &'static str, ko: &'static str) -> Self {
        let form = Form::Number { least, most };
        Self {
            form,
            ..Self::text(name, en, ko)
        }
    }

    /// A number that [`Capacity`](super::Capacity) chooses where it is not set; `example` is for two cores.
    const fn capacity(
        name: &'static str,
        example: &'static str,
        bounds: (u64, u64),
        en: &'static str,
        ko: &'static str,
    ) -> Self {
        Self::number(name, bounds, en, ko)
            .described(BY_MACHINE)
            .example(example)
    }

    /// One of some words.
    const fn choice(name: &'static str, choices: &'static [&'static str], en: &'static str, ko: &'static str) -> Self {
        let form = Form::Choice(choices);
        Self {
            form,
            ..Self::text(name, en, ko)
        }
    }

    const fn default(self, value: &'static str) -> Self {
        let default = Absent::Value(value);
        Self { default, ..self }
    }

    const fn described(self, default: Words) -> Self {
        let default = Absent::Described(default);
        Self { default, ..self }
    }

    const fn example(self, example: &'static str) -> Self {
        Self { example, ..self }
    }
}

/// Bytes, rows, characters: any number will do.
pub(super) const ANY: (u64, u64) = (1, u32::MAX as u64);
pub(super) const PORTS: (u64, u64) = (0, u16::MAX as u64);

/// Every setting.
pub(crate) const SECTIONS: &[Section] = &[
    Section {
        title: "Database: a PostgreSQL server of your own",
        settings: &[
            Setting::text(
                "DATABASE_URL",
                "a PostgreSQL server (14 or newer) of yours. With `?sslmode=require` or `verify-full` connections are \
                 encrypted; the program must be built with `--features postgres-tls`, as the image is. `verify-full` \
                 trusts the authorities of the system, or those of `&sslrootcert=/path/of/ca.pem`",
                "따로 둔 PostgreSQL 서버(14 이상). `?sslmode=require`나 `verify-full`이면 접속을 암호화합니다. 프로그램을 도커 \
                 이미지처럼 `--features postgres-tls`로 빌드해야 합니다. `verify-full`은 시스템이나 \
                 `&sslrootcert=/path/of/ca.pem`의 인증 기관을 믿습니다",
            )
            .example("postgres://fullhouse:secret@db.example.com:5432/fullhouse"),
            Setting::text(
                "DATABASE_READ_URLS",
                "replicas of it (streaming replication), separated by commas: reports are read from one that is as new as they \
                 must be, else from the server itself. A replica may lag, stop or be promoted meanwhile. A comma in a URL is \
                 written `%2C`",
                "그 서버의 읽기 복제본(스트리밍 복제), 쉼표로 나눕니다. 보고서가 갖춰야 할 변경까지 따라온 복제본에서 읽고, 없으면 원래 \
                 서버에서 읽습니다. 복제본이 뒤처지거나 멈추거나 승격되어도 괜찮습니다. URL 안의 쉼표는 `%2C`로 씁니다",
            )
            .example("postgres://fullhouse:secret@replica.example.com:5432/fullhouse"),
            Setting::text(
                "POSTGRES_HOST",
                "its parts, where `DATABASE_URL` is not set; any one of them is enough. A host that begins with `/` is \
                 the folder of a socket. Connections are not encrypted",
                "`DATABASE_URL`이 없을 때 그 조각들. 하나만 있어도 됩니다. `/`로 시작하는 호스트는 소켓 폴더입니다. 접속은 암호화되지 \
                 않습니다",
            )
            .default("localhost"),
            Setting::number("POSTGRES_PORT", PORTS, "its port", "포트").default("5432"),
            Setting::text("POSTGRES_USER", "the role to connect as", "접속하는 역할").default("fullhouse"),
            Setting::text("POSTGRES_PASSWORD", "the password of the role", "그 역할의 비밀번호").example("secret"),
            Setting::text("POSTGRES_DB", "the database", "데이터베이스")
                .described(words("the user's name", "사용자 이름"))
                .example("fullhouse"),
        ],
    },
    Section {
        title: "Database: with none of the above, the program runs its own in data/postgres",
        settings: &[
            Setting::number(
                "EMBEDDED_POSTGRES_PORT",
                PORTS,
                "opens the embedded database on 127.0.0.1 for DBeaver and BI tools: database `fullhouse`, role \
                 `reader`, which reads schema `report` and nothing else. Needs the password",
                "내장 데이터베이스를 DBeaver와 BI 도구에 127.0.0.1로 엽니다. 데이터베이스 `fullhouse`, 역할 `reader`이며 스키마 \
                 `report`만 읽습니다. 아래 비밀번호가 있어야 합니다",
            )
            .example("1377"),
            Setting::text(
                "EMBEDDED_POSTGRES_PASSWORD",
                "password of its role `reader`",
                "`reader` 역할의 비밀번호",
            )
            .example("change-me"),
            Setting::text(
                "PG_BIN_DIR",
                "the folder with `initdb` and `postgres` for the embedded database",
                "내장 데이터베이스에 쓸 `initdb`와 `postgres`가 있는 폴더",
            )
            .described(words("found by itself", "스스로 찾음"))
            .example("/usr/lib/postgresql/15/bin"),
        ],
    },
    Section {
        title: "Server",
        settings: &[
            Setting::choice(
                "MODE",
                &["DEV", "PROD"],
                "`PROD` listens on all interfaces, makes cookies secure (TLS is the business of a proxy in front), and \
                 does not start without somebody who can sign in",
                "`PROD`는 모든 인터페이스에서 접속을 받고 쿠키를 안전하게 하며(TLS는 앞에 둔 프록시의 몫), 로그인할 사람이 없으면 \
                 시작하지 않습니다",
            )
            .default("DEV"),
            Setting::text("HOST", "the address where the API listens", "API를 여는 주소")
                .described(words("`127.0.0.1`, in `PROD` `0.0.0.0`", "`127.0.0.1`, `PROD`에서는 `0.0.0.0`"))
                .example("127.0.0.1"),
            Setting::number("PORT", PORTS, "its port; 0: any that is free", "포트. 0이면 비어 있는 아무 포트").default("3001"),
            Setting::text(
                "PUBLIC_URL",
                "the address that users reach the server by: the origin of cookies, the beginning of links",
                "사용자가 접속하는 주소. 쿠키의 출처와 링크의 시작이 됩니다",
            )
            .described(words(
                "the host of the request; needed to serve with `MODE=PROD`",
                "요청의 호스트. `MODE=PROD`로 서비스하려면 필요",
            ))
            .example("https://sales.example.com"),
            Setting::text(
                "ALLOWED_ORIGINS",
                "other origins that may read answers and send cookies, separated by commas",
                "답을 읽고 쿠키를 보낼 수 있는 다른 출처, 쉼표로 나눕니다",
            )
            .example("https://office.example.com"),
            Setting::text(
                "TRUSTED_PROXIES",
                "addresses and networks of proxies whose `X-Forwarded-For` counts, separated by commas. Name yours: \
                 otherwise everybody counts as one network, with 256 connections and one count of failed sign-ins",
                "`X-Forwarded-For`를 믿을 프록시의 주소와 네트워크, 쉼표로 나눕니다. 넣지 않으면 모든 사람이 한 네트워크로 계산되어 \
                 연결 256개와 로그인 실패 횟수를 함께 씁니다",
            )
            .example("127.0.0.1,10.0.0.0/8"),
            Setting::text(
                "METRICS_TOKEN",
                "by this token Prometheus may read `/metrics`, besides admins; at least 16 characters",
                "관리자 말고도 이 토큰으로 Prometheus가 `/metrics`를 읽습니다. 16자 이상",
            ),
            Setting::text(
                "BOOTSTRAP_EMAIL",
                "the first owner (role `master`), made while there is none; needs the password. Remove both afterwards",
                "소유자가 없는 동안 만드는 첫 소유자(`master`). 비밀번호가 있어야 합니다. 만든 뒤에는 둘 다 지우세요",
            )
            .example("master@example.com"),
            Setting::text(
                "BOOTSTRAP_PASSWORD",
                "the first owner's password, of 10 to 200 characters; change it afterwards",
                "첫 소유자의 비밀번호, 10~200자. 나중에 바꾸세요",
            ),
            Setting::choice(
                "REQUIRE_SECOND_FACTOR",
                &["off", "admins"],
                "`admins`: owners and administrators must sign in with a second factor; whoever has none is let in only \
                 to set it up. Everybody may have one",
                "`admins`: 소유자와 관리자는 2단계 인증으로 로그인해야 합니다. 없는 사람은 설정만 할 수 있습니다. 쓰는 것은 누구나 할 \
                 수 있습니다",
            )
            .default("off"),
            Setting::text(
                "SLACK_HOSTS",
                "hosts besides `hooks.slack.com` that webhooks may be on: `host` or `host:port`, separated by commas. \
                 Webhooks of your own may be on them, too, also within the house",
                "`hooks.slack.com` 외에 웹훅을 둘 수 있는 호스트. `host`나 `host:port`, 쉼표로 나눕니다. 직접 만든 웹훅도, 내부망이라도, \
                 이 호스트에는 보냅니다",
            ),
            Setting::text(
                "EXTRA_HOLIDAYS",
                "public holidays beyond those that the program knows (Korea's, 2019 to 2032), separated by commas, each with or \
                 without a name: charts and calendars show them, forecasts reckon with them",
                "프로그램이 아는 공휴일(한국, 2019~2032년) 외의 날. 쉼표로 나누고 이름을 붙여도 됩니다. 차트와 달력에 나오고 예측에 쓰입니다",
            )
            .example("2027-05-06=임시공휴일,2029-10-04"),
            Setting::text(
                "UPLOAD_STORE",
                "folder of the original files, or `s3://bucket/prefix` of an object store, which the usual variables lead to \
                 (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`, `AWS_ENDPOINT_URL`); several servers share one",
                "원본 파일의 폴더, 또는 객체 저장소의 `s3://버킷/접두어`. 저장소는 흔히 쓰는 변수(`AWS_ACCESS_KEY_ID`, \
                 `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`, `AWS_ENDPOINT_URL`)로 찾습니다. 서버가 여럿이면 함께 씁니다",
            )
            .default("data/uploads"),
            Setting::number(
                "KEEP_SNAPSHOTS",
                // A century.
                (0, 36_500),
                "days for which every snapshot stays, at least 100, as 400; of older ones the last of each week and the current \
                 ones stay, and all originals. 0: every snapshot stays",
                "모든 스냅숏을 두는 날 수(100 이상, 예: 400). 그보다 오래된 것은 주마다 마지막 것과 지금 쓰는 것만 남기며, 원본은 모두 \
                 남습니다. 0이면 스냅숏을 모두 둡니다",
            )
            .default("0"),
        ],
    },
    Section {
        title: "Limits of workbooks",
        settings: &[
            Setting::number(
                "MAX_FILE_BYTES",
                // A quarter of the memory that an isolated reader gets: it has to hold the file beside its cells.
                (1, 128 * 1024 * 1024),
                "largest file; larger ones are 413",
                "파일 하나의 최대 크기. 넘으면 413",
            )
            .default("20971520"),
            Setting::number(
                "MAX_INFLATED_BYTES",
                ANY,
                "all parts of a workbook together, inflated; beyond this and what follows: `too_large`",
                "압축을 푼 파일 전체의 크기. 이것과 아래의 한도를 넘으면 `too_large`",
            )
            .default("268435456"),
            Setting::number(
                "MAX_SHARED_STRINGS_BYTES",
                ANY,
                "its table of texts, inflated",
                "압축을 푼 문자열 표의 크기",
            )
            .default("67108864"),
            Setting::number("MAX_ROWS", ANY, "rows of a sheet", "시트의 행").default("200000"),
            Setting::number("MAX_COLUMNS", ANY, "columns of a sheet", "시트의 열").default("500"),
            Setting::number("MAX_GRADE_COLUMNS", ANY, "columns of grades of a sheet", "시트의 등급 열").default("40"),
            Setting::number("MAX_CAST_COLUMNS", ANY, "columns of casts of a sheet", "시트의 캐스트 열").default("40"),
            Setting::number("MAX_CELL_CHARS", ANY, "characters of a cell", "셀 하나의 글자 수").default("32767"),
            Setting::number(
                "MAX_LINE_BYTES",
                ANY,
                "bytes of a line of CSV, as UTF-8",
                "CSV 한 줄의 바이트 수(UTF-8)",
            )
            .default("1048576"),
            Setting::number(
                "MAX_KEPT_BYTES",
                ANY,
                "what the rows of a workbook may take in memory, estimated",
                "파일 하나의 행이 메모리에서 차지하는 크기(어림)",
            )
            .default("25165824"),
        ],
    },
    Section {
        title: "Capacity: how much of the machine is used, chosen by its cores and memory where it is not set",
        settings: &[
            Setting::capacity(
                "DATABASE_CONNECTIONS",
                "8",
                (2, 1_000),
                "connections to the database, by itself up to 24 to the embedded one, which takes 40 in all, \
                 and up to 64 to one of yours; the queue of jobs has 4 more",
                "데이터베이스 연결 수. 정하지 않으면 내장 데이터베이스(모두 40개까지)에는 24개까지, \
                 따로 둔 것에는 64개까지. 작업 대기열이 4개를 더 씁니다",
            ),
            Setting::capacity(
                "SERVER_THREADS",
                "2",
                (1, 256),
                "threads that serve requests",
                "요청을 처리하는 스레드 수",
            ),
            Setting::capacity(
                "WORKBOOK_READERS",
                "2",
                (1, 256),
                "workbooks and lists that are read at a time, dry runs included",
                "한꺼번에 읽는 파일과 목록 수(미리 보기 포함)",
            ),
            Setting::capacity(
                "WORKBOOK_WRITERS",
                "2",
                (1, 256),
                "reports that are written as Excel files at a time",
                "한꺼번에 엑셀로 만드는 보고서 수",
            ),
            Setting::capacity(
                "PASSWORD_HASHES",
                "2",
                (2, 256),
                "passwords that are checked at a time, 12 MiB each",
                "한꺼번에 확인하는 비밀번호 수. 하나에 12 MiB",
            ),
            Setting::capacity(
                "WORKER_JOBS",
                "2",
                (1, 256),
                "uploads that a worker has in hand at a time",
                "워커가 한꺼번에 맡는 업로드 수",
            ),
            Setting::capacity(
                "EVENT_STREAMS",
                "1000",
                (1, 20_000),
                "open dashboards that hear of changes",
                "변경을 실시간으로 받는 화면 수",
            ),
        ],
    },
    Section {
        title: "Reports",
        settings: &[
            Setting::number(
                "REPORT_MEMORY_BYTES",
                (0, u64::MAX),
                "finished reports that are remembered until the data change, in bytes; 0: none",
                "자료가 바뀔 때까지 기억해 두는 보고서의 바이트 수. 0이면 기억하지 않습니다",
            )
            .default("33554432"),
        ],
    },
    Section {
        title: "Messages: what leaves the house, and comments on figures",
        settings: &[
            Setting::text(
                "SLACK_WEBHOOK_URL",
                "the company's incoming webhook on Slack; a production may have one of its own besides",
                "회사 Slack의 수신 웹훅. 공연마다 따로 더 둘 수 있습니다",
            ),
            Setting::text(
                "SMTP_HOST",
                "the server that mails are sent by; without one no mails are sent",
                "메일을 보낼 서버. 없으면 메일을 보내지 않습니다",
            )
            .example("smtp.example.com"),
            Setting::choice(
                "SMTP_ENCRYPTION",
                &["tls", "starttls", "none"],
                "`tls` from the first byte on, `starttls` before anything is told; `none` only for a server on this machine",
                "처음부터 `tls`, 내용을 보내기 전에 `starttls`. `none`은 같은 컴퓨터의 서버에만",
            )
            .default("starttls"),
            Setting::number(
                "SMTP_PORT",
                (1, u16::MAX as u64),
                "its port",
                "메일 서버의 포트",
            )
            .described(words(
                "465 with `tls`, 587 with `starttls`, 25 with `none`",
                "`tls`면 465, `starttls`면 587, `none`이면 25",
            ))
            .example("587"),
            Setting::text(
                "SMTP_USER",
                "the name to sign in to the mail server with; needs the password",
                "메일 서버에 로그인할 이름. 비밀번호가 있어야 합니다",
            ),
            Setting::text("SMTP_PASSWORD", "the password for it", "그 비밀번호"),
            Setting::text(
                "MAIL_FROM",
                "the sender of mails; needed with `SMTP_HOST`",
                "메일의 보낸 사람. `SMTP_HOST`를 넣으면 필요",
            )
            .example("office@example.com"),
            Setting::text(
                "OPENAI_API_KEY",
                "the key of a chat API as OpenAI has it: a language model then comments on messages. It gets figures and \
                 marketing notes, no names. Without a key comments follow from rules",
                "OpenAI 방식 채팅 API의 키. 언어 모델이 메시지에 의견을 붙입니다. 수치와 마케팅 메모만 보내고 이름은 보내지 않습니다. \
                 키가 없으면 정해진 규칙으로 의견을 붙입니다",
            ),
            Setting::text(
                "OPENAI_BASE_URL",
                "the address of that API",
                "그 API의 주소",
            )
            .default("https://api.openai.com/v1"),
            Setting::text("OPENAI_MODEL", "the model to ask", "물어볼 모델").default("gpt-4o-mini"),
        ],
    },
    Section {
        title: "Market",
        settings: &[
            Setting::text(
                "KOPIS_API_KEY",
                "the key of KOPIS's open API: with it the market is read, bookings of genres, ranks and openings. Without it nothing \
                 is fetched",
                "KOPIS 오픈 API 인증키. 있으면 장르별 예매, 순위, 개막 예정을 읽어 시장과 견줍니다. 없으면 아무것도 가져오지 않습니다",
            ),
            Setting::text("KOPIS_BASE_URL", "the address of that API", "그 API의 주소")
                .default("https://www.kopis.or.kr/openApi/restful/"),
            Setting::number(
                "KOPIS_DAILY_BUDGET",
                (1, 100_000),
                "how often KOPIS is asked on a day in Seoul at most",
                "KOPIS에 하루(서울)에 물어보는 최대 횟수",
            )
            .default("1000"),
            Setting::number(
                "KOPIS_PAUSE_MS",
                (0, 60_000),
                "how many milliseconds are left between two questions",
                "질문과 질문 사이에 두는 시간(밀리초)",
            )
            .default("300"),
            Setting::number(
                "KOPIS_HISTORY_DAYS",
                (31, 4_000),
                "how many days back bookings are read, a few more each day",
                "예매를 며칠 전까지 읽을지. 날마다 조금씩 거슬러 읽습니다",
            )
            .default("400"),
        ],
    },
    Section {
        title: "Backups",
        settings: &[
            Setting::text(
                "BACKUP_DIR",
                "where backups go that schedules make: a folder, which outlives this disk only on another one, or \
                 `s3://bucket/prefix` of an object store, reached as that of `UPLOAD_STORE`",
                "예약된 백업을 두는 곳. 폴더라면 다른 디스크에 두어야 이 디스크가 고장 나도 남습니다. 객체 저장소의 \
                 `s3://버킷/접두어`도 되며, 찾는 변수는 `UPLOAD_STORE`와 같습니다",
            )
            .default("data/backups"),
            Setting::text(
                "BACKUP_RECIPIENT",
                "a public key of `age` (`age1…`): backups are encrypted to it, and only who has its key reads them",
                "`age` 공개 키(`age1…`). 백업을 이 키로 암호화하며, 짝이 되는 키를 가진 사람만 읽을 수 있습니다",
            )
            .example("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"),
            Setting::text(
                "BACKUP_IDENTITY",
                "a file with that key, as `age-keygen` writes it: needed to restore what is encrypted, and to restore it on \
                 trial on Sundays. Without it only the files are checked",
                "`age-keygen`이 만든 그 키의 파일. 암호화된 백업을 복원하거나 일요일마다 시험 복원하는 데 필요합니다. 없으면 파일만 \
                 검사합니다",
            ),
        ],
    },
    Section {
        title: "Collection: figures that come by themselves, from what is named here and nowhere else",
        settings: &[
            Setting::text(
                "COLLECT_HOSTS",
                "hosts that sources may ask, separated by commas: `name`, `name:port`, `*.name` (what is below it), or a number; \
                 without a port 443, and 80 of plain `http`",
                "소스가 접속해도 되는 호스트, 쉼표로 나눕니다. `이름`, `이름:포트`, `*.이름`(그 아래), 또는 숫자 주소. 포트가 없으면 443, \
                 `http`는 80",
            )
            .example("share.example.com,*.partner.example.com"),
            Setting::text(
                "COLLECT_PRIVATE_NETWORKS",
                "networks of the house where such hosts may lie, separated by commas; all others must be of the whole Internet. \
                 Only here plain `http` is asked",
                "그 호스트가 있어도 되는 내부망, 쉼표로 나눕니다. 나머지는 모두 공인 주소여야 합니다. `http`는 여기서만 씁니다",
            )
            .example("192.168.0.0/24"),
            Setting::text(
                "COLLECT_FOLDERS",
                "folders that files are put into, `name=/path`, separated by commas; the server moves them to `done/` and \
                 `failed/` there",
                "파일을 넣는 폴더, `이름=/경로`, 쉼표로 나눕니다. 서버가 그 안의 `done/`과 `failed/`로 옮깁니다",
            )
            .example("inbox=/srv/fullhouse/inbox"),
            Setting::text(
                "COLLECT_SECRETS_DIR",
                "a folder whose files are secrets of sources, as systemd's credentials; beside variables \
                 `COLLECT_SECRET_<NAME>`. Names have letters `A-Z`, digits and `_`; read when they are used",
                "소스의 비밀 값이 파일로 들어 있는 폴더(systemd 자격 증명 등). 변수 `COLLECT_SECRET_<이름>`으로도 넣습니다. 이름은 `A-Z`, \
                 숫자, `_`이고, 쓸 때마다 읽습니다",
            )
            .example("/run/credentials/fullhouse.service"),
            Setting::text(
                "COLLECT_DIR",
                "folder where walks through sites work; what lies there is removed at the end of each",
                "사이트를 도는 동안 쓰는 폴더. 끝나면 지웁니다",
            )
            .default("data/collect"),
            Setting::number(
                "COLLECT_STABLE_S",
                (1, 3_600),
                "seconds that a file must be still before it is taken",
                "파일이 이만큼(초) 그대로 있어야 가져갑니다",
            )
            .default("10"),
            Setting::number(
                "COLLECT_RETRY_S",
                (1, 86_400),
                "seconds before a run that failed in passing is tried again; the second pause is four times as long",
                "잠깐 실패한 수집을 다시 하기까지의 초. 두 번째는 네 배",
            )
            .default("300"),
            Setting::number(
                "COLLECT_TIMEOUT_S",
                (1, 3_600),
                "seconds that an address may take in all",
                "주소 하나를 받는 데 걸려도 되는 전체 시간(초)",
            )
            .default("120"),
            Setting::number(
                "COLLECT_HOST_PAUSE_S",
                (0, 86_400),
                "seconds between two walks through one site, at least",
                "같은 사이트를 다시 돌기 전에 쉬는 초",
            )
            .default("60"),
        ],
    },
    Section {
        title: "Browser: walks through the sites of ticket agencies, for sources with a recipe",
        settings: &[
            Setting::text(
                "CHROMEDRIVER",
                "the driver of Chromium (on Debian: packages `chromium` and `chromium-driver`), where it is not found by itself",
                "Chromium 드라이버(데비안은 `chromium`, `chromium-driver` 패키지)의 경로. 저절로 찾지 못할 때만 씁니다",
            )
            .described(words("found", "찾음"))
            .example("/usr/bin/chromedriver"),
            Setting::text(
                "WEBDRIVER_URL",
                "a driver that runs elsewhere, with a browser of its own, and that sees `COLLECT_DIR` under the same path; \
                 for machines too small for a browser. Only on a network of yours: it is not encrypted",
                "다른 곳에서 도는 드라이버의 주소. 브라우저를 따로 갖고 `COLLECT_DIR`을 같은 경로로 봅니다. 메모리가 작은 컴퓨터에서 \
                 씁니다. 암호화하지 않으니 내부망에서만 쓰세요",
            )
            .example("http://browser:9515"),
            Setting::text(
                "BROWSER_PROXY_HOST",
                "the name or address by which a browser elsewhere reaches this machine: all that it loads comes through here",
                "다른 곳의 브라우저가 이 컴퓨터에 닿는 이름이나 주소. 브라우저가 받는 것은 모두 이 서버를 거칩니다",
            )
            .example("fullhouse"),
            Setting::number(
                "BROWSER_MAX_MB",
                (200, 16_384),
                "what all processes of the browser may take together; above that a run is ended. It is not started with \
                 less than half of that free",
                "브라우저의 모든 프로세스가 함께 쓸 수 있는 메모리. 넘으면 실행을 끝냅니다. 남은 메모리가 이 값의 절반보다 적으면 시작하지 \
                 않습니다",
            )
            .default("900"),
            Setting::choice(
                "BROWSER_NO_SANDBOX",
                &["false", "true"],
                "`true` where a container forbids the browser to confine itself. Pages are then held back by the proxy and the \
                 user alone",
                "컨테이너가 브라우저의 샌드박스를 막을 때만 `true`. 그때는 프록시와 사용자 권한만이 페이지를 막습니다",
            )
            .default("false"),
        ],
    },
    Section {
        title: "Worker",
        settings: &[
            Setting::number(
                "JOB_LEASE_MS",
                (1_000, 600_000),
                "how many milliseconds a worker may be silent before its uploads are given to another",
                "워커가 이 시간(밀리초)만큼 소식이 없으면 맡은 업로드를 다른 워커에 넘깁니다",
            )
            .default("20000"),
            Setting::number(
                "JOB_RETRY_MS",
                (10, 10_000),
                "milliseconds of pause after the first failed attempt to read an upload; each further one doubles it, \
                 up to 10 s",
                "업로드를 읽다 처음 실패한 뒤 쉬는 시간(밀리초). 다음부터 두 배씩, 최대 10초까지 늘어납니다",
            )
            .default("500"),
        ],
    },
    Section {
        title: "Log",
        settings: &[
            Setting::text(
                "LOG",
                "`error`, `warn`, `info`, `debug`, `trace`, or per module: `info,http_api=debug`",
                "`error`, `warn`, `info`, `debug`, `trace`, 또는 모듈별로 `info,http_api=debug`",
            )
            .described(words(
                "`info`; of `demo` and `upload` `warn`",
                "`info`. `demo`와 `upload`는 `warn`",
            ))
            .example("info"),
            Setting::choice(
                "LOG_FORMAT",
                &["pretty", "json"],
                "`json` for a log collector; the log goes to standard error, unless it has a file",
                "로그 수집기에는 `json`. 로그는 파일이 없으면 표준 오류로 나갑니다",
            )
            .default("pretty"),
            Setting::text(
                "LOG_FILE",
                "a file for the log, instead of standard error",
                "표준 오류 대신 로그를 쓸 파일",
            )
            .example("data/fullhouse.log"),
            Setting::number(
                "LOG_FILE_BYTES",
                (1_000, u64::MAX),
                "a file of the log that would become longer is set aside as `NAME.1`, that one as `NAME.2`, and so on",
                "로그 파일이 이보다 커지면 `이름.1`로 옮기고, 그 전 것은 `이름.2`로, 차례로 옮깁니다",
            )
            .default("10485760"),
            Setting::number(
                "LOG_FILES_KEPT",
                (0, 1_000),
                "how many of those are kept",
                "옮겨 둔 파일을 남기는 수",
            )
            .default("9"),
            Setting::number(
                "SLOW_REQUEST_MS",
                (1, 3_600_000),
                "requests that take longer, in milliseconds, are told in the log; what the client itself takes or asks to wait \
                 does not count",
                "이 시간(밀리초)보다 오래 걸린 요청은 로그에 남깁니다. 보내는 쪽이 쓴 시간과 기다려 달라고 한 시간은 빼고 잽니다",
            )
            .default("2000"),
            Setting::number(
                "SLOW_STATEMENT_MS",
                (1, 3_600_000),
                "the same of statements of the database; they are told without their values",
                "데이터베이스 문장도 마찬가지. 값은 빼고 남깁니다",
            )
            .default("500"),
        ],
    },
];

/// The setting of this name, which must be in the table.
pub(super) fn setting(name: &str) -> &'static Setting {
    let mut all = SECTIONS.iter().flat_map(|section| section.settings);
    all.find(|setting| setting.name == name)
        .unwrap_or_else(|| panic!("{name} is in the table of settings"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_unique_and_every_setting_is_explained_in_both_languages() {
        let mut names = BTreeSet::new();
        for setting in SECTIONS.iter().flat_map(|section| section.settings) {
            assert!(names.insert(setting.name), "{} stands twice", setting.name);
            let Words { en, ko } = setting.about;
            assert!(!en.is_empty() && !ko.is_ascii(), "{}", setting.name);
        }
    }
}
