/** What kinds of things are done for a production, and what they are called. */
import type { ReportAnswer } from '@/api/reports';
import type { Pair } from '@/lib/i18n/pair';

/** Every kind, in the order in which one chooses. */
export const campaignKinds = ['memo', 'discount', 'promotion', 'press', 'invitation', 'other'] as const;

/** One of them. */
export type CampaignKind = (typeof campaignKinds)[number];

/** What they are called. */
export const campaignKindNames: Readonly<Record<CampaignKind, Pair>> = {
  memo: { ko: '메모', en: 'Memo' },
  discount: { ko: '할인', en: 'Discount' },
  promotion: { ko: '프로모션', en: 'Promotion' },
  press: { ko: '홍보', en: 'Press' },
  invitation: { ko: '초대', en: 'Invitation' },
  other: { ko: '기타', en: 'Other' },
};

/** What was done on days of a week, as the report tells it. */
export type CampaignMark =
  ReportAnswer<'marketing-effect'>['items'][number]['weeks'][number]['campaigns'][number];

/** What columns of campaigns are called. */
export const campaignsName: Pair = { ko: '메모와 캠페인', en: 'Memos and campaigns' };

/** The texts of campaigns, by which a table is sorted and searched. */
export function campaignTexts(campaigns: readonly CampaignMark[]): string {
  return campaigns.map(({ text }) => text).join(' ');
}
