//! What every field of the reports is called, and its unit: the glossary of the product.

use serde::Serialize;
use utoipa::ToSchema;

use Unit::{
    Count, Day, Flag, Grade as GradeCode, Id, Instant, Krw, Month, Names, Period, Rank, Ratio, Seats, Text, Week, Word,
};

/// A text in Korean and English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(
    /// Korean.
    pub &'static str,
    /// English.
    pub &'static str,
);

/// What the values of a column or parameter are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Whole won.
    Krw,
    /// A decimal of four places, where 1 is 100 %.
    Ratio,
    /// Seats or tickets.
    Seats,
    /// A whole number of performances or days.
    Count,
    /// A place in an order, from 1.
    Rank,
    /// The number of a marketing week.
    Week,
    /// `YYYY-MM-DD`.
    Day,
    /// `YYYY-MM`.
    Month,
    /// A day, a Monday or a month, as the parameter `grain` says.
    Period,
    /// Date and time in RFC 3339.
    Instant,
    /// True or false.
    Flag,
    /// One word of a few.
    Word,
    /// The code of a seat grade.
    Grade,
    /// A list of names.
    Names,
    /// Any text.
    Text,
    /// A UUID.
    Id,
}

/// How a figure is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Sense {
    /// As it stands.
    Plain,
    /// The gap between two figures, by its sign; between ratios in percentage points.
    Difference,
    /// How much more or less than before, in proportion.
    Change,
    /// Gain or loss.
    Balance,
    /// What was reached of what was due: behind below 1.
    Attainment,
    /// An amount per ticket, which matters to the won.
    Price,
}

/// A field has the same name, unit and sense wherever it occurs.
struct Field {
    name: &'static str,
    words: Words,
    unit: Unit,
    sense: Sense,
}

const fn field(name: &'static str, ko: &'static str, en: &'static str, unit: Unit) -> Field {
    Field {
        name,
        words: Words(ko, en),
        unit,
        sense: Sense::Plain,
    }
}

impl Field {
    const fn read_as(self, sense: Sense) -> Self {
        Self { sense, ..self }
    }
}

