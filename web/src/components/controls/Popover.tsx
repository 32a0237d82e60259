import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { classes } from '@/components/classes';
import { Button } from './Button';
import type { ButtonKind } from './Button';
import styles from './Popover.module.css';

interface PopoverProps {
  /** What the button shows. */
  trigger: ReactNode;
  icon?: ReactNode;
  /** Name of the button where it shows an icon only. */
  label?: string;
  kind?: ButtonKind;
  small?: boolean;
  /** `menu` for a list of actions, `dialog` for fields. */
  role?: 'menu' | 'dialog';
  /** Name of what opens. */
  title: string;
  align?: 'start' | 'end';
  side?: 'below' | 'above';
  className?: string | undefined;
  /** What opens; `close` also returns the focus to the button. */
  children: (close: () => void) => ReactNode;
  /** Marks a button that `e` presses, see the shell. */
  exportKey?: boolean;
}

/** A button with something that opens beneath it and closes by Escape, by a press outside, or by itself. */
export function Popover({
  trigger,
  icon,
  label,
  kind = 'plain',
  small = false,
  role = 'dialog',
  title,
  align = 'end',
  side = 'below',
  className,
  children,
  exportKey = false,
}: PopoverProps) {
  const [open, setOpen] = useState(false);
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  const close = () => {
    setOpen(false);
    root?.querySelector('button')?.focus();
  };

  useEffect(() => {
    if (!open) return;
    const first = panel.current?.querySelector<HTMLElement>(
      '[role^="menuitem"], input, select, button, a[href], [tabindex="0"]',
    );
    first?.focus();
    const outside = (event: PointerEvent) => {
      if (!(event.target instanceof Node) || root?.contains(event.target) !== false) return;
      // A field that goes away is not told that it was left, and what was typed in it would be lost.
      const field = document.activeElement;
      if (field instanceof HTMLElement && root.contains(field)) field.blur();
      setOpen(false);
    };
    window.addEventListener('pointerdown', outside);
    return () => window.removeEventListener('pointerdown', outside);
  }, [open, root]);

  const move = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
      return;
    }
    if (role !== 'menu' || !open) return;
    const items = [...(panel.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
    const present = items.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: present + 1, ArrowUp: present - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items[(next + items.length) % items.length]?.focus();
  };

  return (
    <div
      ref={setRoot}
      className={classes(styles['root'], className)}
      onKeyDown={move}
      onBlur={(event) => {
        if (role === 'menu' && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Button
        kind={kind}
        small={small}
        icon={icon}
        {...(label === undefined ? {} : { label })}
        aria-haspopup={role}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        data-export={exportKey || undefined}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </Button>
      {open && (
        <div
          ref={panel}
          id={id}
          role={role}
          aria-label={title}
          className={classes(styles['panel'], styles[align], styles[side], role === 'menu' && styles['menu'])}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}
