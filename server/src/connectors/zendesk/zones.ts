/** Time zones by the names that Zendesk shows, which are those of Rails: a city or a region, not the IANA name. */
import { isZone } from '@watchdesk/domain/zone';

/** IANA names, and those of theirs that are not simply the last part of one. */
const NAMES = `
Africa/Algiers|Africa/Cairo|Africa/Casablanca|Africa/Harare|Africa/Johannesburg=Pretoria|Africa/Monrovia|Africa/Nairobi
America/Anchorage=Alaska|America/Argentina/Buenos_Aires|America/Bogota|America/Caracas|America/Chicago=Central Time (US & Canada)
America/Chihuahua|America/Denver=Mountain Time (US & Canada)|America/Godthab=Greenland|America/Guatemala=Central America|America/Guyana=Georgetown
America/Halifax=Atlantic Time (Canada)|America/Indiana/Indianapolis=Indiana (East)|America/Juneau=Alaska|America/La_Paz|America/Lima=Lima,Quito
America/Los_Angeles=Pacific Time (US & Canada)|America/Mazatlan|America/Mexico_City=Mexico City,Guadalajara|America/Monterrey|America/Montevideo
America/New_York=Eastern Time (US & Canada)|America/Phoenix=Arizona|America/Puerto_Rico|America/Regina=Saskatchewan|America/Santiago
America/Sao_Paulo=Brasilia|America/St_Johns=Newfoundland|America/Tijuana|Asia/Almaty=Almaty,Astana|Asia/Baghdad|Asia/Baku|Asia/Bangkok=Bangkok,Hanoi
Asia/Chongqing|Asia/Colombo=Sri Jayawardenepura|Asia/Dhaka=Dhaka|Asia/Hong_Kong|Asia/Irkutsk|Asia/Jakarta|Asia/Jerusalem|Asia/Kabul|Asia/Kamchatka
Asia/Karachi=Karachi,Islamabad|Asia/Kathmandu|Asia/Kolkata=Kolkata,Chennai,Mumbai,New Delhi|Asia/Krasnoyarsk|Asia/Kuala_Lumpur|Asia/Kuwait
Asia/Magadan|Asia/Muscat=Muscat,Abu Dhabi|Asia/Novosibirsk|Asia/Rangoon=Rangoon|Asia/Riyadh|Asia/Seoul|Asia/Shanghai=Beijing|Asia/Singapore
Asia/Srednekolymsk=Srednekolymsk|Asia/Taipei|Asia/Tashkent|Asia/Tbilisi|Asia/Tehran|Asia/Tokyo=Tokyo,Osaka,Sapporo|Asia/Ulaanbaatar=Ulaan Bataar,Ulaanbaatar
Asia/Urumqi|Asia/Vladivostok|Asia/Yakutsk|Asia/Yekaterinburg=Ekaterinburg|Asia/Yerevan|Atlantic/Azores|Atlantic/Cape_Verde=Cape Verde Is.
Atlantic/South_Georgia=Mid-Atlantic|Australia/Adelaide|Australia/Brisbane|Australia/Canberra|Australia/Darwin|Australia/Hobart|Australia/Melbourne
Australia/Perth|Australia/Sydney|Etc/UTC=UTC|Europe/Amsterdam|Europe/Athens|Europe/Belgrade|Europe/Berlin|Europe/Bratislava|Europe/Brussels
Europe/Bucharest|Europe/Budapest|Europe/Copenhagen|Europe/Dublin|Europe/Helsinki|Europe/Istanbul|Europe/Kaliningrad|Europe/Kiev=Kyiv,Kiev|Europe/Lisbon
Europe/Ljubljana|Europe/London=London,Edinburgh|Europe/Madrid|Europe/Minsk|Europe/Moscow=Moscow,St. Petersburg|Europe/Paris|Europe/Prague|Europe/Riga
Europe/Rome|Europe/Samara|Europe/Sarajevo|Europe/Skopje|Europe/Sofia|Europe/Stockholm|Europe/Tallinn|Europe/Vienna|Europe/Vilnius|Europe/Volgograd
Europe/Warsaw|Europe/Zagreb|Europe/Zurich=Zurich,Bern|Pacific/Apia=Samoa|Pacific/Auckland=Auckland,Wellington|Pacific/Chatham=Chatham Is.
Pacific/Fakaofo=Tokelau Is.|Pacific/Fiji|Pacific/Guadalcanal=Solomon Is.|Pacific/Guam|Pacific/Honolulu=Hawaii|Pacific/Majuro=Marshall Is.
Pacific/Midway=Midway Island|Pacific/Noumea=New Caledonia|Pacific/Pago_Pago=American Samoa|Pacific/Port_Moresby|Pacific/Tongatapu=Nuku'alofa`;

const ZONES: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split(/[|\n]/)
    .flatMap((entry) => {
      const [zone = '', names] = entry.split('=');
      return (names?.split(',') ?? [zone.split('/').at(-1)!.replaceAll('_', ' ')]).map((name) => [name, zone] as const);
    }),
);

/** Null for a name that nobody knows. An IANA name is its own. */
export const zoneNamed = (name: string): string | null => ZONES.get(name) ?? (name.includes('/') && isZone(name) ? name : null);
