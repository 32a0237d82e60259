import { useState } from 'react';
import type { ReactNode } from 'react';
import { asProblem } from '@/api/problem';
import type { ApiProblem } from '@/api/problem';
import { ProblemText } from '@/components/states/ProblemText';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { Button } from './Button';
import { Dialog } from './Dialog';

const words = defineMessages({ ko: { cancel: '취소' }, en: { cancel: 'Cancel' } });

/**
 * Asks before something that cannot simply be taken back. The title names the thing, the text says what follows,
 * and the button is the verb: "11/19 자료를 철회하면 11/18 자료가 보입니다." [철회]. It stays open while `onConfirm`
 * runs, and tells why it failed.
 */
export function ConfirmDialog({
  title,
  children,
  verb,
  cancel,
  danger = false,
  discards = false,
  ready = true,
  onConfirm,
  onClose,
}: {
  title: string;
  children: ReactNode;
  verb: string;
  /** What leaves things as they are; the word for "cancel" unless given. */
  cancel?: string;
  danger?: boolean;
  /** Whether confirming loses what somebody did: then leaving things as they are is what is offered first. */
  discards?: boolean;
  /** Whether it is known what follows; until then one cannot confirm it. */
  ready?: boolean;
  onConfirm: () => unknown;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  async function confirm() {
    setBusy(true);
    setProblem(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={title}
      busy={busy}
      onClose={onClose}
      actions={
        <>
          <Button kind={discards ? 'primary' : 'plain'} disabled={busy} onClick={onClose}>
            {cancel ?? t.cancel}
          </Button>
          <Button
            kind={danger || discards ? 'danger' : 'primary'}
            disabled={!ready}
            busy={busy}
            onClick={confirm}
          >
            {verb}
          </Button>
        </>
      }
    >
      {children}
      {problem !== undefined && (
        <p role="alert" className="behind">
          <ProblemText problem={problem} />
        </p>
      )}
    </Dialog>
  );
}
