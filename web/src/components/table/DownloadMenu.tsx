import { Download as DownloadIcon } from 'lucide-react';
import { reportFile } from '@/api/reports';
import { MenuDownload, MenuItem, MenuLine } from '@/components/controls/Menu';
import { Popover } from '@/components/controls/Popover';
import { useSay } from '@/components/layout/Notices';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { saveFile } from '@/lib/saveFile';
import { useToday } from '@/lib/useToday';

const words = defineMessages({
  ko: {
    download: '내려받기',
    of: (name: string) => `${name} 내려받기`,
    csv: 'CSV',
    xlsx: '엑셀(xlsx)',
    picture: '그림(PNG)',
    copy: '그림 복사',
    copied: (name: string) => `${name} 그림을 복사했습니다`,
    failed: '그림을 만들지 못했습니다. 잠시 후 다시 시도하세요.',
  },
  en: {
    download: 'Download',
    of: (name: string) => `Download ${name}`,
    csv: 'CSV',
    xlsx: 'Excel (xlsx)',
    picture: 'Image (PNG)',
    copy: 'Copy image',
    copied: (name: string) => `Copied image of ${name}`,
    failed: 'The image could not be created. Try again in a moment.',
  },
});

/** A report that can be downloaded: its name, and the parameters that it was asked with. */
export interface TableDownload {
  readonly report: string;
  readonly query: Readonly<Record<string, unknown>>;
  /** One of several tables of the report. */
  readonly table?: string;
}

/** Whether a picture can be put on the clipboard, which browsers allow on safe addresses only. */
function takesPictures(): boolean {
  return 'clipboard' in navigator && typeof ClipboardItem === 'function';
}

/**
 * Downloads a table as CSV or xlsx, made by the server from the same report, and a chart as a picture. The key `e` opens
 * the first one.
 */
export function DownloadMenu({
  of,
  download,
  picture,
  text = false,
}: {
  of: string;
  download?: TableDownload;
  /** Draws the chart, where there is one. */
  picture?: () => Promise<Blob>;
  text?: boolean;
}) {
  const t = useMessages(words);
  const say = useSay();
  const day = useToday();
  const attempt = (work: Promise<unknown>) => void work.catch(() => say(t.failed));
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
          {download !== undefined &&
            (['csv', 'xlsx'] as const).map((format) => (
              <MenuDownload
                key={format}
                href={reportFile(download.report, download.query, format, download.table)}
                onSelect={close}
              >
                {t[format]}
              </MenuDownload>
            ))}
          {picture !== undefined && (
            <>
              {download !== undefined && <MenuLine />}
              <MenuItem
                onSelect={() => {
                  close();
                  attempt(picture().then((blob) => saveFile(`${fileName(of)} ${day}.png`, blob)));
                }}
              >
                {t.picture}
              </MenuItem>
              {takesPictures() && (
                <MenuItem
                  onSelect={() => {
                    close();
                    // The browser asks for the promise itself: it allows no writing long after the press.
                    const item = new ClipboardItem({ 'image/png': picture() });
                    attempt(navigator.clipboard.write([item]).then(() => say(t.copied(of))));
                  }}
                >
                  {t.copy}
                </MenuItem>
              )}
            </>
          )}
        </>
      )}
    </Popover>
  );
}

/** A name without what file systems do not take. */
function fileName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|]+/g, ' ').trim();
}
