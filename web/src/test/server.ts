import { setupServer } from 'msw/node';

/** The API in tests: every test says what it answers, and a call that nobody announced fails. */
export const server = setupServer();
