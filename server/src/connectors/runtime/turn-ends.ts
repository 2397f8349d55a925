/** Thrown where the turn has to end early and nothing is wrong: paused, removed, overtaken, its credentials changed. */
export class TurnEnds extends Error {}
