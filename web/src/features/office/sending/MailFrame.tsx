import { useState } from 'react';
import { useMessages } from '@/lib/i18n/messages';
import styles from './sending.module.css';
import { words } from './words';

/** Space until a document has told how high it is. */
const firstHeight = 480;

/**
 * The document of a mail, walled off: nothing in it runs, leaves its frame or takes the page's place. That the page may
 * look inside is only for its height.
 */
export function MailFrame({ html }: { html: string }) {
  const t = useMessages(words);
  const [height, setHeight] = useState(firstHeight);
  return (
    <iframe
      title={t.mailFrame}
      className={styles['mail']}
      sandbox="allow-same-origin"
      srcDoc={html}
      height={height}
      onLoad={(event) => {
        const inside = event.currentTarget.contentDocument?.documentElement.scrollHeight;
        if (inside !== undefined && inside > 0) setHeight(inside);
      }}
    />
  );
}
