import { Megaphone, Newspaper, Percent, StickyNote, Tag, Ticket } from 'lucide-react';
import { useState } from 'react';
import type { CSSProperties } from 'react';
import { useQuery } from '@tanstack/react-query';
import { usePermissions } from '@/api/account';
import type { Production } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { campaignKindNames } from '@/components/reports/campaigns';
import type { CampaignKind } from '@/components/reports/campaigns';
import type { Grain } from '@/components/reports/periods';
import { toDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import { useFormat } from '@/lib/useFormat';
import { campaignsQuery } from '../api/campaigns';
import type { Campaign } from '../api/campaigns';
import { laneRows, placed } from '../campaigns';
import { words } from '../campaignWords';
import { CampaignDialog } from './CampaignDialog';
import styles from './campaigns.module.css';

/** A sign of each kind, whose word stands beside it for those who listen. */
const signs: Readonly<Record<CampaignKind, typeof StickyNote>> = {
  memo: StickyNote,
  discount: Percent,
  promotion: Megaphone,
  press: Newspaper,
  invitation: Ticket,
  other: Tag,
};

/**
 * What was done when, above the periods of a chart: as wide as they are, each opened by a press. Whoever manages
 * productions writes a memo by pressing a day.
 */
export function CampaignLane({
  production,
  periods,
  grain,
  standard,
  asked,
  onClose,
}: {
  production: Production;
  /** The periods that the chart shows, by their first day. */
  periods: readonly string[];
  grain: Exclude<Grain, 'month'>;
  /** The day of a memo that is begun with the keyboard. */
  standard: Day;
  /** A day that was pressed in the chart itself. */
  asked: Day | undefined;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const say = usePair();
  const format = useFormat();
  const { manageProductions: editable } = usePermissions();
  const campaigns = useQuery(campaignsQuery(production.id)).data ?? [];
  const [day, setDay] = useState<Day>();
  const [open, setOpen] = useState<Campaign>();
  const [listed, setListed] = useState(false);
  const { places, hidden } = placed(campaigns, periods, grain);
  const rows = Math.min(laneRows, Math.max(1, ...places.map(({ row }) => row + 1)));
  const wanted = asked ?? day;
  const part = (index: number) => `${(index / Math.max(1, periods.length)) * 100}%`;
  const name = ({ kind, from, to, text }: Campaign) =>
    t.entry(say(campaignKindNames[kind]), format.range({ from, to }), text);
  if (!editable && places.length === 0 && hidden === 0) return null;
  return (
    <section aria-label={t.lane} className="unprinted">
      <div className={styles['lane']} style={{ '--rows': rows } as CSSProperties}>
        <span aria-hidden className={styles['name']}>
          {say(campaignKindNames.memo)}
        </span>
        {editable && (
          <button
            type="button"
            aria-label={t.write}
            className={styles['write']}
            onClick={({ clientX, detail, currentTarget }) => {
              const { left, width } = currentTarget.getBoundingClientRect();
              const index = width === 0 ? -1 : Math.floor(((clientX - left) / width) * periods.length);
              const pressed = detail === 0 ? undefined : periods[index];
              setDay(pressed === undefined ? standard : toDay(pressed));
            }}
          />
        )}
        {places.length === 0 && (
          <span aria-hidden className={styles['hint']}>
            {t.hint}
          </span>
        )}
        <ul className={styles['list']}>
          {places.map(({ campaign, row, start, length, room }) => {
            const Sign = signs[campaign.kind];
            return (
              <li
                key={campaign.id}
                style={{
                  left: part(start),
                  top: `calc(${row} * var(--row))`,
                  width: part(Math.min(room, Math.max(length, Math.ceil(periods.length * 0.1)))),
                }}
              >
                <button
                  type="button"
                  className={styles['entry']}
                  data-kind={campaign.kind}
                  aria-label={name(campaign)}
                  title={name(campaign)}
                  onClick={() => setOpen(campaign)}
                >
                  <Sign aria-hidden />
                  <span>{campaign.text}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      {hidden > 0 && (
        <div className={styles['more']}>
          <Button small kind="quiet" aria-label={t.all} onClick={() => setListed(true)}>
            {t.more(hidden)}
          </Button>
        </div>
      )}
      {listed && (
        <Dialog title={t.lane} onClose={() => setListed(false)}>
          <ul className={styles['all']}>
            {campaigns.map((campaign) => (
              <li key={campaign.id}>
                <Button
                  small
                  kind="quiet"
                  onClick={() => {
                    setListed(false);
                    setOpen(campaign);
                  }}
                >
                  {name(campaign)}
                </Button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
      {open !== undefined && (
        <CampaignDialog
          production={production}
          present={open}
          day={open.from}
          editable={editable}
          onClose={() => setOpen(undefined)}
        />
      )}
      {editable && open === undefined && wanted !== undefined && (
        <CampaignDialog
          production={production}
          day={wanted}
          editable
          onClose={() => {
            setDay(undefined);
            onClose();
          }}
        />
      )}
    </section>
  );
}
