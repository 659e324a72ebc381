"use server";

import { answerInvitation } from "@/lib/services/invitations/answer-invitation";
import { AnswerInvitationInput } from "@/lib/services/invitations/schemas";
import { action } from "./action";

export const answer = action(AnswerInvitationInput, answerInvitation);
