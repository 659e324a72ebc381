/** What the work below takes on an ordinary machine. */
const ORDINARY_MS = 150;
const MOST = 4;

/** How much slower than an ordinary machine this one is just now, from 1 to 4: for how long tests wait, never for what. */
export function machineSlowness(): number {
  const began = performance.now();
  let sum = 0;
  for (let n = 0; n < 1e8; n++) sum += n % 7;
  const took = performance.now() - began;
  return sum > 0 ? Math.min(MOST, Math.max(1, Math.round(took / ORDINARY_MS))) : 1;
}
