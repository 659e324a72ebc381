"use server";

import { followThread } from "@/lib/services/followers/follow-thread";
import { FollowThreadInput } from "@/lib/services/followers/schemas";
import { action } from "./action";

export const follow = action(FollowThreadInput, followThread);
