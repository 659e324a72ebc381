import { Fragment } from "react";
import { breakParts } from "./break-parts";

/** A text of which long words, addresses above all, are broken at their own joints before they are anywhere else. */
export function SoftBreaks({ text }: { text: string }) {
  return breakParts(text).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
