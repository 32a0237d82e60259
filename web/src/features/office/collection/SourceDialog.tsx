import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { optionsQuery, recipesQuery, useChangeSource, useCreateSource } from '@/api/collection';
import type { CollectionOptions, Source } from '@/api/collection';
import { useProductions } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { Field, TextField } from '@/components/forms/Field';
import { useSay } from '@/components/layout/Notices';
import { QueryView } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import styles from './collection.module.css';
import { useFieldFaults } from './fieldFaults';
import { KindDialog } from './KindDialog';
import { useNames } from './names';
import { useRefusal } from './refusals';
import { draftOf, toChange, toNew } from './sourceDraft';
import type { SourceDraft } from './sourceDraft';
import { TrialDialog } from './TrialDialog';
import { words } from './words';

/** Makes a source, by asking for its kind, then for the rest, and by a test before it is switched on; or changes one. */
export function SourceDialog({ of: source, onClose }: { of: Source | undefined; onClose: () => void }) {
  const [kind, setKind] = useState(source?.kind);
  const [made, setMade] = useState<Source>();
  if (made !== undefined) return <TrialDialog of={made} onClose={onClose} />;
  if (kind === undefined) return <KindDialog onChoose={setKind} onClose={onClose} />;
  return <FormDialog kind={kind} of={source} onMade={setMade} onClose={onClose} />;
}

