import { http, HttpResponse } from 'msw';
import { describe, expect, it, test } from 'vitest';
import { pageOf, problem, productionOf } from '@/test/app';
import { server } from '@/test/server';
import { dataProvider, OfficeError } from './dataProvider';
import { translate } from './i18nProvider';

async function refusal(data: object): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    await dataProvider.create('productions', { data });
  } catch (error) {
    if (error instanceof OfficeError) return error.body.errors;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('a form whose answer was lost creates once, however often it is sent', async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.post('*/api/v1/productions', ({ request }) => {
      keys.push(request.headers.get('idempotency-key'));
      return keys.length === 1
        ? HttpResponse.error()
        : HttpResponse.json(productionOf({ code: 'MU2700' }), { status: 201 });
    }),
  );
  const data = { code: 'MU2700', name: '새벽의 노래', category: 'musical' };
  await expect(dataProvider.create('productions', { data })).rejects.toBeInstanceOf(OfficeError);
  await dataProvider.create('productions', { data });
  await dataProvider.create('productions', { data });
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

describe('a production whose code is taken', () => {
  const known = productionOf({ code: 'MU2611', name: '봄밤의 왈츠' });

  it('is refused at the field, by the name of what has it', async () => {
    server.use(
      http.post('*/api/v1/productions', () => problem(409, 'taken')),
      http.get('*/api/v1/productions', () => HttpResponse.json(pageOf([known]))),
    );
    const errors = await refusal({ code: 'mu2611', name: '다른 이름', category: 'musical' });
    expect(errors).toEqual({ code: 'taken by 봄밤의 왈츠' });
    expect(translate('ko', errors?.['code'] ?? '')).toBe('이미 쓰는 값입니다: 봄밤의 왈츠');
    expect(await refusal({ code: 'MU9', name: '봄밤의 왈츠', category: 'musical' })).toEqual({
      name: 'taken by MU2611',
    });
  });

  it('is refused at the code where what has it is not to be seen', async () => {
    server.use(
      http.post('*/api/v1/productions', () => problem(409, 'taken')),
      http.get('*/api/v1/productions', () => HttpResponse.json(pageOf([]))),
    );
    expect(await refusal({ code: 'MU2611', name: 'x', category: 'musical' })).toEqual({ code: 'taken' });
  });
});
