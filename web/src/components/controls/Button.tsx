import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from '@/components/classes';
import styles from './Button.module.css';

/** How much a button weighs: one `primary` a screen, `plain` beside it, `quiet` in heads of panels, `danger` last. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

interface Look {
  kind?: ButtonKind;
  small?: boolean;
  /** Before the text; alone where `label` names the button. */
  icon?: ReactNode;
  /** Name of a button that shows an icon only. */
  label?: string;
  children?: ReactNode;
}

function look({ kind = 'plain', small, label, children }: Look): string {
  const square = label !== undefined && children === undefined;
  return classes(
    styles['button'],
    styles[kind],
    small === true && styles['small'],
    square && styles['square'],
  );
}

/** Does something on this page. While `busy` it cannot be pressed again and says so. */
export function Button({
  kind,
  small,
  icon,
  label,
  busy = false,
  children,
  className,
  disabled,
  ...rest
}: Look & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-busy={busy || undefined}
      disabled={disabled === true || busy}
      className={classes(look({ kind, small, label, children } as Look), className)}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}

/** Goes to another page of the application, and looks like a button. */
export function LinkButton({ to, icon, children, ...rest }: Look & { to: string }) {
  return (
    <Link to={to} className={look({ ...rest, children })} aria-label={rest.label} title={rest.label}>
      {icon}
      {children}
    </Link>
  );
}
