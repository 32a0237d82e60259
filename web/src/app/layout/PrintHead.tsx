import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { Brand } from '@/components/layout/Brand';
import { useAsOf } from '@/lib/asOf';
import type { Day } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { usePrinting } from '@/lib/printing';
import { recordDatesIn } from '@/lib/recordDates';
import { fontFamily } from '@/lib/theme/tokens';
import { useFormat } from '@/lib/useFormat';
import { useToday } from '@/lib/useToday';
import styles from './PrintHead.module.css';

const words = defineMessages({
  ko: {
    asOf: (day: string) => `조회일 ${day}`,
    dates: (first: string, last: string) =>
      first === last ? `자료 ${last} 기준` : `자료 ${first}–${last} 기준`,
    printed: (day: string) => `${day} 인쇄`,
  },
  en: {
    asOf: (day: string) => `As of ${day}`,
    dates: (first: string, last: string) =>
      first === last ? `Data as of ${last}` : `Data as of ${first}–${last}`,
    printed: (day: string) => `Printed ${day}`,
  },
});

/** The record dates of the reports that the page shows; the menu counts by one of all productions on every page. */
function shownDates(client: QueryClient, home: boolean): readonly Day[] {
  const ofMenu = (query: unknown) =>
    typeof query === 'object' && query !== null && !('productionId' in query) && !home;
  const reports = client
    .getQueryCache()
    .findAll({ queryKey: ['reports'], type: 'active' })
    .filter(({ queryKey: [, name, query] }) => name !== 'overview' || !ofMenu(query));
  return [...new Set(reports.flatMap(({ state }) => recordDatesIn(state.data)))].toSorted();
}

/** A text as a style sheet takes it. */
const quoted = (text: string) => `"${text.replaceAll(/[\\"]/g, '\\$&').replaceAll('\n', ' ')}"`;

/** What stands around the text of each sheet; the first one has a head of its own. */
function sheetRules(title: string, days: string, printed: string): string {
  const look = `font: 450 8.5pt ${fontFamily}; color: #626874;`;
  return `
    @page {
      @top-left { ${look} content: ${quoted(`Fullhouse · ${title}`)}; }
      @top-right { ${look} content: ${quoted(days)}; }
      @bottom-left { ${look} content: ${quoted(printed)}; }
      @bottom-right { ${look} content: counter(page) " / " counter(pages); }
    }
    @page :first {
      @top-left { content: none; }
      @top-right { content: none; }
    }`;
}

/** The head of what is printed: whose it is, of which day, and how new its data are; on further sheets at their edge. */
export function PrintHead() {
  const t = useMessages(words);
  const format = useFormat();
  const client = useQueryClient();
  const printing = usePrinting();
  const today = useToday();
  const { pathname } = useLocation();
  const { asOf } = useAsOf();
  const dates = printing ? shownDates(client, pathname === '/') : [];
  const [first, last] = [dates[0], dates.at(-1)];
  const days = [
    t.asOf(format.day(asOf)),
    first === undefined || last === undefined ? '' : t.dates(format.day(first), format.day(last)),
  ]
    .filter((text) => text !== '')
    .join(' · ');
  const printed = t.printed(today);
  useEffect(() => {
    if (!printing || typeof CSSStyleSheet !== 'function' || !('adoptedStyleSheets' in document)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(sheetRules(document.title.replace(/ · Fullhouse$/, ''), days, printed));
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [printing, days, printed, pathname]);
  return (
    <div aria-hidden data-print-head className={styles['head']}>
      <Brand />
      <span className="grow" />
      <span>{days}</span>
    </div>
  );
}
