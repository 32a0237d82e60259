import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { accountQuery } from '@/api/account';
import { createQueryClient } from '@/api/queryClient';
import { fetchLetters } from './letters';
import { Providers } from './Providers';
import { createRouter } from './router';

/** Asks who is signed in before anything is drawn; the router asks for what the page shows. */
function start() {
  const client = createQueryClient();
  fetchLetters(client);
  // Whoever reads it is told when it fails.
  client.query(accountQuery).catch(() => undefined);
  return { client, router: createRouter(client) };
}

/** The application: what holds for every page, and the page that the address names. */
export function App() {
  const [{ client, router }] = useState(start);
  return (
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>
  );
}
