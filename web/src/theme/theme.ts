/**
 * What the kit looks like here. Colour means state or action and nothing else, so the kit's own colours stay out of
 * sight: tokens.css holds ours, for light and dark, each measured at 4.5 : 1 or more on the surfaces it stands on.
 */
import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** A dark palette with a little blue in it: the kit's own is a neutral grey that looks dirty beside coloured marks. */
const DARK = ['#e6eaf0', '#c9d1db', '#a6b0bd', '#7d8998', '#55616f', '#3a4653', '#242d38', '#1b222c', '#141a22', '#0e1319'] as const;

export const theme = createTheme({
  fontFamily: '"Inter Variable", Inter, system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  colors: { dark: [...DARK] },
  fontSizes: { xs: '0.75rem', sm: '0.84375rem', md: '0.9375rem', lg: '1.125rem', xl: '1.375rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '0.125rem', sm: '0.25rem', md: '0.5rem', lg: '0.75rem', xl: '2rem' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h3: { fontSize: '0.84375rem', lineHeight: '1.4' },
    },
  },
  components: {
    Badge: { defaultProps: { tt: 'none', fw: 600 } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 100 }, withArrow: true, multiline: true, maw: 320 } },
    Drawer: {
      defaultProps: {
        attributes: { header: { role: 'presentation' } },
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { duration: 150 },
      },
    },
    Modal: {
      defaultProps: {
        attributes: { header: { role: 'presentation' } },
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { duration: 100 },
      },
    },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
      // The kit's own grey below a title cannot be read on white.
      styles: { description: { color: 'var(--text)' } },
    },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
  },
});

/** The kit's surfaces and quiet text, taken from our tokens so that there is one place to change them. */
export const variables: CSSVariablesResolver = () => {
  const surfaces = {
    '--mantine-color-body': 'var(--panel)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-color-error': 'var(--bad)',
  };
  return {
    variables: {},
    light: surfaces,
    dark: { ...surfaces, '--mantine-color-default': 'var(--raised)', '--mantine-color-default-hover': 'var(--hover)' },
  };
};
