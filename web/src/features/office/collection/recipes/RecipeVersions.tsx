import { useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { recipeVersionsQuery } from '@/api/collection';
import type { components } from '@/api/generated/schema';
import { classes } from '@/components/classes';
import { Button } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { Field } from '@/components/forms/Field';
import { Panel } from '@/components/layout/Panel';
import { QueryView } from '@/components/states/QueryView';
import { isInstant } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { differences, parts } from './differences';
import type { LineChange } from './differences';
import styles from './recipes.module.css';
import { words } from './words';

type Version = components['schemas']['RecipeVersionView'];

/** Every version of a recipe, and what a chosen one changed, or what has changed since. */
export function RecipeVersions({
  name,
  text,
  unsaved,
  onRestore,
}: {
  name: string;
  /** The text being edited. */
  text: string;
  /** Whether it has changes that are saved nowhere. */
  unsaved: boolean;
  onRestore: (text: string) => void;
}) {
  const t = useMessages(words);
  const versions = useQuery(recipeVersionsQuery(name));
  return (
    <Panel title={t.versions} busy={versions.isFetching && !versions.isPending} padded>
      <QueryView query={versions}>
        {(items) => <Versions of={items} text={text} unsaved={unsaved} onRestore={onRestore} />}
      </QueryView>
    </Panel>
  );
}

/** What stands for the text being edited among numbers of versions. */
const present = 0;

function Versions({
  of: versions,
  text,
  unsaved,
  onRestore,
}: {
  of: readonly Version[];
  text: string;
  unsaved: boolean;
  onRestore: (text: string) => void;
}) {
  const t = useMessages(words);
  const { dayTime } = useFormat();
  const newest = versions[0]?.version ?? present;
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const [other, setOther] = useState<number | undefined>(undefined);
  const version = versions.find((one) => one.version === chosen) ?? versions[0];
  if (version === undefined) return null;
  // The newest is held against what is edited, others against the one that followed the choice of somebody before.
  const against = other ?? (version.version === newest ? present : version.version + 1);
  const named = (number: number) => (number === present ? t.present : t.versionOf(number));
  const textOf = (number: number) =>
    number === present ? text : (versions.find((one) => one.version === number)?.text ?? '');
  const isLater = against === present || against > version.version;
  const [older, newer] = isLater ? [version.version, against] : [against, version.version];
  return (
    <div className={styles['versions']}>
      <ol className={styles['list']}>
        {versions.map((one) => (
          <li key={one.version}>
            <button
              type="button"
              aria-pressed={one.version === version.version}
              onClick={() => {
                setChosen(one.version);
                setOther(undefined);
              }}
            >
              <strong>{t.versionOf(one.version)}</strong>
              <span className="caption quiet">
                {t.savedAt(isInstant(one.savedAt) ? dayTime(one.savedAt) : '', one.savedBy?.name ?? t.nobody)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div className={styles['comparison']}>
        <div className={styles['toolbar']}>
          <Field label={t.compare}>
            {(control) => (
              <select
                {...control}
                className={styles['select']}
                value={against}
                onChange={(event) => setOther(Number(event.target.value))}
              >
                <option value={present}>{t.present}</option>
                {versions
                  .filter((one) => one.version !== version.version)
                  .map((one) => (
                    <option key={one.version} value={one.version}>
                      {t.versionOf(one.version)}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <Restoring of={version} asks={unsaved && version.text !== text} onRestore={onRestore} />
        </div>
        <Differences
          title={t.comparison(named(older), named(newer))}
          older={textOf(older)}
          newer={textOf(newer)}
        />
      </div>
    </div>
  );
}

/** Puts a version into the editor; asks before a text is lost that is saved nowhere. */
function Restoring({
  of: { version, text },
  asks,
  onRestore,
}: {
  of: Version;
  asks: boolean;
  onRestore: (text: string) => void;
}) {
  const t = useMessages(words);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button icon={<RotateCcw aria-hidden />} onClick={() => (asks ? setAsking(true) : onRestore(text))}>
        {t.restore}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t.restoreTitle(version)}
          verb={t.restoreVerb}
          cancel={t.keepEditing}
          discards
          onConfirm={() => onRestore(text)}
          onClose={() => setAsking(false)}
        >
          {t.restoreText}
        </ConfirmDialog>
      )}
    </>
  );
}

/** What is different, with the lines around it. */
function Differences({ title, older, newer }: { title: string; older: string; newer: string }) {
  const t = useMessages(words);
  const found = useMemo(() => parts(differences(older, newer)), [older, newer]);
  const isSame = found.every((part) => 'leftOut' in part);
  if (isSame) return <p className="quiet">{t.same}</p>;
  return (
    // Long lines are not broken, and keys have to reach their ends.
    <div role="region" aria-label={title} tabIndex={0} className={styles['wide']}>
      <table className={styles['differences']}>
        <caption>{title}</caption>
        <tbody>
          {found.map((part, place) =>
            'leftOut' in part ? (
              <tr key={`left out ${place}`} className={styles['leftOut']}>
                <td colSpan={3}>{t.leftOut(part.leftOut)}</td>
              </tr>
            ) : (
              part.lines.map((line) => <Line key={keyOfLine(line)} of={line} />)
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function keyOfLine({ before, after }: LineChange): string {
  return `${before ?? ''} ${after ?? ''}`;
}

function Line({ of: { kind, text, before, after } }: { of: LineChange }) {
  const t = useMessages(words);
  const sign = { same: '', added: '+', removed: '−' }[kind];
  const said = { same: undefined, added: t.added, removed: t.removedLine }[kind];
  return (
    <tr className={classes(styles[kind])}>
      <td>{before}</td>
      <td>{after}</td>
      <td>
        <span aria-hidden>{sign}</span>
        {said !== undefined && <span className="spoken">{said}</span>}
        <code>{text}</code>
      </td>
    </tr>
  );
}
