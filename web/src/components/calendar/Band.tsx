import { classes } from '@/components/classes';
import { CategoryMark } from '@/components/figures/CategoryMark';
import styles from './Band.module.css';
import type { CalendarBand } from './MonthGrid';

/** A text across days: in one line, or in as many as it needs where it is pressed with a finger (`roomy`). */
export function Band({
  band,
  roomy = false,
  onPress,
}: {
  band: CalendarBand;
  roomy?: boolean;
  onPress: (() => void) | undefined;
}) {
  const looks = {
    className: classes(styles['band'], styles[band.category]),
    'data-roomy': roomy || undefined,
    title: roomy ? undefined : band.text,
  };
  const content = (
    <>
      <CategoryMark category={band.category} />
      <span className={styles['words']}>
        <strong>{band.name}</strong> {band.text}
      </span>
    </>
  );
  return onPress === undefined ? (
    <div {...looks}>{content}</div>
  ) : (
    <button type="button" {...looks} onClick={onPress}>
      {content}
    </button>
  );
}
