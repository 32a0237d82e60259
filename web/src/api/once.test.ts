import { describe, expect, it } from 'vitest';
import { onceEach } from './once';

/** Asks, and answers with which key; some answers are lost. */
async function keyOf(once: ReturnType<typeof onceEach>, asked: string | Blob, isLost = false) {
  let key = '';
  await once(asked, async (header) => {
    key = header['Idempotency-Key'];
    if (isLost) throw new Error('the answer was lost');
    await Promise.resolve();
  }).catch(() => undefined);
  return key;
}

describe('the key of a request', () => {
  it('stays until the same thing has succeeded', async () => {
    const once = onceEach();
    const first = await keyOf(once, 'a', true);
    expect(await keyOf(once, 'a', true)).toBe(first);
    expect(await keyOf(once, 'a')).toBe(first);
    expect(await keyOf(once, 'a')).not.toBe(first);
  });

  it('is another one for another thing, and comes back with the first', async () => {
    const once = onceEach();
    const first = await keyOf(once, 'a', true);
    expect(await keyOf(once, 'b', true)).not.toBe(first);
    expect(await keyOf(once, 'a')).toBe(first);
  });

  it('of a file is that of the one that was chosen', async () => {
    const once = onceEach();
    const file = new File(['x'], 'x.csv');
    const first = await keyOf(once, file, true);
    expect(await keyOf(once, new File(['x'], 'x.csv'), true)).not.toBe(first);
    expect(await keyOf(once, file)).toBe(first);
  });
});
