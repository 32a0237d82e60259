import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAccount } from '@/api/account';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { Segmented } from '@/components/controls/Segmented';
import { useSay } from '@/components/layout/Notices';
import { Panel } from '@/components/layout/Panel';
import { ProblemText } from '@/components/states/ProblemText';
import { QueryView } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import { digestQuery, useChooseDigest } from '../api/digest';
import type { Frequency } from '../api/digest';
import { words } from '../words';

/** How often one gets by mail what the bell tells. */
export function DigestPanel() {
  const t = useMessages(words);
  const { email } = useAccount();
  const digest = useQuery(digestQuery);
  return (
    <Panel title={t.digest} padded>
      <div className="stack">
        <p className="quiet">{t.digestHelp(email)}</p>
        <QueryView query={digest}>{({ frequency }) => <Choice kept={frequency} />}</QueryView>
      </div>
    </Panel>
  );
}

function Choice({ kept }: { kept: Frequency }) {
  const t = useMessages(words);
  const say = useSay();
  const [chosen, setChosen] = useState<Frequency>();
  const choose = useChooseDigest();
  const frequency = chosen ?? kept;
  return (
    <div className="row wrapped">
      <Segmented
        label={t.digest}
        options={[
          { value: 'none', text: t.digestNone },
          { value: 'daily', text: t.digestDaily },
          { value: 'weekly', text: t.digestWeekly },
        ]}
        value={frequency}
        onChange={setChosen}
      />
      <Button
        busy={choose.isPending}
        disabled={frequency === kept}
        onClick={() => choose.mutate(frequency, { onSuccess: () => say(t.saved) })}
      >
        {t.save}
      </Button>
      {choose.isError && (
        <span role="alert" className="behind">
          <ProblemText problem={asProblem(choose.error)} />
        </span>
      )}
    </div>
  );
}
