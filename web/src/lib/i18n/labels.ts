/**
 * The words of the product in both languages: terms, reports, columns and findings. The keys are those of the API,
 * so that a field finds its word; `useLabels` reads them.
 */
export const labels = {
  term: {
    production: {
      ko: '공연',
      en: 'Production',
    },
    category: {
      ko: '카테고리',
      en: 'Category',
    },
    concert: {
      ko: '콘서트',
      en: 'Concert',
    },
    play: {
      ko: '연극',
      en: 'Play',
    },
    musical: {
      ko: '뮤지컬',
      en: 'Musical',
    },
    performance: {
      ko: '회차',
      en: 'Performance',
    },
    recordDate: {
      ko: '기준일',
      en: 'Record date',
    },
    snapshot: {
      ko: '자료',
      en: 'Snapshot',
    },
    currentSnapshot: {
      ko: '현재 자료',
      en: 'Current snapshot',
    },
    dailySale: {
      ko: '일별 매출',
      en: 'Daily sales',
    },
    saleDay: {
      ko: '판매일',
      en: 'Sale day',
    },
    paidSeats: {
      ko: '유료 좌석',
      en: 'Paid seats',
    },
    complimentarySeats: {
      ko: '초대 좌석',
      en: 'Complimentary seats',
    },
    seatGrade: {
      ko: '좌석 등급',
      en: 'Seat grade',
    },
    depositShare: {
      ko: '예매 점유율',
      en: 'Deposit share',
    },
    paidShare: {
      ko: '유료 점유율',
      en: 'Paid share',
    },
    complimentaryShare: {
      ko: '초대 점유율',
      en: 'Complimentary share',
    },
    occupancy: {
      ko: '점유율',
      en: 'Occupancy',
    },
    dailyTarget: {
      ko: '일별 목표',
      en: 'Daily target',
    },
    marketingWeek: {
      ko: '주간 마케팅',
      en: 'Marketing week',
    },
    calendarNote: {
      ko: '캘린더 메모',
      en: 'Calendar note',
    },
    monthlyNote: {
      ko: '월 메모',
      en: 'Monthly note',
    },
    breakEven: {
      ko: '손익분기점',
      en: 'Break-even',
    },
  },
  grade: {
    vip: {
      ko: 'VIP석',
      en: 'VIP',
    },
    r: {
      ko: 'R석',
      en: 'R',
    },
    s: {
      ko: 'S석',
      en: 'S',
    },
    a: {
      ko: 'A석',
      en: 'A',
    },
    b: {
      ko: 'B석',
      en: 'B',
    },
    bad_r: {
      ko: 'R석 시야제한',
      en: 'R restricted view',
    },
    bad_s: {
      ko: 'S석 시야제한',
      en: 'S restricted view',
    },
    bad_a: {
      ko: 'A석 시야제한',
      en: 'A restricted view',
    },
    accessible: {
      ko: '휠체어석',
      en: 'Accessible',
    },
  },
  production: {
    code: {
      ko: '코드',
      en: 'Code',
    },
    name: {
      ko: '공연명',
      en: 'Name',
    },
    active: {
      ko: '진행 중',
      en: 'Active',
    },
    venue: {
      ko: '공연장',
      en: 'Venue',
    },
    runStart: {
      ko: '공연 시작',
      en: 'Run start',
    },
    runEnd: {
      ko: '공연 종료',
      en: 'Run end',
    },
    saleStart: {
      ko: '판매 시작',
      en: 'Sale start',
    },
    saleEnd: {
      ko: '판매 종료',
      en: 'Sale end',
    },
    runningMinutes: {
      ko: '공연 시간(분)',
      en: 'Running time (min)',
    },
    targetShare: {
      ko: '목표 점유율',
      en: 'Target share',
    },
    breakEvenKrw: {
      ko: '손익분기점',
      en: 'Break-even',
    },
    seatsPerPerformance: {
      ko: '회당 좌석',
      en: 'Seats per performance',
    },
    previewEnd: {
      ko: '프리뷰 종료',
      en: 'Preview end',
    },
    concertAt: {
      ko: '콘서트 일시',
      en: 'Concert date',
    },
    seatInventory: {
      ko: '등급별 좌석',
      en: 'Seat inventory',
    },
    slackWebhookUrl: {
      ko: 'Slack 웹훅',
      en: 'Slack webhook',
    },
  },
  upload: {
    fileName: {
      ko: '파일 이름',
      en: 'File name',
    },
    sizeBytes: {
      ko: '크기',
      en: 'Size',
    },
    uploadedBy: {
      ko: '올린 사람',
      en: 'Uploaded by',
    },
    uploadedAt: {
      ko: '올린 시각',
      en: 'Uploaded at',
    },
    status: {
      ko: '상태',
      en: 'Status',
    },
    queued: {
      ko: '대기 중',
      en: 'Queued',
    },
    processing: {
      ko: '읽는 중',
      en: 'Processing',
    },
    completed: {
      ko: '반영됨',
      en: 'Completed',
    },
    failed: {
      ko: '실패',
      en: 'Failed',
    },
    superseded: {
      ko: '대체됨',
      en: 'Superseded',
    },
    withdrawn: {
      ko: '철회됨',
      en: 'Withdrawn',
    },
    diagnostics: {
      ko: '진단',
      en: 'Diagnostics',
    },
  },
  report: {
    'plays/weekly-overview': {
      ko: '주간 개요',
      en: 'Weekly overview',
    },
    'plays/weekly-casts': {
      ko: '주간 캐스트',
      en: 'Weekly casts',
    },
    'plays/outlook': {
      ko: '전망',
      en: 'Outlook',
    },
    'plays/daily-brief': {
      ko: '일일 요약',
      en: 'Daily brief',
    },
    'plays/weekly-occupancy': {
      ko: '주간 점유율',
      en: 'Weekly occupancy',
    },
    'plays/profit-forecast': {
      ko: '손익 예상',
      en: 'Profit forecast',
    },
    'plays/performances': {
      ko: '회차별 판매',
      en: 'Performances',
    },
    'plays/monthly': {
      ko: '월별 매출',
      en: 'Monthly',
    },
    'plays/monthly-by-production': {
      ko: '공연별 월 매출',
      en: 'Monthly by production',
    },
    'plays/revenue': {
      ko: '매출 달성',
      en: 'Revenue',
    },
    'plays/cast-revenue': {
      ko: '캐스트 매출',
      en: 'Cast revenue',
    },
    'plays/occupancy': {
      ko: '점유율 비교',
      en: 'Occupancy',
    },
    'plays/weekly-capacity': {
      ko: '주간 좌석 판매',
      en: 'Weekly capacity',
    },
    'plays/summary': {
      ko: '종합',
      en: 'Summary',
    },
    'concerts/daily': {
      ko: '일별 판매',
      en: 'Daily sales',
    },
    'concerts/weekly': {
      ko: '주간 판매',
      en: 'Weekly sales',
    },
    'concerts/monthly': {
      ko: '월별 판매',
      en: 'Monthly sales',
    },
    'concerts/overview': {
      ko: '콘서트 개요',
      en: 'Overview',
    },
    'concerts/break-even': {
      ko: '손익분기',
      en: 'Break-even',
    },
    'concerts/profit-forecast': {
      ko: '손익 예상',
      en: 'Profit forecast',
    },
    'concerts/target-sales': {
      ko: '목표 대비 매출',
      en: 'Target sales',
    },
    'concerts/marketing-week': {
      ko: '이번 주 마케팅',
      en: 'Marketing this week',
    },
    'target-vs-actual': {
      ko: '목표와 실적',
      en: 'Target vs actual',
    },
    'marketing-effect': {
      ko: '마케팅 효과',
      en: 'Marketing effect',
    },
    'upload-coverage': {
      ko: '누락 현황',
      en: 'Upload coverage',
    },
  },
  column: {
    productionCode: {
      ko: '공연 코드',
      en: 'Production code',
    },
    productionName: {
      ko: '공연',
      en: 'Production',
    },
    asOf: {
      ko: '조회 기준일',
      en: 'As of',
    },
    weekStart: {
      ko: '주 시작',
      en: 'Week start',
    },
    weekEnd: {
      ko: '주 끝',
      en: 'Week end',
    },
    actualShare: {
      ko: '실제 점유율',
      en: 'Actual share',
    },
    shareGap: {
      ko: '점유율 차이',
      en: 'Share gap',
    },
    shareRatio: {
      ko: '점유율 달성률',
      en: 'Share attainment',
    },
    targetKrw: {
      ko: '목표 매출',
      en: 'Target revenue',
    },
    revenueKrw: {
      ko: '매출',
      en: 'Revenue',
    },
    targetGapKrw: {
      ko: '목표 대비',
      en: 'Gap to target',
    },
    targetRatio: {
      ko: '달성률',
      en: 'Attainment',
    },
    previousRevenueKrw: {
      ko: '직전 매출',
      en: 'Previous revenue',
    },
    changeKrw: {
      ko: '증감',
      en: 'Change',
    },
    changeRatio: {
      ko: '증감률',
      en: 'Change %',
    },
    cast: {
      ko: '캐스트',
      en: 'Cast',
    },
    casts: {
      ko: '캐스트',
      en: 'Casts',
    },
    performances: {
      ko: '회차 수',
      en: 'Performances',
    },
    rank: {
      ko: '순위',
      en: 'Rank',
    },
    lowThreshold: {
      ko: '낮음 기준',
      en: 'Low threshold',
    },
    thisWeekStart: {
      ko: '이번 주 시작',
      en: 'This week starts',
    },
    nextWeekStart: {
      ko: '다음 주 시작',
      en: 'Next week starts',
    },
    startsAt: {
      ko: '공연 일시',
      en: 'Starts at',
    },
    remainingSeats: {
      ko: '남은 좌석',
      en: 'Remaining seats',
    },
    week: {
      ko: '주',
      en: 'Week',
    },
    low: {
      ko: '낮은 점유율',
      en: 'Low occupancy',
    },
    nextWeekOccupancy: {
      ko: '다음 주 점유율',
      en: "Next week's occupancy",
    },
    lastSaleDay: {
      ko: '최근 판매일',
      en: 'Last sale day',
    },
    lastSaleDayRevenueKrw: {
      ko: '최근 판매일 매출',
      en: 'Last sale day revenue',
    },
    previousSaleDay: {
      ko: '그 전 판매일',
      en: 'Previous sale day',
    },
    previousSaleDayRevenueKrw: {
      ko: '그 전 판매일 매출',
      en: 'Previous sale day revenue',
    },
    latestPerformanceDay: {
      ko: '최근 공연일',
      en: 'Latest performance day',
    },
    latestOccupancy: {
      ko: '최근 점유율',
      en: 'Latest occupancy',
    },
    previousPerformanceDay: {
      ko: '그 전 공연일',
      en: 'Previous performance day',
    },
    previousOccupancy: {
      ko: '그 전 점유율',
      en: 'Previous occupancy',
    },
    occupancyChange: {
      ko: '점유율 변화',
      en: 'Occupancy change',
    },
    nextPerformances: {
      ko: '다음 7일 회차',
      en: 'Next 7 days',
    },
    playedPerformances: {
      ko: '공연한 회차',
      en: 'Played',
    },
    playedRevenueKrw: {
      ko: '공연한 회차 매출',
      en: 'Played revenue',
    },
    playedMeanRevenueKrw: {
      ko: '공연한 회차 평균',
      en: 'Played mean',
    },
    toComePerformances: {
      ko: '예정 회차',
      en: 'To come',
    },
    toComeRevenueKrw: {
      ko: '예정 회차 판매분',
      en: 'To-come revenue',
    },
    toComeMeanRevenueKrw: {
      ko: '예정 회차 평균',
      en: 'To-come mean',
    },
    projectedRevenueKrw: {
      ko: '예상 매출',
      en: 'Projected revenue',
    },
    projectedProfitKrw: {
      ko: '예상 손익',
      en: 'Projected profit',
    },
    reason: {
      ko: '계산할 수 없는 이유',
      en: 'Why not',
    },
    no_snapshot: {
      ko: '자료 없음',
      en: 'No snapshot',
    },
    no_played_performance: {
      ko: '공연한 회차 없음',
      en: 'None played yet',
    },
    no_break_even: {
      ko: '손익분기점 미입력',
      en: 'No break-even set',
    },
    no_sale_day: {
      ko: '판매일 없음',
      en: 'No sale day',
    },
    no_sale_end: {
      ko: '판매 종료일 미입력',
      en: 'No sale end set',
    },
    paidSeatsByGrade: {
      ko: '등급별 유료',
      en: 'Paid by grade',
    },
    complimentarySeatsByGrade: {
      ko: '등급별 초대',
      en: 'Complimentary by grade',
    },
    meanTicketPriceKrw: {
      ko: '평균 단가',
      en: 'Mean ticket price',
    },
    month: {
      ko: '월',
      en: 'Month',
    },
    note: {
      ko: '메모',
      en: 'Note',
    },
    totalRevenueKrw: {
      ko: '누적 매출',
      en: 'Total revenue',
    },
    totalTargetKrw: {
      ko: '총목표',
      en: 'Total target',
    },
    totalRatio: {
      ko: '총달성률',
      en: 'Total attainment',
    },
    recordDateRevenueKrw: {
      ko: '기준일 매출',
      en: 'Record-date revenue',
    },
    recordDateTargetKrw: {
      ko: '기준일 목표',
      en: 'Record-date target',
    },
    recordDateRatio: {
      ko: '기준일 달성률',
      en: 'Record-date attainment',
    },
    meanRevenueKrw: {
      ko: '회당 평균 매출',
      en: 'Mean per performance',
    },
    unpaidShare: {
      ko: '유료−예매 차이',
      en: 'Paid less deposit',
    },
    past: {
      ko: '지난 회차',
      en: 'Past',
    },
    future: {
      ko: '앞으로 회차',
      en: 'Future',
    },
    offeredSeats: {
      ko: '판매 가능 좌석',
      en: 'Seats offered',
    },
    paidRatio: {
      ko: '유료 판매율',
      en: 'Paid ratio',
    },
    overall: {
      ko: '전체',
      en: 'Overall',
    },
    day: {
      ko: '날짜',
      en: 'Day',
    },
    seats: {
      ko: '좌석',
      en: 'Seats',
    },
    salesMarketing: {
      ko: '세일즈 마케팅',
      en: 'Sales marketing',
    },
    promotion: {
      ko: '프로모션',
      en: 'Promotion',
    },
    other: {
      ko: '기타',
      en: 'Other',
    },
    yesterday: {
      ko: '어제',
      en: 'Yesterday',
    },
    yesterdayRevenueKrw: {
      ko: '어제 매출',
      en: "Yesterday's revenue",
    },
    sevenDayRevenueKrw: {
      ko: '최근 7일 매출',
      en: '7-day revenue',
    },
    sevenDayMeanRevenueKrw: {
      ko: '7일 하루 평균',
      en: '7-day daily mean',
    },
    grade: {
      ko: '등급',
      en: 'Grade',
    },
    total: {
      ko: '합계',
      en: 'Total',
    },
    elapsedDays: {
      ko: '판매 경과일',
      en: 'Days on sale',
    },
    daysToSaleEnd: {
      ko: '판매 남은 날',
      en: 'Days to sale end',
    },
    soldSeats: {
      ko: '판매 좌석',
      en: 'Sold seats',
    },
    expectedAdditionalSeats: {
      ko: '예상 추가 판매',
      en: 'Expected additional',
    },
    expectedRemainingSeats: {
      ko: '예상 남은 좌석',
      en: 'Expected remaining',
    },
    breakEvenSeats: {
      ko: '손익분기 좌석',
      en: 'Break-even seats',
    },
    expectedSalesRatio: {
      ko: '예상 판매율',
      en: 'Expected sales ratio',
    },
    expectedRemainingRatio: {
      ko: '예상 잔여율',
      en: 'Expected remaining ratio',
    },
    saleDays: {
      ko: '판매 일수',
      en: 'Sale days',
    },
    daysLeft: {
      ko: '남은 날',
      en: 'Days left',
    },
    exceedsHouse: {
      ko: '만석 초과',
      en: 'Exceeds the house',
    },
    ratio: {
      ko: '달성률',
      en: 'Attainment',
    },
    weekNumber: {
      ko: '주차',
      en: 'Week no.',
    },
    grain: {
      ko: '단위',
      en: 'Grain',
    },
    period: {
      ko: '기간',
      en: 'Period',
    },
    cumulativeRevenueKrw: {
      ko: '누적 매출',
      en: 'Cumulative revenue',
    },
    cumulativeTargetKrw: {
      ko: '누적 목표',
      en: 'Cumulative target',
    },
    dueTargetKrw: {
      ko: '기준일까지 목표',
      en: 'Due target',
    },
    dueRatio: {
      ko: '기준일까지 달성률',
      en: 'Due attainment',
    },
    cumulativeDueTargetKrw: {
      ko: '기준일까지 누적 목표',
      en: 'Cumulative due target',
    },
    cumulativeDueRatio: {
      ko: '기준일까지 누적 달성률',
      en: 'Cumulative due attainment',
    },
    fullHouseKrw: {
      ko: '만석 매출',
      en: 'Full house',
    },
    expectedRevenueKrw: {
      ko: '기대 매출',
      en: 'Expected revenue',
    },
    expectedProfitKrw: {
      ko: '기대 손익',
      en: 'Expected profit',
    },
    cumulativeRatio: {
      ko: '누적 달성률',
      en: 'Cumulative attainment',
    },
    coverage: {
      ko: '업로드 여부',
      en: 'Coverage',
    },
    uploaded: {
      ko: '올림',
      en: 'Uploaded',
    },
  },
  diagnostic: {
    not_a_workbook: {
      ko: '엑셀 파일이 아니거나 손상됨',
      en: 'Not a workbook',
    },
    encrypted_workbook: {
      ko: '암호가 걸린 파일',
      en: 'Locked by a password',
    },
    missing_sheet: {
      ko: '시트가 없음',
      en: 'Sheet missing',
    },
    missing_marker: {
      ko: '표식이 없음',
      en: 'Marker missing',
    },
    duplicate_marker: {
      ko: '표식이 두 번 있음',
      en: 'Marker doubled',
    },
    not_a_date: {
      ko: '날짜가 아님',
      en: 'Not a date',
    },
    error_cell: {
      ko: '오류 값이 있는 셀',
      en: 'Error value',
    },
    formula_without_value: {
      ko: '계산되지 않은 수식',
      en: 'Formula without a value',
    },
    merged_figure: {
      ko: '병합된 숫자 칸',
      en: 'Merged figure',
    },
    not_a_number: {
      ko: '숫자 칸에 글자',
      en: 'Not a number',
    },
    not_a_time: {
      ko: '시각이 아님',
      en: 'Not a time',
    },
    missing_time: {
      ko: '시각이 비어 있음',
      en: 'Time missing',
    },
    negative_seats: {
      ko: '좌석이 음수',
      en: 'Negative seats',
    },
    duplicate_sale_day: {
      ko: '같은 판매일이 두 번',
      en: 'Sale day twice',
    },
    duplicate_performance: {
      ko: '같은 시각의 회차가 두 번',
      en: 'Performance twice',
    },
    too_large: {
      ko: '파일이 너무 큼',
      en: 'Too large',
    },
    wrong_production: {
      ko: '다른 공연의 파일',
      en: 'Wrong production',
    },
    bad_file_name: {
      ko: '파일 이름을 읽을 수 없음',
      en: 'Bad file name',
    },
    blank_number: {
      ko: '빈칸을 0으로 읽음',
      en: 'Blank read as 0',
    },
    text_number: {
      ko: '텍스트로 저장된 숫자',
      en: 'Number stored as text',
    },
    fraction: {
      ko: '소수를 반올림함',
      en: 'Fraction rounded',
    },
    negative_sale: {
      ko: '음수 매출(환불)',
      en: 'Negative sale',
    },
    grade_sum_mismatch: {
      ko: '등급 합과 합계가 다름',
      en: 'Grades ≠ total',
    },
    share_out_of_range: {
      ko: '점유율이 범위를 벗어남',
      en: 'Share out of range',
    },
    missing_cast: {
      ko: '캐스트가 비어 있음',
      en: 'Cast missing',
    },
    sale_before_start: {
      ko: '판매 시작 전 매출',
      en: 'Sale before start',
    },
    sale_after_record_date: {
      ko: '기준일 뒤의 숫자를 읽지 않음',
      en: 'Figures after the record date left out',
    },
    row_without_date: {
      ko: '날짜 없는 행을 읽지 않음',
      en: 'Row without a date left out',
    },
    weekday_mismatch: {
      ko: '요일이 날짜와 다름',
      en: 'Weekday does not fit',
    },
    no_data_rows: {
      ko: '날짜가 적힌 행이 없음',
      en: 'No data rows',
    },
    uncalculated_workbook: {
      ko: '엑셀로 계산한 적이 없는 파일',
      en: 'Workbook never calculated',
    },
    revenue_without_seats: {
      ko: '좌석 없는 매출',
      en: 'Revenue without seats',
    },
    seats_without_revenue: {
      ko: '매출 없는 유료 좌석',
      en: 'Paid seats without revenue',
    },
    sheets_disagree: {
      ko: '두 시트의 합계가 다름',
      en: 'Sheets disagree',
    },
    revenue_shrank: {
      ko: '누적 매출이 5% 넘게 줄어듦',
      en: 'Revenue shrank',
    },
    seats_shrank: {
      ko: '누적 좌석이 5% 넘게 줄어듦',
      en: 'Seats shrank',
    },
  },
} as const;
