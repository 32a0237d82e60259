import { useQueryClient } from '@tanstack/react-query';
import { LogOut, MonitorPlay, Moon, Sparkles, Sun, User } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAccount } from '@/api/account';
import { Button } from '@/components/controls/Button';
import { MenuChoice, MenuItem, MenuLine, MenuLink } from '@/components/controls/Menu';
import { Popover } from '@/components/controls/Popover';
import { words as newsWords } from '@/features/news/words';
import { words as wallWords } from '@/features/wall/words';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { languages } from '@/lib/i18n/language';
import { languagePreference, useLanguage } from '@/lib/i18n/useLanguage';
import { useStored } from '@/lib/stored';
import { schemePreference, useScheme } from '@/lib/theme/scheme';
import type { SchemeChoice } from '@/lib/theme/scheme';
import { signOut } from '../signOut';
import styles from './AccountBar.module.css';

const words = defineMessages({
  ko: {
    menu: '계정 메뉴',
    account: '내 계정',
    signOut: '로그아웃',
    dark: '어둡게 보기',
    light: '밝게 보기',
    themeLight: '밝게',
    themeDark: '어둡게',
    themeSystem: '시스템 설정대로',
    master: '소유자',
    admin: '관리자',
    member: '구성원',
  },
  en: {
    menu: 'Account menu',
    account: 'My account',
    signOut: 'Sign out',
    dark: 'Dark mode',
    light: 'Light mode',
    themeLight: 'Light',
    themeDark: 'Dark',
    themeSystem: 'System',
    master: 'Owner',
    admin: 'Administrator',
    member: 'Member',
  },
});

const NewsDialog = lazy(() =>
  import('@/features/news/NewsDialog').then((module) => ({ default: module.NewsDialog })),
);

function News({ onClose }: { onClose: () => void }) {
  return (
    <Suspense>
      <NewsDialog onClose={onClose} />
    </Suspense>
  );
}

/** The entries of the account menu, at the foot of the sidebar and in the top bar of a phone. */
function AccountMenu({ close, onNews }: { close: () => void; onNews: () => void }) {
  const t = useMessages(words);
  const n = useMessages(newsWords);
  const w = useMessages(wallWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  const language = useLanguage();
  const scheme = useStored(schemePreference);
  const schemes: readonly [SchemeChoice, string][] = [
    ['light', t.themeLight],
    ['dark', t.themeDark],
    ['system', t.themeSystem],
  ];
  return (
    <>
      <MenuLink to="/account" icon={<User aria-hidden />} onSelect={close}>
        {t.account}
      </MenuLink>
      <MenuLink to="/wall" icon={<MonitorPlay aria-hidden />} onSelect={close}>
        {w.title}
      </MenuLink>
      <MenuItem
        icon={<Sparkles aria-hidden />}
        onSelect={() => {
          close();
          onNews();
        }}
      >
        {n.title}
      </MenuItem>
      <MenuLine />
      {schemes.map(([choice, text]) => (
        <MenuChoice key={choice} chosen={scheme === choice} onSelect={() => schemePreference.set(choice)}>
          {text}
        </MenuChoice>
      ))}
      <MenuLine />
      {languages.map(({ code, name }) => (
        <MenuChoice key={code} chosen={language === code} onSelect={() => languagePreference.set(code)}>
          <span lang={code}>{name}</span>
        </MenuChoice>
      ))}
      <MenuLine />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void signOut(client, navigate)}>
        {t.signOut}
      </MenuItem>
    </>
  );
}

function Avatar({ name }: { name: string }) {
  return (
    <span aria-hidden className={styles['avatar']}>
      {name.slice(0, 1)}
    </span>
  );
}

/** Who is signed in, at the foot of the sidebar. */
export function AccountBar() {
  const t = useMessages(words);
  const { name, role } = useAccount();
  const scheme = useScheme();
  const [news, setNews] = useState(false);
  return (
    <div className={styles['bar']}>
      <Popover
        role="menu"
        kind="quiet"
        title={t.menu}
        align="start"
        side="above"
        className={styles['who']}
        trigger={
          <>
            <Avatar name={name} />
            <span className={styles['words']}>
              <b>{name}</b>
              <small>{t[role]}</small>
            </span>
          </>
        }
      >
        {(close) => <AccountMenu close={close} onNews={() => setNews(true)} />}
      </Popover>
      {news && <News onClose={() => setNews(false)} />}
      <span className={styles['scheme']}>
        <Button
          small
          kind="quiet"
          icon={scheme === 'dark' ? <Sun /> : <Moon />}
          label={scheme === 'dark' ? t.light : t.dark}
          onClick={() => schemePreference.set(scheme === 'dark' ? 'light' : 'dark')}
        />
      </span>
    </div>
  );
}

/** Who is signed in, in the top bar of a phone. */
export function AccountButton() {
  const t = useMessages(words);
  const { name } = useAccount();
  const [news, setNews] = useState(false);
  return (
    <>
      <Popover
        role="menu"
        kind="quiet"
        title={t.menu}
        label={t.menu}
        icon={<Avatar name={name} />}
        trigger={undefined}
      >
        {(close) => <AccountMenu close={close} onNews={() => setNews(true)} />}
      </Popover>
      {news && <News onClose={() => setNews(false)} />}
    </>
  );
}
