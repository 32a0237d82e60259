import type { ReactNode } from 'react';
import { ShowBase, useShowContext } from 'react-admin';
import type { components } from '@/api/generated/schema';
import { LinkButton } from '@/components/controls/Button';
import { Chip } from '@/components/figures/Chip';
import { AppLink } from '@/components/layout/AppLink';
import { Panel } from '@/components/layout/Panel';
import { ErrorState } from '@/components/states/ErrorState';
import { useMessages } from '@/lib/i18n/messages';
import { fileSize } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { Waiting } from '../OfficeStates';
import { MessageView, MessageViews } from './MessageView';
import { deliveriesPath, deliveryTones, useChannelName, useKindName, useReason } from './names';
import { RetryButton } from './RetryButton';
import styles from './sending.module.css';
import { words } from './words';

type Details = components['schemas']['DeliveryDetailsView'];

/** One message to one receiver: where it stands, and exactly what is sent. */
export function DeliveryShow() {
  return (
    <ShowBase<Details> queryOptions={{ staleTime: 0, refetchOnMount: 'always' }}>
      <Shown />
    </ShowBase>
  );
}

function Shown() {
  const { record, error, refetch } = useShowContext<Details>();
  // What a list has read before says less than the whole.
  if (record !== undefined && 'parts' in record) return <Delivery delivery={record} />;
  return error === null ? <Waiting /> : <ErrorState error={error} onRetry={() => void refetch()} />;
}

/** What a delivery sends, as its channel has it. */
function writtenOf({ channel, html, parts, text }: Details) {
  const isSlack = channel === 'slack' || channel === 'production_slack';
  return { ...(isSlack ? { slack: parts } : {}), html, text, raw: parts };
}

function Delivery({ delivery }: { delivery: Details }) {
  const t = useMessages(words);
  const format = useFormat();
  const kindName = useKindName();
  const channelName = useChannelName();
  const reason = useReason();
  const { state, nextAttemptAt, finishedAt, slot, runId, destinationId, lastError, attachments } = delivery;
  const written = writtenOf(delivery);
  const why = reason(delivery);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t.receiver,
      destinationId === null ? (
        delivery.receiver
      ) : (
        <AppLink to={`/office/destinations/${destinationId}`}>{delivery.receiver}</AppLink>
      ),
    ],
    [t.address, delivery.address],
    [t.channel, channelName(delivery.channel)],
    [t.kind, kindName(delivery.kind)],
    [t.forSlot, slot === null ? null : format.dayTime(slot)],
    [t.at, format.dayTime(delivery.createdAt)],
    [state === 'sent' ? t.sentAt : t.finishedAt, finishedAt === null ? null : format.dayTime(finishedAt)],
    [t.failures, delivery.failures === 0 ? null : t.failedTimes(delivery.failures)],
    [t.reason, why ?? null],
    [t.error, lastError === why ? null : lastError],
    [
      t.attachments,
      attachments.length === 0
        ? null
        : attachments.map((file) => `${file.fileName} (${fileSize(file.sizeBytes)})`).join(', '),
    ],
    [t.run, runId === null ? null : <AppLink to={deliveriesPath({ runId })}>{runId}</AppLink>],
  ];
  return (
    <div className="stack">
      <Panel
        title={delivery.subject}
        padded
        actions={
          <>
            <RetryButton small delivery={delivery} />
            <LinkButton small to="/office/deliveries">
              {t.back}
            </LinkButton>
          </>
        }
      >
        <div className="stack">
          <p className="row wrapped">
            <Chip tone={deliveryTones[state]}>{t[state]}</Chip>
            {delivery.mayHaveArrivedTwice && (
              <Chip tone="warning" title={t.twiceHelp}>
                {t.twice}
              </Chip>
            )}
            {state === 'pending' && nextAttemptAt !== null && (
              <span className="quiet">{t.nextAttempt(format.dayTime(nextAttemptAt))}</span>
            )}
          </p>
          <dl className={styles['facts']}>
            {facts
              .filter(([, value]) => value !== null && value !== undefined)
              .map(([name, value]) => (
                <div key={name} style={{ display: 'contents' }}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
        </div>
      </Panel>
      <Panel
        title={state === 'sent' ? t.exactly : t.exactlyNot}
        padded
        actions={<MessageViews written={written} />}
      >
        <MessageView written={written} />
      </Panel>
    </div>
  );
}
