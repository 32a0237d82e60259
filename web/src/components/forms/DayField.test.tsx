import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderApp } from '@/test/app';
import { DayField } from './DayField';

describe('a field of a day', () => {
  const onChange = vi.fn();
  const begin = () => {
    renderApp(<DayField label="날짜" value="2026-11-20" onChange={onChange} />);
    return screen.getByLabelText('날짜');
  };
  const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

  beforeEach(() => {
    onChange.mockReset();
    vi.useFakeTimers();
  });
  afterEach(() => void vi.useRealTimers());

  it('keeps what is half typed, and is applied by Enter', () => {
    const field = begin();
    type(field, '');
    expect(field).toHaveValue('');
    type(field, '2026-11-19');
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onChange).toHaveBeenCalledExactlyOnceWith('2026-11-19');
  });

  it('is applied when typing has rested', () => {
    const field = begin();
    type(field, '2026-11-19');
    act(() => void vi.advanceTimersByTime(899));
    expect(onChange).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(1));
    expect(onChange).toHaveBeenCalledExactlyOnceWith('2026-11-19');
  });
});
