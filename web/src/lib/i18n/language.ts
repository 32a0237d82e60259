/** The languages of the product. Korean is what the company speaks; English can be chosen. */
export type Language = 'ko' | 'en';

export const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'ko', name: '한국어' },
  { code: 'en', name: 'English' },
];
