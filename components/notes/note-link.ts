const PREFIX = "#note-";

/** The note that the address leads to, if any. */
export const noteInAddress = (): string | null =>
  window.location.hash.startsWith(PREFIX) ? window.location.hash.slice(PREFIX.length) : null;
