export * from './happened.ts';
export * from './incident-events.ts';
export * from './order.ts';
export * from './personal.ts';
export * from './read.ts';
export * from './score.ts';
export * from './vocabulary.ts';
