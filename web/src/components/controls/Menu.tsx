import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './Menu.module.css';

interface Entry {
  icon?: ReactNode;
  children: ReactNode;
  /** Said at the right: a key, a present value. */
  hint?: ReactNode;
}

/** An action in a `Popover` with the role `menu`. */
export function MenuItem({ icon, children, hint, onSelect }: Entry & { onSelect: () => void }) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={styles['item']} onClick={onSelect}>
      {icon}
      <span className={styles['text']}>{children}</span>
      {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
    </button>
  );
}

/** One of several values in a menu. */
export function MenuChoice({
  children,
  chosen,
  onSelect,
}: {
  children: ReactNode;
  chosen: boolean;
  onSelect: () => void;
}) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={chosen}
      tabIndex={-1}
      className={styles['item']}
      onClick={onSelect}
    >
      <span className={styles['text']}>{children}</span>
      {chosen && (
        <span aria-hidden className={styles['hint']}>
          ✓
        </span>
      )}
    </button>
  );
}

/** A page of the application in a menu. */
export function MenuLink({ icon, children, to, onSelect }: Entry & { to: string; onSelect: () => void }) {
  return (
    <Link role="menuitem" tabIndex={-1} className={styles['item']} to={to} onClick={onSelect}>
      {icon}
      <span className={styles['text']}>{children}</span>
    </Link>
  );
}

/** A file to download in a menu. */
export function MenuDownload({
  icon,
  children,
  href,
  onSelect,
}: Entry & { href: string; onSelect: () => void }) {
  return (
    <a role="menuitem" tabIndex={-1} className={styles['item']} href={href} download onClick={onSelect}>
      {icon}
      <span className={styles['text']}>{children}</span>
    </a>
  );
}

/** A line between groups of a menu. */
export function MenuLine() {
  return <div role="separator" className={styles['line']} />;
}
