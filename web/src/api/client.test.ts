import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { accountOf, pageOf, problem } from '@/test/app';
import { server } from '@/test/server';
import { api, body, done, ifMatch, onSessionEnd, tagged } from './client';
import { forgetDataVersion } from './dataVersion';
import { ApiProblem, asProblem } from './problem';
import { reportFile } from './reports';

beforeEach(forgetDataVersion);

async function refusal(promise: Promise<unknown>): Promise<ApiProblem> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ApiProblem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the client', () => {
  it('sends the newest data version it was told, and never an older one', async () => {
    const sent: (string | null)[] = [];
    const told = ['7', '5', '9'];
    server.use(
      http.get('*/api/v1/productions', ({ request }) => {
        sent.push(request.headers.get('x-data-version'));
        return HttpResponse.json(pageOf([]), { headers: { 'X-Data-Version': told.shift() ?? '' } });
      }),
    );
    for (let call = 0; call < 4; call += 1) await body(api.GET('/api/v1/productions'));
    expect(sent).toEqual([null, '7', '7', '9']);
  });

  it('throws what the server refuses, with the field that is wrong', async () => {
    server.use(
      http.post('*/api/v1/auth/register', () =>
        problem(422, 'invalid', { errors: [{ pointer: '/name', code: 'length', message: 'too long' }] }),
      ),
    );
    const refused = await refusal(
      done(api.POST('/api/v1/auth/register', { body: { email: 'a@example.com', name: '', password: '' } })),
    );
    expect(refused.code).toBe('invalid');
    expect(refused.field('name')?.code).toBe('length');
    expect(refused.field('email')).toBeUndefined();
  });

  it('tells how long to wait', async () => {
    server.use(
      http.get(
        '*/api/v1/productions',
        () => new HttpResponse('busy', { status: 503, headers: { 'Retry-After': '4' } }),
      ),
    );
    const refused = await refusal(body(api.GET('/api/v1/productions')));
    expect(refused).toMatchObject({ status: 503, code: 'unreadable', retryAfter: 4, temporary: true });
  });

  it('makes a lost connection a problem as well', async () => {
    server.use(http.get('*/api/v1/productions', () => HttpResponse.error()));
    const refused = await refusal(body(api.GET('/api/v1/productions')));
    expect(refused).toMatchObject({ status: 0, code: 'offline', temporary: true });
    expect(asProblem(new Error('x')).code).toBe('offline');
  });

  it('says that the session is over, but not where 401 is an answer', async () => {
    const ended = vi.fn();
    const stop = onSessionEnd(ended);
    server.use(
      http.get('*/api/v1/auth/me', () => problem(401, 'unauthenticated')),
      http.get('*/api/v1/productions', () => problem(401, 'unauthenticated')),
    );
    await refusal(body(api.GET('/api/v1/auth/me')));
    expect(ended).not.toHaveBeenCalled();
    await refusal(body(api.GET('/api/v1/productions')));
    expect(ended).toHaveBeenCalledOnce();
    stop();
  });

  it('keeps the tag of what is edited, and sends it with the change', async () => {
    let sent: string | null = null;
    server.use(
      http.get('*/api/v1/auth/me', () => HttpResponse.json(accountOf(), { headers: { ETag: '"r7"' } })),
      http.patch('*/api/v1/auth/me', ({ request }) => {
        sent = request.headers.get('if-match');
        return problem(412, 'outdated', { present: accountOf({ name: '다른 이름' }) });
      }),
    );
    const { etag } = await tagged(api.GET('/api/v1/auth/me'));
    const refused = await refusal(
      tagged(api.PATCH('/api/v1/auth/me', { params: { header: ifMatch(etag) }, body: { name: '새 이름' } })),
    );
    expect(sent).toBe('"r7"');
    expect(refused.outdated).toBe(true);
    expect(refused.document.present).toMatchObject({ name: '다른 이름' });
  });
});

describe('the file of a report', () => {
  it('has the parameters of the report and its form', () => {
    const query = { asOf: '2026-11-19', productionId: ['a', 'b'], from: undefined, includeInactive: true };
    expect(reportFile('plays/revenue', query, 'csv', 'categories')).toBe(
      '/api/v1/reports/plays/revenue?asOf=2026-11-19&productionId=a&productionId=b&includeInactive=true&format=csv&table=categories',
    );
    expect(reportFile('plays/revenue', {}, 'xlsx', 'categories')).toBe(
      '/api/v1/reports/plays/revenue?format=xlsx',
    );
  });
});
