import type { OpenTriageMenu } from "./use-triage-actions";

/** The focus goes back to where it was: in the list to its row of now, which has followed what opened; else what is not there any more has made way. */
export const frameOf = ({ anchor, from }: OpenTriageMenu, onClose: () => void) => ({
  anchor: anchor?.isConnected ? anchor : null,
  onClose,
  finalFocus: () => {
    const row = document.querySelector<HTMLElement>("[data-thread][tabindex='0']");
    const isSeen = from instanceof HTMLElement && from !== document.body && from.checkVisibility();
    if (isSeen) return from.matches("[data-thread]") ? (row ?? from) : from;
    return openThread() ?? row;
  },
});

const openThread = () =>
  [...document.querySelectorAll<HTMLElement>("[data-thread-scroller]")].find((each) => each.checkVisibility());
