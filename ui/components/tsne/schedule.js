// How long a run is, in iterations.

export const EXAGGERATED = 250; // in which the pull is exaggerated
export const ITERATIONS = 750; // of a whole run
