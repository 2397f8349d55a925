/** The words around a draft that is not saved yet. */
export const messages = {
  overtaken: (version: number) => `Version ${version} was saved while you were changing this one.`,
  take: (version: number) => `Take version ${version}, and lose my changes`,
  keepMine: 'Go on with mine',
  unsaved: 'Leave without saving? What you changed here is lost.',
} as const;
