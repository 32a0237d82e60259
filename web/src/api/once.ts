/** What names a request that creates or sends something, so that it is done once however often it arrives. */
interface OnceHeader {
  readonly 'Idempotency-Key': string;
}

/** Sends what is asked for with the key of that, and answers as `send` does. */
type Once = <T>(asked: string | Blob, send: (header: OnceHeader) => Promise<T>) => Promise<T>;

/**
 * Makes what gives the same thing the same key until it has succeeded: whoever presses again, as an answer was lost,
 * gets the first answer and not a second deed. Another thing has another key, and so has the same one that is asked
 * for anew afterwards. A text is the same by its letters, a file by being the one that was chosen.
 */
export function onceEach(): Once {
  const keys = new Map<string | Blob, string>();
  return async (asked, send) => {
    const key = keys.get(asked) ?? crypto.randomUUID();
    keys.set(asked, key);
    const answer = await send({ 'Idempotency-Key': key });
    keys.delete(asked);
    return answer;
  };
}
