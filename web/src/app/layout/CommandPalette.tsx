import { useQueryClient } from '@tanstack/react-query';
import { disassemble, getChoseong } from 'es-hangul';
import {
  Bookmark,
  CalendarDays,
  FileSpreadsheet,
  Languages,
  LogOut,
  MonitorPlay,
  Moon,
  Pin,
  PinOff,
  Printer,
  Search,
  Table2,
  Target,
  User,
  Users,
} from 'lucide-react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { usePermissions } from '@/api/account';
import { catalogue } from '@/api/catalogue';
import { usePreferences } from '@/api/preferences';
import { useProductions } from '@/api/productions';
import { printPage } from '@/components/chart/printPage';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { carriedPath } from '@/components/layout/AppLink';
import { productionTabs } from '@/features/reports/tabs';
import { words as viewWords } from '@/features/views/words';
import { words as wallWords } from '@/features/wall/words';
import { useAsOf } from '@/lib/asOf';
import { isDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { languages } from '@/lib/i18n/language';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import { languagePreference, useLanguage } from '@/lib/i18n/useLanguage';
import { entryNames } from '@/lib/navigation';
import { schemePreference, useScheme } from '@/lib/theme/scheme';
import { useFormat } from '@/lib/useFormat';
import { useToday } from '@/lib/useToday';
import { isRouted, useEntries } from '../navigation';
import { togglePin, usePins } from '../pins';
import { places, productionTabName } from '../places';
import { useRecent } from '../recent';
import { signOut } from '../signOut';
import { useElsewhere } from './useElsewhere';
import styles from './CommandPalette.module.css';

const words = defineMessages({
  ko: {
    title: '찾기',
    placeholder: '공연 이름, 초성, 코드, 화면, 파일, 사람, 날짜',
    recent: '최근',
    none: '검색 결과가 없습니다.',
    account: '내 계정',
    scheme: '밝게, 어둡게 바꾸기',
    pin: (name: string) => `${name} 고정`,
    unpin: (name: string) => `${name} 고정 풀기`,
    ended: '종료',
    print: '인쇄, PDF로 저장',
    signOut: '로그아웃',
    language: (name: string) => `언어 ${name}`,
    asOf: (day: string) => `조회일 ${day}`,
  },
  en: {
    title: 'Search',
    placeholder: 'Production, code, page, file, person or date',
    recent: 'Recent',
    none: 'No results.',
    account: 'My account',
    scheme: 'Switch light or dark mode',
    pin: (name: string) => `Pin ${name}`,
    unpin: (name: string) => `Unpin ${name}`,
    ended: 'Ended',
    print: 'Print or save as PDF',
    signOut: 'Sign out',
    language: (name: string) => `Language: ${name}`,
    asOf: (day: string) => `As of ${day}`,
  },
});

interface Found {
  readonly key: string;
  readonly text: string;
  /** Further words that lead to it. */
  readonly more?: string;
  /** A part of the name that has to be meant by one of the words. */
  readonly part?: string;
  readonly icon: ReactNode;
  readonly hint?: string;
  readonly pin?: string;
  readonly run: () => void;
}

const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, '');

/** Consonants alone, which the keyboard joins where it can: `ㅂㅅ` arrives as `ㅄ`. */
const initials = /^[ㄱ-ㅎ]+$/;

function isIn(name: string, word: string): boolean {
  return name.includes(word) || (initials.test(word) && getChoseong(name).includes(disassemble(word)));
}

/** Whether each word that was typed is part of what something is called, or of its initials: `ㅂㅂㅇ` finds 봄밤의. */
function isMeant({ text, more = '', part }: Found, typed: readonly string[]): boolean {
  const name = plain(text + more);
  return (
    typed.every((word) => isIn(name, word)) &&
    (part === undefined || typed.some((word) => isIn(plain(part), word)))
  );
}

