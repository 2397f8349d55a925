import { expect, test } from 'vitest';
import { loadMeter } from './strength.ts';

const ABOUT = ['Ann Field', 'ann@example.com', 'Harbour Lights'];

test.each([
  ['', 'short', false],
  ['kD3$pQ!9', 'short', false],
  ['aaaaaaaaaaaa', 'weak', false],
  ['annfieldannfield', 'weak', false],
  ['annfieldgarden7', 'weak', false],
  ['bluegreen1987', 'nearly', false],
  ['qwertyuiop12', 'weak', false],
  ['seven quiet harbours glow', 'strong', true],
])('“%s” is %s', async (password, word, isEnough) => {
  const meter = await loadMeter();
  expect(meter(password, ABOUT)).toMatchObject({ word, isEnough });
});
