import type { Config } from "tailwindcss";

/** `role("good", "good-soft")` → `{ good: "var(--good)", … }`: utilities are named after the roles of app/tokens.css. */
const roles = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `var(--${name})`]));
const size = (rem: number, lineRem: number) =>
  [`${rem}rem`, { lineHeight: `${lineRem}rem` }] as [string, { lineHeight: string }];

/** The default palette, type sizes, radii and shadows are replaced, so that only roles can be written. */
export default {
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      ...roles(
        "chrome",
        "surface",
        "surface-2",
        "sunken",
        "raised",
        "scrim",
        "hover",
        "pressed",
        "selected",
        "marked",
        "hit",
        "hit-now",
      ),
      ...roles("text", "text-2", "text-3", "text-off", "text-on-accent", "line", "line-2", "line-control"),
      ...roles("accent", "accent-hover", "accent-pressed", "accent-text", "accent-soft", "accent-line", "focus"),
      ...roles("good", "good-soft", "good-line", "warn", "warn-soft", "warn-line", "warn-mark"),
      ...roles("bad", "bad-soft", "bad-line", "note", "note-soft", "note-line"),
      ...roles("cat-interested", "cat-meeting", "cat-info", "cat-ooo", "cat-wrong", "cat-not"),
      ...roles("cat-dnc", "cat-bounce", "cat-none"),
      ...roles("mb-1", "mb-2", "mb-3", "mb-4", "mb-5", "mb-6", "mb-7", "mb-8"),
      ...roles("hatch", "now", "diff-add", "diff-add-text", "diff-del", "diff-del-text", "anchor"),
    },
    fontFamily: { sans: ["var(--type-sans)"], mono: ["var(--type-mono)"] },
    fontSize: {
      "10": size(0.625, 0.875),
      "11": size(0.6875, 1),
      "12": size(0.75, 1),
      "13": size(0.8125, 1.125),
      "14": size(0.875, 1.375),
      "15": size(0.9375, 1.25),
      "16": size(1, 1.375),
      "20": size(1.25, 1.625),
      "28": size(1.75, 2),
    },
    fontWeight: { regular: "420", medium: "530", strong: "620" },
    letterSpacing: { normal: "0", tight: "-0.011em", display: "-0.019em" },
    borderRadius: { none: "0", "1": "3px", "2": "5px", "3": "8px", "4": "10px", full: "999px" },
    boxShadow: { none: "none", "1": "var(--shadow-1)", "2": "var(--shadow-2)", "3": "var(--shadow-3)" },
    transitionDuration: { DEFAULT: "var(--dur-1)", "1": "var(--dur-1)", "2": "var(--dur-2)", "3": "var(--dur-3)" },
    transitionTimingFunction: {
      DEFAULT: "cubic-bezier(0.2, 0.8, 0.2, 1)",
      out: "cubic-bezier(0.2, 0.8, 0.2, 1)",
      in: "cubic-bezier(0.5, 0, 0.9, 0.4)",
      move: "cubic-bezier(0.3, 0.1, 0.2, 1)",
    },
    zIndex: {
      sticky: "10",
      composer: "20",
      nav: "30",
      // What was opened last is on top: a menu within a dialog, a dialog that a menu asked for. Both stand at the end of the page.
      dialog: "60",
      popover: "60",
      palette: "70",
      toast: "80",
      tooltip: "90",
    },
    extend: {
      spacing: {
        nav: "13rem",
        rail: "3.25rem",
        list: "22.75rem",
        lead: "16.25rem",
        side: "17.5rem",
        index: "11.5rem",
        detail: "21.75rem",
        bar: "2.75rem",
        row: "4rem",
        "row-compact": "2.125rem",
        control: "1.75rem",
        "control-sm": "1.5rem",
        "control-lg": "2rem",
        "control-touch": "2.75rem",
      },
      maxWidth: { measure: "42rem" },
    },
  },
} satisfies Config;
