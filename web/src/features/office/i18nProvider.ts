/** react-admin's messages and the office's own words, in the language that the application shows. */
import type { I18nProvider } from 'react-admin';
import type { Language } from '@/lib/i18n/language';
import { raMessages } from './raMessages';
import { ruleText, takenText } from './rules';

/** Looks a key of dots up in nested messages. */
function lookUp(messages: object, key: string): string | undefined {
  let found: unknown = messages;
  for (const part of key.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[part];
  }
  return typeof found === 'string' ? found : undefined;
}

/**
 * Translates react-admin's keys. Whatever is no key is a text that the office has put into words already, and stands
 * for itself.
 */
export function translate(language: Language, key: string, values: Record<string, unknown> = {}): string {
  const message = lookUp(raMessages[language], key);
  if (message === undefined) {
    const [, owner] = /^taken by (.+)$/.exec(key) ?? [];
    if (owner !== undefined) return takenText(language, owner);
    return ruleText(language, key) ?? textOf(values['_'] ?? key);
  }
  const forms = message.split(' |||| ');
  const form = values['smart_count'] === 1 ? forms[0] : forms.at(-1);
  return (form ?? message).replace(/%\{(\w+)\}/g, (_, name: string) => textOf(values[name]));
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The provider for a language; whoever changes the language gets another one. */
export function i18nProvider(language: Language): I18nProvider {
  return {
    translate: (key: string, values?: Record<string, unknown>) => translate(language, key, values),
    changeLocale: () => Promise.resolve(),
    getLocale: () => language,
  };
}
