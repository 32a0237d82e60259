import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderApp } from '@/test/app';
import { DayField } from './DayField';

describe('a field of a day', () => {
  it('keeps what is half typed, and is applied by Enter', async () => {
    const onChange = vi.fn();
    const { user } = renderApp(<DayField label="날짜" value="2026-11-20" onChange={onChange} />);
    const field = screen.getByLabelText('날짜');
    await user.clear(field);
    expect(field).toHaveValue('');
    await user.type(field, '2026-11-19');
    expect(onChange).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('2026-11-19');
  });
});
