import type { ComponentType } from "react";
import { MoreMessages } from "./more-messages";

/** A component with texts of its own, which come and stay in the browser's cache with its code rather than in each page. */
export function withTexts<Props extends object>(
  Component: ComponentType<Props>,
  texts: Record<string, Record<string, unknown>>,
) {
  const WithTexts = (props: Props) => (
    <MoreMessages messages={texts}>
      <Component {...props} />
    </MoreMessages>
  );
  return WithTexts;
}
