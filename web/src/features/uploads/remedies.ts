/** What to do about a finding, by its code; the finding itself is said by the server. */
export const remedies: Readonly<Record<string, { readonly ko: string; readonly en: string }>> = {
  encrypted_workbook: {
    ko: '보안 프로그램이 잠근 파일이면 먼저 보안을 해제한 사본을 만드세요.',
    en: 'If rights management locked the file, make a copy without it first.',
  },
  wrong_password: {
    ko: '엑셀에서 파일을 열 때 쓰는 암호를 다시 입력하세요. 대소문자와 빈칸도 같아야 합니다.',
    en: 'Enter the password that opens the file in Excel again. Case and spaces matter.',
  },
  missing_sheet: {
    ko: '시트 이름을 확인하세요. 대소문자와 양 끝의 빈칸은 달라도 되지만 가운데 띄어쓰기는 같아야 합니다.',
    en: 'Check the sheet name. Case and spaces at its ends do not matter, spaces inside do.',
  },
  missing_marker: {
    ko: '다른 표시(dash_…)가 있는 행의 그 열에 표시를 다시 적으세요.',
    en: 'Write the marker into its column again, in the row of the other markers (dash_…).',
  },
  ambiguous_sheet: {
    ko: '하나만 남기거나 다른 시트의 이름을 바꾸세요.',
    en: 'Keep one of them, or rename the others.',
  },
  no_header: {
    ko: '날짜 열과 매수·금액 열의 머리글이 위쪽 40행 안에 있어야 합니다.',
    en: 'Labels for date, seats and amount must be within the first 40 rows.',
  },
  missing_column: {
    ko: '열을 넣고 그 이름을 머리글에 적으세요.',
    en: 'Add the column, with this label in the header.',
  },
  ambiguous_column: {
    ko: '둘 가운데 맞는 열만 남기세요.',
    en: 'Keep the correct one of the two.',
  },
  unknown_label: {
    ko: '등급이나 예매처의 이름을 늘 쓰는 대로 적으세요.',
    en: 'Write the grade or agency name in the usual way.',
  },
  missing_date: {
    ko: '날짜를 적으세요. 같은 날의 둘째 회차라면 시간이 위 회차보다 뒤여야 합니다.',
    en: 'Enter the date. A second performance on the same day needs a later time than the one above.',
  },
  percent_unclear: {
    ko: '85%는 0.85나 85%로 적으세요.',
    en: 'Write 85% as 0.85 or as 85%.',
  },
  capacity_unknown: {
    ko: '공연 설정에 회당 좌석 수를 적거나 점유율 열을 넣으세요.',
    en: 'Set the production’s seats per performance, or add share columns.',
  },
  block_sum_mismatch: {
    ko: '빠지거나 두 번 더한 예매처가 있는지 확인하세요.',
    en: 'Check whether an agency is missing from the total, or counted twice.',
  },
  total_row_mismatch: {
    ko: '합계 수식의 범위를 확인하세요.',
    en: 'Check the range of the formula.',
  },
  deposit_mismatch: {
    ko: '입금과 미입금을 더한 값이 예매 열과 같은지 확인하세요. 예매 열의 값을 썼습니다.',
    en: 'Check that deposited and pending add up to booked. The booked figure is used.',
  },
  total_missing: {
    ko: '합계 열이 있으면 더 확실합니다. 지금은 예매처를 더한 값이거나 0입니다.',
    en: 'A total column is more reliable. For now the agencies are added up, or it is 0.',
  },
  unrecognised_column: {
    ko: '매출에 드는 열이라면 늘 쓰는 머리글로 적으세요.',
    en: 'If it is part of the sales, give it the usual label.',
  },
  new_agency: {
    ko: '처음 거래하는 예매처가 아니라면 이름을 전과 같이 적으세요.',
    en: 'Unless the agency is new, spell its name as before.',
  },
  text_date: {
    ko: '글자로 적힌 날짜나 시각도 읽었습니다. 셀 서식을 날짜로 바꾸면 더 확실합니다.',
    en: 'Dates and times written as text were read too. Date cells are more reliable.',
  },
  missing_item: {
    ko: '숫자가 있는 행의 항목 칸에 이름을 적거나, 합계 행이면 ‘합계’라고 적으세요.',
    en: 'Give the row with figures a name, or write TOTAL if it is a total row.',
  },
  other_kind: {
    ko: '한 번에 매출이나 관객 자료 하나만 읽습니다. 같은 파일을 다른 종류로 다시 올리세요.',
    en: 'An upload covers either sales or buyers. Upload the file again as the other kind.',
  },
  agency_missing: {
    ko: '예매처 이름을 바꿔 적지 않았는지 확인하세요.',
    en: 'Check whether the agency is spelled differently.',
  },
  not_a_date: {
    ko: '사람이 보는 줄이면 맨 앞에 ‘합계’처럼 적으세요. 그러면 읽지 않습니다.',
    en: 'If the row is for people, start it with a word such as TOTAL so that it is skipped.',
  },
  formula_without_value: {
    ko: '프로그램이 만든 파일은 엑셀에서 한 번 열어 저장해야 수식의 값이 들어갑니다.',
    en: 'If a program made the file, open and save it once in Excel to fill in formula values.',
  },
  merged_figure: {
    ko: '날짜, 시각, 배우 칸은 병합해도 됩니다. 좌석과 매출은 행마다 적으세요.',
    en: 'Dates, times and names may be merged. Enter seats and amounts in every row.',
  },
  duplicate_marker: { ko: '둘 가운데 하나를 지우세요.', en: 'Remove one of the two.' },
  error_cell: {
    ko: '수식이 가리키던 칸을 되살리거나 값을 직접 넣으세요.',
    en: 'Restore the cell that the formula points to, or enter the value itself.',
  },
  not_a_number: {
    ko: '셀 서식을 숫자로 바꾸고 값을 다시 입력하세요.',
    en: 'Format the cell as a number and enter the value again.',
  },
  not_a_time: { ko: '19:30처럼 시각으로 입력하세요.', en: 'Enter a time such as 19:30.' },
  missing_time: { ko: '공연 시각을 19:30처럼 입력하세요.', en: 'Enter the time, such as 19:30.' },
  negative_seats: { ko: '좌석 수를 0 이상으로 고치세요.', en: 'Correct the seats to 0 or more.' },
  duplicate_sale_day: { ko: '한 행을 지우거나 날짜를 고치세요.', en: 'Remove a row or correct its date.' },
  duplicate_performance: { ko: '한 행을 지우거나 시각을 고치세요.', en: 'Remove a row or correct its time.' },
  too_large: { ko: '쓰지 않는 시트와 행을 지우고 저장하세요.', en: 'Remove unused sheets and rows.' },
  wrong_production: {
    ko: '파일 이름의 공연 코드를 고치거나 맞는 공연에 올리세요.',
    en: 'Correct the code in the file name, or upload it to its production.',
  },
  bad_file_name: {
    ko: '날짜_공연코드_이름.xlsx 형태로 바꾸거나 아래에서 선택하세요.',
    en: 'Rename it to date_code_name.xlsx, or choose below.',
  },
  future_record_date: { ko: '파일 이름의 날짜를 확인하세요.', en: 'Check the date in the file name.' },
  internal_error: {
    ko: '다시 일어나면 관리자에게 알리세요.',
    en: 'Tell an administrator if it happens again.',
  },
  text_number: {
    ko: '읽는 데는 문제없습니다. 엑셀의 합계와 맞추려면 셀 서식을 숫자로 바꾸고 다시 입력하세요.',
    en: 'It was read. To match the sums in Excel, format the cell as a number and enter it again.',
  },
  sale_after_record_date: {
    ko: '미리 만든 양식이면 그대로 두세요. 팔린 숫자라면 날짜의 연도나 파일 이름의 기준일을 고치세요.',
    en: 'Leave it if it is a template. If these are sales, correct the year, or the date in the file name.',
  },
  row_without_date: {
    ko: '이 행의 숫자는 들어가지 않았습니다. 날짜 칸에 날짜를 적거나, 합계 줄이면 ‘합계’라고 적으세요.',
    en: 'The figures in this row are not counted. Give it a date, or label it TOTAL.',
  },
  no_data_rows: {
    ko: '빈 양식을 올린 것은 아닌지, 날짜가 dash_date 열에 있는지 확인하세요.',
    en: 'Check that it is not a blank form, and that the dates are in the dash_date column.',
  },
  weekday_mismatch: {
    ko: '요일과 날짜 가운데 어느 쪽이 맞는지 확인하세요.',
    en: 'Check which is right, the date or the weekday.',
  },
  uncalculated_workbook: {
    ko: '그대로 반영하면 0으로 보일 수 있습니다.',
    en: 'If applied as is, figures may show as 0.',
  },
  seats_without_revenue: {
    ko: '초대 좌석을 유료 칸에 적지 않았는지, 매출이 빠졌는지 확인하세요.',
    en: 'Check whether these are complimentary seats, or the revenue is missing.',
  },
  sheets_disagree: {
    ko: '한쪽 시트만 고쳤거나 빠진 행이 있는지 확인하세요.',
    en: 'Check whether only one sheet was updated, or rows are missing.',
  },
  blank_number: { ko: '0이 아니면 숫자를 넣으세요.', en: 'Enter the number unless it is 0.' },
  fraction: { ko: '정수가 맞는지 확인하세요.', en: 'Check the whole number.' },
  negative_sale: { ko: '환불이면 그대로 반영하면 됩니다.', en: 'If it is a refund, apply it as is.' },
  grade_sum_mismatch: {
    ko: '합계를 씁니다. 등급별 좌석을 확인하세요.',
    en: 'The total is used. Check the seats per grade.',
  },
  share_out_of_range: {
    ko: '0.85처럼 비율로 적었는지 확인하세요.',
    en: 'Check that it is a ratio, such as 0.85.',
  },
  missing_cast: {
    ko: '출연 배우를 적으면 캐스트 표에 들어갑니다.',
    en: 'With a name, it is included in casts.',
  },
  sale_before_start: {
    ko: '날짜나 공연의 판매 시작일을 확인하세요.',
    en: 'Check the date, or the first day of sale of the production.',
  },
  revenue_without_seats: { ko: '좌석 수가 빠졌는지 확인하세요.', en: 'Check whether the seats are missing.' },
  revenue_shrank: {
    ko: '빠진 행이나 다른 공연의 파일인지 확인하세요.',
    en: 'Check whether rows are missing, or it is the wrong file.',
  },
  seats_shrank: {
    ko: '빠진 행이나 다른 공연의 파일인지 확인하세요.',
    en: 'Check whether rows are missing, or it is the wrong file.',
  },
};
