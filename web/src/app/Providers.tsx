import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { NoticesProvider } from '@/components/layout/Notices';
import { ErrorBoundary } from '@/components/states/ErrorBoundary';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useSchemeOnDocument } from '@/lib/theme/scheme';

/** What every page stands on: answers of the server, notices, colour scheme and language. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  const language = useLanguage();
  useSchemeOnDocument();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={client}>
        <NoticesProvider>{children}</NoticesProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
