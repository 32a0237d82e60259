/** What the categories are called; apart from the other words, as every page has their marks. */
export const categoryNames = {
  concert: {
    ko: '콘서트',
    en: 'Concert',
  },
  play: {
    ko: '연극',
    en: 'Play',
  },
  musical: {
    ko: '뮤지컬',
    en: 'Musical',
  },
} as const;
