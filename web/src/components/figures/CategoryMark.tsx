import type { Category } from '@/api/productions';
import { categoryNames } from '@/lib/i18n/categoryNames';
import { usePair } from '@/lib/i18n/pair';
import styles from './CategoryMark.module.css';

/** The mark of a category: ■ musical, ● play, ◆ concert, so that its colour is never the only sign. */
export function CategoryMark({ category, named = false }: { category: Category; named?: boolean }) {
  const name = usePair()(categoryNames[category]);
  const mark = <i aria-hidden className={styles[category]} />;
  return named ? (
    <span className={styles['named']}>
      {mark}
      {name}
    </span>
  ) : (
    <span className={styles['mark']} role="img" aria-label={name} title={name}>
      {mark}
    </span>
  );
}
