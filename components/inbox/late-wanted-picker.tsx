import { late } from "@/components/ui/late";
import { languageOf } from "@/lib/domain/locale";
import type { WantedPickerProps } from "./wanted-picker";

/** In the language of the page; another one comes with another page. */
const PANELS = {
  en: () => import("./wanted-picker-en").then((file) => file.WantedPickerEn),
  de: () => import("./wanted-picker-de").then((file) => file.WantedPickerDe),
};

/** Asks when threads are to come back to the viewer: it comes with its texts when somebody wants it. */
export const LateWantedPicker = late<WantedPickerProps>(() => PANELS[languageOf(document.documentElement.lang)]());
