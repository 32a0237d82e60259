import { describe, expect, test } from 'vitest';
import { permissionsOf } from '@/api/account';
import { accountOf, productionOf } from '@/test/app';
import { mayAccess } from './access';
import { changesOf } from './changes';
import { translate } from './i18nProvider';
import { productionsCsv } from './productions/productionsCsv';
import { conflictsOf } from './useSaving';

describe('what a form sends', () => {
  test('is what was changed, with emptied texts cleared, and nothing that the server keeps', () => {
    const opened = { id: '1', etag: '"r7"', name: '봄밤의 왈츠', venue: '극장', seats: 3 };
    expect(changesOf({ ...opened, etag: '"r8"', venue: '', seats: 4 }, opened)).toEqual({
      venue: null,
      seats: 4,
    });
  });

  test('leaves out what a new record does not say', () => {
    expect(changesOf({ name: '새벽', venue: null, code: '' }, undefined)).toEqual({ name: '새벽' });
  });
});

describe('what two people saved', () => {
  const opened = { venue: '극장', name: '봄밤', runningMinutes: 90 };

  test('is in conflict only where both changed the same field, to something else', () => {
    const changed = changesOf({ ...opened, venue: '내 극장', name: '여름밤' }, opened);
    const present = { ...opened, venue: '남의 극장', name: '여름밤', runningMinutes: 77 };
    expect(conflictsOf(changed, opened, present)).toEqual([
      { field: 'venue', mine: '내 극장', theirs: '남의 극장' },
    ]);
  });

  test('is compared with what was decided about before', () => {
    const decided = { ...opened, venue: '남의 극장' };
    expect(conflictsOf({ venue: '내 극장' }, decided, decided)).toEqual([]);
    expect(conflictsOf({ venue: '내 극장' }, decided, { ...decided, venue: '또 다른 극장' })).toHaveLength(1);
  });
});

describe('access', () => {
  const admin = permissionsOf(accountOf({ role: 'admin' }));
  const manager = permissionsOf(accountOf({ role: 'member', canManageProductions: true }));

  test('only a master touches admins and masters', () => {
    expect(mayAccess(admin, { resource: 'users', action: 'edit', record: { role: 'member' } })).toBe(true);
    expect(mayAccess(admin, { resource: 'users', action: 'edit', record: { role: 'admin' } })).toBe(false);
  });

  test('a member who manages productions sees these and nothing else, and deletes none', () => {
    const open = ['productions', 'users', 'jobs', 'audit'].filter((resource) =>
      mayAccess(manager, { resource, action: 'list' }),
    );
    expect(open).toEqual(['productions']);
    expect(mayAccess(manager, { resource: 'productions', action: 'delete' })).toBe(false);
  });
});

test('a downloaded list guards what a spreadsheet would take for a formula', () => {
  expect(productionsCsv([productionOf({ name: '=1+1, 왈츠' })])).toContain('"\'=1+1, 왈츠"');
});

test('messages are said in Korean, and texts that are no keys stand for themselves', () => {
  expect(translate('ko', 'ra.notification.deleted', { smart_count: 2 })).toBe('2개를 삭제했습니다');
  expect(translate('ko', 'before_start')).toBe('시작일보다 빠릅니다');
  expect(translate('ko', '공연')).toBe('공연');
});
