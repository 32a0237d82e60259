import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/App';
import '@/app/global.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id `root`');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// Says when there is no connection; while one develops it would only stand between. Not every address may have one.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  });
}
