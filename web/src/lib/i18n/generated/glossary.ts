// Generated from openapi/catalogue.json by `npm run generate`; never edited.

/** What each field of the reports is called, its unit, and how its figures are read. */
export const fields = {
  "asOf": {
    "ko": "조회 기준일",
    "en": "As of",
    "unit": "day",
    "sense": "plain"
  },
  "productionCode": {
    "ko": "공연 코드",
    "en": "Production code",
    "unit": "text",
    "sense": "plain"
  },
  "productionName": {
    "ko": "공연",
    "en": "Production",
    "unit": "text",
    "sense": "plain"
  },
  "category": {
    "ko": "카테고리",
    "en": "Category",
    "unit": "word",
    "sense": "plain"
  },
  "recordDate": {
    "ko": "기준일",
    "en": "Record date",
    "unit": "day",
    "sense": "plain"
  },
  "productionId": {
    "ko": "공연 ID",
    "en": "Production ID",
    "unit": "id",
    "sense": "plain"
  },
  "weekStart": {
    "ko": "주 시작",
    "en": "Week start",
    "unit": "day",
    "sense": "plain"
  },
  "weekEnd": {
    "ko": "주 끝",
    "en": "Week end",
    "unit": "day",
    "sense": "plain"
  },
  "targetShare": {
    "ko": "목표 점유율",
    "en": "Target share",
    "unit": "ratio",
    "sense": "plain"
  },
  "actualShare": {
    "ko": "실제 점유율",
    "en": "Actual share",
    "unit": "ratio",
    "sense": "plain"
  },
  "shareGap": {
    "ko": "점유율 차이",
    "en": "Share gap",
    "unit": "ratio",
    "sense": "difference"
  },
  "shareRatio": {
    "ko": "점유율 달성률",
    "en": "Share attainment",
    "unit": "ratio",
    "sense": "attainment"
  },
  "targetKrw": {
    "ko": "목표 매출",
    "en": "Target revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "revenueKrw": {
    "ko": "매출",
    "en": "Revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "targetGapKrw": {
    "ko": "목표 대비",
    "en": "Gap to target",
    "unit": "krw",
    "sense": "difference"
  },
  "targetRatio": {
    "ko": "달성률",
    "en": "Attainment",
    "unit": "ratio",
    "sense": "plain"
  },
  "previousRevenueKrw": {
    "ko": "직전 매출",
    "en": "Previous revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "changeKrw": {
    "ko": "증감",
    "en": "Change",
    "unit": "krw",
    "sense": "difference"
  },
  "changeRatio": {
    "ko": "증감률",
    "en": "Change %",
    "unit": "ratio",
    "sense": "change"
  },
  "dueTargetKrw": {
    "ko": "기준일까지 목표",
    "en": "Due target",
    "unit": "krw",
    "sense": "plain"
  },
  "dueRatio": {
    "ko": "기준일까지 달성률",
    "en": "Due attainment",
    "unit": "ratio",
    "sense": "attainment"
  },
  "productions": {
    "ko": "공연 수",
    "en": "Productions",
    "unit": "count",
    "sense": "plain"
  },
  "counted": {
    "ko": "집계한 공연 수",
    "en": "Counted",
    "unit": "count",
    "sense": "plain"
  },
  "compared": {
    "ko": "비교한 공연 수",
    "en": "Compared",
    "unit": "count",
    "sense": "plain"
  },
  "cast": {
    "ko": "캐스트",
    "en": "Cast",
    "unit": "names",
    "sense": "plain"
  },
  "performances": {
    "ko": "회차 수",
    "en": "Performances",
    "unit": "count",
    "sense": "plain"
  },
  "rank": {
    "ko": "순위",
    "en": "Rank",
    "unit": "rank",
    "sense": "plain"
  },
  "lowThreshold": {
    "ko": "저조 기준",
    "en": "Low threshold",
    "unit": "ratio",
    "sense": "plain"
  },
  "thisWeekStart": {
    "ko": "이번 주 시작",
    "en": "This week starts",
    "unit": "day",
    "sense": "plain"
  },
  "nextWeekStart": {
    "ko": "다음 주 시작",
    "en": "Next week starts",
    "unit": "day",
    "sense": "plain"
  },
  "nextWeekOccupancy": {
    "ko": "다음 주 점유율",
    "en": "Next week's occupancy",
    "unit": "ratio",
    "sense": "plain"
  },
  "startsAt": {
    "ko": "공연 일시",
    "en": "Starts at",
    "unit": "instant",
    "sense": "plain"
  },
  "paidShare": {
    "ko": "유료 점유율",
    "en": "Paid share",
    "unit": "ratio",
    "sense": "plain"
  },
  "complimentaryShare": {
    "ko": "초대 점유율",
    "en": "Complimentary share",
    "unit": "ratio",
    "sense": "plain"
  },
  "occupancy": {
    "ko": "점유율",
    "en": "Occupancy",
    "unit": "ratio",
    "sense": "plain"
  },
  "paidSeats": {
    "ko": "유료 좌석",
    "en": "Paid seats",
    "unit": "seats",
    "sense": "plain"
  },
  "complimentarySeats": {
    "ko": "초대 좌석",
    "en": "Complimentary seats",
    "unit": "seats",
    "sense": "plain"
  },
  "remainingSeats": {
    "ko": "잔여석",
    "en": "Remaining seats",
    "unit": "seats",
    "sense": "plain"
  },
  "week": {
    "ko": "주",
    "en": "Week",
    "unit": "word",
    "sense": "plain"
  },
  "low": {
    "ko": "낮은 점유율",
    "en": "Low occupancy",
    "unit": "flag",
    "sense": "plain"
  },
  "lastSaleDay": {
    "ko": "최근 판매일",
    "en": "Last sale day",
    "unit": "day",
    "sense": "plain"
  },
  "lastSaleDayRevenueKrw": {
    "ko": "최근 판매일 매출",
    "en": "Last sale day revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "latestPerformanceDay": {
    "ko": "최근 공연일",
    "en": "Latest performance day",
    "unit": "day",
    "sense": "plain"
  },
  "latestOccupancy": {
    "ko": "최근 점유율",
    "en": "Latest occupancy",
    "unit": "ratio",
    "sense": "plain"
  },
  "previousPerformanceDay": {
    "ko": "그 전 공연일",
    "en": "Previous performance day",
    "unit": "day",
    "sense": "plain"
  },
  "previousOccupancy": {
    "ko": "그 전 점유율",
    "en": "Previous occupancy",
    "unit": "ratio",
    "sense": "plain"
  },
  "occupancyChange": {
    "ko": "점유율 변화",
    "en": "Occupancy change",
    "unit": "ratio",
    "sense": "difference"
  },
  "playedPerformances": {
    "ko": "공연한 회차",
    "en": "Played",
    "unit": "count",
    "sense": "plain"
  },
  "playedRevenueKrw": {
    "ko": "공연한 회차 매출",
    "en": "Played revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "playedMeanRevenueKrw": {
    "ko": "공연한 회차 평균",
    "en": "Played mean",
    "unit": "krw",
    "sense": "plain"
  },
  "toComePerformances": {
    "ko": "예정 회차",
    "en": "To come",
    "unit": "count",
    "sense": "plain"
  },
  "toComeRevenueKrw": {
    "ko": "예정 회차 판매분",
    "en": "To-come revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "toComeMeanRevenueKrw": {
    "ko": "예정 회차 평균",
    "en": "To-come mean",
    "unit": "krw",
    "sense": "plain"
  },
  "projectedRevenueKrw": {
    "ko": "예상 매출",
    "en": "Projected revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "breakEvenKrw": {
    "ko": "손익분기점",
    "en": "Break-even",
    "unit": "krw",
    "sense": "plain"
  },
  "projectedProfitKrw": {
    "ko": "예상 손익",
    "en": "Projected profit",
    "unit": "krw",
    "sense": "balance"
  },
  "reason": {
    "ko": "계산할 수 없는 이유",
    "en": "Why not",
    "unit": "word",
    "sense": "plain"
  },
  "paidSeatsByGrade.*": {
    "ko": "등급별 유료",
    "en": "Paid by grade",
    "unit": "seats",
    "sense": "plain"
  },
  "complimentarySeatsByGrade.*": {
    "ko": "등급별 초대",
    "en": "Complimentary by grade",
    "unit": "seats",
    "sense": "plain"
  },
  "depositShare": {
    "ko": "예매 점유율",
    "en": "Deposit share",
    "unit": "ratio",
    "sense": "plain"
  },
  "meanTicketPriceKrw": {
    "ko": "평균 단가",
    "en": "Mean ticket price",
    "unit": "krw",
    "sense": "price"
  },
  "month": {
    "ko": "월",
    "en": "Month",
    "unit": "month",
    "sense": "plain"
  },
  "note": {
    "ko": "메모",
    "en": "Note",
    "unit": "text",
    "sense": "plain"
  },
  "totalRevenueKrw": {
    "ko": "누적 매출",
    "en": "Total revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "totalTargetKrw": {
    "ko": "총목표",
    "en": "Total target",
    "unit": "krw",
    "sense": "plain"
  },
  "totalRatio": {
    "ko": "총달성률",
    "en": "Total attainment",
    "unit": "ratio",
    "sense": "plain"
  },
  "recordDateRevenueKrw": {
    "ko": "기준일 매출",
    "en": "Record-date revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "recordDateTargetKrw": {
    "ko": "기준일 목표",
    "en": "Record-date target",
    "unit": "krw",
    "sense": "plain"
  },
  "recordDateRatio": {
    "ko": "기준일 달성률",
    "en": "Record-date attainment",
    "unit": "ratio",
    "sense": "attainment"
  },
  "meanRevenueKrw": {
    "ko": "회당 평균 매출",
    "en": "Mean per performance",
    "unit": "krw",
    "sense": "plain"
  },
  "unpaidShare": {
    "ko": "유료−예매 차이",
    "en": "Paid less deposit",
    "unit": "ratio",
    "sense": "plain"
  },
  "past.performances": {
    "ko": "지난 회차: 회차 수",
    "en": "Past: Performances",
    "unit": "count",
    "sense": "plain"
  },
  "past.depositShare": {
    "ko": "지난 회차: 예매 점유율",
    "en": "Past: Deposit share",
    "unit": "ratio",
    "sense": "plain"
  },
  "past.paidShare": {
    "ko": "지난 회차: 유료 점유율",
    "en": "Past: Paid share",
    "unit": "ratio",
    "sense": "plain"
  },
  "past.unpaidShare": {
    "ko": "지난 회차: 유료−예매 차이",
    "en": "Past: Paid less deposit",
    "unit": "ratio",
    "sense": "plain"
  },
  "future.performances": {
    "ko": "앞으로 회차: 회차 수",
    "en": "Future: Performances",
    "unit": "count",
    "sense": "plain"
  },
  "future.depositShare": {
    "ko": "앞으로 회차: 예매 점유율",
    "en": "Future: Deposit share",
    "unit": "ratio",
    "sense": "plain"
  },
  "future.paidShare": {
    "ko": "앞으로 회차: 유료 점유율",
    "en": "Future: Paid share",
    "unit": "ratio",
    "sense": "plain"
  },
  "future.unpaidShare": {
    "ko": "앞으로 회차: 유료−예매 차이",
    "en": "Future: Paid less deposit",
    "unit": "ratio",
    "sense": "plain"
  },
  "offeredSeats": {
    "ko": "판매 가능 좌석",
    "en": "Seats offered",
    "unit": "seats",
    "sense": "plain"
  },
  "paidRatio": {
    "ko": "유료 판매율",
    "en": "Paid ratio",
    "unit": "ratio",
    "sense": "plain"
  },
  "day": {
    "ko": "날짜",
    "en": "Day",
    "unit": "day",
    "sense": "plain"
  },
  "seats": {
    "ko": "좌석",
    "en": "Seats",
    "unit": "seats",
    "sense": "plain"
  },
  "salesMarketing": {
    "ko": "세일즈 마케팅",
    "en": "Sales marketing",
    "unit": "text",
    "sense": "plain"
  },
  "promotion": {
    "ko": "프로모션",
    "en": "Promotion",
    "unit": "text",
    "sense": "plain"
  },
  "other": {
    "ko": "기타",
    "en": "Other",
    "unit": "text",
    "sense": "plain"
  },
  "previousSaleDay": {
    "ko": "그 전 판매일",
    "en": "Previous sale day",
    "unit": "day",
    "sense": "plain"
  },
  "previousSaleDayRevenueKrw": {
    "ko": "그 전 판매일 매출",
    "en": "Previous sale day revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "yesterday": {
    "ko": "어제",
    "en": "Yesterday",
    "unit": "day",
    "sense": "plain"
  },
  "yesterdayRevenueKrw": {
    "ko": "어제 매출",
    "en": "Yesterday's revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "sevenDayRevenueKrw": {
    "ko": "최근 7일 매출",
    "en": "7-day revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "sevenDayMeanRevenueKrw": {
    "ko": "7일 하루 평균",
    "en": "7-day daily mean",
    "unit": "krw",
    "sense": "plain"
  },
  "elapsedDays": {
    "ko": "판매 경과일",
    "en": "Days on sale",
    "unit": "count",
    "sense": "plain"
  },
  "daysToSaleEnd": {
    "ko": "판매 남은 날",
    "en": "Days to sale end",
    "unit": "count",
    "sense": "plain"
  },
  "grade": {
    "ko": "등급",
    "en": "Grade",
    "unit": "grade",
    "sense": "plain"
  },
  "soldSeats": {
    "ko": "판매 좌석",
    "en": "Sold seats",
    "unit": "seats",
    "sense": "plain"
  },
  "expectedAdditionalSeats": {
    "ko": "예상 추가 판매",
    "en": "Expected additional",
    "unit": "seats",
    "sense": "plain"
  },
  "expectedRemainingSeats": {
    "ko": "예상 잔여석",
    "en": "Expected remaining",
    "unit": "seats",
    "sense": "plain"
  },
  "breakEvenSeats": {
    "ko": "손익분기 좌석",
    "en": "Break-even seats",
    "unit": "seats",
    "sense": "plain"
  },
  "expectedSalesRatio": {
    "ko": "예상 판매율",
    "en": "Expected sales ratio",
    "unit": "ratio",
    "sense": "plain"
  },
  "expectedRemainingRatio": {
    "ko": "예상 잔여율",
    "en": "Expected remaining ratio",
    "unit": "ratio",
    "sense": "plain"
  },
  "saleDays": {
    "ko": "판매 일수",
    "en": "Sale days",
    "unit": "count",
    "sense": "plain"
  },
  "daysLeft": {
    "ko": "남은 날",
    "en": "Days left",
    "unit": "count",
    "sense": "plain"
  },
  "exceedsHouse": {
    "ko": "만석 초과",
    "en": "Exceeds the house",
    "unit": "flag",
    "sense": "plain"
  },
  "fullHouseKrw": {
    "ko": "만석 매출",
    "en": "Full house",
    "unit": "krw",
    "sense": "plain"
  },
  "expectedRevenueKrw": {
    "ko": "기대 매출",
    "en": "Expected revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "expectedProfitKrw": {
    "ko": "기대 손익",
    "en": "Expected profit",
    "unit": "krw",
    "sense": "balance"
  },
  "steady": {
    "ko": "추세 안정",
    "en": "Steady",
    "unit": "flag",
    "sense": "plain"
  },
  "ratio": {
    "ko": "달성률",
    "en": "Attainment",
    "unit": "ratio",
    "sense": "plain"
  },
  "weekNumber": {
    "ko": "주차",
    "en": "Week no.",
    "unit": "week",
    "sense": "plain"
  },
  "grain": {
    "ko": "단위",
    "en": "Grain",
    "unit": "word",
    "sense": "plain"
  },
  "period": {
    "ko": "기간",
    "en": "Period",
    "unit": "period",
    "sense": "plain"
  },
  "cumulativeRevenueKrw": {
    "ko": "누적 매출",
    "en": "Cumulative revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "cumulativeTargetKrw": {
    "ko": "누적 목표",
    "en": "Cumulative target",
    "unit": "krw",
    "sense": "plain"
  },
  "cumulativeRatio": {
    "ko": "누적 달성률",
    "en": "Cumulative attainment",
    "unit": "ratio",
    "sense": "plain"
  },
  "cumulativeDueTargetKrw": {
    "ko": "기준일까지 누적 목표",
    "en": "Cumulative due target",
    "unit": "krw",
    "sense": "plain"
  },
  "cumulativeDueRatio": {
    "ko": "기준일까지 누적 달성률",
    "en": "Cumulative due attainment",
    "unit": "ratio",
    "sense": "attainment"
  },
  "comparable": {
    "ko": "주 마감",
    "en": "Week is over",
    "unit": "flag",
    "sense": "plain"
  },
  "comparedDays": {
    "ko": "비교한 일수",
    "en": "Days compared",
    "unit": "count",
    "sense": "plain"
  },
  "uploaded": {
    "ko": "올림",
    "en": "Uploaded",
    "unit": "flag",
    "sense": "plain"
  },
  "fileName": {
    "ko": "파일 이름",
    "en": "File name",
    "unit": "text",
    "sense": "plain"
  },
  "state": {
    "ko": "상태",
    "en": "State",
    "unit": "word",
    "sense": "plain"
  },
  "missing": {
    "ko": "자료 누락",
    "en": "Missing",
    "unit": "flag",
    "sense": "plain"
  },
  "basis": {
    "ko": "매출 기준",
    "en": "Revenue basis",
    "unit": "word",
    "sense": "plain"
  },
  "salesReason": {
    "ko": "판매일 자료가 없는 이유",
    "en": "Why no sale days",
    "unit": "word",
    "sense": "plain"
  },
  "bookedKrw": {
    "ko": "예매 매출",
    "en": "Booked",
    "unit": "krw",
    "sense": "plain"
  },
  "depositedKrw": {
    "ko": "입금 매출",
    "en": "Deposited",
    "unit": "krw",
    "sense": "plain"
  },
  "openSeats": {
    "ko": "오픈 좌석",
    "en": "Open seats",
    "unit": "seats",
    "sense": "plain"
  },
  "seatRatio": {
    "ko": "좌석 판매율",
    "en": "Seats sold %",
    "unit": "ratio",
    "sense": "plain"
  },
  "breakEvenRatio": {
    "ko": "손익분기 달성률",
    "en": "Break-even attainment",
    "unit": "ratio",
    "sense": "plain"
  },
  "breakEvenOnTarget": {
    "ko": "목표 대비 손익분기",
    "en": "Break-even on target",
    "unit": "ratio",
    "sense": "plain"
  },
  "profitKrw": {
    "ko": "손익",
    "en": "Profit",
    "unit": "krw",
    "sense": "balance"
  },
  "revenueShare": {
    "ko": "매출 비중",
    "en": "Revenue share",
    "unit": "ratio",
    "sense": "plain"
  },
  "yesterdayChangeKrw": {
    "ko": "어제 증감",
    "en": "Yesterday's change",
    "unit": "krw",
    "sense": "difference"
  },
  "sevenDayChangeRatio": {
    "ko": "최근 7일 증감률",
    "en": "7-day change %",
    "unit": "ratio",
    "sense": "change"
  },
  "weekRevenueKrw": {
    "ko": "주간 매출",
    "en": "Week's revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "weekDueTargetKrw": {
    "ko": "주간 목표(기준일까지)",
    "en": "Week's due target",
    "unit": "krw",
    "sense": "plain"
  },
  "weekDueRatio": {
    "ko": "주간 달성률",
    "en": "Week's due attainment",
    "unit": "ratio",
    "sense": "attainment"
  },
  "weekChangeRatio": {
    "ko": "주간 증감률",
    "en": "Week's change %",
    "unit": "ratio",
    "sense": "change"
  },
  "monthRevenueKrw": {
    "ko": "월간 매출",
    "en": "Month's revenue",
    "unit": "krw",
    "sense": "plain"
  },
  "monthTargetKrw": {
    "ko": "월간 목표",
    "en": "Month's target",
    "unit": "krw",
    "sense": "plain"
  },
  "monthDueTargetKrw": {
    "ko": "월간 목표(기준일까지)",
    "en": "Month's due target",
    "unit": "krw",
    "sense": "plain"
  },
  "monthDueRatio": {
    "ko": "월간 달성률",
    "en": "Month's due attainment",
    "unit": "ratio",
    "sense": "attainment"
  },
  "sevenDayPerformances": {
    "ko": "앞으로 7일 회차",
    "en": "Next 7 days' performances",
    "unit": "count",
    "sense": "plain"
  },
  "sevenDayOccupancy": {
    "ko": "앞으로 7일 점유율",
    "en": "Next 7 days' occupancy",
    "unit": "ratio",
    "sense": "plain"
  },
  "due": {
    "ko": "올릴 공연 수",
    "en": "Due",
    "unit": "count",
    "sense": "plain"
  },
  "arrived": {
    "ko": "올린 공연 수",
    "en": "Arrived",
    "unit": "count",
    "sense": "plain"
  }
} as const;

