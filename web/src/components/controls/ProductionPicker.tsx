import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { Category } from '@/api/productions';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
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
    find: '공연 찾기',
    only: (category: string) => `${category} 모두`,
    none: '검색 결과가 없습니다.',
  },
  en: {
    title: 'Choose productions',
    all: (count: number) => counted(count, 'production'),
    some: (count: number, of: number) => `${count} of ${of} productions`,
    clear: 'Show all',
    find: 'Search productions',
    only: (category: string) => `All: ${category}`,
    none: 'No results.',
  },
});

/** From this many on one looks for a name rather than reads the list. */
const many = 9;

/** Chooses the productions of a page, kept in its address; read them with `useProductionFilter`. */
export function ProductionPicker({ categories }: { categories?: readonly Category[] }) {
  const t = useMessages(words);
  const { offered, chosen } = useProductionFilter(categories);
  const setParams = useSetParams();
  const label = useLabels();
  const [typed, setTyped] = useState('');
  const needle = typed.normalize('NFC').trim().toLowerCase();
  const listed = offered.filter(({ name, code }) => `${name} ${code}`.toLowerCase().includes(needle));
  const kinds = [...new Set(offered.map(({ category }) => category))];
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
          {offered.length >= many && (
            <input
              type="search"
              aria-label={t.find}
              placeholder={t.find}
              className={styles['find']}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
          {kinds.length > 1 && (
            <div className={styles['presets']}>
              {kinds.map((kind) => (
                <Button
                  key={kind}
                  small
                  kind="quiet"
                  onClick={() =>
                    setParams({
                      production: offered.filter(({ category }) => category === kind).map(({ code }) => code),
                    })
                  }
                >
                  {t.only(label('term', kind))}
                </Button>
              ))}
            </div>
          )}
          {listed.length === 0 && <p className="caption quiet">{t.none}</p>}
          {listed.map(({ code, name, category }) => (
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
