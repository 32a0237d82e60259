/**
 * The tokens as a theme for MUI, whose components the office is made of. Nothing else uses MUI: only the office may
 * import this module, so that neither is part of the first load.
 */
import { createTheme } from '@mui/material/styles';
import type { Theme } from '@mui/material/styles';
import { breakpoints, color, fontFamily, radius, typeScale } from './tokens';
import type { Scheme } from './tokens';

type Style = keyof typeof typeScale;

function type(style: Style) {
  const { size, lineHeight, weight, letterSpacing } = typeScale[style];
  return {
    fontSize: `${size / 16}rem`,
    lineHeight: lineHeight / size,
    fontWeight: weight,
    letterSpacing: `${letterSpacing}em`,
  };
}

const easing = 'cubic-bezier(.2,0,0,1)';

/** The theme of a scheme. */
export function muiTheme(scheme: Scheme): Theme {
  const c = color[scheme];
  const on = c.onInk;
  return createTheme({
    palette: {
      mode: scheme,
      primary: { main: c.ink, contrastText: on },
      secondary: { main: c.accent, contrastText: on },
      success: { main: c.ahead, light: c.aheadSoft, contrastText: on },
      error: { main: c.behind, light: c.behindSoft, contrastText: on },
      warning: { main: c.warning, light: c.warningSoft, contrastText: on },
      info: { main: c.accent, light: c.accentSoft, contrastText: on },
      background: { default: c.canvas, paper: c.surface },
      text: { primary: c.text, secondary: c.text2, disabled: c.disabled },
      divider: c.border,
      action: {
        hover: c.hover,
        selected: c.selected,
        focus: c.selected,
        disabled: c.disabled,
        disabledBackground: c.subtle,
        active: c.text2,
      },
    },
    typography: {
      fontFamily,
      fontWeightBold: 650,
      h1: type('h1'),
      h2: type('h2'),
      h3: type('h3'),
      h4: type('display'),
      body1: type('body'),
      body2: type('table'),
      subtitle1: type('bodyStrong'),
      subtitle2: type('label'),
      caption: type('caption'),
      overline: { ...type('micro'), textTransform: 'none' },
      button: { ...type('h3'), textTransform: 'none' },
    },
    shape: { borderRadius: radius.md },
    spacing: 4,
    breakpoints: { values: breakpoints },
    transitions: {
      duration: {
        shortest: 120,
        shorter: 120,
        short: 180,
        standard: 180,
        complex: 240,
        enteringScreen: 180,
        leavingScreen: 120,
      },
      easing: { easeInOut: easing, easeOut: easing, easeIn: easing, sharp: easing },
    },
    components: {
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: {
          root: { '&.Mui-focusVisible': { outline: `2px solid ${c.accent}`, outlineOffset: 2 } },
        },
      },
      MuiButton: {
        defaultProps: { disableElevation: true, size: 'small' },
        styleOverrides: { root: { height: 32, borderRadius: radius.sm, padding: '0 12px' } },
      },
      MuiPaper: {
        defaultProps: { elevation: 0 },
        styleOverrides: {
          root: { backgroundImage: 'none' },
          rounded: { borderRadius: radius.lg },
          outlined: { borderColor: c.border },
        },
      },
      MuiCard: { defaultProps: { variant: 'outlined' } },
      MuiTextField: { defaultProps: { size: 'small', variant: 'outlined' } },
      MuiFormControl: { defaultProps: { size: 'small' } },
      MuiOutlinedInput: {
        styleOverrides: {
          root: { borderRadius: radius.sm, minHeight: 32 },
          notchedOutline: { borderColor: c.controlBorder },
        },
      },
      MuiTableCell: {
        styleOverrides: {
          root: { padding: '0 12px', height: 40, fontSize: '0.8125rem', borderBottomColor: c.grid },
          head: {
            height: 32,
            fontSize: '0.75rem',
            fontWeight: 500,
            color: c.text3,
            borderBottomColor: c.border,
          },
          footer: { color: c.text, fontWeight: 600, backgroundColor: c.hover },
        },
      },
      MuiTabs: { styleOverrides: { root: { minHeight: 40 }, indicator: { height: 2 } } },
      MuiTab: {
        styleOverrides: {
          root: { minHeight: 40, padding: '0 2px', minWidth: 0, marginRight: 20, fontWeight: 500 },
        },
      },
      MuiChip: {
        defaultProps: { size: 'small' },
        styleOverrides: {
          root: { borderRadius: radius.sm, height: 22, fontSize: '0.75rem', fontWeight: 500 },
        },
      },
    },
  });
}
