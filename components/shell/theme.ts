export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_COOKIE = "threadwell-theme";

export const isTheme = (value: unknown): value is Theme => (THEMES as readonly unknown[]).includes(value);

/** Runs before the first paint when nothing was chosen, and again when the system changes. Text, since it stands in a script element. */
export const SYSTEM_THEME_SCRIPT = `(function(){var d=document.documentElement,m=matchMedia("(prefers-color-scheme: dark)");function s(){if(d.dataset.themeChoice==="system")d.dataset.theme=m.matches?"dark":"light"}s();m.addEventListener("change",s)})()`;

/** What was chosen in this browser, as it stands on the page. */
export function chosenTheme(): Theme {
  const chosen = document.documentElement.dataset.themeChoice;
  return isTheme(chosen) ? chosen : "system";
}

/** Applies a choice at once and keeps it for a year. */
export function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  root.dataset.themeChoice = theme;
  root.dataset.theme =
    theme === "system" ? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light") : theme;
  document.cookie = `${THEME_COOKIE}=${theme}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
