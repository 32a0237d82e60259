import { Moon, Pin, PinOff, Search, Table2, User } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { usePermissions } from '@/api/account';
import { catalogue } from '@/api/catalogue';
import { useProductions } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { carriedQuery } from '@/components/layout/AppLink';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import { entryNames } from '@/lib/navigation';
import { schemePreference, useScheme } from '@/lib/theme/scheme';
import { entriesFor, isRouted } from '../navigation';
import { togglePin, usePins } from '../pins';
import styles from './CommandPalette.module.css';

const words = defineMessages({
  ko: {
    title: '찾기',
    placeholder: '공연 이름, 코드, 화면',
    none: '찾는 것이 없습니다.',
    account: '내 계정',
    scheme: '밝게, 어둡게 바꾸기',
    pin: (name: string) => `${name} 고정`,
    unpin: (name: string) => `${name} 고정 풀기`,
    ended: '종료',
  },
  en: {
    title: 'Find',
    placeholder: 'Production, code or page',
    none: 'Nothing found.',
    account: 'My account',
    scheme: 'Switch light and dark',
    pin: (name: string) => `Pin ${name}`,
    unpin: (name: string) => `Unpin ${name}`,
    ended: 'Ended',
  },
});

interface Found {
  readonly key: string;
  readonly text: string;
  readonly search: string;
  readonly icon: ReactNode;
  readonly hint?: string;
  readonly pin?: string;
  readonly run: () => void;
}

const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, '');

/** Finds pages and productions by what one types, and pins productions to the menu. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useMessages(words);
  const names = useMessages(entryNames);
  const say = usePair();
  const permissions = usePermissions();
  const productions = useProductions();
  const pins = usePins();
  const scheme = useScheme();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();

  const all = useMemo((): readonly Found[] => {
    const open = (pathname: string) => () => void navigate({ pathname, search: carriedQuery(search) });
    return [
      ...entriesFor(permissions).map(({ name, path, icon: Icon }) => ({
        key: path,
        text: names[name],
        search: plain(names[name]),
        icon: <Icon aria-hidden />,
        run: open(path),
      })),
      ...(isRouted('/productions')
        ? productions.toSorted((a, b) => Number(b.active) - Number(a.active))
        : []
      ).map(({ code, name, category, active: running }) => ({
        key: code,
        text: name,
        search: plain(name + code),
        icon: <CategoryMark category={category} />,
        hint: running ? code : `${code} · ${t.ended}`,
        pin: code,
        run: open(`/productions/${encodeURIComponent(code)}`),
      })),
      ...Object.entries(catalogue).map(([name, { title }]) => ({
        key: `/reports/${name}`,
        text: say(title),
        search: plain(say(title) + name),
        icon: <Table2 aria-hidden />,
        hint: name,
        run: open(`/reports/${name}`),
      })),
      {
        key: 'account',
        text: t.account,
        search: plain(t.account),
        icon: <User aria-hidden />,
        run: open('/account'),
      },
      {
        key: 'scheme',
        text: t.scheme,
        search: plain(t.scheme),
        icon: <Moon aria-hidden />,
        run: () => schemePreference.set(scheme === 'dark' ? 'light' : 'dark'),
      },
    ];
  }, [permissions, productions, names, say, t, navigate, search, scheme]);

  const needle = plain(typed);
  const found = needle === '' ? all : all.filter((item) => item.search.includes(needle));
  const present = found[Math.min(active, found.length - 1)];

  function choose(item: Found | undefined) {
    if (item === undefined) return;
    item.run();
    onClose();
  }

  function move(event: React.KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((now) => (Math.min(now, found.length - 1) + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(present);
    }
  }

  return (
    <Dialog title={t.title} onClose={onClose}>
      <div className={styles['box']}>
        <Search aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={t.title}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={present === undefined ? undefined : `${listId}-${present.key}`}
          aria-autocomplete="list"
          placeholder={t.placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={move}
        />
      </div>
      <div id={listId} role="listbox" aria-label={t.title} className={styles['list']}>
        {found.map((item) => (
          <div
            key={item.key}
            id={`${listId}-${item.key}`}
            role="option"
            aria-selected={item === present}
            className={styles['item']}
            ref={item === present ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
            onClick={() => choose(item)}
          >
            <span className={styles['icon']}>{item.icon}</span>
            <span className={styles['text']}>{item.text}</span>
            {item.hint !== undefined && <span className="caption quiet">{item.hint}</span>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="quiet">{t.none}</p>}
      {present?.pin !== undefined && (
        <div>
          <Button
            small
            kind="quiet"
            icon={pins.includes(present.pin) ? <PinOff aria-hidden /> : <Pin aria-hidden />}
            onClick={() => togglePin(present.pin ?? '')}
          >
            {pins.includes(present.pin) ? t.unpin(present.text) : t.pin(present.text)}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
