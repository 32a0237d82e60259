//! What a file is that is no workbook.

macro_rules! file_kinds {
    ($($(#[doc = $doc:literal])+ $variant:ident = $code:literal, $ko:literal, $en:literal;)+) => {
        /// A kind of file that people send in place of a workbook.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum FileKind { $($(#[doc = $doc])+ $variant,)+ }

        impl FileKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable word for it: the `value` of a finding `not_a_workbook`.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// What it is and what to do, in Korean.
            pub(super) fn message_ko(self) -> &'static str {
                match self { $(Self::$variant => $ko,)+ }
            }

            /// What it is and what to do, in English.
            pub(super) fn message_en(self) -> &'static str {
                match self { $(Self::$variant => $en,)+ }
            }
        }
    };
}

file_kinds! {
    /// No byte at all.
    Empty = "empty",
        "빈 파일입니다. 엑셀에서 저장한 파일인지 확인하고 다시 올려 주세요.",
        "The file is empty. Save the workbook in Excel and upload it again.";
    /// An HTML page or table, often with the ending `.xls`.
    WebPage = "web_page",
        "엑셀 파일이 아니라 웹 페이지(HTML)입니다. 엑셀에서 열어 ‘Excel 통합 문서(.xlsx)’로 저장한 뒤 다시 올려 주세요.",
        "The file is a web page (HTML), not a workbook. Open it in Excel, save it as Excel Workbook (.xlsx), and upload that.";
    /// XML of Excel 2003.
    SpreadsheetXml = "spreadsheet_xml",
        "Excel 2003 XML 형식입니다. 엑셀에서 열어 ‘Excel 통합 문서(.xlsx)’로 저장한 뒤 다시 올려 주세요.",
        "The file is XML of Excel 2003. Open it in Excel, save it as Excel Workbook (.xlsx), and upload that.";
    /// A web archive.
    WebArchive = "web_archive",
        "엑셀 파일이 아니라 웹 보관 파일(MHTML)입니다. 엑셀에서 열어 ‘Excel 통합 문서(.xlsx)’로 저장한 뒤 다시 올려 주세요.",
        "The file is a web archive (MHTML). Open it in Excel, save it as Excel Workbook (.xlsx), and upload that.";
    /// A PDF document.
    Pdf = "pdf",
        "PDF 문서입니다. 숫자가 들어 있는 엑셀 파일을 올려 주세요.",
        "The file is a PDF document. Upload the workbook that it was made from.";
    /// A picture.
    Picture = "picture",
        "사진이나 그림 파일입니다. 숫자가 들어 있는 엑셀 파일을 올려 주세요.",
        "The file is a picture. Upload the workbook with the figures.";
    /// A document of Hancom Office (hwp, hwpx, cell).
    Hancom = "hancom",
        "한컴오피스 문서입니다. 한셀에서 ‘다른 이름으로 저장하기’로 .xlsx 파일을 만들어 올려 주세요.",
        "The file is a Hancom document. Save it as .xlsx in Hancom Cell and upload that.";
    /// A document under rights management.
    RightsManaged = "rights_managed",
        "문서 보안(DRM)이 걸린 파일입니다. 보안을 해제한 파일을 올려 주세요.",
        "The document is under rights management (DRM). Have the protection taken off and upload it again.";
    /// A text document or presentation of an office.
    OtherOffice = "other_office",
        "엑셀 통합 문서가 아닌 다른 오피스 문서입니다. 엑셀 파일을 올려 주세요.",
        "The file is another kind of office document, not a workbook. Upload the workbook.";
    /// A zip archive that holds no workbook.
    Archive = "archive",
        "압축 파일입니다. 압축을 푼 엑셀 파일을 올려 주세요.",
        "The file is an archive. Unpack it and upload the workbook.";
    /// A workbook that was cut short or changed on its way.
    Damaged = "damaged",
        "파일이 손상되었거나 끝까지 받아지지 않았습니다. 엑셀에서 열리는지 확인하고, 다시 내려받거나 저장한 뒤 올려 주세요.",
        "The file is damaged or cut short. See whether Excel opens it, download or save it again, and upload that.";
    /// Anything else.
    Unknown = "unknown",
        "엑셀 파일로 읽을 수 없습니다. 파일이 손상되었거나 다른 형식입니다. 엑셀에서 ‘Excel 통합 문서(.xlsx)’로 저장한 뒤 다시 올려 주세요.",
        "The file cannot be read as a workbook: it is damaged or of another kind. Save it in Excel as Excel Workbook (.xlsx) and upload that.";
}

impl FileKind {
    /// The kind with this word; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|kind| kind.code() == code).copied()
    }
}
