/**
 * Colours of series: eight that stay apart for every kind of colour vision, on light and on dark (the test looks at them
 * through simulated eyes). They say which, never how good. A team or a measure keeps its colour from chart to chart.
 */
export type Scheme = 'light' | 'dark';

export const SERIES_COLOURS: Record<Scheme, readonly string[]> = {
  light: ['#2f6fdd', '#889c23', '#c475a6', '#3c2372', '#a02b2e', '#875484', '#1344b7', '#69080b'],
  dark: ['#5b9dff', '#a6fbc9', '#c62b8a', '#fde34f', '#7451e1', '#cab86e', '#a99227', '#886825'],
};

/** Whatever has no colour of its own, above all what is left over; seen on both grounds. */
export const OTHERS = '#8492a3';

/** How a number stands to its target, as marks (tokens.css). Words say it too. */
export const STATE: Record<Scheme, { met: string; missed: string; warns: string }> = {
  light: { met: '#12996a', missed: '#c4860a', warns: '#d63a2d' },
  dark: { met: '#35c088', missed: '#e0ab36', warns: '#f0685c' },
};

/** Text, lines and grounds of a chart, the same as those of the page around it (tokens.css). */
export const INK: Record<Scheme, { text: string; strong: string; grid: string; ground: string; target: string }> = {
  light: { text: '#566173', strong: '#1b2430', grid: '#e1e7ee', ground: '#ffffff', target: '#8a5a00' },
  dark: { text: '#a6b0bd', strong: '#e6eaf0', grid: '#2c3643', ground: '#242d38', target: '#f5c451' },
};