function FormDialog({
  kind,
  of: source,
  onMade,
  onClose,
}: {
  kind: string;
  of: Source | undefined;
  onMade: (made: Source) => void;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const names = useNames();
  const say = useSay();
  const faults = useFieldFaults();
  const refusal = useRefusal();
  const options = useQuery(optionsQuery);
  const [draft, setDraft] = useState(() => draftOf(source, kind));
  const create = useCreateSource();
  const change = useChangeSource();
  const busy = create.isPending || change.isPending;
  const problem = create.error ?? change.error;
  const errors = faults(problem);
  const save = () => {
    if (source === undefined) {
      create.mutate(toNew(draft), { onSuccess: onMade });
      return;
    }
    const { id, revision } = source;
    change.mutate(
      { id, revision, change: toChange(draft) },
      {
        onSuccess: () => {
          say(t.saved);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={source === undefined ? `${t.create}: ${names.kind(kind)}` : source.name}
      wide
      busy={busy}
      onClose={onClose}
      actions={
        <>
          <Button disabled={busy} onClick={onClose}>
            {t.cancel}
          </Button>
          <Button kind="primary" busy={busy} disabled={options.data === undefined} onClick={save}>
            {source === undefined ? t.saveAndTest : t.save}
          </Button>
        </>
      }
    >
      <QueryView query={options}>
        {(known) => (
          <div className={styles['form']}>
            <Common
              draft={draft}
              known={known}
              asked={askedOf(source)}
              errorAt={(name) => errors[name]}
              onChange={(some) => setDraft((now) => ({ ...now, ...some }))}
            />
            {problem !== null && (
              <div role="alert" className={styles['problem']}>
                {problem.outdated ? t.outdated : refusal(problem)}
              </div>
            )}
          </div>
        )}
      </QueryView>
    </Dialog>
  );
}

/** The address that was typed, and the one that is asked in its place. */
interface Asked {
  readonly typed: string;
  readonly effective: string | null;
}

function askedOf(source: Source | undefined): Asked | undefined {
  if (source === undefined || !('url' in source.config)) return undefined;
  return { typed: source.config.url, effective: source.config.effectiveUrl };
}

interface Part {
  readonly draft: SourceDraft;
  readonly known: CollectionOptions;
  readonly asked?: Asked | undefined;
  readonly errorAt: (name: string) => string | undefined;
  readonly onChange: (some: Partial<SourceDraft>) => void;
}

function Common({ draft, known, asked, errorAt, onChange }: Part) {
  const t = useMessages(words);
  const productions = useProductions();
  return (
    <>
      <TextField
        label={t.name}
        value={draft.name}
        maxLength={80}
        error={errorAt('name')}
        onChange={(name) => onChange({ name })}
      />
      {draft.kind === 'folder' && (
        <FolderFields draft={draft} known={known} errorAt={errorAt} onChange={onChange} />
      )}
      {draft.kind === 'url' && (
        <UrlFields draft={draft} known={known} asked={asked} errorAt={errorAt} onChange={onChange} />
      )}
      {draft.kind === 'browser' && (
        <BrowserFields draft={draft} known={known} errorAt={errorAt} onChange={onChange} />
      )}
      <Choice
        label={t.production}
        value={draft.productionId}
        error={errorAt('productionId')}
        onChange={(productionId) =>
          // One day for productions that nobody knows would be a guess.
          onChange(productionId === '' ? { productionId, recordDate: 'file_name' } : { productionId })
        }
      >
        <option value="">{t.anyProduction}</option>
        {productions.map(({ id, name, code }) => (
          <option key={id} value={id}>
            {name} ({code})
          </option>
        ))}
      </Choice>
      <Choice
        label={t.recordDate}
        value={draft.recordDate}
        help={draft.productionId === '' ? t.dateNeedsProduction : undefined}
        error={errorAt('recordDate')}
        onChange={(recordDate) => onChange({ recordDate })}
      >
        <option value="file_name">{t.file_name}</option>
        {(['name_tail', 'yesterday', 'today'] as const).map((rule) => (
          <option key={rule} value={rule} disabled={draft.productionId === ''}>
            {t[rule]}
          </option>
        ))}
      </Choice>
      <TextField
        label={t.schedule}
        value={draft.schedule}
        optional
        placeholder="30 9 * * *"
        help={t.scheduleHelp}
        error={errorAt('schedule')}
        onChange={(schedule) => onChange({ schedule })}
      />
      <Choice
        label={t.confirm}
        help={t.confirmHelp}
        value={draft.confirm}
        onChange={(confirm) => onChange({ confirm })}
      >
        <option value="serious">{t.serious}</option>
        <option value="always">{t.always}</option>
        <option value="never">{t.never_}</option>
      </Choice>
      <SecretChoice
        label={t.passwordSecret}
        known={known}
        value={draft.passwordSecret}
        error={errorAt('passwordSecret')}
        onChange={(passwordSecret) => onChange({ passwordSecret })}
      />
    </>
  );
}

function FolderFields({ draft, known, errorAt, onChange }: Part) {
  const t = useMessages(words);
  return (
    <>
      <Choice
        label={t.root}
        value={draft.root}
        help={known.folders.length === 0 ? t.noFolders : undefined}
        error={errorAt('config/root') ?? errorAt('config')}
        onChange={(root) => onChange({ root })}
      >
        <option value="">–</option>
        {known.folders.map(({ name, reachable }) => (
          <option key={name} value={name}>
            {reachable ? name : t.unreachable(name)}
          </option>
        ))}
      </Choice>
      <TextField
        label={t.path}
        value={draft.path}
        optional
        error={errorAt('config/path')}
        onChange={(path) => onChange({ path })}
      />
      <TextField
        label={t.patterns}
        value={draft.patterns}
        optional
        placeholder="*.xlsx"
        help={t.patternsHelp}
        error={errorAt('config/patterns')}
        onChange={(patterns) => onChange({ patterns })}
      />
    </>
  );
}

function UrlFields({ draft, known, asked, errorAt, onChange }: Part) {
  const t = useMessages(words);
  const effective = asked?.typed === draft.url.trim() ? asked.effective : null;
  return (
    <>
      <TextField
        label={t.address}
        value={draft.url}
        maxLength={2000}
        help={t.addressHelp(known.hosts.length === 0 ? t.noHosts : known.hosts.join(', '))}
        error={errorAt('config/url')}
        onChange={(url) => onChange({ url })}
      />
      {effective !== null && <p className={styles['address']}>{t.effective(effective)}</p>}
      <TextField
        label={t.fileName}
        value={draft.fileName}
        optional
        help={t.fileNameHelp}
        error={errorAt('config/fileName')}
        onChange={(fileName) => onChange({ fileName })}
      />
      <TextField
        label={t.headerName}
        value={draft.headerName}
        optional
        placeholder="Authorization"
        error={errorAt('config/secretHeader') ?? errorAt('config/secretHeader/name')}
        onChange={(headerName) => onChange({ headerName })}
      />
      <SecretChoice
        label={t.headerSecret}
        known={known}
        value={draft.headerSecret}
        error={errorAt('config/secretHeader/secret')}
        onChange={(headerSecret) => onChange({ headerSecret })}
      />
    </>
  );
}

function BrowserFields({ draft, known, errorAt, onChange }: Part) {
  const t = useMessages(words);
  const recipes = useQuery(recipesQuery);
  const needed = (name: string) => recipes.data?.find((recipe) => recipe.name === name)?.params ?? [];
  const params = needed(draft.recipe);
  return (
    <>
      {!known.browser.available && <p className={styles['problem']}>{t.noBrowser}</p>}
      <Choice
        label={t.recipe}
        value={draft.recipe}
        help={known.recipes.length === 0 ? t.noRecipes : undefined}
        error={errorAt('config/recipe')}
        onChange={(recipe) =>
          onChange(
            draft.params.trim() === ''
              ? {
                  recipe,
                  params: needed(recipe)
                    .map((name) => `${name}=`)
                    .join('\n'),
                }
              : { recipe },
          )
        }
      >
        <option value="">–</option>
        {known.recipes.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Choice>
      <Field
        label={t.params}
        help={params.length === 0 ? t.paramsHelp : t.paramsNeeded(params.join(', '))}
        error={errorAt('config/params')}
        optional={params.length === 0}
      >
        {(control) => (
          <textarea
            {...control}
            className={styles['text']}
            rows={4}
            value={draft.params}
            onChange={(event) => onChange({ params: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

function SecretChoice({
  known,
  ...rest
}: {
  label: string;
  known: CollectionOptions;
  value: string;
  error: string | undefined;
  onChange: (name: string) => void;
}) {
  const t = useMessages(words);
  return (
    <Choice {...rest}>
      <option value="">{t.noSecret}</option>
      {known.secrets.map(({ name, present }) => (
        <option key={name} value={name}>
          {present ? name : t.absent(name)}
        </option>
      ))}
    </Choice>
  );
}

function Choice({
  label,
  help,
  value,
  error,
  children,
  onChange,
}: {
  label: string;
  help?: string | undefined;
  value: string;
  error?: string | undefined;
  children: ReactNode;
  onChange: (value: string) => void;
}) {
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <select
          {...control}
          className={styles['select']}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {children}
        </select>
      )}
    </Field>
  );
}
