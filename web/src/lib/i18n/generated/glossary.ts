// Generated from openapi/catalogue.json by `npm run generate`; never edited.

/** What each field of the reports is called, its unit, how its figures are read, and how they come about. */
export const fields = {
  "asOf": {
    "ko": "조회 기준일",
    "en": "As of",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "productionCode": {
    "ko": "공연 코드",
    "en": "Production code",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "productionName": {
    "ko": "공연",
    "en": "Production",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "category": {
    "ko": "카테고리",
    "en": "Category",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "recordDate": {
    "ko": "기준일",
    "en": "Record date",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "productionId": {
    "ko": "공연 ID",
    "en": "Production ID",
    "unit": "id",
    "sense": "plain",
    "formula": null
  },
  "weekStart": {
    "ko": "주 시작",
    "en": "Week start",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "weekEnd": {
    "ko": "주 끝",
    "en": "Week end",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "targetShare": {
    "ko": "목표 점유율",
    "en": "Target share",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "공연 정보에 입력한 목표 점유율입니다.",
      "en": "The target share entered for the production."
    }
  },
  "actualShare": {
    "ko": "실제 점유율",
    "en": "Actual share",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "그 주 회차들의 점유율 평균. 점유율은 유료와 초대를 더한 것입니다.",
      "en": "Average occupancy of the week's performances: paid and complimentary together."
    }
  },
  "shareGap": {
    "ko": "점유율 차이",
    "en": "Share gap",
    "unit": "ratio",
    "sense": "difference",
    "formula": {
      "ko": "실제 점유율 − 목표 점유율",
      "en": "Actual share − target share"
    }
  },
  "shareRatio": {
    "ko": "점유율 달성률",
    "en": "Share attainment",
    "unit": "ratio",
    "sense": "attainment",
    "formula": {
      "ko": "실제 점유율 ÷ 목표 점유율",
      "en": "Actual share ÷ target share"
    }
  },
  "targetKrw": {
    "ko": "목표 매출",
    "en": "Target revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "기간에 든 날들의 일별 목표 합계. 목표 화면에서 입력합니다.",
      "en": "Sum of the period's daily targets, as entered in Targets."
    }
  },
  "revenueKrw": {
    "ko": "매출",
    "en": "Revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "기간이나 회차의 판매 매출. 업로드한 파일에서 옵니다.",
      "en": "Sales of the period or the performances, from the uploaded workbooks."
    }
  },
  "targetGapKrw": {
    "ko": "목표 대비",
    "en": "Gap to target",
    "unit": "krw",
    "sense": "difference",
    "formula": {
      "ko": "매출 − 목표 매출",
      "en": "Revenue − target"
    }
  },
  "targetRatio": {
    "ko": "달성률",
    "en": "Attainment",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "매출 ÷ 목표 매출",
      "en": "Revenue ÷ target"
    }
  },
  "previousRevenueKrw": {
    "ko": "직전 매출",
    "en": "Previous revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "바로 앞 기간(전주나 그 전 판매일)의 매출",
      "en": "Sales of the period before: the previous week or sale day"
    }
  },
  "changeKrw": {
    "ko": "증감",
    "en": "Change",
    "unit": "krw",
    "sense": "difference",
    "formula": {
      "ko": "매출 − 바로 앞 기간의 매출",
      "en": "Revenue − the previous period's revenue"
    }
  },
  "changeRatio": {
    "ko": "증감률",
    "en": "Change %",
    "unit": "ratio",
    "sense": "change",
    "formula": {
      "ko": "증감 ÷ 바로 앞 기간의 매출",
      "en": "Change ÷ the previous period's revenue"
    }
  },
  "dueTargetKrw": {
    "ko": "기준일까지 목표",
    "en": "Target to date",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "기간에 든 날 가운데 기준일까지의 일별 목표 합계",
      "en": "Sum of the period's daily targets up to the record date"
    }
  },
  "dueRatio": {
    "ko": "기준일까지 달성률",
    "en": "Attainment to date",
    "unit": "ratio",
    "sense": "attainment",
    "formula": {
      "ko": "매출 ÷ 기준일까지 목표. 끝나지 않은 기간은 이것으로 판단합니다.",
      "en": "Revenue ÷ target to date; used for periods still running."
    }
  },
  "salesReason": {
    "ko": "판매일 자료가 없는 이유",
    "en": "Why no sale days",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "productions": {
    "ko": "공연 수",
    "en": "Productions",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "counted": {
    "ko": "집계한 공연 수",
    "en": "Productions counted",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "compared": {
    "ko": "비교한 공연 수",
    "en": "Productions compared",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "cast": {
    "ko": "캐스트",
    "en": "Cast",
    "unit": "names",
    "sense": "plain",
    "formula": null
  },
  "performances": {
    "ko": "회차 수",
    "en": "Performances",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "rank": {
    "ko": "순위",
    "en": "Rank",
    "unit": "rank",
    "sense": "plain",
    "formula": null
  },
  "lowThreshold": {
    "ko": "저조 기준",
    "en": "Low threshold",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "이보다 점유율이 낮은 회차를 저조로 봅니다.",
      "en": "Performances below this occupancy count as low."
    }
  },
  "thisWeekStart": {
    "ko": "이번 주 시작",
    "en": "This week starts",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "nextWeekStart": {
    "ko": "다음 주 시작",
    "en": "Next week starts",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "nextWeekOccupancy": {
    "ko": "다음 주 점유율",
    "en": "Next week's occupancy",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "다음 주 회차들의 점유율 평균",
      "en": "Average occupancy of next week's performances"
    }
  },
  "startsAt": {
    "ko": "공연 일시",
    "en": "Starts at",
    "unit": "instant",
    "sense": "plain",
    "formula": null
  },
  "paidShare": {
    "ko": "유료 점유율",
    "en": "Paid share",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "파일의 유료 점유율. 여러 회차는 평균입니다.",
      "en": "The paid share from the workbook; the average for several performances."
    }
  },
  "complimentaryShare": {
    "ko": "초대 점유율",
    "en": "Complimentary share",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "파일의 초대 점유율",
      "en": "The complimentary share from the workbook"
    }
  },
  "occupancy": {
    "ko": "점유율",
    "en": "Occupancy",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "유료 점유율 + 초대 점유율",
      "en": "Paid share + complimentary share"
    }
  },
  "paidSeats": {
    "ko": "유료 좌석",
    "en": "Paid seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "팔린 좌석. 파일의 등급별 유료 좌석 합계입니다.",
      "en": "Seats sold: the paid seats of all grades in the workbook."
    }
  },
  "complimentarySeats": {
    "ko": "초대 좌석",
    "en": "Complimentary seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "초대한 좌석. 파일의 등급별 초대 좌석 합계입니다.",
      "en": "Seats given away: the complimentary seats of all grades in the workbook."
    }
  },
  "remainingSeats": {
    "ko": "잔여석",
    "en": "Remaining seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "좌석 − 유료 좌석. 회차별·등급별 현황에서는 초대 좌석도 뺍니다.",
      "en": "Seats − paid seats; by performance and by grade also − complimentary seats"
    }
  },
  "week": {
    "ko": "주",
    "en": "Week",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "low": {
    "ko": "예매 저조",
    "en": "Low occupancy",
    "unit": "flag",
    "sense": "plain",
    "formula": null
  },
  "lastSaleDay": {
    "ko": "최근 판매일",
    "en": "Last sale day",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "lastSaleDayRevenueKrw": {
    "ko": "최근 판매일 매출",
    "en": "Last sale day revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "기준일까지 가장 최근 판매일의 매출",
      "en": "Sales of the latest sale day up to the record date"
    }
  },
  "latestPerformanceDay": {
    "ko": "최근 공연일",
    "en": "Latest performance day",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "latestOccupancy": {
    "ko": "최근 점유율",
    "en": "Latest occupancy",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "가장 최근 공연일 회차들의 점유율 평균",
      "en": "Average occupancy of the latest performance day"
    }
  },
  "previousPerformanceDay": {
    "ko": "그 전 공연일",
    "en": "Previous performance day",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "previousOccupancy": {
    "ko": "그 전 점유율",
    "en": "Previous occupancy",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "그 전 공연일 회차들의 점유율 평균",
      "en": "Average occupancy of the previous performance day"
    }
  },
  "occupancyChange": {
    "ko": "점유율 변화",
    "en": "Occupancy change",
    "unit": "ratio",
    "sense": "difference",
    "formula": {
      "ko": "최근 점유율 − 그 전 점유율",
      "en": "Latest occupancy − previous occupancy"
    }
  },
  "playedPerformances": {
    "ko": "공연한 회차",
    "en": "Played",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "playedRevenueKrw": {
    "ko": "공연한 회차 매출",
    "en": "Played revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "기준일까지 공연한 회차의 매출 합계",
      "en": "Revenue of the performances up to the record date"
    }
  },
  "playedMeanRevenueKrw": {
    "ko": "공연한 회차 평균",
    "en": "Played mean",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "공연한 회차 매출 ÷ 공연한 회차 수",
      "en": "Played revenue ÷ played performances"
    }
  },
  "toComePerformances": {
    "ko": "예정 회차",
    "en": "To come",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "toComeRevenueKrw": {
    "ko": "예정 회차 판매분",
    "en": "To-come revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "기준일 뒤 회차의 지금까지 매출 합계",
      "en": "Revenue so far of the performances after the record date"
    }
  },
  "toComeMeanRevenueKrw": {
    "ko": "예정 회차 평균",
    "en": "To-come mean",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "예정 회차 판매분 ÷ 예정 회차 수",
      "en": "To-come revenue ÷ upcoming performances"
    }
  },
  "projectedRevenueKrw": {
    "ko": "예상 매출",
    "en": "Projected revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "공연: 공연한 회차 매출 + 공연한 회차의 평균 매출 × 예정 회차. 콘서트: 매출 + 판매일 평균 매출 × 남은 날",
      "en": "Plays: played revenue + average per performance played × upcoming performances. Concerts: revenue + average per sale day × days left"
    }
  },
  "breakEvenKrw": {
    "ko": "손익분기점",
    "en": "Break-even",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "공연 정보에 입력한 손익분기점입니다.",
      "en": "The break-even entered for the production."
    }
  },
  "projectedProfitKrw": {
    "ko": "예상 손익",
    "en": "Projected profit",
    "unit": "krw",
    "sense": "balance",
    "formula": {
      "ko": "예상 매출 − 손익분기점",
      "en": "Projected revenue − break-even"
    }
  },
  "reason": {
    "ko": "계산할 수 없는 이유",
    "en": "Why not",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "paidSeatsByGrade.*": {
    "ko": "등급별 유료",
    "en": "Paid by grade",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "파일에 적힌 등급별 유료 좌석",
      "en": "Paid seats by grade, from the workbook"
    }
  },
  "complimentarySeatsByGrade.*": {
    "ko": "등급별 초대",
    "en": "Complimentary by grade",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "파일에 적힌 등급별 초대 좌석",
      "en": "Complimentary seats by grade, from the workbook"
    }
  },
  "depositShare": {
    "ko": "예매 점유율",
    "en": "Deposit share",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "파일의 예매 점유율. 여러 회차는 평균입니다.",
      "en": "The deposit share from the workbook; the average for several performances."
    }
  },
  "meanTicketPriceKrw": {
    "ko": "평균 단가",
    "en": "Mean ticket price",
    "unit": "krw",
    "sense": "price",
    "formula": {
      "ko": "매출 ÷ 유료 좌석",
      "en": "Revenue ÷ paid seats"
    }
  },
  "number": {
    "ko": "회차 번호",
    "en": "No.",
    "unit": "rank",
    "sense": "plain",
    "formula": null
  },
  "remark": {
    "ko": "비고",
    "en": "Remark",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "roles": {
    "ko": "배역",
    "en": "Roles",
    "unit": "names",
    "sense": "plain",
    "formula": null
  },
  "depositedSeats": {
    "ko": "입금 좌석",
    "en": "Deposited seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "입금이 끝난 좌석",
      "en": "Booked seats that have been paid for"
    }
  },
  "depositedKrw": {
    "ko": "입금 매출",
    "en": "Deposited revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "지금까지 입금된 매출",
      "en": "Revenue deposited so far"
    }
  },
  "pendingSeats": {
    "ko": "미입금 좌석",
    "en": "Pending seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "예매했지만 아직 입금되지 않은 좌석: 예매 − 입금, 0보다 작지 않습니다.",
      "en": "Seats booked but not yet paid for: booked − deposited, never below 0"
    }
  },
  "pendingKrw": {
    "ko": "미입금 매출",
    "en": "Pending revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "예매했지만 아직 입금되지 않은 매출: 예매 − 입금, 0보다 작지 않습니다.",
      "en": "Revenue booked but not yet paid for: booked − deposited, never below 0"
    }
  },
  "month": {
    "ko": "월",
    "en": "Month",
    "unit": "month",
    "sense": "plain",
    "formula": null
  },
  "note": {
    "ko": "메모",
    "en": "Note",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "totalRevenueKrw": {
    "ko": "누적 매출",
    "en": "Total revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "판매 시작부터 기준일까지의 매출",
      "en": "Sales from the first sale day to the record date"
    }
  },
  "totalTargetKrw": {
    "ko": "총목표",
    "en": "Total target",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "판매 기간 전체의 일별 목표 합계",
      "en": "Sum of the daily targets of the whole sale period"
    }
  },
  "totalRatio": {
    "ko": "총달성률",
    "en": "Total attainment",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "누적 매출 ÷ 총목표",
      "en": "Total revenue ÷ total target"
    }
  },
  "recordDateRevenueKrw": {
    "ko": "기준일 매출",
    "en": "Record-date revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "기준일 하루의 매출",
      "en": "Sales on the record date alone"
    }
  },
  "recordDateTargetKrw": {
    "ko": "기준일 목표",
    "en": "Record-date target",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "기준일 하루의 목표",
      "en": "Target for the record date alone"
    }
  },
  "recordDateRatio": {
    "ko": "기준일 달성률",
    "en": "Record-date attainment",
    "unit": "ratio",
    "sense": "attainment",
    "formula": {
      "ko": "기준일 매출 ÷ 기준일 목표",
      "en": "Record-date revenue ÷ record-date target"
    }
  },
  "meanRevenueKrw": {
    "ko": "회당 평균 매출",
    "en": "Mean per performance",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "매출 ÷ 회차 수",
      "en": "Revenue ÷ performances"
    }
  },
  "unpaidShare": {
    "ko": "유료−예매 차이",
    "en": "Paid less deposit",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "유료 점유율 − 예매 점유율",
      "en": "Paid share − deposit share"
    }
  },
  "past.performances": {
    "ko": "지난 회차: 회차 수",
    "en": "Past: Performances",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "past.depositShare": {
    "ko": "지난 회차: 예매 점유율",
    "en": "Past: Deposit share",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "파일의 예매 점유율. 여러 회차는 평균입니다.",
      "en": "The deposit share from the workbook; the average for several performances."
    }
  },
  "past.paidShare": {
    "ko": "지난 회차: 유료 점유율",
    "en": "Past: Paid share",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "파일의 유료 점유율. 여러 회차는 평균입니다.",
      "en": "The paid share from the workbook; the average for several performances."
    }
  },
  "past.unpaidShare": {
    "ko": "지난 회차: 유료−예매 차이",
    "en": "Past: Paid less deposit",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "유료 점유율 − 예매 점유율",
      "en": "Paid share − deposit share"
    }
  },
  "future.performances": {
    "ko": "앞으로 회차: 회차 수",
    "en": "Future: Performances",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "future.depositShare": {
    "ko": "앞으로 회차: 예매 점유율",
    "en": "Future: Deposit share",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "파일의 예매 점유율. 여러 회차는 평균입니다.",
      "en": "The deposit share from the workbook; the average for several performances."
    }
  },
  "future.paidShare": {
    "ko": "앞으로 회차: 유료 점유율",
    "en": "Future: Paid share",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "파일의 유료 점유율. 여러 회차는 평균입니다.",
      "en": "The paid share from the workbook; the average for several performances."
    }
  },
  "future.unpaidShare": {
    "ko": "앞으로 회차: 유료−예매 차이",
    "en": "Future: Paid less deposit",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "유료 점유율 − 예매 점유율",
      "en": "Paid share − deposit share"
    }
  },
  "offeredSeats": {
    "ko": "판매 가능 좌석",
    "en": "Seats offered",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "회차 수 × 회당 좌석",
      "en": "Performances × seats per performance"
    }
  },
  "paidRatio": {
    "ko": "유료 판매율",
    "en": "Paid ratio",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "유료 좌석 ÷ 판매 가능 좌석. 등급별 표에서는 모든 등급의 유료 좌석으로 나눕니다.",
      "en": "Paid seats ÷ seats offered; in tables by grade, ÷ paid seats of all grades"
    }
  },
  "past.depositedSeats": {
    "ko": "지난 회차: 입금 좌석",
    "en": "Past: Deposited seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "입금이 끝난 좌석",
      "en": "Booked seats that have been paid for"
    }
  },
  "past.depositedKrw": {
    "ko": "지난 회차: 입금 매출",
    "en": "Past: Deposited revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "지금까지 입금된 매출",
      "en": "Revenue deposited so far"
    }
  },
  "past.pendingSeats": {
    "ko": "지난 회차: 미입금 좌석",
    "en": "Past: Pending seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "예매했지만 아직 입금되지 않은 좌석: 예매 − 입금, 0보다 작지 않습니다.",
      "en": "Seats booked but not yet paid for: booked − deposited, never below 0"
    }
  },
  "past.pendingKrw": {
    "ko": "지난 회차: 미입금 매출",
    "en": "Past: Pending revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "예매했지만 아직 입금되지 않은 매출: 예매 − 입금, 0보다 작지 않습니다.",
      "en": "Revenue booked but not yet paid for: booked − deposited, never below 0"
    }
  },
  "past.pendingRatio": {
    "ko": "지난 회차: 미입금 비율",
    "en": "Past: Pending %",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "미입금 좌석 ÷ (입금 + 미입금 좌석)",
      "en": "Pending ÷ (deposited + pending) seats"
    }
  },
  "future.depositedSeats": {
    "ko": "앞으로 회차: 입금 좌석",
    "en": "Future: Deposited seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "입금이 끝난 좌석",
      "en": "Booked seats that have been paid for"
    }
  },
  "future.depositedKrw": {
    "ko": "앞으로 회차: 입금 매출",
    "en": "Future: Deposited revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "지금까지 입금된 매출",
      "en": "Revenue deposited so far"
    }
  },
  "future.pendingSeats": {
    "ko": "앞으로 회차: 미입금 좌석",
    "en": "Future: Pending seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "예매했지만 아직 입금되지 않은 좌석: 예매 − 입금, 0보다 작지 않습니다.",
      "en": "Seats booked but not yet paid for: booked − deposited, never below 0"
    }
  },
  "future.pendingKrw": {
    "ko": "앞으로 회차: 미입금 매출",
    "en": "Future: Pending revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "예매했지만 아직 입금되지 않은 매출: 예매 − 입금, 0보다 작지 않습니다.",
      "en": "Revenue booked but not yet paid for: booked − deposited, never below 0"
    }
  },
  "future.pendingRatio": {
    "ko": "앞으로 회차: 미입금 비율",
    "en": "Future: Pending %",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "미입금 좌석 ÷ (입금 + 미입금 좌석)",
      "en": "Pending ÷ (deposited + pending) seats"
    }
  },
  "pendingRatio": {
    "ko": "미입금 비율",
    "en": "Pending %",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "미입금 좌석 ÷ (입금 + 미입금 좌석)",
      "en": "Pending ÷ (deposited + pending) seats"
    }
  },
  "daysToPerformance": {
    "ko": "공연까지 남은 날",
    "en": "Days to go",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "day": {
    "ko": "날짜",
    "en": "Day",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "seats": {
    "ko": "좌석",
    "en": "Seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "판매한 유료 좌석. 등급별 표에서는 등급의 전체 좌석입니다.",
      "en": "Paid seats sold; in tables by grade, all seats of the grade"
    }
  },
  "salesMarketing": {
    "ko": "세일즈 마케팅",
    "en": "Sales marketing",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "promotion": {
    "ko": "프로모션",
    "en": "Promotion",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "other": {
    "ko": "기타",
    "en": "Other",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "previousSaleDay": {
    "ko": "그 전 판매일",
    "en": "Previous sale day",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "previousSaleDayRevenueKrw": {
    "ko": "그 전 판매일 매출",
    "en": "Previous sale day revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "그 바로 앞 판매일의 매출",
      "en": "Sales of the sale day before that"
    }
  },
  "yesterday": {
    "ko": "어제",
    "en": "Yesterday",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "yesterdayRevenueKrw": {
    "ko": "어제 매출",
    "en": "Yesterday's revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "조회일 전날의 매출",
      "en": "Sales of the day before the as-of date"
    }
  },
  "sevenDayRevenueKrw": {
    "ko": "최근 7일 매출",
    "en": "7-day revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "조회일 전 7일의 매출",
      "en": "Sales of the seven days before the as-of date"
    }
  },
  "sevenDayMeanRevenueKrw": {
    "ko": "7일 하루 평균",
    "en": "7-day daily mean",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "최근 7일 매출 ÷ 7",
      "en": "7-day revenue ÷ 7"
    }
  },
  "elapsedDays": {
    "ko": "판매 경과일",
    "en": "Days on sale",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "daysToSaleEnd": {
    "ko": "판매 남은 날",
    "en": "Days to sale end",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "grade": {
    "ko": "등급",
    "en": "Grade",
    "unit": "grade",
    "sense": "plain",
    "formula": null
  },
  "soldSeats": {
    "ko": "판매 좌석",
    "en": "Sold seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "팔린 좌석",
      "en": "Seats sold"
    }
  },
  "freeSeats": {
    "ko": "잔여석(초대 제외)",
    "en": "Available seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "전체 좌석 − 판매 좌석 − 초대 좌석",
      "en": "All seats − sold − complimentary seats"
    }
  },
  "expectedAdditionalSeats": {
    "ko": "예상 추가 판매",
    "en": "Expected additional",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "판매 좌석 ÷ 판매 경과일 × 판매 남은 날",
      "en": "Sold seats ÷ days on sale × days to sale end"
    }
  },
  "expectedRemainingSeats": {
    "ko": "예상 잔여석",
    "en": "Expected remaining",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "잔여석 − 예상 추가 판매. 0보다 작아지지 않습니다.",
      "en": "Remaining − expected additional, never below 0"
    }
  },
  "breakEvenSeats": {
    "ko": "손익분기 좌석",
    "en": "Break-even seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "목표 점유율 × 좌석",
      "en": "Target share × seats"
    }
  },
  "expectedSalesRatio": {
    "ko": "예상 판매율",
    "en": "Expected sales ratio",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "1 − 예상 잔여석 ÷ 좌석",
      "en": "1 − expected remaining ÷ seats"
    }
  },
  "expectedRemainingRatio": {
    "ko": "예상 잔여율",
    "en": "Expected remaining ratio",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "예상 잔여석 ÷ 좌석",
      "en": "Expected remaining ÷ seats"
    }
  },
  "saleDays": {
    "ko": "판매 일수",
    "en": "Sale days",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "daysLeft": {
    "ko": "남은 날",
    "en": "Days left",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "exceedsHouse": {
    "ko": "만석 초과",
    "en": "Exceeds the house",
    "unit": "flag",
    "sense": "plain",
    "formula": null
  },
  "fullHouseKrw": {
    "ko": "만석 매출",
    "en": "Full-house revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "모든 좌석을 지금까지의 평균 단가로 팔았을 때의 매출",
      "en": "Revenue if all seats are sold at the average prices so far"
    }
  },
  "expectedRevenueKrw": {
    "ko": "기대 매출",
    "en": "Expected revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "예상 매출. 만석 매출을 넘지 않고, 지금까지 매출보다 작지 않습니다.",
      "en": "Projected revenue, capped at full-house revenue and never below the revenue so far"
    }
  },
  "expectedProfitKrw": {
    "ko": "기대 손익",
    "en": "Expected profit",
    "unit": "krw",
    "sense": "balance",
    "formula": {
      "ko": "기대 매출 − 손익분기점",
      "en": "Expected revenue − break-even"
    }
  },
  "steady": {
    "ko": "추세 안정",
    "en": "Stable trend",
    "unit": "flag",
    "sense": "plain",
    "formula": null
  },
  "ratio": {
    "ko": "달성률",
    "en": "Attainment",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "매출 ÷ 목표",
      "en": "Revenue ÷ target"
    }
  },
  "weekNumber": {
    "ko": "주차",
    "en": "Week no.",
    "unit": "week",
    "sense": "plain",
    "formula": null
  },
  "grain": {
    "ko": "단위",
    "en": "Grain",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "period": {
    "ko": "기간",
    "en": "Period",
    "unit": "period",
    "sense": "plain",
    "formula": null
  },
  "cumulativeRevenueKrw": {
    "ko": "누적 매출",
    "en": "Cumulative revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "이 기간까지의 매출 합계",
      "en": "Sales of this and all earlier periods"
    }
  },
  "cumulativeTargetKrw": {
    "ko": "누적 목표",
    "en": "Cumulative target",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "이 기간까지의 목표 합계",
      "en": "Targets of this and all earlier periods"
    }
  },
  "cumulativeRatio": {
    "ko": "누적 달성률",
    "en": "Cumulative attainment",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "누적 매출 ÷ 누적 목표",
      "en": "Cumulative revenue ÷ cumulative target"
    }
  },
  "cumulativeDueTargetKrw": {
    "ko": "기준일까지 누적 목표",
    "en": "Cum. target to date",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "이 기간까지 날들 가운데 기준일까지의 목표 합계",
      "en": "Targets to date of this and all earlier periods"
    }
  },
  "cumulativeDueRatio": {
    "ko": "기준일까지 누적 달성률",
    "en": "Cum. attainment to date",
    "unit": "ratio",
    "sense": "attainment",
    "formula": {
      "ko": "누적 매출 ÷ 기준일까지 누적 목표",
      "en": "Cumulative revenue ÷ cumulative target to date"
    }
  },
  "comparable": {
    "ko": "주 마감",
    "en": "Week complete",
    "unit": "flag",
    "sense": "plain",
    "formula": null
  },
  "comparedDays": {
    "ko": "비교한 일수",
    "en": "Days compared",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "id": {
    "ko": "캠페인 ID",
    "en": "Campaign ID",
    "unit": "id",
    "sense": "plain",
    "formula": null
  },
  "from": {
    "ko": "첫날",
    "en": "First day",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "to": {
    "ko": "마지막 날",
    "en": "Last day",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "kind": {
    "ko": "종류",
    "en": "Kind",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "text": {
    "ko": "내용",
    "en": "Text",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "buyersRecordDate": {
    "ko": "관객 자료 기준일",
    "en": "Buyers' record date",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "coveredRatio": {
    "ko": "판매 대비",
    "en": "Coverage",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "관객 자료의 매수 ÷ 지금까지 판매한 좌석",
      "en": "Seats in the buyer list ÷ seats sold so far"
    }
  },
  "agency": {
    "ko": "예매처 코드",
    "en": "Agency code",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "name": {
    "ko": "예매처",
    "en": "Agency",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "discount": {
    "ko": "할인권종",
    "en": "Discount",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "seatRatio": {
    "ko": "좌석 비율",
    "en": "Seats %",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "판매한 좌석 ÷ 전체 좌석. 전체는 오픈 좌석이며, 예매처 표에서는 모든 예매처를 합한 시트의 합계입니다.",
      "en": "Seats sold ÷ all seats: the open seats, or in agency tables the sheet's total"
    }
  },
  "ageGroup": {
    "ko": "연령대",
    "en": "Age group",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "maleSeats": {
    "ko": "남",
    "en": "Men",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "남성이 산 매수",
      "en": "Seats bought by men"
    }
  },
  "femaleSeats": {
    "ko": "여",
    "en": "Women",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "여성이 산 매수",
      "en": "Seats bought by women"
    }
  },
  "unknownSeats": {
    "ko": "성별 모름",
    "en": "Gender unknown",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "성별을 모르는 관객의 매수",
      "en": "Seats of buyers whose gender is unknown"
    }
  },
  "method": {
    "ko": "방법",
    "en": "Method",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "card": {
    "ko": "카드사",
    "en": "Card company",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "channel": {
    "ko": "판매경로",
    "en": "Channel",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "level": {
    "ko": "지역 범위",
    "en": "Region level",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "region": {
    "ko": "지역",
    "en": "Region",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "uploaded": {
    "ko": "올림",
    "en": "Uploaded",
    "unit": "flag",
    "sense": "plain",
    "formula": null
  },
  "fileName": {
    "ko": "파일 이름",
    "en": "File name",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "state": {
    "ko": "상태",
    "en": "State",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "missing": {
    "ko": "자료 누락",
    "en": "Missing",
    "unit": "flag",
    "sense": "plain",
    "formula": null
  },
  "basis": {
    "ko": "매출 기준",
    "en": "Revenue basis",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "bookedKrw": {
    "ko": "예매 매출",
    "en": "Booked revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "지금까지 예매된 매출",
      "en": "Revenue booked so far"
    }
  },
  "openSeats": {
    "ko": "오픈 좌석",
    "en": "Open seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "오픈한 모든 회차의 좌석",
      "en": "Seats of all performances on sale"
    }
  },
  "breakEvenRatio": {
    "ko": "손익분기 달성률",
    "en": "Break-even attainment",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "매출 ÷ 손익분기점",
      "en": "Revenue ÷ break-even"
    }
  },
  "breakEvenOnTarget": {
    "ko": "목표 대비 손익분기",
    "en": "Break-even vs. target",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "손익분기점 ÷ 총목표",
      "en": "Break-even ÷ total target"
    }
  },
  "profitKrw": {
    "ko": "손익",
    "en": "Profit",
    "unit": "krw",
    "sense": "balance",
    "formula": {
      "ko": "매출 − 제작비",
      "en": "Revenue − production cost"
    }
  },
  "revenueShare": {
    "ko": "매출 비중",
    "en": "Revenue share",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "매출 ÷ 모든 공연의 매출",
      "en": "Revenue ÷ revenue of all productions"
    }
  },
  "yesterdayChangeKrw": {
    "ko": "어제 증감",
    "en": "Yesterday's change",
    "unit": "krw",
    "sense": "difference",
    "formula": {
      "ko": "어제 매출 − 그 전날 매출",
      "en": "Yesterday's revenue − that of the day before"
    }
  },
  "sevenDayChangeRatio": {
    "ko": "최근 7일 증감률",
    "en": "7-day change %",
    "unit": "ratio",
    "sense": "change",
    "formula": {
      "ko": "최근 7일 매출의 증감 ÷ 직전 7일 매출",
      "en": "Change vs. the previous seven days ÷ their sales"
    }
  },
  "weekRevenueKrw": {
    "ko": "주간 매출",
    "en": "Week's revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "어제가 든 주의 매출. 어제나 기준일까지입니다.",
      "en": "Sales of the week containing yesterday, up to yesterday or the record date"
    }
  },
  "weekDueTargetKrw": {
    "ko": "주간 목표(기준일까지)",
    "en": "Week's target to date",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "같은 날들의 목표 합계",
      "en": "Targets for the same days"
    }
  },
  "weekDueRatio": {
    "ko": "주간 달성률",
    "en": "Week's attainment to date",
    "unit": "ratio",
    "sense": "attainment",
    "formula": {
      "ko": "주간 매출 ÷ 주간 목표(기준일까지)",
      "en": "The week's revenue ÷ its target to date"
    }
  },
  "weekChangeRatio": {
    "ko": "주간 증감률",
    "en": "Week's change %",
    "unit": "ratio",
    "sense": "change",
    "formula": {
      "ko": "전주 같은 요일까지의 매출에 견준 증감률",
      "en": "Change vs. the same weekdays of the previous week ÷ their sales"
    }
  },
  "monthRevenueKrw": {
    "ko": "월간 매출",
    "en": "Month's revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "어제가 든 달의 매출. 어제나 기준일까지입니다.",
      "en": "Sales of the month containing yesterday, up to yesterday or the record date"
    }
  },
  "monthTargetKrw": {
    "ko": "월간 목표",
    "en": "Month's target",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "그 달 전체의 목표 합계",
      "en": "Sum of the whole month's targets"
    }
  },
  "monthDueTargetKrw": {
    "ko": "월간 목표(기준일까지)",
    "en": "Month's target to date",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "그 달의 어제나 기준일까지 목표 합계",
      "en": "Targets of the month up to yesterday or the record date"
    }
  },
  "monthDueRatio": {
    "ko": "월간 달성률",
    "en": "Month's attainment to date",
    "unit": "ratio",
    "sense": "attainment",
    "formula": {
      "ko": "월간 매출 ÷ 월간 목표(기준일까지)",
      "en": "The month's revenue ÷ its target to date"
    }
  },
  "sevenDayPerformances": {
    "ko": "앞으로 7일 회차",
    "en": "Next 7 days' performances",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "sevenDayOccupancy": {
    "ko": "앞으로 7일 점유율",
    "en": "Next 7 days' occupancy",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "앞으로 7일 회차의 점유율 평균. 콘서트는 좌석 판매율입니다.",
      "en": "Average occupancy of the next seven days; for concerts, the share of seats sold"
    }
  },
  "due": {
    "ko": "올릴 공연 수",
    "en": "Expected",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "arrived": {
    "ko": "올린 공연 수",
    "en": "Received",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "by": {
    "ko": "날짜 기준",
    "en": "Date basis",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "total.seats": {
    "ko": "합계: 좌석",
    "en": "Total: Seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "판매한 유료 좌석. 등급별 표에서는 등급의 전체 좌석입니다.",
      "en": "Paid seats sold; in tables by grade, all seats of the grade"
    }
  },
  "total.revenueKrw": {
    "ko": "합계: 매출",
    "en": "Total: Revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "기간이나 회차의 판매 매출. 업로드한 파일에서 옵니다.",
      "en": "Sales of the period or the performances, from the uploaded workbooks."
    }
  },
  "total.depositedSeats": {
    "ko": "합계: 입금 좌석",
    "en": "Total: Deposited seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "입금이 끝난 좌석",
      "en": "Booked seats that have been paid for"
    }
  },
  "total.depositedKrw": {
    "ko": "합계: 입금 매출",
    "en": "Total: Deposited revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "지금까지 입금된 매출",
      "en": "Revenue deposited so far"
    }
  },
  "total.pendingSeats": {
    "ko": "합계: 미입금 좌석",
    "en": "Total: Pending seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "예매했지만 아직 입금되지 않은 좌석: 예매 − 입금, 0보다 작지 않습니다.",
      "en": "Seats booked but not yet paid for: booked − deposited, never below 0"
    }
  },
  "total.pendingKrw": {
    "ko": "합계: 미입금 매출",
    "en": "Total: Pending revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "예매했지만 아직 입금되지 않은 매출: 예매 − 입금, 0보다 작지 않습니다.",
      "en": "Revenue booked but not yet paid for: booked − deposited, never below 0"
    }
  },
  "total.seatRatio": {
    "ko": "합계: 좌석 비율",
    "en": "Total: Seats %",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "판매한 좌석 ÷ 전체 좌석. 전체는 오픈 좌석이며, 예매처 표에서는 모든 예매처를 합한 시트의 합계입니다.",
      "en": "Seats sold ÷ all seats: the open seats, or in agency tables the sheet's total"
    }
  },
  "total.revenueRatio": {
    "ko": "합계: 매출 비율",
    "en": "Total: Share of revenue",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "매출 ÷ 시트의 합계 매출",
      "en": "Revenue ÷ the sheet's total revenue"
    }
  },
  "total.meanTicketPriceKrw": {
    "ko": "합계: 평균 단가",
    "en": "Total: Mean ticket price",
    "unit": "krw",
    "sense": "price",
    "formula": {
      "ko": "매출 ÷ 유료 좌석",
      "en": "Revenue ÷ paid seats"
    }
  },
  "rest.seats": {
    "ko": "나머지: 좌석",
    "en": "Rest: Seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "판매한 유료 좌석. 등급별 표에서는 등급의 전체 좌석입니다.",
      "en": "Paid seats sold; in tables by grade, all seats of the grade"
    }
  },
  "rest.revenueKrw": {
    "ko": "나머지: 매출",
    "en": "Rest: Revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "기간이나 회차의 판매 매출. 업로드한 파일에서 옵니다.",
      "en": "Sales of the period or the performances, from the uploaded workbooks."
    }
  },
  "revenueRatio": {
    "ko": "매출 비율",
    "en": "Share of revenue",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "매출 ÷ 시트의 합계 매출",
      "en": "Revenue ÷ the sheet's total revenue"
    }
  },
  "source": {
    "ko": "합계 기준",
    "en": "Total basis",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "days": {
    "ko": "지난 날 수",
    "en": "Days elapsed",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "changeSeats": {
    "ko": "좌석 증감",
    "en": "Change in seats",
    "unit": "seats",
    "sense": "difference",
    "formula": {
      "ko": "누적 좌석 − 앞 기준일의 누적 좌석",
      "en": "Seats − seats of the previous record date"
    }
  },
  "changeDepositedKrw": {
    "ko": "입금 증감",
    "en": "Change in deposited revenue",
    "unit": "krw",
    "sense": "difference",
    "formula": {
      "ko": "입금 매출 − 앞 기준일의 입금 매출",
      "en": "Deposited revenue − that of the previous record date"
    }
  },
  "label": {
    "ko": "이름",
    "en": "Name",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "priceKrw": {
    "ko": "정가",
    "en": "Price",
    "unit": "krw",
    "sense": "price",
    "formula": {
      "ko": "공연 정보에 입력한 등급의 정가입니다.",
      "en": "The grade's price entered for the production."
    }
  },
  "seatShare": {
    "ko": "좌석 점유율",
    "en": "Occupancy %",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "(유료 + 초대 좌석) ÷ 오픈 좌석",
      "en": "(Paid + complimentary seats) ÷ open seats"
    }
  },
  "faceValueKrw": {
    "ko": "정가 환산 매출",
    "en": "Face value",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "정가 × 유료 좌석",
      "en": "Price × paid seats"
    }
  },
  "potentialKrw": {
    "ko": "정가 만석 매출",
    "en": "Full-price potential",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "정가 × 오픈 좌석",
      "en": "Price × open seats"
    }
  },
  "total.grade": {
    "ko": "합계: 등급",
    "en": "Total: Grade",
    "unit": "grade",
    "sense": "plain",
    "formula": null
  },
  "total.label": {
    "ko": "합계: 이름",
    "en": "Total: Name",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "total.priceKrw": {
    "ko": "합계: 정가",
    "en": "Total: Price",
    "unit": "krw",
    "sense": "price",
    "formula": {
      "ko": "공연 정보에 입력한 등급의 정가입니다.",
      "en": "The grade's price entered for the production."
    }
  },
  "total.openSeats": {
    "ko": "합계: 오픈 좌석",
    "en": "Total: Open seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "오픈한 모든 회차의 좌석",
      "en": "Seats of all performances on sale"
    }
  },
  "total.paidSeats": {
    "ko": "합계: 유료 좌석",
    "en": "Total: Paid seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "팔린 좌석. 파일의 등급별 유료 좌석 합계입니다.",
      "en": "Seats sold: the paid seats of all grades in the workbook."
    }
  },
  "total.complimentarySeats": {
    "ko": "합계: 초대 좌석",
    "en": "Total: Complimentary seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "초대한 좌석. 파일의 등급별 초대 좌석 합계입니다.",
      "en": "Seats given away: the complimentary seats of all grades in the workbook."
    }
  },
  "total.remainingSeats": {
    "ko": "합계: 잔여석",
    "en": "Total: Remaining seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "좌석 − 유료 좌석. 회차별·등급별 현황에서는 초대 좌석도 뺍니다.",
      "en": "Seats − paid seats; by performance and by grade also − complimentary seats"
    }
  },
  "total.paidShare": {
    "ko": "합계: 유료 점유율",
    "en": "Total: Paid share",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "파일의 유료 점유율. 여러 회차는 평균입니다.",
      "en": "The paid share from the workbook; the average for several performances."
    }
  },
  "total.seatShare": {
    "ko": "합계: 좌석 점유율",
    "en": "Total: Occupancy %",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "(유료 + 초대 좌석) ÷ 오픈 좌석",
      "en": "(Paid + complimentary seats) ÷ open seats"
    }
  },
  "total.paidRatio": {
    "ko": "합계: 유료 판매율",
    "en": "Total: Paid ratio",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "유료 좌석 ÷ 판매 가능 좌석. 등급별 표에서는 모든 등급의 유료 좌석으로 나눕니다.",
      "en": "Paid seats ÷ seats offered; in tables by grade, ÷ paid seats of all grades"
    }
  },
  "total.faceValueKrw": {
    "ko": "합계: 정가 환산 매출",
    "en": "Total: Face value",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "정가 × 유료 좌석",
      "en": "Price × paid seats"
    }
  },
  "total.potentialKrw": {
    "ko": "합계: 정가 만석 매출",
    "en": "Total: Full-price potential",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "정가 × 오픈 좌석",
      "en": "Price × open seats"
    }
  },
  "total.discountRatio": {
    "ko": "합계: 평균 할인율",
    "en": "Total: Average discount",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "1 − 매출 ÷ 정가 환산 매출",
      "en": "1 − revenue ÷ face value"
    }
  },
  "origin": {
    "ko": "예측 기준일",
    "en": "Forecast date",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "paramsHash": {
    "ko": "방법 버전",
    "en": "Method version",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "pastProductions": {
    "ko": "참고한 지난 공연",
    "en": "Past productions",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "confidence": {
    "ko": "근거",
    "en": "Based on",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "explain.pace": {
    "ko": "이유: 판매 속도",
    "en": "Explanation: Pace",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "지금까지 판매 ÷ 우리 회사에서 보통인 판매",
      "en": "Sales so far ÷ our typical sales"
    }
  },
  "explain.lastWeekPace": {
    "ko": "이유: 최근 7일 속도",
    "en": "Explanation: 7-day pace",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "최근 7일의 판매를 그 속도와 견준 값",
      "en": "The last seven days compared with that pace"
    }
  },
  "run.soldSeats": {
    "ko": "전체: 판매 좌석",
    "en": "Run: Sold seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "팔린 좌석",
      "en": "Seats sold"
    }
  },
  "run.sellableSeats": {
    "ko": "전체: 판매 가능 좌석",
    "en": "Run: Sellable seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "회차당 좌석에서 초대 좌석을 뺀 것",
      "en": "Seats per performance minus complimentary seats"
    }
  },
  "run.revenueKrw": {
    "ko": "전체: 매출",
    "en": "Run: Revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "기간이나 회차의 판매 매출. 업로드한 파일에서 옵니다.",
      "en": "Sales of the period or the performances, from the uploaded workbooks."
    }
  },
  "run.finalSeats.p10": {
    "ko": "최종 좌석: 하한(p10)",
    "en": "Final seats: Low (p10)",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "10번 중 9번은 이보다 많습니다. p10과 p90 사이가 80 % 구간입니다.",
      "en": "Exceeded in 9 of 10 cases; 8 of 10 outcomes lie between p10 and p90"
    }
  },
  "run.finalSeats.p50": {
    "ko": "최종 좌석: 중앙(p50)",
    "en": "Final seats: Median (p50)",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "절반은 이보다 많습니다. 자료 일수가 부족하면 비웁니다.",
      "en": "Exceeded in half of the cases; blank while there are too few days of data"
    }
  },
  "run.finalSeats.p90": {
    "ko": "최종 좌석: 상한(p90)",
    "en": "Final seats: High (p90)",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "10번 중 1번만 이보다 많습니다.",
      "en": "Exceeded in 1 of 10 cases"
    }
  },
  "run.occupancy.p10": {
    "ko": "점유율: 하한(p10)",
    "en": "Occupancy: Low (p10)",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "10번 중 9번은 이보다 많습니다. p10과 p90 사이가 80 % 구간입니다.",
      "en": "Exceeded in 9 of 10 cases; 8 of 10 outcomes lie between p10 and p90"
    }
  },
  "run.occupancy.p50": {
    "ko": "점유율: 중앙(p50)",
    "en": "Occupancy: Median (p50)",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "절반은 이보다 많습니다. 자료 일수가 부족하면 비웁니다.",
      "en": "Exceeded in half of the cases; blank while there are too few days of data"
    }
  },
  "run.occupancy.p90": {
    "ko": "점유율: 상한(p90)",
    "en": "Occupancy: High (p90)",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "10번 중 1번만 이보다 많습니다.",
      "en": "Exceeded in 1 of 10 cases"
    }
  },
  "run.finalRevenueKrw.p10": {
    "ko": "최종 매출: 하한(p10)",
    "en": "Final revenue: Low (p10)",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "10번 중 9번은 이보다 많습니다. p10과 p90 사이가 80 % 구간입니다.",
      "en": "Exceeded in 9 of 10 cases; 8 of 10 outcomes lie between p10 and p90"
    }
  },
  "run.finalRevenueKrw.p50": {
    "ko": "최종 매출: 중앙(p50)",
    "en": "Final revenue: Median (p50)",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "절반은 이보다 많습니다. 자료 일수가 부족하면 비웁니다.",
      "en": "Exceeded in half of the cases; blank while there are too few days of data"
    }
  },
  "run.finalRevenueKrw.p90": {
    "ko": "최종 매출: 상한(p90)",
    "en": "Final revenue: High (p90)",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "10번 중 1번만 이보다 많습니다.",
      "en": "Exceeded in 1 of 10 cases"
    }
  },
  "run.revenueReason": {
    "ko": "전체: 매출을 말할 수 없는 이유",
    "en": "Run: Why no revenue",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "run.breakEven.breakEvenKrw": {
    "ko": "손익분기: 손익분기점",
    "en": "Break-even: Break-even",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "공연 정보에 입력한 손익분기점입니다.",
      "en": "The break-even entered for the production."
    }
  },
  "run.breakEven.probabilityByClosing": {
    "ko": "손익분기: 종료까지 확률",
    "en": "Break-even: Probability by closing",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "마지막 공연까지 매출이 손익분기점에 닿을 확률",
      "en": "Probability that revenue reaches break-even by the last performance"
    }
  },
  "run.breakEven.p50Date": {
    "ko": "손익분기: 절반 확률의 날",
    "en": "Break-even: Even odds by",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "run.breakEven.p80Date": {
    "ko": "손익분기: 80 % 확률의 날",
    "en": "Break-even: 80% chance by",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "run.breakEven.profitKrw.p10": {
    "ko": "손익: 하한(p10)",
    "en": "Profit: Low (p10)",
    "unit": "krw",
    "sense": "balance",
    "formula": {
      "ko": "10번 중 9번은 이보다 많습니다. p10과 p90 사이가 80 % 구간입니다.",
      "en": "Exceeded in 9 of 10 cases; 8 of 10 outcomes lie between p10 and p90"
    }
  },
  "run.breakEven.profitKrw.p50": {
    "ko": "손익: 중앙(p50)",
    "en": "Profit: Median (p50)",
    "unit": "krw",
    "sense": "balance",
    "formula": {
      "ko": "절반은 이보다 많습니다. 자료 일수가 부족하면 비웁니다.",
      "en": "Exceeded in half of the cases; blank while there are too few days of data"
    }
  },
  "run.breakEven.profitKrw.p90": {
    "ko": "손익: 상한(p90)",
    "en": "Profit: High (p90)",
    "unit": "krw",
    "sense": "balance",
    "formula": {
      "ko": "10번 중 1번만 이보다 많습니다.",
      "en": "Exceeded in 1 of 10 cases"
    }
  },
  "run.breakEvenReason": {
    "ko": "전체: 손익분기를 말할 수 없는 이유",
    "en": "Run: Why no break-even",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "run.straightLineSeats": {
    "ko": "전체: 직선 예상 좌석",
    "en": "Run: Straight-line seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "지금까지의 하루 평균이 마지막 공연까지 이어질 때의 좌석",
      "en": "Seats if the daily average so far continues to the last performance"
    }
  },
  "run.straightLineKrw": {
    "ko": "전체: 직선 예상 매출",
    "en": "Run: Straight-line revenue",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "지금까지의 하루 평균이 마지막 공연까지 이어질 때의 매출",
      "en": "Revenue if the daily average so far continues to the last performance"
    }
  },
  "daysToGo": {
    "ko": "남은 날",
    "en": "Days to go",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "sellableSeats": {
    "ko": "판매 가능 좌석",
    "en": "Sellable seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "회차당 좌석에서 초대 좌석을 뺀 것",
      "en": "Seats per performance minus complimentary seats"
    }
  },
  "finalSeats.p10": {
    "ko": "최종 좌석: 하한(p10)",
    "en": "Final seats: Low (p10)",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "10번 중 9번은 이보다 많습니다. p10과 p90 사이가 80 % 구간입니다.",
      "en": "Exceeded in 9 of 10 cases; 8 of 10 outcomes lie between p10 and p90"
    }
  },
  "finalSeats.p50": {
    "ko": "최종 좌석: 중앙(p50)",
    "en": "Final seats: Median (p50)",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "절반은 이보다 많습니다. 자료 일수가 부족하면 비웁니다.",
      "en": "Exceeded in half of the cases; blank while there are too few days of data"
    }
  },
  "finalSeats.p90": {
    "ko": "최종 좌석: 상한(p90)",
    "en": "Final seats: High (p90)",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "10번 중 1번만 이보다 많습니다.",
      "en": "Exceeded in 1 of 10 cases"
    }
  },
  "finalRevenueKrw.p10": {
    "ko": "최종 매출: 하한(p10)",
    "en": "Final revenue: Low (p10)",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "10번 중 9번은 이보다 많습니다. p10과 p90 사이가 80 % 구간입니다.",
      "en": "Exceeded in 9 of 10 cases; 8 of 10 outcomes lie between p10 and p90"
    }
  },
  "finalRevenueKrw.p50": {
    "ko": "최종 매출: 중앙(p50)",
    "en": "Final revenue: Median (p50)",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "절반은 이보다 많습니다. 자료 일수가 부족하면 비웁니다.",
      "en": "Exceeded in half of the cases; blank while there are too few days of data"
    }
  },
  "finalRevenueKrw.p90": {
    "ko": "최종 매출: 상한(p90)",
    "en": "Final revenue: High (p90)",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "10번 중 1번만 이보다 많습니다.",
      "en": "Exceeded in 1 of 10 cases"
    }
  },
  "sellOutProbability": {
    "ko": "매진 확률",
    "en": "Sell-out probability",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "모든 좌석이 팔릴 확률",
      "en": "Probability that every seat is sold"
    }
  },
  "ownFactor": {
    "ko": "회차 배수",
    "en": "Performance factor",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "회차의 판매 ÷ 같은 종류 회차의 판매",
      "en": "Sales of the performance ÷ those of its performance type"
    }
  },
  "comparablesWeight": {
    "ko": "비교 회차 비중",
    "en": "Weight of comparables",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "비교 회차가 예측에서 차지하는 비중",
      "en": "Weight of comparable performances in the forecast"
    }
  },
  "reachesHouseLimit": {
    "ko": "만석 도달",
    "en": "Reaches a full house",
    "unit": "flag",
    "sense": "plain",
    "formula": null
  },
  "straightLineSeats": {
    "ko": "직선 예상 좌석",
    "en": "Straight-line seats",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "지금까지의 하루 평균이 마지막 공연까지 이어질 때의 좌석",
      "en": "Seats if the daily average so far continues to the last performance"
    }
  },
  "soldShare": {
    "ko": "판매율",
    "en": "Share sold",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "팔린 좌석 ÷ 전체 좌석",
      "en": "Seats sold ÷ all seats"
    }
  },
  "usual.p10": {
    "ko": "비교 공연의 판매율: 하한(p10)",
    "en": "Typical share sold: Low (p10)",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "10번 중 9번은 이보다 많습니다. p10과 p90 사이가 80 % 구간입니다.",
      "en": "Exceeded in 9 of 10 cases; 8 of 10 outcomes lie between p10 and p90"
    }
  },
  "usual.p50": {
    "ko": "비교 공연의 판매율: 중앙(p50)",
    "en": "Typical share sold: Median (p50)",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "절반은 이보다 많습니다. 자료 일수가 부족하면 비웁니다.",
      "en": "Exceeded in half of the cases; blank while there are too few days of data"
    }
  },
  "usual.p90": {
    "ko": "비교 공연의 판매율: 상한(p90)",
    "en": "Typical share sold: High (p90)",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "10번 중 1번만 이보다 많습니다.",
      "en": "Exceeded in 1 of 10 cases"
    }
  },
  "comparableCode": {
    "ko": "비교 공연 코드",
    "en": "Comparable code",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "comparableName": {
    "ko": "비교 공연",
    "en": "Compared with",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "distance": {
    "ko": "거리",
    "en": "Distance",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "같은 남은 날에서 두 판매율의 차이를 평균한 것",
      "en": "Average gap between both shares at the same days to go"
    }
  },
  "comparableId": {
    "ko": "비교 공연 ID",
    "en": "Comparable ID",
    "unit": "id",
    "sense": "plain",
    "formula": null
  },
  "castColumn": {
    "ko": "캐스트 열",
    "en": "Cast column",
    "unit": "rank",
    "sense": "plain",
    "formula": null
  },
  "person": {
    "ko": "이름",
    "en": "Person",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "shows": {
    "ko": "회차",
    "en": "Performances",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "effectRatio": {
    "ko": "효과",
    "en": "Effect",
    "unit": "ratio",
    "sense": "change",
    "formula": {
      "ko": "그 사람이 나온 회차의 좌석 ÷ 그 열의 보통 캐스트 − 1",
      "en": "Seats with this person ÷ seats with a typical cast of the column − 1"
    }
  },
  "lowRatio": {
    "ko": "하한",
    "en": "Lower bound",
    "unit": "ratio",
    "sense": "change",
    "formula": {
      "ko": "구간의 낮은 쪽",
      "en": "Lower end of the interval"
    }
  },
  "highRatio": {
    "ko": "상한",
    "en": "Upper bound",
    "unit": "ratio",
    "sense": "change",
    "formula": {
      "ko": "구간의 높은 쪽",
      "en": "Upper end of the interval"
    }
  },
  "effectSeats": {
    "ko": "좌석으로",
    "en": "Effect in seats",
    "unit": "seats",
    "sense": "difference",
    "formula": {
      "ko": "효과 × 회차 좌석의 중앙값",
      "en": "Effect × median seats of the performances"
    }
  },
  "effectKrw": {
    "ko": "매출로",
    "en": "Effect in won",
    "unit": "krw",
    "sense": "difference",
    "formula": {
      "ko": "좌석으로 본 효과 × 평균 단가",
      "en": "Effect in seats × average price"
    }
  },
  "cannotTell": {
    "ko": "말할 수 없음",
    "en": "Inconclusive",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "firstDay": {
    "ko": "첫날",
    "en": "First day",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "lastDay": {
    "ko": "마지막 날",
    "en": "Last day",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "liftRatio": {
    "ko": "증가",
    "en": "Lift",
    "unit": "ratio",
    "sense": "change",
    "formula": {
      "ko": "캠페인 기간의 좌석 ÷ 그 기간에 예상된 좌석 − 1",
      "en": "Seats during the campaign ÷ seats expected for that time − 1"
    }
  },
  "chanceRatio": {
    "ko": "우연일 확률",
    "en": "Chance probability",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "캠페인이 없던 기간 가운데 이만큼 벗어난 것의 비율",
      "en": "Share of periods without a campaign that deviate as much"
    }
  },
  "windows": {
    "ko": "비교한 기간 수",
    "en": "Periods compared",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "minimumDetectableRatio": {
    "ko": "알아낼 수 있는 최소 증가",
    "en": "Smallest detectable lift",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "다섯 번 중 네 번 알아낼 수 있는 가장 작은 증가",
      "en": "Smallest lift that would be detected in four of five cases"
    }
  },
  "quantity": {
    "ko": "대상",
    "en": "Metric",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "horizonDays": {
    "ko": "며칠 전",
    "en": "Days ahead",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "fromDays": {
    "ko": "부터(일)",
    "en": "Days ahead (from)",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "toDays": {
    "ko": "까지(일)",
    "en": "Days ahead (to)",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "forecasts": {
    "ko": "예측 수",
    "en": "Forecasts",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "errorRatio": {
    "ko": "오차",
    "en": "Error",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "|p50 − 실제| 합계 ÷ 실제 합계",
      "en": "Sum of |p50 − actual| ÷ sum of actual"
    }
  },
  "biasRatio": {
    "ko": "치우침",
    "en": "Bias",
    "unit": "ratio",
    "sense": "difference",
    "formula": {
      "ko": "(p50 − 실제) 합계 ÷ 실제 합계. 0보다 크면 너무 많이 예상한 것입니다.",
      "en": "Sum of (p50 − actual) ÷ sum of actual; above 0 means too much was expected"
    }
  },
  "coverage": {
    "ko": "구간 적중률",
    "en": "Coverage",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "실제가 80 % 구간에 든 예측의 비율",
      "en": "Share of 80% intervals that contain the actual result"
    }
  },
  "productionCoverage": {
    "ko": "공연별 적중률",
    "en": "Coverage by production",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "공연마다 구한 적중률의 평균",
      "en": "Average coverage of the productions"
    }
  },
  "winklerRatio": {
    "ko": "Winkler 점수",
    "en": "Winkler score",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "(구간의 너비 + 벗어난 만큼의 10배) 합계 ÷ 실제 합계",
      "en": "Sum of (interval width + 10 × what lies outside) ÷ sum of actual"
    }
  },
  "straightLineErrorRatio": {
    "ko": "직선 오차",
    "en": "Straight-line error",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "|직선 예상 − 실제| 합계 ÷ 실제 합계",
      "en": "Sum of |straight line − actual| ÷ sum of actual"
    }
  },
  "straightLineBiasRatio": {
    "ko": "직선 치우침",
    "en": "Straight-line bias",
    "unit": "ratio",
    "sense": "difference",
    "formula": {
      "ko": "(직선 예상 − 실제) 합계 ÷ 실제 합계",
      "en": "Sum of (straight line − actual) ÷ sum of actual"
    }
  },
  "belowSold": {
    "ko": "판매보다 줄어든 수",
    "en": "Fell below sold",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "unreliable": {
    "ko": "믿기 어려움",
    "en": "Unreliable",
    "unit": "flag",
    "sense": "plain",
    "formula": null
  },
  "brier": {
    "ko": "Brier 점수",
    "en": "Brier score",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "(확률 − 실제)²의 평균. 0이면 완벽하고 0.25면 동전 던지기와 같습니다.",
      "en": "Average of (probability − actual)²: 0 is perfect, 0.25 a coin toss"
    }
  },
  "fromProbability": {
    "ko": "확률(부터)",
    "en": "Probability (from)",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "구간의 가장 낮은 확률",
      "en": "Lowest probability of the bin"
    }
  },
  "toProbability": {
    "ko": "확률(까지)",
    "en": "Probability (to)",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "다음 구간이 시작하는 확률",
      "en": "Where the next bin begins"
    }
  },
  "toldRatio": {
    "ko": "말한 확률",
    "en": "Predicted",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "말한 확률의 평균",
      "en": "Average of the predicted probabilities"
    }
  },
  "cameTrueRatio": {
    "ko": "실현 비율",
    "en": "Actual",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "손익분기에 닿은 예측의 비율",
      "en": "Share of forecasts that reached break-even"
    }
  },
  "genre": {
    "ko": "장르",
    "en": "Genre",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "knownDays": {
    "ko": "자료가 있는 날",
    "en": "Days with data",
    "unit": "count",
    "sense": "plain",
    "formula": null
  },
  "bookedTickets": {
    "ko": "예매",
    "en": "Booked",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "그 날 예매한 표. 취소하기 전입니다.",
      "en": "Tickets booked that day, before cancellations"
    }
  },
  "cancelledTickets": {
    "ko": "취소",
    "en": "Cancelled",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "그 날 취소한 표",
      "en": "Tickets cancelled that day"
    }
  },
  "netTickets": {
    "ko": "순 예매",
    "en": "Net tickets",
    "unit": "seats",
    "sense": "plain",
    "formula": {
      "ko": "예매 − 취소",
      "en": "Booked − cancelled"
    }
  },
  "amountKrw": {
    "ko": "금액",
    "en": "Amount",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "구매일 기준 예매 금액(KOPIS)",
      "en": "Booking amount by day of purchase, as reported by KOPIS"
    }
  },
  "cancellationRatio": {
    "ko": "취소율",
    "en": "Cancellation rate",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "취소 ÷ 예매",
      "en": "Cancelled ÷ booked"
    }
  },
  "amountShare": {
    "ko": "금액 점유율",
    "en": "Share of amount",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "금액 ÷ 모든 장르의 금액",
      "en": "Amount ÷ amount of all genres"
    }
  },
  "previousAmountKrw": {
    "ko": "직전 금액",
    "en": "Previous amount",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "바로 앞 같은 일수의 금액. 하루라도 없으면 비웁니다.",
      "en": "Amount of the same number of days before; blank if a day is missing"
    }
  },
  "corrected": {
    "ko": "정정됨",
    "en": "Corrected",
    "unit": "flag",
    "sense": "plain",
    "formula": null
  },
  "through": {
    "ko": "자료 마지막 날",
    "en": "Data through",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "readAt": {
    "ko": "읽은 시각",
    "en": "Updated at",
    "unit": "instant",
    "sense": "plain",
    "formula": null
  },
  "stale": {
    "ko": "오래됨",
    "en": "Outdated",
    "unit": "flag",
    "sense": "plain",
    "formula": null
  },
  "attribution": {
    "ko": "출처",
    "en": "Source",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "kopisIds": {
    "ko": "KOPIS 공연 ID",
    "en": "KOPIS show IDs",
    "unit": "names",
    "sense": "plain",
    "formula": null
  },
  "latestDay": {
    "ko": "최근 순위일",
    "en": "Latest ranking date",
    "unit": "day",
    "sense": "plain",
    "formula": null
  },
  "latestRank": {
    "ko": "최근 순위",
    "en": "Latest rank",
    "unit": "rank",
    "sense": "plain",
    "formula": null
  },
  "bestRank": {
    "ko": "최고 순위",
    "en": "Best rank",
    "unit": "rank",
    "sense": "plain",
    "formula": null
  },
  "rankChange": {
    "ko": "순위 변화",
    "en": "Rank change",
    "unit": "count",
    "sense": "difference",
    "formula": null
  },
  "kopisId": {
    "ko": "KOPIS 공연 ID",
    "en": "KOPIS show ID",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "place": {
    "ko": "공연장",
    "en": "Venue",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "area": {
    "ko": "지역",
    "en": "Region",
    "unit": "text",
    "sense": "plain",
    "formula": null
  },
  "openRun": {
    "ko": "오픈런",
    "en": "Open run",
    "unit": "flag",
    "sense": "plain",
    "formula": null
  },
  "beside": {
    "ko": "같은 기간 우리 공연",
    "en": "Our productions at the time",
    "unit": "names",
    "sense": "plain",
    "formula": null
  },
  "ownKrw": {
    "ko": "매출",
    "en": "Our sales",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "마지막 창의 이 공연 매출",
      "en": "Our sales in the last window"
    }
  },
  "ownBaseKrw": {
    "ko": "평소 매출",
    "en": "Our base",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "직전 네 창의 매출 ÷ 4",
      "en": "Our sales in the four previous windows ÷ 4"
    }
  },
  "marketKrw": {
    "ko": "장르 금액",
    "en": "Market",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "마지막 창의 장르 금액. 하루라도 없으면 비웁니다.",
      "en": "Genre amount in the last window; blank if a day is missing"
    }
  },
  "marketBaseKrw": {
    "ko": "평소 장르 금액",
    "en": "Market base",
    "unit": "krw",
    "sense": "plain",
    "formula": {
      "ko": "직전 네 창의 장르 금액 ÷ 4",
      "en": "Genre amount in the four previous windows ÷ 4"
    }
  },
  "ownRatio": {
    "ko": "자사 비율",
    "en": "Our ratio",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "매출 ÷ 평소 매출",
      "en": "Our sales ÷ our base"
    }
  },
  "marketRatio": {
    "ko": "시장 비율",
    "en": "Market ratio",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "장르 금액 ÷ 평소 장르 금액",
      "en": "Market ÷ market base"
    }
  },
  "relativeIndex": {
    "ko": "상대 지수",
    "en": "Relative index",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "자사 비율 ÷ 시장 비율. 1이면 시장만큼입니다.",
      "en": "Our ratio ÷ market ratio; 1 means in line with the market"
    }
  },
  "marketPartKrw": {
    "ko": "시장 몫",
    "en": "Market part",
    "unit": "krw",
    "sense": "difference",
    "formula": {
      "ko": "평소 매출 × (시장 비율 − 1). 시장만큼 움직였을 때의 증감입니다.",
      "en": "Our base × (market ratio − 1): the change if we had moved with the market"
    }
  },
  "ownPartKrw": {
    "ko": "자사 몫",
    "en": "Our part",
    "unit": "krw",
    "sense": "difference",
    "formula": {
      "ko": "증감 − 시장 몫",
      "en": "Change − market part"
    }
  },
  "verdict": {
    "ko": "판단",
    "en": "Verdict",
    "unit": "word",
    "sense": "plain",
    "formula": null
  },
  "ownIndex": {
    "ko": "자사 지수",
    "en": "Our index",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "그 날까지 7일 매출 ÷ 평소 7일 매출",
      "en": "Our sales of the last seven days ÷ a typical seven days"
    }
  },
  "marketIndex": {
    "ko": "시장 지수",
    "en": "Market index",
    "unit": "ratio",
    "sense": "plain",
    "formula": {
      "ko": "그 날까지 7일 장르 금액 ÷ 평소 7일",
      "en": "Genre amount of the last seven days ÷ a typical seven days"
    }
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
  "country": {
    "ko": "전국",
    "en": "Nationwide"
  },
  "seoul": {
    "ko": "서울",
    "en": "Seoul"
  },
  "gyeonggi": {
    "ko": "경기",
    "en": "Gyeonggi"
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
    "en": "Ended"
  },
  "no_snapshot": {
    "ko": "자료 없음",
    "en": "No snapshot"
  },
  "no_played_performance": {
    "ko": "개막 전",
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
  "sale_day": {
    "ko": "판매일",
    "en": "Sale day"
  },
  "performance_day": {
    "ko": "공연일",
    "en": "Performance day"
  },
  "sale_days": {
    "ko": "판매일 합계",
    "en": "Sale days"
  },
  "performances": {
    "ko": "회차 합계",
    "en": "Performances"
  },
  "no_sale_end": {
    "ko": "판매 종료일 미입력",
    "en": "No sale end set"
  },
  "no_capacity": {
    "ko": "좌석 수 미입력",
    "en": "No seats entered"
  },
  "not_on_sale": {
    "ko": "판매 전",
    "en": "Not on sale yet"
  },
  "run_over": {
    "ko": "공연 종료",
    "en": "Run ended"
  },
  "stale": {
    "ko": "오래된 자료",
    "en": "Old data"
  },
  "too_few_days": {
    "ko": "자료 일수 부족",
    "en": "Too few days of data"
  },
  "no_price": {
    "ko": "가격을 모름",
    "en": "Prices unknown"
  },
  "prior": {
    "ko": "극장 일반",
    "en": "Industry average"
  },
  "own": {
    "ko": "이 공연의 판매",
    "en": "This production's sales"
  },
  "company": {
    "ko": "우리 회사의 지난 공연",
    "en": "Our past productions"
  },
  "weekday_evening": {
    "ko": "월–목 저녁",
    "en": "Mon–Thu evening"
  },
  "weekday_matinee": {
    "ko": "평일 낮",
    "en": "Weekday matinee"
  },
  "eve": {
    "ko": "금요일·공휴일 전날",
    "en": "Friday or holiday eve"
  },
  "saturday": {
    "ko": "토요일",
    "en": "Saturday"
  },
  "sunday_or_holiday": {
    "ko": "일요일·공휴일",
    "en": "Sunday or holiday"
  },
  "preview": {
    "ko": "프리뷰",
    "en": "Preview"
  },
  "category": {
    "ko": "같은 카테고리",
    "en": "Same category"
  },
  "all": {
    "ko": "전체",
    "en": "All"
  },
  "too_few_shows": {
    "ko": "회차 부족",
    "en": "Too few performances"
  },
  "one_class": {
    "ko": "한 종류의 회차뿐",
    "en": "Only one performance type"
  },
  "sold_out": {
    "ko": "매진이 많음",
    "en": "Mostly sold out"
  },
  "not_clear": {
    "ko": "뚜렷하지 않음",
    "en": "Not clear"
  },
  "confounded": {
    "ko": "다른 요인과 겹침",
    "en": "Overlaps other factors"
  },
  "too_long": {
    "ko": "너무 긺",
    "en": "Too long"
  },
  "unknown_days": {
    "ko": "앞뒤 자료 부족",
    "en": "Missing days"
  },
  "too_few_windows": {
    "ko": "비교할 기간 부족",
    "en": "Too few periods"
  },
  "performance_seats": {
    "ko": "회차 좌석",
    "en": "Performance seats"
  },
  "run_seats": {
    "ko": "전체 좌석",
    "en": "Run seats"
  },
  "run_revenue": {
    "ko": "전체 매출",
    "en": "Run revenue"
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
  "memo": {
    "ko": "메모",
    "en": "Memo"
  },
  "discount": {
    "ko": "할인",
    "en": "Discount"
  },
  "promotion": {
    "ko": "홍보",
    "en": "Promotion"
  },
  "press": {
    "ko": "언론·방송",
    "en": "Press"
  },
  "invitation": {
    "ko": "초대",
    "en": "Invitation"
  },
  "other": {
    "ko": "기타",
    "en": "Other"
  },
  "ok": {
    "ko": "정상",
    "en": "OK"
  },
  "off": {
    "ko": "꺼짐",
    "en": "Off"
  },
  "failing": {
    "ko": "읽기 실패",
    "en": "Failing"
  },
  "blocked": {
    "ko": "접근 제한",
    "en": "Blocked"
  },
  "key_rejected": {
    "ko": "인증키 거부",
    "en": "Key rejected"
  },
  "budget_used": {
    "ko": "오늘 호출 한도 소진",
    "en": "Daily limit reached"
  },
  "not_matched": {
    "ko": "KOPIS 공연 미지정",
    "en": "No KOPIS match"
  },
  "no_market": {
    "ko": "시장 자료 없음",
    "en": "No market data"
  },
  "sale_over": {
    "ko": "판매 종료",
    "en": "Sale ended"
  },
  "too_new": {
    "ko": "판매 초기",
    "en": "Sale just started"
  },
  "market_gap": {
    "ko": "시장 자료 빠짐",
    "en": "Market days missing"
  },
  "base_zero": {
    "ko": "평소 매출 없음",
    "en": "No prior sales"
  },
  "own_large": {
    "ko": "시장의 큰 부분",
    "en": "Large part of the market"
  },
  "steady": {
    "ko": "변화 없음",
    "en": "No change"
  },
  "market": {
    "ko": "시장",
    "en": "Market"
  },
  "both": {
    "ko": "둘 다",
    "en": "Both"
  },
  "AAAA": {
    "ko": "연극",
    "en": "Play"
  },
  "BBBC": {
    "ko": "무용(서양/한국무용)",
    "en": "Dance"
  },
  "BBBE": {
    "ko": "대중무용",
    "en": "Popular dance"
  },
  "CCCA": {
    "ko": "서양음악(클래식)",
    "en": "Classical music"
  },
  "CCCC": {
    "ko": "한국음악(국악)",
    "en": "Korean music"
  },
  "CCCD": {
    "ko": "대중음악",
    "en": "Popular music"
  },
  "EEEA": {
    "ko": "복합",
    "en": "Mixed"
  },
  "EEEB": {
    "ko": "서커스/마술",
    "en": "Circus and magic"
  },
  "GGGA": {
    "ko": "뮤지컬",
    "en": "Musical"
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
