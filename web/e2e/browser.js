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

/** Sizes of a desk and of a phone. */
export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
