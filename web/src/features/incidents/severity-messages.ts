/** What is said while a severity is changed: that somebody else changed it, and that customers see it. */
export const severityWords = {
  meanwhile: (severity: string) => `Somebody changed it meanwhile: it is ${severity} now.`,
  isPublic:
    'The status page follows at once: how badly it is hit, and by when the next update is promised. Updates posted there stay as they are; post one if it promised another time.',
};
