/** The borders of the world's countries (Natural Earth, 1:110 million, public domain), fetched when a chart of them is first shown. */
import { MapChart } from 'echarts/charts';
import { GeoComponent } from 'echarts/components';
import { registerMap, use } from 'echarts/core';
import topology from 'world-atlas/countries-110m.json';
import { world } from '../borders/world.ts';
import { WORLD } from './map-option.ts';

use([MapChart, GeoComponent]);
registerMap(WORLD, world(topology));
