/** Faults as they are read: those of two fields in one place that say the same are one thing to mend. */
export interface PlacedFault {
  /** As the editor calls the field. */
  place: string;
  message: string;
}

export const distinct = (faults: readonly PlacedFault[]): PlacedFault[] => [
  ...new Map(faults.map(({ place, message }) => [`${place}: ${message}`, { place, message }])).values(),
];
