import { CircleQuestionMark } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Popover } from '@/components/controls/Popover';
import { Skeleton } from '@/components/states/Skeleton';
import type { FieldName } from '@/lib/i18n/fields';
import { defineMessages, useMessages } from '@/lib/i18n/messages';

/** The words come with the first question. */
const ReportHelpText = lazy(() => import('./ReportHelpText'));

const words = defineMessages({
  ko: { help: (name: string) => `${name} 설명` },
  en: { help: (name: string) => `About ${name}` },
});

/** Explains figures to whoever asks. */
export function ReportHelp({
  of,
  source,
  table = 'items',
  fields,
}: {
  /** What is explained, as the page calls it. */
  of: string;
  /** The answer that the figures are from, `overview?asOf=2026-11-20`. */
  source: string;
  table?: string | undefined;
  /** The figures that are explained; those of the table when left out. */
  fields?: readonly FieldName[];
}) {
  const t = useMessages(words);
  const [report = ''] = source.split('?');
  return (
    <Popover
      title={t.help(of)}
      kind="quiet"
      small
      align="start"
      icon={<CircleQuestionMark aria-hidden />}
      label={t.help(of)}
      trigger={undefined}
    >
      {() => (
        <Suspense fallback={<Skeleton rows={3} />}>
          <ReportHelpText report={report} table={table} fields={fields} />
        </Suspense>
      )}
    </Popover>
  );
}
