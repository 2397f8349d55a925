/** Drafts of what is saved in versions: two people may change the same, and nobody loses what they typed unasked. */
export { type Change, differences, type Said } from './changes.ts';
export { distinct, type PlacedFault } from './distinct.ts';
export { EditorFrame } from './EditorFrame.tsx';
export { messages as editorMessages } from './editor-messages.ts';
export { Fault } from './Fault.tsx';
export { Overtaken } from './Overtaken.tsx';
export { changedIn, isSame, useDraft, type Draft } from './use-draft.ts';
export { useUnsaved } from './use-unsaved.ts';
export { Verdict } from './Verdict.tsx';
export { Versions } from './Versions.tsx';
