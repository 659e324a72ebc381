"use client";

import { withTexts } from "@/components/shell/with-texts";
import composer from "@/messages/en/composer.json";
import { WantedPicker } from "./wanted-picker";

/** The panel that asks when threads are to come back, in English. */
export const WantedPickerEn = withTexts(WantedPicker, { composer });
