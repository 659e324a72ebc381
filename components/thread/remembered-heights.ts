const heights = new Map<string, number>();
const KEPT = 1_000;

/** How high a message's frame was when this page drew it last. */
export const rememberedHeight = (messageId: string): number | undefined => heights.get(messageId);

/** Keeps the height of a frame, so that a thread that is opened again stands still; the oldest give way. */
export function rememberHeight(messageId: string, height: number): void {
  const [oldest] = heights.keys();
  if (heights.size >= KEPT && oldest !== undefined) heights.delete(oldest);
  heights.set(messageId, height);
}
