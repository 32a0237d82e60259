import styles from './Brand.module.css';

/** The product's mark, nine seats with the middle one lit, and its name, which a small one has for ears only. */
export function Brand({ small = false }: { small?: boolean }) {
  return (
    <span className={styles['brand']}>
      <span aria-hidden className={styles['seats']}>
        {Array.from({ length: 9 }, (_, seat) => (
          <i key={seat} />
        ))}
      </span>
      {small ? <span className="spoken">Fullhouse</span> : 'Fullhouse'}
    </span>
  );
}
