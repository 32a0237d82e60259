import { waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { testClient } from '@/test/app';
import { fetchLetters } from './letters';

function answered() {
  let answer: () => void = () => undefined;
  const promise = new Promise<string>((resolve) => {
    answer = () => resolve('there');
  });
  return { promise, answer };
}

it('fetches letters behind the first figures, and at once the next time', async () => {
  const client = testClient();
  const fetch = vi.fn(() => Promise.resolve({ default: {} }));
  const [account, figures] = [answered(), answered()];
  fetchLetters(client, fetch);
  const reading = client.query({ queryKey: ['figures'], queryFn: () => figures.promise });
  await Promise.all([
    client.query({ queryKey: ['account'], queryFn: () => account.promise }),
    Promise.resolve().then(account.answer),
  ]);
  expect(fetch).not.toHaveBeenCalled();
  figures.answer();
  await reading;
  await waitFor(() => expect(fetch).toHaveBeenCalledOnce());
  await waitFor(() => expect(localStorage.getItem('fullhouse.letters')).toBe('known'));

  fetchLetters(testClient(), fetch);
  expect(fetch).toHaveBeenCalledTimes(2);
});
