import type { OpenTriageMenu } from "./use-triage-actions";

/** The focus goes back to where it was; what is not there any more has been followed by the list. */
export const frameOf = ({ anchor, from }: OpenTriageMenu, onClose: () => void) => ({
  anchor: anchor?.isConnected ? anchor : null,
  onClose,
  finalFocus: () =>
    from instanceof HTMLElement && from.isConnected && from !== document.body
      ? from
      : document.querySelector<HTMLElement>("[data-thread][tabindex='0']"),
});
