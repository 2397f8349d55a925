/**
 * The tree of conditions as it is edited: groups of which all, any, none or not all must be true, in them conditions and groups. `not` is no node
 * of its own here but a way of its group; each part keeps the path that it has in the automation, where its faults are said.
 */
import { FIELDS, type FieldName } from '@watchdesk/domain/automation';
import type { AutomationCondition } from '../../../api/client.ts';

export const MODES = ['all', 'any', 'none', 'notAll'] as const;
export type Mode = (typeof MODES)[number];

export interface Part {
  readonly node: AutomationCondition;
  /** From the automation on: `conditions.all.0`. */
  readonly path: string;
}

export interface Group {
  readonly mode: Mode;
  readonly parts: readonly Part[];
}

export const isLeaf = ({ field }: AutomationCondition): boolean => field !== undefined;

const partsOf = (nodes: readonly AutomationCondition[], path: string): Part[] =>
  nodes.map((node, index) => ({ node, path: `${path}.${index}` }));

/** A condition that stands alone is a group of one. */
export function groupAt(node: AutomationCondition, path: string): Group {
  const { all, any, not } = node;
  if (all) return { mode: 'all', parts: partsOf(all, `${path}.all`) };
  if (any) return { mode: 'any', parts: partsOf(any, `${path}.any`) };
  if (!not) return { mode: 'all', parts: [{ node, path }] };
  if (not.all) return { mode: 'notAll', parts: partsOf(not.all, `${path}.not.all`) };
  if (not.any) return { mode: 'none', parts: partsOf(not.any, `${path}.not.any`) };
  return { mode: 'none', parts: [{ node: not, path: `${path}.not` }] };
}

/** Null where nothing is left of it. */
export function nodeOf(mode: Mode, nodes: readonly AutomationCondition[]): AutomationCondition | null {
  if (nodes.length === 0) return null;
  switch (mode) {
    case 'all':
      return { all: [...nodes] };
    case 'any':
      return { any: [...nodes] };
    case 'none':
      return { not: { any: [...nodes] } };
    case 'notAll':
      return { not: { all: [...nodes] } };
  }
}

/** The nodes of a group with one in another's place; without it where it is null. */
export const withPart = ({ parts }: Group, index: number, next: AutomationCondition | null): AutomationCondition[] =>
  parts.flatMap(({ node }, place) => (place === index ? (next ? [next] : []) : [node]));

/** A condition about a field as it begins. */
export function leafOf(field: FieldName): AutomationCondition {
  switch (FIELDS[field].compared) {
    case 'flag':
      if (field === 'similarTicket') return { field, is: ['yes'], withinDays: 14 };
      if (field === 'openHours') return { field, is: ['yes'], calendar: '' };
      return field === 'timeOfDay' ? { field, is: ['yes'], from: '18:00', until: '08:00' } : { field, is: ['yes'] };
    case 'number':
      return { field, atLeast: 1 };
    case 'words':
      return { field, contains: [] };
    case 'any':
      return { field, name: '', is: [] };
    case 'value':
      return { field, is: [] };
  }
}

export type Operator = 'is' | 'isNot' | 'atLeast' | 'atMost' | 'between' | 'contains' | 'yes' | 'no';

const OFFERED: Readonly<Record<(typeof FIELDS)[FieldName]['compared'], readonly Operator[]>> = {
  value: ['is', 'isNot'],
  flag: ['yes', 'no'],
  number: ['atLeast', 'atMost', 'between'],
  words: ['contains'],
  any: ['is', 'isNot', 'atLeast', 'atMost', 'between'],
};

export const operatorsFor = (field: FieldName): readonly Operator[] => OFFERED[FIELDS[field].compared];

export function operatorOf({ field, is, isNot, atLeast, atMost, contains }: AutomationCondition): Operator {
  if (field && FIELDS[field].compared === 'flag') return is?.includes('yes') ? 'yes' : 'no';
  if (contains) return 'contains';
  if (isNot) return 'isNot';
  if (is) return 'is';
  if (atLeast !== undefined && atMost !== undefined) return 'between';
  return atMost === undefined ? 'atLeast' : 'atMost';
}

/** The same condition compared in another way; what was typed is kept as far as it fits. */
export function compared(leaf: AutomationCondition, operator: Operator): AutomationCondition {
  const { is, isNot, atLeast, atMost, contains: _, ...rest } = leaf;
  const values = isNot ?? is ?? [];
  const number = atLeast ?? atMost ?? 1;
  switch (operator) {
    case 'yes':
    case 'no':
      return { ...rest, is: [operator] };
    case 'is':
      return { ...rest, is: values };
    case 'isNot':
      return { ...rest, isNot: values };
    case 'atLeast':
      return { ...rest, atLeast: number };
    case 'atMost':
      return { ...rest, atMost: number };
    case 'between':
      return { ...rest, atLeast: number, atMost: Math.max(number, atMost ?? number) };
    case 'contains':
      return leaf;
  }
}

/** The same without one of its details. */
export function without(leaf: AutomationCondition, key: 'weekdays' | 'timeZone'): AutomationCondition {
  const { [key]: _, ...rest } = leaf;
  return rest;
}
