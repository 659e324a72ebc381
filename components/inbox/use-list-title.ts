import { useEffect } from "react";

const APP = "Threadwell";

/** The page is named after the list that is shown, also when only the address changed. The figure before it is another's to add. */
export function useListTitle(name: string): void {
  useEffect(() => {
    const title = `${name} · ${APP}`;
    if (!document.title.endsWith(title)) document.title = title;
  }, [name]);
}
