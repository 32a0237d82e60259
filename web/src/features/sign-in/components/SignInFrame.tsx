import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Brand } from '@/components/layout/Brand';
import { languages } from '@/lib/i18n/language';
import { languagePreference, useLanguage } from '@/lib/i18n/useLanguage';
import styles from './SignInFrame.module.css';

/** The page of somebody who is not signed in: the mark, one form, and the language. */
export function SignInFrame({
  title,
  children,
  below,
}: {
  title: string;
  children: ReactNode;
  below?: ReactNode;
}) {
  const language = useLanguage();
  useEffect(() => {
    document.title = `${title} · Fullhouse`;
  }, [title]);
  return (
    <div className={styles['page']}>
      <main className={styles['box']}>
        <Brand />
        <h1>{title}</h1>
        {children}
        {below !== undefined && <div className={styles['below']}>{below}</div>}
      </main>
      <footer className={styles['languages']}>
        {languages.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={language === code}
            onClick={() => languagePreference.set(code)}
          >
            {name}
          </button>
        ))}
      </footer>
    </div>
  );
}
