export const AFTER_DONE = ["next", "list"] as const;
export const AFTER_SEND = ["stay", "next", "list"] as const;
export const IMAGE_CHOICES = ["ask", "always"] as const;
export const LOCALES = ["en", "de"] as const;
export const DENSITIES = ["comfortable", "compact"] as const;

/** How a member likes to work: where to go after a thread is done or answered, how much room a row has, what to be told of. */
export type Preferences = {
  afterDone: (typeof AFTER_DONE)[number];
  afterSend: (typeof AFTER_SEND)[number];
  density: (typeof DENSITIES)[number];
  /** Desktop notifications of new answers; the browser asks for permission as well. */
  notify: boolean;
  /** Pictures on other servers: asked for by message or sender, or always shown (through the proxy). */
  images: (typeof IMAGE_CHOICES)[number];
  /** The language of the interface; null follows the browser. */
  locale: (typeof LOCALES)[number] | null;
  /** Times in words ("next tue 9 their time") that the person keeps beside the usual ones. */
  schedulePresets: string[];
};

export const DEFAULT_PREFERENCES: Preferences = {
  afterDone: "next",
  afterSend: "stay",
  density: "comfortable",
  notify: false,
  images: "ask",
  locale: null,
  schedulePresets: [],
};
