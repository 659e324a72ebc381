"use server";

import { hideImages as hideImagesVerb } from "@/lib/services/images/hide-images";
import { HideImagesInput, ShowImagesInput } from "@/lib/services/images/schemas";
import { showImages as showImagesVerb } from "@/lib/services/images/show-images";
import { action } from "./action";

export const showImages = action(ShowImagesInput, showImagesVerb);
export const hideImages = action(HideImagesInput, hideImagesVerb);
