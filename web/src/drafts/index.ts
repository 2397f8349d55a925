/** Drafts of what is saved in versions: two people may change the same, and nobody loses what they typed unasked. */
export { Overtaken } from './Overtaken.tsx';
export { isSame, useDraft, type Draft } from './use-draft.ts';
export { useUnsaved } from './use-unsaved.ts';
