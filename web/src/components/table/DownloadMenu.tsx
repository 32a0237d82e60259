import { Download as DownloadIcon } from 'lucide-react';
import { reportFile } from '@/api/reports';
import { MenuDownload } from '@/components/controls/Menu';
import { Popover } from '@/components/controls/Popover';
import { defineMessages, useMessages } from '@/lib/i18n/messages';

const words = defineMessages({
  ko: { download: '내려받기', of: (name: string) => `${name} 내려받기`, csv: 'CSV', xlsx: '엑셀(xlsx)' },
  en: { download: 'Download', of: (name: string) => `Download ${name}`, csv: 'CSV', xlsx: 'Excel (xlsx)' },
});

/** A report that can be downloaded: its name, and the parameters that it was asked with. */
export interface TableDownload {
  readonly report: string;
  readonly query: Readonly<Record<string, unknown>>;
  /** One of several tables of the report. */
  readonly table?: string;
}

/** Downloads a table as CSV or xlsx, made by the server from the same report. The key `e` opens the first one. */
export function DownloadMenu({
  of,
  download,
  text = false,
}: {
  of: string;
  download: TableDownload;
  text?: boolean;
}) {
  const t = useMessages(words);
  const { report, query, table } = download;
  return (
    <Popover
      role="menu"
      title={t.of(of)}
      kind={text ? 'plain' : 'quiet'}
      small={!text}
      icon={<DownloadIcon aria-hidden />}
      {...(text ? {} : { label: t.of(of) })}
      trigger={text ? t.download : undefined}
      exportKey
    >
      {(close) => (
        <>
          <MenuDownload href={reportFile(report, query, 'csv', table)} onSelect={close}>
            {t.csv}
          </MenuDownload>
          <MenuDownload href={reportFile(report, query, 'xlsx', table)} onSelect={close}>
            {t.xlsx}
          </MenuDownload>
        </>
      )}
    </Popover>
  );
}
