import { expect, it } from 'vitest';

it('what is sent holds the bytes of its files, under every Node', async () => {
  const form = new FormData();
  form.append('file', new File(['판매'], 'a.xlsx'));
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  expect(await request.text()).toContain('판매');
  expect(new File([new File(['a'], 'a'), 'b'], 'ab')).toBeInstanceOf(File);
});
