/** From how many cases on a number says something of a single person: below, nobody is ranked, judged or called the best (METRICS D.8). */
export const ENOUGH = 20;
