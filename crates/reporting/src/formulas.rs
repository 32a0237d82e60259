//! How each figure of the reports comes about, in the words of whoever reads it.

use crate::glossary::Words;

/// By the last part of a field's name: what is reckoned, and from which sheet of a workbook or which entry it comes.
const FORMULAS: &[(&str, Words)] = &[
    (
        "targetShare",
        Words(
            "공연 정보에 입력한 목표 점유율입니다.",
            "The target share entered for the production.",
        ),
    ),
    (
        "actualShare",
        Words(
            "그 주 회차들의 점유율 평균. 점유율은 유료와 초대를 더한 것입니다.",
            "Average occupancy of the week's performances: paid and complimentary together.",
        ),
    ),
    (
        "shareGap",
        Words("실제 점유율 − 목표 점유율", "Actual share − target share"),
    ),
    (
        "shareRatio",
        Words("실제 점유율 ÷ 목표 점유율", "Actual share ÷ target share"),
    ),
    (
        "targetKrw",
        Words(
            "기간에 든 날들의 일별 목표 합계. 목표 화면에서 입력합니다.",
            "Sum of the period's daily targets, as entered in Targets.",
        ),
    ),
    (
        "revenueKrw",
        Words(
            "기간이나 회차의 판매 매출. 업로드한 파일에서 옵니다.",
            "Sales of the period or the performances, from the uploaded workbooks.",
        ),
    ),
    ("targetGapKrw", Words("매출 − 목표 매출", "Revenue − target")),
    ("targetRatio", Words("매출 ÷ 목표 매출", "Revenue ÷ target")),
    (
        "previousRevenueKrw",
        Words(
            "바로 앞 기간(전주나 그 전 판매일)의 매출",
            "Sales of the period before: the previous week or sale day",
        ),
    ),
    (
        "changeKrw",
        Words("매출 − 바로 앞 기간의 매출", "Revenue − the previous period's revenue"),
    ),
    (
        "changeRatio",
        Words("증감 ÷ 바로 앞 기간의 매출", "Change ÷ the previous period's revenue"),
    ),
    (
        "dueTargetKrw",
        Words(
            "기간에 든 날 가운데 기준일까지의 일별 목표 합계",
            "Sum of the period's daily targets up to the record date",
        ),
    ),
    (
        "dueRatio",
        Words(
            "매출 ÷ 기준일까지 목표. 끝나지 않은 기간은 이것으로 판단합니다.",
            "Revenue ÷ target to date; used for periods still running.",
        ),
    ),
    ("meanRevenueKrw", Words("매출 ÷ 회차 수", "Revenue ÷ performances")),
    (
        "nextWeekOccupancy",
        Words(
            "다음 주 회차들의 점유율 평균",
            "Average occupancy of next week's performances",
        ),
    ),
    (
        "depositShare",
        Words(
            "파일의 예매 점유율. 여러 회차는 평균입니다.",
            "The deposit share from the workbook; the average for several performances.",
        ),
    ),
    (
        "paidShare",
        Words(
            "파일의 유료 점유율. 여러 회차는 평균입니다.",
            "The paid share from the workbook; the average for several performances.",
        ),
    ),
    (
        "complimentaryShare",
        Words("파일의 초대 점유율", "The complimentary share from the workbook"),
    ),
    (
        "unpaidShare",
        Words("유료 점유율 − 예매 점유율", "Paid share − deposit share"),
    ),
    (
        "occupancy",
        Words("유료 점유율 + 초대 점유율", "Paid share + complimentary share"),
    ),
    (
        "lowThreshold",
        Words(
            "이보다 점유율이 낮은 회차를 저조로 봅니다.",
            "Performances below this occupancy count as low.",
        ),
    ),
    (
        "paidSeats",
        Words(
            "팔린 좌석. 파일의 등급별 유료 좌석 합계입니다.",
            "Seats sold: the paid seats of all grades in the workbook.",
        ),
    ),
    (
        "complimentarySeats",
        Words(
            "초대한 좌석. 파일의 등급별 초대 좌석 합계입니다.",
            "Seats given away: the complimentary seats of all grades in the workbook.",
        ),
    ),
    (
        "remainingSeats",
        Words(
            "좌석 − 유료 좌석. 회차별·등급별 현황에서는 초대 좌석도 뺍니다.",
            "Seats − paid seats; by performance and by grade also − complimentary seats",
        ),
    ),
    (
        "paidSeatsByGrade",
        Words("파일에 적힌 등급별 유료 좌석", "Paid seats by grade, from the workbook"),
    ),
    (
        "complimentarySeatsByGrade",
        Words(
            "파일에 적힌 등급별 초대 좌석",
            "Complimentary seats by grade, from the workbook",
        ),
    ),
    ("meanTicketPriceKrw", Words("매출 ÷ 유료 좌석", "Revenue ÷ paid seats")),
    (
        "lastSaleDayRevenueKrw",
        Words(
            "기준일까지 가장 최근 판매일의 매출",
            "Sales of the latest sale day up to the record date",
        ),
    ),
    (
        "previousSaleDayRevenueKrw",
        Words("그 바로 앞 판매일의 매출", "Sales of the sale day before that"),
    ),
    (
        "latestOccupancy",
        Words(
            "가장 최근 공연일 회차들의 점유율 평균",
            "Average occupancy of the latest performance day",
        ),
    ),
    (
        "previousOccupancy",
        Words(
            "그 전 공연일 회차들의 점유율 평균",
            "Average occupancy of the previous performance day",
        ),
    ),
    (
        "occupancyChange",
        Words("최근 점유율 − 그 전 점유율", "Latest occupancy − previous occupancy"),
    ),
    (
        "playedRevenueKrw",
        Words(
            "기준일까지 공연한 회차의 매출 합계",
            "Revenue of the performances up to the record date",
        ),
    ),
    (
        "playedMeanRevenueKrw",
        Words(
            "공연한 회차 매출 ÷ 공연한 회차 수",
            "Played revenue ÷ played performances",
        ),
    ),
    (
        "toComeRevenueKrw",
        Words(
            "기준일 뒤 회차의 지금까지 매출 합계",
            "Revenue so far of the performances after the record date",
        ),
    ),
    (
        "toComeMeanRevenueKrw",
        Words(
            "예정 회차 판매분 ÷ 예정 회차 수",
            "To-come revenue ÷ upcoming performances",
        ),
    ),
    (
        "projectedRevenueKrw",
        Words(
            "공연: 공연한 회차 매출 + 공연한 회차의 평균 매출 × 예정 회차. 콘서트: 매출 + 판매일 평균 매출 × 남은 날",
            "Plays: played revenue + average per performance played × upcoming performances. Concerts: revenue + average per sale day × days left",
        ),
    ),
    (
        "breakEvenKrw",
        Words(
            "공연 정보에 입력한 손익분기점입니다.",
            "The break-even entered for the production.",
        ),
    ),
    (
        "projectedProfitKrw",
        Words("예상 매출 − 손익분기점", "Projected revenue − break-even"),
    ),
    (
        "totalRevenueKrw",
        Words(
            "판매 시작부터 기준일까지의 매출",
            "Sales from the first sale day to the record date",
        ),
    ),
    (
        "totalTargetKrw",
        Words(
            "판매 기간 전체의 일별 목표 합계",
            "Sum of the daily targets of the whole sale period",
        ),
    ),
    (
        "totalRatio",
        Words("누적 매출 ÷ 총목표", "Total revenue ÷ total target"),
    ),
    (
        "recordDateRevenueKrw",
        Words("기준일 하루의 매출", "Sales on the record date alone"),
    ),
    (
        "recordDateTargetKrw",
        Words("기준일 하루의 목표", "Target for the record date alone"),
    ),
    (
        "recordDateRatio",
        Words("기준일 매출 ÷ 기준일 목표", "Record-date revenue ÷ record-date target"),
    ),
    (
        "offeredSeats",
        Words("회차 수 × 회당 좌석", "Performances × seats per performance"),
    ),
    (
        "paidRatio",
        Words(
            "유료 좌석 ÷ 판매 가능 좌석. 등급별 표에서는 모든 등급의 유료 좌석으로 나눕니다.",
            "Paid seats ÷ seats offered; in tables by grade, ÷ paid seats of all grades",
        ),
    ),
    (
        "priceKrw",
        Words(
            "공연 정보에 입력한 등급의 정가입니다.",
            "The grade's price entered for the production.",
        ),
    ),
    (
        "seatShare",
        Words(
            "(유료 + 초대 좌석) ÷ 오픈 좌석",
            "(Paid + complimentary seats) ÷ open seats",
        ),
    ),
    ("faceValueKrw", Words("정가 × 유료 좌석", "Price × paid seats")),
    ("potentialKrw", Words("정가 × 오픈 좌석", "Price × open seats")),
    (
        "discountRatio",
        Words("1 − 매출 ÷ 정가 환산 매출", "1 − revenue ÷ face value"),
    ),
    (
        "seats",
        Words(
            "판매한 유료 좌석. 등급별 표에서는 등급의 전체 좌석입니다.",
            "Paid seats sold; in tables by grade, all seats of the grade",
        ),
    ),
    (
        "yesterdayRevenueKrw",
        Words("조회일 전날의 매출", "Sales of the day before the as-of date"),
    ),
    (
        "sevenDayRevenueKrw",
        Words("조회일 전 7일의 매출", "Sales of the seven days before the as-of date"),
    ),
    (
        "sevenDayMeanRevenueKrw",
        Words("최근 7일 매출 ÷ 7", "7-day revenue ÷ 7"),
    ),
    ("soldSeats", Words("팔린 좌석", "Seats sold")),
    (
        "expectedAdditionalSeats",
        Words(
            "판매 좌석 ÷ 판매 경과일 × 판매 남은 날",
            "Sold seats ÷ days on sale × days to sale end",
        ),
    ),
    (
        "expectedRemainingSeats",
        Words(
            "잔여석 − 예상 추가 판매. 0보다 작아지지 않습니다.",
            "Remaining − expected additional, never below 0",
        ),
    ),
    ("breakEvenSeats", Words("목표 점유율 × 좌석", "Target share × seats")),
    (
        "expectedSalesRatio",
        Words("1 − 예상 잔여석 ÷ 좌석", "1 − expected remaining ÷ seats"),
    ),
    (
        "expectedRemainingRatio",
        Words("예상 잔여석 ÷ 좌석", "Expected remaining ÷ seats"),
    ),
    (
        "fullHouseKrw",
        Words(
            "모든 좌석을 지금까지의 평균 단가로 팔았을 때의 매출",
            "Revenue if all seats are sold at the average prices so far",
        ),
    ),
    (
        "expectedRevenueKrw",
        Words(
            "예상 매출. 만석 매출을 넘지 않고, 지금까지 매출보다 작지 않습니다.",
            "Projected revenue, capped at full-house revenue and never below the revenue so far",
        ),
    ),
    (
        "expectedProfitKrw",
        Words("기대 매출 − 손익분기점", "Expected revenue − break-even"),
    ),
    ("ratio", Words("매출 ÷ 목표", "Revenue ÷ target")),
    (
        "cumulativeRevenueKrw",
        Words("이 기간까지의 매출 합계", "Sales of this and all earlier periods"),
    ),
    (
        "cumulativeTargetKrw",
        Words("이 기간까지의 목표 합계", "Targets of this and all earlier periods"),
    ),
    (
        "cumulativeRatio",
        Words("누적 매출 ÷ 누적 목표", "Cumulative revenue ÷ cumulative target"),
    ),
    (
        "cumulativeDueTargetKrw",
        Words(
            "이 기간까지 날들 가운데 기준일까지의 목표 합계",
            "Targets to date of this and all earlier periods",
        ),
    ),
    (
        "cumulativeDueRatio",
        Words(
            "누적 매출 ÷ 기준일까지 누적 목표",
            "Cumulative revenue ÷ cumulative target to date",
        ),
    ),
    (
        "coveredRatio",
        Words(
            "관객 자료의 매수 ÷ 지금까지 판매한 좌석",
            "Seats in the buyer list ÷ seats sold so far",
        ),
    ),
    ("maleSeats", Words("남성이 산 매수", "Seats bought by men")),
    ("femaleSeats", Words("여성이 산 매수", "Seats bought by women")),
    (
        "unknownSeats",
        Words("성별을 모르는 관객의 매수", "Seats of buyers whose gender is unknown"),
    ),
    ("bookedKrw", Words("지금까지 예매된 매출", "Revenue booked so far")),
    (
        "depositedKrw",
        Words("지금까지 입금된 매출", "Revenue deposited so far"),
    ),
    (
        "openSeats",
        Words("오픈한 모든 회차의 좌석", "Seats of all performances on sale"),
    ),
    (
        "seatRatio",
        Words(
            "판매한 좌석 ÷ 전체 좌석. 전체는 오픈 좌석이며, 예매처 표에서는 모든 예매처를 합한 시트의 합계입니다.",
            "Seats sold ÷ all seats: the open seats, or in agency tables the sheet's total",
        ),
    ),
    (
        "depositedSeats",
        Words("입금이 끝난 좌석", "Booked seats that have been paid for"),
    ),
    (
        "pendingSeats",
        Words(
            "예매했지만 아직 입금되지 않은 좌석: 예매 − 입금, 0보다 작지 않습니다.",
            "Seats booked but not yet paid for: booked − deposited, never below 0",
        ),
    ),
    (
        "pendingKrw",
        Words(
            "예매했지만 아직 입금되지 않은 매출: 예매 − 입금, 0보다 작지 않습니다.",
            "Revenue booked but not yet paid for: booked − deposited, never below 0",
        ),
    ),
    (
        "pendingRatio",
        Words(
            "미입금 좌석 ÷ (입금 + 미입금 좌석)",
            "Pending ÷ (deposited + pending) seats",
        ),
    ),
    (
        "revenueRatio",
        Words("매출 ÷ 시트의 합계 매출", "Revenue ÷ the sheet's total revenue"),
    ),
    (
        "changeSeats",
        Words(
            "누적 좌석 − 앞 기준일의 누적 좌석",
            "Seats − seats of the previous record date",
        ),
    ),
    (
        "changeDepositedKrw",
        Words(
            "입금 매출 − 앞 기준일의 입금 매출",
            "Deposited revenue − that of the previous record date",
        ),
    ),
    (
        "freeSeats",
        Words(
            "전체 좌석 − 판매 좌석 − 초대 좌석",
            "All seats − sold − complimentary seats",
        ),
    ),
    ("breakEvenRatio", Words("매출 ÷ 손익분기점", "Revenue ÷ break-even")),
    (
        "breakEvenOnTarget",
        Words("손익분기점 ÷ 총목표", "Break-even ÷ total target"),
    ),
    ("profitKrw", Words("매출 − 제작비", "Revenue − production cost")),
    (
        "revenueShare",
        Words("매출 ÷ 모든 공연의 매출", "Revenue ÷ revenue of all productions"),
    ),
    (
        "yesterdayChangeKrw",
        Words(
            "어제 매출 − 그 전날 매출",
            "Yesterday's revenue − that of the day before",
        ),
    ),
    (
        "sevenDayChangeRatio",
        Words(
            "최근 7일 매출의 증감 ÷ 직전 7일 매출",
            "Change vs. the previous seven days ÷ their sales",
        ),
    ),
    (
        "weekRevenueKrw",
        Words(
            "어제가 든 주의 매출. 어제나 기준일까지입니다.",
            "Sales of the week containing yesterday, up to yesterday or the record date",
        ),
    ),
    (
        "weekDueTargetKrw",
        Words("같은 날들의 목표 합계", "Targets for the same days"),
    ),
    (
        "weekDueRatio",
        Words(
            "주간 매출 ÷ 주간 목표(기준일까지)",
            "The week's revenue ÷ its target to date",
        ),
    ),
    (
        "weekChangeRatio",
        Words(
            "전주 같은 요일까지의 매출에 견준 증감률",
            "Change vs. the same weekdays of the previous week ÷ their sales",
        ),
    ),
    (
        "monthRevenueKrw",
        Words(
            "어제가 든 달의 매출. 어제나 기준일까지입니다.",
            "Sales of the month containing yesterday, up to yesterday or the record date",
        ),
    ),
    (
        "monthTargetKrw",
        Words("그 달 전체의 목표 합계", "Sum of the whole month's targets"),
    ),
    (
        "monthDueTargetKrw",
        Words(
            "그 달의 어제나 기준일까지 목표 합계",
            "Targets of the month up to yesterday or the record date",
        ),
    ),
    (
        "monthDueRatio",
        Words(
            "월간 매출 ÷ 월간 목표(기준일까지)",
            "The month's revenue ÷ its target to date",
        ),
    ),
    (
        "sevenDayOccupancy",
        Words(
            "앞으로 7일 회차의 점유율 평균. 콘서트는 좌석 판매율입니다.",
            "Average occupancy of the next seven days; for concerts, the share of seats sold",
        ),
    ),
    (
        "pace",
        Words(
            "지금까지 판매 ÷ 우리 회사에서 보통인 판매",
            "Sales so far ÷ our typical sales",
        ),
    ),
    (
        "lastWeekPace",
        Words(
            "최근 7일의 판매를 그 속도와 견준 값",
            "The last seven days compared with that pace",
        ),
    ),
    (
        "sellableSeats",
        Words(
            "회차당 좌석에서 초대 좌석을 뺀 것",
            "Seats per performance minus complimentary seats",
        ),
    ),
    (
        "p10",
        Words(
            "10번 중 9번은 이보다 많습니다. p10과 p90 사이가 80 % 구간입니다.",
            "Exceeded in 9 of 10 cases; 8 of 10 outcomes lie between p10 and p90",
        ),
    ),
    (
        "p50",
        Words(
            "절반은 이보다 많습니다. 자료 일수가 부족하면 비웁니다.",
            "Exceeded in half of the cases; blank while there are too few days of data",
        ),
    ),
    (
        "p90",
        Words("10번 중 1번만 이보다 많습니다.", "Exceeded in 1 of 10 cases"),
    ),
    (
        "probabilityByClosing",
        Words(
            "마지막 공연까지 매출이 손익분기점에 닿을 확률",
            "Probability that revenue reaches break-even by the last performance",
        ),
    ),
    (
        "straightLineSeats",
        Words(
            "지금까지의 하루 평균이 마지막 공연까지 이어질 때의 좌석",
            "Seats if the daily average so far continues to the last performance",
        ),
    ),
    (
        "straightLineKrw",
        Words(
            "지금까지의 하루 평균이 마지막 공연까지 이어질 때의 매출",
            "Revenue if the daily average so far continues to the last performance",
        ),
    ),
    (
        "sellOutProbability",
        Words("모든 좌석이 팔릴 확률", "Probability that every seat is sold"),
    ),
    (
        "ownFactor",
        Words(
            "회차의 판매 ÷ 같은 종류 회차의 판매",
            "Sales of the performance ÷ those of its performance type",
        ),
    ),
    (
        "comparablesWeight",
        Words(
            "비교 회차가 예측에서 차지하는 비중",
            "Weight of comparable performances in the forecast",
        ),
    ),
    (
        "distance",
        Words(
            "같은 남은 날에서 두 판매율의 차이를 평균한 것",
            "Average gap between both shares at the same days to go",
        ),
    ),
    ("soldShare", Words("팔린 좌석 ÷ 전체 좌석", "Seats sold ÷ all seats")),
    (
        "effectRatio",
        Words(
            "그 사람이 나온 회차의 좌석 ÷ 그 열의 보통 캐스트 − 1",
            "Seats with this person ÷ seats with a typical cast of the column − 1",
        ),
    ),
    ("lowRatio", Words("구간의 낮은 쪽", "Lower end of the interval")),
    ("highRatio", Words("구간의 높은 쪽", "Upper end of the interval")),
    (
        "effectSeats",
        Words("효과 × 회차 좌석의 중앙값", "Effect × median seats of the performances"),
    ),
    (
        "effectKrw",
        Words("좌석으로 본 효과 × 평균 단가", "Effect in seats × average price"),
    ),
    (
        "liftRatio",
        Words(
            "캠페인 기간의 좌석 ÷ 그 기간에 예상된 좌석 − 1",
            "Seats during the campaign ÷ seats expected for that time − 1",
        ),
    ),
    (
        "chanceRatio",
        Words(
            "캠페인이 없던 기간 가운데 이만큼 벗어난 것의 비율",
            "Share of periods without a campaign that deviate as much",
        ),
    ),
    (
        "minimumDetectableRatio",
        Words(
            "다섯 번 중 네 번 알아낼 수 있는 가장 작은 증가",
            "Smallest lift that would be detected in four of five cases",
        ),
    ),
    (
        "errorRatio",
        Words("|p50 − 실제| 합계 ÷ 실제 합계", "Sum of |p50 − actual| ÷ sum of actual"),
    ),
    (
        "biasRatio",
        Words(
            "(p50 − 실제) 합계 ÷ 실제 합계. 0보다 크면 너무 많이 예상한 것입니다.",
            "Sum of (p50 − actual) ÷ sum of actual; above 0 means too much was expected",
        ),
    ),
    (
        "coverage",
        Words(
            "실제가 80 % 구간에 든 예측의 비율",
            "Share of 80% intervals that contain the actual result",
        ),
    ),
    (
        "productionCoverage",
        Words("공연마다 구한 적중률의 평균", "Average coverage of the productions"),
    ),
    (
        "winklerRatio",
        Words(
            "(구간의 너비 + 벗어난 만큼의 10배) 합계 ÷ 실제 합계",
            "Sum of (interval width + 10 × what lies outside) ÷ sum of actual",
        ),
    ),
    (
        "straightLineErrorRatio",
        Words(
            "|직선 예상 − 실제| 합계 ÷ 실제 합계",
            "Sum of |straight line − actual| ÷ sum of actual",
        ),
    ),
    (
        "straightLineBiasRatio",
        Words(
            "(직선 예상 − 실제) 합계 ÷ 실제 합계",
            "Sum of (straight line − actual) ÷ sum of actual",
        ),
    ),
    (
        "brier",
        Words(
            "(확률 − 실제)²의 평균. 0이면 완벽하고 0.25면 동전 던지기와 같습니다.",
            "Average of (probability − actual)²: 0 is perfect, 0.25 a coin toss",
        ),
    ),
    (
        "fromProbability",
        Words("구간의 가장 낮은 확률", "Lowest probability of the bin"),
    ),
    (
        "toProbability",
        Words("다음 구간이 시작하는 확률", "Where the next bin begins"),
    ),
    (
        "toldRatio",
        Words("말한 확률의 평균", "Average of the predicted probabilities"),
    ),
    (
        "cameTrueRatio",
        Words(
            "손익분기에 닿은 예측의 비율",
            "Share of forecasts that reached break-even",
        ),
    ),
    (
        "bookedTickets",
        Words(
            "그 날 예매한 표. 취소하기 전입니다.",
            "Tickets booked that day, before cancellations",
        ),
    ),
    (
        "cancelledTickets",
        Words("그 날 취소한 표", "Tickets cancelled that day"),
    ),
    ("netTickets", Words("예매 − 취소", "Booked − cancelled")),
    (
        "amountKrw",
        Words(
            "구매일 기준 예매 금액(KOPIS)",
            "Booking amount by day of purchase, as reported by KOPIS",
        ),
    ),
    ("marketTicketPriceKrw", Words("금액 ÷ 순 예매", "Amount ÷ net tickets")),
    ("cancellationRatio", Words("취소 ÷ 예매", "Cancelled ÷ booked")),
    (
        "amountShare",
        Words("금액 ÷ 모든 장르의 금액", "Amount ÷ amount of all genres"),
    ),
    (
        "previousAmountKrw",
        Words(
            "바로 앞 같은 일수의 금액. 하루라도 없으면 비웁니다.",
            "Amount of the same number of days before; blank if a day is missing",
        ),
    ),
    (
        "amountChangeRatio",
        Words("금액 ÷ 직전 금액 − 1", "Amount ÷ previous amount − 1"),
    ),
    (
        "ownKrw",
        Words("마지막 창의 이 공연 매출", "Our sales in the last window"),
    ),
    (
        "ownBaseKrw",
        Words("직전 네 창의 매출 ÷ 4", "Our sales in the four previous windows ÷ 4"),
    ),
    (
        "marketKrw",
        Words(
            "마지막 창의 장르 금액. 하루라도 없으면 비웁니다.",
            "Genre amount in the last window; blank if a day is missing",
        ),
    ),
    (
        "marketBaseKrw",
        Words(
            "직전 네 창의 장르 금액 ÷ 4",
            "Genre amount in the four previous windows ÷ 4",
        ),
    ),
    ("ownRatio", Words("매출 ÷ 평소 매출", "Our sales ÷ our base")),
    (
        "marketRatio",
        Words("장르 금액 ÷ 평소 장르 금액", "Market ÷ market base"),
    ),
    (
        "relativeIndex",
        Words(
            "자사 비율 ÷ 시장 비율. 1이면 시장만큼입니다.",
            "Our ratio ÷ market ratio; 1 means in line with the market",
        ),
    ),
    ("marketShareRatio", Words("매출 ÷ 장르 금액", "Our sales ÷ market")),
    ("ownChangeKrw", Words("매출 − 평소 매출", "Our sales − our base")),
    (
        "marketPartKrw",
        Words(
            "평소 매출 × (시장 비율 − 1). 시장만큼 움직였을 때의 증감입니다.",
            "Our base × (market ratio − 1): the change if we had moved with the market",
        ),
    ),
    ("ownPartKrw", Words("증감 − 시장 몫", "Change − market part")),
    (
        "ownIndex",
        Words(
            "그 날까지 7일 매출 ÷ 평소 7일 매출",
            "Our sales of the last seven days ÷ a typical seven days",
        ),
    ),
    (
        "marketIndex",
        Words(
            "그 날까지 7일 장르 금액 ÷ 평소 7일",
            "Genre amount of the last seven days ÷ a typical seven days",
        ),
    ),
    (
        "placeSeats",
        Words("KOPIS에 적힌 공연장 좌석", "Venue seats, as reported by KOPIS"),
    ),
];

