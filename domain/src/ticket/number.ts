/** The part of a ticket's id that people say: `#1042` of `demo:1042`. */
export const ticketNumber = (id: string): string => `#${id.slice(id.indexOf(':') + 1)}`;
