import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { recipesQuery, useDeleteRecipe, useSaveRecipe } from '@/api/collection';
import type { Recipe } from '@/api/collection';
import { Button } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { UnsavedGuard } from '@/components/controls/UnsavedGuard';
import { AppLink } from '@/components/layout/AppLink';
import { useSay } from '@/components/layout/Notices';
import { Panel } from '@/components/layout/Panel';
import { ProblemText } from '@/components/states/ProblemText';
import { QueryView } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import { NotHere } from '../../OfficeStates';
import { RecipeEditor } from './RecipeEditor';
import styles from './recipes.module.css';
import { RecipeTest } from './RecipeTest';
import { RecipeVersions } from './RecipeVersions';
import { skeleton } from './skeleton';
import { faultsOf, useFaults } from './useFaults';
import { words } from './words';

/** A recipe: its text with faults at their line, its versions, and a test. A name that no recipe has begins one. */
export function RecipePage() {
  const { name = '' } = useParams();
  const recipes = useQuery(recipesQuery);
  if (!/^[a-z0-9-]{1,40}$/.test(name)) return <NotHere />;
  return (
    <QueryView query={recipes}>
      {(all) => {
        const recipe = all.find((one) => one.name === name);
        return <Editing key={name} name={name} recipe={recipe} />;
      }}
    </QueryView>
  );
}

/** The version that somebody began with, which a save must find still there. */
interface Basis {
  readonly version: number | undefined;
  readonly text: string;
}

function Editing({ name, recipe }: { name: string; recipe: Recipe | undefined }) {
  const t = useMessages(words);
  const say = useSay();
  const [basis, setBasis] = useState<Basis>({ version: recipe?.version, text: recipe?.text ?? '' });
  const [text, setText] = useState(recipe?.text ?? skeleton);
  const save = useSaveRecipe();
  const check = useFaults(name, text);
  const changed = text !== basis.text;
  // What a save was refused for is of the text as it was then.
  const refused = save.variables?.text === text ? faultsOf(save.error) : undefined;
  const faults = refused ?? check.data ?? [];
  // What was found in another text says nothing of this one.
  const known = refused !== undefined || (check.isSuccess && !check.isPlaceholderData);
  const checked = check.isFetching ? 'under way' : known ? 'done' : 'failed';
  const saveText = (version: number | undefined) =>
    save.mutate(
      { name, text, check: false, version },
      {
        onSuccess: (saved) => {
          setBasis({ version: saved.version, text: saved.text });
          say(t.saved(saved.version));
        },
      },
    );
  const present = save.error?.outdated === true ? versionIn(save.error.document.present) : undefined;
  return (
    <div className={styles['page']}>
      <UnsavedGuard changes={changed && !(recipe === undefined && text === skeleton) ? 1 : 0} />
      <div className={styles['head']}>
        <AppLink to="/office/collection?part=recipes" className={styles['back']}>
          <ArrowLeft aria-hidden />
          {t.all}
        </AppLink>
        <span className="grow" />
        {recipe !== undefined && <Removing name={name} usedBy={recipe.usedBy} />}
        <Button
          kind="primary"
          icon={<Save aria-hidden />}
          busy={save.isPending}
          disabled={!changed}
          onClick={() => saveText(basis.version)}
        >
          {t.save}
        </Button>
      </div>
      <Panel
        title={recipe?.title ?? name}
        caption={basis.version === undefined ? name : `${name} · ${t.versionOf(basis.version)}`}
        padded
      >
        <RecipeEditor
          text={text}
          faults={faults}
          checked={checked}
          onChange={setText}
          onCheck={() => void check.refetch()}
        />
        {save.error !== null && refused === undefined && faultsOf(save.error) === undefined && (
          <div role="alert" className={styles['problem']}>
            {save.error.outdated ? (
              <>
                <p>{t.outdated}</p>
                <Button busy={save.isPending} onClick={() => saveText(present)}>
                  {t.saveOver}
                </Button>
              </>
            ) : (
              <ProblemText problem={save.error} />
            )}
          </div>
        )}
      </Panel>
      {recipe !== undefined && <RecipeTest name={name} unsaved={changed} />}
      {recipe !== undefined && (
        <RecipeVersions name={name} text={text} unsaved={changed} onRestore={setText} />
      )}
    </div>
  );
}

function versionIn(present: unknown): number | undefined {
  const version: unknown = (present as { version?: unknown } | undefined)?.version;
  return typeof version === 'number' ? version : undefined;
}

function Removing({ name, usedBy }: { name: string; usedBy: readonly string[] }) {
  const t = useMessages(words);
  const say = useSay();
  const navigate = useNavigate();
  const remove = useDeleteRecipe();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        icon={<Trash2 aria-hidden />}
        disabled={usedBy.length > 0}
        title={usedBy.length > 0 ? t.inUse : undefined}
        onClick={() => setAsking(true)}
      >
        {t.remove}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t.removeTitle(name)}
          verb={t.remove}
          danger
          onConfirm={async () => {
            await remove.mutateAsync(name);
            say(t.removed);
            await navigate('/office/collection?part=recipes');
          }}
          onClose={() => setAsking(false)}
        >
          {t.removeText}
        </ConfirmDialog>
      )}
    </>
  );
}
