/** The borders of countries at 1:50 million (Natural Earth, public domain), in a file of their own beside the program that draws them. */
import topology from 'world-atlas/countries-50m.json';
import { world } from '../borders/world.ts';

export const countries = world(topology);
