import { useQuery } from '@tanstack/react-query';
import { FileText, Plus } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { recipesQuery } from '@/api/collection';
import type { Recipe } from '@/api/collection';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { TextField } from '@/components/forms/Field';
import { AppLink } from '@/components/layout/AppLink';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import styles from './recipes.module.css';
import { words } from './words';

/** Every recipe, what it needs and who uses it. */
export function RecipesPanel() {
  const t = useMessages(words);
  const recipes = useQuery(recipesQuery);
  const [naming, setNaming] = useState(false);
  return (
    <>
      <Panel
        title={t.title}
        caption={t.help}
        busy={recipes.isFetching && !recipes.isPending}
        actions={
          <Button kind="primary" icon={<Plus aria-hidden />} onClick={() => setNaming(true)}>
            {t.create}
          </Button>
        }
        padded
      >
        <QueryView
          query={recipes}
          isEmpty={(all) => all.length === 0}
          empty={<EmptyState icon={<FileText aria-hidden />}>{t.none}</EmptyState>}
        >
          {(all) => (
            <ul className={styles['recipes']}>
              {all.map((recipe) => (
                <Entry key={recipe.name} of={recipe} />
              ))}
            </ul>
          )}
        </QueryView>
      </Panel>
      {naming && (
        <Naming taken={(recipes.data ?? []).map(({ name }) => name)} onClose={() => setNaming(false)} />
      )}
    </>
  );
}

function Entry({ of: { name, title, version, params, secrets, usedBy } }: { of: Recipe }) {
  const t = useMessages(words);
  const list = (items: readonly string[]) => (items.length === 0 ? t.unused : items.join(', '));
  return (
    <li>
      <AppLink to={`/office/collection/recipes/${name}`}>
        <strong>{title}</strong>
      </AppLink>
      <span className="caption quiet">
        {name} · {t.versionOf(version)}
      </span>
      <dl>
        <div>
          <dt>{t.needs}</dt>
          <dd>{list(params)}</dd>
        </div>
        <div>
          <dt>{t.secrets}</dt>
          <dd>{list(secrets)}</dd>
        </div>
        <div>
          <dt>{t.usedBy}</dt>
          <dd>{list(usedBy)}</dd>
        </div>
      </dl>
    </li>
  );
}

/** Asks what a new recipe is called; its text comes next. */
function Naming({ taken, onClose }: { taken: readonly string[]; onClose: () => void }) {
  const t = useMessages(words);
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const begin = () => {
    if (!/^[a-z0-9-]{1,40}$/.test(name)) setError(t.nameWrong);
    else if (taken.includes(name)) setError(t.nameTaken);
    else void navigate(`/office/collection/recipes/${name}`);
  };
  return (
    <Dialog
      title={t.create}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" onClick={begin}>
            {t.create}
          </Button>
        </>
      }
    >
      <TextField
        label={t.name}
        help={t.nameHelp}
        error={error}
        value={name}
        maxLength={40}
        onChange={(value) => {
          setName(value);
          setError(undefined);
        }}
      />
    </Dialog>
  );
}
