import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Expand, ListChecks, LogOut, Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { preferencesQuery, useChangePreferences, usePreferences } from '@/api/preferences';
import { useProductions } from '@/api/productions';
import { useReport } from '@/api/reports';
import { Button, LinkButton } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { TextField } from '@/components/forms/Field';
import { LiveNote } from '@/components/layout/LiveNote';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { longDay } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useShortcut } from '@/lib/keys';
import { useFormat } from '@/lib/useFormat';
import { useToday } from '@/lib/useToday';
import { LowSlide, ProductionSlide, ProgressSlide, TodaySlide } from './slides';
import { useTurning } from './useTurning';
import { useWakeLock } from './useWakeLock';
import styles from './wall.module.css';
import { words } from './words';

const standard = { paths: ['/', '/plays/targets', '/plays/outlook'], seconds: 20 };
const fewestSeconds = 5;
const mostSeconds = 600;

/** The code of a production whose page this is the address of. */
function codeIn(path: string): string | undefined {
  const code = /^\/productions\/([^/?]+)$/.exec(path)?.[1];
  return code === undefined ? undefined : decodeURIComponent(code);
}

/** A screen on the wall: chosen pages in turn, large and live, without anybody who presses anything. */
export function Page() {
  const t = useMessages(words);
  const { language } = useFormat();
  const today = useToday();
  useQuery(preferencesQuery);
  const { paths, seconds } = usePreferences().wall ?? standard;
  const productions = useProductions();
  const report = useReport('overview', { asOf: today });
  const [setting, setSetting] = useState(false);
  const { shown, paused, pause, turn } = useTurning(paths.length, seconds);
  useWakeLock();
  const full = () => {
    const there = document.fullscreenElement !== null;
    // Some browsers have none, and none allows it without a press.
    void (there ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(
      () => undefined,
    );
  };
  useShortcut('Space', pause);
  useShortcut('ArrowRight', () => turn(1));
  useShortcut('ArrowLeft', () => turn(-1));
  useShortcut('KeyF', full);
  useEffect(() => {
    document.title = `${t.title} · Fullhouse`;
  }, [t]);

  const path = paths[shown] ?? '/';
  const code = codeIn(path);
  const titles: Readonly<Record<string, string>> = { '/plays/targets': t.progress, '/plays/outlook': t.low };
  const title =
    code === undefined ? titles[path] : productions.find((production) => production.code === code)?.name;
  return (
    <main className={styles['wall']} data-paused={paused || undefined}>
      <header className={styles['head']}>
        <h1>{title ?? longDay(today, language)}</h1>
        <LiveNote />
        <span className="grow" />
        {title !== undefined && <p className="quiet">{longDay(today, language)}</p>}
      </header>
      <QueryView query={report} skeleton={<Skeleton height={400} />}>
        {(overview) => {
          if (code !== undefined) return <ProductionSlide overview={overview} code={code} />;
          if (path === '/plays/targets') return <ProgressSlide overview={overview} />;
          if (path === '/plays/outlook') return <LowSlide overview={overview} />;
          return <TodaySlide overview={overview} />;
        }}
      </QueryView>
      <footer className={styles['foot']}>
        <span className={styles['dots']} aria-hidden>
          {paths.map((one, index) => (
            <i key={one} data-shown={index === shown || undefined} />
          ))}
        </span>
        <span role="status">{paused && t.paused}</span>
        <span className="grow" />
        <span className={styles['controls']}>
          <Button kind="quiet" icon={<ChevronLeft />} label={t.back} onClick={() => turn(-1)} />
          <Button
            kind="quiet"
            icon={paused ? <Play /> : <Pause />}
            label={paused ? t.go : t.pause}
            onClick={pause}
          />
          <Button kind="quiet" icon={<ChevronRight />} label={t.next} onClick={() => turn(1)} />
          <Button kind="quiet" icon={<Expand />} label={t.full} onClick={full} />
          <Button kind="quiet" icon={<ListChecks />} label={t.set} onClick={() => setSetting(true)} />
          <LinkButton kind="quiet" icon={<LogOut />} label={t.leave} to="/" />
        </span>
      </footer>
      {setting && <WallDialog paths={paths} seconds={seconds} onClose={() => setSetting(false)} />}
    </main>
  );
}

/** Chooses the pages and how long each stays. */
function WallDialog({
  paths,
  seconds,
  onClose,
}: {
  paths: readonly string[];
  seconds: number;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const productions = useProductions().filter(({ active }) => active);
  const change = useChangePreferences();
  const [chosen, setChosen] = useState(paths);
  const [typed, setTyped] = useState(String(seconds));
  const offered = [
    { path: '/', text: t.today },
    { path: '/plays/targets', text: t.progress },
    { path: '/plays/outlook', text: t.low },
    ...productions.map(({ code, name }) => ({
      path: `/productions/${encodeURIComponent(code)}`,
      text: name,
    })),
  ];
  const wanted = Number(typed);
  const fits = Number.isInteger(wanted) && wanted >= fewestSeconds && wanted <= mostSeconds;
  const most = 20;
  return (
    <Dialog
      title={t.set}
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          disabled={!fits || chosen.length === 0}
          onClick={() => {
            // In the order in which they are offered, however they were pressed.
            const kept = offered.map(({ path }) => path).filter((path) => chosen.includes(path));
            change((now) => ({ ...now, wall: { paths: kept, seconds: wanted } }));
            onClose();
          }}
        >
          {t.save}
        </Button>
      }
    >
      <fieldset className={styles['pages']}>
        <legend className="caption quiet">{t.pages}</legend>
        {offered.map(({ path, text }) => (
          <label key={path}>
            <input
              type="checkbox"
              checked={chosen.includes(path)}
              disabled={!chosen.includes(path) && chosen.length >= most}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, path] : chosen.filter((other) => other !== path))
              }
            />
            {text}
          </label>
        ))}
      </fieldset>
      <TextField
        type="number"
        min={fewestSeconds}
        max={mostSeconds}
        label={t.seconds}
        help={t.keys}
        value={typed}
        onChange={setTyped}
      />
    </Dialog>
  );
}
