export * from './order.ts';
export * from './personal.ts';
export * from './read.ts';
export * from './vocabulary.ts';
