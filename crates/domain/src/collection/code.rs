use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// Why a run ended as it did. Codes are stable: they are part of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RunCode {
    /// No connection, or one that broke off.
    Unreachable,
    /// It took too long.
    Timeout,
    /// The other server says that it fails (5xx).
    ServerError,
    /// The site forgot who was signed in.
    SessionLost,
    /// The browser ended by itself.
    BrowserCrashed,
    /// The browser took more memory than it may.
    BrowserMemory,
    /// The other server refuses the request (4xx).
    HttpError,
    /// A page came in place of a file: a link that needs signing in.
    WebPage,
    /// The answer is compressed though that was not asked for.
    EncodedAnswer,
    /// More bytes than a file may have.
    TooLarge,
    /// The folder is not there, or not mounted.
    FolderUnreachable,
    /// The folder cannot be written.
    FolderNotWritable,
    /// The site does not have what a step looks for.
    LayoutChanged,
    /// A step could not be done.
    FailedStep,
    /// Too little memory is free for a browser.
    NoMemory,
    /// There is no browser here.
    BrowserUnavailable,
    /// The configuration does not name the folder.
    FolderNotAllowed,
    /// The recipe does not hold any more, or is gone.
    RecipeInvalid,
    /// Links of this kind cannot be fetched.
    ShareLinkUnsupported,
    /// An arrival was refused, or its upload failed.
    WorkbookRejected,
    /// Every attempt ended with its server, or by a fault of our own.
    InternalError,
    /// The configuration does not name the host.
    HostNotAllowed,
    /// The host has an address that is not one of the whole Internet.
    AddressNotAllowed,
    /// The address would be asked without encryption.
    NotHttps,
    /// One redirect after the other.
    TooManyRedirects,
    /// The account was refused.
    LoginFailed,
    /// A secret is not there.
    SecretMissing,
    /// The site says no: a captcha, too many attempts, 403, 429.
    Blocked,
    /// Another run of the source was at work.
    SourceBusy,
    /// The source is stopped until a person acts.
    SourceStopped,
    /// The site of the source is left alone for a time.
    SourceBlocked,
    /// The account was used often enough within an hour.
    TooManyRuns,
}

/// What comes of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeClass {
    /// Tried again soon.
    Passing,
    /// Somebody should look; the next slot comes as usual.
    NeedsALook,
    /// Section 7 of the contract says no; told in the log as a warning.
    NotAllowed,
    /// An account could be locked: stopped until a person acts.
    Final,
    /// The host is left alone for a day.
    Blocked,
    /// Nothing was tried.
    Skipped,
}

