import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { FakeEventSource } from './eventSource';
import { patienceMs } from './eventually';
import { server } from './server';

// Pages are loaded when they are opened, which takes a while where many things run at once.
configure({ asyncUtilTimeout: patienceMs });

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
  sessionStorage.clear();
  FakeEventSource.opened = [];
});
afterAll(() => server.close());

// What jsdom leaves out: a screen that is wide, light and moves, observers that see nothing, time when nothing else is to be
// done, and modal dialogs.
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('EventSource', FakeEventSource);
vi.stubGlobal('ResizeObserver', Observer);
vi.stubGlobal('IntersectionObserver', Observer);
vi.stubGlobal('requestIdleCallback', (work: () => void) => window.setTimeout(work));
vi.stubGlobal('cancelIdleCallback', (asked: number) => window.clearTimeout(asked));
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  if (!this.open) return;
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
Element.prototype.scrollIntoView = () => undefined;
window.scrollTo = () => undefined;

// What is sent is made of Node's blobs, and from Node 24 on by whatever `File` is global: jsdom's would lose their bytes.
vi.stubGlobal(
  'File',
  new Proxy(File, {
    construct: (DomFile, given: ConstructorParameters<typeof File>) =>
      Reflect.construct(
        given[0].some((part) => part instanceof NodeBlob) ? NodeFile : DomFile,
        given,
      ) as File,
  }),
);
