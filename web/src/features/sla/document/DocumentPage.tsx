/** Not there yet. */
export const DocumentPage = () => null;
