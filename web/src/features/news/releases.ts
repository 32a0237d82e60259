/** What is new, by release: for people, in a line each. The newest stands first; add to it when users will notice. */
import type { Day } from '@/lib/days';
import type { Pair } from '@/lib/i18n/pair';

/** A release, and what it brought. */
export interface Release {
  /** Stands for it where it was seen. */
  readonly name: string;
  readonly day: Day;
  readonly news: readonly (Pair & { readonly to?: string })[];
}

export const releases: readonly Release[] = [
  {
    name: '2026.12',
    day: '2026-11-29',
    news: [
      {
        ko: '공연마다 손익분기에 닿을 확률과 80% 구간이 보입니다. 공연 화면의 예측에서 이유와 바꿔 보기까지 볼 수 있습니다.',
        en: 'Productions show their chance of break-even and 80% intervals. Forecast on each page has the reasons and what-ifs.',
      },
      {
        ko: '표식 없는 엑셀도 그대로 올립니다. 처음 보는 이름은 한 번만 정하면 되고, 예매처와 입금, 회차 비고, 관객 리포트까지 읽습니다.',
        en: 'Workbooks without markers are read as they are: agencies, deposits, remarks and buyer reports. You are asked about a new label only once.',
        to: '/uploads/new',
      },
      {
        ko: '매출 차트 위에서 날을 누르면 메모와 캠페인을 남길 수 있고, 공휴일 이름이 차트와 달력에 보입니다.',
        en: 'Select a day above the sales chart to add a memo or campaign. Charts and calendars show public holidays.',
      },
      {
        ko: '차트를 그림(PNG)으로 저장하거나 복사하고, 모든 화면을 A4로 인쇄합니다.',
        en: 'Save or copy charts as images, and print every page on A4.',
      },
      {
        ko: '공연마다 투자자에게 건넬 보고서가 있습니다. 공연 화면의 보고서에서 엽니다.',
        en: 'Each production has a report for investors. Open Report on its page.',
      },
      {
        ko: '필터와 정렬을 이름 붙여 보기로 저장하고 메뉴에 고정합니다. 표의 열도 고를 수 있습니다.',
        en: 'Save filters and sorting as named views and pin them to the menu. Choose which columns tables show.',
      },
      {
        ko: '머리의 종이 새 자료와 알림, 다른 사람이 바꾼 것을 알립니다. 공연의 알림은 그 공연 화면에서 잠시 끌 수 있습니다.',
        en: 'The bell shows new data, alerts and changes by others. Mute a production’s alerts on its page.',
      },
      {
        ko: '숫자 옆 물음표를 누르면 어떻게 계산했는지 볼 수 있습니다.',
        en: 'The question mark next to a figure explains how it is calculated.',
      },
    ],
  },
];

/** The newest release. */
export const newest = releases[0];
