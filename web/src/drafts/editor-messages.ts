/** The words that all editors share. */
import { counted } from '../ui/index.ts';

export const messages = {
  means: 'What it means',
  faults: (count: number) => `${counted(count, 'thing')} to mend`,
  fine: 'Nothing is wrong with it.',
  version: (version: number) => `version ${version}`,
  none: 'none',
  unknown: (id: string) => `There is none called “${id}”`,
  unknownText: 'The address may be old or mistyped.',
  remove: 'Remove',
  save: {
    button: 'Save…',
    discard: 'Discard changes',
    unsaved: (count: number) => `${counted(count, 'change')} not saved`,
    nothing: 'No changes',
    title: 'Save this version?',
    confirm: (version: number) => `Save version ${version}`,
    cancel: 'Keep editing',
    changes: 'What changes',
    what: 'What',
    before: 'As it was',
    after: 'As it will be',
    saved: (version: number) => `Version ${version} is in force.`,
  },
  history: {
    title: 'Versions',
    by: (name: string) => `by ${name}`,
    first: 'As it was made',
    current: 'in force',
    retired: 'Retired',
    restore: 'Take into the draft',
    restoreOf: (version: number) => `Take into the draft: version ${version}`,
  },
} as const;