/// How the figures of a column come about; what is no figure has no formula.
pub(crate) fn formula(column: &str) -> Option<Words> {
    let own = column.trim_end_matches(".*").rsplit('.').next().unwrap_or(column);
    FORMULAS.iter().find(|(name, _)| *name == own).map(|(_, words)| *words)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::glossary::Unit;
    use crate::{REPORTS, object::TableColumn};

    fn columns() -> impl Iterator<Item = TableColumn> {
        REPORTS.iter().flat_map(|report| {
            let tables = report.tables().iter();
            tables.flat_map(move |table| report.columns(table))
        })
    }

    #[test]
    fn every_amount_share_and_seat_of_a_report_says_how_it_comes_about() {
        for column in columns() {
            let figure = matches!(column.unit(), Unit::Krw | Unit::Ratio | Unit::Seats);
            assert!(!figure || column.formula().is_some(), "{}", column.field());
        }
    }

    #[test]
    fn a_formula_is_told_once_and_of_a_field_that_is_there() {
        let names: BTreeSet<_> = FORMULAS.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.len(), FORMULAS.len());
        let known: BTreeSet<String> = columns()
            .filter_map(|column| {
                column
                    .key()
                    .trim_end_matches(".*")
                    .rsplit('.')
                    .next()
                    .map(str::to_owned)
            })
            .collect();
        for name in names {
            assert!(known.contains(name), "{name}");
        }
    }
}