/// The words for a field, by the last part of its name.
const FIELDS: &[Field] = &[
    field("asOf", "조회 기준일", "As of", Day),
    field("lowThreshold", "저조 기준", "Low threshold", Ratio),
    field("grain", "단위", "Grain", Word),
    field("productionId", "공연 ID", "Production ID", Id),
    field("productionCode", "공연 코드", "Production code", Text),
    field("productionName", "공연", "Production", Text),
    field("category", "카테고리", "Category", Word),
    field("recordDate", "기준일", "Record date", Day),
    field("weekStart", "주 시작", "Week start", Day),
    field("weekEnd", "주 끝", "Week end", Day),
    field("targetShare", "목표 점유율", "Target share", Ratio),
    field("actualShare", "실제 점유율", "Actual share", Ratio),
    field("shareGap", "점유율 차이", "Share gap", Ratio).read_as(Sense::Difference),
    field("shareRatio", "점유율 달성률", "Share attainment", Ratio).read_as(Sense::Attainment),
    field("targetKrw", "목표 매출", "Target revenue", Krw),
    field("revenueKrw", "매출", "Revenue", Krw),
    field("targetGapKrw", "목표 대비", "Gap to target", Krw).read_as(Sense::Difference),
    field("targetRatio", "달성률", "Attainment", Ratio),
    field("previousRevenueKrw", "직전 매출", "Previous revenue", Krw),
    field("changeKrw", "증감", "Change", Krw).read_as(Sense::Difference),
    field("changeRatio", "증감률", "Change %", Ratio).read_as(Sense::Change),
    field("cast", "캐스트", "Cast", Names),
    field("performances", "회차 수", "Performances", Count),
    field("rank", "순위", "Rank", Rank),
    field("meanRevenueKrw", "회당 평균 매출", "Mean per performance", Krw),
    field("thisWeekStart", "이번 주 시작", "This week starts", Day),
    field("nextWeekStart", "다음 주 시작", "Next week starts", Day),
    field("nextWeekOccupancy", "다음 주 점유율", "Next week's occupancy", Ratio),
    field("startsAt", "공연 일시", "Starts at", Instant),
    field("depositShare", "예매 점유율", "Deposit share", Ratio),
    field("paidShare", "유료 점유율", "Paid share", Ratio),
    field("complimentaryShare", "초대 점유율", "Complimentary share", Ratio),
    field("unpaidShare", "유료−예매 차이", "Paid less deposit", Ratio),
    field("occupancy", "점유율", "Occupancy", Ratio),
    field("paidSeats", "유료 좌석", "Paid seats", Seats),
    field("complimentarySeats", "초대 좌석", "Complimentary seats", Seats),
    field("remainingSeats", "잔여석", "Remaining seats", Seats),
    field("paidSeatsByGrade", "등급별 유료", "Paid by grade", Seats),
    field(
        "complimentarySeatsByGrade",
        "등급별 초대",
        "Complimentary by grade",
        Seats,
    ),
    field("meanTicketPriceKrw", "평균 단가", "Mean ticket price", Krw).read_as(Sense::Price),
    field("week", "주", "Week", Word),
    field("low", "예매 저조", "Low occupancy", Flag),
    field("lastSaleDay", "최근 판매일", "Last sale day", Day),
    field(
        "lastSaleDayRevenueKrw",
        "최근 판매일 매출",
        "Last sale day revenue",
        Krw,
    ),
    field("previousSaleDay", "그 전 판매일", "Previous sale day", Day),
    field(
        "previousSaleDayRevenueKrw",
        "그 전 판매일 매출",
        "Previous sale day revenue",
        Krw,
    ),
    field("latestPerformanceDay", "최근 공연일", "Latest performance day", Day),
    field("latestOccupancy", "최근 점유율", "Latest occupancy", Ratio),
    field(
        "previousPerformanceDay",
        "그 전 공연일",
        "Previous performance day",
        Day,
    ),
    field("previousOccupancy", "그 전 점유율", "Previous occupancy", Ratio),
    field("occupancyChange", "점유율 변화", "Occupancy change", Ratio).read_as(Sense::Difference),
    field("playedPerformances", "공연한 회차", "Played", Count),
    field("playedRevenueKrw", "공연한 회차 매출", "Played revenue", Krw),
    field("playedMeanRevenueKrw", "공연한 회차 평균", "Played mean", Krw),
    field("toComePerformances", "예정 회차", "To come", Count),
    field("toComeRevenueKrw", "예정 회차 판매분", "To-come revenue", Krw),
    field("toComeMeanRevenueKrw", "예정 회차 평균", "To-come mean", Krw),
    field("projectedRevenueKrw", "예상 매출", "Projected revenue", Krw),
    field("breakEvenKrw", "손익분기점", "Break-even", Krw),
    field("projectedProfitKrw", "예상 손익", "Projected profit", Krw).read_as(Sense::Balance),
    field("reason", "계산할 수 없는 이유", "Why not", Word),
    field("month", "월", "Month", Month),
    field("note", "메모", "Note", Text),
    field("totalRevenueKrw", "누적 매출", "Total revenue", Krw),
    field("totalTargetKrw", "총목표", "Total target", Krw),
    field("totalRatio", "총달성률", "Total attainment", Ratio),
    field("recordDateRevenueKrw", "기준일 매출", "Record-date revenue", Krw),
    field("recordDateTargetKrw", "기준일 목표", "Record-date target", Krw),
    field("recordDateRatio", "기준일 달성률", "Record-date attainment", Ratio).read_as(Sense::Attainment),
    field("past", "지난 회차", "Past", Text),
    field("future", "앞으로 회차", "Future", Text),
    field("offeredSeats", "판매 가능 좌석", "Seats offered", Seats),
    field("paidRatio", "유료 판매율", "Paid ratio", Ratio),
    field("day", "날짜", "Day", Day),
    field("seats", "좌석", "Seats", Seats),
    field("salesMarketing", "세일즈 마케팅", "Sales marketing", Text),
    field("promotion", "프로모션", "Promotion", Text),
    field("other", "기타", "Other", Text),
    field("yesterday", "어제", "Yesterday", Day),
    field("yesterdayRevenueKrw", "어제 매출", "Yesterday's revenue", Krw),
    field("sevenDayRevenueKrw", "최근 7일 매출", "7-day revenue", Krw),
    field("sevenDayMeanRevenueKrw", "7일 하루 평균", "7-day daily mean", Krw),
    field("grade", "등급", "Grade", GradeCode),
    field("elapsedDays", "판매 경과일", "Days on sale", Count),
    field("daysToSaleEnd", "판매 남은 날", "Days to sale end", Count),
    field("soldSeats", "판매 좌석", "Sold seats", Seats),
    field(
        "expectedAdditionalSeats",
        "예상 추가 판매",
        "Expected additional",
        Seats,
    ),
    field("expectedRemainingSeats", "예상 잔여석", "Expected remaining", Seats),
    field("breakEvenSeats", "손익분기 좌석", "Break-even seats", Seats),
    field("expectedSalesRatio", "예상 판매율", "Expected sales ratio", Ratio),
    field(
        "expectedRemainingRatio",
        "예상 잔여율",
        "Expected remaining ratio",
        Ratio,
    ),
    field("saleDays", "판매 일수", "Sale days", Count),
    field("daysLeft", "남은 날", "Days left", Count),
    field("exceedsHouse", "만석 초과", "Exceeds the house", Flag),
    field("productions", "공연 수", "Productions", Count),
    field("counted", "집계한 공연 수", "Productions counted", Count),
    field("compared", "비교한 공연 수", "Productions compared", Count),
    field("dueTargetKrw", "기준일까지 목표", "Target to date", Krw),
    field("dueRatio", "기준일까지 달성률", "Attainment to date", Ratio).read_as(Sense::Attainment),
    field(
        "cumulativeDueTargetKrw",
        "기준일까지 누적 목표",
        "Cum. target to date",
        Krw,
    ),
    field(
        "cumulativeDueRatio",
        "기준일까지 누적 달성률",
        "Cum. attainment to date",
        Ratio,
    )
    .read_as(Sense::Attainment),
    field("fullHouseKrw", "만석 매출", "Full-house revenue", Krw),
    field("expectedRevenueKrw", "기대 매출", "Expected revenue", Krw),
    field("expectedProfitKrw", "기대 손익", "Expected profit", Krw).read_as(Sense::Balance),
    field("steady", "추세 안정", "Stable trend", Flag),
    field("comparable", "주 마감", "Week complete", Flag),
    field("comparedDays", "비교한 일수", "Days compared", Count),
    field("basis", "매출 기준", "Revenue basis", Word),
    field("bookedKrw", "예매 매출", "Booked revenue", Krw),
    field("depositedKrw", "입금 매출", "Deposited revenue", Krw),
    field("openSeats", "오픈 좌석", "Open seats", Seats),
    field("seatRatio", "좌석 비율", "Seats %", Ratio),
    field("breakEvenRatio", "손익분기 달성률", "Break-even attainment", Ratio),
    field(
        "breakEvenOnTarget",
        "목표 대비 손익분기",
        "Break-even vs. target",
        Ratio,
    ),
    field("profitKrw", "손익", "Profit", Krw).read_as(Sense::Balance),
    field("revenueShare", "매출 비중", "Revenue share", Ratio),
    field("yesterdayChangeKrw", "어제 증감", "Yesterday's change", Krw).read_as(Sense::Difference),
    field("sevenDayChangeRatio", "최근 7일 증감률", "7-day change %", Ratio).read_as(Sense::Change),
    field("label", "이름", "Name", Text),
    field("priceKrw", "정가", "Price", Krw).read_as(Sense::Price),
    field("seatShare", "좌석 점유율", "Occupancy %", Ratio),
    field("faceValueKrw", "정가 환산 매출", "Face value", Krw),
    field("potentialKrw", "정가 만석 매출", "Full-price potential", Krw),
    field("discountRatio", "평균 할인율", "Average discount", Ratio),
    field("total", "합계", "Total", Text),
    field("id", "캠페인 ID", "Campaign ID", Id),
    field("from", "첫날", "First day", Day),
    field("to", "마지막 날", "Last day", Day),
    field("kind", "종류", "Kind", Word),
    field("text", "내용", "Text", Text),
    field("salesReason", "판매일 자료가 없는 이유", "Why no sale days", Word),
    field("weekRevenueKrw", "주간 매출", "Week's revenue", Krw),
    field(
        "weekDueTargetKrw",
        "주간 목표(기준일까지)",
        "Week's target to date",
        Krw,
    ),
    field("weekDueRatio", "주간 달성률", "Week's attainment to date", Ratio).read_as(Sense::Attainment),
    field("weekChangeRatio", "주간 증감률", "Week's change %", Ratio).read_as(Sense::Change),
    field("monthRevenueKrw", "월간 매출", "Month's revenue", Krw),
    field("monthTargetKrw", "월간 목표", "Month's target", Krw),
    field(
        "monthDueTargetKrw",
        "월간 목표(기준일까지)",
        "Month's target to date",
        Krw,
    ),
    field("monthDueRatio", "월간 달성률", "Month's attainment to date", Ratio).read_as(Sense::Attainment),
    field(
        "sevenDayPerformances",
        "앞으로 7일 회차",
        "Next 7 days' performances",
        Count,
    ),
    field(
        "sevenDayOccupancy",
        "앞으로 7일 점유율",
        "Next 7 days' occupancy",
        Ratio,
    ),
    field("missing", "자료 누락", "Missing", Flag),
    field("state", "상태", "State", Word),
    field("due", "올릴 공연 수", "Expected", Count),
    field("arrived", "올린 공연 수", "Received", Count),
    field("ratio", "달성률", "Attainment", Ratio),
    field("weekNumber", "주차", "Week no.", Week),
    field("period", "기간", "Period", Period),
    field("cumulativeRevenueKrw", "누적 매출", "Cumulative revenue", Krw),
    field("cumulativeTargetKrw", "누적 목표", "Cumulative target", Krw),
    field("cumulativeRatio", "누적 달성률", "Cumulative attainment", Ratio),
    field("agency", "예매처 코드", "Agency code", Text),
    field("name", "예매처", "Agency", Text),
    field("by", "날짜 기준", "Date basis", Word),
    field("depositedSeats", "입금 좌석", "Deposited seats", Seats),
    field("pendingSeats", "미입금 좌석", "Pending seats", Seats),
    field("pendingKrw", "미입금 매출", "Pending revenue", Krw),
    field("pendingRatio", "미입금 비율", "Pending %", Ratio),
    field("revenueRatio", "매출 비율", "Share of revenue", Ratio),
    field("rest", "나머지", "Rest", Text),
    field("number", "회차 번호", "No.", Rank),
    field("remark", "비고", "Remark", Text),
    field("roles", "배역", "Roles", Names),
    field("daysToPerformance", "공연까지 남은 날", "Days to go", Count),
    field("source", "합계 기준", "Total basis", Word),
    field("days", "지난 날 수", "Days elapsed", Count),
    field("changeSeats", "좌석 증감", "Change in seats", Seats).read_as(Sense::Difference),
    field("changeDepositedKrw", "입금 증감", "Change in deposited revenue", Krw).read_as(Sense::Difference),
    field("freeSeats", "잔여석(초대 제외)", "Available seats", Seats),
    field("level", "지역 범위", "Region level", Word),
    field("buyersRecordDate", "관객 자료 기준일", "Buyers' record date", Day),
    field("coveredRatio", "판매 대비", "Coverage", Ratio),
    field("discount", "할인권종", "Discount", Text),
    field("ageGroup", "연령대", "Age group", Text),
    field("maleSeats", "남", "Men", Seats),
    field("femaleSeats", "여", "Women", Seats),
    field("unknownSeats", "성별 모름", "Gender unknown", Seats),
    field("card", "카드사", "Card company", Text),
    field("channel", "판매경로", "Channel", Text),
    field("region", "지역", "Region", Text),
    field("uploaded", "올림", "Uploaded", Flag),
    field("fileName", "파일 이름", "File name", Text),
    field("origin", "예측 기준일", "Forecast date", Day),
    field("method", "방법", "Method", Text),
    field("paramsHash", "방법 버전", "Method version", Text),
    field("pastProductions", "참고한 지난 공연", "Past productions", Count),
    field("confidence", "근거", "Based on", Word),
    field("explain", "이유", "Explanation", Text),
    field("pace", "판매 속도", "Pace", Ratio),
    field("lastWeekPace", "최근 7일 속도", "7-day pace", Ratio),
    field("class", "회차 종류", "Performance type", Word),
    field("factor", "배수", "Factor", Ratio),
    field("run", "전체", "Run", Text),
    field("sellableSeats", "판매 가능 좌석", "Sellable seats", Seats),
    field("finalSeats", "최종 좌석", "Final seats", Seats),
    field("finalRevenueKrw", "최종 매출", "Final revenue", Krw),
    field("breakEven", "손익분기", "Break-even", Text),
    field("probabilityByClosing", "종료까지 확률", "Probability by closing", Ratio),
    field("p50Date", "절반 확률의 날", "Even odds by", Day),
    field("p80Date", "80 % 확률의 날", "80% chance by", Day),
    field("date", "날짜", "Date", Day),
    field("probability", "확률", "Probability", Ratio),
    field(
        "breakEvenReason",
        "손익분기를 말할 수 없는 이유",
        "Why no break-even",
        Word,
    ),
    field("revenueReason", "매출을 말할 수 없는 이유", "Why no revenue", Word),
    field("straightLineSeats", "직선 예상 좌석", "Straight-line seats", Seats),
    field("straightLineKrw", "직선 예상 매출", "Straight-line revenue", Krw),
    field("daysToGo", "남은 날", "Days to go", Count),
    field("sellOutProbability", "매진 확률", "Sell-out probability", Ratio),
    field("ownFactor", "회차 배수", "Performance factor", Ratio),
    field("comparablesWeight", "비교 회차 비중", "Weight of comparables", Ratio),
    field("reachesHouseLimit", "만석 도달", "Reaches a full house", Flag),
    field("among", "비교 범위", "Compare within", Word),
    field("most", "비교 공연 수", "Productions compared", Count),
    field("comparableCode", "비교 공연 코드", "Comparable code", Text),
    field("comparableName", "비교 공연", "Compared with", Text),
    field("comparableId", "비교 공연 ID", "Comparable ID", Id),
    field("distance", "거리", "Distance", Ratio),
    field("soldShare", "판매율", "Share sold", Ratio),
    field("usual", "비교 공연의 판매율", "Typical share sold", Ratio),
    field("castColumn", "캐스트 열", "Cast column", Rank),
    field("person", "이름", "Person", Text),
    field("shows", "회차", "Performances", Count),
    field("effectRatio", "효과", "Effect", Ratio).read_as(Sense::Change),
    field("lowRatio", "하한", "Lower bound", Ratio).read_as(Sense::Change),
    field("highRatio", "상한", "Upper bound", Ratio).read_as(Sense::Change),
    field("effectSeats", "좌석으로", "Effect in seats", Seats).read_as(Sense::Difference),
    field("effectKrw", "매출로", "Effect in won", Krw).read_as(Sense::Difference),
    field("cannotTell", "말할 수 없음", "Inconclusive", Word),
    field("firstDay", "첫날", "First day", Day),
    field("lastDay", "마지막 날", "Last day", Day),
    field("liftRatio", "증가", "Lift", Ratio).read_as(Sense::Change),
    field("chanceRatio", "우연일 확률", "Chance probability", Ratio),
    field("windows", "비교한 기간 수", "Periods compared", Count),
    field(
        "minimumDetectableRatio",
        "알아낼 수 있는 최소 증가",
        "Smallest detectable lift",
        Ratio,
    ),
    field("quantity", "대상", "Metric", Word),
    field("horizonDays", "며칠 전", "Days ahead", Count),
    field("fromDays", "부터(일)", "Days ahead (from)", Count),
    field("toDays", "까지(일)", "Days ahead (to)", Count),
    field("forecasts", "예측 수", "Forecasts", Count),
    field("errorRatio", "오차", "Error", Ratio),
    field("biasRatio", "치우침", "Bias", Ratio).read_as(Sense::Difference),
    field("coverage", "구간 적중률", "Coverage", Ratio),
    field("productionCoverage", "공연별 적중률", "Coverage by production", Ratio),
    field("winklerRatio", "Winkler 점수", "Winkler score", Ratio),
    field("straightLineErrorRatio", "직선 오차", "Straight-line error", Ratio),
    field("straightLineBiasRatio", "직선 치우침", "Straight-line bias", Ratio).read_as(Sense::Difference),
    field("belowSold", "판매보다 줄어든 수", "Fell below sold", Count),
    field("unreliable", "믿기 어려움", "Unreliable", Flag),
    field("brier", "Brier 점수", "Brier score", Ratio),
    field("fromProbability", "확률(부터)", "Probability (from)", Ratio),
    field("toProbability", "확률(까지)", "Probability (to)", Ratio),
    field("toldRatio", "말한 확률", "Predicted", Ratio),
    field("cameTrueRatio", "실현 비율", "Actual", Ratio),
    field("p10", "하한(p10)", "Low (p10)", Text),
    field("p50", "중앙(p50)", "Median (p50)", Text),
    field("p90", "상한(p90)", "High (p90)", Text),
    field("through", "자료 마지막 날", "Data through", Day),
    field("readAt", "읽은 시각", "Updated at", Instant),
    field("stale", "오래됨", "Outdated", Flag),
    field("attribution", "출처", "Source", Text),
    field("genre", "장르", "Genre", Text),
    field("genreName", "장르 이름", "Genre name", Text),
    field("showName", "공연명", "Show", Text),
    field("place", "공연장", "Venue", Text),
    field("area", "지역", "Region", Text),
    field("placeSeats", "공연장 좌석", "Venue seats", Seats),
    field("openRun", "오픈런", "Open run", Flag),
    field("beside", "같은 기간 우리 공연", "Our productions at the time", Names),
    field("bookedTickets", "예매", "Booked", Seats),
    field("cancelledTickets", "취소", "Cancelled", Seats),
    field("netTickets", "순 예매", "Net tickets", Seats),
    field("amountKrw", "금액", "Amount", Krw),
    field("corrected", "정정됨", "Corrected", Flag),
    field("knownDays", "자료가 있는 날", "Days with data", Count),
    field("marketTicketPriceKrw", "평균 단가", "Mean ticket price", Krw).read_as(Sense::Price),
    field("cancellationRatio", "취소율", "Cancellation rate", Ratio),
    field("amountShare", "금액 점유율", "Share of amount", Ratio),
    field("previousAmountKrw", "직전 금액", "Previous amount", Krw),
    field("amountChangeRatio", "증감률", "Change %", Ratio).read_as(Sense::Change),
    field("kopisId", "KOPIS 공연 ID", "KOPIS show ID", Text),
    field("kopisIds", "KOPIS 공연 ID", "KOPIS show IDs", Names),
    field("latestDay", "최근 순위일", "Latest ranking date", Day),
    field("latestRank", "최근 순위", "Latest rank", Rank),
    field("bestRank", "최고 순위", "Best rank", Rank),
    field("rankChange", "순위 변화", "Rank change", Count).read_as(Sense::Difference),
    field("ownKrw", "매출", "Our sales", Krw),
    field("ownBaseKrw", "평소 매출", "Our base", Krw),
    field("marketKrw", "장르 금액", "Market", Krw),
    field("marketBaseKrw", "평소 장르 금액", "Market base", Krw),
    field("ownRatio", "자사 비율", "Our ratio", Ratio),
    field("marketRatio", "시장 비율", "Market ratio", Ratio),
    field("relativeIndex", "상대 지수", "Relative index", Ratio),
    field("marketShareRatio", "장르 점유율", "Share of genre", Ratio),
    field("ownChangeKrw", "증감", "Change", Krw).read_as(Sense::Difference),
    field("marketPartKrw", "시장 몫", "Market part", Krw).read_as(Sense::Difference),
    field("ownPartKrw", "자사 몫", "Our part", Krw).read_as(Sense::Difference),
    field("verdict", "판단", "Verdict", Word),
    field("isComparable", "비교 가능", "Comparable", Flag),
    field("ownIndex", "자사 지수", "Our index", Ratio),
    field("marketIndex", "시장 지수", "Market index", Ratio),
];

