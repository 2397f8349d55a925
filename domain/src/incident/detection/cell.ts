/**
 * Where one looks: a place (everywhere, a region, a site) by a subject (anything, a category, a product, a word). Each ticket is in
 * one cell for each of its places by each of its subjects; all of them are nested around it.
 */
import type { HeardTicket } from './ticket.ts';

export type Place =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'site'; readonly site: string; readonly region: string | null };

export type Topic = { readonly kind: 'any' } | { readonly kind: 'category' | 'product' | 'word'; readonly name: string };

export interface Cell {
  readonly place: Place;
  readonly topic: Topic;
}

const EVERYWHERE: Place = { kind: 'everywhere' };
const ANY: Topic = { kind: 'any' };

function placesOf({ region, site }: HeardTicket): Place[] {
  return [
    EVERYWHERE,
    ...(region === null ? [] : [{ kind: 'region', region } as const]),
    ...(site === null ? [] : [{ kind: 'site', site, region } as const]),
  ];
}

function topicsOf({ category, product, words }: HeardTicket): Topic[] {
  return [
    ANY,
    ...(category === null ? [] : [{ kind: 'category', name: category } as const]),
    ...(product === null ? [] : [{ kind: 'product', name: product } as const]),
    ...words.map((name) => ({ kind: 'word', name }) as const),
  ];
}

/** All cells the ticket is in. */
export const cellsOf = (ticket: HeardTicket): Cell[] =>
  placesOf(ticket).flatMap((place) => topicsOf(ticket).map((topic) => ({ place, topic })));

export function isIn({ place, topic }: Cell, ticket: HeardTicket): boolean {
  if (place.kind === 'region' && ticket.region !== place.region) return false;
  if (place.kind === 'site' && ticket.site !== place.site) return false;
  if (topic.kind === 'word') return ticket.words.includes(topic.name);
  return topic.kind === 'any' || ticket[topic.kind] === topic.name;
}

/** Whether one of the places holds the other. */
export function areNested(one: Place, other: Place): boolean {
  if (one.kind === 'everywhere' || other.kind === 'everywhere') return true;
  if (one.kind === 'site' && other.kind === 'site') return one.site === other.site;
  return one.region === other.region;
}

export function placeKey(place: Place): string {
  if (place.kind === 'everywhere') return '*';
  return place.kind === 'region' ? `r${place.region}` : `s${place.site}`;
}

export const topicKey = (topic: Topic): string => (topic.kind === 'any' ? '*' : `${topic.kind} ${topic.name}`);

/** The same for the same cell, and for others another. */
export const cellKey = ({ place, topic }: Cell): string => JSON.stringify([placeKey(place), topicKey(topic)]);
