/** The words of what somebody wants to be told. */
import type { Severity } from '../../../notices/index.ts';
import type { Way } from './use-preferences.ts';

export const words = {
  title: 'What you are told',
  means: 'What it means',
  what: {
    title: 'How you hear of it',
    sentence: 'By how bad it is. Channels such as a room of Slack are the workspace’s, and go on whatever you choose here.',
    columns: { severity: 'What happens' },
    ways: { inbox: 'Inbox', mail: 'E-mail' } satisfies Record<Way, string>,
    wayOf: (severity: string, way: string) => `${severity}: ${way}`,
    hints: {
      info: 'Good to know',
      warning: 'Somebody should look',
      critical: 'Somebody must act now',
    } satisfies Record<Severity, string>,
    noAddress: 'You have stepped in as somebody of the demonstration, who has no address: nothing goes by e-mail.',
  },
  when: {
    title: 'When letters may come',
    sentence: 'P1, and what is critical of no single ticket, always comes at once. The inbox holds back nothing.',
    quiet: 'Quiet hours',
    quietHint: 'Letters wait until they end',
    shift: 'Only while I am on shift',
    shiftHint: 'As far as the schedule knows your shifts',
    digest: 'What is only good to know in one letter a day',
    digestAt: 'At',
    usualDigest: '08:00',
  },
  browser: {
    title: 'This browser',
    sentence: 'A notification of the system when something comes while you look at another window.',
    on: 'Notifications are on in this browser',
    off: 'Notifications are off in this browser',
    denied: 'This browser was told not to show any. Its settings for this page change that.',
    none: 'This browser shows none for this address; an address with https does.',
    turnOn: 'Turn them on',
    turnOff: 'Turn them off',
  },
  save: 'Save',
  undo: 'Undo',
  saved: 'Saved',
  changed: 'Not saved yet',
  log: 'What reached you, and why something did not',
} as const;