/// What the usual grades are called.
pub const GRADES: &[(&str, Words)] = &[
    ("vip", Words("VIP석", "VIP")),
    ("r", Words("R석", "R")),
    ("s", Words("S석", "S")),
    ("a", Words("A석", "A")),
    ("b", Words("B석", "B")),
    ("bad_r", Words("R석 시야제한", "R restricted view")),
    ("bad_s", Words("S석 시야제한", "S restricted view")),
    ("bad_a", Words("A석 시야제한", "A restricted view")),
    ("accessible", Words("휠체어석", "Accessible")),
];

/// What each word of a choice is called: it means the same wherever it occurs.
pub const CHOICES: &[(&str, Words)] = &[
    ("concert", Words("콘서트", "Concert")),
    ("play", Words("연극", "Play")),
    ("musical", Words("뮤지컬", "Musical")),
    ("this", Words("이번 주", "This week")),
    ("next", Words("다음 주", "Next week")),
    ("booked", Words("예매", "Booked")),
    ("deposited", Words("입금", "Deposited")),
    ("country", Words("전국", "Nationwide")),
    ("seoul", Words("서울", "Seoul")),
    ("gyeonggi", Words("경기", "Gyeonggi")),
    ("before_sale", Words("판매 전", "Before sale")),
    ("on_sale", Words("판매 중", "On sale")),
    ("running", Words("공연 중", "Running")),
    ("over", Words("종료", "Ended")),
    ("no_snapshot", Words("자료 없음", "No snapshot")),
    ("no_played_performance", Words("개막 전", "None played yet")),
    ("no_break_even", Words("손익분기점 미입력", "No break-even set")),
    ("no_sale_day", Words("판매일 없음", "No sale day")),
    ("no_sale_days", Words("판매일 자료 없음", "No sale days")),
    ("sale_day", Words("판매일", "Sale day")),
    ("performance_day", Words("공연일", "Performance day")),
    ("sale_days", Words("판매일 합계", "Sale days")),
    ("performances", Words("회차 합계", "Performances")),
    ("no_sale_end", Words("판매 종료일 미입력", "No sale end set")),
    ("no_capacity", Words("좌석 수 미입력", "No seats entered")),
    ("not_on_sale", Words("판매 전", "Not on sale yet")),
    ("run_over", Words("공연 종료", "Run ended")),
    ("stale", Words("오래된 자료", "Old data")),
    ("too_few_days", Words("자료 일수 부족", "Too few days of data")),
    ("no_price", Words("가격을 모름", "Prices unknown")),
    ("prior", Words("극장 일반", "Industry average")),
    ("own", Words("이 공연의 판매", "This production's sales")),
    ("company", Words("우리 회사의 지난 공연", "Our past productions")),
    ("weekday_evening", Words("월–목 저녁", "Mon–Thu evening")),
    ("weekday_matinee", Words("평일 낮", "Weekday matinee")),
    ("eve", Words("금요일·공휴일 전날", "Friday or holiday eve")),
    ("saturday", Words("토요일", "Saturday")),
    ("sunday_or_holiday", Words("일요일·공휴일", "Sunday or holiday")),
    ("preview", Words("프리뷰", "Preview")),
    ("category", Words("같은 카테고리", "Same category")),
    ("all", Words("전체", "All")),
    ("too_few_shows", Words("회차 부족", "Too few performances")),
    ("one_class", Words("한 종류의 회차뿐", "Only one performance type")),
    ("sold_out", Words("매진이 많음", "Mostly sold out")),
    ("not_clear", Words("뚜렷하지 않음", "Not clear")),
    ("confounded", Words("다른 요인과 겹침", "Overlaps other factors")),
    ("too_long", Words("너무 긺", "Too long")),
    ("unknown_days", Words("앞뒤 자료 부족", "Missing days")),
    ("too_few_windows", Words("비교할 기간 부족", "Too few periods")),
    ("performance_seats", Words("회차 좌석", "Performance seats")),
    ("run_seats", Words("전체 좌석", "Run seats")),
    ("run_revenue", Words("전체 매출", "Run revenue")),
    ("day", Words("일", "Day")),
    ("week", Words("주", "Week")),
    ("month", Words("월", "Month")),
    ("memo", Words("메모", "Memo")),
    ("discount", Words("할인", "Discount")),
    ("promotion", Words("홍보", "Promotion")),
    ("press", Words("언론·방송", "Press")),
    ("invitation", Words("초대", "Invitation")),
    ("other", Words("기타", "Other")),
    ("ok", Words("정상", "OK")),
    ("off", Words("꺼짐", "Off")),
    ("failing", Words("읽기 실패", "Failing")),
    ("blocked", Words("접근 제한", "Blocked")),
    ("key_rejected", Words("인증키 거부", "Key rejected")),
    ("budget_used", Words("오늘 호출 한도 소진", "Daily limit reached")),
    ("not_matched", Words("KOPIS 공연 미지정", "No KOPIS match")),
    ("no_market", Words("시장 자료 없음", "No market data")),
    ("sale_over", Words("판매 종료", "Sale ended")),
    ("too_new", Words("판매 초기", "Sale just started")),
    ("market_gap", Words("시장 자료 빠짐", "Market days missing")),
    ("base_zero", Words("평소 매출 없음", "No prior sales")),
    ("own_large", Words("시장의 큰 부분", "Large part of the market")),
    ("steady", Words("변화 없음", "No change")),
    ("market", Words("시장", "Market")),
    ("both", Words("둘 다", "Both")),
    ("AAAA", Words("연극", "Play")),
    ("BBBC", Words("무용(서양/한국무용)", "Dance")),
    ("BBBE", Words("대중무용", "Popular dance")),
    ("CCCA", Words("서양음악(클래식)", "Classical music")),
    ("CCCC", Words("한국음악(국악)", "Korean music")),
    ("CCCD", Words("대중음악", "Popular music")),
    ("EEEA", Words("복합", "Mixed")),
    ("EEEB", Words("서커스/마술", "Circus and magic")),
    ("GGGA", Words("뮤지컬", "Musical")),
    ("json", Words("JSON", "JSON")),
    ("csv", Words("CSV", "CSV")),
    ("xlsx", Words("엑셀(xlsx)", "Excel (xlsx)")),
];

