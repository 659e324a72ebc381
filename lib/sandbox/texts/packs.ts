import { ar } from "./ar";
import { de } from "./de";
import { en } from "./en/pack";
import { es } from "./es";
import { fr } from "./fr";
import { it } from "./it";
import { ja } from "./ja";
import { nl } from "./nl";
import type { Language, Pack } from "./pack";
import { pl } from "./pl";
import { pt } from "./pt";
import { sv } from "./sv";
import { tr } from "./tr";

export const PACKS: Record<Language, Pack> = { en, de, fr, es, pt, it, nl, sv, pl, tr, ar, ja };
