import type { ReactNode } from "react";

/** How `<code>` in a text of the catalogue is drawn. */
export const code = (text: ReactNode) => <code className="text-12 [overflow-wrap:anywhere] text-text">{text}</code>;
