import { Brand } from '@/components/layout/Brand';
import styles from './layout/Shell.module.css';

/** Before anything can be shown: the mark alone. */
export function Waiting() {
  return (
    <div className={styles['waiting']}>
      <Brand />
    </div>
  );
}
