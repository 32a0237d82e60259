import { useLocation } from 'react-router';
import { useChangePreferences, usePreferences } from '@/api/preferences';
import type { SavedView } from '@/api/preferences';
import { useSay } from '@/components/layout/Notices';
import { useMessages } from '@/lib/i18n/messages';
import { words } from './words';

/** As many are kept. */
export const mostViews = 50;

/** One's views, which one of them is shown, and how to change them. */
export function useViews() {
  const t = useMessages(words);
  const say = useSay();
  const { views } = usePreferences();
  const change = useChangePreferences(() => say(t.refused));
  const { pathname, search } = useLocation();
  const here = pathname + search;
  const set = (next: (views: readonly SavedView[]) => readonly SavedView[]) =>
    change((now) => ({ ...now, views: [...next(now.views)] }));
  return {
    views,
    here,
    shown: views.find(({ path }) => path === here),
    /** Keeps the present page; one of the same name is replaced. */
    keep: (name: string) => {
      set((all) => [
        ...all.filter((view) => view.name !== name),
        { name, path: here, pinned: all.find((view) => view.name === name)?.pinned ?? true },
      ]);
      say(t.saved(name));
    },
    pin: (name: string) => {
      set((all) => all.map((view) => (view.name === name ? { ...view, pinned: !view.pinned } : view)));
    },
    remove: (name: string) => {
      const before = views;
      set((all) => all.filter((view) => view.name !== name));
      say(t.removed(name), { undo: () => set(() => before) });
    },
  };
}
