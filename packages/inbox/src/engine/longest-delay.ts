/** The longest time that a retry is put off. What is due further ahead than this was written with a clock that was wrong. */
export const longestDelayMilliseconds = 900_000;
