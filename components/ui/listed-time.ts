const MINUTES = 30;

/** The times of a day that are offered (HH:mm). */
export const TIMES = Array.from({ length: (24 * 60) / MINUTES }, (_, at) => {
  const hour = String(Math.floor((at * MINUTES) / 60)).padStart(2, "0");
  return `${hour}:${String((at * MINUTES) % 60).padStart(2, "0")}`;
});

const MORNING = "09:00";

/** Where a list of times begins to be looked at: at the last one that is not after the chosen, in the morning without one. */
export const listedTime = (chosen: string): number => TIMES.findLastIndex((time) => time <= (chosen || MORNING));