/** A day without its year: `11/20`, `11.20`, `11월 20일`. */
function dayIn(text: string, year: string): Day | undefined {
  const match = /^(\d{1,2})\s*[/.월]\s*(\d{1,2})\s*일?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, month = '', date = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** Finds pages, their tabs, productions and days by what one types, and pins productions to the menu. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useMessages(words);
  const names = useMessages(entryNames);
  const say = usePair();
  const entries = useEntries();
  const { administer, manageProductions } = usePermissions();
  const productions = useProductions();
  const pins = usePins();
  const recent = useRecent();
  const v = useMessages(viewWords);
  const w = useMessages(wallWords);
  const { views } = usePreferences();
  const scheme = useScheme();
  const language = useLanguage();
  const format = useFormat();
  const year = useToday().slice(0, 4);
  const { choose: chooseDay } = useAsOf();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const meant = typed
    .split(/\s+/)
    .map(plain)
    .filter((word) => word !== '');
  const open = (path: string) => () => void navigate(carriedPath(path, search));

  const pages = entries.map(({ name, path, icon: Icon }): Found => ({
    key: path,
    text: names[name],
    icon: <Icon aria-hidden />,
    run: open(path),
  }));
  const shows = isRouted('/productions')
    ? productions.toSorted((a, b) => Number(b.active) - Number(a.active))
    : [];
  const pageOf = (code: string) => `/productions/${encodeURIComponent(code)}`;
  const played = shows.map(({ code, name, category, active: running }): Found => ({
    key: code,
    text: name,
    more: code,
    icon: <CategoryMark category={category} />,
    hint: running ? code : `${code} · ${t.ended}`,
    pin: code,
    run: open(pageOf(code)),
  }));
  // Whoever has typed nothing may want what was looked at last.
  const latest = recent.flatMap((code): Found[] =>
    played
      .filter(({ pin }) => pin === code)
      .map((item) => ({ ...item, key: `recent-${code}`, hint: t.recent })),
  );
  const kept = views.map(({ name, path }): Found => ({
    key: `view-${name}`,
    text: name,
    hint: v.views,
    icon: <Bookmark aria-hidden />,
    run: () => void navigate(path),
  }));
  // Tabs are many: they are offered to whoever types something.
  const tabs = places.flatMap(({ entry, path, name }): Found[] => {
    const of = entries.find((one) => one.name === entry);
    if (of === undefined || (entry === 'office' && !administer && !path.endsWith('/productions'))) return [];
    const Icon = of.icon;
    return [
      {
        key: path,
        text: name[language],
        more: names[entry],
        hint: names[entry],
        icon: <Icon aria-hidden />,
        run: open(path),
      },
    ];
  });
  const reports = Object.entries(catalogue).map(([name, { title }]): Found => ({
    key: `/reports/${name}`,
    text: say(title),
    more: name,
    icon: <Table2 aria-hidden />,
    hint: name,
    run: open(`/reports/${name}`),
  }));
  // A production's tab takes a word of each: `붉은 점유율`.
  const within = shows.flatMap(({ code, name, category }): Found[] => [
    ...productionTabs[category === 'concert' ? 'concert' : 'play'].map((tab): Found => ({
      key: `${code}-${tab}`,
      text: `${name} · ${productionTabName(tab, language)}`,
      more: code,
      part: productionTabName(tab, language),
      icon: <CategoryMark category={category} />,
      run: open(`${pageOf(code)}/${tab}`),
    })),
    ...(manageProductions
      ? [
          {
            key: `${code}-targets`,
            text: `${name} · ${names.targets}`,
            more: code,
            part: names.targets,
            icon: <Target aria-hidden />,
            run: open(`/targets/${encodeURIComponent(code)}`),
          },
        ]
      : []),
  ]);
  const actions: readonly Found[] = [
    { key: 'account', text: t.account, icon: <User aria-hidden />, run: open('/account') },
    {
      key: 'scheme',
      text: t.scheme,
      icon: <Moon aria-hidden />,
      run: () => schemePreference.set(scheme === 'dark' ? 'light' : 'dark'),
    },
    ...languages
      .filter(({ code }) => code !== language)
      .map(({ code, name }): Found => ({
        key: `language-${code}`,
        text: t.language(name),
        icon: <Languages aria-hidden />,
        run: () => languagePreference.set(code),
      })),
    { key: 'wall', text: w.title, icon: <MonitorPlay aria-hidden />, run: open('/wall') },
    {
      key: 'print',
      text: t.print,
      icon: <Printer aria-hidden />,
      // Not before the palette has gone from the sheet.
      run: () => void setTimeout(() => void printPage(), 0),
    },
    {
      key: 'sign-out',
      text: t.signOut,
      icon: <LogOut aria-hidden />,
      run: () => void signOut(client, navigate),
    },
  ];
  // The server has found these by what was typed.
  const { uploads, people } = useElsewhere(typed);
  const elsewhere: readonly Found[] = [
    ...people.map(({ id, name, email }): Found => ({
      key: `person-${id}`,
      text: name,
      hint: email,
      icon: <Users aria-hidden />,
      run: open(`/office/users/${id}`),
    })),
    ...uploads.map(({ id, fileName, recordDate }): Found => ({
      key: `upload-${id}`,
      text: fileName,
      hint: `${names.uploads} ${format.day(recordDate)}`,
      icon: <FileSpreadsheet aria-hidden />,
      run: open(`/uploads/${id}`),
    })),
  ];
  const day = dayIn(typed, year);
  const all = [
    ...(meant.length === 0 ? latest : []),
    ...pages,
    ...kept,
    ...played,
    ...(meant.length > 0 ? [...tabs, ...reports] : []),
    ...(meant.length > 1 ? within : []),
    ...actions,
  ];
  const found: readonly Found[] = [
    ...(day === undefined
      ? []
      : [
          {
            key: 'day',
            text: t.asOf(format.day(day)),
            icon: <CalendarDays aria-hidden />,
            run: () => chooseDay(day),
          },
        ]),
    ...all.filter((item) => isMeant(item, meant)),
    ...elsewhere,
  ];
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
