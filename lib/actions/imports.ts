"use server";

import { orderMailFiles as orderMailFilesVerb } from "@/lib/services/imports/order-mail-files";
import { orderPastMail as orderPastMailVerb } from "@/lib/services/imports/order-past-mail";
import { OrderMailFilesInput, OrderPastMailInput } from "@/lib/services/imports/schemas";
import { action } from "./action";

export const orderMailFiles = action(OrderMailFilesInput, orderMailFilesVerb);
export const orderPastMail = action(OrderPastMailInput, orderPastMailVerb);
