import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, body } from '@/api/client';
import { keys } from '@/api/keys';
import { onceEach } from '@/api/once';
import { asProblem } from '@/api/problem';
import { Button, LinkButton } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { useSay } from '@/components/layout/Notices';
import { ProblemText } from '@/components/states/ProblemText';
import { QueryView } from '@/components/states/QueryView';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import type { MessageKind } from '../choices';
import { deliveriesPath, useChannelName, useKindName } from './names';
import styles from './sending.module.css';
import { useDestinations } from './useDestinations';
import { words } from './words';

/** A message whose answer was lost is not sent twice, also not where the dialog was closed meanwhile. */
const once = onceEach();

/** Sends a message now to destinations that one chooses; at first those of the schedules of its kind. */
export function SendDialog({
  kind,
  asOf,
  productionIds,
  onClose,
}: {
  kind: MessageKind;
  asOf: Day;
  productionIds: readonly string[] | undefined;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const say = useSay();
  const navigate = useNavigate();
  const format = useFormat();
  const kindName = useKindName();
  const channelName = useChannelName();
  const [chosen, setChosen] = useState<readonly string[]>();
  const [attachXlsx, setAttachXlsx] = useState(false);
  const destinations = useDestinations();
  const schedules = useQuery({
    queryKey: keys.schedules,
    queryFn: async ({ signal }) => (await body(api.GET('/api/v1/schedules', { signal }))).items,
  });
  const usual = schedules.data?.filter((one) => one.kind === kind).flatMap((one) => one.destinationIds) ?? [];
  const ids = chosen ?? [...new Set(usual)];
  const toMail =
    destinations.data?.some(({ id, kind: channel }) => channel === 'mail' && ids.includes(id)) === true;
  const send = useMutation({
    mutationFn: async () => {
      const asked = {
        asOf,
        destinationIds: [...ids],
        attachXlsx: attachXlsx && toMail,
        ...(productionIds === undefined ? {} : { productionIds: [...productionIds] }),
      };
      return await once(
        JSON.stringify([kind, asked]),
        async (header) =>
          await body(
            api.POST('/api/v1/messages/{name}/send', {
              params: { path: { name: kind }, header },
              body: asked,
            }),
          ),
      );
    },
    onSuccess: ({ items }) => {
      const [first] = items;
      say(first === undefined ? t.sentNowhere : t.sentTo(items.length));
      onClose();
      if (typeof first?.runId === 'string') void navigate(deliveriesPath({ runId: first.runId }));
    },
  });
  return (
    <Dialog
      title={t.sendTitle(kindName(kind))}
      busy={send.isPending}
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          busy={send.isPending}
          disabled={ids.length === 0 || destinations.data === undefined}
          onClick={() => send.mutate()}
        >
          {t.send}
        </Button>
      }
    >
      <div className="stack">
        <p>
          {t.sendAbout(format.day(asOf))}
          {productionIds !== undefined && <> {t.sendProductions(productionIds.length)}</>}
        </p>
        <QueryView
          query={destinations}
          isEmpty={(all) => all.length === 0}
          empty={
            <p className="row wrapped">
              {t.noDestinations}
              <LinkButton to="/office/destinations/create">{t.makeDestination}</LinkButton>
            </p>
          }
        >
          {(all) => (
            <fieldset className={styles['checks']}>
              <legend>{t.sendTo}</legend>
              {all.map(({ id, name, kind: channel }) => (
                <label key={id} className={styles['check']}>
                  <input
                    type="checkbox"
                    checked={ids.includes(id)}
                    onChange={(event) =>
                      setChosen(event.target.checked ? [...ids, id] : ids.filter((other) => other !== id))
                    }
                  />
                  {name}
                  <span className="quiet caption">{channelName(channel)}</span>
                </label>
              ))}
            </fieldset>
          )}
        </QueryView>
        {toMail && (
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={attachXlsx}
              onChange={(event) => setAttachXlsx(event.target.checked)}
            />
            {t.attachXlsx}
          </label>
        )}
        {ids.length === 0 && destinations.data !== undefined && <p className="quiet">{t.sendNowhere}</p>}
        {send.isError && (
          <p role="alert" className="behind">
            <ProblemText problem={asProblem(send.error)} />
          </p>
        )}
      </div>
    </Dialog>
  );
}
