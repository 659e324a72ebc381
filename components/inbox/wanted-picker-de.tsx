"use client";

import { withTexts } from "@/components/shell/with-texts";
import composer from "@/messages/de/composer.json";
import { WantedPicker } from "./wanted-picker";

/** The panel that asks when threads are to come back, in German. */
export const WantedPickerDe = withTexts(WantedPicker, { composer });
