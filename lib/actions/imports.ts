"use server";

import { orderPastMail as orderPastMailVerb } from "@/lib/services/imports/order-past-mail";
import { OrderPastMailInput } from "@/lib/services/imports/schemas";
import { action } from "./action";

export const orderPastMail = action(OrderPastMailInput, orderPastMailVerb);
