import type { ReactNode } from 'react';
import { SaveButton, Toolbar } from 'react-admin';
import { LinkButton } from '@/components/controls/Button';
import { useMessages } from '@/lib/i18n/messages';
import styles from './office.module.css';
import { words } from './words';

/** The foot of a form: what else may be done at the left, then the way back, and saving last. */
export function FormToolbar({ back, children }: { back: string; children?: ReactNode }) {
  const t = useMessages(words);
  return (
    <Toolbar>
      <div className={styles['actions']}>
        {children}
        <span className="grow" />
        <LinkButton to={back}>{t.cancel}</LinkButton>
        <SaveButton icon={<></>} alwaysEnable={false} />
      </div>
    </Toolbar>
  );
}
