import { Compass } from 'lucide-react';
import { LinkButton } from '@/components/controls/Button';
import { PageHeader } from '@/components/layout/PageHeader';
import { EmptyState } from '@/components/states/EmptyState';
import { defineMessages, useMessages } from '@/lib/i18n/messages';

const words = defineMessages({
  ko: {
    title: '찾을 수 없습니다',
    text: '주소가 바뀌었거나, 볼 수 없는 화면입니다.',
    home: '처음으로',
  },
  en: {
    title: 'Page not found',
    text: 'The address has changed, or you do not have access to this page.',
    home: 'Go to home',
  },
});

/** An address that leads nowhere, or to what this person may not see: the two are told alike. */
export function NotFoundPage() {
  const t = useMessages(words);
  return (
    <>
      <PageHeader title={t.title} live={false} />
      <EmptyState icon={<Compass aria-hidden />} action={<LinkButton to="/">{t.home}</LinkButton>}>
        {t.text}
      </EmptyState>
    </>
  );
}
