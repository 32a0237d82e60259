/** The application's theme with what only the office's forms and tables need: labels above their fields. */
import { createTheme } from '@mui/material/styles';
import type { RaThemeOptions } from 'react-admin';
import { muiTheme } from '@/lib/theme/muiTheme';
import { color } from '@/lib/theme/tokens';
import type { Scheme } from '@/lib/theme/tokens';

/** The theme of a scheme; `selectRow` names the boxes by which rows are chosen. */
export function officeTheme(scheme: Scheme, selectRow: string): RaThemeOptions {
  const c = color[scheme];
  const base = muiTheme(scheme);
  const phone = base.breakpoints.down('sm');
  const label = {
    position: 'static',
    transform: 'none',
    maxWidth: 'none',
    marginBottom: 4,
    fontSize: '0.75rem',
    fontWeight: 500,
    lineHeight: 1.5,
    color: c.text2,
    '&.Mui-focused': { color: c.text2 },
    '&.Mui-error': { color: c.text2 },
  } as const;
  // react-admin's type forbids what MUI's merely leaves open.
  return createTheme(base, {
    components: {
      MuiInputLabel: { styleOverrides: { root: label } },
      MuiOutlinedInput: {
        styleOverrides: {
          root: { minHeight: 34, backgroundColor: c.surface },
          input: { padding: '6px 10px', fontSize: '0.8125rem', lineHeight: '20px', height: 20 },
          notchedOutline: { top: 0, '& legend': { display: 'none' } },
        },
      },
      // The name that react-admin gives stands on the frame, where it counts only for a group, and not on the box.
      MuiCheckbox: {
        defaultProps: { role: 'group', slotProps: { input: { 'aria-label': selectRow } } },
      },
      // What no choice means is said, not left blank.
      MuiSelect: { defaultProps: { displayEmpty: true }, styleOverrides: { select: { minHeight: '20px' } } },
      MuiFormControl: { styleOverrides: { marginDense: { marginTop: 0, marginBottom: 0 } } },
      MuiAutocomplete: {
        styleOverrides: {
          root: { minWidth: 180 },
          inputRoot: { padding: '3px 8px', '& .MuiAutocomplete-input': { padding: '3px 4px' } },
        },
      },
      MuiFormHelperText: {
        styleOverrides: { root: { margin: '4px 0 0', fontSize: '0.75rem', lineHeight: 1.5, color: c.text3 } },
      },
      MuiFormControlLabel: { styleOverrides: { label: { fontSize: '0.8125rem' } } },
      MuiTableRow: { styleOverrides: { root: { '&:hover': { backgroundColor: c.hover } } } },
      MuiToolbar: { styleOverrides: { root: { minHeight: '0 !important' } } },
      // react-admin's own parts.
      RaList: { styleOverrides: { root: { '& .RaList-content': { border: `1px solid ${c.border}` } } } },
      // On phones: the buttons wrap, and the filters stand below each other over the whole width.
      RaListToolbar: {
        styleOverrides: {
          root: { '&&': { backgroundColor: 'transparent' }, [phone]: { alignItems: 'stretch' } },
        },
      },
      RaTopToolbar: {
        styleOverrides: {
          root: {
            padding: '0 0 8px',
            minHeight: 0,
            gap: 8,
            alignItems: 'center',
            [phone]: {
              flexWrap: 'wrap',
              justifyContent: 'flex-start',
              width: '100%',
              padding: '0 0 8px',
              backgroundColor: 'transparent',
            },
          },
        },
      },
      RaFilterForm: {
        styleOverrides: {
          root: {
            [phone]: {
              flexDirection: 'column',
              flexWrap: 'nowrap',
              alignItems: 'stretch',
              padding: '0 0 8px',
            },
          },
        },
      },
      RaFilterFormInput: {
        styleOverrides: {
          root: {
            [phone]: {
              '& > :first-child': { flex: 1, minWidth: 0 },
              '& .MuiFormControl-root': { width: '100%' },
              '& .MuiInputBase-root': { minHeight: 44 },
              '& .RaFilterFormInput-spacer': { display: 'none' },
            },
          },
        },
      },
      RaToolbar: { styleOverrides: { root: { backgroundColor: 'transparent', padding: '16px' } } },
      RaBulkActionsToolbar: {
        styleOverrides: {
          root: { '& .RaBulkActionsToolbar-toolbar': { backgroundColor: c.selected, color: c.text } },
        },
      },
    },
  }) as RaThemeOptions;
}