/** What each word of a choice is called. */
export const choices = {
  "concert": {
    "ko": "콘서트",
    "en": "Concert"
  },
  "play": {
    "ko": "연극",
    "en": "Play"
  },
  "musical": {
    "ko": "뮤지컬",
    "en": "Musical"
  },
  "this": {
    "ko": "이번 주",
    "en": "This week"
  },
  "next": {
    "ko": "다음 주",
    "en": "Next week"
  },
  "booked": {
    "ko": "예매",
    "en": "Booked"
  },
  "deposited": {
    "ko": "입금",
    "en": "Deposited"
  },
  "before_sale": {
    "ko": "판매 전",
    "en": "Before sale"
  },
  "on_sale": {
    "ko": "판매 중",
    "en": "On sale"
  },
  "running": {
    "ko": "공연 중",
    "en": "Running"
  },
  "over": {
    "ko": "종료",
    "en": "Over"
  },
  "no_snapshot": {
    "ko": "자료 없음",
    "en": "No snapshot"
  },
  "no_played_performance": {
    "ko": "공연한 회차 없음",
    "en": "None played yet"
  },
  "no_break_even": {
    "ko": "손익분기점 미입력",
    "en": "No break-even set"
  },
  "no_sale_day": {
    "ko": "판매일 없음",
    "en": "No sale day"
  },
  "no_sale_days": {
    "ko": "판매일 자료 없음",
    "en": "No sale days"
  },
  "no_sale_end": {
    "ko": "판매 종료일 미입력",
    "en": "No sale end set"
  },
  "day": {
    "ko": "일",
    "en": "Day"
  },
  "week": {
    "ko": "주",
    "en": "Week"
  },
  "month": {
    "ko": "월",
    "en": "Month"
  },
  "json": {
    "ko": "JSON",
    "en": "JSON"
  },
  "csv": {
    "ko": "CSV",
    "en": "CSV"
  },
  "xlsx": {
    "ko": "엑셀(xlsx)",
    "en": "Excel (xlsx)"
  }
} as const;

/** What the usual seat grades are called. */
export const grades = {
  "vip": {
    "ko": "VIP석",
    "en": "VIP"
  },
  "r": {
    "ko": "R석",
    "en": "R"
  },
  "s": {
    "ko": "S석",
    "en": "S"
  },
  "a": {
    "ko": "A석",
    "en": "A"
  },
  "b": {
    "ko": "B석",
    "en": "B"
  },
  "bad_r": {
    "ko": "R석 시야제한",
    "en": "R restricted view"
  },
  "bad_s": {
    "ko": "S석 시야제한",
    "en": "S restricted view"
  },
  "bad_a": {
    "ko": "A석 시야제한",
    "en": "A restricted view"
  },
  "accessible": {
    "ko": "휠체어석",
    "en": "Accessible"
  }
} as const;
