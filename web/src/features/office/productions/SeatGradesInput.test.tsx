import { act, screen } from '@testing-library/react';
import { CoreAdminContext, Form } from 'react-admin';
import { describe, expect, it, vi } from 'vitest';
import { languagePreference } from '@/lib/i18n/useLanguage';
import { renderApp } from '@/test/app';
import { axeFindings } from '@/test/axe';
import { eventually } from '@/test/eventually';
import { SeatGradesInput } from './SeatGradesInput';

describe('the seat grades of a production in the office', () => {
  it('have a price and seats, stand in the order that one gives them, and unknown stays unknown', async () => {
    const onSubmit = vi.fn();
    const { user } = renderApp(
      <CoreAdminContext>
        <Form
          onSubmit={onSubmit}
          record={{ id: 1, seatGrades: [{ grade: 'r', label: null, priceKrw: 130_000, seats: 24 }] }}
        >
          <SeatGradesInput source="seatGrades" />
          <button>저장</button>
        </Form>
      </CoreAdminContext>,
    );
    const group = await screen.findByRole('group', { name: /좌석 등급과 정가/ });
    await user.selectOptions(screen.getByRole('combobox', { name: '등급' }), '다른 등급');
    await user.type(screen.getByRole('textbox', { name: '등급 코드' }), 'terrace');
    await user.click(screen.getByRole('button', { name: '등급 추가' }));
    await user.type(screen.getByRole('textbox', { name: 'terrace 이름' }), '테라스');
    await user.type(screen.getByRole('spinbutton', { name: 'terrace 정가(원)' }), '60000');
    await user.clear(screen.getByRole('spinbutton', { name: 'R석 좌석' }));
    await user.click(screen.getByRole('button', { name: '테라스 위로' }));
    expect(await axeFindings(group)).toEqual([]);
    await user.click(screen.getByRole('button', { name: '저장' }));
    await eventually(() => expect(onSubmit).toHaveBeenCalledOnce());
    expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({
      seatGrades: [
        { grade: 'terrace', label: '테라스', priceKrw: 60_000, seats: null },
        { grade: 'r', label: null, priceKrw: 130_000, seats: null },
      ],
    });
  });

  it.each([
    ['ko', ['화면에 보일 이름', '정가(원)', '좌석'], ['R석 이름', 'R석 정가(원)', 'R석 좌석']],
    ['en', ['Name shown', 'Price (won)', 'Seats'], ['R name', 'R price (won)', 'R seats']],
  ] as const)('head their columns and name each field, in %s', async (language, heads, fields) => {
    act(() => languagePreference.set(language));
    renderApp(
      <CoreAdminContext>
        <Form record={{ id: 1, seatGrades: [{ grade: 'r', label: null, priceKrw: 130_000, seats: 24 }] }}>
          <SeatGradesInput source="seatGrades" />
        </Form>
      </CoreAdminContext>,
    );
    for (const head of heads) expect(await screen.findByText(head)).toBeVisible();
    for (const field of fields) expect(screen.getByLabelText(field)).toBeVisible();
    act(() => languagePreference.set('ko'));
  });
});
