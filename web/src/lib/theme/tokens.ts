/**
 * The design's tokens: the one place where a colour, a size or a duration is written down. The style sheets read
 * them as custom properties (`tokens.css` is checked against this module), charts and the office read the values.
 */

/** Which of the two sets of colours is shown. */
export type Scheme = 'light' | 'dark';

/** Colours of both schemes, by the name of their use. */
export const color = {
  light: {
    canvas: '#f6f7f8',
    surface: '#ffffff',
    subtle: '#f0f1f3',
    hover: '#f5f6f8',
    selected: '#e9ebf0',
    border: '#e3e5ea',
    borderStrong: '#c9cdd6',
    controlBorder: '#878d9a',
    text: '#16181d',
    text2: '#474c57',
    text3: '#626874',
    disabled: '#a4a9b4',
    ink: '#1c1f26',
    onInk: '#ffffff',
    accent: '#2f5bd7',
    accentSoft: '#e8eefc',
    ahead: '#097759',
    aheadSoft: '#e3f4ee',
    behind: '#bd3519',
    behindSoft: '#fdece7',
    warning: '#8f6100',
    warningFill: '#e5a50a',
    warningSoft: '#fdf3d9',
    missing: '#626874',
    missingSoft: '#eceef1',
    concert: '#0d9bb3',
    play: '#9c2560',
    musical: '#4b55c4',
    concertSoft: '#e2f4f7',
    playSoft: '#f8e8f0',
    musicalSoft: '#eaebf9',
    target: '#2b2f38',
    forecast: '#8d94a3',
    grid: '#eceef1',
    occ1: '#ebf1f8',
    occ2: '#c8d9ef',
    occ3: '#96b7e1',
    occ4: '#5c8bc8',
    occ5: '#215da5',
    gradeVip: '#1d3f73',
    gradeR: '#215da5',
    gradeS: '#5c8bc8',
    gradeA: '#96b7e1',
    gradeB: '#c8d9ef',
    stage: '#f0a92e',
  },
  dark: {
    canvas: '#0f1115',
    surface: '#16191f',
    subtle: '#1e222a',
    hover: '#1b1f26',
    selected: '#262b35',
    border: '#272c36',
    borderStrong: '#414856',
    controlBorder: '#6b7382',
    text: '#eceef1',
    text2: '#b4bac5',
    text3: '#8e96a4',
    disabled: '#5b6370',
    ink: '#eceef1',
    onInk: '#16191f',
    accent: '#7ea2ff',
    accentSoft: '#1b2740',
    ahead: '#3ecf9f',
    aheadSoft: '#11302a',
    behind: '#ff8a6b',
    behindSoft: '#3a1d18',
    warning: '#f0b429',
    warningFill: '#f0b429',
    warningSoft: '#33290f',
    missing: '#8e96a4',
    missingSoft: '#20242c',
    concert: '#5fd3e3',
    play: '#d65a96',
    musical: '#7c88f2',
    concertSoft: '#12303a',
    playSoft: '#381a2b',
    musicalSoft: '#22264a',
    target: '#d7dbe2',
    forecast: '#79818f',
    grid: '#232831',
    occ1: '#202b39',
    occ2: '#2b4260',
    occ3: '#3b5f8d',
    occ4: '#5382be',
    occ5: '#7caff1',
    gradeVip: '#a9ccff',
    gradeR: '#7caff1',
    gradeS: '#5382be',
    gradeA: '#3b5f8d',
    gradeB: '#2b4260',
    stage: '#f5b947',
  },
} as const;

/** Name of a colour. */
export type ColorName = keyof (typeof color)['light'];

/** A whole set of colours. */
export type Palette = Readonly<Record<ColorName, string>>;

export const fontFamily =
  "'Pretendard Variable', Pretendard, -apple-system, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif";

/** Sizes in px, weights, and letter spacing in em. */
export const typeScale = {
  display: {
    size: 26,
    lineHeight: 34,
    weight: 650,
    letterSpacing: -0.025,
  },
  h1: {
    size: 20,
    lineHeight: 28,
    weight: 650,
    letterSpacing: -0.015,
  },
  h2: {
    size: 15,
    lineHeight: 22,
    weight: 650,
    letterSpacing: -0.01,
  },
  h3: {
    size: 13,
    lineHeight: 20,
    weight: 600,
    letterSpacing: -0.005,
  },
  body: {
    size: 14,
    lineHeight: 22,
    weight: 400,
    letterSpacing: -0.005,
  },
  bodyStrong: {
    size: 14,
    lineHeight: 22,
    weight: 600,
    letterSpacing: -0.005,
  },
  table: {
    size: 13,
    lineHeight: 20,
    weight: 450,
    letterSpacing: 0,
  },
  label: {
    size: 12,
    lineHeight: 18,
    weight: 500,
    letterSpacing: 0,
  },
  caption: {
    size: 12,
    lineHeight: 18,
    weight: 400,
    letterSpacing: 0,
  },
  micro: {
    size: 11,
    lineHeight: 16,
    weight: 500,
    letterSpacing: 0,
  },
} as const;

/** Corners in px. */
export const radius = {
  xs: 3,
  sm: 6,
  md: 8,
  lg: 10,
  pill: 999,
} as const;

/** Shadows, for what floats. */
export const elevation = {
  light: {
    '0': 'none',
    '1': '0 1px 2px rgba(22,24,29,.05)',
    '2': '0 4px 12px rgba(22,24,29,.08), 0 0 0 1px rgba(22,24,29,.05)',
    '3': '0 16px 40px rgba(22,24,29,.16), 0 0 0 1px rgba(22,24,29,.06)',
  },
  dark: {
    '0': 'none',
    '1': 'none',
    '2': '0 4px 12px rgba(0,0,0,.5), 0 0 0 1px #272c36',
    '3': '0 16px 40px rgba(0,0,0,.6), 0 0 0 1px #2f3541',
  },
} as const;

/** Widths from which a layout changes, in px. */
export const breakpoints = {
  xs: 0,
  sm: 600,
  md: 900,
  lg: 1200,
  xl: 1600,
} as const;