/// The unit of a column: that of its field.
pub(crate) fn unit(column: &str) -> Unit {
    innermost(column).unit
}

/// How the figures of a column are to be read.
pub(crate) fn sense(column: &str) -> Sense {
    innermost(column).sense
}

/// The bounds of an interval have the unit of the interval around them.
const BOUNDS: [&str; 3] = ["p10", "p50", "p90"];

fn innermost(column: &str) -> &'static Field {
    let mut parts = column.trim_end_matches(".*").rsplit('.');
    let own = parts.next().unwrap_or(column);
    let around = BOUNDS.contains(&own).then(|| parts.next()).flatten();
    known(around.unwrap_or(own))
}

/// Title of a column in both languages: of a nested field with that of the innermost object around it.
pub(crate) fn title(column: &str) -> (String, String) {
    let of = |name| known(name).words;
    match column.rsplit_once('.') {
        None => (of(column).0.to_owned(), of(column).1.to_owned()),
        Some((map, "*")) => (of(map).0.to_owned(), of(map).1.to_owned()),
        Some((objects, own)) => {
            let object = objects.rsplit('.').next().unwrap_or(objects);
            let (object, own) = (of(object), of(own));
            (format!("{}: {}", object.0, own.0), format!("{}: {}", object.1, own.1))
        }
    }
}

