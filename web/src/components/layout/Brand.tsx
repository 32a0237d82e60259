import styles from './Brand.module.css';

/** The product's mark, nine seats with the middle one lit, and its name. */
export function Brand() {
  return (
    <span className={styles['brand']}>
      <span aria-hidden className={styles['seats']}>
        {Array.from({ length: 9 }, (_, seat) => (
          <i key={seat} />
        ))}
      </span>
      Fullhouse
    </span>
  );
}
