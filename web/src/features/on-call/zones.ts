/** The time zones that one can choose, as they are called. */
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

export const ZONE_OPTIONS = ZONES.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
