import { Chip } from '@/components/figures/Chip';
import { usePair } from '@/lib/i18n/pair';
import { useFormat } from '@/lib/useFormat';
import { campaignKindNames } from './campaigns';
import type { CampaignMark } from './campaigns';
import styles from './CampaignList.module.css';

/** What was done on days of a week: of each campaign its kind, its days and its text. */
export function CampaignList({ campaigns }: { campaigns: readonly CampaignMark[] }) {
  const say = usePair();
  const format = useFormat();
  if (campaigns.length === 0) return null;
  return (
    <ul className={styles['list']}>
      {campaigns.map(({ id, kind, from, to, text }) => (
        <li key={id}>
          <Chip tone="outlined">{say(campaignKindNames[kind])}</Chip>{' '}
          <span className="caption quiet nowrap">{format.range({ from, to })}</span> {text}
        </li>
      ))}
    </ul>
  );
}
