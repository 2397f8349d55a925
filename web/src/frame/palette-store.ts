/** Whether the palette is open, apart from the palette itself, which is fetched after the first page. */
import { createSpotlight } from '@mantine/spotlight';

const [store, { open }] = createSpotlight();

export const paletteStore = store;
export const openPalette = open;
