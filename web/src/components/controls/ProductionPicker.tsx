import { ChevronDown } from 'lucide-react';
import type { Category } from '@/api/productions';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';
import { useSetParams } from '@/lib/urlState';
import { Button } from './Button';
import { Popover } from './Popover';
import { useProductionFilter } from './useProductionFilter';
import styles from './pickers.module.css';

const words = defineMessages({
  ko: {
    title: '공연 선택',
    all: (count: number) => `공연 ${count}`,
    some: (count: number, of: number) => `공연 ${count} / ${of}`,
    clear: '모두 보기',
  },
  en: {
    title: 'Choose productions',
    all: (count: number) => counted(count, 'production'),
    some: (count: number, of: number) => `${count} of ${of}`,
    clear: 'Show all',
  },
});

/** Chooses the productions of a page, kept in its address; read them with `useProductionFilter`. */
export function ProductionPicker({ categories }: { categories?: readonly Category[] }) {
  const t = useMessages(words);
  const { offered, chosen } = useProductionFilter(categories);
  const setParams = useSetParams();
  const toggle = (code: string) =>
    setParams(
      (now) => {
        const codes = now.getAll('production');
        const next = codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];
        return { production: offered.every((one) => next.includes(one.code)) ? null : next };
      },
      { replace: true },
    );
  return (
    <Popover
      title={t.title}
      trigger={
        <>
          {chosen.length === 0 ? t.all(offered.length) : t.some(chosen.length, offered.length)}
          <ChevronDown aria-hidden />
        </>
      }
    >
      {() => (
        <div className={styles['list']}>
          {offered.map(({ code, name, category }) => (
            <label key={code} className={styles['option']}>
              <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
              <CategoryMark category={category} />
              <span>{name}</span>
            </label>
          ))}
          {chosen.length > 0 && (
            <Button small kind="quiet" onClick={() => setParams({ production: null })}>
              {t.clear}
            </Button>
          )}
        </div>
      )}
    </Popover>
  );
}
