/**
 * A stand-in for the server, for screenshots without one: an account, some productions with their reports. What it
 * does not know is a 404 problem, which pages have to survive.
 */
import { uploadAnswers } from './mockUploads.js';
import { productions, reportAnswer } from './sampleReports.js';

const account = {
  id: '0197c1a0-0000-7000-8000-000000000407',
  email: 'member@example.com',
  name: '담당자',
  role: 'admin',
  active: true,
  allProductions: true,
  canUpload: true,
  canManageProductions: true,
  productionIds: [],
  createdAt: '2026-09-01T09:00:00+09:00',
};

/** @param {readonly unknown[]} items */
const page = (items) => ({ items, page: 1, perPage: 200, total: items.length });

/** @type {Record<string, unknown>} */
const answers = {
  '/api/v1/auth/me': account,
  '/api/v1/productions': page(productions),
  '/api/v1/productions/0197c1a0-0000-7000-8000-000000000003': productions[0],
  '/api/v1/users': page([
    account,
    {
      ...account,
      id: '0197c1a0-0000-7000-8000-000000000408',
      email: 'new@example.com',
      name: '새 담당자',
      role: 'member',
      active: false,
      allProductions: false,
      canUpload: false,
      canManageProductions: false,
    },
  ]),
  '/api/v1/jobs': page([
    {
      id: 'j1',
      kind: 'upload',
      status: 'failed',
      attempts: 5,
      maxAttempts: 5,
      runAt: '2026-11-20T09:00:00+09:00',
      finishedAt: '2026-11-20T09:01:00+09:00',
      subjectId: '0197c1a0-0000-7000-8000-000000000101',
    },
  ]),
  '/api/v1/audit': page([
    {
      id: 7,
      action: 'user.changed',
      at: '2026-11-20T09:30:00+09:00',
      by: { id: account.id, name: account.name },
      address: '203.0.113.7',
      productionId: null,
      subjectId: '0197c1a0-0000-7000-8000-000000000408',
      before: { canUpload: false },
      after: { canUpload: true },
    },
  ]),
  ...uploadAnswers,
  '/api/v1/auth/sessions': {
    items: [
      {
        id: 's1',
        current: true,
        address: '203.0.113.7',
        userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/156.0 Safari/537.36',
        createdAt: '2026-11-20T09:02:00+09:00',
        lastUsedAt: '2026-11-20T14:02:00+09:00',
        expiresAt: '2026-12-04T14:02:00+09:00',
      },
      {
        id: 's2',
        current: false,
        address: '203.0.113.9',
        userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1',
        createdAt: '2026-11-12T18:40:00+09:00',
        lastUsedAt: '2026-11-19T22:15:00+09:00',
        expiresAt: '2026-12-03T22:15:00+09:00',
      },
    ],
  },
  '/api/v1/auth/api-keys': {
    items: [
      {
        id: 'k1',
        name: '매일 업로드',
        readOnly: false,
        createdAt: '2026-11-18T09:00:00+09:00',
        lastUsedAt: '2026-11-20T13:41:00+09:00',
        expiresAt: null,
      },
    ],
  },
};

/**
 * Answers the page's calls.
 * @param {import('playwright-core').Page} tab
 * @param {{ signedIn: boolean }} option
 */
export async function mockApi(tab, { signedIn }) {
  // An answered route ends, which a stream must not: this one stays silent.
  await tab.addInitScript(() => {
    Object.assign(window, {
      EventSource: class extends EventTarget {
        close() {}
      },
    });
  });
  await tab.route('**/api/v1/**', (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const report = pathname.match(/^\/api\/v1\/reports\/(.+)$/)?.[1];
    const known = report === undefined ? answers[pathname] : reportAnswer(report, searchParams);
    if (!signedIn || known === undefined) {
      const status = signedIn ? 404 : 401;
      return route.fulfill({
        status,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', code: 'not-found', title: 'Not found', status }),
      });
    }
    return route.fulfill({
      json: typeof known === 'function' ? known(route.request()) : known,
      headers: { 'X-Data-Version': '7', ETag: '"r7"' },
    });
  });
}
