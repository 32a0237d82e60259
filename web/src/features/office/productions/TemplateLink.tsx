import { FileSpreadsheet } from 'lucide-react';
import type { Production } from '@/api/productions';
import { useMessages } from '@/lib/i18n/messages';
import { words } from '../words';

/** Downloads the blank workbook of a production; without a sale period there is none, which the link's place says. */
export function TemplateLink({ production }: { production: Production }) {
  const t = useMessages(words);
  const { id, name, saleStart, saleEnd } = production;
  if (saleStart === null || saleEnd === null) {
    return (
      <span className="quiet" title={t.templateHelp}>
        {t.unknown} <span className="spoken">{t.templateHelp}</span>
      </span>
    );
  }
  return (
    <a
      className="row nowrap"
      href={`/api/v1/productions/${id}/workbook-template`}
      download
      aria-label={`${name} ${t.template}`}
      onClick={(event) => event.stopPropagation()}
    >
      <FileSpreadsheet aria-hidden size={16} />
      {t.template}
    </a>
  );
}
