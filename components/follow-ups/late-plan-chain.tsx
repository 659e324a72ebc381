import { late } from "@/components/ui/late";
import { languageOf } from "@/lib/domain/locale";
import type { PlanChainProps } from "./plan-chain";

/** In the language of the page; another one comes with another page. */
const DIALOGS = {
  en: () => import("./plan-chain-en").then((file) => file.PlanChainEn),
  de: () => import("./plan-chain-de").then((file) => file.PlanChainDe),
};

/** Plans follow-ups of a thread, wherever it stands: the dialog comes with its texts when somebody wants it. */
export const LatePlanChain = late<PlanChainProps>(() => DIALOGS[languageOf(document.documentElement.lang)]());
