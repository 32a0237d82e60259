/**
 * The words of the product in both languages; `useLabels` reads them. The keys are those of the API, so that a field
 * finds its word. Columns of reports, words of choices and seat grades are those of the catalogue.
 */
import { categoryNames } from './categoryNames';
import { choices, fields, grades } from './generated/glossary';

export const labels = {
  column: fields,
  choice: choices,
  grade: grades,
  term: {
    production: {
      ko: '공연',
      en: 'Production',
    },
    category: {
      ko: '카테고리',
      en: 'Category',
    },
    ...categoryNames,
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
    total: {
      ko: '합계',
      en: 'Total',
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
    seatGrades: {
      ko: '좌석 등급과 정가',
      en: 'Seat grades and prices',
    },
    targetKrw: {
      ko: '총목표 매출',
      en: 'Target revenue',
    },
    productionCostKrw: {
      ko: '총비용',
      en: 'Production cost',
    },
    revenueBasis: {
      ko: '매출 기준',
      en: 'Revenue basis',
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
    source: {
      ko: '소스',
      en: 'Source',
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
      ko: '검사 결과',
      en: 'Diagnostics',
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
    wrong_password: {
      ko: '암호가 맞지 않음',
      en: 'Wrong password',
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
    ambiguous_sheet: {
      ko: '같은 역할의 시트가 여럿',
      en: 'Several sheets of one role',
    },
    no_header: {
      ko: '머리글을 찾을 수 없음',
      en: 'No heading found',
    },
    missing_column: {
      ko: '열이 없음',
      en: 'Column missing',
    },
    ambiguous_column: {
      ko: '같은 뜻의 두 열이 다름',
      en: 'Two columns differ',
    },
    unknown_label: {
      ko: '알 수 없는 머리글',
      en: 'Unknown label',
    },
    missing_date: {
      ko: '날짜가 비어 있음',
      en: 'Date missing',
    },
    missing_item: {
      ko: '항목 이름이 비어 있음',
      en: 'Item without a name',
    },
    percent_unclear: {
      ko: '비율이 분명하지 않음',
      en: 'Share unclear',
    },
    capacity_unknown: {
      ko: '좌석 수를 알 수 없음',
      en: 'Seats unknown',
    },
    text_date: {
      ko: '글자로 적힌 날짜·시간',
      en: 'Date written as text',
    },
    block_sum_mismatch: {
      ko: '합계가 항목의 합과 다름',
      en: 'Total is not its sum',
    },
    deposit_mismatch: {
      ko: '입금과 미입금의 합이 다름',
      en: 'Deposits do not add up',
    },
    total_row_mismatch: {
      ko: '합계 행이 다름',
      en: 'Row of totals differs',
    },
    total_missing: {
      ko: '합계 열이 없어 더함',
      en: 'Total added up',
    },
    unrecognised_column: {
      ko: '읽지 않은 열',
      en: 'Column not read',
    },
    other_kind: {
      ko: '따로 올릴 시트',
      en: 'Sheet of another kind',
    },
    new_agency: {
      ko: '처음 보는 예매처',
      en: 'New agency',
    },
    agency_missing: {
      ko: '예매처가 없어짐',
      en: 'Agency gone',
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
