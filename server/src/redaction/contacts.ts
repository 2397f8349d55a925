/** E-mail addresses and phone numbers in a text. Every repetition is bounded, so that no text makes them slow. */
import { type Finder, finderOf } from './spans.ts';

export const emailAddressesIn: Finder = finderOf(
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/gu,
);

/**
 * With a plus or a double nought; or with one nought and more digits than a date has, as numbers are dialled at home. Other digits are
 * ids and amounts far more often.
 */
const ABROAD = /(?<![\p{L}\p{N}+])(?:\+|00)[1-9](?:[ \u00a0.\-/()\u2010-\u2015]{0,3}\d){6,14}(?![\p{L}\p{N}])/gu;
const AT_HOME = /(?<![\p{L}\p{N}+])\(?0[1-9](?:[ \u00a0.\-/()\u2010-\u2015]{0,3}\d){7,11}(?![\p{L}\p{N}])/gu;
/** As in North America: 555-123-4567, (555) 123-4567. */
const IN_THREES = /(?<![\p{L}\p{N}+.\-(])(?:\([2-9]\d\d\) ?|[2-9]\d\d[ \u00a0.-])[2-9]\d\d[ \u00a0.-]\d{4}(?![\p{L}\p{N}]|[.-]\d)/gu;

const FINDERS = [ABROAD, AT_HOME, IN_THREES].map(finderOf);

export const phoneNumbersIn: Finder = (text) => FINDERS.flatMap((find) => find(text));
