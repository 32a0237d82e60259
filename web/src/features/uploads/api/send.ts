/**
 * Sends a form and tells how much of it is gone, which `fetch` cannot. It takes the place of `fetch` for one call of
 * the client, so that sessions, problems and versions are treated as everywhere.
 */
export function sending(
  form: FormData,
  onShare: (share: number) => void,
): (request: Request) => Promise<Response> {
  return (request) =>
    new Promise((resolve, reject) => {
      const call = new XMLHttpRequest();
      call.open(request.method, request.url);
      request.headers.forEach((value, name) => {
        // The browser writes the one with the form's boundary.
        if (name.toLowerCase() !== 'content-type') call.setRequestHeader(name, value);
      });
      call.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
      call.upload.onload = () => onShare(1);
      call.onload = () => resolve(answerOf(call));
      call.onerror = () => reject(new TypeError('The connection was lost'));
      call.onabort = () => reject(new DOMException('The upload was given up', 'AbortError'));
      request.signal.addEventListener('abort', () => call.abort());
      call.send(form);
    });
}

function answerOf(call: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const line of call.getAllResponseHeaders().trim().split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  return new Response(call.responseText, { status: call.status, headers });
}
