import { Check, CircleDashed, X } from 'lucide-react';
import { useState } from 'react';
import type { RunDetails } from '@/api/collection';
import { classes } from '@/components/classes';
import { Dialog } from '@/components/controls/Dialog';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import styles from './StepStrip.module.css';

const words = defineMessages({
  ko: {
    steps: '단계',
    done: '완료',
    skipped: '건너뜀',
    failed: '실패',
    seconds: (seconds: string) => `${seconds}초`,
    picture: (step: number) => `${step}단계 화면`,
    noPicture: '화면 없음',
    page: '페이지 내려받기(비밀 값 가림)',
    blocked: '허용하지 않아 막은 호스트',
    blockedHelp:
      '화면이 이상하면 레시피의 hosts와 서버 설정의 COLLECT_HOSTS에 필요한 호스트가 빠졌는지 보세요.',
  },
  en: {
    steps: 'Steps',
    done: 'Done',
    skipped: 'Skipped',
    failed: 'Failed',
    seconds: (seconds: string) => `${seconds} s`,
    picture: (step: number) => `Step ${step}`,
    noPicture: 'no screenshot',
    page: 'Download page (secrets hidden)',
    blocked: 'Blocked hosts',
    blockedHelp:
      'If a page looks wrong, check whether the recipe’s hosts or the server’s COLLECT_HOSTS is missing one that it needs.',
  },
});

type Step = RunDetails['steps'][number];

/** The steps of a walk as a strip of pictures; pressing one shows it large. */
export function StepStrip({
  steps,
  blockedHosts = [],
}: {
  steps: readonly Step[];
  blockedHosts?: readonly string[];
}) {
  const t = useMessages(words);
  const [shown, setShown] = useState<Step | undefined>(undefined);
  if (steps.length === 0) return null;
  return (
    <>
      {/* It is wider than the page, and keys have to move it where no step has a picture. */}
      <ol aria-label={t.steps} tabIndex={0} className={styles['strip']}>
        {steps.map((step) => (
          <li key={step.index} className={classes(step.state === 'failed' && styles['failed'])}>
            <Picture of={step} onShow={() => setShown(step)} />
            <span className={styles['name']}>
              <Sign of={step.state} />
              {step.index}. {step.note ?? step.kind}
            </span>
            <span className="caption quiet">
              {step.note !== null && `${step.kind} · `}
              {t.seconds((step.ms / 1000).toFixed(1))}
            </span>
            {step.detail !== null && <span className={styles['detail']}>{step.detail}</span>}
          </li>
        ))}
      </ol>
      {blockedHosts.length > 0 && (
        <p className="caption">
          {t.blocked}: {blockedHosts.join(', ')}. {t.blockedHelp}
        </p>
      )}
      {shown !== undefined && (
        <Dialog
          title={`${shown.index}. ${shown.note ?? shown.kind}`}
          wide
          onClose={() => setShown(undefined)}
        >
          {shown.screenshot !== null && (
            <img className={styles['large']} src={shown.screenshot} alt={t.picture(shown.index)} />
          )}
          {shown.detail !== null && <p>{shown.detail}</p>}
          {shown.page !== null && (
            <p>
              <a href={shown.page} download>
                {t.page}
              </a>
            </p>
          )}
        </Dialog>
      )}
    </>
  );
}

function Picture({ of: { index, screenshot }, onShow }: { of: Step; onShow: () => void }) {
  const t = useMessages(words);
  if (screenshot === null) return <span className={styles['none']}>{t.noPicture}</span>;
  return (
    <button type="button" className={styles['picture']} onClick={onShow}>
      <img src={screenshot} alt={t.picture(index)} loading="lazy" width={192} height={135} />
    </button>
  );
}

function Sign({ of: state }: { of: string }) {
  const t = useMessages(words);
  switch (state) {
    case 'done':
      return <Check aria-label={t.done} className={styles['done']} />;
    case 'skipped':
      return <CircleDashed aria-label={t.skipped} />;
    default:
      return <X aria-label={t.failed} className={styles['wrong']} />;
  }
}
