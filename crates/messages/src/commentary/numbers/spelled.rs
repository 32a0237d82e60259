//! Numbers that are spelled out. They are not read: a sentence that may have one is not taken.

/// What is a number, a multiple or a part wherever it stands.
const ANYWHERE: &[&str] = &[
    "절반",
    "반토막",
    "반 토막",
    "갑절",
    "곱절",
    "과반",
    "반값",
    "반감",
    "배증",
    "배로",
    "배가",
    "배나",
    "배 이상",
    "배에 달",
    "배 가까",
    "수십",
    "수백",
    "수천",
    "수만",
    "수억",
    "수조",
    "수배",
    "몇십",
    "몇백",
    "몇천",
    "몇만",
    "몇억",
    "영점",
    "소수점",
    "분의",
];
/// What is one at the beginning of a word.
const BEGINNINGS: &[&str] = &[
    "제로",
    "더블",
    "트리플",
    "열두",
    "열한",
    "열세",
    "열네",
    "열다섯",
    "스물",
    "스무",
    "서른",
    "마흔",
    "예순",
    "일흔",
    "여든",
    "아흔",
];
const DIGITS: &str = "영공일이삼사오육륙칠팔구";
const MULTIPLES: &str = "십백천만억조경";
/// What is counted or measured.
const COUNTERS: &[&str] = &[
    "원",
    "배",
    "%",
    "퍼센트",
    "프로",
    "포인트",
    "석",
    "좌석",
    "장",
    "명",
    "회",
    "매",
    "개월",
    "주",
    "위",
    "등",
    "차",
    "할",
    "건",
    "편",
    "곳",
    "번",
    "일",
    "인",
    "달러",
];
const NATIVE: &[&str] = &[
    "하나", "한", "두", "둘", "세", "셋", "네", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "쉰", "석", "넉",
];
const NATIVE_COUNTERS: &[&str] = &[
    "배", "번", "회", "명", "석", "장", "곳", "편", "주", "달", "개", "가지", "차례", "매", "사람", "시간", "좌석",
    "공연", "작품", "건", "프로", "자리", "날", "해", "팀", "쌍",
];
/// Words of everyday that begin like a number with what it counts, and are none.
const EVERYDAY: &[&str] = &[
    "구매",
    "사회",
    "구석",
    "사장",
    "일원",
    "오차",
    "사원",
    "이번",
    "일인",
    "이인",
    "사위",
    "구인",
    "일회성",
    "일등",
    "이등",
    "구조",
    "일조",
    "이만",
    "만일",
    "천만에",
    "사이",
    "일정",
    "이상",
    "이하",
    "일부",
    "이후",
    "일일",
    "이월",
    "한편",
    "한번",
    "두드러",
    "세부",
    "세일",
    "네이버",
    "열기",
    "한해서",
    "한정",
    "이어",
];

/// Whether the sentence may have a number in words.
pub(super) fn has_number(sentence: &str) -> bool {
    let has_word = ANYWHERE.iter().any(|word| sentence.contains(word));
    has_word || words(sentence).any(|(place, word)| is_number(word, &sentence[place..]))
}

/// Words, and where each begins.
fn words(sentence: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_letter = |c: char| matches!(c, '가'..='힣');
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + sentence[at..].find(is_letter)?;
        let length = sentence[start..]
            .find(|c| !is_letter(c))
            .unwrap_or(sentence.len() - start);
        at = start + length;
        Some((start, &sentence[start..at]))
    })
    // Units right behind digits were read with them.
    .filter(move |(place, _)| !sentence[..*place].ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a number may begin here, or stand within the word.
fn is_number(word: &str, from_here: &str) -> bool {
    let everyday = EVERYDAY.iter().filter(|everyday| word.starts_with(**everyday));
    if let Some(length) = everyday.map(|everyday| everyday.len()).max() {
        return has_multiple(&word[length..]);
    }
    let is_one = BEGINNINGS.iter().any(|number| word.starts_with(number));
    is_one || has_multiple(word) || has_counted(from_here) || has_native(from_here)
}

/// A digit before a multiple, or two multiples: `삼억`, `오천만`, `이십`.
fn has_multiple(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(2).any(|pair| {
        let is_first = DIGITS.contains(pair[0]) || MULTIPLES.contains(pair[0]) || matches!(pair[0], '수' | '몇');
        is_first && MULTIPLES.contains(pair[1])
    })
}

/// A digit or several, then what is counted: `삼 원`, `일이삼 석`.
fn has_counted(text: &str) -> bool {
    let digits = text
        .find(|c| !DIGITS.contains(c) && !MULTIPLES.contains(c))
        .unwrap_or(text.len());
    digits > 0 && begins_with_counter(text[digits..].trim_start())
}

/// Whether a counter follows, as a word or with a particle behind it: `매`, `매를`, but not `매출`.
fn begins_with_counter(text: &str) -> bool {
    let text = text.trim_start();
    COUNTERS
        .iter()
        .any(|counter| text.strip_prefix(counter).is_some_and(is_end_of_word))
}

fn is_end_of_word(rest: &str) -> bool {
    const PARTICLES: &str = "이가은는을를의에로으도만씩당째간까부보였입인나정밖남차마";
    rest.chars()
        .next()
        .is_none_or(|c| !matches!(c, '가'..='힣') || PARTICLES.contains(c))
}

/// `두 배`, `세 번`, `다섯 좌석`.
fn has_native(text: &str) -> bool {
    NATIVE.iter().any(|number| {
        let Some(rest) = text.strip_prefix(number) else {
            return false;
        };
        let is_alone = rest.starts_with(' ');
        let rest = rest.trim_start();
        // `한` and `네` begin many words; with a blank they count.
        let counts = is_alone || !matches!(*number, "한" | "네" | "세" | "두" | "석" | "열");
        let multiplied = rest.starts_with('배');
        (counts || multiplied) && NATIVE_COUNTERS.iter().any(|counter| rest.starts_with(counter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_noticed() {
        for sentence in [
            "매출이 삼억 원입니다.",
            "오천만원을 넘었습니다.",
            "이십 퍼센트 늘었습니다.",
            "두 배로 늘었습니다.",
            "두배 늘었습니다.",
            "절반으로 줄었습니다.",
            "세 번 매진되었습니다.",
            "다섯 작품이 올랐습니다.",
            "수천만 원이 남습니다.",
            "십이 퍼센트입니다.",
            "구십구 석이 남았습니다.",
            "열두 회가 남았습니다.",
            "백 석이 남았습니다.",
            "점유율은 팔 할입니다.",
            "삼분의 일입니다.",
            "만 원입니다.",
            "천 석이 남았습니다.",
            "칠 회 공연합니다.",
        ] {
            assert!(has_number(sentence), "{sentence}");
        }
    }

    #[test]
    fn words_of_everyday_are_no_numbers() {
        for sentence in [
            "지난주 구매가 늘어 이번 주 전망이 밝습니다.",
            "수익 구조가 나아지는 사이 일정이 이어집니다.",
            "점유율이 62.1%에서 70.3퍼센트로 올랐습니다.",
            "매출은 1억 2,345만 원으로 목표 이상입니다.",
            "홍보를 늘린 한편 판매도 올랐습니다.",
        ] {
            assert!(!has_number(sentence), "{sentence}");
        }
    }
}
