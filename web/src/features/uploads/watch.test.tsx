import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { Outlet } from 'react-router';
import { describe, expect, it } from 'vitest';
import { Ongoing } from '@/components/layout/Ongoing';
import { pageOf, productionOf, renderRoutes, signedIn } from '@/test/app';
import { eventually } from '@/test/eventually';
import { server } from '@/test/server';
import { runOf, uploadOf } from './samples.test-data';
import { Page } from './UploadsPage';

/** Whether the browser would ask before it closes the tab. */
function asksBeforeClosing(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

describe('files that are being applied', () => {
  it('are followed also where one looks at another page', async () => {
    let apply: () => void = () => undefined;
    const applied = new Promise<void>((resolve) => {
      apply = resolve;
    });
    const { productionId, productionCode } = uploadOf({});
    signedIn(undefined, [
      productionOf({ id: productionId, code: productionCode, name: '두 번째 편지', category: 'play' }),
    ]);
    server.use(
      http.get('*/api/v1/collection/arrivals', () => HttpResponse.json(pageOf([]))),
      http.get('*/api/v1/reports/upload-coverage', () =>
        HttpResponse.json({ report: 'upload-coverage', asOf: '2026-11-19', days: 29, items: [] }),
      ),
      http.post('*/api/v1/uploads', async ({ request }) => {
        if ((await request.text()).includes('name="dryRun"')) return HttpResponse.json(runOf({}));
        await applied;
        return HttpResponse.json({ ...uploadOf({}), diagnostics: [] }, { status: 201 });
      }),
    );
    const around = (
      <>
        <Outlet />
        <Ongoing />
      </>
    );
    const { user, router } = renderRoutes(
      [
        {
          element: around,
          children: [
            { path: '/uploads/:tab?', element: <Page /> },
            { path: '/elsewhere', element: <p>다른 화면</p> },
          ],
        },
      ],
      '/uploads/new?asOf=2026-11-20',
    );
    const workbook = new File(['x'], '20261119_PL2612_두 번째 편지.xlsx');
    await user.upload(await screen.findByLabelText('올릴 파일 선택'), workbook);
    await screen.findByText('반영 가능');
    const [first] = screen.getAllByRole('button', { name: '반영' });
    if (first === undefined) throw new Error('there is a button');
    await user.click(first);
    await router.navigate('/elsewhere');
    expect(await screen.findByText('다른 화면')).toBeVisible();
    expect(asksBeforeClosing()).toBe(true);
    apply();
    expect(await screen.findByText(/두 번째 편지 11\/19.* 자료를 반영했습니다/)).toBeVisible();
    await eventually(() => expect(asksBeforeClosing()).toBe(false));
  });
});
