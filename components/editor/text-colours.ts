/** Colours of words: each is readable on white and on the dark grounds of mail programs, which seldom change a word's colour. */
export const TEXT_COLOURS = {
  grey: "#757575",
  red: "#e12d2d",
  orange: "#be580f",
  green: "#138744",
  teal: "#10828d",
  blue: "#1f75d8",
  purple: "#9e52d4",
  pink: "#d33190",
} as const;

export type TextColourName = keyof typeof TEXT_COLOURS;

/** The palette's colour that a CSS colour means, written as hexadecimal or as browsers give it back; else null. */
export function colourOf(css: string): string | null {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(css)?.slice(1) ?? [];
  const hex = parts.length > 0 ? `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}` : css;
  return Object.values<string>(TEXT_COLOURS).find((colour) => colour === hex.toLowerCase()) ?? null;
}
