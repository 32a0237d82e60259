import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { useMessages } from '@/lib/i18n/messages';
import { changesOf } from './changes';
import styles from './office.module.css';
import type { Values } from './useSaving';
import { ValueText } from './ValueText';
import { words } from './words';

/** Somebody else saved first: both values of each field that one changed, and the choice between them. */
export function ConflictDialog({
  opened,
  mine,
  present,
  fieldName,
  onTheirs,
  onMine,
  onClose,
}: {
  opened: Values;
  mine: Values;
  present: Values;
  fieldName: (field: string) => string;
  onTheirs: () => void;
  onMine: () => void;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const changed = changesOf(mine, opened);
  const differing = Object.keys(changesOf(changed, present));
  return (
    <Dialog
      wide
      title={t.conflictTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onTheirs}>{t.takeTheirs}</Button>
          <Button kind="primary" onClick={onMine}>
            {t.takeMine}
          </Button>
        </>
      }
    >
      <p>{t.conflictText}</p>
      {differing.length === 0 ? (
        <p className="quiet">{t.noDifference}</p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t.field}</th>
              <th scope="col">{t.theirs}</th>
              <th scope="col">{t.mine}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((field) => (
              <tr key={field}>
                <th scope="row">{fieldName(field)}</th>
                <td>
                  <ValueText value={present[field]} />
                </td>
                <td>
                  <ValueText value={changed[field]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
