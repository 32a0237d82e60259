import { screen } from '@testing-library/react';
import { CoreAdminContext, Form } from 'react-admin';
import { describe, expect, it, vi } from 'vitest';
import { renderApp } from '@/test/app';
import { eventually } from '@/test/eventually';
import { MoneyInput } from './MoneyInput';

describe('money in a form of the office', () => {
  it('is never saved while its text is no amount', async () => {
    const onSubmit = vi.fn();
    const { user } = renderApp(
      <CoreAdminContext>
        <Form onSubmit={onSubmit} record={{ id: 1, breakEvenKrw: 620_000_000 }}>
          <MoneyInput source="breakEvenKrw" label="손익분기점" />
          <button>저장</button>
        </Form>
      </CoreAdminContext>,
    );
    const field = await screen.findByRole('textbox', { name: /손익분기점/ });
    await user.clear(field);
    await user.type(field, '1.2.5억');
    await user.click(screen.getByRole('button', { name: '저장' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('금액을 읽을 수 없습니다');
    expect(onSubmit).not.toHaveBeenCalled();
    await user.clear(field);
    await user.type(field, '1.25억');
    await user.click(screen.getByRole('button', { name: '저장' }));
    await eventually(() => expect(onSubmit).toHaveBeenCalledOnce());
    expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ breakEvenKrw: 125_000_000 });
  });
});
