import { ELEMENTS, NAMES } from "./html-elements";
import { FOREIGN } from "./html-foreign";
import { LINKS } from "./html-links";
import { PICTURES } from "./html-pictures";
import { SCRIPTS } from "./html-scripts";
import { STYLES } from "./html-styles";
import { WRECKS } from "./html-wrecks";
import type { Vector } from "./vector";

/** HTML that tries to load something, to run something or to leave its place. */
export const HOSTILE_HTML: Vector[] = [
  ...SCRIPTS,
  ...LINKS,
  ...PICTURES,
  ...STYLES,
  ...ELEMENTS,
  ...NAMES,
  ...FOREIGN,
  ...WRECKS,
];
