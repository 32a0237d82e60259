import { useQuery } from '@tanstack/react-query';
import { MailX, RefreshCw, Send } from 'lucide-react';
import { useState } from 'react';
import { api, body } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';
import type { Category } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { ProductionPicker } from '@/components/controls/ProductionPicker';
import { useProductionFilter } from '@/components/controls/useProductionFilter';
import { DayField } from '@/components/forms/DayField';
import { Field } from '@/components/forms/Field';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { useAsOf } from '@/lib/asOf';
import { useMessages } from '@/lib/i18n/messages';
import { useChoiceParam, useParam } from '@/lib/urlState';
import { useToday } from '@/lib/useToday';
import { messageKinds } from '../choices';
import type { MessageKind } from '../choices';
import { MessageView, MessageViews } from './MessageView';
import { useKindName } from './names';
import { SendDialog } from './SendDialog';
import styles from './sending.module.css';
import { words } from './words';

type Preview = components['schemas']['MessagePreviewView'];

/** The categories that a message is about. */
const categories: Readonly<Record<MessageKind, readonly Category[]>> = {
  'daily-plays': ['musical', 'play'],
  'daily-concerts': ['concert'],
  'weekly-plays': ['musical', 'play'],
  'weekly-profit': ['musical', 'play'],
  'weekly-occupancy': ['musical', 'play'],
};

/** Each message as it would be sent, of a day and of productions that one chooses, and the way to send it now. */
export function MessagesPage() {
  const t = useMessages(words);
  const kindName = useKindName();
  const today = useToday();
  const { asOf, chosen, choose } = useAsOf();
  const [kind, chooseKind] = useChoiceParam('kind', messageKinds, 'daily-plays');
  const [comments, setComments] = useParam('comments');
  const { ids } = useProductionFilter(categories[kind]);
  const [sending, setSending] = useState(false);
  const commentary = comments !== null;
  const query = {
    ...(chosen === undefined ? {} : { asOf: chosen }),
    ...(ids === undefined ? {} : { productionId: ids }),
    commentary,
  };
  const preview = useQuery({
    // No event makes it stale: with comments each one would ask a language model again.
    queryKey: keys.message(kind, query),
    queryFn: async ({ signal }) =>
      await body(
        api.GET('/api/v1/messages/{name}/preview', { params: { path: { name: kind }, query }, signal }),
      ),
    staleTime: 0,
  });
  const written = preview.data === undefined ? undefined : writtenOf(preview.data);
  return (
    <>
      <div className={styles['toolbar']}>
        <Field label={t.kind}>
          {(control) => (
            <select
              {...control}
              className={styles['select']}
              value={kind}
              onChange={(event) => chooseKind(messageKinds.find((one) => one === event.target.value) ?? kind)}
            >
              {messageKinds.map((one) => (
                <option key={one} value={one}>
                  {kindName(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <DayField
          label={t.asOf}
          min="2000-01-01"
          max="2100-12-31"
          value={asOf}
          onChange={(day) => choose(day === today ? null : day)}
        />
        <ProductionPicker categories={categories[kind]} />
        <label className={styles['check']} title={t.commentaryHelp}>
          <input
            type="checkbox"
            checked={commentary}
            onChange={(event) => setComments(event.target.checked ? 'yes' : null, { replace: true })}
          />
          {t.commentary}
        </label>
        <span className="grow" />
        <Button
          icon={<RefreshCw aria-hidden />}
          busy={preview.isFetching}
          onClick={() => void preview.refetch()}
        >
          {t.again}
        </Button>
        <Button kind="primary" icon={<Send aria-hidden />} onClick={() => setSending(true)}>
          {t.send}
        </Button>
      </div>
      <Panel
        title={preview.data?.subject ?? kindName(kind)}
        caption={preview.data !== undefined && commentary && <Comments of={preview.data.commentary} />}
        actions={written !== undefined && <MessageViews written={written} />}
        busy={preview.isFetching && !preview.isPending}
        padded
      >
        {preview.isPending && commentary && (
          <p role="status" className="quiet">
            {t.making}
          </p>
        )}
        <QueryView
          query={preview}
          isEmpty={({ isEmpty }) => isEmpty}
          empty={<EmptyState icon={<MailX aria-hidden />}>{t.nobody}</EmptyState>}
        >
          {(data) => <MessageView written={writtenOf(data)} />}
        </QueryView>
      </Panel>
      {sending && (
        <SendDialog kind={kind} asOf={asOf} productionIds={ids} onClose={() => setSending(false)} />
      )}
    </>
  );
}

const writtenOf = ({ slack, html, text }: Preview) => ({ slack, html, text });

/** What became of the comments. */
function Comments({ of: { added, byModel, dropped } }: { of: Preview['commentary'] }) {
  const t = useMessages(words);
  const said = byModel ? t.byModel(added) : t.byRule(added);
  return <>{dropped.length === 0 ? said : `${said} · ${t.dropped(dropped.length)}`}</>;
}
