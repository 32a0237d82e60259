import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Sparkline } from './Sparkline';

const forms = () =>
  [...screen.getByRole('img').querySelectorAll('path')].map((path) => path.getAttribute('d'));

it('draws a column for each day that is known, and the last of them apart', () => {
  render(<Sparkline values={[10, null, 0, -10, null]} label="days" height={40} />);
  expect(forms()).toEqual(['M0 0h2.1v20h-2.1zM6 19h2.1v1h-2.1z', 'M9 20h2.1v20h-2.1z']);
});

it('draws nothing where nobody knows anything', () => {
  render(<Sparkline values={[null, null]} label="days" />);
  expect(forms()).toEqual(['', null]);
});
