import { expect, it } from 'vitest';
import type { Source } from '@/api/collection';
import { draftOf, toChange, toNew } from './sourceDraft';

const folder: Source['config'] = { root: 'inbox', path: '하늘티켓', patterns: ['*판매*.xlsx', '*.xls'] };

function source(kind: string, config: Source['config']): Source {
  return {
    id: '0197a1c0-0000-7000-8000-000000000001',
    name: '받은 파일',
    kind,
    productionId: null,
    recordDate: 'file_name',
    schedule: '30 9 * * *',
    active: true,
    confirm: 'serious',
    passwordSecret: null,
    config,
    state: 'ready',
    code: null,
    message: null,
    until: null,
    lastRun: null,
    lastSuccessAt: null,
    nextRunAt: null,
    createdAt: '2026-11-30T09:00:00+09:00',
    updatedAt: '2026-11-30T09:00:00+09:00',
    revision: 3,
  };
}

it('asks for a folder with what was typed, switched off', () => {
  const draft = { ...draftOf(undefined), name: ' 받은 파일 ', root: 'inbox', patterns: '*.xlsx, ,*.xls ' };
  expect(toNew(draft)).toEqual({
    name: '받은 파일',
    kind: 'folder',
    active: false,
    productionId: null,
    recordDate: 'file_name',
    schedule: null,
    confirm: 'serious',
    passwordSecret: null,
    config: { root: 'inbox', path: null, patterns: ['*.xlsx', '*.xls'] },
  });
});

it('leaves a source as it is when nothing is typed', () => {
  expect(toChange(draftOf(source('folder', folder))).config).toEqual(folder);
  const url = {
    url: 'https://share.example.com/sales.xlsx',
    fileName: null,
    secretHeader: { name: 'X-Token', secret: 'FILE_TOKEN' },
  };
  const kept = toChange(draftOf(source('url', { ...url, effectiveUrl: null })));
  expect(kept).toMatchObject({ schedule: '30 9 * * *', config: url });
  const site = { recipe: 'haneul-ticket', params: { show: '두 번째 편지', page: 'a=b' } };
  expect(toChange(draftOf(source('browser', site))).config).toEqual(site);
});

it('sends no header where none is typed', () => {
  const draft = { ...draftOf(undefined, 'url'), url: ' https://share.example.com/a.xlsx ' };
  expect(toNew(draft).config).toEqual({
    url: 'https://share.example.com/a.xlsx',
    fileName: null,
    secretHeader: null,
  });
});
