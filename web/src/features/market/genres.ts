/** The genres that the market may be asked for, by their codes at KOPIS. */
export const genres = ['GGGA', 'AAAA', 'CCCD', 'CCCA', 'CCCC', 'BBBC', 'BBBE', 'EEEA', 'EEEB'] as const;

/** Code of a genre. */
export type Genre = (typeof genres)[number];
