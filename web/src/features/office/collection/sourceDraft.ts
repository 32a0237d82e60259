/** A source as it stands in its form: every field a text. */
import type { NewSource, Source } from '@/api/collection';

export interface SourceDraft {
  readonly name: string;
  readonly kind: string;
  readonly productionId: string;
  readonly recordDate: string;
  readonly schedule: string;
  readonly confirm: string;
  readonly passwordSecret: string;
  readonly root: string;
  readonly path: string;
  /** Separated by commas. */
  readonly patterns: string;
  readonly url: string;
  readonly fileName: string;
  readonly headerName: string;
  readonly headerSecret: string;
  readonly recipe: string;
  /** A line each: `name=value`. */
  readonly params: string;
}

const empty: SourceDraft = {
  name: '',
  kind: 'folder',
  productionId: '',
  recordDate: 'file_name',
  schedule: '',
  confirm: 'serious',
  passwordSecret: '',
  root: '',
  path: '',
  patterns: '',
  url: '',
  fileName: '',
  headerName: '',
  headerSecret: '',
  recipe: '',
  params: '',
};

/** What the form begins with; a new source is of the kind that was chosen. */
export function draftOf(source: Source | undefined, kind = 'folder'): SourceDraft {
  if (source === undefined) return { ...empty, kind };
  const common = {
    ...empty,
    name: source.name,
    kind: source.kind,
    productionId: source.productionId ?? '',
    recordDate: source.recordDate,
    schedule: source.schedule ?? '',
    confirm: source.confirm,
    passwordSecret: source.passwordSecret ?? '',
  };
  const { config } = source;
  if ('root' in config) {
    const { root, path, patterns } = config;
    return { ...common, root, path: path ?? '', patterns: patterns.join(', ') };
  }
  if ('url' in config) {
    const { url, fileName, secretHeader } = config;
    return {
      ...common,
      url,
      fileName: fileName ?? '',
      headerName: secretHeader?.name ?? '',
      headerSecret: secretHeader?.secret ?? '',
    };
  }
  const params = Object.entries(config.params);
  return {
    ...common,
    recipe: config.recipe,
    params: params.map(([name, value]) => `${name}=${value}`).join('\n'),
  };
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** The part of the form that only its kind has. */
function configOf(draft: SourceDraft): NewSource['config'] {
  switch (draft.kind) {
    case 'folder':
      return {
        root: draft.root,
        path: orNull(draft.path),
        patterns: draft.patterns
          .split(',')
          .map((pattern) => pattern.trim())
          .filter((pattern) => pattern !== ''),
      };
    case 'url':
      return {
        url: draft.url.trim(),
        fileName: orNull(draft.fileName),
        secretHeader:
          draft.headerName.trim() === '' && draft.headerSecret === ''
            ? null
            : { name: draft.headerName.trim(), secret: draft.headerSecret },
      };
    default:
      return { recipe: draft.recipe, params: paramsOf(draft.params) };
  }
}

function paramsOf(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );
}

function common(draft: SourceDraft) {
  return {
    name: draft.name.trim(),
    productionId: orNull(draft.productionId),
    recordDate: draft.recordDate,
    schedule: orNull(draft.schedule),
    confirm: draft.confirm,
    passwordSecret: orNull(draft.passwordSecret),
    config: configOf(draft),
  };
}

/** What a new source is asked for with. It stays switched off until somebody has seen a test of it. */
export function toNew(draft: SourceDraft): NewSource {
  return { ...common(draft), kind: draft.kind, active: false };
}

/** What a source is changed to; its kind stays. */
export function toChange(draft: SourceDraft) {
  return common(draft);
}
