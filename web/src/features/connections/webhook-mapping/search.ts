/** Which connection the mapping is of; none for a mapping that is only tried. */
export interface MappingSearch {
  connection?: string;
}

export const readMappingSearch = ({ connection }: Record<string, unknown>): MappingSearch =>
  typeof connection === 'string' && /^[\w-]{1,64}$/.test(connection) ? { connection } : {};