impl RunCode {
    /// Every code.
    pub const ALL: [Self; 32] = [
        Self::Unreachable,
        Self::Timeout,
        Self::ServerError,
        Self::SessionLost,
        Self::BrowserCrashed,
        Self::BrowserMemory,
        Self::HttpError,
        Self::WebPage,
        Self::EncodedAnswer,
        Self::TooLarge,
        Self::FolderUnreachable,
        Self::FolderNotWritable,
        Self::LayoutChanged,
        Self::FailedStep,
        Self::NoMemory,
        Self::BrowserUnavailable,
        Self::FolderNotAllowed,
        Self::RecipeInvalid,
        Self::ShareLinkUnsupported,
        Self::WorkbookRejected,
        Self::InternalError,
        Self::HostNotAllowed,
        Self::AddressNotAllowed,
        Self::NotHttps,
        Self::TooManyRedirects,
        Self::LoginFailed,
        Self::SecretMissing,
        Self::Blocked,
        Self::SourceBusy,
        Self::SourceStopped,
        Self::SourceBlocked,
        Self::TooManyRuns,
    ];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Timeout => "timeout",
            Self::ServerError => "server_error",
            Self::SessionLost => "session_lost",
            Self::BrowserCrashed => "browser_crashed",
            Self::BrowserMemory => "browser_memory",
            Self::HttpError => "http_error",
            Self::WebPage => "web_page",
            Self::EncodedAnswer => "encoded_answer",
            Self::TooLarge => "too_large",
            Self::FolderUnreachable => "folder_unreachable",
            Self::FolderNotWritable => "folder_not_writable",
            Self::LayoutChanged => "layout_changed",
            Self::FailedStep => "failed_step",
            Self::NoMemory => "no_memory",
            Self::BrowserUnavailable => "browser_unavailable",
            Self::FolderNotAllowed => "folder_not_allowed",
            Self::RecipeInvalid => "recipe_invalid",
            Self::ShareLinkUnsupported => "share_link_unsupported",
            Self::WorkbookRejected => "workbook_rejected",
            Self::InternalError => "internal_error",
            Self::HostNotAllowed => "host_not_allowed",
            Self::AddressNotAllowed => "address_not_allowed",
            Self::NotHttps => "not_https",
            Self::TooManyRedirects => "too_many_redirects",
            Self::LoginFailed => "login_failed",
            Self::SecretMissing => "secret_missing",
            Self::Blocked => "blocked",
            Self::SourceBusy => "source_busy",
            Self::SourceStopped => "source_stopped",
            Self::SourceBlocked => "source_blocked",
            Self::TooManyRuns => "too_many_runs",
        }
    }

    /// What comes of it.
    pub fn class(self) -> CodeClass {
        match self {
            Self::Unreachable
            | Self::Timeout
            | Self::ServerError
            | Self::SessionLost
            | Self::BrowserCrashed
            | Self::BrowserMemory => CodeClass::Passing,
            Self::HttpError
            | Self::WebPage
            | Self::EncodedAnswer
            | Self::TooLarge
            | Self::FolderUnreachable
            | Self::FolderNotWritable
            | Self::LayoutChanged
            | Self::FailedStep
            | Self::NoMemory
            | Self::BrowserUnavailable
            | Self::FolderNotAllowed
            | Self::RecipeInvalid
            | Self::ShareLinkUnsupported
            | Self::WorkbookRejected
            | Self::InternalError => CodeClass::NeedsALook,
            Self::HostNotAllowed | Self::AddressNotAllowed | Self::NotHttps | Self::TooManyRedirects => {
                CodeClass::NotAllowed
            }
            Self::LoginFailed | Self::SecretMissing => CodeClass::Final,
            Self::Blocked => CodeClass::Blocked,
            Self::SourceBusy | Self::SourceStopped | Self::SourceBlocked | Self::TooManyRuns => CodeClass::Skipped,
        }
    }

    /// What happened, and what somebody should do, in Korean.
    pub fn message_ko(self) -> &'static str {
        match self {
            Self::Unreachable => "연결되지 않았거나 도중에 끊겼습니다. 잠시 뒤 다시 시도합니다.",
            Self::Timeout => "정해진 시간 안에 끝나지 않았습니다. 잠시 뒤 다시 시도합니다.",
            Self::ServerError => "상대 서버에 오류가 있습니다. 잠시 뒤 다시 시도합니다.",
            Self::SessionLost => "로그인이 풀렸습니다. 처음부터 다시 시도합니다.",
            Self::BrowserCrashed => "브라우저가 갑자기 끝났습니다. 잠시 뒤 다시 시도합니다.",
            Self::BrowserMemory => "브라우저가 정해진 메모리보다 많이 써서 멈췄습니다. 잠시 뒤 다시 시도합니다.",
            Self::HttpError => "상대 서버가 요청을 거절했습니다. 주소가 그대로인지 확인해 주세요.",
            Self::WebPage => {
                "파일 대신 웹 페이지가 왔습니다. 로그인이 필요한 링크일 수 있습니다. 링크가 있는 누구나 받을 수 있도록 공유해 주세요."
            }
            Self::EncodedAnswer => "압축된 답은 받지 않습니다. 파일을 그대로 보내는 주소를 적어 주세요.",
            Self::TooLarge => "파일이 받을 수 있는 크기보다 큽니다.",
            Self::FolderUnreachable => {
                "폴더를 찾을 수 없습니다. 공유 폴더가 연결되어 있는지 확인하고 [다시 시작]을 눌러 주세요."
            }
            Self::FolderNotWritable => "폴더에 쓸 수 없어 처리한 파일을 옮기지 못합니다. 폴더 권한을 확인해 주세요.",
            Self::LayoutChanged => "사이트 화면이 바뀌었습니다. 실패한 단계를 보고 레시피를 고쳐 주세요.",
            Self::FailedStep => "레시피의 한 단계를 마치지 못했습니다. 실패한 단계를 확인해 주세요.",
            Self::NoMemory => "남은 메모리가 모자라 브라우저를 시작하지 않았습니다.",
            Self::BrowserUnavailable => {
                "이 서버에는 브라우저가 없습니다. 서버 관리자에게 chromium 설치를 요청해 주세요."
            }
            Self::FolderNotAllowed => "서버 설정(COLLECT_FOLDERS)에 없는 폴더이거나 쓸 수 없는 경로입니다.",
            Self::RecipeInvalid => "레시피가 없거나 읽을 수 없습니다. 레시피를 확인해 주세요.",
            Self::ShareLinkUnsupported => {
                "개인용 OneDrive 공유 링크는 받을 수 없습니다. 폴더를 동기화하고 폴더 소스로 만들어 주세요."
            }
            Self::WorkbookRejected => "받은 파일에 오류가 있습니다. 파일의 검사 결과를 확인해 주세요.",
            Self::InternalError => "서버 안에서 끝내지 못했습니다. 서버 관리자에게 알려 주세요.",
            Self::HostNotAllowed => "서버 설정(COLLECT_HOSTS)에 없는 호스트입니다.",
            Self::AddressNotAllowed => "내부망 주소로 이어져 접속하지 않았습니다.",
            Self::NotHttps => "https 주소만 받습니다.",
            Self::TooManyRedirects => "다른 주소로 너무 여러 번 넘겨져 그만두었습니다.",
            Self::LoginFailed => {
                "로그인하지 못했습니다. 계정이 잠기지 않도록 멈췄습니다. 아이디와 비밀번호를 확인하고 [다시 시작]을 눌러 주세요."
            }
            Self::SecretMissing => "비밀 값이 서버 설정에 없습니다. 서버 관리자가 넣은 뒤 [다시 시작]을 눌러 주세요.",
            Self::Blocked => {
                "사이트가 접속을 막았습니다. 하루 동안 요청하지 않습니다. 그동안 직접 로그인해 확인해 주세요."
            }
            Self::SourceBusy => "이 소스의 다른 실행이 진행 중이어서 건너뛰었습니다.",
            Self::SourceStopped => "중지된 소스입니다. 원인을 고치고 [다시 시작]을 눌러 주세요.",
            Self::SourceBlocked => "사이트가 막아 쉬는 중입니다. 시간이 지나면 저절로 다시 시작합니다.",
            Self::TooManyRuns => "한 시간에 한 계정으로 로그인할 수 있는 횟수를 다 썼습니다.",
        }
    }

    /// What happened, and what somebody should do, in English.
    pub fn message_en(self) -> &'static str {
        match self {
            Self::Unreachable => "No connection, or it broke off. It is tried again soon.",
            Self::Timeout => "It took too long. It is tried again soon.",
            Self::ServerError => "The other server has an error. It is tried again soon.",
            Self::SessionLost => "The site ended the session. It is tried again from the beginning.",
            Self::BrowserCrashed => "The browser ended by itself. It is tried again soon.",
            Self::BrowserMemory => "The browser took more memory than it may, and was ended. It is tried again soon.",
            Self::HttpError => "The other server refused the request. See whether the address is still right.",
            Self::WebPage => {
                "A web page came instead of a file: the link may need signing in. Share it with everybody who has the link."
            }
            Self::EncodedAnswer => "Compressed answers are not taken. Use an address that sends the file as it is.",
            Self::TooLarge => "The file is larger than one may be.",
            Self::FolderUnreachable => {
                "The folder is not there. See whether the share is connected, then resume the source."
            }
            Self::FolderNotWritable => {
                "The folder cannot be written, so files that are done stay. See to its permissions."
            }
            Self::LayoutChanged => "The site has changed. Look at the failed step, and correct the recipe.",
            Self::FailedStep => "A step of the recipe could not be done. Look at the failed step.",
            Self::NoMemory => "Too little memory is free; the browser was not started.",
            Self::BrowserUnavailable => "This server has no browser. Ask whoever runs it to install chromium.",
            Self::FolderNotAllowed => {
                "The server's settings (COLLECT_FOLDERS) do not name the folder, or its path cannot be used."
            }
            Self::RecipeInvalid => "The recipe is gone or cannot be read.",
            Self::ShareLinkUnsupported => {
                "Share links of personal OneDrive cannot be fetched. Synchronise the folder, and make a source of it."
            }
            Self::WorkbookRejected => "The file that came has errors. See its findings.",
            Self::InternalError => "The server could not finish it. Tell whoever runs it.",
            Self::HostNotAllowed => "The server's settings (COLLECT_HOSTS) do not name the host.",
            Self::AddressNotAllowed => "The host leads to an address of a private network; it was not asked.",
            Self::NotHttps => "Only https is asked.",
            Self::TooManyRedirects => "One redirect after the other; given up.",
            Self::LoginFailed => {
                "Signing in failed. Stopped, so that the account is not locked. Correct name and password, then resume."
            }
            Self::SecretMissing => "A secret is not in the server's settings. Resume once it is there.",
            Self::Blocked => "The site refuses us. It is left alone for a day. Sign in by hand meanwhile, and look.",
            Self::SourceBusy => "Another run of this source was at work; left out.",
            Self::SourceStopped => "The source is stopped. See to the cause, then resume it.",
            Self::SourceBlocked => "The site refused us and is left alone. It goes on by itself later.",
            Self::TooManyRuns => "The account was used as often as it may be within an hour.",
        }
    }
}

impl fmt::Display for RunCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text that is no code of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("no code of a run")]
pub struct InvalidRunCode;

impl FromStr for RunCode {
    type Err = InvalidRunCode;

    fn from_str(code: &str) -> Result<Self, InvalidRunCode> {
        let mut all = Self::ALL.into_iter();
        all.find(|known| known.code() == code).ok_or(InvalidRunCode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_written_and_read_alike_and_have_words() {
        for code in RunCode::ALL {
            assert_eq!(code.code().parse(), Ok(code));
            assert!(code.message_ko().ends_with('.'), "{code}");
            assert!(code.message_en().ends_with('.'), "{code}");
        }
        assert_eq!("fine".parse::<RunCode>(), Err(InvalidRunCode));
    }
}