/// Korean title of the column of one key of a map, `paidSeatsByGrade`: what is counted, and the grade.
pub(crate) fn title_by_grade(map: &str, code: &str) -> String {
    let counted = known(map.trim_end_matches("ByGrade")).words.0;
    let usual = GRADES.iter().find(|(grade, _)| *grade == code);
    format!("{counted} {}", usual.map_or(code, |(_, words)| words.0))
}

fn known(name: &str) -> &'static Field {
    let field = FIELDS.iter().find(|field| field.name == name);
    field.unwrap_or_else(|| unreachable!("the tests ask for every field of the catalogue: {name}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::grade::Grade;

    use super::*;

    #[test]
    fn a_field_is_explained_once() {
        let names: BTreeSet<_> = FIELDS.iter().map(|field| field.name).collect();
        assert_eq!(names.len(), FIELDS.len());
    }

    #[test]
    fn usual_grades_have_their_words_and_others_their_code() {
        assert_eq!(title_by_grade("paidSeatsByGrade", "vip"), "유료 좌석 VIP석");
        assert_eq!(
            title_by_grade("complimentarySeatsByGrade", "bad_r"),
            "초대 좌석 R석 시야제한"
        );
        assert_eq!(title_by_grade("paidSeatsByGrade", "box-1"), "유료 좌석 box-1");
        for (code, _) in GRADES {
            assert!(!matches!(code.parse().unwrap(), Grade::Other(_)), "{code}");
        }
    }

    #[test]
    fn a_nested_field_is_called_with_what_it_is_nested_in() {
        assert_eq!(title("past.paidShare").0, "지난 회차: 유료 점유율");
        assert_eq!(title("paidSeatsByGrade.*").0, "등급별 유료");
        assert_eq!((unit("past.performances"), unit("paidSeatsByGrade.*")), (Count, Seats));
        assert_eq!(
            (sense("changeKrw"), sense("past.paidShare")),
            (Sense::Difference, Sense::Plain)
        );
    }
}
