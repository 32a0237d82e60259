/** Starts the browser of the flows and of the screenshots: Debian's Chromium, without anything that calls home. */
import { chromium } from 'playwright-core';

export function launch() {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * Waits until a page shows what it has to show: nothing is being read, and the letters are there.
 * @param {import('playwright-core').Page} tab
 */
export async function settled(tab) {
  await tab.getByRole('heading', { level: 1 }).first().waitFor();
  const idle = () => document.querySelector('[aria-busy="true"], main [data-loading]') === null;
  do {
    await tab.waitForFunction(idle);
    // What was read may ask for more.
    await tab.waitForTimeout(150);
  } while (!(await tab.evaluate(idle)));
  await tab.evaluate(async () => {
    await document.fonts.ready;
  });
}

/** Size of a desk's window. */
export const desk = { width: 1440, height: 900 };

const phone = { width: 390, height: 844 };

/**
 * A browser in which somebody has chosen a language.
 * @param {string} url of the server. @param {'ko' | 'en'} language
 * @returns {import('playwright-core').BrowserContextOptions}
 */
export function speaking(url, language) {
  const localStorage = [{ name: 'fullhouse.language', value: language }];
  return { storageState: { cookies: [], origins: [{ origin: url, localStorage }] } };
}

/**
 * How pages are looked at.
 * @satisfies {Record<string, import('playwright-core').BrowserContextOptions>}
 */
export const looks = {
  light: { viewport: desk, colorScheme: 'light' },
  dark: { viewport: desk, colorScheme: 'dark' },
  phone: { viewport: phone, colorScheme: 'light', hasTouch: true, isMobile: true },
};
