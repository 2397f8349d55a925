/** What draws a map, fetched beside whatever else a page asks for. Whoever shows the map hears of a failure. */
export const preloadMap = (): void => void import('./map-view.ts').catch(() => {});
