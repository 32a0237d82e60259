use std::sync::{Arc, Mutex};

use actix_web::test::TestRequest;
use domain::upload::Sha256;
use ports::driven::{IncomingFile, MockIncomingFile};
use sha2::Digest;

const BOUNDARY: &str = "fullhouse";

/// A multipart body, part by part.
#[derive(Default)]
pub(crate) struct Form {
    body: Vec<u8>,
    prefer: Option<&'static str>,
}

impl Form {
    /// One workbook and nothing else.
    pub(crate) fn workbook() -> Self {
        Self::default().file("20261119_PL2612_letter.xlsx", b"PK")
    }

    pub(crate) fn text(self, name: &str, value: &str) -> Self {
        self.part(&format!("name=\"{name}\""), value.as_bytes())
    }

    pub(crate) fn file(self, file_name: &str, bytes: &[u8]) -> Self {
        self.part(&format!("name=\"file\"; filename=\"{file_name}\""), bytes)
    }

    /// A part with its `Content-Disposition` as written.
    pub(crate) fn part(self, disposition: &str, bytes: &[u8]) -> Self {
        self.raw_part(disposition.as_bytes(), bytes)
    }

    /// The same, in whatever encoding.
    pub(crate) fn raw_part(mut self, disposition: &[u8], bytes: &[u8]) -> Self {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; ");
        for piece in [head.as_bytes(), disposition, b"\r\n\r\n", bytes, b"\r\n"] {
            self.body.extend_from_slice(piece);
        }
        self
    }

    pub(crate) fn prefer(mut self, prefer: &'static str) -> Self {
        self.prefer = Some(prefer);
        self
    }

    pub(crate) fn into_request(mut self) -> TestRequest {
        self.body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        self.into_broken_request()
    }

    /// To another path than that of uploads.
    pub(crate) fn to(self, path: &str) -> TestRequest {
        self.into_request().uri(path)
    }

    /// Put together by another program: the same parts between other boundaries.
    pub(crate) fn with_other_boundaries(mut self) -> TestRequest {
        let other = "another-boundary";
        self.body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let body = String::from_utf8(self.body).unwrap();
        TestRequest::post()
            .uri("/api/v1/uploads")
            .insert_header(("content-type", format!("multipart/form-data; boundary={other}")))
            .set_payload(body.replace(BOUNDARY, other))
    }

    /// Without the boundary that ends it.
    pub(crate) fn into_broken_request(self) -> TestRequest {
        let request = TestRequest::post()
            .uri("/api/v1/uploads")
            .insert_header(("content-type", format!("multipart/form-data; boundary={BOUNDARY}")))
            .set_payload(self.body);
        match self.prefer {
            Some(prefer) => request.insert_header(("prefer", prefer)),
            None => request,
        }
    }
}

/// A file that counts and keeps its bytes in memory.
pub(crate) fn received_file() -> Box<dyn IncomingFile> {
    let bytes = Arc::new(Mutex::new(Vec::new()));
    let (size, contents, hashed) = (Arc::clone(&bytes), Arc::clone(&bytes), Arc::clone(&bytes));
    let mut file = MockIncomingFile::new();
    file.expect_write().returning(move |chunk| {
        bytes.lock().unwrap().extend_from_slice(chunk);
        Ok(())
    });
    file.expect_size_bytes()
        .returning(move || size.lock().unwrap().len() as u64);
    file.expect_sha256()
        .returning(move || Sha256(sha2::Sha256::digest(hashed.lock().unwrap().as_slice()).into()));
    file.expect_contents()
        .returning(move || Ok(contents.lock().unwrap().clone()));
    Box::new(file)
}
