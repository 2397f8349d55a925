/** The parameters of one statement. What comes from a caller goes in here and nowhere else. */

export interface Binding {
  readonly params: Record<string, unknown>;
  /** The placeholder of a value; equal values share one. */
  bind(value: unknown, type: 'String' | 'Int64' | 'Float64' | 'Array(String)' | 'Array(Int64)' | 'Array(Array(String))'): string;
}

export function createBinding(given: Record<string, unknown> = {}): Binding {
  const params: Record<string, unknown> = { ...given };
  const known = new Map<string, string>();
  return {
    params,
    bind: (value, type) => {
      const key = JSON.stringify([type, value]);
      const name = known.get(key) ?? `p${known.size}`;
      known.set(key, name);
      params[name] = value;
      return `{${name}: ${type}}`;
    },
  };
}
