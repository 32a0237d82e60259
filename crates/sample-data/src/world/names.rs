//! Invented titles, venues and people. None is meant to be a real one.

use rand::Rng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand_chacha::ChaCha8Rng;

pub(super) const MUSICALS: [&str; 6] = [
    "달빛 정류장",
    "유리 바다의 노래",
    "별을 깁는 재봉사",
    "마지막 등대의 왈츠",
    "붉은 지붕 아래",
    "바람개비 극장",
];
pub(super) const PLAYS: [&str; 6] = [
    "골목 끝 사진관",
    "새벽 세 시의 부엌",
    "초록 우산을 든 남자",
    "열세 번째 계단",
    "느린 우체통",
    "고래를 기다리며 걷다",
];
pub(super) const CONCERTS: [&str; 5] = [
    "별무리 라이브",
    "여름 끝 콘서트",
    "구름 위 오케스트라",
    "첫눈 어쿠스틱 나이트",
    "파도와 기타",
];

const STAGE_VENUES: [&str; 6] = [
    "은하수아트센터 대극장",
    "무지개극장",
    "대학로 물결소극장",
    "강바람아트홀",
    "솔숲문화회관 중극장",
    "새벽별극장 1관",
];
const CONCERT_VENUES: [&str; 4] = ["푸른섬아레나", "하늘못콘서트홀", "너른마당공연장", "은빛돔"];

const SURNAMES: [&str; 20] = [
    "구", "남", "도", "류", "명", "방", "변", "설", "엄", "여", "옥", "우", "위", "제", "진", "차", "탁", "표", "현",
    "홍",
];
const GIVEN_NAMES: [&str; 28] = [
    "가온", "다올", "라온", "마루", "한샘", "하람", "해든", "이든", "지안", "푸름", "한결", "늘솔", "누리", "다솜",
    "도담", "미르", "별하", "소담", "슬찬", "아람", "예온", "우람", "윤슬", "찬솔", "태오", "휘찬", "가람", "단오",
];

pub(super) const SALES_MARKETING: [&str; 8] = [
    "조기예매 20% 할인",
    "평일 마티네 30% 할인",
    "재관람 30% 할인",
    "수험생 40% 할인",
    "직장인 단체 할인",
    "커플 패키지",
    "굿즈 증정 회차",
    "카드사 제휴 할인",
];
pub(super) const PROMOTIONS: [&str; 8] = [
    "지하철 광고",
    "인스타그램 광고",
    "유튜브 하이라이트 공개",
    "라디오 출연",
    "예매처 메인 배너",
    "버스 외벽 광고",
    "프레스콜",
    "블로그 체험단",
];
pub(super) const OTHERS: [&str; 5] = [
    "언론 리뷰 게재",
    "배우 교체",
    "2차 티켓오픈",
    "경쟁작 개막",
    "폭우로 취소 증가",
];
pub(super) const MONTHS: [&str; 12] = [
    "신년 이벤트",
    "설 연휴",
    "개학, 단체 관람 문의 증가",
    "벚꽃 시즌",
    "가정의 달 패키지",
    "장마 대비 취소 규정 안내",
    "방학 시작",
    "휴가철, 평일 마티네 강화",
    "추석 연휴",
    "가을 축제와 일정 겹침",
    "수능 마케팅",
    "연말 패키지",
];

/// What staff write beside a sale day.
pub(super) const REMARKS: [&str; 5] = [
    "SNS 이벤트",
    "단체 예매",
    "2차 티켓오픈",
    "재관람 할인 시작",
    "조기예매 할인",
];

/// This many people of different names.
pub(super) fn people(rng: &mut ChaCha8Rng, count: usize) -> Vec<String> {
    let mut people: Vec<String> = Vec::with_capacity(count);
    while people.len() < count {
        let surname = SURNAMES[rng.random_range(0..SURNAMES.len())];
        let given = GIVEN_NAMES[rng.random_range(0..GIVEN_NAMES.len())];
        let name = format!("{surname}{given}");
        if !people.contains(&name) {
            people.push(name);
        }
    }
    people
}

/// The titles in another order.
pub(super) fn shuffled<const N: usize>(rng: &mut ChaCha8Rng, mut titles: [&'static str; N]) -> [&'static str; N] {
    titles.shuffle(rng);
    titles
}

/// A place to play.
pub(super) fn venue(rng: &mut ChaCha8Rng, stage: bool) -> String {
    let venues: &[&str] = if stage { &STAGE_VENUES } else { &CONCERT_VENUES };
    pick(rng, venues).to_owned()
}

/// One of these.
pub(super) fn pick<'a>(rng: &mut ChaCha8Rng, choices: &[&'a str]) -> &'a str {
    choices.choose(rng).copied().expect("there is something to choose from")
}
