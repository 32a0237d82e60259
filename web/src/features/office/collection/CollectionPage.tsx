import { Segmented } from '@/components/controls/Segmented';
import { HeldPanel } from '@/components/collection/HeldPanel';
import { useMessages } from '@/lib/i18n/messages';
import { useChoiceParam } from '@/lib/urlState';
import styles from './collection.module.css';
import { RecipesPanel } from './recipes/RecipesPanel';
import { RunsPanel } from './RunsPanel';
import { SourcesPanel } from './SourcesPanel';
import { words } from './words';

const parts = ['sources', 'runs', 'held', 'recipes'] as const;

/** Figures that come by themselves: from where, when, what waits for a yes, and how sites are walked. */
export function CollectionPage() {
  const t = useMessages(words);
  const [part, setPart] = useChoiceParam('part', parts, 'sources');
  return (
    <div className={styles['page']}>
      <Segmented
        label={t.parts}
        options={parts.map((value) => ({ value, text: t[value] }))}
        value={part}
        onChange={setPart}
      />
      {part === 'sources' && <SourcesPanel />}
      {part === 'runs' && <RunsPanel />}
      {part === 'held' && <HeldPanel />}
      {part === 'recipes' && <RecipesPanel />}
    </div>
  );
}
